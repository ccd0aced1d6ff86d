"""Pairs: two of a kind whom one event brings together: "Silva met Okoro", "she married him", "Kenya signed a pact with Oman".

Nobody need say "and" for "they" and "the two" to mean both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.identify.clusters import Clusters
from dateline.identify.lexicon import BODIES
from dateline.identify.text import Text, head_of

# types of events that bring together whoever takes part, and those who do it both
MUTUAL = frozenset(("COMPETE", "CONSULT", "COOPERATE", "MARRY", "MERGE", "WIN"))
SHARED = frozenset(("AGREE", "SUPPORT", "TRADE", None))
_PARTS = ("agent", "patient", "recipient")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An event of two."""

    at: int  # its token
    type: str | None
    words: tuple[int, int]  # the head words of the two

    def members(self, clusters: Clusters, heads: Mapping[int, int]) -> tuple[int, ...]:
        """The mentions of the two, if it is known who they are, and they are of a kind; `heads`: the mention of each word."""
        found = {clusters.root(heads[w]): heads[w] for w in self.words if w in heads}
        return tuple(found.values()) if len(found) == 2 and of_a_kind(clusters, found) else ()


def meetings(text: Text) -> list[Meeting]:
    """The events of a text in which two take part, in its order."""
    found = []
    for event in text.document.events:
        at = text.tree.at(event.start)
        dealt = event.type in SHARED and at is not None and text.tree.tokens[at].upos == "NOUN"  # "its pact with Oman"
        parts = _PARTS if event.type in MUTUAL or dealt else ("agent",) if event.type in SHARED else ()
        words = {head_of(text.tree, r.start, r.end) for r in event.roles if r.role in parts and r.event is None}
        if at is not None and len(words) == 2 and None not in words:
            one, other = sorted(w for w in words if w is not None)
            found.append(Meeting(at=at, type=event.type, words=(one, other)))
    return sorted(found, key=lambda meeting: meeting.at)


def together(text: Text) -> frozenset[int | None]:
    """The head words of those who do what takes two."""
    mutual = (event for event in text.document.events if event.type in MUTUAL)
    return frozenset(head_of(text.tree, r.start, r.end) for event in mutual for r in event.roles if r.role == "agent")


def of_a_kind(clusters: Clusters, mentions: Iterable[int]) -> bool:
    """Whether all are people, one each, or all states and bodies."""
    types = {None if clusters.mentions[i].plural or clusters.mentions[i].counted else clusters.type(i) for i in mentions}
    return types == {"person"} or types <= BODIES
