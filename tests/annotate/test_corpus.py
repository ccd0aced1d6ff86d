"""Treebanks and name corpora are read as texts with their spacing."""

import lzma
from pathlib import Path

import pytest
from spacy.vocab import Vocab

from dateline.annotate import corpus
from dateline.errors import InputError

TREES = """\
# newdoc id = d
# newpar
# text = She can't go.
1	She	she	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = Rain fell.
1	Rain	rain	NOUN	NN	Number=Sing	2	nsubj	_	_
1.1	gap	_	_	_	_	_	_	_	_
2	fell	fall	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# text = So.
1	So	so	ADV	RB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_
"""


def test_a_paragraph_is_a_document_with_its_text_and_trees() -> None:
    first, second = (corpus.tree_doc(Vocab(), p) for p in corpus.paragraphs(TREES.splitlines()))
    assert first.text == "She can't go. Rain fell. "
    assert [t.head.text for t in first] == ["go", "go", "go", "go", "go", "fell", "fell", "fell"]
    assert [s.text for s in first.sents] == ["She can't go.", "Rain fell."]
    assert (first[1].tag_, first[2].lemma_, first[5].pos_, str(first[6].morph)) == ("MD", "not", "NOUN", "Tense=Past")
    assert second.text == "So. "


def test_words_that_do_not_spell_their_token_become_one() -> None:
    rows = (
        "1\tVamos\tir\tVERB\t_\t_\t0\troot\t_\t_",
        "2-3\tdel\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_",
        "3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_",
        "4\tmar\tmar\tNOUN\t_\t_\t1\tobl\t_\t_",
    )
    words = corpus.sentence(rows)
    assert [(w.form, w.head, w.space) for w in words] == [("Vamos", 0, True), ("del", 3, False), ("mar", 1, True)]


def test_a_long_stretch_without_paragraphs_is_cut() -> None:
    rows = ["1\tSo\tso\tADV\tRB\t_\t0\troot\t_\t_", ""] * (corpus.LONGEST + 1)
    assert [len(p.sentences) for p in corpus.paragraphs(rows)] == [corpus.LONGEST, 1]


@pytest.mark.parametrize(
    ("rows", "text", "names"),
    [
        (["In\tO", "Doha\x01\tB-LOC", ".\tO"], "In Doha. ", [("Doha", "LOC")]),
        (["New\tI-LOC", "York\tI-LOC", "won\tO"], "New York won ", [("New York", "LOC")]),
        (["on\tO", "Friday\tB-DATE"], "on Friday ", []),
        (["Ali\tB-PERSON", " \tO", "Khan\tI-PERSON"], "Ali Khan ", [("Ali Khan", "PERSON")]),
    ],
)
def test_names_are_read_with_their_extent(rows: list[str], text: str, names: list[tuple[str, str]]) -> None:
    docs = [corpus.name_doc(Vocab(), t) for t in corpus.name_texts(rows, drop=("DATE",))]
    assert [d.text for d in docs] == [text]
    assert [(e.text, e.label_) for e in docs[0].ents] == names


def test_packed_and_plain_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "trees").mkdir()
    with lzma.open(tmp_path / "trees" / "a.conllu.xz", "wt") as file:
        file.write(TREES)
    (tmp_path / "trees" / "b.conllu").write_text(TREES)
    for name in ("a", "b"):
        assert len(list(corpus.read_trees(corpus.find(tmp_path, "trees", name), Vocab()))) == 2
    with pytest.raises(InputError, match="has no c"):
        corpus.find(tmp_path, "trees", "c")
