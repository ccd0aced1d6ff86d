"""What merging remembers from one time to the next, so that an article that comes or goes touches its neighbourhood only.

Each thing remembered is known by a stamp of all that it was made from: records, what people decided, this code and its word
lists. What has another stamp is made anew. So a memory can never mislead, and can be lost at any time.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from dateline import __version__
from dateline.resources import path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How something is written down, and read again."""

    pack: Callable[[T], bytes]
    unpack: Callable[[bytes], T]


class Memory:
    """Remembers nothing: whatever is asked for is made."""

    def digest(self, article: str) -> str:
        """What stands for an article's record."""
        return article

    def recall(self, stamp: str, make: Callable[[], T], form: Form[T]) -> T:
        """What has this stamp: as it is remembered, else made now."""
        return make()


def stamp(*parts: object) -> str:
    """What stands for something made from these parts by this code."""
    text = "\x1f".join((_code(), *map(str, parts)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _code() -> str:
    """What stands for the code that merges, and all that it can know."""
    made = hashlib.sha256(__version__.encode())
    files = (p for p in Path(__file__).parent.iterdir() if p.suffix in (".py", ".json"))
    for file in (*sorted(files), *sorted(path("seeds").rglob("*.tsv"))):
        made.update(file.read_bytes())
    return made.hexdigest()
