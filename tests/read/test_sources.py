"""Files, folders, standard input; text, JSON lines, sidecars; and everything that can be wrong with them."""

import io
import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Article
from dateline.read import day, read

TEXT = "The minister resigned on Monday after a vote in parliament. A successor will be named next week."
FRENCH = "Le ministre a démissionné lundi après un vote au parlement. Son successeur sera nommé la semaine prochaine."


def one(path: Path, **options: object) -> Article:
    (article,) = read([str(path)], **options)  # type: ignore[arg-type]
    return article


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_plain_text(report: Path) -> None:
    article = one(report)
    assert (article.text, article.language, article.published.basis) == (TEXT, "en", "unknown")
    assert article.id == one(report).id


def test_the_id_comes_from_the_content(report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, encoding="utf-8")
    assert one(copy).id == one(report).id
    copy.write_text(TEXT + "!", encoding="utf-8")
    assert one(copy).id != one(report).id


def test_sidecar(report: Path) -> None:
    report.with_suffix(".toml").write_text('date = 2024-05-06\npublisher = "Valley Post"\nurl = "https://example.org/a"\n')
    article = one(report)
    assert (article.published.edtf, article.publisher, article.url) == ("2024-05-06", "Valley Post", "https://example.org/a")


def test_front_matter_is_no_part_of_the_text(report: Path) -> None:
    report.write_text(f'+++\ndate = "2024-05"\ntitle = "A resignation"\n+++\n{TEXT}', encoding="utf-8")
    article = one(report)
    assert (article.text, article.title) == (TEXT, "A resignation")
    assert str(article.published.latest) == "2024-05-31"


def test_a_date_for_articles_without_one(report: Path) -> None:
    assert one(report, published=day("2024-05-06")).published.edtf == "2024-05-06"
    report.with_suffix(".toml").write_text("date = 2020-01-01\n")
    assert one(report, published=day("2024-05-06")).published.edtf == "2020-01-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(report: Path, encoding: str) -> None:
    text = TEXT.replace("minister", "“ministre” — café") * 3
    report.write_bytes(text.encode(encoding))
    assert one(report).text == text


def test_folder_in_the_order_of_names(tmp_path: Path, report: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.jsonl").write_text(json.dumps({"id": "x", "text": TEXT}) + "\n")
    (tmp_path / "a.txt").write_text(TEXT + " More.")
    (tmp_path / "notes.md").write_text("left alone")
    assert [Path(a.source).name for a in read([str(tmp_path)])] == ["a.txt", "a.jsonl", "report.txt"]


def test_json_lines_keep_id_and_order() -> None:
    rows = [{"id": 7, "text": TEXT, "date": "2024-05-06T10:00:00Z", "title": None}, {"id": "b", "text": ""}, {"text": TEXT}]
    stream = io.BytesIO("\n".join(map(json.dumps, rows)).encode() + b"\n\n")
    articles = list(read(["-"], stdin=stream))
    assert [a.id for a in articles][:2] == ["7", "b"]
    assert (articles[0].published.edtf, articles[1].text) == ("2024-05-06", "")


def test_text_from_standard_input() -> None:
    (article,) = read(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert (article.text, article.source) == (TEXT, "-")


def test_other_languages_are_passed_over_with_the_reason(report: Path) -> None:
    report.write_text(FRENCH, encoding="utf-8")
    article = one(report)
    assert article.language == "fr"
    assert [(b.kind, b.why) for b in article.blocks] == [("foreign", "the text is not English but 'fr'")]


@pytest.mark.parametrize(
    "headline", ["Quake kills 12", "OK", "Pence meets Gudni Jóhannesson at Höfði", "Putin, Erdogan, Rouhani meet in Ankara"]
)
def test_short_english_is_english(headline: str, report: Path) -> None:
    report.write_text(headline, encoding="utf-8")
    assert one(report).language == "en"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary|encoding"),
        (b"text\0more", "binary"),
        (b"<!DOCTYPE html><p>Hello", "HTML"),
        (b'+++\ndate = "yesterday"\n+++\ntext', "no date"),
        (b"+++\ndate = \n+++\ntext", "front matter"),
        (b"+++\ncolour = 1\n+++\ntext", "unknown key 'colour'"),
        (b'+++\nurl = "javascript:alert(1)"\n+++\ntext', "https://"),
        (b"+++\ntitle = 3\n+++\ntext", "must be text"),
    ],
)
def test_bad_files_give_one_line(report: Path, data: bytes, message: str) -> None:
    report.write_bytes(data)
    with pytest.raises(InputError, match=message) as error:
        one(report)
    assert "\n" not in str(error.value)


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read([str(tmp_path / "none.txt")]))
    with pytest.raises(InputError, match="no file ends in"):
        list(read([str(tmp_path)]))


def test_a_huge_file_is_refused(report: Path) -> None:
    report.write_bytes(b"word " * 4_100_000)
    with pytest.raises(InputError, match="20 MB"):
        one(report)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "no JSON"),
        (b"[1]", "object"),
        (b'{"id": "a"}', "'text'"),
        (b'{"text": 3}', "'text'"),
        (b'{"text": "A.", "date": "2024-02-30"}', "no date"),
        (b'{"text": "A.", "title": {}}', "must be text"),
        (b"[" * 100_000, "no JSON"),
        (b'{"text": "A.", "id": "same"}', "there before"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"id": "same", "text": "One."}\n' + line + b'\n{"id": "last", "text": "Two."}\n')
    problems: list[str] = []
    articles = list(read([str(path)], problem=lambda error: problems.append(str(error))))
    assert [a.id for a in articles] == ["same", "last"]
    assert len(problems) == 1
    assert "line 2" in problems[0]
    assert message in problems[0]


def test_half_a_surrogate_pair_becomes_a_replacement_character(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"text": "One \\ud83d two."}\n')
    assert one(path).text == "One � two."
