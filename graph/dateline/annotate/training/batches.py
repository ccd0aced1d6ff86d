"""Treebanks and name corpora as windows to learn from, in batches of about equal numbers of pieces."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import torch
from spacy.lang.en import English
from spacy.util import filter_spans
from torch import Tensor

from dateline.annotate.corpus import Word, find, lines, paragraphs, read_names
from dateline.annotate.scheme import NO_PART, OUTSIDE, Scheme, name_labels, spelled
from dateline.annotate.tokenizer import adapt
from dateline.annotate.window import window
from dateline.annotate.wordpieces import Cutter
from dateline.model import NOTHING, UNTYPED, Status

IGNORED = -100
LONGEST = 110  # words of a window in training
RARE = 2  # a label of words seen less often is not learned
NAMES = ("PERSON", "ORG", "LOC", "NORP")
DROPPED = "DATE"  # times come from a grammar
SMALL = frozenset(re.findall(r"\w+", "a an and as at but by for from in into nor of on or over the to up vs with"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event that a word of a lesson tells, and the part that each other word that could takes in it."""

    word: int
    kind: str
    weight: float = 1.0  # what it is worth, kind and parts
    parts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A window of words with what is known of them; trees and names may each be unknown."""

    words: tuple[str, ...]
    spaced: tuple[bool, ...]  # whether white space stands before a word
    sentences: tuple[int, ...] = ()  # number of each word's sentence
    morph: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()  # within the window from 1; 0 is the root
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    events: tuple[Told, ...] = ()
    statuses: tuple[tuple[int, str], ...] = ()  # words that tell events, with the status of these
    read: bool = False  # its events were told by somebody who read it; else by the rules of this program


def tree_lessons(data: Path, name: str, chance: random.Random) -> Iterator[Lesson]:
    """The paragraphs of a treebank, long ones in stretches of whole sentences."""
    for paragraph in paragraphs(lines(find(data, "trees", name))):
        stretch: list[list[Word]] = []
        room = chance.randint(30, LONGEST)
        for sentence in paragraph.sentences:
            if stretch and sum(map(len, stretch)) + len(sentence) > room:
                yield tree_lesson(stretch)
                stretch, room = [], chance.randint(30, LONGEST)
            stretch.append(sentence[: 2 * LONGEST])
        yield tree_lesson(stretch)


def tree_lesson(stretch: Sequence[Sequence[Word]]) -> Lesson:
    words = [w for sentence in stretch for w in sentence]
    heads: list[int] = []
    numbers: list[int] = []
    for n, sentence in enumerate(stretch):
        base = len(heads)
        heads += [base + w.head if w.head else 0 for w in sentence]
        numbers += [n] * len(sentence)
    return Lesson(
        words=tuple(w.form for w in words),
        spaced=tuple([True, *(w.space for w in words)][: len(words)]),
        sentences=tuple(numbers),
        morph=tuple(f"{w.upos}|{'' if w.feats == '_' else w.feats}" for w in words),
        xpos=tuple(w.xpos for w in words),
        heads=tuple(heads),
        relations=tuple("root" if w.head == 0 else w.deprel for w in words),
    )


def name_lessons(data: Path, name: str) -> Iterator[Lesson]:
    """The texts of a name corpus in the words that the pipeline's tokenizer makes of them, long ones in stretches.

    Corpora keep "al-Qaida" in one piece and treebanks do not; a name that begins or ends inside a word takes the whole word.
    """
    nlp = English()
    adapt(nlp)
    for gold in read_names(find(data, "names", name), nlp.vocab, (DROPPED,)):
        doc = nlp.make_doc(gold.text)
        found = (doc.char_span(e.start_char, e.end_char, label=e.label_, alignment_mode="expand") for e in gold.ents)
        doc.set_ents(filter_spans(span for span in found if span is not None))
        words = [t for t in doc if not t.is_space]
        tags = [t.ent_iob_ if t.ent_iob_ == OUTSIDE else f"{t.ent_iob_}-{t.ent_type_}" for t in words]
        spaced = [t.i == 0 or bool(doc[t.i - 1].whitespace_) or doc[t.i - 1].is_space for t in words]
        for start in range(0, len(words), LONGEST):
            part = slice(start, start + LONGEST)
            yield Lesson(words=tuple(t.text for t in words[part]), spaced=tuple(spaced[part]), names=tuple(spelled(tags[part])))


def event_lessons(path: Path, *, kept: bool = False) -> Iterator[Lesson]:
    """The windows of a file of events, as `dateline.training.lessons` writes it: those that teach, or those kept to measure."""
    for row in filter(lambda row: row.get("kept", False) == kept, map(json.loads, filter(None, lines(path)))):
        yield Lesson(
            words=tuple(row["words"]),
            spaced=tuple(row["spaced"]),
            sentences=tuple(row["sentences"]),
            events=tuple(
                Told(word=e["word"], kind=e["kind"], weight=e["weight"], parts=tuple((i, part) for i, part in e["parts"]))
                for e in row["events"]
            ),
            statuses=tuple((word, status) for word, status in row["statuses"]),
            read=row["read"],
        )


def scheme(lessons: Iterable[Lesson], events: Sequence[Lesson] = ()) -> Scheme:
    """The labels that some lessons teach, and some of events."""
    counts: dict[str, Counter[str]] = {"morph": Counter(), "xpos": Counter(), "relations": Counter()}
    for lesson in lessons:
        for kind, counter in counts.items():
            counter.update(getattr(lesson, kind))
    kept = {kind: tuple(sorted(label for label, n in counter.items() if n >= RARE)) for kind, counter in counts.items()}
    told = [event for lesson in events for event in lesson.events]
    parts = {part for event in told for _, part in event.parts}
    stated = {status for lesson in events for _, status in lesson.statuses}
    return Scheme(
        morph=kept["morph"],
        xpos=kept["xpos"],
        name=name_labels(NAMES),
        relation=kept["relations"],
        kind=tuple(sorted({event.kind for event in told} - {UNTYPED, NOTHING})) + ((UNTYPED, NOTHING) if told else ()),
        part=(NO_PART, *sorted(parts - {NO_PART})) if told else (),
        status=tuple(status for status in get_args(Status) if status in stated),
    )


def reprinted(lesson: Lesson, chance: random.Random, *, title: float, upper: float, lower: float) -> Lesson:
    """Now and then a lesson with its words printed another way, as headlines have them."""
    dice = chance.random()
    if dice < title:
        words = [w if i and w in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(lesson.words)]
    elif dice < title + upper:
        words = [w.upper() for w in lesson.words]
    elif dice < title + upper + lower:
        words = [w.lower() for w in lesson.words]
    else:
        return lesson
    return replace(lesson, words=tuple(words))


def in_batches(lessons: Sequence[Lesson], chance: random.Random, size: int) -> Iterator[list[Lesson]]:
    """Lessons shuffled into batches of about `size` words, those of a batch of about equal length."""
    order = sorted(lessons, key=lambda lesson: len(lesson.words) + chance.uniform(-6, 6))
    batches: list[list[Lesson]] = []
    longest = 0
    for lesson in order:
        longest = max(longest, len(lesson.words))
        if not batches or longest * (len(batches[-1]) + 1) > size:
            batches.append([])
            longest = len(lesson.words)
        batches[-1].append(lesson)
    chance.shuffle(batches)
    yield from batches


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Lessons as tensors; `gold` holds those of the labels that are known."""

    pieces: Tensor
    traits: Tensor
    inside: Tensor
    firsts: Tensor
    words: int
    gold: dict[str, Tensor]

    def to(self, device: str) -> "Batch":
        """The same on another device."""
        moved = {name: getattr(self, name).to(device) for name in ("pieces", "traits", "inside", "firsts")}
        return replace(self, **moved, gold={kind: value.to(device) for kind, value in self.gold.items()})

    @property
    def real(self) -> Tensor:
        """Which places (batch, words) hold a word; every lesson knows sentences or names."""
        return self.gold["sentence" if "sentence" in self.gold else "name"] != IGNORED


class Packer:
    """Turns lessons into tensors."""

    def __init__(self, cutter: Cutter, scheme: Scheme) -> None:
        self.cutter = cutter
        self.scheme = scheme
        self.numbers = {kind: {label: i for i, label in enumerate(labels)} for kind, labels in scheme.lists().items()}

    def pack(self, lessons: Sequence[Lesson]) -> Batch:
        windows = [window(self.cutter, lesson.words, lesson.spaced) for lesson in lessons]
        pieces = padded([w.pieces for w in windows], 0)
        return Batch(
            pieces=pieces,
            traits=padded([w.traits for w in windows], 0),
            inside=padded([[1] * len(w.pieces) for w in windows], 0).bool(),
            firsts=padded([w.firsts for w in windows], 0),
            words=sum(len(lesson.words) for lesson in lessons),
            gold=self.gold(lessons),
        )

    def gold(self, lessons: Sequence[Lesson]) -> dict[str, Tensor]:
        if lessons[0].names:
            return {"name": self._numbered("name", [lesson.names for lesson in lessons])}
        if not lessons[0].heads:
            return self._sentences(lessons) | self._told(lessons)
        return {
            "morph": self._numbered("morph", [lesson.morph for lesson in lessons]),
            "xpos": self._numbered("xpos", [lesson.xpos for lesson in lessons]),
            "relation": self._numbered("relation", [lesson.relations for lesson in lessons]),
            "heads": padded([lesson.heads for lesson in lessons], IGNORED),
        } | self._sentences(lessons)

    def _sentences(self, lessons: Sequence[Lesson]) -> dict[str, Tensor]:
        starts = [[int(i == 0 or s != lesson.sentences[i - 1]) for i, s in enumerate(lesson.sentences)] for lesson in lessons]
        return {"sentence": padded(starts, IGNORED), "sentences": padded([lesson.sentences for lesson in lessons], -1)}

    def _told(self, lessons: Sequence[Lesson]) -> dict[str, Tensor]:
        """Events as places in the matrix of all words of a batch."""
        width = max(len(lesson.words) for lesson in lessons)
        told = [(n * width, e) for n, lesson in enumerate(lessons) for e in lesson.events]
        pairs = [(base + e.word, base + i, part, e.weight) for base, e in told for i, part in e.parts]
        kinds, parts, statuses = (self.numbers[name] for name in ("kind", "part", "status"))
        stated = [(n * width + word, s) for n, lesson in enumerate(lessons) for word, s in lesson.statuses if s in statuses]
        return {
            "event": torch.tensor([base + e.word for base, e in told], dtype=torch.int64),
            "kind": torch.tensor([kinds[e.kind] for _, e in told], dtype=torch.int64),
            "weight": torch.tensor([e.weight for _, e in told]),
            "pair": torch.tensor([(event, other) for event, other, _, _ in pairs], dtype=torch.int64).reshape(-1, 2),
            "part": torch.tensor([parts[part] for _, _, part, _ in pairs], dtype=torch.int64),
            "worth": torch.tensor([weight for *_, weight in pairs]),
            "stated": torch.tensor([place for place, _ in stated], dtype=torch.int64),
            "status": torch.tensor([statuses[status] for _, status in stated], dtype=torch.int64),
        }

    def _numbered(self, kind: str, rows: Sequence[Sequence[str]]) -> Tensor:
        numbers = self.numbers[kind]
        return padded([[numbers.get(label, IGNORED) for label in row] for row in rows], IGNORED)


def padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    """Rows of numbers as one matrix."""
    table: Any = np.full((len(rows), max(map(len, rows))), filling, dtype="int64")
    for row, values in zip(table, rows, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(table)
