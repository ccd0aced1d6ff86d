"""A story as RDF: what is. Each event, actor and place stands here once, whatever the number of articles that tell of it."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from dateline import __version__
from dateline.model import Document, Quantity, Story, StoryActor, StoryEvent, When
from dateline.store import terms
from dateline.store.decisions import copied, decided
from dateline.store.eventtypes import describe
from dateline.store.places import Places
from dateline.store.terms import Writer
from dateline.store.vocabulary import DL, DLT, LABEL, PROV, SCHEMA, SEM, SKOS, TYPE, Names, encode

CLASSES = {
    "person": (SCHEMA("Person"),),
    "organization": (SCHEMA("Organization"),),
    "country": (SCHEMA("Country"), SEM("Place")),
    "place": (SCHEMA("Place"), SEM("Place")),
    "group": (DL("Group"),),
}
RELATIONS = {
    "before": DL("before"),
    "includes": DL("includes"),
    "simultaneous": DL("simultaneous"),
    "cause": DL("cause"),
    "subevent": SEM("hasSubEvent"),
}
BOUNDS = {
    "earliest_begin": SEM("hasEarliestBeginTimeStamp"),
    "latest_begin": SEM("hasLatestBeginTimeStamp"),
    "earliest_end": SEM("hasEarliestEndTimeStamp"),
    "latest_end": SEM("hasLatestEndTimeStamp"),
}


def facts(story: Story, documents: Iterable[Document], where: Places, names: Names) -> set[Quad]:
    """The graph of what is: events, actors, places, how they stand to each other, and who published."""
    documents = list(documents)
    write = Writer(names.facts)
    for event in story.events:
        _event(write, names, event)
    acting = {role.actor for event in story.events for role in event.roles if role.role != "place"}
    hosting = {role.actor for event in story.events for role in event.roles if role.role == "place"}
    for actor in story.actors:
        _actor(write, names, actor, acts=actor.id in acting, hosts=actor.id in hosting)
    _relations(write, names, story)
    _types(write, story, documents)
    for name in {d.article.publisher for d in documents if d.article.publisher}:
        write.add(where.publisher(name, names), (TYPE, DL("Publisher")), (LABEL, terms.text(name)))
    _provenance(write, names, documents)
    decided(write, names, story)
    copied(write, names, story)
    return write.quads


def dating(when: When) -> Iterator[tuple[NamedNode, Literal]]:
    """The date of an event and the reason for it."""
    if when.edtf:
        yield DL("date"), terms.edtf(when.edtf)
    if when.why:
        yield DL("why"), terms.text(when.why)


def figure(write: Writer, node: NamedNode, quantity: Quantity) -> None:
    """A figure with its bounds, its unit and what it counts."""
    write.add(
        node,
        (TYPE, SCHEMA("QuantitativeValue")),
        (DL("counts"), terms.text(quantity.kind)),
        (SCHEMA("unitText"), terms.text(quantity.unit)),
        (SCHEMA("minValue"), terms.number(quantity.min)),
        (SCHEMA("maxValue"), terms.number(quantity.max)),
    )


def _event(write: Writer, names: Names, event: StoryEvent) -> None:
    node = names.event(event.id)
    write.add(
        node,
        (TYPE, SEM("Event")),
        (LABEL, terms.text(event.label)),
        (SEM("eventType"), DLT(encode(event.type)) if event.type else None),
        (DL("status"), terms.text(event.status)),
        (DL("contested"), terms.true() if event.contested else None),
        *dating(event.when),
        *((bound, terms.day(d)) for name, bound in BOUNDS.items() if (d := getattr(event.when, name))),
    )
    for role in event.roles:
        actor = names.actor(role.actor)
        write.add(node, (DL(role.role), actor), (SEM("hasPlace" if role.role == "place" else "hasActor"), actor))
    for quantity in event.quantities:
        bounds = (n.value if (n := terms.number(v)) else "" for v in (quantity.min, quantity.max))
        own = names.figure(event.id, quantity.kind, quantity.unit, "-".join(bounds))
        write.add(node, (DL("quantity"), own))
        figure(write, own, quantity)


def _actor(write: Writer, names: Names, actor: StoryActor, *, acts: bool, hosts: bool) -> None:
    node = names.actor(actor.id)
    classes = {*CLASSES.get(actor.type, ())}
    if acts or not (hosts or SEM("Place") in classes):
        classes.add(SEM("Actor"))
    if hosts:
        classes.add(SEM("Place"))
    write.add(
        node,
        *((TYPE, c) for c in classes),
        (LABEL, terms.text(actor.name)),
        *((SKOS("altLabel"), terms.text(alias)) for alias in actor.aliases if alias != actor.name),
        (DL("actorType"), terms.text(actor.type)),
        (DL("kind"), terms.text(actor.kind) if actor.kind else None),
        (DL("countryCode"), terms.text(actor.iso) if actor.iso else None),
        (SCHEMA("latitude"), terms.number(actor.latitude)),
        (SCHEMA("longitude"), terms.number(actor.longitude)),
        *((SCHEMA("sameAs"), terms.iri_or_text(link)) for link in actor.same_as),
    )


def _relations(write: Writer, names: Names, story: Story) -> None:
    for relation in story.relations:
        source, target = names.event(relation.source), names.event(relation.target)
        if relation.type == "after":
            source, target = target, source
        write.add(source, (RELATIONS["before" if relation.type == "after" else relation.type], target))
        if relation.type == "simultaneous":
            write.add(target, (DL("simultaneous"), source))


def _types(write: Writer, story: Story, documents: Iterable[Document]) -> None:
    """The types in use, described here too so that one file or store says what its types mean."""
    codes = {e.type for e in story.events if e.type} | {e.type for d in documents for e in d.events if e.type}
    for triple in describe(map(encode, codes)):
        write.quads.add(Quad(triple.subject, triple.predicate, triple.object, write.graph))


def _provenance(write: Writer, names: Names, documents: Iterable[Document]) -> None:
    agent = names.node("software", encode(f"dateline-{__version__}"))
    write.add(
        agent,
        (TYPE, PROV("SoftwareAgent")),
        (LABEL, terms.text(f"Dateline {__version__}")),
        (SCHEMA("softwareVersion"), terms.text(__version__)),
    )
    for document in documents:
        write.add(names.facts, (TYPE, PROV("Entity")), (PROV("wasDerivedFrom"), names.evidence(document.article.id)))
