"""Sentences, tokens, Universal Dependencies and names for an article's text. spaCy's one home."""

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.model import Article, Block, Document, Name, Sentence, Token

ANALYSED = ("headline", "subheading", "paragraph")


def annotate(articles: Iterable[Article], *, model: str | None = None) -> Iterator[Document]:
    """Parse each article, block by block."""
    from dateline.annotate.pipeline import load

    nlp = load(model)
    for article in articles:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        blocks = article.blocks or (Block(start=0, end=len(article.text), kind="paragraph"),)
        for block in blocks:
            if block.kind not in ANALYSED:
                sentences.append(
                    Sentence(
                        start=block.start,
                        end=block.end,
                        first=len(tokens),
                        stop=len(tokens),
                        block=block.kind,
                        outcome="skipped",
                        why=block.why or block.kind,
                    )
                )
                continue
            _add(nlp(article.text[block.start : block.end]), block, tokens, sentences, names)
        yield Document(
            article=article,
            published=article.published,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            names=tuple(names),
        )


def _add(doc: Any, block: Block, tokens: list[Token], sentences: list[Sentence], names: list[Name]) -> None:
    words = [t for t in doc if not t.is_space]
    place = {t.i: len(tokens) + k for k, t in enumerate(words)}
    for t in words:
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        own = place[t.i]
        tokens.append(
            Token(
                start=block.start + t.idx,
                end=block.start + t.idx + len(t),
                text=t.text,
                lemma=t.lemma_,
                upos=t.pos_,
                xpos=t.tag_,
                head=place.get(head.i, own),
                deprel="root" if t.dep_ == "ROOT" else t.dep_,
                feats=t.morph.to_dict(),
            )
        )
    for s in doc.sents:
        inside = [place[t.i] for t in s if t.i in place]
        if inside:
            sentences.append(
                Sentence(
                    start=tokens[inside[0]].start,
                    end=tokens[inside[-1]].end,
                    first=inside[0],
                    stop=inside[-1] + 1,
                    block=block.kind,
                )
            )
    for e in doc.ents:
        inside = [place[t.i] for t in e if t.i in place]
        if inside and e.label_ != "DATE":
            names.append(
                Name(
                    start=tokens[inside[0]].start,
                    end=tokens[inside[-1]].end,
                    first=inside[0],
                    stop=inside[-1] + 1,
                    label=e.label_,
                )
            )
