"""What the parser tells of each word beside its tree: how sure it is, and what kinds of events the word may tell."""

from collections.abc import Callable

import numpy as np
import pytest

from dateline.annotate import kinds
from dateline.annotate.network import Network
from dateline.annotate.pipeline import load
from dateline.annotate.reader import Reader
from dateline.model import Document, Token

Parse = Callable[..., Document]


def reader() -> Reader:
    found = load().get_pipe("dateline_reader")
    assert isinstance(found, Reader)
    return found


def word(document: Document, text: str) -> Token:
    return next(t for t in document.tokens if t.text == text)


def test_what_is_shipped_was_fitted_on_the_bundled_network() -> None:
    found = reader().kinds
    assert found is not None
    np.testing.assert_allclose(found.likelihoods(np.zeros((3, len(found.weights)), "float32")).sum(1), 1, atol=1e-5)


def test_a_network_that_was_trained_anew_has_other_vectors() -> None:
    network = reader().network
    assert network
    changed = {name: array.copy() for name, array in network.weights.items()}
    changed["0.attention.w"][0, 0] += 1
    assert kinds.fitting(Network(network.sizes, changed)) is None


@pytest.mark.parametrize(
    ("plain", "other", "at", "kind"),
    [
        ("Rebels attacked the village at dawn, killing nine.", "Critics attacked the ending of the film.", "attacked", "ASSAULT"),
        ("Shares dropped 4 percent.", "The firm dropped the charges.", "dropped", "CHANGE"),
    ],
)
def test_a_word_tells_kinds_of_events_by_its_context(parse: Parse, plain: str, other: str, at: str, kind: str) -> None:
    likely, elsewhere = word(parse(plain), at).kinds, word(parse(other), at).kinds
    assert likely[kind] == max(likely.values())
    assert likely[kind] > elsewhere.get(kind, 0) + 0.1


def test_likelihoods_are_likelihoods_and_words_of_grammar_tell_nothing(parse: Parse) -> None:
    document = parse("The mayor of Lima, who had been ill, resigned on Monday, and the council met.")
    assert all(0 <= t.sure <= 1 for t in document.tokens)
    assert all(kinds.LEAST <= value <= 1 for t in document.tokens for value in t.kinds.values())
    assert word(document, "The").kinds == {}
    assert word(document, "mayor").sure > 0.9


def test_a_doubtful_arc_is_told_as_one(parse: Parse) -> None:
    clear = parse("Police arrested two men.")
    unclear = parse("Police arrested two men with dogs from Lima after talks in Oslo with officials.")
    assert min(t.sure for t in unclear.tokens) < min(t.sure for t in clear.tokens)
