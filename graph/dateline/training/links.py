"""Who is who in texts that somebody has read: articles of ECB+'s training part and weblogs of EWT, and treebanks with entities
(GUM's `Entity=`)."""

import gzip
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.resources import rows_of

READ = Path(__file__).with_name("read-links.tsv")  # articles and offsets only
_ENTITY = re.compile(r"\((\w+)-(\w+)[^()]*|(\w+)(?=\))|\)")
_OPEN = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Who is who in an article: words by their offsets, each with a key of whom it means."""

    of: Mapping[int, str]  # {offset of a head word, or of any word of a name: whom it means}
    nobody: frozenset[int] = frozenset()  # pronouns that mean nobody spoken of
    several: Mapping[int, frozenset[str]] = field(default_factory=dict)  # plurals that mean some who are named one by one
    read: tuple[tuple[int, int], ...] | None = None  # the stretches that were read; None for all of it

    def known(self, offset: int) -> bool:
        """Whether it is known whom a word means, were it somebody new."""
        if self.read is None:
            return offset in self.of
        return any(start <= offset < end for start, end in self.read)


def read_links(source: Path = READ) -> dict[str, Links]:
    """{article: its links}."""
    found = {}
    for row in rows_of(source):
        article, read, chains, nobody, several = row.values()
        of = {int(at): str(n) for n, chain in enumerate(chains.split()) for at in chain.split(",")}
        plurals = (cell.partition("=") for cell in several.split())
        found[article] = Links(
            of=of,
            nobody=frozenset(map(int, nobody.split())),
            several={int(at): frozenset(of.get(int(m), m) for m in members.split("+")) for at, _, members in plurals},
            read=tuple((int(a), int(b)) for a, _, b in (cell.partition("-") for cell in read.split())),
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A mention in a treebank, with the span of its head word."""

    start: int
    end: int
    head: tuple[int, int]
    upos: str
    word: str
    entity: str
    type: str


@dataclass(slots=True)
class Text:
    """A document of a treebank as it is put together from its words."""

    id: str
    text: str = ""
    gold: list[Gold] = field(default_factory=list)

    def links(self) -> Links:
        """Who is who in it; of several mentions with one head the longest counts."""
        by_length = sorted(self.gold, key=lambda g: g.end - g.start)
        return Links(of={g.head[0]: g.entity for g in by_length})


def texts(path: Path) -> Iterator[Text]:
    """The documents of a treebank with their gold mentions."""
    with _OPEN.get(path.suffix, open)(path, "rt", encoding="utf-8") as lines:  # type: ignore[operator]
        made: Text | None = None
        rows: list[list[str]] = []
        for line in lines:
            if line.startswith("# newdoc"):
                if made:
                    yield made
                made = Text(id=line.partition("=")[2].strip())
            elif line[:1].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and made:
                _add_sentence(made, [row for row in rows if row[0].isdigit()])
                rows = []
        if made:
            yield made


def _add_sentence(made: Text, rows: Sequence[list[str]]) -> None:
    """Add a sentence's words and mentions to a document."""
    made.text += "\n\n" if made.text else ""
    spans = []
    for row in rows:
        spans.append((len(made.text), len(made.text) + len(row[1])))
        made.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    made.text = made.text.rstrip()
    open_: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for n, row in enumerate(rows):
        cell = next((c[7:] for c in row[9].split("|") if c.startswith("Entity=")), "")
        last: list[str] = []
        for told in _ENTITY.finditer(cell):
            if told[1]:
                open_[told[1]].append((n, told[2]))
                last.append(told[1])
            else:
                entity = told[3] or (last.pop() if last else "")
                if open_[entity]:
                    first, type_ = open_[entity].pop()
                    made.gold.append(_mention(rows, spans, first, n, entity, type_))


def _mention(rows: Sequence[list[str]], spans: Sequence[tuple[int, int]], first: int, last: int, entity: str, type_: str) -> Gold:
    """A gold mention; its head is the first word whose governor lies outside."""
    heads = [i for i in range(first, last + 1) if not first <= int(rows[i][6]) - 1 <= last and rows[i][3] != "PUNCT"]
    head = heads[0] if heads else first
    upos, word = rows[head][3], rows[head][1].lower()
    return Gold(start=spans[first][0], end=spans[last][1], head=spans[head], upos=upos, word=word, entity=entity, type=type_)
