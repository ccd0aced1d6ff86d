"""An article's text as small pieces: runs of letters, runs of digits, single marks.

Time expressions cut across the tokens of any parser ("47-day", "1990s", "10:30p.m."), so the rules read the text itself, and
take from the tokens only the part of speech and the place in the tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Block, Document, Span, Token

_PIECE = re.compile(r"\d+|[^\W\d_]+|['’]s\b|[^\w\s]|_")
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"})
_SILENT = ("boilerplate", "repeat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Span):
    """A run of letters or digits, a possessive ending, or a mark, with the token it lies in."""

    lower: str  # in lower case, dashes and apostrophes made alike
    title: bool = False  # begins with a capital
    tag: str = ""  # Penn Treebank tag of its token
    token: int | None = None


def stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The parts of the text that are read for times: all blocks but boilerplate and repeated headlines."""
    blocks: tuple[Block, ...] = document.article.blocks
    if not blocks:
        yield 0, len(document.text)
    for block in blocks:
        if block.kind not in _SILENT:
            yield block.start, block.end


def scan(document: Document, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of text, in order."""
    text, tokens = document.text, document.tokens
    found = []
    at = _first_token(tokens, start)
    for match in _PIECE.finditer(text, start, end):
        first, last = match.span()
        while at < len(tokens) and tokens[at].end <= first:
            at += 1
        inside = at < len(tokens) and tokens[at].start <= first
        word = match.group()
        found.append(
            Piece(
                start=first,
                end=last,
                lower=word.lower().translate(_SAME),
                title=word[0].isupper(),
                tag=tokens[at].xpos if inside else "",
                token=at if inside else None,
            )
        )
    return found


def split(words: str) -> tuple[str, ...]:
    """The pieces of an entry of the word list: "sept." is "sept" and "."."""
    return tuple(m.group().lower().translate(_SAME) for m in _PIECE.finditer(words))


def _first_token(tokens: tuple[Token, ...], offset: int) -> int:
    """The first token that ends after an offset."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if tokens[middle].end <= offset else (low, middle)
    return low
