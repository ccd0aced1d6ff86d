"""Extracted events beside the same events as somebody read them: is the type right, each part, and is nobody missing?"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import UNTYPED, Event, Role
from dateline.sure.told import MAIN
from dateline.training.lessons import ReadEvent, read_events


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What somebody's reading says of an event that was extracted."""

    article: str
    read: ReadEvent

    def typed(self, event: Event) -> bool:
        """Whether an event's type is right."""
        return (event.type or UNTYPED) == self.read.kind

    def plays(self, event: Event, role: Role) -> bool:
        """Whether somebody takes a part of an event; what is attacked or visited is where that happens, too."""
        names = {r.role for r in event.roles if (r.start, r.end) == (role.start, role.end)}
        parts = names if names == {"patient", "place"} else {role.role}
        return any(same(part, name) for name, at in self.read.roles if role.start <= at < role.end for part in parts)

    def whole(self, event: Event) -> bool:
        """Whether nobody of those who matter is missing from a cast, whatever part he is given in it."""
        main = [at for name, at in self.read.roles if name in MAIN]
        return all(any(r.start <= at < r.end for r in event.roles) for at in main)


def same(role: str, read: str | None) -> bool:
    """Whether a part is the one that was read: what is said or asked for the grammar calls a patient, readers often the topic."""
    return role == read or {role, read} == {"patient", "topic"}


def verdicts() -> Iterator[Verdict]:
    """The events that were read and that the language pipeline was not trained on."""
    for article, events in read_events().items():
        yield from (Verdict(article=article, read=e) for e in events.values() if e.part == "weigh")
