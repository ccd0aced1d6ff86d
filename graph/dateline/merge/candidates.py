"""Which pairs of tellings are worth a closer look.

Two articles are near where they share rare words; an article has a limited number of neighbours, so that cost grows with the
number of articles. In near articles those events are compared whose words are of one family or kin, or that have type and
company in common.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.merge.telling import Page, Telling
from dateline.merge.words import RARE, kin, rarity

NEIGHBOURS = 30  # articles that one is compared with at most, and any number of those that count it among theirs
NEAREST = 0.06  # the least likeness of near articles
LIKELY = 0.12  # the least likeness of articles in which other words may tell the same
COMMON = 300  # a word of more articles than these finds no neighbours
DULL = 0.1  # families less rare than this ("say", "have") need company in common
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION"})

Pair = tuple[Telling, Telling]
Answers = tuple[str, frozenset[str]]


def pairs(tellings: list[Telling]) -> Iterator[Pair]:
    """Pairs to be judged, each once, the first in the text before the other."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for t in sorted(tellings, key=lambda t: t.order):
        by_article[t.article].append(t)
    answers = {article: [answers_to(t) for t in some] for article, some in by_article.items()}
    for one, other, alike in near([some[0].page for some in by_article.values()]):
        yield from between(by_article[one], by_article[other], answers[one], answers[other], likely=alike >= LIKELY)


def near(pages: list[Page]) -> Iterator[tuple[str, str, float]]:
    """Pairs of articles that are near each other, and how near; each is near itself."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, page in enumerate(pages):
        for word in page.about:
            holding[word].append(n)
    found: dict[tuple[str, str], float] = {}
    for n, page in enumerate(pages):
        met: dict[int, float] = defaultdict(float)
        for word, weight in page.about.items():
            if len(holding[word]) <= COMMON:
                for other in holding[word]:
                    met[other] += weight * pages[other].about[word]
        met.pop(n, None)
        ranked = sorted((-score, pages[other].article) for other, score in met.items() if score >= NEAREST)
        for score, name in ranked[:NEIGHBOURS]:
            found[min(page.article, name), max(page.article, name)] = -score
        found[page.article, page.article] = 1.0
    yield from ((one, other, alike) for (one, other), alike in sorted(found.items()))


def answers_to(t: Telling) -> Answers:
    """What a telling is found by: its family, and what else it answers to."""
    also = {*kin(t.family)}
    if t.event.type and t.event.timeml_class not in TALK:
        also.add(t.event.type)
    also |= {f"~{w}" for w in t.close | t.company if rarity(w) > RARE}
    return t.family, frozenset(also)


def between(
    ones: Sequence[Telling], others: Sequence[Telling], ours: Sequence[Answers], theirs: Sequence[Answers], *, likely: bool
) -> Iterator[Pair]:
    """The pairs of two articles, or of one with itself; in articles that are not likely to tell the same, of one family only.

    `ours` and `theirs` are what the tellings answer to.
    """
    same = ones is others
    found: dict[str, set[int]] = defaultdict(set)
    for n, (own, also) in enumerate(theirs):
        found[own].add(n)
        for key in also if likely else ():
            if not key.isalpha() or key.isupper():  # two families with a kin in common are not kin
                found[key].add(n)
    for n, (t, (own, also)) in enumerate(zip(ones, ours, strict=True)):
        wanted = set(found.get(own, ()))
        for key in also if likely else ():
            wanted |= found.get(key, set())
        for m in sorted(wanted):
            if (not same or m > n) and _worth(t, others[m]):
                yield t, others[m]


def _worth(a: Telling, b: Telling) -> bool:
    if a.event.timeml_class in TALK or (a.family == b.family and rarity(a.family) < DULL):
        return not a.company.isdisjoint(b.company)
    return a.family == b.family or not a.around.isdisjoint(b.around)
