"""What people decide about actors is kept in a table that anybody can edit, and outweighs what names tell."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.merge.actors import judge
from dateline.merge.judgements import Decision, append_decision, latest, read_decisions
from dateline.model import Document
from factory import told


def decided(left: str, judgement: str, right: str) -> Decision:
    return Decision(left=left, right=right, judgement=judgement)  # type: ignore[arg-type]


def names(*documents: Document, decisions: tuple[Decision, ...] = ()) -> list[str]:
    return sorted(actor.name for actor in judge(documents, decisions).actors)


def test_a_file_is_added_to_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    assert read_decisions(path) == ()
    first = Decision(left="person/a", right="person/b", judgement="same", who="R. Meyer", when="2024-05-06", why="one\tman")
    append_decision(path, first)
    append_decision(path, replace(first, judgement="different"))
    assert read_decisions(path)[0] == replace(first, why="one man")
    assert latest(read_decisions(path))["person/a", "person/b"].judgement == "different"


def test_a_last_line_without_an_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    path.write_text("person/a\tperson/b\tsame", encoding="utf-8")
    append_decision(path, decided("person/b", "different", "person/c"))
    assert [d.judgement for d in read_decisions(path)] == ["same", "different"]


@pytest.mark.parametrize("row", ["person/a\tperson/b", "person/a\tperson/a\tsame", "person/a\tperson/b\tmaybe"])
def test_a_row_that_is_no_decision_is_told(tmp_path: Path, row: str) -> None:
    path = tmp_path / "decisions.tsv"
    path.write_text(f"# a comment\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_decisions(path)


def test_same_joins_what_names_keep_apart() -> None:
    documents = told("x", "Mara Lind"), told("y", "Mara Holm")
    assert names(*documents) == ["Mara Holm", "Mara Lind"]
    assert len(names(*documents, decisions=(decided("person/mara-lind", "same", "person/mara-holm"),))) == 1


@pytest.mark.parametrize("judgement", ["different", "unsure"])
def test_different_and_unsure_keep_apart_what_names_join(judgement: str) -> None:
    documents = told("x", "Mara Lind"), told("y", "Mara K. Lind")
    assert len(names(*documents)) == 1
    assert len(names(*documents, decisions=(decided("person/mara-lind", judgement, "person/mara-k-lind"),))) == 2


def test_different_holds_by_way_of_others() -> None:
    documents = told("x", "Mara Lind"), told("y", "Mara K. Lind"), told("z", "Lind Mara")
    apart = (decided("person/lind-mara", "different", "person/mara-k-lind"),)
    judged = judge(documents, apart)
    together = [parts for parts in judged.parts.values() if len(parts) > 1]
    assert all({"person/lind-mara", "person/mara-k-lind"} - set(parts) for parts in together)


def test_a_decision_about_nobody_is_no_fault() -> None:
    assert names(told("x", "Mara Lind"), decisions=(decided("person/mara-lind", "same", "person/gone"),)) == ["Mara Lind"]
