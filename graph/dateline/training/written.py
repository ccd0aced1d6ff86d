"""News that was written for Dateline, with marks of who is who: `[the boy's father]a2`, `[they]a1+a2`.

It teaches whom descriptions and pronouns mean in kinds of news of which no free texts are at hand: business, courts, politics,
broadcast, sport. All people, firms and events in it are invented.
"""

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.identify.text import head_of
from dateline.model import Article, Document
from dateline.read.sources import from_json
from dateline.training.links import Links
from dateline.tree import Tree

WRITTEN = Path(__file__).with_name("written-news.txt.xz")
_TITLE = re.compile(r"^=== *(\S+)\s*$", re.MULTILINE)
_MARK = re.compile(r"\[|\](a\d+(?:\+a\d+)*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text and whom it means: one key, or those of several."""

    start: int
    end: int
    keys: tuple[str, ...]


def written(source: Path = WRITTEN) -> Iterator[tuple[Article, tuple[Mark, ...]]]:
    """The articles with their marks. Raises `ValueError` where a mark is not closed."""
    with lzma.open(source, "rt", encoding="utf-8") as file:
        _, *parts = _TITLE.split(file.read())
    for name, marked in zip(parts[::2], parts[1::2], strict=True):
        text, marks = unmarked(marked.strip())
        yield from_json({"id": name, "text": text}), marks


def unmarked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without its marks, and these by their offsets in it."""
    plain, open_, marks = "", [], []
    last = 0
    for found in _MARK.finditer(marked):
        plain += marked[last : found.start()]
        last = found.end()
        if found[0] == "[":
            open_.append(len(plain))
        elif open_ and found[1]:
            marks.append(Mark(start=open_.pop(), end=len(plain), keys=tuple(found[1].split("+"))))
        else:
            raise ValueError(
                f"a mark that was never opened, or says of nobody whom it means: {marked[max(0, last - 40) : last]!r}"
            )
    if open_:
        raise ValueError(f"a mark that is never closed: {plain[open_[-1] :][:40]!r}")
    return plain + marked[last:], tuple(marks)


def links(document: Document, marks: Sequence[Mark]) -> Links:
    """Who is who, by the heads of what was marked, and by all words of names."""
    tree = Tree(document)
    of: dict[int, str] = {}
    several: dict[int, frozenset[str]] = {}
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):  # the inner ones last
        head = head_of(tree, mark.start, mark.end)
        if head is None:
            continue
        if len(mark.keys) > 1:
            several[tree.tokens[head].start] = frozenset(mark.keys)
            continue
        inside = tree.within(mark.start, mark.end)
        words = [
            c for c in tree.children(head, "flat", "appos", "compound", "nmod:desc") if c in inside and _is_named(tree, c, head)
        ]
        of.update(dict.fromkeys((tree.tokens[i].start for i in (head, *words)), mark.keys[0]))
    return Links(of=of, several=several, read=((0, len(document.article.text)),))


def _is_named(tree: Tree, c: int, head: int) -> bool:
    """Whether a word is of the same name as the head above it: a title's, or a name's own."""
    if tree.tokens[c].upos != "PROPN":
        return False
    return tree.tokens[head].upos == "PROPN" or (c > head and tree.is_(c, "flat", "appos", "nmod:desc"))
