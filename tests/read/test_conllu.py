"""CoNLL-U as a source: one article for each document, its text rebuilt, its rows checked."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model import Article
from dateline.read import read

TWO = """# newdoc id = one
# meta::title = A short report
# meta::date = 2024-05-06
# meta::publisher = The Example Courier
# meta::sourceURL = https://example.org/one
# newpar
# sent_id = 1
# text = Don't go to Oslo.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp|VerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
3.1\tyou\tyou\tPRON\t_\t_\t_\t_\t3:nsubj\t_
4\tto\tto\tADP\tIN\t_\t5\tcase\t_\t_
5\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tNER=S-LOC|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar id = p2
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

1\tRest\trest\tVERB\tVB\t_\t0\troot\t_\t_

# newdoc id = two
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tEntity=(e1)
"""
ROW = "1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_"


def articles(text: str, tmp_path: Path, name: str = "trees.conllu") -> list[Article]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read([str(path)]))


def words(article: Article) -> list[str]:
    assert article.given
    assert all(t.text == article.text[t.start : t.end] for t in article.given.tokens)
    return [t.text for t in article.given.tokens]


def test_each_document_is_an_article(tmp_path: Path) -> None:
    one, two = articles(TWO, tmp_path)
    assert one.text == "Don't go to Oslo.\n\nStay! Rest"
    assert words(one) == ["Do", "n't", "go", "to", "Oslo", ".", "Stay", "!", "Rest"]
    assert (one.id, one.title, one.publisher, one.url) == (
        "one",
        "A short report",
        "The Example Courier",
        "https://example.org/one",
    )
    assert one.published.edtf == "2024-05-06"
    assert one.given
    assert [(s.first, s.stop, one.text[s.start : s.end]) for s in one.given.sentences] == [
        (0, 6, "Don't go to Oslo."),
        (6, 8, "Stay!"),
        (8, 9, "Rest"),
    ]
    assert [t.head for t in one.given.tokens] == [2, 2, 2, 4, 2, 2, 6, 6, 8]
    assert [(n.first, n.stop, n.label) for n in one.given.names or ()] == [(4, 5, "LOC")]
    assert (two.id, two.text, two.given and two.given.names) == ("two", "Rain fell", None)


def test_what_stands_beside_the_file_fills_gaps(tmp_path: Path) -> None:
    (tmp_path / "trees.toml").write_text('date = 2020-01-02\npublisher = "The Other Paper"\n', encoding="utf-8")
    one, two = articles(TWO, tmp_path)
    assert [(a.published.edtf, a.publisher) for a in (one, two)] == [
        ("2024-05-06", "The Example Courier"),
        ("2020-01-02", "The Other Paper"),
    ]


def test_a_file_without_marks_is_one_article(tmp_path: Path) -> None:
    (article,) = articles(f"{ROW}\n\n{ROW}\r\n", tmp_path)
    assert article.text == "Rain Rain"
    assert article.id == articles(f"{ROW}\n\n{ROW}\n", tmp_path)[0].id


def test_folders_and_standard_input_can_hold_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on Monday.", encoding="utf-8")
    (tmp_path / "b.conllu").write_text(TWO, encoding="utf-8")
    assert [a.id for a in read([str(tmp_path)])][1:] == ["one", "two"]
    assert [a.id for a in read(["-"], stdin=io.BytesIO(TWO.encode()))] == ["one", "two"]
    assert [a.text for a in read(["-"], stdin=io.BytesIO(ROW.encode()))] == ["Rain"]


@pytest.mark.parametrize("text", ["# A heading\n\nRain fell.", "1\tRain fell.", "\n\n", "# 1", "1 Rain"])
def test_other_text_on_standard_input_is_no_trees(text: str) -> None:
    told: list[InputError] = []
    found = list(read(["-"], stdin=io.BytesIO(text.encode()), problem=told.append))
    assert [a.text for a in found] == ([text] if text.strip() else [])
    assert all(a.given is None for a in found)


EMPTY = "\t_" * 8
CANNOT = ["1-2\tcannot" + EMPTY, "1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\t_", "2\tnot\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_"]
DU = [
    "1-2\tdu" + EMPTY,
    *(f"{i}\t{form}\t_\t_\t_\t_\t{3 if i < 3 else 0}\tdep\t_\t_" for i, form in ((1, "de"), (2, "le"), (3, "lac"))),
]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (CANNOT, ["can", "not"]),
        (DU, ["du", "lac"]),
        (["1\tNew York\tNew York\tPROPN\tNNP\t_\t0\troot\t_\t_"], ["New York"]),
        (["0.1\tgone" + EMPTY, ROW], ["Rain"]),
    ],
)
def test_written_words_and_empty_nodes(rows: list[str], wanted: list[str], tmp_path: Path) -> None:
    (article,) = articles("\n".join(rows), tmp_path)
    assert words(article) == wanted
    assert article.given
    assert sum(t.deprel == "root" for t in article.given.tokens) == 1


@pytest.mark.parametrize(
    ("text", "rows", "wanted"),
    [
        ("Rain  fell.", ("Rain", "fell", "."), "Rain  fell."),
        ("Something else", ("Rain", "fell", "."), "Rain fell ."),
        ("Rain fell. And more", ("Rain", "fell", "."), "Rain fell ."),
    ],
)
def test_the_text_is_taken_where_the_words_spell_it(text: str, rows: tuple[str, ...], wanted: str, tmp_path: Path) -> None:
    lines = [f"{i}\t{form}\t_\t_\t_\t_\t{i - 1}\tdep\t_\t_" for i, form in enumerate(rows, 1)]
    (article,) = articles("\n".join([f"# text = {text}", *lines]), tmp_path)
    assert article.text == wanted
    assert words(article) == list(rows)


@pytest.mark.parametrize(
    ("lines", "number", "why"),
    [
        ([ROW, "2\tfell\tfall"], 3, "a row has 10 columns parted by tabs, not 3"),
        ([ROW.replace("1\t", "x\t", 1)], 2, "'x' is no id of a row"),
        ([ROW, ROW], 3, "row 2 was to come, not 1"),
        ([ROW.replace("\t0\t", "\t1\t")], 2, "goes in a circle"),
        ([ROW.replace("\t0\t", "\t7\t")], 2, "leads to a row 7, which is not there"),
        ([ROW.replace("\t0\t", "\t_\t")], 2, "no head or no relation"),
        ([ROW.replace("Rain", " ")], 2, "the second column has no word"),
        ([ROW.replace("NN\t_", "NN\tSing")], 2, "'Sing' are no features"),
        (["1-2\tRain" + "\t_" * 8, ROW], 3, "the sentence ends before its last word"),
        (["2-3\tRain" + "\t_" * 8, ROW], 2, "2-3 does not stand before its words"),
    ],
)
def test_a_broken_row_is_told_in_one_line_and_others_are_read(lines: list[str], number: int, why: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text("\n".join(["# newdoc", *lines, "", "# newdoc id = sound", ROW, ""]), encoding="utf-8")
    told: list[InputError] = []
    assert [a.id for a in read([str(path)], problem=told.append)] == ["sound"]
    (problem,) = map(str, told)
    assert problem.startswith(f"{path}, line {number}: no CoNLL-U: ")
    assert why in problem
    assert "\n" not in problem


@pytest.mark.parametrize("text", ["", "# newdoc\n", "\n\n"])
def test_nothing_in_it_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sentence of CoNLL-U"):
        articles(text, tmp_path)


def test_an_id_that_comes_twice_and_a_date_that_is_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "trees.conllu"
    path.write_text(f"# newdoc id = a\n{ROW}\n\n# newdoc id = a\n{ROW}\n\n# newdoc id = b\n# date = soon\n{ROW}\n")
    told: list[InputError] = []
    assert [a.id for a in read([str(path)], problem=told.append)] == ["a"]
    assert ["there before" in str(told[0]), "'soon' is no date" in str(told[1])] == [True, True]


TAGS = {
    "B-PER I-PER O B-ORG": [(0, 2, "PER"), (3, 4, "ORG")],
    "B-PER E-PER S-LOC O": [(0, 2, "PER"), (2, 3, "LOC")],
    "B-PER L-PER U-LOC B-LOC": [(0, 2, "PER"), (2, 3, "LOC"), (3, 4, "LOC")],
    "I-PER I-LOC _ I-LOC": [(0, 1, "PER"), (1, 2, "LOC"), (3, 4, "LOC")],
    "B-PER B-PER I-PER PERSON": [(0, 1, "PER"), (1, 3, "PER"), (3, 4, "PERSON")],
    "O O O O": [],
}


@pytest.mark.parametrize("tags", TAGS)
@pytest.mark.parametrize("key", ["NER", "ner"])
def test_names_are_read_from_tags(tags: str, key: str, tmp_path: Path) -> None:
    rows = [f"{i}\tw{i}\t_\t_\t_\t_\t{i - 1}\tdep\t_\t{key}={tag}" for i, tag in enumerate(tags.split(), 1)]
    (article,) = articles("\n".join(rows), tmp_path)
    assert article.given and article.given.names is not None
    assert [(n.first, n.stop, n.label) for n in article.given.names] == TAGS[tags]


@given(st.text(st.sampled_from("1234-.\t_\n #=ab|0"), max_size=120) | st.text(max_size=60))
def test_any_text_is_read_or_told(text: str) -> None:
    told: list[InputError] = []
    stream = io.BytesIO((ROW + "\n\n" + text).encode("utf-8", "replace"))
    for article in read(["-"], stdin=stream, problem=told.append):
        words(article)
    assert all("\n" not in str(problem) for problem in told)
