"""What a clause with "when" says happened at the time right before it: "until 2010, | when she resigned |".

The time places the clause above by its own word, "until", "before", "for"; the clause it introduces happened then.
"""

from collections.abc import Iterator, Mapping

from dateline.clause import taken_up
from dateline.model import Event, Time
from dateline.tree import Tree
from dateline.when.attach import Link
from dateline.when.scene import before_that

_PARTS = ("xcomp", "ccomp", "obj")


def in_clauses(tree: Tree, times: tuple[Time, ...], events: Mapping[int, Event]) -> Iterator[Link]:
    """The times that a clause with "when" takes up, each with the event of the clause."""
    for time in times:
        inside = tree.within(time.start, time.end)
        verb = taken_up(tree, inside[-1]) if time.type in ("DATE", "TIME") and inside else None
        event = _event(tree, verb, events) if verb is not None and not before_that(tree, verb) else None
        if event is not None:
            yield Link(event.id, time, "at", False)


def _event(tree: Tree, verb: int, events: Mapping[int, Event]) -> Event | None:
    """The event of a clause: its verb, else what the verb governs, "when they are due | to meet |"."""
    return next((events[i] for i in (verb, *tree.children(verb, *_PARTS)) if i in events), None)
