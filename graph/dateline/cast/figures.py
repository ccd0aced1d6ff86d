"""Figures in a text: how many, how much, of what, and how exactly ("at least 27 people", "up to $3 billion")."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.cast.context import Context
from dateline.cast.numbers import Number, coded, letters, number, sign, signs
from dateline.cast.words import words as group
from dateline.model import Sentence
from dateline.resources import table

_LONGEST_BOUND = 4  # words
_LONGEST_UNIT = 3  # words: "miles per hour"
_RANGE = ("to", "-", "–", "and")
_MILLION = 1e6
_DASHES = ("-", "–", "‐", "‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its bounds and unit, and the words that a verb may govern it by."""

    first: int  # token
    last: int
    anchors: frozenset[int]  # the number's head word, the unit, and what stands between
    unit: str | None  # None: the counted is not named
    min: float | None
    max: float | None
    measure: str | None = None  # what such a unit tells by itself: amount, share, distance, …


@cache
def _bounds(place: str) -> Mapping[tuple[str, ...], tuple[float | None, float | None]]:
    """Words of precision before or after a number, with the factors of its bounds."""
    rows = table("seeds", "lexicons", "quantity-bounds.tsv")
    factor = {"-": None}
    return {
        tuple(row["words"].split()): tuple(factor[c] if c in factor else float(c) for c in (row["min"], row["max"]))  # type: ignore[misc]
        for row in rows
        if row["place"] == place
    }


@cache
def units() -> Mapping[str, tuple[str, str]]:
    """Words for units: the unit's name and the kind of figure it makes."""
    rows = table("seeds", "lexicons", "quantity-units.tsv")
    return {word.replace("_", " "): (row["unit"], row["kind"]) for row in rows for word in row["words"].split()}


def figures(context: Context, sentence: Sentence) -> Iterator[Figure]:
    """The figures of a sentence in the order of the text; times and parts of names are none."""
    words = _spelled(context, sentence)
    i = 0
    while i < len(words):
        found = None if _is_barred(context, words, sentence.first, i) else number(words, i)
        if found is None:
            i += 1
            continue
        low, high = found.min, found.max
        upper = _range(context, words, sentence.first, i, found)
        stop = found.stop
        if upper is not None:
            low, high, stop = low * _shared_scale(words, i, found, upper), upper.max, upper.stop
        yield _figure(context, words, sentence, (i, stop), (low, high), share=found.share)
        i = stop


def _spelled(context: Context, sentence: Sentence) -> list[str]:
    """The words in small letters, a letter behind digits being spelled out: "£1.5m" is a million and a half, "100m" metres; a
    number sign before millions is the pound's, as agencies once sent it: "#50 million"."""
    tokens = context.tokens[sentence.first : sentence.stop]
    words = [coded(t.text, after.text) for t, after in pairwise((*tokens, tokens[-1]))]
    for i in range(1, len(words)):
        letter = words[i].removesuffix(".")
        if letter in letters() and words[i - 1][-1].isdecimal() and tokens[i].start == tokens[i - 1].end:
            words[i] = letters()[letter] if _is_scale(words, [t.xpos for t in tokens], i) else letter
    for i in range(len(words) - 1):
        if words[i] == "#" and (found := number(words, i + 1)) is not None and found.min >= _MILLION:
            words[i] = "£"
    return words


_RACES = ("60", "100", "200", "400", "800", "1500")  # metres that are run and swum


def _is_scale(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a letter behind digits is a scale: of money, or of many things ("20m new homes"), but not in "the 400m hurdles"."""
    known = units()
    signed = sign(words[i - 1]) or (i > 1 and words[i - 2] in known and _leads(words[i - 2], *known[words[i - 2]]))
    behind = next((j for j in range(i + 1, len(words)) if tags[j] not in ("JJ", "JJR", "JJS")), i)
    definite = i > 1 and (words[i - 2] == "the" or tags[i - 2] == "POS")
    many = behind > i and tags[behind] in ("NNS", "NNPS") and not definite
    many = many and words[i - 1] not in _RACES
    return bool(signed) or many or (behind > i and known.get(words[behind].removesuffix("s"), ("", ""))[1] == "amount")


def _is_barred(context: Context, words: Sequence[str], offset: int, i: int) -> bool:
    """Whether a number at this place is no figure: a time, part of a name, a rank, an age."""
    token = context.tokens[offset + i]
    if (
        offset + i in context.times
        or (token.upos == "PROPN" and not sign(words[i]))
        or (token.upos == "NUM" and offset + i in context.labels)
    ):
        return True
    if i and words[i - 1] in group("numbered"):
        return True
    if words[i] in ("one", "a", "an") and token.upos == "PRON":
        return True
    if (
        _is_code(context, words, offset, i)
        or _opens_name(context, words, offset, i)
        or _is_version(context, words[i], offset + i)
    ):
        return True
    return words[i] == "one" and token.deprel != "nummod"


def _is_version(context: Context, word: str, i: int) -> bool:
    """Whether a number with a point tells one thing from others like it: "the 4.0 browser", but not "a 6.1 quake"."""
    noun = context.tokens[i].head
    one = context.tree.is_(i, "nummod") and noun > i and context.tokens[noun].xpos == "NN"
    known = context.lemma(noun) in units() or context.lemma(noun) in group("rated")
    return one and not known and "." in word and word.replace(".", "").isdecimal()


def _opens_name(context: Context, words: Sequence[str], offset: int, i: int) -> bool:
    """Whether digits are the number of a house or a unit: "20 Elm Street", "the 32 Artillery Brigade"."""
    token = context.tokens[offset + i]
    last = context.tokens[token.head]
    numbered = last.xpos == "NNP" and last.text.lower() in group("with_number")
    return numbered and token.deprel == "nummod" and token.head > offset + i and words[i].isdecimal()


def _is_code(context: Context, words: Sequence[str], offset: int, i: int) -> bool:
    """Whether digits are part of a score, a telephone number or the like: "2-1", "555-0134"."""
    if not words[i].isdecimal():
        return False
    if len(words[i]) > 1 and words[i].startswith("0"):
        return True
    tokens, length = context.tokens, len(words)

    def joined(left: int, right: int) -> bool:
        """Whether digits hang on digits by a dash without a space."""
        at = offset + left
        glued = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == tokens[at + 2].start
        return words[left + 1] in _DASHES and glued and words[left].isdecimal() and words[right].isdecimal()

    if i >= 2 and joined(i - 2, i):
        return True
    if i + 2 >= length or not joined(i, i + 2):
        return False
    unscaled = i + 3 >= length or number([words[i + 2], words[i + 3]], 0) == number([words[i + 2]], 0)
    names_no_unit = unscaled and (i + 3 >= length or tokens[offset + i + 3].upos not in ("NOUN", "ADJ", "PROPN", "SYM"))
    record = i + 3 < length and context.lemma(offset + i + 3) in group("record")  # "a 9-14 start"
    return names_no_unit or record or float(words[i]) >= float(words[i + 2])


def _range(context: Context, words: Sequence[str], offset: int, i: int, low: Number) -> Number | None:
    """The upper end of "20 to 30" and "between 20 and 30"."""
    j = low.stop
    if (other := _alternative(words, i, low)) is not None:
        return other
    if j + 1 >= len(words) or words[j] not in _RANGE or offset + j + 1 in context.times:
        return None
    if words[j] == "and" and not (i and words[i - 1] == "between"):
        return None
    signed = words[j + 1] in units() and _leads(words[j + 1], *units()[words[j + 1]]) and j + 2 < len(words)
    high = number(words, j + 2 if signed else j + 1)
    return high if high is not None and high.min > low.max and not high.share else None


def _alternative(words: Sequence[str], i: int, low: Number) -> Number | None:
    """The second of two small numbers that leave open which: "five or six"."""
    j = low.stop
    if j != i + 1 or j + 1 >= len(words) or words[j] != "or" or sign(words[j + 1]):
        return None
    high = number(words, j + 1)
    near = high is not None and high.stop == j + 2 and low.max < high.min <= 2 * low.max
    return high if near and high is not None and not high.share and not low.share else None


def _shared_scale(words: Sequence[str], i: int, low: Number, high: Number) -> float:
    """What the lower end of a range is multiplied by: "20 to 30 million", but not "900 to 1 million"."""
    figure = number([words[high.stop - 2]], 0) if high.stop - low.stop > 2 else None
    if (
        figure is None
        or low.stop - i > 1
        or not words[i].replace(".", "").isdecimal()
        or figure.min <= low.max
        or figure.min == 0
    ):
        return 1.0
    return high.min / figure.min


def _figure(
    context: Context,
    words: Sequence[str],
    sentence: Sentence,
    extent: tuple[int, int],
    value: tuple[float, float],
    *,
    share: bool,
) -> Figure:
    """A number with the words around it that say how exact it is and of what."""
    start, stop = extent
    low, high = value
    written = [token.text for token in context.tokens[sentence.first : sentence.stop]]
    first, last, money = _money(words, written, start, stop)
    particle = first > 0 and context.tree.is_(sentence.first + first - 1, "compound:prt")  # "handed | over | 30 prisoners"
    before = None if particle else _precision(words, first)
    after = next((f for length in (2,) if (f := _bounds("after").get(tuple(words[last : last + length])))), None)
    if before:
        first -= before[0]
    factors = before[1] if before else after or (1.0, 1.0)
    if first and words[first - 1] == "between" and low != high:
        first -= 1
    offset = sentence.first
    numerals = range(offset + start, offset + stop)
    noun = None if money else _counted(context, sentence, numerals)
    unit, measure = money or _unit(context, noun)
    if noun is not None and _is_rated(context, noun, numerals):
        unit, measure = "magnitude", "magnitude"
    if share:
        unit, measure = "percent", "share"
    end = max(offset + last - 1, noun if noun is not None and noun - (offset + last) <= 3 else 0)
    named = frozenset(numerals) | frozenset(range(offset + first, offset + last)) | (frozenset() if noun is None else {noun})
    return Figure(
        first=offset + first,
        last=end,
        anchors=named,
        unit=unit,
        min=None if factors[0] is None else _tidy(low * factors[0], whole=measure is None and factors[0] != 1),
        max=None if factors[1] is None else _tidy(high * factors[1], whole=measure is None and factors[1] != 1),
        measure=measure,
    )


def _is_rated(context: Context, noun: int, numerals: range) -> bool:
    """Whether a number rates one earthquake rather than counts several: "a 6.1 quake"."""
    return context.lemma(noun) in group("rated") and context.tokens[noun].xpos in ("NN", "NNP") and numerals.stop <= noun


def _tidy(value: float, *, whole: bool) -> float:
    """A bound without the noise of binary fractions; counts of things that words make vague are whole from ten on."""
    return float(round(value)) if whole and value >= 10 else round(value, 4)


def _precision(words: Sequence[str], first: int) -> tuple[int, tuple[float | None, float | None]] | None:
    """The longest expression of precision that ends right before a number."""
    for length in range(min(_LONGEST_BOUND, first), 0, -1):
        factors = _bounds("before").get(tuple(words[first - length : first]))
        if factors is not None:
            return length, factors
    return None


def _money(words: Sequence[str], written: Sequence[str], start: int, stop: int) -> tuple[int, int, tuple[str, str] | None]:
    """A number's extent with the sign or name of a unit right beside it, and that unit; `written` has the words as they are."""
    known = units()
    if glued := sign(words[start]):
        return start, stop, known.get(glued, known["$"] if glued.endswith("$") else None)
    if _is_of_country(words, written, start):  # "US $99"
        return start - 2, stop, known[words[start - 2] + words[start - 1]]
    if start and words[start - 1] in known and _leads(written[start - 1], *known[words[start - 1]]):
        return start - 1, stop, known[words[start - 1]]
    dot = start - 1 if start > 1 and written[start - 1] == "." else start  # "Rs. 45"
    if dot and (code := signs("any").get(written[dot - 1].removesuffix("."))):
        return dot - 1, stop, known[code]
    j = stop + 1 if stop < len(words) and words[stop] == "-" else stop
    if j < len(words):
        for length in range(min(_LONGEST_UNIT, len(words) - j), 0, -1):
            name = " ".join(words[j : j + length])
            name = name if name in known else name.removesuffix(".").removesuffix("s")
            if name in known and not (name in ("m", "b", "pound") and j + length < len(words) and words[j + length] == "of"):
                return start, j + length, known[name]
    return start, stop, None


def _is_of_country(words: Sequence[str], written: Sequence[str], start: int) -> bool:
    """Whether letters before a sign of money belong to it: "for | US $ | 99", but not "owes the US $99"."""
    if start < 2 or words[start - 1] != "$" or words[start - 2] + words[start - 1] not in units():
        return False
    return written[start - 2].isupper() and not (start > 2 and words[start - 3] == "the")


def _leads(word: str, unit: str, measure: str) -> bool:
    """Whether a unit can stand before its number: a sign or a code of money, not a word like "won" in "won 60 seats"."""
    return measure == "magnitude" or (measure == "amount" and (word == unit or not word.isalpha()))


def _counted(context: Context, sentence: Sentence, numerals: range) -> int | None:
    """The noun that a number counts."""
    tree, tokens = context.tree, context.tokens
    inside = set(numerals)
    top = next((i for i in numerals if tokens[i].head not in inside), numerals[0])
    shared = _shared(context, top)
    if shared is not None:
        return shared
    if (
        tree.is_(top, "nummod", "amod", "det", "compound", "advmod")
        and tokens[top].head > top
        and tokens[tokens[top].head].upos
        in (
            "NOUN",
            "PROPN",
            "SYM",
            "ADJ",
        )
    ):
        return tokens[top].head
    for c in tree.children(numerals[-1], "nmod", "obl") + tree.children(top, "nmod", "obl"):
        bare = (
            context.preposition(c) == "" and tokens[c].xpos == "NNS" and tokens[top].upos == "NOUN"
        )  # "tens of thousands people"
        if c >= numerals.stop and (bare or context.preposition(c) == "of"):
            return c
    after = numerals.stop
    if after < sentence.stop and tokens[after].upos == "NOUN" and tokens[after].head == top:
        return after
    return None


def _shared(context: Context, numeral: int) -> int | None:
    """The noun that is counted twice, by kind: "five Chinese and | three | Thai fishermen"."""
    tree, kind = context.tree, context.tree.head(numeral)
    first = tree.head(kind) if kind is not None and kind > numeral and tree.is_(kind, "conj") else None
    noun = tree.head(first) if first is not None and tree.is_(first, "amod", "compound") else None
    if kind is None or noun is None or not kind < noun or tree.child(noun, "nummod") is None:
        return None
    return noun if context.tokens[kind].upos in ("ADJ", "PROPN") and context.tokens[noun].upos == "NOUN" else None


def _unit(context: Context, noun: int | None) -> tuple[str | None, str | None]:
    """The name of the counted, and the kind of figure where it is a measure."""
    if noun is None:
        return None, None
    lemma = context.lemma(noun)
    if lemma == "head" and (heads := [c for c in context.tree.children(noun, "nmod") if context.preposition(c) == "of"]):
        return context.lemma(heads[0]), None  # "40 head of cattle"
    if context.tokens[noun].upos == "NUM" or context.tokens[noun].text[:1].isdecimal():
        return None, None  # "10,000 of the 14,000"
    return units().get(lemma, (lemma, None))
