"""What is known of the bundled pipeline, for its own `meta` and for the model card."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

TITLES = {
    "ewt-test": "UD English EWT, test (web)",
    "gum-news-devtest": "GUM, news, dev and test",
    "gmb-test": "GMB, test (newswire)",
}


def describe(scores: Mapping[str, Any], *, sets: Sequence[str], seed: int) -> dict[str, Any]:
    """The entries of a pipeline's `meta` that say what it is, how it came about and how good it is."""
    return {
        "name": "dateline",
        "version": "0.1.0",
        "description": "English news: tags, morphology, lemmas, Universal Dependencies, names",
        "license": "CC BY-SA 4.0",
        "sources": [{"name": name} for name in sets],
        "performance": dict(scores),
        "training": {"seed": seed, "spacy": version("spacy"), "thinc": version("thinc"), "numpy": version("numpy")},
    }


def tables(performance: Mapping[str, Any]) -> str:
    """The scores as the tables of the model card."""
    parts = [table(performance[kind]) for kind in ("trees", "names")]
    return "\n\n".join(parts) + f"\n\nWords per second of CPU time: about {performance['words_per_cpu_second']:,}."


def table(scores: Mapping[str, Mapping[str, float]]) -> str:
    """One row for each test set, one column for each score."""
    columns = list(next(iter(scores.values())))
    rows = [["Test set", *columns], ["---"] * (len(columns) + 1)]
    rows += [[TITLES.get(name, name), *(f"{row[c]:.1f}" if c in row else "" for c in columns)] for name, row in scores.items()]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
