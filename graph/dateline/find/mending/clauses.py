"""Clauses that the parser put in the wrong order: what a condition belongs to, where a new clause begins."""

from dateline.find.lexicon import known_lemmas, words
from dateline.find.mending.draft import NOMINAL, PRESENT, SUBORDINATE, Draft

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"))
_STEPS = 6


def condition(draft: Draft, i: int) -> None:
    """ "If the rebels attack, the army will …": a noun before a comma, with a noun before it, that can be a verb is one."""
    if draft.word(i + 1) != "," or draft.tokens[i].xpos not in ("NN", "NNS") or (draft.lemma(i), "VERB") not in known_lemmas():
        return
    own = [c for c in draft.children(i, "compound") if c == i - 1 and draft.tokens[c].upos in NOMINAL]
    if not own:
        return
    if draft.head(i) is None and draft.introduced(i) in SUBORDINATE:
        main = next(
            (c for c in draft.children(i, "parataxis", "ccomp", "conj") if c > i and draft.child(c, "nsubj") is not None), None
        )
        if main is None:
            return
        draft.lift(main, None, "root")
        for c in [c for c in draft.children(i) if c > i and draft.word(c) != ","]:
            draft.move(c, main, draft.tokens[c].deprel)
        _as_clause(draft, i, own[0], main)
    elif draft.is_(i, "nsubj"):
        head = draft.tokens[i].head
        mark = draft.child(head, "mark")
        second = [s for s in draft.children(head, "nsubj") if i < s < head]
        if second and mark is not None and mark < i and draft.word(mark) in SUBORDINATE:
            _as_clause(draft, i, own[0], head)
            draft.move(mark, i, "mark")


def _as_clause(draft: Draft, i: int, subject: int, main: int) -> None:
    """Read a compound as a clause: its last word as the verb, the one before as its subject."""
    xpos = "VBZ" if draft.tokens[i].xpos == "NNS" else "VBP"
    draft.retag(i, "VERB", xpos, PRESENT)
    draft.move(i, main, "advcl")
    draft.move(subject, i, "nsubj")
    for c in list(draft.children(i, "det", "amod", "nmod:poss", "nummod")):
        draft.move(c, subject, draft.tokens[c].deprel)


def condition_of_content(draft: Draft, i: int) -> None:
    """ "It will attack if talks fail, the general warned": the condition is part of what he warns of."""
    if not draft.is_(i, "advcl") or draft.introduced(i) not in words("conditional"):
        return
    verb = draft.tokens[i].head
    subject = draft.child(verb, "nsubj")
    if subject is None or not i < subject < verb:
        return
    above = draft.head(verb)
    content = above if draft.is_(verb, "parataxis") and above is not None and above < i else draft.child(verb, "ccomp")
    if content is not None and content < subject:
        draft.move(i, content, "advcl")


def aside(draft: Draft, v: int) -> None:
    """ "…, an analyst warned.": a clause of speech after the last comma stands beside the one before."""
    if not draft.is_(v, "conj") or draft.tokens[v].xpos not in ("VBD", "VBZ", "VBN") or draft.child(v, "cc", "aux") is not None:
        return
    subject = draft.child(v, "nsubj")
    if subject is None or subject > v or "," not in (draft.word(draft.first(v) - 1), draft.word(draft.first(v))):
        return
    if draft.child(v, "obj", "ccomp", "xcomp") is None and draft.word(v + 1) in (".", "”", '"', "''"):
        draft.move(v, draft.tokens[v].head, "parataxis")


def conjunct(draft: Draft, v: int) -> None:
    """ "denied that …, and its lawyer, X, told …": the last conjunct before a verb without a subject is that subject."""
    if draft.tokens[v].xpos not in _FINITE or draft.child(v, "nsubj", "mark", "aux", "cop", "expl") is not None:
        return
    n = _noun_before(draft, v)
    if n is None or not draft.is_(n, "conj") or n in draft.ancestors(v):
        return
    cc = draft.child(n, "cc")
    if cc is None or draft.word(cc - 1) not in (",", ";") or draft.first(n) not in (cc, cc - 1):
        return
    draft.move(n, v, "nsubj")
    for c in [c for c in draft.children(n) if c <= cc]:
        draft.move(c, v, draft.tokens[c].deprel)
    _follow(draft, v, cc)


def _follow(draft: Draft, v: int, cc: int) -> None:
    """Hang a clause behind the one before it."""
    below = next((c for c in draft.children(v, "ccomp") if c < cc), None)  # the first clause, hung on the second
    head = draft.head(v)
    if below is not None:
        draft.lift(below, head, draft.tokens[v].deprel)
        draft.move(v, below, "conj")
    elif draft.is_(v, "ccomp", "parataxis", "advcl") and head is not None and head < cc:
        draft.move(v, head, "conj")


def said_of_content(draft: Draft, n: int) -> None:
    """ "Reports | that the king died | are untrue": what a noun for something said seems to govern is said of it."""
    noun = draft.tokens[n].upos == "NOUN" or (draft.tokens[n].xpos == "VBZ" and n == draft.sentence(n).first)
    if draft.head(n) is not None or not noun or draft.lemma(n) not in words("claim") or draft.child(n, "nsubj", "aux", "cop"):
        return
    said = next((c for c in draft.children(n, "ccomp", "acl") if draft.child(c, "cop") is not None and not draft.introduced(c)), None)
    if said is None or draft.child(said, "nsubj") is not None:
        return
    content = next((c for c in (*draft.children(said, "csubj"), *draft.children(n, "acl")) if draft.introduced(c) == "that"), None)
    if content is None or content > said:
        return
    draft.retag(n, "NOUN", "NNS" if draft.tokens[n].xpos == "VBZ" else draft.tokens[n].xpos)
    draft.lift(said, None, "root")
    draft.hang_root(n, said, "nsubj")
    draft.move(content, n, "acl")
    for c in [c for c in draft.children(n, "punct") if c > said]:
        draft.move(c, said, "punct")


def predicate_of_content(draft: Draft, n: int) -> None:
    """ "The claim that he took bribes | has been debunked": what is said of the claim is no part of its content."""
    clause = next((c for c in draft.children(n, "acl", "ccomp") if c > n and draft.introduced(c) == "that"), None)
    if clause is None or draft.lemma(n) not in words("claim"):
        return
    above = draft.head(n)
    crowded = above is not None and draft.is_(n, "nsubj") and len(draft.children(above, "nsubj")) > 1
    if not (crowded or (above is None and draft.child(n, "cop", "nsubj") is None)):
        return
    for x in list(draft.children(clause, "ccomp", "xcomp", "conj", "advcl")):
        own = draft.child(x, "nsubj")
        helped = draft.child(x, "cop", "aux") is not None
        if x > clause and helped and not draft.introduced(x) and draft.child(x, "cc") is None and (own is None or own > clause):
            if own is not None:
                draft.move(own, clause, "obj")
            draft.lift(x, above, "ccomp" if above is not None else "root")
            draft.move(n, x, "nsubj:pass" if draft.child(x, "aux:pass") is not None else "nsubj")
            for c in [c for c in draft.children(n) if c > x]:
                draft.move(c, x, draft.tokens[c].deprel)
            return


def _noun_before(draft: Draft, v: int) -> int | None:
    """The head of the noun phrase that ends right before a verb, past an apposition between commas."""
    j = v - 1
    if draft.word(j) == ",":
        j -= 1
        while j > 0 and draft.word(j) != "," and draft.tokens[j].upos in _PHRASE:
            j -= 1
        if draft.word(j) != ",":
            return None
        j -= 1
    if j < 0 or draft.tokens[j].upos not in ("NOUN", "PROPN"):
        return None
    for _ in range(_STEPS):
        if draft.is_(j, "flat", "compound", "nmod", "appos") and draft.tokens[j].head < v:
            j = draft.tokens[j].head
    return j
