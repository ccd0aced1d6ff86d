"""The classes of words that rules speak of, found at every position of a text.

Word classes come from `seeds/lexicons/time-words.tsv` and `time-holidays.tsv`, names of events from
`seeds/gazetteers/events.tsv`; classes of numbers (`number`, `year`, `day`, `hour`, …) are read from digits and number words. An
entry of several pieces is found by its first piece.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from dateline.date.named import by_name
from dateline.date.numbers import Numbers, ordinal_digits, whole
from dateline.date.scan import Piece, split
from dateline.resources import table

Value = str | Fraction
Found = list[tuple[int, Value]]  # where the words stop, and what they stand for
Classes = dict[str, Found]


@dataclass(frozen=True, slots=True)
class Entry:
    """Some words of a class with their value."""

    words: tuple[str, ...]
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """All entries by first and by last piece, and the number words."""

    by_first: dict[str, tuple[Entry, ...]]
    modifiers: dict[str, tuple[Entry, ...]]  # by last piece, longest first: they are looked up backwards
    around: dict[str, frozenset[str]]  # words that show what stands beside them, by class: "before year"
    numbers: Numbers


@cache
def load() -> Words:
    """Read the word lists once."""
    rows = [Entry(split(r["words"]), r["class"], r["value"]) for r in table("seeds", "lexicons", "time-words.tsv")]
    rows += [Entry(split(r["words"]), "holiday", r["date"]) for r in table("seeds", "lexicons", "time-holidays.tsv")]
    rows += [Entry(tuple(name.split(" ")), "named", name) for name in by_name()]
    by_first: dict[str, list[Entry]] = {}
    by_last: dict[str, list[Entry]] = {}
    around: dict[str, set[str]] = {}
    for entry in rows:
        if " " in entry.kind:
            around.setdefault(entry.kind, set()).add(entry.words[0])
        elif entry.kind == "mod":
            by_last.setdefault(entry.words[-1], []).append(entry)
        elif entry.kind not in ("cardinal", "scale"):
            by_first.setdefault(entry.words[0], []).append(entry)
    cardinals = {e.words[0]: int(e.value) for e in rows if e.kind == "cardinal"}
    scales = {e.words[0]: int(e.value) for e in rows if e.kind == "scale"}
    return Words(
        {word: tuple(entries) for word, entries in by_first.items()},
        {word: tuple(sorted(entries, key=lambda e: -len(e.words))) for word, entries in by_last.items()},
        {kind: frozenset(found) for kind, found in around.items()},
        Numbers(cardinals, scales),
    )


def around(kind: str) -> frozenset[str]:
    """The words of a class that show what stands beside them."""
    return load().around[kind]


def classes_at(words: Words, pieces: Sequence[Piece], i: int) -> Classes:
    """Every class that begins at a position, each with where it stops and its value; longest first within a class."""
    lower = pieces[i].lower
    found: Classes = {}
    for entry in words.by_first.get(lower, ()):
        stop = i + len(entry.words)
        if len(entry.words) == 1 or tuple(p.lower for p in pieces[i:stop]) == entry.words:
            found.setdefault(entry.kind, []).append((stop, entry.value))
    if lower.isdecimal():
        _digit_classes(words, pieces, i, found)
    elif lower in words.numbers.cardinals or lower in ("a", "an"):
        _numeric(words, pieces, i, found)
    for readings in found.values():
        if len(readings) > 1:
            readings.sort(key=lambda reading: -reading[0])
    return found


def _numeric(words: Words, pieces: Sequence[Piece], i: int, found: Classes) -> None:
    number = words.numbers.number(pieces, i)
    if number:
        found.setdefault("number", []).append(number)
    year = words.numbers.year(pieces, i)
    if year:
        found.setdefault("year", []).append((year[0], Fraction(year[1])))


def _digit_classes(words: Words, pieces: Sequence[Piece], i: int, found: Classes) -> None:
    """What a run of digits can be: a number, a year, a day of the month, an hour, a minute."""
    _numeric(words, pieces, i, found)
    lower = pieces[i].lower
    ordinal = ordinal_digits(pieces, i)
    if ordinal:
        found["ordinal"] = [(ordinal[0], str(ordinal[1]))]
        if 1 <= ordinal[1] <= 31:
            found["day"] = [(ordinal[0], str(ordinal[1]))]
    if len(lower) > 4:
        return
    value = int(lower)
    reading: Found = [(i + 1, str(value))]
    if len(lower) == 4:
        found["four"] = reading
    if len(lower) == 4 and value % 10 == 0 and 1000 <= value <= 2190:
        found["decade"] = [(i + 1, str(value // 10))]
    if len(lower) > 2:
        return
    found["two"] = found["any"] = reading
    if len(lower) == 2:
        found["tens"] = reading if value % 10 == 0 else []
        if value <= 59:
            found["minute"] = reading
    if 0 <= value <= 24:
        found["hour"] = reading
    if 1 <= value <= 31 and whole(pieces, i) and not ordinal:
        found["day"] = reading
    if 1 <= value <= 12:
        found["mm"] = reading
