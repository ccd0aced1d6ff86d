"""What a verb sets for a time: "scheduled a vote for Monday", "talks planned for May", "the trial was postponed until June".

The day is that of what is set, not of the setting. Who postpones sets it anew.
"""

from collections.abc import Mapping

from dateline.model import Event, Time
from dateline.tree import Tree
from dateline.when.lexicon import group

_IN = frozenset(("in", "on", "at"))
_UNTIL = frozenset(("until", "till", "to"))


def set_for(tree: Tree, inside: range, time: Time, verb: int, events: Mapping[int, Event]) -> int | None:
    """The event that a verb sets for a time behind it; None where the time is not of that kind."""
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    fits = (_for(tree, inside, word, verb) and _sets(tree, verb)) or (word in _UNTIL and postpones(tree, verb))
    if not fits or time.type == "DURATION" or verb > inside[0]:
        return None
    above = tree.head(verb)
    head = [above] if above is not None and tree.is_(verb, "acl") and tree.tokens[verb].xpos == "VBN" else []
    return next((i for i in (*tree.children(verb, "obj", "nsubj:pass", "xcomp"), *head) if i in events), None)


def _for(tree: Tree, inside: range, word: str, verb: int) -> bool:
    """Whether a time stands behind "for", or behind a place that does: "a summit set for | Oslo | in April"."""
    if word == "for" or word not in _IN:
        return word == "for"
    places = [c for c in tree.children(verb, "obl") if verb < c < inside[0] and tree.tokens[c].upos == "PROPN"]
    cases = {tree.tokens[c].text.lower() for c in tree.children(places[-1], "case")} if places else set()
    return "for" in cases and places[-1] >= inside[0] - 3


def _sets(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma.lower() in group("setting") or postpones(tree, verb)


def postpones(tree: Tree, verb: int) -> bool:
    """Whether a verb gives what had a day another one."""
    return tree.tokens[verb].lemma.lower() in group("postponing")
