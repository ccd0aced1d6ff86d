"""Labels: a few neutral words for each event, for people to read.

A label is made from canonical names, plain event words and bare nouns, never from the article's adjectives or epithets:
"Israel attacks Gaza Strip", "at least 27 people killed in airstrike at school". What has not come about shows: "will meet",
"does not sign", "possible strike". Runs after `identify`, which gives the names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.label.fillers import Names
from dateline.label.sentences import label_of
from dateline.model import Document
from dateline.tree import Tree

__all__ = ["label"]


def label(documents: Iterable[Document]) -> Iterator[Document]:
    """Give every event its label."""
    for document in documents:
        tree = Tree(document)
        demonyms = frozenset(i for name in document.names if name.label == "NORP" for i in range(name.first, name.stop))
        names = Names(tree, document.actors, demonyms)
        heads = frozenset(i for event in document.events if (i := tree.at(event.start)) is not None)
        said = {attribution.id: attribution for attribution in document.attributions}
        yield replace(document, events=tuple(replace(e, label=label_of(tree, names, e, heads, said)) for e in document.events))
