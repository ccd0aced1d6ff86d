"""What the grammar and the network say of who takes part, weighed against each other.

The rules of this room give parts to the words that grammar points at; the parser's network, which has learned from events that
people had read, gives each word near an event a likelihood for each part. They err at different places. A small network, fitted
on other such events (`dateline.training.weighing`), tells for each word and part how likely it is, from what both say and from
where the word stands; the likeliest part of a word is kept where it is likely enough. Trees of parsers that give no likelihoods
are left to the rules.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple

from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.nominals import breakers, comer, hosts, is_named_target, leaders, looked_into, settlers, suspects, victims
from dateline.cast.roles import ROLES, Cast, apart, can_take_part, ordered
from dateline.cast.ruled import is_asked, ruled_out, sent, speakers
from dateline.cast.verbs import answers, doers_by_hand, joint_speakers
from dateline.cast.words import words
from dateline.model import NOTHING, Event, Role, RoleName
from dateline.paths import way
from dateline.perceptron import Perceptron, load
from dateline.tree import Tree

WEIGHTS = Path(__file__).with_name("weighing.json")
LEAST = 0.08  # what the network gives less likelihood is no candidate
KEPT, TAKEN = 0.45, 0.55  # the likelihood from which on who has a part by grammar keeps it, and anybody else is given one
LEAD = 0.3  # how much likelier another part must be than the one that grammar gives a word
EVEN = 0.5  # as likely as not
SETTLED = 0.8  # the least likelihood of what grammar alone decides: the network says nothing of it, or has hardly seen the like
PLACED = 0.8  # likelihood from which on a word is where something happened that nothing in the words shows to be a place
CLASSES = ("NOUN", "VERB", "ADJ", "PROPN", "PRON", "NUM")
LABELS = ("PERSON", "ORG", "LOC", "NORP")
PREPOSITIONS = ("of", "by", "in", "at", "on", "from", "to", "into", "for", "with", "against", "between", "over", "about", "as")
RELATIONS = (
    *("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "compound", "amod", "conj", "appos", "root"),
    *("acl", "acl:relcl", "advcl", "xcomp", "ccomp", "parataxis"),
)
KINDS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "compound", "amod", "far", "governor's"),
    *("obj below", "obl below", "nmod below", "nsubj below", "under acl", "under nmod", "under compound", "under obj"),
    *("xcomp beside nsubj", "advcl beside nsubj", "conj beside nsubj", "ccomp beside nsubj", "acl beside nsubj"),
)
TYPES = ("ASSAULT", "STATE_CLAIM", "REQUEST", "ACCUSE", "CONSULT", "MOVE", "CHANGE", "DIE", "TRADE", "AGREE", "SUPPORT", "WIN")
NAMES = (
    *ROLES,
    *("by the grammar", "another part by the grammar", "others in the part by the grammar", "nobody by the grammar"),
    *("an agent by the grammar", "a patient by the grammar", "likelihood", "its logarithm", "of another part", "of no part"),
    *("lead over other words", "words likely to take the part", "no event at all", "passive", "before", "distance"),
    *("hangs on the event's word", "the event's word hangs on it", "steps up", "steps down", "surest of all arcs", "somebody"),
    "tells an event itself",
    *(f"event {name}" for name in (*CLASSES, *RELATIONS, *TYPES)),
    *(f"word {name}" for name in (*CLASSES, *LABELS, *RELATIONS, *PREPOSITIONS)),
    *(f"way {name}" for name in KINDS),
)
PLACE = {name: n for n, name in enumerate(NAMES)}
GIVEN = PLACE["by the grammar"]


Parts = Mapping[int, Mapping[str, float]]  # {word: {part: how likely}}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word and a part that it may take in an event."""

    event: Event
    head: int  # the event's word
    word: int
    unit: int  # the first of the words that it stands side by side with: "the mayor | and her aide"
    role: RoleName
    heard: Parts
    company: bool = False  # whether grammar says that the event is done together with him
    settled: bool = False  # whether grammar alone decides
    surely: RoleName | None = None  # "patient" or "topic", where grammar knows best which of the two it is


class Judged(NamedTuple):
    """A candidate, whether grammar gives it, and how likely it is."""

    candidate: Candidate
    given: bool
    likely: float

    @property
    def score(self) -> float:
        """What it counts among the parts of a word: one that grammar does not give must be likelier by far."""
        return self.likely if self.given else self.likely - LEAD


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def weighed(clauses: Clauses, events: Sequence[Event], casts: Mapping[str, Cast]) -> dict[str, Cast]:
    """The casts of events after the network has been heard on them; each role has the likelihood it was given."""
    context = clauses.context
    found = list(candidates(clauses, events, casts))
    rows = [features(context, c, casts[c.event.id]) for c in found]
    likely = [max(v, SETTLED) if c.settled else v for c, v in zip(found, _judge().likelihoods(rows), strict=True)]
    best = taken(Judged(c, row[GIVEN] > 0, value) for c, row, value in zip(found, rows, likely, strict=True))
    made: dict[str, list[tuple[Role, int]]] = {c.event.id: [] for c in found}
    spans = {(key, word): (role.start, role.end) for key, cast in casts.items() for role, word in cast}
    for c, _, value in best:
        start, end = spans.get((c.event.id, c.word)) or context.phrases.offsets(c.word)
        role = Role(role=c.role, start=start, end=end, event=context.events.get(c.word), confidence=value)
        made[c.event.id].append((role, c.word))
    return {**casts, **{key: apart(context, ordered(tuple(cast))) for key, cast in made.items()}}


def taken(judged: Iterable[Judged]) -> list[Judged]:
    """The candidates that are taken, one for each word.

    A part that grammar gives stays unless another is likelier by far: whether a word takes part is what the network knows best.
    Words that stand side by side take the same part, or none.
    """
    units: dict[tuple[str, int], dict[RoleName, list[Judged]]] = {}
    for one in judged:
        unit = units.setdefault((one.candidate.event.id, one.candidate.unit), {})
        unit.setdefault(one.candidate.role, []).append(one)
    found: list[Judged] = []
    for roles in units.values():
        given = any(one.given for own in roles.values() for one in own)
        if present(roles) >= (KEPT if given else TAKEN):
            best = max(roles, key=lambda role: sum(one.score for one in roles[role]))
            undergone, about = roles.get("patient", []), roles.get("topic", [])
            if best == "place" and undergone and all(one.given for one in undergone):
                best = "patient"  # "visited Paris": where it is, too, is told by what is done
            if best == "topic" and undergone and all(one.given and one.candidate.surely == "patient" for one in undergone):
                best = "patient"  # "accused | her | of lying": the network takes whom it is said of for what it is about
            if best == "patient" and about and all(one.given and one.candidate.surely == "topic" for one in about):
                best = "topic"  # "paid for | the ship |": readers and the network call it either
            if best == "recipient" and any(one.given for one in roles.get("place", [])):
                best = "place"  # "sent him to Cairo": the network takes where he goes for who gets him
            aided = any(one.given and one.candidate.event.type == "AID" for one in roles.get("recipient", []))
            if best == "place" and aided:
                best = "recipient"  # "sent doctors to Congo": where help goes is who gets it
            if "agent" in roles and roles["agent"][0].candidate.company:
                best = "agent"  # "visited the school with the mayor": the network takes company for a goal or a means
            found += roles[best]
    return found


def present(roles: Mapping[RoleName, Sequence[Judged]]) -> float:
    """How likely words that stand side by side take part at all, on average: a patient and a topic are often told as either."""
    together = {one.candidate.word for own in roles.values() for one in own}
    sums = {name: sum(one.likely for one in own) for name, own in roles.items()}
    thing = max(sums.pop("patient", 0.0), sums.pop("topic", 0.0))
    return (thing + sum(sums.values())) / len(together)


def candidates(clauses: Clauses, events: Sequence[Event], casts: Mapping[str, Cast]) -> Iterator[Candidate]:
    """The parts that the grammar or the network gives to words."""
    context = clauses.context
    for event in events:
        head = context.tree.at(event.start)
        if head is None or not context.tokens[head].kinds:
            continue
        above = context.tree.head(head)
        crackdown = event.type in ("ARREST", "COERCE")
        official = crackdown and above is not None and context.lemma(above) in words("charge")  # not who is charged in it
        given = [(word, role.role) for role, word in casts[event.id]]
        own = dict(given)
        settled = set(_settled(clauses, head, given))
        company = {word for word, role in given if role == "agent" and context.preposition(word).partition(" ")[0] == "with"}
        parts = heard(clauses, head)
        out = set(ruled_out(clauses, event, head))
        named = (
            (word, role)
            for word, likely in parts.items()
            if can_take_part(context, word) and not context.is_manner(word)
            if not (_empty(context, head, word) or _only_describes(context, word, own))
            for role in ROLES
            if likely.get(role, 0.0) >= LEAST and not (role == "agent" and official) and (word, role) not in out
            if not (event.type == "CEASEFIRE" and role == "agent" and context.labels.get(word) == "PERSON")  # sides do
            if role != "place" or (_may_be_where(context, word, likely["place"]) and not _is_elsewhere(context, word, own))
        )
        for word, role in dict.fromkeys((*given, *named)):
            unit, alone = _first(context, head, word), (word, role) in settled
            somebody = context.is_actor(word) or event.type == "ACCUSE"  # "accused | management | of fraud"
            surely: RoleName | None = None
            if context.tree.is_(word, "obj") and context.tree.head(word) == head and somebody:
                surely = "patient"
            elif context.preposition(word) == "for" and event.type != "MERGE":  # what is bought as a whole undergoes it
                surely = "topic"
            yield Candidate(event, head, word, unit, role, parts, company=word in company, settled=alone, surely=surely)


def _settled(clauses: Clauses, head: int, given: Iterable[tuple[int, RoleName]]) -> Iterator[tuple[int, RoleName]]:
    """What grammar alone decides: both of "the | Israel-Hamas | war", "named | her |
    head, succeeding him", "blamed | it | on | him |", "| many | of them left", of which nothing is heard, and the two of "the
    support of the | union | for the | bill"."""
    context, parts = clauses.context, dict(given)
    above = context.tree.head(head)
    if above is not None and (clauses.teller(head, above) is not None or is_asked(clauses, head)):
        yield from ((i, "agent") for i in parts if parts[i] == "agent")  # "according to | Reuters |, citing a letter"
    yield from _of_and_to(context, head, parts)
    if context.lemma(head) in words("blaming") and any(context.preposition(i) == "on" for i in parts):
        yield from given
    if context.lemma(head) in words("handing") and clauses.passive(head):
        yield from ((i, "recipient") for i in parts if parts[i] == "recipient" and i < head)
    if context.lemma(head) in words("controlling") and any(context.lemma(o) == "control" for o in clauses.objects(head)):
        yield from given
    if context.lemma(head) in words("accord") and context.preposition(head) == "under":
        yield from ((i, "agent") for i in parts if parts[i] == "agent")  # "under the deal, Oman frees them and | Yemen | pays"
    yield from ((i, "agent") for f in suspects(clauses, head) for i in context.members(f) if parts.get(i) == "agent")
    targets = [i for i in parts if is_named_target(clauses, head, i)]
    yield from ((i, "patient") for i in targets if parts[i] == "patient")  # "the Lagos | hotel | siege"
    yield from ((i, "place") for i in parts if targets and parts[i] == "place" and context.tree.head(i) in targets)
    if above is not None and context.lemma(above) in words("feeling"):
        yield from ((i, "agent") for i in parts if parts[i] == "agent")  # "it is an honour to serve, said | Ruiz |"
    if context.lemma(head) in words("accepting"):  # "received a gift from | Ruiz |", whatever the parse hangs it on
        yield from ((i, part) for i, part in parts.items() if part in ("agent", "recipient") and context.preposition(i) == "from")
    if answers(context, head):
        yield from ((i, "recipient") for i in parts if parts[i] == "recipient" and context.preposition(i) == "from")
    yield from ((i, "patient") for i in victims(clauses, head) if parts.get(i) == "patient")
    yield from ((i, "agent") for a in breakers(clauses, head) for i in context.members(a) if parts.get(i) == "agent")
    yield from ((i, "agent") for a in settlers(clauses, head) for i in context.members(a) if parts.get(i) == "agent")
    yield from ((i, "agent") for a in hosts(clauses, head) for i in context.members(a) if parts.get(i) == "agent")
    if comer(clauses, head):
        yield from parts.items()
    yield from ((i, "agent") for i in doers_by_hand(clauses, head) if parts.get(i) == "agent")
    if clauses.is_verb(head):
        yield from ((i, "agent") for i in joint_speakers(clauses, head) if parts.get(i) == "agent")
    affairs = [o for c in context.tree.children(head, "nmod") for o in looked_into(clauses, c)]
    yield from ((i, "patient") for o in affairs for i in context.members(o) if parts.get(i) == "patient")
    led = [i for c in context.tree.children(head, "amod") for i in leaders(clauses, c)]
    yield from ((i, "agent") for i in led if parts.get(i) == "agent")
    if context.lemma(head) in words("wresting"):  # "captured the town from | the rebels |"
        yield from ((i, "patient") for i in parts if parts[i] == "patient" and context.preposition(i) == "from")
    if context.lemma(head) == "replace":
        yield from ((i, "patient") for i in parts if parts[i] == "patient" and context.preposition(i) == "with")
    yield from ((i, "agent") for i in (*sent(clauses, head), *speakers(clauses, head)) if parts.get(i) == "agent")
    for word, role in parts.items():
        other = context.with_hyphen(word) if context.tree.head(word) == head else []
        yield from ((k, role) for k in (word, *other) if other and parts.get(k) == role)
        alone = context.tokens[word].upos == "ADJ" and context.tree.is_(word, "nsubj", "nsubj:pass", "obj")
        if alone and context.tree.child(word, "nmod", "det") is not None:
            yield word, role


def _of_and_to(context: Context, head: int, parts: Mapping[int, RoleName]) -> list[tuple[int, RoleName]]:
    """Who does what a noun tells, behind "of", and to whom: the network takes the one behind "of" for the other."""
    told = [(i, role) for i, role in parts.items() if context.tree.is_(i, "nmod") and context.tree.head(i) == head]
    doing = [(i, role) for i, role in told if role == "agent" and context.preposition(i) == "of"]
    undergone = [(i, role) for i, role in told if role in ("patient", "recipient") and context.preposition(i) in ("to", "for")]
    return [*doing, *undergone] if doing and undergone else []


def _may_be_where(context: Context, word: int, likely: float) -> bool:
    """Whether a word names a place, stands behind a preposition that says where, or is one thing all but sure to be it."""
    if context.labels.get(word) == "LOC" or context.preposition(word).partition(" ")[0] in words("place_prepositions"):
        return True
    return likely >= PLACED and context.tokens[word].feats.get("Number") == "Sing"


def _is_elsewhere(context: Context, word: int, given: Mapping[int, RoleName]) -> bool:
    """Whether a word is another event's object, and grammar knows where this one was: "saw | Oman | after a trip to Yemen"."""
    return context.tree.is_(word, "obj") and word not in given and "place" in given.values()


def _empty(context: Context, head: int, word: int) -> bool:
    """Whether a word is the "it" of "it rained", or stands beside another as what is not meant: "cats rather than dogs", "not
    by dogs but by cats"."""
    above = context.tree.head(word)
    if context.is_unmeant(word):
        return True
    beside = above is not None and context.tree.is_(word, "conj") and context.tokens[above].upos in (*CLASSES, "DET")
    if beside and above is not None and above != head:
        return word not in context.members(above)
    return context.tokens[word].text.lower() == "it" and context.lemma(head) in words("weather")


def _only_describes(context: Context, word: int, given: Mapping[int, RoleName]) -> bool:
    """Whether a nationality describes somebody else who takes part: "| Kenyan | women were detained"."""
    above = context.tree.head(word)
    return context.tree.is_(word, "amod") and above not in context.events and given.get(above or -1, "place") != "place"


def heard(clauses: Clauses, head: int) -> Parts:
    """What the network says of those who may take part in an event, by the head of each phrase.

    It may mean the title or the name of "the founder Ana Silva", or a word within a name, which are one phrase with one head,
    and both a relative pronoun and the noun that it stands for.
    """
    found: dict[int, dict[str, float]] = {}
    for word, parts in clauses.context.tokens[head].parts.items():
        top = filler(clauses, head, word)
        if top is not None and top != head:
            own = found.setdefault(top, {})
            for role, likely in parts.items():
                own[role] = max(likely, own.get(role, 0.0))
    return found


def filler(clauses: Clauses, head: int, word: int) -> int | None:
    """The head of the phrase that takes part in an event where one of its words is said to."""
    tree = clauses.context.tree
    if tree.is_(word, "det"):
        above = tree.head(word)
        return above if above is not None and tree.tokens[above].upos == "ADJ" else None  # "the rich"
    return clauses.context.phrase(head, next(iter(clauses.resolved(word)), word))


def _first(context: Context, head: int, word: int) -> int:
    """The first of the words that it stands side by side with in an event: not so in "Kenya, which sent troops, and Oman"."""
    top = word
    while context.tree.is_(top, "conj"):
        top = context.tokens[top].head
    told_of_first = context.tree.head(head) == top and context.tree.is_(head, "acl", "acl:relcl") and head < word
    return top if word in context.members(top) and not told_of_first else word


def features(context: Context, candidate: Candidate, cast: Cast) -> list[float]:
    """What is told of a candidate, in the order of `NAMES`."""
    row = [0.0] * len(NAMES)
    for name, value in _told(context, candidate, cast):
        place = PLACE.get(name)
        if place is not None:
            row[place] = float(value)
    return row


def _told(context: Context, c: Candidate, cast: Cast) -> Iterator[tuple[str, float]]:
    tokens, tree = context.tokens, context.tree
    event, word = tokens[c.head], tokens[c.word]
    yield c.role, 1
    yield from _given(c, cast)
    yield from _heard(c)
    yield "no event at all", event.kinds.get(NOTHING, 0.0)
    yield "passive", tree.child(c.head, "nsubj:pass", "aux:pass") is not None
    yield "before", c.word < c.head
    yield "distance", log(1 + abs(c.word - c.head)) / 3
    yield "hangs on the event's word", tree.head(c.word) == c.head
    yield "the event's word hangs on it", tree.head(c.head) == c.word
    path = way(tree, c.head, c.word)
    yield "steps up", min(len(path.up), 4)
    yield "steps down", min(len(path.down), 4)
    yield "surest of all arcs", path.least
    yield f"way {path.kind}", 1
    yield "somebody", context.is_actor(c.word)
    yield "tells an event itself", c.word in context.events
    yield f"event {event.upos}", 1
    yield f"event {_relation(tree, c.head)}", 1
    yield f"event {c.event.type}", 1
    yield f"word {word.upos}", 1
    yield f"word {context.labels.get(c.word)}", 1
    yield f"word {_relation(tree, c.word)}", 1
    yield f"word {context.preposition(c.word)}", 1


def _given(c: Candidate, cast: Cast) -> Iterator[tuple[str, float]]:
    """What the grammar says."""
    own = {role.role for role, word in cast if word == c.word}
    others = [role.role for role, word in cast if word != c.word]
    yield "by the grammar", c.role in own
    yield "another part by the grammar", bool(own - {c.role})
    yield "others in the part by the grammar", min(others.count(c.role), 3)
    yield "nobody by the grammar", not cast
    yield "an agent by the grammar", "agent" in others
    yield "a patient by the grammar", "patient" in others


def _heard(c: Candidate) -> Iterator[tuple[str, float]]:
    """What the network says."""
    own = c.heard.get(c.word, {})
    value = own.get(c.role, 0.0)
    rivals = [likely.get(c.role, 0.0) for word, likely in c.heard.items() if word != c.word]
    yield "likelihood", value
    yield "its logarithm", log(value + 0.01)
    yield "of another part", max((v for role, v in own.items() if role != c.role), default=0.0)
    yield "of no part", 1 - min(1.0, sum(own.values()))
    yield "lead over other words", value - max(rivals, default=0.0)
    yield "words likely to take the part", min(3, sum(v > EVEN for v in rivals))


def _relation(tree: Tree, i: int) -> str:
    relation = tree.tokens[i].deprel
    return relation if relation in RELATIONS else relation.partition(":")[0]
