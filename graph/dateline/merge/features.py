"""What speaks for and against two tellings being one event, as numbers.

All are symmetric: the order of the two changes nothing. A likeness is the share of the lesser side's weight, by rarity of
words, that both sides have.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from math import log

from dateline.merge.page import likeness
from dateline.merge.rules import gap, slots
from dateline.merge.status import AFFIRMED, REFUTED
from dateline.merge.telling import BESIDE, Telling
from dateline.merge.words import kin, rarity, spread, telling

Likeness = Mapping[tuple[str, str], tuple[float, float]]  # of two articles: as wholes, by their openings

DECIDED = AFFIRMED | REFUTED  # told as a matter of fact, one way or the other
STATES = frozenset({"STATE", "I_STATE"})
NAMES = (
    "same lemma", "same family", "kin", "same type", "other type", "one type missing", "rare family", "same words",
    "same article", "article likeness", "opening likeness", "both early", "one early", "agent likeness", "other agents",
    "patient likeness", "other patients", "company likeness", "crossed parts", "same place", "other places", "close likeness",
    "sentence likeness", "sentence cosine", "same days", "other days", "days may agree", "shared numbers", "other numbers",
    "same figure", "other figures", "polarity differs", "reality differs", "tense differs", "same class", "reporting",
    "states", "least rare", "many of the family", "distance", "one in the other's words", "shared actor", "shared part",
    "same context", "named in common", "other named agents", "other named patients", "named cast", "one without cast", "spread",
    "slots at odds", "slots in common", "same word ahead", "other word ahead", "same word next", "other word next",
)  # fmt: skip


def features(a: Telling, b: Telling, alike: tuple[float, float]) -> list[float]:
    """One number for each of NAMES; `alike` is how much the two articles are alike, as wholes and by their openings."""
    return [
        *_words(a, b),
        *_pages(a, b, alike),
        *_cast(a, b),
        *_company(a, b),
        *_dates(a, b),
        *_figures(a, b),
        *_form(a, b),
        *_rest(a, b),
    ]


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the lesser side's weight that both have."""
    if a.isdisjoint(b):
        return 0.0
    return telling(a & b) / max(0.3, min(telling(a), telling(b)))


def _words(a: Telling, b: Telling) -> Iterator[float]:
    same = a.family == b.family
    types = a.event.type, b.event.type
    yield a.event.lemma == b.event.lemma
    yield same
    yield 0.0 if same else kin(a.family).get(b.family, 0.0)
    yield types[0] is not None and types[0] == types[1]
    yield None not in types and types[0] != types[1]
    yield (types[0] is None) != (types[1] is None)
    yield rarity(a.family) if same else 0.0
    yield a.event.text.casefold() == b.event.text.casefold()


def _pages(a: Telling, b: Telling, alike: tuple[float, float]) -> Iterator[float]:
    early = a.sentence < 3, b.sentence < 3
    yield a.article == b.article
    yield alike[0]
    yield alike[1]
    yield all(early)
    yield early[0] != early[1]


def _cast(a: Telling, b: Telling) -> Iterator[float]:
    for part in ("agent", "patient"):
        one, other = a.parts[part], b.parts[part]
        found = share(one, other)
        yield found
        yield bool(one and other and not found)
    yield share(a.company, b.company)
    yield max(share(a.parts["agent"], b.parts["patient"]), share(a.parts["patient"], b.parts["agent"]))
    places = a.parts["place"], b.parts["place"]
    yield share(*places)
    yield bool(all(places) and places[0].isdisjoint(places[1]))


def _company(a: Telling, b: Telling) -> Iterator[float]:
    yield share(a.close, b.close)
    yield share(a.around, b.around)
    common = telling(a.around & b.around)
    yield common / (1 + (telling(a.around) * telling(b.around)) ** 0.5)


def _dates(a: Telling, b: Telling) -> Iterator[float]:
    known = bool(a.event.when.edtf and b.event.when.edtf)
    apart = gap(a, b) > timedelta(0)
    yield a.day is not None and a.day == b.day
    yield apart
    yield known and not apart


def _figures(a: Telling, b: Telling) -> Iterator[float]:
    yield not a.numbers.isdisjoint(b.numbers)
    yield bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))
    ours, theirs = ({(q.kind, q.unit): (q.min, q.max) for q in t.event.quantities} for t in (a, b))
    same = [ours[k] == theirs[k] for k in ours.keys() & theirs.keys()]
    yield any(same)
    yield bool(same) and not any(same)


def _form(a: Telling, b: Telling) -> Iterator[float]:
    classes = {a.event.timeml_class, b.event.timeml_class}
    yield a.event.polarity != b.event.polarity
    yield (a.status in DECIDED) != (b.status in DECIDED)
    yield a.event.tense != b.event.tense
    yield len(classes) == 1
    yield "REPORTING" in classes
    yield not STATES.isdisjoint(classes)


def _rest(a: Telling, b: Telling) -> Iterator[float]:
    yield min(rarity(a.family), rarity(b.family))
    counts = a.page.families.get(a.family, 1), b.page.families.get(b.family, 1)
    yield log(max(counts)) if a.family == b.family else 0.0
    yield log(1 + abs(a.sentence - b.sentence)) if a.article == b.article else 0.0
    yield (a.family in b.around) + (b.family in a.around)
    yield not a.cast.isdisjoint(b.cast)
    yield not a.roles.isdisjoint(b.roles)
    yield from _closer(a, b)


def _closer(a: Telling, b: Telling) -> Iterator[float]:
    yield (run(a.before, b.before) + run(a.after, b.after)) / (2 * BESIDE)
    yield not a.called.isdisjoint(b.called)
    for part in ("agent", "patient"):
        one, other = a.named[part], b.named[part]
        yield bool(one and other and one.isdisjoint(other))
    yield bool(a.called and b.called)
    yield bool(a.company) != bool(b.company)
    yield max(spread(a.family), spread(b.family))
    yield from slots(a, b)
    for word, beside in ((a.ahead, b.ahead), (a.next, b.next)):
        yield bool(word) and word == beside
        yield bool(word and beside) and word != beside


def run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words are the same from the first on."""
    if not a or not b or a[0] != b[0]:
        return 0
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def page_likeness(a: Telling, b: Telling) -> tuple[float, float]:
    """How much two articles are alike."""
    if a.article == b.article:
        return 1.0, 1.0
    return likeness(a.page.about, b.page.about), likeness(a.page.opening, b.page.opening)
