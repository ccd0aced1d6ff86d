"""Casting: who takes part in each event, and how many.

    phrases     which words name a participant
    context     what a rule may ask of a word
    clauses     the subject of each predicate, also where it is left out
    verbs       the participants of a verb's event
    nominals    the participants of a noun's event
    roles       the cast of each event

Roles hold the span of a noun phrase without relative clauses and appositions; each member of a coordination has a role of its
own, and the parties of a mutual event ("talks between A and B") are both agents. A filler that is an event itself carries its id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.roles import with_roles
from dateline.model import Document

__all__ = ["cast"]


def cast(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill in the roles and quantities of every event."""
    for document in documents:
        yield replace(document, events=with_roles(Clauses(Context(document)), document.events))
