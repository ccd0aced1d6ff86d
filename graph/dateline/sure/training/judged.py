"""Events that somebody has read and judged, found again in what is extracted now.

A judgement stands for a place in an article, not for an extraction: it names each type and each participant that was judged right
or wrong, and who was missing. So it serves extractions made after it, as far as they say what was judged; the rest is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Event

JUDGED = Path(__file__).with_name("judged-events.tsv")  # articles and offsets only

Part = tuple[str, int, int]  # role, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a reader said of an event."""

    article: str
    start: int
    types: dict[str, bool]
    parts: dict[Part, bool]
    missing: tuple[Part, ...]  # right, and not found when the event was judged; the words may be some of the phrase only

    def typed(self, event: Event) -> bool | None:
        """Whether an event's type is right; None where nobody judged such a type here."""
        return self.types.get(event.type or "")

    def plays(self, part: Part) -> bool | None:
        """Whether somebody takes a part. A phrase that was cut otherwise counts as the judged one that it shares an edge with."""
        if part in self.parts:
            return self.parts[part]
        if any(_same(part, other) for other in self.missing):
            return True
        told = {value for other, value in self.parts.items() if part[0] == other[0] and {*part[1:]} & {*other[1:]}}
        return told.pop() if len(told) == 1 else None

    def whole(self, event: Event) -> bool:
        """Whether nobody who was judged to take part is missing from a cast, whatever part he is given in it."""
        found = [(r.role, r.start, r.end) for r in event.roles]
        right = [part for part, value in self.parts.items() if value]
        return all(any(_same(f, m) for f in found) for m in self.missing) and all(
            any(_overlap(f, part) for f in found) for part in right
        )


def _same(one: Part, other: Part) -> bool:
    """Whether two name the same part, their words overlapping."""
    return one[0] == other[0] and _overlap(one, other)


def _overlap(one: Part, other: Part) -> bool:
    return one[1] < other[2] and other[1] < one[2]


def verdicts(source: Path = JUDGED) -> Iterator[Verdict]:
    """The judgements of a file."""
    lines = source.read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        article, start, _, _, types, roles = line.split("\t")
        parts: dict[Part, bool] = {}
        missing: list[Part] = []
        for role, span, mark in (cell.split(":") for cell in roles.split()):
            first, last = map(int, span.split("-"))
            if mark == "!":
                missing.append((role, first, last))
            else:
                parts[role, first, last] = mark == "+"
        yield Verdict(
            article=article,
            start=int(start),
            types={kind[:-1]: kind[-1] == "+" for kind in types.split("|")},
            parts=parts,
            missing=tuple(missing),
        )
