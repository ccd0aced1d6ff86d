"""Treebanks and name corpora as texts to learn from: CoNLL-U trees and BIO names into spaCy documents with their raw spacing.

A document is a paragraph, since a paragraph is what the pipeline is given to parse: so it learns where sentences end. The gold
tokens are kept; at training time spaCy tokenizes the raw text itself and aligns its tokens to them.
"""

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.errors import InputError

Part = Literal["trees", "names"]

SUFFIX: dict[Part, str] = {"trees": ".conllu", "names": ".bio"}
NO_SPACE = "\x01"  # after a token of a BIO file: no space follows
LONGEST = 25  # sentences in a document: e-mails and reviews come without marks of paragraphs


@dataclass(slots=True)
class Word:
    """A syntactic word of a treebank; `head` counts within its sentence from 1, 0 is the root."""

    id: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool = True


@dataclass(slots=True)
class Paragraph:
    """Sentences that stand together in their text."""

    sentences: list[list[Word]] = field(default_factory=list)


def find(data: Path, part: Part, name: str) -> Path:
    """The file of a data set, packed or not."""
    for suffix in (SUFFIX[part], SUFFIX[part] + ".xz"):
        if (path := data / part / (name + suffix)).is_file():
            return path
    raise InputError(f"{data / part} has no {name}{SUFFIX[part]} (nor .xz)")


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, packed with xz or not."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from (line.rstrip("\n") for line in file)
    else:
        yield from path.read_text(encoding="utf-8").split("\n")


def paragraphs(rows: Iterable[str]) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file: a new one at each `# newdoc` and `# newpar`."""
    current = Paragraph()
    block: list[str] = []
    for row in [*rows, ""]:
        fresh = row.startswith(("# newdoc", "# newpar")) or len(current.sentences) == LONGEST
        if fresh and current.sentences:
            yield current
            current = Paragraph()
        if row.strip():
            block.append(row)
        elif block:
            if words := sentence(block):
                current.sentences.append(words)
            block = []
    if current.sentences:
        yield current


def sentence(rows: Iterable[str]) -> list[Word]:
    """The words of one CoNLL-U sentence.

    A multiword token ("don't") is cut into its words where they spell it; where they do not ("du" = "de le"), it stays one
    word that has the annotation of the one that governs the others. Empty nodes (8.1) belong to the enhanced graph and are
    passed over.
    """
    words: list[Word] = []
    ranges: list[tuple[int, int, str, bool]] = []
    for row in rows:
        if row.startswith("#"):
            continue
        cells = row.split("\t")
        space = "SpaceAfter=No" not in cells[9].split("|")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            ranges.append((first, last, cells[1], space))
        elif "." not in cells[0]:
            form, lemma, upos, xpos, feats = cells[1:6]
            words.append(Word(int(cells[0]), form, lemma, upos, xpos, feats, int(cells[6]), cells[7], space))
    for first, last, surface, space in reversed(ranges):
        _place(words, first, last, surface, space)
    return _renumber(words)


def _place(words: list[Word], first: int, last: int, surface: str, space: bool) -> None:
    """Give a multiword token's words its spacing, or join them where they do not spell it."""
    parts = [w for w in words if first <= w.id <= last]
    if "".join(w.form for w in parts) == surface:
        for part in parts:
            part.space = part is parts[-1] and space
        return
    top = next((w for w in parts if not first <= w.head <= last), parts[0])
    top.form, top.space = surface, space
    for word in words:
        if first <= word.head <= last and word not in parts:
            word.head = top.id
    words[:] = [w for w in words if w is top or w not in parts]


def _renumber(words: list[Word]) -> list[Word]:
    place = {w.id: k for k, w in enumerate(words, start=1)}
    for word in words:
        word.id, word.head = place[word.id], place.get(word.head, 0)
    return words


def tree_doc(vocab: Vocab, paragraph: Paragraph) -> Doc:
    """A paragraph with its trees as a spaCy document; heads count within the document."""
    words = [w for s in paragraph.sentences for w in s]
    heads: list[int] = []
    for s in paragraph.sentences:
        base = len(heads)
        heads += [base + (w.head or w.id) - 1 for w in s]
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.xpos for w in words],
        pos=[w.upos for w in words],
        morphs=["" if w.feats == "_" else w.feats for w in words],
        lemmas=[w.lemma for w in words],
        heads=heads,
        deps=["ROOT" if w.head == 0 else w.deprel for w in words],
    )


def name_texts(rows: Iterable[str], drop: tuple[str, ...] = ()) -> Iterator[list[tuple[str, bool, str]]]:
    """The texts of a BIO file as (token, space follows, tag); labels in `drop` become no name."""
    text: list[tuple[str, bool, str]] = []
    for row in [*rows, ""]:
        if row:
            token, _, tag = row.rpartition("\t")
            space = not token.endswith(NO_SPACE)
            token = token.removesuffix(NO_SPACE).strip()
            if token:  # some corpora have tokens of white space
                text.append((token, space, "O" if tag[2:] in drop else tag))
        elif text:
            yield text
            text = []


def name_doc(vocab: Vocab, text: list[tuple[str, bool, str]]) -> Doc:
    """A text with its names as a spaCy document."""
    words, spaces, tags = (list(column) for column in zip(*text, strict=True))
    for i, tag in enumerate(tags):
        if tag.startswith("I-") and (i == 0 or tags[i - 1][2:] != tag[2:]):
            tags[i] = "B-" + tag[2:]
    return Doc(vocab, words=words, spaces=spaces, ents=tags)


def read_trees(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The paragraphs of a treebank file."""
    return (tree_doc(vocab, paragraph) for paragraph in paragraphs(lines(path)))


def read_names(path: Path, vocab: Vocab, drop: tuple[str, ...] = ()) -> Iterator[Doc]:
    """The texts of a name corpus file."""
    return (name_doc(vocab, text) for text in name_texts(lines(path), drop))
