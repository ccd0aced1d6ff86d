"""Which actors of several articles are one.

    decisions   what people have said: same, different, unsure
    nodes       what is certain: the same link, the same full name
    likeness    how alike two names are
    forest      clusters, and what keeps two of them apart
    alike       names that are the same, and other forms of a name in the same company

Everything is derived anew from the articles at hand: taking one out undoes what only it implied. An actor known by a description
only ("the two injured workers") stays within its article so far; who takes the same part in the same event is joined in
`participants`, when it is known which events are one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.merge.alike import Doubt, join_alike, join_same
from dateline.merge.forest import Forest
from dateline.merge.judgements import Decision, latest
from dateline.merge.nodes import Node, actor_id, nodes
from dateline.model import Document, StoryActor

__all__ = ["Judged", "actor_id", "join_actors", "judge"]

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Every actor once, and the pairs that somebody should look at."""

    actors: tuple[StoryActor, ...]
    doubts: tuple[Doubt, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # {actor's id: ids of what was joined in it}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Who is who by names and decisions; the forest may still grow."""

    forest: Forest
    told: Mapping[tuple[str, str], Decision]
    doubts: tuple[Doubt, ...]

    def clusters(self) -> dict[tuple[str, str], str]:
        """{(article, actor in it): the cluster that it belongs to by now}."""
        forest = self.forest
        return {(d.article.id, a.id): forest.root(node.id) for node in forest.nodes.values() for d, a in node.members}

    def judged(self) -> Judged:
        """Every actor once, in the order of ids."""
        forest = self.forest
        doubts = {(d.left, d.right): d for d in self.doubts if forest.root(d.left) != forest.root(d.right)}
        for pair, decision in self.told.items():
            if decision.judgement == "unsure":
                doubts[pair] = Doubt(left=pair[0], right=pair[1], why=decision.why or "left open")
        made = [(_joined(forest.of(key)), tuple(sorted(parts))) for key, parts in forest.members.items()]
        return Judged(
            actors=tuple(sorted((actor for actor, _ in made), key=lambda actor: actor.id)),
            doubts=tuple(doubts[pair] for pair in sorted(doubts)),
            parts={actor.id: parts for actor, parts in made},
        )


def compare(documents: Iterable[Document], decisions: Iterable[Decision] = ()) -> Compared:
    """Who is who by names; what people have decided outweighs what names tell."""
    every = nodes(documents)
    known = {node.id for node in every}
    told = {pair: d for pair, d in latest(decisions).items() if known.issuperset(pair)}
    forest = Forest(every, (pair for pair, d in told.items() if d.judgement != "same"))
    for pair, decision in sorted(told.items()):
        if decision.judgement == "same":
            forest.join(*pair, decided=True)
    join_same(forest)
    return Compared(forest=forest, told=told, doubts=tuple(join_alike(forest)))


def join_actors(documents: Iterable[Document], decisions: Iterable[Decision] = ()) -> tuple[StoryActor, ...]:
    """Every actor once by names, in the order of ids."""
    return judge(documents, decisions).actors


def judge(documents: Iterable[Document], decisions: Iterable[Decision] = ()) -> Judged:
    """Every actor once by names, and what is not clear."""
    return compare(documents, decisions).judged()


def _joined(cluster: list[Node]) -> StoryActor:
    members = sorted(((d, a) for node in cluster for d, a in node.members), key=lambda m: (m[0].article.id, m[1].id))
    best = max(cluster, key=_rank)
    linked = next((a for _, a in best.members if a.same_as), best.members[0][1])
    called = [d.text[m.start : m.end] for d, a in members for m in a.mentions if m.kind == "name"]
    name = best.name if best.links else _name(cluster)
    return StoryActor(
        id=best.id,
        name=name,
        type=best.type,
        kind=next((n.kind for n in sorted(cluster, key=_rank, reverse=True) if n.kind), None),
        aliases=_aliases(name, called),
        same_as=linked.same_as,
        iso=linked.iso,
        latitude=linked.latitude,
        longitude=linked.longitude,
        members=tuple((d.article.id, a.id) for d, a in members),
    )


def _rank(node: Node) -> tuple[bool, bool, bool, bool, int, int, str]:
    """Which node's id and type a cluster keeps: a linked one, a named one, a known type, a full name, that of most articles."""
    return bool(node.links), node.named, node.type != "thing", node.full, len(node.articles), len(node.words), node.id


def _name(cluster: list[Node]) -> str:
    """The name that most articles give in full, the longer of equals."""
    count: Counter[str] = Counter()
    cluster = [node for node in cluster if node.named] or cluster
    for node in cluster:
        for _, actor in node.members:
            count[actor.name] += 1
    full = max(len(n.words) > 1 for n in cluster)
    names = [name for node in cluster if node.full == full for name in {a.name for _, a in node.members}]
    return max(names, key=lambda name: (count[name], len(name), name))


def _aliases(name: str, called: Iterable[str]) -> tuple[str, ...]:
    """What else an actor is called, each once whatever its case, spacing and article."""
    plain = (_ARTICLE.sub("", " ".join(words.split()), count=1) for words in called)
    first: dict[str, str] = {}
    for alias in sorted(plain):
        first.setdefault(alias.casefold(), alias)
    return tuple(alias for key, alias in first.items() if key not in (name.casefold(), ""))
