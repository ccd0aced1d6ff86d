"""The extent of a name: without the words around it that a tagger likes to take along."""

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache

from dateline.model import Name, Token
from dateline.resources import table

ARTICLES = frozenset({"the", "a", "an"})
LONGEST_TITLE = 5  # words


@cache
def _titles() -> frozenset[str]:
    """Forms of address, ranks and offices, as one or several words in small letters without dots."""
    titles = (row["word"] for row in table("seeds", "lexicons", "titles.tsv"))
    offices = (row["phrase"] for row in table("seeds", "lexicons", "offices.tsv"))
    return frozenset(phrase.replace(".", "") for phrase in (*titles, *offices))


def name(words: Sequence[Token], first: int, stop: int, label: str) -> Name | None:
    """A name over `words[first:stop]`, trimmed; None where nothing is left of it."""
    first, stop = _trimmed(words, first, stop, label)
    if label == "PERSON":
        first = _untitled(words, first, stop)
    if first >= stop or not any(c.isalnum() for c in words[first].text + words[stop - 1].text):
        return None
    return Name(start=words[first].start, end=words[stop - 1].end, first=first, stop=stop, label=label)


def _trimmed(words: Sequence[Token], first: int, stop: int, label: str) -> tuple[int, int]:
    """Without leading articles and punctuation, and without possessive endings and punctuation behind."""
    while first < stop and (_loose(words[first]) or words[first].text in ARTICLES):
        first += 1
    while first < stop and (words[stop - 1].xpos == "POS" or _loose(words[stop - 1])):
        stop -= 1
    while label in ("PERSON", "LOC") and first < stop and not any(c.isalpha() for c in words[stop - 1].text):
        stop -= 1  # a score or a date behind it
    return first, stop


def surnames(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """Names with the label PERSON where they are the last word of a person's full name elsewhere in the article.

    A surname alone gives a tagger little to go by: one that ends in "-ian" or "-ese" it takes for a nation.
    """
    known = {words[n.stop - 1].text for n in names if n.label == "PERSON" and n.stop - n.first > 1}
    return [replace(n, label="PERSON") if n.label in ("NORP", "ORG") and is_one(n, words, known) else n for n in names]


def is_one(name: Name, words: Sequence[Token], known: Container[str]) -> bool:
    """Whether a name is one word and among those known."""
    return name.stop - name.first == 1 and words[name.first].text in known


def _loose(word: Token) -> bool:
    return not any(c.isalnum() for c in word.text)


def _untitled(words: Sequence[Token], first: int, stop: int) -> int:
    """Where a person's name begins behind titles and offices ("Foreign Minister"); one that is all title stays as it is."""
    begin = first
    while begin < stop:
        sizes = range(min(LONGEST_TITLE, stop - begin - 1), 0, -1)
        size = next((n for n in sizes if _phrase(words[begin : begin + n]) in _titles()), 0)
        if not size:
            break
        begin += size
    return begin


def _phrase(words: Sequence[Token]) -> str:
    return " ".join(w.text.lower().replace(".", "") for w in words)
