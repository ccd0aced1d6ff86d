"""Verbs of headlines, whose objects and subjects the parser takes for parts of other words."""

from dateline.find.lexicon import words
from dateline.find.mending.draft import FINITE, NOMINAL, PRESENT, Draft


def object_taken_for_compound(draft: Draft, i: int) -> None:
    """ "sues | Apple | for a trademark", "unveils | phone |": behind a verb and before a preposition stands its object."""
    v, head = _verb_before(draft, i), draft.tokens[i].head
    if v is None or draft.child(v, "obj", "ccomp", "xcomp") is not None:
        return
    case = draft.child(head, "case")
    parted = draft.is_(i, "compound") and case is not None and i < case < head and draft.tokens[head].head == v
    behind = head == v and draft.is_(i, "compound", "conj") and draft.child(i, "cc") is None
    if parted or behind:
        draft.move(i, v, "obj")


def _verb_before(draft: Draft, i: int) -> int | None:
    """The finite verb right before the phrase of a noun."""
    v = draft.first(i) - 1
    finite = v >= draft.sentence(i).first and draft.tokens[v].upos == "VERB" and draft.tokens[v].xpos in FINITE
    return v if finite and draft.tokens[i].upos in NOMINAL else None


def first_of_two(draft: Draft, v: int) -> None:
    """ "Apple | releases | kit, announces update": a finite verb is no subject of the next one, but comes before it."""
    second = draft.tokens[v].head
    if (
        not draft.is_(v, "nsubj")
        or draft.tokens[v].xpos not in ("VBZ", "VBD")
        or draft.tokens[second].xpos != draft.tokens[v].xpos
    ):
        return
    if draft.child(v, "nsubj") is None or second < v or draft.word(second - 1) not in (",", ";", "and"):
        return
    if draft.tokens[v].upos != "VERB":
        draft.retag(v, "VERB", draft.tokens[v].xpos, dict(draft.tokens[v].feats) or PRESENT)
    draft.lift(v, draft.head(second), draft.tokens[second].deprel)
    if draft.head(v) is None:
        draft.hang_root(second, v, "conj")
    else:
        draft.move(second, v, "conj")


def subject_of_two_words(draft: Draft, v: int) -> None:
    """ "Bank executive | leaves company": what stands right before a finite verb without a subject does not describe it."""
    n = v - 1
    if draft.tokens[v].xpos != "VBZ" or draft.child(v, "nsubj", "csubj", "expl") is not None or n < draft.sentence(v).first:
        return
    if not draft.is_(n, "amod") or draft.tokens[n].head != v or draft.child(v, "obj", "xcomp", "ccomp") is None:
        return
    draft.retag(v, "VERB", "VBZ", PRESENT)
    draft.retag(n, "NOUN", "NN")
    draft.move(n, v, "nsubj")
    for c in [c for c in draft.children(v, "compound", "nmod:poss", "det") if c < n]:
        draft.move(c, n, draft.tokens[c].deprel)


def plans(draft: Draft, i: int) -> None:
    """ "Apple | plans | to sell films": in a headline a name before such a word and an infinitive behind it make it the verb."""
    before = draft.child(i, "compound")
    infinitive = next((c for c in draft.children(i, "acl") if draft.introduced(c) == "to"), None)
    plural = draft.tokens[i].xpos == "NNS" and draft.head(i) is None and draft.lemma(i) in words("own_deed")
    if not plural or before != i - 1 or infinitive is None or draft.tokens[before].upos != "PROPN":
        return
    draft.retag(i, "VERB", "VBZ", PRESENT)
    draft.move(before, i, "nsubj")
    draft.move(infinitive, i, "xcomp")
