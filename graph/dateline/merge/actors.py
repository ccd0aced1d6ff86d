"""Which actors of several articles are one.

Two are one when the gazetteers link them to the same thing, or when both are named and their type and name are the same. An actor
known by a description only ("the two injured workers") stays within its article.
"""

import re
from collections import Counter
from collections.abc import Iterable

from dateline.merge.names import digest, slug
from dateline.model import Actor, Document, StoryActor

Member = tuple[Document, Actor]

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def join_actors(documents: Iterable[Document]) -> tuple[StoryActor, ...]:
    """Every actor once, in the order of ids."""
    clusters: dict[str, list[Member]] = {}
    for document in documents:
        for actor in document.actors:
            clusters.setdefault(actor_id(document, actor), []).append((document, actor))
    return tuple(_joined(key, clusters[key]) for key in sorted(clusters))


def actor_id(document: Document, actor: Actor) -> str:
    """A readable id that is the same for every article that means the same actor."""
    words = f"{actor.type}/{slug(actor.name)}"
    if actor.same_as:
        # two cities may share a name, never an identifier
        return words if actor.type == "country" else f"{words}-{digest(min(actor.same_as))}"
    if any(m.kind == "name" for m in actor.mentions):
        return words
    first = actor.mentions[0] if actor.mentions else None
    return f"{words}-{digest(document.article.id, first.start if first else actor.id, first.end if first else '')}"


def _joined(key: str, members: list[Member]) -> StoryActor:
    actors = [actor for _, actor in members]
    best = Counter(a.name for a in actors).most_common()
    name = min(name for name, count in best if count == best[0][1])
    linked = next((a for a in actors if a.same_as), actors[0])
    called = [d.text[m.start : m.end] for d, a in members for m in a.mentions if m.kind == "name"]
    return StoryActor(
        id=key,
        name=name,
        type=linked.type,
        kind=linked.kind,
        aliases=_aliases(name, called),
        same_as=linked.same_as,
        iso=linked.iso,
        latitude=linked.latitude,
        longitude=linked.longitude,
        members=tuple(sorted((d.article.id, a.id) for d, a in members)),
    )


def _aliases(name: str, called: Iterable[str]) -> tuple[str, ...]:
    """What else an actor is called, each once whatever its case, spacing and article."""
    plain = (_ARTICLE.sub("", " ".join(words.split()), count=1) for words in called)
    first: dict[str, str] = {}
    for alias in sorted(plain):
        first.setdefault(alias.casefold(), alias)
    return tuple(alias for key, alias in first.items() if key not in (name.casefold(), ""))
