"""ECB+ as JSON lines: one article each, with its gold mentions of events and what they corefer with."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def articles(source: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file, in their order."""
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
