"""A sentence's tree while it is turned; positions count within the sentence."""

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Token

CLAUSAL = frozenset({"VERB", "AUX"})
PREDICATES = CLAUSAL | {"ADJ", "ADV", "ADP", "SCONJ"}  # what has obliques; the others have nominal modifiers


class Draft:
    """Words with their governors and relations, and the moves that keep them a tree."""

    def __init__(self, words: Sequence[Token], base: int, people: Sequence[tuple[int, int]], plain: Mapping[str, str]) -> None:
        self.words = words
        self.base = base
        self.people = people
        self.heads = [word.head - base for word in words]
        self.rels = [plain.get(word.deprel, word.deprel) for word in words]
        self.upos = [word.upos for word in words]
        self.xpos = [word.xpos for word in words]
        self._kids: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(self.heads):
            if head != i:
                self._kids[head].append(i)

    def kids(self, i: int, *rels: str) -> list[int]:
        """The dependents of a word in the order of the text, all or those with one of the relations."""
        return [k for k in self._kids[i] if not rels or self.rels[k] in rels]

    def low(self, i: int) -> str:
        return self.words[i].text.lower()

    def move(self, i: int, head: int, rel: str | None = None) -> None:
        """Hang a word on another one that is not below it."""
        self._kids[self.heads[i]] = [k for k in self._kids[self.heads[i]] if k != i]
        self.heads[i] = head
        insort(self._kids[head], i)
        self.rels[i] = rel or self.rels[i]

    def lift(self, i: int, rel: str) -> None:
        """Put a word into the place of its governor, which then hangs on it by a relation, and so do its other dependents."""
        above, place = self.heads[i], self.heads[self.heads[i]]
        self._kids[above].remove(i)
        self.heads[i], self.rels[i] = place if place != above else i, self.rels[above]
        if place != above:
            self._kids[place].remove(above)
            insort(self._kids[place], i)
        for kid in self._kids[above]:
            self.heads[kid] = i
        self._kids[i] = sorted([*self._kids[i], *self._kids[above], above])
        self._kids[above] = []
        self.heads[above], self.rels[above] = i, rel

    def upwards(self) -> list[int]:
        """All words, each after those below it."""
        order = [i for i, head in enumerate(self.heads) if head == i]
        for i in order:
            order += self._kids[i]
        return order[::-1]

    def begin(self, i: int) -> int:
        """The first word of all that hangs on a word."""
        first, todo = i, [i]
        while todo:
            here = todo.pop()
            first = min(first, here)
            todo += self._kids[here]
        return first

    def token(self, i: int) -> Token:
        """A word with its new place and what follows from it."""
        word = self.words[i]
        feats = dict(word.feats)
        bare = word.xpos == "VBN" and self.rels[i] == "acl" and not self.kids(i, "aux")
        if bare or self.kids(i, "aux:pass"):
            feats["Voice"] = "Pass"
        if word.xpos in ("WDT", "WP") and self._is_relative(i):
            feats["PronType"] = "Rel"
        lemma = word.lemma
        if self.upos[i] == "NOUN" != word.upos:
            lemma = word.text.lower()
        elif word.upos == "ADJ" and i and word.text[0].isupper():
            lemma = word.text  # of a nation or a faith
        return replace(
            word,
            head=self.base + self.heads[i],
            deprel=self.rels[i],
            upos=self.upos[i],
            xpos=self.xpos[i],
            lemma=lemma,
            feats=feats,
        )

    def _is_relative(self, i: int) -> bool:
        """Whether the nearest clause above a pronoun is a relative one."""
        while self.heads[i] != i and self.rels[i] not in ("ccomp", "advcl", "xcomp", "csubj"):
            if self.rels[i] == "acl:relcl":
                return True
            i = self.heads[i]
        return False
