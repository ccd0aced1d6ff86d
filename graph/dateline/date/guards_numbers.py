"""Guards on numbers: a year and no quantity, a length of time and no age, a clock time and no score."""

from itertools import pairwise

from dateline.date.match import NOUN, Match, lower, noun, touches
from dateline.date.numbers import whole
from dateline.date.words import around

_BEFORE_YEAR = frozenset(["the", "in", "of", "early", "late", "mid", "since"])
_CURRENCY = frozenset(["$", "€", "£", "¥", "₹", "%"])


def whole_number(match: Match) -> bool:
    """Digits that are a number of their own and are followed by no noun that they count."""
    return (
        whole(match.pieces, match.stop - 1) and not noun(match.after()) and lower(match.after()) not in ("%", "percent", ":", "/")
    )


def tight_number(match: Match) -> bool:
    """Digits that go on with no space between, as in "the 1976-83 dictatorship"; else a number that counts nothing."""
    pieces = match.pieces[match.start - 2 : match.stop]
    tight = all(one.end == other.start for one, other in pairwise(pieces))
    return whole(match.pieces, match.stop - 1) if tight and not match.next_is("unit", "units") else whole_number(match)


def no_number(match: Match) -> bool:
    """The last digits go on with no comma, colon or percent: not "March 3,200 people"."""
    last = match.stop - 1
    if not match.pieces[last].lower.isdecimal():
        return True
    return whole(match.pieces, last) and lower(match.after()) not in ("%", "percent", "million", "billion")


def year_alone(match: Match) -> bool:
    """Four digits that are a year and no quantity."""
    before, after = match.before(), match.after()
    if lower(before) in _CURRENCY or lower(after) in ("%", "percent", "million", "billion", "°"):
        return False
    if not match.pieces[match.start].lower.isdecimal():
        return True
    year = int(match.pieces[match.start].lower)
    if before is not None and before.end == match.pieces[match.start].start and before.lower in ("-", "/", ".", "@", "_", "="):
        second = lower(match.before(2))
        return before.lower in ("-", "/") and (
            (second.isdecimal() and len(second) == 4) or second in ("mid", "early", "late", "post", "pre")
        )
    if touches(match) and lower(after) not in (",", ".", ")", "'s", "-", ";", ":", "]", "'", '"', "”", "?", "!", "/"):
        return False
    if 1900 <= year <= 2050:
        return not (after is not None and after.tag == "NNS" and lower(before) not in _BEFORE_YEAR)
    return lower(before) in around("before year") and not (after is not None and after.tag in NOUN)


def across_two(match: Match) -> bool:
    """A year told by two, as of a season: the second is the one after the first."""
    return int(str(match.captures["later"])) == (int(str(match.captures["year"])) + 1) % 100 and year_alone(match)


def era(match: Match) -> bool:
    """BC and AD in capitals, beside a number."""
    return all(p.title for p in match.inside if p.lower in ("bc", "ad", "ce", "bce", "b", "a"))


def decade(match: Match) -> bool:
    """Decades in four digits or with an apostrophe; else only after "the" or a modifier, as "mid-30s" may be ages and shares."""
    first = match.inside[0].lower
    if first == "'" or (first.isdecimal() and len(first) == 4):
        return True
    before = lower(match.before())
    if first.isdecimal() and int(first) < 50 and before != "the":
        return False
    return before in around("before decade") and lower(match.before(2)) not in ("her", "his", "their", "my", "your", "our")


def half_alone(match: Match) -> bool:
    """A half of a year, where business is the subject."""
    return lower(match.after()) in ("earnings", "profit", "profits", "results", "sales", "revenue", "net", "loss")


def clock(match: Match) -> bool:
    """A clock time with a half of the day, a zone, a word like noon, or "at" before it; no score and no ratio."""
    if any(name in match.captures for name in ("ampm", "noon", "zone", "part")) or "clock" in {p.lower for p in match.inside}:
        return not (len(match.inside) == 2 and match.inside[1].lower == "am" and match.inside[1].tag.startswith("VB"))
    return lower(match.before()) in around("before clock")


def unit_alone(match: Match) -> bool:
    """The year, the quarter, the week as such."""
    unit = str(match.captures.get("unit"))
    after = match.after()
    if lower(match.before()) != "the":
        return False
    if unit not in ("year", "quarter", "week", "month") or lower(after) in (
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
    return not (noun(after) and unit != "year" and not touches(match)) and match.inside[-1].tag not in ("NNP",)


def counted(match: Match) -> bool:
    """A duration counted with a singular unit: hyphenated, or "a month"; no age and no price per unit."""
    inside = [p.lower for p in match.inside]
    if not no_age(match):
        return False
    unit = match.inside[-1]
    if inside[0] in ("a", "an", "one", "another"):
        if inside[0] != "another" and _rate(match):
            return False
        if lower(match.after()) == "-" and touches(match):  # "a day-long", "a year-end"
            return False
        return (
            not (noun(match.after()) and inside[0] in ("a", "an") and len(inside) == 2)
            and str(match.captures.get("unit")) != "second"
            and unit.tag not in ("NNP",)
        )
    return str(match.captures.get("unit")) != "second" or "-" in inside


def _rate(match: Match) -> bool:
    """Whether so many of something are told by the unit: "four flights a week", but not "held ten men a week after the vote"."""
    many = match.before()
    if many is None or many.tag != "NNS" or match.before(2) is None:
        return False
    counted = any((word := match.before(n)) is not None and word.tag == "CD" for n in (2, 3))
    return counted and lower(match.after()) not in ("before", "after", "ahead", "prior", "into", "from", "apart", "of", "since")


def no_age(match: Match) -> bool:
    """No age: "42 years old", "a 42-year-old man", "aged 42 years"."""
    after = [lower(match.after(n)) for n in range(2)]
    if match.inside[-1].lower == "old" or _in_a_name(match):
        return False
    return not (
        after[0] == "old" or (after[0] == "-" and after[1] in ("old", "olds")) or (after[0] == "of" and after[1] == "age")
    )


def _in_a_name(match: Match) -> bool:
    """Whether a length is part of a name: "the Thirty Years' War"."""
    mark, word = match.after(), match.after(1)
    return lower(mark) == "'" and word is not None and word.title and match.inside[-1].title


def units_alone(match: Match) -> bool:
    """Weeks, years without a count: a stretch of time, not "years old", not "three years"."""
    before = match.before()
    unit = str(match.captures.get("units"))
    if unit in ("quarter", "second", "minute", "weekend") or not no_age(match):
        return False
    if unit == "hour" and lower(match.after()) == "of":  # "in the early hours of Tuesday"
        return False
    return before is None or before.tag not in ("CD", "PRP$", "NNP", "NN")


def not_ago(match: Match) -> bool:
    """A unit that an amount is counted by, not "a year ago"."""
    return not match.next_is("ago", "earlier") and lower(match.after()) not in ("-", "and", "or")


def no_share(match: Match) -> bool:
    """A quarter of a year, not three quarters of the votes or a quarter of a point."""
    unit = str(match.captures.get("unit") or match.captures.get("units"))
    return unit != "quarter" or (lower(match.after()) not in ("of", "-") and "-" not in {p.lower for p in match.inside})


def earlier(match: Match) -> bool:
    """Before and after as adverbs: no clause or noun phrase follows."""
    last = match.inside[-1].lower
    if last in ("before", "after", "prior"):
        return lower(match.after()) in (".", ",", ";", ")", "")
    return lower(match.after()) not in ("than",)
