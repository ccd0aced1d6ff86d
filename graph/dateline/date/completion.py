"""What the words of a date leave open, filled in: the year of "October 7", the day of "Friday" or of "10 p.m.".

Tense says on which side of the publication date to look; without a tense the nearest such day is meant, and a weekday is the
last one. A date told just before can be counted from instead. Without a publication date all stays open.
"""

from dataclasses import replace
from datetime import date, timedelta

from dateline.date.moment import Moment, exists, on, span
from dateline.date.notation import edtf
from dateline.date.sense import Context, Said, Sense, moment_sense
from dateline.english import MONTHS, WEEKDAYS

_FAR, _NEAR = 240, 100  # days: who leaves out the year does not mean a day eight months off while one is near
_GOES_ON = 6  # sentences that a day goes on for
_FAR_MONTH = 300  # a whole month is looked back to from further off: "in January", said in October


def in_year(moment: Moment, which: str | None, context: Context) -> Sense:
    """A month, day, quarter or season without its year: the one that the tense and the publication date point to."""
    label = _label(moment)
    if context.day is None:
        return moment_sense(moment, why=f"{label} of an unknown year: the publication date is unknown")
    thread = _thread(moment, which, context)
    if thread:
        return thread
    years = [replace(moment, year=context.day.year + n, fiscal=False) for n in (-1, 0, 1)]
    years = [m for m in years if exists(m)]
    fitting = [m for m in years if moment.weekday and m.date and m.date.isoweekday() == moment.weekday]
    tense = _tense(context) if which is None and not fitting else None
    years = fitting or years or [replace(moment, year=context.day.year)]
    chosen, why = choose(years, context.day, which, tense, label)
    others = () if which or tense or fitting else _others(years, chosen, context.day)
    return moment_sense(replace(chosen, fiscal=chosen.fiscal or moment.fiscal), why=why, anchor="published", alternatives=others)


def _others(moments: list[Moment], chosen: Moment, day: date) -> tuple[str, ...]:
    """The other reading that the words allow where nothing but distance decides: the one on the other side of a day."""
    side = -1 if (chosen.year or 0, chosen.month or 0) > (day.year, day.month) else 1
    other = next((m for m in moments if m.year is not None and chosen.year is not None and m.year == chosen.year + side), None)
    written = edtf(other) if other else None
    return (written,) if written else ()


def choose(moments: list[Moment], day: date, which: str | None, tense: str | None, label: str) -> tuple[Moment, str]:
    """The moment that direction and tense ask for, out of those of neighbouring years in order."""
    spans = [(first, last, m) for m in moments for first, last in [span(m)] if first and last]
    if which == "-1":
        before = [m for _, last, m in spans if last < day]
        return (before or moments)[-1], f"the last {label} before publication"
    if which in ("1", "+"):
        after = [m for first, _, m in spans if first > day]
        return (after or moments)[0], f"the next {label} after publication"
    if which == "0":
        return next(m for m in moments if m.year == day.year or m is moments[-1]), f"the {label} of the year of publication"
    nearest, gap = _nearest(spans, day)
    if tense == "since":
        return [*moments[:1], *(m for first, _, m in spans if first <= day)][-1], f"the last {label} before publication"
    if tense == "past" and which is None and nearest.quarter and nearest.half is None:
        running = next((m for first, last, m in spans if first <= day <= last), None)
        if running is not None:  # a quarter of the calendar is told of when it is over, else a firm's own is meant
            return replace(running, fiscal=True), f"a {label} of a book year"
    far = _FAR if nearest.day else _FAR_MONTH if nearest.month else 10_000
    if tense == "past" or (tense != "future" and (nearest.quarter or nearest.half)):
        begun = [(m, _distance(first, last, day)) for first, last, m in spans if first <= day]
        if begun and (begun[-1][1] <= far or gap > _NEAR):
            return begun[-1][0], f"the last {label} before publication" + (", told in the past tense" if tense else "")
    if tense == "future" and not nearest.quarter:
        coming = [(m, _distance(first, last, day)) for first, last, m in spans if last >= day]
        if coming and (not nearest.day or coming[0][1] <= _FAR or gap > _NEAR):
            return coming[0][0], f"the next {label} after publication, told as to come"
    return nearest, f"the {label} nearest to publication"


def _nearest(spans: list[tuple[date, date, Moment]], day: date) -> tuple[Moment, int]:
    """The moment nearest to a day, and how many days lie between."""
    first, last, moment = min(spans, key=lambda s: (_distance(s[0], s[1], day), s[0]))
    return moment, _distance(first, last, day)


def _distance(first: date, last: date, day: date) -> int:
    """Days from a day to a stretch; 0 within it."""
    return max((first - day).days, (day - last).days, 0)


def _tense(context: Context) -> str | None:
    """The tense that a date is told in; what something has gone on since, or somebody is accused of, is past in any tense, "as
    soon as Monday" to come."""
    ended = context.before == "ended" or (context.before == "on" and context.behind[-2:-1] == ("ended",))
    if context.before == "since" or ended or context.blamed():
        return "since"
    if context.before == "as" and context.behind[-2:-1] in (("soon",), ("early",), ("late",)) and context.tense() != "past":
        return "future"
    return context.tense()


_PREVIOUS = ("previous", "preceding", "prior")


def _thread(moment: Moment, which: str | None, context: Context) -> Sense | None:
    """A month told within a year that the same sentence has just named: "In 2011 … in March"."""
    if which in ("=", "+"):
        said = context.last("year", "month", "day", "part", "hour", within=50)
    else:
        said = context.last("year", within=0) if which is None and not moment.day else None
    if said is None or said.moment.year is None or context.day is None:
        return None
    if which is None and (abs(said.moment.year - context.day.year) <= 1 or context.apart(said)):
        return None
    first = span(said.moment)[0] if which == "+" else None
    if which == "+":
        coming = [replace(moment, year=said.moment.year + n) for n in (0, 1)]
        after = next((m for m in coming if first and (begin := span(m)[0]) and begin > first), None)
        return moment_sense(after, why="the next one after the date just named", anchor=said.id) if after else None
    return moment_sense(replace(moment, year=said.moment.year), why="of the year just named", anchor=said.id)


def weekday(moment: Moment, which: str | None, context: Context) -> Sense:
    """A day of the week: by default the last one, publication day included; the next one where the clause looks ahead."""
    number = moment.weekday or 1
    name = WEEKDAYS[number - 1]
    if context.day is None:
        return moment_sense(moment, why=f"a {name}: which one is unknown, since the publication date is")
    base, anchor = context.day, "published"
    if which == "=" or which == "+":
        said = context.last("day", "part", "hour", within=50)
        if said and said.moment.date:
            base, anchor = said.moment.date, said.id
    back = (base.isoweekday() - number) % 7
    ahead = (number - base.isoweekday()) % 7
    tense = _tense(context) if which in (None, "0") else None
    if which == "-1":
        said = context.last("day", "part", "hour", within=2)
        named = said.moment.date if said and context.words[0] in _PREVIOUS else None
        if named and said and named.isoweekday() == number:  # "on Friday … the previous Friday"
            base, back, anchor = named, 7, said.id
        day, why = base - timedelta(days=back or 7), f"the last {name} before publication"
    elif which in ("1", "+"):
        day, why = base + timedelta(days=ahead or 7), f"the next {name} after publication"
    elif (
        tense != "past" and "later" in (*context.words, context.before) and back < ahead
    ):  # "was to meet her later Monday", written on Tuesday
        day, why = base - timedelta(days=back), _why_weekday(name, back, "the", "before", "")
    elif tense in ("future", "present") or (which == "0" and tense != "past"):
        day, why = base + timedelta(days=ahead), _why_weekday(name, ahead, "the next", "after", "told as to come")
    else:
        day, why = base - timedelta(days=back), _why_weekday(name, back, "the", "before", "")
    return moment_sense(
        dated(moment, day), why=why if anchor == "published" else why.replace("publication", "the day just named"), anchor=anchor
    )


def _why_weekday(name: str, distance: int, the: str, side: str, reason: str) -> str:
    if distance == 0:
        return f"the day of publication, a {name}"
    return f"{the} {name} {side} publication" + (f", {reason}" if reason else "")


def dated(moment: Moment, day: date) -> Moment:
    """A moment put on a calendar day, its part of the day kept."""
    found = replace(on(day), part=moment.part, hour=moment.hour, minute=moment.minute, mod=moment.mod)
    if moment.hour == 24:  # midnight ends the day: TIMEX3 writes T24:00
        return replace(found, minute=0)
    return found


def clock_only(moment: Moment, context: Context) -> Sense | None:
    """A clock time or part of the day: of the day last spoken of, told in the past of one told some sentences ago, too, if that
    was in the days before; else of the day of publication. What is to come is of no day that is over."""
    said: Said | None = context.last("day", "part", "hour", within=1) or _of_the_news(context)
    day = said.moment.date if said else None
    over = day is not None and context.day is not None and day < context.day and context.tense() == "future"
    if said and day and not over:
        return moment_sense(dated(moment, day), why="on the day just named", anchor=said.id)
    if context.day is None:
        return moment_sense(moment, why="a time of day; its day is unknown")
    return moment_sense(dated(moment, context.day), why="on the day of publication", anchor="published")


def _of_the_news(context: Context) -> Said | None:
    """A day of the last week that the article told of some sentences ago, where it goes on in the past tense."""
    said = context.last("day", "part", "hour", within=_GOES_ON)
    day = said.moment.date if said else None
    if day is None or context.day is None or not timedelta(0) <= context.day - day <= timedelta(days=7):
        return None
    return said if context.tense() == "past" else None


def _label(moment: Moment) -> str:
    """A moment without year, in words."""
    if moment.month:
        return (f"{moment.day} " if moment.day else "") + MONTHS[moment.month - 1]
    number = moment.quarter or moment.half
    if number:
        return f"{('first', 'second', 'third', 'fourth')[number - 1]} {'quarter' if moment.quarter else 'half'}"
    return {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}.get(moment.season or "", "one")
