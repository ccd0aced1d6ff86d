"""Whom a description, or a name not met before, takes up: everybody spoken of before is weighed.

The rules of `descriptions` say whom a definite noun should mean; the parser's network shows which words look like words for the
same. A small network over what both say and over where the words stand, fitted on news in which people have read who is who
(`dateline.training.links`), tells how likely each is meant; the likeliest is taken if he is likely enough. Where that is left
open, it is not known whom a description means, and it makes no actor of its own. After Clark and Manning 2016.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from dateline.identify.chains import agreed
from dateline.identify.clusters import Clusters
from dateline.identify.common import is_aged
from dateline.identify.descriptions import Described, is_to_come, is_told_apart, nominals
from dateline.identify.found import Found, is_of_other_sides
from dateline.identify.gazetteer import gazetteer
from dateline.identify.incumbents import is_held_by_another
from dateline.identify.institutions import institution
from dateline.identify.kin import is_own
from dateline.identify.lexicon import means_body, opposites, words
from dateline.identify.likeness import NAMES, RULES, Antecedent, features
from dateline.identify.newcomers import is_newcomer
from dateline.identify.phrases import determiner, lemma, number, preposition
from dateline.identify.predicates import said_of
from dateline.identify.ranks import is_of_other_turn
from dateline.identify.scene import Scene
from dateline.identify.shortened import (
    called_after,
    is_closed,
    is_county_of,
    is_model,
    is_relative_of_others,
    name_parts,
    telling_parts,
)
from dateline.identify.text import Text
from dateline.identify.unlike import is_unlike
from dateline.perceptron import Perceptron, load
from dateline.tree import Tree

WEIGHTS = Path(__file__).with_name("antecedents.json")
# the likelihood from which on somebody is taken to be meant: by a noun for which the rules name him, by one of many, by any other
# that is said to be known, by one that is not ("a doctor") or of others that mean many, and by a name that is not one of his
KEPT, MANY, TAKEN, NEW, NAMED = 0.54, 0.44, 0.56, 0.58, 0.59
# by the name of a person, a body, anything else, of whom none was told so far: "a general", "Norman Ham"
UNNAMED, NAMELESS = {"person": 0.64, "organization": 0.64}, 0.79
SHARE = 0.5  # what the transformer over the whole text has to say in it
SOMEBODY = 0.64  # by one with "a", who is mostly new
EVEN = 0.44  # by the very words, more than one, by which he was spoken of before
OPEN = 0.3  # from which on it is open whether somebody new is meant
BESIDE = 0.15  # of somebody named, beside one of whom a heading speaks: they share what speaks for both
FAR = 12  # sentences, beyond which only the same noun and who is spoken of often come into question
MOST = 14  # who is weighed, the last spoken of first
SAME = NAMES.index("same words")
INDEFINITE = NAMES.index("determiner a")
NAME = NAMES.index("has a name")
RULED = tuple(NAMES.index(f"rule {name}") for name in RULES)
_HIS = ("his", "her")

Choose = Callable[[int, Sequence[Antecedent], Sequence[list[float]]], Antecedent | None]


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def nouns(text: Text, clusters: Clusters) -> None:
    """Join each description and name to whom it takes up, if that is likely enough; unread by a network, by the rules alone."""
    scene = Scene(text, clusters)
    if not scene.seen:
        nominals(text, clusters)
        return

    def likeliest(i: int, found: Sequence[Antecedent], rows: Sequence[list[float]]) -> Antecedent | None:
        likely = agreed(_judge().choices(rows), rows, NAMES, (True for _ in rows), share=SHARE)
        best = max(range(len(found)), key=lambda n: (likely[n], -n))
        own = sum(
            v for v, a in zip(likely, found, strict=True) if a is found[best] or _is_of_body(clusters, a.root, found[best].root)
        )
        if own >= _least(clusters.mentions[i], rows[best]):
            if clusters.mentions[i].unit and is_anothers(clusters, i, found[best].root):
                return None
            if is_newcomer(scene, i, found[best].latest):
                return None
            if not any(clusters.names(found[best].root)) and _is_heading(scene, found[best].root):
                named = [n for n, a in enumerate(found) if likely[n] >= BESIDE and any(clusters.names(a.root))]
                if len(named) == 1 and not _are_together(scene, found[named[0]].root, found[best].root):
                    # whom a heading describes, the text names
                    clusters.merge(found[named[0]].latest, found[best].latest)
            return found[best]
        if likely[best] >= OPEN and _may_be_known(text.tree, clusters.mentions[i]):
            clusters.open.add(i)
        return None

    walk(scene, likeliest)


def _is_of_body(clusters: Clusters, one: int, other: int) -> bool:
    """Whether one is the other's people, or has them: what speaks for the "FARC rebels" speaks for the FARC, too."""
    return any(
        clusters.entry(body) is not None and clusters.type(body) == "organization" and clusters.called(body) in m.of
        for body, people in ((one, other), (other, one))
        for m in clusters.of(people)
        if m.plural
    )


def _is_heading(scene: Scene, root: int) -> bool:
    """Whether somebody is first spoken of in what stands above an article's text, or in its first sentence."""
    first = scene.clusters.mentions[min(scene.clusters.members[root])]
    return scene.sentence(first.head) <= scene.body


def _is_only_above(scene: Scene, root: int) -> bool:
    """Whether nothing but a heading or the first sentence has spoken of somebody, and not with "a"."""
    spoken = list(scene.clusters.of(root))
    brought_in = any(determiner(scene.tree, m.core if m.core >= 0 else m.head) in ("a", "an") for m in spoken)
    return not brought_in and all(scene.sentence(m.head) <= scene.body for m in spoken)


def _are_together(scene: Scene, one: int, other: int) -> bool:
    """Whether two are spoken of in one sentence, as nobody is both by name and by what he is newly called."""
    told = {scene.sentence(m.head) for m in scene.clusters.of(one)}
    return any(scene.sentence(m.head) in told for m in scene.clusters.of(other))


def is_anothers(clusters: Clusters, i: int, root: int) -> bool:
    """Whether a name may as well be another's than his with whom it shares words: a model's, a known place's beside a body's, or
    a longer one than the gazetteers have of a body ("Apple Corps" is not Apple)."""
    if is_model(clusters, i, root):
        return True
    m, entry, names = clusters.mentions[i], clusters.entry(root), list(clusters.names(root))
    parts, types = name_parts(m), {clusters.type(i), clusters.type(root)}
    if len(parts) > 1 and any(o.name == m.name for o in names):
        return True  # two of the same full name were kept apart on purpose
    if types == {"thing", "organization"} and "vehicle" in (clusters.kind(i), clusters.kind(root)):
        return True  # nor is a "Ford Focus" Ford
    if types == {"place", "organization"} and (m.entry or entry):
        return True  # Lima is not "Second Lima Corp."
    if m.entry and not entry and m.entry.type == "country" and "organization" in types:
        return True  # nor is the U.S. "U.S. Trust"
    if types == {"place"} and (m.entry or entry) and names and all(name_parts(o) != parts for o in names):
        return True  # nor is Florida the Florida Straits
    if is_closed(m) and any(is_closed(o) and name_parts(o) != parts for o in names):
        return True
    if any("".join(parts) in called_after(o) for o in names):
        return True  # Lima is not "The Lima Post"
    if any(is_county_of(o, m) or is_county_of(m, o) for o in names):
        return True
    if any(_is_other_model(o, m) or _goes_on(o, m) or _goes_on(m, o) for o in names):
        return True
    if "organization" in types and any(
        o.unit and name_parts(o) == parts and are_of_others(m.of, o.of) for o in clusters.of(root)
    ):
        return True  # "the Archdiocese of Lima" and that of Quito, where the place is no part of the name
    if len(parts) > 1 and names and all(_differ(name_parts(o), parts) for o in names):
        return True
    if entry is not None and entry.type == "country" and len(parts) > 1 and not m.entry:
        return True  # "the U.S. Patent Office" is no country
    return entry is not None and entry.type == "organization" and any(set(name_parts(o)) < set(parts) for o in names)


def _goes_on(one: Found, other: Found) -> bool:
    """Whether a name goes on with a place where another names a place behind it: "the Archdiocese" of Lima, "the Archdiocese of
    Quito"."""
    parts = [*name_parts(one), "of"]
    return bool(one.of) and name_parts(other)[: len(parts)] == parts


def _is_other_model(one: Found, other: Found) -> bool:
    """Whether two names end in unlike numbers: "iPhone 3G", "iPhone 4"."""
    last, another = one.name.split()[-1], other.name.split()[-1]
    return last[:1].isdigit() and another[:1].isdigit() and last != another


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of several words, neither being part of the other, begin unlike ("Holm Capital", "Marsh Capital") or are
    of unlike places ("the Bank of Oman", "the Bank of Peru")."""
    if len(one) < 2:
        return False
    if one[0] == other[0] and not ("of" in one and "of" in other and one[: one.index("of")] == other[: other.index("of")]):
        return False
    return not (set(one) <= set(other) or set(other) <= set(one))


def _may_be_known(tree: Tree, m: Found) -> bool:
    """Whether a description does not itself say that it means somebody new: "a doctor", "two doctors"."""
    return m.unit is None and not m.counted and determiner(tree, m.core) not in ("a", "an")


def _least(m: Found, row: Sequence[float]) -> float:
    """How likely somebody must be meant, whatever else `row` tells of him."""
    if m.unit:
        return NAMED if row[NAME] else UNNAMED.get(m.type or "", NAMELESS)
    ruled = any(row[n] for n in RULED)
    if row[INDEFINITE]:
        return SOMEBODY
    if row[SAME] and m.modifiers:
        return EVEN  # "state television" is the same each time
    if m.plural or not m.definite:
        return MANY if ruled or m.type == "organization" else NEW  # "parliament", "police"
    return KEPT if ruled else TAKEN


def walk(scene: Scene, choose: Choose) -> None:
    """Go through the mentions in order; `choose` says whom each takes up, of those who may be meant with what is told of them."""
    clusters = scene.clusters
    described = Described(scene.tree, clusters)
    before: list[int] = []
    for i in range(len(clusters.mentions)):
        if _is_new(scene, i):
            found = list(candidates(scene, i, before))
            if found:
                chosen = choose(i, found, features(scene, i, found, described.means(i)))
                if chosen is not None:
                    if _only_looks_like_person(scene.tree, clusters, chosen.root, i):
                        clusters.retype(chosen.root, "organization")
                    clusters.merge(chosen.latest, i)
        described.enter(i)
        before.append(i)


def _is_new(scene: Scene, i: int) -> bool:
    """Whether a mention is the first of somebody, as far as is known, and by a name or a noun that may take up another: one whose
    name the same sentence tells may, too, if it is said to be known ("a girl ... The child, Elif Kaya,")."""
    clusters, m = scene.clusters, scene.clusters.mentions[i]
    if i != min(clusters.members[clusters.root(i)]) or not (m.noun or m.unit):
        return False
    if m.unit is None and clusters.entry(i) is not None:
        return False  # it is known whom it means, though no name says so
    named = min((o.head for o in clusters.of(i) if o.unit), default=None)
    if m.unit is not None or named is None:
        return True
    known = m.definite and not (m.owned or m.of or m.plural or m.offices) and m.type == "person"
    return known and scene.sentence(named) == scene.sentence(m.head)


def candidates(scene: Scene, i: int, before: Sequence[int]) -> Iterator[Antecedent]:
    """Those spoken of before whom a mention may mean, the last first."""
    clusters = scene.clusters
    m, own = clusters.mentions[i], clusters.root(i)
    one = determiner(scene.tree, m.core if m.core >= 0 else m.head)
    if (
        one == "another"
        or is_own(m)
        or _is_of_anybody(scene.tree, m)
        or (one in ("a", "an") and not m.modifiers.isdisjoint(words("further")))
    ):
        return
    if one in ("a", "an") and not m.unit and scene.tree.is_(m.head, "appos"):
        return  # it says what somebody is who stands beside it
    here = scene.sentence(m.head)
    subject = None if m.unit else said_of(scene.tree, m.head)  # and so nobody else: "Acme is the producer"
    if subject is not None and scene.tree.tokens[subject].upos == "PRON":
        return  # whom a pronoun means is told later
    bodies = m.plural and means_body(m.noun)  # "the companies", not "the militants"
    states_body = institution(m) is not None
    told = m.unit is None and any(clusters.names(i))  # a noun whose name stands beside it takes up nobody named
    seen = {own}
    aged = _just_brought_in(scene, m, before)
    left = MOST
    for k in reversed(before):
        root = clusters.root(k)
        if root in seen:
            continue
        o = clusters.mentions[k]
        same = bool(m.noun) and m.noun == o.noun
        if (aged is not None and root != aged) or (not same and _is_compared(scene.tree, m)):
            continue
        if not same and (not left or (here - scene.sentence(o.head) > FAR and len(clusters.members[root]) < 3)):
            continue
        if m.plural != o.plural and (same or m.counted or not ({m.type, o.type} & {"organization", "group", "country"})):
            continue
        if bodies and not o.plural:
            continue  # "the companies" are not one of them
        if told and any(clusters.names(k)):
            continue
        if m.unit is None and subject is None and _is_anybodys(scene, m, k):
            continue
        if m.unit and clusters.type(k) == "organization" and all(x.owner in _HIS for x in clusters.of(k)):
            continue  # "his foundation" is not each that is named
        if m.unit is not None and not any(clusters.names(k)) and _is_introduced_twice(scene.tree, clusters, i, k):
            continue  # "a spokesman said ... Ana Silva, a shopkeeper, said"
        if is_relative_of_others(scene.tree, clusters, i, k):
            continue
        if m.unit is None and (is_unlike(scene, i, k) or is_held_by_another(scene.text, clusters, i, k)):
            continue
        brought_in = one in ("a", "an") and m.unit is None and m.type not in ("person", None)
        if brought_in and not (same and not any(clusters.names(k)) and _is_only_above(scene, root)):
            continue  # "a federal court" is not the Supreme Court, nor "a plant" the one before, unless a heading told of it
        if m.unit is None and _is_of_setting(scene.text, m) and not _is_of_same(clusters, m, k):
            continue  # "In Nepal, the ministry" is not the one spoken of before
        if states_body and any(x.unit or institution(x) is not None for x in clusters.of(k)):
            continue  # "the Syrian military" is one body of Syria's; names of it were joined before
        if m.entry is not None and any(institution(x) is not None for x in clusters.of(k)):
            continue  # nor are the FARC the "Armed Forces" of another state
        if subject is not None and o.head != subject and not (o.unit and o.unit.first <= subject < o.unit.stop):
            continue
        if m.first <= o.head <= m.last or o.first <= m.head <= o.last or not _may_be_one(scene.tree, clusters, k, i):
            continue
        seen.add(root)
        left -= not same
        yield Antecedent(root, k)


def _is_of_anybody(tree: Tree, m: Found) -> bool:
    """Whether something is said to be anybody's: "somebody's house"."""
    return m.core >= 0 and any(lemma(tree, c) in words("whosever") for c in tree.children(m.core, "nmod:poss"))


def _is_compared(tree: Tree, m: Found) -> bool:
    """Whether a noun is told from others of its sort by how much it is something: "the larger boat"."""
    return m.core >= 0 and any(tree.tokens[c].feats.get("Degree") == "Cmp" for c in tree.children(m.core, "amod"))


def _years(tree: Tree, m: Found) -> str:
    """How old a phrase says that somebody is: the 36 of "a 36-year-old climber"."""
    if m.unit or m.core < 0 or m.plural:
        return ""
    olds = [w for w in range(m.first + 4, m.core + 1) if tree.tokens[w].text.lower() == "old"]
    return next((tree.tokens[w - 4].text for w in olds if tree.tokens[w - 2].text.lower() in ("year", "years")), "")


def _just_brought_in(scene: Scene, m: Found, before: Sequence[int]) -> int | None:
    """Who is brought in by his age as the subject of the sentence before, and so taken up by a bare "the man" or "the woman"."""
    clusters, here = scene.clusters, scene.sentence(m.head)
    if m.unit or m.modifiers or not m.definite or m.noun not in words("gendered"):
        return None
    for k in reversed(before):
        o = clusters.mentions[k]
        if scene.sentence(o.head) < here - 1:
            break
        new = o.unit is None and o.core >= 0 and determiner(scene.tree, o.core) in ("a", "an")
        subject = scene.part(o.head) == "subject" and scene.sentence(o.head) == here - 1
        if new and subject and _years(scene.tree, o) and o.gender in (None, m.gender) and o.type == "person":
            return clusters.root(k)
    return None


def _is_anybodys(scene: Scene, m: Found, k: int) -> bool:
    """Whether a description need not mean somebody: "the man who lost his wife" after a name, "for charity" after "his charity",
    "his company" after that of which no sentence speaks together with a man."""
    clusters, tree = scene.clusters, scene.tree
    if m.type == "person" and m.noun in words("whoever") and is_told_apart(tree, m.core):
        return any(clusters.names(k))
    if clusters.type(k) != "organization":
        return False
    spoken = [o for o in clusters.of(k) if o.head < m.head]
    if not (m.definite or m.owned or m.plural or m.counted or m.modifiers) and preposition(tree, m.head):
        return all(o.owned for o in spoken)
    alone = m.owner in _HIS and not any(o.owned for o in spoken)
    return alone and not any(_is_somebody_there(scene, scene.sentence(o.head), m.owner) for o in spoken)


def _is_somebody_there(scene: Scene, sentence: int, owner: str) -> bool:
    """Whether a sentence speaks of a man or woman who may own what "his" or "her" tells of."""
    span = scene.tree.sentences[sentence]
    pronouns = ("he", "him", "his") if owner == "his" else ("she", "her")
    if any(t.text.lower() in pronouns for t in scene.tree.tokens[span.first : span.stop]):
        return True
    other = {"his": "female", "her": "male"}[owner]
    here = ((i, m) for i, m in enumerate(scene.clusters.mentions) if span.first <= m.head < span.stop and not m.plural)
    people = (i for i, m in here if scene.clusters.type(i) == "person" and m.noun not in words("either"))
    return any(scene.clusters.gender(i) != other for i in people)


def _is_of_setting(text: Text, m: Found) -> bool:
    """Whether not a phrase's own words tell whose an office or body is, but what stands before it."""
    states = bool(m.of) and all(key.startswith("country:") for key in m.of)
    return states and not any(i in text.at for i in range(m.first, m.last + 1))


def _is_of_same(clusters: Clusters, m: Found, k: int) -> bool:
    """Whether somebody is known to be of the country that a description is of."""
    entry = clusters.entry(k)
    own = {key for o in clusters.of(k) for key in o.of} | ({f"country:{entry.country}"} if entry and entry.country else set())
    return not m.of.isdisjoint(own)


def _is_introduced_twice(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether two are each brought in by a noun with "a", and not by the same: nobody is brought in twice."""
    one, other = (
        {o.noun for o in clusters.of(n) if o.unit is None and o.noun and determiner(tree, o.core) in ("a", "an")} for n in (i, k)
    )
    return bool(one and other) and one.isdisjoint(other)


def _may_be_one(tree: Tree, clusters: Clusters, k: int, i: int) -> bool:
    """Whether nothing speaks against two mentions meaning one: names without a common word do, and others named with either."""
    m = clusters.mentions[i]
    if not any(clusters.names(k)) and any(_is_of_one_to_come(m, o) for o in clusters.of(k)):
        return False  # nor is "the mayor" the "next mayor" of whom nobody knows the name
    if any(_is_told_apart(tree, m, x) for x in clusters.of(k) if x.head < m.head):
        return False
    parts = telling_parts(m) if m.unit else frozenset()
    if parts and any(_is_of_another_name(parts, o) for o in clusters.of(k)):
        return False
    if m.unit and (names := [telling_parts(x) for x in clusters.names(k)]):
        if all(name.isdisjoint(parts) for name in names):
            return False
    elif is_of_others(clusters, i, k) or any(is_of_other_sides(m, o) for o in clusters.of(k)):
        return False  # "the U.S. embassy in Lima" is not "the U.S. embassy in Quito"
    entry = clusters.entry(k)
    if entry and entry.country and entry.type == "person" and m.offices and m.of and f"country:{entry.country}" not in m.of:
        return False  # "the Polish president" is none of America's
    if entry and entry.country and entry.type == "organization" and entry.kind != "company" and _is_of_another(m, entry.country):
        return False  # nor is "India's space agency" NASA
    return clusters.compatible(k, i) or _only_looks_like_person(tree, clusters, k, i)


def _is_of_another_name(parts: frozenset[str], o: Found) -> bool:
    """Whether a noun that is one of a name's words is told of by others: "the Hamas radio" is not "Capital Radio"."""
    return o.unit is None and o.noun in parts and bool(o.of or o.modifiers) and o.modifiers.isdisjoint(parts)


def _only_looks_like_person(tree: Tree, clusters: Clusters, k: int, i: int) -> bool:
    """Whether a noun for a body may tell that a lone name is a body's, which was taken for a person's: "Norvik", "the maker"."""
    m = clusters.mentions[i]
    body = m.unit is None and m.type == "organization" and not m.plural
    looks = body and any(clusters.names(k)) and clusters.type(k) == "person" and clusters.may_be_body(k)
    return looks and not any(_is_taken_up_by_he(tree, clusters, o) for o in clusters.of(k))


def _is_taken_up_by_he(tree: Tree, clusters: Clusters, m: Found) -> bool:
    """Whether "he" or "she" follows a name in a sentence that speaks of nobody else: "Holm said he would leave"."""
    stop = tree.sentence(m.head).stop
    he = any(t.text.lower() in ("he", "him", "his", "she", "her") for t in tree.tokens[m.head : stop])
    first = tree.sentence(m.head).first
    return he and not any(o.type == "person" and o.head != m.head and first <= o.head < stop for o in clusters.mentions)


def _is_of_another(m: Found, country: str) -> bool:
    """Whether a description is of countries other than one."""
    own = [key for key in m.of if key.startswith("country:")]
    return m.unit is None and bool(own) and f"country:{country}" not in own


def is_of_others(clusters: Clusters, i: int, k: int) -> bool:
    """Whether what a mention means is somebody's, or somewhere, that another, by one of his mentions, is not."""
    of = clusters.mentions[i].of
    return any(are_of_others(of, x.of) for x in clusters.of(k))


def are_of_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two are each somebody's, or somewhere, that the other is not: one "in Nairobi" may be one "in Kenya"."""
    return all(any(not _reaches(key, b) for key in a - b) for a, b in ((one, other), (other, one)))


def _reaches(key: str, others: frozenset[str]) -> bool:
    """Whether a place lies in one of others, or one of them in it, as the gazetteers know."""
    entries = gazetteer().entries
    own = entries.get(key)
    near = (entries[k] for k in others if k in entries)
    return own is not None and any(own.country == e.country and (own.type == "country") != (e.type == "country") for e in near)


def _is_told_apart(tree: Tree, m: Found, other: Found) -> bool:
    """Whether two are counted otherwise ("two men", "$3 million") or of two kinds: "the oil segment", "the upper
    house", "the next president"."""
    if m.unit and other.unit:
        return m.number != other.number
    years, others_years = _years(tree, m), _years(tree, other)
    if years and others_years and years != others_years:
        return True
    if m.unit or other.unit or not m.noun or m.noun != other.noun:
        return False
    if m.core < 0 or other.core < 0:
        return False
    if is_to_come(m) and not is_to_come(other):
        return True
    if is_aged(tree, m.core) and tree.tokens[m.core - 4].text != tree.tokens[other.core - 4].text:
        return True  # "the 12-year-old" is not "a 10-year-old"
    if _share(tree, m) != _share(tree, other):
        return True  # "a majority of the voters" are not the voters
    if m.noun in words("own") and m.owner != other.owner and (m.owner or m.of) and (other.owner or other.of):
        return True  # whose "his campaign" is must be known first
    if _are_two_of_a_sort(tree, m, other):
        return True
    own, others = number(tree, m.core), number(tree, other.core)
    if own and others and own != others:
        return True
    if any(frozenset((a, b)) in opposites() for a in m.modifiers for b in other.modifiers):
        return True
    kind, another = _kinds(tree, m.core), _kinds(tree, other.core)
    return bool(kind and another) and kind.isdisjoint(another)


def _are_two_of_a_sort(tree: Tree, m: Found, other: Found) -> bool:
    """Whether two are told from each other by their turn ("the second man"), or are each brought in by other words ("a
    military source", "a diplomatic source")."""
    if is_of_other_turn(m, other):
        return True
    both_new = all(determiner(tree, x.core) in ("a", "an") for x in (m, other))
    return both_new and bool(m.modifiers and other.modifiers) and m.modifiers.isdisjoint(other.modifiers)


def _is_of_one_to_come(m: Found, other: Found) -> bool:
    """Whether a name, or the noun said again, stands without the word by which somebody is not yet what he is called: "the mayor"
    or "Mayor Silva" after "the next mayor"."""
    same = m.unit is not None or (other.unit is None and m.noun == other.noun)
    return same and is_to_come(other) and not is_to_come(m)


def _share(tree: Tree, m: Found) -> str:
    """The word that says what part of many is meant: "a majority of the voters", "most voters"."""
    told = [m.head] if m.head != m.core else tree.children(m.core, "det", "amod")
    return next((lemma(tree, i) for i in told if lemma(tree, i) in words("share")), "")


def _kinds(tree: Tree, i: int) -> frozenset[str]:
    """The nouns and names right before a noun that tell of which kind it is."""
    return frozenset(tree.tokens[c].lemma.lower() for c in tree.children(i, "compound"))
