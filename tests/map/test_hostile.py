"""Nothing that a page shows runs, and nothing that it holds reaches the network: payloads in every field, in a real browser."""

import pytest
import views
from browsing import Show

from dateline.map.view import TimelineView

ATTEMPTS = [
    "q=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D9%3E",
    "view=%3Cscript%3Ewindow.hacked%3D9%3C/script%3E",
    "event=javascript:window.hacked=9&actor=__proto__&only=constructor,__proto__",
    "no-family=%22%3E%3Csvg%20onload%3Dwindow.hacked%3D9%3E&pinned=%3Cscript%3E",
]


@pytest.mark.parametrize("view", [views.strike(), views.hostile(), TimelineView()], ids=["story", "hostile", "empty"])
def test_asks_the_network_for_nothing(show: Show, view: TimelineView) -> None:
    shown = show(view)
    for name in ("net", "list", "map"):
        shown.page.click(f"#show-{name}")
    assert set(shown.requests) == {shown.url}
    assert shown.complaints == []


def test_hostile_text_is_shown_and_does_nothing(show: Show) -> None:
    view = views.hostile()
    shown = show(view)
    page = shown.page
    assert shown.text("h1") == views.name_of(views.HOSTILE[0])
    page.click("#show-list")
    for place in range(len(view.events)):
        page.locator("#list tbody a").nth(place).click()
        assert page.locator("#panel .chip").count()
    page.locator("#panel .chip").first.click()
    page.click("#show-net")
    page.click("#show-map")
    for value in ("sort", "country", "circle"):
        page.select_option("#lanes-by", value)
    page.fill("#search", "img")
    page.wait_for_timeout(150)
    page.fill("#search", "")
    shown.until("document.querySelectorAll('#found li').length === 0")
    shown_text = page.locator("#facets").text_content() or ""
    assert views.name_of(views.HOSTILE[1]) in shown_text
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed, form, base, [onerror], [onload], [onclick]").count() == 0
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.protocol)")
    assert set(links) <= {"http:", "https:", "file:"}
    assert page.locator("script").count() == 5  # four of the page's own, and the library that it unpacks
    assert set(shown.requests) == {shown.url}
    assert shown.complaints == []


@pytest.mark.parametrize("place", range(0, 2 * len(views.HOSTILE), 2))
def test_a_payload_arrives_as_text_in_the_panel(show: Show, place: int) -> None:
    view = views.hostile()
    shown = show(view)
    shown.page.click("#show-list")
    shown.page.locator(f"#list tr#e{place} a").click()
    panel = shown.page.locator("#panel").text_content() or ""
    assert views.name_of(views.HOSTILE[place // 2]) in panel
    assert shown.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("at", ATTEMPTS)
def test_a_hostile_link_does_nothing(show: Show, at: str) -> None:
    shown = show(views.strike(), at=at)
    assert shown.page.evaluate("window.hacked") is None
    assert shown.page.evaluate("({}).polluted") is None
    assert shown.complaints == []


def test_the_policy_stops_what_got_past_everything_else(show: Show) -> None:
    shown = show(views.strike())
    shown.page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.hacked = 1';
          document.body.append(script);
          const div = document.createElement('div');
          div.innerHTML = '<img src=x onerror="window.hacked=2"><a id=bait href="javascript:window.hacked=3">x</a>';
          document.body.append(div);
          document.getElementById('bait').click();
          fetch('https://example.org/').catch(() => {});
        }"""
    )
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("window.hacked") is None
    assert len(shown.complaints) >= 3
    assert not [url for url in shown.requests if url.startswith("http")]
