"""The file of corrections beside a store: one decision a line, only ever added to.

It lies outside the records and the graph, so it outlasts every build. What a decision is about is found in the graph and written
down as places in articles, which stay when articles are read anew.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dateline.errors import OptionError, StoreError
from dateline.merge.decisions import checked, parse, place, written
from dateline.model import Decision

if TYPE_CHECKING:
    from dateline.store.graph import Store

FILE = "corrections.jsonl"
_SPAN = re.compile(r"article/(?P<article>.+)#char=(?P<start>\d+),(?P<end>\d+)")
_UNSAFE = re.compile(r'[\s<>"{}|\\^`]')


def read(folder: Path) -> tuple[Decision, ...]:
    """The decisions of a store, in the order they were made. Raises OptionError for a line that is none."""
    path = folder / FILE
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read: {error}") from None
    made = []
    for number, line in enumerate(lines, 1):
        try:
            made += [parse(line)] if line.strip() else []
        except OptionError as error:
            raise OptionError(f"{path}, line {number}: {error}") from None
    return tuple(made)


def append(folder: Path, decision: Decision) -> None:
    """Write one more decision down. Raises OptionError for one that cannot be carried out."""
    line = written(checked(decision))
    path = folder / FILE
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(line)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror or error}") from None


def places(store: "Store", what: str) -> tuple[str, ...]:
    """The places in articles that an event, a claim or a place is about, by its IRI or what queries show of it.

    Raises OptionError where there is none.
    """
    own = what.removeprefix(store.base)
    if found := _SPAN.fullmatch(own if own.startswith("article/") else f"article/{own}"):
        iris = [f"{store.base}article/{found['article']}#char={found['start']},{found['end']}"]
    else:
        iri = store.base + (own if "/" in own else f"event/{own}")
        if _UNSAFE.search(iri):
            raise OptionError(f"{what!r} is no event, claim or place")
        rows = store.select(f"SELECT DISTINCT ?at WHERE {{ <{iri}> gaf:denotedBy ?at }}").rows
        iris = sorted(str(at) for (at,) in rows)
    told = tuple(_place(store.base, iri) for iri in iris)
    if not told:
        raise OptionError(f"there is no event or claim {what!r} in the store")
    return tuple(sorted(told))


def _place(base: str, iri: str) -> str:
    found = _SPAN.fullmatch(iri.removeprefix(base))
    assert found, iri
    return place(unquote(found["article"]), int(found["start"]), int(found["end"]))
