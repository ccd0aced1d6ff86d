"""Events that were read, beside what is extracted of them."""

from dataclasses import replace

import pytest

from dateline.model import Event, Role, RoleName
from dateline.resources import table
from dateline.training.judged import Verdict, verdicts
from dateline.training.lessons import ReadEvent, read_events

VERDICT = Verdict(
    article="x",
    read=ReadEvent(part="weigh", start=40, kind="RESIGN", roles=(("agent", 18), ("recipient", 55), ("topic", 80), ("place", 70))),
)


def event(kind: str | None, *roles: tuple[RoleName, int, int]) -> Event:
    made = tuple(Role(role=role, start=start, end=end) for role, start, end in roles)
    return Event(id="e1", start=40, end=44, text="left", lemma="leave", label="", type=kind, roles=made)


def test_a_type_is_right_or_wrong() -> None:
    assert [VERDICT.typed(event(kind)) for kind in ("RESIGN", "MOVE", None)] == [True, False, False]
    assert Verdict(article="x", read=replace(VERDICT.read, kind="-")).typed(event(None))


@pytest.mark.parametrize(
    ("part", "right"),
    [
        (("agent", 10, 30), True),
        (("agent", 19, 30), False),  # the head word is not among them
        (("patient", 50, 60), False),
        (("patient", 76, 90), True),  # what is said is told as either
        (("recipient", 10, 30), False),
    ],
)
def test_a_part_is_judged_by_its_words(part: tuple[RoleName, int, int], right: bool) -> None:
    role, start, end = part
    one = Role(role=role, start=start, end=end)
    assert VERDICT.plays(replace(event("RESIGN"), roles=(one,)), one) is right


def test_what_is_done_to_a_place_is_done_there() -> None:
    both = event("RESIGN", ("patient", 68, 75), ("place", 68, 75))
    assert all(VERDICT.plays(both, role) for role in both.roles)
    assert not VERDICT.plays(replace(both, roles=both.roles[:1]), both.roles[0])


def test_a_cast_is_whole_when_nobody_who_matters_is_missing() -> None:
    full = event("RESIGN", ("agent", 10, 30), ("recipient", 50, 60))
    assert VERDICT.whole(full)
    assert VERDICT.whole(replace(full, roles=(full.roles[0], replace(full.roles[1], role="patient"))))
    assert not VERDICT.whole(replace(full, roles=full.roles[:1]))


def test_what_was_read_is_well_formed_and_holds_no_text() -> None:
    kinds = {row["type"] for row in table("seeds", "lexicons", "event-predicates.tsv")} | {"-", "none"}
    roles = {"agent", "patient", "recipient", "place", "instrument", "topic"}
    found = [event for events in read_events().values() for event in events.values()]
    assert len(found) > 20_000
    assert {event.part for event in found} == {"train", "weigh"}
    assert {event.kind for event in found} <= kinds
    assert {role for event in found for role, _ in event.roles} <= roles


def test_an_article_teaches_or_is_kept_to_weigh() -> None:
    assert all(len({event.part for event in events.values()}) == 1 for events in read_events().values())
    assert len(list(verdicts())) > 7_000
