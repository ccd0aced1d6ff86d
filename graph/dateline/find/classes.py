"""What kind of mention an event is in TimeML's sense: a report, a perception, an aspect, an intention, a state, an occurrence."""

from dateline.find.grammar import clauses, lemma, marks, part, quoted_beside
from dateline.find.lexicon import class_rows, noun_sets, words
from dateline.find.nouns import event_noun
from dateline.model import TimeMLClass
from dateline.tree import Tree


def timeml_class(tree: Tree, i: int) -> TimeMLClass:
    """The class by the first row of seeds/lexicons/event-classes.tsv whose need is met."""
    upos = part(tree, i)
    rows = class_rows().get((lemma(tree, i), upos)) or class_rows().get(("*", upos), ())
    return next((row.timeml_class for row in rows if _met(tree, i, row.need)), "OCCURRENCE")


def _met(tree: Tree, i: int, need: str) -> bool:
    """Whether a row's need is met by the predicate's complements."""
    if not need:
        return True
    if need == "clause":
        return bool(clauses(tree, i)) or quoted_beside(tree, i)
    if need == "complement":
        return bool(tree.children(i, "obj", "nsubj:pass")) and any(
            part(tree, c) in ("NOUN", "ADJ", "NUM") for c in tree.children(i, "xcomp")
        )
    if need == "infinitive":
        return any("to" in marks(tree, c) for c in clauses(tree, i))
    objects = tree.children(i, "obj", "nsubj:pass")
    if need == "object":
        return any(part(tree, o) in ("NOUN", "PRON") for o in objects)
    if need == "traveller":
        return any(_travels(tree, o) for o in objects)
    if need == "event":
        return any(_event_noun(tree, o) for o in objects)
    return any(need in marks(tree, o) for o in tree.children(i, "obl", "nmod", "advcl"))


def _event_noun(tree: Tree, i: int) -> bool:
    return part(tree, i) == "NOUN" and event_noun(tree, i)


def _travels(tree: Tree, i: int) -> bool:
    """Whether a word means somebody or a vehicle: "police | stopped | the car", not "stopped the work"."""
    word = lemma(tree, i)
    return tree.tokens[i].text.lower() in words("personal") or word in words("vehicle") or "PERSON" in noun_sets().get(word, ())
