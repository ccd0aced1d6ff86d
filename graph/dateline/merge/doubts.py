"""What takes from the likelihood that two tellings are one event, whatever the network has learned.

The articles that it learned from tell one affair over and over; in others a word that comes again is more often another event.
Each doubt was measured on pairs read outside of annotated sentences: how many of those that it strikes were one event.
"""

import numpy as np
from numpy.typing import NDArray

from dateline.merge.features import NAMES

Floats = NDArray[np.float64]


def doubts(rows: Floats) -> Floats:
    """What is left of the likelihood of each row of features, from 0 to 1."""
    told = dict(zip(NAMES, rows.T, strict=True))
    copied = (told["same context"] >= 0.375) | (told["sentence cosine"] >= 0.5) | (told["close likeness"] >= 0.75)
    one_article, apart, far = told["same article"] > 0, told["slots at odds"] > 0, told["article likeness"] < 0.25
    found = (
        (one_article & apart, 0.0),  # an article that names other actors or aims speaks of something else: 2 of 20 were one
        (told["other figures"] > 0, 0.0),  # nor does another figure belong to the same fall
        (one_article & ~copied, 0.3),  # 1 of 4: who writes of a thing again says so in other words
        (one_article & copied, 0.4),  # one article repeats its words to list things that are alike
        (apart & ~copied, 0.7),  # 4 of 10
        (told["same family"] == 0, 0.8),  # 4 of 10
        (told["other days"] > 0, 0.5),
        ((told["reality differs"] > 0) & ~copied, 0.8),  # 5 of 10
        (far, 0.7),  # articles of different affairs have words in common, not events
        (far & ~copied, 0.7),
    )
    left = np.ones(len(rows))
    for struck, share in found:
        left = np.where(struck, left * share, left)
    return left
