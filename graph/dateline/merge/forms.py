"""How what merging remembers is written down: pages and events as JSON, judgements as rows of numbers."""

import json
import zlib
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.merge.memory import Form
from dateline.merge.page import Page
from dateline.model import Quantity, StoryEvent, StoryRole
from dateline.record import plain, to_when

ROW = np.dtype([("one", "<u4"), ("other", "<u4"), ("value", "<i2")])  # numbers of tellings; likelihood in parts of ten thousand
Rows = NDArray[np.void]


def _written(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii"), 1)


def _read(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def _pack_page(page: Page) -> bytes:
    return _written({**plain(page), "words": [sorted(some) for some in page.words], "runs": sorted(page.runs)})


def _page(data: bytes) -> Page:
    row = _read(data)
    made = {
        "published": date.fromisoformat(row["published"]) if row["published"] else None,
        "sentences": tuple((start, end) for start, end in row["sentences"]),
        "words": tuple(map(frozenset, row["words"])),
        "runs": frozenset(row["runs"]),
    }
    return Page(**{**row, **made})


def _event(row: dict[str, Any]) -> StoryEvent:
    made = {
        "when": to_when(row["when"]),
        "roles": tuple(StoryRole(**r) for r in row["roles"]),
        "quantities": tuple(Quantity(**q) for q in row["quantities"]),
        "members": tuple((article, event) for article, event in row["members"]),
    }
    return StoryEvent(**{**row, **made})


def _rows(data: bytes) -> Rows:
    return np.frombuffer(zlib.decompress(data), dtype=ROW)


PAGE: Form[Page] = Form(_pack_page, _page)
EVENTS: Form[list[StoryEvent]] = Form(
    lambda events: _written([plain(e) for e in events]), lambda data: [_event(r) for r in _read(data)]
)
JUDGED: Form[Rows] = Form(lambda rows: zlib.compress(rows.tobytes(), 1), _rows)
PAIRS: Form[list[tuple[str, str]]] = Form(_written, lambda data: [(one, other) for one, other in _read(data)])
GROUPS: Form[list[list[int]]] = Form(_written, _read)
