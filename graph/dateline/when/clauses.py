"""What a clause with "when" says happened at the time right before it: "until 2010, | when she resigned |".

The time places the clause above by its own word, "until", "before", "for"; the clause it introduces happened then.
"""

from collections.abc import Iterator, Mapping

from dateline.model import Event, Time
from dateline.tree import Tree
from dateline.when.attach import Link
from dateline.when.scene import before_that

_PARTS = ("xcomp", "ccomp", "obj")


def in_clauses(tree: Tree, times: tuple[Time, ...], events: Mapping[int, Event]) -> Iterator[Link]:
    """The times that a clause with "when" takes up, each with the event of the clause."""
    for time in times:
        inside = tree.within(time.start, time.end)
        verb = _verb(tree, inside) if time.type in ("DATE", "TIME") and inside else None
        event = _event(tree, verb, events) if verb is not None and not before_that(tree, verb) else None
        if event is not None:
            yield Link(event.id, time, "at", False)


def _verb(tree: Tree, inside: range) -> int | None:
    """The verb of the clause whose "when" stands right behind a time, with or without a comma."""
    behind = range(inside[-1] + 1, min(inside[-1] + 3, tree.sentence(inside[0]).stop))
    when = next((i for i in behind if tree.tokens[i].text != ","), None)
    verb = tree.head(when) if when is not None and tree.tokens[when].text.lower() == "when" else None
    return verb if when is not None and verb is not None and verb > when else None


def _event(tree: Tree, verb: int, events: Mapping[int, Event]) -> Event | None:
    """The event of a clause: its verb, else what the verb governs, "when they are due | to meet |"."""
    return next((events[i] for i in (verb, *tree.children(verb, *_PARTS)) if i in events), None)
