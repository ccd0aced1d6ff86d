"""How the cost of each stage grows with the length of a text: a table of stages by sizes, in CPU seconds.

    python tests/bench/growth.py                          # one long article
    python tests/bench/growth.py --shape block            # … without a line break
    python tests/bench/growth.py --shape lines            # … cut into many articles
    python tests/bench/growth.py --shape brackets --sizes 5 10 20
    python tests/bench/growth.py --profile find --sizes 200

A stage whose last column, the cost of twice the text, is much above 2 looks at the whole text for each of its parts. Times
differ from run to run, so this is a tool and no test.
"""

import argparse
import cProfile
import gc
import os
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from math import log2
from pathlib import Path
from time import process_time
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # CPU time over several threads tells nothing

from dateline.annotate import annotate
from dateline.cast import cast
from dateline.cli import COLLECTING
from dateline.date import date
from dateline.find import find
from dateline.identify import identify
from dateline.label import label
from dateline.map import load, write
from dateline.merge import merge
from dateline.model import Article, Document
from dateline.read.known import Known, day
from dateline.read.sources import make
from dateline.store import open_store
from dateline.when import when

BODIES = Path(__file__).parents[1] / "cases"
STAGES = {"date": date, "find": find, "cast": cast, "when": when, "identify": identify, "label": label}
PUBLISHED = day("2024-03-14")


def paragraphs(size: int) -> list[str]:
    """The paragraphs of the cases' articles, over and over, until there are so many characters."""
    bodies = [path.read_text(encoding="utf-8").strip().split("\n\n")[2:] for path in sorted(BODIES.glob("*/article.txt"))]
    told = [" ".join(p.split()) for body in bodies for p in body]
    return list(islice(cycle(told), size * len(told) // sum(len(p) + 2 for p in told)))


def texts(shape: str, size: int) -> Iterator[str]:
    """Texts of so many characters in all."""
    if shape == "article":
        yield "\n\n".join(paragraphs(size))
    elif shape == "block":
        yield " ".join(paragraphs(size))
    elif shape == "lines":
        told = paragraphs(size)
        yield from ("\n\n".join(told[i : i + 12]) for i in range(0, len(told), 12))
    else:
        yield "(" * (size // 2) + ")" * (size // 2)


def articles(shape: str, size: int) -> list[Article]:
    """The texts as articles, each with an id of its own."""
    made = (make(text, Known(), "-", PUBLISHED) for text in texts(shape, size))
    return [replace(article, id=f"{article.id}-{i}") for i, article in enumerate(made)]


class Clock:
    """What each stage cost; one of them may be looked into."""

    def __init__(self, profiled: str | None) -> None:
        self.seconds: dict[str, float] = {}
        self._profiled = profiled

    def run(self, name: str, work: Callable[[], Any]) -> Any:
        """Do a piece of work and note the CPU seconds it took."""
        profile = cProfile.Profile() if name == self._profiled else None
        begun = process_time()
        done = profile.runcall(work) if profile else work()
        self.seconds[name] = process_time() - begun
        if profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return done


def extracted(clock: Clock, given: list[Article]) -> list[Document]:
    """The articles after all stages of extraction."""
    documents: list[Document] = clock.run("annotate", lambda: list(annotate(given)))
    for name, stage in STAGES.items():
        documents = clock.run(name, lambda stage=stage, before=documents: list(stage(before)))
    return documents


def measure(shape: str, size: int, profiled: str | None = None) -> dict[str, float]:
    """The CPU seconds of each stage for a text of so many characters."""
    clock = Clock(profiled)
    documents = extracted(clock, clock.run("read", lambda: articles(shape, size)))
    clock.run("merge", lambda: merge(documents))
    with tempfile.TemporaryDirectory() as folder, open_store() as store:
        clock.run("store", lambda: store.add(documents))  # merges again, as a build does
        clock.run("turtle", lambda: store.write_turtle(Path(folder) / "x.ttl"))
        view = clock.run("map: load", lambda: load(store))
        clock.run("map: write", lambda: write(view, Path(folder) / "x.html"))
    clock.seconds["all but annotate"] = sum(clock.seconds.values()) - clock.seconds["annotate"]
    return clock.seconds


def growth(small: float, large: float, ratio: float) -> str:
    """How much twice the text costs, told from two sizes; nothing where both cost next to nothing."""
    return f"x{(large / small) ** (1 / log2(ratio)):.1f}" if large > 0.2 and small > 0 and ratio > 1 else ""


def table(sizes: list[int], columns: list[dict[str, float]]) -> Iterator[str]:
    """The lines of the table."""
    yield "".join([f"{'CPU seconds':<18}", *(f"{f'{size} KB':>9}" for size in sizes), "   twice"])
    for name in columns[0]:
        times = [column[name] for column in columns]
        cells = [f"{name:<18}", *(f"{t:9.2f}" for t in times), f"{growth(times[0], times[-1], sizes[-1] / sizes[0]):>8}"]
        yield "".join(cells).rstrip()


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 100, 200, 400], metavar="KB")
    parser.add_argument("--shape", choices=("article", "block", "lines", "brackets"), default="article")
    parser.add_argument("--profile", metavar="STAGE", help="print what a stage spent its time on")
    options = parser.parse_args(arguments)
    gc.set_threshold(*COLLECTING)
    measure("article", 2_000)  # lexicons, model and libraries are loaded before anything is measured
    columns = [measure(options.shape, size * 1_000, options.profile) for size in options.sizes]
    sys.stdout.writelines(f"{line}\n" for line in table(options.sizes, columns))


if __name__ == "__main__":
    main()
