"""The page as a file: whole, safe, small, and the same every time."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import views
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import resources
from dateline.map import Asking, TimelineView, render, write
from dateline.map.bundle import FOLDER, MODULES, bundled, wrapped
from dateline.map.families import families, family
from dateline.map.graphic import graphic, least, link
from dateline.map.pack import columns, packed, packed_json
from dateline.map.page import frame
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, MarkView

SCRIPT = re.compile(r"<script( [^>]*)?>(.*?)</script>", re.DOTALL)


def unpacked(text: str) -> str:
    return gzip.decompress(base64.b64decode(text)).decode()


def data(html: str) -> Any:
    """What the page's script is given."""
    return json.loads(unpacked(next(body for attributes, body in SCRIPT.findall(html) if 'id="data"' in attributes)))


def test_the_same_view_gives_the_same_bytes() -> None:
    assert render(views.strike()) == render(views.strike())


def test_a_page_of_one_article_stays_small() -> None:
    assert len(render(views.strike()).encode()) < 450_000


def test_the_policy_names_what_runs_and_nothing_else() -> None:
    html = render(views.strike())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    scripts = SCRIPT.findall(html)
    running = [
        unpacked(body) if 'id="library"' in attributes else body for attributes, body in scripts if "data" not in attributes
    ]
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*running, *styles)]
    assert rules.startswith("default-src 'none';")
    assert sorted(re.findall(r"'sha256-([^']*)'", rules)) == sorted(hashes)
    assert "unsafe" not in rules


def test_nothing_is_loaded_and_nothing_handled_inline() -> None:
    own = SCRIPT.sub("", render(views.hostile()))
    assert not re.search(r"<(link|img|iframe|object|embed|base|form)\b", own)
    assert not re.search(r"<[^>]*\s(on\w+|src|style)=", own)
    assert set(re.findall(r'href="([^"#]*)', own)) == {""}


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_arrives_as_it_was(text: str) -> None:
    claim = ClaimView(speakers=(text,), sentence=text, start=0, end=1)
    view = replace(views.one(EventView(iri=text, label=text, why=text, claims=(claim,))), title=text)
    html = render(view)
    assert len(SCRIPT.findall(html)) == 4
    given_data = data(html)
    whole = text.encode("utf-8", "replace").decode()
    key = given_data["key"]
    assert (key["base"] + (given_data["event"].get("key") or [""])[0]) == whole
    assert key["sentences"] == ([whole] if whole else [])


@given(st.lists(st.dictionaries(st.text(), st.none() | st.integers() | st.text(), max_size=4)))
def test_columns_hold_every_value_of_every_row(rows: list[dict[str, Any]]) -> None:
    made = columns(rows)
    back = [{key: values[i] for key, values in made.items() if values[i] is not None} for i in range(len(rows))]
    assert back == [{key: value for key, value in row.items() if value is not None} for row in rows]


@given(st.text())
def test_what_is_packed_holds_nothing_a_parser_would_take_for_markup(text: str) -> None:
    made = packed(text)
    assert re.fullmatch(r"[A-Za-z0-9+/=]*", made)
    assert unpacked(made) == text.encode("utf-8", "replace").decode()
    assert packed(text) == made
    assert json.loads(unpacked(packed_json({"x": text}))) == {"x": text.encode("utf-8", "replace").decode()}


@pytest.mark.parametrize(
    ("url", "follows"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, follows: bool) -> None:
    assert link(url) == (url if follows else None)


def test_the_graphic_says_what_stands_where() -> None:
    shown = graphic(views.strike())
    events = {n["label"]: n for n in shown.nodes if n["kind"] == "event"}
    assert events["Union wants seven per cent"]["standing"] == "open"
    assert events["Police use batons"]["standing"] == "denied"
    assert events["Owners offer a four per cent rise"]["standing"] == "claim"
    assert "bounds" not in events["Fire at a warehouse"]
    assert events["Hale offers to mediate"]["bounds"] == [None, None, None, 19796]
    assert events["Hale visits Marenholm"]["bounds"] == 19796  # 14 March 2024, counted from 1970
    assert "when" not in events["Hale visits Marenholm"]
    assert events["Labour Court hears the case"]["when"] == "Some time in {2024-02}"
    assert events["At least 12 strikers hurt at the gate"]["contested"] is True
    assert shown.counts == "38 events, 16 actors and places, 1 article"
    assert [row["when"] for row in shown.rows][-1] == "Day not stated"


@pytest.mark.parametrize(
    ("status", "speakers", "standing"),
    [
        ("actual", ("Paper",), "fact"),
        ("actual", ("Minister", "Paper"), "claim"),
        ("claimed", ("Minister", "Paper"), "claim"),
        ("actual", (), "fact"),
        ("planned", ("Paper",), "open"),
        ("requested", ("Minister", "Paper"), "open"),
        ("negated", ("Paper",), "denied"),
        ("denied", ("Minister", "Paper"), "denied"),
        ("something new", ("Paper",), "claim"),
    ],
)
def test_only_what_an_article_tells_in_its_own_voice_is_a_fact(status: str, speakers: tuple[str, ...], standing: str) -> None:
    event = EventView(iri="e", label="e", status=status, claims=(ClaimView(speakers=speakers),))
    assert event.standing == standing


def sentence(view: TimelineView) -> tuple[str, list[list[Any]]]:
    """The only claim's sentence and the marks in it, as the page gets them."""
    shown = graphic(view)
    claim = shown.nodes[-1]["claims"][0]
    return shown.key["sentences"][claim[5]], claim[6]


def utf16(text: str, start: int, end: int) -> str:
    """A piece of text as JavaScript cuts it."""
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * end].decode("utf-16-le")


def test_offsets_arrive_as_javascript_counts() -> None:
    claim = ClaimView(sentence="😀😀 they met 😀.", start=8, end=11, marks=(MarkView(kind="agent", start=3, end=7),))
    text, marks = sentence(views.one(EventView(iri="e", label="e", claims=(claim,))))
    assert [(kind, utf16(text, start, end)) for kind, start, end in marks] == [("agent", "they"), ("event", "met")]


def test_marks_do_not_overlap_and_the_event_comes_first() -> None:
    marks = (
        MarkView(kind="agent", start=0, end=9),
        MarkView(kind="time", start=10, end=14),
        MarkView(kind="place", start=10, end=12),
    )
    claim = ClaimView(sentence="They met today.", start=5, end=8, marks=marks)
    _, found = sentence(views.one(EventView(iri="e", label="e", claims=(claim,))))
    assert found == [["event", 5, 8], ["place", 10, 12]]


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (2, 1), (50, 60), (0, 500)])
def test_impossible_offsets_lose_no_text(start: int, end: int) -> None:
    view = views.one(EventView(iri="e", label="e", claims=(ClaimView(sentence="They met.", start=start, end=end),)))
    text, marks = sentence(view)
    assert text == "They met."
    assert all(0 <= a < b <= len(text) for _, a, b in marks)
    assert "They met." in re.sub("<[^>]*>", "", render(view).partition("<noscript>")[2])


def test_what_was_known_changes_with_each_article() -> None:
    events = {n["label"]: n for n in graphic(views.unfolding()).nodes if n["kind"] == "event"}
    assert [step[1] for step in events["Bridge opens"]["steps"]] == ["open", "fact"]
    assert "steps" not in events["Mayor takes money"]  # a denial does not undo a claim: both stand
    assert "steps" not in events["Council meets"]
    assert [n["known"] for n in events.values()] == [19783, 19783, 19783, 19785]


@pytest.mark.parametrize(
    ("confidences", "wanted"),
    [
        ([None] * 80, 0),
        ([0.9] * 80, 0),
        ([0.9] * 60 + [0.3] * 20, 70),
        ([0.9] * 5 + [0.5] * 60 + [0.3] * 20, 50),  # fifty at least
        ([0.3] * 50, 0),  # a short story is shown whole
        ([None] * 50 + [0.2], 70),
    ],
)
def test_what_is_shown_at_first_is_sure_or_the_surest_fifty(confidences: list[float | None], wanted: int) -> None:
    assert least([EventView(iri=f"{i}", label="x", confidence=c) for i, c in enumerate(confidences)]) == wanted


def test_links_name_things_by_what_their_iri_ends_in() -> None:
    shown = graphic(views.strike())
    keys = [n["key"] for n in shown.nodes]
    assert len(set(keys)) == len(keys)
    assert {shown.key["base"] + key for key in keys} == {x.iri for x in (*views.strike().events, *views.strike().actors)}


def test_a_base_link_must_lead_to_the_web() -> None:
    assert data(render(views.strike(), base_link="https://example.org/"))["link"] == "https://example.org/"
    with pytest.raises(ValueError, match="not a web address"):
        render(views.strike(), base_link="javascript:alert(1)")


def test_only_a_page_that_asks_may_run_webassembly_in_a_worker() -> None:
    asking = Asking(turtle="", base="https://example.org/id/", queries=())
    plain, asks = render(views.strike()), render(views.strike(), asking=asking)
    for word in ("wasm-unsafe-eval", "worker-src", 'id="engine"', 'id="show-ask"'):
        assert word not in plain
        assert word in asks
    assert len(plain) < 450_000 < 2_000_000 < len(asks)


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_a_theme_is_set_from_the_start(theme: Any) -> None:
    assert f'<html lang="en" data-theme="{theme}">' in render(views.strike(), theme=theme)


def test_a_notebook_shows_a_view_in_a_frame_of_its_own() -> None:
    shown = views.hostile()._repr_html_()
    assert shown == frame(views.hostile())
    assert re.fullmatch(
        r'<iframe srcdoc="[^"]*" sandbox="allow-scripts[^"]*" allow="clipboard-write \*" title="[^"]*" [^<>]*></iframe>', shown
    )
    assert "allow-same-origin" not in shown


def test_a_type_without_family_goes_with_the_one_above() -> None:
    assert family(("RAID", "ASSAULT")).id == "conflict"
    assert family(("UNHEARD_OF",)) == families()[-1]
    assert family(()) == families()[-1]


def test_no_type_has_two_families() -> None:
    codes = [code for one in families() for code in one.types]
    assert len(codes) == len(set(codes))


def test_families_name_only_types_that_there_are() -> None:
    scheme = resources.path("schema", "event-types.ttl").read_text(encoding="utf-8")
    known = set(re.findall(r"^dlt:([A-Z_]+)", scheme, re.MULTILINE))
    assert {code for one in families() for code in one.types} <= known


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "timeline.html"
    write(views.strike(), path)
    before = path.read_bytes()
    assert before.startswith(b"<!doctype html>")

    def fail(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write(TimelineView(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_view_is_a_page() -> None:
    html = render(TimelineView(title="Nothing"))
    assert "No events were found." in html
    assert "0 events, 0 actors and places, 0 articles" in html


def test_one_actor_under_the_iri_of_an_event_breaks_nothing() -> None:
    view = TimelineView(
        events=(EventView(iri="x", label="Event"),),
        actors=(ActorView(iri="x", label="Actor"),),
        articles=(ArticleView(iri="x", title="Article"),),
    )
    assert "Event" in render(view)


def test_modules_become_one_script_in_which_names_do_not_meet() -> None:
    made = bundled(
        [("one", "export const size = 1;\nconst own = 2;\n"), ("two", 'import { size } from "./one.js";\nconst own = size;\n')]
    )
    assert "return { size };" in made
    assert "const { size } = modules.one;" in made
    assert made.index("modules.one = await") < made.index("modules.two = await")
    assert "import" not in made


@pytest.mark.parametrize("source", ["export default 1;\n", 'import * as x from "./x.js";\n', 'import { x } from "https://x";\n'])
def test_a_module_in_another_form_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="can be bundled"):
        wrapped("x", source)


def test_every_module_of_the_page_is_bundled_after_those_it_imports() -> None:
    assert {f.stem for f in FOLDER.glob("*.js")} == {"first", "worker", *MODULES}
    for place, name in enumerate(MODULES):
        imported = re.findall(r'from "\./(\w+)\.js"', FOLDER.joinpath(f"{name}.js").read_text(encoding="utf-8"))
        assert set(imported) <= set(MODULES[:place]), name
