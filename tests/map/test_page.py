"""The page as a file: whole, safe, small, and the same every time."""

import base64
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
from dateline.map import TimelineView, render, write
from dateline.map.bundle import FOLDER, MODULES, bundled, wrapped
from dateline.map.families import families, family
from dateline.map.graphic import graphic, link
from dateline.map.page import as_json
from dateline.map.view import ActorView, ArticleView, ClaimView, EventView

SCRIPT = re.compile(r"<script( [^>]*)?>(.*?)</script>", re.DOTALL)


def data(html: str) -> Any:
    """What the page's script is given."""
    return json.loads(next(body for attributes, body in SCRIPT.findall(html) if 'id="data"' in attributes))


def test_the_same_view_gives_the_same_bytes() -> None:
    assert render(views.strike()) == render(views.strike())


def test_a_page_of_one_article_stays_small() -> None:
    assert len(render(views.strike()).encode()) < 700_000


def test_the_policy_names_what_runs_and_nothing_else() -> None:
    html = render(views.strike())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    running = [body for attributes, body in SCRIPT.findall(html) if "json" not in attributes]
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
    event = data(html)["nodes"][-1]
    whole = text.encode("utf-8", "replace").decode()
    assert event["iri"] == whole if whole else "iri" not in event
    assert "".join(event["claims"][0].get("text", [])) == whole


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\u2028", "&lt;"])
def test_json_holds_nothing_the_parser_would_take_for_markup(text: str) -> None:
    made = as_json({"x": text})
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == {"x": text}


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
    assert events["Hale offers to mediate"]["bounds"] == [None, None, None, "2024-03-14"]
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


def test_offsets_count_code_points() -> None:
    claim = ClaimView(sentence="😀😀 they met.", start=8, end=11)
    node = graphic(views.one(EventView(iri="e", label="e", claims=(claim,)))).nodes[-1]
    assert node["claims"][0]["text"] == ["😀😀 they ", "met", "."]


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (2, 1), (50, 60), (0, 500)])
def test_impossible_offsets_lose_no_text(start: int, end: int) -> None:
    node = graphic(
        views.one(EventView(iri="e", label="e", claims=(ClaimView(sentence="They met.", start=start, end=end),)))
    ).nodes[-1]
    assert "".join(node["claims"][0]["text"]) == "They met."


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
    assert "import" not in made


@pytest.mark.parametrize("source", ["export default 1;\n", 'import * as x from "./x.js";\n', 'import { x } from "https://x";\n'])
def test_a_module_in_another_form_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="can be bundled"):
        wrapped("x", source)


def test_every_module_of_the_page_is_bundled_after_those_it_imports() -> None:
    assert {f.stem for f in FOLDER.glob("*.js")} == {"first", *MODULES}
    for place, name in enumerate(MODULES):
        imported = re.findall(r'from "\./(\w+)\.js"', FOLDER.joinpath(f"{name}.js").read_text(encoding="utf-8"))
        assert set(imported) <= set(MODULES[:place]), name
