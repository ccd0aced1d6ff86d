"""What people have decided: a correction outweighs what the program would conclude, and lasts when articles are read anew.

A decision names tellings by where they stand, `ARTICLE#char=START,END`, since numbers of events change when rules do. Of
decisions that contradict each other the latest holds.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from dateline.errors import OptionError
from dateline.merge.names import digest
from dateline.merge.telling import Key
from dateline.model import Decision, StoryEvent, StoryRole, When

VERDICTS = {
    "same": "two tellings are one event",
    "different": "two tellings are two events",
    "not-an-event": "nothing happened where these words stand",
    "date": "the event was on this day",
    "type": "the event is of this type",
    "actor": "this actor plays this part: ROLE=ACTOR",
}
_PLACE = re.compile(r"(?P<article>.+)#char=(?P<start>\d+),(?P<end>\d+)", re.DOTALL)
_ROLES = ("agent", "patient", "recipient", "place", "instrument", "topic")


def parse(line: str) -> Decision:
    """A decision from a line of the file of decisions. Raises OptionError for a line that is none."""
    try:
        row: dict[str, Any] = json.loads(line)
        made = Decision(**{**row, "about": tuple(row["about"])})
    except (ValueError, TypeError, KeyError) as error:
        raise OptionError(f"not a decision: {line.strip()[:80]!r} ({error})") from None
    checked(made)
    return made


def written(decision: Decision) -> str:
    """A decision as a line of the file."""
    row = {name: getattr(decision, name) for name in ("verdict", "about", "value", "who", "when", "why")}
    return json.dumps(row, ensure_ascii=False) + "\n"


def checked(decision: Decision) -> Decision:
    """The decision, if it can be carried out. Raises OptionError if not."""
    if decision.verdict not in VERDICTS:
        raise OptionError(f"{decision.verdict!r} is no decision; there are {', '.join(VERDICTS)}")
    wanted = 2 if decision.verdict in ("same", "different") else 1
    if len(decision.about) < wanted or not all(_PLACE.fullmatch(place) for place in decision.about):
        raise OptionError(f"{decision.verdict} is about {wanted} or more places like ARTICLE#char=10,14")
    if decision.verdict == "date":
        _day(decision.value)
    if decision.verdict == "actor" and decision.value.partition("=")[0] not in _ROLES:
        raise OptionError(f"{decision.value!r}: write ROLE=ACTOR, the role one of {', '.join(_ROLES)}")
    if decision.verdict == "type" and not decision.value.isupper():
        raise OptionError(f"{decision.value!r} is no type of event")
    return decision


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise OptionError(f"{value!r} is no day like 2024-05-31") from None


def place(article: str, start: int, end: int) -> str:
    """How a decision names a telling."""
    return f"{article}#char={start},{end}"


@dataclass(frozen=True)
class Rulings:
    """Decisions, ready to be asked. The order of decisions matters only where they contradict each other."""

    decisions: tuple[Decision, ...] = ()

    @cached_property
    def _none(self) -> frozenset[str]:
        return frozenset(p for d in self._ordered if d.verdict == "not-an-event" for p in d.about)

    @cached_property
    def _ordered(self) -> tuple[Decision, ...]:
        return tuple(sorted(self.decisions, key=lambda d: (d.when, written(d))))

    def is_none(self, place: str) -> bool:
        """Whether somebody has decided that nothing happened where these words stand."""
        return place in self._none

    def pairs(self, places: Mapping[Key, str]) -> dict[tuple[Key, Key], float]:
        """The pairs that are decided: far above likely, or impossible. `places` are those of all tellings, in their order."""
        at = {place: key for key, place in places.items()}
        found: dict[tuple[Key, Key], float] = {}
        for d in self._ordered:
            if d.verdict not in ("same", "different"):
                continue
            keys = [at[p] for p in d.about if p in at]
            for other in keys[1:]:
                if other != keys[0]:
                    found[min(keys[0], other), max(keys[0], other)] = CERTAIN if d.verdict == "same" else -1.0
        return found

    def corrected(self, event: StoryEvent, places: Mapping[Key, str], actors: Mapping[str, str]) -> StoryEvent:
        """An event with its date, type and cast as people have decided. `actors` are the story's: {name in lower case: id}."""
        own = {places[key] for key in event.members}
        for d in self._ordered:
            if not own.isdisjoint(d.about):
                changed = _changed(event, d, actors)
                looked_at = changed is not event or (d.verdict == "same" and len(own.intersection(d.about)) > 1)
                event = replace(changed, confidence=1.0) if looked_at else event
        return event


def _changed(event: StoryEvent, d: Decision, actors: Mapping[str, str]) -> StoryEvent:
    if d.verdict == "date":
        on = _day(d.value)
        why = f"decided by {d.who}" if d.who else "decided by a reader"
        return replace(
            event,
            when=When(edtf=d.value, earliest_begin=on, latest_begin=on, earliest_end=on, latest_end=on, why=why),
        )
    if d.verdict == "type":
        return replace(event, type=d.value)
    if d.verdict == "actor":
        role, _, name = d.value.partition("=")
        actor = actors.get(name.casefold(), name)
        if actor not in actors.values():
            return event  # nobody of that name is in the articles now
        others = tuple(r for r in event.roles if r.role != role)
        made = StoryRole(role=role, actor=actor)  # type: ignore[arg-type]
        return replace(event, roles=tuple(sorted((*others, made), key=lambda r: (r.role, r.actor))))
    return event


CERTAIN = 1e6  # the mean over two groups stays far above every likelihood, however large they are


def decision_id(decision: Decision) -> str:
    """An id made from the content."""
    return digest(written(decision))
