"""How alike two names are: order of words, accents, hyphens, transliteration, initials, middle names, pet forms.

    same      the same words in any order ("Xi Jinping", "Jinping Xi"), or the same name but for middle names
    variant   what one name may be when written by another hand ("Gaddafi", "Kadhafi"; "H. Rossi"; "Bill" for "William")
    other     two names

A variant alone joins nobody: two men may be called "H. Rossi". It takes company in common, or somebody's decision.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from dateline.resources import table

Likeness = Literal["same", "variant", "other"]

LEAST = 0.8  # Jaro-Winkler similarity of two spellings of one word: "Zelensky" and "Zelenskiy" have .97
SHORT = 5  # letters: of shorter words one must begin the other ("Rait", "Raite"), else a vowel tells "Lima" from "Lama"
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_APART = re.compile(r"[^\w]+")
_JOINED = re.compile(r"[-'’`ʼ.·]")
_PREFIXES = frozenset(("al", "el", "ul", "as", "ash", "ad", "an", "ar"))
_CLOSING = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "the", "inc", "corp", "ltd", "llc", "plc", "co", "ag", "gmbh")
)
# spellings that one language's sounds get in another's letters
_SOUNDS = (("sch", "s"), ("tch", "s"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"))
_ALIKE = str.maketrans({"q": "k", "c": "k", "g": "k", "w": "v", "z": "s", "x": "s", "j": "s"})


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """A name's words as they are compared: small plain letters, "al-" and what closes a name ("Jr.", "Inc.") left out."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"\b(al|el|ul|as|ash|ad|an|ar)[-‑ ](?=\w)", "", plain) if name[:1].isalpha() else plain
    words = [w for w in _APART.split(_JOINED.sub("", plain)) if w]
    kept = [w for w in words if w not in _CLOSING]
    return tuple(kept or words)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word's consonants as they are heard: "gaddafi", "qadhafi" and "kadafi" have the same, for finding what to compare."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = word.translate(_ALIKE)
    first = "a" if word[:1] in "aeiouy" else word[:1]
    kept = first + "".join(c for c in word[1:] if c not in "aeiouyh")
    return re.sub(r"(.)\1+", r"\1", kept)


def near(a: str, b: str) -> bool:
    """Whether two words may be spellings of one."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if sound(a) != sound(b) or (len(short) < SHORT and not (long.startswith(short) and len(short) == SHORT - 1)):
        return False
    from rapidfuzz.distance import JaroWinkler

    return float(JaroWinkler.similarity(a, b)) >= LEAST


def compare_people(one: str, other: str) -> Likeness:
    """How alike two people's names of at least two words each are."""
    a, b = tokens(one), tokens(other)
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return "same"
    if min(len(a), len(b)) < 2:
        return "other"
    a, b = _level(a, b)
    middle = _middle(a[1:-1], b[1:-1])
    if not near(a[-1], b[-1]) or middle == "other":
        return "other"
    if a[0] == b[0] and a[-1] == b[-1]:
        return "same" if middle == "same" else "variant"
    if a[0] == b[0] or near(a[0], b[0]) or _short_for(a[0], b[0]):
        return "variant"
    return "other"


def _level(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two names with a family name that one writes as two words made one: "Amir Abdollahian", "Amirabdollahian"."""
    if len(a) < len(b):
        return _level(b, a)[::-1]
    if len(a) > 2 and near(a[-2] + a[-1], b[-1]):
        return (*a[:-2], a[-2] + a[-1]), b
    return a, b


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What the names between the first and the last say: none on one side is no difference."""
    if not a or not b or a == b:
        return "same"
    return "variant" if all(x[0] == y[0] for x, y in zip(a, b, strict=False)) else "other"


def _short_for(a: str, b: str) -> bool:
    """Whether a given name is an initial or a short form of another: "H" or "Ho" of "Hossein", "Bill" of "William"."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and len(short) < len(long):
        return True
    forms = _forms()
    return b in forms.get(a, ()) or a in forms.get(b, ()) or not forms.get(a, frozenset()).isdisjoint(forms.get(b, ()))


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    """{familiar form of a given name: the names it may stand for}."""
    return {row["form"]: frozenset(row["names"].split()) for row in table("seeds", "gazetteers", "given-name-forms.tsv")}


def compare_bodies(one: str, other: str) -> Likeness:
    """How alike the names of two bodies or things are."""
    a, b = tokens(one), tokens(other)
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return "same"
    if len(a) == len(b) > 1 and all(x == y or (not (x + y).isdigit() and near(x, y)) for x, y in zip(a, b, strict=True)):
        return "variant"
    return "other"
