"""The way through the tree from an event's word to the word for somebody who takes part in it.

Casting follows such ways; how well it fares hangs on how many arcs there are, of what kind, and how sure the parser is of each.
"""

from dataclasses import dataclass

from dateline.tree import Tree

_CLAUSES = ("acl", "advcl", "ccomp", "xcomp", "conj", "parataxis", "csubj")
_STEPS = 30  # up the tree; longer ways occur in broken parses only


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From the event's word up to a common governor, and down to the other word."""

    up: tuple[int, ...]  # the words whose arcs are followed upwards, the event's own first
    down: tuple[int, ...]  # those whose arcs are followed downwards, the last the other word's
    least: float  # the likelihood of the least likely arc
    kind: str  # what casting must have gone by


def way(tree: Tree, event: int, other: int) -> Way:
    """The way between two words of a sentence."""
    above = [event, *_governors(tree, event)]
    below = [other, *_governors(tree, other)]
    known = set(below)
    meet = next((n for n in above if n in known), None)
    if meet is None:
        return Way(up=(), down=(), least=0.0, kind="none")
    up = tuple(above[: above.index(meet)])
    down = tuple(reversed(below[: below.index(meet)]))
    least = min((tree.tokens[i].sure for i in (*up, *down)), default=1.0)
    return Way(up=up, down=down, least=least, kind=_kind(tree, up, down))


def _governors(tree: Tree, i: int) -> list[int]:
    return [n for n, _ in zip(tree.ancestors(i), range(_STEPS), strict=False)]


def _base(tree: Tree, i: int) -> str:
    relation = tree.tokens[i].deprel
    return relation if relation in ("nsubj:pass", "obl:agent", "nmod:poss") else relation.partition(":")[0]


def _kind(tree: Tree, up: tuple[int, ...], down: tuple[int, ...]) -> str:
    """The arcs in a word: what a lone arc is, or which rule leads over several. Coordination below counts as nothing."""
    ups = [_base(tree, i) for i in up]
    downs = [_base(tree, i) for i in down]
    while len(downs) > 1 and downs[-1] == "conj":
        downs.pop()
    if not ups:
        return downs[0] if len(downs) == 1 else f"{downs[0]} below" if downs else "itself"
    if not downs or downs == ["conj"]:
        return f"under {ups[0]}" if len(ups) == 1 else "far"
    if len(ups) == 1 and ups[0] in _CLAUSES:
        return f"{ups[0]} beside {downs[0]}" if len(downs) == 1 else "far"
    return "governor's" if len(ups) == 1 else "far"
