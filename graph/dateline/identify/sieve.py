"""The sieve: rules that join mentions, the surest first, so that a later one builds on what the earlier ones found.

    known         two names of one entry of the gazetteers
    closed names  "Reuters Holdings PLC" beside Reuters
    names         the same name, letter for letter
    handles       "@realAnaSilva" is Ana Silva
    misspelt      "Lybia" beside Libya
    acronyms      "World Food Programme (WFP)"
    institutions  "the Indian navy" and "Indian Navy"
    short names   a person's surname, a body's name without its last words
    given names   "Ben Holm" is Benjamin Holm
    owners        "Silva's office" is "Ana Silva's office"
    places of     "the city of Lagos"
    appositions   "Ana Silva, the mayor"; "the mayor is Ana Silva"
    adjoining     "the mayor, Ana Silva", where the parser lost the link; "the Daily Nation newspaper"
    subsidiaries  "Silva's French unit" is "Silva's French subsidiary"
    states        "the Dutch government" is the Netherlands, "the Dutch" its people
    capitals      "the Kenyan capital" is Nairobi
    offices       "the Iranian foreign minister" and the man introduced as "Iranian Foreign Minister ..."
    children      "the boy" is the one child whom the article names with his age or his parents
    aged          "the 38-year-old" is the one to whose name the article adds that age
    counted       "the two embassies" are the "two U.S. embassies" spoken of before
    countries     "the country" is the one that an article is about, or that a minister who speaks of it serves
    regions       "the state" is the one state that an article about a federation names
    incumbents    an office, where the article names nobody: who held the office when it was published
    former        "the former foreign minister", of those whom the article names
    nominees      "the Republican nominee", of those whom the article names
    partisans     "the Ohio Republican" is the lawmaker of Ohio whom the article names
    victims       "the victims" are the one group of whom the article has told that they were killed or hurt
    suspects      "the suspect" is the one man or woman of whom it has told that he was arrested or charged
    police        "the police" are the one town's police that the article names
    headings      "Mayor fires aide" is of those of whom the first sentences tell it
    nouns         "the company" is the company spoken of last, or whoever is likeliest meant

After Raghunathan et al. 2010, "A multi-pass sieve for coreference resolution". Each rule looks mentions up in an index, so that
the cost grows with the number of mentions and not with its square.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.identify.antecedents import are_of_others, is_of_others, nouns
from dateline.identify.besides import adjoining, appositions, places_of
from dateline.identify.chains import of_text
from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import aged, capitals, children, counted, countries, described, regions, states, subsidiaries
from dateline.identify.forces import police
from dateline.identify.found import Found
from dateline.identify.harmed import suspects, victims
from dateline.identify.headings import headings
from dateline.identify.incumbents import former, incumbents, nominees
from dateline.identify.institutions import institutions
from dateline.identify.lexicon import words
from dateline.identify.partisans import partisans
from dateline.identify.phrases import preposition
from dateline.identify.quoted import WORK
from dateline.identify.shortened import (
    acronyms,
    closed_names,
    given_names_alone,
    handles,
    is_kind,
    is_polite,
    misspelt,
    name_parts,
    shared_with_body,
    short_names,
    storms,
)
from dateline.identify.text import Text
from dateline.identify.together import told_apart
from dateline.identify.words import squeezed

_JOINED = re.compile(r"^The(?=[A-Z])")  # "TheWire" is The Wire
_IN_FULL = {"mt": "mount", "st": "saint", "ste": "sainte", "ft": "fort"}  # what is cut short before the rest of a name


def join(text: Text, mentions: list[Found]) -> Clusters:
    """The mentions of a document as clusters."""
    clusters = Clusters(mentions, told_apart(text.tree), of_text(text, mentions))
    for rule in RULES:
        rule(text, clusters)
    return clusters


def _by(clusters: Clusters, key: Callable[[Found], str]) -> Iterator[list[int]]:
    """Groups of mentions that share a key, in order of the text; those without one are left out."""
    groups: dict[str, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        if k := key(m):
            groups.setdefault(k, []).append(i)
    yield from groups.values()


def _chain(clusters: Clusters, group: Iterable[int]) -> None:
    """Join all mentions of a group to its first."""
    first, *rest = group
    for i in rest:
        clusters.merge(first, i)


def known(_: Text, clusters: Clusters) -> None:
    """Names of the same entry are one."""
    for group in _by(clusters, lambda m: m.entry.key if m.entry else ""):
        _chain(clusters, group)


def _letters(name: str) -> str:
    """A name's letters, with words that are cut short before others in full: "Mt. Everest" is Mount Everest."""
    words = name.split()
    return squeezed("".join((*(_IN_FULL.get(squeezed(word), word) for word in words[:-1]), *words[-1:])))


def same_name(text: Text, clusters: Clusters) -> None:
    """Names of the same letters are one, whatever the labels: a label is right more often for a longer name."""
    tokens = text.tree.tokens
    plain = {
        squeezed(tokens[m.head].text): i
        for i, m in enumerate(clusters.mentions)
        if not m.unit and tokens[m.head].upos == "PROPN" and not tokens[m.last].text[:1].isdigit()
    }
    known: dict[str, dict[str, int]] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit and m.entry and m.type in ("place", "country"):
            known.setdefault(_letters(m.name), {}).setdefault(m.entry.key, i)

    beside = _beside_namesakes(clusters)
    genders, shared = _genders(clusters), shared_with_body(text.tree, clusters)

    def key(m: Found) -> str:
        if not m.unit or m.entry or is_kind(text.tree, m) or m.head in beside:
            return ""
        other = m.gender and m.unit.length == 1 and genders.get(squeezed(m.name), set()) - {m.gender}
        told = (m.gender or "") if other else ""  # "Mrs. Silva" beside Rui Silva is not Silva
        if squeezed(m.name) in shared and is_polite(text.tree, m):
            told += "mr"  # "Mr. Holm" is not Holm where the article is about Holm Corp.
        return _letters(_JOINED.sub("", m.name)) + squeezed(m.number) + told

    for first, *rest in _by(clusters, key):
        apart = [first]  # "the Archdiocese of Lima" and that of Quito, where the place is no part of the name
        for i in rest:
            body = clusters.type(i) == "organization"
            others = (k for k in apart if body and (is_of_others(clusters, i, k) or _is_posted_elsewhere(text, clusters, i, k)))
            barred = {*others, *(k for k in apart if _is_in_title(clusters, i, k))}
            own = next((k for k in apart if k not in barred), None)
            if own is None:
                apart.append(i)
            else:
                clusters.merge(own, i, certain=True)
        if (overlooked := plain.get(squeezed(clusters.mentions[first].name))) is not None:
            clusters.merge(first, overlooked, certain=True)
        places = known.get(_letters(clusters.mentions[first].name), {})
        if len(places) == 1 and clusters.type(first) in ("place", "thing", None) and clusters.kind(first) != "work":
            clusters.merge(first, *places.values())


def _genders(clusters: Clusters) -> dict[str, set[str]]:
    """{surname: the genders of those who are named in full with it}."""
    found: dict[str, set[str]] = {}
    for m in clusters.mentions:
        if m.gender and m.type == "person" and len(parts := name_parts(m)) > 1:
            found.setdefault(parts[-1], set()).add(m.gender)
    return found


def _beside_namesakes(clusters: Clusters) -> set[int]:
    """The words that stand for a surname alone, whose bearer grammar tells from one of that name: "Silva praised Ana Silva"."""
    whole: dict[str, list[int]] = {}
    for m in clusters.mentions:
        if len(parts := name_parts(m)) > 1 and m.type == "person":
            whole.setdefault(parts[-1], []).append(m.head)
    alone = ((i, m.head, name_parts(m)) for i, m in enumerate(clusters.mentions) if m.unit and m.unit.length == 1)
    return {head for i, head, parts in alone for other in whole.get("".join(parts), ()) if clusters.is_apart(i, other)}


def _is_posted_elsewhere(text: Text, clusters: Clusters, i: int, k: int) -> bool:
    """Whether two embassies of a name are in places that have nothing to do with each other: "the U.S. Embassy in Nairobi"."""
    one, other = (frozenset(_posts(text, clusters.mentions[n])) for n in (i, k))
    return bool(one and other) and are_of_others(one, other)


def _posts(text: Text, m: Found) -> Iterator[str]:
    """The keys of the known places where an embassy, or what befell it, is said to be: "the U.S. Embassy blasts in | Kenya |"."""
    if m.noun not in words("mission"):
        return
    tree, above = text.tree, text.tree.head(m.head) if text.tree.is_(m.head, "compound") else None
    near = [c for n in (m.head, above) if n is not None for c in tree.children(n, "nmod") if preposition(tree, c) == "in"]
    for c in (k for n in near for k in (n, *tree.children(n, "conj"))):
        alias = text.at[c].alias if c in text.at else None
        if alias is not None and alias.entry.type in ("place", "country"):
            yield alias.entry.key


def _is_in_title(clusters: Clusters, i: int, k: int) -> bool:
    """Whether one of two of a name is somebody and the other a work about him: the film "Lima", Lima."""
    one, other = clusters.mentions[i], clusters.mentions[k]
    return {one.unit.label if one.unit else None, other.unit.label if other.unit else None} == {WORK, "PERSON"}


def owners(_: Text, clusters: Clusters) -> None:
    """Whose something is, is known by one name from here on: "Silva's office" and "Ana Silva's office" are of one man."""
    bearers: dict[str, set[int]] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit:
            bearers.setdefault(squeezed(m.name), set()).add(clusters.root(i))
    for i, m in enumerate(clusters.mentions):
        if not m.of.isdisjoint(bearers):
            of = frozenset(clusters.called(min(bearers[key])) if len(bearers.get(key, ())) == 1 else key for key in m.of)
            clusters.mentions[i] = replace(m, of=of)


RULES = (
    known,
    closed_names,
    same_name,
    storms,
    handles,
    misspelt,
    acronyms,
    institutions,
    short_names,
    given_names_alone,
    short_names,  # "Ackerman" after "Martin Ackerman" and "Marty Ackerman" are one
    owners,
    places_of,
    appositions,
    adjoining,
    subsidiaries,
    states,
    capitals,
    described,
    children,
    aged,
    counted,
    countries,
    regions,
    incumbents,
    former,
    nominees,
    partisans,
    victims,
    suspects,
    police,
    headings,
    nouns,
)
