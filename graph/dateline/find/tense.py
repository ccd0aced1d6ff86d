"""When, seen from the writing, a mention's grammar places its event: before, at, or after."""

from dateline.find.factuality import Standing, imperative, known
from dateline.find.grammar import auxiliaries, case, lemma, marks, negated, part
from dateline.find.lexicon import words
from dateline.find.outcomes import comes_of
from dateline.model import Tense
from dateline.tree import Tree

_DEPTH = 12


def tense(tree: Tree, i: int, standing: Standing) -> Tense:
    """The tense of an event: its own where it has one, else that of the nearest governor that has."""
    if imperative(tree, i):
        return "present"  # of all moods the one without a tense; TimeML has it so
    if standing.averted and standing.possible:
        return "future" if _ahead(tree, tree.tokens[i].head) else "past"
    if standing.planned or standing.requested or ((standing.possible or standing.probable) and _ahead(tree, i)):
        return "future"
    if "would" in auxiliaries(tree, i) and negated(tree, i) and not (standing.possible or tree.is_(i, "ccomp")):
        return "past"  # "the rebels | would not | surrender"
    above = tree.head(i)
    if above is not None and tree.is_(i, "acl") and comes_of(tree, i, above):
        return "past"  # "she is the third aide | to resign |"
    node: int | None = i
    for _ in range(_DEPTH):
        if node is None:
            break
        found = _own(tree, node)
        if found:
            return _beside(tree, i) if found == "future" and part(tree, i) == "NOUN" else found
        node = tree.head(node)
    return "past"


def _ahead(tree: Tree, i: int) -> bool:
    """Whether what may be lies ahead: "hopes to win", "may win", but not "may have won"."""
    auxes = set(auxiliaries(tree, i))
    return "to" in marks(tree, i) or (bool(auxes & words("possible")) and "have" not in auxes)


def _beside(tree: Tree, i: int) -> Tense:
    """The tense of an event noun beside a predicate in the future whose fate it does not share: "will meet after the raid"."""
    return "past" if case(tree, i) in words("past_by") or known(tree, i) else "present"


def _own(tree: Tree, i: int) -> Tense | None:
    """The tense that a predicate's own form and auxiliaries show; None for a noun or a bare infinitive or participle."""
    auxes = auxiliaries(tree, i)
    if set(auxes) & words("future"):
        return "future"
    if {"have", "has", "had", "'ve", "having"} & set(auxes):
        return "past"
    for k in (*tree.children(i, "aux", "aux:pass", "cop"), i):
        if tree.tokens[k].feats.get("VerbForm") == "Fin" and "Tense" in tree.tokens[k].feats:
            return "past" if tree.tokens[k].feats["Tense"] == "Past" else "present"
    if set(auxes) - words("untensed"):
        return "past" if lemma(tree, i) and "did" in auxes else "present"
    if tree.tokens[i].xpos == "VBN" and tree.is_(i, "acl", "amod", "advcl"):
        return "past"
    return None
