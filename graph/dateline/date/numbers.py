"""Numbers and years as English writes them: "14,800", "2 1/2", "twenty-four", "a hundred", "nineteen ninety-six".

Each reader takes the pieces and a position and returns where the number stops and its value, or None.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from dateline.date.scan import Piece

Read = tuple[int, Fraction]
_SUFFIXES = ("st", "nd", "rd", "th")


class Numbers:
    """The number words of one language: cardinals by value ("forty": 40) and scales ("hundred": 100)."""

    def __init__(self, cardinals: Mapping[str, int], scales: Mapping[str, int]) -> None:
        self.cardinals = cardinals
        self.scales = scales

    def number(self, pieces: Sequence[Piece], i: int) -> Read | None:
        """A cardinal number in digits or words."""
        return _digits(pieces, i) if pieces[i].lower.isdecimal() else self._words(pieces, i)

    def year(self, pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
        """A year of four digits, or spelled out in two halves or as "two thousand" and something."""
        lower = pieces[i].lower
        if lower.isdecimal():
            alone = not _glued(pieces, i, ",.:", digits=True) and not _glued_before(pieces, i)
            return (i + 1, int(lower)) if len(lower) == 4 and 1000 <= int(lower) <= 2199 and alone else None
        high = self.cardinals.get(lower, 0)
        if lower == "two" and _lower(pieces, i + 1) == "thousand":
            return self._millennial(pieces, i)
        low = self._tens(pieces, i + 1) if 15 <= high <= 20 else None
        return (low[0], high * 100 + low[1]) if low and 10 <= low[1] <= 99 else None

    def _millennial(self, pieces: Sequence[Piece], i: int) -> tuple[int, int]:
        rest = i + 3 if _lower(pieces, i + 2) == "and" else i + 2
        low = self._tens(pieces, rest)
        return (low[0], 2000 + low[1]) if low else (i + 2, 2000)

    def _tens(self, pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
        """One to ninety-nine in words, or "oh five"."""
        value = self.cardinals.get(_lower(pieces, i), 0)
        if _lower(pieces, i) in ("oh", "o"):
            unit = self.cardinals.get(_lower(pieces, i + 1), 0)
            return (i + 2, unit) if 1 <= unit <= 9 else None
        if not value:
            return None
        after = i + 2 if _lower(pieces, i + 1) == "-" else i + 1
        unit = self.cardinals.get(_lower(pieces, after), 0)
        return (after + 1, value + unit) if value >= 20 and 1 <= unit <= 9 else (i + 1, value)

    def _words(self, pieces: Sequence[Piece], i: int) -> Read | None:
        """A number in words: groups of up to ninety-nine, multiplied by the scales that follow."""
        if _lower(pieces, i) in ("a", "an") and _lower(pieces, i + 1) in self.scales:
            stop, group = i + 1, 1
        else:
            first = self._tens(pieces, i) if _lower(pieces, i) not in ("oh", "o") else None
            if first is None:
                return None
            stop, group = first
        total = 0
        while _lower(pieces, stop) in self.scales:
            scale = self.scales[_lower(pieces, stop)]
            stop += 1
            total, group = (total, group * 100) if scale == 100 else (total + group * scale, 0)
            rest = stop + 1 if _lower(pieces, stop) == "and" else stop
            low = self._tens(pieces, rest)
            if low:
                stop, group = low[0], group + low[1]
        return stop, Fraction(total + group)


def ordinal_digits(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    """An ordinal in digits: "24th"."""
    if pieces[i].lower.isdecimal() and len(pieces[i].lower) <= 3 and _lower(pieces, i + 1) in _SUFFIXES and _touch(pieces, i):
        return i + 2, int(pieces[i].lower)
    return None


def whole(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the digits at a position are a number of their own, no part of 24,000 or 3.5 or 7:30."""
    return not _glued(pieces, i, ",.:", digits=True) and not _glued_before(pieces, i)


def _digits(pieces: Sequence[Piece], i: int) -> Read | None:
    """Digits with thousands separators, a decimal part, or a fraction after them."""
    if len(pieces[i].lower) > 12 or _glued_before(pieces, i):
        return None
    text, stop = pieces[i].lower, i + 1
    while _glued(pieces, stop - 1, ",", digits=True) and len(pieces[stop + 1].lower) == 3:
        text, stop = text + pieces[stop + 1].lower, stop + 2
    value = Fraction(int(text[:15]))
    if _glued(pieces, stop - 1, ".", digits=True):
        decimals = pieces[stop + 1].lower[:9]
        return stop + 2, value + Fraction(int(decimals), 10 ** len(decimals))
    return _fraction(pieces, stop, value)


def _fraction(pieces: Sequence[Piece], i: int, value: Fraction) -> Read:
    """A fraction after a whole number: "2 1/2", "2-1/2"."""
    at = i + 1 if _lower(pieces, i) == "-" else i
    above, below = _lower(pieces, at), _lower(pieces, at + 2)
    if above.isdecimal() and below.isdecimal() and _lower(pieces, at + 1) == "/" and len(above) == len(below) == 1 and int(below):
        return at + 3, value + Fraction(int(above), int(below))
    return i, value


def _lower(pieces: Sequence[Piece], i: int) -> str:
    return pieces[i].lower if 0 <= i < len(pieces) else ""


def _touch(pieces: Sequence[Piece], i: int) -> bool:
    """Whether nothing stands between a piece and the next one."""
    return i + 1 < len(pieces) and pieces[i].end == pieces[i + 1].start


def _glued(pieces: Sequence[Piece], i: int, marks: str, *, digits: bool) -> bool:
    """Whether one of the marks and more digits follow at once."""
    return (
        _touch(pieces, i)
        and pieces[i + 1].lower in marks
        and _touch(pieces, i + 1)
        and (not digits or pieces[i + 2].lower.isdecimal())
    )


def _glued_before(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the digits continue a number or stand for an amount of money: "3,200", "$40"."""
    if i and pieces[i - 1].end == pieces[i].start:
        if pieces[i - 1].lower in ("$", "€", "£", "¥", "₹", "#"):
            return True
        if pieces[i - 1].lower in (",", ".") and i >= 2 and pieces[i - 2].end == pieces[i - 1].start:
            return pieces[i - 2].lower.isdecimal()
    return False
