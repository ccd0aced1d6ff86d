"""Words as a window for the network."""

from collections.abc import Sequence

from dateline.annotate.network import LONGEST, Window
from dateline.annotate.wordpieces import BEGIN, END, Cutter, trait

ROOM = LONGEST - 2  # pieces of words: one stands before, one behind them


def window(cutter: Cutter, words: Sequence[str], spaced: Sequence[bool]) -> Window:
    """A window over words; where the pieces run out of room, the last words share the last piece."""
    pieces, traits, firsts = [cutter.numbers[BEGIN]], [0], [0]
    for word, space in zip(words, spaced, strict=True):
        own = cutter(word)[: ROOM + 1 - len(pieces)]
        firsts.append(min(len(pieces), ROOM))
        pieces += own
        traits += [trait(word, space)] * len(own)
    return Window(pieces=[*pieces, cutter.numbers[END]], traits=[*traits, 0], firsts=firsts)


def fit(cutter: Cutter, words: Sequence[str]) -> int:
    """How many of some words a window has room for."""
    pieces = 0
    for n, word in enumerate(words):
        pieces += len(cutter(word))
        if pieces > ROOM:
            return n
    return len(words)
