"""The same event and the same actor, told in several places, joined into one: documents to a story.

Everything here is a function of the set of documents: their order changes nothing. A join is made only where the texts give
reason for it; what stays apart can be joined later, what was wrongly joined misleads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.merge.actors import Judged, compare
from dateline.merge.decisions import Rulings
from dateline.merge.events import made, together
from dateline.merge.judgements import Decision as ActorDecision
from dateline.merge.origins import origins
from dateline.merge.participants import join_participants
from dateline.merge.telling import Telling
from dateline.merge.words import family, rarity
from dateline.model import Decision, Document, Story, StoryActor, StoryEvent, StoryRelation

__all__ = ["deserves_timeline", "merge", "settled_actors", "stories"]

# Speech and thought are kept as claims with their speakers; as events of their own they would bury what they tell of.
MENTAL_TYPES = frozenset({"STATE_CLAIM"})
TELLING = 0.3  # the least rarity of a word that tells by itself what happened: "refloat", not "take"


def merge(documents: Iterable[Document], decisions: Sequence[Decision] = (), *, judged: Iterable[ActorDecision] = ()) -> Story:
    """What belongs on the timeline: the events that deserve it, the actors they need, and how they stand to each other.

    `decisions` are corrections of events, `judged` says of pairs of actors whether they are the same.
    """
    documents = list(documents)
    whole = stories(documents, decisions, judged=judged)
    widely = _widely_told(whole, documents)
    events = tuple(event for event in whole.events if deserves_timeline(event) or event.id in widely)
    kept = {event.id for event in events}
    relations = tuple(r for r in whole.relations if r.source in kept and r.target in kept)
    return replace(whole, events=events, relations=relations)


def deserves_timeline(event: StoryEvent) -> bool:
    """Whether an event is worth a node: it is of a known type, about something in the world, and tells who, when or how many."""
    if event.type is None or event.type in MENTAL_TYPES or event.status == "generic":
        return False
    return bool(event.roles or event.quantities or event.when.edtf)


def _widely_told(story: Story, documents: list[Document]) -> frozenset[str]:
    """Happenings of no known type that several origins tell of, with who took part and when or how many: these are news too."""
    told = {(d.article.id, e.id): e for d in documents for e in d.events}
    origin_of = dict(story.origins)
    return frozenset(
        event.id
        for event in story.events
        if event.type is None
        and event.status != "generic"
        and event.roles
        and (event.quantities or event.when.edtf)
        and len({origin_of.get(article, article) for article, _ in event.members}) > 1
        and all(told[m].timeml_class == "OCCURRENCE" and rarity(family(told[m].lemma)) >= TELLING for m in event.members)
    )


def stories(documents: Iterable[Document], decisions: Sequence[Decision] = (), *, judged: Iterable[ActorDecision] = ()) -> Story:
    """Every event and actor of the documents, once each. What people have decided is carried out."""
    ordered = sorted(documents, key=lambda d: d.article.id)
    settled, grouped = _settled(ordered, Rulings(decisions=tuple(decisions)), judged)
    actors = settled.actors
    copied = origins(ordered)
    rulings = Rulings(decisions=tuple(decisions), actors={a.name.casefold(): a.id for a in reversed(actors)})
    events = made(grouped, copied, rulings)
    event_of = {member: event.id for event in events for member in event.members}
    return Story(
        events=events,
        actors=_needed(actors, ordered),
        relations=_relations(ordered, event_of),
        origins=tuple(sorted(copied.items())),
        decisions=tuple(decisions),
    )


def settled_actors(documents: Iterable[Document], judged: Iterable[ActorDecision] = ()) -> Judged:
    """Every actor once, by names and by the parts taken in events, with the ids of what was joined in each."""
    return _settled(sorted(documents, key=lambda d: d.article.id), Rulings(), judged)[0]


def _settled(ordered: list[Document], rulings: Rulings, judged: Iterable[ActorDecision]) -> tuple[Judged, list[list[Telling]]]:
    """Who is who, and which tellings are of one event: by names first, then by events, then by the parts taken in them."""
    compared = compare(ordered, judged)
    grouped = together(ordered, compared.clusters(), rulings)
    join_participants(compared.forest, grouped)
    settled = compared.judged()
    id_of = {part: id_ for id_, parts in settled.parts.items() for part in parts}
    return settled, [[_renamed(t, id_of) for t in some] for some in grouped]


def _renamed(t: Telling, id_of: Mapping[str, str]) -> Telling:
    """A telling with the final ids of those who take part."""
    return replace(t, roles=frozenset((role, id_of[key]) for role, key in t.roles))


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
