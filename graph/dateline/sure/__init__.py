"""How sure an extraction is: that each participant takes the part he is said to take, and that an event's type and its whole cast
are right.

    paths       the way through the tree from an event's word to who takes part in it
    told        what there is to tell of types, parts and casts, in short phrases
    lexicon     what is known of predicates; what each phrase weighs
    confidence  likelihoods from phrases, and what speaks most against an event
    training/   events that were read and judged, and how the weights are fitted on them

Nothing is left out for being doubtful: who looks at events decides from which confidence on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model import Document
from dateline.sure.confidence import confident
from dateline.sure.told import looks
from dateline.tree import Tree

__all__ = ["sure"]


def sure(documents: Iterable[Document]) -> Iterator[Document]:
    """Give every event and every role its confidence."""
    for document in documents:
        judged = {look.event.id: confident(look) for look in looks(document, Tree(document))}
        yield replace(document, events=tuple(judged.get(event.id, event) for event in document.events))
