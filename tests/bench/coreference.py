"""How well mentions are joined, measured on a treebank with entities in its last column (GUM's `Entity=`).

    python tests/bench/coreference.py gum-dev.conllu            # .xz and .gz as well
    python tests/bench/coreference.py gum-dev.conllu --types person organization place

The text is put together from the words and read as any article; the treebank's own trees are not used. B-cubed is taken over
the gold's names and common nouns of the given types, a mention that was not found standing alone. A pronoun of the third person
counts as right where most of the names and nouns that it was joined with are of its gold entity; pronouns that only pronouns
share an entity with are left out. A tool and no test: the treebank is not part of this project.
"""

import argparse
import gzip
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.extract import extract
from dateline.identify.pronouns import THIRD
from dateline.model import Article, Document, Mention

_ENTITY = re.compile(r"\((\w+)-(\w+)[^()]*|(\w+)(?=\))|\)")
_OPEN = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A mention in the treebank, with the span of its head word."""

    start: int
    end: int
    head: tuple[int, int]
    upos: str
    word: str
    entity: str
    type: str


@dataclass(slots=True)
class Text:
    """A document of the treebank as it is put together."""

    id: str
    text: str = ""
    gold: list[Gold] = field(default_factory=list)


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
                add_sentence(made, [row for row in rows if row[0].isdigit()])
                rows = []
        if made:
            yield made


def add_sentence(made: Text, rows: list[list[str]]) -> None:
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
                    made.gold.append(mention(rows, spans, first, n, entity, type_))


def mention(rows: list[list[str]], spans: list[tuple[int, int]], first: int, last: int, entity: str, type_: str) -> Gold:
    """A gold mention; its head is the first word whose governor lies outside."""
    heads = [i for i in range(first, last + 1) if not first <= int(rows[i][6]) - 1 <= last and rows[i][3] != "PUNCT"]
    head = heads[0] if heads else first
    upos, word = rows[head][3], rows[head][1].lower()
    return Gold(start=spans[first][0], end=spans[last][1], head=spans[head], upos=upos, word=word, entity=entity, type=type_)


def paired(gold: list[Gold], document: Document) -> dict[int, str]:
    """{gold mention: our actor}: one to one, by the head and the best overlap."""
    ours = [(m, a.id) for a in document.actors for m in a.mentions]
    fits = sorted((-share(g, m), i, k) for i, g in enumerate(gold) for k, (m, _) in enumerate(ours) if share(g, m) > 0)
    found: dict[int, str] = {}
    taken: set[int] = set()
    for _, i, k in fits:
        if i not in found and k not in taken:
            found[i] = ours[k][1]
            taken.add(k)
    return found


def share(gold: Gold, m: Mention) -> float:
    """How much of two spans is common, 0 where ours misses the head or agrees in neither edge nor half of the length."""
    both = min(gold.end, m.end) - max(gold.start, m.start)
    if min(m.end, gold.head[1]) <= max(m.start, gold.head[0]) or both <= 0:
        return 0.0
    part = both / (max(gold.end, m.end) - min(gold.start, m.start))
    return part if part >= 0.5 or gold.end == m.end or gold.start == m.start else 0.0


def score(gold: list[Gold], found: dict[int, str], tally: Counter[str]) -> None:
    """Add a document's counts to the tally."""
    ours = {i: found.get(i, f"alone {i}") for i in range(len(gold))}
    pronoun = {i for i, g in enumerate(gold) if g.upos in ("PRON", "DET")}
    naming = [i for i in ours if i not in pronoun]
    for i in naming:
        same_gold = {k for k in naming if gold[k].entity == gold[i].entity}
        same_ours = {k for k in naming if ours[k] == ours[i]}
        tally["precision"] += len(same_gold & same_ours) / len(same_ours)  # type: ignore[assignment]
        tally["recall"] += len(same_gold & same_ours) / len(same_gold)  # type: ignore[assignment]
        tally["named"] += 1
    for i in pronoun:
        if gold[i].word not in THIRD or not any(gold[k].entity == gold[i].entity for k in naming):
            continue
        tally["pronouns"] += 1
        mates = Counter(gold[k].entity for k in naming if i in found and ours[k] == ours[i])
        tally["resolved"] += i in found
        tally["right"] += bool(mates) and mates.most_common(1)[0][0] == gold[i].entity


def f1(precision: float, recall: float) -> str:
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"F1 {both:.3f}  P {precision:.3f}  R {recall:.3f}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--types", nargs="+", default=["person", "organization", "place", "animal"])
    given = parser.parse_args()
    made = list(texts(given.treebank))
    articles = [Article(id=t.id, source=t.id, text=t.text) for t in made]
    tally: Counter[str] = Counter()
    for text, document in zip(made, extract(articles), strict=True):
        gold = [g for g in text.gold if g.type in given.types]
        score(gold, paired(gold, document), tally)
    named, pronouns = tally["named"] or 1, tally["pronouns"] or 1
    print(f"names and nouns, B-cubed  {f1(tally['precision'] / named, tally['recall'] / named)}  of {named}")
    print(f"third person pronouns     {f1(tally['right'] / (tally['resolved'] or 1), tally['right'] / pronouns)}  of {pronouns}")


if __name__ == "__main__":
    main()
