"""How well a network in training does on texts it does not learn from, their words and sentences given."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from dateline.annotate.scheme import Scheme, spans
from dateline.annotate.training.batches import IGNORED, Lesson, Packer, in_batches
from dateline.annotate.training.loop import arcs
from dateline.annotate.training.torch_network import Network

TOGETHER = 3_000  # words


@torch.no_grad()
def measure(network: Network, packer: Packer, lessons: Sequence[Lesson]) -> dict[str, float]:
    """Percent of right word classes and heads (punctuation aside), or F1 of names, whichever the lessons know."""
    network.eval()
    counts: Counter[str] = Counter()
    for some in in_batches(lessons, random.Random(0), TOGETHER):
        batch = packer.pack(some)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = network(batch.pieces, batch.traits, batch.inside, batch.firsts)
            scores = network.labels(words)
            if "heads" in batch.gold:
                counts.update(_trees(network, packer, words, scores, batch.gold))
        if "name" in batch.gold:
            counts.update(hits(packer.scheme, some, scores["name"]))
    if counts["words"]:
        return {kind: round(100 * counts[kind] / counts["words"], 2) for kind in ("morph", "uas", "las")}
    return {"names": f_score(counts)}


def _trees(network: Network, packer: Packer, words: Tensor, scores: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, int]:
    heads = arcs(network, words, gold["sentences"]).argmax(-1)
    relations = network.relations(words, heads).argmax(-1)
    asked = (gold["heads"] != IGNORED) & (gold["relation"] != packer.numbers["relation"].get("punct", IGNORED))
    right = (heads == gold["heads"]) & asked
    return {
        "words": int(asked.sum()),
        "morph": int(((scores["morph"].argmax(-1) == gold["morph"]) & asked).sum()),
        "uas": int(right.sum()),
        "las": int((right & (relations == gold["relation"])).sum()),
    }


def hits(scheme: Scheme, lessons: Sequence[Lesson], scores: Tensor) -> dict[str, int]:
    """How many names were found, wanted, and both."""
    counts: Counter[str] = Counter()
    for lesson, rows in zip(lessons, scores.float().numpy(), strict=True):
        found = set(spans(scheme.best_names(rows[: len(lesson.words)], [False] * len(lesson.words))))
        wanted = set(spans(lesson.names))
        counts.update(hit=len(found & wanted), found=len(found), wanted=len(wanted))
    return dict(counts)


def f_score(counts: Mapping[str, int]) -> float:
    return round(200 * counts["hit"] / max(1, counts["wanted"] + counts["found"]), 2)
