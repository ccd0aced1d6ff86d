"""Headlines get the case of a sentence; offsets and lengths stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.casing import recaser, style
from dateline.model import Article, Block
from factory import article


def headed(headline: str, body: str) -> Article:
    """An article of a headline and one paragraph."""
    text = f"{headline}\n\n{body}"
    start = len(headline) + 2
    blocks = (Block(start=0, end=len(headline), kind="headline"), Block(start=start, end=len(text), kind="paragraph"))
    return article(text, blocks=blocks)


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Storm Kills Dozens as Rivers Rise", "title"),
        ("STORM KILLS DOZENS", "upper"),
        ("Storm kills dozens as rivers rise", "plain"),
        ("Storm kills dozens in Papua New Guinea", "plain"),
        ("NATO: no", "plain"),
        ("", "plain"),
        ("!!! 123", "plain"),
    ],
)
def test_the_style_of_a_headline_is_seen(headline: str, wanted: str) -> None:
    assert style(headline) == wanted


@pytest.mark.parametrize(
    ("headline", "body", "wanted"),
    [
        ("Iran Holds Talks With Qatar on Gaza Truce", "", "Iran holds talks with Qatar on Gaza truce"),
        ("US And China Agree To Resume Talks", "", "US and China agree to resume talks"),
        (
            "Regulator Fines Orange Over Customer Data",
            "It said on Monday that Orange had lost data.",
            "Regulator fines Orange over customer data",
        ),
        ("SECURITY COUNCIL TO VOTE ON SUDAN", "A vote on Sudan is near.", "Security Council to vote on Sudan"),
        ("RESCUERS REACH NATO PILOT", "He flew for NATO and his pilot friends.", "Rescuers reach NATO pilot"),
        ("Flood Hits Town: Mayor Asks for Help", "", "Flood hits town: Mayor asks for help"),
        ("Floods hit Tokyo", "", "Floods hit Tokyo"),
    ],
)
def test_a_headline_reads_like_a_sentence(headline: str, body: str, wanted: str) -> None:
    assert recaser(headed(headline, body))(headline) == wanted


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_length_never_changes(headline: str, body: str) -> None:
    assert len(recaser(headed(headline, body))(headline)) == len(headline)
