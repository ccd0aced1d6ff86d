"""Which pairs of tellings are worth a closer look.

Two articles are near where they share rare words; an article has a limited number of neighbours, so that cost grows with the number
of articles. In near articles those events are compared whose words are of one family or kin, or that have type and company in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from dateline.merge.telling import Page, Telling, likeness
from dateline.merge.words import RARE, kin, rarity

NEIGHBOURS = 40  # articles that one is compared with at most, and any number of those that count it among theirs
NEAREST = 0.06  # the least likeness of near articles
COMMON = 300  # a word of more articles than these finds no neighbours
DULL = 0.1  # families less rare than this ("say", "have") need company in common
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION"})

Pair = tuple[Telling, Telling]


def pairs(tellings: list[Telling]) -> Iterator[Pair]:
    """Pairs to be judged, each once, the first in the text before the other."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for t in sorted(tellings, key=lambda t: t.order):
        by_article[t.article].append(t)
    keys = {t.key: _keys(t) for t in tellings}
    for one, other in near([some[0].page for some in by_article.values()]):
        yield from _between(by_article[one], by_article[other], keys, same=one == other)


def near(pages: list[Page]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that are near each other; each is near itself."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, page in enumerate(pages):
        for word in page.about:
            holding[word].append(n)
    found: set[tuple[str, str]] = set()
    for n, page in enumerate(pages):
        met: Counter[int] = Counter()
        for word, weight in page.about.items():
            if len(holding[word]) <= COMMON:
                for other in holding[word]:
                    met[other] += weight * pages[other].about[word]  # type: ignore[assignment]
        met.pop(n, None)
        ranked = sorted((-score, pages[other].article) for other, score in met.items() if score >= NEAREST)
        found.update((min(page.article, a), max(page.article, a)) for _, a in ranked[:NEIGHBOURS])
        found.add((page.article, page.article))
    yield from sorted(found)


def _keys(t: Telling) -> tuple[str, frozenset[str]]:
    """What a telling is found by: its family, and what else it answers to."""
    also = {*kin(t.family)}
    if t.event.type and t.event.timeml_class not in TALK:
        also.add(t.event.type)
    also |= {f"~{w}" for w in t.close | t.company if rarity(w) > RARE}
    return t.family, frozenset(also)


def _between(ones: list[Telling], others: list[Telling], keys: Mapping[tuple[str, str], tuple[str, frozenset[str]]], *, same: bool) -> Iterator[Pair]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(others):
        own, also = keys[t.key]
        found[own].append(n)
        for key in also:
            if not key.isalpha() or key.isupper():
                found[key].append(n)
    for n, t in enumerate(ones):
        own, also = keys[t.key]
        wanted = {m for key in (own, *also) for m in found.get(key, ())}
        for m in sorted(wanted):
            if (not same or m > n) and _worth(t, others[m]):
                yield t, others[m]


def _worth(a: Telling, b: Telling) -> bool:
    if a.event.timeml_class in TALK or (a.family == b.family and rarity(a.family) < DULL):
        return not a.company.isdisjoint(b.company)
    return a.family == b.family or not a.around.isdisjoint(b.around)
