"""Ids made from content: the words of a name and a hash."""

import hashlib
import re
import unicodedata

_BREAK = re.compile(r"[\W_]+")


def slug(text: str, words: int = 8) -> str:
    """The words of a name in lower case, joined by hyphens; letters of every script stay."""
    parts = _BREAK.split(unicodedata.normalize("NFC", text).casefold())
    return "-".join([part for part in parts if part][:words])


def digest(*parts: object) -> str:
    """Eight hexadecimal digits that stand for the parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:8]
