"""Parts that grammar rules out, whatever the network makes of a word."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.model import Event, RoleName


def ruled_out(clauses: Clauses, event: Event, head: int) -> Iterator[tuple[int, RoleName]]:
    """The words that do not play a part in an event, each with that part."""
    above = clauses.context.tree.head(head)
    if above is not None and (sent(clauses, head) or _is_outcome(clauses, head)):
        yield from ((word, "agent") for word in clauses.agents(above))
    if speakers(clauses, head):
        yield from ((word, "agent") for word in _told_of(clauses, head))
    if clauses.is_verb(head) and clauses.frame(head).object == "recipient":
        below = clauses.context.tree.children(head, "ccomp")  # "warned that | Iran | would attack" need not warn Iran
        yield from ((word, "recipient") for clause in below for word in clauses.context.tree.children(clause, "nsubj"))


def _is_outcome(clauses: Clauses, a: int) -> bool:
    """Whether an adjective says what becomes of somebody, which nobody does: "the blast left ten | dead |"."""
    tree = clauses.context.tree
    return clauses.context.tokens[a].upos == "ADJ" and tree.is_(a, "xcomp") and tree.child(a, "xcomp") is None


def sent(clauses: Clauses, v: int) -> list[int]:
    """Who does what he is sent or chosen for by others, who have no part in it: "hired | Jones | to review the deal"."""
    above = clauses.context.tree.head(v)
    if above is None or not clauses.context.tree.is_(v, "advcl", "xcomp"):
        return []
    found = clauses.sent(v, above)
    return [] if found is None else clauses.resolved(found)


def speakers(clauses: Clauses, v: int) -> list[int]:
    """Who goes on after having said something of others: "| Peru | said that Chile was arming and urged it to stop"."""
    return clauses.agents(v) if _told_of(clauses, v) and not clauses.passive(v) else []


def _told_of(clauses: Clauses, v: int) -> list[int]:
    """Who does what is said in a clause right before the second verb of its speaker."""
    tree, above = clauses.context.tree, clauses.context.tree.head(v)
    if above is None or not tree.is_(v, "conj") or not clauses.is_verb(v) or tree.child(v, "nsubj") is not None:
        return []
    own = clauses.subjects(above)
    told = [c for c in tree.children(above, "ccomp") if above < c < v]
    return [s for c in told for s in clauses.subjects(c) if s not in own and s < v and clauses.context.tokens[s].upos != "PRON"]
