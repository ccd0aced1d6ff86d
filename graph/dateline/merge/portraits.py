"""What the articles tell of an actor besides his name: the nouns he is called by, his sex, the words that narrow him down.

Made from the words of the mentions alone, so that it can be done for records, which keep no trees: the noun of a phrase is taken
to be its last word before a preposition or a comma.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from dateline.merge.nodes import Member, Node
from dateline.merge.words import plain, rarity, words
from dateline.resources import table

OPENING = 3  # sentences in which an article tells whom it is about
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_ENDS = re.compile(
    r"\s(?:of|in|at|on|for|from|with|to|by|near|who|that|which|and|or|outside|inside|aged|about|against|between|over)\s|[,:;(]|\s[-–—]\s"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset(("the", "a", "an", "his", "her", "it", "its", "their", "this", "that", ""))
_ANYBODY = frozenset(("somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "no", "any", "others"))
_OWNED = frozenset(("his", "her", "its", "their", "our", "my", "your"))
_SHOWN = frozenset(("the", "this", "that", "these", "those", "both", "all", "police"))
_COUNTED = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_MARKED = _OWNED | _SHOWN | _COUNTED  # what makes several of them these
_OFFICERS = "police"
MOST = 8  # articles whose sentences are compared
_LEAST = 0.1  # rarity of a word that narrows somebody down


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A cluster of nodes as its descriptions show it."""

    key: str  # its root in the forest
    types: frozenset[str]
    named: bool
    genders: frozenset[str]
    nouns: frozenset[str]
    senses: frozenset[str]  # what the nouns stand for: "cop" for police
    phrases: frozenset[frozenset[str]]  # descriptions of several words
    numbers: frozenset[str]  # figures in them
    plural: frozenset[bool]  # whether the nouns stand for several
    tells: frozenset[str]  # other words of its descriptions
    nations: frozenset[str]  # countries whose adjectives they have
    articles: frozenset[str]
    opening: frozenset[str]  # those of its articles that name it in their first sentences
    mentions: int
    bare: bool  # whether the descriptions name a kind rather than somebody: "voters", "somebody"
    sentences: tuple[frozenset[str], ...]  # the words of those that speak of it first
    spots: frozenset[tuple[str, int]]  # the sentences that speak of it, by article and number
    often: Mapping[str, tuple[int, int]]  # article -> how often it speaks of the cluster, and where first

    def told_in(self, article: str) -> tuple[int, int]:
        """How often an article speaks of the cluster, and where first."""
        return self.often[article]


def portrait(key: str, cluster: list[Node]) -> Portrait:
    """What all nodes of a cluster tell."""
    members = [m for node in cluster for m in node.members]
    nouns: set[str] = set()
    plural: set[bool] = set()
    tells: set[str] = set()
    phrases: set[frozenset[str]] = set()
    bare: set[bool] = set()
    numbers: set[str] = set()
    nations: set[str] = set()
    for phrase in _phrases(members):
        noun, others = _read(phrase)
        nouns |= {plain(noun)} - {""}
        plural |= {_is_plural(noun)} if noun else set()
        tells |= {w for w in others if rarity(w) > _LEAST}
        core = _core(phrase)
        bare.add(_is_bare(phrase, noun))
        phrases |= {frozenset(core)} if len(core) > 1 else set()
        numbers |= {w for w in core if w.isdecimal()}
        nations |= {_nations()[w] for w in others if w in _nations()}
    told = {gender for noun in nouns if (gender := _nouns().get(noun))}
    return Portrait(
        key=key,
        types=frozenset(node.type for node in cluster),
        named=any(node.named for node in cluster),
        genders=frozenset(told | {g for node in cluster for g in node.genders}),
        nouns=frozenset(nouns),
        senses=frozenset(_senses().get(noun, noun) for noun in nouns),
        phrases=frozenset(phrases),
        numbers=frozenset(numbers),
        plural=frozenset(plural),
        tells=frozenset(tells),
        nations=frozenset(nations),
        articles=frozenset(a for node in cluster for a in node.articles),
        opening=frozenset(d.article.id for d, a in members if _is_in_opening((d, a))),
        mentions=sum(len(a.mentions) for _, a in members),
        bare=bare == {True},
        sentences=tuple(_sentences(members)),
        spots=frozenset(_spots(members)),
        often=_often(members),
    )


def _sentences(members: Iterable[Member]) -> Iterator[frozenset[str]]:
    """The words of the sentences that first speak of an actor, one for each article that does."""
    for document, actor in islice(members, MOST):
        starts = [s.start for s in document.sentences]
        for mention in actor.mentions[:1]:
            at = bisect_right(starts, mention.start) - 1
            text = document.text[slice(document.sentences[at].start, document.sentences[at].end)] if at >= 0 else ""
            yield frozenset(w for w in words(text) if rarity(w) > _LEAST)


def _spots(members: Iterable[Member]) -> Iterator[tuple[str, int]]:
    for document, actor in members:
        starts = [s.start for s in document.sentences]
        yield from ((document.article.id, bisect_right(starts, m.start)) for m in actor.mentions if starts)


def _often(members: Iterable[Member]) -> Mapping[str, tuple[int, int]]:
    found: dict[str, list[int]] = {}
    for document, actor in members:
        found.setdefault(document.article.id, []).extend(m.start for m in actor.mentions)
    return {article: (len(starts), min(starts, default=0)) for article, starts in found.items()}


def _is_in_opening(member: Member) -> bool:
    """Whether an article names an actor in its first sentences."""
    document, actor = member
    sentences = document.sentences[:OPENING]
    return not sentences or any(m.start < sentences[-1].end for m in actor.mentions[:1])


def _phrases(members: Iterable[Member]) -> Iterator[str]:
    """The descriptions of an actor, with the noun that extraction took for its name where it has none."""
    for document, actor in members:
        yield from (document.text[m.start : m.end] for m in actor.mentions if m.kind == "nominal")


def _read(phrase: str) -> tuple[str, frozenset[str]]:
    """A phrase's noun, and the words that narrow it down."""
    core = _ENDS.split(f" {' '.join(phrase.split())} ", maxsplit=1)[0]
    found = [_POSSESSIVE.sub("", w) for w in _WORD.findall(core)]
    if not found:
        return "", frozenset()
    return found[-1].casefold(), frozenset({plain(w) for w in _WORD.findall(phrase)} - {plain(found[-1])})


def _core(phrase: str) -> set[str]:
    """A phrase's words up to what follows its noun, without articles and possessives."""
    core = _ENDS.split(f" {' '.join(phrase.split())} ", maxsplit=1)[0]
    return {plain(w) for w in _WORD.findall(core)} - _SMALL


def _is_bare(phrase: str, noun: str) -> bool:
    """Whether a phrase names a kind: several without article, owner or number, or anybody."""
    first = phrase.split(maxsplit=1)[0].casefold() if phrase.strip() else ""
    if first in _ANYBODY:
        return True
    if _senses().get(plain(noun)) == _OFFICERS:
        return False  # those of a place are a body
    return _is_plural(noun) and first not in _MARKED and not first.endswith(("'s", "’s")) and not first.isdecimal()


def _is_plural(noun: str) -> bool:
    """Whether a noun has the form of a plural."""
    return noun in ("people", "police", "men", "women", "children") or (noun.endswith("s") and not noun.endswith(("ss", "us")))


@cache
def _nouns() -> Mapping[str, str]:
    """{noun: the gender it tells}."""
    return {row["noun"]: row["gender"] for row in table("seeds", "lexicons", "actor-nouns.tsv")}


@cache
def _senses() -> Mapping[str, str]:
    """{noun, plain: the first of those that stand for the same}."""
    rows = [row["nouns"].split() for row in table("seeds", "lexicons", "alike-nouns.tsv")]
    return {plain(noun): plain(row[0]) for row in rows for noun in row}


@cache
def _nations() -> Mapping[str, str]:
    """{adjective, plain: country}."""
    rows = table("seeds", "gazetteers", "countries.tsv")
    return {plain(word.strip()): row["iso"] for row in rows for word in row["adjectives"].split("|") if word.strip()}
