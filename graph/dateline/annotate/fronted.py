"""Phrases that open a sentence which a report closes: "On Sunday they will dine with the king, the palace said".

Such a phrase belongs to the clause right behind it. A parser tends to draw it to the verb of the report, which heads the
sentence, and so would tell when or where something was said. Only quoted words have a report around them: "On Monday, “we will
leave,” she said".
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Sentence, Token

_OPENING = ("obl", "advmod", "advcl")
_QUOTES = frozenset("\"“”‘'«„`")


def with_own_clause(words: Sequence[Token], sentences: Iterable[Sentence]) -> list[Token]:
    """Tokens with the phrases before a reported clause hanging on it and not on the report behind."""
    found = list(words)
    for sentence in sentences:
        for i, head in _drawn_away(words, sentence):
            found[i] = replace(words[i], head=head)
    return found


def _drawn_away(words: Sequence[Token], sentence: Sentence) -> Iterable[tuple[int, int]]:
    """Each phrase that opens a sentence, with the head of the clause that it belongs to."""
    inside = range(sentence.first, sentence.stop)
    report = next((i for i in inside if words[i].head == i), None)
    if report is None:
        return
    below = [i for i in inside if words[i].head == report and i < report]
    clause = next((i for i in below if words[i].deprel == "ccomp"), None)
    if clause is None:
        return
    begin = min(i for i in inside if _is_under(words, i, clause))
    before = [i for i in below if i < begin and words[i].deprel != "punct"]
    opening = all(words[i].deprel.partition(":")[0] in _OPENING for i in before)
    if opening and before and not any(words[i].text[0] in _QUOTES for i in range(before[-1] + 1, begin + 1)):
        yield from ((i, clause) for i in before)


def _is_under(words: Sequence[Token], i: int, above: int) -> bool:
    """Whether a word is another or hangs below it."""
    for _ in range(len(words)):
        if i == above:
            return True
        if words[i].head == i:
            return False
        i = words[i].head
    return False
