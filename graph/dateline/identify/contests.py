"""Contests: who has just run, played or fought for a prize, and so is meant by the name of a people that may mean one or all."""

from dateline.identify.text import PLAYED, Text, head_of
from dateline.tree import Tree

_JUST = 2  # sentences back to which somebody is spoken of as one who plays or wins


def is_one_of_people(text: Text, head: int) -> bool:
    """Whether a word for a people means one of them: "the Swiss has won", or "the Swiss" where one man has just played."""
    number = _number(text.tree, head)
    return number == "Sing" or (number != "Plur" and _has_played(text, head))


def _number(tree: Tree, head: int) -> str:
    """The number that the verb, or a pronoun of the same clause, tells of a subject; in the past most verbs tell none."""
    verb = tree.head(head)
    if verb is None or not tree.is_(head, "nsubj", "nsubj:pass"):
        return ""
    if any(t.text.lower() in ("they", "their", "them") for t in tree.tokens[head : tree.sentence(head).stop]):
        return "Plur"
    first = min((verb, *tree.children(verb, "aux", "aux:pass", "cop")), key=lambda i: (i <= head, i))
    word = tree.tokens[first]
    if word.xpos in ("VBZ", "VBP"):
        return "Sing" if word.xpos == "VBZ" else "Plur"
    return {"was": "Sing", "were": "Plur"}.get(word.text.lower(), "")


def _has_played(text: Text, head: int) -> bool:
    """Whether the last to be named before a word, not long ago, is a man or woman who plays, races or wins something."""
    tree = text.tree
    begins = tree.sentence(head).first
    for _ in range(_JUST):
        begins = tree.sentence(begins - 1).first if begins else 0
    players = {
        head_of(tree, r.start, r.end) for e in text.document.events if e.type in PLAYED for r in e.roles if r.event is None
    }
    return any(i in text.at and text.at[i].label == "PERSON" for i in players if i is not None and begins <= i < head)
