"""Articles that come parsed: CoNLL-U, the tab-separated form of Universal Dependencies treebanks and parsers.

A document begins at `# newdoc`, a paragraph at `# newpar`. The text is rebuilt from `# text`, or from the words and
`SpaceAfter=No`. Names are taken from MISC (`NER=B-PERSON`). What is known of an article stands in comments at a document's top,
such as `# meta::date = 2024-05-06`. The form: https://universaldependencies.org/format.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline import rows
from dateline.errors import InputError
from dateline.model import Given, Name, Sentence, Token
from dateline.rows import Row, Written

COLUMNS = 10
LARGEST = 100_000_000  # characters of a document: some two million words
SILENT = frozenset({"", "_", "none", "unknown", "n/a"})  # values of comments that tell nothing
KEYS = {  # names of comments, without "meta::", in small letters
    "newdoc id": "id",
    "title": "title",
    "date": "date",
    "datecreated": "date",
    "datepublished": "date",
    "published": "date",
    "url": "url",
    "sourceurl": "url",
    "source_url": "url",
    "publisher": "publisher",
    "licence": "licence",
    "license": "licence",
    "language": "language",
}
_COMMENT = re.compile(r"#\s*(?:meta::)?([^=]+?)\s*(?:=\s*(.*?)\s*)?")
_ID = re.compile(r"(?P<word>[1-9]\d{0,8})|(?P<first>[1-9]\d{0,8})-(?P<last>[1-9]\d{0,8})|\d{1,9}\.\d{1,9}")
_FIRST_ROW = re.compile(rb"(?:1|1-\d+|0\.1)(?:\t[^\t]*){3,}")
_TAG = re.compile(r"(?:([BIOESLUM])-)?(\S+)")

Line = tuple[int, str]  # its number in the file, and what it says


@dataclass(slots=True)
class Parsed:
    """A document: its text, the trees, and what its comments tell."""

    text: str
    given: Given
    known: Mapping[str, str]


def begins(line: bytes) -> bool:
    """Whether a line that is no comment is the first row of a sentence."""
    return _FIRST_ROW.match(line) is not None


def documents(lines: Iterable[Line], source: str) -> Iterator[list[Line]]:
    """The lines of each document; the empty ones between sentences stay."""
    found: list[Line] = []
    size = 0
    for number, line in lines:
        size += len(line)
        if size > LARGEST:
            raise InputError(f"{source}, line {number}: a document of more than {LARGEST // 1_000_000} MB; part it by # newdoc")
        if _key(line) in ("newdoc", "newdoc id") and any(not row.startswith("#") and row for _, row in found):
            yield found
            found, size = [], len(line)
        found.append((number, line))
    if any(not row.startswith("#") and row for _, row in found):
        yield found


def parse(lines: Iterable[Line], source: str) -> Parsed:
    """A document from its lines. Raises InputError for the first row that is broken."""
    page = _Page(source)
    comments: list[str] = []
    block: list[Line] = []
    for number, line in [*lines, (0, "")]:
        if line.startswith("#"):
            comments.append(line)
        elif line.strip():
            block.append((number, line))
        elif block:
            page.add(comments, block)
            comments, block = [], []
    return Parsed("".join(page.parts), page.given(), page.known)


def _key(line: str) -> str:
    match = _COMMENT.fullmatch(line)
    return " ".join(match[1].lower().split()) if match else ""


@dataclass(slots=True)
class _Page:
    """A document while it is rebuilt, sentence by sentence."""

    source: str
    known: dict[str, str] = field(default_factory=dict)
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    tags: list[str | None] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spaced: bool = True  # whether white space follows the last sentence

    def add(self, comments: Iterable[str], block: list[Line]) -> None:
        """Take over a sentence with the comments before it."""
        told = {_key(line): (_COMMENT.fullmatch(line) or [""] * 3)[2] or "" for line in comments}
        if not self.tokens:
            facts = ((KEYS[key], value) for key, value in told.items() if key in KEYS)
            self.known |= {key: value for key, value in facts if value.lower() not in SILENT}
        if self.tokens:
            fresh = any(key in ("newpar", "newpar id") for key in told)
            self._write("\n\n" if fresh else " " if self.spaced else "")
        sentence = _Sentence(self.source, block)
        words, text = sentence.placed(told.get("text", ""), self.length)
        start, self.spaced = self.length, sentence.spaced
        self._write(text)
        made, place = rows.tokens(words, text, len(self.tokens), begin=start)
        tags: list[str | None] = [None] * len(made)
        for key, tag in sentence.tags.items():
            tags[place[key] - len(self.tokens)] = tag
        first = len(self.tokens)
        self.sentences.append(Sentence(start=made[0].start, end=made[-1].end, first=first, stop=first + len(made)))
        self.tokens += made
        self.tags += tags

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def given(self) -> Given:
        """All that the document's rows say."""
        names = None if all(tag is None for tag in self.tags) else tuple(_names(self.tags, self.tokens))
        return Given(tokens=tuple(self.tokens), sentences=tuple(self.sentences), names=names)


class _Sentence:
    """The rows of one sentence, checked."""

    def __init__(self, source: str, block: list[Line]) -> None:
        self.source = source
        self.words: list[tuple[str, bool, list[Row]]] = []  # as written: form, whether space follows, rows
        self.tags: dict[int, str] = {}
        inside = 0  # the last row of the written word that rows belong to
        count = 0
        for number, line in block:
            cells = line.split("\t")
            if len(cells) != COLUMNS:
                raise self._wrong(number, f"a row has {COLUMNS} columns parted by tabs, not {len(cells)}")
            match = _ID.fullmatch(cells[0])
            if match is None:
                raise self._wrong(number, f"{cells[0][:20]!r} is no id of a row")
            if not cells[1].strip():
                raise self._wrong(number, "the second column has no word")
            misc = dict(pair.partition("=")[::2] for pair in cells[9].split("|"))
            space = misc.get("SpaceAfter") != "No"
            if match["first"]:
                if int(match["first"]) != count + 1 or int(match["last"]) <= count or inside > count:
                    raise self._wrong(number, f"{cells[0]} does not stand before its words")
                inside = int(match["last"])
                self.words.append((cells[1].strip(), space, []))
            elif match["word"]:
                count += 1
                if int(match["word"]) != count:
                    raise self._wrong(number, f"row {count} was to come, not {cells[0]}")
                if count > inside:
                    self.words.append((cells[1].strip(), space, []))
                self.words[-1][2].append(self._row(number, cells))
                if tag := next((misc[key] for key in ("NER", "ner", "Ner") if misc.get(key)), None):
                    self.tags[count] = tag
        if not count or inside > count:
            raise self._wrong(block[-1][0], "the sentence ends before its last word")
        self._check(block[0][0], count)

    @property
    def spaced(self) -> bool:
        """Whether white space follows the sentence."""
        return self.words[-1][1]

    def _wrong(self, number: int, what: str) -> InputError:
        return InputError(f"{self.source}, line {number}: no CoNLL-U: {what}")

    def _row(self, number: int, cells: list[str]) -> Row:
        lemma, upos, xpos, feats = ("" if cell == "_" else cell for cell in cells[2:6])
        pairs = [pair.partition("=") for pair in feats.split("|") if pair]
        if not all(equals and key for key, equals, _ in pairs):
            raise self._wrong(number, f"{feats[:40]!r} are no features; they look like Number=Sing|Person=3")
        if not (cells[6].isascii() and cells[6].isdigit() and len(cells[6]) < 9) or cells[7] in ("", "_"):
            raise self._wrong(number, "the word has no head or no relation; Dateline needs parsed text")
        return Row(
            id=int(cells[0]),
            form=cells[1].strip(),
            lemma="_" if cells[1] == cells[2] == "_" else lemma,
            upos=upos,
            xpos=xpos,
            feats={key: value for key, _, value in pairs},
            head=int(cells[6]),
            deprel=cells[7],
        )

    def _check(self, number: int, count: int) -> None:
        """Every word must lead to a root."""
        heads = {row.id: row.head for _, _, own in self.words for row in own}
        sound = {0}
        for row in heads:
            trail: dict[int, None] = {}  # a set in the order of the way
            while row not in sound:
                if row in trail or row not in heads:
                    first = next(iter(trail))
                    why = "goes in a circle" if row in trail else f"leads to a row {row}, which is not there"
                    raise self._wrong(number, f"the chain of heads from row {first} {why}")
                trail[row] = None
                row = heads[row]
            sound.update(trail)

    def placed(self, told: str, base: int) -> tuple[list[Written], str]:
        """The written words with their places, and the text: as told where the words spell it, else made from them."""
        spans = self._found(told)
        if spans is None:
            told, spans = "", []
            for form, space, _ in self.words:
                spans.append((len(told), len(told) + len(form)))
                told += form + (" " if space else "")
            told = told.rstrip(" ")
        written = zip(spans, self.words, strict=True)
        return [Written(start=base + a, end=base + b, rows=tuple(own)) for (a, b), (_, _, own) in written], told

    def _found(self, text: str) -> list[tuple[int, int]] | None:
        """Where the words stand in a text; None where anything but white space is between them."""
        spans, at = [], 0
        for form, _, _ in self.words:
            while text[at : at + 1].isspace():
                at += 1
            if not text.startswith(form, at):
                return None
            spans.append((at, at + len(form)))
            at += len(form)
        return None if text[at:].strip() else spans


def _names(tags: list[str | None], tokens: list[Token]) -> Iterator[Name]:
    """The names that tags of words spell: B-, I-, and for the last or only word E- or L-, S- or U-; O is no name."""
    first, label = 0, ""
    for i, tag in enumerate([*tags, None]):
        match = _TAG.fullmatch(tag or "")
        kind, own = (match[1] or "I", match[2]) if match and tag not in ("O", "_") else ("O", "")
        if label and (kind in ("B", "S", "U", "O") or own != label):
            yield Name(start=tokens[first].start, end=tokens[i - 1].end, first=first, stop=i, label=label)
            label = ""
        if own and not label:
            first, label = i, own
        if label and kind in ("E", "L", "S", "U"):
            yield Name(start=tokens[first].start, end=tokens[i].end, first=first, stop=i + 1, label=label)
            label = ""
