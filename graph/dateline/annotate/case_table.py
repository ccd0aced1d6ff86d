"""Which English words are written small inside a sentence, counted in the training data.

Writes `case.txt`: first the words that stand small more often than not, one a line; then pairs of words that stand capitalised
together though one of them alone would not ("Security Council"). Headlines in title case are read by it.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc

OPENERS = frozenset(".!?:;…\"“”‘’'`()[]-–—*")
SEEN = 2  # once may be a slip
PAIRS = 4


def inside(doc: Doc) -> list[str]:
    """The words of a text, with "" for those whose capital may come from their place: behind a stop or a quotation mark."""
    words = [t.text for t in doc]
    return ["" if i == 0 or words[i - 1][-1] in OPENERS else w for i, w in enumerate(words)]


def shouted(words: list[str]) -> bool:
    """Whether a text is printed like a headline, so that its case says nothing."""
    letters = [w for w in words if w.isalpha() and len(w) > 3]
    return sum(w[0].isupper() for w in letters) > len(letters) / 2


def count(docs: Iterable[Doc]) -> tuple[list[str], list[str]]:
    """The words that stand small and the pairs that stand capitalised, sorted."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for doc in docs:
        words = inside(doc)
        if shouted(words):
            continue
        small.update(w for w in words if w.isalpha() and w.islower())
        large.update(w.lower() for w in words if w.isalpha() and w[0].isupper())
        pairs.update(f"{a} {b}" for a, b in pairwise(words) if a.istitle() and b.istitle())
    words = sorted(w for w, n in small.items() if n >= SEEN and n > large[w])
    known = frozenset(words)
    kept = sorted(p for p, n in pairs.items() if n >= PAIRS and not known.isdisjoint(p.lower().split()))
    return words, kept


def write(docs: Iterable[Doc], path: Path) -> None:
    """Count and write the table."""
    words, pairs = count(docs)
    path.write_text("\n".join([*words, *pairs]) + "\n", encoding="utf-8")
