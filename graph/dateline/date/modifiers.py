"""What stands before a time expression and belongs to it: the article, "more than", "early", "the end of", "mid-".

Looked for to the left of a match. A modifier narrows or loosens the bounds; TIMEX3 keeps it outside the value.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.date.match import NOUN
from dateline.date.moment import Mod, bounds
from dateline.date.notation import edtf
from dateline.date.scan import Piece
from dateline.date.sense import Sense
from dateline.date.words import Words

_SIZE = ("MORE", "LESS", "APPROX")
_MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END", "APPROX": "APPROX"}
_LOOSE_UNITS = ("year", "decade", "century", "hour", "day")
_RULES_WITHOUT = ("weekday", "this unit", "vague reference", "vague adjective", "today", "the unit", "recent units")
_BEFORE_SIZES = ("for", "of", "in", "after", "by", "than", "just", "well", "little", "is", "was", "lasted", "took", "and")
_SIDES = ("before", "after", "since", "following", "that", "of")
_ENDING = ("ended", "ending", "ends")  # "the six months ended June 30"
_BEFORE_NOUNS = ("JJ", "JJR", "VBG", "VBN", "CD")
_NO_ARTICLE = ("vague reference", "vague adjective", "daily", "month day", "month day year", "month")


def extend(words: Words, pieces: Sequence[Piece], start: int, stop: int, sense: Sense, rule: str) -> tuple[int, list[str]]:
    """Where the expression really begins, and the modifiers on the way, the nearest first."""
    left = start
    found: list[str] = []
    for _ in range(3):
        at = _article(pieces, left, stop) if rule not in _NO_ARTICLE else left
        step = _modifier(words, pieces, at, sense, rule)
        if step is None:
            break
        left = step[0]
        found.append(step[1])
    bare = not found and rule in _NO_ARTICLE
    if rule == "bare units" and stop < len(pieces) and pieces[stop].lower in _SIDES:
        return left, found  # "in the days before the vote"
    return left if bare else _article(pieces, left, stop), found


def _article(pieces: Sequence[Piece], left: int, stop: int) -> int:
    """One piece further left where "the" belongs to the expression and not to a noun after it."""
    if left and pieces[left - 1].lower == "the" and pieces[left].lower != "the" and not _before_noun(pieces, stop):
        return left - 1
    return left


def _before_noun(pieces: Sequence[Piece], stop: int) -> bool:
    """Whether the expression stands before the noun that the article belongs to: "the third-quarter loss", "… net loss"."""
    if stop >= len(pieces) or pieces[stop].lower in _ENDING:
        return False
    if pieces[stop].start == pieces[stop - 1].end:
        return pieces[stop].lower in ("-", "/") and pieces[stop - 1].lower.isdecimal()  # "the 1976-83 dictatorship"
    following = pieces[stop + 1].tag if stop + 1 < len(pieces) else ""
    return pieces[stop].tag in NOUN or (pieces[stop].tag in _BEFORE_NOUNS and following in (*NOUN, *_BEFORE_NOUNS))


def _modifier(words: Words, pieces: Sequence[Piece], at: int, sense: Sense, rule: str) -> tuple[int, str] | None:
    """The modifier that ends right before a position, if it can go with such an expression."""
    if not at:
        return None
    last = pieces[at - 1].lower
    for entry in words.modifiers.get(last, ()):
        begin = at - len(entry.words)
        if (
            begin >= 0
            and tuple(p.lower for p in pieces[begin:at]) == entry.words
            and not _throughout(pieces, begin, at, sense)
            and _fits(entry.value, entry.words, pieces[at].lower, sense, rule)
        ):
            return begin, entry.value
    return None


def _throughout(pieces: Sequence[Piece], begin: int, at: int, sense: Sense) -> bool:
    """Whether "over" is a preposition and no size: "evolved over several years", but "for over several years"."""
    alone = at == begin + 1 and pieces[begin].lower == "over" and sense.type == "DURATION"
    return alone and not (begin and pieces[begin - 1].lower in _BEFORE_SIZES)


def _fits(kind: str, words: tuple[str, ...], following: str, sense: Sense, rule: str) -> bool:
    """Whether a modifier can go with an expression: sizes with lengths and counts, early and late with dates."""
    if kind in _SIZE:
        if following in ("the", "this", "that", "last", "next") or rule in _RULES_WITHOUT:
            return "least" in words and following == "the"
        if sense.type == "DURATION":
            return True
        return (kind != "MORE" and _loose(sense)) or rule in ("ago", "earlier", "units ago")
    if sense.moment is None:
        return False
    if kind == "WITHIN":
        return following not in ("the", "before", "after")
    if words[-1] == "of":
        return sense.type == "DATE"
    return following != "the"


def _loose(sense: Sense) -> bool:
    """Whether "about" can go with a date: about 2010, around 1 November, around 7:15."""
    return sense.moment is not None and sense.moment.unit in _LOOSE_UNITS


def modify(sense: Sense, kinds: Sequence[str], day: date | None) -> Sense:
    """A sense with its bounds moved by its modifiers."""
    for kind in kinds:
        if sense.moment is None:
            return sense
        if kind in _MODS:
            moment = replace(sense.moment, mod=_MODS[kind])
            first, last = bounds(moment)
            sense = replace(sense, moment=moment, edtf=edtf(moment), earliest=first, latest=last)
        elif kind in ("EARLIER", "LATER"):
            sense = _side(sense, kind, day)
    return sense


def _side(sense: Sense, kind: str, day: date | None) -> Sense:
    """Earlier this year lies before publication, later this year after it."""
    first, last = sense.earliest, sense.latest
    if day is None or first is None or last is None or not first <= day <= last or first == last:
        return sense
    first, last = (first, day) if kind == "EARLIER" else (day, last)
    return replace(sense, earliest=first, latest=last, edtf=f"[{first}..{last}]" if first != last else str(first))
