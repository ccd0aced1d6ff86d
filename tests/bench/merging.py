"""How the cost of merging grows with the number of articles: a table of steps by sizes, in CPU seconds.

    dateline extract articles/ > records.jsonl
    python tests/bench/merging.py records.jsonl                    # 250, 500, 1,000 and 2,000 articles
    python tests/bench/merging.py records.jsonl --sizes 100 200

The last row is what one more article costs where the others are remembered.

Where there are fewer records than articles, they come again with other names and other rare words, so that each copy tells of an
affair of its own. The last column is the cost of twice the articles. Times differ from run to run, so this is a tool and no test.
"""

import argparse
import gc
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

from growth import growth

from dateline.cli import COLLECTING
from dateline.merge import stories
from dateline.merge.actors import join_actors
from dateline.merge.candidates import pairs
from dateline.merge.judge import judged
from dateline.merge.memory import Form, Memory
from dateline.merge.near import near
from dateline.merge.page import page
from dateline.merge.telling import tellings
from dateline.merge.words import RARE, plain, rarity
from dateline.model import Document
from dateline.record import from_record

_WORD = re.compile(r"\b[A-Za-z]{2,}")


def turned(word: str, by: int) -> str:
    """A word with its letters moved along the alphabet."""
    first = {True: "A", False: "a"}
    return "".join(chr((ord(c) - ord(first[c.isupper()]) + by) % 26 + ord(first[c.isupper()])) for c in word)


def told_anew(text: str, by: int) -> str:
    """A text with other names and other rare words."""
    return _WORD.sub(lambda m: turned(m[0], by) if m[0][0].isupper() or rarity(plain(m[0])) > RARE else m[0], text)


def renamed(record: dict[str, Any], by: int) -> dict[str, Any]:
    """A record of the same form with other names; the first of its kind stays as it is."""
    if not by:
        return record
    made: dict[str, Any] = json.loads(json.dumps(record))
    made["id"] += f"~{by}"
    made["text"] = told_anew(made["text"], by)
    for actor in made["actors"]:
        actor["name"] = told_anew(actor["name"], by)
        actor["same_as"] = []
    return made


def documents(records: list[dict[str, Any]], size: int) -> list[Document]:
    """So many articles."""
    found = (renamed(r, by) for by in range(26) for r in records)
    return sorted((from_record(r) for r, _ in zip(found, range(size), strict=False)), key=lambda d: d.article.id)


class Known(Memory):
    """A memory in a dictionary."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def recall(self, stamp: str, make: Callable[[], Any], form: Form[Any]) -> Any:
        if stamp in self.known:
            return form.unpack(self.known[stamp])
        made = make()
        self.known[stamp] = form.pack(made)
        return made


def measure(given: list[Document]) -> dict[str, float]:
    """The CPU seconds of each step."""
    seconds: dict[str, float] = {}

    def clock(name: str, work: Callable[[], Any]) -> Any:
        begun = process_time()
        done = work()
        seconds[name] = process_time() - begun
        return done

    actors = clock("actors", lambda: {m: a.id for a in join_actors(given) for m in a.members})
    pages = clock("pages", lambda: {d.article.id: page(d) for d in given})
    nearest = clock("near", lambda: list(near(pages.values())))
    told = clock("tellings", lambda: {d.article.id: list(tellings(d, pages[d.article.id], actors)) for d in given})
    found = clock("pairs", lambda: list(pairs(nearest, told)))
    clock("judge", lambda: list(judged(found)))
    memory = Known()
    clock("stories, whole", lambda: stories(given[1:], memory=memory))
    clock("one more", lambda: stories(given, memory=memory))
    return seconds


def table(sizes: list[int], columns: list[dict[str, float]]) -> Iterator[str]:
    """The lines of the table."""
    yield "".join([f"{'CPU seconds':<18}", *(f"{size:>9,}" for size in sizes), "   twice"])
    for name in columns[0]:
        times = [column[name] for column in columns]
        yield "".join([f"{name:<18}", *(f"{t:9.2f}" for t in times), f"{growth(times[0], times[-1], sizes[-1] / sizes[0]):>8}"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000])
    options = parser.parse_args()
    gc.set_threshold(*COLLECTING)
    records = [json.loads(line) for line in options.records.read_text(encoding="utf-8").splitlines()]
    columns = [measure(documents(records, size)) for size in options.sizes]
    sys.stdout.writelines(f"{line}\n" for line in table(options.sizes, columns))


if __name__ == "__main__":
    main()
