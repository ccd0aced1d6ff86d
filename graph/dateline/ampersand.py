"""Ampersands that were lost on the way: a careless program leaves "amp" of "&amp;", the way HTML writes "&"."""

from collections.abc import Sequence

LEFT = ("amp", "&amp", "&amp;")


def ampersands(words: Sequence[str]) -> list[str]:
    """Words, with "&" for what is left of it between two that have capitals: "Marsh amp Holm"."""
    return [
        "&" if word in LEFT and 0 < i < len(words) - 1 and words[i - 1][:1].isupper() and words[i + 1][:1].isupper() else word
        for i, word in enumerate(words)
    ]
