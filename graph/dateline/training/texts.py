"""The texts that may teach, as articles: training parts of ECB+ (CC BY 3.0), of the Groningen Meaning Bank (public domain), and
of the treebanks GUM and EWT (see `annotate/MODEL.md`); and the news that was written for Dateline."""

import gzip
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from dateline.annotate.corpus import lines
from dateline.model import Article
from dateline.read.sources import from_json
from dateline.training.written import written

NO_SPACE = "\x01"  # behind a word of the Bank that no space follows


def articles(source: Path) -> Iterator[Article]:
    """The articles of a file of any of these."""
    if is_treebank(source):
        return treebank(source)
    if ".txt" in source.suffixes:
        return (article for article, _ in written(source))
    return bank(source) if ".bio" in source.suffixes else ecb(source)


def is_treebank(source: Path) -> bool:
    """Whether a file holds trees."""
    return ".conllu" in source.suffixes


def ecb(source: Path) -> Iterator[Article]:
    """The articles of ECB+, as JSON lines."""
    with gzip.open(source, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield from_json({"id": row["id"], "text": row["text"]})


def bank(source: Path) -> Iterator[Article]:
    """The texts of the Bank, one word a line and an empty line behind each text: "gmb-N", counted from 0."""
    with lzma.open(source, "rt", encoding="utf-8") as file:
        texts = file.read().split("\n\n")
    for n, text in enumerate(texts):
        words = (line.partition("\t")[0] for line in text.splitlines() if line)
        plain = "".join(w.rstrip(NO_SPACE) if w.endswith(NO_SPACE) else f"{w} " for w in words).strip()
        if plain:
            yield from_json({"id": f"gmb-{n}", "text": plain})


def treebank(source: Path) -> Iterator[Article]:
    """The documents of a treebank, an empty line between paragraphs."""
    found: dict[str, str] = {}
    name = ""
    for line in lines(source):
        key, _, value = line.partition(" = ")
        if key == "# newdoc id":
            name = value
            found[name] = ""
        elif key.startswith("# newpar") and found.get(name):
            found[name] = found[name].rstrip() + "\n\n"
        elif key == "# text":
            found[name] += f"{value} "
    for key, text in found.items():
        yield from_json({"id": key, "text": text.strip()})
