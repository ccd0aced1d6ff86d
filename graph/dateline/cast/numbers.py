"""Numbers in words and figures: "14,800", "twenty-seven", "3.5 billion", "tens of thousands", "two-thirds"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.resources import table

_SIGN = re.compile(r"([a-z]{0,3}[$€£¥₹₩₦₪])(?=\d)")
_CODE = re.compile(r"([a-z]{3})(?=\d)")
_SIGNED = re.compile(r"([A-Z][A-Za-z₵]{0,2})(\d[\d,.]*)([a-z]{0,3})")
_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,9})?([a-z]{0,2})")
_JOINTS = ("-", "–", "‐", "‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from words: its bounds, the position after its last word, and whether it is a share in percent."""

    min: float
    max: float
    stop: int
    share: bool = False


@cache
def _words(how: str) -> Mapping[str, tuple[float, float]]:
    """Number words of one sort with their bounds."""
    rows = table("seeds", "lexicons", "quantity-words.tsv")
    return {row["words"]: (float(row["min"]), float(row["max"])) for row in rows if row["how"] == how}


@cache
def letters() -> Mapping[str, str]:
    """Single letters that are scales behind digits, with the word for each."""
    scales = _words("scale")
    return {
        letter: next(w for w in scales if scales[w] == scales[letter] and len(w) > 2) for letter in scales if len(letter) == 1
    }


def sign(word: str) -> str:
    """The sign of money that is written together with its number: "nz$" of "nz$40"; "kes" of "kes240", as `coded` writes it."""
    found = _SIGN.match(word) or _CODE.match(word)
    return found[1] if found and (found.re is _SIGN or found[1] in _coded()) else ""


@cache
def signs(where: str) -> Mapping[str, str]:
    """Letters before a number that are a sign of money, as written, with the code of the money."""
    return {row["sign"]: row["unit"] for row in table("seeds", "lexicons", "quantity-signs.tsv") if row["where"] == where}


@cache
def _coded() -> frozenset[str]:
    return frozenset((*signs("any").values(), *signs("large").values()))


def coded(word: str, following: str) -> str:
    """A word in small letters, a sign of money before its digits written as a code: "kes240" for "Sh240", "zar5" for "R5" before
    "million". A single letter needs a large number, lest it name a road."""
    found = _SIGNED.fullmatch(word)
    if found is None:
        return word.lower()
    scale = found[3].lower() or following.lower().removesuffix(".")
    large = signs("large") if "," in found[2] or scale in _words("scale") else {}
    code = signs("any").get(found[1]) or large.get(found[1])
    return f"{code}{found[2]}{found[3]}".lower() if code else word.lower()


def _figure(word: str) -> float | None:
    """A number in digits, with a scale that may be glued to it ("3bn"); a hyphenated word of two ("twenty-seven")."""
    match = _FIGURE.fullmatch(word.removeprefix(sign(word)))
    if match is None:
        return _hyphenated(word)
    scale = 1.0
    if match[3]:
        scales = _words("scale")
        if match[3] not in scales:
            return None
        scale = scales[match[3]][0]
    return float(match[1].replace(",", "") + (match[2] or "")) * scale


def _hyphenated(word: str) -> float | None:
    """The value of two number words joined by a hyphen."""
    values = [_words("number")[part][0] for part in word.split("-") if part in _words("number")]
    fits = word.count("-") == 1 and len(values) == 2 and _continues(values[0], values[1])
    return sum(values) if fits else None


def _exact(words: Sequence[str], i: int) -> tuple[float, int] | None:
    """A numeral from position i: its value and the position after it."""
    figure = _figure(words[i])
    small, scales = _words("number"), _words("scale")
    if (
        figure is None
        and words[i] not in small
        and not (words[i] in ("a", "an") and i + 1 < len(words) and words[i + 1] in scales)
    ):
        return None
    total, current = (
        0.0,
        1.0 if figure is None and words[i] in ("a", "an") else figure if figure is not None else small[words[i]][0],
    )
    i += 1
    while i < len(words):
        joint = figure is not None and words[i] in _JOINTS and i + 1 < len(words) and words[i + 1] in scales
        i += joint  # "a $1-billion loan"
        word = words[i]
        if word in scales and len(word) > 1:
            if word in ("hundred", "dozen"):
                current *= scales[word][0]
            else:
                total, current = total + current * scales[word][0], 0.0
        elif figure is None and word in small and _continues(current, small[word][0]):
            current += small[word][0]
        elif figure is None and word in (*_JOINTS, "and") and i + 1 < len(words) and words[i + 1] in small:
            if not _continues(current, small[words[i + 1]][0]) or (word == "and" and current % 100 and total == 0):
                break
        else:
            break
        i += 1
    return total + current, i


def _continues(current: float, small: float) -> bool:
    """Whether a small number can follow within one numeral: "twenty seven", "three hundred ten"."""
    if current == 0:
        return True
    return (current % 100 >= 20 and current % 10 == 0 and small < 10) or (current >= 100 and current % 100 == 0)


def number(words: Sequence[str], i: int) -> Number | None:
    """The number that begins at position i of some words in lower case, or None."""
    return _share(words, i) or _vague(words, i) or _plain(words, i)


def _plain(words: Sequence[str], i: int) -> Number | None:
    found = _exact(words, i)
    return None if found is None else Number(found[0], found[0], found[1])


def _phrase(words: Sequence[str], i: int, known: Mapping[str, tuple[float, float]]) -> tuple[tuple[float, float], int] | None:
    """A one- or two-word entry of a table at position i; a hyphen between two words is passed over."""
    if words[i] in known:
        return known[words[i]], i + 1
    j = i + 2 if i + 1 < len(words) and words[i + 1] in _JOINTS else i + 1
    if j < len(words) and f"{words[i]} {words[j]}" in known:
        return known[f"{words[i]} {words[j]}"], j + 1
    parts = words[i].split("-")
    return (known[" ".join(parts)], i + 1) if len(parts) == 2 and " ".join(parts) in known else None


def _share(words: Sequence[str], i: int) -> Number | None:
    """A share of a whole: "two-thirds of", "half the"."""
    found = _phrase(words, i, _words("share"))
    if found is None or found[1] >= len(words) or words[found[1]] not in ("of", "the", "its", "their", "his", "all"):
        return None
    return Number(*found[0], found[1], share=True)


def _vague(words: Sequence[str], i: int) -> Number | None:
    """A vague quantity: "dozens", "tens of thousands", "several hundred"."""
    found = _phrase(words, i, _words("vague"))
    if found is None:
        return None
    (low, high), stop = found
    scales = _words("scale")
    while (
        stop + 1 < len(words) and words[stop] == "of" and words[stop + 1].removesuffix("s") in scales and len(words[stop + 1]) > 2
    ):
        factor = scales[words[stop + 1].removesuffix("s")][0]
        low, high, stop = low * factor, (high + 1) * factor - 1, stop + 2
    while stop < len(words) and words[stop] in scales and len(words[stop]) > 2:  # "several hundred"
        factor = scales[words[stop]][0]
        low, high, stop = low * factor, (high + 1) * factor - 1, stop + 1
    return Number(low, high, stop)
