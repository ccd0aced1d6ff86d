"""How words are spelled and printed, as numbers of rows in tables: the whole word, its outline, its ending and its opening.

A word takes the row that a checksum of its letters gives ("the hashing trick", Weinberger et al. 2009), so no list of words need
be kept. The whole word has two rows of one table: two words that share the one hardly ever share the other.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from dateline.annotate.wordpieces import plain

ROWS = {"word": 12_288, "outline": 2_048, "ending": 4_096, "opening": 4_096}  # of each table
TABLES = ("word", "word", "outline", "ending", "opening")  # where the numbers of a form point
ENDS = 3  # letters
RUN = 4  # of like characters in a row that an outline shows
LONGEST = 20  # characters that an outline shows

Form = Sequence[int]  # one number for each of TABLES


@lru_cache(maxsize=100_000)
def form(word: str) -> Form:
    """The numbers of one word."""
    letters = plain(word)
    keys = (letters, "2" + letters, outline(word), letters[-ENDS:], "p" + letters[:ENDS])
    return tuple(crc32(key.encode()) % ROWS[table] for table, key in zip(TABLES, keys, strict=True))


def outline(word: str) -> str:
    """How a word is printed: X for capitals, x for small letters, d for digits, marks as they are ("McCain" → "XxXxxx")."""
    shown, run, last = "", 0, ""
    for character in word[:LONGEST]:
        kind = _kind(character)
        run = run + 1 if kind == last else 1
        last = kind
        if run <= RUN:
            shown += kind
    return shown


def _kind(character: str) -> str:
    if character.isupper():
        return "X"
    return "x" if character.isalpha() else "d" if character.isdigit() else character
