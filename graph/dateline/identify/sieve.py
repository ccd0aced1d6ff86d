"""The sieve: rules that join mentions, the surest first, so that a later one builds on what the earlier ones found.

    known         two names of one entry of the gazetteers
    names         the same name, letter for letter
    acronyms      "World Food Programme (WFP)"
    short names   a person's surname, a body's name without its last words
    appositions   "Ana Silva, the mayor"; "the mayor is Ana Silva"
    states        "the Dutch government" is the Netherlands, "the Dutch" its people
    offices       "the Iranian foreign minister" and the man introduced as "Iranian Foreign Minister ..."
    nouns         "the company" is the company spoken of last

After Raghunathan et al. 2010, "A multi-pass sieve for coreference resolution". Each rule looks mentions up in an index, so that
the cost grows with the number of mentions and not with its square.
"""

from collections.abc import Callable, Iterable, Iterator

from dateline.identify.clusters import Clusters
from dateline.identify.gazetteer import gazetteer
from dateline.identify.lexicon import words
from dateline.identify.mentions import Found, Text
from dateline.identify.phrases import determiner, set_off
from dateline.identify.words import squeezed
from dateline.tree import Tree

NEAR = 6  # sentences between a description and whom it means, unless it was introduced in the same words


def join(text: Text, mentions: list[Found]) -> Clusters:
    """The mentions of a document as clusters."""
    clusters = Clusters(mentions)
    for rule in (known, same_name, acronyms, short_names, appositions, states, described, nominals):
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


def same_name(_: Text, clusters: Clusters) -> None:
    """Names of the same letters are one, whatever the labels: a label is right more often for a longer name."""
    for group in _by(clusters, lambda m: squeezed(m.name) if m.unit and not m.entry else ""):
        _chain(clusters, group)


def acronyms(text: Text, clusters: Clusters) -> None:
    """A name in capitals is the body whose words begin with its letters, or that it follows in brackets."""
    initials: dict[str, int] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit and m.unit.length > 1:
            for short in _initials(m.name):
                initials.setdefault(short, i)
    for i, m in enumerate(clusters.mentions):
        short = m.name.replace(".", "")
        if m.unit and m.unit.length == 1 and short.isupper() and 2 <= len(short) <= 8:
            long = initials.get(short)
            if long is not None and clusters.type(long) != "person":
                clusters.merge(long, i)


def _initials(name: str) -> set[str]:
    """The acronyms a name may have: of all its words, and of those with a capital."""
    parts = [p for p in name.replace("-", " ").split() if p[:1].isalpha()]
    capital = [p for p in parts if p[:1].isupper()]
    return {"".join(p[0].upper() for p in chosen) for chosen in (parts, capital) if len(chosen) > 1}


def short_names(_: Text, clusters: Clusters) -> None:
    """ "Haniyeh" is the one person of that surname; "Apple" the one body whose name begins so."""
    long: dict[str, set[int]] = {}
    for i, m in enumerate(clusters.mentions):
        parts = _parts(m)
        if len(parts) > 1:
            for short in _short(parts, clusters.type(i)):
                long.setdefault(short, set()).add(clusters.root(i))
    for i, m in enumerate(clusters.mentions):
        if not m.unit or m.entry:
            continue
        found = {clusters.root(k) for k in long.get("".join(_parts(m)), ())} - {clusters.root(i)}
        if len(found) == 1:
            whole = found.pop()
            if clusters.type(whole) == "person":
                clusters.retype(i, "person")
            clusters.merge(whole, i)


def _parts(m: Found) -> list[str]:
    """A name's words as they are compared, without what only closes a company's name."""
    parts = [squeezed(p) for p in m.name.replace("’", "'").split()] if m.unit else []
    parts = [p for p in parts if p and p != "the"]
    while len(parts) > 1 and parts[-1] in words("corporate"):
        parts.pop()
    return parts


def _short(parts: list[str], type_: str | None) -> set[str]:
    """The shorter names by which a longer one goes on."""
    tails = {"".join(parts[k:]) for k in range(1, len(parts))}
    if type_ == "person":
        return tails | {parts[0]}
    if type_ in ("organization", "thing", None):
        return {"".join(parts[:k]) for k in range(1, len(parts))} | {"".join(parts)} | (tails if type_ is None else set())
    return {"".join(parts[:k]) for k in range(1, len(parts))} if type_ == "place" else set()


def appositions(text: Text, clusters: Clusters) -> None:
    """Two phrases side by side, or joined by "is", name one."""
    tree = text.tree
    heads = _heads(clusters)
    for i, m in enumerate(clusters.mentions):
        for c in tree.children(m.head, "appos"):
            other = heads.get(c)
            if other is not None and set_off(tree, c) and _equates(tree, m, clusters.mentions[other]):
                clusters.merge(i, other)
        subject = tree.child(m.head, "nsubj")
        if subject is not None and subject in heads and _is_identity(tree, m):
            clusters.merge(heads[subject], i)


def _heads(clusters: Clusters) -> dict[int, int]:
    """{head word: mention}, names with all their words."""
    heads: dict[int, int] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit:
            for word in range(m.unit.first, m.unit.stop):
                heads.setdefault(word, i)
        heads[m.head] = i
    return heads


def _equates(tree: Tree, a: Found, b: Found) -> bool:
    """Whether an apposition says who is meant: not a place within another ("Paris, Texas"), nor a plural beside one of it."""
    if a.type in ("place", "country") and b.type in ("place", "country") and a.unit and b.unit:
        return False
    return a.plural == b.plural or not (a.unit and b.unit)


def _is_identity(tree: Tree, m: Found) -> bool:
    """Whether a predicate noun says who somebody is: "is the mayor", not "is a problem" nor "was not the mayor"."""
    if tree.child(m.head, "cop") is None or any(tree.tokens[c].lemma == "not" for c in tree.children(m.head, "advmod")):
        return False
    return bool(m.unit) or (m.definite and determiner(tree, m.head) == "the" and bool(m.offices or m.of))


def states(text: Text, clusters: Clusters) -> None:
    """A country's government is the country, and its people one group."""
    entries = gazetteer().entries
    at: dict[str, int] = {}
    for i, m in enumerate(clusters.mentions):
        if m.entry:
            at.setdefault(m.entry.key, i)
    for i, m in enumerate(list(clusters.mentions)):
        country = next((k for k in sorted(m.of) if k.startswith("country:")), None)
        if m.unit or country is None or len(m.of) > 1 or m.counted:
            continue
        plain = not m.modifiers - words("epithet")
        if m.noun in words("government") and plain and m.definite:
            clusters.enter(i, entries[country], at)
        elif m.noun in words("nation") and plain and determiner(text.tree, m.head) in ("the", ""):
            people = entries.get(country.replace("country:", "people:"))
            if people and not (m.plural and m.noun == "citizen" and not m.definite):
                clusters.enter(i, people, at)


def described(_: Text, clusters: Clusters) -> None:
    """A description by office means the one person known by that office of that body, introduced before it or after."""
    known_as: dict[tuple[str, str], list[int]] = {}
    leading: dict[str, list[int]] = {}
    people = [i for i, m in enumerate(clusters.mentions) if m.offices and clusters.type(i) in ("person", None)]
    for i in sorted(people, key=lambda i: (not clusters.mentions[i].unit, i)):
        m = clusters.mentions[i]
        if not m.unit and m.definite:
            _resolve(clusters, i, known_as, leading)
        if m.unit or m.definite:
            for office in m.offices:
                for body in m.of or {""}:
                    known_as.setdefault((office, body), []).append(i)
                if m.of:
                    known_as.setdefault((office, "any"), []).append(i)
            for body in m.of if m.leads else ():
                leading.setdefault(body, []).append(i)


def _resolve(clusters: Clusters, i: int, known_as: dict[tuple[str, str], list[int]], leading: dict[str, list[int]]) -> None:
    """Join a description to whom it means: one of the same office and body; for a head, the one head of the body; without a body,
    the last of that office spoken of before."""
    m = clusters.mentions[i]
    offices, bodies = sorted(m.offices), sorted(m.of)
    if bodies:
        exact = [k for office in offices for body in bodies for k in known_as.get((office, body), ())]
        for options in (exact, [k for body in bodies for k in leading.get(body, ())] if m.leads else []):
            roots = {clusters.root(k) for k in options if clusters.compatible(k, i)}
            if len(roots) == 1:
                clusters.merge(roots.pop(), i)
                return
    else:
        before = [k for office in offices for body in ("any", "") for k in known_as.get((office, body), ()) if k < i]
        nearest = next((k for k in sorted(before, reverse=True) if clusters.compatible(k, i)), None)
        if nearest is not None:
            clusters.merge(nearest, i)


def nominals(text: Text, clusters: Clusters) -> None:
    """A definite noun means what the same noun, or a name of its kind, meant shortly before."""
    tree = text.tree
    number = {s.first: n for n, s in enumerate(tree.sentences)}
    last_noun: dict[str, list[int]] = {}
    last_kind: dict[str, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        here = number[tree.sentence(m.head).first]
        if not m.unit and m.definite and not m.counted and clusters.root(i) == i and len(clusters.members[i]) == 1:
            target = _same_noun(clusters, i, last_noun.get(m.noun, [])) or _of_kind(
                clusters,
                i,
                [k for k in last_kind.get(_kind(m), []) if here - number[tree.sentence(clusters.mentions[k].head).first] <= NEAR],
            )
            if target is not None:
                clusters.merge(target, i)
        if not m.unit:
            last_noun.setdefault(m.noun, []).append(i)
        kind = clusters.type(i)
        if kind and (m.unit or (not m.definite)):
            last_kind.setdefault(kind, []).append(i)


def _kind(m: Found) -> str:
    """The type of names that a bare noun may take up: "the company", "the country", "the city"."""
    return m.type or ""


def _same_noun(clusters: Clusters, i: int, before: list[int]) -> int | None:
    """The latest mention of the same noun whose modifiers do not clash."""
    m = clusters.mentions[i]
    for k in reversed(before[-8:]):
        other = clusters.mentions[k]
        if (
            other.plural == m.plural
            and m.modifiers <= other.modifiers
            and (m.of <= other.of or m.of == other.of)
            and other.counted <= m.definite
        ):
            return k
    return None


def _of_kind(clusters: Clusters, i: int, before: list[int]) -> int | None:
    """The latest name that a definite noun without more words can mean."""
    m = clusters.mentions[i]
    if m.modifiers or m.of or m.plural or m.type not in ("organization", "country", "place") or m.noun in words("government"):
        return None
    for k in reversed(before[-8:]):
        other = clusters.mentions[k]
        if not other.unit:
            continue
        if fits_noun(m.noun, m.subtype, clusters, k):
            return k
    return None


def fits_noun(noun: str, subtype: str | None, clusters: Clusters, k: int) -> bool:
    """Whether a noun may be said of a name's bearer: "the city" of a city, "the company" of a company."""
    entry = clusters.entry(k)
    kind = entry.kind if entry else None
    if entry and entry.type == "country":
        return noun in ("country", "nation", "state", "kingdom", "republic", "emirate")
    if entry and entry.type == "place":
        return (
            noun == kind
            or (noun in ("place", "area") and kind in ("region", "territory", "city"))
            or noun in _PLACE_NOUNS.get(kind or "", ())
        )
    if subtype == "company":
        return kind in (None, "company")
    if kind:
        return noun in _BODY_NOUNS.get(kind, ())
    return noun in ("group", "organization", "organisation", "agency", "body", "institution", "association")


_PLACE_NOUNS = {
    "city": ("city", "capital", "town", "metropolis"),
    "territory": ("territory", "enclave", "strip", "region"),
    "region": ("region", "province", "state", "territory", "island", "peninsula"),
    "facility": ("site", "plant", "station", "airport", "hospital", "mosque"),
    "sea": ("sea", "strait", "gulf", "waterway"),
}
_BODY_NOUNS = {
    "armed group": ("group", "movement", "organization", "organisation", "militia", "faction"),
    "party": ("party", "movement", "group"),
    "media": ("agency", "newspaper", "broadcaster", "network", "paper", "outlet", "daily", "channel", "magazine"),
    "intergovernmental body": ("organization", "organisation", "body", "bloc", "alliance", "agency", "council", "union"),
    "central bank": ("bank",),
    "government body": ("agency", "department", "ministry", "office", "bureau", "body"),
    "court": ("court", "tribunal"),
    "space agency": ("agency",),
    "ngo": ("group", "organization", "organisation", "charity", "agency"),
    "university": ("university",),
    "armed forces": ("army", "military", "force"),
}
