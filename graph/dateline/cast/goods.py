"""Whose goods a sanction is on.

A tariff on Chinese steel is aimed at China, and duties on cars made in Japan and Germany at both: the country stands below the
goods in the tree, as an adjective, an owner, or where they come from.
"""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.model import RoleName

_ORIGIN = ("from", "of", "in")
_COUNTRY = ("LOC", "NORP")


def origins(clauses: Clauses, event: int, parts: dict[int, RoleName]) -> Iterator[int]:
    """The countries that the goods come from which an event bars or taxes; `parts` has its participants so far."""
    context = clauses.context
    things = [i for i, part in parts.items() if part in ("patient", "recipient") and not context.is_actor(i)]
    below = [
        c for i in (event, *things) for c in context.tree.children(i, "nmod") if context.preposition(c) in ("on", "of", "against")
    ]
    goods = [i for i in (*things, *below) if not context.is_actor(i)]
    bars = (
        context.tree.children(event, "obl") if things and clauses.is_verb(event) else []
    )  # "halted imports of oil | from Kuwait"
    found = [o for i in goods for o in _owners(clauses, i)] + [c for c in bars if context.preposition(c) == "from"]
    yield from (m for o in found for m in context.members(o) if context.labels.get(o) in _COUNTRY and m not in parts)


def _owners(clauses: Clauses, thing: int) -> Iterator[int]:
    """Words for where a thing comes from: "| Chinese | steel", "steel from | Russia |", "cars made in | Germany |"."""
    context, tree = clauses.context, clauses.context.tree
    yield from tree.children(thing, "amod", "compound", "nmod:poss", "nmod:desc")
    made = [c for c in tree.children(thing, "acl") if context.tokens[c].xpos == "VBN"]
    near = [*tree.children(thing, "nmod"), *(o for c in made for o in tree.children(c, "obl"))]
    yield from (c for c in near if context.preposition(c) in _ORIGIN)
