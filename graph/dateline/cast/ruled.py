"""Parts that grammar rules out, whatever the network makes of a word."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.model import Event, RoleName


def ruled_out(clauses: Clauses, event: Event, head: int) -> Iterator[tuple[int, RoleName]]:
    """The words that do not play a part in an event, each with that part."""
    if sent(clauses, head):
        yield from ((word, "agent") for word in clauses.agents(clauses.context.tokens[head].head))


def sent(clauses: Clauses, v: int) -> list[int]:
    """Who does what he is sent or chosen for by others, who have no part in it: "hired | Jones | to review the deal"."""
    above = clauses.context.tree.head(v)
    if above is None or not clauses.context.tree.is_(v, "advcl", "xcomp"):
        return []
    found = clauses.sent(v, above)
    return [] if found is None else clauses.resolved(found)
