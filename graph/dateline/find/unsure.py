"""What an article's reader should look at again, because the rules found too little in it to be sure.

Looks at a finished document (after `cast` and `identify`, or read back from a record), so it needs no tokens. Five kinds, told
by `kind`:

    silent     a sentence of some length in which no event was found
    untyped    something that one named actor does to another, of a kind that the lexicon does not know
    uncast     an event of a known kind with nobody and no place to it
    unspoken   a statement whose source the text does not name, or was not found
    doubtful   an event of a known kind that is more likely wrong than right in its type or its cast
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.model import Attribution, Document, Event, Sentence, Span

Kind = Literal["silent", "untyped", "uncast", "unspoken", "doubtful"]

_EVEN = 0.5  # the confidence below which an event is more likely wrong than right
_WORDS = 6  # from which a sentence should tell something
_CARRIED = ("REPORTING", "I_STATE", "STATE", "PERCEPTION", "ASPECTUAL")  # classes that need no type


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure(Span):
    """A place in the text to look at again, and why."""

    kind: Kind
    why: str


def unsure(document: Document) -> Iterator[Unsure]:
    """The places of a document to look at again, in the order of the text."""
    found = [
        *(u for s in document.sentences if (u := _silent(document, s))),
        *(u for e in document.events if (u := _untyped(document, e) or _uncast(e))),
        *(u for e in document.events if (u := _doubtful(e))),
        *(u for a in document.attributions if (u := _unspoken(document, a))),
    ]
    yield from sorted(found, key=lambda u: (u.start, u.end, u.kind))


def _silent(document: Document, sentence: Sentence) -> Unsure | None:
    words = document.text[sentence.start : sentence.end].split()
    if sentence.outcome != "none" or sentence.block != "paragraph" or len(words) < _WORDS:
        return None
    return Unsure(start=sentence.start, end=sentence.end, kind="silent", why=f"no event in {len(words)} words")


def _untyped(document: Document, event: Event) -> Unsure | None:
    if event.type is not None or event.timeml_class in _CARRIED:
        return None
    agents = {r.actor for r in event.roles if r.role == "agent" and r.actor}
    others = {r.actor for r in event.roles if r.role in ("patient", "recipient") and r.actor} - agents
    named = {a.id for a in document.actors if any(m.kind == "name" for m in a.mentions)}
    if not (agents & named and others & named):
        return None
    return Unsure(
        start=event.start, end=event.end, kind="untyped", why=f"no type for what “{event.lemma}” tells between two actors"
    )


def _uncast(event: Event) -> Unsure | None:
    if event.type is None or event.roles or event.status == "generic":
        return None
    return Unsure(start=event.start, end=event.end, kind="uncast", why=f"nobody and no place found for this {event.type}")


def _doubtful(event: Event) -> Unsure | None:
    if event.type is None or event.confidence is None or event.confidence >= _EVEN or event.status == "generic":
        return None
    why = f"this {event.type} is right with a likelihood of {event.confidence:.0%}; in doubt is {event.doubt or 'all of it'}"
    return Unsure(start=event.start, end=event.end, kind="doubtful", why=why)


def _unspoken(document: Document, attribution: Attribution) -> Unsure | None:
    if attribution.source is not None:
        return None
    cue = attribution.cue or attribution.content
    words = document.text[cue.start : cue.end]
    return Unsure(start=cue.start, end=cue.end, kind="unspoken", why=f"no source found for “{words[:40]}”")
