"""Trees in the manner of spaCy's `en_core_web_*`, turned into Universal Dependencies."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import factory
from dateline.annotate import annotate, border, parsers
from dateline.annotate.clearnlp import is_spoken, universal
from dateline.annotate.clearnlp.labels import LAST, PLAIN, SPOKEN, UNIVERSAL
from dateline.extract import extract
from dateline.model import Document, Token
from dateline.read import read

TREES = Path(__file__).parent / "clearnlp"  # each line: word, lemma, class, tag, ClearNLP's head and label, ours


def rows(block: str) -> list[list[str]]:
    return [line.split() for line in block.strip().splitlines() if not line.startswith("#")]


def cases() -> list[object]:
    blocks = (TREES / "sentences.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [pytest.param(rows(b), id=" ".join(row[0] for row in rows(b))) for b in blocks]


def tokens(table: list[list[str]], base: int = 0) -> list[Token]:
    """A sentence with ClearNLP's tree."""
    made: list[Token] = []
    start = 0
    for i, (form, lemma, upos, xpos, head, label, *_) in enumerate(table):
        place = base + (int(head) - 1 if head != "0" else i)
        end = start + len(form)
        word = Token(start=start, end=end, text=form, lemma=lemma, upos=upos, xpos=xpos, head=place, deprel=label)
        made.append(word)
        start = end + 1
    return made


def people(table: list[list[str]], base: int = 0) -> list[tuple[int, int, str]]:
    """The names of persons: words in a row that are marked with PERSON behind our tree."""
    marked = [i for i, row in enumerate(table) if row[8:] == ["PERSON"]]
    return [(base + marked[0], base + marked[-1] + 1, "PERSON")] if marked else []


@pytest.mark.parametrize("base", [0, 7])
@pytest.mark.parametrize("table", cases())
def test_a_tree_is_turned(table: list[list[str]], base: int) -> None:
    made = universal(tokens(table, base), base, people(table, base))
    told = [(t.text, t.head - base + 1 if t.deprel != "root" else 0, t.deprel) for t in made]
    assert told == [(row[0], int(row[6]), row[7]) for row in table]


@pytest.mark.parametrize("table", cases())
def test_what_is_turned_is_left_alone(table: list[list[str]]) -> None:
    made = universal(tokens(table), 0, people(table))
    assert not is_spoken(t.deprel for t in made)
    assert [(t.head, t.deprel) for t in universal(made, 0)] == [(t.head, t.deprel) for t in made]


def test_passives_and_relative_pronouns_have_their_features() -> None:
    table = rows(
        """
        Rebels rebel NOUN NNS 5 nsubjpass
        who who PRON WP 3 nsubj
        fled flee VERB VBD 1 relcl
        were be AUX VBD 5 auxpass
        caught catch VERB VBN 0 ROOT
        """
    )
    made = universal(tokens(table), 0)
    assert [dict(t.feats) for t in made] == [{}, {"PronType": "Rel"}, {}, {}, {"Voice": "Pass"}]


LABELS = sorted(
    {*SPOKEN, *PLAIN, *LAST, "aux", "cc", "ccomp", "conj", "expl", "npadvmod", "nsubj", "punct", "case", "neg", "odd"}
)


@st.composite
def any_tree(draw: st.DrawFn) -> list[Token]:
    """Any tree over some words, with any labels."""
    length = draw(st.integers(1, 12))
    order = draw(st.permutations(range(length)))
    made: dict[int, Token] = {}
    for k, i in enumerate(order):
        head = i if k == 0 else order[draw(st.integers(0, k - 1))]
        text = draw(st.sampled_from(["in", "of", "be", "and", "such", "as", ",", "Ana", "met", "$"]))
        upos = draw(st.sampled_from(["ADP", "VERB", "AUX", "NOUN", "PROPN", "ADJ", "PUNCT"]))
        xpos = draw(st.sampled_from(["IN", "TO", "VB", "VBN", "NN", "$", "WP"]))
        label = draw(st.sampled_from(LABELS)) if k else "ROOT"
        made[i] = Token(start=i, end=i + 1, text=text, lemma=text, upos=upos, xpos=xpos, head=head, deprel=label)
    return [made[i] for i in range(length)]


@given(any_tree(), st.integers(0, 12), st.integers(0, 12))
def test_any_tree_stays_one_tree_of_universal_relations(tree: list[Token], first: int, stop: int) -> None:
    made = universal(tree, 0, [(first, stop, "PERSON")])
    assert [t.text for t in made] == [t.text for t in tree]
    assert sum(t.head == i for i, t in enumerate(made)) == 1
    for i, token in enumerate(made):
        assert token.deprel.partition(":")[0] in UNIVERSAL | {"root"}
        assert (token.deprel == "root") == (token.head == i)
        seen = {i}
        while made[i].head != i:
            i = made[i].head
            assert i not in seen
            seen.add(i)


def conllu(manner: int) -> str:
    """The article in one of the two manners."""
    lines = ["# newdoc id = harbour", "# meta::date = 2024-05-08", "# newpar"]
    for block in (TREES / "article.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        for number, row in enumerate(rows(block), 1):
            form, lemma, upos, xpos, *trees, feats, misc = row
            head, rel = trees[manner * 2 : manner * 2 + 2]
            lines.append("\t".join([str(number), form, lemma, upos, xpos, feats, head, rel, "_", misc]))
        lines.append("")
    return "\n".join(lines) + "\n"


def told(document: Document) -> list[object]:
    """What an article says, in words."""
    names = {a.id: a.name for a in document.actors}
    speakers = {q.id: q.source and names.get(q.source.actor or "") for q in document.attributions}

    def fillers(roles: tuple[object, ...]) -> list[tuple[str, str]]:
        return sorted((r.role, names.get(r.actor or "", document.text[r.start : r.end])) for r in roles)  # type: ignore[attr-defined]

    return [
        (e.text, e.type, e.status, e.when.edtf, e.label, fillers(e.roles), speakers.get(e.attribution or ""))
        for e in document.events
    ]


def test_an_article_says_the_same_in_both_manners(tmp_path: Path) -> None:
    documents = []
    for manner in (0, 1):
        path = tmp_path / f"{manner}.conllu"
        path.write_text(conllu(manner), encoding="utf-8")
        documents += extract(read([str(path)]))
    theirs, ours = documents
    assert theirs.tokens == ours.tokens
    assert len(theirs.sentences) == 6
    assert told(theirs) == told(ours)
    (killed,) = [e for e in theirs.events if e.lemma == "kill"]
    assert (killed.type, killed.status, killed.when.edtf) == ("ASSAULT", "actual", "2024-05-06")
    assert {("agent", "Gunmen"), ("patient", "Tom Oduya")} <= {
        (r.role, next(a.name for a in theirs.actors if a.id == r.actor)) for r in killed.roles
    }


class Fixed:
    """A parser that knows one sentence."""

    labels = ("ROOT", "nsubj", "prep", "pobj", "punct", "compound")

    def __call__(self, doc: Doc) -> Doc:
        words = ["Ana", "Lima", "spoke", "in", "Oslo", "."]
        assert [t.text for t in doc] == words
        return Doc(
            doc.vocab,
            words=words,
            spaces=[True, True, True, True, False, False],
            tags=["NNP", "NNP", "VBD", "IN", "NNP", "."],
            pos=["PROPN", "PROPN", "VERB", "ADP", "PROPN", "PUNCT"],
            lemmas=["Ana", "Lima", "speak", "in", "Oslo", "."],
            heads=[1, 2, 2, 2, 3, 2],
            deps=["compound", "nsubj", "ROOT", "prep", "pobj", "punct"],
            ents=["B-PERSON", "I-PERSON", "O", "O", "B-GPE", "O"],
        )


@Language.factory("dateline_test_fixed")
def fixed(nlp: Language, name: str) -> Fixed:
    return Fixed()


def test_spacys_pipelines_are_turned_at_the_border(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_test_fixed", name="parser")
    monkeypatch.setattr(parsers, "load", lambda model: border.parser(nlp))
    (document,) = annotate([factory.article("Ana Lima spoke in Oslo.")], model="some_pipeline")
    assert [(t.head, t.deprel) for t in document.tokens] == [
        (2, "nsubj"),
        (0, "flat"),
        (2, "root"),
        (4, "case"),
        (2, "obl"),
        (2, "punct"),
    ]
    assert [(document.text[n.start : n.end], n.label) for n in document.names] == [("Ana Lima", "PERSON"), ("Oslo", "LOC")]
