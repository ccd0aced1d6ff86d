"""The page for everyone: keyboard, screen reader, small screens, paper, other languages; axe on every view in light and dark."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import views
from browsing import Show, Shown

from dateline.map.bundle import FOLDER
from dateline.map.families import families

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(shown: Shown) -> list[Any]:
    """What axe finds wrong, each as a rule and the elements."""
    shown.page.evaluate(AXE)
    found = shown.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found["violations"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_view(show: Show, dark: bool) -> None:
    shown = show(views.strike(), dark=dark)
    found = {}
    for view in ("map", "net", "list"):
        shown.page.click(f"#show-{view}")
        found[view] = faults(shown)
    shown.page.locator("#list tbody a").first.click()
    found["event"] = faults(shown)
    shown.page.click("#show-map")
    shown.page.locator("#lanes").get_by_role("button", name="Harbour Police").click()
    found["actor"] = faults(shown)
    shown.page.fill("#search", "union")
    shown.until("!document.querySelector('#found').hidden")
    found["search"] = faults(shown)
    assert {view: faults for view, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [390, 820])
def test_axe_finds_nothing_on_small_screens(show: Show, width: int) -> None:
    shown = show(views.unfolding(), width=width, at="event=event%2Fmoney")
    assert faults(shown) == []


def test_a_filter_says_what_it_leaves(show: Show) -> None:
    shown = show(views.strike())
    shown.page.get_by_label("Denied").uncheck()
    shown.until("document.querySelector('#say').textContent.startsWith('36 of 38 events')")


def luminance(colour: str) -> float:
    """How light a colour is (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """How far two colours stand out from each other (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("shade", [0, 1], ids=["light", "dark"])
def test_what_is_painted_stands_out_from_every_ground(shade: int) -> None:
    """axe does not look into a canvas: words need 4.5, marks 3."""
    sheet = FOLDER.joinpath("page.css").read_text(encoding="utf-8")
    colours = {name: (light, dark)[shade] for name, light, dark in re.findall(r"--(\w+): light-dark\((#\w+), (#\w+)\)", sheet)}
    grounds = [colours[name] for name in ("card", "band", "tray", "wash")]
    for ground in grounds:
        for name in ("ink", "muted", "accent"):
            assert contrast(colours[name], ground) >= 4.5, (name, ground)
        for family in families():
            assert contrast((family.light, family.dark)[shade], ground) >= 3, (family.id, ground)


def test_the_keyboard_reaches_every_event(show: Show) -> None:
    shown = show(views.strike())
    shown.page.focus("#stage")
    seen = set()
    for _ in range(len(views.strike().events)):
        shown.page.keyboard.press("ArrowRight")
        seen.add(shown.text("#panel h2"))
    assert seen == {e.label for e in views.strike().events}
    shown.until("document.querySelector('#say').textContent.endsWith('Told as fact.')")
    shown.page.keyboard.press("ArrowUp")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.closest('#panel') !== null")
    shown.page.keyboard.press("Escape")
    assert shown.text("#panel h2") == "How to read this"
    assert shown.page.evaluate("document.activeElement.id") == "stage"


def test_tab_goes_through_every_control_in_view_and_shows_where_it_is(show: Show) -> None:
    shown = show(views.strike())
    wanted = set(
        shown.page.evaluate(
            "[...document.querySelectorAll('button, input, select, a, [tabindex=\"0\"]')]"
            ".filter(e => e.checkVisibility() && !e.disabled).map(e => (e.dataset.n = Math.random().toString(36)))"
        )
    )
    reached = set()
    for _ in range(len(wanted) + 60):
        shown.page.keyboard.press("Tab")
        reached.add(shown.page.evaluate("document.activeElement?.dataset.n"))
        if shown.page.evaluate("document.activeElement !== document.body"):
            look = shown.page.evaluate(
                "[getComputedStyle(document.activeElement).outlineStyle, document.activeElement.outerHTML]"
            )
            assert look[0] != "none", look[1][:200]
    assert wanted <= reached


def test_the_time_sliders_ends_move_by_key_and_say_their_day(show: Show) -> None:
    shown = show(views.strike())
    handle = shown.page.locator("#from-handle")
    handle.focus()
    before = handle.get_attribute("aria-valuetext")
    shown.page.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuetext") != before
    assert handle.get_attribute("aria-valuetext") == "Friday, 2 February 2024"
    shown.page.keyboard.press("End")
    shown.page.keyboard.press("Home")
    assert handle.get_attribute("aria-valuetext") == before


def test_skipping_leads_to_the_table(show: Show) -> None:
    shown = show(views.strike())
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("Enter")
    assert shown.page.locator("#list").is_visible()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (390, True), (820, False), (1280, True)])
def test_fits_the_screen_in_light_and_dark(show: Show, width: int, dark: bool) -> None:
    shown = show(views.strike(), width=width, dark=dark)
    for view in ("map", "net", "list"):
        shown.page.click(f"#show-{view}")
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    ground = shown.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(","))) < 300) is dark


def test_the_colours_can_be_set(show: Show) -> None:
    shown = show(views.strike(), dark=True)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = shown.page.evaluate(ground)
    shown.page.click("#theme")
    assert shown.page.get_attribute("#theme", "aria-label") == "Colours: light"
    assert shown.page.evaluate(ground) != dark


def test_dates_follow_the_readers_language(show: Show) -> None:
    shown = show(views.strike(), locale="de-DE", at="event=event%2F2")
    assert "Donnerstag, 14. März 2024" in shown.text("#panel")
    assert "Feb" in shown.text("#hist-days")
    arabic = show(views.strike(), locale="ar-EG", at="event=event%2F2")
    assert "١٤" in arabic.text("#panel .date")


def test_names_in_other_scripts_are_shown_and_found(show: Show) -> None:
    shown = show(views.worldwide())
    shown.page.fill("#search", "المجلس")
    shown.until("document.querySelector('#status').textContent.startsWith('1 of')")
    shown.page.fill("#search", "会谈")
    shown.until("document.querySelector('#status').textContent.startsWith('1 of')")
    shown.page.fill("#search", "munchen")
    shown.until("document.querySelector('#found').textContent.includes('München')")
    assert shown.complaints == []


def test_touch_drags_and_taps(show: Show) -> None:
    shown = show(views.strike(), width=390, height=800, has_touch=True)
    lane = shown.page.locator("#lanes").get_by_role("button", name="Labour Court").bounding_box()
    stage = shown.page.locator("#stage").bounding_box()
    assert lane and stage
    for x in range(30, int(stage["width"]) - 30, 6):
        shown.page.touchscreen.tap(stage["x"] + x, lane["y"] + 19)
        if shown.page.locator("#panel.open").count():
            break
    assert shown.text("#panel h2") == "Labour Court hears the case"


def test_who_wants_little_motion_gets_it_in_steps(show: Show) -> None:
    shown = show(views.strike(), reduced_motion="reduce")
    shown.page.click("#play")
    first = shown.page.input_value("#from")
    shown.page.wait_for_timeout(400)
    assert shown.page.input_value("#from") == first
    shown.page.click("#play")


@pytest.mark.parametrize("view", ["map", "net"])
def test_prints_to_one_page(show: Show, tmp_path: Path, view: str) -> None:
    shown = show(views.strike(), dark=True, at=f"view={view}")
    paper = tmp_path / "paper.pdf"
    shown.page.pdf(path=paper, prefer_css_page_size=True)
    assert paper.read_bytes().count(b"/Type /Page\n") == 1
