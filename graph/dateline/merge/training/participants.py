"""Fit what tells that two described are one: `python -m dateline.merge.training.participants ECBPLUS.jsonl.gz RECORDS.jsonl`.

RECORDS is what `dateline extract` writes for the articles. A cluster of our mentions belongs to the gold chain that most of its
mentions in annotated sentences share; one that matches no gold mention is nobody's. Pairs of clusters that take a part in common
are examples where at least one is somebody's, and where both are told of in articles of one affair; others would teach the
names of the affairs. A logistic regression with a penalty on the squares gives the weights. The same input gives the same ones.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from dateline.merge import _desk
from dateline.merge.actors import compare
from dateline.merge.affairs import Affairs
from dateline.merge.alike import join_in_affair
from dateline.merge.decisions import Rulings
from dateline.merge.memory import Memory
from dateline.merge.participants import Reader
from dateline.merge.training.ecb import articles
from dateline.model import Document, Mention
from dateline.record import from_record
from dateline.resources import path

PENALTY = 3.0
ROUNDS = 30  # of Newton's method, which settles in ten
FREE = 0.01  # penalty on the weight of every pair
TAIL = re.compile(r"\s(?:of|in|at|for|from|on)\s|\s*,")


def examples(rows: Iterable[Mapping[str, Any]], documents: list[Document]) -> tuple[list[list[str]], list[bool]]:
    """What is told of each labelled pair of clusters, and whether they are one."""
    memory, compared = Memory(), compare(documents)
    desk = _desk(documents, compared, Rulings(), memory)
    together = [[desk.glimpses[n] for n in group] for group in desk.groups()]
    forest, affairs = compared.forest, Affairs(together)
    join_in_affair(forest, affairs)
    reader = Reader(forest, together, affairs)
    chain = chains(rows, documents, {key: forest.root(node) for key, node in compared.clusters().items()})
    told, same = [], []
    for a, b in sorted(reader.pairs()):
        one, other = chain.get(a), chain.get(b)
        if one is None or other is None or not (one or other) or not reader.possible(a, b):
            continue
        ours, theirs = ({_affair(article) for article in reader.shown[key].articles} for key in (a, b))
        if ours & theirs:
            told.append(reader.told(a, b))
            same.append(one == other)
    return told, same


def _affair(article: str) -> str:
    """The affair that an article of ECB+ belongs to: "1_10ecbplus" to the second one of topic 1."""
    topic, _, rest = article.partition("_")
    return f"{topic} {'plus' in rest}"


def chains(
    rows: Iterable[Mapping[str, Any]], documents: list[Document], cluster: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    """The gold chain of each cluster that is told of in annotated sentences; empty for those that match none."""
    by_id = {d.article.id: d for d in documents}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        kept = [(start, end) for start, end, n in row["sentences"] if n in row["selected_sentences"]]
        ours = list(_mentions(by_id[row["id"]], kept))
        for n, wanted in enumerate(m for m in row["mentions"] if m["cat"] == "human" and m["selected"]):
            start, end = _head(wanted)
            found = min(((m.end - m.start, key) for m, key in ours if m.start < end and start < m.end), default=None)
            if found:
                votes[cluster[row["id"], found[1]]][wanted["chain"] or f"{row['id']} {n}"] += 1
        for _, key in ours:
            votes[cluster[row["id"], key]][""] += 0
    return {key: max(sorted(counted), key=lambda name: counted[name]) for key, counted in votes.items()}


def _mentions(document: Document, kept: list[tuple[int, int]]) -> Iterator[tuple[Mention, str]]:
    for actor in document.actors:
        for m in actor.mentions:
            if any(start <= m.start < end for start, end in kept):
                yield m, actor.id


def _head(mention: Mapping[str, Any]) -> tuple[int, int]:
    """Where the head word of a gold mention stands: the last before "of" or a comma."""
    core = TAIL.split(mention["text"])[0].rstrip().removesuffix("'s").rstrip() or mention["text"]
    end = mention["start"] + len(core)
    return end - len(core.split()[-1]), end


def fit(told: list[list[str]], same: list[bool]) -> dict[str, float]:
    """{what may be told: its log-odds}, "any" for what holds of every pair."""
    names = ["any", *sorted({name for names in told for name in names})]
    column = {name: n for n, name in enumerate(names)}
    rows = np.zeros((len(told), len(names)))
    rows[:, 0] = 1
    for n, found in enumerate(told):
        rows[n, [column[name] for name in found]] = 1
    wanted, weights = np.array(same, float), np.zeros(len(names))
    penalty = np.full(len(names), PENALTY)
    penalty[0] = FREE
    for _ in range(ROUNDS):
        given = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (given - wanted) + penalty * weights
        curve = (rows * (given * (1 - given))[:, None]).T @ rows + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, map(float, weights), strict=True))


def main(gold: Path, records: Path) -> None:
    """Write the weights under the file's own head."""
    with records.open(encoding="utf-8") as lines:
        documents = sorted((from_record(json.loads(line)) for line in lines), key=lambda d: d.article.id)
    told, same = examples(articles(gold), documents)
    file = path("seeds", "lexicons", "participant-weights.tsv")
    head = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{name}\t{weight:.2f}" for name, weight in sorted(fit(told, same).items())]
    file.write_text("\n".join([*head, "told\tweight", *rows]) + "\n", encoding="utf-8")
    print(f"{len(same)} pairs, {sum(same)} of them one actor")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
