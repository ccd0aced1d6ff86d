"""News with marks of who is who."""

import pytest

from dateline.annotate import annotate
from dateline.read.sources import from_json
from dateline.training.written import Mark, links, unmarked, written


def test_marks_are_taken_out_and_kept_by_their_places() -> None:
    text, marks = unmarked("[[the boy]a1's father]a2 and [they]a1+a2 left")
    assert text == "the boy's father and they left"
    assert [(text[m.start : m.end], m.keys) for m in marks] == [
        ("the boy", ("a1",)),
        ("the boy's father", ("a2",)),
        ("they", ("a1", "a2")),
    ]


@pytest.mark.parametrize("broken", ["the boy]a1 left", "[the boy left", "[the boy] left"])
def test_a_mark_that_is_broken_is_an_error(broken: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        unmarked(broken)


def test_who_is_who_is_told_by_heads_and_the_words_of_names() -> None:
    marked = "[Prosecutor Ana Silva]a1 said [she]a1 met [[Rui Holm]a2's lawyer]a3. [They]a1+a3 talked."
    text, marks = unmarked(marked)
    (document,) = annotate([from_json({"id": "x", "text": text})])
    found = links(document, marks)
    assert {found.of.get(text.index(word)) for word in ("Ana", "Silva", "she")} == {"a1"}
    assert found.of[text.index("Holm's")] == "a2" or found.of[text.index("Rui")] == "a2"
    assert found.of[text.index("lawyer")] == "a3"
    assert found.several == {text.index("They"): frozenset(("a1", "a3"))}
    assert found.known(text.index("talked"))


def test_the_news_that_was_written_is_well_formed() -> None:
    articles = list(written())
    assert len({article.id for article, _ in articles}) == len(articles) > 500
    for article, marks in articles:
        assert all(isinstance(m, Mark) and 0 <= m.start < m.end <= len(article.text) for m in marks)
        assert "]" not in article.text
