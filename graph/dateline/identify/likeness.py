"""What is told of somebody whom a description may mean: how both are worded, of what sort they are, where they stand, how alike
their words look to the parser's network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

from dateline.identify.chains import TOLD
from dateline.identify.clusters import Clusters
from dateline.identify.descriptions import fits_noun, is_told_apart
from dateline.identify.found import Found
from dateline.identify.lexicon import alike, broader, noun_classes
from dateline.identify.phrases import determiner
from dateline.identify.points import DETERMINERS, TYPES
from dateline.identify.scene import PARTS, Scene
from dateline.model import ALIKE

LOOKS = 2 * ALIKE  # numbers that tell how alike two words look, or how each looks
NOWHERE = 9  # steps to what is not broader
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
    *TOLD,
    *(f"look {n}" for n in range(LOOKS)),
    *(f"look beside what he was called {n}" for n in range(LOOKS)),
    *(f"its look and his {n}" for n in range(LOOKS)),
)


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


def features(scene: Scene, i: int, found: Sequence[Antecedent], means: Mapping[int, frozenset[str]]) -> list[list[float]]:
    """What is told of each whom a mention may mean, in the order of `NAMES`; `means` says whom the rules name."""
    own = dict(_own(scene, scene.clusters.mentions[i]))
    return [_row(_pair(scene, i, a), found, {**own, **dict(_ruled(a, means))}) for a in found]


def _pair(scene: Scene, i: int, antecedent: Antecedent) -> Pair:
    clusters = scene.clusters
    m, latest = clusters.mentions[i], clusters.mentions[antecedent.latest]
    members = spoken_of(clusters, m, antecedent)
    names = [x.name.lower().split() for x in clusters.names(antecedent.root)]
    return Pair(scene, i, antecedent, m, latest, members, names)


def _row(pair: Pair, found: Sequence[Antecedent], known: Mapping[str, float]) -> list[float]:
    """What is told of one of them; known is what does not hang on both."""
    told = {**known, **dict(chain(_worded(pair), _typed(pair), _placed(pair), _ranked(pair, found)))}
    head, scene = pair.m.head, pair.scene
    told |= dict(scene.thought(head, pair.members, pair.latest))
    seen = [scene.resemblance(head, i) for i in compared(pair.latest, pair.members)]
    seen.append(scene.looks(head, pair.latest.head))
    return [float(told.get(name, 0.0)) for name in NAMES[: -len(seen) * LOOKS]] + [*chain.from_iterable(seen)]


def spoken_of(clusters: Clusters, m: Found, antecedent: Antecedent) -> list[Found]:
    """The mentions of somebody before one that may mean him."""
    return [x for x in clusters.of(antecedent.root) if x.head < m.head] or [clusters.mentions[antecedent.latest]]


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
    one = determiner(scene.tree, m.core if m.core >= 0 else m.head)
    yield f"determiner {'a' if one == 'an' else one}", 1
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
