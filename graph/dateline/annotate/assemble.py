"""One English pipeline from its trained parts: trees, a lemmatizer, names."""

import gzip
import json
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.lookups import Lookups

from dateline.errors import ModelError

TABLES = ("lemma_exc", "lemma_index", "lemma_rules")


def lemma_tables() -> Lookups:
    """The lemma tables of the package spacy-lookups-data (MIT; needed for training only)."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the lemma tables are missing: pip install spacy-lookups-data")
    lookups = Lookups()
    for name in TABLES:
        path = Path(next(iter(spec.submodule_search_locations))) / "data" / f"en_{name}.json.gz"
        lookups.add_table(name, json.loads(gzip.decompress(path.read_bytes())))
    return lookups


def assemble(trees: Path, names: Path) -> Language:
    """Tagger, morphologizer, lemmatizer, parser and names in one pipeline; names keep the encoder they were trained with."""
    nlp = spacy.load(trees)
    found = spacy.load(names)
    found.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize(lookups=lemma_tables())  # type: ignore[attr-defined]
    nlp.add_pipe("ner", source=found)
    for section in ("training", "corpora", "initialize", "paths"):
        nlp.config[section] = {}
    return nlp
