"""Times told by the way, which date no event: of what somebody is called, "Holm, the 2009 champion, fell on Friday", of a figure
that another is set beside, "rose to 30 percent from 25 percent in June", and of a season, "the Christmas party".
"""

from collections.abc import Mapping
from functools import cache

from dateline.model import Event, Time
from dateline.resources import table
from dateline.tree import Tree
from dateline.when.lexicon import group

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DATING = frozenset(("in", "on", "at", "for"))
_SPANNING = frozenset(("-", "–", "to", "and", ","))
_BOUNDING = frozenset(("more", "less", "fewer"))
_RELATIVE = frozenset(("who", "which", "whose"))


def by_the_way(tree: Tree, inside: range, time: Time, events: Mapping[int, Event]) -> bool:
    """Whether a time stands in an apposition: "Holm, the 2009 champion, fell", "Holm, champion in 2009, fell", "Lind, now a
    widow, sued", "Lind, who was mayor in 2009, died". What happens in there has its times: "Holm, elected in 2009"."""
    if _in_brackets(tree, inside, events):
        return True
    left, right = _edge(tree, inside[0], -1), _edge(tree, inside[-1], 1)
    if left is None or any(i in events for i in range(left + 1, right or inside[-1] + 1)):
        return False
    if any(tree.tokens[i].xpos in _FINITE for i in range(left + 1, right or inside[-1] + 1)):
        return right is not None and tree.tokens[left + 1].text.lower() in _RELATIVE
    if time.value == "PRESENT_REF" and right is not None and inside[0] == left + 1:
        return True
    renamed = range(left + 1, inside[0] if right is not None else left + 1)
    return any(_apposed(tree, i) for i in renamed) or _apposed(tree, _modified(tree, inside))


def of_a_comparison(tree: Tree, inside: range) -> bool:
    """Whether a time is that of a figure that another is compared with: "up from 39 percent in May", "against 3.1% a year ago",
    or itself what is compared: "compared with May"."""
    last = inside[0] - 1
    bare = last > 0 and tree.tokens[last].text.lower() != "from" and _compares(tree, last)
    if last > 0 and tree.tokens[last].text.lower() in _DATING:
        last -= 1
    first = next((i for i in range(last, -1, -1) if not (_numeral(tree, i) or tree.tokens[i].text.lower() in _units())), 0)
    return bare or (any(_numeral(tree, i) for i in range(first + 1, last + 1)) and _compares(tree, first))


def of_the_season(tree: Tree, inside: range, time: Time) -> bool:
    """Whether a holiday only tells the season that something is held in: "a Christmas party", but "a Christmas Day party"."""
    noun = tree.tokens[inside[-1]].head
    whole_season = time.rule == "holiday" and not time.text.lower().endswith((" day", " eve"))
    return whole_season and noun > inside[-1] and tree.tokens[noun].lemma.lower() in group("festive")


def _in_brackets(tree: Tree, inside: range, events: Mapping[int, Event]) -> bool:
    """Whether brackets behind a noun hold nothing but times, and it is no event: "the minister (1999-2003) fell"."""
    sentence = tree.sentence(inside[0])
    texts = {i: tree.tokens[i].text for i in range(sentence.first, sentence.stop)}
    left = next((i for i in range(inside[0], sentence.first, -1) if texts[i] == "("), None)
    right = next((i for i in range(inside[-1], sentence.stop) if texts[i] == ")"), None)
    if left is None or right is None or left - 1 in events or tree.tokens[left - 1].upos not in ("NOUN", "PROPN"):
        return False
    return all(_numeral(tree, i) or texts[i] in _SPANNING for i in range(left + 1, right))


def _numeral(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.xpos == "CD" or token.text[:1].isdecimal()


@cache
def _units() -> frozenset[str]:
    """Words that a figure is told in, in the singular and the plural: "percent", "million", "a", "barrel"."""
    rows = table("seeds", "lexicons", "quantity-units.tsv")
    words = {word for row in rows for word in row["words"].replace("_", " ").split()}
    return frozenset(words | {f"{word}s" for word in words}) | group("figure_word")


def _compares(tree: Tree, i: int) -> bool:
    """Whether a word sets what follows beside something else: "from", "against", "compared with", "higher than"; but "more than"
    only bounds it."""
    word, before = tree.tokens[i].text.lower(), tree.tokens[i - 1].text.lower() if i else ""
    if word == "than":
        return tree.tokens[i - 1].xpos in ("JJR", "RBR") and before not in _BOUNDING
    return word in group("comparing") or (word in ("to", "with") and before in ("compared", "comparing", "relative"))


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
