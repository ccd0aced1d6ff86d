"""Quantities of events: the figures of a text, bound to what happens to the counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.cast.context import Context
from dateline.cast.figures import Figure, figures
from dateline.cast.words import words
from dateline.model import Quantity, Role
from dateline.resources import table

_MANY = 10  # "three ministers said" is not about the three, "2,300 farmers sued" is about their number
_STEPS = 4  # from a figure up to the event it measures
_GOVERNED = (
    "obj",
    "obl",
    "nmod",
    "nummod",
    "compound",
    "amod",
    "appos",
    "conj",
    "dep",
    "advmod",
    "iobj",
    "nsubj",
    "xcomp",
    "acl",
)


@cache
def _kinds() -> Mapping[tuple[str, str], tuple[str, str | None]]:
    """What happens to the counted, by (lemma, part), and the unit of a figure that names none."""
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for row in table("seeds", "lexicons", "quantity-kinds.tsv"):
        parts = ("agent", "patient", "recipient") if row["role"] == "any" else (row["role"],)
        for word in row["words"].split():
            for part in (*parts, "self"):
                found.setdefault((word, part), (row["kind"], None if row["unit"] == "-" else row["unit"]))
    return found


def quantities(context: Context, casts: Mapping[str, Sequence[tuple[Role, int]]]) -> dict[str, list[Quantity]]:
    """The figures that belong to each event, by its id; `casts` holds each event's roles with their head words."""
    heads: dict[int, list[tuple[str, str]]] = {}
    for event, roles in casts.items():
        for role, head in roles:
            heads.setdefault(head, []).append((event, role.role))
    triggers = {event: i for i, event in context.events.items()}
    found: dict[str, list[Quantity]] = {}
    for sentence in context.tree.sentences:
        for bare in figures(context, sentence):
            figure = _with_state(context, bare)
            for event, part in _bound(context, figure, heads):
                subjects = [head for role, head in casts[event] if role.role in ("agent", "patient")]
                named = _named(context, figure, triggers[event], part, subjects)
                quantity = _quantity(figure, named, part, context)
                if quantity is not None and quantity not in found.setdefault(event, []):
                    found[event].append(quantity)
    return found


def _with_state(context: Context, figure: Figure) -> Figure:
    """A figure with the word behind it that says what became of people nobody names: "140 injured", "14 missing"."""
    state = max(figure.anchors) + 1
    if figure.unit is not None or figure.measure is not None or state >= len(context.tokens):
        return figure
    token = context.tokens[state]
    told = next((k for word in (context.lemma(state), token.text.lower()) if (k := _kinds().get((word, "self")))), None)
    fits = token.xpos in ("VBN", "VBD", "JJ", "VBG") and told is not None and told[1] == "people"
    if not fits or context.tree.child(state, "obj") is not None:
        return figure
    return replace(figure, anchors=figure.anchors | {state})


def _bound(context: Context, figure: Figure, heads: Mapping[int, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """The events that a figure measures, each with the part that the counted play."""
    for anchor in sorted(figure.anchors):
        if anchor in context.events:
            return [(context.events[anchor], "self")]
    if figure.measure == "magnitude":
        return [(context.events[i], "self") for i in _rated(context, figure)]
    cast = [pair for anchor in sorted(figure.anchors) for pair in heads.get(anchor, ())]
    if cast:
        return cast
    node: int | None = max(figure.anchors, key=lambda i: -_depth(context, i))
    for _ in range(_STEPS):
        if node is None or not (context.tree.is_(node, *_GOVERNED) or _is_loose_object(context, node)):
            return []
        node = context.tree.head(node)
        if node in context.events:
            return [(context.events[node], "measure")]
        if figure.unit is None and node is not None and (tolls := _tolls(context, node)):
            return [(context.events[tolls[0]], "measure")]
        if figure.measure is None and node is not None and node not in figure.anchors:
            return []  # a count of things belongs to what happens to them only
    return []


def _is_loose_object(context: Context, i: int) -> bool:
    """Whether a number stands right behind the word for what befell so many, whatever the parse makes of it: "wounds 30"."""
    head = context.tokens[i].head
    return context.tree.is_(i, "flat") and head == i - 1 and head in context.events and (context.lemma(head), "self") in _kinds()


def _tolls(context: Context, v: int) -> list[int]:
    """The subject or object of a verb that is a toll, told as an event: "put | the toll | at 40"."""
    found = context.tree.children(v, "obj", "nsubj", "nsubj:pass")
    return [c for c in found if c in context.events and context.lemma(c) in words("tally")]


def _rated(context: Context, figure: Figure) -> list[int]:
    """The event beside a magnitude: "a magnitude 6 earthquake", "a quake of magnitude 6"."""
    near = (*range(figure.last + 1, figure.last + 4), *range(figure.first - 1, figure.first - 6, -1))
    return [i for i in near if i in context.events and context.lemma(i) in words("rated")][:1]


def _depth(context: Context, i: int) -> int:
    """How far a token is from the root, as far as it matters here."""
    return sum(1 for _, _ in zip(context.tree.ancestors(i), range(12), strict=False))


def _named(context: Context, figure: Figure, event: int, part: str, subjects: Sequence[int]) -> tuple[str, str | None] | None:
    """What happens to the counted, by their own name ("12 dead"), the event, or what it is about ("the toll rose to 12")."""
    kinds = _kinds()
    for anchor in sorted(figure.anchors):
        token = context.tokens[anchor]
        if token.upos in ("ADJ", "NOUN", "VERB"):
            found = kinds.get((context.lemma(anchor), "self")) or kinds.get((token.text.lower(), "self"))
            if found:
                return found
    if part == "measure" and figure.unit is None:
        above = [i for i, _ in zip(context.tree.ancestors(event), range(_STEPS), strict=False)]
        for told in [t for subject in (*subjects, *above) for t in _tallied(context, subject)]:
            if found := kinds.get((context.lemma(told), "self")):
                return found
    return kinds.get((context.lemma(event), "self" if part == "measure" else part))


def _tallied(context: Context, i: int) -> list[int]:
    """What a noun gives the number of: itself, or for "the number of arrests", "the injury toll" the nouns that belong to it."""
    if context.tokens[i].upos != "NOUN":
        return []
    if context.lemma(i) not in words("tally"):
        return [i]
    return [*context.tree.children(i, "compound"), *context.tree.children(i, "nmod"), i]


def _quantity(figure: Figure, named: tuple[str, str | None] | None, part: str, context: Context) -> Quantity | None:
    """A figure as a quantity of an event; None where it merely counts a few who act, in an event not told by their number."""
    many = max(figure.min or 0, figure.max or 0) >= _MANY
    if named is None and part not in ("patient", "self", "measure") and figure.measure is None and not many:
        return None
    kind, unit = named or (figure.measure or "count", None)
    replaced = figure.unit is None or (unit is not None and (figure.unit, "self") in _kinds())
    return Quantity(
        kind=kind,
        unit=(unit if replaced else figure.unit) or "",
        min=figure.min,
        max=figure.max,
        start=context.tokens[figure.first].start,
        end=context.tokens[figure.last].end,
    )
