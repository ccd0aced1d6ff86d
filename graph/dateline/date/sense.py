"""What a time expression turns out to mean, and what its readers may know of the article around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.date.moment import Moment, bounds
from dateline.date.notation import edtf, timex
from dateline.model import Tense, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A reading of one expression: everything of a `Time` but its place in the text."""

    type: TimeType
    value: str
    moment: Moment | None = None  # where it is a stretch of the calendar
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None
    alternatives: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A time already read, that later ones may refer to."""

    id: str
    moment: Moment
    sentence: int
    token: int | None = None  # its topmost word, where the text is parsed


@dataclass(slots=True)
class Context:
    """What the article says around an expression: its date, the times before, and the tense here."""

    day: date | None = None  # the day of publication, or one end of what is known of it
    said: list[Said] = field(default_factory=list)  # moments read so far, the latest last
    sentence: int = 0
    tense: Callable[[], Tense | None] = lambda: None
    apart: Callable[[Said], bool] = lambda said: False  # whether a time already read is that of another clause's own past
    blamed: Callable[[], bool] = lambda: False  # whether it is of what somebody is blamed for
    spoken: Callable[[], Said | None] = lambda: None  # within a quotation, the time it was spoken at, if told right before it
    words: tuple[str, ...] = ()  # the expression's own pieces
    behind: tuple[str, ...] = ()  # the pieces before it, lower case, the nearest last
    after: str = ""

    @property
    def before(self) -> str:
        """The piece right before the expression, lower case."""
        return self.behind[-1] if self.behind else ""

    def last(self, *units: str, within: int = 3) -> Said | None:
        """The latest moment of one of the units, not more than some sentences ago."""
        for said in reversed(self.said):
            if self.sentence - said.sentence > within:
                return None
            if said.moment.unit in units:
                return said
        return None


def moment_sense(moment: Moment, *, why: str, anchor: str | None = None, alternatives: tuple[str, ...] = ()) -> Sense:
    """The sense of a stretch of the calendar."""
    earliest, latest = bounds(moment)
    kind: TimeType = "TIME" if moment.part or moment.hour is not None else "DATE"
    return Sense(
        type=kind,
        value=timex(moment),
        moment=moment,
        edtf=edtf(moment),
        earliest=earliest,
        latest=latest,
        anchor=anchor,
        alternatives=alternatives,
        why=why,
    )
