"""Whom an accusation is done to, however it is worded, and who has no part in it."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.cast.context import Context
from dateline.cast.roles import Cast, ordered, undergone
from dateline.cast.words import words
from dateline.model import Event, Role


def blamed(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where an accusation is done to whom it blames, and not to the court that hears of it."""
    if event.type != "ACCUSE":
        return cast
    against = any(context.preposition(i) == "against" for _, i in cast)
    accused = dict.fromkeys(_alleged(context, event))
    found = {i: role for role, i in cast if not _hears(context, event, role, i, against=against)}
    told = {
        i: _done_to(role, topic=i in accused)
        if context.preposition(i) not in ("to", "with") and not _is_summoned(context, event, i)
        else role
        for i, role in found.items()
    }
    new = {i: _patient(context, i) for i in accused if i not in told}
    return ordered(tuple((role, i) for i, role in {**told, **new}.items()))


def _hears(context: Context, event: Event, role: Role, i: int, *, against: bool) -> bool:
    """Whether a word is no more than the court that hears an accusation: "filed the suit in | court |", "with the | court |"."""
    bench = context.lemma(i) in words("bench")
    if role.role == "place":
        return bench and event.lemma.lower() in words("filing")
    return role.role == "recipient" and context.preposition(i) == "with" and (against or bench)


def _is_summoned(context: Context, event: Event, i: int) -> bool:
    """Whether somebody is called in to hear a complaint that need not be of him: "summoned | the envoy | to protest"."""
    head = context.tree.at(event.start)
    verb = None if head is None else context.tree.head(head)
    return verb is not None and verb == context.tree.head(i) and context.lemma(verb) == "summon" and context.tree.is_(i, "obj")


def _done_to(role: Role, *, topic: bool) -> Role:
    """A role as that of one to whom something is done, if it was that of one at whom it is aimed, or whose deed it is about."""
    return replace(role, role="patient") if topic and role.role == "topic" else undergone(role)


def _alleged(context: Context, event: Event) -> Iterator[int]:
    """Whose deeds are alleged in a clause of their own: "alleges that | Ruiz | took bribes"."""
    head = context.tree.at(event.start)
    if head is None or event.lemma.lower() not in words("alleging"):
        return
    for clause in context.tree.children(head, "ccomp"):
        named = [i for i in context.tree.children(clause, "nsubj") if context.tokens[i].deprel == "nsubj"]
        yield from (i for n in named for i in context.members(n) if _may_be_blamed(context, i))


def _may_be_blamed(context: Context, i: int) -> bool:
    """Whether a word names somebody, and not the accuser himself: "alleged that | he | was robbed"."""
    return context.is_actor(i) and context.tokens[i].upos != "PRON" and i not in context.events


def _patient(context: Context, i: int) -> Role:
    start, end = context.phrases.offsets(i)
    return Role(role="patient", start=start, end=end)
