"""Ampersands that were lost on the way: "amp" is left of "&amp;", which HTML writes, and who hears one writes "and"."""

import re
from collections.abc import Sequence

LEFT = ("amp", "&amp", "&amp;")
_WITHIN = re.compile(r"([A-Z])&?amp;?(?=[A-Z]\b)")  # "SampP"


def ampersands(words: Sequence[str]) -> list[str]:
    """Words, with "&" for what is left of it between two that have capitals: "Marsh amp Holm", "A and P"."""
    return ["&" if _is_one(words, i) else _WITHIN.sub(r"\1&", word) if "amp" in word else word for i, word in enumerate(words)]


def _is_one(words: Sequence[str], i: int) -> bool:
    if not 0 < i < len(words) - 1:
        return False
    before, after = words[i - 1], words[i + 1]
    if words[i] in LEFT:
        return before[:1].isupper() and after[:1].isupper()
    letters = before.isupper() and after.isupper() and 1 in (len(before), len(after)) and max(len(before), len(after)) < 3
    return words[i] == "and" and letters and before != "I"
