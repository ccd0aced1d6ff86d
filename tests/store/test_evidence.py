"""What an article says can be read back from its graph, to the character."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

import strategies
from dateline.model import Attribution, Document, Source, Span
from dateline.store import Store, open_store
from dateline.store.evidence import evidence
from dateline.store.places import places
from dateline.store.vocabulary import Names
from store.sample import harbour, story, strike


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store(merge=lambda documents: story())
    made.add([harbour(), strike()])
    return made


def stored(*documents: Document) -> Store:
    made = open_store()
    made.add(documents)
    return made


def days(*values: object) -> tuple[str | None, ...]:
    return tuple(None if v is None else str(v) for v in values)


@settings(max_examples=30, deadline=None)
@given(strategies.documents("x y"))
def test_times_are_read_back(document: Document) -> None:
    found = stored(document).select(
        """SELECT ?b ?e ?words ?type ?value ?date ?earliest ?latest ?rule ?why {
          ?t a dl:TimeMention ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?words ;
            dl:timexType ?type ; dl:timexValue ?value
          OPTIONAL { ?t dl:date ?date } OPTIONAL { ?t dl:earliest ?earliest } OPTIONAL { ?t dl:latest ?latest }
          OPTIONAL { ?t dl:rule ?rule } OPTIONAL { ?t dl:why ?why } }"""
    )
    first = {(t.start, t.end): t for t in reversed(document.times)}
    expected = {
        (*span, t.text, t.type, t.value, t.edtf, *days(t.earliest, t.latest), t.rule or None, t.why or None)
        for span, t in first.items()
    }
    assert {(*row[:6], *days(*row[6:8]), *row[8:]) for row in found.rows} == expected


@settings(max_examples=30, deadline=None)
@given(strategies.documents("x/y"))
def test_event_mentions_and_sentences_are_read_back(document: Document) -> None:
    made = stored(document)
    found = made.select(
        """SELECT ?b ?e ?words ?lemma ?class ?tense {
          ?m a dl:EventMention ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?words ;
            dl:lemma ?lemma ; dl:timemlClass ?class ; dl:tense ?tense }"""
    )
    first = {(e.start, e.end): e for e in reversed(document.events)}
    expected = {(*span, e.text, e.lemma, e.timeml_class, e.tense) for span, e in first.items()}
    assert set(found.rows) == expected
    found = made.select("SELECT ?b ?e ?text { ?s a nif:Sentence ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?text }")
    assert set(found.rows) == {(s.start, s.end, document.text[s.start : s.end]) for s in document.sentences}


@settings(max_examples=30, deadline=None)
@given(strategies.documents("d"))
def test_claims_and_their_figures_are_read_back(document: Document) -> None:
    found = stored(document).select(
        """SELECT ?claim ?polarity ?certainty ?status ?date ?kind ?min ?max {
          ?c a dl:Claim ; dl:polarity ?polarity ; dl:certainty ?certainty ; dl:status ?status
          BIND(REPLACE(STR(?c), "^.*/", "") AS ?claim)
          OPTIONAL { ?c dl:date ?date }
          OPTIONAL { ?c dl:quantity ?q . ?q dl:counts ?kind ; schema:minValue ?min OPTIONAL { ?q schema:maxValue ?max } } }"""
    )
    told = {row[0] for row in found.rows}
    expected = {
        (e.id, e.polarity, e.certainty, e.status, e.when.edtf, *((q.kind, q.min, q.max) if q else (None, None, None)))
        for e in document.events
        if e.id in told
        for q in e.quantities or (None,)
    }
    assert set(found.rows) == expected


def chain(store: Store, claim: str) -> list[str]:
    """The sources of a claim from the innermost to the publisher, as a reader of the graph follows them."""
    found, node = [], f"<claim/{claim}>"
    while True:
        ((node, who),) = store.select(
            f"""SELECT ?next ?who {{ {node} dl:saidIn ?next .
            {{ ?next dl:speaker/rdfs:label ?who }} UNION {{ ?next schema:publisher/rdfs:label ?who }} }}"""
        ).rows  # type: ignore[assignment]
        found.append(str(who))
        if "/article/" in node:
            return found
        node = f"<{node}>"


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("harbour/e1", ["Coastal Wire"]),
        ("harbour/e3", ["Tomas Reke", "Coastal Wire"]),
        ("harbour/e5", ["The port authority", "Radio Sal", "Coastal Wire"]),
        ("strike/e1", ["unknown publisher"]),
    ],
)
def test_the_chain_of_sources_ends_at_the_publisher(store: Store, claim: str, sources: list[str]) -> None:
    assert chain(store, claim) == sources
    ((by,),) = store.select(f"SELECT ?by {{ <claim/{claim}> dl:claimedBy/rdfs:label ?by }}").rows
    passed = store.select(f"SELECT ?by {{ <claim/{claim}> dl:reportedBy/rdfs:label ?by }}").rows
    assert [by, *sorted(str(row[0]) for row in passed)] == [sources[0], *sorted(sources[1:])]


def test_statements_within_each_other_in_a_circle_still_end_at_the_publisher() -> None:
    whole = Span(start=0, end=5)
    looped = tuple(
        Attribution(id=i, content=whole, parent=p) for i, p in (("q1", "q2"), ("q2", "q1"), ("q3", "q1"), ("q4", "gone"))
    )
    event = replace(harbour().events[0], attribution="q3")
    document = replace(harbour(), attributions=looped, events=(event,))
    made = open_store(merge=lambda documents: story())
    made.add([document])
    ends = made.select("SELECT ?q { ?q a dl:Statement ; dl:saidIn*/schema:publisher ?p }").rows
    assert len(ends) == 4


def test_a_source_without_words_has_a_label() -> None:
    unnamed = Attribution(id="q9", content=Span(start=0, end=5), source=Source(start=0, end=0))
    made = open_store(merge=lambda documents: story())
    made.add([replace(harbour(), attributions=(unnamed,))])
    assert made.ask("ASK { <source/harbour/q9> rdfs:label 'unnamed source' }")


def test_roles_name_their_fillers_and_words(store: Store) -> None:
    found = store.select(
        """SELECT ?claim ?name ?filler ?words { ?claim dl:claimsRole ?r . ?r dl:roleName ?name ; gaf:denotedBy/nif:anchorOf ?words
        OPTIONAL { ?r dl:filler ?filler } FILTER(?claim IN (<claim/strike/e1>, <claim/harbour/e6>)) } ORDER BY ?claim ?name""",
        shorten=True,
    )
    assert found.rows == (
        ("claim/harbour/e6", "agent", None, "Both sides"),
        ("claim/strike/e1", "agent", "actor/organization/police", "Police"),
        ("claim/strike/e1", "instrument", "event/die-1", "killing"),
        ("claim/strike/e1", "patient", "actor/group/dockers", "dockers"),
        ("claim/strike/e1", "place", "actor/place/porto-sal", "Porto Sal"),
    )


def test_events_without_a_place_in_the_story_stay_as_mentions(store: Store) -> None:
    found = store.select(
        "SELECT ?w { ?m a dl:EventMention ; nif:anchorOf ?w FILTER NOT EXISTS { ?x gaf:denotedBy ?m } } ORDER BY ?w"
    )
    assert found.rows == (("clashes",), ("denied",), ("said",))


def test_every_word_that_is_quoted_stands_there(store: Store) -> None:
    for article in (harbour(), strike()):
        found = store.select(
            f"""SELECT ?b ?e ?w {{ ?m nif:referenceContext <article/{article.article.id}> ;
            nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?w }}"""
        )
        assert len(found.rows) > 5
        for begin, end, words in found.rows:
            assert article.text[int(str(begin)) : int(str(end))] == words


def test_facts_stand_in_one_graph_only(store: Store) -> None:
    """Engines do not remove duplicates over a union of graphs: a fact repeated per article would multiply rows."""
    doubled = store.select("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(STR(?g) < STR(?h)) }").rows
    assert doubled == ()


def test_offsets_out_of_the_text_are_left_out() -> None:
    bad = replace(harbour().times[0], start=5, end=99_999)
    document = replace(harbour(), times=(bad, replace(bad, id="t9", start=-5, end=2)))
    quads = evidence(document, places(story()), Names())
    assert not any("99999" in str(q) or "#char=-5" in str(q) for q in quads)


def test_there_are_no_blank_nodes(store: Store) -> None:
    assert store.select("SELECT * { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) }").rows == ()


def test_half_characters_become_marks_and_move_nothing() -> None:
    text = harbour().text.replace("Reke", "R\ud800ke")
    document = replace(harbour(), article=replace(harbour().article, text=text, title="\udfff", publisher="\ud800"))
    made = open_store(merge=lambda documents: story())
    made.add([document])
    assert made.ask("ASK { ?s nif:anchorOf 'R\ufffdke said at least 12 dockers were injured in clashes on Monday.' }")
    assert [d.text for d in made.documents()] == [text]
    "".join(made.turtle()).encode()
