"""The sieve: rules that join mentions, the surest first, so that a later one builds on what the earlier ones found.

    known         two names of one entry of the gazetteers
    names         the same name, letter for letter
    acronyms      "World Food Programme (WFP)"
    institutions  "the Indian navy" and "Indian Navy"
    short names   a person's surname, a body's name without its last words
    given names   "Ben Holm" is Benjamin Holm
    appositions   "Ana Silva, the mayor"; "the mayor is Ana Silva"
    adjoining     "the mayor, Ana Silva", where the parser lost the link; "the Daily Nation newspaper"
    states        "the Dutch government" is the Netherlands, "the Dutch" its people
    offices       "the Iranian foreign minister" and the man introduced as "Iranian Foreign Minister ..."
    children      "the boy" is the one boy whose age the article gives
    incumbents    an office, where the article names nobody: who held the office when it was published
    nouns         "the company" is the company spoken of last

After Raghunathan et al. 2010, "A multi-pass sieve for coreference resolution". Each rule looks mentions up in an index, so that
the cost grows with the number of mentions and not with its square.
"""

from collections.abc import Callable, Iterable, Iterator

from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import children, described, nominals, states
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.incumbents import incumbents
from dateline.identify.institutions import institutions
from dateline.identify.lexicon import given_names, name_forms, nouns, words
from dateline.identify.phrases import determiner, set_off
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.tree import Tree

SHORTEST = 3  # letters of a short form of a given name


def join(text: Text, mentions: list[Found]) -> Clusters:
    """The mentions of a document as clusters."""
    clusters = Clusters(mentions)
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


def same_name(_: Text, clusters: Clusters) -> None:
    """Names of the same letters are one, whatever the labels: a label is right more often for a longer name."""
    known: dict[str, dict[str, int]] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit and m.entry and m.type in ("place", "country"):
            known.setdefault(squeezed(m.name), {}).setdefault(m.entry.key, i)
    for first, *rest in _by(clusters, lambda m: squeezed(m.name) if m.unit and not m.entry else ""):
        for i in rest:
            clusters.merge(first, i, certain=True)
        places = known.get(squeezed(clusters.mentions[first].name), {})
        if len(places) == 1 and clusters.type(first) in ("place", "thing", None):
            clusters.merge(first, *places.values())


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
            if long is not None and (clusters.type(long) != "person" or _is_body(clusters.mentions[long])):
                if clusters.type(long) == "person":
                    clusters.retype(long, "organization")
                clusters.merge(long, i)


def _is_body(m: Found) -> bool:
    """Whether a name that was taken for a person's has more words than one, and no given name at its head."""
    return m.unit is not None and m.unit.length > 2 and squeezed(m.name.split()[0]) not in given_names()


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
        if (len(parts) > 1 and not _is_numbered(m)) or (parts and _is_closed(m)):
            doubtful = clusters.type(i) == "organization" or (clusters.type(i) == "place" and parts[0] in given_names())
            for short in _short(parts, None if doubtful and not m.sure else clusters.type(i)) - _owners(m, parts):
                long.setdefault(short, set()).add(clusters.root(i))
    for i, m in enumerate(clusters.mentions):
        if not m.unit or m.entry:
            continue
        parts = _parts(m)
        if clusters.type(i) == "person" and any(o.unit and len(_parts(o)) > len(parts) for o in clusters.of(i)):
            continue  # has a full name already
        found = {clusters.root(k) for k in long.get("".join(parts), ())} - {clusters.root(i)}
        found = {
            k
            for k in found
            if clusters.type(k) == "person" or _is_core(clusters, k, m) or not _means_another(parts, clusters.entry(k))
        }
        if _is_closed(m):
            found = {k for k in found if not any(_is_closed(other) for other in clusters.of(k))}
        if len(found) > 1 and clusters.type(i) == "person":
            found = _introduced(clusters, i, found)
        if len(found) == 1:
            whole = found.pop()
            closed = any(_is_closed(other) for other in clusters.of(whole))
            if closed and clusters.entry(i):
                continue  # a town of the company's name
            if closed and clusters.type(i) in ("person", "place"):
                clusters.retype(i, "organization")  # "Labatt" after "John Labatt Ltd."
            elif clusters.type(i) == "person" and clusters.type(whole) in ("organization", "place"):
                if parts[0] in given_names():
                    continue
                if _parts(clusters.mentions[whole])[: len(parts)] != parts:
                    clusters.retype(whole, "person")
                elif m.gender or m.first < m.unit.first or clusters.mentions[whole].type != "organization":
                    continue  # "Mr. Ford" beside "Ford Motor" is the man
                else:
                    clusters.retype(i, "organization")
            elif clusters.type(whole) == "person" or clusters.kind(whole) == "vessel":
                clusters.retype(i, clusters.type(whole) or "thing")
            clusters.merge(whole, i)


def given_names_alone(_: Text, clusters: Clusters) -> None:
    """ "Ben" or "Ben Holm" is the one person whose name begins so and, where it says a surname, ends so: "Benjamin Holm"."""
    full: dict[str, list[int]] = {}
    people = [i for i, m in enumerate(clusters.mentions) if m.unit and clusters.type(i) == "person"]
    for i in people:
        if len(parts := _parts(clusters.mentions[i])) > 1:
            for key in {parts[0][:SHORTEST], parts[-1]}:
                full.setdefault(key, []).append(i)
    for i in people:
        parts = _parts(clusters.mentions[i])
        familiar = len(parts) > 1 and parts[0] in name_forms()
        if not parts or (len(parts[0]) < SHORTEST and not familiar):
            continue
        if len(parts) == 1 and len(clusters.members[clusters.root(i)]) > 1:
            continue
        same = full.get(parts[0][:SHORTEST] if len(parts) == 1 else parts[-1], ())
        found = {clusters.root(k) for k in same if _is_longer(_parts(clusters.mentions[k]), parts)} - {clusters.root(i)}
        found = _introduced(clusters, i, found) if len(found) > 1 else found
        if len(found) == 1:
            clusters.merge(found.pop(), i)


def _introduced(clusters: Clusters, i: int, found: set[int]) -> set[int]:
    """Of several whom a short name may mean, those of its gender whom the text has named before, where that is one."""
    fitting = {k for k in found if clusters.compatible(k, i)}
    before = {k for k in fitting if min(clusters.members[clusters.root(k)]) < i}
    return before if len(before) == 1 else fitting


def _is_longer(full: list[str], parts: list[str]) -> bool:
    """Whether a name is another with its given name in full: "Ben" or "Bob Holm" for "Benjamin" or "Robert Holm"."""
    if full[0] == parts[0] or (len(parts) > 1 and full[-1] != parts[-1]):
        return False
    return full[0].startswith(parts[0]) or full[0] in name_forms().get(parts[0], ())


def _means_another(parts: list[str], entry: Entry | None) -> bool:
    """Whether a short form is also a word of its own, or the name of somebody else."""
    if len(parts) == 1 and (parts[0] in nouns() or parts[0] in words("abstract")):
        return True
    known = {alias.entry.key for alias in gazetteer().aliases.get("".join(parts), ())}
    return bool(known) and (entry is None or entry.key not in known)


def _is_numbered(m: Found) -> bool:
    """Whether a number tells a name from others: "Apollo" may be 11 or 13; a brand ("eReader 2") goes on without it."""
    first, *_, last = m.name.split()
    return last[:1].isdigit() and not any(c.isupper() for c in first[1:])


def _owners(m: Found, parts: list[str]) -> set[str]:
    """The beginnings of a name that are whose it is, and no short form: "Henley" of "Henley's Fisher Scientific"."""
    written = m.name.replace("’", "'").split()
    if _is_closed(m):
        return set()
    return {"".join(parts[: k + 1]) for k, word in enumerate(written[: len(parts) - 1]) if word.endswith("'s")}


def _is_core(clusters: Clusters, k: int, m: Found) -> bool:
    """Whether a labelled name is all of a company's but what closes it: "Giant" after "Giant Group Ltd."."""
    labelled = m.unit is not None and m.unit.label is not None
    return labelled and any(_is_closed(other) and _parts(other) == _parts(m) for other in clusters.of(k))


def _is_closed(m: Found) -> bool:
    """Whether a name ends like a company's full one: "Nordvik AB" is not short for "Nordvik Data Systems Inc."."""
    parts = m.name.lower().replace("’", "'").split()
    return m.unit is not None and len(parts) > 1 and parts[-1] in words("incorporated")


def _parts(m: Found) -> list[str]:
    """A name's words as they are compared, without what only closes a company's name."""
    parts = [squeezed(p.removesuffix("'s")) for p in m.name.replace("’", "'").split()] if m.unit else []
    parts = [p for p in parts if p and p != "the"]
    while len(parts) > 1 and parts[-1] in words("corporate"):
        parts.pop()
    return parts


def _short(parts: list[str], type_: str | None) -> set[str]:
    """The shorter names by which a longer one goes on."""
    tails = {"".join(parts[k:]) for k in range(1, len(parts))}
    longer = {"".join(parts[k:]) for k in range(1, len(parts) - 1)}
    if type_ == "person":
        return tails | {parts[0], parts[0] + parts[-1]}
    if "and" in parts:  # what stands after "and" may be a second body
        return {"".join(parts[:k]) for k in range(1, parts.index("and"))} | {"".join(parts)} if type_ != "person" else set()
    if type_ in ("organization", "thing", None):
        last = {parts[-1]} - nouns().keys() - words("generic")
        return {"".join(parts[:k]) for k in range(1, len(parts))} | {"".join(parts)} | (tails if type_ is None else last | longer)
    return {"".join(parts[:k]) for k in range(1, len(parts))} | longer if type_ == "place" else set()


def appositions(text: Text, clusters: Clusters) -> None:
    """Two phrases side by side, or joined by "is", name one."""
    tree = text.tree
    heads = _heads(clusters)
    for i, m in enumerate(clusters.mentions):
        for c in tree.children(m.head, "appos"):
            other = heads.get(c)
            if other is None or not set_off(tree, c):
                continue
            place = _place_before(clusters, heads, other)
            if place is not None:
                _equate(clusters, other, place)
            elif _equates(m, clusters.mentions[other]) and _number(tree, m) == _number(tree, clusters.mentions[other]):
                if m.unit:
                    _equate(clusters, other, i)
                else:
                    _equate(clusters, i, other)
        for other in () if m.unit else _called(tree, m.head, heads):
            if clusters.mentions[other].unit and not m.plural:
                _equate(clusters, i, other)
        subject = tree.child(m.head, "nsubj")
        if subject is not None and subject in heads and _is_identity(tree, m):
            clusters.merge(heads[subject], i)


def _called(tree: Tree, head: int, heads: dict[int, int]) -> list[int]:
    """The mentions that a noun is said to be called: "a man named Silva", "the suspect was identified as Rui Silva"."""
    above = tree.head(head)
    said = [c for c in tree.children(head, "acl") if tree.tokens[c].lemma in words("calling")]
    if above is not None and tree.is_(head, "nsubj:pass") and tree.tokens[above].lemma == "identify":
        said.append(above)
    return [heads[c] for verb in said for c in tree.children(verb, "obl", "xcomp", "obj") if c in heads and c > verb]


def _place_before(clusters: Clusters, heads: dict[int, int], apposition: int) -> int | None:
    """The name of a place that stands right before the comma of "the embassy outside Lima, the capital"."""
    m = clusters.mentions[apposition]
    before = heads.get(m.first - 2) if m.type == "place" and not m.unit else None
    return before if before is not None and clusters.mentions[before].unit and clusters.type(before) == "place" else None


def adjoining(text: Text, clusters: Clusters) -> None:
    """A description right before a name, or between commas beside it, is its bearer's, whatever the parser made of it."""
    described = [(i, m) for i, m in enumerate(clusters.mentions) if _can_adjoin(m)]
    ending = {m.head + 1: i for i, m in described}
    beginning = {m.first: i for i, m in described}
    named = {m.unit.stop: i for i, m in enumerate(clusters.mentions) if m.unit}
    for i, m in enumerate(clusters.mentions):
        if m.unit is None:
            styled = _styled(text, m)
            if styled is not None and styled in named:
                clusters.merge(named[styled], i, certain=True)
            continue
        comma = m.first > 0 and text.tree.tokens[m.first - 1].text == ","
        before = ending.get(m.unit.first - 1 if comma else m.unit.first) if m.first == m.unit.first else None
        after = beginning.get(m.unit.stop + 1) if _is_comma(text.tree, m.unit.stop) else None
        if before is not None and (not comma or _closes(text.tree, m.last + 1)):
            _equate_near(text.tree, clusters, before, i)
        if after is not None and (
            _closes(text.tree, clusters.mentions[after].last + 1) or _introduces(text.tree, clusters.mentions[after])
        ):
            _equate_near(text.tree, clusters, after, i)


def _styled(text: Text, m: Found) -> int | None:
    """Where the name ends that "party" or "newspaper" only explains: "the ruling Awami party"."""
    unit = text.at.get(m.head - 1)
    if (
        unit is None
        or m.plural
        or m.noun not in words("styled")
        or not text.tree.is_(m.head - 1, "compound", "flat", "amod", "nmod")
    ):
        return None
    known = unit.alias.entry.type == "organization" if unit.alias else unit.label in ("ORG", "LOC", None)
    return unit.stop if known else None


def _can_adjoin(m: Found) -> bool:
    return not (m.unit or m.plural or m.counted) and (bool(m.offices) or m.type in ("organization", "person"))


def _introduces(tree: Tree, m: Found) -> bool:
    """Whether "a" and what goes on after it show a description of the name before the comma: "Silva, a teacher who"."""
    if determiner(tree, m.head) not in ("a", "an") or tree.is_(m.head, "nsubj", "conj") or m.last + 1 >= len(tree.tokens):
        return False
    after = tree.tokens[m.last + 1]
    return after.text in (".", ";", ")") or after.text.lower() in ("who", "whose", "which")


def _equate_near(tree: Tree, clusters: Clusters, description: int, name: int) -> None:
    """Join a description and a name of one sentence."""
    if tree.sentence(clusters.mentions[description].head) is tree.sentence(clusters.mentions[name].head):
        _equate(clusters, description, name)


def _is_comma(tree: Tree, i: int) -> bool:
    return i < len(tree.tokens) and tree.tokens[i].text == ","


def _closes(tree: Tree, i: int) -> bool:
    """Whether a comma follows that closes an insertion, rather than one that goes on with a list."""
    tokens = tree.tokens
    return i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].upos != "CCONJ"


def _equate(clusters: Clusters, description: int, name: int) -> None:
    """Join a description and a name; the description's type outweighs a label that the pipeline gave to a lone word."""
    told, m = clusters.mentions[description], clusters.mentions[name]
    if any(_is_unlike(m, other) for other in clusters.of(description)):
        return
    if told.type in ("organization", "person") and m.unit and not m.entry and m.unit.length == 1:
        clusters.retype(name, told.type)
    clusters.merge(description, name)


def _is_unlike(m: Found, other: Found) -> bool:
    """Whether two names are of two bodies, so that no description joins them."""
    if not (m.unit and other.unit) or m.unit.length < 2 or other.unit.length < 2:
        return False
    return set(_parts(m)).isdisjoint(_parts(other)) or bool(m.noun and other.noun and m.noun != other.noun)


def _heads(clusters: Clusters) -> dict[int, int]:
    """{head word: mention}, names with all their words."""
    heads: dict[int, int] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit:
            for word in range(m.unit.first, m.unit.stop):
                heads.setdefault(word, i)
        heads[m.head] = i
    return heads


def _equates(a: Found, b: Found) -> bool:
    """Whether an apposition says who is meant: not between two names ("Paris, Texas"), nor between one and several."""
    if (a.unit and b.unit) or a.plural != b.plural:
        return False
    if "organization" in (a.type, b.type) and {a.type, b.type} & {"place", "country"} and (a.entry or b.entry):
        return {a.noun, b.noun} & words("government") != set()  # not "Oneida, N.Y., maker of knives"
    return bool(a.unit or b.unit) or {a.type, b.type} != {"organization", "place"}


def _number(tree: Tree, m: Found) -> str:
    """How many a plural says there are: "The 14 foreigners, six Iraqis and eight Sudanese" are not six."""
    return " ".join(tree.tokens[c].lemma.lower() for c in tree.children(m.head, "nummod")) if m.plural else ""


def _is_identity(tree: Tree, m: Found) -> bool:
    """Whether a predicate noun says who somebody is: "is the mayor", not "is a problem" nor "was not the mayor"."""
    if tree.child(m.head, "cop") is None or any(tree.tokens[c].lemma == "not" for c in tree.children(m.head, "advmod")):
        return False
    word = determiner(tree, m.head)
    if word in ("a", "an") and m.type == "organization":
        return True  # "the Lions are a militia"
    return bool(m.unit) or (m.definite and word == "the" and bool(m.offices or m.of))


def names_by_pronouns(clusters: Clusters) -> None:
    """A surname that two bear is the man's or the woman's, where its pronouns tell which."""
    full: dict[str, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        parts = _parts(m)
        if len(parts) > 1 and clusters.type(i) == "person":
            full.setdefault(parts[-1], []).append(i)
    for i, m in enumerate(clusters.mentions):
        parts = _parts(m)
        whole = any(o.unit and len(_parts(o)) > 1 for o in clusters.of(i))
        if len(parts) == 1 and clusters.type(i) == "person" and clusters.gender(i) and not (clusters.entry(i) or whole):
            bearers = {clusters.root(k) for k in full.get(parts[0], ())} - {clusters.root(i)}
            found = {k for k in bearers if clusters.gender(k) == clusters.gender(i)}
            if len(found) == 1 and all(clusters.gender(k) for k in bearers):
                clusters.merge(found.pop(), i)


RULES = (
    known,
    same_name,
    acronyms,
    institutions,
    short_names,
    given_names_alone,
    short_names,  # "Ackerman" after "Martin Ackerman" and "Marty Ackerman" are one
    appositions,
    adjoining,
    states,
    described,
    children,
    incumbents,
    nominals,
)
