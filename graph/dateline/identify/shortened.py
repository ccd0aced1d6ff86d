"""Shortened names: "WFP", "Haniyeh", "Apple" for "Apple Inc.", "Ben" for Benjamin, joined to whom the article names in full.

Rules of the sieve, and one that comes after pronouns, whose gender may tell which Clinton is meant.
"""

import re
from collections import Counter

from rapidfuzz.distance import OSA

from dateline.ampersand import LEFT
from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import given_names, is_title, name_forms, nouns, without_generation, words
from dateline.identify.names import STORM, Unit, is_handle_of
from dateline.identify.nicknames import nickname, without_nickname
from dateline.identify.phrases import determiner, lemma, preposition
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.tree import Tree

SHORTEST = 3  # letters of a short form of a given name
LONG = 8  # letters from which on a slip is seen in a name that no gazetteer knows, but the article has more than once
LEAST = 5  # letters of a name in which a slip is seen
_JOINING = frozenset(("of", "and", "for", "in", "at", "on", "de", "del", "la"))  # words of names that tell none from another


def acronyms(text: Text, clusters: Clusters) -> None:
    """A name in capitals is the body whose words begin with its letters; one in brackets behind a name, whose letters it has in
    their order, is its bearer's, too."""
    ending = {m.unit.stop: i for i, m in enumerate(clusters.mentions) if m.unit}
    told: set[str] = set()
    for i, m in enumerate(clusters.mentions):
        if m.unit is None or m.unit.length > 1 or m.entry or m.unit.label == "LOC" or not _in_brackets(text.tree, m.unit):
            continue
        long = ending.get(m.unit.first - 1)
        if long is None or (clusters.type(long) == "person" and not _are_initials(m.name, clusters.mentions[long])):
            continue
        drawn = _is_drawn_from(squeezed(m.name), squeezed(clusters.mentions[long].name))
        if drawn or _is_abbreviation(m.name, clusters.mentions[long]):
            told.add(m.name)
            clusters.merge(long, i, certain=True)
    initials: dict[str, int] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit and m.unit.length > 1:
            for short in _initials(m.name):
                initials.setdefault(short, i)
    for i, m in enumerate(clusters.mentions):
        short = m.name.replace(".", "")
        placed = m.entry is not None and m.entry.type in ("place", "country")  # "N.C." is no "Nordvik Corp."
        if m.unit and m.unit.length == 1 and short.isupper() and 2 <= len(short) <= 8 and not placed and m.name not in told:
            long = initials.get(short)
            if long is not None and (clusters.type(long) != "person" or _is_body(clusters.mentions[long])):
                if clusters.type(long) == "person":
                    clusters.retype(long, "organization")
                clusters.merge(long, i)


def handles(_: Text, clusters: Clusters) -> None:
    """ "@realAnaSilva" is Ana Silva."""
    full = {squeezed(m.name): i for i, m in enumerate(clusters.mentions) if m.unit and not m.name.startswith("@")}
    for i, m in enumerate(clusters.mentions):
        if m.unit and m.name.startswith("@"):
            bearer = next((k for name, k in full.items() if is_handle_of(squeezed(m.name), name)), None)
            if bearer is not None:
                clusters.merge(bearer, i, certain=True)


def storms(_: Text, clusters: Clusters) -> None:
    """ "Ana" is the storm that the article elsewhere calls "Hurricane Ana"."""
    named: dict[str, int] = {}
    for i, m in enumerate(clusters.mentions):
        if is_storm(m) and (first := named.setdefault(squeezed(m.name.split()[-1]), i)) != i:
            clusters.merge(first, i, certain=True)


def is_storm(m: Found) -> bool:
    """Whether a name is that of a storm, with which nobody else shares it."""
    return m.unit is not None and m.unit.label == STORM


def _in_brackets(tree: Tree, unit: Unit) -> bool:
    """Whether a name stands alone in brackets."""
    first, stop, tokens = unit.first, unit.stop, tree.tokens
    return first > 0 and stop < len(tokens) and tokens[first - 1].text in "([" and tokens[stop].text in ")]"


def _is_drawn_from(short: str, long: str) -> bool:
    """Whether a longer word begins with a short one's first letter and has the others behind it in their order."""
    left = iter(long)
    return SHORTEST <= len(short) < len(long) and short[0] == long[0] and all(letter in left for letter in short)


def _is_abbreviation(short: str, long: Found) -> bool:
    """Whether letters in brackets behind a body's name of several words are its own, those of another language too: "PVV" of the
    Party for Freedom."""
    letters = short.replace(".", "")
    several = long.unit is not None and long.unit.length > 1 and long.type == "organization"
    return several and letters.isalpha() and letters.isupper() and 2 <= len(letters) <= LONG


def _are_initials(short: str, long: Found) -> bool:
    """Whether letters are the first ones of three words or more, which may be a man's names or a thing's: "SMB" of Server Message
    Block."""
    letters = short.replace(".", "")
    return len(letters) >= SHORTEST and letters.isupper() and letters in _initials(long.name)


def _is_body(m: Found) -> bool:
    """Whether a name that was taken for a person's has more words than one, and no given name at its head."""
    return m.unit is not None and m.unit.length > 2 and squeezed(m.name.split()[0]) not in given_names()


def _initials(name: str) -> set[str]:
    """The acronyms a name may have: of all its words, and of those with a capital."""
    parts = [p for p in re.sub(r"/\S*", "", name.replace("-", " ")).split() if p[:1].isalpha() and p not in LEFT]
    capital = [p for p in parts if p[:1].isupper()]
    known = gazetteer().aliases.get(squeezed(parts[0]), ()) if parts and parts[0].replace(".", "").isupper() else ()
    home = any(a.entry.type == "country" for a in known)
    home = home or "".join(parts[:1]).lower() in words("department")
    chosen = [parts, capital, *((capital[1:],) if home else ())]  # the "U.S." before a body's name may be left out
    if capital and capital[-1].lower() in words("corporate"):
        chosen.append(capital[:-1])
    return {"".join(p[0].upper() for p in some) for some in chosen if len(some) > 1}


def short_names(text: Text, clusters: Clusters) -> None:
    """ "Haniyeh" is the one person of that surname; "Apple" the one body whose name begins so."""
    long: dict[str, set[int]] = {}
    for i, m in enumerate(clusters.mentions):
        parts = name_parts(m)
        if m.number or is_storm(m):
            continue  # "House Republicans" are some of the Republicans
        if (len(parts) > 1 and not _is_numbered(m)) or (parts and is_closed(m)):
            doubtful = clusters.type(i) == "organization" or (clusters.type(i) == "place" and parts[0] in given_names())
            for short in (
                _short(parts, None if doubtful and not m.sure else clusters.type(i)) - _owners(m, parts) - called_after(m)
            ):
                long.setdefault(short, set()).add(clusters.root(i))
            if called := squeezed(nickname(m.name).lower().removeprefix("the ")):
                for short in (called, called + parts[-1]):
                    long.setdefault(short, set()).add(clusters.root(i))
    ending, shared = _ending(clusters), shared_with_body(text.tree, clusters)
    for i, m in enumerate(clusters.mentions):
        if not m.unit or m.entry or m.number or is_storm(m) or is_kind(text.tree, m) or _is_elsewhere(text, m):
            continue
        parts = name_parts(m)
        if any(len(o.name.split()) > len(m.name.split()) for o in clusters.names(i)):
            continue  # has a longer name already
        found = {clusters.root(k) for k in long.get("".join(parts), ())} - {clusters.root(i)}
        if "".join(parts) in shared:
            man = is_polite(text.tree, m)
            found = {k for k in found if (clusters.type(k) == "person") == man}
        found = {
            k
            for k in found
            if clusters.type(k) == "person"
            or _is_core(clusters, k, m)
            or _opens(clusters, k, m)
            or (len(parts) > 1 and _begins(clusters, k, i, parts))
            or not _means_another(parts, clusters.entry(k))
        }
        if not found and m.definite and m.first < m.unit.first and m.unit.length == 1:
            found = {k for k in ending.get(parts[0] if parts else "", ()) if k != clusters.root(i)}
        found = {k for k in found if not any(is_county_of(o, m) for o in clusters.names(k))}
        if len(parts) > 1:  # two of the same full name were kept apart on purpose
            found = {k for k in found if all(o.name != m.name for o in clusters.names(k))}
        if m.unit.label == "NORP":  # "Christian" is not short for "Christian News Service"
            found = {k for k in found if clusters.type(k) != "organization"}
        if len(found) > 1:
            found = {k for k in found if not clusters.is_apart(k, m.head)}
        found = {k for k in found if not any(_is_another_country_s(m, o) for o in clusters.names(k))}
        found = {k for k in found if not is_relative_of_others(text.tree, clusters, i, k)}
        if is_closed(m):  # a full name is short for no other
            found = {k for k in found if any(name_parts(o) == parts and not is_closed(o) for o in clusters.names(k))}
        elif _lies_in(text, m):
            continue  # "Sandvik, Wis." is the town
        if len(found) > 1 and len(core := {k for k in found if _is_core(clusters, k, m)}) == 1:
            found = core
        if len(found) > 1 and clusters.type(i) == "person":
            found = _introduced(text, clusters, i, found)
        if len(found) == 1:
            whole = found.pop()
            if is_model(clusters, whole, i) or _is_end_of_another(text, clusters, whole, m):
                continue
            if is_closed(m) and clusters.type(whole) == "person":
                titled = any(o.unit and o.first < o.unit.first for o in clusters.of(whole))
                if titled or not any(name_parts(o) == parts for o in clusters.names(whole)):
                    continue
                clusters.retype(whole, "organization")  # "Rui Silva" is not a man beside "Rui Silva Corp."
            closed = any(map(is_closed, clusters.names(whole)))
            if not closed and clusters.type(whole) == "organization" and _is_everywhere_a_place(text.tree, clusters, i):
                continue  # "Sandvik Women's Hospital" in Sandvik
            if closed and clusters.entry(i):
                continue  # a town of the company's name
            if closed and clusters.type(i) in ("person", "place"):
                clusters.retype(i, "organization")  # "Labatt" after "John Labatt Ltd."
            elif clusters.type(i) == "person" and clusters.type(whole) in ("organization", "place"):
                behind = _ends_foreign(clusters, whole, parts)
                begins = _begins(clusters, whole, i, parts) or behind
                after = begins and (len(parts) > 1 or _is_alone(clusters, whole, i, parts[0]))
                if parts[0] in given_names() and not after:
                    continue
                if name_parts(clusters.mentions[whole])[: len(parts)] != parts and not behind:
                    clusters.retype(whole, "person")
                elif (m.gender and not after) or m.first < m.unit.first or clusters.mentions[whole].type != "organization":
                    continue  # "Mr. Ford" beside "Ford Motor" is the man
                else:
                    clusters.retype(i, "organization")
            elif clusters.type(whole) == "person" or clusters.kind(whole) == "vessel":
                clusters.retype(i, clusters.type(whole) or "thing")
            both = len(parts) > 1 and parts[-1] in given_names() and _begins(clusters, whole, i, parts)
            clusters.merge(whole, i, certain=both)  # "Juan Miguel" are given names, though they look like a whole name


def shared_with_body(tree: Tree, clusters: Clusters) -> set[str]:
    """The surnames that an article gives a man or woman with "Mr." or "Ms." and that a company's name begins with: alone they are
    the company."""
    people = {"".join(name_parts(m)) for m in clusters.mentions if m.unit and m.unit.length == 1 and is_polite(tree, m)}
    return people & {name_parts(m)[0] for m in clusters.mentions if is_closed(m) and name_parts(m)}


def is_polite(tree: Tree, m: Found) -> bool:
    """Whether a name stands behind "Mr.", "Ms." or the like."""
    before = m.unit.first - 1 if m.unit else -1
    return before >= 0 and tree.tokens[before].text.lower().rstrip(".") in words("polite")


def is_kind(tree: Tree, m: Found) -> bool:
    """Whether a name is used as a noun, of one of many: "a super PAC", "another Ana Silva"."""
    if m.unit is None or m.type == "country" or m.first == m.unit.first:
        return False
    if m.type == "person":
        return m.number == "another"
    return determiner(tree, m.head) in ("a", "an", "another")


def is_one_of(tree: Tree, m: Found) -> bool:
    """Whether a name only says of whom or what somebody is one: "a Republican", "a devout Roman Catholic", "a super PAC"."""
    if is_kind(tree, m):
        return True
    if m.unit is None or m.unit.label == "PERSON" or m.type != "person" or m.first == m.unit.first:
        return False
    return determiner(tree, m.head) in ("a", "an")


def _is_another_country_s(m: Found, other: Found) -> bool:
    """Whether a longer name begins with another country than a short one hangs on: "the U.S. embassy" and the Cuban "embassy"."""
    countries = {key for key in m.of if key.startswith("country:")}
    begins = {a.entry.key for a in gazetteer().aliases.get(squeezed(other.name.split()[0]), ()) if a.entry.type == "country"}
    return bool(countries and begins) and countries.isdisjoint(begins)


def _is_elsewhere(text: Text, m: Found) -> bool:
    """Whether a name goes on with whose it is, which is no part of it: "the Archdiocese" of New York."""
    if m.unit is None or m.type == "person":
        return False
    named = (c for c in text.tree.children(m.head, "nmod") if preposition(text.tree, c) == "of")
    return any(c in text.at and text.at[c] is not m.unit and text.at[c].first >= m.unit.stop for c in named)


def _is_everywhere_a_place(tree: Tree, clusters: Clusters, i: int) -> bool:
    """Whether a name that stands in a dateline, or tells where somebody is, was taken for a place's each time."""
    members = list(clusters.of(i))
    named = all(o.unit is not None and o.unit.label == "LOC" for o in members)
    return named and any(preposition(tree, o.head) in ("in", "of", "near", "from") or _heads_text(o) for o in members)


def _heads_text(m: Found) -> bool:
    """Whether a name is written as in a dateline."""
    return m.name.isupper() and len(m.name) >= LEAST


def _is_end_of_another(text: Text, clusters: Clusters, whole: int, m: Found) -> bool:
    """Whether what was taken for a name is only the end of one: "Capital Markets" of "Marsh Holm Capital Markets"."""
    before = m.unit.first - 1 if m.unit and m.first < m.unit.first else -1
    if before not in text.at or not text.tree.is_(before, "compound", "flat") or is_title(text.tree.tokens[before].text):
        return False
    return all(squeezed(text.tree.tokens[before].text) not in name_parts(o) for o in clusters.names(whole))


def _lies_in(text: Text, m: Found) -> bool:
    """Whether a name is followed by that of a state or country it lies in."""
    tokens = text.tree.tokens
    stop = m.unit.stop if m.unit else len(tokens)
    larger = text.at.get(stop + 1) if stop + 1 < len(tokens) and tokens[stop].text == "," else None
    return (
        larger is not None
        and larger.alias is not None
        and larger.alias.entry.type in ("place", "country")
        and larger.alias.entry.kind != "city"
    )


def _begins(clusters: Clusters, whole: int, i: int, parts: list[str]) -> bool:
    """Whether a body that was named before has a longer name that begins so: "Rui Silva" of "Rui Silva Savings"."""
    earlier = min(clusters.members[clusters.root(whole)]) < i
    return earlier and any(name_parts(m)[: len(parts)] == parts for m in clusters.names(whole))


def _is_alone(clusters: Clusters, whole: int, i: int, part: str) -> bool:
    """Whether a word that may be a man's name is nobody's but a firm's, whose words tell that it is one: "Tanner" of "Tanner
    Foods"."""
    bodies = [m.name.lower().split() for m in clusters.names(whole) if m.sure]
    told = any(body[-1] in words("firm") | words("incorporated") or body[0] in words("firm_first") for body in bodies)
    titled = any(m.unit and m.first < m.unit.first for m in clusters.of(i))
    people = (m for m in clusters.mentions if m.unit and m.type == "person" and m.unit.length > 1)
    return told and not titled and not any(part in name_parts(m) for m in people)


def _ends_foreign(clusters: Clusters, whole: int, parts: list[str]) -> bool:
    """Whether a body's name that begins as other languages' do goes on with a short one: "Banco | Azul |"."""
    names = [(name_parts(m), m.name.lower().split()[0]) for m in clusters.names(whole) if m.unit]
    return any(first in words("firm_first") and name[1 : 1 + len(parts)] == parts for name, first in names)


def _ending(clusters: Clusters) -> dict[str, set[int]]:
    """{common noun: the bodies whose names end in it}: "the Commission" is the European Commission."""
    found: dict[str, set[int]] = {}
    for i, m in enumerate(clusters.mentions):
        parts = name_parts(m)
        noun = nouns().get(parts[-1]) if len(parts) > 1 and clusters.type(i) == "organization" else None
        if noun is not None and noun.type == "organization":
            found.setdefault(parts[-1], set()).add(clusters.root(i))
    return found


def is_county_of(one: Found, other: Found) -> bool:
    """Whether a name is that of a county, which is not the town of its name: "Dakota County", "Dakota"."""
    return name_parts(one) == [*name_parts(other), "county"]


def is_model(clusters: Clusters, long: int, short: int) -> bool:
    """Whether a longer name, used after the short one, is that of one of several such things: an "iPod Mini" is not the iPod."""
    if clusters.type(long) not in ("thing", "place", None) or clusters.kind(long) == "vessel":
        return False
    parts = name_parts(clusters.mentions[short])
    begins = any(name_parts(m)[: len(parts)] == parts for m in clusters.names(long))
    return begins and min(clusters.members[clusters.root(short)]) < min(clusters.members[clusters.root(long)])


def closed_names(_: Text, clusters: Clusters) -> None:
    """ "Reuters Holdings PLC" is the Reuters that the gazetteers know, where the article names it so too."""
    known = {squeezed(m.name): i for i, m in enumerate(clusters.mentions) if m.entry and m.entry.type == "organization"}
    for i, m in enumerate(clusters.mentions):
        if not m.entry and is_closed(m) and (bare := known.get("".join(name_parts(m)))) is not None:
            clusters.merge(bare, i)


def misspelt(_: Text, clusters: Clusters) -> None:
    """ "Atalanta", which nobody knows, is the Atlanta that the article names elsewhere."""
    names = {i: squeezed(m.name) for i, m in enumerate(clusters.mentions) if m.unit and m.unit.length == 1}
    often = Counter(names.values())
    known = {name: i for i, name in names.items() if clusters.mentions[i].entry or (often[name] > 1 and len(name) >= LONG)}
    for i, name in names.items():
        if clusters.entry(i) or len(name) < LEAST or clusters.mentions[i].number:
            continue
        seldom = len(clusters.members[clusters.root(i)])
        near = {
            clusters.root(k)
            for other, k in known.items()
            if (seldom == 1 or seldom < often[other]) and _is_slip(name, other, person=clusters.type(i) == "person")
        }
        if len(near) == 1:
            clusters.merge(near.pop(), i, certain=True)


def _is_slip(name: str, other: str, *, person: bool) -> bool:
    """Whether two words have the same letters in another order; or one more, less or other, where neither is a person's."""
    if name[0] != other[0] or name == other:
        return False
    return sorted(name) == sorted(other) or (not person and OSA.distance(name, other, score_cutoff=1) == 1)


def given_names_alone(text: Text, clusters: Clusters) -> None:
    """ "Ben" or "Ben Holm" is the one person whose name begins so and, where it says a surname, ends so: "Benjamin Holm"."""
    full: dict[str, list[int]] = {}
    people = [i for i, m in enumerate(clusters.mentions) if m.unit and clusters.type(i) == "person"]
    for i in people:
        if len(parts := name_parts(clusters.mentions[i])) > 1:
            for key in {parts[0][:SHORTEST], parts[-1]}:
                full.setdefault(key, []).append(i)
    for i in people:
        parts = name_parts(clusters.mentions[i])
        familiar = len(parts) > 1 and parts[0] in name_forms()
        if not parts or (len(parts[0]) < SHORTEST and not familiar):
            continue
        if len(parts) == 1 and len(clusters.members[clusters.root(i)]) > 1:
            continue
        same = full.get(parts[0][:SHORTEST] if len(parts) == 1 else parts[-1], ())
        found = {clusters.root(k) for k in same if _is_longer(name_parts(clusters.mentions[k]), parts)} - {clusters.root(i)}
        found = {k for k in found if not is_relative_of_others(text.tree, clusters, i, k)}
        found = _introduced(text, clusters, i, found) if len(found) > 1 else found
        if len(found) == 1:
            clusters.merge(found.pop(), i)


def is_relative_of_others(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether a given name is brought in as that of somebody's relative, and who was named before is called none and bears no
    surname of his family: "Ana Silva and her husband Rui" after "Rui Costa"."""
    noun, first = _relation(tree, clusters.mentions[i]), tree.sentence(clusters.mentions[i].head).first
    before = [o for o in clusters.of(k) if o.unit and o.head < clusters.mentions[i].head]
    if not noun or not before or clusters.root(i) == clusters.root(k):
        return False
    sentences = {s.first: s for s in (tree.sentence(o.head) for o in before)}
    told = {lemma(tree, w) for s in sentences.values() for w in range(s.first, s.stop)}
    here = [o for n, o in enumerate(clusters.mentions) if o.unit and tree.sentence(o.head).first == first and n != i]
    surnames = {parts[-1] for o in here if o.type == "person" and (parts := name_parts(o))}
    own = {parts[-1] for o in before if (parts := name_parts(o))}
    return noun not in told and bool(surnames) and own.isdisjoint(surnames)


def _relation(tree: Tree, m: Found) -> str:
    """The noun for a relative, whose he is standing with it, right before a single name: "his wife Ana", "her brother, Rui"."""
    if m.unit is None or m.unit.length > 1 or m.unit.first < 2:
        return ""
    at = m.unit.first - 1 - (tree.tokens[m.unit.first - 1].text == ",")
    kin = lemma(tree, at) in words("own") | words("offspring") | words("sibling")
    return lemma(tree, at) if kin and tree.children(at, "nmod:poss") else ""


def _introduced(text: Text, clusters: Clusters, i: int, found: set[int]) -> set[int]:
    """Of several whom a short name may mean, those left who are no children, who are not brought in as another's relatives or
    called by their given name alone as children and wives are, whom alone the world knows by that name, who are named before, and
    of whom the article is, as its beginning tells: the fewest that one of these tells.
    """
    left = {k for k in found if clusters.compatible(k, i)}
    alone = {o.name for o in clusters.mentions if o.unit and o.unit.length == 1}
    known = {alias.entry.key for alias in gazetteer().aliases.get("".join(name_parts(clusters.mentions[i])), ())}
    for some in (
        {k for k in left if not any(m.young for m in clusters.of(k))},
        {k for k in left if not _is_only_relative(text.tree, clusters, k, left)},
        {k for k in left if clusters.entry(k) or not any(m.name.split()[0] in alone for m in clusters.names(k))},
        {k for k in left if (entry := clusters.entry(k)) and entry.key in known},
        {k for k in left if min(clusters.members[clusters.root(k)]) < i},
        _just_spoken_of(text, clusters, min(clusters.members[clusters.root(i)])),  # that name of his again is the same one's
        {k for k in left if any(_is_at_beginning(text.tree, m) for m in clusters.of(k))},
    ):
        left = left & some or left
    return left


def _is_only_relative(tree: Tree, clusters: Clusters, k: int, others: set[int]) -> bool:
    """Whether somebody is brought in as whose relative another is, who is named in full no less often: "Ana Silva, the daughter
    of former President Rui Silva, won"."""
    full = {n: sum(o.unit is not None and o.unit.length > 1 for o in clusters.of(n)) for n in others}
    m = clusters.mentions[min(clusters.members[clusters.root(k)])]
    kin = tree.head(m.head) if m.unit is not None and tree.is_(m.head, "nmod", "nmod:poss") else None
    if kin is None or lemma(tree, kin) not in words("own") | words("offspring") or not tree.is_(kin, "appos"):
        return False
    return any(o.head == tree.head(kin) for other in others - {k} if full[other] >= full[k] for o in clusters.of(other))


def _just_spoken_of(text: Text, clusters: Clusters, i: int) -> set[int]:
    """Whom the subject of a verb names in full in the sentence before, or the same: "Rui Silva fled. ... Silva"."""
    tree, m = text.tree, clusters.mentions[i]
    here = tree.sentence(m.head)
    first = tree.sentence(here.first - 1).first if here.first else here.first
    ends = "".join(name_parts(m)[-1:])
    before = [k for k, o in enumerate(clusters.mentions) if o.unit and first <= o.head < m.head and ends in name_parts(o)[-1:]]
    whole = {clusters.root(k) for k in before if len(name_parts(clusters.mentions[k])) > 1}
    heads = {clusters.mentions[k].head: clusters.root(k) for k in before}
    subjects = {root for head, root in heads.items() if tree.is_(head, "nsubj", "nsubj:pass") and _acts(tree, head)}
    return whole if len(whole) == 1 and whole <= subjects else set()


def _acts(tree: Tree, i: int) -> bool:
    """Whether something happens with a subject, as its sentence tells: "Silva fled", not "Silva was mayor then", nor "he has no
    doubt that Silva fled"."""
    above = tree.head(i)
    while above is not None and tree.is_(above, "conj"):
        above = tree.head(above)
    told = above is not None and not tree.is_(above, "ccomp", "acl", "acl:relcl", "advcl", "xcomp")
    return above is not None and told and tree.tokens[above].upos == "VERB"


def _is_at_beginning(tree: Tree, m: Found) -> bool:
    """Whether a mention stands in a heading or in the first sentence below."""
    sentence = tree.sentence(m.head)
    return sentence.block != "paragraph" or sentence is next(s for s in tree.sentences if s.block == "paragraph")


def _is_longer(full: list[str], parts: list[str]) -> bool:
    """Whether a name is another with its given name in full: "Ben" or "Bob Holm" for "Benjamin" or "Robert Holm"."""
    if full[0] == parts[0] or (len(parts) > 1 and full[-1] != parts[-1]):
        return False
    return full[0].startswith(parts[0]) or full[0] in name_forms().get(parts[0], ())


def _means_another(parts: list[str], entry: Entry | None) -> bool:
    """Whether a short form is also a word of its own, or the name of somebody else."""
    if len(parts) == 1 and (parts[0] in nouns() or parts[0] in words("abstract")):
        return True
    aliases = gazetteer().aliases.get("".join(parts), ())
    others = [a for a in aliases if not a.entry.is_town and not (a.shared and a.entry.type == "organization")]
    known = {alias.entry.key for alias in others}
    return bool(known) and (entry is None or entry.key not in known)


def _is_numbered(m: Found) -> bool:
    """Whether a number tells a name from others: "Apollo" may be 11 or 13; a brand ("eReader 2") goes on without it."""
    first, *_, last = m.name.split()
    return last[:1].isdigit() and not any(c.isupper() for c in first[1:])


def called_after(m: Found) -> set[str]:
    """The town after which a newspaper is called, or him or her after whom a foundation is, which is no short form: "Buffalo" of
    "The Buffalo News", "Ana Silva" of "the Ana Silva Foundation"."""
    parts = name_parts(m)
    if len(parts) > 2 and parts[-1] in words("memorial") and parts[0] in given_names():
        return {"".join(parts[:-1]), *parts[1:-1]}
    if m.entry or not parts or parts[-1] not in words("outlet"):
        return set()
    town = "".join(parts[:-1])
    return {town} if any(a.entry.type in ("place", "country") for a in gazetteer().aliases.get(town, ())) else set()


def _owners(m: Found, parts: list[str]) -> set[str]:
    """The beginnings of a name that are whose it is, and no short form: "Henley" of "Henley's Fisher Scientific"."""
    written = m.name.replace("’", "'").split()
    if is_closed(m):
        return set()
    return {"".join(parts[: k + 1]) for k, word in enumerate(written[: len(parts) - 1]) if word.endswith("'s")}


def _is_core(clusters: Clusters, k: int, m: Found) -> bool:
    """Whether a labelled name is all of a company's but what closes it: "Giant" after "Giant Group Ltd."."""
    labelled = m.unit is not None and m.unit.label is not None
    return labelled and any(is_closed(other) and name_parts(other) == name_parts(m) for other in clusters.names(k))


def _opens(clusters: Clusters, k: int, m: Found) -> bool:
    """Whether a lone word that is no given name begins a company's full one: "Coast" of "Coast Co."."""
    own = name_parts(m)
    labelled = m.unit is not None and (m.unit.label == "ORG" or (m.unit.label != "LOC" and own[0] not in given_names()))
    return labelled and any(is_closed(other) and name_parts(other)[: len(own)] == own for other in clusters.names(k))


def is_closed(m: Found) -> bool:
    """Whether a name ends like a company's full one: "Nordvik AB" is not short for "Nordvik Data Systems Inc."."""
    parts = m.name.lower().replace("’", "'").split()
    return m.unit is not None and len(parts) > 1 and parts[-1] in words("incorporated")


def name_parts(m: Found) -> list[str]:
    """A name's words as they are compared, without what only closes a company's name."""
    name = without_nickname(m.name) if m.type == "person" else m.name
    parts = [squeezed(p.removesuffix("'s")) for p in name.replace("’", "'").split()] if m.unit else []
    parts = [p for p in parts if p and p != "the"]
    while len(parts) > 1 and parts[-1] in words("corporate"):
        parts.pop()
    return without_generation(parts) if m.type == "person" else parts


def telling_parts(m: Found) -> frozenset[str]:
    """The words of a name by which it may be told from others: "Bank of Lima" and "Duke of Essex" have none in common."""
    return frozenset(name_parts(m)) - _JOINING


def _short(parts: list[str], type_: str | None) -> set[str]:
    """The shorter names by which a longer one goes on."""
    tails = {"".join(parts[k:]) for k in range(1, len(parts))}
    longer = {"".join(parts[k:]) for k in range(1, len(parts) - 1)}
    if type_ == "person":
        return tails | {parts[0] + parts[-1], *("".join(parts[:k]) for k in range(1, len(parts)))}
    if "and" in parts:  # what stands after "and" may be a second body
        return {"".join(parts[:k]) for k in range(1, parts.index("and"))} | {"".join(parts)} if type_ != "person" else set()
    if type_ in ("organization", "thing", None):
        placed = parts[-2] in ("of", "in", "at", "for") if len(parts) > 1 else False  # "Holm Partners of Boston" is not Boston
        last = set() if placed else {parts[-1]} - nouns().keys() - words("generic")
        return (
            {"".join(parts[:k]) for k in range(1, len(parts))}
            | {"".join(parts)}
            | (tails if type_ is None and not placed else last | longer)
        )
    return {"".join(parts[:k]) for k in range(1, len(parts))} | longer if type_ == "place" else set()


def names_by_pronouns(clusters: Clusters) -> None:
    """A surname that two bear is the man's or the woman's, where its pronouns tell which."""
    full: dict[str, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        parts = name_parts(m)
        if len(parts) > 1 and clusters.type(i) == "person":
            full.setdefault(parts[-1], []).append(i)
    for i, m in enumerate(clusters.mentions):
        parts = name_parts(m)
        whole = any(len(name_parts(o)) > 1 for o in clusters.names(i))
        alone = len(parts) == 1 and clusters.type(i) == "person" and not m.number
        if alone and clusters.gender(i) and not (clusters.entry(i) or whole):
            bearers = {clusters.root(k) for k in full.get(parts[0], ())} - {clusters.root(i)}
            found = {k for k in bearers if clusters.gender(k) == clusters.gender(i)}
            if len(found) == 1 and all(clusters.gender(k) for k in bearers):
                clusters.merge(found.pop(), i)
