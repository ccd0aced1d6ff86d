"""What people decide outweighs the program, lasts, and stands in the graph."""

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import app
from dateline.errors import OptionError
from dateline.merge import merge
from dateline.merge.decisions import VERDICTS, parse, place, written
from dateline.model import Decision, Document
from merge.test_merge import day, event, told

MET, AGAIN = event("e1", 0, when=day("2024-05-06")), event("e1", 0, when=day("2024-05-13"))


def at(article: str) -> str:
    """Where the meeting stands in every article here."""
    return place(article, 0, 4)


def decision(verdict: str, *about: str, value: str = "", when: str = "2024-06-01", who: str = "") -> Decision:
    return Decision(verdict=verdict, about=about, value=value, when=when, who=who)


def both() -> tuple[Document, Document]:
    return told("x", MET), told("y", MET)


def test_two_are_one_if_somebody_says_so() -> None:
    documents = told("x", MET), told("y", AGAIN)
    assert len(merge(documents).events) == 2
    assert len(merge(documents, [decision("same", at("x"), at("y"))]).events) == 1


def test_one_is_two_if_somebody_says_so() -> None:
    assert len(merge(both()).events) == 1
    assert len(merge(both(), [decision("different", at("x"), at("y"))]).events) == 2


def test_the_latest_of_two_decisions_holds() -> None:
    ruled = [
        decision("different", at("x"), at("y"), when="2024-06-02"),
        decision("same", at("x"), at("y"), when="2024-06-01"),
    ]
    assert all(len(merge(both(), order).events) == 2 for order in permutations(ruled))


def test_no_event() -> None:
    (event,) = merge(both(), [decision("not-an-event", at("x"))]).events
    assert [article for article, _ in event.members] == ["y"]


def test_date_type_and_actor() -> None:
    ruled = [
        decision("date", at("x"), value="2024-05-07", who="M. Lind"),
        decision("type", at("y"), value="AGREE"),
        decision("actor", at("x"), value="agent=Tom Oduya"),
    ]
    made = {merge(both(), order).events for order in permutations(ruled)}  # decisions about other things commute
    ((event,),) = made
    assert (event.when.edtf, event.when.why, event.type) == ("2024-05-07", "decided by M. Lind", "AGREE")
    assert [r.actor for r in event.roles if r.role == "agent"] == ["person/tom-oduya"]
    assert event.confidence == 1  # somebody has looked


@pytest.mark.parametrize(
    ("ruled", "confidence"),
    [
        ([], 0.72),
        ([decision("type", at("x"), value="AGREE")], 1),
        ([decision("same", at("x"), at("y"))], 1),
        ([decision("actor", at("x"), value="agent=Nobody Here")], 0.72),  # carries out nothing
        ([decision("not-an-event", at("y"))], 0.6),
    ],
)
def test_who_corrects_an_event_vouches_for_it(ruled: list[Decision], confidence: float) -> None:
    read = replace(MET, confidence=0.6)
    (event,) = merge((told("x", read), told("y", read)), ruled).events
    assert event.confidence == confidence


PLACES = st.sampled_from([at("x"), at("y"), at("z")])


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("date"), PLACES, st.dates().map(str)),
            st.tuples(st.just("type"), PLACES, st.sampled_from(["AGREE", "ASSAULT"])),
            st.tuples(st.just("not-an-event"), PLACES, st.just("")),
            st.tuples(st.just("actor"), PLACES, st.sampled_from(["agent=Tom Oduya", "patient=Mara Lind"])),
        ),
        max_size=4,
        unique_by=lambda d: d[:2],
    ),
    st.randoms(use_true_random=False),
)
def test_corrections_commute(drawn: list[tuple[str, str, str]], random: Random) -> None:
    ruled = [decision(verdict, where, value=value) for verdict, where, value in drawn]
    shuffled = random.sample(ruled, len(ruled))
    documents = told("x", MET), told("y", MET), told("z", AGAIN)
    assert merge(documents, ruled).events == merge(documents, shuffled).events


def test_decisions_about_nothing_here_change_nothing() -> None:
    ruled = [decision("not-an-event", "z#char=0,4"), decision("same", "z#char=0,4", at("x"))]
    assert merge(both(), ruled).events == merge(both()).events


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "not a decision"),
        ('{"verdict": "same"}', "not a decision"),
        ('{"verdict": "equal", "about": ["x#char=0,4"]}', "no decision; there are same"),
        ('{"verdict": "same", "about": ["x#char=0,4"]}', "2 or more places"),
        ('{"verdict": "date", "about": ["x#char=0,4"], "value": "Monday"}', "no day"),
        ('{"verdict": "actor", "about": ["x#char=0,4"], "value": "Tom"}', "ROLE=ACTOR"),
        ('{"verdict": "type", "about": ["x#char=0,4"], "value": "agree"}', "no type"),
    ],
)
def test_lines_that_are_no_decision(line: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        parse(line)


def test_a_decision_survives_its_line() -> None:
    made = decision("actor", 'a/"b"\n#char=0,4', value="agent=Åse", who="é")
    assert parse(written(made)) == made
    assert set(VERDICTS) == {"same", "different", "not-an-event", "date", "type", "actor"}


ARTICLES = {
    "one": "Ana Lima met Tom Oduya in Nairobi on Monday. They signed an agreement on fisheries.",
    "two": "Ana Lima met Tom Oduya in Nairobi on Monday, the ministry of fisheries said.",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    rows = [{"id": key, "text": text, "date": "2024-05-07"} for key, text in ARTICLES.items()]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert run("build", str(tmp_path / "articles.jsonl"), "--out", str(tmp_path / "out")).exit_code == 0
    return tmp_path


def events(store: str) -> list[dict[str, str]]:
    text = """SELECT ?event ?date (COUNT(?c) AS ?n) {
      ?event a sem:Event ; sem:eventType dlt:CONSULT . ?c dl:ofEvent ?event . OPTIONAL { ?event dl:date ?date }
    } GROUP BY ?event ?date ORDER BY ?event"""
    rows: list[dict[str, str]] = json.loads(run("query", text, "--store", store, "--format", "json").output)
    return rows


def test_a_correction_lasts(built: Path) -> None:
    store, before = str(built / "out" / "store"), built / "before.ttl"
    before.write_text((built / "out" / "timeline.ttl").read_text("utf-8"), "utf-8")
    (met,) = events(store)
    result = run("correct", "date", met["event"], "2024-05-05", "--store", store, "--who", "A. Reader", "--why", "I was there")
    assert result.exit_code == 0, result.output
    assert events(store)[0]["date"] == "2024-05-05"
    one, two = (f"{key}#char={text.index('met')},{text.index('met') + 3}" for key, text in ARTICLES.items())
    assert run("correct", "different", one, two, "--store", store).exit_code == 0
    assert run("build", str(built / "articles.jsonl"), "--out", str(built / "out"), "--fresh").exit_code == 0
    assert len(events(store)) == 2
    listed = json.loads(run("correct", "--store", store, "--format", "json").output)
    assert [row["verdict"] for row in listed] == ["date", "different"]
    who = run(
        "query",
        "SELECT ?by ?why { ?d a dl:Decision ; dl:decidedBy ?by ; rdfs:comment ?why }",
        "--store",
        store,
        "--format",
        "csv",
    )
    assert "A. Reader,I was there" in who.output
    assert run("check", "--store", store).exit_code == 0

    changed = run("diff", str(before), store, "--format", "json")
    assert changed.exit_code == 4
    rows = {(row["words"], row["what"], row["before"], row["after"]) for row in json.loads(changed.output)}
    assert ("met", "event's date", "2024-05-06", "2024-05-05") in rows
    assert ("met", "told together with", two, None) in rows
    assert run("diff", store, store).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["same", "consult-1"], "see dateline correct --help"),
        (["date", "nothing-1", "2024-05-05"], "no event or claim"),
        (["same", "x y", "z"], "is no event"),
        (["equal", "consult-1"], "no event or claim|no decision"),
    ],
)
def test_what_cannot_be_decided_is_not_written(built: Path, arguments: list[str], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        run("correct", *arguments, "--store", str(built / "out" / "store"))
    assert not (built / "out" / "store" / "corrections.jsonl").exists()
