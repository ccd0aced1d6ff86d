"""Ampersands of which "amp" was left."""

import pytest

from dateline.ampersand import ampersands


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Marsh amp Holm", "Marsh & Holm"),
        ("AT &amp; T", "AT & T"),
        ("an amp of Holm", "an amp of Holm"),  # the device
        ("The amp Silva built", "The & Silva built"),  # the price of it
        ("amp Holm", "amp Holm"),
        ("Marsh amp", "Marsh amp"),
        ("", ""),
    ],
)
def test_amp_between_capitals_is_an_ampersand(text: str, read: str) -> None:
    assert ampersands(text.split()) == read.split()
