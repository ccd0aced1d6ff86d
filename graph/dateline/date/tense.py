"""Whether a word is told of as past, present or to come: the tense of the clause it stands in.

Read from Universal Dependencies relations and Penn tags, so that a weekday can mean the last such day or the next.
"""

from functools import cache

from dateline.model import Tense
from dateline.resources import table
from dateline.tree import Tree

_CLIMB = 12  # clauses deep enough for any readable sentence
_FUTURE = frozenset(
    ("will", "shall", "'ll", "’ll", "wo", "sha", "would", "may", "might", "could", "should", "must", "can", "'d", "’d")
)


@cache
def _implicative() -> frozenset[str]:
    """Verbs that tell their complement as done or failed, in their own tense: managed to, was forced to."""
    return frozenset(row["lemma"] for row in table("seeds", "lexicons", "implicative-verbs.tsv"))


def tense_at(tree: Tree, token: int) -> Tense | None:
    """The tense of the nearest clause above a token; None where no verb governs it."""
    node: int | None = token
    for _ in range(_CLIMB):
        if node is None:
            return None
        found = clause_tense(tree, node)
        if found:
            return found
        node = tree.head(node)
    return None


def clause_tense(tree: Tree, node: int) -> Tense | None:
    """The tense of the clause headed by a token; None where it is no finite or infinitive predicate."""
    helpers = [tree.tokens[c] for c in tree.children(node, "aux", "cop")]
    tag = tree.tokens[node].xpos
    if not helpers and not tag.startswith("VB"):
        return None
    if any(h.text.lower() in _FUTURE for h in helpers) or _going_to(tree, node):
        return "future"
    if any(tree.tokens[c].xpos == "TO" for c in tree.children(node, "mark", "aux")):
        return _infinitive(tree, node)
    tags = {h.xpos for h in helpers}
    if "VBD" in tags or tag == "VBD":
        return "past"
    if any(h.lemma == "have" for h in helpers):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "future" if tag == "VBG" else "present"
    if tag == "VBN":
        return "past"
    if tag in ("VBZ", "VBP"):
        return "present"
    return None


def _going_to(tree: Tree, node: int) -> bool:
    """Whether "is going to" governs an infinitive."""
    head = tree.head(node)
    return head is not None and tree.tokens[head].text.lower() == "going" and tree.is_(node, "xcomp")


def _infinitive(tree: Tree, node: int) -> Tense | None:
    """An infinitive looks ahead, unless the verb above it tells it as done."""
    head = tree.head(node)
    if head is not None and tree.tokens[head].lemma in _implicative() and tree.is_(node, "xcomp", "ccomp", "advcl"):
        return clause_tense(tree, head)
    return "future"
