"""The package as users get it: a wheel, a checkout, and the promises that both make."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of the wheel, as an installer would lay them out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    assert wheel.stat().st_size < 60_000_000, "the wheel is to stay below 60 MB"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(where: Path, package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program from one place only: `-I` and a path of our own keep the installed copy out."""
    code = f"import sys; sys.path.insert(0, {str(package)!r}); from dateline.cli import main; sys.argv[0] = 'dateline'; main()"
    return subprocess.run([sys.executable, "-I", "-c", code, *arguments], cwd=where, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", ["wheel", "checkout"])
def test_the_main_job_runs_from_everywhere(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    package = request.getfixturevalue("unpacked") if kind == "wheel" else ROOT / "graph"
    done = run(tmp_path, package, "build")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "exports" / "timeline.ttl").read_bytes() == (ROOT / "exports" / "timeline.ttl").read_bytes()
    assert (tmp_path / "exports" / "timeline.html").is_file()


def test_the_wheel_holds_what_the_program_reads(unpacked: Path) -> None:
    data = unpacked / "dateline" / "data"
    for folder in ("schema", "seeds"):
        ours = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert ours == {p.relative_to(data) for p in (data / folder).rglob("*") if p.is_file()}
    assert (unpacked / "dateline" / "py.typed").is_file()
    teaching = {p.name for p in (ROOT / "graph" / "dateline" / "training").iterdir() if p.suffix in (".xz", ".tsv")}
    assert teaching and teaching.isdisjoint(p.name for p in unpacked.rglob("*"))  # that is for checkouts
    licences = list(unpacked.glob("*.dist-info/licenses/*"))
    assert {p.name for p in licences} >= {"LICENSE"}
