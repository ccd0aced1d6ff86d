"""The layout of a plain-text article: which block is what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.layout import layout

REPORT = "The river rose two metres overnight. Nobody was hurt."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in layout(text, title).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(REPORT, [("paragraph", REPORT)], id="a bare paragraph"),
        pytest.param(
            f"Flood Cuts Off Valley\n\n{REPORT}",
            [("headline", "Flood Cuts Off Valley"), ("paragraph", REPORT)],
            id="headline",
        ),
        pytest.param(
            f"Flood Cuts Off Valley.\n\n{REPORT}",
            [("headline", "Flood Cuts Off Valley."), ("paragraph", REPORT)],
            id="a headline with a full stop, known by its capitals",
        ),
        pytest.param(
            f"{REPORT}\n\n{REPORT} Again.",
            [("paragraph", REPORT), ("paragraph", f"{REPORT} Again.")],
            id="a first sentence is no headline",
        ),
        pytest.param(
            f"8/2/13 at 1:30 PM\n\n{REPORT}",
            [("paragraph", "8/2/13 at 1:30 PM"), ("paragraph", REPORT)],
            id="a date is no headline",
        ),
        pytest.param(
            f"Flood cuts off valley\n\nFLOOD CUTS OFF VALLEY\n\n{REPORT}",
            [("headline", "Flood cuts off valley"), ("repeat", "FLOOD CUTS OFF VALLEY"), ("paragraph", REPORT)],
            id="repeated headline",
        ),
        pytest.param(
            f"Flood cuts off valley\n\nBy Mara Lindqvist and Tom Oduya\n\n{REPORT}",
            [("headline", "Flood cuts off valley"), ("byline", "By Mara Lindqvist and Tom Oduya"), ("paragraph", REPORT)],
            id="byline",
        ),
        pytest.param(
            f"LIMA, Peru (Reuters) – {REPORT}",
            [("dateline", "LIMA, Peru (Reuters) –"), ("paragraph", REPORT)],
            id="dateline with agency",
        ),
        pytest.param(
            f"NAIROBI, March 3 (AFP) - {REPORT}",
            [("dateline", "NAIROBI, March 3 (AFP) -"), ("paragraph", REPORT)],
            id="dateline with date",
        ),
        pytest.param(
            f"BUENOS AIRES — {REPORT}", [("dateline", "BUENOS AIRES —"), ("paragraph", REPORT)], id="dateline in capitals"
        ),
        pytest.param(f"Lima — {REPORT}", [("paragraph", f"Lima — {REPORT}")], id="a dash alone makes no dateline"),
        pytest.param(
            f"LIMA, Peru (AP)_ {REPORT}",
            [("dateline", "LIMA, Peru (AP)_"), ("paragraph", REPORT)],
            id="dateline with an underscore",
        ),
        pytest.param(
            f"MOSCOW, March 3. /TASS/. {REPORT}",
            [("dateline", "MOSCOW, March 3. /TASS/."), ("paragraph", REPORT)],
            id="dateline with an agency between slashes",
        ),
        pytest.param(
            f"NAIROBI, 3 March (AFP) - {REPORT}",
            [("dateline", "NAIROBI, 3 March (AFP) -"), ("paragraph", REPORT)],
            id="dateline with the day first",
        ),
        pytest.param(
            f"LUCKNOW: {REPORT}", [("dateline", "LUCKNOW:"), ("paragraph", REPORT)], id="dateline of a known place with a colon"
        ),
        pytest.param(
            f"NEW DELHI/MUMBAI, Aug 18 (PTI): {REPORT}",
            [("dateline", "NEW DELHI/MUMBAI, Aug 18 (PTI):"), ("paragraph", REPORT)],
            id="dateline with an agency and a colon",
        ),
        pytest.param(f"LINDGRAF: {REPORT}", [("paragraph", f"LINDGRAF: {REPORT}")], id="a speaker makes no dateline"),
        pytest.param(
            f"HOUSTON: {REPORT}\n\nLINDGRAF: Thank you.",
            [("paragraph", f"HOUSTON: {REPORT}"), ("paragraph", "LINDGRAF: Thank you.")],
            id="a speaker who is called like a town",
        ),
        pytest.param(
            f"UPDATE 2-Peru's Andina reports flood\n\n{REPORT}",
            [("boilerplate", "UPDATE 2-"), ("headline", "Peru's Andina reports flood"), ("paragraph", REPORT)],
            id="the mark of a wire",
        ),
        pytest.param(
            f"WRAPUP 1-Soccer-Lima win the cup\n\n{REPORT}",
            [("boilerplate", "WRAPUP 1-Soccer-"), ("headline", "Lima win the cup"), ("paragraph", REPORT)],
            id="marks of a wire",
        ),
        pytest.param(
            f"Update on the flood-hit valley\n\n{REPORT}",
            [("headline", "Update on the flood-hit valley"), ("paragraph", REPORT)],
            id="no mark of a wire",
        ),
        pytest.param(
            f"LIMA (AP) --\n\n{REPORT}",
            [("dateline", "LIMA (AP) --"), ("paragraph", REPORT)],
            id="dateline on a line of its own",
        ),
        pytest.param(
            f"Flood cuts off valley villages.\n\nA flood cut off {REPORT}\n\n{REPORT}\n\n{REPORT}",
            [
                ("paragraph", "Flood cuts off valley villages."),
                ("paragraph", f"A flood cut off {REPORT}"),
                ("paragraph", REPORT),
                ("paragraph", REPORT),
            ],
            id="a short first sentence that is not said again",
        ),
        pytest.param(
            "Mayor blames storm for flooded valley.\n\n"
            f"The mayor blamed a storm for the flooded valley. {REPORT}\n\n{REPORT}\n\n{REPORT}",
            [
                ("headline", "Mayor blames storm for flooded valley."),
                ("paragraph", f"The mayor blamed a storm for the flooded valley. {REPORT}"),
                ("paragraph", REPORT),
                ("paragraph", REPORT),
            ],
            id="headline with a full stop",
        ),
        pytest.param(
            f"The river rose two metres. (Reporting by A. Moreau; Editing by J. Sato)\n\n{REPORT}",
            [
                ("paragraph", "The river rose two metres."),
                ("boilerplate", "(Reporting by A. Moreau; Editing by J. Sato)"),
                ("paragraph", REPORT),
            ],
            id="a first paragraph that ends in credits",
        ),
        pytest.param(
            f"14.20 {REPORT}\n\n14.55 {REPORT}",
            [("boilerplate", "14.20"), ("paragraph", REPORT), ("boilerplate", "14.55"), ("paragraph", REPORT)],
            id="the times of a live report",
        ),
        pytest.param(
            f"14:05 GMT: {REPORT}",
            [("boilerplate", "14:05 GMT:"), ("paragraph", REPORT)],
            id="the time of an entry with its zone",
        ),
        pytest.param("14.20 Swiss francs were paid.", [("paragraph", "14.20 Swiss francs were paid.")], id="a figure is no time"),
        pytest.param(
            f"{REPORT}\n\nTop Stories\n\nMore from Europe",
            [("paragraph", REPORT), ("boilerplate", "Top Stories"), ("boilerplate", "More from Europe")],
            id="trailing links",
        ),
        pytest.param(
            f"{REPORT}\n\nReporting by A. Moreau; Editing by J. Sato\n\n© 2024 Valley Post. All rights reserved.",
            [
                ("paragraph", REPORT),
                ("boilerplate", "Reporting by A. Moreau; Editing by J. Sato"),
                ("boilerplate", "© 2024 Valley Post. All rights reserved."),
            ],
            id="credits and copyright",
        ),
        pytest.param(
            f"{REPORT}\n\n{REPORT} (Additional reporting by A. Moreau in Lima; Editing by J. Sato)",
            [
                ("paragraph", REPORT),
                ("paragraph", REPORT),
                ("boilerplate", "(Additional reporting by A. Moreau in Lima; Editing by J. Sato)"),
            ],
            id="credits behind a paragraph",
        ),
        pytest.param(
            f"{REPORT}\n\nBy Ana Moreau and Jun Sato in Lima\n\n{REPORT}",
            [("paragraph", REPORT), ("byline", "By Ana Moreau and Jun Sato in Lima"), ("paragraph", REPORT)],
            id="byline between paragraphs",
        ),
        pytest.param(
            f"{REPORT}\n\nA slow recovery\n\n{REPORT}",
            [("paragraph", REPORT), ("subheading", "A slow recovery"), ("paragraph", REPORT)],
            id="subheading",
        ),
        pytest.param(
            f"{REPORT}\n\nInjured: 74", [("paragraph", REPORT), ("paragraph", "Injured: 74")], id="a figure may be news"
        ),
        pytest.param(
            f"https://example.org/2024/05/flood\nFlood cuts off valley\n{REPORT}",
            [("boilerplate", "https://example.org/2024/05/flood"), ("headline", "Flood cuts off valley"), ("paragraph", REPORT)],
            id="address first, single line breaks",
        ),
        pytest.param("", [], id="nothing"),
        pytest.param("\n \n\t\n", [], id="white space"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Reporting by A. Moreau; Editing by J. Sato)", "boilerplate"),
        ("This article was amended on 19 August to correct the spelling of a name.", "boilerplate"),
        ("This interview has been lightly edited for length.", "boilerplate"),
        ("An earlier version of this article said the bridge had fallen.", "boilerplate"),
        ("(Corrects second paragraph to show that the bridge stands)", "boilerplate"),
        ("Names of some residents have been changed to protect them.", "boilerplate"),
        ("Editor's note: The author works for the dam.", "boilerplate"),
        ("Andina writers Ana Moreau and Jun Sato contributed to this report.", "boilerplate"),
        ("Analysis: by Ana Moreau, Valley News", "boilerplate"),
        ("Related: Ten floods that cut off the valley", "boilerplate"),
        ("The report was published on Friday by the water board.", "paragraph"),
        ("The interview was shown on Friday, and the mayor resigned.", "paragraph"),
        ("An earlier version of the bill said farmers must pay.", "paragraph"),
        ("Analysis by the water board shows that the river rose.", "paragraph"),
        ("Residents contributed to this year's repairs.", "paragraph"),
        ("By Friday the river had risen again.", "paragraph"),
        ("Updates on the flood came every hour.", "paragraph"),
    ],
)
def test_set_phrases(line: str, kind: str) -> None:
    assert kinds(f"{REPORT}\n\n{line}\n\n{REPORT}") == [("paragraph", REPORT), (kind, line), ("paragraph", REPORT)]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "The river rose two metres overnight and cut off the only road",
        "that leads into the valley, where some four hundred people live,",
    ]
    text = "\n".join([*lines, *lines, "the mayor said on Monday."])
    assert kinds(text) == [("paragraph", text)]


def test_a_given_title_is_found_in_the_text() -> None:
    text = f"Valley cut off.\n\n{REPORT}"
    assert kinds(text, "Valley cut off.") == [("headline", "Valley cut off."), ("paragraph", REPORT)]


def test_what_the_layout_says_of_the_article() -> None:
    laid = layout(f"Flood cuts  off valley\n\nLIMA (Andina) – {REPORT}")
    assert (laid.title, laid.agency) == ("Flood cuts off valley", "Andina")


@given(st.text(max_size=400))
def test_blocks_are_in_order_and_lose_no_letter(text: str) -> None:
    blocks = layout(text).blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    kept = set().union(*(range(b.start, b.end) for b in blocks))
    assert all(i in kept or not c.isalnum() for i, c in enumerate(text))


@pytest.mark.parametrize("unit", ["A ", "A B. ", "Ab-", "(", "A, ", "A'", "\n", "Á/"])
def test_long_runs_of_anything_stay_quick(unit: str) -> None:
    assert layout(unit * 20_000 + "end.").blocks
