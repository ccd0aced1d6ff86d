"""What of an article is given to the parser, piece by piece, and the way back from each character to the article.

A piece is a block, or a part of a monster block. Its text is clean for a parser: white space is one space, and so is a tag that
was left in a text; invisible characters are gone, a headline has the case of a sentence. Every character knows where in the
article it stands, so that tokens, which are cut from the clean text, get offsets into the text as read.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.model import Article, Block

ANALYSED = frozenset({"headline", "subheading", "paragraph"})
LONGEST = 10_000  # characters of a piece, some 2,000 words: bounds memory
TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
BREAK = re.compile(r"\n|(?<=[.!?])[\"'”’)\]]{0,3} ")  # places where a monster block may be cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Clean text for the parser; `places[i]` is the offset in the article of its i-th character."""

    block: Block
    text: str
    places: tuple[int, ...]

    def start(self, first: int) -> int:
        """The offset in the article of a character that begins something."""
        return self.places[first]

    def end(self, stop: int) -> int:
        """The offset in the article behind a stretch that ends before a character."""
        return self.places[stop - 1] + 1


def blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article; a text that nobody has divided is one paragraph."""
    return article.blocks or (Block(start=0, end=len(article.text), kind="paragraph"),)


def pieces(article: Article, block: Block, recase: Callable[[str], str]) -> Iterator[Piece]:
    """The pieces of one block in order; none where it holds only white space. `recase` must keep the length of a text."""
    text = article.text
    start = block.start
    while start < block.end:
        end = cut(text, start, block.end)
        clean, places = cleaned(text, start, end)
        if clean:
            cased = recase(clean) if block.kind != "paragraph" else clean
            yield Piece(block=block, text=cased if len(cased) == len(clean) else clean, places=places)
        start = end


def cut(text: str, start: int, end: int) -> int:
    """Where a piece that begins at `start` ends: at `end`, or at the last sentence-like place within the longest length."""
    if end - start <= LONGEST:
        return end
    window = text[start : start + LONGEST]
    last = max((m.end() for m in BREAK.finditer(window, LONGEST // 2)), default=0)
    return start + (last or window.rfind(" ") + 1 or LONGEST)


def cleaned(text: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """A stretch of text with white space and tags as single spaces and without invisible characters, and where each character
    stood."""
    letters: list[str] = []
    places: list[int] = []
    tagged = {offset for tag in TAG.finditer(text, start, end) for offset in range(tag.start(), tag.end())}
    for offset in range(start, end):
        letter = text[offset]
        if letter.isspace() or offset in tagged:
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        elif not letter.isascii() and unicodedata.category(letter) in ("Cf", "Cs"):
            continue  # zero-width and directional marks, soft hyphens, lone surrogates
        elif letter < " " or letter == "\x7f":
            continue
        letters.append(letter)
        places.append(offset)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), tuple(places)
