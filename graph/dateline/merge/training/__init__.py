"""How the knowledge of merging is made anew: word lists from WordNet and ECB+, the judge of pairs from ECB+."""
