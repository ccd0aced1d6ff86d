"""Times told by the way, which date no event: of what somebody is called, "Holm, the 2009 champion, fell on Friday"."""

from collections.abc import Mapping

from dateline.model import Event, Time
from dateline.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_RELATIVE = frozenset(("who", "which", "whose"))


def by_the_way(tree: Tree, inside: range, time: Time, events: Mapping[int, Event]) -> bool:
    """Whether a time stands in an apposition: "Holm, the 2009 champion, fell", "Holm, champion in 2009, fell", "Lind, now a
    widow, sued", "Lind, who was mayor in 2009, died". What happens in there has its times: "Holm, elected in 2009"."""
    left, right = _edge(tree, inside[0], -1), _edge(tree, inside[-1], 1)
    if left is None or any(i in events for i in range(left + 1, right or inside[-1] + 1)):
        return False
    if any(tree.tokens[i].xpos in _FINITE for i in range(left + 1, right or inside[-1] + 1)):
        return right is not None and tree.tokens[left + 1].text.lower() in _RELATIVE
    if time.value == "PRESENT_REF" and right is not None and inside[0] == left + 1:
        return True
    renamed = range(left + 1, inside[0] if right is not None else left + 1)
    return any(_apposed(tree, i) for i in renamed) or _apposed(tree, _modified(tree, inside))


def _edge(tree: Tree, i: int, step: int) -> int | None:
    """The next comma on one side of a token in its sentence."""
    sentence = tree.sentence(i)
    stop = sentence.stop if step > 0 else sentence.first - 1
    return next((k for k in range(i + step, stop, step) if tree.tokens[k].text == ","), None)


def _modified(tree: Tree, inside: range) -> int:
    """The noun that a time stands before and belongs to, or the time's own last word."""
    head = tree.tokens[inside[-1]].head
    return head if head > inside[-1] and tree.is_(inside[-1], "compound", "nummod", "amod") else inside[-1]


def _apposed(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "NOUN" and tree.is_(i, "appos")
