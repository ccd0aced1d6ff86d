"""When an article was published, from what it implies without saying: a small puzzle whose pieces are its own dates.

"Nov. 24" heads it; "since October 7" and "47 days" lie so far apart; "Thursday, Nov. 23" fits few years; it tells of an event
known by name, or of 2022 as past. Every year in which all pieces fit is kept: one is a date, several stand as alternatives; where
none fits, or there are no pieces, the date stays unknown. Years are sought from 1980 to 2049, never from the clock.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateline.date.moment import Moment, day_of, span
from dateline.english import MONTHS, WEEKDAYS
from dateline.model import Published, Tense

_YEARS = range(1980, 2050)
_HEADED = re.compile(r"XXXX-(\d\d)-(\d\d)")
_LENGTH = re.compile(r"P(\d+)([DW])")
_SHORTEST = 10  # days: shorter lengths mostly tell of something else than the time since a date
_WEEK = 7
_YEAR = timedelta(days=366)
_MOST = 12  # alternatives worth telling


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that tell a time, as read without a date of publication, with how it is told."""

    words: str
    value: str = ""  # TIMEX3
    moment: Moment | None = None
    tense: Tense | None = None
    before: str = ""  # the word before it
    named: date | None = None  # the first day of an event known by name


@dataclass(slots=True)
class Puzzle:
    """What the clues say of the day of publication."""

    not_before: tuple[date, str] | None = None
    not_after: tuple[date, str] | None = None
    headed: tuple[int, int] | None = None  # month and day
    since: list[tuple[int, int]] = field(default_factory=list)  # days that something has gone on from
    lengths: list[tuple[int, str]] = field(default_factory=list)  # days, and the words
    pairs: list[tuple[int, int, int]] = field(default_factory=list)  # month, day, weekday
    weekdays: list[int] = field(default_factory=list)  # told as past
    named: list[date] = field(default_factory=list)  # days of events known by name


@dataclass(frozen=True, slots=True)
class Fit:
    """The days of publication that fit in one year."""

    first: date
    last: date

    @property
    def edtf(self) -> str:
        return str(self.first) if self.first == self.last else f"[{self.first}..{self.last}]"


def infer(known: Published, clues: Sequence[Clue]) -> Published:
    """The date of publication as far as the clues tell it; what was known, where they tell nothing."""
    puzzle = _puzzle(known, clues)
    fits = [fit for year in _YEARS if (fit := _fits(puzzle, year))]
    return _solved(known, puzzle, fits, "; ".join(_reasons(puzzle, fits))) if fits else _between(known, puzzle)


def _puzzle(known: Published, clues: Sequence[Clue]) -> Puzzle:
    puzzle = Puzzle()
    headed = _HEADED.fullmatch(known.edtf or "")
    puzzle.headed = (int(headed[1]), int(headed[2])) if headed else None
    for clue in clues:
        _bound(puzzle, clue)
        _piece(puzzle, clue)
    if puzzle.not_before and puzzle.not_after and puzzle.not_before[0] > puzzle.not_after[0]:
        puzzle.not_after = None
    return puzzle


def _bound(puzzle: Puzzle, clue: Clue) -> None:
    """What is told as past lies before publication, what is told as to come after it."""
    moment = clue.moment
    first, last = (clue.named, None) if clue.named else span(moment) if moment else (None, None)
    if first is None or (moment and (moment.fiscal or moment.decade is not None or moment.century is not None)):
        return
    said = f"“{clue.words}”"
    past = clue.tense == "past" or clue.before == "since"
    if clue.named and clue.before not in ("before", "until", "for"):
        puzzle.named.append(first)
        past = True
    if past and (puzzle.not_before is None or first > puzzle.not_before[0]):
        puzzle.not_before = first, f"{said} is told as past"
    elif clue.tense == "future" and last and (puzzle.not_after is None or last < puzzle.not_after[0]):
        puzzle.not_after = last, f"{said} is told as to come"


def _piece(puzzle: Puzzle, clue: Clue) -> None:
    """The dates without a year, weekdays and lengths that a year must fit."""
    moment = clue.moment
    length = _LENGTH.fullmatch(clue.value)
    if length:
        days = int(length[1]) * (_WEEK if length[2] == "W" else 1)
        if days >= _SHORTEST and length[2] == "D":
            puzzle.lengths.append((days, clue.words))
    elif moment is None or moment.year is not None:
        return
    elif moment.month and moment.day:
        if moment.weekday:
            puzzle.pairs.append((moment.month, moment.day, moment.weekday))
        if clue.before == "since":
            puzzle.since.append((moment.month, moment.day))
    elif moment.weekday and clue.tense == "past":
        puzzle.weekdays.append(moment.weekday)


def _fits(puzzle: Puzzle, year: int) -> Fit | None:
    """The days of publication that fit in a year; nothing where no piece names a day of the year."""
    if puzzle.headed:
        day = _day(year, *puzzle.headed)
        found = Fit(day, day) if day else None
    elif len(set(puzzle.since)) == 1 and len({days for days, _ in puzzle.lengths}) == 1:
        found = _elapsed(puzzle, year)
    else:
        found = None
    return found if found and _allowed(puzzle, found) else None


def _elapsed(puzzle: Puzzle, year: int) -> Fit | None:
    """So many days since a date: the day reached is one of the weekdays told of, or that of publication."""
    begun = _day(year, *puzzle.since[0])
    if begun is None:
        return None
    reached = begun + timedelta(days=puzzle.lengths[0][0])
    if not puzzle.weekdays:
        return Fit(reached, reached + timedelta(days=1))
    if reached.isoweekday() not in puzzle.weekdays:
        return None
    ahead = _last_told(puzzle.weekdays, reached.isoweekday())
    return Fit(reached + timedelta(days=ahead), reached + timedelta(days=_WEEK - 1))


def _last_told(weekdays: list[int], first: int) -> int:
    """How many days after a weekday the last one told of lies, those more than half a week on being of the week before."""
    return max((w - first) % _WEEK for w in [first, *weekdays] if (w - first) % _WEEK <= _WEEK // 2)


def _allowed(puzzle: Puzzle, fit: Fit) -> bool:
    """Whether days of publication contradict nothing that the article tells."""
    if puzzle.not_before and fit.last < puzzle.not_before[0]:
        return False
    if puzzle.not_after and fit.first > puzzle.not_after[0]:
        return False
    if any(_nearest(fit.first, month, day).isoweekday() != weekday for month, day, weekday in puzzle.pairs):
        return False
    told = [*puzzle.since, *((month, day) for month, day, _ in puzzle.pairs)]
    same = [day for day in puzzle.named if (day.month, day.day) in told]  # "October 7" beside an event known to be of that day
    return all(timedelta(0) <= fit.last - day < _YEAR for day in same)


def _nearest(day: date, month: int, of_month: int) -> date:
    """The day of that name nearest to another."""
    days = [found for year in (day.year - 1, day.year, day.year + 1) if (found := _day(year, month, of_month))]
    return min(days, key=lambda d: abs(d - day), default=day)


def _day(year: int, month: int, day: int) -> date | None:
    return day_of(f"{year:04d}-{month:02d}-{day:02d}")


def _solved(known: Published, puzzle: Puzzle, fits: list[Fit], why: str) -> Published:
    """One fit is the date; several stand beside each other, what they share as the date."""
    if len(fits) == 1:
        fit = fits[0]
        return Published(edtf=fit.edtf, earliest=fit.first, latest=fit.last, basis="inferred", why=why)
    if puzzle.headed and len(fits) == len(_YEARS) - _impossible(puzzle.headed):
        return known
    first, last = fits[0], fits[-1]
    days = all(fit.first == fit.last for fit in fits)
    edtf = f"XXXX-{first.first:%m-%d}" if days else f"XXXX-{first.first:%m}" if _one_month(fits) else None
    return Published(
        edtf=edtf,
        earliest=first.first if puzzle.not_before else None,
        latest=last.last if puzzle.not_after else None,
        basis=known.basis if puzzle.headed else "inferred",
        why="; ".join(filter(None, (known.why if puzzle.headed else "", why))),
        alternatives=tuple(fit.edtf for fit in fits[:_MOST]),
    )


def _impossible(headed: tuple[int, int]) -> int:
    """How many of the years lack a day: 29 February."""
    return sum(_day(year, *headed) is None for year in _YEARS)


def _one_month(fits: list[Fit]) -> bool:
    return len({day.month for fit in fits for day in (fit.first, fit.last)}) == 1


def _between(known: Published, puzzle: Puzzle) -> Published:
    """Where only what is past and what is to come bound it."""
    if known.edtf or not (puzzle.not_before and puzzle.not_after):
        return known
    (first, past), (last, ahead) = puzzle.not_before, puzzle.not_after
    why = f"{past}, {ahead}"
    return replace(known, edtf=f"[{first}..{last}]", earliest=first, latest=last, basis="inferred", why=why)


def _reasons(puzzle: Puzzle, fits: list[Fit]) -> Iterator[str]:
    """The pieces that told, in words."""
    years = sorted({fit.first.year for fit in fits})
    told = ", ".join(map(str, years[:_MOST])) + (", …" if len(years) > _MOST else "")
    if not puzzle.headed:
        month, day = puzzle.since[0]
        words = puzzle.lengths[0][1]
        named = " or ".join(WEEKDAYS[number - 1] for number in sorted(set(puzzle.weekdays)))
        yield f"“{words}” counted from {day} {MONTHS[month - 1]} ends{f' on a {named}, as told,' if named else ''} in {told}"
    for month, day, weekday_number in dict.fromkeys(puzzle.pairs):
        yield f"{day} {MONTHS[month - 1]} falls on a {WEEKDAYS[weekday_number - 1]} in {told}"
    for bound in (puzzle.not_before, puzzle.not_after):
        if bound:
            yield bound[1]
