"""Whom a bare noun in a heading means, by the deed that the first sentences tell again."""

from pathlib import Path

import pytest

from dateline import extract_documents
from dateline.model import Document


def called(document: Document, name: str) -> list[str]:
    """How an actor is called, in order of the text."""
    (actor,) = [a for a in document.actors if a.name == name]
    return [document.text[m.start : m.end] for m in actor.mentions]


@pytest.mark.parametrize(
    ("heading", "text", "name", "mentions"),
    [
        (
            "Ruiz fires aide after leak",
            "Governor Elena Ruiz on Friday fired her press aide, Alan Reed.",
            "Alan Reed",
            ["aide", "her press aide", "Alan Reed"],
        ),
        (
            "Lawmaker urges ban on plastic bags",
            "Senator Tom Ortiz on Monday urged a ban on plastic bags in all shops.",
            "Tom Ortiz",
            ["Lawmaker", "Senator Tom Ortiz"],
        ),
        (
            "Lawmaker urges ban on plastic bags",
            "Police in Lima on Monday arrested Tom Ortiz, a plumber, over a theft.",
            "Tom Ortiz",
            ["Tom Ortiz", "a plumber"],
        ),
        (
            "Lone climber saved on Everest",
            "A Danish climber given up for lost on Mount Everest was saved on Monday.",
            "climber",
            ["Lone climber", "A Danish climber"],
        ),
        (
            "Poachers freed as siege ends",
            "Guards who had seized a lodge in Kenya left it on Monday.",
            "Poachers",
            ["Poachers"],
        ),
    ],
)
def test_who_a_heading_means(tmp_path: Path, heading: str, text: str, name: str, mentions: list[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text(f"{heading}\n\n{text}", encoding="utf-8")
    (document,) = extract_documents(article)
    assert called(document, name) == mentions
