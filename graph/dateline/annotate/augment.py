"""Other ways to print the same words: headlines in capitals, curly quotation marks. What is learned then hangs less on either."""

import random
import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.training import Example
from spacy.util import registry

SMALL = frozenset(re.findall(r"\w+", "a an and as at but by for from in into nor of on or over the to up vs with"))
CURLY = {"'": "’", "''": "’’", "`": "‘", "``": "‘‘"}

Change = Callable[[list[str]], list[str]]


def title_case(words: list[str]) -> list[str]:
    """Words as a headline in title case has them: all capitalised but the small ones inside."""
    return [w if i and w in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]


def lower_case(words: list[str]) -> list[str]:
    return [w.lower() for w in words]


def upper_case(words: list[str]) -> list[str]:
    return [w.upper() for w in words]


def curly_quotes(words: list[str]) -> list[str]:
    """Words with typographic quotation marks, opening and closing by turns, and typographic apostrophes."""
    curly, opening = [], True
    for word in words:
        if word == '"':
            curly.append("“" if opening else "”")
            opening = not opening
        else:
            curly.append(CURLY.get(word) or word.replace("'", "’"))
    return curly


@registry.augmenters("dateline.variants.v1")  # type: ignore[untyped-decorator]
def variants(title: float, lower: float, upper: float, curly: float) -> Callable[[Language, Example], Iterator[Example]]:
    """An augmenter that prints a share of the training texts in another way. spaCy seeds `random` before training."""
    changes = ((title, title_case), (lower, lower_case), (upper, upper_case), (curly, curly_quotes))

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        chance = random.random()
        for share, change in changes:
            if chance < share:
                example = rewrite(nlp, example, change)
                break
            chance -= share
        yield example

    return augment


def rewrite(nlp: Language, example: Example, change: Change) -> Example:
    """The same example with its words changed, where each keeps its length."""
    old = example.reference
    words = change([t.text for t in old])
    if [len(w) for w in words] != [len(t) for t in old]:
        return example  # "ß" becomes "SS": spaces and offsets would no longer fit
    gold = example.to_dict()
    gold["token_annotation"]["ORTH"] = words
    text = "".join(w + t.whitespace_ for w, t in zip(words, old, strict=True))
    return Example.from_dict(nlp.make_doc(text), gold)
