"""How well mentions are joined, measured on a treebank with entities in its last column (GUM's `Entity=`).

    python tests/bench/coreference.py gum-dev.conllu            # .xz and .gz as well
    python tests/bench/coreference.py gum-dev.conllu --types person organization place

The text is put together from the words and read as any article; the treebank's own trees are not used. B-cubed is taken over
the gold's names and common nouns of the given types, a mention that was not found standing alone. A pronoun of the third person
counts as right where most of the names and nouns that it was joined with are of its gold entity; pronouns that only pronouns
share an entity with are left out. A tool and no test: the treebank is not part of this project.
"""

import argparse
from collections import Counter
from pathlib import Path

from dateline.extract import extract
from dateline.identify.third import THIRD
from dateline.model import Article, Document, Mention
from dateline.training.links import Gold, texts


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
