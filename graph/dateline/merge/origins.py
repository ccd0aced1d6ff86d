"""Which articles copy which: "12 articles, 2 origins".

Two texts share an origin where most of the shorter one's runs of words stand in the longer one: an agency's report printed by
several papers, cut and with another headline. The origin is the one published first, else the first by id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

import numpy as np

from dateline.merge.forms import RUNS
from dateline.merge.memory import Memory, stamp
from dateline.merge.words import words
from dateline.model import Document

RUN = 5  # words in a run
COPIED = 0.5  # the share of the shorter text's runs from which on it is a copy
FEWEST = 12  # runs below which a text is too short to tell
COMMON = 200  # a run in more texts than these is a set phrase


def origins(documents: Iterable[Document], memory: Memory | None = None) -> dict[str, str]:
    """Each article that copies another, with the first article of its origin."""
    memory = memory or Memory()
    documents = sorted(documents, key=_precedence)
    rank = {d.article.id: n for n, d in enumerate(documents)}
    first: dict[str, str] = {key: key for key in rank}

    def root(key: str) -> str:
        while first[key] != key:
            first[key] = first[first[key]]
            key = first[key]
        return key

    for one, other in _copies(documents, memory):
        a, b = sorted((root(one), root(other)), key=rank.__getitem__)
        first[b] = a
    return {key: root(key) for key in sorted(rank) if root(key) != key}


def _precedence(document: Document) -> tuple[bool, str, str]:
    day = document.published.earliest
    return day is None, str(day), document.article.id


def _copies(documents: list[Document], memory: Memory) -> Iterator[tuple[str, str]]:
    runs = {d.article.id: _known_runs(d, memory) for d in documents}
    holding: dict[int, list[str]] = defaultdict(list)
    for key, found in runs.items():
        for run in found:
            holding[run].append(key)
    for key, found in runs.items():
        shared: Counter[str] = Counter()
        for run in found:
            if 1 < len(holding[run]) <= COMMON:
                shared.update(other for other in holding[run] if other > key)
        for other, count in sorted(shared.items()):
            shorter = min(len(found), len(runs[other]))
            if shorter >= FEWEST and count >= COPIED * shorter:
                yield key, other


def _known_runs(document: Document, memory: Memory) -> list[int]:
    """The runs of an article's text, in order."""
    known = stamp("runs", memory.digest(document.article.id))
    found: list[int] = memory.recall(known, lambda: np.array(sorted(_runs(document.text)), dtype="<u4"), RUNS).tolist()
    return found


def _runs(text: str) -> set[int]:
    """The runs of words of a text, as numbers."""
    found = words(text)
    every = [" ".join(found[n : n + RUN]) for n in range(len(found) - RUN + 1)]
    return {_number(run) for run in every}


def _number(run: str) -> int:
    return crc32(run.encode("utf-8", "surrogatepass"))
