"""Sets: whom "the two companies", "both men" and "the parties" mean, where the text has just named exactly two, "the companies",
where it has just named some in a list, and "two firms" where it names them right behind.

A set is no actor of its own. Where it takes part in an event, its members do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.identify import among
from dateline.identify.clusters import Clusters
from dateline.identify.common import FEW, is_so_many
from dateline.identify.found import Found
from dateline.identify.kin import couples
from dateline.identify.lexicon import ACTING, BODIES, kind_nouns, means_body, nouns, words
from dateline.identify.pairs import meetings, of_a_kind
from dateline.identify.phrases import determiner, lemma
from dateline.identify.predicates import said_of
from dateline.identify.text import Text
from dateline.tree import Tree

BACK = 3  # sentences in which the members are named
_OF_TWO = ("both", "neither")
FAR_MORE = 3  # times as often as any other the two are spoken of whom a plural further off means


def sets(text: Text, clusters: Clusters, several: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """{a cluster that only such descriptions make: its members, each a mention}; `several`: the same of pronouns, by word."""
    tree = text.tree
    number = {s.first: n for n, s in enumerate(tree.sentences)}
    by_sentence: dict[int, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        by_sentence.setdefault(number[tree.sentence(m.head).first], []).append(i)
    found: dict[int, tuple[int, ...]] = {}
    by_word = clusters.by_word()
    heads = {k: i for k, i in by_word.items() if clusters.mentions[i].unit}
    together = [(meeting, meeting.members(clusters, by_word)) for meeting in meetings(text)]
    wed = [members for meeting, members in together if meeting.type == "MARRY" and members]
    married: Sequence[tuple[int, ...]] = couples(text, clusters) or wed
    known = {meeting.at: members for meeting, members in together if members} | dict(several)
    for root, members in clusters.members.items():
        told = _spoken(tree, [clusters.mentions[i] for i in members if clusters.mentions[i].kind != "pronoun"])
        if not told:
            continue
        some = _thought(tree, clusters, by_word, told)
        if not some and len(married) == 1 and all(_is_couple(m) and not tree.children(m.head, "appos") for m in told):
            some = married[0]
        if not some and not any(m.unit and not m.number for m in told):
            some = next(filter(None, (_named_behind(tree, heads, m) or _named_before(tree, heads, m) for m in told)), ())
        if not some and all(_may_be_set(tree, m) for m in told):
            here = number[tree.sentence(told[0].head).first]
            near = [by_sentence.get(here - back, []) for back in range(BACK + 1)]
            some = _by_rules(tree, clusters, told, near, number, known)
            some = some if among.may_be(clusters, by_word, told[0].head, some) else ()
        if some:
            found[root] = known[told[0].head] = some
    return found


def _thought(tree: Tree, clusters: Clusters, by_word: Mapping[int, int], told: Sequence[Found]) -> tuple[int, ...]:
    """Those whom the first of some plurals means, as is thought of the text as a whole, if the words allow for it."""
    first = next((m for m in told if m.unit is None and (m.plural or _many(tree, m))), None)
    if first is None or not first.modifiers.isdisjoint(words("further")) or tree.children(first.head, "nmod"):
        return ()
    many = _many(tree, first)
    found = among.members(tree, clusters, by_word, first.head, among.LEAST["counted"] if many else among.UNSURE, many or 2)
    noun = nouns().get(first.noun)
    gender = noun.gender if noun else None
    return found if all(not gender or clusters.gender(k) in (None, gender) for k in found) else ()


def _by_rules(
    tree: Tree,
    clusters: Clusters,
    told: Sequence[Found],
    near: Sequence[list[int]],
    number: Mapping[int, int],
    known: Mapping[int, tuple[int, ...]],
) -> tuple[int, ...]:
    """Those whom a plural means that itself says how many, or that follows a list."""
    first, count = told[0], _many(tree, told[0])
    if any(_is_any_few(tree, m) for m in told):
        some = _any_few(tree, clusters, first, near, count) or _last_few(tree, clusters, first, number, known, count)
    else:
        some = _members(tree, clusters, first, near)
    if count and len(some) != count and not tree.children(first.head, "acl", "acl:relcl"):
        some = _people(tree, clusters, first, near, count) or (_foremost(clusters, first) if count == 2 else ())
    if count and len(some) != count:
        last = _last_few(tree, clusters, first, number, known, count)
        some = last if all(_fits(clusters, first, i) for i in last) else ()
    listed_so = _is_list(tree, [clusters.mentions[i] for i in some]) or _are_all(clusters, first, some)
    return some if (len(some) == count if count else listed_so) else ()


def _spoken(tree: Tree, told: list[Found]) -> list[Found]:
    """The mentions of some, without what is said of them by another: "both men were | pilots |"."""
    heads = {m.head for m in told}
    spoken = [m for m in told if not m.plural or said_of(tree, m.head) not in heads]
    return [replace(m, noun=lemma(tree, m.head)) if determiner(tree, m.head) == "neither" else m for m in spoken]


def _is_couple(m: Found) -> bool:
    """Whether a phrase means two who are married: "the couple"."""
    return m.unit is None and m.noun in words("couple") and m.definite and not (m.owned or m.modifiers)


def _is_any_few(tree: Tree, m: Found) -> bool:
    """Whether a phrase leaves open what so many are: "the two", "both", "the pair", "the three"."""
    return is_so_many(tree, m.head) or (
        m.unit is None and m.noun in words("pair") and m.definite and not (m.owned or m.modifiers)
    )


def _any_few(tree: Tree, clusters: Clusters, m: Found, near: Sequence[list[int]], many: int) -> tuple[int, ...]:
    """The two, or as many people, or else states or bodies, who are spoken of last."""
    return _last(tree, clusters, m, near, frozenset(("person",)), many) or _last(tree, clusters, m, near, BODIES, many)


def _many(tree: Tree, m: Found) -> int:
    """How many a phrase itself says that it means: "the three", "all three men", "both sides"; 0 where it says nothing."""
    lower = tree.tokens[m.head].text.lower()
    if _is_any_few(tree, m):
        return FEW.index(lower) + 2 if lower in FEW else 2
    counts = [tree.tokens[c].text.lower() for c in tree.children(m.head, "nummod")]
    if determiner(tree, m.head) in _OF_TWO or (m.definite and not counts and m.noun in words("side")):
        return 2
    if not m.definite or len(counts) != 1:
        return 0
    return FEW.index(counts[0]) + 2 if counts[0] in FEW else int(counts[0]) if counts[0] in ("2", "3", "4", "5") else 0


def _last(
    tree: Tree, clusters: Clusters, m: Found, near: Sequence[list[int]], types: frozenset[str], many: int = 2
) -> tuple[int, ...]:
    """The two, or as many, of some types who are spoken of last; none where there are more in the same sentence."""
    nearer: dict[int, int] = {}
    for mentions in near:
        before = (i for i in mentions if clusters.mentions[i].head < m.head and not _looks_on(tree, clusters, i, m))
        nearer |= {clusters.root(i): i for i in before if _is_one(clusters, i, types)}
        if len(nearer) >= many:
            break
    return tuple(nearer.values()) if len(nearer) == many else ()


def _is_one(clusters: Clusters, i: int, types: frozenset[str]) -> bool:
    """Whether a mention means one of some types, by himself."""
    m = clusters.mentions[i]
    told = m.kind == "pronoun" or m.unit is not None or m.type == "person"
    return told and not m.plural and not m.counted and clusters.type(i) in types


def _last_few(
    tree: Tree, clusters: Clusters, m: Found, number: Mapping[int, int], known: Mapping[int, tuple[int, ...]], many: int
) -> tuple[int, ...]:
    """Those who were last spoken of as so many, or brought together by an event."""
    here = number[tree.sentence(m.head).first]
    near = [k for k in known if k < m.head and here - number[tree.sentence(k).first] <= BACK]
    last = known[max(near)] if near else ()
    return last if len(last) == many and of_a_kind(clusters, last) else ()


def _may_be_set(tree: Tree, m: Found) -> bool:
    """Whether a phrase may mean some who are known: "the two men", "both sides", "the parties", "the companies"."""
    if m.unit or not (m.plural or determiner(tree, m.head) == "neither") or m.owned:
        return False
    # a nationality or faith does not choose among those named: "the two Slavic states", but "the two other states"
    plain = {lemma(tree, c) for c in tree.children(m.core, "amod") if tree.tokens[c].text[:1].isupper()} if m.core >= 0 else set()
    if m.modifiers - words("two") - plain:
        return False
    if _many(tree, m):
        return True
    listed = means_body(m.noun) or m.noun in words("anybody")
    return m.definite and listed and not tree.children(m.head, "nummod", "nmod", "acl:relcl")


def _named_behind(tree: Tree, heads: Mapping[int, int], m: Found) -> tuple[int, ...]:
    """Those whom a list behind a plural names: "the two sides, | Kenya and Oman |"."""
    first = tree.child(m.head, "appos") if m.plural else None
    items = [] if first is None else [first, *tree.children(first, "conj")]
    named = [next((c for c in (k, *tree.children(k, "appos", "flat")) if c in heads), None) for k in items]
    found = tuple(heads[c] for c in named if c is not None)
    return found if len(items) > 1 and len(found) == len(items) else ()


def _named_before(tree: Tree, heads: Mapping[int, int], m: Found) -> tuple[int, ...]:
    """Those whom a list before a plural names: "| Ana Silva and Rui Holm |, the candidates"."""
    last = tree.head(m.head) if m.plural and m.definite and tree.is_(m.head, "appos") and not m.owned else None
    first = tree.head(last) if last is not None and tree.is_(last, "conj") else last
    items = [] if first is None else [first, *(c for c in tree.children(first, "conj") if c < m.head)]
    found = tuple(heads[c] for c in items if c in heads)
    return found if len(items) > 1 and len(found) == len(items) else ()


def _is_list(tree: Tree, members: list[Found]) -> bool:
    """Whether several are named side by side."""
    first, *others = sorted(m.head for m in members) or [0]
    return bool(others) and all(tree.is_(other, "conj") and tree.head(other) == first for other in others)


def _members(tree: Tree, clusters: Clusters, m: Found, near: Iterable[list[int]]) -> tuple[int, ...]:
    """Those of fitting kind in the nearest sentence that names more than one; none where a nearer one has another."""
    nearer: set[int] = set()
    for mentions in near:
        before = (i for i in mentions if clusters.mentions[i].head < m.head and not _looks_on(tree, clusters, i, m))
        found = {clusters.root(i): i for i in before if _fits(clusters, m, i)}
        if len(found) > 1:
            named = tuple(found.values())
            return (_joint(tree, clusters, named, _many(tree, m)) or named) if nearer <= found.keys() else ()
        nearer |= found.keys()
    return ()


def _joint(tree: Tree, clusters: Clusters, named: tuple[int, ...], many: int) -> tuple[int, ...]:
    """As many of more who do something together: "| Kenya and Uganda | accused Oman. Both countries"."""
    heads = {i: clusters.mentions[i].head for i in named}
    for first in (i for i, head in heads.items() if tree.is_(head, "nsubj") and len(named) > many > 0):
        some = tuple(i for i, head in heads.items() if i == first or head in tree.children(heads[first], "conj"))
        if len(some) == many:
            return some
    return ()


def _looks_on(tree: Tree, clusters: Clusters, i: int, m: Found) -> bool:
    """Whether somebody deals with those who are meant, or speaks of them: "Kenya praised both sides", "Kenya said both sides"."""
    head = clusters.mentions[i].head
    verb = tree.head(head)
    if verb is None or not tree.is_(head, "nsubj") or lemma(tree, verb) not in words("speech"):
        return clusters.is_apart(i, m.head)
    return clusters.is_apart(i, m.head) or (verb in set(tree.ancestors(m.head)) and tree.head(m.head) != verb)


def _people(tree: Tree, clusters: Clusters, m: Found, near: Sequence[list[int]], many: int) -> tuple[int, ...]:
    """The two people, or as many, spoken of last, where nobody is told to be what a noun says: "Silva met Holm. Both candidates
    left"."""
    noun = nouns().get(m.noun)
    if noun is None or noun.type != "person":
        return ()
    found = _last(tree, clusters, m, near, frozenset(("person",)), many)
    return () if any(noun.gender and clusters.gender(i) not in (None, noun.gender) for i in found) else found


def _are_all(clusters: Clusters, m: Found, some: tuple[int, ...]) -> bool:
    """Whether two bodies are all of their kind that the article has named so far: "Holm Corp. sued Delta Inc. The companies"."""
    if m.noun not in kind_nouns()["company"] | kind_nouns()["country"] | words("contestant"):
        return False  # "the police" are none of them
    roots = {clusters.root(i) for i, o in enumerate(clusters.mentions) if o.head < m.head and _fits(clusters, m, i)}
    bodies = all(clusters.type(i) in BODIES for i in some)
    return len(some) == 2 and bodies and roots == {clusters.root(i) for i in some}


def _foremost(clusters: Clusters, m: Found) -> tuple[int, ...]:
    """The two states or bodies of fitting kind who are spoken of more than once before, and far more often than any other."""
    noun = nouns().get(m.noun)
    if noun is not None and noun.type == "person" and m.noun != "leader":
        return ()
    found = {clusters.root(i): i for i, o in enumerate(clusters.mentions) if o.head < m.head and _fits(clusters, m, i)}
    often = sorted(found, key=lambda root: (-len(clusters.members[root]), root))
    counts = [len(clusters.members[root]) for root in often]
    clear = len(often) > 1 and counts[1] > 1 and (len(often) == 2 or counts[1] >= FAR_MORE * counts[2])
    return tuple(found[root] for root in often[:2]) if clear else ()


def _fits(clusters: Clusters, m: Found, i: int) -> bool:
    """Whether a mention's bearer may be one of those whom a plural means."""
    other = clusters.mentions[i]
    if other.plural or other.counted or other.kind == "pronoun" or not (other.unit or other.offices):
        return False
    type_ = clusters.type(i)
    if m.noun in words("side"):
        return type_ in (ACTING if m.noun == "side" else BODIES)
    if m.noun in words("stately"):
        return type_ == "country"
    noun = nouns().get(m.noun)
    if noun is None or type_ != noun.type or (noun.gender and clusters.gender(i) not in (None, noun.gender)):
        return False
    return (
        type_ != "person"
        or m.noun in words("anybody")
        or any(m.noun in office.split() for o in clusters.of(i) for office in o.offices)
    )
