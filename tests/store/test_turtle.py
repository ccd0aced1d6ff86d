"""Turtle is read back as the same graph, whatever stands in it, and looks as a person would write it."""

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store import BASE, open_store, turtle
from dateline.store.vocabulary import PREFIXES, Names, encode
from store.sample import harbour, story, strike

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PATHS = st.builds(lambda parts: BASE + "/".join(map(encode, parts)), st.lists(TEXT, max_size=3))
IRIS = st.sampled_from(
    [
        *(PREFIXES[p] + "x" for p in ("dl", "dlt", "rdf", "xsd")),
        PREFIXES["dl"],
        PREFIXES["dl"] + "1-x.y",
        PREFIXES["rdf"] + "type",
        BASE,
        BASE[:-1],
        BASE + "article/a#char=0,1",
        BASE + "article//b",
        BASE + "../c",
        BASE + "?q",
        BASE + "a:b/c",
        BASE + "event/x/./y",
        "https://example.org/é?x=1#y",
        "urn:x:y",
    ]
)
NODES = st.builds(ox.NamedNode, IRIS | PATHS)
DATATYPES = st.builds(ox.NamedNode, st.sampled_from([PREFIXES["edtf"] + "EDTF", PREFIXES["dl"] + "odd.", "urn:type"]))
LITERALS = st.one_of(
    st.builds(ox.Literal, TEXT),
    st.builds(lambda text: ox.Literal(text, language="de-at"), TEXT),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), TEXT, DATATYPES),
    st.builds(ox.Literal, st.integers() | st.booleans()),
    st.builds(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")),
        st.sampled_from(["1.5", ".5", "+2.0", "x", "5."]),
    ),
)
TRIPLES = st.lists(st.builds(ox.Triple, NODES, NODES, NODES | LITERALS), max_size=8)


def written(triples: Iterable[ox.Triple]) -> str:
    return "".join(turtle.write(triples, BASE))


@settings(deadline=None)
@given(TRIPLES)
def test_oxigraph_reads_back_what_was_written(triples: list[ox.Triple]) -> None:
    assert {q.triple for q in ox.parse(written(triples), ox.RdfFormat.TURTLE)} == set(triples)


@settings(deadline=None)
@given(TRIPLES)
def test_rdflib_reads_back_what_was_written(triples: list[ox.Triple]) -> None:
    lines = "".join(f"{t} .\n" for t in set(triples))
    expected = rdflib.Graph().parse(data=lines, format="nt")
    assert set(rdflib.Graph().parse(data=written(triples), format="turtle")) == set(expected)


@settings(deadline=None)
@given(TRIPLES, st.randoms())
def test_the_order_of_triples_changes_nothing(triples: list[ox.Triple], random: "st.Random") -> None:  # type: ignore[name-defined]
    shuffled = [*triples, *triples[:2]]
    random.shuffle(shuffled)
    assert written(shuffled) == written(triples)


def test_it_reads_well() -> None:
    store = open_store(merge=lambda documents: story())
    store.add([harbour(), strike()])
    text = "".join(store.turtle())
    headings = [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]
    assert headings == [name for name, _ in turtle.SECTIONS if name != "Other things"]
    assert "@prefix owl:" not in text
    labels = [
        line.split('"')[1] for line in text.partition("### Events")[2].partition("###")[0].splitlines() if "rdfs:label" in line
    ]
    assert labels == [
        "12 dockers injured",
        "Ana Vidal meets Tomas Reke in Porto Sal",
        "Both sides sign an agreement",
        "Police attack dockers",
        "Three to five people killed",
        "Ana Vidal: inquiry",
    ]
    assert (
        """
<event/assault-1> a sem:Event ;
    rdfs:label "Police attack dockers" ;
    sem:eventType dlt:ASSAULT ;
    dl:status "actual" ;
    dl:contested true ;
    dl:confidence 0.83 ;
    dl:agent <actor/organization/police> ;
    dl:patient <actor/group/dockers> ;
    dl:place <actor/place/porto-sal> ;
    sem:hasActor <actor/group/dockers> , <actor/organization/police> ;
    sem:hasPlace <actor/place/porto-sal> ;
    dl:cause <event/die-1> ;
    gaf:denotedBy <article/harbour#char=176,184> , <article/strike#char=7,15> .
"""
        in text
    )


def test_lines_stay_whole() -> None:
    odd = "a\u2028b\x85c\u202ed\x0be\r\n"
    text = written([ox.Triple(ox.NamedNode(BASE + "x"), ox.NamedNode(BASE + "y"), ox.Literal(odd))])
    assert len(text.splitlines()) == text.count("\n")


# -- IRIs --------------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(), st.text())
def test_two_ids_never_share_an_iri(one: str, other: str) -> None:
    names = Names()
    nodes = {names.article(i) for i in (one, other)}, {names.within("claim", i, i) for i in (one, other)}
    assert {len(found) for found in nodes} == {len({one, other})}


def test_ids_stay_readable() -> None:
    names = Names()
    assert names.actor("person/hossein-amirabdollahian").value == BASE + "actor/person/hossein-amirabdollahian"
    assert names.article("Zürich 1/2").value == BASE + "article/Zürich%201/2"
    assert names.article("..").value == BASE + "article/%2E%2E"
    assert names.span("a b", 10, 42).value == BASE + "article/a%20b#char=10,42"
