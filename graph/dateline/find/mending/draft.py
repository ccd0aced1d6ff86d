"""A document's tree while it is being put right."""

from dataclasses import replace

from dateline.find.lexicon import known_lemmas
from dateline.model import Document, Token
from dateline.tree import Tree

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
SUBORDINATE = frozenset(
    ("that", "if", "when", "because", "before", "after", "until", "since", "whether", "while", "although", "unless")
)
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SINGULAR, PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))
MENDED = 0.8  # the likelihood of an arc that was put right, for which the parser's own no longer counts
PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}


def gerund_lemma(form: str) -> str | None:
    """The verb that a form in -ing may belong to, if the lexicons know it."""
    stem = form.removesuffix("ing")
    return next((v for v in (stem, stem + "e", stem[:-1]) if v != form and (v, "VERB") in known_lemmas()), None)


class Draft(Tree):
    """A tree whose words can be moved."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.drafted: list[Token] = list(document.tokens)
        self.tokens = self.drafted  # type: ignore[assignment]
        self.persons = {name.first: name.stop for name in document.names if name.label == "PERSON"}
        self.changed = False

    def move(self, i: int, head: int, deprel: str) -> None:
        """Hang a word on another, unless that one stands below it."""
        if head == i or i in self.ancestors(head):
            return
        old = self.head(i)
        if old is not None:
            self._children[old].remove(i)
        self._children[head] = sorted([*self._children[head], i])
        self._set(i, replace(self.tokens[i], head=head, deprel=deprel, sure=MENDED))

    def retag(self, i: int, upos: str, xpos: str, feats: dict[str, str] | None = None, *, lemma: str | None = None) -> None:
        """Read a word as another part of speech, in another form, or as a form of another word."""
        token = self.tokens[i]
        self._set(i, replace(token, upos=upos, xpos=xpos, feats=feats or {}, lemma=lemma or token.lemma))

    def lemma(self, i: int) -> str:
        return self.tokens[i].lemma.lower()

    def word(self, i: int) -> str:
        """A token's lower-case form; empty past the ends of the document."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def introduced(self, i: int) -> str:
        """The first word that introduces a clause: "that", "to", "of" before a gerund."""
        mark = self.child(i, "mark")
        return "" if mark is None else self.word(mark)

    def first(self, i: int) -> int:
        """The first token below a word, or itself."""
        return self.subtree(i)[0]

    def promote(self, v: int, n: int) -> None:
        """Make a verb the head of the clause that a noun heads in the tree, and the noun its subject."""
        head, deprel = self.head(n), self.tokens[n].deprel
        followers = [c for c in self.children(n) if c > v and not self.is_(c, "nmod", "appos", "acl:relcl", "flat")]
        self.lift(v, head, deprel)
        if head is None:
            self.hang_root(n, v, "nsubj")
        else:
            self.move(n, v, "nsubj")
        for c in followers:
            infinitive = self.is_(c, "acl") and self.tokens[c].xpos == "VB"
            self.move(c, v, "xcomp" if infinitive else self.tokens[c].deprel)

    def lift(self, v: int, head: int | None, deprel: str) -> None:
        """Hang a word where a word above it hangs; None: make it the root."""
        old = self.head(v)
        if old is not None:
            self._children[old].remove(v)
        if head is not None:
            self._children[head] = sorted([*self._children[head], v])
        above, relation = (v, "root") if head is None else (head, deprel)
        self._set(v, replace(self.tokens[v], head=above, deprel=relation, sure=MENDED))

    def hang_root(self, n: int, v: int, deprel: str) -> None:
        """Hang a word that was a root on another."""
        self._set(n, replace(self.tokens[n], head=v, deprel=deprel, sure=MENDED))
        self._children[v] = sorted([*self._children[v], n])

    def _set(self, i: int, token: Token) -> None:
        self.drafted[i] = token
        self.changed = True
