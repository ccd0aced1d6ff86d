"""The page as a reader has it, in a headless browser."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import views
from browsing import Show

from dateline.map.layout import positions
from dateline.map.view import EventView, RoleView, TimelineView


@pytest.mark.parametrize("view", [views.strike(), views.hostile(), TimelineView()], ids=["story", "hostile", "empty"])
def test_asks_the_network_for_nothing(show: Show, view: TimelineView) -> None:
    shown = show(view)
    assert set(shown.requests) == {shown.url}
    assert shown.complaints == []


def test_hostile_text_is_shown_and_does_nothing(show: Show) -> None:
    shown = show(views.hostile())
    page = shown.page
    assert shown.text("h1") == views.HOSTILE[0]
    page.click("#show-list")
    for link in page.locator("#list a").all():
        link.click()
        page.locator("#panel .chip").first.click()
    page.click("#show-net")
    page.click("#show-map")
    page.fill("#search", "<img")
    for index, payload in enumerate(views.HOSTILE[:6]):
        page.goto(f"{shown.url}#e{2 * index}")
        shown.until(f"location.hash === '#e{2 * index}' && document.querySelector('#panel.open') !== null")
        assert payload in page.locator("#panel").text_content()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed, form, [onerror], [onload], [href^='javascript']").count() == 0
    assert page.locator("script").count() == 4
    assert set(shown.requests) == {shown.url}
    assert shown.complaints == []


def test_a_link_in_the_table_opens_the_evidence(show: Show) -> None:
    shown = show(views.strike())
    shown.page.click("#show-list")
    link = shown.page.get_by_role("link", name="Owners offer a four per cent rise")
    link.focus()
    shown.page.keyboard.press("Enter")
    panel = shown.text("#panel")
    assert "Thursday 14 March 2024" in panel
    assert "Tomas Orlo, as told by The Marenholm Courier" in panel
    assert "Says that it happened" in panel
    assert "the Thursday before publication" in panel
    assert shown.text("#panel mark") == "offered"
    assert shown.text("#panel blockquote") == "The owners had offered four per cent, Orlo said."
    assert shown.page.evaluate("document.activeElement.textContent") == "Owners offer a four per cent rise"
    source = shown.page.locator("#panel .source a")
    assert source.get_attribute("href").startswith("https://example.org/news/port-deal#:~:text=The%20owners")
    assert source.get_attribute("rel") == "noopener noreferrer"


def test_a_click_on_a_mark_opens_the_evidence(show: Show) -> None:
    shown = show(views.strike())
    lane = shown.page.get_by_role("button", name="families of the crew").bounding_box()
    stage = shown.page.locator("#stage").bounding_box()
    shown.page.mouse.click(stage["x"] + 14, lane["y"] + 19)
    assert shown.text("#panel h2") == "Families ask for news of the crew"
    assert shown.page.evaluate("location.hash") == "#e26"
    shown.page.mouse.move(stage["x"] + 14, lane["y"] + 19)
    assert "Families ask" in shown.text("#tip")


def test_the_keyboard_reaches_every_event(show: Show) -> None:
    shown = show(views.strike())
    shown.page.focus("#stage")
    seen = set()
    for _ in range(len(views.strike().events)):
        shown.page.keyboard.press("ArrowRight")
        seen.add(shown.text("#panel h2"))
    assert seen == {e.label for e in views.strike().events}
    assert shown.text("#say").endswith("Told as fact.")
    shown.page.keyboard.press("ArrowUp")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.closest('#panel') !== null")
    shown.page.keyboard.press("Escape")
    assert shown.text("#panel h2") == "How to read this"
    assert shown.page.evaluate("document.activeElement.id") == "stage"


def test_choosing_an_actor_shows_names_links_and_timeline(show: Show) -> None:
    shown = show(views.strike())
    shown.page.get_by_role("button", name="Minister Ruth Hale").click()
    panel = shown.text("#panel")
    assert "wikidata.org/wiki/Q42" in panel
    assert "Takes part in 5 events" in panel
    assert "Ilse Vey" in panel
    shown.page.get_by_role("button", name="Tomas Orlo", exact=False).first.click()
    assert "Orlo, the union leader" in shown.text("#panel")


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda page: page.get_by_label("Denied").uncheck(), 36),
        (lambda page: page.get_by_label("Told as fact").uncheck(), 15),
        (lambda page: page.get_by_label("Statements").uncheck(), 34),
        (lambda page: page.fill("#search", "batons"), 2),
        (lambda page: page.fill("#search", "CENTRAL bank"), 1),
        (lambda page: page.fill("#search", "no such words"), 0),
    ],
)
def test_filters_hide_events_everywhere(show: Show, act: Callable[[Any], None], left: int) -> None:
    shown = show(views.strike())
    act(shown.page)
    assert shown.text("#status") == f"{left} of 38 events shown"
    shown.page.click("#show-list")
    assert shown.page.locator("tbody tr:visible").count() == left
    shown.page.click("#show-map")
    shown.page.click("#reset")
    assert shown.text("#status") == "38 events"


def test_a_name_in_the_search_box_chooses_the_actor(show: Show) -> None:
    shown = show(views.strike())
    shown.page.fill("#search", "harbour police")
    assert shown.text("#panel h2") == "Harbour Police"
    assert shown.text("#status") == "38 events"


def test_wheel_and_drag_move_along_time(show: Show) -> None:
    shown = show(views.strike())
    box = shown.page.locator("#stage").bounding_box()
    days = "document.querySelector('#axis').innerHTML"
    before = shown.page.evaluate(days)
    shown.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 300)
    for _ in range(3):
        shown.page.mouse.wheel(0, -300)
    shown.until(f"{days} !== {before!r}")
    near = shown.page.evaluate(days)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 300, steps=5)
    shown.page.mouse.up()
    shown.until(f"{days} !== {near!r}")
    shown.page.click("#zoom-all")
    shown.until(f"{days} === {before!r}")


def test_undated_events_stand_on_no_day(show: Show) -> None:
    events = tuple(
        replace(e, earliest_begin=None, latest_begin=None, earliest_end=None, latest_end=None) for e in views.strike().events
    )
    shown = show(replace(views.strike(), events=events))
    assert shown.text("#axis") == "Day not stated"


def test_all_rows_on_request(show: Show) -> None:
    shown = show(views.strike())
    assert shown.page.locator("#lanes button").count() == 13
    shown.page.get_by_role("button", name="Other actors").click()
    names = shown.page.locator("#lanes button bdi").all_inner_texts()
    assert "hauliers" in names
    assert "Other actors" not in names


def test_without_javascript_the_table_is_there(show: Show) -> None:
    shown = show(views.strike(), script=False)
    assert shown.page.locator("tbody tr:visible").count() == 38
    assert shown.page.locator(".live:visible").count() == 0


def test_a_link_to_an_event_opens_it(show: Show) -> None:
    shown = show(views.strike(), at="e7")
    assert shown.text("#panel h2") == "At least 12 strikers hurt at the gate"
    assert "Contested" in shown.text("#panel")
    assert "at least 12 people hurt" in shown.text("#panel")


@pytest.mark.parametrize(("width", "dark"), [(390, True), (820, False), (1280, True)])
def test_fits_the_screen_in_light_and_dark(show: Show, width: int, dark: bool) -> None:
    shown = show(views.strike(), width=width, dark=dark)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    ground = shown.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(","))) < 300) is dark
    shown.page.click("#show-list")
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_event_alone(show: Show) -> None:
    shown = show(views.one(EventView(iri="x", label="Something happens")))
    shown.page.focus("#stage")
    shown.page.keyboard.press("ArrowRight")
    assert "Day not stated" in shown.text("#panel")
    assert shown.complaints == []


def test_thousands_of_events_stay_usable(show: Show) -> None:
    shown = show(views.many(1500))
    assert shown.text("#status") == "1500 events"
    assert shown.complaints == []


def test_the_network_shows_and_chooses(show: Show) -> None:
    shown = show(views.strike())
    shown.page.click("#show-net")
    shown.until("document.querySelector('#net canvas') !== null")
    assert shown.page.locator("#map").is_hidden()
    shown.page.focus("#net")
    shown.page.keyboard.press("ArrowRight")
    assert shown.text("#panel h2") == "Strike at the port"
    shown.page.get_by_label("Office, law, elections").uncheck()
    shown.page.click("#zoom-in")
    shown.page.click("#zoom-all")
    shown.page.click("#show-map")
    assert shown.page.locator("#map").is_visible()
    assert shown.complaints == []


def test_a_click_in_the_network_chooses(show: Show) -> None:
    view = views.one(EventView(iri="x", label="Owners speak", roles=(RoleView(role="agent", actor=views.ACTORS["owners"].iri),)))
    shown = show(view)
    shown.page.click("#show-net")
    box = shown.page.locator("#net").bounding_box()
    assert box
    centre = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    (left, top), (right, bottom) = positions(view).values()  # the camera stands in their middle
    for step in range(10, 300, 5):
        share = step / abs(right - left)
        spot = centre[0] + share * (right - left), centre[1] + share * (bottom - top)
        shown.page.mouse.move(*spot)
        if shown.page.evaluate("document.querySelector('#net').style.cursor") == "pointer":
            shown.page.mouse.click(*spot)
            break
    shown.until("document.querySelector('#panel.open') !== null")
    assert shown.text("#panel h2") in ("Owners speak", "Port Owners' League")
