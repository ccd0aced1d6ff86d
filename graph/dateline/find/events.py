"""The events of an article: every mention, with what it is and whether it is told as having come about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.find.classes import timeml_class
from dateline.find.factuality import standing
from dateline.find.status import settled as settled_status
from dateline.find.tense import tense
from dateline.find.triggers import Names, trigger
from dateline.find.types import Types
from dateline.find.weighing import settled
from dateline.model import Document, Event, Sentence
from dateline.tree import Tree


def with_events(document: Document, tree: Tree) -> Document:
    """A document with its events and with what became of each sentence."""
    names = Names(document, tree)
    types = Types(tree, {i: name.label for name in document.names for i in range(name.first, name.stop)})
    places = [i for i in range(len(tree.tokens)) if trigger(tree, names, i)]
    events = tuple(_event(tree, types, i, number) for number, i in enumerate(places, start=1))
    return replace(document, events=events, sentences=tuple(_outcomes(document.sentences, set(places))))


def _event(tree: Tree, types: Types, i: int, number: int) -> Event:
    token = tree.tokens[i]
    fate = settled_status(tree, i, standing(tree, i))
    kind = settled(types, i)
    return Event(
        id=f"e{number}",
        start=token.start,
        end=token.end,
        text=token.text,
        lemma=token.lemma,
        label=token.lemma,
        type=kind,
        timeml_class=timeml_class(tree, i),
        polarity=fate.polarity,
        certainty=fate.certainty,
        tense=tense(tree, i, fate),
        status=(replace(fate, negative=False, planned=False) if kind == "REJECT" and types.refuses(i) else fate).status,
    )


def _outcomes(sentences: Iterable[Sentence], places: set[int]) -> Iterator[Sentence]:
    for sentence in sentences:
        if sentence.outcome == "skipped":
            yield sentence
        else:
            found = any(i in places for i in range(sentence.first, sentence.stop))
            yield replace(sentence, outcome="events" if found else "none")
