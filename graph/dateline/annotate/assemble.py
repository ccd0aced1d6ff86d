"""One English pipeline from what was trained: reader and lemmas over spaCy's tokenizer."""

import gzip
import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotate.lemmas import Lemmatizer, learn
from dateline.annotate.network import Network
from dateline.annotate.reader import Reader
from dateline.annotate.scheme import Scheme
from dateline.annotate.tokenizer import adapt
from dateline.errors import ModelError

TABLES = ("lemma_exc", "lemma_index", "lemma_rules")


def lemma_tables() -> dict[str, dict[str, Any]]:
    """The lemma tables of the package spacy-lookups-data (MIT; needed for training only)."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the lemma tables are missing: pip install spacy-lookups-data")
    folder = Path(next(iter(spec.submodule_search_locations))) / "data"
    return {name: json.loads(gzip.decompress((folder / f"en_{name}.json.gz").read_bytes())) for name in TABLES}


def assemble(network: Network, scheme: Scheme, pieces: Sequence[str], gold: Iterable[Doc]) -> Language:
    """A pipeline that reads with a trained network and has the lemmas that gold trees teach."""
    nlp = spacy.blank("en")
    adapt(nlp)
    reader = nlp.add_pipe("dateline_reader")
    lemmas = nlp.add_pipe("dateline_lemmas")
    assert isinstance(reader, Reader)
    assert isinstance(lemmas, Lemmatizer)
    reader.give(network, scheme, pieces)
    lemmas.fill(learn(gold), lemma_tables())
    return nlp
