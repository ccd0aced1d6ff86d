"""Police: "the police" are the one town's police that an article names."""

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.gazetteer import gazetteer
from dateline.identify.lexicon import words
from dateline.identify.phrases import preposition
from dateline.identify.shortened import name_parts
from dateline.identify.text import Text
from dateline.identify.words import squeezed


def police(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: bare "police" are those named, where the article names but one force, a town's, and speaks of none
    elsewhere."""
    named = {clusters.root(i): i for i, m in enumerate(clusters.mentions) if m.unit and "police" in name_parts(m)}
    towns = {root: town for root, i in named.items() if (town := _town(clusters.mentions[i]))}
    if len(named) != 1 or len(towns) != 1:
        return
    ((root, town),) = towns.items()
    others = [m for m in clusters.mentions if m.noun == "police" and not m.unit]
    if any((m.of and squeezed(town) not in _towns_of(m)) or _is_elsewhere(text, m, town) for m in others):
        return
    for i, m in enumerate(clusters.mentions):
        if m in others and not (m.of or m.modifiers or m.owned or m.counted):
            clusters.merge(root, i)


def _town(m: Found) -> str:
    """The letters of the town, or of what may be one, whose police a name is of: "Lima Police", "Lima Police Department"."""
    parts = name_parts(m)
    town = "".join(parts[: parts.index("police")])
    behind = parts[parts.index("police") + 1 :]
    known = [alias.entry for alias in gazetteer().aliases.get(town, ())]
    larger = any(entry.type == "country" or entry.kind == "region" for entry in known)
    telling = set(parts) & (words("telling") | words("statewide"))
    return "" if not town or larger or telling or len(behind) > 1 else town


def _towns_of(m: Found) -> set[str]:
    """The letters of the towns of which a description is."""
    entries = (gazetteer().entries.get(key) for key in m.of)
    return {squeezed(e.name) for e in entries if e} | {key.partition(":")[2] for key in m.of}


def _is_elsewhere(text: Text, m: Found, town: str) -> bool:
    """Whether a sentence says that police are or do something in another place: "police in Quito", "In Quito, police said"."""
    tree = text.tree
    near = {m.head, *tree.ancestors(m.head)}
    within = (u for u in text.units if tree.sentence(u.first).first == tree.sentence(m.head).first)
    places = (u for u in within if u.label == "LOC" or (u.alias is not None and u.alias.entry.type in ("country", "place")))
    return any(
        preposition(tree, h) in ("in", "from", "near", "outside")
        and tree.head(h) in near
        and squeezed(tree.tokens[h].text) != town
        for u in places
        for h in range(u.first, u.stop)
    )
