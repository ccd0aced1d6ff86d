"""Articles that come parsed keep their trees; a parser fills in what they leave open."""

import io
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import annotate as room
from dateline.annotate import annotate
from dateline.extract import extract
from dateline.model import Document
from dateline.read import read

FULL = """
Ana Ana PROPN NNP Number=Sing 3 nsubj NER=B-PER
Lima Lima PROPN NNP Number=Sing 1 flat NER=I-PER
met meet VERB VBD Tense=Past|VerbForm=Fin 0 root NER=O
the the DET DT _ 5 det NER=B-ORG
Senate Senate PROPN NNP Number=Sing 3 obj NER=I-ORG
in in ADP IN _ 7 case NER=O
2019 2019 NUM CD _ 3 obl NER=B-DATE
. . PUNCT . _ 3 punct NER=O
"""


def conllu(table: str = FULL, *, keep: str = "lemma upos xpos feats ner") -> str:
    """CoNLL-U of a table; columns that are not kept say nothing."""
    lines = []
    for i, row in enumerate(table.strip().splitlines(), 1):
        form, lemma, upos, xpos, feats, head, rel, misc = row.split()
        kept = [
            value if name in keep else "_"
            for name, value in zip(("lemma", "upos", "xpos", "feats"), (lemma, upos, xpos, feats), strict=True)
        ]
        lines.append("\t".join([str(i), form, *kept, head, rel, "_", misc if "ner" in keep else "_"]))
    return "\n".join(lines) + "\n\n"


def document(text: str) -> Document:
    (made,) = annotate(read(["-"], stdin=io.BytesIO(text.encode())))
    return made


def names(made: Document) -> list[tuple[str, str]]:
    return [(made.text[n.start : n.end], n.label) for n in made.names]


def test_what_comes_whole_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_parsed", None)
    made = document(conllu())
    assert [(t.lemma, t.upos, t.xpos, t.head, t.deprel) for t in made.tokens][:3] == [
        ("Ana", "PROPN", "NNP", 2, "nsubj"),
        ("Lima", "PROPN", "NNP", 0, "flat"),
        ("meet", "VERB", "VBD", 2, "root"),
    ]
    assert names(made) == [("Ana Lima", "PERSON"), ("Senate", "ORG")]
    assert made.article.given is None


def test_names_that_are_not_told_are_found() -> None:
    made = document(conllu(keep="lemma upos xpos feats"))
    assert ("Ana Lima", "PERSON") in names(made)
    assert [t.head for t in made.tokens] == [t.head for t in document(conllu()).tokens]


@pytest.mark.parametrize("column", ["lemma", "upos", "xpos", "feats"])
def test_a_column_that_is_missing_is_filled(column: str) -> None:
    whole = document(conllu())
    keep = "lemma upos xpos feats ner".replace(column, "")
    made = document(conllu(keep=keep))
    told = getattr(made.tokens[2], column)
    wanted = getattr(whole.tokens[2], column)
    assert (wanted.items() <= told.items()) if column == "feats" else told == wanted
    assert [(t.head, t.deprel) for t in made.tokens] == [(t.head, t.deprel) for t in whole.tokens]


def test_tags_of_another_treebank_are_replaced() -> None:
    made = document(conllu(FULL.replace(" NNP ", " S ").replace(" VBD ", " V ").replace(" CD ", " N ").replace(" DT ", " R ")))
    assert [t.xpos for t in made.tokens[:3]] == ["NNP", "NNP", "VBD"]


def test_later_stages_run_unchanged() -> None:
    (made,) = extract(read(["-"], stdin=io.BytesIO(conllu().encode())))
    (met,) = [e for e in made.events if e.lemma == "meet"]
    assert (met.type, met.status, met.when.edtf, met.label) == ("CONSULT", "actual", "2019", "Ana Lima meets Senate")


DATELINE = """
OSLO Oslo PROPN NNP Number=Sing 6 dep _
( ( PUNCT -LRB- _ 3 punct SpaceAfter=No
Reuters Reuters PROPN NNP Number=Sing 1 parataxis SpaceAfter=No
) ) PUNCT -RRB- _ 3 punct _
- - PUNCT , _ 1 punct _
Rain rain NOUN NN Number=Sing 7 nsubj _
fell fall VERB VBD Tense=Past|VerbForm=Fin 1 parataxis NER=O
on on ADP IN _ 9 case _
Monday Monday PROPN NNP Number=Sing 7 obl SpaceAfter=No
. . PUNCT . _ 7 punct _
"""


def test_a_dateline_is_no_part_of_the_tree() -> None:
    made = document("# newpar\n" + conllu(DATELINE.replace(" 6 dep", " 0 root")))
    assert [(s.block, s.outcome, s.stop - s.first) for s in made.sentences] == [
        ("dateline", "skipped", 0),
        ("paragraph", "none", 5),
    ]
    assert [(t.text, t.head, t.deprel) for t in made.tokens] == [
        ("Rain", 1, "nsubj"),
        ("fell", 1, "root"),
        ("on", 3, "case"),
        ("Monday", 1, "obl"),
        (".", 1, "punct"),
    ]


def test_more_than_one_root_becomes_one() -> None:
    made = document(conllu(FULL.replace(" 3 obj ", " 0 root ")))
    assert [t.deprel for t in made.tokens].count("root") == 1
    assert made.tokens[4].deprel == "parataxis"


def test_other_languages_are_skipped() -> None:
    text = "Le gouvernement français a annoncé mardi une nouvelle loi sur les retraites des fonctionnaires de la ville"
    rows = [f"{i}\t{w}\t_\t_\t_\t_\t{i - 1}\tdep\t_\t_" for i, w in enumerate(text.split(), 1)]
    made = document("\n".join(rows) + "\n")
    assert [(s.outcome, s.block) for s in made.sentences] == [("skipped", "foreign")]
    assert made.tokens == ()


FORMS = ["OSLO", "(", "Reuters", ")", "-", "Rain", "fell", ".", "By", "“", "5 000", "🙂", "\u200b"]


@st.composite
def any_trees(draw: st.DrawFn) -> str:
    """Any sentences with any trees, in any layout."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        lines += ["# newpar"] * draw(st.integers(0, 1))
        length = draw(st.integers(1, 8))
        order = draw(st.permutations(range(1, length + 1)))
        heads = {i: order[draw(st.integers(0, k - 1))] if k else 0 for k, i in enumerate(order)}
        for i in range(1, length + 1):
            form = draw(st.sampled_from(FORMS))
            tag = draw(st.sampled_from(["O", "B-PER", "I-PER", "S-LOC"]))
            misc = f"NER={tag}" + draw(st.sampled_from(["", "|SpaceAfter=No"]))
            lines.append("\t".join([str(i), form, form, "X", "FW", "_", str(heads[i]), "dep", "_", misc]))
        lines.append("")
    return "\n".join([*lines, ""])


@settings(deadline=None)
@given(any_trees())
def test_any_trees_stay_sound(text: str) -> None:
    for made in annotate(read(["-"], stdin=io.BytesIO(text.encode()))):
        tokens = made.tokens
        assert all(made.text[t.start : t.end] == t.text for t in tokens)
        assert all(a.end <= b.start for a, b in pairwise(tokens))
        assert [i for s in made.sentences for i in range(s.first, s.stop)] == list(range(len(tokens)))
        assert all(a.start <= b.start for a, b in pairwise(made.sentences))
        for s in made.sentences:
            inside = range(s.first, s.stop)
            assert all(tokens[i].head in inside for i in inside)
            assert [tokens[i].deprel == "root" for i in inside] == [tokens[i].head == i for i in inside]
            assert sum(tokens[i].head == i for i in inside) == (s.stop > s.first)
        assert all((n.start, n.end) == (tokens[n.first].start, tokens[n.stop - 1].end) for n in made.names)
