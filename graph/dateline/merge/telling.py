"""One telling of an event, with all that decides what it may be joined with."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.merge.page import WEAK, Page
from dateline.merge.status import chain, told_status
from dateline.merge.words import family, rarity, words
from dateline.model import Document, Event, Role

Key = tuple[str, str]  # article id, event id

PARTS = ("agent", "patient", "place")  # recipients are counted with patients
SLOTS = ("agent", "patient", "topic")
NEAR = 45  # characters on either side of a trigger that are its close company
NEXT = 2  # words on either side of a trigger that may set it apart from another of its kind
BESIDE = 4  # words on either side of a trigger that are compared one by one
AGAIN = frozenset(  # words that set a happening apart from another of its kind
    [
        "again",
        "already",
        "another",
        "before",
        "earlier",
        "first",
        "former",
        "formerly",
        "once",
        "other",
        "previous",
        "previously",
        "prior",
        "thrice",
        "twice",
    ]
)
LONGEST = 80  # characters of a role's words that are looked at

_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """One mention of an event, at a glance."""

    page: Page
    event: Event
    family: str
    roles: frozenset[tuple[str, str]]  # (role, story actor)

    @property
    def article(self) -> str:
        return self.page.article

    @property
    def key(self) -> Key:
        return self.page.article, self.event.id

    @property
    def order(self) -> tuple[str, int, int, str]:
        return self.page.article, self.event.start, self.event.end, self.event.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Glimpse):
    """One mention of an event, looked at closely."""

    status: str
    sentence: int  # its number in the article
    cast: frozenset[str]  # the story actors of all roles
    named: Mapping[str, frozenset[str]]  # the story actors in each part that the article has a name for
    called: frozenset[str]  # those of all parts
    parts: Mapping[str, frozenset[str]]  # words that name who fills each part
    slots: tuple[frozenset[str], ...]  # all words of who acts, of whom it concerns and of what it is about
    company: frozenset[str]  # the words of all parts
    before: tuple[str, ...]  # the words ahead of the trigger, the nearest first
    after: tuple[str, ...]
    ahead: str  # the nearest word on either side that says something, if it is near
    next: str
    close: frozenset[str]  # words beside the trigger
    around: frozenset[str]  # words of the sentence
    numbers: frozenset[str]
    title: bool  # whether it stands in the headline
    again: bool  # whether words like "twice before" set it apart from another of its kind

    @property
    def day(self) -> date | None:
        """The day an event began, where it is known to the day."""
        when = self.event.when
        return when.earliest_begin if when.earliest_begin == when.latest_begin else None


def glimpse(event: Event, page: Page, actor_of: Mapping[tuple[str, str], str]) -> Glimpse:
    """A mention at a glance."""
    return Glimpse(page=page, event=event, family=family(event.lemma), roles=_cast(event, page, actor_of))


def _cast(event: Event, page: Page, actor_of: Mapping[tuple[str, str], str]) -> frozenset[tuple[str, str]]:
    """Who of the story takes which part."""
    keys = ((r.role, (page.article, r.actor)) for r in event.roles if r.actor)
    return frozenset((role, actor_of[key]) for role, key in keys if key in actor_of)


def tellings(document: Document, page: Page, actor_of: Mapping[tuple[str, str], str]) -> Iterator[Telling]:
    """Every mention of every event of a document, in its order."""
    yield from _Reader(document, page, actor_of).tellings()


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document, page: Page, actor_of: Mapping[tuple[str, str], str]) -> None:
        self.document, self.page, self.actor_of = document, page, actor_of
        self.text = document.text
        self.starts = [start for start, _ in page.sentences]
        self.names = {a.id: a.name for a in document.actors}
        self.called = {a.id for a in document.actors if any(m.kind == "name" for m in a.mentions)}
        self.said = {q.id: q for q in document.attributions}
        self.events = {e.id: e for e in document.events}
        self.titles = {s.start for s in document.sentences if s.block == "headline"}
        self.words: dict[Role, list[str]] = {}

    def tellings(self) -> Iterator[Telling]:
        for event in self.document.events:
            at = max(bisect_right(self.starts, event.start) - 1, 0)
            start, end = self.page.sentences[at]
            parts = {part: self._filled(event, part) for part in PARTS}
            before = words(self.text[max(start, event.start - NEAR) : event.start].partition(" ")[2])
            after = words(self.text[event.end : min(end, event.end + NEAR)].rpartition(" ")[0])
            own = frozenset(words(event.text))
            named = {part: self._called(event, part) for part in PARTS}
            before.reverse()
            roles = _cast(event, self.page, self.actor_of)
            yield Telling(
                page=self.page,
                event=event,
                status=told_status(event, chain(self.said, event.attribution)),
                family=family(event.lemma),
                sentence=at,
                roles=roles,
                cast=frozenset(actor for _, actor in roles),
                named=named,
                called=frozenset().union(*named.values()),
                parts=parts,
                slots=tuple(self._filled(event, part, 0.0) for part in SLOTS),
                company=frozenset().union(*parts.values()),
                before=tuple(before[:BESIDE]),
                after=tuple(after[:BESIDE]),
                ahead=_telling_word(before),
                next=_telling_word(after),
                close=frozenset(w for w in before + after if rarity(w) > WEAK),
                around=self.page.words[at] - own,
                numbers=frozenset(_NUMBER.findall(self.text[start:end])),
                title=start in self.titles,
                again=not AGAIN.isdisjoint((*before[:NEXT], *after[:NEXT])),
            )

    def _filling(self, event: Event, part: str) -> Iterator[Role]:
        return (r for r in event.roles if r.role == part or (part == "patient" and r.role == "recipient"))

    def _filled(self, event: Event, part: str, least: float = WEAK) -> frozenset[str]:
        return frozenset(w for r in self._filling(event, part) for w in self._named(r) if rarity(w) > least)

    def _called(self, event: Event, part: str) -> frozenset[str]:
        found = (r.actor for r in self._filling(event, part) if r.actor in self.called)
        return frozenset(self.actor_of[k] for a in found if a and (k := (self.page.article, a)) in self.actor_of)

    def _named(self, role: Role) -> list[str]:
        """The words that name a participant: its own, and the name that the article gives it elsewhere."""
        if role.event in self.events:
            return [family(self.events[role.event].lemma)]
        if role not in self.words:
            found = words(self.text[role.start : min(role.end, role.start + LONGEST)])
            self.words[role] = found + words(self.names.get(role.actor or "", ""))
        return self.words[role]


def _telling_word(beside: list[str]) -> str:
    return next((w for w in beside[:3] if rarity(w) > WEAK), "")
