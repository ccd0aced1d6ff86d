"""Nicknames within a name: "Ana 'La Loba' Silva", "Rui (Lefty) Costa"."""

import re
from collections.abc import Iterator

from dateline.identify.edges import Edges
from dateline.identify.known import Known
from dateline.tree import Tree

_PAIRS = {'"': '"', "“": "”", "``": "''", "‘": "’", "'": "'", "(": ")"}
_LONGEST = 3  # words in a nickname
_MARKED = re.compile(r"""\s(?:"|“|``|‘|'|\()\s?([^"”)`]+?)\s?(?:"|”|''|’|'|\))\s""")


def nicknamed(tree: Tree, known: Known, edges: Edges) -> Iterator[tuple[int, int]]:
    """Where the names of persons stand that have a nickname between their given name and their surname."""
    for i, text in enumerate(known.texts):
        close = _closed_at(known.texts, i) if text in _PAIRS and i else None
        if close is None or not _is_nickname(known, range(i + 1, close), in_brackets=text == "("):
            continue
        first = tree.head(close + 1)
        if first is None or not tree.sentence(i).first <= first < i or not tree.is_(close + 1, "flat"):
            continue
        stop = close + 2
        while stop < len(known.texts) and tree.head(stop) == first and tree.is_(stop, "flat") and _is_great(tree, stop):
            stop += 1
        own = (*range(first, i), close + 1)
        if all(_is_great(tree, k) and not edges.is_title(k) and k not in known.timed for k in own):
            yield first, stop


def nickname(name: str) -> str:
    """The nickname within a name, or nothing."""
    found = _MARKED.search(name)
    return found[1] if found else ""


def without_nickname(name: str) -> str:
    """A name without the nickname in it: "Ana Silva" for "Ana 'La Loba' Silva"."""
    return _MARKED.sub(" ", name)


def _closed_at(texts: list[str], i: int) -> int | None:
    """Where the mark stands that closes one, with a few words between them and one behind them."""
    last = min(i + _LONGEST + 2, len(texts) - 1)
    return next((k for k in range(i + 2, last) if texts[k] == _PAIRS[texts[i]]), None)


def _is_nickname(known: Known, inside: range, *, in_brackets: bool) -> bool:
    """Whether words between marks are written as a nickname; brackets close other things in, too."""
    article = known.texts[inside.start].lower() == "the" and len(inside) > 1
    own = inside[1:] if article else inside
    if not all(known.texts[k].istitle() for k in own):
        return False
    return not (in_brackets and any(k in known.starting or known.covered.get(k) in ("LOC", "ORG", "NORP") for k in own))


def _is_great(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "PROPN" and tree.tokens[i].text[:1].isupper()
