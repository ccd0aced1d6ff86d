"""Quotation marks in print, matched without a parser."""

import re

import pytest

from dateline.find.attribution.quotations import quotations
from dateline.model import Token

WORD = re.compile(r"``|''|\w+(?:[’'](?:s|t|re|ll|ve)\b)?|[^\w\s]")


def tokens(text: str) -> tuple[Token, ...]:
    """A text in words; marks stand alone."""
    found = WORD.finditer(text)
    return tuple(
        Token(start=m.start(), end=m.end(), text=m.group(), lemma="", upos="X", xpos="X", head=i, deprel="root")
        for i, m in enumerate(found)
    )


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    words, ranges, first = tokens(text), [], 0
    for paragraph in paragraphs:
        stop = first + len(tokens(paragraph))
        ranges.append(range(first, stop))
        first = stop
    return [text[words[q.first].start : words[q.stop - 1].end] for q in quotations(words, tuple(ranges))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and left.', ['"no"']),
        ('"We left, "she said.', ['"We left, "']),
        ("He said ``no'' and left.", ["``no''"]),
        ("He said «no» and left.", ["«no»"]),
        ("He said ‘no’ and left.", ["‘no’"]),
        ("He said 'no' and left.", ["'no'"]),
        ('"One," he said, "two."', ['"One,"', '"two."']),
        ("“He said ‘no’ twice,” she wrote.", ["“He said ‘no’ twice,”"]),
        ('He said: "One. "Two," and left. The end.', ['"One.', '"Two,"']),
        ('"A "b" c "d" e," f "g"', ['"A "b" c "d" e,"', '"g"']),
        ("“A “b” c” d", ["“A “b” c”"]),
        ("The farmers' fields and the sailors’ boats", []),
        ("It’s late, isn't it", []),
        ("He said “no and left", ["“no and left"]),
        ("no” and left", []),
        ("Bill O ‘Reilly left. He said “no” twice", ["“no”"]),
        ("He said, ‘no and left", ["‘no and left"]),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_each_paragraph_opens_anew() -> None:
    assert quoted("He said: “One.", "“Two.", "“Three.” And left.") == ["“One.\n\n“Two.\n\n“Three.”"]


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    assert quoted("He said: “One.", "Then he left.") == ["“One."]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("“One.", "Two.", "Three,” he said."), ["“One.\n\nTwo.\n\nThree,”"]),
        (('"One.', "Two.", '"', "Then he left."), ['"One.\n\nTwo.\n\n"']),
        (('He said: "One.', 'The mayor said "no" twice.'), ['"One.', '"no"']),
    ],
)
def test_lines_broken_within_a_quotation(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert quoted(*paragraphs) == expected
