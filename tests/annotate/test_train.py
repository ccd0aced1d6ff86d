"""The training command, over data just large enough to run."""

from pathlib import Path

import pytest

from dateline.annotate import assemble
from dateline.annotate.evaluate import TESTS
from dateline.annotate.pipeline import load
from dateline.annotate.train import SETS, Run, settings, train
from dateline.errors import InputError

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


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which every set says the same."""
    for part, suffix, text in (("trees", ".conllu", TREES), ("names", ".bio", NAMES)):
        (tmp_path / part).mkdir()
        for name in (*SETS[part].train, *SETS[part].dev, *TESTS[part]):
            (tmp_path / part / (name + suffix)).write_text(text * 20, encoding="utf-8")
    return tmp_path


def test_training_gives_a_pipeline_with_scores(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "lemma_tables", lambda: {name: {} for name in assemble.TABLES})
    path = train(data, tmp_path / "out", names_without=("gmb", "crossner"), steps=2)
    nlp = load(str(path))
    assert [t.text for t in nlp("Anna met Lind.")] == ["Anna", "met", "Lind", "."]
    assert nlp.meta["performance"]["trees"]["ewt-test"]["lemma"] > 0
    assert [s["name"] for s in nlp.meta["sources"]] == [
        *("ewt-train", "gum-train-perm", "gum-train", "wikigold", "re3d", "uner-ewt-dev")
    ]
    assert (tmp_path / "out" / "case.txt").is_file()


def test_trained_parts_can_go_on_at_a_lower_rate(data: Path, tmp_path: Path) -> None:
    config = settings("names", Run(data=data, out=tmp_path, start=tmp_path / "old", steps=7, seed=3))
    assert config["components"]["ner"] == {"source": str(tmp_path / "old" / "names")}
    assert (config["training"]["max_steps"], config["training"]["seed"]) == (7, 3)
    assert config["training"]["optimizer"]["learn_rate"]["initial_rate"] < 0.001


def test_a_missing_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no ewt-train"):
        settings("trees", Run(data=tmp_path, out=tmp_path))
