"""Parts that grammar rules out, whatever the network makes of a word."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.model import Event, RoleName


def ruled_out(clauses: Clauses, event: Event, head: int) -> Iterator[tuple[int, RoleName]]:
    """The words that do not play a part in an event, each with that part."""
    above = clauses.context.tree.head(head)
    if above is not None and (sent(clauses, head) or _is_outcome(clauses, head) or _is_quoted(clauses, head)):
        yield from ((word, "agent") for word in clauses.agents(above))
    if clauses.is_verb(head) and clauses.frame(head).object == "recipient":
        below = clauses.context.tree.children(head, "ccomp")  # "warned that | Iran | would attack" need not warn Iran
        yield from ((word, "recipient") for clause in below for word in clauses.context.tree.children(clause, "nsubj"))


def _is_outcome(clauses: Clauses, a: int) -> bool:
    """Whether an adjective says what becomes of somebody, which nobody does: "the blast left ten | dead |"."""
    tree = clauses.context.tree
    return clauses.context.tokens[a].upos == "ADJ" and tree.is_(a, "xcomp") and tree.child(a, "xcomp") is None


def _is_quoted(clauses: Clauses, v: int) -> bool:
    """Whether a participle says what the object of its verb says or does, not the subject: "quoted Ruiz as | saying | that …"."""
    tree, above = clauses.context.tree, clauses.context.tree.head(v)
    behind_as = any(clauses.context.lemma(m) == "as" for m in tree.children(v, "mark"))
    told_of = behind_as and above is not None and any(o < v for o in tree.children(above, "obj"))
    return told_of and clauses.context.tokens[v].xpos == "VBG"


def sent(clauses: Clauses, v: int) -> list[int]:
    """Who does what he is sent or chosen for by others, who have no part in it: "hired | Jones | to review the deal"."""
    above = clauses.context.tree.head(v)
    if above is None or not clauses.context.tree.is_(v, "advcl", "xcomp"):
        return []
    found = clauses.sent(v, above)
    return [] if found is None else clauses.resolved(found)
