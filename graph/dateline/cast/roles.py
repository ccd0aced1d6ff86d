"""The cast of each event: who did what to whom, where and with what."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.cast.clauses import Clauses
from dateline.cast.context import NOMINAL, Context
from dateline.cast.nominals import noun_fillers
from dateline.cast.verbs import Filler, verb_fillers
from dateline.cast.words import words
from dateline.model import Event, Role, RoleName

_ORDER: tuple[RoleName, ...] = ("agent", "patient", "recipient", "place", "instrument", "topic")


def roles(clauses: Clauses, event: Event) -> tuple[Role, ...]:
    """The roles of an event, agents first, then in the order of the text."""
    head = clauses.context.tree.at(event.start)
    if head is None:
        return ()
    found = sorted(
        set(_roles(clauses.context, head, _fillers(clauses, head))), key=lambda r: (_ORDER.index(r.role), r.start, r.end)
    )
    seen: set[tuple[int, int]] = set()
    kept = []
    for role in found:
        if (role.start, role.end) not in seen:
            seen.add((role.start, role.end))
            kept.append(role)
    return tuple(kept)


def _fillers(clauses: Clauses, head: int) -> Iterator[Filler]:
    """The parts that the grammar around an event's head word gives out."""
    if clauses.context.tokens[head].upos in ("NOUN", "PROPN"):
        if clauses.context.tree.child(head, "cop") is not None:
            yield from (("patient", s) for s in clauses.subjects(head))
        yield from noun_fillers(clauses, head)
    else:
        yield from verb_fillers(clauses, head)


def _roles(context: Context, event: int, fillers: Iterable[Filler]) -> Iterator[Role]:
    """Each member of a coordination as a role of its own."""
    for part, first in fillers:
        for head in context.members(first):
            if part is not None and head != event and _can_take_part(context, head):
                start, end = context.phrases.offsets(head)
                yield Role(role=part, start=start, end=end, event=context.events.get(head))


def _can_take_part(context: Context, head: int) -> bool:
    """Whether a word can name a participant: a noun or the like, neither a time nor a figure nor a mere "it"."""
    token = context.tokens[head]
    if token.upos not in NOMINAL or head in context.times or context.is_amount(head):
        return False
    if token.upos == "PRON" and token.deprel == "expl":
        return False
    return not (token.upos in ("PRON", "DET") and token.text.lower() in words("empty"))


def with_roles(clauses: Clauses, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with their casts."""
    return tuple(replace(event, roles=roles(clauses, event)) for event in events)
