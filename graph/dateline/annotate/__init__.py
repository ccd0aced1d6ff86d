"""Sentences, tokens, Universal Dependencies and names for an article's text. spaCy's one home.

`annotate` is the stage. Importing this package is light; the language pipeline is loaded when the first article is parsed.
The bundled English pipeline is described in `MODEL.md`, and trained by `dateline.annotate.train`.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.annotate.casing import recaser
from dateline.annotate.names import believable, name, people, proper
from dateline.annotate.pieces import ANALYSED, Piece, blocks, pieces
from dateline.model import Article, Document, Name, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["annotate"]


def annotate(articles: Iterable[Article], *, model: str | None = None, batch_size: int = 10_000) -> Iterator[Document]:
    """Each article with its sentences, tokens, trees and names.

    `model` is the path or the name of another spaCy pipeline with Universal Dependencies labels; `batch_size` is the number of
    characters parsed together. Raises `ModelError` where the pipeline is missing. Only what was parsed has tokens: a byline or
    a repeated headline becomes one skipped sentence that says why.
    """
    from dateline.annotate.border import parse
    from dateline.annotate.pipeline import load

    nlp = load(model)
    for article in articles:
        recase = recaser(article)
        found = (piece for block in blocks(article) if block.kind in ANALYSED for piece in pieces(article, block, recase))
        page = _Page(article)
        for piece, doc in parse(nlp, found, batch_size):
            page.add(piece, doc)
        yield page.document()


class _Page:
    """A document while it is filled, block by block."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.waiting = deque(block for block in blocks(article) if block.kind not in ANALYSED)

    def add(self, piece: Piece, doc: "Doc") -> None:
        """Take over what was found in one piece, behind the blocks before it that were not parsed."""
        from dateline.annotate import border

        self.skip(piece.block.start)
        base = first = len(self.tokens)
        words = border.tokens(doc, piece, self.article.text, base)
        for size in border.sentences(doc):
            own = border.rooted(words[first - base : first - base + size], first)
            self.tokens += own
            self.sentences.append(
                Sentence(start=own[0].start, end=own[-1].end, first=first, stop=first + size, block=piece.block.kind)
            )
            first += size
        found = (name(self.tokens, base + a, base + b, label) for a, b, label in border.names(doc))
        self.names += [n for n in found if n]

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

    def document(self) -> Document:
        """All that was found."""
        self.skip(len(self.article.text) + 1)
        names = believable(self.names, self.tokens, {s.first for s in self.sentences})
        names = people(names, self.tokens)
        return Document(
            article=self.article,
            published=self.article.published,
            tokens=tuple(proper(self.tokens, names)),
            sentences=tuple(self.sentences),
            names=tuple(names),
        )
