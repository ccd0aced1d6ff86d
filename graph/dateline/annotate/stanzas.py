"""The border to Stanza: clean text goes out to be parsed, tokens, sentences and names of our own come back.

Stanza's labels are Universal Dependencies. Its models are fetched by the user: the program itself never goes on-line.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from dateline import rows
from dateline.annotate.border import batches
from dateline.annotate.labels import known
from dateline.annotate.parsers import Convert, Found, Parser
from dateline.annotate.pieces import Piece
from dateline.annotate.trees import rooted
from dateline.errors import ModelError
from dateline.model import Token
from dateline.rows import Row, Written

PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"


def load(language: str) -> Any:
    """Stanza's pipeline for a language. Raises `ModelError` where Stanza or its models are missing."""
    try:
        import stanza
    except ImportError:
        raise ModelError("Stanza is not installed: pip install stanza") from None
    fetch = f'python -c "import stanza; stanza.download({language!r})"'
    try:
        return stanza.Pipeline(language, processors=PROCESSORS, download_method=None, logging_level="ERROR")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"Stanza has no models for {language!r} here: {fetch}") from error


def parser(nlp: Any) -> Parser:
    """A pipeline of Stanza's as a parser."""

    def run(pieces: Iterable[Piece], size: int) -> Iterator[tuple[Piece, Convert]]:
        for batch in batches(pieces, size):
            documents = nlp.bulk_process([piece.text for piece in batch])
            for piece, document in zip(batch, documents, strict=True):
                yield piece, partial(found, document, piece)

    return run


def found(document: Any, piece: Piece, text: str, base: int) -> Found:
    """What Stanza made of a piece; `text` is the article's, `base` the number of tokens before."""
    made: list[tuple[Token, ...]] = []
    first = base
    for sentence in document.sentences:
        words = [_written(token, piece) for token in sentence.tokens]
        tokens, _ = rows.tokens(words, text, first)
        made.append(tuple(rooted(tokens, first)))
        first += len(tokens)
    flat = [token for sentence in made for token in sentence]
    return Found(sentences=tuple(made), names=tuple(_names(document, piece, flat, base)))


def _written(token: Any, piece: Piece) -> Written:
    """A token with its words, of which there are more than one in "don't"."""
    own = tuple(_row(word) for word in token.words)
    return Written(start=piece.start(token.start_char), end=piece.end(token.end_char), rows=own)


def _row(word: Any) -> Row:
    pairs = (pair.partition("=") for pair in (word.feats or "").split("|") if "=" in pair)
    return Row(
        id=word.id,
        form=word.text,
        lemma=word.lemma or word.text.lower(),
        upos=word.upos or "X",
        xpos=word.xpos or "",
        feats={key: value for key, _, value in pairs},
        head=word.head,
        deprel=word.deprel,
    )


def _names(document: Any, piece: Piece, tokens: list[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """The names as (first token, token behind the last, label)."""
    for span in document.ents:
        label = known(span.type)
        start, end = piece.start(span.start_char), piece.end(span.end_char)
        inside = [base + i for i, token in enumerate(tokens) if token.start < end and token.end > start]
        if label and inside:
            yield inside[0], inside[-1] + 1, label
