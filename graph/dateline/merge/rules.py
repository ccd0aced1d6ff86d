"""What is sure about two tellings whatever their likeness: that they cannot be one event, or that they are one.

They cannot be one where words that are no kin tell them in one sentence or as things of different types, where one article dates
them apart, or two articles by more than days that sources disagree about; nor where each does to the other what the other does to
him. They are one where type, day and named cast agree.
"""

from datetime import timedelta

from dateline.merge.telling import Telling
from dateline.merge.words import kin

DISPUTED = timedelta(days=3)  # by which sources may disagree on when an event was
REAL = frozenset({"actual", "claimed", "denied"})


def impossible(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be of one event."""
    if _unrelated(a, b) and (_beside(a, b) or _differ(a, b)):
        return True
    allowed = timedelta(0) if a.article == b.article else DISPUTED
    return gap(a, b) > allowed or _reversed(a, b)


def certain(a: Telling, b: Telling) -> bool:
    """Whether type, day, reality and named cast of two tellings agree, and both say who did it and to whom."""
    if a.event.type is None or a.event.type != b.event.type or a.event.polarity != b.event.polarity:
        return False
    if a.day is None or a.day != b.day or (a.status not in REAL or b.status not in REAL):
        return False
    ours, theirs = (_filled(t, "agent") for t in (a, b))
    return bool(ours & theirs) and bool(_concerned(a) & _concerned(b))


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


def _reversed(a: Telling, b: Telling) -> bool:
    """Whether who acts and whom it concerns have changed places."""
    agents, patients = _filled(a, "agent"), _concerned(a)
    others, theirs = _filled(b, "agent"), _concerned(b)
    return not (agents & others or patients & theirs) and bool(agents & theirs) and bool(patients & others)


def _filled(t: Telling, role: str) -> frozenset[str]:
    return frozenset(actor for r, actor in t.roles if r == role)


def _concerned(t: Telling) -> frozenset[str]:
    return _filled(t, "patient") | _filled(t, "recipient")
