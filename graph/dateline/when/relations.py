"""How events lie to one another, where words say so: before, after, during, while, because, including, caused."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from dateline.model import Event, Relation, RelationType
from dateline.resources import table
from dateline.tree import Tree
from dateline.when.attach import signal_before

_CLIMB = 4


@cache
def _causes() -> frozenset[str]:
    """Verbs by which one event brings about another: caused, led to, triggered."""
    return frozenset(row["lemma"] for row in table("seeds", "lexicons", "causal-verbs.tsv"))


def relations(tree: Tree, events: Mapping[int, Event]) -> Iterator[Relation]:
    """All relations that signals and causal verbs state, in order of the text."""
    for i, event in sorted(events.items()):
        yield from _signalled(tree, i, event, events)
        yield from _caused(tree, i, events)
        yield from _pluperfect(tree, i, event, events)


def _signalled(tree: Tree, i: int, event: Event, events: Mapping[int, Event]) -> Iterator[Relation]:
    """An event behind a signal, with the event above it."""
    signal = next(
        (s for c in tree.children(i, "case", "mark", "advmod") if c < i and (s := signal_before(tree.tokens, c + 1)) and s.event),
        None,
    )
    if signal is None or tree.is_(i, "nsubj", "obj", "ccomp"):
        return
    above = tree.head(i)
    for _ in range(_CLIMB):
        if above is None or above in events:
            break
        above = tree.head(above)
    if above is None or above not in events:
        return
    yield relation(signal.event, events[above].id, event.id)


def _pluperfect(tree: Tree, i: int, event: Event, events: Mapping[int, Event]) -> Iterator[Relation]:
    """What had happened lies before what the clause above tells in the simple past: "said that he had resigned"."""
    marks = {tree.tokens[c].text.lower() for c in tree.children(i, "mark")}
    if event.status != "actual" or not _had(tree, i) or marks & {"before", "until", "till", "if"}:
        return
    above = next((a for a in islice(tree.ancestors(i), _CLIMB) if a in events), None)
    if above is None or _had(tree, above) or events[above].tense != "past" or tree.is_(i, "conj"):
        return
    if tree.tokens[above].xpos.startswith("VB"):
        yield Relation(type="before", source=event.id, target=events[above].id)


def _had(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].lemma.lower() == "have" and tree.tokens[c].xpos == "VBD" for c in tree.children(i, "aux"))


def relation(kind: str, main: str, other: str) -> Relation:
    """A relation as the signal has it: what the event above it is to the one behind it."""
    turned: dict[str, tuple[RelationType, str, str]] = {
        "within": ("includes", other, main),
        "effect": ("cause", other, main),
    }
    plain: dict[str, RelationType] = {
        "before": "before",
        "after": "after",
        "includes": "includes",
        "simultaneous": "simultaneous",
        "subevent": "subevent",
    }
    if kind in turned:
        name, source, target = turned[kind]
        return Relation(type=name, source=source, target=target)
    return Relation(type=plain[kind], source=main, target=other)


def _caused(tree: Tree, i: int, events: Mapping[int, Event]) -> Iterator[Relation]:
    """Subject and object of a causal verb: "the quake triggered a tsunami"."""
    if tree.tokens[i].lemma.lower() not in _causes():
        return
    subjects = [c for c in tree.children(i, "nsubj") if c in events and not tree.is_(c, "nsubj:pass")]
    objects = [c for c in tree.children(i, "obj", "obl") if c in events]
    for cause in subjects:
        for effect in objects:
            yield Relation(type="cause", source=events[cause].id, target=events[effect].id)
