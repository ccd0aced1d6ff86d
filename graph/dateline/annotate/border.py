"""The border to spaCy: clean text goes out to be parsed, tokens, sentences and names of our own come back.

Parsers of other makers may follow their own customs; what the rest of the program relies on is made sure here: no token of white
space, one root in each sentence, heads inside the sentence, Universal Dependencies labels.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from dateline.annotate import clearnlp
from dateline.annotate.labels import known
from dateline.annotate.parsers import Convert, Found, Parser
from dateline.annotate.pieces import Piece
from dateline.annotate.scheme import KINDS, LOOKS, PARTS, STATUSES, SURE
from dateline.annotate.trees import rooted
from dateline.model import Token

ENDS = frozenset(".!?…:;")
STOPS = frozenset(".!?")
CLOSERS = frozenset("\"'”’»)]}") | {"''", "’’"}
OPENERS = frozenset(("“", '"', "‘", "«", "``"))
BEGINNERS = frozenset(("He", "She", "They", "It", "We", "But", "The"))  # with a capital, and behind a stop
BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w+")  # "eBay", "iPhones"
PATIENCE = 120  # tokens without a sentence's end, after which the parser may put one anywhere


def parser(nlp: Language) -> Parser:
    """A pipeline as a parser whose trees have the relations of Universal Dependencies, whatever its own are."""
    labels = nlp.get_pipe("parser").labels if nlp.has_pipe("parser") else ()  # type: ignore[attr-defined]
    foreign = clearnlp.is_spoken(labels)

    def run(pieces: Iterable[Piece], size: int) -> Iterator[tuple[Piece, Convert]]:
        return ((piece, partial(_found, doc, piece, foreign)) for piece, doc in parse(nlp, pieces, size))

    return run


def _found(doc: Doc, piece: Piece, foreign: bool, text: str, base: int) -> Found:
    words = tokens(doc, piece, text, base)
    own = tuple((base + a, base + b, label) for a, b, label in names(doc))
    made: list[tuple[Token, ...]] = []
    first = base
    for size in sentences(doc):
        sentence = rooted(words[first - base : first - base + size], first)
        made.append(tuple(clearnlp.universal(sentence, first, own) if foreign else sentence))
        first += size
    return Found(sentences=tuple(made), names=own)


def parse(nlp: Language, pieces: Iterable[Piece], batch_size: int) -> Iterator[tuple[Piece, Doc]]:
    """Each piece with what the pipeline makes of it; pieces of together some `batch_size` characters are parsed at once."""
    for batch in batches(pieces, batch_size):
        docs = nlp.pipe((prepare(nlp, piece.text) for piece in batch), batch_size=len(batch))
        yield from zip(batch, docs, strict=True)


def batches(pieces: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """Pieces in batches of about equal length: the memory of a batch grows with its words, not with its pieces."""
    batch: list[Piece] = []
    length = 0
    for piece in pieces:
        batch.append(piece)
        length += len(piece.text)
        if length >= size:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def prepare(nlp: Language, text: str) -> Doc:
    """The tokens of a text, with the places marked where no sentence can begin, and where one must.

    News ends its sentences with punctuation: a parser that also learned from headings and chat would split a long
    sentence at a capital or a comma.
    """
    doc = nlp.make_doc(text)
    closed: Any = np.zeros(len(doc), "int64")
    since = 0
    ended = False  # whether the last word, what closes after it aside, was a stop
    for before, token in pairwise(doc):
        since += 1
        if before.text not in CLOSERS and not before.is_space:
            ended = before.text[-1] in ENDS
        if ended and _may_begin(before, token):
            since = 0
            closed[token.i] = int(_must_begin(before, token))
        elif since <= PATIENCE:
            closed[token.i] = -1
    if len(doc):
        doc.from_array(["SENT_START"], closed.astype("uint64")[:, None])  # one by one, spaCy looks at all words each time
    return doc


def _may_begin(before: SpacyToken, token: SpacyToken) -> bool:
    """Whether a sentence may begin with a token behind a stop: not with a small letter, unless a brand's, nor with what closes
    right after it."""
    if token.text[0].islower() and not (BRAND.fullmatch(token.text) and before.text in STOPS | CLOSERS):
        return False
    return not (token.text in CLOSERS and not before.whitespace_)


def _must_begin(before: SpacyToken, token: SpacyToken) -> bool:
    """Whether a sentence begins: behind a full stop that is no part of an abbreviation, or with a word like "He" behind one."""
    opens = token.text[0].isupper() or token.text in OPENERS or BRAND.fullmatch(token.text) is not None
    return bool(before.whitespace_) and ((before.text == "." and opens) or token.text in BEGINNERS)


def tokens(doc: Doc, piece: Piece, text: str, base: int) -> list[Token]:
    """The words of a parsed piece; `base` is the number of tokens before it in the document."""
    words = [t for t in doc if not t.is_space]
    place = {t.i: base + k for k, t in enumerate(words)}
    sure = doc.user_data[SURE].tolist() if SURE in doc.user_data else [1.0] * len(doc)
    kinds, statuses, parts, looks = (doc.user_data.get(name, {}) for name in (KINDS, STATUSES, PARTS, LOOKS))
    return [
        _token(
            t,
            piece,
            text,
            place,
            sure=round(sure[t.i], 3),
            kinds=kinds.get(t.i, {}),
            statuses=statuses.get(t.i, {}),
            parts={place[i]: likely for i, likely in parts.get(t.i, {}).items()},
            look=looks.get(t.i, b""),
        )
        for t in words
    ]


def _token(word: Any, piece: Piece, text: str, place: dict[int, int], **heard: Any) -> Token:
    start, end = piece.start(word.idx), piece.end(word.idx + len(word))
    head = _head(word, place)
    return Token(
        start=start,
        end=end,
        text=text[start:end],
        lemma=word.lemma_ or word.text.lower(),
        upos=word.pos_ or "X",
        xpos=word.tag_,
        head=head,
        deprel="root" if head == place[word.i] else _relation(word),
        feats=word.morph.to_dict(),
        **heard,
    )


def _relation(word: Any) -> str:
    return "dep" if word.dep_ in ("", "ROOT", "root") else str(word.dep_)


def _head(word: Any, place: dict[int, int]) -> int:
    """The governor's position; one of white space hands on to its own governor, and at the top the word becomes a root."""
    head = word.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[word.i])


def sentences(doc: Doc) -> list[int]:
    """The number of words, white space aside, in each sentence that has any."""
    sizes = (sum(not t.is_space for t in sentence) for sentence in doc.sents)
    return [size for size in sizes if size]


def names(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """The names of a parsed piece as (first word, word behind the last, label), white space not counted."""
    before = [0]
    for token in doc:
        before.append(before[-1] + (not token.is_space))
    for entity in doc.ents:
        opening = doc[entity.start].is_sent_start and doc[entity.start].text == "The"  # elsewhere "The Hague" means it
        first, stop = before[entity.start] + bool(opening), before[entity.end]
        if (label := known(entity.label_)) and first < stop:
            yield first, stop, label
