"""What there is to tell of an event that says how sure its type and its cast are: short phrases, each of which has a weight.

Nothing is looked at here that finding and casting did not look at too; but they had to choose, and here it shows how clear the
choice was. Phrases are worded so that they can be read out as reasons.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import NOTHING, Actor, Document, Event, Role
from dateline.paths import Way, way
from dateline.sure.lexicon import framed, rows, senses
from dateline.tree import Tree

_ARCS = (0.99, 0.95, 0.85, 0.6, 0.3)
_NEAR = (0.98, 0.9, 0.7, 0.5, 0.3, 0.1, 0.03)
_PLAYED = (0.97, 0.93, 0.87, 0.8, 0.7, 0.6, 0.5)  # likelihoods that casting gave a part
_LEFT_OUT = (0.05, 0.15, 0.3, 0.5, 0.7)
MAIN = ("agent", "patient", "recipient")  # without these a cast is not whole; a missing place or matter is a detail
UNTOLD = 0.5  # what is taken for a word of which no parser says what it may tell
_MANY = ((2, "two"), (5, "five"), (10, "ten"))
_LIVING = frozenset(("person", "organization", "group", "country"))
_LONG = 35  # words of a sentence
_NOMINAL = ("NOUN", "PROPN")
_LEFT = {"nsubj": "the subject", "obj": "the object", "iobj": "the indirect object", "nmod": "a modifier", "obl": "the by-phrase"}


@dataclass(frozen=True, slots=True)
class Look:
    """An event with its document at hand."""

    tree: Tree
    actors: dict[str, Actor]
    heads: frozenset[int]  # the words of all events
    event: Event
    i: int  # the event's word

    @property
    def part(self) -> str:
        """The part of speech as the lexicons have it."""
        token = self.tree.tokens[self.i]
        if token.upos in ("NOUN", "ADJ", "PROPN") and token.xpos.startswith("VB"):
            return "VERB"
        return "NOUN" if token.upos == "PROPN" else "VERB" if token.upos == "AUX" else token.upos

    def head(self, role: Role) -> int | None:
        """The head word of who plays a part."""
        inside = self.tree.within(role.start, role.end)
        tops = [i for i in inside if self.tree.head(i) not in inside]
        return next((i for i in tops if not self.tree.is_(i, "case", "det", "punct", "mark", "cc")), tops[0] if tops else None)


def looks(document: Document, tree: Tree) -> Iterator[Look]:
    """The events of a document that have a word in its tree."""
    actors = {a.id: a for a in document.actors}
    at = {e.id: i for e in document.events if (i := tree.at(e.start)) is not None}
    heads = frozenset(at.values())
    for event in document.events:
        if event.id in at:
            yield Look(tree, actors, heads, event, at[event.id])


def arc(likelihood: float, of: str) -> Iterator[str]:
    """How sure the parser is of something."""
    yield from (f"the parser is less than {int(100 * a)} % sure of {of}" for a in _ARCS if likelihood < a)


def of_type(look: Look) -> Iterator[str]:
    """What tells whether an event is of the type that the words gave it."""
    event, tree, part = look.event, look.tree, look.part
    lemma = event.lemma.lower()
    kind = event.type or ""
    listed = rows().get((lemma, part), {})
    yield "any"
    yield f"type {kind}"
    yield f"the word “{lemma}”"
    yield {"VERB": "a verb", "NOUN": "a noun"}.get(part, "neither verb nor noun")
    if kind not in listed:
        yield "a type taken over from another word"
    else:
        yield "a type the word has by itself" if listed[kind] else "a type the word has in such company"
    others = len(listed) - (kind in listed)
    yield from (f"the word may tell {name} other types or more" for n, name in ((1, "one"), *_MANY) if others >= n)
    known = senses().get((lemma, part, kind))
    if known:
        count, share = known
        yield from (f"a word of more than {name} meanings" for n, name in _MANY if count > n)
        yield from (f"less than {int(100 * s)} % of the word's use lies near the type" for s in (0.8, 0.5, 0.25) if share < s)
    near = tree.tokens[look.i].kinds
    likely = near.get(kind, 0.0) if near else UNTOLD
    yield from (f"in its context the word is less than {int(100 * k)} % likely to tell this type" for k in _NEAR if likely < k)
    yield from (f"more than {int(100 * k)} % likely no event at all" for k in _LEFT_OUT if near.get(NOTHING, 0.0) > k)
    other = max((value for name, value in near.items() if name not in (kind, NOTHING)), default=0.0)
    yield from (f"another type is more than {int(100 * k)} % likely" for k in _LEFT_OUT if other > k)
    yield from arc(tree.tokens[look.i].sure, "where the word belongs")
    yield from _beside(look)
    yield from _company(look)


def _beside(look: Look) -> Iterator[str]:
    """What stands around the word."""
    tree, i = look.tree, look.i
    if tree.child(i, "compound:prt") is not None:
        yield "a particle"
    if look.part == "VERB":
        yield "an object" if tree.child(i, "obj") is not None else "no object"
        if tree.child(i, "xcomp", "ccomp") is not None:
            yield "a clause below it"
    if tree.is_(i, "amod", "compound"):
        yield "the word describes another"
    if tree.child(i, "nsubj:pass", "aux:pass") is not None:
        yield "a passive"
    if tree.sentence(i).block != "paragraph":
        yield "in a headline"
    if look.event.status != "actual":
        yield f"told as {look.event.status}"


def _company(look: Look) -> Iterator[str]:
    """Who and what takes part, as far as it tells the type."""
    event = look.event
    if not event.roles:
        yield "nobody takes part"
    for name in ("agent", "patient"):
        own = [r for r in event.roles if r.role == name]
        sort = f"{_sort(look, own[0])} as {name}" if own else f"no {name}"
        yield sort
        yield f"{event.type}: {sort}"
    if not any(r.actor and look.actors[r.actor].type in _LIVING for r in event.roles if r.actor in look.actors):
        yield "no person, body or country takes part"
    if event.quantities:
        yield "a figure"
    if event.when.times:
        yield "a date of its own"


def _sort(look: Look, role: Role) -> str:
    """What sort of thing plays a part."""
    if role.event:
        return "an event"
    actor = look.actors.get(role.actor or "")
    head = look.head(role)
    token = None if head is None else look.tree.tokens[head]
    if token is not None and token.upos == "PRON":
        return "a pronoun of somebody known" if actor else "a pronoun of nobody known"
    if token is not None and token.upos == "PROPN":
        return "a name"
    if actor and actor.type in _LIVING:
        return "a person, body or country"
    if actor and actor.type == "place":
        return "a place"
    return "a number" if token is not None and token.upos == "NUM" else "a thing"


def of_role(look: Look, role: Role) -> Iterator[str]:
    """What tells whether somebody takes the part that casting gave him."""
    tree, i = look.tree, look.i
    head = look.head(role)
    name = role.role
    yield "any"
    yield f"an {name}" if name in ("agent", "instrument") else f"a {name}"
    sort = _sort(look, role)
    yield f"{sort} as {name}"
    yield f"{name} of {look.event.type or 'nothing known'}"
    if head is None:
        return
    path = way(tree, i, head)
    if role.confidence is None:
        yield "a part that only a rule gives"
    else:
        yield from (f"less than {int(100 * k)} % likely to play the part" for k in _PLAYED if role.confidence < k)
    yield f"{name} by {path.kind}"
    yield f"by {path.kind}"
    yield from arc(path.least, "the words between")
    steps = len(path.up) + len(path.down)
    yield from (f"more than {n} arcs away" for n in (1, 2, 3) if steps > n)
    yield from (f"more than {n} words away" for n in (4, 10, 18) if abs(head - i) > n)
    yield from _between(look, head, path)
    yield from _phrase(look, role, head)


def _between(look: Look, head: int, path: Way) -> Iterator[str]:
    """What stands between the event's word and who takes part."""
    tree, i = look.tree, look.i
    between = tree.tokens[min(i, head) + 1 : max(i, head)]
    if any(t.text in (",", ";", ":", "—", "–", "(") for t in between):
        yield "punctuation between"
    verbs = sum(t.upos == "VERB" for t in between)
    yield from (f"{n} verbs or more between" for n in (1, 2) if verbs >= n)
    if path.down and tree.is_(path.down[-1], "conj"):
        yield "one of several that stand side by side"
    case = tree.child(head, "case")
    if case is not None and case < head:
        yield f"behind “{tree.tokens[case].text.lower()}”"


def _phrase(look: Look, role: Role, head: int) -> Iterator[str]:
    """What there is to tell of the words for who takes part."""
    same = [r for r in look.event.roles if r.role == role.role]
    if len(same) > 1:
        yield "others in the same part"
    if role.actor and any(r is not role and r.actor == role.actor for r in look.event.roles):
        yield "the same in two parts"
    if head in look.heads:
        yield "a word that tells an event itself"
    words = look.tree.within(role.start, role.end)
    yield from (f"a phrase of more than {n} words" for n in (5, 9) if len(words) > n)
    if look.event.lemma.lower() not in framed():
        yield "a word of no known frame"
    if look.part == "NOUN":
        yield f"{role.role} of a noun"
    if look.tree.child(look.i, "nsubj:pass", "aux:pass") is not None:
        yield f"{role.role} of a passive"
    yield from arc(look.tree.tokens[look.i].sure, "where the event's word belongs")


def of_cast(look: Look) -> Iterator[str]:
    """What tells whether nobody is missing from a cast whose every part is right."""
    tree, i, event = look.tree, look.i, look.event
    names = Counter(r.role for r in event.roles)
    yield "any"
    part = {"VERB": "verb", "NOUN": "noun"}.get(look.part, "other word")
    agent, patient = names["agent"] > 0, names["patient"] > 0
    got = _got(agent=agent, patient=patient)
    passive = part == "verb" and tree.child(i, "nsubj:pass", "aux:pass") is not None
    yield f"a {'passive' if passive else part} with {got}"
    yield f"{event.type} with {got}"
    yield f"a {part} under {tree.tokens[i].deprel.partition(':')[0]}"
    if not event.roles:
        yield "nobody takes part"
    cast = {h for r in event.roles if (h := look.head(r)) is not None}
    left = [c for c in tree.children(i, "nsubj", "obj", "iobj", "nmod:poss", "nmod", "obl:agent") if c not in cast]
    left = [c for c in left if tree.tokens[c].upos in (*_NOMINAL, "PRON")]
    yield from (f"{_LEFT[tree.tokens[c].deprel.partition(':')[0]]} plays no part" for c in left[:1])
    sentence = tree.sentence(i)
    yield from (f"a sentence of more than {n} words" for n in (20, _LONG) if sentence.stop - sentence.first > n)
    if sentence.block != "paragraph":
        yield "in a headline"
    if event.lemma.lower() not in framed():
        yield "a word of no known frame"
    yield from arc(tree.tokens[i].sure, "where the word belongs")
    around = [tree.tokens[c].sure for c in tree.children(i) if not tree.is_(c, "punct")]
    yield from arc(min(around, default=1.0), "what hangs on the word")
    yield from _left_out(look, cast)
    names_in = sum(tree.tokens[k].upos == "PROPN" for k in range(sentence.first, sentence.stop))
    if not (agent and patient) and names_in > 2:
        yield "names beside an incomplete cast"


def _left_out(look: Look, cast: set[int]) -> Iterator[str]:
    """How likely somebody plays a part who was given none."""
    tokens = look.tree.tokens
    others = (parts for word, parts in tokens[look.i].parts.items() if word not in cast and not look.tree.is_(word, "det"))
    likely = max((parts.get(role, 0.0) for parts in others for role in MAIN), default=0.0)
    yield from (f"somebody left out is more than {int(100 * k)} % likely to play a part" for k in _LEFT_OUT if likely > k)


def _got(*, agent: bool, patient: bool) -> str:
    if agent and patient:
        return "agent and patient"
    return "an agent only" if agent else "a patient only" if patient else "neither agent nor patient"
