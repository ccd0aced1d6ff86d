"""One article's events put in time: own times first, then what passes between events, then what tense and publication imply."""

from dateline.model import Document, Relation, When
from dateline.when.again import headline, killed_again, meant_again, told_again, whatever_again
from dateline.when.anniversary import anniversaries
from dateline.when.implied import default, lengths, neighbours, order, reports
from dateline.when.interval import Interval, settled
from dateline.when.own import (
    after_objects,
    before_objects,
    by_subjects,
    distances,
    harm,
    meetings,
    named,
    of_subjects,
    own_times,
    told_last,
)
from dateline.when.scene import scenes
from dateline.when.soon import soon
from dateline.when.spread import (
    after_something,
    audiences,
    become,
    during,
    made_known,
    phases_lend,
    shared,
    since,
    together_harmed,
    victims,
    when_clauses,
)
from dateline.when.state import State


def timed(document: Document, relations: list[Relation]) -> dict[str, When]:
    """When each event of an article was, by its id. Each step only adds to what the ones before it left open."""
    state = State(document)
    for step in (
        named,
        own_times,
        after_objects,
        before_objects,
        harm,
        meetings,
        distances,
        phases_lend,
        told_last,
        by_subjects,
        of_subjects,
        when_clauses,
        become,
        made_known,
        together_harmed,
        victims,
        shared,
        during,
        after_something,
        audiences,
        shared,
        told_again,
        distances,
        soon,
        anniversaries,
        since,
        harm,
        headline,
        meant_again,
        killed_again,
        whatever_again,
    ):
        step(state)
    order(state, relations)
    lengths(state)
    scenes(state)
    shared(state)
    reports(state)
    for event in document.events:
        default(state, event)
    neighbours(state, relations)
    return {e.id: settled(state.intervals.get(e.id, Interval()), state.lengths.get(e.id)) for e in document.events}
