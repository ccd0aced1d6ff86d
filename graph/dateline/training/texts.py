"""The texts that may teach, as articles: training parts of ECB+ (CC BY 3.0) and of the Groningen Meaning Bank (public domain)."""

import gzip
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from dateline.model import Article
from dateline.read.sources import from_json

NO_SPACE = "\x01"  # behind a word of the Bank that no space follows


def ecb(source: Path) -> Iterator[Article]:
    """The articles of ECB+, as JSON lines."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield from_json({"id": row["id"], "text": row["text"]})


def bank(source: Path) -> Iterator[Article]:
    """The texts of the Bank, one word a line and an empty line behind each text: "gmb-N", counted from 0."""
    with lzma.open(source, "rt", encoding="utf-8") as lines:
        texts = lines.read().split("\n\n")
    for n, text in enumerate(texts):
        words = (line.partition("\t")[0] for line in text.splitlines() if line)
        plain = "".join(w.rstrip(NO_SPACE) if w.endswith(NO_SPACE) else f"{w} " for w in words).strip()
        if plain:
            yield from_json({"id": f"gmb-{n}", "text": plain})
