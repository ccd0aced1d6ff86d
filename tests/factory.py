"""Inputs for tests, made by hand: no model is loaded."""

from datetime import date
from typing import Any

from dateline.model import Actor, Article, Document, Mention, Published, Sentence, Token

KILLING = """
    1 Rebels rebel NOUN NNS _ 2 nsubj
    2 killed kill VERB VBD _ 0 root
    3 soldiers soldier NOUN NNS _ 2 obj
    4 . . PUNCT . _ 2 punct
"""  # a tree of no parser, so that nothing tells how sure it is


def published(day: str | None) -> Published:
    """A publication date as a user would give it."""
    if day is None:
        return Published()
    parsed = date.fromisoformat(day)
    return Published(edtf=day, earliest=parsed, latest=parsed, basis="given", why="given")


def article(text: str, *, day: str | None = None, **known: Any) -> Article:
    """An article with a text and what is known of it."""
    known = {"id": "test", "source": "test.txt", "published": published(day), **known}
    return Article(text=text, **known)


def document(conllu: str, *, day: str | None = None, title: str | None = None, **layers: Any) -> Document:
    """A document from hand-written CoNLL-U; sentences are separated by an empty line, fields by tabs or any white space.

    Columns: ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL (DEPS MISC may be left out). `SpaceAfter=No` in the last column joins a
    word to the next one. The text is made from the words; sentences are joined by a space.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for block in conllu.strip().split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        first = len(tokens)
        begin = len(text)
        for row in rows:
            start = len(text)
            text += row[1]
            governor = int(row[6])
            position = first + int(row[0]) - 1
            feats = {} if row[5] == "_" else dict(pair.split("=", 1) for pair in row[5].split("|"))
            tokens.append(
                Token(
                    start=start,
                    end=len(text),
                    text=row[1],
                    lemma=row[2],
                    upos=row[3],
                    xpos=row[4],
                    feats=feats,
                    head=position if governor == 0 else first + governor - 1,
                    deprel="root" if governor == 0 else row[7],
                )
            )
            if "SpaceAfter=No" not in row[-1]:
                text += " "
        sentences.append(Sentence(start=begin, end=tokens[-1].end, first=first, stop=len(tokens)))
        if not text.endswith(" "):
            text += " "
    made = article(text.rstrip(), day=day, title=title)
    return Document(article=made, published=made.published, tokens=tuple(tokens), sentences=tuple(sentences), **layers)


def told(id: str, *names: str, kind: str = "person") -> Document:
    """An article that names people, or others of a kind, and nothing else."""
    text = " and ".join(names) + "."
    actors = []
    for n, name in enumerate(names, 1):
        start = text.index(name)
        mention = Mention(start=start, end=start + len(name), kind="name")
        actors.append(Actor(id=f"a{n}", name=name, type=kind, mentions=(mention,)))
    return Document(article=article(text, id=id), actors=tuple(actors))
