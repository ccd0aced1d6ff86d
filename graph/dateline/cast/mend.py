"""Clauses that a parser read as noun phrases: "an earthquake | struck | northern Peru" is no Peru that an earthquake struck.

English past tenses look like participles, so that a parser may hang the verb of a clause on its own object. Where nothing else
can be the clause's predicate, the tree is mended: the noun before the verb is its subject, the noun behind it its object.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Document, Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_LOOSE = ("appos", "dep", "list", "parataxis", "root")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slip:
    """A verb taken for a modifier, the nouns on its sides, and the noun that the parse made the head of it all."""

    subject: int
    verb: int
    object: int
    top: int


def mended(document: Document) -> Document:
    """The document with the clauses mended that were taken for noun phrases."""
    tokens = list(document.tokens)
    for sentence in document.sentences:
        for slip in list(_slips(document.tokens, sentence)):
            changed = _mend(tokens, sentence, slip)
            if all(_is_rooted(changed, sentence, i) for i in (slip.subject, slip.verb, slip.object, slip.top)):
                tokens = changed
    return document if tuple(tokens) == document.tokens else replace(document, tokens=tuple(tokens))


def _slips(tokens: Sequence[Token], sentence: Sentence) -> Iterator[_Slip]:
    """The first verb of a sentence that was taken for a modifier."""
    for v in range(sentence.first + 1, sentence.stop - 1):
        token = tokens[v]
        if token.xpos not in ("VBD", "VBN") or token.deprel not in ("amod", "compound") or token.upos != "VERB":
            continue
        s = v - 1
        h = tokens[s].head if token.head == s and tokens[s].deprel in ("amod", "compound") else token.head
        if h < v or tokens[h].upos not in _NOUNS or tokens[s].upos not in _NOUNS or tokens[s].deprel == "case":
            continue
        top = _top(tokens, h)
        if (top in (h, s) or top < s) and _has_no_other_predicate(tokens, sentence, s, v, h, top):
            yield _Slip(subject=s, verb=v, object=h, top=top)
            return


def _top(tokens: Sequence[Token], i: int) -> int:
    """The noun that a noun hangs on, directly."""
    parent = tokens[i].head
    misplaced = tokens[i].deprel == "obj" or tokens[i].deprel in _LOOSE
    return parent if misplaced and tokens[parent].upos in _NOUNS else i


def _has_no_other_predicate(tokens: Sequence[Token], sentence: Sentence, s: int, v: int, h: int, top: int) -> bool:
    """Whether the tree itself shows that the verb must be a predicate: a noun has an object, or a full sentence has no verb."""
    if tokens[h].deprel == "obj":
        return top != h
    if top != h:
        return tokens[s].head == v or tokens[top].head == top
    if tokens[top].head != top or tokens[sentence.stop - 1].text not in (".", "!", "?"):
        return False
    below = [c for c in _inside(sentence) if tokens[c].head == top and c not in (s, top)]
    return not any(tokens[c].deprel.partition(":")[0] in ("nsubj", "cop") for c in below)


def _inside(sentence: Sentence) -> range:
    return range(sentence.first, sentence.stop)


def _mend(tokens: Sequence[Token], sentence: Sentence, slip: _Slip) -> list[Token]:
    """The tokens with the verb in the place of the noun phrase, and the nouns on its sides below it."""
    s, v, h, top = slip.subject, slip.verb, slip.object, slip.top
    changed = list(tokens)
    is_root = tokens[top].head == top
    place = tokens[top].deprel.partition(":")[0]
    deprel = tokens[top].deprel if is_root else {"nsubj": "ccomp", "nmod": "advcl", "obl": "advcl"}.get(place, tokens[top].deprel)
    changed[v] = replace(tokens[v], head=v if is_root else tokens[top].head, deprel=deprel)
    changed[s] = replace(tokens[s], head=v, deprel="nsubj")
    changed[h] = replace(tokens[h], head=v, deprel="obj")
    if top not in (s, h):
        changed[top] = replace(tokens[top], head=s, deprel="compound")
    for c in _inside(sentence):
        if c in (s, v, h, top):
            continue
        parent = tokens[c].head
        if c > v and parent in (s, top) and parent != h:
            changed[c] = replace(tokens[c], head=v, deprel=_of_clause(tokens, c))
        elif c < v and parent == s and tokens[c].deprel == "case" and not is_root:
            changed[c] = replace(tokens[c], head=v, deprel="mark")
        elif c < v and parent in (h, v):
            of_verb = tokens[c].deprel in ("punct", "advmod", "discourse")
            changed[c] = replace(tokens[c], head=v if of_verb else s)
        elif parent == h and tokens[c].deprel in ("punct", "obl"):
            changed[c] = replace(tokens[c], head=v)
        elif not is_root and h < c < parent == tokens[top].head and tokens[c].deprel == "advcl":
            changed[c] = replace(tokens[c], head=v)  # "…, killing five, the agency said"
    return changed


def _of_clause(tokens: Sequence[Token], c: int) -> str:
    """The relation to a verb of what hung on a noun."""
    deprel = tokens[c].deprel
    if deprel == "acl" and tokens[c].xpos == "VB":
        return "xcomp"
    return {"nmod": "obl", "acl": "advcl"}.get(deprel, deprel)


def _is_rooted(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """Whether a token's governors end in a root."""
    for _ in _inside(sentence):
        if tokens[i].head == i:
            return True
        i = tokens[i].head
    return False
