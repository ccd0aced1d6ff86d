"""Those who take part because they are some of those who do.

"Two aides, Ana Ruiz and Tom Lee, resigned" tells of each by name, "twelve people, including the mayor" of one of them, and who is
arrested "along with his cousin" is not arrested alone: they take the part of those beside whom they are named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.roles import Cast, ordered
from dateline.cast.words import words
from dateline.model import Event, Role, RoleName

_PARTS = ("agent", "patient", "recipient")
_DEEP = 3  # nouns above those of whom a clause tells
_TOGETHER = ("along with", "together with")


def listed(clauses: Clauses, event: Event, cast: Cast) -> Cast:
    """A cast with those named as some of those who take part, or as doing so beside them."""
    head = clauses.context.tree.at(event.start)
    if head is None:
        return cast
    known = {word for _, word in cast}
    found: dict[int, RoleName] = {}
    for word, part in (*_named(clauses.context, head, cast), *_beside(clauses, head, cast), *_among(clauses, head, cast)):
        if word not in known:
            found.setdefault(word, part)
    if not found:
        return cast
    kept = tuple((_first_of_many(clauses.context, role, word, found), word) for role, word in cast)
    return ordered((*kept, *((_role(clauses.context, word, part), word) for word, part in found.items())))


def _role(context: Context, word: int, part: RoleName) -> Role:
    start, end = context.phrases.offsets(word)
    return Role(role=part, start=start, end=end)


def _first_of_many(context: Context, role: Role, word: int, found: Mapping[int, RoleName]) -> Role:
    """A role that ends before others who are counted together with it: "| thousands of parents | and children"."""
    for c in context.tree.children(word, "nmod"):
        if any(m in found for m in context.members(c)[1:]):
            return replace(role, end=context.phrases.offsets(c)[1])
    return role


def _named(context: Context, head: int, cast: Cast) -> Iterator[tuple[int, RoleName]]:
    """Those by whose names, or by one of them, several are told of."""
    several = [(word, role.role) for role, word in cast if role.role in _PARTS and role.event is None and _is_many(context, word)]
    for word, part in several:
        counted = [c for c in context.tree.children(word, "nmod") if context.preposition(c) == "of"]
        for host in (word, *counted):
            yield from ((name, part) for name in (*_names(context, host), *_included(context, host, "nmod")))
    if several:
        part = next((p for _, p in several if p == "patient"), several[0][1])
        yield from ((name, part) for name in _included(context, head, "obl"))
    for word, part in several:
        counted = context.tree.children(word, "nmod") if context.lemma(word) in words("many") else []
        yield from ((m, part) for c in counted if context.preposition(c) == "of" for m in _further(context, c))


def _further(context: Context, counted: int) -> list[int]:
    """Those who are counted together with others: "thousands of parents and | children |"."""
    people = [m for m in context.members(counted) if m != counted and context.tokens[m].xpos in ("NNS", "NNPS")]
    return [m for m in people if context.is_actor(m)] if context.is_actor(counted) else []


def _is_many(context: Context, word: int) -> bool:
    """Whether a word means several: a plural, or a number that counts some."""
    return context.tokens[word].xpos in ("NNS", "NNPS") or context.tokens[word].upos == "NUM" or context.lemma(word) == "people"


def _names(context: Context, host: int) -> Iterator[int]:
    """The names behind a comma: "two aides, | Ana Ruiz | and | Tom Lee |", "aides, among them | Ana Ruiz |"."""
    for c in context.tree.children(host, "appos"):
        among = any(context.preposition(n) == "among" for n in context.tree.children(c, "nmod"))
        members = context.members(c)
        if c > host and (among or len(members) > 1) and all(m in context.labels for m in members):
            yield from members


def _included(context: Context, host: int, relation: str) -> Iterator[int]:
    """Who is told to be one of them: "twelve people, including | the mayor |"."""
    for c in context.tree.children(host, relation):
        if context.preposition(c) == "including":
            single = (m for m in context.members(c) if m in context.labels or context.tokens[m].xpos == "NN")
            yield from (m for m in single if context.is_actor(m) and m not in context.events)


def _among(clauses: Clauses, head: int, cast: Cast) -> Iterator[tuple[int, RoleName]]:
    """Who is said to be one of those of whom a clause tells: "| Ruiz | was among five ministers to sign it"."""
    context, tree = clauses.context, clauses.context.tree
    host = tree.head(head) if tree.is_(head, "acl") else None
    part = next((role.role for role, word in cast if word == host), None)
    if host is None or part not in _PARTS:
        return
    whole, among = host, context.preposition(host) == "among"
    for _ in range(_DEEP):
        if among or not tree.is_(whole, "nmod") or context.preposition(whole) != "of":
            break
        whole = context.tokens[whole].head
    if among or (whole != host and context.lemma(whole) == "one"):
        said = tree.child(whole, "cop") is not None
        yield from ((m, part) for s in tree.children(whole, "nsubj") if said for m in context.members(s) if context.is_actor(m))


def _beside(clauses: Clauses, head: int, cast: Cast) -> Iterator[tuple[int, RoleName]]:
    """Who takes the part of another beside him: "was arrested along with | his cousin |"."""
    context, parts = clauses.context, {word: role.role for role, word in cast}
    if not clauses.is_verb(head):
        return
    persons = [o for o in clauses.objects(head) if context.is_actor(o)]
    part = next((parts[w] for w in persons or clauses.subjects(head) if w in parts), None)
    for c in context.tree.children(head, "obl") if part in _PARTS else ():
        if part is not None and context.preposition(c) in _TOGETHER:
            yield from ((m, part) for m in context.members(c) if context.is_actor(m))
