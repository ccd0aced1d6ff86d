"""What is certain to be one actor before any names are compared: the same link, or the same full name and type.

A lone surname is certain within its article only: two articles that say "Smith" may speak of two people.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from functools import cache

from dateline.merge.likeness import tokens
from dateline.merge.names import digest, slug
from dateline.model import Actor, Document
from dateline.resources import table

Member = tuple[Document, Actor]

_GENDERS = {"he": "male", "him": "male", "his": "male", "himself": "male"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """The mentions that are certainly of one actor."""

    id: str
    name: str
    type: str
    kind: str | None
    words: tuple[str, ...]  # the name's, as they are compared
    named: bool
    links: frozenset[str]
    genders: frozenset[str]  # as its pronouns tell
    articles: frozenset[str]
    members: tuple[Member, ...]

    @property
    def full(self) -> bool:
        """Whether the name has more than one word."""
        return len(self.words) > 1

    def within(self, articles: Set[str]) -> "Node | None":
        """The node as far as some articles tell of it."""
        if self.articles <= articles:
            return self
        members = tuple((d, a) for d, a in self.members if d.article.id in articles)
        return replace(self, articles=self.articles & articles, members=members) if members else None


def actor_id(document: Document, actor: Actor) -> str:
    """A readable id that is the same for every article that certainly means the same actor."""
    words = f"{actor.type}/{slug(actor.name)}"
    if actor.same_as:
        # two cities may share a name, never an identifier
        return words if actor.type == "country" else f"{words}-{digest(min(actor.same_as))}"
    named = any(m.kind == "name" for m in actor.mentions)
    if named and not _is_many(actor):
        return words
    first = actor.mentions[0] if actor.mentions else None
    return f"{words}-{digest(document.article.id, first.start if first else actor.id, first.end if first else '')}"


def _is_many(actor: Actor) -> bool:
    """Whether many have a name: a lone surname, or what each of its kind is called for short ("the Navy")."""
    name = tokens(actor.name)
    return len(name) < 2 and (actor.type == "person" or name[:1] in _kinds())


@cache
def _kinds() -> frozenset[tuple[str, ...]]:
    """Nouns that mean a body of some kind."""
    return frozenset((row["noun"],) for row in table("seeds", "lexicons", "actor-nouns.tsv") if row["type"] == "organization")


def nodes(documents: Iterable[Document]) -> list[Node]:
    """Every actor of the documents, what is certainly one joined, in the order of ids."""
    members: dict[str, list[Member]] = defaultdict(list)
    for document in documents:
        for actor in document.actors:
            members[actor_id(document, actor)].append((document, actor))
    return [_node(key, members[key]) for key in sorted(members)]


def _node(key: str, members: list[Member]) -> Node:
    actors = [actor for _, actor in members]
    first = next((a for a in actors if a.same_as), actors[0])
    pronouns = {d.text[m.start : m.end].lower() for d, a in members for m in a.mentions if m.kind == "pronoun"}
    return Node(
        id=key,
        name=first.name,
        type=first.type,
        kind=first.kind,
        words=tokens(first.name),
        named=any(m.kind == "name" for a in actors for m in a.mentions),
        links=frozenset(link for a in actors for link in a.same_as),
        genders=frozenset(_GENDERS[p] for p in pronouns if p in _GENDERS) if first.type == "person" else frozenset(),
        articles=frozenset(d.article.id for d, _ in members),
        members=tuple(members),
    )
