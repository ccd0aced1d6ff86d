"""Which sentences of an article stand in one paragraph.

The graph keeps sentences with their offsets and no paragraphs. Within a paragraph a sentence follows the last one after a space
or a line's end; between paragraphs stand at least two characters.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

SPACE = 1  # characters between sentences of a paragraph
MOST = 12  # sentences on either side; a text without paragraphs is not one


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The sentences of all articles, each list by place in the text: offset, words, number of the paragraph."""

    sentences: Mapping[str, list[tuple[int, str, int]]]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """From rows of `sentences.rq`, which come by article and place."""
        found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
        ends: dict[str, tuple[int, str | None]] = {}
        for row in rows:
            article, begin, layout = row["article"], row["begin"], row["layout"]
            end, last = ends.get(article, (-SPACE, layout))
            number = found[article][-1][2] if found[article] else 0
            found[article].append((begin, row["sentence"], number + (begin - end > SPACE or layout != last)))
            ends[article] = (begin + len(row["sentence"]), layout)
        return cls(found)

    def around(self, article: str, begin: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sentences before and after the one at an offset, within its paragraph."""
        line = self.sentences.get(article, [])
        at = bisect_left(line, (begin,))
        if at == len(line) or line[at][0] != begin:
            return (), ()
        near = range(max(0, at - MOST), min(len(line), at + MOST + 1))
        same = [i for i in near if line[i][2] == line[at][2]]
        return tuple(line[i][1] for i in same if i < at), tuple(line[i][1] for i in same if i > at)
