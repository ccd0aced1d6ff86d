"""Fit what kinds of events words may tell: `python -m dateline.sure.training.kinds ECBPLUS.jsonl.gz GMB.bio.xz`.

The lexicons type the predicates of some hundred thousand words of news; a word counts the more, the fewer meanings WordNet knows
of it and the more of its use lies near that type. A linear classifier (softmax, L2, Adam) then tells the type from the network's
vector of the word in its context. Of each word and type only some uses are taken, so that no few words stand for a type. What it
learns are the neighbourhoods of meanings: a word that was left out is typed as the lexicon would in 46 of 100 uses (of 50 types).
The same input and versions give the same file.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np

from dateline.annotate import bundle
from dateline.annotate.border import prepare
from dateline.annotate.casing import recaser
from dateline.annotate.kinds import FILE, mark
from dateline.annotate.pieces import ANALYSED, blocks, pieces
from dateline.annotate.pipeline import load
from dateline.annotate.reader import Reader
from dateline.annotate.scheme import VECTORS
from dateline.extract import extract
from dateline.model import Article
from dateline.sure.lexicon import senses
from dateline.sure.told import looks
from dateline.sure.training.texts import bank, ecb
from dateline.tree import Tree

TEXTS, SEED = 4_200, 7  # of the Bank, each of four sentences, and which
USES = 40  # of a word in a type
PASSES, BATCH, RATE, DECAY = 12, 512, 0.003, 2e-3
UNKNOWN = (3, 0.5)  # meanings and share of words that WordNet does not have


class Use(NamedTuple):
    """A word that tells an event of a type."""

    vector: Any
    type: str
    weight: float


def uses(articles: Iterable[Article]) -> Iterator[Use]:
    """The typed events of some articles."""
    nlp = load()
    reader = nlp.get_pipe("dateline_reader")
    assert isinstance(reader, Reader)
    met: Counter[tuple[str, str]] = Counter()
    for document in extract(articles):
        looked = [look for look in looks(document, Tree(document)) if look.event.type]
        reader.keeps_vectors = True
        at = dict(_vectors(nlp, document.article)) if looked else {}
        reader.keeps_vectors = False
        for look in looked:
            kind, lemma = look.event.type or "", look.event.lemma.lower()
            met[lemma, kind] += 1
            if look.event.start in at and met[lemma, kind] <= USES:
                count, share = senses().get((lemma, look.part, kind), UNKNOWN)
                yield Use(at[look.event.start], kind, share / count**0.5)


def _vectors(nlp: Any, article: Article) -> Iterator[tuple[int, Any]]:
    """Where each word of an article begins, and its vector."""
    recase = recaser(article)
    for block in blocks(article):
        for piece in pieces(article, block, recase) if block.kind in ANALYSED else ():
            doc = nlp(prepare(nlp, piece.text))
            yield from ((piece.start(doc[i].idx), vector) for i, vector in doc.user_data.get(VECTORS, {}).items())


def fit(found: list[Use]) -> dict[str, Any]:
    """The classifier, the scale of the vectors folded in."""
    names = sorted({use.type for use in found})
    count = Counter(use.type for use in found)
    rows = np.array([use.vector for use in found], "float32")
    mean, spread = rows.mean(0), rows.std(0) + np.float32(1e-3)
    rows = (rows - mean) / spread
    wanted = np.array([names.index(use.type) for use in found])
    weights = np.array([use.weight * count[use.type] ** -0.5 for use in found], "float32")
    matrix, bias = _descend(rows, wanted, weights / weights.mean(), len(names))
    matrix = (matrix / spread[:, None]).astype("float16")
    bias = (bias - mean @ matrix.astype("float32")).astype("float32")
    return {"names": np.array(names), "weights": matrix, "bias": bias}


def _descend(rows: Any, wanted: Any, weights: Any, types: int) -> tuple[Any, Any]:
    random = np.random.default_rng(0)
    values = [np.zeros((rows.shape[1], types), "float32"), np.zeros(types, "float32")]
    first, second = ([np.zeros_like(v) for v in values] for _ in range(2))
    step = 0
    for number in range(PASSES):
        order = random.permutation(len(rows))
        for chosen in (order[k : k + BATCH] for k in range(0, len(order), BATCH)):
            step += 1
            scores = rows[chosen] @ values[0] + values[1]
            error = np.exp(scores - scores.max(1, keepdims=True))
            error /= error.sum(1, keepdims=True)
            error[np.arange(len(chosen)), wanted[chosen]] -= 1
            error *= weights[chosen][:, None] / len(chosen)
            for n, slope in enumerate((rows[chosen].T @ error + DECAY * values[0], error.sum(0))):
                first[n] = 0.9 * first[n] + 0.1 * slope
                second[n] = 0.99 * second[n] + 0.01 * slope * slope
                moved = first[n] / (1 - 0.9**step) / (np.sqrt(second[n] / (1 - 0.99**step)) + 1e-8)
                values[n] = values[n] - RATE * (1 - number / PASSES) * moved
    return values[0], values[1]


def main(gold: Path, words: Path) -> None:
    """Write the classifier."""
    some = Random(SEED).sample(list(bank(words)), TEXTS)
    found = list(uses((*some, *ecb(gold))))
    reader = load().get_pipe("dateline_reader")
    assert isinstance(reader, Reader) and reader.network
    bundle.write({**fit(found), "network": np.array(mark(reader.network))}, FILE)
    print(f"{len(found)} uses")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
