"""The labels that the network gives to words, and how names are spelled as labels of words.

A name of several words is B … I … E, one of a single word S, what is outside O ("BILOU", Ratinov and Roth 2009).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from dateline.layers import Floats

LABELS = ("morph", "xpos", "name", "sentence", "relation", "kind", "part", "status")
OUTSIDE = "O"
NEVER = np.float32(-1e9)
# under which a spaCy document keeps how likely the head and relation of each token are right, what kinds of events tokens may
# tell, with what status, who may take which part in them, and how tokens look
SURE, KINDS, STATUSES, PARTS, LOOKS = (f"dateline_{name}" for name in ("sure", "kinds", "statuses", "parts", "looks"))
NO_PART = "none"


@dataclass(frozen=True)
class Scheme:
    """The labels of each kind, in the order of their scores."""

    morph: tuple[str, ...]  # "UPOS|features"
    xpos: tuple[str, ...]
    name: tuple[str, ...]
    relation: tuple[str, ...]
    kind: tuple[str, ...] = ()  # of events: the types, UNTYPED, NOTHING
    part: tuple[str, ...] = ()  # NO_PART, then the roles
    status: tuple[str, ...] = ()  # of events
    sentence: tuple[str, ...] = ("inside", "start")

    def counts(self) -> dict[str, int]:
        return {kind: len(labels) for kind, labels in self.lists().items()}

    def lists(self) -> dict[str, list[str]]:
        return {kind: list(getattr(self, kind)) for kind in LABELS}

    @classmethod
    def of(cls, lists: Mapping[str, Sequence[str]]) -> "Scheme":
        return cls(**{kind: tuple(labels) for kind, labels in lists.items()})

    @cached_property
    def follows(self) -> Any:
        """Which name label may follow which, as scores to add: 0 or never."""
        return np.array([[np.float32(0) if may_follow(a, b) else NEVER for b in self.name] for a in self.name])

    def best_names(self, scores: Floats, starts: Sequence[bool]) -> list[str]:
        """The best possible sequence of name labels; none crosses the start of a sentence (Viterbi)."""
        opening = np.array([np.float32(0) if b == OUTSIDE or b[0] in "BS" else NEVER for b in self.name])
        closing = np.array([np.float32(0) if b == OUTSIDE or b[0] in "ES" else NEVER for b in self.name])
        if (scores.argmax(1) == self.name.index(OUTSIDE)).all():
            return [OUTSIDE] * len(scores)
        total, back = scores[0] + opening, []
        for k in range(1, len(scores)):
            moves = (total + closing)[:, None] + opening[None, :] if starts[k] else total[:, None] + self.follows
            back.append(moves.argmax(0))
            total = moves.max(0) + scores[k]
        label = int((total + closing).argmax())
        path = [label]
        for moves in reversed(back):
            label = int(moves[label])
            path.append(label)
        return [self.name[label] for label in reversed(path)]


def name_labels(kinds: Iterable[str]) -> tuple[str, ...]:
    """The labels of words for some kinds of names."""
    return (OUTSIDE, *(f"{place}-{kind}" for kind in kinds for place in "BIES"))


def may_follow(before: str, after: str) -> bool:
    """Whether one name label may stand behind another."""
    if before[0] in "BI":
        return after[0] in "IE" and after[2:] == before[2:]
    return after[0] in "OBS"


def spelled(tags: Sequence[str]) -> list[str]:
    """BIO tags of words as the labels used here; a stray I begins a name."""
    labels = []
    for i, tag in enumerate(tags):
        kind, before, after = tag[2:], tags[i - 1] if i else OUTSIDE, tags[i + 1] if i + 1 < len(tags) else OUTSIDE
        if tag == OUTSIDE:
            labels.append(tag)
            continue
        begins = tag[0] == "B" or before[2:] != kind or before == OUTSIDE
        ends = not (after[0] == "I" and after[2:] == kind)
        labels.append({(1, 1): "S", (1, 0): "B", (0, 1): "E", (0, 0): "I"}[begins, ends] + "-" + kind)
    return labels


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names that labels of words spell, as (first, stop, kind)."""
    found, first = [], 0
    for i, label in enumerate(labels):
        if label[0] in "BS":
            first = i
        if label[0] in "ES":
            found.append((first, i + 1, label[2:]))
    return found
