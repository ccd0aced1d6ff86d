"""Clauses that a time stands beside without hanging on them: the one it introduces, and the one told around who said it."""

from dateline.tree import Tree

_OPENING = 2  # words before a time that still opens its sentence: "in early"
_TAG = 4  # words behind a verb of telling that still are of its tag: "told reporters in Oslo"


def taken_up(tree: Tree, last: int) -> int | None:
    """The verb of the clause whose "when" stands right behind a time: "until 2010, when she | resigned |"."""
    when = next((i for i in range(last + 1, min(last + 3, tree.sentence(last).stop)) if tree.tokens[i].text != ","), None)
    verb = tree.head(when) if when is not None and tree.tokens[when].text.lower() == "when" else None
    return verb if when is not None and verb is not None and verb > when else None


def told_around(tree: Tree, first: int, last: int, verb: int) -> int | None:
    """The verb of what is told around a "the ministry said" set between commas, where the parser has drawn to that the time that
    opens the sentence: "Since May, the ministry said, 40 people have | died |"."""
    sentence = tree.sentence(first)
    if first - sentence.first > _OPENING or verb <= last + 1 or tree.tokens[last + 1].text != ",":
        return None
    close = next((i for i in range(last + 2, sentence.stop) if tree.tokens[i].text == ","), None)
    if close is None or not verb < close <= verb + _TAG + 1:
        return None
    told = next((c for c in tree.children(verb, "ccomp", "parataxis") if c > close), None)
    return told if told is not None and all(tree.tokens[c].text != "that" for c in tree.children(told, "mark")) else None
