"""How good a pipeline is, measured on the held-out parts of the training data.

    python -m dateline.annotate.evaluate DATA [--model PATH]

Raw text goes in, so tokens, sentences and everything on them count. Attachment leaves punctuation out. Prints JSON.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from dateline.annotate.corpus import Part, find, read_names, read_trees
from dateline.annotate.pipeline import load

TESTS: dict[Part, tuple[str, ...]] = {"trees": ("ewt-test", "gum-news-devtest"), "names": ("gmb-test", "gum-news-devtest")}
TREE_SCORES = {
    "upos": "pos_acc",
    "xpos": "tag_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentences": "sents_f",
}
LABELS = ("PERSON", "ORG", "LOC", "NORP")


def examples(nlp: Language, gold: list[Doc]) -> list[Example]:
    """Gold documents beside what the pipeline makes of their raw text."""
    found = nlp.pipe(doc.text for doc in gold)
    return [Example(keep_labels(predicted), reference) for predicted, reference in zip(found, gold, strict=True)]


def keep_labels(doc: Doc) -> Doc:
    """Drop names of labels that are not measured: a pipeline may know more than the data."""
    doc.set_ents([e for e in doc.ents if e.label_ in LABELS])
    return doc


def tree_scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Accuracy of tags, lemmas and trees and F1 of sentences, in percent."""
    pairs = examples(nlp, gold)
    scores = Scorer.score_spans(pairs, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"))
    scores |= Scorer.score_deps(pairs, "dep", getter=lambda token, _: token.dep_.lower(), ignore_labels=("punct",))
    for attribute in ("pos", "tag", "lemma"):
        scores |= Scorer.score_token_attr(pairs, attribute)
    return {name: percent(scores[key]) for name, key in TREE_SCORES.items()}


def name_scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """F1 of names that match in extent and label, in percent: over all, and by label."""
    scores: dict[str, Any] = Scorer.score_spans(examples(nlp, gold), "ents", getter=lambda doc, _: doc.ents)
    by_label = scores["ents_per_type"] or {}
    return {"all": percent(scores["ents_f"])} | {label: percent(by_label[label]["f"]) for label in LABELS if label in by_label}


def percent(share: float) -> float:
    return round(100 * share, 1)


def speed(nlp: Language, gold: list[Doc]) -> int:
    """Words per second of CPU time, spaces aside."""
    texts = [doc.text for doc in gold]
    begin = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return round(words / (time.process_time() - begin))


def evaluate(nlp: Language, data: Path) -> dict[str, Any]:
    """All scores, by kind and test set."""
    vocab = nlp.vocab  # its strings name the gold labels, too
    trees = {name: list(read_trees(find(data, "trees", name), vocab)) for name in TESTS["trees"]}
    names = {name: list(read_names(find(data, "names", name), vocab, drop=("DATE",))) for name in TESTS["names"]}
    return {
        "trees": {name: tree_scores(nlp, gold) for name, gold in trees.items()},
        "names": {name: name_scores(nlp, gold) for name, gold in names.items()},
        "words_per_cpu_second": speed(nlp, trees["gum-news-devtest"]),
    }


def main() -> None:
    """Print a pipeline's scores as JSON."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default=None, help="a pipeline's folder or file; the bundled one where left out")
    options = parser.parse_args()
    print(json.dumps(evaluate(load(options.model), options.data), indent=1))


if __name__ == "__main__":
    main()
