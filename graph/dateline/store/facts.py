"""A story as RDF: what is. Each event, actor and place stands here once, whatever the number of articles that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import Literal, NamedNode, Quad

from dateline import __version__
from dateline.model import Document, Quantity, Story, StoryActor, StoryEvent, When
from dateline.store import terms
from dateline.store.decisions import copied, decided
from dateline.store.eventtypes import describe
from dateline.store.places import Places
from dateline.store.terms import Writer
from dateline.store.vocabulary import DL, DLT, LABEL, PROV, SCHEMA, SEM, SKOS, TYPE, Names, encode

Pair = tuple[NamedNode, NamedNode | Literal | None]

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
    types = {e.type for d in documents for e in d.events if e.type}
    publishers = [d.article.publisher or "" for d in documents]
    return {quad for _, quads in things(story, types, publishers, where, names) for quad in quads}


def things(
    story: Story, types: Iterable[str], publishers: Iterable[str], where: Places, names: Names
) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """The same graph thing by thing: each subject with all that the graph says of it.

    `types` are those of all mentions, `publishers` the names of those who published, "" where nobody is named.
    """
    related = _relations(names, story)
    for _, same in groupby(sorted(story.events, key=lambda event: event.id), key=lambda event: event.id):
        yield from _event(names, tuple(same), related)
    acting = {role.actor for event in story.events for role in event.roles if role.role != "place"}
    hosting = {role.actor for event in story.events for role in event.roles if role.role == "place"}
    called: dict[NamedNode, list[Pair]] = defaultdict(list)
    publishers = list(publishers)
    for name in sorted({*publishers} - {""}):
        called[where.publisher(name, names)] += [(TYPE, DL("Publisher")), (LABEL, terms.text(name))]
    for actor in story.actors:
        node = names.actor(actor.id)
        write = _actor(names, actor, acts=actor.id in acting, hosts=actor.id in hosting)
        write.add(node, *called.pop(node, ()))
        yield node, write.quads
    for node, pairs in called.items():
        yield _thing(names, node, *pairs)
    yield from _types(names, {*types, *(e.type for e in story.events if e.type)})
    yield from _provenance(names, bool(publishers))
    yield from decided(names, story)
    yield from copied(names, story)


def _thing(names: Names, node: NamedNode, *pairs: Pair) -> tuple[NamedNode, set[Quad]]:
    write = Writer(names.facts)
    write.add(node, *pairs)
    return node, write.quads


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


def _event(
    names: Names, events: tuple[StoryEvent, ...], related: Mapping[NamedNode, list[Pair]]
) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """An event and its figures; several values where two mentions of a text have one place."""
    found: dict[NamedNode, Writer] = defaultdict(lambda: Writer(names.facts))
    for event in events:
        node = names.event(event.id)
        write = found[node]
        write.add(
            node,
            (TYPE, SEM("Event")),
            (LABEL, terms.text(event.label)),
            (SEM("eventType"), DLT(encode(event.type)) if event.type else None),
            (DL("status"), terms.text(event.status)),
            (DL("contested"), terms.true() if event.contested else None),
            (DL("confidence"), terms.share(event.confidence)),
            *dating(event.when),
            *((bound, terms.day(d)) for name, bound in BOUNDS.items() if (d := getattr(event.when, name))),
            *related.get(node, ()),
        )
        for role in event.roles:
            actor = names.actor(role.actor)
            write.add(node, (DL(role.role), actor), (SEM("hasPlace" if role.role == "place" else "hasActor"), actor))
        for quantity in event.quantities:
            bounds = (n.value if (n := terms.number(v)) else "" for v in (quantity.min, quantity.max))
            own = names.figure(event.id, quantity.kind, quantity.unit, "-".join(bounds))
            write.add(node, (DL("quantity"), own))
            figure(found[own], own, quantity)
    yield from ((node, write.quads) for node, write in found.items())


def _actor(names: Names, actor: StoryActor, *, acts: bool, hosts: bool) -> Writer:
    node, write = names.actor(actor.id), Writer(names.facts)
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
    return write


def _relations(names: Names, story: Story) -> Mapping[NamedNode, list[Pair]]:
    """What each event is said to be to others."""
    found: dict[NamedNode, list[Pair]] = defaultdict(list)
    for relation in story.relations:
        source, target = names.event(relation.source), names.event(relation.target)
        if relation.type == "after":
            source, target = target, source
        found[source].append((RELATIONS["before" if relation.type == "after" else relation.type], target))
        if relation.type == "simultaneous":
            found[target].append((DL("simultaneous"), source))
    return found


def _types(names: Names, types: Iterable[str]) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """The types in use, described here too so that one file or store says what its types mean."""
    found: dict[NamedNode, set[Quad]] = defaultdict(set)
    for triple in describe(map(encode, sorted(types))):
        assert isinstance(triple.subject, NamedNode)
        found[triple.subject].add(Quad(triple.subject, triple.predicate, triple.object, names.facts))
    yield from found.items()


def _provenance(names: Names, anything: bool) -> Iterator[tuple[NamedNode, set[Quad]]]:
    """What made the graph; each article's own graph says that this one was derived from it."""
    if anything:
        software = names.node("software", encode(f"dateline-{__version__}"))
        version = terms.text(__version__)
        label = terms.text(f"Dateline {__version__}")
        yield _thing(names, software, (TYPE, PROV("SoftwareAgent")), (LABEL, label), (SCHEMA("softwareVersion"), version))
        yield _thing(names, names.facts, (TYPE, PROV("Entity")))
