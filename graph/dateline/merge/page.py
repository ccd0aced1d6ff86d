"""An article as merging looks at it: what it is about, and which runs of words it shares with others. Each article by itself."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt
from zlib import crc32

from dateline.merge.words import RARE, family, rarity, words
from dateline.model import Document

Weights = Mapping[str, float]

OPENING = 3  # sentences that tell what an article is about
RUN = 5  # words in a run
WEAK = 0.1  # words up to this rarity say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an article is about."""

    article: str
    published: date | None  # None where it is not known to the day
    sentences: tuple[tuple[int, int], ...]  # where they are, in the order of the text
    words: tuple[frozenset[str], ...]  # of each sentence, without those that stand everywhere
    about: Weights  # rare words, as a vector of length one
    opening: Weights  # those of its first sentences
    families: Mapping[str, int]  # how many events of each family it tells
    runs: frozenset[int]  # its runs of words, as numbers


def page(document: Document) -> Page:
    """A document's page."""
    sentences = tuple(sorted((s.start, s.end) for s in document.sentences)) or ((0, len(document.text)),)
    told = [words(document.text[start:end]) for start, end in sentences]
    known = document.published
    return Page(
        article=document.article.id,
        published=known.earliest if known.earliest == known.latest else None,
        sentences=sentences,
        words=tuple(frozenset(w for w in some if rarity(w) > WEAK) for some in told),
        about=_vector(w for some in told for w in some),
        opening=_vector(w for some in told[:OPENING] for w in some),
        families=Counter(family(e.lemma) for e in document.events),
        runs=_runs(words(document.text)),
    )


def _vector(found: Iterable[str]) -> Weights:
    """Rare words by weight, as a vector of length one."""
    weights = {w: rarity(w) ** 2 * (1 + log(n)) for w, n in sorted(Counter(found).items()) if rarity(w) > RARE}
    length = sqrt(sum(v * v for v in weights.values()))
    return {w: v / length for w, v in weights.items()} if length else {}


def likeness(a: Weights, b: Weights) -> float:
    """The cosine of two vectors of length one."""
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b[w] for w, v in sorted(a.items()) if w in b)


def _runs(found: list[str]) -> frozenset[int]:
    every = (" ".join(found[n : n + RUN]) for n in range(len(found) - RUN + 1))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in every)
