"""What the program has learned from news that somebody read, and how it is learned anew. Nothing else imports it.

What was read lies beside it in checkouts and source archives; wheels do without.

texts        the articles that may teach: ECB+'s training part, the Groningen Meaning Bank, treebanks
lessons      events that were read, with who takes which part; windows for the language pipeline to learn from
meanings     what kinds of events words tell, and which parts others take in them, on the finished network
weighing     how much the lexicon, the grammar and the network's opinion of types and parts weigh
links        who is who, as it was read in ECB+ or stands in a treebank
written      news that was written with marks of who is who
examples     whom the points of an article that was read mean, and whom its descriptions and pronouns may mean
antecedents  how words look, which mentions of a text mean the same, and whom descriptions and pronouns mean
judged       extracted events that were judged right or wrong
senses       how much of a predicate's use lies near each type, by WordNet
confidence   how sure an extraction is
"""
