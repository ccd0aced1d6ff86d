"""What an editor is shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.model import Quantity, Story, StoryActor, StoryEvent, StoryRole
from dateline.store import open_store
from dateline.store.review import distance, review
from store.sample import harbour, on, story, strike


def findings(told: Story) -> list[tuple[str, str]]:
    store = open_store(merge=lambda documents: told)
    store.add([harbour(), strike()])
    return [(f.kind, f.why) for f in review(store)]


def changed(id: str, change: Callable[[StoryEvent], StoryEvent]) -> Story:
    return replace(story(), events=tuple(change(e) if e.id == id else e for e in story().events))


def test_of_the_sample_only_what_is_thin_and_contested() -> None:
    kinds = [kind for kind, _ in findings(story())]
    # one row for each pair of values, and for each who contests
    assert kinds == ["without actors", "without actors", "contested value", "contested", "contested"]


def test_told_as_past_in_the_future() -> None:
    store = open_store(merge=lambda documents: changed("consult-1", lambda e: replace(e, when=on("2024-04-01"))))
    document = harbour()
    store.add([replace(document, events=tuple(replace(e, tense="past") for e in document.events)), strike()])
    found = [f for f in review(store) if f.kind == "told as past in the future"]
    assert [f.what.rpartition("/")[2] for f in found] == ["consult-1"]
    assert "article of 2024-03-08, but dated 2024-04-01" in found[0].why


def test_figures_that_disagree() -> None:
    more = Quantity(start=0, end=0, kind="killed", unit="people", min=9)
    told = findings(changed("die-1", lambda e: replace(e, quantities=(*e.quantities, more))))
    assert ("figures disagree", "Three to five people killed: killed at most 5 people, and at least 9") in told


@pytest.mark.parametrize(("latitude", "found"), [(12.6, False), (40.0, True)])
def test_somebody_in_two_places(latitude: float, found: bool) -> None:
    there = StoryActor(id="place/north", name="North", type="place", latitude=latitude, longitude=-3, members=(("strike", "a3"),))
    second = StoryEvent(
        id="speak-1",
        label="Ana Vidal speaks in North",
        type="PUBLISH",
        status="actual",
        when=on("2024-03-07"),
        roles=(StoryRole(role="agent", actor="person/ana-vidal"), StoryRole(role="place", actor="place/north")),
        members=(("strike", "e2"),),
    )
    told = replace(story(), actors=(*story().actors, there), events=(*story().events, second))
    assert any(kind == "in two places" and "Ana Vidal on 2024-03-07" in why for kind, why in findings(told)) is found


def test_distances() -> None:
    assert distance(0, 0, 0, 0) == 0
    assert distance(0, 0, 0, 180) == pytest.approx(20015, abs=1)
    assert distance(51.5, -0.1, 48.9, 2.4) == pytest.approx(340, abs=10)
