"""The main job through the command line: what it writes, prints and returns."""

import json
import subprocess
import sys
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import app, main
from dateline.store.validation import Problem, Report

ROOT = Path(__file__).parents[2]
ARTICLE = "Ana Lima met Tom Oduya in Nairobi on Monday. They signed an agreement on trade."


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=input, catch_exceptions=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    out = tmp_path_factory.mktemp("exports")
    return out, run("build", "--out", str(out))


def test_the_sample(built: tuple[Path, Result]) -> None:
    out, result = built
    assert result.exit_code == 0, result.output
    assert "Read 1 article" in result.output
    assert result.output.count("\n  dateline ") == 3
    assert (out / "timeline.html").stat().st_size > 10_000


def test_the_committed_turtle_is_fresh(built: tuple[Path, Result]) -> None:
    out, _ = built
    made, kept = (path.read_text("utf-8").splitlines() for path in (out / "timeline.ttl", ROOT / "exports" / "timeline.ttl"))
    changed = list(islice(unified_diff(kept, made, "kept", "made", lineterm="", n=1), 40))
    assert not changed, "exports/timeline.ttl is stale: dateline build --store :memory:\n" + "\n".join(changed)


def test_building_again_changes_nothing(built: tuple[Path, Result]) -> None:
    out, _ = built
    before = {name: (out / name).read_bytes() for name in ("timeline.ttl", "timeline.html")}
    assert run("build", "--out", str(out)).exit_code == 0
    assert before == {name: (out / name).read_bytes() for name in before}


def test_without_a_date_no_year_is_invented(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "articles" / "ceasefire-talks-doha.txt").read_text("utf-8")
    result = run("extract", "-", input=text.replace("Operation al-Aqsa Storm", "the operation").replace("47-day", "long"))
    record = json.loads(result.output)
    assert record["published"]["edtf"] is None
    assert [t["edtf"] for t in record["times"] if t["text"] == "October 7"] == ["XXXX-10-07"]
    bounds = [e["when"][b] for e in record["events"] for b in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")]
    assert set(bounds) == {None}
    assert {t["earliest"] for t in record["times"]} == {None}


def test_without_a_date_it_is_inferred_where_the_text_implies_it(tmp_path: Path) -> None:
    """The sample speaks of 47 days since October 7, of a Thursday and a Friday, and of an event known by name."""
    text = (ROOT / "seeds" / "articles" / "ceasefire-talks-doha.txt").read_text("utf-8")
    record = json.loads(run("extract", "-", input=text).output)
    assert record["published"]["edtf"] == "[2023-11-24..2023-11-29]"
    assert record["published"]["basis"] == "inferred"
    assert {t["edtf"] for t in record["times"] if t["text"] == "Thursday"} == {"2023-11-23"}
    guessed = json.loads(run("extract", "-", input=text.replace("Operation al-Aqsa Storm", "the operation")).output)["published"]
    assert guessed["edtf"] == "XXXX-11"
    assert {"[2017-11-24..2017-11-29]", "[2023-11-24..2023-11-29]"} <= set(guessed["alternatives"])


def test_a_store_keeps_what_it_was_given(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert "the store holds 1." in run("build", "-", "--date", "2024-05-07", "--out", out, input=ARTICLE).output
    assert "the store holds 2." in run("build", "-", "--out", out, input=f"{ARTICLE} And more.").output
    assert "the store holds 1." in run("build", "-", "--out", out, "--fresh", input=ARTICLE).output


def test_json_for_programs(tmp_path: Path) -> None:
    result = run("build", "-", "--store", ":memory:", "--out", str(tmp_path), "--json", input=ARTICLE)
    made = json.loads(result.output)
    assert made["articles"] == made["stored"] == 1
    assert sum(made["statuses"].values()) > 0
    assert not (tmp_path / "store").exists()


def test_some_sources_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    result = run("build", str(tmp_path), "--out", str(tmp_path / "out"))
    assert result.exit_code == 3
    assert "b.txt: binary data" in result.output
    assert "Read 1 article" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "missing.txt"], 1, "no such file"),
        (["build", "--date", "soon"], 1, "no date"),
        (["build", "--date", "0001-01-01"], 1, "no date"),
        (["build", "--store", "ftp://example.org/sparql"], 1, "begins with http:// or https://"),
        (["build", "--colour"], 2, "No such option"),
        (["query", "--store", "nowhere", "what-happened"], 1, "dateline build"),
        (["map", "--store", "nowhere"], 1, "dateline build"),
        (["build", "--model", "no_such_model"], 1, "no_such_model"),
    ],
)
def test_errors_are_one_line(
    arguments: list[str],
    code: int,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["dateline", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    told = capfd.readouterr().err
    assert stop.value.code == code
    assert message in told
    assert code == 2 or len(told.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["--fresh"], ["--store", ":memory:"], ["--model", "no_such_model"]])
def test_a_failed_build_loses_nothing(arguments: list[str], tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    run("build", "-", "--out", out, input=ARTICLE)
    before = (tmp_path / "out" / "timeline.ttl").read_bytes()
    source = "missing.txt" if "--model" not in arguments else "-"
    assert run("build", source, "--out", out, *arguments, input=ARTICLE).exit_code == 1
    assert (tmp_path / "out" / "timeline.ttl").read_bytes() == before
    assert "the store holds 1." in run("build", "-", "--out", out, input=ARTICLE).output


def test_nothing_readable_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert run("build", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "out")).exit_code == 1
    assert not (tmp_path / "out").exists()


def test_fresh_wants_all_its_sources(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    (tmp_path / "a.txt").write_text(ARTICLE)
    run("build", "-", "--out", out, input=f"{ARTICLE} And more.")
    assert run("build", str(tmp_path / "a.txt"), "missing.txt", "--fresh", "--out", out).exit_code == 1
    assert "the store holds 2." in run("build", str(tmp_path / "a.txt"), "--out", out).output


def test_a_foreign_text_is_skipped_aloud(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le ministre a démissionné lundi après un vote au parlement à Paris, selon le gouvernement.")
    result = run("build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert "skipped: the text is not English but 'fr'" in result.output


@pytest.mark.parametrize(
    ("target", "code", "told"),
    [("/dev/full", 1, "dateline: cannot write: No space left on device\n"), ("| head -c 1", 0, "")],
)
def test_output_that_cannot_be_written(target: str, code: int, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": ARTICLE}) + "\n" for i in range(60)))
    into = target if target.startswith("|") else f"> {target}"
    command = f"set -o pipefail; {sys.executable} -m dateline extract {path} {into} 2> {tmp_path / 'told'} "
    command = command.replace(f"{path} | head -c 1 2> {tmp_path / 'told'}", f"{path} 2> {tmp_path / 'told'} | head -c 1")
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, (tmp_path / "told").read_text()) == (code, told)


def test_what_was_built_obeys_the_shapes(built: tuple[Path, Result]) -> None:
    out, _ = built
    result = run("check", "--store", str(out / "store"))
    assert result.exit_code == 0, result.output
    assert "broken shape" not in result.output


def test_what_the_extractor_was_unsure_of_is_listed_when_asked_for(built: tuple[Path, Result]) -> None:
    out, _ = built
    asked = run("check", "--store", str(out / "store"), "--unsure", "--format", "csv")
    plain = run("check", "--store", str(out / "store"), "--format", "csv")
    assert "unsure: uncast" in asked.output and "#char=" in asked.output
    assert "unsure: doubtful" in asked.output and "in doubt is " in asked.output
    assert "unsure" not in plain.output


def test_a_broken_shape_is_told(built: tuple[Path, Result], monkeypatch: pytest.MonkeyPatch) -> None:
    out, _ = built
    problem = Problem(node="https://example.org/event", rule="https://example.org/rule", message="an event needs a label")
    monkeypatch.setattr("dateline.store.validation.validate_store", lambda store: Report(problems=(problem,)))
    result = run("check", "--store", str(out / "store"), "--format", "csv")
    assert result.exit_code == 4
    assert "broken shape,https://example.org/event,an event needs a label" in result.output
