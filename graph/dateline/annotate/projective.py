"""The best tree whose arcs do not cross (Eisner 1996): nearly all English sentences have such a tree."""

from typing import Any

import numpy as np

from dateline.annotate.arborescence import Floats, Ints


def crosses(heads: Ints) -> bool:
    """Whether two arcs of a tree cross; `heads` count words from 1, the arc to the root (0) included."""
    child = np.arange(1, len(heads) + 1)
    low, high = np.minimum(child, heads), np.maximum(child, heads)
    return bool(((low[:, None] < low) & (low < high[:, None]) & (high[:, None] < high)).any())


def best_projective(scores: Floats) -> Ints:
    """The heads of words in the best tree without crossing arcs, one word under the root; `scores` as in `best_tree`."""
    n = len(scores)
    arc = np.full((n + 1, n + 1), -np.inf)  # arc[head, child]
    arc[:, 1:] = scores.T
    arc[0, 1:] = -np.inf  # the root is dealt with at the end: it takes one word only
    # whole and open spans [from, to]; direction 0: headed by the right end, 1: by the left end
    whole, open_ = np.full((2, 2, n + 1, n + 1), -np.inf)
    split_whole, split_open = np.zeros((2, 2, n + 1, n + 1), "int64")
    whole[:, range(n + 1), range(n + 1)] = 0
    for width in range(1, n):  # all spans of a width at once
        left = np.arange(1, n + 1 - width)
        right = left + width
        rows = np.arange(len(left))
        inside = left[:, None] + np.arange(width)
        meet = whole[1, left[:, None], inside] + whole[0, inside + 1, right[:, None]]
        best = meet.argmax(1)
        split_open[:, left, right] = left + best
        open_[0, left, right] = meet[rows, best] + arc[right, left]
        open_[1, left, right] = meet[rows, best] + arc[left, right]
        inner = whole[0, left[:, None], inside] + open_[0, inside, right[:, None]]
        best = inner.argmax(1)
        split_whole[0, left, right] = left + best
        whole[0, left, right] = inner[rows, best]
        outer = open_[1, left[:, None], inside + 1] + whole[1, inside + 1, right[:, None]]
        best = outer.argmax(1)
        split_whole[1, left, right] = left + 1 + best
        whole[1, left, right] = outer[rows, best]
    tops = whole[0, 1, 1:] + whole[1, range(1, n + 1), n] + scores[:, 0]
    top = int(tops.argmax()) + 1
    heads = np.zeros(n + 1, "int64")
    _unfold(heads, split_whole, split_open, top, n)
    found: Ints = heads[1:]
    return found


def _unfold(heads: Any, split_whole: Any, split_open: Any, top: int, n: int) -> None:
    """Enter the heads that the best spans stand for."""
    todo = [("whole", 0, 1, top), ("whole", 1, top, n)]
    while todo:
        kind, side, left, right = todo.pop()
        if left == right:
            continue
        middle = int((split_whole if kind == "whole" else split_open)[side, left, right])
        if kind == "open":
            heads[left if side == 0 else right] = right if side == 0 else left
            todo += [("whole", 1, left, middle), ("whole", 0, middle + 1, right)]
        elif side == 0:
            todo += [("whole", 0, left, middle), ("open", 0, middle, right)]
        else:
            todo += [("open", 1, left, middle), ("whole", 1, middle, right)]
