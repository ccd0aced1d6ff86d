"""What a reader of the map sees: events, who takes part, who says so, and where it is written.

A view is all that the page knows. It comes from the store (`load.py`) or is made by hand, and holds text as it was written:
nothing in it is escaped, and nothing may be trusted. Unknown is `None`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Standing = Literal["fact", "claim", "open", "denied"]

OPEN = frozenset({"planned", "possible", "conditional", "requested", "generic"})
DENIED = frozenset({"negated", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """Somebody's part in an event."""

    role: str  # agent, patient, recipient, place, instrument, topic
    actor: str  # IRI of an ActorView


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """Words of a sentence on which a part of a claim rests."""

    kind: str  # a role, or "time"
    start: int  # within the sentence, in code points
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """What a claim says of something that others say differently."""

    what: str  # "Date", "People killed"
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One place where somebody says that an event took place, or did not, with the sentence it stands in."""

    speakers: tuple[str, ...] = ()  # who says so, innermost first; the last is the publisher
    by: str | None = None  # IRI of the ActorView that is the nearest speaker, where it is one
    stance: str = "affirms"  # affirms, denies, doubts, asks
    status: str = "actual"  # as this claim has it
    certainty: str = "certain"
    told: str = ""  # status as it arrives through the chain of speakers; empty: not known apart from the event's
    sentence: str = ""
    start: int = 0  # of the event's word within the sentence, in code points
    end: int = 0
    marks: tuple[MarkView, ...] = ()  # words of the same sentence that name the cast and the time
    before: tuple[str, ...] = ()  # sentences of the same paragraph
    after: tuple[str, ...] = ()
    article: str | None = None  # IRI of an ArticleView
    position: int = 0  # of the event's word within the article's text
    values: tuple[ValueView, ...] = ()  # what it says of what is in dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """How an event stands to another one."""

    type: str  # before, includes, simultaneous, cause, subevent; "after" and the like where the other says so
    event: str  # IRI of an EventView


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that happened, or is said to have, with its bounds in time and all that speaks for it."""

    iri: str
    label: str
    type: str | None = None  # code of schema/event-types.ttl
    type_label: str | None = None
    broader: tuple[str, ...] = ()  # codes of the types above it, nearest first
    status: str = "actual"
    earliest_begin: date | None = None
    latest_begin: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    edtf: str | None = None
    why: str = ""  # why this date
    place: str | None = None  # label
    roles: tuple[RoleView, ...] = ()
    figures: tuple[str, ...] = ()  # "at least 27 people killed"
    claims: tuple[ClaimView, ...] = ()
    contested: bool = False
    confidence: float | None = None  # how likely type and cast were read rightly, 0 to 1
    relations: tuple[RelationView, ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        """The codes of its type and of those above it."""
        return (self.type, *self.broader) if self.type else ()

    @property
    def standing(self) -> Standing:
        """How far an event may be taken as a fact: told as one, claimed by somebody, not (yet) real, or denied.

        An event that nobody tells in an article's own voice is a claim, even where its status reads "actual".
        """
        if self.status in DENIED:
            return "denied"
        if self.status in OPEN:
            return "open"
        own_voice = not self.claims or any(len(c.speakers) <= 1 and c.stance == "affirms" for c in self.claims)
        return "fact" if own_voice and self.status == "actual" else "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """Somebody, some body or some place that events speak of."""

    iri: str
    label: str
    type: str = ""  # person, organization, country, place, group, …
    kind: str | None = None
    country: str | None = None  # ISO 3166 code, of a country or of something in one
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """A source text."""

    iri: str
    title: str
    publisher: str | None = None
    published: str | None = None  # EDTF
    known_from: date | None = None  # the last day on which it may have appeared: from then on what it says is known
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """All that one page shows. Events stand in the order in which they are told."""

    title: str = "Timeline"
    events: tuple[EventView, ...] = ()
    actors: tuple[ActorView, ...] = ()
    articles: tuple[ArticleView, ...] = ()

    def _repr_html_(self) -> str:
        """The map within a notebook, in a frame that can reach nothing around it."""
        from dateline.map.page import frame

        return frame(self)
