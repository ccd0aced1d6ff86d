"""Headlines as sentences: "Iran Holds Talks With Qatar" read as "Iran holds talks with Qatar".

A parser that learned from running text takes the capitals of a headline for names. What a word's case would be is asked of the
article's own body first, then of a table of words that stand small in running text (`case.txt`, counted in the training data).
The length of a text never changes, so offsets hold.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from dateline.model import Article

TABLE = Path(__file__).parent / "case.txt"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
OPENS = re.compile(r"(?:^|[.!?:;…\"“”‘\n(\[–—-]|['’]\s)\s*$")  # what a word's capital may be owed to
ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
)
ENOUGH = 3  # words by which the style of a headline shows
BODY = 200_000  # characters of the body that are asked at most

Recase = Callable[[str], str]


@cache
def table() -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand small in running text, and the pairs of words that stand capitalised together."""
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return frozenset(w for w in lines if " " not in w), frozenset(p for p in lines if " " in p)


def style(text: str) -> str:
    """How a headline is printed: "upper", "title", or "plain" like a sentence."""
    words = [w for w in WORD.findall(text) if len(w) > 3]
    if len(words) >= 2 and sum(w.isupper() for w in words) > 0.8 * len(words):
        return "upper"
    rest = words[1:] if words and text.lstrip().startswith(words[0]) else words  # a sentence opens with a capital, too
    if len(rest) >= ENOUGH and sum(w[0].isupper() for w in rest) > 0.7 * len(rest):
        return "title"
    return "plain"


class Body:
    """How the paragraphs of an article write its words, where their place demands no capital."""

    def __init__(self, article: Article) -> None:
        self.forms: dict[str, Counter[str]] = {}
        self.pairs: Counter[str] = Counter()
        length = 0
        for block in article.blocks:
            if block.kind == "paragraph" and length < BODY:
                self.read(article.text[block.start : min(block.end, block.start + BODY)])
                length += block.end - block.start

    def read(self, text: str) -> None:
        """Count the words of a paragraph and the pairs of capitalised ones that stand side by side."""
        found = [m for m in WORD.finditer(text) if not OPENS.search(text[max(0, m.start() - 4) : m.start()])]
        for match in found:
            self.forms.setdefault(match[0].lower(), Counter())[match[0]] += 1
        for a, b in pairwise(found):
            if a[0][0].isupper() and b[0][0].isupper() and b.start() - a.end() == 1:
                self.pairs[f"{a[0]} {b[0]}".lower()] += 1

    def form(self, word: str) -> str | None:
        """How the body most often writes a word; None where it does not have it."""
        forms = self.forms.get(word.lower())
        return forms.most_common(1)[0][0] if forms else None


def small(word: str) -> bool:
    """Whether a word, or one that it is an inflection of, stands small in running text."""
    words, _ = table()
    return word in words or any(word.endswith(old) and word[: -len(old)] + new in words for old, new in ENDINGS)


def recaser(article: Article) -> Recase:
    """What gives the headlines of an article the case of sentences. Reads the body when the first one needs it."""
    body: list[Body] = []

    def recase(text: str) -> str:
        kind = style(text)
        if kind == "plain":
            return text
        if not body:
            body.append(Body(article))
        return sentence_case(text, body[0], upper=kind == "upper")

    return recase


def sentence_case(text: str, body: Body, *, upper: bool) -> str:
    """A headline in title case, or all in capitals, with the case of a sentence."""
    words = list(WORD.finditer(text))
    paired = _paired([m[0] for m in words], body)
    letters = list(text)
    for i, match in enumerate(words):
        opens = i == 0 or bool(OPENS.search(text[max(0, match.start() - 4) : match.start()]))
        cased = _cased(match[0], body, opens=opens, paired=i in paired, upper=upper)
        if len(cased) == len(match[0]):
            letters[match.start() : match.end()] = cased
    return "".join(letters)


def _paired(words: Iterable[str], body: Body) -> set[int]:
    """The positions of words that stand capitalised beside their neighbour in the body or in running text."""
    _, known = table()
    kept: set[int] = set()
    for i, (a, b) in enumerate(pairwise(words)):
        if body.pairs[f"{a} {b}".lower()] or f"{a.capitalize()} {b.capitalize()}" in known:
            kept |= {i, i + 1}
    return kept


def _cased(word: str, body: Body, *, opens: bool, paired: bool, upper: bool) -> str:
    """One word of a headline as a sentence has it."""
    if not upper and (not word[0].isupper() or (len(word) > 1 and word.isupper())):
        return word  # small already, or an acronym
    name = word.capitalize() if upper else word
    if opens or paired:
        return (body.form(word) or name) if upper and not opens else name
    form = body.form(word)
    if form is not None:
        return form
    return word.lower() if small(word.lower()) else name
