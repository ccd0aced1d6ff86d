"""Names as they are compared: without case, accents, spaces and punctuation, which vary from newspaper to newspaper."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """A text's letters and digits alone: "al-Qaeda", "Al Qaeda" and "al‑Qa'eda" are the same."""
    if text.isascii():
        return "".join(filter(str.isalnum, text)).casefold()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))
