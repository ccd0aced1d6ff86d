"""The files the program reads its knowledge from: `schema/` and `seeds/`, wherever it is installed.

In a checkout (and after `pip install -e`) they lie at the top level; in a wheel inside the package, under `data/`.
"""

import lzma
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The folder that holds `schema/` and `seeds/`."""
    inside = PACKAGE / "data"
    return inside if inside.is_dir() else PACKAGE.parents[1]


def path(*parts: str) -> Path:
    """The path of a shipped file, e.g. `path("seeds", "lexicons", "cues.tsv")`."""
    return root().joinpath(*parts)


def table(*parts: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped tab-separated file as {column: cell}."""
    return rows_of(path(*parts))


@cache
def word_groups(*parts: str) -> Mapping[str, frozenset[str]]:
    """{group: its words} of a shipped file of small groups of words, as they stand there."""
    return {row["group"]: frozenset(row["words"].split()) for row in table(*parts)}


def rows_of(source: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file, which may be packed (`.xz`), as {column: cell}.

    The first line that is no comment names the columns. Lines starting with `#` and empty lines are passed over; missing cells
    at the end of a row are empty strings.
    """
    unpacked = lzma.decompress(source.read_bytes()) if source.suffix == ".xz" else source.read_bytes()
    lines = unpacked.decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    header = next(rows)
    for cells in rows:
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
