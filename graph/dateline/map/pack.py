"""Data small enough to mail: rows as columns, compressed, as text that may stand in a page.

Rows of one kind repeat their keys and much of what stands under them. As columns, like stands beside like, and gzip makes a
fourth or less of it. `page/codec.js` reads it again. gzip without a time gives the same bytes every time.
"""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any


def columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows as one list per key; `None` where a row has no such key."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: [row.get(key) for row in rows] for key in keys}


def packed(text: str) -> str:
    """A text compressed and in letters and digits only."""
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode("ascii")


def packed_json(value: Any) -> str:
    """A value as JSON, packed."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
