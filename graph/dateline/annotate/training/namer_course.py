"""The course of the second opinion on names: lessons in, weights of `namer.py` out."""

import random
from collections.abc import Sequence

import torch
from torch import Tensor

from dateline.annotate.forms import form
from dateline.annotate.scheme import Scheme
from dateline.annotate.training.batches import IGNORED, Lesson, in_batches, padded
from dateline.annotate.training.loop import Course, Watch, descend, endless, headlined, unseen, wrong
from dateline.annotate.training.measure import f_score, hits
from dateline.annotate.training.torch_namer import Namer

TOGETHER = 3_000  # words
NOTHING = [0, 0, 0, 0, 0]


def run(
    namer: Namer, scheme: Scheme, lessons: Sequence[Lesson], course: Course, *, each: int = 500, watch: Watch = unseen
) -> None:
    """Train in place. It goes over the corpora hardly more than once: what it would learn later is their mistakes, by heart."""
    chance = random.Random(course.seed)
    batches = endless(lessons, chance, course.words)

    def draw(_: float) -> dict[str, Tensor]:
        some = [headlined(lesson, chance) for lesson in next(batches)]
        gold = numbered(scheme, some)
        return {"name": wrong(namer(forms(some), gold != IGNORED), gold)}

    parameters = [{"params": list(namer.parameters()), "lr": course.rate, "weight_decay": course.decay}]
    descend(namer, parameters, draw, course, each=each, watch=watch)


@torch.no_grad()
def measure(namer: Namer, scheme: Scheme, lessons: Sequence[Lesson]) -> dict[str, float]:
    """F1 of names in percent, where they are told by this network alone."""
    namer.eval()
    counts = dict.fromkeys(("hit", "found", "wanted"), 0)
    for some in in_batches(lessons, random.Random(0), TOGETHER):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = namer(forms(some), numbered(scheme, some) != IGNORED)
        for kind, count in hits(scheme, some, scores).items():
            counts[kind] += count
    return {"names": f_score(counts)}


def forms(lessons: Sequence[Lesson]) -> Tensor:
    """The forms of the words of lessons, (lessons, words, tables)."""
    longest = max(len(lesson.words) for lesson in lessons)
    rows = [[form(word) for word in lesson.words] for lesson in lessons]
    return torch.tensor([[*row, *[NOTHING] * (longest - len(row))] for row in rows])


def numbered(scheme: Scheme, lessons: Sequence[Lesson]) -> Tensor:
    """The name labels of lessons as numbers."""
    numbers = {label: i for i, label in enumerate(scheme.name)}
    return padded([[numbers[label] for label in lesson.names] for lesson in lessons], IGNORED)
