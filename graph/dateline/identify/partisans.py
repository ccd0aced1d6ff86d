"""Partisans: whom "the Ohio Republican" means: the one of whom the article tells that state, or the only lawmaker named so far of
whom it tells none."""

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.identify.phrases import determiner, lemma
from dateline.identify.text import Text


def partisans(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: a party's man or woman of a state is a lawmaker of that state."""
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        if not _is_partisan(text, m) or len(clusters.members[clusters.root(i)]) > 1:
            continue
        named = {clusters.root(k) for k in range(i) if clusters.mentions[k].unit and clusters.type(k) == "person"}
        alike = [root for root in named if clusters.compatible(root, i) and not _is_of_other_letter(text, clusters, m, root)]
        fitting = {root: _seats(text, clusters, heads, root) for root in alike}
        there = [root for root, seats in fitting.items() if seats & m.of]
        untold = [root for root, seats in fitting.items() if not seats and _is_lawmaker(clusters, root)]
        found = there or untold
        if len(found) == 1:
            clusters.merge(found[0], i)


def _is_partisan(text: Text, m: Found) -> bool:
    """Whether a phrase with "the" calls one person after a state and a party, or none: "the Vermont independent"."""
    noun = lemma(text.tree, m.head).lower() in words("partisan") | words("unbound")
    return noun and m.type == "person" and not m.plural and bool(m.of) and determiner(text.tree, m.head) == "the"


def _is_lawmaker(clusters: Clusters, root: int) -> bool:
    """Whether an office that is held for a state is told of somebody."""
    return any(not o.offices.isdisjoint(words("sent_by_state")) for o in clusters.of(root))


def _seats(text: Text, clusters: Clusters, heads: dict[int, int], root: int) -> frozenset[str]:
    """The regions that are told of somebody: "Silva of Ohio", "the Ohio senator"."""
    told = {key for o in clusters.of(root) for key in o.of}
    behind = (heads[c] for o in clusters.of(root) for c in text.tree.children(o.head, "nmod") if c in heads)
    told |= {entry.key for k in behind if (entry := clusters.entry(k)) is not None}
    return frozenset(key for key in told if key.startswith("place:"))


def _is_of_other_letter(text: Text, clusters: Clusters, m: Found, root: int) -> bool:
    """Whether the letter of a party other than a word's stands behind somebody's name: "Silva, D-Ohio," is no Republican."""
    tokens, own = text.tree.tokens, text.tree.tokens[m.head].text[:1].upper()
    behind = [tokens[o.unit.stop : o.unit.stop + 2] for o in clusters.of(root) if o.unit]
    letters = {t.text.partition("-")[0] for pair in behind if pair and pair[0].text in (",", "(") for t in pair[1:]} & {
        "D",
        "R",
        "I",
    }
    return bool(letters) and own not in letters
