"""The kinds of names that later stages know, and what other makers call them."""

KEPT = frozenset({"PERSON", "ORG", "LOC", "NORP", "EVENT"})
SAME = {  # OntoNotes parts places by what they are; others by what they like
    "PER": "PERSON",
    "GPE": "LOC",
    "FAC": "LOC",
    "LOCATION": "LOC",
    "PLACE": "LOC",
    "ORGANIZATION": "ORG",
}


def known(label: str) -> str | None:
    """A kind of name as it is called here; None for one that is no actor (dates, sums, works of art)."""
    label = SAME.get(label.upper(), label.upper())
    return label if label in KEPT else None
