"""Questions in the page: the whole graph, the shipped queries, and Oxigraph's WebAssembly to answer them, for pages that want it.

It makes a page about two megabytes larger. The reader's browser starts it on first use, in a Worker that can reach nothing.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.map.bundle import FOLDER
from dateline.map.pack import packed

VENDOR = Path(__file__).with_name("vendor")
_EXPORT = re.compile(r"^export (?=class |function )|^export \{[^}]*\};\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a page needs so that its reader can ask."""

    turtle: str  # the whole graph
    base: str  # against which its IRIs are resolved
    queries: tuple[tuple[str, str, str], ...]  # title, what it answers, SPARQL


def worker() -> str:
    """The Worker's script: Oxigraph's own as a classic script, as browsers refuse modules on `file://`, and lines of ours."""
    theirs = _EXPORT.sub("", VENDOR.joinpath("oxigraph.js").read_text(encoding="utf-8")).replace("import.meta.url", '""')
    return f"{theirs}\n{FOLDER.joinpath('worker.js').read_text(encoding='utf-8')}"


@cache
def _engine() -> Mapping[str, str]:
    return {
        "worker": packed(worker()),
        "engine": base64.b64encode(VENDOR.joinpath("oxigraph.wasm.gz").read_bytes()).decode("ascii"),
    }


def blocks(asking: Asking | None) -> dict[str, str]:
    """The packed texts that the page carries, by the id under which it finds them."""
    return {**_engine(), "turtle": packed(asking.turtle)} if asking else {}
