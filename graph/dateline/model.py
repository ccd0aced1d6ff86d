"""The values that pass between the stages: what an article says, piece by piece.

All are frozen; a stage returns a changed copy (`dataclasses.replace`). Offsets (`start`, `end`) count Unicode code points in
`Article.text`, end exclusive, so `text[start:end]` is always what a value says. Token positions (`first`, `stop`, `head`) are
indices into `Document.tokens`. Unknown is `None`, never a guess. Standard library only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

BlockKind = Literal["headline", "subheading", "repeat", "byline", "dateline", "paragraph", "boilerplate", "foreign"]
Outcome = Literal["events", "none", "skipped"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMLClass = Literal["OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "PERCEPTION", "ASPECTUAL"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Tense = Literal["past", "present", "future"]
Status = Literal["actual", "negated", "planned", "possible", "conditional", "requested", "generic"]
RoleName = Literal["agent", "patient", "recipient", "place", "instrument", "topic"]
Stance = Literal["affirms", "denies", "doubts", "asks"]
MentionKind = Literal["name", "nominal", "pronoun"]
RelationType = Literal["before", "after", "includes", "simultaneous", "cause", "subevent"]
Basis = Literal["given", "metadata", "text", "inferred", "unknown"]

CHAINED, ALIKE = 128, 32  # numbers of a look: those that are read all together, and those by which two words are compared
LOOK_STEPS = 16  # steps of a number of a look in one unit
UNTYPED, NOTHING = "-", "none"  # among the kinds of a token: an event of no type, no event at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A piece of an article's layout. Only headlines, subheadings and paragraphs hold sentences to be analysed."""

    kind: BlockKind
    why: str = ""  # what gave the kind away, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, as exactly as is known, and how that is known."""

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    why: str = "no date was given and the text names none"
    alternatives: tuple[str, ...] = ()  # EDTF of every date that fits what the text says, where several do


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Span):
    """A syntactic word with its place in the Universal Dependencies tree."""

    text: str
    lemma: str
    upos: str
    xpos: str  # Penn Treebank tag
    head: int  # index of the governor in Document.tokens; a root is its own head
    deprel: str  # Universal Dependencies relation with subtype, e.g. "nsubj:pass"
    feats: Mapping[str, str] = field(default_factory=dict)  # e.g. {"Tense": "Past"}
    sure: float = 1.0  # how likely head and relation are right, as far as the parser tells; 1 for trees that come with the text
    # what the parser's network makes of the word where it stands, if it tells an event at all:
    kinds: Mapping[str, float] = field(default_factory=dict)  # {type: how likely}; "-" for no type of ours, "none" for no event
    statuses: Mapping[str, float] = field(default_factory=dict)  # {status: how likely}, of what it tells
    parts: Mapping[int, Mapping[str, float]] = field(default_factory=dict)  # {token: {role: how likely it takes that part}}
    look: bytes = b""  # signed numbers of one byte, of whom a word means; empty where no network has read the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence and what became of it. Skipped ones (a repeated headline, boilerplate) have no tokens."""

    first: int
    stop: int
    block: BlockKind = "paragraph"
    outcome: Outcome = "none"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Span):
    """A proper name as the language pipeline labels it: PERSON, ORG, LOC, NORP (nationalities and the like) or EVENT."""

    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a source says itself of its words: trees, and names where it tells them."""

    tokens: tuple[Token, ...]  # lemma, upos and xpos are empty where the source says nothing
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] | None = None  # with the labels of the source; None where it does not tell names


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what is known of it before anything is extracted."""

    id: str  # given by the user, or made from the content
    source: str  # path or URL as the user wrote it, "-" for standard input
    text: str  # as read: every offset refers to it
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"  # BCP 47
    licence: str | None = None
    published: Published = Published()
    blocks: tuple[Block, ...] = ()  # in order, not overlapping; gaps between them are white space
    given: Given | None = None  # for a text that comes parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Span):
    """A time expression (ISO-TimeML TIMEX3) with its value, its EDTF, its bounds and the reason for them."""

    id: str
    text: str
    type: TimeType
    value: str  # TIMEX3: "2023-11-24TMO", "P7W", "PAST_REF", "XXXX-11-24"
    edtf: str | None = None  # lowest level that expresses it, up to 2; None for sets, vague references and unanchored durations
    earliest: date | None = None
    latest: date | None = None
    rule: str = ""
    anchor: str | None = None  # "published", the id of another time, or None for an expression that stands alone
    alternatives: tuple[str, ...] = ()  # other EDTF values that the text allows
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """A place in the text where an actor is meant. The span is the whole noun phrase without relative clauses."""

    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody, some body or some place that the article speaks of: one value for all its mentions."""

    id: str
    name: str  # canonical and neutral
    type: str  # person, organization, country, place, group, …
    kind: str | None = None  # a finer type: "armed group", "city", "company", …
    same_as: tuple[str, ...] = ()  # Wikidata and GeoNames IRIs
    iso: str | None = None  # ISO 3166-1 alpha-2, for countries
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None
    mentions: tuple[Mention, ...] = ()  # in order of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event took place: four bounds, the same as EDTF, the times they come from and the reason."""

    edtf: str | None = None
    earliest_begin: date | None = None
    latest_begin: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    times: tuple[str, ...] = ()  # ids of the time expressions used
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Span):
    """Who or what takes part in an event, and how. The filler is an actor, another event, or just the words."""

    role: RoleName
    actor: str | None = None
    event: str | None = None
    confidence: float | None = None  # how likely this is who takes the part, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Span):
    """A figure that belongs to an event: "at least 27 people" killed is min 27, max None."""

    kind: str  # what is counted: killed, injured, released, voted, amount, …
    unit: str  # people, countries, USD, percent, …
    min: float | None = None
    max: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Span):
    """A mention of something that happens, holds, or is said to. The span is the one head word (ISO-TimeML extent)."""

    id: str
    text: str
    lemma: str
    label: str  # a few neutral words for people: "Amirabdollahian meets Haniyeh in Doha"
    type: str | None = None  # a concept of schema/event-types.ttl
    timeml_class: TimeMLClass = "OCCURRENCE"  # "class" in the record
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "past"
    status: Status = "actual"
    when: When = When()
    roles: tuple[Role, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attribution: str | None = None  # id of the innermost attribution whose content holds it; None: the article's own voice
    confidence: float | None = None  # how likely type and cast are right, all of it, 0 to 1
    doubt: str = ""  # what speaks most against it


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Span):
    """The words that name who speaks, and the actor meant."""

    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Span):
    """The words that mark the attribution ("said", "according to"), and the reporting event if they are one."""

    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What somebody is said to have said, thought or denied: source, cue and content."""

    id: str
    content: Span
    source: Source | None = None
    cue: Cue | None = None
    stance: Stance = "affirms"
    parent: str | None = None  # the attribution whose content holds this one: "he said, Press TV reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two events of an article stand to each other. In the record: "from" and "to"."""

    type: RelationType
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with all that has been found in it so far. Each stage fills its part and leaves the rest.

    A document made from a record has no tokens and no names; every later stage (merge, store) works without them.
    """

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    published: Published = Published()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryActor:
    """One actor over all articles."""

    id: str  # made from the content: stable over builds
    name: str
    type: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    iso: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    members: tuple[tuple[str, str], ...] = ()  # (article id, actor id)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRole:
    """A story actor's part in a story event, with the number of independent articles that say so: copies count once."""

    role: RoleName
    actor: str
    support: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """One event over all articles, with the facts derived from its mentions."""

    id: str
    label: str
    type: str | None
    status: str  # Status, or "denied" / "claimed" as derived by the documented rule
    when: When = When()
    roles: tuple[StoryRole, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    contested: bool = False
    confidence: float | None = None  # how likely type and cast are right: see merge.facts
    members: tuple[tuple[str, str], ...] = ()  # (article id, event id)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRelation:
    """How two story events stand to each other."""

    type: RelationType
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody has decided about tellings of events, which the program would have told otherwise."""

    verdict: str  # same, different, not-an-event, date, type, actor
    about: tuple[str, ...]  # places in articles: "ARTICLE#char=10,14"
    value: str = ""  # the date, the type, or ROLE=ACTOR
    who: str = ""
    when: str = ""  # ISO 8601, given by whoever writes it down
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What all articles together tell: each event and actor once."""

    events: tuple[StoryEvent, ...] = ()
    actors: tuple[StoryActor, ...] = ()
    relations: tuple[StoryRelation, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()  # article that copies, article that it copies
    decisions: tuple[Decision, ...] = ()
