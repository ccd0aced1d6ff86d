"""What speaks for and against two actors of one affair being one, at least one of whom is only described.

Each thing told has a name, and a weight in `participant-weights.tsv`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp

from dateline.merge.affairs import DULL
from dateline.merge.cast import Cast
from dateline.merge.portraits import Portrait
from dateline.merge.words import RARE, rarity
from dateline.resources import table

SAME = frozenset(("one sentence", "one noun"))
CERTAIN = 0.95
ACTING = frozenset(("same agent 1", "same patient 1"))
FOUNDED = ACTING | {
    "the same act apart", "the same type of act", "same talk", "both in the opening", "both involved", "spoken of 2",
    "phrase same", "number same", "noun alike", "nation same", "both first", "both among the first",
}  # fmt: skip
SAID, FEWEST = 0.5, 4  # the share of the words of two sentences that repeat each other, and how many these are at least
GENERAL = frozenset(("man", "woman", "person", "people", "one", "other", "suspect", "victim", "member", "men", "women"))


def likelihood(told: Iterable[str]) -> float:
    """How likely a pair is one actor of which this is told.

    Kinds ("voters") are one only where they take one part in one happening, and so are those whom extraction held apart in one
    article; others of whom two articles tell in the same words are the same. Where nothing but a word speaks for a pair, somebody
    whom articles mention in passing stays alone.
    """
    told = frozenset(told)
    if told & {"one kind", "both kinds", "one article"} and not told & ACTING:
        return 0.0
    if told >= SAME:
        return CERTAIN
    if not told & FOUNDED:
        return 0.0
    return 1 / (1 + exp(-sum(weights().get(name, 0.0) for name in ("any", *told))))


@cache
def weights() -> Mapping[str, float]:
    """{what may be told of a pair: what it weighs}."""
    return {row["told"]: float(row["weight"]) for row in table("seeds", "lexicons", "participant-weights.tsv")}


def told(cast: Cast, a: str, b: str) -> list[str]:
    """What speaks for and against a pair."""
    one, other = cast.shown[a], cast.shown[b]
    return [
        *_parts(cast, a, b),
        *_nouns(one, other),
        *_words(one, other),
        *_kinds(one, other),
        *_rivals(cast, a, b),
        *_standing(cast, a, b),
        *_at_home(cast, a, b),
    ]


def _parts(cast: Cast, a: str, b: str) -> Iterator[str]:
    same = cast.common(a, b)
    for part in ("agent", "patient", "place"):
        count = sum(p.part == part and not p.talk for p in same)
        yield from (f"same {part} {n}" for n in (1, 2, 4) if count >= n)
    if any(p.talk for p in same):
        yield "same talk"
    if cast.crossed(a, b):
        yield "crossed and same" if same else "crossed"
    if not same and any(rarity(family) >= DULL for family, _ in cast.acts[a] & cast.acts[b]):
        yield "the same act apart"
    elif not same and cast.deeds[a] & cast.deeds[b]:
        yield "the same type of act"


def _nouns(one: Portrait, other: Portrait) -> Iterator[str]:
    kind = min(one.types | other.types)
    if both := one.nouns & other.nouns:
        yield "noun rare" if max(map(rarity, sorted(both))) >= RARE else "noun same"
        yield f"noun same, {kind}"
        yield "one noun"
    elif one.senses & other.senses:
        yield "noun alike"
    elif not (one.nouns and other.nouns):
        yield "noun none"
    else:
        yield "noun other, one general" if (one.nouns | other.nouns) & GENERAL else "noun other"


def _words(one: Portrait, other: Portrait) -> Iterator[str]:
    if one.nations & other.nations:
        yield "nation same"
    pairs = (("phrase", one.phrases, other.phrases), ("number", one.numbers, other.numbers), ("words", one.tells, other.tells))
    for name, ours, theirs in pairs:
        if ours and theirs:
            yield f"{name} other" if ours.isdisjoint(theirs) else f"{name} same"


def _kinds(one: Portrait, other: Portrait) -> Iterator[str]:
    yield "one named" if one.named or other.named else "both described"
    yield f"type {min(one.types | other.types)}"
    if one.types != other.types:
        yield "types differ"
    if one.plural and other.plural and one.plural.isdisjoint(other.plural):
        yield "one and several"


def _rivals(cast: Cast, a: str, b: str) -> Iterator[str]:
    """How many others their articles have whom one or the other might be, on an average."""
    one, other = cast.shown[a], cast.shown[b]
    links = {z for link in cast.links(a, b) for z in link}
    kind, nouns, others = one.types | other.types, one.nouns & other.nouns, cast.rivals(a, b)
    of_type = sum(not p.types.isdisjoint(kind) for p in others) / len(links)
    yield from (f"rivals of type {n}" for n in (1, 2, 4, 7) if of_type >= n)
    of_noun = sum(not p.nouns.isdisjoint(nouns) for p in others) / len(links)
    yield from (f"rivals of noun {n}" for n, least in enumerate((0.2, 0.6, 1.2), 1) if of_noun > least)


def _standing(cast: Cast, a: str, b: str) -> Iterator[str]:
    one, other = cast.shown[a], cast.shown[b]
    if repeated(one, other):
        yield "one sentence"
    if involved := (a in cast.involved) + (b in cast.involved):
        yield "both involved" if involved > 1 else "one involved"
    if one.bare or other.bare:
        yield "both kinds" if one.bare and other.bare else "one kind"
    if one.opening or other.opening:
        yield "both in the opening" if one.opening and other.opening else "one in the opening"
    yield from (f"spoken of {n}" for n in (2, 4) if min(one.mentions, other.mentions) >= n)
    rank = max(cast.rank(a), cast.rank(b))
    if rank < 2:
        yield "both among the first" if rank else "both first"
    if rank == 0 and (one.named or other.named):
        yield "both first, one named"


def repeated(one: Portrait, other: Portrait) -> bool:
    """Whether an article tells of the one in the words in which another tells of the other."""
    return any(len(x & y) >= SAID * max(len(x), len(y)) and len(x & y) >= FEWEST for x in one.sentences for y in other.sentences)


def _at_home(cast: Cast, a: str, b: str) -> Iterator[str]:
    """What is told where one article has both, and extraction did not take them for one."""
    one, other = cast.shown[a], cast.shown[b]
    if one.articles == other.articles:
        yield "one article"
        if one.nouns & other.nouns:
            yield "one article, one noun"
        if cast.common(a, b):
            yield "one article, one part"
