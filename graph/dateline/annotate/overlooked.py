"""Names that the pipeline overlooked, though the article has them elsewhere or the gazetteer knows them.

A tagger that reads sentence by sentence may take "Apple" for a name in one and for a word in the next, and does not know "Amnesty
International" at the head of a sentence from any two capitalised words. Only gaps are filled: no name that was found is changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from dateline.model import Name, Token
from dateline.resources import table, word_groups

LONGEST = 8  # words of a body's name
AGAIN = ("ORG", "LOC")  # kinds of names that an article gives again as they are; persons have their surnames (`names.people`)


def overlooked(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """The names, and those in gaps between them that are known, in the order of the text."""
    known = {**_bodies(), **_told(names, words)}
    taken = {i for n in names for i in range(n.first, n.stop)}
    found = list(_matches(words, known, taken))
    return sorted([*names, *found], key=lambda n: n.first)


def _told(names: Sequence[Name], words: Sequence[Token]) -> dict[tuple[str, ...], str]:
    """{words of a name that the article has: its kind}; what it takes for two kinds of things is left alone."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for n in names:
        kinds.setdefault(tuple(w.text for w in words[n.first : n.stop]), set()).add(n.label)
    closing = word_groups("seeds", "lexicons", "actor-words.tsv")["incorporated"]
    for some in [some for some, labels in kinds.items() if labels == {"ORG"} and some[-1].lower() in closing]:
        for short in (some[:-1], some[:1] if some[1:2] != ("-",) else ()):  # "Vantage Foods Inc.": "Vantage Foods", "Vantage"
            if short and short[0][0].isupper():
                kinds.setdefault(short, {"ORG"})
    return {some: label for some, labels in kinds.items() for label in labels if len(labels) == 1 and label in AGAIN}


@cache
def _bodies() -> Mapping[tuple[str, ...], str]:
    """{words of a body's name that nothing else is called, since it has several: ORG}."""
    rows = table("seeds", "gazetteers", "organizations.tsv")
    called = (name.split() for row in rows for name in (row["name"], *row["aliases"].split("|")))
    return {
        tuple(some): "ORG" for some in called if 1 < len(some) <= LONGEST and all(w[0].isupper() for w in (some[0], some[-1]))
    }


def _matches(words: Sequence[Token], known: Mapping[tuple[str, ...], str], taken: set[int]) -> Iterator[Name]:
    firsts = {some[0] for some in known}
    longest = max(map(len, known), default=0)
    i = 0
    while i < len(words):
        size = _size(words, i, known, taken, longest) if words[i].text in firsts else 0
        if size:
            part = words[i : i + size]
            label = known[tuple(w.text for w in part)]
            yield Name(start=part[0].start, end=part[-1].end, first=i, stop=i + size, label=label)
        i += size or 1


def _size(words: Sequence[Token], i: int, known: Mapping[tuple[str, ...], str], taken: set[int], longest: int) -> int:
    """The number of words of the longest known name that begins here, is free, and is no part of a longer one."""
    for size in range(min(longest, len(words) - i), 0, -1):
        part = words[i : i + size]
        fits = tuple(w.text for w in part) in known and not any(n in taken for n in range(i, i + size))
        if fits and _whole(words, i, i + size) and (size > 1 or part[0].upos == "PROPN"):
            return size
    return 0


def _whole(words: Sequence[Token], first: int, stop: int) -> bool:
    """Whether no proper noun stands right before or behind: "Amnesty International Kenya" is another body."""
    around = (words[n : n + 2] for n in (first - 1, stop - 1) if n >= 0)
    joined = (pair for some in around for pair in pairwise(some))
    return not any(a.upos == b.upos == "PROPN" and b.start - a.end == 1 for a, b in joined)
