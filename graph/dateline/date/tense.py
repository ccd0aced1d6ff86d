"""Whether a word is told of as past, present or to come: the tense of the clause it stands in.

Read from Universal Dependencies relations and Penn tags, so that a weekday can mean the last such day or the next. Newswire
tells mostly of the past: a look ahead is believed only where the clause itself looks ahead, not where some clause above does.
"""

from functools import cache

from dateline.model import Tense
from dateline.resources import table
from dateline.tree import Tree

_CLIMB = 12  # clauses deep enough for any readable sentence
_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))
_WOULD = frozenset(("would", "may", "might", "should", "must", "'d", "’d"))
_NOMINAL = ("nmod", "compound", "amod", "nummod", "appos", "acl")


@cache
def _looks() -> dict[str, str]:
    """Verbs that look ahead, look back, or tell their infinitive as done."""
    return {row["lemma"]: row["looks"] for row in table("seeds", "lexicons", "time-verbs.tsv")}


def tense_at(tree: Tree, token: int) -> Tense | None:
    """The tense of the nearest clause above a token; None where no verb governs it."""
    node: int | None = token
    inside_noun = False
    for _ in range(_CLIMB):
        if node is None:
            return None
        found = clause_tense(tree, node, inside_noun)
        if found:
            return found
        inside_noun = inside_noun or tree.is_(node, *_NOMINAL)
        node = tree.head(node)
    return None


def clause_tense(tree: Tree, node: int, inside_noun: bool = False) -> Tense | None:
    """The tense of the clause headed by a token; None where it is no predicate, or its look ahead does not reach down.

    `inside_noun`: the word asked for is part of a noun phrase of the clause, as in "would fight Wednesday's ruling".
    """
    helpers = [tree.tokens[c] for c in tree.children(node, "aux", "cop")]
    tag, looks = tree.tokens[node].xpos, _looks().get(tree.tokens[node].lemma.lower())
    if not helpers and not tag.startswith("VB") and looks != "ahead":
        return None
    words = {h.text.lower() for h in helpers}
    if words & _WILL or _going_to(tree, node):
        return "future"
    if looks == "ahead" and not inside_noun:
        return "future"
    if words & _WOULD:
        return None if inside_noun else "future"
    if any(tree.tokens[c].xpos == "TO" for c in tree.children(node, "mark", "aux")):
        return None if inside_noun else _infinitive(tree, node)
    return _finite(
        tree, node, tag, helpers_tags={h.xpos for h in helpers}, have=any(h.lemma == "have" for h in helpers), looks=looks
    )


def _finite(tree: Tree, node: int, tag: str, *, helpers_tags: set[str], have: bool, looks: str | None) -> Tense | None:
    """The tense that the verb's own form shows. Scheduled things are told in the present: "they meet on Friday"."""
    if "VBD" in helpers_tags or tag == "VBD" or have:
        return "past"
    if helpers_tags & {"VBZ", "VBP"}:
        return "future" if tag == "VBG" else "present"
    if tag == "VBN":
        return "past"
    if tag in ("VBZ", "VBP"):
        return "past" if looks == "back" or tree.sentence(node).block == "headline" else "present"
    return None


def _going_to(tree: Tree, node: int) -> bool:
    """Whether "is going to" governs an infinitive."""
    head = tree.head(node)
    return head is not None and tree.tokens[head].text.lower() == "going" and tree.is_(node, "xcomp")


def _infinitive(tree: Tree, node: int) -> Tense | None:
    """An infinitive looks ahead as a complement, unless its verb tells it as done; one that modifies a noun says nothing."""
    head = tree.head(node)
    if tree.is_(node, "acl", "advcl"):
        return None
    if head is not None and _looks().get(tree.tokens[head].lemma.lower()) == "done":
        return clause_tense(tree, head)
    return "future"
