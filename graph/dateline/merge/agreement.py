"""Two articles that tell several things alike tell one affair, and are likelier to mean one thing by one word.

Whatever is said of a pair of tellings, it says more where others of the same two articles agree. Depends on these two alone.
"""

from collections.abc import Iterable, Sequence
from math import exp, log

from dateline.merge.affairs import TALK
from dateline.merge.telling import Key, Telling
from dateline.perceptron import DIGITS

SURE = 0.5  # the likelihood of pairs that agree
FEWEST, SHARE = 2, 0.3  # how many tellings of each article agree at least, and which share of the shorter one's
MORE = 0.25  # log-odds; twice as much gains as much again on ECB+, at the cost of precision

Said = tuple[Key, Key, float]


def encouraged(said: Iterable[Said], one: Sequence[Telling], other: Sequence[Telling]) -> list[Said]:
    """What is said of pairs of two articles, and a little more where the articles agree. `one` and `other` are their tellings."""
    said = list(said)
    ours, theirs = ({t.key for t in some if t.event.timeml_class not in TALK} for some in (one, other))
    sure = [(a, b) for a, b, value in said if value >= SURE and a in ours and b in theirs]
    agree = min(len({a for a, _ in sure}), len({b for _, b in sure}))
    if agree < FEWEST or agree < SHARE * min(len(ours), len(theirs)):
        return said
    return [(a, b, _raised(value)) for a, b, value in said]


def _raised(value: float) -> float:
    if not 0 < value < 1:
        return value
    return round(1 / (1 + exp(-log(value / (1 - value)) - MORE)), DIGITS)
