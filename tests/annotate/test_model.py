"""The bundled pipeline is as good as its card says, and small."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dateline.annotate
from dateline.annotate import corpus
from dateline.annotate.card import tables
from dateline.annotate.pipeline import BUNDLED, load
from dateline.model import Document

CARD = Path(dateline.annotate.__file__).parent / "MODEL.md"
HERE = Path(__file__).parent
# Shares of right answers, a little under what was measured. In the first set a word is 0.0025, in the second 0.0006.
FLOORS = {
    "sample.conllu": {"upos": 0.985, "uas": 0.96, "las": 0.95, "names": 0.9},
    "news.conllu": {"upos": 0.98, "uas": 0.93, "las": 0.905, "names": 0.87},
}


def sample(name: str) -> Iterator[tuple[str, list[corpus.Word], set[tuple[str, str]]]]:
    """Each sentence of a set with its words and its names as (label, words)."""
    blocks = (HERE / name).read_text(encoding="utf-8").split("\n\n")
    for rows in (block.splitlines() for block in blocks if "# text" in block):
        known = dict(row[2:].split(" = ", 1) for row in rows if row.startswith("# "))
        names = {(n.partition(" ")[0], n.partition(" ")[2]) for n in known.get("names", "").split(" | ") if n}
        yield known["text"], corpus.sentence(rows), names


def scores(parse: Callable[..., Document], name: str) -> dict[str, float]:
    """Shares of right word classes, heads and labelled heads (punctuation aside) and F1 of names, over the sentences of a set."""
    right: Counter[str] = Counter()
    for text, words, names in sample(name):
        document = parse(text)
        assert [t.text for t in document.tokens] == [w.form for w in words]
        for i, (token, word) in enumerate(zip(document.tokens, words, strict=True)):
            right.update(words=1, upos=token.upos == word.upos)
            if word.upos != "PUNCT":
                head = token.head == (word.head - 1 if word.head else i)
                right.update(heads=1, uas=head, las=head and token.deprel == word.deprel)
        given = {(n.label, text[n.start : n.end]) for n in document.names}
        right.update(names=2 * len(given & names), all_names=len(names) + len(given))
    totals = {"upos": "words", "uas": "heads", "las": "heads", "names": "all_names"}
    return {score: right[score] / right[total] for score, total in totals.items()}


@pytest.mark.parametrize("name", FLOORS)
def test_quality_has_a_floor(parse: Callable[..., Document], name: str) -> None:
    found = scores(parse, name)
    assert all(found[score] >= floor for score, floor in FLOORS[name].items()), found


def test_the_card_shows_the_measured_scores() -> None:
    assert tables(load().meta["performance"]) in CARD.read_text(encoding="utf-8")


def test_the_pipeline_is_small() -> None:
    assert BUNDLED.stat().st_size < 50_000_000
