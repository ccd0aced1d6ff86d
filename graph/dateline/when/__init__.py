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
    clauses.py    what a clause with "when" is dated by            trial.py       deeds told where a court acts
    anniversary.py  what is remembered so many years later         soon.py        what came shortly after or before
    contest.py    results of the one vote or match told of
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dateline.model import Document, Event, Published, When
from dateline.tree import Tree
from dateline.when.attach import by_token
from dateline.when.relations import relations
from dateline.when.timing import timed

__all__ = ["when"]


def when(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill `when` of each event, and `relations`, of each document."""
    for document in documents:
        tree = Tree(document)
        told = by_token(tree, document.events)
        found = sorted(set(relations(tree, told)), key=lambda r: (_number(r.source), _number(r.target), r.type))
        whens = timed(document, found)
        dated = [replace(event, when=whens[event.id]) for event in document.events]
        coming = (_to_come(tree, event, document.published) for event in dated)
        events = tuple(_over(tree, event, document.published.earliest, _above(tree, event, told, whens)) for event in coming)
        yield replace(document, events=events, relations=tuple(found))


def _above(tree: Tree, event: Event, told: Mapping[int, Event], whens: Mapping[str, When]) -> When | None:
    """The time of the event that an event hangs on."""
    i = tree.at(event.start)
    verb = told.get(tree.tokens[i].head) if i is not None else None
    return whens[verb.id] if verb is not None else None


def _to_come(tree: Tree, event: Event, published: Published) -> Event:
    """An event that is told as a fact, but for a day after the article's own, is still to come: "travels to Oslo on Friday",
    "before the vote of 30 January". A verb in the past is believed before a date is."""
    last, first = published.latest, event.when.earliest_begin
    if event.status != "actual" or last is None or first is None or first <= last or not event.when.times:
        return event
    i = tree.at(event.start)
    noun = i is not None and tree.tokens[i].upos in ("NOUN", "PROPN")
    return replace(event, status="planned", tense="future") if noun or event.tense != "past" else event


def _over(tree: Tree, event: Event, last: date | None, above: When | None) -> Event:
    """What the object of a verb with "will" tells of is over where its own day is past: "will mark the | victory | of 1945".
    `last` is the day of publication, `above` the time of the verb."""
    end, i = event.when.latest_end, tree.at(event.start)
    past = event.when.times and end is not None and last is not None and end < last
    if event.status != "planned" or not past or above is None or above.times == event.when.times or i is None:
        return event
    will = any(tree.tokens[c].text.lower() == "will" for c in tree.children(tree.tokens[i].head, "aux"))
    return replace(event, status="actual", tense="past") if will and tree.is_(i, "obj") else event


def _number(key: str) -> int:
    """The place of an event in the text, from its id."""
    return int(key[1:]) if key[1:].isdecimal() else 0
