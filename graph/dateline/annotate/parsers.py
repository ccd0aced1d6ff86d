"""Who parses: the bundled pipeline, another one of spaCy's, or Stanza. What they find comes back in one form."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.annotate.pieces import Piece
from dateline.model import Token

STANZA = "stanza"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a stretch of text: sentences with one tree each, and names. Positions count within the document."""

    sentences: tuple[tuple[Token, ...], ...]
    names: tuple[tuple[int, int, str], ...]  # first token, token behind the last, label


# from the article's text and the number of tokens before the piece
Convert = Callable[[str, int], Found]
# pieces, of which those of together so many characters are parsed at once
Parser = Callable[[Iterable[Piece], int], Iterator[tuple[Piece, Convert]]]


@cache
def load(model: str | None = None) -> Parser:
    """The parser of a name, read once: "stanza" or "stanza:LANGUAGE", or what `pipeline.load` knows. None is the bundled one.

    Raises `ModelError` where it is missing or cannot parse.
    """
    maker, _, language = (model or "").partition(":")
    if maker == STANZA:
        from dateline.annotate import stanzas

        return stanzas.parser(stanzas.load(language or "en"))
    from dateline.annotate import border, pipeline

    return border.parser(pipeline.load(model))
