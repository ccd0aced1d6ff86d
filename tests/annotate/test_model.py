"""The bundled pipeline is as good as its card says, and small."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dateline.annotate
from dateline.annotate import corpus
from dateline.annotate.card import tables
from dateline.annotate.pipeline import BUNDLED, load
from dateline.model import Document

CARD = Path(dateline.annotate.__file__).parent / "MODEL.md"
SAMPLE = Path(__file__).parent / "sample.conllu"
# Shares of right answers, a little under what was measured (0.995, 0.939, 0.950): a word is 0.0025, a name 0.02.
FLOORS = {"upos": 0.98, "uas": 0.92, "names": 0.9}


def sample() -> Iterator[tuple[str, list[corpus.Word], set[tuple[str, str]]]]:
    """Each sentence with its words and its names as (label, words)."""
    blocks = SAMPLE.read_text(encoding="utf-8").split("\n\n")[1:]
    for rows in (block.splitlines() for block in blocks if block.strip()):
        known = dict(row[2:].split(" = ", 1) for row in rows if row.startswith("# "))
        names = {(n.partition(" ")[0], n.partition(" ")[2]) for n in known.get("names", "").split(" | ") if n}
        yield known["text"], corpus.sentence(rows), names


@pytest.fixture(scope="module")
def scores(parse: Callable[..., Document]) -> dict[str, float]:
    """Shares of right word classes, right heads (punctuation aside) and F1 of names."""
    tags, heads, hits, wanted, found = [], [], 0, 0, 0
    for text, words, names in sample():
        document = parse(text)
        assert [t.text for t in document.tokens] == [w.form for w in words]
        for i, (token, word) in enumerate(zip(document.tokens, words, strict=True)):
            tags.append(token.upos == word.upos)
            if word.upos != "PUNCT":
                heads.append(token.head == (word.head - 1 if word.head else i))
        given = {(n.label, text[n.start : n.end]) for n in document.names}
        hits, wanted, found = hits + len(given & names), wanted + len(names), found + len(given)
    return {"upos": sum(tags) / len(tags), "uas": sum(heads) / len(heads), "names": 2 * hits / (wanted + found)}


@pytest.mark.parametrize("score", FLOORS)
def test_quality_has_a_floor(scores: dict[str, float], score: str) -> None:
    assert scores[score] >= FLOORS[score], scores


def test_the_card_shows_the_measured_scores() -> None:
    assert tables(load().meta["performance"]) in CARD.read_text(encoding="utf-8")


def test_the_pipeline_is_small() -> None:
    assert BUNDLED.stat().st_size < 30_000_000
