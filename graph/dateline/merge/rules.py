"""What is sure about two tellings whatever their likeness: that they cannot be one event, or that they are one.

They cannot be one where words that are no kin tell them in one sentence or as things of different types, where one article dates
them apart, or two articles by more than days that sources disagree about; nor where each does to the other what the other does to
him, where one sentence says a word twice, or where an article calls one of them another. They are one where type, cast, and day
or word agree, where a headline tells the lead, where one article speaks again of what goes on, where near articles count the same
again, and where one tells what the other denies.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from dateline.merge.page import likeness
from dateline.merge.status import AFFIRMED
from dateline.merge.telling import Telling
from dateline.merge.words import kin, rarity
from dateline.resources import table

DISPUTED = timedelta(days=3)  # by which sources may disagree on when an event was
LEAD = 3  # sentences below a headline that tell what it tells
NEAR = 0.25  # the likeness of articles from which on they tell of one affair
PERIODS = frozenset(
    {"time", "minute", "hour", "day", "week", "month", "season", "year", "game", "point", "share", "cent", "pence"}
)
TELLING = 0.8  # the rarity of a word that names one thing in an affair: "blackout"
TALK = frozenset({"REPORTING", "I_STATE", "PERCEPTION", "STATE"})
TRYING = frozenset({"continue", "go", "manage", "seek", "try"})  # verbs that leave to others what is done
TOLD = frozenset({"actual", "claimed", "denied", "negated"})
DISCUSSED = AFFIRMED | {"denied"}  # what is told of as having happened, whoever disputes it
SETTLED = DISCUSSED | {"negated", "planned"}  # what has an outcome, or is to have one


def impossible(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be of one event."""
    if _unrelated(a, b) and (_beside(a, b) or _differ(a, b)):
        return True
    if _listed(a, b) or _set_apart(a, b) or _supposed(a, b) or _others(a, b) or _one_of(a, b) or _one_of(b, a) or _tries(a, b):
        return True
    allowed = timedelta(0) if a.article == b.article else DISPUTED
    return gap(a, b) > allowed or _reversed(a, b)


def certain(a: Telling, b: Telling) -> bool:
    """Whether two tellings are one event whatever else they say."""
    return _cast_agrees(a, b) or _goes_on(a, b) or _summed_up(a, b) or _count_again(a, b) or _contradict(a, b)


def _cast_agrees(a: Telling, b: Telling) -> bool:
    """Whether type, reality and named cast agree, both say who did it and to whom, and day or word is the same."""
    if a.event.type is None or a.event.type != b.event.type or a.event.polarity != b.event.polarity:
        return False
    if a.status not in DISCUSSED or b.status not in DISCUSSED or (a.family != b.family and (a.day is None or a.day != b.day)):
        return False
    return bool(_filled(a, "agent") & _filled(b, "agent")) and bool(_concerned(a) & _concerned(b))


def _goes_on(a: Telling, b: Telling) -> bool:
    """Whether one article speaks again of what one does to another, dates and counts nothing, and places it nowhere else."""
    if a.article != b.article or a.sentence == b.sentence or a.event.type is None or a.event.type != b.event.type:
        return False
    if TALK & {a.event.timeml_class, b.event.timeml_class} or a.event.polarity != b.event.polarity:
        return False
    told = a.status in DISCUSSED and b.status in DISCUSSED
    exact = any(t.day or t.event.quantities for t in (a, b))
    places = a.parts["place"], b.parts["place"]
    elsewhere = all(places) and places[0].isdisjoint(places[1])
    cast = _filled(a, "agent") & _filled(b, "agent") and _concerned(a) & _concerned(b)
    return told and not exact and not elsewhere and bool(cast)


def _summed_up(a: Telling, b: Telling) -> bool:
    """Whether a headline tells what the sentences right below it tell in full."""
    if a.article != b.article or a.title == b.title or abs(a.sentence - b.sentence) > LEAD:
        return False
    if a.family != b.family or a.event.polarity != b.event.polarity or TALK & {a.event.timeml_class, b.event.timeml_class}:
        return False
    return slots(a, b)[0] == 0 and (a.status in AFFIRMED) == (b.status in AFFIRMED)


def _count_again(a: Telling, b: Telling) -> bool:
    """Whether two near articles count the same people or things in the same words: figures differ from report to report."""
    if (
        a.article == b.article
        or a.family != b.family
        or a.event.polarity != b.event.polarity
        or _counts(a).isdisjoint(_counts(b))
    ):
        return False
    places = a.parts["place"], b.parts["place"]
    elsewhere = all(places) and places[0].isdisjoint(places[1])
    others = any(one and other and one.isdisjoint(other) for one, other in zip(a.named.values(), b.named.values(), strict=True))
    return not elsewhere and not others and likeness(a.page.about, b.page.about) >= NEAR


def _counts(t: Telling) -> frozenset[str]:
    """What a telling counts: people and kinds of things, not money, measures, periods and scores."""
    units = (q.unit for q in t.event.quantities)
    return frozenset(_kinds().get(unit, unit) for unit in units if unit and unit not in _measures())


@cache
def _kinds() -> Mapping[str, str]:
    """The kind of each thing that has several names: a ship is a vessel."""
    rows = table("seeds", "lexicons", "kind-nouns.tsv")
    return {noun: row["kind"] for row in reversed(list(rows)) for noun in row["nouns"].split()}


@cache
def _measures() -> frozenset[str]:
    return PERIODS | {row["unit"] for row in table("seeds", "lexicons", "quantity-units.tsv")}


def _contradict(a: Telling, b: Telling) -> bool:
    """Whether near articles tell of something rare, the one that it happened, the other that it did not."""
    if a.family != b.family or rarity(a.family) < TELLING or a.event.polarity == b.event.polarity:
        return False
    return TOLD.issuperset((a.status, b.status)) and likeness(a.page.about, b.page.about) >= NEAR


def slots(a: Telling, b: Telling) -> tuple[int, int]:
    """How many parts both fill with words that have nothing in common, and how many with words that have."""
    filled = [one.isdisjoint(other) for one, other in zip(a.slots, b.slots, strict=True) if one and other]
    return sum(filled), len(filled) - sum(filled)


def gap(a: Telling, b: Telling) -> timedelta:
    """How long at least it is from the end of one event to the beginning of the other; nothing where they may overlap."""
    gaps = [timedelta(0)]
    for one, other in ((a.event.when, b.event.when), (b.event.when, a.event.when)):
        if one.latest_end and other.earliest_begin:
            gaps.append(other.earliest_begin - one.latest_end)
    return max(gaps)


def _unrelated(a: Telling, b: Telling) -> bool:
    """Whether two tellings use words that are no kin."""
    return a.family != b.family and b.family not in kin(a.family)


def _beside(a: Telling, b: Telling) -> bool:
    """Whether one sentence tells both: it seldom tells one thing by two words."""
    return a.article == b.article and a.sentence == b.sentence


def _differ(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of different types: to meet is not to accuse, whoever does both."""
    return None not in (a.event.type, b.event.type) and a.event.type != b.event.type


def _listed(a: Telling, b: Telling) -> bool:
    """Whether one sentence says a word twice, as lists do: "charged with murder and with intent to murder"."""
    return _beside(a, b) and a.event.lemma == b.event.lemma


def _set_apart(a: Telling, b: Telling) -> bool:
    """Whether an article sets one apart from the other: "sues", and "has sued twice before"."""
    return a.article == b.article and a.again != b.again and (a.day is None or a.day != b.day)


def _supposed(a: Telling, b: Telling) -> bool:
    """Whether two words tell what has not happened: to be convicted and to be sentenced are two things until they are done."""
    return a.family != b.family and SETTLED.isdisjoint((a.status, b.status))


def _tries(a: Telling, b: Telling) -> bool:
    """Whether both only try something, and nothing says that it is the same."""
    return {a.event.lemma.lower(), b.event.lemma.lower()} <= TRYING and slots(a, b)[1] == 0


def _others(a: Telling, b: Telling) -> bool:
    """Whether named people or bodies do it, or have it done to them, in both, and none of the one's are the other's."""
    return any(
        _parties(a, part).isdisjoint(_parties(b, part))
        for part in ("agent", "patient")
        if _parties(a, part) and _parties(b, part)
    )


def _one_of(several: Telling, one: Telling) -> bool:
    """Whether a noun in the plural tells what several suffered, and the other tells of one alone: a part is not the whole."""
    lemma = several.event.lemma.lower()
    plural = several.event.text.lower() == f"{lemma}s" and several.family != lemma and one.event.text.lower() != f"{lemma}s"
    return plural and len(_parties(one, "patient")) == 1 and _parties(one, "patient") != _parties(several, "patient")


def _parties(t: Telling, part: str) -> frozenset[str]:
    """The named people and bodies of a part, where nobody else takes it."""
    named = t.named[part]
    return named if all(actor.startswith(("person/", "organization/")) for actor in named) else frozenset()


def _reversed(a: Telling, b: Telling) -> bool:
    """Whether who acts and whom it concerns have changed places."""
    agents, patients = _filled(a, "agent"), _concerned(a)
    others, theirs = _filled(b, "agent"), _concerned(b)
    return not (agents & others or patients & theirs) and bool(agents & theirs) and bool(patients & others)


def _filled(t: Telling, role: str) -> frozenset[str]:
    return frozenset(actor for r, actor in t.roles if r == role)


def _concerned(t: Telling) -> frozenset[str]:
    return _filled(t, "patient") | _filled(t, "recipient")
