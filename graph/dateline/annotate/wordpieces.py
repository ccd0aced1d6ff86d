"""Words cut into pieces of a fixed vocabulary, and the few traits of their print that the pieces do not show.

The greedy longest-match scheme of BERT (Devlin et al. 2019; "WordPiece") over small letters without accents. Whether a word was
printed with a capital is told apart from which word it is: a headline's capitals then change one trait, not every word.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST = 40  # characters of a word that are looked at: the rest of a longer one is noise
MOST = 12  # pieces of a word
PLAIN = {
    "’": "'", "‘": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"',
    "–": "-", "—": "-", "‑": "-", "…": "...",
}  # fmt: skip

PRINTS = ("small", "title", "capital", "capitals", "mixed", "digits", "digital", "mark", "other")


def plain(word: str) -> str:
    """A word in small letters, without accents, with typewriter quotation marks and dashes."""
    word = PLAIN.get(word, word)[:LONGEST]
    if word.isascii():
        return word.lower()
    word = "".join(PLAIN.get(letter, letter) for letter in word).lower()
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def print_of(word: str) -> str:
    """How a word is printed: one of `PRINTS`."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return "digits" if word.isdigit() else "digital" if any(c.isdigit() for c in word) else "mark"
    if any(c.isdigit() for c in word):
        return "digital"
    if word.islower():
        return "small"
    if all(c.isupper() for c in letters):
        return "capital" if len(letters) == 1 else "capitals"
    if word[0].isupper() and all(c.islower() for c in letters[1:]):
        return "title"
    return "mixed" if any(c.isupper() for c in letters) else "other"


def trait(word: str, spaced: bool) -> int:
    """The number of a word's print and of whether white space stands before it, below `TRAITS`."""
    return PRINTS.index(print_of(word)) * 2 + spaced


TRAITS = 2 * len(PRINTS)


class Cutter:
    """Cuts words into the numbers of their pieces; remembers the words it has cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self.known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one and at most `MOST`."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > 200_000:
                self.known.clear()
            found = self.known[word] = tuple(self._cut(plain(word)))[:MOST] or (self.numbers[UNKNOWN],)
        return found

    def _cut(self, word: str) -> Iterable[int]:
        """Pieces of a plain word; letters and marks are cut apart first, as the vocabulary has them."""
        for part in runs(word):
            yield from self._longest(part)

    def _longest(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            lead = "##" if start else ""
            ends = range(len(part), start, -1)
            end = next((e for e in ends if lead + part[start:e] in self.numbers), 0)
            if not end:
                return [self.numbers[UNKNOWN]]
            pieces.append(self.numbers[lead + part[start:end]])
            start = end
        return pieces


def runs(word: str) -> list[str]:
    """A word in stretches of letters and digits, and single marks."""
    parts: list[str] = []
    inside = False
    for letter in word:
        if letter.isalnum():
            if inside:
                parts[-1] += letter
            else:
                parts.append(letter)
            inside = True
        else:
            if not letter.isspace():
                parts.append(letter)
            inside = False
    return parts
