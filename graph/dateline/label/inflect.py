"""The few English word forms that a label needs: "meets", "killed", "arriving"."""

import re
from collections.abc import Mapping
from functools import cache

from dateline.resources import table

_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtz]")
_THIRD = {"be": "is", "have": "has"}


@cache
def _irregular() -> Mapping[str, tuple[str, str]]:
    """Participle and past tense of the verbs that follow no rule."""
    rows = table("seeds", "lexicons", "irregular-participles.tsv")
    return {row["lemma"]: (row["participle"], row["past"] or row["participle"]) for row in rows}


@cache
def _lemmas() -> Mapping[str, str]:
    """The verb that an irregular form is of."""
    found: dict[str, str] = {}
    for lemma, forms in _irregular().items():
        for form in forms:
            found.setdefault(form, lemma)
    return found


def base(text: str, lemma: str, tag: str) -> str:
    """The dictionary form of a verb: the given one, unless no form of that is the word ("fled" is "flee" and not "flead")."""
    word = text.lower()
    unchanged = word == lemma and tag in ("VBD", "VBN", "VBP") and participle(lemma) != word  # "shook" for "shake"
    return _lemmas().get(word, lemma) if unchanged or word not in _forms(lemma) else lemma


def _forms(lemma: str) -> frozenset[str]:
    """The forms of a verb that a text may show."""
    return frozenset((lemma, third_person(lemma), participle(lemma), gerund(lemma), _irregular().get(lemma, ("", ""))[1]))


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
        form = _irregular()[lemma][0]
    elif _y(lemma):
        form = lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        form = lemma + "d"
    else:
        form = _doubled(lemma) + "ed"
    return form + space + rest


def gerund(verb: str) -> str:
    """The -ing form of a verb; words after the verb stay: "calling off"."""
    lemma, space, rest = verb.partition(" ")
    if lemma.endswith("ie"):
        form = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        form = lemma[:-1] + "ing"
    else:
        form = _doubled(lemma) + "ing"
    return form + space + rest


def _doubled(lemma: str) -> str:
    """A verb before an ending with a vowel: "stopp-", "beginn-"."""
    known = _irregular().get(lemma, ("", ""))[0]
    if known == f"{lemma}{lemma[-1:]}ed" or lemma in ("begin", "forget", "forbid", "overrun"):
        return lemma + lemma[-1:]
    return lemma + (lemma[-1:] if _DOUBLED.fullmatch(lemma) else "")
