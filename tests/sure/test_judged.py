"""Judgements outlive the extraction that they were made of."""

from dataclasses import replace

import pytest

from dateline.model import Event, Role, RoleName
from dateline.sure.training.judged import Verdict, verdicts

VERDICT = Verdict(
    article="x",
    start=40,
    types={"MOVE": False, "RESIGN": True},
    parts={("agent", 10, 30): True, ("patient", 50, 60): False, ("topic", 50, 60): True},
    missing=(("place", 70, 75),),
)


def event(kind: str, *roles: tuple[RoleName, int, int]) -> Event:
    made = tuple(Role(role=role, start=start, end=end) for role, start, end in roles)
    return Event(id="e1", start=40, end=44, text="left", lemma="leave", label="", type=kind, roles=made)


def test_a_type_is_right_wrong_or_never_judged() -> None:
    assert [VERDICT.typed(event(kind)) for kind in ("RESIGN", "MOVE", "DIE")] == [True, False, None]


@pytest.mark.parametrize(
    ("part", "right"),
    [
        (("agent", 10, 30), True),
        (("agent", 14, 30), True),  # the phrase without its article
        (("patient", 50, 60), False),
        (("topic", 50, 60), True),
        (("place", 66, 75), True),  # who was missing then
        (("recipient", 10, 30), None),
    ],
)
def test_a_part_is_judged_by_its_words(part: tuple[str, int, int], right: bool | None) -> None:
    assert VERDICT.plays(part) is right


def test_a_cast_is_whole_when_nobody_judged_right_is_missing() -> None:
    full = event("MOVE", ("agent", 10, 30), ("topic", 50, 60), ("place", 70, 75))
    assert VERDICT.whole(full)
    assert VERDICT.whole(replace(full, roles=(*full.roles[:1], replace(full.roles[1], role="patient"), full.roles[2])))
    assert not VERDICT.whole(replace(full, roles=full.roles[:2]))
    assert not VERDICT.whole(replace(full, roles=full.roles[1:]))


def test_the_judgements_can_be_read_and_hold_no_text() -> None:
    found = list(verdicts())
    assert len(found) > 900
    assert len({(v.article, v.start) for v in found}) == len(found)
    assert all(v.types and all(kind.isupper() or "_" in kind for kind in v.types) for v in found)
    assert all(start < end for v in found for _, start, end in (*v.parts, *v.missing))
