"""Words as merging looks at them: which tell the same happening, and which say much about what a text is about.

Families ("acquisition", "acquire") and kin ("acquire", "buy") come from WordNet; how widely a word is spread over affairs that
have nothing to do with each other comes from the training part of ECB+. Both are counted once and kept as plain files, so that
what a word weighs does not depend on the articles at hand.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from dateline.resources import table

OFTEN, SELDOM = 6.2, 3.2  # how often words are used that say nothing, and those that say most: "said", "refloat" (Zipf scale)
AFFAIRS = 50  # in how many affairs at most a word was counted
RARE = 0.55  # from which rarity on a word says what a text is about

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def _families() -> Mapping[str, str]:
    return {row["noun"]: row["family"] for row in table("seeds", "lexicons", "event-families.tsv")}


@cache
def _kin() -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in table("seeds", "lexicons", "event-kin.tsv"):
        for one, other in ((row["family"], row["kin"]), (row["kin"], row["family"])):
            found.setdefault(one, {})[other] = float(row["strength"])
    return found


@cache
def _spread() -> Mapping[str, int]:
    return {row["word"]: int(row["affairs"]) for row in table("seeds", "lexicons", "word-spread.tsv")}


@cache
def _told() -> Mapping[str, int]:
    return {row["family"]: int(row["affairs"]) for row in table("seeds", "lexicons", "event-spread.tsv")}


@cache
def spread(one: str) -> float:
    """In what share of unrelated affairs something of a family happens: 0 for what is told in none but one's own."""
    return log(1 + _told().get(one, 0)) / log(1 + AFFAIRS)


def family(lemma: str) -> str:
    """The verb that a noun is made from, or the word itself."""
    plain = lemma.casefold()
    return _families().get(plain, plain)


def kin(one: str) -> Mapping[str, float]:
    """Families of near meaning, with a strength up to one."""
    return _kin().get(one, {})


@cache
def _frequency() -> Mapping[str, float]:
    return {row["word"]: float(row["zipf"]) for row in table("seeds", "lexicons", "word-frequency.tsv")}


@cache
def rarity(word: str) -> float:
    """How much a word says of what a text is about: 0 for one that stands everywhere, 1 for one that is known from nowhere.

    A word may be common in the news ("police") or in English at large ("earnings").
    """
    spread = 1 - log(1 + _spread().get(word, 0)) / log(1 + AFFAIRS)
    used = (OFTEN - _frequency().get(word, SELDOM)) / (OFTEN - SELDOM)
    return min(spread, max(0.0, used))


@cache
def plain(word: str) -> str:
    """A word in lower case without the endings of plural and possession."""
    low = _POSSESSIVE.sub("", word.casefold())
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


def words(text: str) -> list[str]:
    """The words of a text, in their order, plain."""
    return [plain(w) for w in _WORD.findall(text)]


@lru_cache(maxsize=200_000)
def telling(found: frozenset[str]) -> float:
    """How much some words say together."""
    return sum(map(rarity, sorted(found)))
