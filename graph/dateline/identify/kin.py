"""What is somebody's own: "his father" is "Silva's father", "her house" the house of Silva. Whose it is must be known first.

Rules that come after the pronouns: the same word of the same owner means the same, where people have one such, and the child of
somebody's parent is he, as the brother of his sister and the client of his lawyer are; his father is the one other man of his
surname. A state's government is the state, also where it is its president's.
"""

from collections import Counter
from collections.abc import Iterator

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import words
from dateline.identify.peoples import parties_called
from dateline.identify.phrases import preposition
from dateline.identify.shortened import name_parts
from dateline.identify.text import Text
from dateline.tree import Tree


def owned(text: Text, clusters: Clusters) -> None:
    """Join what is of the same owner."""
    heads = clusters.by_word()
    first: dict[tuple[int, str], int] = {}
    parents: dict[int, int] = {}  # parent's mention -> child's
    for i, owner, m in list(_owned(text.tree, clusters, heads)):
        if m.noun in words("cabinet"):
            _enter(clusters, i, owner)
        elif m.noun in words("neighbor") and clusters.type(owner) == "country":
            _enter_neighbor(clusters, i, owner)
        elif m.noun in words("realm"):
            if m.noun != "state" or not text.tree.is_(m.head, "obj", "nsubj:pass"):  # not how somebody is
                _enter_realm(clusters, i, owner)
        elif m.noun == "party" and clusters.type(owner) == "person" and not m.modifiers and not _is_feast(text.tree, m):
            _enter_party(text, clusters, i, owner)
        elif m.noun in words("own") or (m.plural and m.noun in words("offspring")):
            if m.noun in words("staff") and m.noun != "campaign" and clusters.type(owner) != "person":
                continue  # "the Jabalia camp"
            turn = " ".join(sorted(m.modifiers & words("bygone")))  # "her first husband"
            key = f"{turn} {_kin(m.noun)} {m.plural}"
            clusters.merge(first.setdefault((clusters.root(owner), key), i), i)
        if m.noun in words("parent"):
            parents[i] = owner
    _married(text.tree, clusters, heads)
    _of_one_family(text.tree, clusters, heads)
    _served(text.tree, clusters, heads)
    of_parent = {clusters.root(parent): child for parent, child in parents.items()}
    for i, owner, m in list(_owned(text.tree, clusters, heads)):
        child = of_parent.get(clusters.root(owner))
        if child is not None and m.noun in words("offspring") and not m.plural:
            clusters.merge(child, i)
        if m.noun in words("only") and not any(clusters.names(i)):
            relatives = _of_his_name(text.tree, clusters, owner, i)
            if len(relatives) == 1:
                clusters.merge(relatives.pop(), i)


def _married(tree: Tree, clusters: Clusters, heads: dict[int, int]) -> None:
    """Join somebody with whom his wife calls her husband."""
    told = [(i, owner, m) for i, owner, m in _owned(tree, clusters, heads) if m.noun in words("spouse") and not m.plural]
    spouses = [(i, owner) for i, owner, m in told if m.modifiers.isdisjoint(words("bygone"))]
    married = {clusters.root(i): owner for i, owner in spouses}
    for i, owner in spouses:
        other = married.get(clusters.root(owner))
        if other is not None and clusters.root(other) != clusters.root(owner) and clusters.type(other) == "person":
            clusters.merge(other, i)


def couples(text: Text, clusters: Clusters) -> list[tuple[int, int]]:
    """Those whom the article calls husband and wife, each a mention."""
    told = _owned(text.tree, clusters, clusters.by_word())
    found = {(clusters.root(o), clusters.root(i)): (o, i) for i, o, m in told if m.noun in words("spouse") and not m.plural}
    return [pair for (one, other), pair in found.items() if (other, one) not in found or one < other]


def _of_one_family(tree: Tree, clusters: Clusters, heads: dict[int, int]) -> None:
    """Join somebody's brother or sister with whom the article calls his sister or brother."""
    told = [(i, owner) for i, owner, m in _owned(tree, clusters, heads) if m.noun in words("sibling") and not m.plural]
    of: dict[int, int] = {}
    for i, owner in told:
        of.setdefault(clusters.root(i), owner)
    for i, owner in told:
        other = of.get(clusters.root(owner))
        if other is not None and clusters.root(other) != clusters.root(owner) and not any(clusters.names(i)):
            clusters.merge(other, i)


def _served(tree: Tree, clusters: Clusters, heads: dict[int, int]) -> None:
    """Join somebody with whom one who is called his so calls in turn: "Silva's lawyer said that her client"."""
    told = [*_owned(tree, clusters, heads), *_working_for(tree, clusters, heads)]
    for called, *others in (row.split("=") for row in words("counterpart")):
        whose: dict[int, set[int]] = {}
        for i, owner, m in told:
            if m.noun in others and not m.plural:
                whose.setdefault(clusters.root(i), set()).add(clusters.root(owner))
        for i, owner, m in told:
            if m.noun != called or m.plural or any(clusters.names(i)):
                continue
            if m.modifiers or tree.children(m.head, "amod"):
                continue  # "his other client", "her old boss"
            found = {clusters.root(k) for k in whose.get(clusters.root(owner), ())}
            if len(found) == 1 and not clusters.mentions[min(found)].plural:
                clusters.merge(found.pop(), i)


def _working_for(tree: Tree, clusters: Clusters, heads: dict[int, int]) -> Iterator[tuple[int, int, Found]]:
    """Descriptions of those who work for somebody, with his mention: "a lawyer for Silva", "an aide to the mayor"."""
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.kind == "pronoun" or m.counted or m.plural or not m.noun:
            continue
        behind = [c for c in tree.children(m.head, "nmod") if preposition(tree, c) in ("for", "to")]
        owner = next((heads[c] for c in behind if c in heads), None)
        if owner is not None and clusters.root(owner) != clusters.root(i):
            yield i, owner, m


def _of_his_name(tree: Tree, clusters: Clusters, owner: int, i: int) -> set[int]:
    """The people of somebody's surname who may be his father, mother, husband or wife and are not called his uncle."""
    surnames = {parts[-1] for o in clusters.names(owner) if len(parts := name_parts(o)) > 1}
    found = set()
    for k, m in enumerate(clusters.mentions):
        parts = name_parts(m) if m.unit and clusters.type(k) == "person" else []
        if len(parts) > 1 and parts[-1] in surnames and clusters.root(k) != clusters.root(owner) and clusters.compatible(k, i):
            found.add(clusters.root(k))
    return {k for k in found if not any(_is_related(tree, m) for m in clusters.of(k))}


def _is_related(tree: Tree, m: Found) -> bool:
    """Whether a mention says whose relative somebody is: "his uncle Silva"."""
    return any(tree.children(w, "nmod:poss") for w in range(m.first, m.last + 1))


def is_own(m: Found) -> bool:
    """Whether it hangs on what its pronoun means whom or what a description means: "his father"."""
    of_one = m.owner in ("his", "her", "my") and not m.modifiers
    return bool(m.owner) and (m.noun in words("own") or (of_one and m.noun in words("realm")))


def _owned(tree: Tree, clusters: Clusters, heads: dict[int, int]) -> Iterator[tuple[int, int, Found]]:
    """Descriptions of what is somebody's, with his mention."""
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.kind == "pronoun" or m.counted or not m.noun:
            continue
        owners = [c for c in tree.children(m.head, "nmod:poss") if c < m.head]
        owners += [c for c in tree.children(m.head, "nmod") if preposition(tree, c) == "of" and m.definite]
        if m.noun in words("staff") | words("cabinet"):  # "the Silva campaign"
            owners += [c for c in tree.children(m.head, "compound") if tree.tokens[c].upos == "PROPN"]
        owner = next((heads[c] for c in owners if c in heads), None)
        if owner is not None and clusters.root(owner) != clusters.root(i):
            yield i, owner, m


def _kin(noun: str) -> str:
    """One word for those that mean the same: "dad" is the father."""
    return next((row.split("=")[0] for row in words("kin") if noun in row.split("=")), noun)


def _enter_realm(clusters: Clusters, i: int, owner: int) -> None:
    """Say that a minister's country is the one he is called minister of, and a senator's state the one he is called of."""
    m = clusters.mentions[i]
    if (
        m.plural
        or m.modifiers - words("epithet")
        or clusters.type(owner) != "person"
        or clusters.entry(i)
        or any(clusters.names(i))
    ):
        return
    found = [entry for entry in _serves(clusters, owner) if (entry.kind == "region") == (m.noun == "state")]
    if len(found) == 1:
        clusters.enter(i, found[0], clusters.by_entry())


def _serves(clusters: Clusters, owner: int) -> list[Entry]:
    """The countries and states of which somebody is told to be, or known to be: "the Danish consul"."""
    told = (key for o in clusters.of(owner) if o.offices or not o.unit for key in o.of)
    named = {gazetteer().entries[key] for key in told if key in gazetteer().entries}
    entry = clusters.entry(owner)
    if entry and entry.country:
        named.add(gazetteer().entries[f"country:{entry.country}"])
    return [entry for entry in named if entry.type == "country" or entry.kind == "region"]


def _enter_neighbor(clusters: Clusters, i: int, owner: int) -> None:
    """Say that a country's neighbor is the one other country of which the article speaks more than of any third."""
    m, own = clusters.mentions[i], clusters.entry(owner)
    if own is None or m.plural or m.modifiers - words("quarter") or clusters.entry(i) or any(clusters.names(i)):
        return
    spoken = Counter(e.key for k in range(i) if (e := clusters.entry(k)) is not None and e.type == "country" and e.key != own.key)
    ranked = spoken.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        clusters.enter(i, gazetteer().entries[ranked[0][0]], clusters.by_entry())


def _is_feast(tree: Tree, m: Found) -> bool:
    """Whether a party is held, or somewhere."""
    above = tree.head(m.head)
    held = above is not None and tree.tokens[above].lemma.lower() in words("feasting")
    return held or preposition(tree, m.head) in ("at", "during") or bool(tree.children(m.head, "nmod"))


def _enter_party(text: Text, clusters: Clusters, i: int, owner: int) -> None:
    """Say that somebody's party is the one whose man or woman the article calls him, if it speaks of its country."""
    found = [entry for party in clusters.parties(owner) for entry in parties_called(text.units, party)]
    if len(found) == 1 and clusters.entry(i) is None and not any(clusters.names(i)):
        clusters.enter(i, found[0], clusters.by_entry())


def _enter(clusters: Clusters, i: int, owner: int) -> None:
    """Say that a government is its state: that of a statesman or of who serves it, or of a country."""
    m, entry = clusters.mentions[i], clusters.entry(owner)
    if m.modifiers - words("epithet") or clusters.entry(i) is not None:
        return
    states = [entry] if entry and entry.type == "country" else []
    if clusters.type(owner) == "person":
        states = [state for state in _serves(clusters, owner) if state.type == "country"]
    if len(states) == 1:
        clusters.enter(i, states[0], clusters.by_entry())
