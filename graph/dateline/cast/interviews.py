"""Who asks and who answers in an interview."""

from dataclasses import replace

from dateline.cast.context import Context
from dateline.cast.roles import Cast, ordered
from dateline.cast.words import words
from dateline.model import Event


def interviewing(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where a paper or a station that somebody has an interview with takes part as he does: "told | Reuters | in an
    interview", but not "the channel's interview with the militia"."""
    head = context.tree.at(event.start)
    if head is None or event.lemma.lower() != "interview" or context.tokens[head].upos != "NOUN":
        return cast
    asked = all(_answers(context, i) for role, i in cast if role.role == "agent")
    found = (
        (replace(role, role="agent") if asked and role.role == "patient" and _asks(context, i) else role, i) for role, i in cast
    )
    return ordered(tuple(found))


def _answers(context: Context, i: int) -> bool:
    """Whether somebody is a human being, and not a paper or a station."""
    return context.is_person(i) or context.tokens[i].upos == "PRON"


def _asks(context: Context, i: int) -> bool:
    """Whether a word names one who asks for the press."""
    return context.labels.get(i) == "ORG" or context.lemma(i) in words("press")
