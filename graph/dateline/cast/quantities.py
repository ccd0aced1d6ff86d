"""Quantities of events: the figures of a text, bound to what happens to the counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from dateline.cast.context import Context
from dateline.cast.figures import Figure, figures, units
from dateline.cast.numbers import number
from dateline.cast.words import words
from dateline.model import Quantity, Role
from dateline.resources import table

_MANY = 10  # "three ministers said" is not about the three, "2,300 farmers sued" is about their number
_CHANGES = ("rose", "fell")
_BESIDE = {"attacked": ("amount",), "donated": ("share",)}  # "hit with a $5 million fine", "the poll gave Reed 40 percent"
_LEVELS = ("below", "above", "under")
_TOWARDS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "away"))
_NEAR = 8  # words from a figure to that of another subject
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


_PARTS = {  # the parts that a cell of quantity-kinds.tsv stands for, where it is no part itself
    "any": ("agent", "patient", "recipient"),
    "theme": ("agent", "patient"),
    "means": ("patient", "instrument"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What happens to the counted, in the words of one row of quantity-kinds.tsv."""

    kind: str
    unit: str | None
    role: str = "any"
    type: str | None = None  # that the event must have


@cache
def _kinds() -> Mapping[tuple[str, str], tuple[Kind, ...]]:
    """What happens to the counted, by (lemma, part), in the order of the table."""
    found: dict[tuple[str, str], list[Kind]] = {}
    for row in table("seeds", "lexicons", "quantity-kinds.tsv"):
        unit, type_ = (None if row[name] == "-" else row[name] for name in ("unit", "type"))
        parts = _PARTS.get(row["role"], (row["role"],))
        for word in row["words"].split():
            for part in (*parts, "self"):
                found.setdefault((word, part), []).append(Kind(row["kind"], unit, row["role"], type_))
    return {key: tuple(kinds) for key, kinds in found.items()}


@cache
def _things() -> frozenset[str]:
    """Nouns for things, which nothing befalls that befalls people where a word has another meaning: "seized two ships"."""
    return frozenset(row["noun"] for row in table("seeds", "lexicons", "noun-classes.tsv") if row["class"] == "THING")


def _kind(word: str, part: str, type_: str | None = None, unit: str | None = None) -> Kind | None:
    """The first row that fits a word, the part that the counted play, and the event's type; best one that fits the counted."""
    fitting = [kind for kind in _kinds().get((word, part), ()) if kind.type in (None, type_)]
    return next((kind for kind in fitting if kind.unit != "people" or unit not in _things()), next(iter(fitting), None))


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
            figure = _with_state(context, _with_unit(context, bare))
            for event, part in _bound(context, figure, heads):
                subjects = [head for role, head in casts[event] if role.role in ("agent", "patient")]
                named = _named(context, figure, triggers[event], part, subjects)
                aside = _is_aside(context, figure, triggers[event], part) or _is_of_other(context, figure, casts[event])
                quantity = None if aside else _quantity(context, figure, named, part)
                if quantity is not None and all(quantity.start != q.start for q in found.setdefault(event, [])):
                    found[event].append(quantity)
    return found


def _is_aside(context: Context, figure: Figure, event: int, part: str) -> bool:
    """Whether a figure says nothing of what happens: an age ("joined the army at 18"), where things were ("fell in 20 cities"),
    where a change began ("from 5 percent"), what people were taken from ("from five boats"), a race ("won the 100m"), a size
    ("hit a 30-foot boat")."""
    if figure.measure == "distance" and context.types[context.events[event]] == "WIN":
        return True
    if _is_apart(context, figure, event) or any(context.preposition(i) == "according to" for i in figure.anchors):
        return True
    if figure.measure == "distance" and part != "self" and _is_size(context, figure):
        kind = _kind(context.lemma(event), "patient", context.types[context.events[event]])
        return kind is None or kind.kind == "attacked"
    before = _before(context, figure)
    lone = figure.unit is None and figure.measure is None
    if before == "from" and figure.unit is not None and figure.measure is None and part not in ("agent", "patient", "self"):
        return True
    if part != "measure":
        return False
    if lone and _of_votes(context, figure, context.events[event], before):
        return True
    if lone and before == "at":
        return context.lemma(event) not in words("levelling")
    if before == "from" and figure.min == figure.max:
        kind = _kind(context.lemma(event), "self")
        return context.types[context.events[event]] == "CHANGE" or (kind is not None and kind.kind in _CHANGES)
    if figure.measure == "share" and _is_group(context, figure):
        return True
    return not lone and figure.measure is None and before in words("place_prepositions")


def _is_group(context: Context, figure: Figure) -> bool:
    """Whether a share tells whom a change is for: "taxes rose | for the bottom 40 percent |"."""
    adposition, the, which = context.tokens[figure.first - 3 : figure.first] if figure.first >= 3 else (None, None, None)
    if adposition is None or the is None or which is None:
        return False
    return adposition.text.lower() in ("for", "among") and the.text.lower() == "the" and which.upos == "ADJ"


def _is_apart(context: Context, figure: Figure, event: int) -> bool:
    """Whether a figure tells how far apart two places are: "attacked a village | 24 km | north of Mosul"."""
    where, of = [*(t.text.lower() for t in context.tokens[figure.last + 1 : figure.last + 3]), "", ""][:2]
    moves = context.types[context.events[event]] == "MOVE"
    return figure.measure == "distance" and where in _TOWARDS and of in ("of", "from") and not moves


def _is_of_other(context: Context, figure: Figure, roles: Sequence[tuple[Role, int]]) -> bool:
    """Whether a figure is that of another subject whose verb is left out: "bread was priced at $2 and milk | at $3 |"."""
    first = figure.first
    if first < 3 or context.tokens[first - 1].upos != "ADP" or context.tokens[first - 2].upos not in ("NOUN", "PROPN"):
        return False
    subject, cases = first - 2, context.tokens[first - 1].text.lower()
    if any(head == subject for _, head in roles):
        return False
    joined = context.tree.is_(subject, "conj") and any(c == subject - 1 for c in context.tree.children(subject, "cc"))
    before = context.tokens[max(context.tree.sentence(first).first, subject - _NEAR) : subject - 1]
    same = any(t.text.lower() == cases and n.upos in ("NUM", "SYM") for t, n in pairwise(before))
    return joined and same and before[-1].upos in ("NUM", "SYM", "NOUN")


def _is_size(context: Context, figure: Figure) -> bool:
    """Whether a figure only tells how large a thing is: "hit a | 30-foot | boat"."""
    unit = next((i for i in sorted(figure.anchors) if context.tree.is_(i, "compound", "amod")), None)
    return unit is not None and context.tokens[unit].head not in context.events


def _before(context: Context, figure: Figure) -> str:
    """The word before a figure, or before the one that it says in other words: "to $12 million, | or 16 cents a share"."""
    word = context.tokens[figure.first - 1].text.lower() if figure.first else ""
    if word != "or":
        return word
    said = next((i for i in sorted(figure.anchors) if context.tree.is_(i, "conj")), None)
    return word if said is None else context.preposition(context.tokens[said].head)


def _of_votes(context: Context, figure: Figure, event: str, before: str) -> bool:
    """Whether a number is that of the other side in a vote: "lost by 398 votes | to 21 |", or part of "by nine to one"."""
    to, *behind = [t.text.lower() for t in context.tokens[figure.last + 1 : figure.last + 3]] or [""]
    ratio = before == "by" and to == "to" and bool(behind) and number(behind, 0) is not None
    if ratio and context.types[event] not in ("CHANGE", None):
        return True
    return before == "to" and figure.first > 1 and context.lemma(figure.first - 2) == "vote"


def _with_unit(context: Context, figure: Figure) -> Figure:
    """A number with the unit of the one from which something changed to it: "from 39.6 percent to | 35 |"."""
    i = figure.first
    if figure.unit is not None or i < 4 or [context.tokens[k].text.lower() for k in (i - 4, i - 1)] != ["from", "to"]:
        return figure
    unit, measure = units().get(context.lemma(i - 2), (None, None))
    return figure if measure is None else replace(figure, unit=unit, measure=measure)


def _with_state(context: Context, figure: Figure) -> Figure:
    """A figure with the word behind it that says what became of people nobody names: "140 injured", "14 missing"."""
    state = max(figure.anchors) + 1
    if figure.unit is not None or figure.measure is not None or state >= len(context.tokens):
        return figure
    token = context.tokens[state]
    told = next((k for word in (context.lemma(state), token.text.lower()) if (k := _kind(word, "self"))), None)
    fits = token.xpos in ("VBN", "VBD", "JJ", "VBG") and told is not None and told.unit == "people"
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
        loose = node is not None and (_is_loose_object(context, node) or (figure.measure == "amount" and _is_sign(context, node)))
        if node is None or context.tree.is_(node, "acl:relcl") or not (loose or context.tree.is_(node, *_GOVERNED)):
            return []  # "the firm, which is worth $5 billion, was sold"
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


def _is_sign(context: Context, i: int) -> bool:
    """Whether a sign of money has been taken for a determiner: "at | A$ | 3.10"."""
    return context.tree.is_(i, "det") and context.tokens[i].text.endswith("$")


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


def _named(context: Context, figure: Figure, event: int, part: str, subjects: Sequence[int]) -> Kind | None:
    """What happens to the counted, by their own name ("12 dead"), the event, or what it is about ("the toll rose to 12")."""
    for anchor in sorted(figure.anchors):
        if found := _of_counted(context, anchor):
            return found
    if part == "measure" and figure.unit is None:
        above = [i for i, _ in zip(context.tree.ancestors(event), range(_STEPS), strict=False)]
        for told in [t for subject in (*subjects, *above) for t in _tallied(context, subject)]:
            if found := _kind(context.lemma(told), "self"):
                return found
    found = _kind(context.lemma(event), "self" if part == "measure" else part, context.types[context.events[event]], figure.unit)
    if found is not None and found.unit == "people" and figure.measure not in (None, "share"):
        return None  # "released on $2 million bail"
    if found is not None and figure.measure in _BESIDE.get(found.kind, ()):
        return None
    if found is not None and found.role == "theme" and part == "agent" and context.tree.child(event, "obj") is not None:
        return None  # "two banks cut rates"
    return _level(context, figure, found, context.events[event])


def _of_counted(context: Context, i: int) -> Kind | None:
    """What the name of the counted says: "12 dead", "three attacks"; nothing where it is a thing, as shells are."""
    token = context.tokens[i]
    if token.upos not in ("ADJ", "NOUN", "VERB"):
        return None
    found = _kind(context.lemma(i), "self") or _kind(token.text.lower(), "self")
    if found is None or (token.upos == "NOUN" and found.unit is None and i not in context.events):
        return None
    rallied = found.role == "agent" and token.upos == "NOUN" and i in context.events
    return replace(found, unit=None) if rallied else found  # "five rallies" are no people


def _level(context: Context, figure: Figure, found: Kind | None, event: str) -> Kind | None:
    """What rose or fell "to 700 percent", or "below 5 percent", is at that level, and neither rose nor fell by it; so is what an
    index lost points to."""
    before = _before(context, figure)
    changes = _CHANGES if context.types[event] != "CHANGE" else (*_CHANGES, "lost", "won")
    level = before in ("to", "from") or context.tokens[figure.first].text.lower() in _LEVELS
    if found is not None and found.kind == "exchanged" and _is_price(context, figure, event):
        return Kind("level", found.unit)
    return Kind("level", found.unit) if found is not None and found.kind in changes and level else found


def _is_price(context: Context, figure: Figure, event: str) -> bool:
    """Whether what is traded is told to cost so much, with no object: "shares traded | at $30 |", "was trading | under $4 |"."""
    trigger = next(i for i, e in context.events.items() if e == event)
    said = {_before(context, figure), context.tokens[figure.first].text.lower()} & {"at", "around", "about", "near", *_LEVELS}
    return figure.measure == "amount" and bool(said) and context.tree.child(trigger, "obj") is None


def _tallied(context: Context, i: int) -> list[int]:
    """What a noun gives the number of: itself, or for "the number of arrests", "the injury toll" the nouns that belong to it."""
    if context.tokens[i].upos != "NOUN":
        return []
    if context.lemma(i) not in words("tally"):
        return [i]
    return [*context.tree.children(i, "compound"), *context.tree.children(i, "nmod"), i]


def _quantity(context: Context, figure: Figure, named: Kind | None, part: str) -> Quantity | None:
    """A figure as a quantity of an event; None where it merely counts a few who act, in an event not told by their number."""
    many = max(figure.min or 0, figure.max or 0) >= _MANY
    if named is None and part not in ("patient", "self", "measure") and figure.measure is None and not many:
        return None
    found = named or Kind(figure.measure or "count", None)
    own = _kind(figure.unit or "", "self")
    replaced = figure.unit is None or (found.unit is not None and own is not None and own.unit is not None)
    unit = (found.unit if replaced else figure.unit) or ""
    if unit == "time" or (part == "agent" and not unit and not many):  # "nine times"; "the two would sign"
        return None
    if not unit and part == "patient" and _is_product(context, figure):
        return None
    return Quantity(
        kind=found.kind,
        unit=unit,
        min=figure.max if found.kind == "level" and figure.min != figure.max and _starts(context, figure) else figure.min,
        max=figure.max,
        start=context.tokens[figure.first].start,
        end=context.tokens[figure.last].end,
    )


def _is_product(context: Context, figure: Figure) -> bool:
    """Whether a number is what something is called: "sold | the 787 | to Japan"."""
    number = context.tokens[figure.first]
    alone = figure.first == figure.last and figure.measure is None and number.text.isdecimal()
    return alone and figure.first > 0 and context.tokens[figure.first - 1].text.lower() == "the"


def _starts(context: Context, figure: Figure) -> bool:
    """Whether a range tells where something began and where it ended: "grew from 2 to 3 million"."""
    return figure.first > 0 and context.tokens[figure.first - 1].text.lower() == "from"
