"""Families and kin of event words, classes of nouns: `python -m dateline.merge.training.wordnet FOLDER_OF_DICT_FILES`.

A noun's family is the verb that WordNet derives it from, where the noun tells an act, an event or a state. Two families are kin
where they share one of their first meanings, or one means the other in general. A noun's class is what most of its uses mean, of
WordNet's files of lexicographers; a noun that is now this and now that has none. A noun is abstract where its first meanings are
acts, qualities, thoughts, amounts and the like, and means a person where all its meanings do. Broader is what WordNet says a
noun's first meanings are a kind of.
"""

import sys
from collections import Counter, defaultdict
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
HUMAN = 18
BROADER = 3  # steps from a noun to what it is a kind of
# so broad that they take up nothing in particular
BROADEST = frozenset(
    (
        *("abstraction", "act", "action", "activity", "agent", "artefact", "artifact", "attribute", "being", "causal", "cause"),
        *("cognition", "collection", "content", "deed", "entity", "event", "grouping", "instrumentality", "matter", "measure"),
        *(
            "object",
            "organism",
            "part",
            "piece",
            "psychological",
            "relation",
            "set",
            "state",
            "substance",
            "thing",
            "unit",
            "whole",
        ),
    )
)
KNOWN = 3.3  # how often a broader noun must be used in English at large
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


def abstract(nouns: Dictionary) -> list[str]:
    """The nouns in use whose first two meanings are nothing one could point at."""
    usual = {row["word"] for row in table("seeds", "lexicons", "word-frequency.tsv")}
    return sorted(
        noun
        for noun, (senses, _) in nouns.of.items()
        if not usual.isdisjoint((noun, noun.removesuffix("s"))) and all(nouns.senses[key].file in ABSTRACT for key in senses[:2])
    )


def people(nouns: Dictionary) -> list[str]:
    """The common nouns that mean people, whatever their meaning."""

    def is_person(key: str) -> bool:
        return nouns.senses[key].file == HUMAN and not any(kind == "@i" for kind, *_ in nouns.senses[key].pointers)

    return sorted(noun for noun, (senses, _) in nouns.of.items() if noun.isalpha() and all(map(is_person, senses)))


def broader(nouns: Dictionary) -> dict[str, dict[str, int]]:
    """{usual noun: {what its first two meanings are a kind of: in how many steps}}, words of the same meaning in none."""
    zipf = {row["word"]: float(row["zipf"]) for row in table("seeds", "lexicons", "word-frequency.tsv")}
    found: dict[str, dict[str, int]] = {}
    for noun, (senses, _) in nouns.of.items():
        if zipf.get(noun, 0.0) < USUAL:
            continue
        near: dict[str, int] = {}
        for sense in senses[:2]:
            layer = [sense]
            for steps in range(BROADER + 1):
                words = {word for key in layer for word in nouns.senses[key].words}
                for word in words - BROADEST - {noun}:
                    if word.isalpha() and zipf.get(word, 0.0) >= KNOWN:
                        near[word] = min(steps, near.get(word, steps))
                layer = [to for key in layer for kind, to, *_ in nouns.senses[key].pointers if kind == "@"]
        if near:
            found[noun] = near
    return found


def main(folder: Path) -> None:
    """Write the six lists."""
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
    _write(
        "abstract-nouns.tsv",
        "# Nouns in use that mean nothing one could point at.\n" + head,
        ("noun",),
        [(noun,) for noun in abstract(nouns)],
    )
    _write(
        "person-nouns.tsv",
        "# Common nouns that mean people and nothing else.\n" + head,
        ("noun",),
        [(noun,) for noun in people(nouns)],
    )
    _write(
        "broader-nouns.tsv",
        "# What usual nouns are a kind of, with the number of steps, 0 for words of the same meaning.\n" + head,
        ("noun", "broader"),
        [(noun, " ".join(f"{word}:{n}" for word, n in sorted(near.items()))) for noun, near in sorted(broader(nouns).items())],
    )
    rows = [(a, b, f"{strength:.2f}") for (a, b), strength in sorted(kin.items())]
    _write("event-kin.tsv", "# Families of near meaning, the strength at most 1.\n" + head, ("family", "kin", "strength"), rows)


def _write(name: str, head: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in [columns, *rows]]
    path("seeds", "lexicons", name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
