"""`dateline extract` and `dateline merge`: lines of JSON for other programs."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline.cli import app

ROWS = [
    {"id": "one", "text": "Ana Lima met Tom Oduya in Nairobi on Monday.", "date": "2024-05-07"},
    {"id": "two", "text": "Le ministre a démissionné lundi après un vote au parlement à Paris, selon le gouvernement."},
    {"id": "three", "text": ""},
    {"id": "four", "text": "Tom Oduya met Ana Lima on Monday in Nairobi. 😀 She left.", "date": "2024-05-08"},
]


def lines(command: str, tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    result = CliRunner().invoke(app, [command, str(path)])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_record_for_every_article_in_order(tmp_path: Path) -> None:
    records = lines("extract", tmp_path)
    assert [r["id"] for r in records] == [row["id"] for row in ROWS]
    assert [r["text"] for r in records] == [row["text"] for row in ROWS]
    assert records[1]["events"] == []
    assert [(s["outcome"], s["why"]) for s in records[1]["sentences"]] == [("skipped", "the text is not English but 'fr'")]


def test_offsets_count_code_points(tmp_path: Path) -> None:
    for record in lines("extract", tmp_path):
        for span in (*record["events"], *record["times"]):
            assert record["text"][span["start"] : span["end"]] == span["text"]
    (left,) = [e for e in record["events"] if e["lemma"] == "leave"]
    assert left["text"] == "left"


def test_the_same_event_of_two_articles_is_one_line(tmp_path: Path) -> None:
    stories = lines("merge", tmp_path)
    people = {s["label"]: {m["article"] for m in s["mentions"]} for s in stories if s["type"] == "person"}
    assert people == {"Ana Lima": {"one", "four"}, "Tom Oduya": {"one", "four"}}
    seen = [(s["kind"], m["article"], m["start"], m["end"]) for s in stories for m in s["mentions"]]
    assert len(seen) == len(set(seen))
