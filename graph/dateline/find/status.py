"""The status of an event, from what the grammar says and what the network says, weighed against each other.

`factuality` composes what the words around an event say of its coming about, as far as somebody thought of them; the parser's
network has learned from events whose status people had read. A small network, fitted on other such events
(`dateline.training.weighing`), tells how likely each status is. Parsers that give no likelihoods, and headlines ("Minister
resigns"), which nobody has read for it, leave the status to the grammar.
"""

from collections.abc import Iterator
from functools import cache
from math import log
from pathlib import Path

from dateline.find.factuality import Standing, is_due, is_owed, known
from dateline.find.fiction import is_told_by_a_work
from dateline.find.grammar import auxiliaries, case, have_got, is_one_of_two, marks, negated, part, put_off, was_short
from dateline.find.lexicon import words
from dateline.find.outcomes import found_out
from dateline.model import NOTHING, Status, Token
from dateline.perceptron import Perceptron, load
from dateline.tree import Tree

WEIGHTS = Path(__file__).with_name("status.json")
LEAST = 0.05  # what the network gives less likelihood is no candidate
# how much likelier another status must be than the grammar's: than that of a fact, which is its word where it sees nothing
# that speaks; than what a word above says of it ("wanted him to | leave |"), or an aim that only an infinitive tells ("one of
# two women to | win |"); than what its own words say; and than what a rule for few words tells ("may not"). Of 16,640 events that
# were read, and that the network had not seen, 87.3 % are right by the grammar alone, and 92.4 % so
LOOSE, FAIR, FIRM, SURE = 0.15, 0.45, 0.65, 0.8
EVEN = 0.5  # as likely as not
SAID: dict[Status, Standing] = {  # what is said of an event of which only the status is known
    "actual": Standing(),
    "negated": Standing(negative=True),
    "planned": Standing(planned=True),
    "possible": Standing(possible=True),
    "conditional": Standing(conditional=True),
    "requested": Standing(requested=True),
    "generic": Standing(generic=True),
}
NAMES = (
    *("by the grammar", "likelihood", "its logarithm", "likelihood of the grammar's", "lead over all others"),
    *(f"is {status}" for status in SAID),
    *(f"the grammar says {status}" for status in SAID),
    *(
        "a verb",
        "finite",
        "an infinitive",
        "a gerund",
        "a known noun",
        "a plural",
        "an object",
        "a subject",
        "behind a preposition",
    ),
    *("a modal", "a condition"),
)


@cache
def _judge() -> Perceptron:
    return load(WEIGHTS, NAMES)


def settled(tree: Tree, i: int, by: Standing) -> Standing:
    """The standing of an event, given what the grammar says of it."""
    found = candidates(tree.tokens[i], by.status)
    if not tree.tokens[i].statuses or len(found) == 1 or tree.sentence(i).block == "headline":
        return by
    if _was_necessary(tree, i) or is_due(tree, i) or put_off(tree, i) or was_short(tree, i) or is_told_by_a_work(tree, i):
        return by
    above = tree.head(i)
    if above is not None and found_out(tree, i, above):
        return by
    likely = dict(zip(found, _judge().likelihoods([features(tree, i, status, by.status) for status in found]), strict=True))
    best = max(found, key=lambda status: (likely[status], status == by.status))
    if best == "negated" and (_is_of_object(tree, i) or is_one_of_two(tree, i) or _is_asked_not_to(tree, i, by)):
        return by
    return SAID[best] if likely[best] - likely[by.status] > lead(by) else by


def _was_necessary(tree: Tree, i: int) -> bool:
    """Whether somebody "had to" do it: then he did, as far as grammar knows no better."""
    above = tree.head(i)
    if above is None or have_got(tree, above):
        return False
    return is_owed(tree, i, above) and tree.tokens[above].feats.get("Tense") == "Past"


def _is_of_object(tree: Tree, i: int) -> bool:
    """Whether what is denied is an event that is a verb's object: "reported no arrests"."""
    denied = (c for c in tree.children(i, "obj") if any(tree.tokens[d].lemma.lower() == "no" for d in tree.children(c, "det")))
    kinds = (tree.tokens[c].kinds for c in denied)
    return any(heard and heard.get(NOTHING, 0.0) < EVEN for heard in kinds)


def _is_asked_not_to(tree: Tree, i: int, by: Standing) -> bool:
    """Whether somebody is asked not to do it: "urged them not to | leave |"."""
    return by.requested and by.reasoned and negated(tree, i)


def lead(by: Standing) -> float:
    """How much likelier another status must be than the one that the grammar says."""
    if by.narrow:
        return SURE
    if by.reasoned or by.aimed:
        return FAIR
    return LOOSE if by.status == "actual" else FIRM


def candidates(token: Token, by: Status) -> list[Status]:
    """The statuses that the grammar or the network names, the grammar's first."""
    return list(dict.fromkeys((by, *(status for status in SAID if token.statuses.get(status, 0.0) >= LEAST))))


def features(tree: Tree, i: int, status: Status, by: Status) -> list[float]:
    """What is told of a status that an event may have, in the order of `NAMES`; `by` is the grammar's."""
    told = dict(_told(tree, i, status, by))
    return [float(told.get(name, 0.0)) for name in NAMES]


def _told(tree: Tree, i: int, status: Status, by: Status) -> Iterator[tuple[str, float]]:
    heard, token = tree.tokens[i].statuses, tree.tokens[i]
    likely = heard.get(status, 0.0)
    yield "by the grammar", status == by
    yield "likelihood", likely
    yield "its logarithm", log(likely + 0.01)
    yield "likelihood of the grammar's", heard.get(by, 0.0)
    yield "lead over all others", likely - max((v for k, v in heard.items() if k != status), default=0.0)
    yield f"is {status}", 1
    yield f"the grammar says {by}", 1
    yield "a verb", part(tree, i) == "VERB"
    yield "finite", token.feats.get("VerbForm") == "Fin"
    yield "an infinitive", "to" in marks(tree, i)
    yield "a gerund", token.xpos == "VBG"
    yield "a known noun", part(tree, i) == "NOUN" and known(tree, i)
    yield "a plural", token.feats.get("Number") == "Plur"
    yield "an object", tree.is_(i, "obj", "nsubj:pass")
    yield "a subject", tree.is_(i, "nsubj")
    yield "behind a preposition", bool(case(tree, i))
    yield "a modal", bool(set(auxiliaries(tree, i)) & (words("possible") | words("future") | words("obligation")))
    yield "a condition", bool(marks(tree, i) & words("conditional"))
