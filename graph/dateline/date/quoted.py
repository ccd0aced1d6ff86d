"""When the words of a quotation were spoken: "In a speech in 1987, he said: “Today …”" means a day of 1987 by today."""

from dateline.tree import Tree

_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'
_AT = frozenset(("in", "on", "at", "during"))
_NEAR = 40  # characters between the verb of telling and the quotation: "told reporters in Oslo: “"
_INSIDE = ("nummod", "compound", "amod", "nmod")


def opened(text: str, offset: int) -> int | None:
    """Where the quotation begins that an offset lies in; None where it lies in none. Quotations end with their paragraph."""
    mark: int | None = None
    for i in range(text.rfind("\n", 0, offset) + 1, offset):
        if text[i] in _OPEN or (text[i] in _BOTH and mark is None):
            mark = i
        elif text[i] in _CLOSE or text[i] in _BOTH:
            mark = None
    return mark


def speaking(tree: Tree, token: int, mark: int) -> bool:
    """Whether a time is that of the verb that a quotation opens behind, not of something else in its sentence: "in a speech in
    | 1963 |, he said: “…”", but "he said of the 1963 coup: “…”"."""
    i = token
    while tree.is_(i, *_INSIDE) and tree.head(i) is not None and _cases(tree, i) <= _AT:
        i = tree.tokens[i].head
    verb = tree.head(i)
    if verb is None or not tree.is_(i, "obl") or not _cases(tree, i) <= _AT:
        return False
    spoken = tree.tokens[verb].xpos.startswith("VB") and tree.tokens[verb].start < mark
    return spoken and not tree.is_(verb, "acl", "advcl") and mark - tree.tokens[verb].end < _NEAR


def _cases(tree: Tree, i: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(i, "case")}
