"""How widely words are spread over affairs that have nothing to do with each other, counted on ECB+'s training part.

`python -m dateline.merge.training.spread ECBPLUS.jsonl.gz`. An affair is a subtopic of ECB+. Words of one or two affairs are left
out: a word that is not in the list counts as rare.
"""

import sys
from collections import defaultdict
from pathlib import Path

from dateline.merge.training.ecb import articles
from dateline.merge.words import words
from dateline.resources import path

FEWEST = 3


def main(source: Path) -> None:
    """Write the list."""
    affairs: dict[str, set[str]] = defaultdict(set)
    for row in articles(source):
        for word in words(row["text"]):
            affairs[word].add(row["subtopic"])
    kept = sorted((w, str(len(a))) for w, a in affairs.items() if len(a) >= FEWEST)
    head = (
        "# In how many of 50 unrelated affairs of the news a word stands: what is not here is rare.\n"
        "# Counted by dateline.merge.training.spread on the training part of ECB+ (Cybulska and Vossen 2014), CC BY 3.0.\n"
        "word\taffairs\n"
    )
    lines = head + "".join(f"{word}\t{count}\n" for word, count in kept)
    path("seeds", "lexicons", "word-spread.tsv").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
