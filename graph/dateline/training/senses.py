"""How many meanings a predicate has, and what share of its use may be the type it is listed with, from WordNet's files:
`python -m dateline.training.senses FOLDER_OF_DICT_FILES`.

WordNet sorts meanings into files by subject (motion, possession, communication) and tells how often each was met in running text.
Which files a type lives in shows in all predicates that are listed with it, those of few meanings above all; a predicate whose
usual meanings lie in other files seldom tells that type: "come" is rarely a journey.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.resources import path, table

PARTS = {"VERB": ("verb", "2"), "NOUN": ("noun", "1"), "ADJ": ("adj", "3")}
UNSEEN = 0.5  # added to each count: many meanings are never met in the texts that WordNet counted
NOTICE = "WordNet 3.0, Copyright 2006 by Princeton University; its licence stands in seeds/lexicons/README.md."

Uses = Mapping[str, float]  # the share of a word's use in each file of meanings


def words(folder: Path, part: str, digit: str) -> dict[str, tuple[int, dict[str, float]]]:
    """Each word with the number of its meanings and the share of its use in each file."""
    files = dict(_files((folder / f"data.{part}").read_text("utf-8").splitlines()))
    counts = _counts((folder / "cntlist.rev").read_text("utf-8").splitlines(), "35" if digit == "3" else digit)
    found = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        cells = line.split()
        if line.startswith("  ") or not cells:
            continue
        after = 6 + int(cells[3])
        senses = cells[after : after + int(cells[2])]
        uses: dict[str, float] = defaultdict(float)
        total = sum(counts.get((cells[0], n), 0) + UNSEEN for n in range(1, len(senses) + 1))
        for n, sense in enumerate(senses, start=1):
            uses[files[sense]] += (counts.get((cells[0], n), 0) + UNSEEN) / total
        found[cells[0]] = (len(senses), dict(uses))
    return found


def _files(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if not line.startswith("  "):
            offset, file, *_ = line.split(maxsplit=2)
            yield offset, file


def _counts(lines: list[str], digits: str) -> dict[tuple[str, int], int]:
    """How often each meaning of each word was met."""
    found: Counter[tuple[str, int]] = Counter()
    for line in lines:
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        if rest[0] in digits:
            found[word, int(number)] += int(count)
    return dict(found)


def homes(rows: list[tuple[str, str, str]], known: Mapping[str, Mapping[str, tuple[int, Uses]]]) -> dict[tuple[str, str], Uses]:
    """How much each file of meanings is at home in each type, the most 1; words of few meanings tell most."""
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for lemma, part, kind in rows:
        if lemma in known[part]:
            senses, uses = known[part][lemma]
            for file, share in uses.items():
                found[part, kind][file] += share / senses
    return {key: {file: value / max(uses.values()) for file, value in uses.items()} for key, uses in found.items()}


def main(folder: Path) -> None:
    """Write the table."""
    known = {part: words(folder, *where) for part, where in PARTS.items()}
    listed = {(r["lemma"], r["upos"], r["type"]) for r in table("seeds", "lexicons", "event-predicates.tsv")}
    rows = sorted(row for row in listed if row[2] != "-" and row[1] in PARTS)
    home = homes(rows, known)
    target = path("seeds", "lexicons", "predicate-senses.tsv")
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.write("# How many meanings a predicate has, and what share of its use may be of the type that it is listed with.\n")
        out.write(f"# Made by dateline.training.senses from {NOTICE}\nlemma\tupos\ttype\tsenses\tshare\n")
        for lemma, part, kind in rows:
            if lemma in known[part]:
                senses, uses = known[part][lemma]
                share = sum(value * home[part, kind].get(file, 0) for file, value in uses.items())
                out.write(f"{lemma}\t{part}\t{kind}\t{senses}\t{share:.2f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
