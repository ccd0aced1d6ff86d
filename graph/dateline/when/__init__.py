"""When events happened, and in what order: fills `Event.when` and a document's relations.

An event has the times that grammar attaches to it, then those that pass to it from events around it, then what its tense and
the publication date imply. Bounds are only given where the text gives them; without a publication date none are made up.

    attach.py     times to events, with the word that introduces each     timing.py      the steps, for one article
    place.py      what "on", "since", "until" say: the four bounds        own.py         the times of an event's own clause
    interval.py   four bounds, joined and written as EDTF                 spread.py      from one event to another
    state.py      what is known so far                                    again.py       events told twice
    relations.py  before, after, because, including                       scene.py       undated events beside a dated one
    implied.py    order, reports, tense, publication                      lexicon.py     signals and verbs of phase
    speakers.py   who speaks, from report to report                       agenda.py     what a verb sets for a time
    meant.py      the event that a time is meant for             aside.py        times that are no event's
    clauses.py    what a clause with "when" is dated by
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model import Document, Event, Published
from dateline.tree import Tree
from dateline.when.attach import by_token
from dateline.when.relations import relations
from dateline.when.timing import timed

__all__ = ["when"]


def when(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill `when` of each event, and `relations`, of each document."""
    for document in documents:
        tree = Tree(document)
        found = sorted(
            set(relations(tree, by_token(tree, document.events))), key=lambda r: (_number(r.source), _number(r.target), r.type)
        )
        whens = timed(document, found)
        events = tuple(_to_come(tree, replace(event, when=whens[event.id]), document.published) for event in document.events)
        yield replace(document, events=events, relations=tuple(found))


def _to_come(tree: Tree, event: Event, published: Published) -> Event:
    """An event that is told as a fact, but for a day after the article's own, is still to come: "travels to Oslo on Friday",
    "before the vote of 30 January". A verb in the past is believed before a date is."""
    last, first = published.latest, event.when.earliest_begin
    if event.status != "actual" or last is None or first is None or first <= last or not event.when.times:
        return event
    i = tree.at(event.start)
    noun = i is not None and tree.tokens[i].upos in ("NOUN", "PROPN")
    return replace(event, status="planned", tense="future") if noun or event.tense != "past" else event


def _number(key: str) -> int:
    """The place of an event in the text, from its id."""
    return int(key[1:]) if key[1:].isdecimal() else 0
