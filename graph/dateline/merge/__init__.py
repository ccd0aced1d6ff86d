"""The same event and the same actor, told in several places, joined into one: documents to a story.

Everything here is a function of the set of documents: their order changes nothing. A join is made only where the texts give
reason for it; what stays apart can be joined later, what was wrongly joined misleads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.merge.actors import Compared, Judged, compare
from dateline.merge.decisions import Rulings
from dateline.merge.events import Desk
from dateline.merge.judgements import Decision as ActorDecision
from dateline.merge.memory import Memory
from dateline.merge.near import near as neighbours
from dateline.merge.origins import origins
from dateline.merge.participants import join_participants
from dateline.merge.sheets import Sheet, known_page
from dateline.merge.words import family, rarity
from dateline.model import Decision, Document, Story, StoryActor, StoryEvent, StoryRelation

__all__ = ["deserves_timeline", "merge", "settled_actors", "stories"]

# Speech and thought are kept as claims with their speakers; as events of their own they would bury what they tell of.
MENTAL_TYPES = frozenset({"STATE_CLAIM"})
TELLING = 0.25  # the least rarity of a word that tells by itself what happened: "refloat", not "take"


def merge(
    documents: Iterable[Document],
    decisions: Sequence[Decision] = (),
    *,
    judged: Iterable[ActorDecision] = (),
    memory: Memory | None = None,
) -> Story:
    """What belongs on the timeline: the events that deserve it, the actors they need, and how they stand to each other.

    `decisions` are corrections of events, `judged` says of pairs of actors whether they are the same, `memory` knows of what was
    merged before.
    """
    documents = list(documents)
    whole = stories(documents, decisions, judged=judged, memory=memory)
    widely = _widely_told(whole, documents)
    events = tuple(event for event in whole.events if deserves_timeline(event) or event.id in widely)
    kept = {event.id for event in events}
    relations = tuple(r for r in whole.relations if r.source in kept and r.target in kept)
    return replace(whole, events=events, actors=_needed(whole.actors, documents), relations=relations)


def deserves_timeline(event: StoryEvent) -> bool:
    """Whether an event is worth a node: it is of a known type, about something in the world, and tells who, when or how many."""
    if event.type is None or event.type in MENTAL_TYPES or event.status == "generic":
        return False
    return bool(event.roles or event.quantities or event.when.edtf)


def _widely_told(story: Story, documents: list[Document]) -> frozenset[str]:
    """Happenings of no known type between two or more that several origins tell of, with when or how many: these are news too."""
    told = {(d.article.id, e.id): e for d in documents for e in d.events}
    origin_of = dict(story.origins)
    return frozenset(
        event.id
        for event in story.events
        if event.type is None
        and event.status != "generic"
        and len({role.actor for role in event.roles if role.actor}) > 1
        and (event.quantities or event.when.edtf)
        and len({origin_of.get(article, article) for article, _ in event.members}) > 1
        and all(told[m].timeml_class == "OCCURRENCE" and rarity(family(told[m].lemma)) >= TELLING for m in event.members)
    )


def stories(
    documents: Iterable[Document],
    decisions: Sequence[Decision] = (),
    *,
    judged: Iterable[ActorDecision] = (),
    memory: Memory | None = None,
) -> Story:
    """Every event and actor of the documents, once each. What people have decided is carried out."""
    memory = memory or Memory()
    ordered = sorted(documents, key=lambda d: d.article.id)
    compared = compare(ordered, judged)
    desk = desk_of(ordered, compared, Rulings(decisions=tuple(decisions)), memory)
    groups = desk.groups()
    settled = _settled(compared, desk, groups)
    copied = origins(ordered, desk.pages, desk.near)
    events = desk.events(groups, settled, copied)
    event_of = {member: event.id for event in events for member in event.members}
    return Story(
        events=events,
        actors=settled.actors,
        relations=_relations(ordered, event_of),
        origins=tuple(sorted(copied.items())),
        decisions=tuple(decisions),
    )


def settled_actors(documents: Iterable[Document], judged: Iterable[ActorDecision] = ()) -> Judged:
    """Every actor once, by names and by the parts taken in events, with the ids of what was joined in each."""
    ordered, memory = sorted(documents, key=lambda d: d.article.id), Memory()
    compared = compare(ordered, judged)
    desk = desk_of(ordered, compared, memory=memory)
    return _settled(compared, desk, desk.groups())


def desk_of(ordered: list[Document], compared: Compared, rulings: Rulings | None = None, memory: Memory | None = None) -> Desk:
    """The articles side by side, their tellings naming actors as names tell who is who."""
    rulings, memory = rulings or Rulings(), memory or Memory()
    pages = {d.article.id: known_page(d, memory) for d in ordered}
    near, named = tuple(neighbours(pages.values())), compared.clusters()
    sheets = (Sheet(d, pages[d.article.id], named, rulings, memory) for d in ordered)
    return Desk(sheets, pages, near, rulings, memory)


def _settled(compared: Compared, desk: Desk, groups: list[list[int]]) -> Judged:
    """Who is who: by names first, which tells what is one event, and then by the parts taken in it."""
    join_participants(compared.forest, [[desk.glimpses[n] for n in group] for group in groups], desk.memory)
    return compared.judged()


def _needed(actors: tuple[StoryActor, ...], documents: list[Document]) -> tuple[StoryActor, ...]:
    """The actors that are named somewhere, take part in something, or say something."""
    used: set[tuple[str, str]] = set()
    for d in documents:
        key = d.article.id
        used |= {(key, a.id) for a in d.actors if any(m.kind == "name" for m in a.mentions)}
        used |= {(key, r.actor) for e in d.events for r in e.roles if r.actor}
        used |= {(key, q.source.actor) for q in d.attributions if q.source and q.source.actor}
    return tuple(actor for actor in actors if used.intersection(actor.members))


def _relations(documents: list[Document], event_of: dict[tuple[str, str], str]) -> tuple[StoryRelation, ...]:
    found = {
        (r.type, event_of[d.article.id, r.source], event_of[d.article.id, r.target])
        for d in documents
        for r in d.relations
        if (d.article.id, r.source) in event_of and (d.article.id, r.target) in event_of
    }
    return tuple(StoryRelation(type=t, source=s, target=o) for t, s, o in sorted(found) if s != o)
