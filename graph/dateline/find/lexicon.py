"""What is known of words before a text is read: the tables under `seeds/lexicons` that tell events, as indices by lemma."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.model import TimeMLClass
from dateline.resources import table, word_groups

Use = Literal["mass", "always", "specific", "context", "never"]
Key = tuple[str, str]  # lemma, part of speech


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One way a predicate tells the type of its event; an empty condition always holds."""

    particle: frozenset[str]
    object: frozenset[str]
    source: frozenset[str]  # the column "with"
    context: str
    type: str
    loose: bool = False  # among the events that were read it was wrong so often that it counts no more than a plain sense

    @property
    def weight(self) -> int:
        """How much the row asks for: the row that asks most wins."""
        return sum(map(bool, (self.particle, self.object, self.source, self.context))) + self.context.count("+")

    @property
    def general(self) -> bool:
        """Whether it names no word, only a class of nouns or the grammar: less than a row that names words."""
        named = self.particle | self.object | self.source
        return not named or not named.isdisjoint(noun_kinds())


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A TimeML class and what it needs beside the predicate."""

    need: str
    timeml_class: TimeMLClass


def _alternatives(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("|")))


@cache
def type_rows() -> Mapping[Key, tuple[TypeRow, ...]]:
    """The rows of each predicate, those with most conditions first."""
    rows: dict[Key, list[TypeRow]] = defaultdict(list)
    for row in table("seeds", "lexicons", "event-predicates.tsv"):
        particle, object_, source = (_alternatives(row[name]) for name in ("particle", "object", "with"))
        context, loose = _without(row["context"], "loose")
        rows[row["lemma"], row["upos"]].append(TypeRow(particle, object_, source, context, row["type"], loose))
    return {key: tuple(sorted(found, key=_rank)) for key, found in rows.items()}


def _without(context: str, mark: str) -> tuple[str, bool]:
    """A row's conditions of context without a mark that is none, and whether it was there."""
    groups = [group.split("+") for group in context.split("|")]
    left = ("+".join(name for name in group if name != mark) for group in groups)
    return "|".join(left), any(mark in group for group in groups)


def _rank(row: TypeRow) -> tuple[int, bool, bool, bool]:
    """What asks most comes first, then what asks for a negation, for words rather than for kinds, for a source."""
    return -row.weight, row.context != "not", row.general, not row.source


@cache
def plain_type(lemma: str, upos: str) -> str | None:
    """The type a predicate has without any condition."""
    return next((row.type for row in type_rows().get((lemma, upos), ()) if not row.weight), None)


@cache
def noun_uses() -> Mapping[str, Use]:
    """How each noun names events, in the terms of event-nouns.tsv."""
    typed: dict[str, Use] = {lemma: "always" for lemma, upos in type_rows() if upos == "NOUN" and plain_type(lemma, upos)}
    listed = {row["lemma"]: row["use"] for row in table("seeds", "lexicons", "event-nouns.tsv")}
    return {**typed, **listed}  # type: ignore[dict-item]  # the file's cells are checked by its test


@cache
def known_lemmas() -> frozenset[Key]:
    """Every lemma that one of the tables of predicates has."""
    embedding = {(lemma, upos) for lemma, upos, _ in embeddings()}
    return frozenset({*type_rows(), *class_rows(), *embedding, *((noun, "NOUN") for noun in noun_uses())})


@cache
def noun_sets() -> Mapping[str, frozenset[str]]:
    """The names of the sets that each noun belongs to."""
    sets: dict[str, set[str]] = defaultdict(set)
    for row in table("seeds", "lexicons", "event-noun-sets.tsv"):
        sets[row["lemma"]].add(row["set"])
    for row in table("seeds", "lexicons", "actor-nouns.tsv"):
        if row["type"] == "person" and row["noun"].strip() not in words("thing_too"):
            sets[row["noun"].strip()].add("PERSON")
    return {lemma: frozenset(names) for lemma, names in sets.items()}


@cache
def _noun_classes() -> Mapping[str, str]:
    return {row["noun"]: row["class"] for row in table("seeds", "lexicons", "noun-classes.tsv")}


@cache
def noun_kinds() -> frozenset[str]:
    """The classes that nouns have in noun-classes.tsv, and that of names that are none for people or places."""
    return frozenset({*_noun_classes().values(), "NAME"})


def noun_class(lemma: str) -> str | None:
    """What kind of thing a noun mostly means, by noun-classes.tsv; None for a measure, or where it means now this, now that."""
    measures = noun_sets().get(lemma, frozenset()) & {"MEASURE", "MONEY"}
    return None if measures else _noun_classes().get(lemma)


@cache
def bodies() -> frozenset[str]:
    """The nouns for groups, organizations and countries, which act as people do."""
    rows = table("seeds", "lexicons", "actor-nouns.tsv")
    return frozenset(row["noun"].strip() for row in rows if row["type"] in ("group", "organization", "country"))


@cache
def actors() -> frozenset[str]:
    """The nouns for people, groups, bodies, countries and places."""
    return frozenset(row["noun"].strip() for row in table("seeds", "lexicons", "actor-nouns.tsv"))


@cache
def class_rows() -> Mapping[Key, tuple[ClassRow, ...]]:
    """The classes of each predicate, the narrowest need first; the lemma "*" stands for all others."""
    order = {"infinitive": 0, "": 2}
    rows: dict[Key, list[ClassRow]] = defaultdict(list)
    for row in table("seeds", "lexicons", "event-classes.tsv"):
        rows[row["lemma"], row["upos"]].append(ClassRow(row["need"], row["class"]))  # type: ignore[arg-type]
    return {key: tuple(sorted(found, key=lambda r: order.get(r.need, 1))) for key, found in rows.items()}


@cache
def embeddings() -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """The effects of each predicate on what stands in a slot: {(lemma, part of speech, slot): effects}."""
    effects: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in table("seeds", "lexicons", "embedding-predicates.tsv"):
        effects[row["lemma"], row["upos"], row["slot"]].append(row["effect"])
    return {key: tuple(found) for key, found in effects.items()}


@cache
def words(group: str) -> frozenset[str]:
    """A small group of words that the rules look at, from event-words.tsv."""
    return frozenset(w.replace("_", " ") for w in word_groups("seeds", "lexicons", "event-words.tsv")[group])
