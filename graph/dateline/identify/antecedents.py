"""Whom a description, or a name not met before, takes up: everybody spoken of before is weighed.

The rules of `descriptions` say whom a definite noun should mean; the parser's network shows which words look like words for the
same. A small network over what both say and over where the words stand, fitted on news in which people have read who is who
(`dateline.training.links`), tells how likely each is meant; the likeliest is taken if he is likely enough. Where that is left
open, it is not known whom a description means, and it makes no actor of its own. After Clark and Manning 2016.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log
from pathlib import Path

from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import Described, fits_noun, is_told_apart, nominals
from dateline.identify.found import Found
from dateline.identify.kin import is_own
from dateline.identify.lexicon import alike, broader, noun_classes, words
from dateline.identify.phrases import determiner
from dateline.identify.predicates import said_of
from dateline.identify.scene import PARTS, Scene
from dateline.identify.shortened import is_closed, is_model, name_parts
from dateline.identify.text import Text
from dateline.model import LOOK_SIZE
from dateline.perceptron import Perceptron, load
from dateline.tree import Tree

WEIGHTS = Path(__file__).with_name("antecedents.json")
# the likelihood from which on somebody is taken to be meant: by a noun for which the rules name him, by one of many, by any other
# that is said to be known, by one that is not ("a doctor") or of others that mean many, and by a name that is not one of his
KEPT, MANY, TAKEN, NEW, NAMED = 0.45, 0.5, 0.7, 0.55, 0.85
SOMEBODY = 0.75  # by one with "a", who is mostly new
EVEN = 0.5  # by the very words, more than one, by which he was spoken of before
OPEN = 0.3  # from which on it is open whether somebody new is meant
FAR = 12  # sentences, beyond which only the same noun and who is spoken of often come into question
MOST = 14  # who is weighed, the last spoken of first
LOOKS = 2 * LOOK_SIZE  # numbers that tell how alike two words look
NOWHERE = 9  # steps to what is not broader
TYPES = ("person", "organization", "country", "place", "thing", "group")
DETERMINERS = ("the", "this", "that", "these", "those", "a", "an", "both", "all", "")
RULES = ("noun", "kind", "only")
NAMES = (
    *(f"rule {name}" for name in (*RULES, "means another", "means nobody")),
    *(f"determiner {name}" for name in DETERMINERS),
    *("name", "owned", "owned by a pronoun", "counted", "plural", "definite", "office", "of somebody", "modifiers", "bare"),
    *("new modifiers", "shared modifiers", "left modifiers", "modifier in name", "same noun", "noun in name", "latest same noun"),
    *("same words", "has a name", "noun fits its kind", "known", "same type", "a type unknown", "same kind", "other kind"),
    *(f"type {name}" for name in TYPES),
    *(f"own type {name}" for name in TYPES),
    *("of the same", "of others", "of newly somebody", "of its country", "of itself", "same office", "other office"),
    *("same gender", "same class", "other class", "same meaning", "broader", "narrower", "alike"),
    *("same sentence", "sentence before"),
    *("sentences", "words", "rank", "rank in its type", "of its type", "candidates", "of the own type", "only of the own type"),
    *("mentions", "most spoken of", "most spoken of in its type", "subject", "object", "latest a pronoun", "latest a name"),
    *(f"part {name}" for name in PARTS),
    *("both subjects", "known from the head on", "in the head", "told apart", "same governor", "governs", "predicate"),
    *("its subject", "latest definite", "latest counted", "alike in number", "latest owned", "same owner", "takes part"),
    *("acts", "both act", "capital", "shares words", "within the name", "around the name", "same first", "same last"),
    "name of the noun",
    *(f"look {n}" for n in range(LOOKS)),
    *(f"look beside what he was called {n}" for n in range(LOOKS)),
)
SAME = NAMES.index("same words")
INDEFINITE = NAMES.index("determiner a")
RULED = tuple(NAMES.index(f"rule {name}") for name in RULES)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody spoken of before: his cluster and the last mention of him."""

    root: int
    latest: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention and somebody whom it may mean."""

    scene: Scene
    i: int
    antecedent: Antecedent
    m: Found
    latest: Found
    members: Sequence[Found]  # his mentions so far
    names: Sequence[Sequence[str]]  # the words of each of his names


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
        likely = _judge().likelihoods(rows)
        best = max(range(len(found)), key=lambda n: (likely[n], -n))
        if likely[best] >= _least(clusters.mentions[i], rows[best]):
            if clusters.mentions[i].unit and _is_anothers(clusters, i, found[best].root):
                return None
            if not any(clusters.names(found[best].root)) and _is_heading(scene, found[best].root):
                named = [n for n, a in enumerate(found) if likely[n] >= TAKEN and any(clusters.names(a.root))]
                if len(named) == 1:  # whom a heading describes, the text names
                    clusters.merge(found[named[0]].latest, found[best].latest)
            return found[best]
        if likely[best] >= OPEN and _may_be_known(text.tree, clusters.mentions[i]):
            clusters.open.add(i)
        return None

    walk(scene, likeliest)


def _is_heading(scene: Scene, root: int) -> bool:
    """Whether somebody is first spoken of in what stands above an article's text, or in its first sentence."""
    first = scene.clusters.mentions[min(scene.clusters.members[root])]
    return scene.sentence(first.head) <= scene.body


def _is_anothers(clusters: Clusters, i: int, root: int) -> bool:
    """Whether a name may as well be another's than his with whom it shares words: a model's, a surname that two bear, or a longer
    one than the gazetteers have of a body ("Apple Corps" is not Apple)."""
    if is_model(clusters, i, root):
        return True
    m, entry = clusters.mentions[i], clusters.entry(root)
    parts = name_parts(m)
    if is_closed(m) and any(is_closed(o) and name_parts(o) != parts for o in clusters.names(root)):
        return True
    if len(parts) > 1 and all(_differ(name_parts(o), parts) for o in clusters.names(root)):
        return True
    if entry and entry.type == "organization" and any(set(name_parts(m)) < set(parts) for m in clusters.names(root)):
        return True
    if len(parts) > 1 or clusters.type(i) not in ("person", None):
        return False
    named = {r for r in clusters.members for m in clusters.names(r) if len(own := name_parts(m)) > 1 and own[-1] == parts[0]}
    return len(named) > 1


def _differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of several words begin unlike, neither being part of the other: "Holm Capital", "Marsh Capital"."""
    if len(one) < 2 or one[0] == other[0]:
        return False
    return not (set(one) <= set(other) or set(other) <= set(one))


def _may_be_known(tree: Tree, m: Found) -> bool:
    """Whether a description does not itself say that it means somebody new: "a doctor", "two doctors"."""
    return m.unit is None and not m.counted and determiner(tree, m.core) not in ("a", "an")


def _least(m: Found, row: Sequence[float]) -> float:
    """How likely somebody must be meant, whatever else `row` tells of him."""
    if m.unit:
        return NAMED
    ruled = any(row[n] for n in RULED)
    if row[SAME] and m.modifiers:
        return EVEN  # "state television" is the same each time
    if row[INDEFINITE]:
        return SOMEBODY
    if m.plural or not m.definite:
        return MANY if ruled else NEW
    return KEPT if ruled else TAKEN


def walk(scene: Scene, choose: Choose) -> None:
    """Go through the mentions in order; `choose` says whom each takes up, of those who may be meant with what is told of them."""
    clusters = scene.clusters
    described = Described(scene.tree, clusters)
    before: list[int] = []
    for i in range(len(clusters.mentions)):
        if _is_new(clusters, i):
            found = list(candidates(scene, i, before))
            if found:
                chosen = choose(i, found, features(scene, i, found, described.means(i)))
                if chosen is not None:
                    clusters.merge(chosen.latest, i)
        described.enter(i)
        before.append(i)


def _is_new(clusters: Clusters, i: int) -> bool:
    """Whether a mention is the first of somebody, as far as is known."""
    m = clusters.mentions[i]
    if i != min(clusters.members[clusters.root(i)]) or not (m.noun or m.unit):
        return False
    return m.unit is not None or not any(clusters.names(i))


def candidates(scene: Scene, i: int, before: Sequence[int]) -> Iterator[Antecedent]:
    """Those spoken of before whom a mention may mean, the last first."""
    clusters = scene.clusters
    m, own = clusters.mentions[i], clusters.root(i)
    one = determiner(scene.tree, m.core if m.core >= 0 else m.head)
    if one == "another" or is_own(m) or (one in ("a", "an") and not m.modifiers.isdisjoint(words("further"))):
        return
    here = scene.sentence(m.head)
    subject = None if m.unit else said_of(scene.tree, m.head)  # and so nobody else: "Acme is the producer"
    if subject is not None and scene.tree.tokens[subject].upos == "PRON":
        return  # whom a pronoun means is told later
    seen = {own}
    left = MOST
    for k in reversed(before):
        root = clusters.root(k)
        if root in seen:
            continue
        o = clusters.mentions[k]
        same = bool(m.noun) and m.noun == o.noun
        if not same and (not left or (here - scene.sentence(o.head) > FAR and len(clusters.members[root]) < 3)):
            continue
        if m.plural != o.plural and (same or m.counted or not ({m.type, o.type} & {"organization", "group", "country"})):
            continue
        if subject is not None and o.head != subject and not (o.unit and o.unit.first <= subject < o.unit.stop):
            continue
        if m.first <= o.head <= m.last or o.first <= m.head <= o.last or not _may_be_one(scene.tree, clusters, k, i):
            continue
        seen.add(root)
        left -= not same
        yield Antecedent(root, k)


def _may_be_one(tree: Tree, clusters: Clusters, k: int, i: int) -> bool:
    """Whether nothing speaks against two mentions meaning one: names without a common word do, and others named with either."""
    m = clusters.mentions[i]
    if any(_is_told_apart(tree, m, x) for x in clusters.of(k) if x.head < m.head):
        return False
    if m.unit and (names := [set(name_parts(x)) for x in clusters.names(k)]):
        if all(name.isdisjoint(name_parts(m)) for name in names):
            return False
    elif any(m.of - x.of and x.of - m.of for x in clusters.of(k)):
        return False  # "the U.S. embassy in Lima" is not "the U.S. embassy in Quito"
    entry = clusters.entry(k)
    if entry and entry.country and entry.type == "person" and m.offices and m.of and f"country:{entry.country}" not in m.of:
        return False  # "the Polish president" is none of America's
    return clusters.compatible(k, i)


def _is_told_apart(tree: Tree, m: Found, other: Found) -> bool:
    """Whether two are counted otherwise ("two men", "$3 million") or of two kinds: "the oil segment", "the steel segment"."""
    if m.unit and other.unit:
        return m.type == other.type == "group" and m.number != other.number
    if m.unit or other.unit or not m.noun or m.noun != other.noun:
        return False
    counts, kinds = (tuple(told(tree, x) for x in (m, other)) for told in (_counts, _kinds))
    return (all(counts) and counts[0] != counts[1]) or (all(kinds) and kinds[0].isdisjoint(kinds[1]))


def _counts(tree: Tree, m: Found) -> frozenset[str]:
    """The numbers that count a noun."""
    return frozenset(tree.tokens[c].lemma.lower() for c in tree.children(m.core, "nummod")) if m.core >= 0 else frozenset()


def _kinds(tree: Tree, m: Found) -> frozenset[str]:
    """The nouns and names right before a noun that tell of which kind it is."""
    return frozenset(tree.tokens[c].lemma.lower() for c in tree.children(m.core, "compound")) if m.core >= 0 else frozenset()


def features(scene: Scene, i: int, found: Sequence[Antecedent], means: Mapping[int, frozenset[str]]) -> list[list[float]]:
    """What is told of each whom a mention may mean, in the order of `NAMES`; `means` says whom the rules name."""
    own = dict(_own(scene, scene.clusters.mentions[i]))
    return [_row(_pair(scene, i, a), found, {**own, **dict(_ruled(a, means))}) for a in found]


def _pair(scene: Scene, i: int, antecedent: Antecedent) -> Pair:
    clusters = scene.clusters
    m, latest = clusters.mentions[i], clusters.mentions[antecedent.latest]
    members = [x for x in clusters.of(antecedent.root) if x.head < m.head] or [latest]
    names = [x.name.lower().split() for x in clusters.names(antecedent.root)]
    return Pair(scene, i, antecedent, m, latest, members, names)


def _row(pair: Pair, found: Sequence[Antecedent], known: Mapping[str, float]) -> list[float]:
    """What is told of one of them; known is what does not hang on both."""
    told = {**known, **dict(chain(_worded(pair), _typed(pair), _placed(pair), _ranked(pair, found)))}
    seen = [pair.scene.resemblance(pair.m.head, i) for i in compared(pair.latest, pair.members)]
    return [float(told.get(name, 0.0)) for name in NAMES[: -len(seen) * LOOKS]] + [*chain.from_iterable(seen)]


def compared(latest: Found, members: Sequence[Found]) -> tuple[int, int]:
    """The words beside which a description is looked at: the last one for somebody, and the last noun that he was called by, or
    else his first mention."""
    called = [x.head for x in members if not x.unit and x.kind != "pronoun" and x.head != latest.head]
    return latest.head, called[-1] if called else members[0].head


Told = Iterator[tuple[str, float]]


def _ruled(antecedent: Antecedent, means: Mapping[int, frozenset[str]]) -> Told:
    """What the rules say."""
    for rule in means.get(antecedent.root, ()):
        yield f"rule {rule}", 1
    yield "rule means another", bool(means) and antecedent.root not in means
    yield "rule means nobody", not means


def _own(scene: Scene, m: Found) -> Told:
    """What the mention is by itself."""
    yield f"determiner {determiner(scene.tree, m.core if m.core >= 0 else m.head)}", 1
    yield "name", m.unit is not None
    yield "owned", m.owned
    yield "owned by a pronoun", bool(m.owner)
    yield "counted", m.counted
    yield "plural", m.plural
    yield "definite", m.definite
    yield "office", bool(m.offices)
    yield "of somebody", bool(m.of)
    yield "modifiers", min(3, len(m.modifiers))
    yield "bare", not (m.modifiers or m.of or m.owned or m.counted)
    yield f"own type {m.type}", 1
    yield f"part {scene.part(m.head)}", 1
    yield "in the head", scene.sentence(m.head) <= scene.body
    yield "told apart", is_told_apart(scene.tree, m.core)
    yield "predicate", scene.tree.child(m.head, "cop") is not None
    yield "takes part", m.head in scene.text.fillers
    yield "acts", m.head in scene.text.doers
    yield "capital", scene.tree.tokens[m.head].upos == "PROPN"


def _worded(pair: Pair) -> Told:
    """How the words of both go together."""
    m, members = pair.m, pair.members
    described = [x for x in members if not x.unit and x.kind != "pronoun"]
    nouns = {x.noun for x in members if x.noun}
    named = frozenset(chain.from_iterable(pair.names))
    modifiers = frozenset(chain.from_iterable(x.modifiers for x in members))
    yield "new modifiers", min(3, len(m.modifiers - modifiers - named))
    yield "shared modifiers", min(3, len(m.modifiers & (modifiers | named)))
    yield "left modifiers", min(3, len(frozenset(chain.from_iterable(x.modifiers for x in described)) - m.modifiers))
    yield "modifier in name", not m.modifiers.isdisjoint(named)
    yield "same noun", bool(m.noun) and m.noun in nouns
    yield "noun in name", bool(m.noun) and m.noun in named
    yield "latest same noun", bool(m.noun) and pair.latest.noun == m.noun
    own = _last_words(pair.scene, m)
    yield "same words", any(_last_words(pair.scene, x) == own for x in members[-6:] if not x.unit)
    classes = {noun_classes()[noun] for noun in nouns if noun in noun_classes()}
    kind = noun_classes().get(m.noun)
    yield "same class", kind in classes
    yield "other class", kind is not None and bool(classes) and kind not in classes
    up = min((broader().get(word, {}).get(m.noun, NOWHERE) for word in nouns | named), default=NOWHERE)
    down = min((steps for word, steps in broader().get(m.noun, {}).items() if word in nouns | named), default=NOWHERE)
    yield "same meaning", not up or not down
    yield "broader", 1 / (1 + up) if up < NOWHERE else 0
    yield "narrower", 1 / (1 + down) if down < NOWHERE else 0
    yield "alike", any(not alike().get(m.noun, frozenset()).isdisjoint(alike().get(noun, ())) for noun in nouns)
    if m.unit:
        words = m.name.lower().split()
        yield "shares words", any(set(words) & set(other) for other in pair.names)
        yield "within the name", any(set(words) <= set(other) for other in pair.names)
        yield "around the name", any(set(other) <= set(words) for other in pair.names)
        yield "same first", any(words[:1] == other[:1] for other in pair.names)
        yield "same last", any(words[-1:] == other[-1:] for other in pair.names)
        yield "name of the noun", not nouns.isdisjoint(words)


def _last_words(scene: Scene, m: Found) -> list[str]:
    return [t.text.lower() for t in scene.tree.tokens[max(m.first, m.last - 2) : m.last + 1]]


def _typed(pair: Pair) -> Told:
    """Whether both are of one sort."""
    clusters, m, root = pair.scene.clusters, pair.m, pair.antecedent.root
    type_, kind, entry = clusters.type(root), clusters.kind(root), clusters.entry(root)
    yield "has a name", bool(pair.names)
    yield "noun fits its kind", bool(pair.names and m.noun) and fits_noun(m.noun, clusters, pair.antecedent.latest)
    yield "known", entry is not None
    yield f"type {type_}", 1
    yield "same type", type_ is not None and type_ == m.type
    yield "a type unknown", type_ is None or m.type is None
    yield "same kind", m.subtype is not None and kind == m.subtype
    yield "other kind", m.subtype is not None and kind not in (None, m.subtype)
    of = frozenset(chain.from_iterable(x.of for x in pair.members))
    yield "of the same", not m.of.isdisjoint(of)
    yield "of others", bool(of) and bool(m.of - of)
    yield "of newly somebody", bool(m.of) and not of
    yield "of its country", entry is not None and f"country:{entry.country}" in m.of
    yield "of itself", entry is not None and entry.key in m.of
    offices = frozenset(chain.from_iterable(x.offices for x in clusters.of(root)))
    yield "same office", not m.offices.isdisjoint(offices)
    yield "other office", bool(m.offices and offices) and m.offices.isdisjoint(offices)
    yield "same gender", clusters.gender(pair.i) is not None and clusters.gender(pair.i) == clusters.gender(root)


def _placed(pair: Pair) -> Told:
    """Where he was last spoken of, and how."""
    scene, tree, m, latest = pair.scene, pair.scene.tree, pair.m, pair.latest
    back = scene.sentence(m.head) - scene.sentence(latest.head)
    yield "same sentence", back == 0
    yield "sentence before", back == 1
    yield "sentences", log(1 + max(back, 0))
    yield "words", log(1 + abs(m.head - latest.head))
    part = scene.part(latest.head)
    yield "subject", part == "subject"
    yield "object", part == "object"
    yield "both subjects", part == "subject" == scene.part(m.head)
    yield "latest a pronoun", latest.kind == "pronoun"
    yield "latest a name", latest.unit is not None
    yield "latest definite", latest.definite
    yield "latest counted", latest.counted
    yield "latest owned", latest.owned
    yield "same owner", m.owned and latest.owned and m.owner == latest.owner
    yield "alike in number", m.plural == latest.plural
    yield "known from the head on", scene.sentence(pair.members[0].head) <= scene.body
    yield "same governor", back == 0 and tree.head(m.head) == tree.head(latest.head)
    yield "governs", back == 0 and (tree.head(m.head) == latest.head or tree.head(latest.head) == m.head)
    yield "its subject", tree.child(m.head, "cop") is not None and tree.child(m.head, "nsubj") == latest.head
    yield "both act", m.head in scene.text.doers and latest.head in scene.text.doers


def _ranked(pair: Pair, found: Sequence[Antecedent]) -> Told:
    """How he stands among those who come into question."""
    clusters, root = pair.scene.clusters, pair.antecedent.root
    types = {a.root: clusters.type(a.root) for a in found}
    alike_ = [a.root for a in found if types[a.root] == types[root]]
    own = [a.root for a in found if types[a.root] == pair.m.type]
    yield "rank", log(1 + found.index(pair.antecedent))
    yield "rank in its type", log(1 + alike_.index(root))
    yield "of its type", log(len(alike_))
    yield "candidates", log(len(found))
    yield "of the own type", log(1 + len(own))
    yield "only of the own type", own == [root]
    size = len(pair.members)
    yield "mentions", log(size)
    yield "most spoken of", size >= max(len(clusters.members[a.root]) for a in found)
    yield "most spoken of in its type", size >= max(len(clusters.members[other]) for other in alike_)
