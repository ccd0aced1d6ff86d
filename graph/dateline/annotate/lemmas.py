"""Dictionary forms of English words: what the treebanks say, then an exception list, then suffix rules.

A rule lemmatizer, since a learned one has to be watched in training and guesses at words it never saw. The tables are filled when
a pipeline is put together and travel with it: `known` from the treebanks (their most frequent lemma of a form and word class),
the others from spacy-lookups-data.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import srsly
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

Known = dict[str, dict[str, str]]
PLAIN_TAGS = frozenset({"NN", "VB", "VBP", "JJ", "RB"})  # Penn Treebank: not inflected


class Lemmatizer:
    """A pipeline component that sets lemmas by word, word class and tag."""

    def __init__(self) -> None:
        self.known: Known = {}
        self.tables: dict[str, dict[str, Any]] = {"lemma_exc": {}, "lemma_index": {}, "lemma_rules": {}}

    def fill(self, known: Known, tables: dict[str, dict[str, Any]]) -> None:
        """Take the tables over."""
        self.known = known
        self.tables = tables | {"lemma_index": {part: frozenset(words) for part, words in tables["lemma_index"].items()}}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self.lemma(token)
        return doc

    def lemma(self, token: Token) -> str:
        """The dictionary form of one word. Proper names and acronyms keep their capitals."""
        form, lower, upos = token.text.replace("’", "'"), token.text.lower().replace("’", "'"), token.pos_
        known = self.known.get(upos, {}).get(lower)
        if known:
            return known.lower() if form == lower and upos in ("NOUN", "ADJ") else known
        if upos == "PROPN":
            return form[:-1] if token.tag_ == "NNPS" and form.endswith("s") else form
        if upos in ("NOUN", "ADJ") and form.isupper() and len(form) > 1:
            return form
        if upos == "ADJ" and form[:1].isupper() and not token.is_sent_start:
            return form  # of a nation or a faith: "Iranian"
        if token.tag_ in PLAIN_TAGS:
            return lower
        return self.cut(lower, upos.lower())

    def cut(self, word: str, part: str) -> str:
        """A word without its ending: by the list of exceptions, or by the first rule that gives a known word."""
        exceptions = self.tables["lemma_exc"].get(part, {}).get(word)
        if exceptions:
            return str(exceptions[0])
        index = self.tables["lemma_index"].get(part, ())
        cuts = [word[: -len(old)] + new for old, new in self.tables["lemma_rules"].get(part, ()) if word.endswith(old)]
        cuts = [cut for cut in cuts if cut]
        return next((cut for cut in cuts if cut in index), cuts[0] if cuts else word)

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """The share of right lemmas, as spaCy asks its components for it."""
        return Scorer.score_token_attr(examples, "lemma")

    def to_bytes(self, **_: Any) -> bytes:
        index = {part: sorted(words) for part, words in self.tables["lemma_index"].items()}
        data: bytes = srsly.msgpack_dumps({"known": self.known, "tables": self.tables | {"lemma_index": index}})
        return data

    def from_bytes(self, data: bytes, **_: Any) -> "Lemmatizer":
        read = srsly.msgpack_loads(data)
        self.fill(read["known"], read["tables"])
        return self


@Language.factory("dateline_lemmas", assigns=["token.lemma"], requires=["token.pos", "token.tag"])
def make(nlp: Language, name: str) -> Lemmatizer:
    """The component as spaCy's factories make it."""
    return Lemmatizer()


def learn(docs: Iterable[Doc]) -> Known:
    """The most frequent lemma of each form and word class in treebanks; names and numbers are left to the rules.

    A single sight of a word that the rules would give the same way is worth storing, too: treebanks are right more often.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for token in (t for doc in docs for t in doc):
        if token.pos_ not in ("PROPN", "NUM", "PUNCT", "SYM", "X") and token.lemma_ not in ("", "_"):
            counts[token.pos_, token.text.lower().replace("’", "'")][token.lemma_.replace("’", "'")] += 1
    known: Known = defaultdict(dict)
    for (upos, form), lemmas in sorted(counts.items()):
        known[upos][form] = lemmas.most_common(1)[0][0]
    return dict(known)
