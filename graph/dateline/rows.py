"""A sentence as treebanks and other parsers give it: rows that count from 1, some of them parts of one written word.

"don't" is written as one word and parsed as two. `tokens` makes tokens of rows, each with its own place in the text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A syntactic word; empty text where the source says nothing."""

    id: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: Mapping[str, str]
    head: int  # the id of the governor, 0 for a root
    deprel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A written word with its place in the text and the one or more rows it stands for."""

    start: int
    end: int
    rows: tuple[Row, ...]


def tokens(words: Sequence[Written], text: str, base: int, *, begin: int = 0) -> tuple[list[Token], dict[int, int]]:
    """The tokens of a sentence, and for each row's id the position of its token; `base` is the number of tokens before it.

    Places count in a longer text of which `text` is what follows from `begin` on.
    A written word is cut into its rows where they spell it; where they do not ("du" = "de le"), it stays one token that has
    the annotation of the row that governs the others.
    """
    placed = [part for word in words for part in _parts(word)]
    place = {row.id: base + k for k, (_, _, row) in enumerate(placed)}
    for word in words:
        top = place.get(_top(word.rows).id, base)
        place.update({row.id: top for row in word.rows if row.id not in place})
    made = []
    for start, end, row in placed:
        here = place[row.id]
        head = place.get(row.head, here)
        made.append(
            Token(
                start=start,
                end=end,
                text=text[start - begin : end - begin],
                lemma=row.lemma,
                upos=row.upos,
                xpos=row.xpos,
                feats=row.feats,
                head=head,
                deprel="root" if head == here else row.deprel,
            )
        )
    return made, place


def _parts(word: Written) -> list[tuple[int, int, Row]]:
    if sum(len(row.form) for row in word.rows) != word.end - word.start:
        return [(word.start, word.end, _top(word.rows))]
    parts, start = [], word.start
    for row in word.rows:
        parts.append((start, start + len(row.form), row))
        start += len(row.form)
    return parts


def _top(rows: Sequence[Row]) -> Row:
    """The row that governs the others of a word."""
    ids = {row.id for row in rows}
    return next((row for row in rows if row.head not in ids), rows[0])
