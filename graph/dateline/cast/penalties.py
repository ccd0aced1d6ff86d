"""Whom a fine or a sentence is done to, however it is worded: "hit the bank with a fine", "a fine was imposed on the bank"."""

from dateline.cast.context import Context
from dateline.cast.roles import Cast, ordered, undergone
from dateline.cast.words import words
from dateline.model import Event


def penalised(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where the fine only carries what "fined" tells: whom it is imposed on undergoes it, and it has no part itself."""
    head = context.tree.at(event.start)
    fines = (
        [] if head is None else [c for c in context.tree.children(head, "obj", "nsubj:pass", "obl") if _is_carried(context, c)]
    )
    if event.type != "RULE" or not fines:
        return cast
    left = tuple((undergone(role), i) for role, i in cast if i not in fines)
    return ordered(left) if any(role.role == "patient" for role, _ in left) else cast  # "cut the sentences of | two men |"


def _is_carried(context: Context, i: int) -> bool:
    """Whether a noun is the penalty itself, and no event that is told beside the verb."""
    return context.lemma(i) in words("penalty") and i not in context.events
