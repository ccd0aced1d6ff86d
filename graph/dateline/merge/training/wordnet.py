"""Families and kin of event words, from WordNet's files: `python -m dateline.merge.training.wordnet FOLDER_OF_DICT_FILES`.

A noun's family is the verb that WordNet derives it from, where the noun tells an act, an event or a state. Two families are kin
where they share one of their first meanings, or one means the other in general. A noun is abstract where its first meanings are
acts, qualities, thoughts, amounts and the like.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.resources import path, table

# WordNet's files of lexicographers for nouns of acts, thought, talk, events, feelings, processes, states and the like
HAPPENING = frozenset({4, 7, 9, 10, 11, 12, 19, 20, 21, 22, 26, 28})
# those and qualities, motives, possessions, amounts, relations, shapes, times; without talk, which is written down
ABSTRACT = frozenset({4, 7, 9, 11, 12, 16, 19, 21, 22, 23, 24, 25, 26, 28})
DOING = frozenset({4, 11, 22, 26, 28})
WEAKEST = 0.25
NOTICE = "WordNet 3.0, Copyright 2006 by Princeton University; its licence stands in seeds/lexicons/README.md."


class Sense(NamedTuple):
    """A set of words of one meaning, with where WordNet points from it."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]  # kind, sense, part of speech, from which word to which


class Dictionary:
    """One part of speech."""

    def __init__(self, folder: Path, pos: str) -> None:
        self.senses = dict(_senses((folder / f"data.{pos}").read_text("utf-8").splitlines()))
        self.of = dict(_words((folder / f"index.{pos}").read_text("utf-8").splitlines()))


def _senses(lines: list[str]) -> Iterator[tuple[str, Sense]]:
    for line in lines:
        if line.startswith("  "):
            continue
        cells = line.split("|")[0].split()
        words = tuple(cells[4 + 2 * i].lower().split("(")[0] for i in range(int(cells[3], 16)))
        at = 4 + 2 * len(words)
        pointers = tuple((*cells[at + 1 + 4 * i : at + 5 + 4 * i],) for i in range(int(cells[at])))
        yield cells[0], Sense(int(cells[1]), words, pointers)  # type: ignore[arg-type]


def _words(lines: list[str]) -> Iterator[tuple[str, tuple[list[str], int]]]:
    """Each word with its senses, the most usual first, and how many of them are known from use."""
    for line in lines:
        cells = line.split()
        if not line.startswith("  ") and cells[0].isalpha():
            after = 6 + int(cells[3])
            yield cells[0], (cells[after : after + int(cells[2])], int(cells[after - 1]))


def families(nouns: Dictionary, verbs: Dictionary) -> dict[str, str]:
    """The verb of each noun that has one; of several that of the most usual sense, then the most alike in spelling."""
    found = {}
    for noun, (senses, _) in nouns.of.items():
        ranked = [
            (rank, -_shared(verb, noun), verb)
            for rank, key in enumerate(senses[:4])
            for verb in _verbs(nouns.senses[key], noun, verbs)
        ]
        if ranked and min(ranked)[2] != noun:
            found[noun] = min(ranked)[2]
    return found


def _verbs(sense: Sense, noun: str, verbs: Dictionary) -> Iterator[str]:
    if sense.file not in HAPPENING or noun not in sense.words:
        return
    for kind, key, pos, which in sense.pointers:
        if kind == "+" and pos == "v" and int(which[:2], 16) == sense.words.index(noun) + 1:
            verb = verbs.senses[key].words[int(which[2:], 16) - 1]
            if verb.isalpha():
                yield verb


def _shared(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def kindred(nouns: Dictionary, verbs: Dictionary, family: dict[str, str]) -> dict[tuple[str, str], float]:
    """Pairs of families of near meaning: the nearer to the first meaning of both, the stronger."""
    found: dict[tuple[str, str], float] = defaultdict(float)

    def note(a: str, b: str, strength: float) -> None:
        if a != b:
            key = min(a, b), max(a, b)
            found[key] = max(found[key], strength)

    by_sense: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for verb, (senses, used) in verbs.of.items():
        for rank, key in enumerate(senses[:5] if used else ()):
            by_sense[key].append((verb, rank))
    for key, members in by_sense.items():
        above = [m for kind, to, *_ in verbs.senses[key].pointers if kind == "@" for m in by_sense.get(to, ()) if m[1] < 3]
        for verb, rank in members:
            for other, others in members:
                note(verb, other, 1 / (1 + rank) / (1 + others))
            for other, others in above if rank < 2 else ():
                note(verb, other, 0.5 / (1 + rank) / (1 + others))
    of_nouns: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for noun, (senses, used) in nouns.of.items():
        for rank, key in enumerate(senses[:3] if used else ()):
            if nouns.senses[key].file in DOING:
                of_nouns[key].append((family.get(noun, noun), rank))
    for members in of_nouns.values():
        for word, rank in members:
            for other, others in members:
                note(word, other, 1 / (1 + rank) / (1 + others))
    return {pair: strength for pair, strength in found.items() if strength >= WEAKEST}


def abstract(nouns: Dictionary) -> list[str]:
    """The nouns in use whose first two meanings are nothing one could point at."""
    usual = {row["word"] for row in table("seeds", "lexicons", "word-frequency.tsv")}
    return sorted(
        noun
        for noun, (senses, _) in nouns.of.items()
        if not usual.isdisjoint((noun, noun.removesuffix("s"))) and all(nouns.senses[key].file in ABSTRACT for key in senses[:2])
    )


def main(folder: Path) -> None:
    """Write the three lists."""
    nouns, verbs = Dictionary(folder, "noun"), Dictionary(folder, "verb")
    family = families(nouns, verbs)
    kin = kindred(nouns, verbs, family)
    head = f"# Made by dateline.merge.training.wordnet from {NOTICE}\n"
    _write(
        "event-families.tsv",
        "# The verb that a noun of events is made from.\n" + head,
        ("noun", "family"),
        sorted(family.items()),
    )
    _write(
        "abstract-nouns.tsv",
        "# Nouns in use that mean nothing one could point at.\n" + head,
        ("noun",),
        [(noun,) for noun in abstract(nouns)],
    )
    rows = [(a, b, f"{strength:.2f}") for (a, b), strength in sorted(kin.items())]
    _write("event-kin.tsv", "# Families of near meaning, the strength at most 1.\n" + head, ("family", "kin", "strength"), rows)


def _write(name: str, head: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in [columns, *rows]]
    path("seeds", "lexicons", name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
