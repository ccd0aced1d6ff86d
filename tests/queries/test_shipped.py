"""Each shipped query answers its question on the sample, and shows or filters the status of events."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import OptionError
from dateline.store import Store, open_store
from dateline.store.queries import TOPICS, Parameter, ShippedQuery, load, names, shipped
from store.sample import harbour, story, strike

MET, HURT, ATTACK, DEAL, KILLED, INQUIRY = (
    "Ana Vidal meets Tomas Reke in Porto Sal",
    "12 dockers injured",
    "Police attack dockers",
    "Both sides sign an agreement",
    "Three to five people killed",
    "Ana Vidal: inquiry",
)
WEEK = "[2024-03-11..2024-03-17]"

# name, parameters, the columns to look at, the rows
EXPECTED: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[Any, ...]]]] = [
    (
        "actor-timeline",
        {"actor": "ana vidal"},
        ("date", "status", "role", "label", "type"),
        [("2024-03-07", "actual", "agent", MET, "dlt:CONSULT"), (None, "requested", "agent", INQUIRY, "dlt:TRY")],
    ),
    ("actor-timeline", {"actor": "REKE"}, ("role", "label"), [("patient", MET)]),
    ("actor-timeline", {"actor": "nobody"}, (), []),
    (
        "actors",
        {},
        ("name", "kind", "actual", "other"),
        [
            ("Ana Vidal", "person", 1, 1),
            ("dockers", "group", 1, 1),
            ("Tomas Reke", "person", 1, 0),
            ("police", "organization", 1, 0),
            ("Radio Sal", "organization", 0, 0),
        ],
    ),
    (
        "articles",
        {},
        ("published", "publisher", "title", "actual", "other"),
        [("2024-03-08", "Coastal Wire", "Talks in Porto Sal", 2, 2), (None, "unknown publisher", None, 2, 1)],
    ),
    (
        "changes-since",
        {"since": "2024-03-08"},
        ("published", "news", "label"),
        [
            (date(2024, 3, 8), "new", HURT),
            (date(2024, 3, 8), "new", MET),
            (date(2024, 3, 8), "new", DEAL),
            (date(2024, 3, 8), "new", ATTACK),
        ],
    ),
    ("changes-since", {"since": "2024-03-09"}, (), []),
    (
        "between-dates",
        {"from": "2024-03-05", "to": "2024-03-12"},
        ("date", "surely", "status", "label"),
        [("2024-03-07", True, "actual", MET), (WEEK, False, "planned", DEAL)],
    ),
    ("between-dates", {"from": "2024-03-04", "to": "2024-03-04"}, ("label", "surely"), [(HURT, True)]),
    (
        "claims-by-speaker",
        {},
        ("by", "stance", "status", "label", "date"),
        [
            ("The port authority", "denies", "actual", ATTACK, None),
            ("Tomas Reke", "affirms", "claimed", HURT, "2024-03-04"),
        ],
    ),
    (
        "claims-by-speaker",
        {"speaker": "Reke"},
        ("by", "sentence"),
        [("Tomas Reke", "Reke said at least 12 dockers were injured in clashes on Monday.")],
    ),
    (
        "co-actors",
        {"actor": "Dockers"},
        ("other", "status", "events"),
        [("police", "actual", 1)],
    ),
    (
        "contested",
        {},
        ("label", "status", "by", "stance"),
        [(ATTACK, "actual", "The port authority", "denies"), (ATTACK, "actual", "unknown publisher", "affirms")],
    ),
    (
        "denied",
        {},
        ("label", "status", "by", "stance", "polarity"),
        [
            (ATTACK, "actual", "The port authority", "denies", "positive"),
            (ATTACK, "actual", "unknown publisher", "affirms", "positive"),
        ],
    ),
    (
        "event-types",
        {},
        ("type", "status", "events"),
        [
            ("dlt:AGREE", "planned", 1),
            ("dlt:ASSAULT", "actual", 1),
            ("dlt:CONSULT", "actual", 1),
            ("dlt:DIE", "actual", 1),
            ("dlt:INJURE", "claimed", 1),
            ("dlt:TRY", "requested", 1),
        ],
    ),
    (
        "events-in-place",
        {"place": "porto sal"},
        ("date", "status", "label"),
        [("2024-03-07", "actual", MET), (None, "actual", ATTACK)],
    ),
    (
        "figures",
        {},
        ("what", "min", "max", "unit", "by", "label", "status", "date"),
        [
            ("injured", 12, None, "people", "Tomas Reke", HURT, "claimed", "2024-03-04"),
            ("killed", 3, 5, "people", "unknown publisher", KILLED, "actual", None),
        ],
    ),
    ("figures", {"counts": "Killed"}, ("what",), [("killed",)]),
    (
        "order-of-events",
        {},
        ("first", "status1", "relation", "second", "status2"),
        [(HURT, "claimed", "before", MET, "actual"), (ATTACK, "actual", "causes", KILLED, "actual")],
    ),
    (
        "planned",
        {},
        ("date", "status", "label", "by"),
        [(WEEK, "planned", DEAL, "Coastal Wire"), (None, "requested", INQUIRY, "unknown publisher")],
    ),
    (
        "undated",
        {},
        ("status", "label"),
        [("requested", INQUIRY), ("actual", ATTACK), ("actual", ATTACK), ("actual", KILLED)],
    ),
    (
        "what-happened",
        {},
        ("date", "status", "label"),
        [("2024-03-07", "actual", MET), (None, "actual", ATTACK), (None, "actual", KILLED)],
    ),
    ("who-did-what-to-whom", {"type": "accuse"}, (), []),
    (
        "who-did-what-to-whom",
        {"type": "Assault"},
        ("status", "who", "whom", "label", "kind"),
        [("actual", "police", "dockers", ATTACK, "dlt:ASSAULT")],
    ),
    (
        "who-did-what-to-whom",
        {},
        ("date", "who", "whom", "label"),
        [
            ("2024-03-04", None, "dockers", HURT),
            ("2024-03-07", "Ana Vidal", "Tomas Reke", MET),
            (None, "Ana Vidal", None, INQUIRY),
            (None, "police", "dockers", ATTACK),
        ],
    ),
    (
        "who-met-whom",
        {},
        ("date", "status", "one", "other", "where"),
        [("2024-03-07", "actual", "Ana Vidal", "Tomas Reke", "Porto Sal")],
    ),
    (
        "who-says-so",
        {"words": "ATTACK"},
        ("status", "by", "stance", "reported"),
        [
            ("actual", "The port authority", "denies", "Coastal Wire, Radio Sal"),
            ("actual", "unknown publisher", "affirms", ""),
        ],
    ),
    (
        "why-this-date",
        {"words": "meets"},
        ("label", "status", "date", "phrase", "value", "rule", "from", "because"),
        [(MET, "actual", "2024-03-07", "Thursday", "2024-03-07", "weekday", date(2024, 3, 8), "the Thursday before publication")],
    ),
    (
        "contested-values",
        {},
        ("label", "what", "one", "by", "other", "by2", "reported2"),
        [(ATTACK, "reality", "so", "unknown publisher", "not so", "The port authority", "2024-03-08")],
    ),
    ("contradicted-order", {}, (), []),
    (
        "figures-over-time",
        {},
        ("what", "reported", "min", "max", "by"),
        [("injured", "2024-03-08", 12, None, "Tomas Reke"), ("killed", None, 3, 5, "unknown publisher")],
    ),
    ("figures-over-time", {"counts": "injured"}, ("label",), [(HURT,)]),
    (
        "known-by",
        {"day": "2024-03-08"},
        ("reported", "label", "claimed", "stance", "by"),
        [
            ("2024-03-08", HURT, "actual", "affirms", "Tomas Reke"),
            ("2024-03-08", MET, "actual", "affirms", "Coastal Wire"),
            ("2024-03-08", DEAL, "planned", "affirms", "Coastal Wire"),
            ("2024-03-08", ATTACK, "actual", "denies", "The port authority"),
        ],
    ),
    ("known-by", {"day": "2024-03-07"}, (), []),
    (
        "order-by-dates",
        {"label": HURT},
        ("order", "other"),
        [("surely after", MET), ("surely after", DEAL)],
    ),
    (
        "origins",
        {},
        ("label", "articles", "origins"),
        [(ATTACK, 2, 2), *((label, 1, 1) for label in (HURT, MET, INQUIRY, DEAL, KILLED))],
    ),
    ("surest", {"least": "0.5"}, ("label", "status", "confidence", "origins"), [(ATTACK, "actual", 0.83, 2)]),
    ("surest", {"least": "0.9"}, (), []),
    (
        "who-claims-what",
        {"about": "ATTACK"},
        ("label", "speaker", "position", "since"),
        [(ATTACK, "unknown publisher", "affirms", None), (ATTACK, "The port authority", "denies", "2024-03-08")],
    ),
]


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store(merge=lambda documents: story())
    made.add([harbour(), strike()])
    return made


@pytest.mark.parametrize(("name", "values", "columns", "rows"), EXPECTED)
def test_rows(store: Store, name: str, values: dict[str, str], columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    found = store.select(load(name).fill(values), shorten=True)
    places = [found.columns.index(c) for c in columns]
    assert [tuple(row[i] for i in places) for row in found.rows] == rows


def test_every_query_has_a_row_test() -> None:
    assert {name for name, *_ in EXPECTED} == set(names())


@pytest.mark.parametrize("query", shipped(), ids=names())
def test_every_query_is_documented_and_shows_or_filters_status(query: ShippedQuery, store: Store) -> None:
    assert query.title
    assert query.answers.endswith(".")
    assert query.topic in TOPICS
    assert "dl:status" in query.sparql
    assert "ORDER BY" in query.sparql
    assert query.fill({}) == query.sparql
    for parameter in query.parameters:
        assert f"VALUES ?{parameter.name} {{ " in query.sparql
    assert store.select(query.fill({p.name: str(p.default) for p in query.parameters})) == store.select(query.sparql)


@pytest.mark.parametrize("query", shipped(), ids=names())
def test_every_query_runs_on_rdflib_too(query: ShippedQuery, store: Store) -> None:
    """The files are plain SPARQL 1.1: another engine gives as many rows."""
    values = next(values for name, values, _, _ in EXPECTED if name == query.name)
    assert len(list(store.to_rdflib().query(query.fill(values)))) == len(store.select(query.fill(values)).rows)


def test_parameters_are_read_from_the_file() -> None:
    assert load("between-dates").parameters == (
        Parameter(name="from", about="the first day", default=date(2023, 11, 20)),
        Parameter(name="to", about="the last day", default=date(2023, 11, 30)),
    )


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("actor-timline", {}, "did you mean actor-timeline"),
        ("", {}, "there is no query ''"),
        ("../store/x", {}, "there is no query"),
        ("planned", {"actor": "x"}, "no parameter 'actor'; it has none"),
        ("between-dates", {"until": "x"}, "no parameter 'until'; it has from, to"),
        ("between-dates", {"from": "Friday"}, "from must be a day like"),
    ],
)
def test_what_does_not_fit_is_refused(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        load(name).fill(values)


@settings(deadline=None)
@given(st.text())
def test_no_value_escapes_its_literal(store: Store, value: str) -> None:
    found = store.select(load("actor-timeline").fill({"actor": value}))
    assert all(row[3] in (MET, HURT, ATTACK, INQUIRY) for row in found.rows)
    assert value.lower() in ("ana vidal", "dockers", "police", "tomas reke", "reke", "porto sal") or found.rows == ()


@pytest.mark.parametrize(
    "value", ['" } SERVICE <http://x/> {} #', "\\", '\\" }', "a\nb", "\\u0022", "\ud800", "\1", "$&{}?x <y>"]
)
def test_hostile_values_are_only_text(store: Store, value: str) -> None:
    assert store.select(load("actor-timeline").fill({"actor": value})).rows == ()
    echoed = store.select(load("actor-timeline").fill({"actor": value}).partition("SELECT")[0] + f"SELECT ('{'x'}' AS ?x) {{}}")
    assert echoed.rows == (("x",),)
