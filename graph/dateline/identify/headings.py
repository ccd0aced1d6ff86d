"""Headings: whom a bare noun above an article means, where its first sentences tell the same deed of somebody named: "Mayor fires
aide", "Mayor Ana Silva on Friday fired her aide, Rui Costa"."""

from collections.abc import Mapping

from dateline.identify.clusters import Clusters
from dateline.identify.phrases import determiner, lemma
from dateline.identify.text import Text, head_of
from dateline.model import Event

LEAD = 2  # sentences in which an article tells what its heading does
Parts = Mapping[str, int]  # {role: the head word of the one who plays it}


def headings(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: who plays a part in a heading's event plays it in the same event of the first sentences."""
    running = [s for s in text.tree.sentences if s.block == "paragraph"][:LEAD]
    if not running or running[0].first == 0:
        return
    above: list[tuple[str, Parts]] = []
    lead: list[tuple[str, Parts]] = []
    for event in text.document.events:
        at = text.tree.at(event.start)
        if at is not None and at < running[-1].stop:
            (above if at < running[0].first else lead).append((event.lemma.lower(), _parts(text, event)))
    heads = clusters.by_word()
    for deed, parts in above:
        for other, told in lead:
            if deed == other:
                _join(text, clusters, heads, parts, told)


def _parts(text: Text, event: Event) -> Parts:
    """Who or what plays each part in an event; a part that several play is left out."""
    found: dict[str, list[int]] = {}
    for role in event.roles:
        if (head := head_of(text.tree, role.start, role.end)) is not None:
            found.setdefault(role.role, []).append(head)
    return {role: some[0] for role, some in found.items() if len(some) == 1}


def _join(text: Text, clusters: Clusters, heads: Mapping[int, int], above: Parts, told: Parts) -> None:
    """Join those who play the same parts in two events, if another player of both is the same, or they are called the same."""
    common = above.keys() & told.keys()
    same = {role for role in common if _is_same(text, clusters, heads, above[role], told[role])}
    for role in sorted(common):
        i, k = heads.get(above[role]), heads.get(told[role])
        if i is None or k is None or len(clusters.members[clusters.root(i)]) > 1:
            continue  # nobody, or already known from the sentence before
        m, o = clusters.mentions[i], clusters.mentions[k]
        bare = m.unit is None and m.kind == "nominal" and not determiner(text.tree, m.core) and m.plural == o.plural
        words = {lemma(text.tree, w) for x in clusters.of(k) for w in range(x.first, x.last + 1)}
        if bare and not any(clusters.names(i)) and (m.noun in words or same - {role}):
            clusters.merge(k, i)


def _is_same(text: Text, clusters: Clusters, heads: Mapping[int, int], one: int, other: int) -> bool:
    """Whether two words are known to mean the same, or are the same noun."""
    known = one in heads and other in heads and clusters.root(heads[one]) == clusters.root(heads[other])
    return known or (text.tree.tokens[one].upos == "NOUN" and lemma(text.tree, one) == lemma(text.tree, other))
