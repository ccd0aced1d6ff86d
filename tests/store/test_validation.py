"""Every graph obeys the shapes, and each planted fault is found."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib import RDF, RDFS, XSD, Literal, URIRef

import strategies
from dateline import resources
from dateline.model import Document
from dateline.store import BASE, PREFIXES, open_store
from dateline.store.validation import validate, validate_store
from store.sample import harbour, story, strike

DL, SEM, SCHEMA, NIF, GAF = (rdflib.Namespace(PREFIXES[p]) for p in ("dl", "sem", "schema", "nif", "gaf"))
EVENT = URIRef(BASE + "event/consult-1")
CLAIM = URIRef(BASE + "claim/harbour/e5")
STATEMENT = URIRef(BASE + "statement/harbour/q3")
ARTICLE = URIRef(BASE + "article/harbour")
FIGURE = URIRef(BASE + "figure/die-1/killed/people/3-5")
TIME = URIRef(BASE + "article/harbour#char=63,71")
PLACE = URIRef(BASE + "actor/place/porto-sal")


@pytest.fixture(scope="module")
def sound() -> rdflib.Graph:
    store = open_store(merge=lambda documents: story())
    store.add([harbour(), strike()])
    return store.to_rdflib()


def test_the_sample_conforms(sound: rdflib.Graph) -> None:
    assert validate(sound).problems == ()


def one_event_per_word(document: Document) -> bool:
    """A word tells of one event: so the stages promise, and so events get their ids."""
    spans = [(e.start, e.end) for e in document.events]
    return len(spans) == len(set(spans))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(strategies.documents("a").filter(one_event_per_word), strategies.documents("b").filter(one_event_per_word))
def test_every_graph_conforms(one: Document, other: Document) -> None:
    store = open_store()
    store.add([one, other])
    assert validate(store.to_rdflib()).problems == ()


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date, normalize=False)


# what is taken away, what is put in its place, and what must be said
FAULTS = [
    (EVENT, DL.status, None, "has not exactly one status of the list"),
    (EVENT, DL.status, Literal("certain"), "has not exactly one status of the list"),
    (EVENT, RDFS.label, None, "has not exactly one label"),
    (EVENT, RDFS.label, Literal(""), "has not exactly one label"),
    (EVENT, SEM.hasEarliestBeginTimeStamp, day("2024-03-09"), "has an earliest begin that is not"),
    (EVENT, SEM.hasEarliestBeginTimeStamp, Literal("2024", datatype=XSD.gYear), "has an earliest begin that is not"),
    (EVENT, SEM.hasLatestEndTimeStamp, day("2024-03-01"), "has a latest begin that is not"),
    (EVENT, SEM.hasActor, None, "has participants that are not repeated"),
    (EVENT, SEM.hasPlace, None, "has places that are not repeated"),
    (EVENT, SEM.eventType, DL.odd, "has more than one type, or one that is not described"),
    (EVENT, DL.date, Literal("2024-03-07"), "has a date that is not one EDTF literal"),
    (EVENT, GAF.denotedBy, None, "is written nowhere"),
    (EVENT, DL.before, ARTICLE, "stands in a relation to something that is no event"),
    (EVENT, DL.contested, Literal("yes"), "is contested"),
    (EVENT, DL.confidence, Literal("1.5", datatype=XSD.decimal), "has a confidence that is not"),
    (CLAIM, DL.confidence, Literal("high"), "has a confidence that is not"),
    (CLAIM, DL.ofEvent, None, "is not of exactly one event"),
    (CLAIM, DL.claimedBy, None, "is not made by exactly one source"),
    (CLAIM, DL.saidIn, None, "does not end at a publisher"),
    (CLAIM, DL.stance, Literal("shrugs"), "has not exactly one stance"),
    (CLAIM, DL.polarity, None, "has not exactly one polarity"),
    (STATEMENT, DL.saidIn, STATEMENT, "does not end at a publisher"),
    (STATEMENT, DL.speaker, None, "has not exactly one speaker"),
    (ARTICLE, SCHEMA.publisher, None, "has not exactly one publisher"),
    (ARTICLE, SCHEMA.sha256, Literal("abc"), "has not exactly one SHA-256"),
    (ARTICLE, SCHEMA.datePublished, Literal("2024"), "was published on something"),
    (FIGURE, SCHEMA.minValue, Literal(7), "has a lower bound that is not"),
    (FIGURE, SCHEMA.unitText, None, "has not exactly one unit"),
    (TIME, NIF.beginIndex, Literal(99), "does not begin at exactly one offset"),
    (TIME, DL.timexType, Literal("DAY"), "has not exactly one TIMEX3 type"),
    (TIME, NIF.referenceContext, None, "is not in exactly one article"),
    (PLACE, SCHEMA.latitude, Literal(91), "has not exactly one latitude"),
]


@pytest.mark.parametrize(("node", "predicate", "value", "message"), FAULTS)
def test_a_fault_is_found(sound: rdflib.Graph, node: URIRef, predicate: URIRef, value: Literal | None, message: str) -> None:
    faulty = rdflib.Graph() + sound
    assert (node, None, None) in faulty
    faulty.remove((node, predicate, None))
    if value is not None:
        faulty.add((node, predicate, value))
    assert any(message in p.message for p in validate(faulty).problems)


def term(value: rdflib.term.Node) -> ox.NamedNode | ox.Literal:
    """The same in Oxigraph's terms."""
    if isinstance(value, Literal):
        return ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype or XSD.string)))
    return ox.NamedNode(str(value))


@pytest.mark.parametrize(("node", "predicate", "value", "message"), FAULTS)
def test_part_by_part_the_same_is_found(
    node: URIRef, predicate: URIRef, value: Literal | None, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.validation.PART", 40)
    monkeypatch.setattr("dateline.store.validation.THINGS", 3)
    store = open_store(merge=lambda documents: story())
    store.add([harbour(), strike()])
    graph = store._engine.graph  # type: ignore[attr-defined]
    held = list(graph.quads_for_pattern(term(node), term(predicate), None, None))
    for quad in held:
        graph.remove(quad)
    if value is not None:
        name = held[0].graph_name if held else next(graph.quads_for_pattern(term(node), None, None, None)).graph_name
        graph.add(ox.Quad(term(node), term(predicate), term(value), name))
    found = validate_store(store).problems
    assert any(message in p.message for p in found)
    assert set(found) == set(validate(store.to_rdflib()).problems)


def test_a_sound_store_is_sound_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.validation.PART", 40)
    monkeypatch.setattr("dateline.store.validation.THINGS", 2)
    store = open_store(merge=lambda documents: story())
    store.add([harbour(), strike()])
    assert validate_store(store).conforms


def test_a_blank_node_is_found(sound: rdflib.Graph) -> None:
    faulty = rdflib.Graph() + sound
    faulty.add((rdflib.BNode(), RDF.type, DL.Claim))
    assert any("is a blank node" in p.message for p in validate(faulty).problems)


def test_problems_name_the_node_and_the_rule(sound: rdflib.Graph) -> None:
    faulty = rdflib.Graph() + sound
    faulty.set((EVENT, DL.status, Literal("certain")))
    (problem,) = validate(faulty).problems
    assert (problem.node, problem.rule, problem.value) == (str(EVENT), "https://w3id.org/dateline/shape/Event", "certain")


# -- the ontology ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.path("schema", "ontology.ttl"))


def own_terms(graph: rdflib.Graph) -> set[URIRef]:
    """Terms of our namespace in any place of a graph."""
    return {t for triple in graph for t in triple if isinstance(t, URIRef) and t.startswith(str(DL))}


def test_every_term_has_a_label_and_a_comment(ontology: rdflib.Graph) -> None:
    terms = own_terms(ontology)
    assert len(terms) > 50
    for term in terms:
        assert (term, RDF.type, None) in ontology, term
        assert ontology.value(term, RDFS.label), term
        assert str(ontology.value(term, RDFS.comment)).endswith("."), term


def test_every_term_in_use_is_defined(ontology: rdflib.Graph, sound: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(resources.path("schema", "shapes.ttl"))
    assert own_terms(sound) <= own_terms(ontology)
    assert own_terms(shapes) <= own_terms(ontology)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own JSON-LD reader
def test_the_context_names_every_term(ontology: rdflib.Graph, sound: rdflib.Graph) -> None:
    context = resources.path("schema", "context.jsonld").read_text(encoding="utf-8")
    for term in own_terms(ontology):
        assert f'"dl:{term.removeprefix(str(DL))}"' in context, term
    text = sound.serialize(format="json-ld", context=json.loads(context)["@context"])
    assert set(rdflib.Graph().parse(data=text, format="json-ld")) == set(sound)


def test_the_example_in_the_readme_uses_defined_terms_and_can_be_read(ontology: rdflib.Graph) -> None:
    readme = resources.path("schema", "README.md").read_text(encoding="utf-8")
    example = readme.partition("```turtle\n")[2].partition("```")[0]
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    graph = rdflib.Graph().parse(data=prefixes + example, format="turtle")
    assert own_terms(graph) <= own_terms(ontology)
    assert len(graph) > 30
