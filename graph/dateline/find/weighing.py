"""The type of an event, from what the lexicon says and what the network says, weighed against each other.

The rows of event-predicates.tsv know the senses of words that somebody thought of; the parser's network has learned from events
that people had read what words tell in what company. A small network, fitted on other such events (`dateline.training.weighing`),
tells for each type that either of them names how likely it is. Parsers that give no likelihoods leave the type to the lexicon.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from pathlib import Path

from dateline.find.grammar import lemma, part
from dateline.find.lexicon import TypeRow, type_rows, words
from dateline.find.types import Types
from dateline.model import NOTHING, UNTYPED, Token
from dateline.perceptron import Perceptron, load
from dateline.tree import Tree

WEIGHTS = Path(__file__).with_name("weighing.json")
LEAST = 0.05  # what the network gives less likelihood is no candidate
LOOSE, HELD, FIRM = 0.1, 0.6, 0.8  # how much likelier another type must be than the lexicon's
SETTLED = 1.0  # what no network can overrule
LIKELY = 0.5  # what the network must give a type that overrules the lexicon's: of rare words it knows little
NEW = 0.65  # the same of what has no type by the lexicon: no type is better than a wrong one
GRAMMAR = frozenset(
    (
        "to",
        "that",
        "said",
        "demand",
        "agentless",
        "transitive",
        "intransitive",
        "complement",
        "quality",
        "infinitive",
        "owned",
        "not",
    )
)
CLASSES = ("VERB", "NOUN", "ADJ")
NAMES = (
    *("by the lexicon", "none by the lexicon", "none", "listed", "types listed", "listed without condition"),
    *("conditions that are met", "another type under conditions"),
    *("likelihood", "its logarithm", "likelihood of the lexicon's", "of no event", "lead over all others", "of no type"),
    *("an object", "a clause below", "a particle", "a parent that tells one"),
    *(f"word {name}" for name in CLASSES),
)


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def settled(lexicon: Types, i: int) -> str | None:
    """The type of an event."""
    token = lexicon.tree.tokens[i]
    found, row = lexicon.reading(i)
    if not token.kinds or lexicon.lends(i):
        return found
    types = candidates(token, found)
    likely = dict(zip(types, _judge().likelihoods([features(lexicon.tree, i, kind, found, row) for kind in types]), strict=True))
    own = found or UNTYPED
    best = max(types, key=lambda kind: (likely[kind], kind == own))
    overruled = likely[best] - likely[own] > lead(row, own) and token.kinds.get(best, 0.0) >= needed(own)
    chosen = best if overruled else own
    return None if chosen == UNTYPED else chosen


def needed(own: str) -> float:
    """What the network must give a type that overrules the lexicon's."""
    return NEW if own == UNTYPED else LIKELY


def lead(row: TypeRow | None, own: str) -> float:
    """How much likelier another type must be than that of the lexicon's row.

    What a row says of a word as such, or in a certain construction, is a guess at its most frequent sense. What it says of a word
    among certain other words, or that it tells nothing, takes more to overrule, most of all where PLOVER's codebook means by the
    type more than the words say ("violated the ceasefire"). A row that reading proved wrong more often than not is a guess again.
    """
    if row is None or row.loose:
        return LOOSE
    if "settled" in row.context.split("+"):
        return SETTLED
    loose = row.context in ("", *GRAMMAR) and not row.particle | row.object | row.source
    if loose and row.type != UNTYPED:
        return LOOSE
    return FIRM if own in words("coded") else HELD


def candidates(token: Token, found: str | None) -> list[str]:
    """The types that the lexicon or the network names, the lexicon's first."""
    heard = (kind for kind, likely in token.kinds.items() if likely >= LEAST and kind != NOTHING)
    return list(dict.fromkeys((found or UNTYPED, *heard)))


def features(tree: Tree, i: int, kind: str, found: str | None, row: TypeRow | None) -> list[float]:
    """What is told of a type that an event may have, in the order of `NAMES`; `row` is the one that the lexicon went by."""
    told = dict(_told(tree, i, kind, found, row))
    return [float(told.get(name, 0.0)) for name in NAMES]


def _told(tree: Tree, i: int, kind: str, found: str | None, row: TypeRow | None) -> Iterator[tuple[str, float]]:
    kinds, own = tree.tokens[i].kinds, found or UNTYPED
    rows: Sequence[TypeRow] = type_rows().get((lemma(tree, i), part(tree, i)), ())
    listed = {row.type for row in rows}
    likely = kinds.get(kind, 0.0)
    yield "by the lexicon", kind == own
    yield "none by the lexicon", own == UNTYPED
    yield "none", kind == UNTYPED
    yield "listed", kind in listed
    yield "types listed", min(4, len(listed))
    yield "listed without condition", any(row.type == kind and not row.weight for row in rows)
    yield "conditions that are met", row.weight if row and kind == own else 0
    yield "another type under conditions", row.weight if row and kind != own else 0
    yield "likelihood", likely
    yield "its logarithm", log(likely + 0.01)
    yield "likelihood of the lexicon's", kinds.get(own, 0.0)
    yield "of no event", kinds.get(NOTHING, 0.0)
    yield "lead over all others", likely - max((v for k, v in kinds.items() if k not in (kind, NOTHING)), default=0.0)
    yield "of no type", kinds.get(UNTYPED, 0.0)
    yield "an object", tree.child(i, "obj", "nsubj:pass") is not None
    yield "a clause below", tree.child(i, "xcomp", "ccomp") is not None
    yield "a particle", tree.child(i, "compound:prt") is not None
    above = tree.head(i)
    yield "a parent that tells one", above is not None and bool(type_rows().get((lemma(tree, above), part(tree, above))))
    yield f"word {part(tree, i)}", 1
