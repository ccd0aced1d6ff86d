"""The page as a reader has it, in a headless browser: what is shown, chosen and filtered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import views
from browsing import Show, Shown

from dateline.map import graphic
from dateline.map.view import EventView, RoleView

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def fragment(shown: Shown) -> dict[str, str]:
    """What the link says, once it has caught up."""
    shown.page.wait_for_timeout(350)
    parts = shown.page.evaluate("location.hash").lstrip("#").split("&")
    return dict(part.split("=", 1) for part in parts if part)


def test_a_link_in_the_table_opens_the_evidence(show: Show) -> None:
    shown = show(views.strike())
    shown.page.click("#show-list")
    link = shown.page.get_by_role("link", name="Owners offer a four per cent rise")
    link.focus()
    shown.page.keyboard.press("Enter")
    panel = shown.text("#panel")
    assert "Thursday 14 March 2024" in panel.replace(",", "")
    assert "Tomas Orlo, as told by The Marenholm Courier" in panel
    assert "Says that it happened" in panel
    assert "the Thursday before publication" in panel
    assert shown.text("#panel mark") == "offered"
    assert shown.text("#panel blockquote") == "The owners had offered four per cent, Orlo said."
    assert shown.page.evaluate("document.activeElement.textContent") == "Owners offer a four per cent rise"
    source = shown.page.locator("#panel .source a")
    assert source.get_attribute("href").startswith("https://example.org/news/port-deal#:~:text=The%20owners")
    assert source.get_attribute("rel") == "noopener noreferrer"


def test_the_sentence_stands_in_its_paragraph_with_its_words_marked(show: Show) -> None:
    event = views.strike().events[2]
    claim = replace(event.claims[0], before=("Before it.",), after=("After it.", "And more."))
    shown = show(replace(views.strike(), events=(replace(event, claims=(claim,)),)), at="event=event%2F2")
    shown.until("document.querySelector('#panel blockquote') !== null")
    assert shown.text("#panel blockquote") == "Before it. The owners had offered four per cent, Orlo said. After it. And more."
    assert shown.text("#panel .sentence") == "The owners had offered four per cent, Orlo said."


def test_the_less_certain_are_held_back_until_one_asks_for_them(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphic, "FEWEST", 12)
    whole = views.strike()
    events = tuple(replace(e, confidence=0.9 if i < 20 else 0.4) for i, e in enumerate(whole.events))
    shown = show(replace(whole, events=events))
    assert shown.text("#status").split() == ["20", "of", "38", "events", "18", "less", "certain", "held", "back"]
    assert shown.text("#least-value") == "from 70 %"
    shown.page.click("#show-list")
    assert shown.page.locator("#list tbody tr").count() == 20
    shown.page.click("#held-back")
    shown.until("document.querySelector('#status').textContent.startsWith('38 events')")
    assert shown.page.locator("#list tbody tr").count() == 38
    assert fragment(shown)["least"] == "0"
    shown.page.click("#held-back")  # and back
    shown.until("document.querySelector('#status').textContent.startsWith('20 of 38')")
    assert "least" not in fragment(shown)
    shown.page.locator("#least").fill("30")
    shown.until("document.querySelector('#status').textContent.startsWith('38 events')")
    shown.page.locator("#least").fill("95")
    shown.until("document.querySelector('#status').textContent.startsWith('0 of 38')")
    assert shown.complaints == []


def test_a_link_to_an_event_that_is_held_back_shows_it(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphic, "FEWEST", 12)
    whole = views.strike()
    events = tuple(replace(e, confidence=0.4 if i == 2 else 0.9) for i, e in enumerate(whole.events))
    shown = show(replace(whole, events=events), at="event=event%2F2")
    shown.until("document.querySelector('#panel h2') !== null")
    assert "read with 40 % confidence" in shown.text("#panel")
    assert shown.text("#status").startswith("38 events")


def test_a_click_on_a_mark_opens_the_evidence_and_the_tip_names_it(show: Show) -> None:
    shown = show(views.strike())
    lane = shown.page.locator("#lanes").get_by_role("button", name="Tomas Orlo").bounding_box()
    stage = shown.page.locator("#stage").bounding_box()
    assert lane and stage
    shown.page.mouse.move(stage["x"] + 14, lane["y"] + 19)
    assert "Orlo accuses" in shown.text("#tip")
    shown.page.mouse.click(stage["x"] + 14, lane["y"] + 19)
    assert shown.text("#panel h2").startswith("Orlo accuses")
    assert fragment(shown)["event"].startswith("event%2F")


def test_choosing_an_actor_shows_names_links_and_timeline(show: Show) -> None:
    shown = show(views.strike())
    shown.page.locator("#lanes").get_by_role("button", name="Minister Ruth Hale").click()
    panel = shown.text("#panel")
    assert "wikidata.org/wiki/Q42" in panel
    assert "Takes part in 5 events" in panel
    assert "Ilse Vey" in panel
    shown.page.locator("#lanes").get_by_role("button", name="Tomas Orlo").click()
    assert "Orlo, the union leader" in shown.text("#panel")


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda page: page.get_by_label("Denied").uncheck(), 36),
        (lambda page: page.get_by_label("Told as fact").uncheck(), 15),
        (lambda page: page.locator("#facets").get_by_label("Statements").uncheck(), 34),
        (lambda page: page.get_by_role("group", name="Only events with").get_by_label("Minister Ruth Hale").check(), 5),
        (lambda page: page.get_by_label("Day not stated").uncheck(), 20),
        (lambda page: page.fill("#search", "batons"), 2),
        (lambda page: page.fill("#search", "CENTRAL bank"), 1),
        (lambda page: page.fill("#search", "no such words"), 0),
    ],
)
def test_filters_hide_events_everywhere(show: Show, act: Callable[[Any], None], left: int) -> None:
    shown = show(views.strike())
    act(shown.page)
    shown.until(f"document.querySelector('#status').textContent.startsWith('{left} of 38 events')")
    shown.page.click("#show-list")
    assert shown.page.locator("#list tbody tr").count() == left
    shown.page.click("#show-net")
    shown.page.click("#show-map")
    shown.page.click("#reset")
    assert shown.text("#status") == "38 events"


def test_numbers_beside_the_filters_say_what_is_left_under_the_others(show: Show) -> None:
    shown = show(views.strike())

    def number(name: str) -> str:
        return shown.page.locator("#facets label", has_text=name).first.locator("b").inner_text()

    before = number("Statements")
    shown.page.get_by_role("group", name="Only events with").get_by_label("Minister Ruth Hale").check()
    assert before == "4"
    assert number("Statements") == "1"
    assert number("Minister Ruth Hale") == "5"
    assert int(number("Port Owners")) == 16  # what checking it would give


def test_the_search_box_proposes_actors_and_events(show: Show) -> None:
    shown = show(views.strike())
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("the league")
    shown.until("document.querySelectorAll('#found li').length === 1")
    assert "Port Owners' League" in shown.text("#found li")
    shown.page.keyboard.press("ArrowDown")
    assert shown.page.get_attribute("#search", "aria-activedescendant") == "found-0"
    shown.page.keyboard.press("Enter")
    assert shown.text("#panel h2") == "Port Owners' League"
    assert shown.text("#status") == "38 events"
    assert shown.page.input_value("#search") == ""


def test_wheel_and_drag_move_along_time(show: Show) -> None:
    shown = show(views.strike())
    box = shown.page.locator("#stage").bounding_box()
    assert box
    days = "document.querySelector('#from').value + document.querySelector('#to').value"
    before = shown.page.evaluate(days)
    shown.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 300)
    for _ in range(3):
        shown.page.mouse.wheel(0, -300)
    shown.until(f"{days} !== {before!r}")
    near = shown.page.evaluate(days)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 300, steps=5)
    shown.page.mouse.up()
    shown.until(f"{days} !== {near!r}")
    shown.page.click("#zoom-all")
    shown.until(f"{days} === {before!r}")


def test_typed_days_presets_and_the_histogram_set_the_period_for_all_views(show: Show) -> None:
    shown = show(views.strike())
    page = shown.page
    page.fill("#from", "2024-03-15")
    page.fill("#to", "2024-03-15")
    page.locator("#to").blur()
    shown.until("document.querySelector('#status').textContent.includes('15 Mar 2024')")
    page.click("#show-list")
    dated = [text for text in page.locator("#list tbody td:first-child").all_inner_texts() if "not stated" not in text]
    assert "Thursday 14 March 2024" not in " ".join(dated).replace(",", "")
    assert any("15 March" in text for text in dated)
    page.get_by_role("button", name="All", exact=True).last.click()
    shown.until("document.querySelector('#status').textContent === '38 events'")
    page.get_by_role("button", name="Last week").click()
    shown.until("document.querySelector('#status').textContent.includes('of 38')")
    brush = page.locator("#brush").bounding_box()
    assert brush
    page.get_by_role("button", name="All", exact=True).last.click()
    page.mouse.move(brush["x"] + brush["width"] * 0.7, brush["y"] + 20)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] * 0.95, brush["y"] + 20, steps=4)
    page.mouse.up()
    shown.until("document.querySelector('#status').textContent.includes('of 38')")
    assert fragment(shown)["t"].startswith("2024-03-")


def test_play_moves_the_period_and_stops_at_the_end(show: Show) -> None:
    shown = show(views.strike())
    shown.page.click("#play")
    start = shown.page.input_value("#from")
    shown.until(f"document.querySelector('#from').value > '{start}'")
    assert shown.page.get_attribute("#play", "aria-label") == "Pause"
    shown.page.click("#play")
    assert shown.page.get_attribute("#play", "aria-label") == "Play through time"


def test_a_link_brings_back_what_one_saw(show: Show) -> None:
    first = show(views.strike())
    first.page.get_by_label("Denied").uncheck()
    first.page.fill("#search", "union")
    first.page.select_option("#lanes-by", "sort")
    first.page.fill("#from", "2024-03-01")
    first.page.locator("#from").blur()
    first.page.click("#show-list")
    first.page.locator("#list tbody a").first.click()
    kept = fragment(first)
    assert {"view", "q", "t", "no-standing", "lanes", "event"} <= set(kept)
    status, heading = first.text("#status"), first.text("#panel h2")
    second = show(views.strike(), at="&".join(f"{k}={v}" for k, v in kept.items()))
    assert second.text("#status") == status
    assert second.text("#panel h2") == heading
    assert second.page.input_value("#search") == "union"
    assert second.page.locator("#list").is_visible()
    assert not second.page.get_by_label("Denied").is_checked()
    assert fragment(second) == kept


@pytest.mark.parametrize(
    "at", ["view=nothing&t=x..y&no-standing=%E0%A4%A&event=nobody&only=nobody", "%", "t=2024-03-15..2024-03-14", "e3"]
)
def test_a_broken_link_shows_the_page_all_the_same(show: Show, at: str) -> None:
    shown = show(views.strike(), at=at)
    assert shown.complaints == []
    assert shown.page.locator("#map").is_visible()


def test_undated_events_stand_on_no_day(show: Show) -> None:
    events = tuple(
        replace(e, earliest_begin=None, latest_begin=None, earliest_end=None, latest_end=None) for e in views.strike().events
    )
    shown = show(replace(views.strike(), events=events))
    assert shown.text("#axis").strip() == "38 undated"
    assert shown.page.locator("#time").is_hidden()


def test_the_undated_fold_away_and_come_back(show: Show) -> None:
    shown = show(views.strike())
    width = "document.querySelector('#axis .tray').offsetWidth"
    wide = shown.page.evaluate(width)
    shown.page.locator("#axis .tray").first.click()
    shown.until("document.querySelector('#axis .tray').getAttribute('aria-expanded') === 'false'")
    assert shown.page.evaluate(width) < 40 < wide
    shown.page.locator("#axis .tray").first.click()
    shown.until(f"{width} === {wide}")


def test_a_notebook_shows_the_map_in_a_frame(browser: "Browser", tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><body>{views.strike()._repr_html_()}</body>", encoding="utf-8")
    page = browser.new_page()
    shown = Shown(page, notebook.as_uri())
    shown.listen()
    page.goto(shown.url)
    frame = page.frame_locator("iframe")
    frame.locator("#lanes button").first.click()
    assert frame.locator("#panel h2").inner_text() == "Norvia"
    frame.get_by_role("button", name="Copy IRI").click()
    assert shown.complaints == []
    page.close()


def test_an_undated_event_says_what_it_is_known_to_follow(show: Show) -> None:
    shown = show(views.unfolding(), at="event=event%2Fmoney")
    panel = shown.text("#panel")
    assert "Day not stated" in panel
    assert "After:\n\nCouncil meets" in panel


def test_two_clocks(show: Show) -> None:
    shown = show(views.unfolding(), at="event=event%2Fopens")
    assert shown.text("#panel .badge") == "Told as fact"
    assert "told 2 times, in 2 articles" in shown.text("#panel")
    slider = shown.page.locator("#known")
    slider.focus()
    shown.page.keyboard.press("Home")
    assert shown.text("#known-day") == "1 Mar 2024"
    assert shown.text("#panel .badge") == "Planned or announced"
    assert "Sentence of day 3" not in shown.text("#panel")
    shown.until("document.querySelector('#status').textContent.startsWith('3 of 4')")
    assert fragment(shown)["by"] == "2024-03-01"
    shown.page.keyboard.press("End")
    shown.until("document.querySelector('#status').textContent === '4 events'")
    shown.page.select_option("#clock", "known")
    shown.page.click("#show-list")
    shown.page.click("#show-map")
    assert "undated" not in shown.text("#axis")  # all were reported on some day
    assert shown.page.input_value("#from") == "2024-03-01"


def test_one_article_has_one_clock(show: Show) -> None:
    assert show(views.strike()).page.locator("#clocks").is_hidden()


def test_all_rows_on_request(show: Show) -> None:
    shown = show(views.strike())
    assert shown.page.locator("#lanes button").count() == 13
    shown.page.get_by_role("button", name="Other actors").click()
    names = shown.page.locator("#lanes button bdi").all_inner_texts()
    assert "hauliers" in names
    assert "Other actors" not in names
    shown.page.get_by_role("button", name="Fewer rows").click()
    assert shown.page.locator("#lanes button").count() == 13


@pytest.mark.parametrize(
    ("by", "headings"), [("sort", {"People", "Organizations", "Countries"}), ("circle", {"Circle 1", "Circle 2"})]
)
def test_rows_in_groups(show: Show, by: str, headings: set[str]) -> None:
    shown = show(views.strike())
    shown.page.select_option("#lanes-by", by)
    assert headings <= set(shown.page.locator("#lanes .heading").all_inner_texts())


def test_countries_group_rows_by_their_names_in_the_readers_language(show: Show) -> None:
    actors = tuple(replace(a, country={"norvia": "NO", "hale": "NO", "court": "ZZZ?"}.get(k)) for k, a in views.ACTORS.items())
    shown = show(replace(views.strike(), actors=actors), at="lanes=country", locale="de-DE")
    headings = shown.page.locator("#lanes .heading").all_inner_texts()
    assert "Norwegen" in headings
    assert "ZZZ?" in headings


def test_rows_are_pinned_hidden_and_put_back(show: Show) -> None:
    shown = show(views.strike())
    names = "#lanes button bdi"
    shown.page.locator("#lanes").get_by_role("button", name="Harbour Police").click()
    shown.page.get_by_role("button", name="Pin row").click()
    assert shown.page.locator(names).first.inner_text() == "Harbour Police"
    shown.page.get_by_role("button", name="Hide row").click()
    assert "Harbour Police" not in shown.page.locator(names).all_inner_texts()
    assert shown.text("#status") == "38 events"
    shown.page.get_by_role("button", name="Hidden: Harbour Police").click()
    assert "Harbour Police" in shown.page.locator(names).all_inner_texts()


def test_focus_leaves_an_actor_and_its_neighbours(show: Show) -> None:
    shown = show(views.strike())
    shown.page.locator("#lanes").get_by_role("button", name="Ilse Vey").click()
    shown.page.get_by_role("button", name="Only with this one").click()
    names = shown.page.locator("#lanes button bdi").all_inner_texts()
    assert {"Ilse Vey", "Minister Ruth Hale"} <= set(names)
    assert "Labour Court" not in names


def test_without_javascript_the_table_is_there(show: Show) -> None:
    shown = show(views.strike(), script=False)
    assert shown.page.locator("#plain tbody tr:visible").count() == 38
    assert shown.page.locator(".live:visible").count() == 0


def test_the_table_sorts_and_grows(show: Show) -> None:
    shown = show(views.many(700))
    shown.page.click("#show-list")
    assert shown.page.locator("#list tbody tr").count() < 700
    shown.page.get_by_role("button", name="Event", exact=True).click()
    assert shown.page.locator("th[aria-sort=ascending]").inner_text().startswith("Event")
    assert shown.text("#list tbody tr:first-child a") == "Event number 0"
    shown.page.get_by_role("button", name="Event", exact=True).click()
    assert shown.text("#list tbody tr:first-child a") == "Event number 699"
    for _ in range(8):
        shown.page.locator("#list").evaluate("list => list.scrollTop = list.scrollHeight")
        shown.page.wait_for_timeout(80)
    assert shown.page.locator("#list tbody tr").count() == 700


def test_what_is_copied_is_a_citation_turtle_or_an_iri(show: Show) -> None:
    shown = show(views.strike(), at="event=event%2F2", permissions=["clipboard-read", "clipboard-write"])
    copied = {}
    for name in ("Citation", "Turtle", "IRI"):
        shown.page.get_by_role("button", name=name, exact=True).click()
        shown.page.wait_for_timeout(80)
        copied[name] = shown.page.evaluate("navigator.clipboard.readText()")
    assert copied["IRI"] == views.BASE + "event/2"
    assert "“The owners had offered four per cent, Orlo said.”" in copied["Citation"]
    assert "https://example.org/news/port-deal" in copied["Citation"]
    from rdflib import Graph, URIRef

    graph = Graph().parse(data=copied["Turtle"], format="turtle")
    subjects = set(graph.subjects())
    assert subjects == {URIRef(views.BASE + "event/2")}
    assert len(graph) == 10  # class, label, status, type, four bounds, two roles


def test_things_can_be_looked_up_where_the_page_knows_a_place(show: Show) -> None:
    shown = show(views.strike(), at="event=event%2F2", base_link="http://localhost:8080")
    link = shown.page.get_by_role("link", name="Look up")
    assert link.get_attribute("href") == "http://localhost:8080/event/2"
    shown.page.locator("#lanes").get_by_role("button", name="Harbour Police").click()
    assert link.get_attribute("href") == "http://localhost:8080/police"


def test_an_event_alone(show: Show) -> None:
    shown = show(views.one(EventView(iri="x", label="Something happens")))
    shown.page.focus("#stage")
    shown.page.keyboard.press("ArrowRight")
    assert "Day not stated" in shown.text("#panel")
    assert shown.complaints == []


def test_contested_events_and_figures_say_so(show: Show) -> None:
    shown = show(views.strike(), at="event=event%2F7")
    assert shown.text("#panel h2") == "At least 12 strikers hurt at the gate"
    assert "Contested" in shown.text("#panel")
    assert "at least 12 people hurt" in shown.text("#panel")


def test_contested_values_stand_side_by_side_and_lead_to_their_evidence(show: Show) -> None:
    shown = show(views.unfolding(), at="event=event%2Fmoney")
    assert "Accounts differ" in shown.text("#panel")
    rows = [
        [cell.inner_text() for cell in row.query_selector_all("td")]
        for row in shown.page.query_selector_all(".accounts tbody tr")
    ]
    assert [row[0] for row in rows] == ["It happened", "It did not happen", "It happened", "It happened"]
    assert rows[1][1] == "Ilse Vey, as told by Coast Radio"
    assert "2024" in rows[1][2]
    shown.page.click(".accounts tbody tr:nth-child(4) button")  # its evidence is folded away
    assert shown.page.is_visible("#claim-3")
    assert shown.page.evaluate("document.activeElement.id") == "claim-3"
    assert shown.page.evaluate("scrollY") == 0
    assert shown.complaints == []


def test_thousands_of_events_show_as_ribbons_and_open_to_marks(show: Show) -> None:
    shown = show(views.many(3000))
    assert shown.text("#status") == "3,000 events"
    box = shown.page.locator("#stage").bounding_box()
    assert box
    assert shown.page.evaluate("dateline.items().map") < 50
    shown.page.mouse.move(box["x"] + 300, box["y"] + 40)
    shown.until("document.querySelector('#tip').textContent.includes('look closer')")
    for _ in range(6):
        shown.page.mouse.wheel(0, -600)
        assert shown.page.evaluate("dateline.items().map") <= 1000
    shown.until("dateline.items().map > 50")
    assert shown.complaints == []


def test_the_network_shows_and_chooses(show: Show) -> None:
    shown = show(views.strike())
    shown.page.click("#show-net")
    shown.until("document.querySelector('#net canvas') !== null")
    assert shown.page.locator("#map").is_hidden()
    shown.page.focus("#net")
    shown.page.keyboard.press("ArrowRight")
    assert shown.text("#panel h2") == "Strike at the port"
    shown.page.locator("#facets").get_by_label("Office, law, elections").uncheck()
    shown.page.click("#zoom-in")
    shown.page.click("#zoom-all")
    shown.page.click("#show-map")
    assert shown.page.locator("#map").is_visible()
    assert shown.complaints == []


def test_a_click_in_the_network_chooses(show: Show) -> None:
    roles = tuple(RoleView(role=r, actor=views.ACTORS[a].iri) for r, a in (("agent", "owners"), ("patient", "union")))
    shown = show(views.one(EventView(iri="x", label="Owners speak", roles=roles)), at="view=net")
    box = shown.page.locator("#net").bounding_box()
    assert box
    centre = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.until("dateline.items().net === 4")  # two actors, the line between them, the event upon it
    shown.page.mouse.move(*centre)
    shown.page.mouse.click(*centre)
    shown.until("document.querySelector('#panel.open') !== null")
    assert shown.text("#panel h2") == "Owners speak"


def test_a_large_network_shows_some_actors_and_never_too_much(show: Show) -> None:
    shown = show(views.many(3000), at="view=net")
    shown.until("dateline.items().net > 0")
    far = shown.page.evaluate("dateline.items().net")
    for _ in range(6):
        shown.page.click("#zoom-in")
        shown.page.wait_for_timeout(60)
    near = shown.page.evaluate("dateline.items().net")
    assert far < near <= 1000
