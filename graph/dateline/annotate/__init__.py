"""Sentences, tokens, Universal Dependencies and names for an article's text. spaCy's one home.

`annotate` is the stage. Importing this package is light; the language pipeline is loaded when the first article is parsed.
The bundled English pipeline is described in `MODEL.md`, and trained by `dateline.annotate.train`.

    parsers  who parses, by name        border    spaCy          stanzas  Stanza
    given    articles that come parsed  clearnlp  the relations of en_core_web_*, turned into Universal Dependencies
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate.casing import recaser
from dateline.annotate.fronted import with_own_clause
from dateline.annotate.names import before_people, believable, name, owned, people, proper, spelled_out
from dateline.annotate.namesakes import namesakes
from dateline.annotate.overlooked import overlooked
from dateline.annotate.pieces import ANALYSED, blocks, pieces
from dateline.model import Article, Block, Document, Name, Sentence, Token

if TYPE_CHECKING:
    from dateline.annotate.parsers import Found

__all__ = ["annotate"]


def annotate(articles: Iterable[Article], *, model: str | None = None, batch_size: int = 10_000) -> Iterator[Document]:
    """Each article with its sentences, tokens, trees and names.

    `model` names another parser: a spaCy pipeline by path or name, whose labels are Universal Dependencies or ClearNLP's, or
    "stanza:LANGUAGE"; `batch_size` is the number of characters parsed together. An article that comes parsed keeps its trees;
    the parser only fills in what it leaves open, such as names. Raises `ModelError` where the parser is missing. Only what was
    parsed has tokens: a byline or a repeated headline becomes one skipped sentence that says why.
    """

    def parse(article: Article) -> Document:
        return _parsed(article, model, batch_size)

    for article in articles:
        yield _taken(article, parse) if article.given else parse(article)


def _parsed(article: Article, model: str | None, batch_size: int) -> Document:
    """An article as the parser sees it."""
    from dateline.annotate.parsers import load

    parser = load(model)
    recase = recaser(article)
    found = (piece for block in blocks(article) if block.kind in ANALYSED for piece in pieces(article, block, recase))
    page = _Page(article)
    for piece, convert in parser(found, batch_size):
        page.add(piece.block, convert(article.text, len(page.tokens)))
    page.tokens = with_own_clause(page.tokens, page.sentences)
    firsts = {s.first for s in page.sentences}
    names = believable(page.names, page.tokens, firsts)
    names = overlooked(spelled_out(owned(names, page.tokens), page.tokens), page.tokens)
    names = before_people(people(namesakes(names, page.tokens), page.tokens), page.tokens, firsts)
    return page.document(proper(page.tokens, names), names)


def _taken(article: Article, parse: Callable[[Article], Document]) -> Document:
    """An article that came parsed."""
    from dateline.annotate import given

    source = given.filled(article, parse)
    page = _Page(replace(article, given=None))
    for block in blocks(article):
        if block.kind in ANALYSED:
            page.add(block, given.within(source, block, len(page.tokens)))
    return page.document(page.tokens, page.names)


class _Page:
    """A document while it is filled, block by block."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.waiting = deque(block for block in blocks(article) if block.kind not in ANALYSED)

    def add(self, block: Block, found: "Found") -> None:
        """Take over what was found in a piece of a block, behind the blocks before it that were not parsed."""
        self.skip(block.start)
        for own in found.sentences:
            first = len(self.tokens)
            self.tokens += own
            self.sentences.append(
                Sentence(start=own[0].start, end=own[-1].end, first=first, stop=first + len(own), block=block.kind)
            )
        names = (name(self.tokens, first, stop, label) for first, stop, label in found.names)
        self.names += [n for n in names if n]

    def skip(self, before: int) -> None:
        """Enter the blocks that were not parsed and begin before an offset, each as one sentence without tokens."""
        here = len(self.tokens)
        while self.waiting and self.waiting[0].start < before:
            block = self.waiting.popleft()
            self.sentences.append(
                Sentence(
                    start=block.start,
                    end=block.end,
                    first=here,
                    stop=here,
                    block=block.kind,
                    outcome="skipped",
                    why=block.why or block.kind,
                )
            )

    def document(self, tokens: Iterable[Token], names: Iterable[Name]) -> Document:
        """All that was found."""
        self.skip(len(self.article.text) + 1)
        return Document(
            article=self.article,
            published=self.article.published,
            tokens=tuple(tokens),
            sentences=tuple(self.sentences),
            names=tuple(names),
        )
