"""Whatever the text: offsets are right, each sentence is one tree, and what was not parsed says why."""

import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate import annotate
from dateline.errors import ModelError
from dateline.model import Block, Document
from factory import article

UNIVERSAL = frozenset(
    re.findall(
        r"\S+",
        """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat
    goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp""",
    )
)
NEWS = st.lists(
    st.sampled_from(
        [
            "The",
            "minister",
            "said",
            "Kenya",
            "U.S.",
            '"',
            "“",
            "”",
            ".",
            "?",
            "\n",
            "  ",
            "\n\n",
            "3-1",
            "€",
            "—",
            "won't",
            "\u200b",
        ]
    )
)


def check(document: Document) -> None:
    """All that later stages rely on."""
    text, tokens = document.text, document.tokens
    assert [t.text for t in tokens] == [text[t.start : t.end] for t in tokens]
    assert all(t.text.strip() and t.start < t.end for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert [i for s in document.sentences for i in range(s.first, s.stop)] == list(range(len(tokens)))
    assert all(a.start <= b.start for a, b in pairwise(document.sentences))
    for sentence in document.sentences:
        check_tree(document, sentence.first, sentence.stop)
    for name in document.names:
        assert (name.start, name.end) == (tokens[name.first].start, tokens[name.stop - 1].end)


def check_tree(document: Document, first: int, stop: int) -> None:
    """One root, heads inside the sentence, no cycles, universal relations."""
    tokens = document.tokens
    roots = [i for i in range(first, stop) if tokens[i].head == i]
    assert len(roots) == (stop > first)
    for i in range(first, stop):
        assert first <= tokens[i].head < stop
        assert tokens[i].deprel.partition(":")[0] in UNIVERSAL
        assert (tokens[i].deprel == "root") == (i in roots)
        seen = {i}
        while tokens[i].head != i:
            i = tokens[i].head
            assert i not in seen
            seen.add(i)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | NEWS.map(" ".join))
def test_any_text_gives_sound_trees(text: str) -> None:
    check(next(annotate([article(text)])))


@pytest.mark.parametrize(
    "text", ["", " \n", "\u200b", "🙂🙂", "word " * 3000, "A. " * 500, "a" * 30_000, "x\ny\nz", "\x00\ud800"]
)
def test_odd_texts(text: str) -> None:
    check(next(annotate([article(text)])))


def test_blocks_that_are_no_report_are_skipped_with_a_reason() -> None:
    text = "Rain Falls\n\nBy A. Writer\n\nRain fell."
    blocks = (
        Block(start=0, end=10, kind="headline"),
        Block(start=12, end=24, kind="byline", why="names the writer"),
        Block(start=26, end=36, kind="paragraph"),
    )
    document = next(annotate([article(text, blocks=blocks)]))
    check(document)
    assert [(s.block, s.outcome, s.why, s.stop > s.first) for s in document.sentences] == [
        ("headline", "none", "", True),
        ("byline", "skipped", "names the writer", False),
        ("paragraph", "none", "", True),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "He met U.S. officials in Washington, D.C. He then left.",
            ["He met U.S. officials in Washington, D.C.", "He then left."],
        ),
        ("“We will go,” Gen. Lind said. “Now.”", ["“We will go,” Gen. Lind said.", "“Now.”"]),
        ("Sales rose in Sept. and Oct. by 3.5 percent.", ["Sales rose in Sept. and Oct. by 3.5 percent."]),
        ("Police spokesman Capt. Tom Brandt left. It rained.", ["Police spokesman Capt. Tom Brandt left.", "It rained."]),
        ("Sales of tablets fell. iPad users complained.", ["Sales of tablets fell.", "iPad users complained."]),
        ("“We left.” eBay sued him.", ["“We left.”", "eBay sued him."]),
        ("He met U.S. eBay users. They left.", ["He met U.S. eBay users.", "They left."]),
        ("They left at 9 a.m. on Monday. It rained.", ["They left at 9 a.m. on Monday.", "It rained."]),
    ],
)
def test_sentences_end_where_they_end(parse: Callable[..., Document], text: str, wanted: list[str]) -> None:
    document = parse(text)
    assert [text[s.start : s.end] for s in document.sentences] == wanted


def test_lines_broken_at_a_column_are_one_sentence(parse: Callable[..., Document]) -> None:
    document = parse("The ministers of both\ncountries met in\r\n   Oslo.")
    assert len(document.sentences) == 1
    assert [t.text for t in document.tokens] == ["The", "ministers", "of", "both", "countries", "met", "in", "Oslo", "."]


def test_hyphens_behind_abbreviations_part_words(parse: Callable[..., Document]) -> None:
    text = "The U.S.-led force left the Calif.-based re-election team."
    wanted = "The U.S. - led force left the Calif. - based re-election team ."
    assert " ".join(t.text for t in parse(text).tokens) == wanted


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("They were killed.", ["they", "be", "kill", "."]),
        ("She hasn't bought the mice.", ["she", "have", "not", "buy", "the", "mouse", "."]),
        ("Iranian cities are larger.", ["Iranian", "city", "be", "large", "."]),
    ],
)
def test_words_have_their_dictionary_form(parse: Callable[..., Document], text: str, lemmas: list[str]) -> None:
    assert [t.lemma for t in parse(text).tokens] == lemmas


def test_a_missing_pipeline_is_told_in_one_line() -> None:
    with pytest.raises(ModelError, match=r"en_nothing_sm.*python -m spacy download") as caught:
        next(annotate([article("Rain fell.")], model="en_nothing_sm"))
    assert "\n" not in str(caught.value)


def test_spacy_is_loaded_late() -> None:
    code = "import sys, dateline.annotate; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
