"""Fit what confidence is read from: `python -m dateline.training.confidence ECBPLUS.jsonl.gz GMB.bio.xz …`.

The articles of `read-events.tsv.xz` that the language pipeline was not trained on are extracted anew, and what there is to tell
of each event, type and role, right or wrong as it was read, becomes the rows of three logistic regressions (L2, by Newton's
method), whose weights are written to `seeds/lexicons/confidence-weights.tsv`. A fourth weighs the three likelihoods of an event
together; it is fitted on what the three say of articles that they were not fitted on, since they are too sure of those they
were. Prints how well all that does on articles left out (ten parts, the articles of one affair together): AUC, how often what
is said to be likely is right, and what share of events stays above each confidence.
The same input and versions give the same weights.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.extract import extract
from dateline.resources import path
from dateline.sure.confidence import Opinion, logistic, summary
from dateline.sure.told import Look, looks, of_cast, of_role, of_type
from dateline.training.judged import Verdict, verdicts
from dateline.training.texts import articles
from dateline.tree import Tree

Floats = NDArray[np.float64]
PARTS = ("type", "role", "cast", "event")
PENALTY = 2.0
FREE = 1e-3  # the penalty of what holds of all
LEAST = 4  # rows in which something must be told to have a weight
FOLDS = 10
STEPS = 40
SHOWN = 0.05  # weights nearer to nought are left out


class Row(NamedTuple):
    """What is told of something, whether it is right, and the part of the data that it belongs to."""

    told: tuple[str, ...]
    right: bool
    fold: int


class Judged(NamedTuple):
    """A judged event: its rows by number, and whether type and cast are right together."""

    type: int
    roles: tuple[int, ...]
    cast: int
    right: bool
    fold: int


Weights = Mapping[str, float]


def rows(found: Iterable[tuple[Look, Verdict]]) -> tuple[dict[str, list[Row]], list[Judged]]:
    """The rows of each regression, and the events."""
    kept: dict[str, list[Row]] = {name: [] for name in PARTS}
    events = []
    for look, verdict in found:
        fold = crc32(verdict.article.partition("_")[0].encode()) % FOLDS  # "1_10ecb" is of affair 1
        event = look.event
        typed, whole = verdict.typed(event), verdict.whole(event)
        played = [verdict.plays(event, r) for r in event.roles]
        at = {name: len(kept[name]) for name in kept}
        kept["type"].append(Row(tuple(of_type(look)), typed, fold))
        kept["role"] += [Row(tuple(of_role(look, r)), p, fold) for r, p in zip(event.roles, played, strict=True)]
        kept["cast"].append(Row(tuple(of_cast(look)), whole, fold))
        numbers = tuple(range(at["role"], len(kept["role"])))
        events.append(Judged(at["type"], numbers, at["cast"], typed and whole and all(played), fold))
    return kept, events


def fit(told: Sequence[Row]) -> Weights:
    """The weight of all that is told often enough."""
    count = Counter(t for row in told for t in {*row.told})
    names = sorted(t for t, n in count.items() if n >= LEAST)
    place = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(told), len(names)))
    for n, row in enumerate(told):
        matrix[n, [place[t] for t in {*row.told} if t in place]] = 1
    found = newton(matrix, np.array([row.right for row in told], float), names.index("any"), PENALTY)
    return dict(zip(names, found.tolist(), strict=True))


def newton(matrix: Floats, right: Floats, free: int, penalty: float) -> Floats:
    """The weights of a logistic regression; the one numbered `free` is hardly held back."""
    held = np.full(matrix.shape[1], penalty)
    held[free] = FREE
    found = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        given = 1 / (1 + np.exp(-np.clip(matrix @ found, -30, 30)))
        slope = matrix.T @ (given - right) + held * found
        bend = (matrix.T * (given * (1 - given))) @ matrix + np.diag(held)
        found = found - np.linalg.solve(bend, slope)
    return found


def said(told: Sequence[Row], known: Weights) -> Floats:
    """What weights make of rows."""
    return np.array([logistic(sum(known.get(t, 0.0) for t in {*row.told})) for row in told])


def left_out(told: Sequence[Row]) -> Floats:
    """What is said of each row by weights that were fitted on the other parts of the data."""
    found = np.zeros(len(told))
    for fold in range(FOLDS):
        own = [n for n, row in enumerate(told) if row.fold == fold]
        known = fit([row for row in told if row.fold != fold])
        found[own] = said([told[n] for n in own], known)
    return found


def together(events: Sequence[Judged], given: Mapping[str, Floats]) -> Floats:
    """The rows of the regression over an event's three likelihoods."""
    return np.array(
        [
            list(
                summary(
                    Opinion("", given["type"][e.type]),
                    [Opinion("", given["role"][n]) for n in e.roles],
                    Opinion("", given["cast"][e.cast]),
                ).values()
            )
            for e in events
        ]
    )


def over_events(matrix: Floats, events: Sequence[Judged]) -> tuple[Weights, Floats]:
    """The weights over events, and what is said of each by those fitted on the other parts."""
    right, folds = np.array([e.right for e in events], float), np.array([e.fold for e in events])
    found = np.zeros(len(events))
    for fold in range(FOLDS):
        own = folds == fold
        found[own] = [logistic(v) for v in matrix[own] @ newton(matrix[~own], right[~own], 0, 0.5)]
    names = ("any", "type", "roles", "cast")
    return dict(zip(names, newton(matrix, right, 0, 0.5).tolist(), strict=True)), found


def auc(given: Floats, right: Sequence[bool]) -> float:
    """How often something right is said to be likelier than something wrong."""
    good, bad = given[np.array(right)], given[~np.array(right)]
    return float(np.mean((good[:, None] > bad) + 0.5 * (good[:, None] == bad)))


def report(name: str, given: Floats, right: Sequence[bool]) -> None:
    """Print how well likelihoods do."""
    print(f"{name}: {len(right)} judged, {np.mean(right):.3f} right, AUC {auc(given, right):.3f}")
    edges = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
    for low, high in pairwise(edges):
        some = (given >= low) & (given < high)
        if some.any():
            print(f"  said {low:.1f} to {min(high, 1):.1f}: {some.sum()}, right {np.array(right)[some].mean():.2f}")


def curve(given: Floats, right: Sequence[bool]) -> None:
    """Print what share of events is at or above each confidence, and how many of those are right."""
    for least in np.arange(0.4, 0.9, 0.02):
        some = given.round(2) >= least - 1e-9
        if some.any():
            print(f"  from {least:.2f}: {some.mean():.2f} of events, {np.array(right)[some].mean():.3f} right")


def judged(sources: Iterable[Path]) -> list[tuple[Look, Verdict]]:
    """The events that were read, as they are extracted now."""
    known = {(v.article, v.read.start): v for v in verdicts()}
    wanted = {article for article, _ in known}
    texts = [a for source in sources for a in articles(source) if a.id in wanted]
    found = []
    for document in extract(texts, jobs=0):
        for look in looks(document, Tree(document)):
            verdict = known.get((document.article.id, look.event.start))
            if verdict is not None:
                found.append((look, verdict))
    print(f"{len(known)} events were read, {len(found)} of them found now")
    return found


def write(weights: Mapping[str, Weights]) -> None:
    """Write the weights, for people too."""
    target = path("seeds", "lexicons", "confidence-weights.tsv")
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for name in PARTS:
            for told, weight in sorted(weights[name].items(), key=lambda pair: (pair[0] != "any", pair[0])):
                if abs(weight) >= SHOWN or told == "any":
                    out.write(f"{name}\t{told}\t{weight:.2f}\n")


HEAD = """\
# What speaks for and against an event's type, a participant's part, a cast's being whole: log-odds, summed ("any" of every one).
# of event: how the logarithms of the three likelihoods (those of all roles summed) weigh together.
# told: as dateline.sure.told words it. weight: fitted by dateline.training.confidence, a logistic regression (L2), on events of
# the training parts of ECB+ (CC BY 3.0) and the Groningen Meaning Bank (public domain) that were read for Dateline.
of\ttold\tweight
"""


def main(sources: Iterable[Path]) -> None:
    """Write the weights and print how well they do."""
    told, events = rows(judged(sources))
    given = {name: left_out(told[name]) for name in PARTS[:3]}
    for name, values in given.items():
        report(name, values, [row.right for row in told[name]])
    known, values = over_events(together(events, given), events)
    report("event", values, [e.right for e in events])
    curve(values, [e.right for e in events])
    weights: dict[str, Any] = {name: fit(told[name]) for name in PARTS[:3]}
    write({**weights, "event": known})


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
