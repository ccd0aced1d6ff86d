"""The few English word forms that a label needs: "meets", "killed"."""

import re
from functools import cache

from dateline.resources import table

_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtz]")
_THIRD = {"be": "is", "have": "has"}


@cache
def _irregular() -> dict[str, str]:
    rows = table("seeds", "lexicons", "irregular-participles.tsv")
    return {row["lemma"]: row["participle"] for row in rows}


def _y(lemma: str) -> bool:
    """Whether a final y turns into i before an ending."""
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"


def third_person(verb: str) -> str:
    """The present of a verb for one agent; words after the verb stay: "meets with"."""
    lemma, space, rest = verb.partition(" ")
    if lemma in _THIRD:
        form = _THIRD[lemma]
    elif _y(lemma):
        form = lemma[:-1] + "ies"
    else:
        form = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return form + space + rest


def participle(verb: str) -> str:
    """The past participle of a verb; words after the verb stay: "called off"."""
    lemma, space, rest = verb.partition(" ")
    if lemma in _irregular():
        form = _irregular()[lemma]
    elif _y(lemma):
        form = lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        form = lemma + "d"
    else:
        form = lemma + (lemma[-1:] if _DOUBLED.fullmatch(lemma) else "") + "ed"
    return form + space + rest
