"""Where events happened that the sentence says only in passing.

An attack on a town happened in the town, and a visit to Qatar in Qatar: what it was done to is where it was. Those an air raid
killed died where the raid struck, and the raid struck where they died. Places pass between an event of harm and what did it or
what it was part of, so that "a law against strikes in France" is left alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.cast.context import Context
from dateline.cast.roles import Cast, ordered
from dateline.cast.words import words
from dateline.model import Event, Role

_CAUSES = ("in", "during", "by", "when")


def placed(context: Context, events: tuple[Event, ...], casts: Mapping[str, Cast]) -> dict[str, Cast]:
    """The casts with the places that follow from what an event was done to, what did it and what it did."""
    found = {event.id: (*casts[event.id], *_at_its_object(context, event, casts[event.id])) for event in events}
    done = [event for event in events if event.type in words("harm") or event.lemma in words("at_object_words")]
    harms = {event.id for event in done}
    links = [(cause, event.id) for event in done for cause in _causes(context, event, found[event.id]) if cause in found]
    back = [(effect, cause) for cause, effect in links if cause in harms]
    for source, target in (*links, *back, *links):  # a quake is where it struck, and so are those it killed
        found[target] = _with_places(found[target], found[source])
    return {key: ordered(cast) for key, cast in found.items()}


def _at_its_object(context: Context, event: Event, cast: Cast) -> Iterator[tuple[Role, int]]:
    """The places that an event of such a kind was done to, as where it happened."""
    there = event.type in words("at_object") or event.lemma in words("at_object_words")
    if event.type == "SANCTION" or event.lemma in words("losing") or any(role.role == "place" for role, _ in cast):
        return  # what a tariff is on may be made in Peru
    for role, head in cast:
        counted = context.tree.child(head, "nummod") is not None or context.preposition(head) == "of"
        if event.type == "DAMAGE" and counted and head not in context.labels:
            continue  # "damaged 40,000 homes" says what, not where
        affected = role.role in ("patient", "recipient") and role.event is None and context.is_place(head)
        if affected and (there or context.preposition(head) in ("at", "in", "near")):
            yield replace(role, role="place"), head


def _causes(context: Context, event: Event, cast: Cast) -> Iterator[str]:
    """The events that did it or in which it was done: "the raid killed two", "two died in the raid"."""
    yield from (role.event for role, _ in cast if role.role == "agent" and role.event is not None)
    head = context.tree.at(event.start)
    for c in () if head is None else context.dependents(head, "obl"):
        if c in context.events and context.preposition(c) in _CAUSES:
            yield context.events[c]


def _with_places(cast: Cast, other: Cast) -> Cast:
    """A cast with the places of another, if it names none of its own."""
    if any(role.role == "place" for role, _ in cast):
        return cast
    return (*cast, *((role, head) for role, head in other if role.role == "place"))
