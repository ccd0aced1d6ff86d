"""The borders inside the package: heavy libraries have one home, stages do not know each other, start-up is light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline

PACKAGE = Path(dateline.__file__).parent
HOMES: dict[str, str | tuple[str, ...]] = {
    "holidays": "date",
    "spacy": "annotate",
    "thinc": "annotate",
    "numpy": ("annotate", "identify", "layers", "merge", "perceptron", "training"),  # only arrays
    "threadpoolctl": "annotate",
    "torch": "annotate",
    "stanza": "annotate",
    "rdflib": "store",
    "oxrdflib": "store",
    "pyoxigraph": "store",
    "pyshacl": "store",
    "networkx": ("map", "store"),
    "pyvis": "map",
    "jinja2": ("map", "serve"),
    "starlette": "serve",
    "uvicorn": "serve",
    "icalendar": "store",
    "requests": "store",
    "click": "cli",
    "rich": "cli",
    "py3langid": "read",
    "charset_normalizer": "read",
    "rapidfuzz": ("identify", "merge"),
}
# the server and the command line are the last in line: they may call what is before them
TELLING = ("read", "annotate", "date", "find", "cast", "when", "identify", "sure", "label")
STAGES = (*TELLING, "merge", "store", "map", "serve", "cli")
SHARED = {
    *("ampersand", "clause", "english", "model", "tree", "paths", "perceptron", "layers", "rows", "resources", "errors", "record")
}
# who besides the shared values may be imported; the command line and the chain of stages may call everything
ALLOWED = {
    "training": set(TELLING) | {"extract"},  # it extracts what was read
    "store": {"merge"},
    "map": {"merge", "store"},
    "serve": {"store", "map", "api"},
    "extract": set(STAGES) | {"jobs"},
    "api": set(STAGES) | {"extract"},
    "cli": set(STAGES) | {"extract", "api"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "dateline")


def room(path: Path) -> str:
    """The stage or module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_heavy_library_is_imported_in_its_home_only(path: Path) -> None:
    for name in imports(path):
        home = HOMES.get(name.partition(".")[0])
        assert home is None or room(path) == home or (isinstance(home, tuple) and room(path) in home), f"{name} belongs to {home}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_stages_do_not_know_their_neighbours(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "dateline" or len(parts) == 1 or parts[1].startswith("__"):
            continue
        assert parts[1] in SHARED | ALLOWED.get(here, set()) | {here}, f"{here} imports {name}"


def test_values_use_the_standard_library_only() -> None:
    used = {name.partition(".")[0] for name in imports(PACKAGE / "model.py")}
    assert used <= sys.stdlib_module_names


def test_every_stage_has_a_home_that_is_there() -> None:
    assert {room(p) for p in modules()} >= set(STAGES)


@pytest.mark.parametrize("statement", ["import dateline", "import dateline.cli"])
def test_start_up_loads_nothing_heavy(statement: str) -> None:
    code = f"{statement}; import sys; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(loaded) & (set(HOMES) - {"click"})
