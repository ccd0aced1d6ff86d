"""Fit what speaks for and against two actors being one, on ECB+.

`python -m dateline.merge.training.participants ECBPLUS.jsonl.gz RECORDS.jsonl`
RECORDS is what `dateline extract` writes for the articles. Examples are the pairs of clusters that merging compares, after names
have been compared and events joined, of which at least one has a gold mention and both stand in annotated sentences: pairs of one
gold chain are one actor, others are two. So, with less weight, are pairs beside the annotation for which nothing but words
speaks. The same input gives the same weights.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from dateline.merge import desk_of
from dateline.merge.actors import compare
from dateline.merge.affairs import Affairs, connected
from dateline.merge.alike import join_in_affair
from dateline.merge.cast import Cast
from dateline.merge.nodes import Node
from dateline.merge.resemblance import told
from dateline.merge.training.ecb import articles
from dateline.model import Document
from dateline.perceptron import Floats
from dateline.record import from_record
from dateline.resources import path

RIDGE, STEPS = 2.0, 40
ASIDE = 0.012  # what a pair weighs of which no gold mention tells
WEIGHTS = ("seeds", "lexicons", "participant-weights.tsv")
_ENDS = re.compile(r"\s(?:of|in|at|on|for|from|with|to|by|near|who|that|which|and|or)\s|[,:;(]")
_LAST = re.compile(r"\S+$")

Member = tuple[str, str]  # article, actor in it
Example = tuple[list[str], bool, float]  # what is told, whether one, what it weighs


def chains(sources: Iterable[dict[str, Any]], documents: Mapping[str, Document]) -> dict[Member, Counter[str]]:
    """The gold chains of each actor that an annotated sentence mentions; none for those without a gold mention."""
    found: dict[Member, Counter[str]] = {}
    for row in sources:
        kept = [(start, end) for start, end, n in row["sentences"] if n in row["selected_sentences"]]
        heads = list(_heads(row))
        for actor in documents[row["id"]].actors:
            spans = [(m.start, m.end) for m in actor.mentions if any(start <= m.start < end for start, end in kept)]
            if spans:
                found[row["id"], actor.id] = Counter(chain for at, chain in heads if _holds(spans, at))
    return found


def _heads(row: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Where the head of each gold mention ends, and its chain."""
    for n, m in enumerate(row["mentions"]):
        if m["cat"] == "human" and m["selected"]:
            core = _ENDS.split(row["text"][m["start"] : m["end"]], maxsplit=1)[0].rstrip()
            last = _LAST.search(core)
            yield m["start"] + (last.start() if last else 0), m["chain"] or f"{row['id']} {n}"


def _holds(spans: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def examples(documents: list[Document], chain: Mapping[Member, Counter[str]]) -> Iterator[Example]:
    """What is told of each pair that can be judged, and whether it is one actor."""
    compared = compare(documents)
    desk = desk_of(documents, compared)
    together = [[desk.glimpses[n] for n in group] for group in desk.groups()]
    told_of = compared.forest.by_article()
    for some, events in connected(together):
        forest = compared.forest.within(some, {key for article in some for key in told_of.get(article, ())})
        affairs = Affairs(events)
        join_in_affair(forest, affairs)
        cast = Cast(forest, events, affairs)
        gold = {key: _chain(forest.of(key), chain) for key in cast.shown}
        for a, b in sorted(cast.pairs()):
            found = told(cast, a, b)
            if None not in (gold[a], gold[b]) and (gold[a] or gold[b]):
                yield found, gold[a] == gold[b], 1.0
            elif not (gold[a] or gold[b]) and _unfounded(found):
                yield found, False, ASIDE


def _unfounded(found: Iterable[str]) -> bool:
    """Whether nothing but words speaks for a pair."""
    return not any(name == "one sentence" or name.startswith(("same agent", "same patient", "the same act")) for name in found)


def _chain(cluster: Iterable[Node], chain: Mapping[Member, Counter[str]]) -> str | None:
    """The chain of most of a cluster's gold mentions; empty where it has none, None where no annotated sentence mentions it."""
    known = [chain[key] for node in cluster for d, a in node.members if (key := (d.article.id, a.id)) in chain]
    count: Counter[str] = sum(known, Counter())
    best = min(count.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))[0]
    return best if known else None


def fit(some: list[Example]) -> dict[str, float]:
    """Weights by logistic regression with a ridge (Newton's method)."""
    names = ["any", *sorted({name for names, *_ in some for name in names})]
    at = {name: n for n, name in enumerate(names)}
    rows: Floats = np.zeros((len(some), len(names)))
    rows[:, 0] = 1
    for n, (found, *_) in enumerate(some):
        rows[n, [at[name] for name in found]] = 1
    same, share = (np.array([pair[n] for pair in some], dtype=np.float64) for n in (1, 2))
    values = np.zeros(len(names))
    for _ in range(STEPS):
        given = 1 / (1 + np.exp(-rows @ values))
        slope = rows.T @ (share * (given - same)) + RIDGE * values
        curve = (rows * (share * given * (1 - given))[:, None]).T @ rows + RIDGE * np.eye(len(names))
        values -= np.linalg.solve(curve, slope)
    return {name: round(float(value), 2) for name, value in zip(names, values, strict=True)}


def main(source: Path, records: Path) -> None:
    """Write the weights, below the words that head the file."""
    with records.open(encoding="utf-8") as lines:
        documents = sorted((from_record(json.loads(line)) for line in lines), key=lambda d: d.article.id)
    some = list(examples(documents, chains(articles(source), {d.article.id: d for d in documents})))
    file = path(*WEIGHTS)
    head = "".join(f"{line}\n" for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in sorted(fit(some).items()))
    file.write_text(f"{head}told\tweight\n{rows}", encoding="utf-8")
    print(f"{len(some)} pairs, {sum(same for _, same, _ in some)} of them one actor")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
