"""Whom a pronoun of the third person means, weighed: the rules of `pronouns` say who may be meant and how well each fits.

A small network over that, over how alike both words look to the parser's network and over what else the text tells, fitted as
that of `antecedents`, tells how likely each is meant; the mean of that and of what is thought of the text as a whole decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log
from pathlib import Path

from dateline.identify.chains import TOLD as THOUGHT
from dateline.identify.chains import agreed
from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.likeness import LOOKS, Told
from dateline.identify.points import TYPES
from dateline.identify.scene import PARTS, Scene
from dateline.perceptron import Perceptron, load

WEIGHTS = Path(__file__).with_name("persons.json")
# the likelihood from which on somebody is taken to be meant, and who is meant by the rules, too: a wrong one misleads, while one
# that is left open still says "he"
TAKEN = 0.77
KEPT = {"he": 0.67, "it": 0.67, "they": 0.72}
SHARE = 0.3  # what the transformer over the whole text has to say in it
EVEN = 0.1  # where two are about as likely, the rules decide
WORST, MOST = -6.0, 4.0  # what a score or a lead counts at most
KINDS = ("he", "it", "they")
TOLD = ("subject above", "both subjects", "both objects", "announced", "they of one")
NAMES = (
    *("score", "lead", "best", "score of a thing or several", "lead over that", "likely by the rules"),
    *(f"pronoun {name}" for name in (*KINDS, "she")),
    *(f"own part {name}" for name in PARTS),
    *(f"part {name}" for name in PARTS),
    *(f"sentences back {n}" for n in range(4)),
    *(f"type {name}" for name in TYPES),
    *(f"{kind} of type {name}" for kind in KINDS for name in TYPES),
    *("words", "behind", "no type", "a name", "a pronoun", "plural", "the same pronoun before", "has a name", "mentions"),
    *("most spoken of", "of its gender", "others of its gender", "rank", "candidates", "rank in its type", "alone of its type"),
    *("known from the head on", "definite", "counted", "acts", "both act", "takes part", "takes part, too", "quoted"),
    *("same quotation", "only he quoted", "speaks", "both speak", "copula", "subject here", "subject before", "subject of all"),
    *("same verb", *TOLD),
    *THOUGHT,
    *(f"look {n}" for n in range(LOOKS)),
    *(f"its look and his {n}" for n in range(LOOKS)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A pronoun and all whom it may mean."""

    i: int  # its token
    place: int  # the sentence from which it looks back
    kind: str  # he, it or they
    gender: str | None
    scores: Mapping[int, float]  # {cluster: how well it fits by the rules}
    fits: Mapping[int, int]  # {cluster: the mention that fits best}
    told: Mapping[int, Sequence[str]]  # {cluster: what the rules tell of that mention}
    order: Sequence[int]  # the clusters, the last spoken of first
    rival: float  # how well a thing that is no mention, or several together, fit
    least: float  # the score from which on the rules take somebody
    quotation: Mapping[int, object]  # {token: the quotation it stands in}
    same: frozenset[str]  # the pronoun's other forms


def fitting(clusters: Clusters, kind: str, k: int) -> str | None:
    """A bearer's type, as a pronoun must see it: by "it", who looks like a person is taken for a body."""
    type_ = clusters.type(k)
    return "organization" if kind == "it" and type_ == "person" else type_


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def likelihoods(scene: Scene, asked: Question) -> dict[int, float]:
    """{cluster: how likely a pronoun means it}."""
    rows = [features(scene, asked, root) for root in asked.order]
    before = (scene.clusters.mentions[min(scene.clusters.members[root])].head < asked.i for root in asked.order)
    return dict(zip(asked.order, agreed(_judge().choices(rows), rows, NAMES, before, share=SHARE), strict=True))


def features(scene: Scene, asked: Question, root: int) -> list[float]:
    """What is told of somebody whom a pronoun may mean, in the order of `NAMES`."""
    m = scene.clusters.mentions[asked.fits[root]]
    told = dict(chain(_ruled(asked, root), _own(scene, asked), _of(scene, asked, root, m), _both(scene, asked, m)))
    told |= dict(scene.thought(asked.i, scene.clusters.of(root), m))
    words = asked.i, m.head
    return [float(told.get(name, 0.0)) for name in NAMES[: -2 * LOOKS]] + scene.resemblance(*words) + scene.looks(*words)


def _ruled(asked: Question, root: int) -> Told:
    """What the rules say."""
    score = asked.scores[root]
    others = [value for other, value in asked.scores.items() if other != root]
    yield "score", max(WORST, score)
    yield "lead", max(-MOST, min(MOST, score - max(others, default=-MOST)))
    yield "best", score >= max(others, default=score)
    rival = max(WORST, asked.rival)
    yield "score of a thing or several", rival
    yield "lead over that", max(-MOST, min(MOST, score - rival))
    yield "likely by the rules", score > asked.least
    yield from ((name, 1) for name in asked.told[root] if name in TOLD)


def _own(scene: Scene, asked: Question) -> Told:
    """What the pronoun is by itself."""
    tree, i = scene.tree, asked.i
    yield f"pronoun {asked.kind}", 1
    yield "pronoun she", asked.gender == "female"
    yield f"own part {scene.part(i)}", 1
    yield "candidates", log(len(asked.order))
    yield "acts", i in scene.text.doers
    yield "takes part", i in scene.text.fillers
    yield "quoted", i in asked.quotation
    above = tree.head(i)
    yield "copula", above is not None and tree.child(above, "cop") is not None


def _of(scene: Scene, asked: Question, root: int, m: Found) -> Told:
    """Who he is and how he was spoken of."""
    clusters = scene.clusters
    type_ = fitting(clusters, asked.kind, root)
    yield f"type {type_}", 1
    yield f"{asked.kind} of type {type_}", 1
    yield "no type", type_ is None
    yield f"part {scene.part(m.head)}", 1
    yield "a name", m.unit is not None
    yield "a pronoun", m.kind == "pronoun"
    yield "plural", m.plural
    yield "definite", m.definite
    yield "counted", m.counted
    yield "takes part, too", m.head in scene.text.fillers
    yield "has a name", any(True for _ in clusters.names(root))
    members = [x for x in clusters.of(root) if x.head < asked.i]
    words = (scene.tree.tokens[x.head].text.lower() for x in members[-4:] if x.kind == "pronoun")
    yield "the same pronoun before", any(word in asked.same for word in words)
    yield "mentions", log(1 + len(members))
    yield "most spoken of", len(members) >= max(len(clusters.members[other]) for other in asked.order)
    yield "known from the head on", bool(members) and scene.sentence(members[0].head) <= scene.body
    yield from _ranked(clusters, asked, root)


def _ranked(clusters: Clusters, asked: Question, root: int) -> Told:
    """How he stands among those who come into question."""
    if asked.gender:
        yield "of its gender", clusters.gender(root) == asked.gender
        yield "others of its gender", sum(clusters.gender(other) == asked.gender for other in asked.order if other != root)
    types = {other: fitting(clusters, asked.kind, other) for other in asked.order}
    alike = [other for other in asked.order if types[other] == types[root]]
    yield "rank", log(1 + asked.order.index(root))
    yield "rank in its type", log(1 + alike.index(root))
    yield "alone of its type", len(alike) == 1


def _both(scene: Scene, asked: Question, m: Found) -> Told:
    """Where both stand and what both do."""
    tree, i = scene.tree, asked.i
    back = asked.place - scene.sentence(m.head)
    yield f"sentences back {back}", 1
    yield "words", log(1 + abs(i - m.head))
    yield "behind", m.head > i
    yield "both act", i in scene.text.doers and m.head in scene.text.doers
    own, other = asked.quotation.get(i), asked.quotation.get(m.head)
    yield "same quotation", own is not None and own is other
    yield "only he quoted", own is None and other is not None
    yield "speaks", scene.speaks(i)
    yield "both speak", scene.speaks(i) and scene.speaks(m.head)
    subject = scene.part(m.head) == "subject"
    yield "subject here", subject and back == 0
    yield "subject before", subject and back == 1
    above, verb = tree.head(i), tree.head(m.head)
    yield "subject of all", subject and verb is not None and tree.head(verb) is None
    yield "same verb", above is not None and verb is not None and tree.tokens[above].lemma == tree.tokens[verb].lemma
