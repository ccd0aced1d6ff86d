"""One English pipeline from its trained parts: trees, lemmas, names."""

import gzip
import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotate.lemmas import Lemmatizer, learn
from dateline.errors import ModelError

TABLES = ("lemma_exc", "lemma_index", "lemma_rules")


def lemma_tables() -> dict[str, dict[str, Any]]:
    """The lemma tables of the package spacy-lookups-data (MIT; needed for training only)."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the lemma tables are missing: pip install spacy-lookups-data")
    folder = Path(next(iter(spec.submodule_search_locations))) / "data"
    return {name: json.loads(gzip.decompress((folder / f"en_{name}.json.gz").read_bytes())) for name in TABLES}


def assemble(trees: Path, names: Path, gold: Iterable[Doc]) -> Language:
    """Tagger, morphologizer, parser, lemmas (with what gold trees teach) and names, which keep an encoder of their own."""
    nlp = spacy.load(trees)
    found = spacy.load(names)
    found.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    lemmas = nlp.add_pipe("dateline_lemmas")
    assert isinstance(lemmas, Lemmatizer)
    lemmas.fill(learn(gold), lemma_tables())
    nlp.add_pipe("ner", source=found)
    for section in ("training", "corpora", "initialize", "paths"):
        nlp.config[section] = {}
    return nlp
