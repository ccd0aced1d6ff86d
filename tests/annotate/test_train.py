"""The training command, over data just large enough to run. Needs the extra `train`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dateline.annotate import assemble
from dateline.annotate.evaluate import TESTS
from dateline.annotate.pipeline import load
from dateline.annotate.scheme import KINDS
from dateline.annotate.train import SETS, TEACHER_LAYERS, Run, load_network, train
from dateline.errors import InputError, ModelError

TREES = """\
# newdoc id = d
# text = Anna Lind met ministers in Oslo.
1	Anna	Anna	PROPN	NNP	Number=Sing	3	nsubj	_	_
2	Lind	Lind	PROPN	NNP	Number=Sing	1	flat	_	_
3	met	meet	VERB	VBD	Tense=Past	0	root	_	_
4	ministers	minister	NOUN	NNS	Number=Plur	3	obj	_	_
5	in	in	ADP	IN	_	6	case	_	_
6	Oslo	Oslo	PROPN	NNP	Number=Sing	3	obl	_	SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_

"""
NAMES = "Anna\tB-PERSON\nLind\tI-PERSON\nmet\tO\nministers\tO\nin\tO\nOslo\x01\tB-LOC\n.\tO\n\n"
EVENTS = [
    {
        "words": ["Anna", "Lind", "met", "ministers", "in", "Oslo", "."], "spaced": [True] * 6 + [False], "sentences": [0] * 7,
        "read": read,
        "events": [{"word": 2, "kind": "CONSULT", "weight": 1.0, "parts": [[0, "agent"], [3, "patient"], [6, "none"]]}],
        "statuses": [[2, "actual"]],
    }
    for read in (True, False)
]  # fmt: skip
PIECES = ["[UNK]", "[CLS]", "[SEP]", "anna", "met", "in", ".", "oslo"]
WIDTH, WIDE = 24, 48


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which every set says the same."""
    for part, suffix, text in (("trees", ".conllu", TREES), ("names", ".bio", NAMES)):
        (tmp_path / part).mkdir()
        for name in (*SETS[part].train, *SETS[part].dev, *TESTS[part]):
            (tmp_path / part / (name + suffix)).write_text(text * 20, encoding="utf-8")
    return tmp_path


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    """An encoder of the BERT family, untrained and small."""
    about = {
        "vocab_size": len(PIECES), "hidden_size": WIDTH, "intermediate_size": WIDE,
        "num_attention_heads": 4, "num_hidden_layers": TEACHER_LAYERS,
    }  # fmt: skip
    shapes = {
        "embeddings.word_embeddings.weight": (len(PIECES), WIDTH),
        "embeddings.position_embeddings.weight": (300, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    } | _both("embeddings.LayerNorm", WIDTH)
    for i in range(TEACHER_LAYERS):
        inside = f"encoder.layer.{i}."
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            shapes |= _both(f"{inside}attention.{part}", WIDTH, WIDTH)
        shapes |= _both(f"{inside}attention.output.LayerNorm", WIDTH) | _both(f"{inside}output.LayerNorm", WIDTH)
        shapes |= _both(f"{inside}intermediate.dense", WIDE, WIDTH) | _both(f"{inside}output.dense", WIDTH, WIDE)
    return _written(tmp_path / "encoder", about, PIECES, shapes)


def _written(folder: Path, about: dict[str, Any], pieces: Sequence[str], shapes: Mapping[str, tuple[int, ...]]) -> Path:
    """A folder with an encoder of random weights."""
    save_file = pytest.importorskip("safetensors.numpy").save_file
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(about), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    chance = np.random.default_rng(0)
    save_file({k: chance.normal(size=s).astype("float32") for k, s in shapes.items()}, folder / "model.safetensors")
    return folder


def _both(name: str, *shape: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": shape, f"{name}.bias": shape[:1]}


def test_training_gives_a_pipeline_with_scores(
    data: Path, encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(assemble, "lemma_tables", lambda: {name: {} for name in assemble.TABLES})
    told = tmp_path / "events.jsonl"
    told.write_text("".join(json.dumps(row) + "\n" for row in EVENTS * 4), encoding="utf-8")
    asked = Run(data=data, encoder=encoder, out=tmp_path / "out", names_without=("gmb", "crossner"), steps=3)
    path = train(replace(asked, events=told, teachers=2))
    nlp = load(str(path))
    assert [t.text for t in nlp("Anna met Lind.")] == ["Anna", "met", "Lind", "."]
    assert nlp.meta["performance"]["trees"]["ewt-test"]["lemma"] > 0
    assert [s["name"] for s in nlp.meta["sources"]] == [
        *("ewt-train", "gum-train-perm", "gum-train", "wikigold", "re3d", "uner-ewt-dev")
    ]
    assert (tmp_path / "out" / "case.txt").is_file()
    course = [json.loads(row) for row in (tmp_path / "out" / "course.jsonl").read_text().splitlines()]
    encoder_scores = {"morph", "uas", "las", "names"}
    assert [set(row["dev"]) for row in course] == [encoder_scores] * 3 + [{"names"}]  # two teachers, the network, the namer
    assert load_network(tmp_path / "out")[1].kind == ("CONSULT", "-", "none")
    assert load_network(tmp_path / "out")[1].status == ("actual",)


def test_a_trained_pipeline_learns_on(data: Path, encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(assemble, "lemma_tables", lambda: {name: {} for name in assemble.TABLES})
    first = train(Run(data=data, encoder=encoder, out=tmp_path / "first", teachers=0, steps=2))
    told = tmp_path / "events.jsonl"
    told.write_text("".join(json.dumps(row) + "\n" for row in EVENTS * 4), encoding="utf-8")
    path = train(Run(data=data, begin=first, events=told, out=tmp_path / "second", steps=8))
    before, after = load_network(tmp_path / "first"), load_network(tmp_path / "second")
    assert (before[1].kind, after[1].kind, after[1].status) == ((), ("CONSULT", "-", "none"), ("actual",))
    assert before[1].morph == after[1].morph
    assert not np.array_equal(before[0].weights["0.attention.w"], after[0].weights["0.attention.w"])
    assert np.isfinite(after[0].weights["kind.out.w"]).all() and after[0].weights["kind.out.w"].any()
    assert len(load(str(path))("Anna met Lind.")) == 4


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An encoder of the MPNet family, untrained and small, that numbers its pieces otherwise."""
    own = ["<s>", "<pad>", "</s>", *PIECES]
    about = {
        "model_type": "mpnet", "vocab_size": len(own), "hidden_size": WIDTH, "intermediate_size": WIDE,
        "num_attention_heads": 4, "num_hidden_layers": 5, "relative_attention_num_buckets": 32,
    }  # fmt: skip
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(own), WIDTH),
        "embeddings.position_embeddings.weight": (300, WIDTH),
        "encoder.relative_attention_bias.weight": (32, 4),
    } | _both("embeddings.LayerNorm", WIDTH)
    for i in range(5):
        inside = f"encoder.layer.{i}."
        for part in "qkvo":
            shapes |= _both(f"{inside}attention.attn.{part}", WIDTH, WIDTH)
        shapes |= _both(f"{inside}attention.LayerNorm", WIDTH) | _both(f"{inside}output.LayerNorm", WIDTH)
        shapes |= _both(f"{inside}intermediate.dense", WIDE, WIDTH) | _both(f"{inside}output.dense", WIDTH, WIDE)
    return _written(tmp_path / "large", about, own, shapes)


def test_a_large_encoder_teaches_it(
    data: Path, encoder: Path, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(assemble, "lemma_tables", lambda: {name: {} for name in assemble.TABLES})
    told = tmp_path / "events.jsonl"
    told.write_text("".join(json.dumps(row) + "\n" for row in EVENTS * 4), encoding="utf-8")
    first = train(Run(data=data, encoder=encoder, events=told, out=tmp_path / "first", teachers=0, steps=2))
    asked = Run(data=data, begin=first, events=told, out=tmp_path / "second", steps=6)
    train(replace(asked, large=large))
    before, after = load_network(tmp_path / "first")[0], load_network(tmp_path / "second")[0]
    assert (after.sizes.layers, after.sizes.width) == (5, WIDTH)  # the large one's
    assert (after.sizes.heads, after.sizes.size, after.sizes.wide) == (2, WIDTH // 4, WIDE // 3)
    assert all(np.isfinite(after.weights[name]).all() for name in after.weights)
    np.testing.assert_allclose(before.weights["form.word"], after.weights["form.word"], atol=0.02)  # rounded between the two
    assert len(load(str(tmp_path / "second" / "english.npz"))("Anna met Lind.")) == 4
    course = [json.loads(row) for row in (tmp_path / "second" / "course.jsonl").read_text().splitlines()]
    assert [row["step"] for row in course] == [4, 6]  # the teacher, then the network
    with pytest.raises(ModelError, match="another family"):
        train(replace(asked, large=encoder))


def test_a_large_encoder_sees_pieces_by_its_own_numbers(large: Path) -> None:
    torch = pytest.importorskip("torch")
    from dateline.annotate.training.encoder import read_mpnet
    from dateline.annotate.training.torch_network import Network

    given = read_mpnet(large, PIECES)
    network = Network(given.sizes({"morph": 2, "xpos": 2, "name": 2, "sentence": 2, "relation": 2})).eval()
    network.take(given.weights)
    load_file = pytest.importorskip("safetensors.numpy").load_file
    rows = load_file(large / "model.safetensors")["embeddings.word_embeddings.weight"]
    np.testing.assert_array_equal(
        network["pieces"].detach(), rows[[3, 0, 2, *range(6, 11)]]
    )  # "[UNK]" is its own, "[CLS]" its "<s>"
    pieces = torch.tensor([[1, 3, 4, 7, 2], [1, 4, 3, 7, 2]])
    firsts = torch.tensor([[0, 1, 2, 3]] * 2)
    read = network(pieces, torch.zeros_like(pieces), torch.ones_like(pieces).bool(), firsts)
    assert read.shape == (2, 4, 5 * WIDTH)
    shorter = network(pieces, torch.zeros_like(pieces), torch.tensor([[True] * 4 + [False]] * 2), firsts)  # padding is not heard
    padded = pieces.clone()
    padded[:, 4] = 5
    again = network(padded, torch.zeros_like(pieces), torch.tensor([[True] * 4 + [False]] * 2), firsts)
    assert torch.allclose(shorter, again, atol=1e-4)
    assert not torch.allclose(read[0, 1], read[1, 2], atol=1e-3)  # where a word stands counts


@pytest.mark.parametrize("both", [True, False])
def test_training_begins_with_one_thing(data: Path, tmp_path: Path, *, both: bool) -> None:
    pytest.importorskip("torch")
    somewhere = tmp_path if both else None
    with pytest.raises(ModelError, match="name one of them"):
        train(Run(data=data, encoder=somewhere, begin=somewhere, out=tmp_path / "out", steps=1))


def test_events_are_no_must(data: Path, encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(assemble, "lemma_tables", lambda: {name: {} for name in assemble.TABLES})
    path = train(Run(data=data, encoder=encoder, out=tmp_path / "out", names_without=("gmb",), teachers=0, steps=2))
    doc = load(str(path))("Anna met Lind.")
    assert [t.text for t in doc] == ["Anna", "met", "Lind", "."]
    assert not doc.user_data[KINDS]


def test_a_missing_set_is_told(encoder: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(InputError, match="has no ewt-train"):
        train(Run(data=tmp_path, encoder=encoder, out=tmp_path / "out"))


def test_a_missing_encoder_is_told(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    with pytest.raises(ModelError, match=r"no encoder.*config\.json is missing"):
        train(Run(data=data, encoder=tmp_path, out=tmp_path / "out"))


def test_nothing_trained_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no trained network"):
        load_network(tmp_path)
