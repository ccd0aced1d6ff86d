"""Articles that come parsed: their own trees stand, and a parser tells what they leave open.

CoNLL-U may lack a column altogether (names above all, features, Penn tags). What is missing everywhere is taken from the parser's
reading of the same text, word by word where both cut the text alike.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.annotate import clearnlp
from dateline.annotate.labels import known
from dateline.annotate.parsers import Found
from dateline.annotate.trees import rooted
from dateline.model import Article, Block, Document, Given, Name, Token

PENN = re.compile("CC|CD|DT|EX|FW|IN|JJ[RS]?|LS|MD|NNP?S?|PDT|POS|PRP[$]?|RB[RS]?|RP|SYM|TO|UH|VB[DGNPZ]?|WDT|WP[$]?|WRB")
COLUMNS = ("lemma", "upos", "xpos", "feats")


def filled(article: Article, parse: Callable[[Article], Document]) -> Given:
    """What an article says of its words, with the columns that it leaves open as the parser would fill them."""
    assert article.given is not None
    source = article.given
    lacking = lacks(source.tokens)
    tokens, names = source.tokens, source.names
    if lacking or names is None:
        other = parse(replace(article, given=None))
        at = {(token.start, token.end): token for token in other.tokens}
        tokens = tuple(_with(token, at.get((token.start, token.end)), lacking) for token in tokens)
        names = names if names is not None else projected(other.names, tokens)
    names = tuple(replace(name, label=label) for name in names if (label := known(name.label)))
    whole = replace(source, tokens=tuple(map(_whole, tokens)), names=names)
    return replace(whole, tokens=_universal(whole))


def _universal(source: Given) -> tuple[Token, ...]:
    """The tokens in trees with one root each, and with the relations of Universal Dependencies."""
    foreign = clearnlp.is_spoken(token.deprel for token in source.tokens)
    names = [(name.first, name.stop, name.label) for name in source.names or ()]
    made: list[Token] = []
    for s in source.sentences:
        sentence = rooted(list(source.tokens[s.first : s.stop]), s.first)
        made += clearnlp.universal(sentence, s.first, names) if foreign else sentence
    return tuple(made)


def lacks(tokens: Sequence[Token]) -> list[str]:
    """The columns that no token has; of tags, those that are not the Penn Treebank's count as none."""
    words = [token for token in tokens if any(c.isalpha() for c in token.text)]
    if not words:
        return []
    penn = sum(PENN.fullmatch(token.xpos) is not None for token in words)
    return [column for column in COLUMNS if (2 * penn < len(words) if column == "xpos" else not any(_said(words, column)))]


def _said(words: Sequence[Token], column: str) -> list[Any]:
    return [getattr(word, column) for word in words]


def _with(token: Token, other: Token | None, columns: Sequence[str]) -> Token:
    """A token with some columns of another one, and a single lemma that is missing."""
    if other is None:
        return token
    changes: dict[str, Any] = {column: getattr(other, column) for column in columns}
    if not token.lemma:
        changes["lemma"] = other.lemma
    return replace(token, **changes) if changes else token


def _whole(token: Token) -> Token:
    if token.lemma and token.upos:
        return token
    return replace(token, lemma=token.lemma or token.text.lower(), upos=token.upos or "X")


def projected(names: Sequence[Name], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """Names over the tokens of another reading of the same text: all that they touch."""
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    found = []
    for name in names:
        first, stop = bisect_right(ends, name.start), bisect_left(starts, name.end)
        if first < stop:
            found.append(Name(start=tokens[first].start, end=tokens[stop - 1].end, first=first, stop=stop, label=name.label))
    return tuple(found)


def within(source: Given, block: Block, base: int) -> Found:
    """The sentences inside a block, or what of them is; `base` is the number of tokens before.

    A dateline before the first sentence is no part of its tree.
    """
    place: dict[int, int] = {}
    made: list[tuple[Token, ...]] = []
    ends = [sentence.end for sentence in source.sentences]
    for sentence in source.sentences[bisect_right(ends, block.start) :]:
        if sentence.start >= block.end:
            break
        kept = [i for i in range(sentence.first, sentence.stop) if block.start <= source.tokens[i].start < block.end]
        if kept:
            first = base + len(place)
            place.update({i: first + k for k, i in enumerate(kept)})
            made.append(tuple(rooted([_placed(source.tokens, i, place) for i in kept], first)))
    return Found(sentences=tuple(made), names=tuple(_names(source, place)))


def _placed(tokens: Sequence[Token], i: int, place: Mapping[int, int]) -> Token:
    """A token on its nearest governor that has a place; a root where there is none."""
    head = tokens[i].head
    while head not in place and tokens[head].head != head:
        head = tokens[head].head
    return replace(tokens[i], head=place.get(head, place[i]))


def _names(source: Given, place: Mapping[int, int]) -> Iterator[tuple[int, int, str]]:
    for name in source.names or ():
        inside = [place[i] for i in range(name.first, name.stop) if i in place]
        if inside:
            yield inside[0], inside[-1] + 1, name.label
