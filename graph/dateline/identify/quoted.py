"""Titles of works and shows, told by the quotation marks around them: the "Lima" of "Good Morning Lima" is no Lima."""

from collections.abc import Iterator

from dateline.identify.edges import Edges
from dateline.identify.known import Known
from dateline.tree import Tree

_MARKS = frozenset(('"', "“", "”", "``", "''", "‘", "’"))
_SMALL = frozenset(("of", "the", "and", "a", "an", "in", "for", "to", "on", "over", "with", "&", "'s", "’s", "-"))
_LONGEST = 6  # words


def titles_quoted(tree: Tree, known: Known, edges: Edges) -> Iterator[tuple[int, int]]:
    """Where they stand: a few words between quotation marks that all have capitals, not in a heading."""
    opened = None
    for i, text in enumerate(known.texts):
        if text not in _MARKS:
            continue
        if _opens(tree, i):
            opened = i
        elif opened is not None:
            first, stop = opened + 1, i - (known.texts[i - 1] in (",", "."))
            if _is_title(tree, known, edges, range(first, stop)):
                yield first, stop
            opened = None


def _opens(tree: Tree, i: int) -> bool:
    """Whether a quotation mark stands before what is quoted."""
    tokens = tree.tokens
    if tokens[i].text != '"':
        return tokens[i].text in ("“", "‘", "``")
    return i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start and (i == 0 or tokens[i - 1].end < tokens[i].start)


def _is_title(tree: Tree, known: Known, edges: Edges, inside: range) -> bool:
    """Whether words between quotation marks are a title, rather than a person's name, a slogan or several names."""
    texts = [known.texts[i] for i in inside]
    great = [i for i in inside if known.texts[i][:1].isupper()]
    if not 2 <= len(inside) <= _LONGEST or inside[0] in edges.headings or len(great) < 2 or {inside[0], inside[-1]} - set(great):
        return False
    if any(edges.is_title(i) or known.covered.get(i) == "PERSON" for i in inside):
        return False  # "the Chancellor of the Free World", "Crooked Ana Silva"
    if any(tree.tokens[i].upos == "AUX" or tree.tokens[i].xpos in ("VB", "VBD", "VBP", "VBZ") for i in inside):
        return False  # "Make Lima Great Again"
    if all(i in known.covered or i in known.starting for i in great):
        return False  # "Russia and China"
    return all(text[:1].isupper() or text in _SMALL for text in texts)
