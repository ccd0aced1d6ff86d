"""A pipeline survives the way into its file and back; the training's settings can be read."""

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from dateline.annotate import bundle
from dateline.annotate.lemmas import Lemmatizer, learn
from dateline.annotate.looks import Looks
from dateline.annotate.pipeline import load
from dateline.annotate.scheme import KINDS, LOOKS
from dateline.errors import ModelError

TEXT = "The minister met Anna Lind in Oslo on Friday."


def test_a_bundle_gives_the_same_analysis(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    bundle.save(load(), path)
    again = load(str(path))
    assert again(TEXT).to_json() == load()(TEXT).to_json()
    assert again.meta["performance"] == load().meta["performance"]


def test_the_same_pipeline_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        bundle.save(load(), tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_another_matrix_of_looks_is_entered(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    bundle.save(load(), path)
    before = load(str(path))(TEXT)
    look = bundle.reader_of(load(str(path))).look
    assert isinstance(look, Looks)
    bundle.give_looks(np.zeros((len(look.matrix), 2), "float32"), look.weights, path)
    after = bundle.load(path)(TEXT)
    assert after.to_json() == before.to_json()
    seen = after.user_data[LOOKS]
    assert {after[i].text for i in seen} >= {"minister", "Anna", "Oslo"}
    assert set(seen.values()) == {bytes(2)}


def test_weights_of_some_parts_are_entered(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    bundle.save(load(), path)
    network = bundle.reader_of(load(str(path))).network
    assert network
    weights = {
        "kind.out.w": np.zeros_like(network.weights["kind.out.w"]),
        "kind.out.b": np.eye(1, 52)[0].astype("float32") * 99,
    }
    bundle.give_weights(weights, path)
    after = bundle.load(path)(TEXT)
    assert after.to_json() == load(str(path))(TEXT).to_json()
    assert {name for kinds in after.user_data[KINDS].values() for name in kinds} == {"ACCIDENT"}  # the first of all


def test_large_weights_are_rounded_by_row() -> None:
    array = np.array([[1.0, -0.5, 0.0], [0.0, 0.0, 0.0], [1e-4, 5e-5, -1e-4]], "float32")
    whole, scale = bundle.squeeze(array)
    assert whole.dtype == np.int8
    assert np.abs(whole * scale - array).max() <= array.std(axis=-1).max() / bundle.FINE


@pytest.mark.parametrize("steps", [bundle.FINE, 30])
def test_what_was_rounded_is_not_rounded_again(steps: int) -> None:
    array = np.random.default_rng(0).normal(size=(50, 200)).astype("float32")
    whole, scale = bundle.squeeze(array, steps)
    again, same = bundle.squeeze(whole * scale)
    np.testing.assert_array_equal(whole, again)
    np.testing.assert_allclose(scale, same, rtol=1e-6)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04"])
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="no language pipeline at"):
        load(str(path))


def test_a_pipeline_that_cannot_parse_is_told(tmp_path: Path, blank: Language) -> None:
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no parser and no tagger"):
        load(str(tmp_path / "blank"))


def test_a_pipeline_of_another_scheme_is_told(tmp_path: Path, blank: Language) -> None:
    blank.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    blank.add_pipe("parser").add_label("mo")  # type: ignore[attr-defined]
    blank.initialize()
    blank.to_disk(tmp_path / "other")
    with pytest.raises(ModelError, match="not Universal Dependencies: mo"):
        load(str(tmp_path / "other"))


@pytest.fixture
def blank() -> Language:
    """An English pipeline without any part."""
    import spacy

    return spacy.blank("en")


def test_lemmas_are_learned_from_trees_and_cut_by_rule(blank: Language) -> None:
    doc = blank("They sang songs")
    for token, upos, lemma in zip(doc, ["PRON", "VERB", "NOUN"], ["they", "sing", "song"], strict=True):
        token.pos_, token.lemma_ = upos, lemma
    lemmas = Lemmatizer()
    rules = {"verb": [["ing", ""], ["ing", "e"]]}
    lemmas.fill(
        learn([doc]), {"lemma_exc": {"noun": {"mice": ["mouse"]}}, "lemma_index": {"verb": {"make": 1}}, "lemma_rules": rules}
    )
    assert lemmas.known == {"PRON": {"they": "they"}, "VERB": {"sang": "sing"}, "NOUN": {"songs": "song"}}
    assert [lemmas.cut("making", "verb"), lemmas.cut("mice", "noun"), lemmas.cut("tables", "noun")] == ["make", "mouse", "tables"]
