"""What words may mean in a story: the kind of event that a word tells where it stands, and who takes which part in it.

The network learned both from events of news that people had typed and cast by reading. It chooses nothing here: each likelihood
is handed on, for finding, casting and confidence to weigh beside what the lexicons and the grammar say.
"""

from collections.abc import Sequence

import numpy as np

from dateline.layers import Floats

LEAST = 0.02  # likelihoods below are not kept
SPEAKING = frozenset(("VERB", "NOUN", "ADJ", "AUX", "PROPN"))  # what may tell an event
NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"))  # what may take part in one


def told(rows: Floats, names: Sequence[str]) -> list[dict[str, float]]:
    """The labels that are likely at all, of each of some words."""
    found: list[dict[str, float]] = [{} for _ in rows]
    words, labels = np.nonzero(rows >= LEAST)
    likely = rows[words, labels].astype("float64").round(2)
    for word, label, value in zip(words.tolist(), labels.tolist(), likely.tolist(), strict=True):
        found[word][names[label]] = value
    return found


def taking(rows: Floats, places: Sequence[int], names: Sequence[str], event: int) -> dict[int, dict[str, float]]:
    """{word: {part: how likely it takes that part in an event}}; the event's own word takes none, and no part is not named."""
    parts = zip(places, told(rows[:, 1:], names[1:]), strict=True)
    return {place: own for place, own in parts if own and place != event}
