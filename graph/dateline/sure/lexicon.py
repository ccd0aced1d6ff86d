"""What is known of predicates before a text is read, as far as it tells how sure their type and cast are."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from dateline.resources import table

Key = tuple[str, str]  # lemma, part of speech


@cache
def rows() -> Mapping[Key, Mapping[str, bool]]:
    """The types that each predicate is listed with, and whether a type holds without any condition."""
    found: dict[Key, dict[str, bool]] = defaultdict(dict)
    for row in table("seeds", "lexicons", "event-predicates.tsv"):
        plain = not any(row[name] for name in ("particle", "object", "with", "context"))
        own = found[row["lemma"], row["upos"]]
        own[row["type"]] = own.get(row["type"], False) or plain
    return dict(found)


@cache
def senses() -> Mapping[tuple[str, str, str], tuple[int, float]]:
    """{(lemma, part of speech, type): (number of meanings, share of its use that may be of the type)}."""
    found = table("seeds", "lexicons", "predicate-senses.tsv")
    return {(r["lemma"], r["upos"], r["type"]): (int(r["senses"]), float(r["share"])) for r in found}


@cache
def framed() -> frozenset[str]:
    """The verbs and nouns whose participants the lexicons tell one by one."""
    verbs = (verb for row in table("seeds", "lexicons", "role-verbs.tsv") for verb in row["verbs"].split())
    nouns = (noun for row in table("seeds", "lexicons", "role-nouns.tsv") for noun in row["nouns"].split())
    return frozenset((*verbs, *nouns))


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """{what is judged: {what may be told of it: what it weighs}}."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in table("seeds", "lexicons", "confidence-weights.tsv"):
        found[row["of"]][row["told"]] = float(row["weight"])
    return dict(found)
