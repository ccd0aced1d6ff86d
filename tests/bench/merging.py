"""What merging costs as a store grows: all articles at once, and one more when the others are known. CPU seconds.

    dateline extract ARTICLES > records.jsonl
    python tests/bench/merging.py records.jsonl --sizes 250 500 1000 2000

The column × is the cost of twice the articles. Times differ from run to run, so this is a tool and no test.
"""

import argparse
import hashlib
import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from dateline.merge import stories
from dateline.merge.memory import Form, Memory
from dateline.model import Document
from dateline.record import from_record


class Known(Memory):
    """A memory in a dictionary."""

    def __init__(self, digests: dict[str, str]) -> None:
        self.digests, self.known = digests, dict[str, bytes]()

    def digest(self, article: str) -> str:
        return self.digests[article]

    def recall(self, stamp: str, make: Callable[[], Any], form: Form[Any]) -> Any:
        if stamp in self.known:
            return form.unpack(self.known[stamp])
        made = make()
        self.known[stamp] = form.pack(made)
        return made


def read(path: Path, size: int) -> tuple[list[Document], dict[str, str]]:
    """So many documents, and what stands for each."""
    with path.open(encoding="utf-8") as file:
        lines = list(islice(file, size))
    documents = [from_record(json.loads(line)) for line in lines]
    return documents, {d.article.id: hashlib.sha256(line.encode()).hexdigest() for d, line in zip(documents, lines, strict=True)}


def seconds(memory: Memory, documents: list[Document]) -> tuple[float, int]:
    """What merging costs, and how many events come of it."""
    begin = process_time()
    events = len(stories(documents, memory=memory).events)
    return process_time() - begin, events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[125, 250, 500])
    asked = parser.parse_args()
    print(f"{'articles':>9}{'mentions':>10}{'events':>9}{'all':>9}{'×':>6}{'one more':>10}")
    before = 0.0
    for size in asked.sizes:
        documents, digests = read(asked.records, size)
        memory = Known(digests)
        whole, events = seconds(memory, documents[:-1])
        more, _ = seconds(memory, documents)
        ratio = f"{whole / before:.2f}" if before else ""
        mentions = sum(len(d.events) for d in documents)
        print(f"{len(documents):>9}{mentions:>10}{events:>9}{whole:>9.1f}{ratio:>6}{more:>10.2f}", flush=True)
        before = whole


if __name__ == "__main__":
    main()
