"""Parts that grammar gives, after the parser's network has been heard on them."""

from collections.abc import Callable
from dataclasses import replace

import factory
from dateline.cast import cast
from dateline.cast.weighing import LEAD, TAKEN, Candidate, Judged, taken
from dateline.find import find
from dateline.model import Document, Event, RoleName

Parse = Callable[..., Document]
EVENT = Event(id="e1", start=0, end=1, text="x", lemma="x", label="x")


def parts(document: Document, at: str) -> set[tuple[str, str]]:
    event = next(e for e in document.events if e.text == at)
    return {(r.role, document.text[r.start : r.end]) for r in event.roles}


def played(parse: Parse, text: str) -> Document:
    return next(iter(cast(find([parse(text)]))))


def candidate(word: int, role: RoleName, unit: int | None = None) -> Candidate:
    return Candidate(EVENT, 0, word, word if unit is None else unit, role, {})


def chosen(*judged: tuple[Candidate, float, float]) -> set[tuple[int, str]]:
    found = taken(Judged(candidate, given > 0, likely) for candidate, given, likely in judged)
    return {(c.word, c.role) for c, *_ in found}


def test_who_is_far_from_the_event_takes_part_where_the_network_is_sure(parse: Parse) -> None:
    document = played(parse, "A militant who had met the envoy planned the attack.")
    assert any(role == "agent" and who == "A militant" for role, who in parts(document, "attack"))


def test_a_charge_is_not_the_deed_of_who_drops_it(parse: Parse) -> None:
    assert not any(
        role == "agent" for role, _ in parts(played(parse, "Prosecutors dropped charges of robbing a bank."), "robbing")
    )


def test_what_is_not_meant_takes_no_part(parse: Parse) -> None:
    document = played(parse, "The rebels attacked soldiers rather than farmers.")
    assert parts(document, "attacked") == {("agent", "The rebels"), ("patient", "soldiers")}


def test_a_phrase_that_grammar_cut_keeps_its_words(parse: Parse) -> None:
    document = played(parse, "Two miners from Lima died.")
    assert ("patient", "Two miners from Lima") in parts(document, "died") or ("patient", "Two miners") in parts(document, "died")


def test_who_is_quoted_says_it(parse: Parse) -> None:
    document = played(parse, "Anadolu quoted Interior Minister Efkan Ala as saying that police had detained 40 people.")
    assert {part for part in parts(document, "saying") if part[0] == "agent"} == {("agent", "Interior Minister Efkan Ala")}


def test_trees_without_likelihoods_are_left_to_the_rules() -> None:
    document = factory.document(factory.KILLING)
    (made,) = cast(find([document]))
    assert parts(made, "killed") == {("agent", "Rebels"), ("patient", "soldiers")}
    assert all(r.confidence is None for e in made.events for r in e.roles)


def test_grammar_names_the_part_and_the_network_says_who_takes_one() -> None:
    agent, patient = candidate(1, "agent"), candidate(1, "patient")
    assert chosen((agent, 1.0, 0.4), (patient, 0.0, 0.35 + LEAD)) == {(1, "agent")}
    assert chosen((agent, 1.0, 0.01), (patient, 0.0, LEAD + 0.2)) == {(1, "patient")}
    assert chosen((agent, 1.0, 0.01), (patient, 0.0, 0.02)) == set()
    assert chosen((patient, 0.0, TAKEN - 0.05)) == set()
    assert chosen((patient, 0.0, TAKEN + 0.05)) == {(1, "patient")}


def test_members_of_a_list_take_the_same_part_or_none() -> None:
    one, other = candidate(1, "recipient"), candidate(3, "recipient", 1)
    stray = candidate(3, "topic", 1)
    assert chosen((one, 0.0, 0.95), (other, 0.0, 0.5), (stray, 0.0, 0.55)) == {(1, "recipient"), (3, "recipient")}
    assert chosen((one, 0.0, 0.7), (other, 0.0, 0.1)) == set()


def test_what_is_visited_stays_what_is_visited() -> None:
    assert chosen((candidate(1, "patient"), 1.0, 0.2), (candidate(1, "place"), 0.0, 0.95)) == {(1, "patient")}


def test_grammar_knows_a_patient_from_a_topic(parse: Parse) -> None:
    patient, topic = candidate(1, "patient"), replace(candidate(1, "topic"), surely="topic")
    assert chosen((topic, 1.0, 0.1), (patient, 0.0, 0.95)) == {(1, "topic")}
    assert chosen((candidate(1, "topic"), 1.0, 0.1), (patient, 0.0, 0.95)) == {(1, "patient")}
    document = played(parse, "The insurer paid for the ship.")
    assert parts(document, "paid") == {("agent", "The insurer"), ("topic", "the ship")}


def test_likelihoods_change_nothing_but_who_takes_part(parse: Parse) -> None:
    document = parse("Chad attacked Sudan on Monday.")
    bare = replace(document, tokens=tuple(replace(t, kinds={}, parts={}) for t in document.tokens))
    (heard,), (unheard,) = cast(find([document])), cast(find([bare]))
    assert [(e.text, e.type, e.status) for e in heard.events] == [(e.text, e.type, e.status) for e in unheard.events]
