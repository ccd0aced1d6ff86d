"""Whole articles: what must come out of them, written down from reading them.

Each folder of `cases/` holds an article and `expected.toml`. An expectation names an event by the words it stands at (`at`: they
begin with the trigger) and says of it only what is sure; an actor by its name; a claim by words it contains.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.extract import extract
from dateline.merge.status import chain, told_status
from dateline.model import Actor, Attribution, Document, Event
from dateline.read import read

CASES = Path(__file__).parent / "cases"
SAMPLE = Path(__file__).parents[1] / "seeds" / "articles" / "ceasefire-talks-doha.txt"


@cache
def documents() -> dict[str, Document]:
    """All cases, extracted together: the pipeline is loaded once."""
    folders = sorted(p.parent for p in CASES.glob("*/expected.toml"))
    sources = [next(iter(folder.glob("*.txt")), SAMPLE) for folder in folders]
    made = extract(read([str(s) for s in sources]))
    return dict(zip((f.name for f in folders), made, strict=True))


def rows(kind: str) -> list[Any]:
    """The expectations of one kind over all cases, one test each."""
    found = []
    for path in sorted(CASES.glob("*/expected.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, ()):
            words = row.get("at") or row.get("name") or row.get("says")
            found.append(pytest.param(path.parent.name, row, id=f"{path.parent.name}: {words[:40]}"))
    return found


@dataclass(frozen=True)
class Reading:
    """A document with the look-ups that expectations need."""

    document: Document

    def actor(self, key: str | None) -> Actor | None:
        return next((a for a in self.document.actors if a.id == key), None)

    def event(self, at: str) -> Event:
        start = self.document.text.index(at)
        found = [e for e in self.document.events if e.start == start]
        assert found, f"no event at {at!r}"
        return found[0]

    def fillers(self, event: Event, role: str) -> list[str]:
        """The names of those who fill a role; the words of the text where no actor is known."""
        told = []
        for r in event.roles:
            if r.role == role:
                actor = self.actor(r.actor)
                told.append(actor.name if actor else self.document.text[r.start : r.end])
        return told

    def around(self, event: Event) -> tuple[Attribution, ...]:
        """The attributions that hold an event, innermost first."""
        return chain({q.id: q for q in self.document.attributions}, event.attribution)

    def speaker(self, event: Event) -> str | None:
        around = self.around(event)
        source = around[0].source if around else None
        actor = self.actor(source.actor) if source else None
        return actor.name if actor else source and self.document.text[source.start : source.end]

    def figures(self, event: Event) -> list[dict[str, Any]]:
        return [{"kind": q.kind, "min": q.min, "max": q.max} for q in event.quantities]


@pytest.mark.parametrize(("case", "row"), rows("event"))
def test_event(case: str, row: dict[str, Any]) -> None:
    reading = Reading(documents()[case])
    event = reading.event(row["at"])
    for key in ("type", "polarity", "certainty", "tense"):
        if key in row:
            assert getattr(event, key) == row[key]
    if "status" in row:
        assert told_status(event, reading.around(event)) == row["status"]
    for role in ("agent", "patient", "recipient", "place"):
        if role in row:
            wanted = row[role] if isinstance(row[role], list) else [row[role]]
            told = " | ".join(reading.fillers(event, role))
            assert all(name in told for name in wanted), told
    if "party" in row:  # of two who do something together either may be called the agent
        told = " | ".join(name for role in ("agent", "patient", "recipient") for name in reading.fillers(event, role))
        assert all(name in told for name in row["party"]), told
    if "day" in row:
        assert event.when.edtf == row["day"]
        assert str(event.when.earliest_begin) == row["day"]
    if "begins" in row:
        assert str(event.when.earliest_begin) == str(event.when.latest_begin) == row["begins"]
    if "begins_year" in row:
        begin = (event.when.earliest_begin, event.when.latest_begin)
        assert [d and d.year for d in begin] == [row["begins_year"]] * 2
    if "speaker" in row:
        assert (reading.speaker(event) or "") == row["speaker"]
    if "figure" in row:
        assert any(row["figure"].items() <= f.items() for f in reading.figures(event)), reading.figures(event)


@pytest.mark.parametrize(("case", "row"), rows("actor"))
def test_actor(case: str, row: dict[str, Any]) -> None:
    document = documents()[case]
    (actor,) = [a for a in document.actors if a.name == row["name"]]
    mentions = {document.text[m.start : m.end] for m in actor.mentions}
    for key in ("type", "kind", "iso"):
        if key in row:
            assert getattr(actor, key) == row[key]
    for words in row.get("also", ()):
        assert any(words in m for m in mentions), mentions


@pytest.mark.parametrize(("case", "row"), rows("claim"))
def test_claim(case: str, row: dict[str, Any]) -> None:
    reading = Reading(documents()[case])
    document = reading.document
    held = [q for q in document.attributions if row["says"] in document.text[q.content.start : q.content.end]]
    told = []
    for q in held:
        actor = reading.actor(q.source.actor) if q.source else None
        told.append((actor.name if actor else q.source and document.text[q.source.start : q.source.end], q.stance))
    assert (row["speaker"], row.get("stance", "affirms")) in told


@pytest.mark.parametrize("case", sorted(p.parent.name for p in CASES.glob("*/expected.toml")))
def test_every_sentence_is_accounted_for(case: str) -> None:
    document = documents()[case]
    covered = set().union(*(range(s.start, s.end) for s in document.sentences))
    assert all(i in covered for i, c in enumerate(document.text) if not c.isspace())
    for s in document.sentences:
        events = [e for e in document.events if s.start <= e.start < s.end]
        assert s.outcome == ("skipped" if s.outcome == "skipped" else "events" if events else "none")
        assert s.why or s.outcome != "skipped"
