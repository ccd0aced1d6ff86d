"""Conditions on a match that a pattern over words cannot state: parts of speech, what stands around it, its place in a name.

Each guard takes the match's surroundings and says whether it may stand. Rules name them in `guards`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.date.numbers import whole
from dateline.date.rules import Captures
from dateline.date.scan import Piece
from dateline.date.words import Classes

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_CURRENCY = frozenset(["$", "€", "£", "¥", "₹", "%"])
_YEAR_BEFORE = frozenset(
    (
        "in",
        "since",
        "by",
        "of",
        "until",
        "till",
        "from",
        "to",
        "through",
        "during",
        "before",
        "after",
        "between",
        "late",
        "early",
        "and",
        "or",
        "year",
        "around",
        "about",
        "mid",
        "-",
        "(",
        "[",
        "/",
        ",",
        "for",
        "the",
    )
)
_SEASON_BEFORE = frozenset(
    (
        "in",
        "during",
        "by",
        "since",
        "until",
        "till",
        "through",
        "of",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "every",
        "each",
        "throughout",
        "over",
    )
)
_BARE_BEFORE = frozenset(["for", "of", "in", "after", "within", "over", "many", "those", "for"])


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched, and what it captured."""

    pieces: list[Piece]
    start: int
    stop: int
    captures: Captures
    classes: list[Classes | None]

    def before(self, distance: int = 1) -> Piece | None:
        """A piece before the match."""
        i = self.start - distance
        return self.pieces[i] if i >= 0 else None

    def after(self, distance: int = 0) -> Piece | None:
        """A piece after the match."""
        i = self.stop + distance
        return self.pieces[i] if i < len(self.pieces) else None

    def next_is(self, *kinds: str) -> bool:
        """Whether the words after the match belong to one of the classes."""
        here = self.classes[self.stop] if self.stop < len(self.classes) else None
        return here is not None and any(kind in here for kind in kinds)

    @property
    def tag_after(self) -> str:
        """The part of speech of the next piece."""
        after = self.after()
        return after.tag if after else ""

    @property
    def inside(self) -> list[Piece]:
        """The pieces of the match."""
        return self.pieces[self.start : self.stop]


def _lower(piece: Piece | None) -> str:
    return piece.lower if piece else ""


def _noun(piece: Piece | None) -> bool:
    return piece is not None and piece.tag in _NOUN


def _touches(match: Match) -> bool:
    """Whether the next piece follows without a space."""
    after = match.after()
    return after is not None and after.start == match.pieces[match.stop - 1].end


def month_name(match: Match) -> bool:
    """Months are written with a capital; "may" and "march" are mostly verbs."""
    months = [p for p in match.inside if p.lower[:3] in _MONTHS]
    return all(p.title and not (p.lower in ("may", "march") and p.tag in ("MD", "VB", "VBP")) for p in months)


_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_NAMES = frozenset(["may", "march", "april", "june", "august", "mar", "jan", "dec", "sep", "jun", "jul"])


def month_alone(match: Match) -> bool:
    """A month without a day: no first name, no first word of a name."""
    word = match.inside[-1] if match.inside[-1].lower != "." else match.inside[-2]
    if word.lower not in _NAMES or len(match.inside) > 1:
        return True
    after = match.after()
    if word.lower in ("may", "march") and word.tag not in ("NNP", "NN", ""):
        return False
    return not (after and after.tag in ("NNP", "NNPS") and after.title and not _touches(match))


def weekday_name(match: Match) -> bool:
    """Weekdays are written with a capital, and are no part of a newspaper's name."""
    days = [p for p in match.inside if p.lower.endswith("day") or len(p.lower) <= 5]
    after = match.after()
    return any(p.title for p in days) and not (
        after and after.title and after.lower in ("times", "telegraph", "mirror", "mail", "express", "post")
    )


def whole_number(match: Match) -> bool:
    """Digits that are a number of their own and are followed by no noun that they count."""
    return (
        whole(match.pieces, match.stop - 1)
        and not _noun(match.after())
        and _lower(match.after()) not in ("%", "percent", ":", "/")
    )


def no_number(match: Match) -> bool:
    """The last digits go on with no comma, colon or percent: not "March 3,200 people"."""
    last = match.stop - 1
    if not match.pieces[last].lower.isdecimal():
        return True
    return whole(match.pieces, last) and _lower(match.after()) not in ("%", "percent", "million", "billion")


def year_alone(match: Match) -> bool:
    """Four digits that are a year and no quantity."""
    before, after = match.before(), match.after()
    if _lower(before) in _CURRENCY or _lower(after) in ("%", "percent", "million", "billion", "°"):
        return False
    if not match.pieces[match.start].lower.isdecimal():
        return True
    year = int(match.pieces[match.start].lower)
    if before is not None and before.end == match.pieces[match.start].start and before.lower in ("-", "/", ".", "@", "_", "="):
        second = _lower(match.before(2))
        return before.lower in ("-", "/") and (
            (second.isdecimal() and len(second) == 4) or second in ("mid", "early", "late", "post", "pre")
        )
    if _touches(match) and _lower(after) not in (",", ".", ")", "'s", "-", ";", ":", "]", "'", '"', "”", "?", "!", "/"):
        return False
    if 1900 <= year <= 2050:
        return not (after is not None and after.tag == "NNS" and _lower(before) not in ("the", "in", "of"))
    return _lower(before) in _YEAR_BEFORE and not (after is not None and after.tag in _NOUN)


def era(match: Match) -> bool:
    """BC and AD in capitals, beside a number."""
    return all(p.title for p in match.inside if p.lower in ("bc", "ad", "ce", "bce", "b", "a"))


def decade(match: Match) -> bool:
    """Decades in digits; in words only after "the" or a modifier."""
    if match.inside[0].lower in ("'",) or match.inside[0].lower.isdecimal():
        if len(match.inside[0].lower) == 2:  # "80s": also temperatures and ages
            return _lower(match.before()) in ("the", "early", "late", "mid", "-") and _lower(match.before(2)) not in (
                "in his",
                "her",
                "his",
                "their",
            )
        return True
    return _lower(match.before()) in ("the", "early", "late", "mid", "-")


def half_alone(match: Match) -> bool:
    """A half of a year, where business is the subject."""
    return _lower(match.after()) in ("earnings", "profit", "profits", "results", "sales", "revenue", "net", "loss")


def season_alone(match: Match) -> bool:
    """A season and no verb: to fall, to spring, a fall in prices."""
    word = match.inside[-1]
    if word.tag.startswith("VB"):
        return False
    if len(match.inside) > 1:
        return True
    near = _lower(match.before(2)) if _lower(match.before()) == "the" else _lower(match.before())
    if word.lower in ("fall", "spring", "autumn"):
        return near in _SEASON_BEFORE and _lower(match.after()) not in ("of", "in")
    return near in _SEASON_BEFORE or _lower(match.before()) == "the"


def capital(match: Match) -> bool:
    """Holidays are written with a capital."""
    return any(p.title for p in match.inside)


def clock(match: Match) -> bool:
    """A clock time with a half of the day, a zone, a word like noon, or "at" before it; no score and no ratio."""
    if any(name in match.captures for name in ("ampm", "noon", "zone")) or "clock" in {p.lower for p in match.inside}:
        return not (len(match.inside) == 2 and match.inside[1].lower == "am" and match.inside[1].tag.startswith("VB"))
    return _lower(match.before()) in (
        "at",
        "by",
        "until",
        "around",
        "about",
        "from",
        "before",
        "after",
        "since",
        "to",
        "till",
        "between",
    )


_PART_BEFORE = frozenset(["the", "by", "before", "at", "until", "since"])


def part_alone(match: Match) -> bool:
    """A part of the day as an adverbial: "in the morning", "by dawn", "in the early evening", "at night" being a habit."""
    before, second = _lower(match.before()), _lower(match.before(2))
    if _noun(match.after()):
        return False
    return (before == "the" and second in ("in", "during")) or (
        before in ("by", "before", "until", "since", "at") and match.inside[0].lower in ("dawn", "dusk", "nightfall", "daybreak")
    )


def adverb(match: Match) -> bool:
    """An adverb, not before a noun."""
    return match.inside[-1].lower != "overnight" or not (_noun(match.after()) or match.inside[-1].tag in ("NN", "NNP"))


def unit_alone(match: Match) -> bool:
    """The year, the quarter, the week as such."""
    unit = str(match.captures.get("unit"))
    after = match.after()
    if _lower(match.before()) != "the":
        return False
    if unit not in ("year", "quarter", "week", "month") or _lower(after) in (
        "of",
        "-",
        "when",
        "that",
        "before",
        "after",
        "since",
        "he",
        "she",
        "they",
        "it",
        "in",
    ):
        return False
    return not (_noun(after) and unit != "year" and not _touches(match)) and match.inside[-1].tag not in ("NNP",)


def not_plural(match: Match) -> bool:
    """The weekend with its article."""
    return _lower(match.before()) == "the" and not _noun(match.after())


def earlier(match: Match) -> bool:
    """Before and after as adverbs: no clause or noun phrase follows."""
    last = match.inside[-1].lower
    if last in ("before", "after", "prior"):
        return _lower(match.after()) in (".", ",", ";", ")", "")
    return _lower(match.after()) not in ("than",)


def counted(match: Match) -> bool:
    """A duration counted with a singular unit: hyphenated, or "a month"; no age and no price per unit."""
    inside = [p.lower for p in match.inside]
    if not no_age(match):
        return False
    unit = match.inside[-1]
    if inside[0] in ("a", "an", "one", "another"):
        if _lower(match.after()) == "-" and _touches(match):  # "a day-long", "a year-end"
            return False
        return (
            not (_noun(match.after()) and inside[0] in ("a", "an") and len(inside) == 2)
            and str(match.captures.get("unit")) != "second"
            and unit.tag not in ("NNP",)
        )
    return str(match.captures.get("unit")) != "second" or "-" in inside


def no_age(match: Match) -> bool:
    """No age: "42 years old", "a 42-year-old man", "aged 42 years"."""
    after = [_lower(match.after(n)) for n in range(2)]
    if match.inside[-1].lower == "old":
        return False
    return not (
        after[0] == "old" or (after[0] == "-" and after[1] in ("old", "olds")) or (after[0] == "of" and after[1] == "age")
    )


def units_alone(match: Match) -> bool:
    """Weeks, years without a count: a stretch of time, not "years old", not "three years"."""
    before = match.before()
    unit = str(match.captures.get("units"))
    if unit in ("quarter", "second", "minute", "weekend") or not no_age(match):
        return False
    return before is None or before.tag not in ("CD", "PRP$", "NNP", "NN")


def vague(match: Match) -> bool:
    """Now, recently: not "now that", not before a participle ("the recently announced plan"), not "as soon as"."""
    first = match.inside[0].lower
    if first in ("previously", "recently", "formerly") and match.tag_after in ("VBN", "VBD", "JJ"):
        return False
    if first == "soon" and (_lower(match.before()) == "as" or _lower(match.after()) in ("after", "as")):
        return False
    if first == "the" and (_noun(match.after()) or match.next_is("number", "few", "unit", "units", "weekday", "month")):
        return False
    return _lower(match.after()) != "that" or first != "now"


def vague_adjective(match: Match) -> bool:
    """Recent and current before the noun of a state that has a time."""
    return _noun(match.after()) and _lower(match.before()) not in ("most", "more")


def adverb_set(match: Match) -> bool:
    """Daily, weekly as words of frequency, not in a newspaper's name."""
    if match.inside[0].lower != "daily" and (_noun(match.after()) or match.tag_after == "JJ"):
        return False
    return not any(p.title for p in match.inside)


def not_ago(match: Match) -> bool:
    """A unit that an amount is counted by, not "a year ago"."""
    return not match.next_is("ago", "earlier") and _lower(match.after()) not in ("-", "and", "or")


def no_title(match: Match) -> bool:
    """Not in a name: USA Today, CBS This Morning."""
    before = match.before()
    named = before is not None and before.title and before.tag.startswith("NNP")
    return not (named and match.inside[0].title and match.inside[-1].title)


def no_share(match: Match) -> bool:
    """A quarter of a year, not three quarters of the votes or a quarter of a point."""
    unit = str(match.captures.get("unit") or match.captures.get("units"))
    return unit != "quarter" or (_lower(match.after()) not in ("of", "-") and "-" not in {p.lower for p in match.inside})


GUARDS: dict[str, Callable[[Match], bool]] = {
    "month name": month_name,
    "month alone": month_alone,
    "weekday name": weekday_name,
    "whole number": whole_number,
    "no number": no_number,
    "year alone": year_alone,
    "era": era,
    "decade": decade,
    "half alone": half_alone,
    "season alone": season_alone,
    "capital": capital,
    "clock": clock,
    "part alone": part_alone,
    "adverb": adverb,
    "unit alone": unit_alone,
    "not plural": not_plural,
    "earlier": earlier,
    "counted": counted,
    "no age": no_age,
    "units alone": units_alone,
    "vague": vague,
    "vague adjective": vague_adjective,
    "adverb set": adverb_set,
    "not ago": not_ago,
    "no share": no_share,
    "no title": no_title,
    "before no noun": lambda match: not _noun(match.after()),
}
