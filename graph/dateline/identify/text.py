"""A document as this stage reads it: tree, phrases, names, and the words that need an actor."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.identify.gazetteer import Entry
from dateline.identify.lexicon import words
from dateline.identify.names import Finder, Unit
from dateline.identify.phrases import Phrases
from dateline.identify.words import squeezed
from dateline.model import Document, Event
from dateline.tree import Tree

DONE_TO = frozenset(("ACCUSE", "COERCE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"))  # acts towards a state
DONE = frozenset(("APPOINT", "ARREST", "ELECT", "EMPLOY", "INVEST", "LAUNCH", "RELEASE", "TRADE", "TRY", "VOTE"))  # by somebody
DEALT = frozenset(("EMPLOY", "INVEST", "MERGE"))  # by companies more than by people and places
FOUGHT = frozenset(("ASSAULT", "MOBILIZE"))
PLAYED = frozenset(("COMPETE", "WIN"))
SIDES = frozenset(("agent", "patient", "recipient"))
ACTS = DONE_TO | {"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "PROTEST", "RETREAT"}  # acts of a state


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document with what is needed to read its noun phrases."""

    document: Document
    tree: Tree
    phrases: Phrases
    units: tuple[Unit, ...]
    at: dict[int, Unit]  # token -> the name it is part of
    fillers: frozenset[int]  # heads of the words that fill a part in an event or are the source of a statement
    events: frozenset[int]
    speakers: frozenset[int]  # heads of the words for who says, decides or negotiates something, or is accused or asked
    fighters: frozenset[int]  # heads of the words for who fights or shows force
    lemmas: frozenset[str]  # of all words, in small letters
    doers: frozenset[int]  # heads of the words for who does what only somebody can do
    joined: frozenset[int]  # heads of the words for who is joined with another, as companies are
    dealers: frozenset[int]  # heads of the words for those and for who else does what companies do
    traders: frozenset[int]  # heads of the words for those and for who buys, sells or is fined: people and states too
    players: frozenset[str]  # names, in their letters, of towns that stand for who plays or wins a match
    homes: dict[str, Entry]  # {a town's name, in its letters: its club, which the article names}
    teams: frozenset[str]  # the same of all names of who plays or wins one, or loses to another
    timed: frozenset[int]

    @property
    def seen(self) -> bool:
        """Whether a network has read it."""
        return any(token.look for token in self.tree.tokens)

    def edges(self, head: int) -> tuple[int, int]:
        """A phrase's first and last token, times at its ends left out ("Apple today")."""
        first, last = self.phrases.edges(head)
        while last > head and (last in self.timed or self.tree.tokens[last].upos in ("ADP", "PUNCT")):
            last -= 1
        while first < head and self._is_outer(first, head):
            first += 1
        return first, last

    def _is_outer(self, i: int, head: int) -> bool:
        """Whether a word at a phrase's beginning is no part of it: a time, a preposition, a stray genitive mark."""
        if i in self.timed or self.tree.tokens[i].upos == "PART":
            return True
        return self.tree.is_(i, "case", "cc") and self.tree.head(i) == head


def read(document: Document) -> Text:
    """A document's tree, phrases, names and the words that need an actor."""
    tree = Tree(document)
    finder = Finder(document, tree)
    units = tuple(finder.units())
    spans = [(r.start, r.end) for e in document.events for r in e.roles if r.event is None]
    spans += [(q.source.start, q.source.end) for q in document.attributions if q.source]
    heads = (head_of(tree, start, end) for start, end in spans)
    speaking = [(q.source.start, q.source.end) for q in document.attributions if q.source]
    speaking += [(r.start, r.end) for e in document.events if _is_act_of_state(e) for r in e.roles if r.role == "agent"]
    speaking += [(r.start, r.end) for e in document.events if e.type in DONE_TO for r in e.roles if r.role != "place"]
    joined = list(_joined(document))
    dealing = joined + list(_dealing(document))
    at = {i: u for u in units for i in range(u.first, u.stop)}

    def letters(heads: Iterator[int]) -> frozenset[str]:
        """The letters of the names that words are part of."""
        return frozenset(squeezed("".join(finder.texts[at[i].first : at[i].stop])) for i in heads if i in at)

    return Text(
        document=document,
        tree=tree,
        phrases=Phrases(tree),
        units=units,
        at=at,
        fillers=frozenset(i for i in heads if i is not None and any(c.isalpha() for c in tree.tokens[i].text)),
        events=frozenset(i for e in document.events if (i := tree.at(e.start)) is not None),
        speakers=_heads(tree, speaking),
        fighters=_heads(
            tree, [(r.start, r.end) for e in document.events if e.type in FOUGHT for r in e.roles if r.role == "agent"]
        ),
        lemmas=frozenset(t.lemma.lower() for t in tree.tokens),
        doers=_heads(
            tree, speaking + [(r.start, r.end) for e in document.events if e.type in DONE for r in e.roles if r.role == "agent"]
        ),
        joined=_heads(tree, joined),
        dealers=_heads(tree, dealing),
        traders=_heads(tree, dealing + list(_trading(document))),
        players=letters(_playing(tree, at, document)),
        homes=_homes(units),
        teams=letters(_contending(tree, document)),
        timed=frozenset(finder.timed),
    )


def _joined(document: Document) -> Iterator[tuple[int, int]]:
    """Where words stand for who merges with another."""
    for event in document.events:
        if event.type == "MERGE" and event.lemma.lower().startswith("merge"):
            yield from ((r.start, r.end) for r in event.roles if r.role in ("agent", "patient"))


def _dealing(document: Document) -> Iterator[tuple[int, int]]:
    """Where words stand for who hires, invests, buys a company or reports a profit."""
    for event in document.events:
        figures = (document.text[r.start : r.end].lower().split() for r in event.roles if r.role == "patient")
        reports = event.type == "STATE_CLAIM" and any(not words("result").isdisjoint(figure) for figure in figures)
        if event.type in DEALT or reports:
            yield from ((r.start, r.end) for r in event.roles if r.role == "agent")


def _trading(document: Document) -> Iterator[tuple[int, int]]:
    """Where words stand for who buys or sells something, or is fined."""
    for event in document.events:
        part = "agent" if event.type == "TRADE" else "patient" if event.lemma.lower() == "fine" else ""
        yield from ((r.start, r.end) for r in event.roles if r.role == part)


def _playing(tree: Tree, at: dict[int, Unit], document: Document) -> Iterator[int]:
    """Words for who plays or wins a match, and against whom, where a town's name stands for the one: "Lima beat Quito"."""
    for event in document.events:
        if event.type not in PLAYED:
            continue
        heads = {r.role: head for r in event.roles if (head := head_of(tree, r.start, r.end)) in at}
        agent, against = heads.get("agent"), heads.get("patient", heads.get("recipient"))
        if agent is None or against is None:
            continue
        if _is_town(at[agent]) and (_is_town(at[against]) or at[against].label == "ORG" or _is_club(at[against])):
            yield from (agent, against)
        elif _is_club(at[agent]) and _is_town(at[against]):
            yield against


def _homes(units: tuple[Unit, ...]) -> dict[str, Entry]:
    """{a name, in its letters, with which that of one club alone begins which an article names: the club}: "Boston" of the Boston
    Red Sox."""
    clubs = {u.alias.entry.key: u.alias.entry for u in units if u.alias and u.alias.entry.kind == "sports club"}
    begin: dict[str, list[Entry]] = {}
    for club in clubs.values():
        parts = club.name.split()
        for k in range(1, len(parts)):
            begin.setdefault(squeezed("".join(parts[:k])), []).append(club)
    return {name: several[0] for name, several in begin.items() if len(several) == 1}


def _contending(tree: Tree, document: Document) -> Iterator[int]:
    """Words for who plays or wins something, and against whom."""
    spans = (
        (r.start, r.end) for e in document.events if e.type in PLAYED for r in e.roles if r.event is None and r.role in SIDES
    )
    yield from (head for span in spans if (head := head_of(tree, *span)) is not None)


def _is_club(unit: Unit) -> bool:
    return unit.alias is not None and unit.alias.entry.kind == "sports club"


def _is_town(unit: Unit) -> bool:
    return unit.alias.entry.kind == "city" if unit.alias else unit.label == "LOC"


def _heads(tree: Tree, spans: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans if (i := head_of(tree, start, end)) is not None)


def _is_act_of_state(event: Event) -> bool:
    """Whether only somebody who can speak and decide does such a thing."""
    return event.timeml_class == "REPORTING" or event.type in ACTS or event.lemma.lower() in words("speech")


def head_of(tree: Tree, start: int, end: int) -> int | None:
    """The head word of a stretch of text: the first whose governor lies outside it, prepositions and articles passed over."""
    inside = tree.within(start, end)
    tops = [i for i in inside if tree.head(i) not in inside]
    return next((i for i in tops if not tree.is_(i, "case", "det", "punct", "mark", "cc")), tops[0] if tops else None)
