"""Slips of the parser that the words themselves put right.

Parsers err in recurring ways: they read the verb of "X, the mayor, promised" as a participle, hang the infinitive of "accused him
of plotting to kill" on the accusation, or make a conjunct of what a new clause begins with. Who did what to whom hangs on these
words, so they are set right before anything is read off the tree. Each rule looks for a tree that cannot be meant.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.find.draft import Draft
from dateline.find.lexicon import embeddings, known_lemmas, words
from dateline.model import Document

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SUBORDINATE = frozenset(("that", "if", "when", "because", "before", "after", "until", "since", "whether", "while", "although"))
_CONTROL = frozenset(("request", "enabled"))  # effects of verbs whose object does what the infinitive says


def mended(document: Document) -> Document:
    """A document with the slips of its trees put right; the same document where there are none."""
    draft = Draft(document)
    for sentence in draft.sentences:
        if sentence.block == "paragraph":
            for i in range(sentence.first, sentence.stop):
                _mend(draft, i)
    return replace(document, tokens=tuple(draft.drafted)) if draft.changed else document


def _mend(draft: Draft, i: int) -> None:
    upos = draft.tokens[i].upos
    if upos == "NOUN":
        _verb_taken_for_noun(draft, i)
        _charge_on_the_charged(draft, i)
        _condition_taken_for_subject(draft, i)
    if upos in ("NOUN", "PROPN"):
        _clause_without_verb(draft, i)
    if draft.tokens[i].upos == "VERB":
        _content_beside_its_noun(draft, i)
        _past_taken_for_participle(draft, i)
        _new_clause_taken_for_conjunct(draft, i)
        _closing_aside(draft, i)
        _gerund_of_a_charge(draft, i)
        _infinitive_too_high(draft, i)
        _infinitive_of_the_object(draft, i)


def _lemma(draft: Draft, i: int) -> str:
    return draft.tokens[i].lemma.lower()


def _word(draft: Draft, i: int) -> str:
    return draft.tokens[i].text.lower() if 0 <= i < len(draft.tokens) else ""


def _mark(draft: Draft, i: int) -> int | None:
    return draft.child(i, "mark")


def _low(draft: Draft, i: int) -> int:
    return draft.subtree(i)[0]


def _verb_taken_for_noun(draft: Draft, i: int) -> None:
    """ "If Kenya invades": a plural noun with a subject and a conjunction is a verb, and so is a gerund with an object."""
    token = draft.tokens[i]
    if token.xpos == "VBG" and draft.child(i, "obj") is not None and draft.child(i, "det", "amod") is None:
        draft.retag(i, "VBG", {"VerbForm": "Ger"})
        return
    if token.xpos != "NNS" or draft.child(i, "nsubj") is None or draft.child(i, "mark") is None or draft.child(i, "cop"):
        return
    if (_lemma(draft, i), "VERB") in known_lemmas():
        draft.retag(i, "VBZ", _PRESENT)


def _charge_on_the_charged(draft: Draft, i: int) -> None:
    """ "arrested two men on suspicion of …": the charge is why they are arrested, not what kind of men they are."""
    if not draft.is_(i, "nmod") or _lemma(draft, i) not in words("charge"):
        return
    case = draft.child(i, "case")
    verb = draft.head(draft.tokens[i].head)
    if case is None or _word(draft, case) not in ("on", "under", "over", "amid") or verb is None:
        return
    if draft.is_(draft.tokens[i].head, "obj", "nsubj:pass") and draft.tokens[verb].upos == "VERB":
        draft.move(i, verb, "obl")


def _condition_taken_for_subject(draft: Draft, i: int) -> None:
    """ "If the rebels attack, the army will …": the first of two subjects, with a noun before it, is a verb."""
    if not draft.is_(i, "nsubj") or _word(draft, i + 1) != "," or draft.tokens[i].xpos not in ("NN", "NNS"):
        return
    head = draft.tokens[i].head
    mark = draft.child(head, "mark")
    second = [s for s in draft.children(head, "nsubj") if i < s < head]
    own = [c for c in draft.children(i, "compound") if c == i - 1 and draft.tokens[c].upos in _NOMINAL]
    if not second or not own or mark is None or mark > i or _word(draft, mark) not in _SUBORDINATE:
        return
    if (_lemma(draft, i), "VERB") not in known_lemmas():
        return
    draft.retag(i, "VBP", _PRESENT)
    draft.move(i, head, "advcl")
    draft.move(mark, i, "mark")
    draft.move(own[0], i, "nsubj")
    for c in draft.children(i, "det", "amod", "nmod:poss", "nummod"):
        draft.move(c, own[0], draft.tokens[c].deprel)


def _content_beside_its_noun(draft: Draft, i: int) -> None:
    """ "Reports that the king died are untrue": a that-clause right behind a noun for what is said is that noun's."""
    mark = _mark(draft, i)
    if mark is None or _word(draft, mark) != "that" or not draft.is_(i, "nsubj", "csubj", "ccomp", "advcl", "dep"):
        return
    noun = mark - 1
    if noun < 0 or draft.tokens[noun].head != draft.tokens[i].head or not draft.is_(noun, "nsubj"):
        return
    if (_lemma(draft, noun), "NOUN", "clause") in embeddings() or _lemma(draft, noun) in words("claim"):
        draft.move(i, noun, "acl")


def _past_taken_for_participle(draft: Draft, i: int) -> None:
    """ "Greenpeace called on …": a participle with a subject and no auxiliary is a past tense."""
    token = draft.tokens[i]
    if token.xpos != "VBN" or not token.text.lower().endswith("ed"):
        return
    own = [c for c in draft.children(i, "nsubj") if draft.tokens[c].deprel == "nsubj" and c < i]
    if not own or draft.child(i, "aux", "cop", "obl:agent") is not None:
        return
    mark = _mark(draft, i)
    clausal = token.deprel in ("root", "ccomp", "parataxis", "conj") or (mark is not None and _word(draft, mark) in _SUBORDINATE)
    if clausal:
        draft.retag(i, "VBD", _PAST)


def _clause_without_verb(draft: Draft, n: int) -> None:
    """ "X, a former minister, promised to …", "a leak forced them to …": a root noun whose verb was read as a participle."""
    if draft.head(n) is not None or draft.child(n, "cop", "nsubj") is not None:
        return
    for v in _participles(draft, n):
        if _past_form(draft, v) and _governs(draft, v):
            noun = draft.tokens[v].head
            draft.promote(v, n)
            draft.retag(v, "VBD", _PAST)
            if noun != n and draft.is_(noun, "obj"):
                draft.move(noun, v, "obj")
            return


def _participles(draft: Draft, n: int) -> Iterator[int]:
    """What may be the verb of a clause that a noun seems to head."""
    for c in draft.children(n):
        if c < n:
            continue
        if draft.is_(c, "obj"):
            yield from (v for v in draft.children(c, "amod", "acl") if n < v < c and draft.tokens[v].upos == "VERB")
        elif draft.is_(c, "appos") and draft.tokens[c].upos in _NOMINAL:
            yield from (v for v in draft.children(c, "acl") if v > c and _word(draft, v - 1) == ",")
        elif draft.tokens[c].deprel == "acl":
            yield c


def _past_form(draft: Draft, v: int) -> bool:
    token = draft.tokens[v]
    past = token.xpos == "VBD" or (token.xpos == "VBN" and token.text.lower().endswith("ed"))
    return past and draft.child(v, "aux", "nsubj", "obl:agent") is None


def _governs(draft: Draft, v: int) -> bool:
    """Whether a verb has an object or a clause, which a passive participle has not."""
    return (
        draft.child(v, "obj", "ccomp") is not None
        or draft.is_(v, "amod")
        or (draft.child(v, "xcomp") is not None and "request" not in embeddings().get((_lemma(draft, v), "VERB", "clause"), ()))
    )


def _new_clause_taken_for_conjunct(draft: Draft, v: int) -> None:
    """ "denied that …, and its lawyer, X, told …": the last conjunct before a verb without a subject is that subject."""
    if draft.tokens[v].xpos not in _FINITE or draft.child(v, "nsubj", "mark", "aux", "cop", "expl") is not None:
        return
    n = _noun_before(draft, v)
    if n is None or not draft.is_(n, "conj") or n in draft.ancestors(v):
        return
    first = _low(draft, n)
    cc = draft.child(n, "cc")
    if cc is None or _word(draft, cc - 1) not in (",", ";") or first not in (cc, cc - 1):
        return
    draft.move(n, v, "nsubj")
    for c in [c for c in draft.children(n) if c <= cc]:
        draft.move(c, v, draft.tokens[c].deprel)
    below = next((c for c in draft.children(v, "ccomp") if c < cc), None)  # the first clause, hung on the second
    if below is not None:
        head, deprel = draft.head(v), draft.tokens[v].deprel
        draft.lift(below, head, deprel)
        draft.move(v, below, "conj")
    elif draft.is_(v, "ccomp", "parataxis", "advcl"):
        head = draft.head(v)
        if head is not None and head < cc:
            draft.move(v, head, "conj")


def _noun_before(draft: Draft, v: int) -> int | None:
    """The head of the noun phrase that ends right before a verb, past an apposition between commas."""
    j = v - 1
    if _word(draft, j) == ",":
        j -= 1
        while j > 0 and _word(draft, j) != "," and draft.tokens[j].upos in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"):
            j -= 1
        if _word(draft, j) != ",":
            return None
        j -= 1
    if j < 0 or draft.tokens[j].upos not in ("NOUN", "PROPN"):
        return None
    for _ in range(6):
        if draft.is_(j, "flat", "compound", "nmod", "appos") and draft.tokens[j].head < v:
            j = draft.tokens[j].head
    return j


def _closing_aside(draft: Draft, v: int) -> None:
    """ "…, an analyst warned.": a clause of speech after the last comma stands beside the one before."""
    if not draft.is_(v, "conj") or draft.tokens[v].xpos not in ("VBD", "VBZ", "VBN") or draft.child(v, "cc", "aux") is not None:
        return
    subject = draft.child(v, "nsubj")
    if subject is None or subject > v or "," not in (_word(draft, _low(draft, v) - 1), _word(draft, _low(draft, v))):
        return
    if draft.child(v, "obj", "ccomp", "xcomp") is None and _word(draft, v + 1) in (".", "”", '"', "''"):
        draft.move(v, draft.tokens[v].head, "parataxis")


def _gerund_of_a_charge(draft: Draft, i: int) -> None:
    """ "accused X of conspiring": a gerund on the object belongs to the verb that asks for its preposition."""
    mark = _mark(draft, i)
    if mark is None or draft.tokens[i].xpos != "VBG" or draft.tokens[i].deprel != "acl":
        return
    noun = draft.tokens[i].head
    verb = draft.head(noun)
    if verb is None or not draft.is_(noun, "obj", "nsubj:pass"):
        return
    asked = (_word(draft, mark), f"{_word(draft, mark)}.clause")
    if any((_lemma(draft, verb), "VERB", slot) in embeddings() for slot in asked):
        draft.move(i, verb, "advcl")


def _infinitive_too_high(draft: Draft, i: int) -> None:
    """ "accused X of plotting to kill": an infinitive right behind a verb that takes one is that verb's."""
    mark = _mark(draft, i)
    if mark is None or _word(draft, mark) != "to" or draft.tokens[i].xpos != "VB" or not draft.is_(i, "advcl", "xcomp", "acl"):
        return
    v, head = mark - 1, draft.tokens[i].head
    if v <= head or draft.tokens[v].upos != "VERB" or head not in draft.ancestors(v):
        return
    if any((_lemma(draft, v), "VERB", slot) in embeddings() for slot in ("infinitive", "clause")):
        draft.move(i, v, "xcomp")


def _infinitive_of_the_object(draft: Draft, i: int) -> None:
    """ "urged the firms to repair": an infinitive behind the object of a request is its content, no purpose."""
    mark = _mark(draft, i)
    if mark is None or _word(draft, mark) != "to" or not draft.is_(i, "advcl"):
        return
    head = draft.tokens[i].head
    if draft.tokens[head].upos != "VERB" or draft.child(head, "xcomp") is not None or head > i:
        return
    objects = [o for o in draft.children(head, "obj", "iobj") if head < o < mark]
    effects = {e for slot in ("infinitive", "clause") for e in embeddings().get((_lemma(draft, head), "VERB", slot), ())}
    if objects and (effects & _CONTROL or _lemma(draft, head) in words("compelling")):
        draft.move(i, head, "xcomp")
