"""What a verb sets for a time: "scheduled a vote for Monday", "talks planned for May", "the trial was postponed until June".

The day is that of what is set, not of the setting. Who postpones sets it anew.
"""

from collections.abc import Mapping

from dateline.model import Event, Time
from dateline.tree import Tree
from dateline.when.lexicon import group

_UNTIL = frozenset(("until", "till", "to"))


def set_for(tree: Tree, inside: range, time: Time, verb: int, events: Mapping[int, Event]) -> int | None:
    """The event that a verb sets for a time behind it; None where the time is not of that kind."""
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    fits = (word == "for" and _sets(tree, verb)) or (word in _UNTIL and postpones(tree, verb))
    if not fits or time.type == "DURATION" or verb > inside[0]:
        return None
    above = tree.head(verb)
    head = [above] if above is not None and tree.is_(verb, "acl") and tree.tokens[verb].xpos == "VBN" else []
    return next((i for i in (*tree.children(verb, "obj", "nsubj:pass", "xcomp"), *head) if i in events), None)


def _sets(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma.lower() in group("setting") or postpones(tree, verb)


def postpones(tree: Tree, verb: int) -> bool:
    """Whether a verb gives what had a day another one."""
    return tree.tokens[verb].lemma.lower() in group("postponing")
