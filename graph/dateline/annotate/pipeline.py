"""The language pipeline that parses: the bundled one, or one the user names."""

import logging
import re
import warnings
import zlib
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import spacy
from spacy.language import Language

from dateline.annotate import bundle, lemmas, reader  # noqa: F401  lemmas and reader register their components
from dateline.errors import ModelError

BUNDLED = Path(__file__).parent / "english.npz"
NEEDED = ("parser", "tagger")  # what no stage can do without; names and lemmas may be missing
ENDING = 200  # characters: no ending is as long but a run of dots
FOREIGN = frozenset({"sb", "oa", "mo"})  # of the scheme TIGER; ClearNLP's are turned into ours


@cache
def load(model: str | None = None) -> Language:
    """The pipeline of a name or path, read once: a bundle file, a spaCy folder, or an installed package. None is the bundled one.

    Raises `ModelError` where there is none or it cannot parse.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions that differ in their last digits
        nlp = _read(model)
    if not nlp.has_pipe("dateline_reader"):
        _check(nlp, model)
    _quiet()
    _shorten(nlp)
    _pair(nlp)
    return nlp


def _check(nlp: Language, model: str | None) -> None:
    missing = [part for part in NEEDED if not nlp.has_pipe(part)]
    if missing:
        raise ModelError(f"the language pipeline {model} has no {' and no '.join(missing)}")
    foreign = FOREIGN.intersection(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    if foreign:
        raise ModelError(f"the language pipeline {model} has relations that are not Universal Dependencies: {min(foreign)}")


def _read(model: str | None) -> Language:
    path = BUNDLED if model is None else Path(model)
    try:
        if path.is_file():
            return bundle.load(path)
        if model is None:
            raise ModelError(f"the bundled language pipeline {path} is missing: install dateline again")
        return spacy.load(path if path.is_dir() else model)
    except (OSError, ValueError, TypeError, KeyError, EOFError, ImportError, BadZipFile, zlib.error) as error:
        if model and spacy.util.is_package(model):
            raise ModelError(f"the language pipeline {model} cannot be loaded: {' '.join(str(error).split())[:200]}") from error
        where = f"if it is a spaCy pipeline's name: python -m spacy download {model}" if model else "install dateline again"
        raise ModelError(f"no language pipeline at {model or path}; {where}") from error


class _Ending:
    """A pattern that is looked for near the end of a string. spaCy asks it for its source when a pipeline is saved."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._found = pattern.search
        self.pattern = pattern.pattern

    def search(self, string: str) -> re.Match[str] | None:
        return self._found(string, max(0, len(string) - ENDING))


def _shorten(nlp: Language) -> None:
    """Let the tokenizer look for an ending at a string's end alone.

    It searches the whole string for each character that it cuts off: 5,000 closing brackets took ten seconds.
    """
    tokenizer: Any = nlp.tokenizer
    if own := getattr(tokenizer, "suffix_search", None):
        tokenizer.suffix_search = _Ending(own.__self__).search


def _pair(nlp: Language) -> None:
    """Let the tokenizer keep two grave accents together, an opening quotation mark in wire copy: it makes a word of each."""
    tokenizer: Any = nlp.tokenizer
    if own := getattr(tokenizer, "prefix_search", None):
        tokenizer.prefix_search = re.compile(f"^``|{own.__self__.pattern}").search


def _quiet() -> None:
    """spaCy warns through `warnings` and a logger about what an article may hold; a user can act on neither."""
    warnings.filterwarnings("ignore", message=r"\[W\d+\]", module="spacy")
    logging.getLogger("spacy").setLevel(logging.ERROR)
