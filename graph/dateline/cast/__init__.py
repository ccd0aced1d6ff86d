"""Casting: who takes part in each event, and how many.

    phrases     which words name a participant
    context     what a rule may ask of a word
    voice       active or passive, objects, relative pronouns
    clauses     the subject of each predicate, also where it is left out
    verbs       the participants of a verb's event
    nominals    the participants of a noun's event
    aims        whom an act is aimed at that the clause below says
    listed      those who are named as some of those who take part
    goods       whose goods a sanction is on
    accusations whom an accusation is done to
    interviews  who asks in an interview
    penalties   whom a fine is done to
    roles       the cast of each event, by grammar
    ruled       parts that grammar rules out
    weighing    the same after the parser's network has been heard
    places      where it happened, by what it was done to, what did it and what it did
    numbers     numbers in words and figures
    figures     numbers with unit and bounds
    quantities  figures bound to the events they measure

Roles hold the span of a noun phrase without relative clauses and appositions; each member of a coordination has a role of its
own, and the parties of a mutual event ("talks between A and B") are both agents. A filler that is an event itself carries its id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.cast.accusations import blamed
from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.interviews import interviewing
from dateline.cast.listed import listed
from dateline.cast.penalties import penalised
from dateline.cast.places import placed
from dateline.cast.quantities import quantities
from dateline.cast.roles import Cast, aimed, bereft, cast_of, handed_over, parted
from dateline.cast.weighing import weighed
from dateline.model import Document, Event, Quantity

__all__ = ["cast"]


def cast(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill in the roles and quantities of every event."""
    for document in documents:
        clauses = Clauses(Context(document))
        casts = {event.id: cast_of(clauses, event) for event in document.events}
        casts = weighed(clauses, document.events, casts)
        casts = {event.id: aimed(clauses, event, casts[event.id]) for event in document.events}
        casts = {event.id: parted(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: handed_over(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: blamed(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: penalised(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: interviewing(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: bereft(clauses.context, event, casts[event.id]) for event in document.events}
        casts = {event.id: listed(clauses, event, casts[event.id]) for event in document.events}
        casts = placed(clauses.context, document.events, casts)
        counted = quantities(clauses.context, casts)
        yield replace(document, events=tuple(_filled(event, casts, counted) for event in document.events))


def _filled(event: Event, casts: Mapping[str, Cast], counted: Mapping[str, Sequence[Quantity]]) -> Event:
    """An event with its cast and figures."""
    roles = tuple(role for role, _ in casts[event.id])
    return replace(event, roles=roles, quantities=tuple(counted.get(event.id, ())))
