"""Fit the judge of pairs on ECB+: `python -m dateline.merge.training.fit ECBPLUS.jsonl.gz RECORDS.jsonl`.

RECORDS is what `dateline extract` writes for the articles, since the judge must know our own tellings, with their faults. A
telling belongs to the gold mention whose words it shares; pairs are good examples where the gold mentions corefer. Tellings in
annotated sentences that the annotators did not think worth a mention ("let", "get") are examples too, of what is not one event,
unless their sentences repeat each other. So are some pairs from the rest of the articles that have nothing but a word or a type
in common: annotated sentences tell the main event over and over, others do not. What the judge would join there was read, and
judged in `judged-pairs.tsv`; these pairs weigh more, since few stand for many. The same input and versions give the same weights.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from dateline.merge.actors import join_actors
from dateline.merge.candidates import Pair, pairs
from dateline.merge.features import NAMES, share
from dateline.merge.judge import WEIGHTS, rows_of
from dateline.merge.near import near
from dateline.merge.page import page
from dateline.merge.telling import Key, Telling, tellings
from dateline.merge.training.ecb import articles
from dateline.model import Document
from dateline.perceptron import Course, Floats, fit, save
from dateline.record import from_record

APART = 0.3  # the likeness of sentences and casts below which they have nothing in common
SOME = 4  # one of so many pairs outside annotated sentences is taken
REPEATED = 0.6  # the likeness of sentences from which on they say the same
READ = 60.0  # what a pair weighs that somebody has read
JUDGED = Path(__file__).with_name("judged-pairs.tsv")  # articles and offsets only

Span = tuple[str, int, int]  # article, start, end
Spans = frozenset[Span]


def chains(sources: Iterator[dict[str, Any]], documents: Mapping[str, Document]) -> dict[Key, str]:
    """The gold chain of each telling in an annotated sentence; empty for those without a gold mention."""
    found: dict[Key, str] = {}
    for row in sources:
        kept = [(start, end) for start, end, n in row["sentences"] if n in row["selected_sentences"]]
        ours = [e for e in documents[row["id"]].events if any(start <= e.start < end for start, end in kept)]
        wanted = [m for m in row["mentions"] if m["cat"] == "event" and m["selected"]]
        spans = [(m["spans"] or [(m["start"], m["end"])])[0] for m in wanted]
        ranked = sorted(
            ((e.start, e.end) != (start, end), max(e.start, start) - min(e.end, end), n, e.start, e.id)
            for n, (start, end) in enumerate(spans)
            for e in ours
            if e.start < end and start < e.end
        )
        found.update({(row["id"], e.id): "" for e in ours})
        taken: set[int | str] = set()
        for *_, n, _, event in ranked:
            if n not in taken and event not in taken:
                taken |= {n, event}
                found[row["id"], event] = wanted[n]["chain"] or f"{row['id']} {n}"
    return found


def examples(candidates: Iterable[Pair], chain: Mapping[Key, str], known: Mapping[Spans, bool]) -> tuple[Floats, Floats, Floats]:
    """The features of all labelled pairs, which are one event, and what each weighs; `known` are pairs that somebody has judged.

    Tellings that `chain` does not know are not annotated.
    """
    labelled: list[Pair] = []
    same: list[bool] = []
    weights: list[float] = []
    for a, b in candidates:
        told = known.get(frozenset((_span(a), _span(b))))
        if told is not None or _labelled(a, b, chain):
            labelled.append((a, b))
            same.append(told if told is not None else chain.get(a.key, "") == chain.get(b.key, "") != "")
            weights.append(READ if told is not None else 1.0)
    return np.array(list(rows_of(labelled)), dtype=np.float64), np.array(same, dtype=np.float64), np.array(weights)


def judgements() -> dict[Spans, bool]:
    """The pairs outside annotated sentences that somebody has read, and whether they are one event."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {frozenset(((a, int(b), int(c)), (d, int(e), int(f)))): same == "1" for a, b, c, d, e, f, same in rows}


def _span(t: Telling) -> Span:
    return t.article, t.event.start, t.event.end


def _labelled(a: Telling, b: Telling, chain: Mapping[Key, str]) -> bool:
    """Whether a pair is an example."""
    if a.key in chain and b.key in chain:
        return bool(chain[a.key] and chain[b.key]) or not _repeated(a, b)
    apart = share(a.around, b.around) < APART and share(a.company, b.company) < APART
    return apart and crc32("".join((*a.key, *b.key)).encode()) % SOME == 0


def _repeated(a: Telling, b: Telling) -> bool:
    """Whether two sentences repeat each other, so that whatever they tell is the same."""
    return share(a.around, b.around) > REPEATED


def main(gold: Path, records: Path) -> None:
    """Write the weights."""
    with records.open(encoding="utf-8") as lines:
        documents = sorted((from_record(json.loads(line)) for line in lines), key=lambda d: d.article.id)
    actor_of = {member: actor.id for actor in join_actors(documents) for member in actor.members}
    chain = chains(articles(gold), {d.article.id: d for d in documents})
    pages = {d.article.id: page(d) for d in documents}
    told = {d.article.id: list(tellings(d, pages[d.article.id], actor_of)) for d in documents}
    rows, same, weights = examples(pairs(near(pages.values()), told), chain, judgements())
    save(fit(rows, same, weights, Course()), NAMES, WEIGHTS)
    print(f"{len(same)} pairs, {int(same.sum())} of them one event")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
