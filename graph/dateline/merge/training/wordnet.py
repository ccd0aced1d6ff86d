"""Families and kin of event words, and classes of nouns: `python -m dateline.merge.training.wordnet FOLDER_OF_DICT_FILES`.

A noun's family is the verb that WordNet derives it from, where the noun tells an act, an event or a state. Two families are kin
where they share one of their first meanings, or one means the other in general. A noun's class is what most of its uses mean, by
WordNet's files of lexicographers; a noun that is now this and now that has none.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.resources import path, table

# WordNet's files of lexicographers for nouns of acts, thought, talk, events, feelings, processes, states and the like
HAPPENING = frozenset({4, 7, 9, 10, 11, 12, 19, 20, 21, 22, 26, 28})
DOING = frozenset({4, 11, 22, 26, 28})
WEAKEST = 0.25
CLASSES = {
    "ABSTRACT": (7, 9, 12, 16, 24, 25, 26),  # attributes, thought, feelings, motives, relations, shapes, states
    "AMOUNT": (23,),
    "ANATOMY": (8,),
    "ANIMAL": (5,),
    "DOING": (4, 11, 19, 22),  # acts, events, phenomena, processes
    "GROUP": (14,),
    "HUMAN": (18,),
    "PERIOD": (28,),
    "SITE": (15,),
    "THING": (6, 13, 17, 20, 27),  # artefacts, food, natural objects, plants, substances
    "WEALTH": (21,),
    "WORDS": (10,),
}
MOSTLY = 0.6  # of a noun's uses must mean one class
USUAL = 3.0  # how often a noun must be used in English at large, by word-frequency.tsv
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


def classes(folder: Path, nouns: Dictionary) -> dict[str, str]:
    """The class of each usual noun that is mostly of one; each sense counts for one use more than is known."""
    of_file = {number: name for name, numbers in CLASSES.items() for number in numbers}
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, _, count = line.split()
        noun, _, sense = key.partition("%")
        part, number, *_ = sense.split(":")
        if part == "1":
            uses[noun][of_file.get(int(number), "")] += int(count)
    usual = {row["word"] for row in table("seeds", "lexicons", "word-frequency.tsv") if float(row["zipf"]) >= USUAL}
    found = {}
    for noun, (senses, _) in nouns.of.items():
        named = any(kind == "@i" for kind, *_ in nouns.senses[senses[0]].pointers)
        if not named and (noun in usual or noun in uses):
            uses[noun].update(of_file.get(nouns.senses[sense].file, "") for sense in senses)
            name, most = uses[noun].most_common(1)[0]
            if name and most >= MOSTLY * uses[noun].total():
                found[noun] = name
    return found


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
        "noun-classes.tsv",
        "# What kind of thing a noun mostly means, in the terms that conditions of event-predicates.tsv name in capitals.\n"
        + head,
        ("noun", "class"),
        sorted(classes(folder, nouns).items()),
    )
    rows = [(a, b, f"{strength:.2f}") for (a, b), strength in sorted(kin.items())]
    _write("event-kin.tsv", "# Families of near meaning, the strength at most 1.\n" + head, ("family", "kin", "strength"), rows)


def _write(name: str, head: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in [columns, *rows]]
    path("seeds", "lexicons", name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
