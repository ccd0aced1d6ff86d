"""Verbs that the parser read as nouns, adjectives or participles."""

from collections.abc import Iterator

from dateline.find.attribution.lexicon import cues
from dateline.find.grammar import lemma
from dateline.find.lexicon import class_rows, embeddings, known_lemmas, words
from dateline.find.mending.draft import FINITE, NOMINAL, PAST, PRESENT, SUBORDINATE, Draft, gerund_lemma
from dateline.resources import table


def agreed(draft: Draft, i: int) -> None:
    """Two tags of a word that contradict each other: a past tense is no noun, "the march" no name, and "%" one no less than
    "percent"."""
    token = draft.tokens[i]
    if token.upos == "SYM" and token.xpos == "NN":
        draft.retag(i, "NOUN", "NN", dict(token.feats))
    elif token.upos == "PROPN" and token.xpos in ("NN", "NNS") and token.text.islower():
        draft.retag(i, "NOUN", token.xpos, dict(token.feats))
    elif token.upos == "NOUN" and token.xpos in FINITE and draft.child(i, "nsubj") is not None:
        draft.retag(i, "VERB", token.xpos, PAST if token.xpos == "VBD" else PRESENT, lemma=_infinitive(token.text.lower()))
    elif token.upos == "NOUN" and token.xpos == "VB" and _governs_clause(draft, i):
        draft.retag(i, "VERB", "VB", {"VerbForm": "Inf"}, lemma=token.text.lower())


def _governs_clause(draft: Draft, i: int) -> bool:
    """Whether a word has what a verb has and nothing that a noun has: "that Kenya | withdraw |"."""
    nominal = draft.child(i, "det", "amod", "cop", "case") is not None
    return not nominal and draft.child(i, "nsubj", "aux", "mark") is not None


def _infinitive(form: str) -> str | None:
    """The verb of an irregular or an ending form, where the lexicons know it."""
    rows = table("seeds", "lexicons", "irregular-participles.tsv")
    return next((row["lemma"] for row in rows if form in (row["past"], row["participle"])), None)


def known_lemma(draft: Draft, i: int) -> None:
    """ "freed", taken for a form of "fre": a lemma that no lexicon knows gives way to one that they know."""
    found = lemma(draft, i)
    if found != draft.lemma(i):
        draft.retag(i, draft.tokens[i].upos, draft.tokens[i].xpos, dict(draft.tokens[i].feats), lemma=found)


def taken_for_noun(draft: Draft, i: int) -> None:
    """ "If Kenya invades": a plural noun with a subject and a conjunction is a verb, and so is a gerund with an object."""
    token, known = draft.tokens[i], (draft.lemma(i), "VERB") in known_lemmas()
    if token.xpos == "VBG" and draft.child(i, "obj", "xcomp") is not None and draft.child(i, "det", "amod") is None:
        draft.retag(i, "VERB", "VBG", {"VerbForm": "Ger"})
        return
    clausal = draft.child(i, "nsubj") is not None and draft.child(i, "mark") is not None and draft.child(i, "cop") is None
    if clausal and known and token.xpos == "NNS":
        draft.retag(i, "VERB", "VBZ", PRESENT)


def verdict(draft: Draft, i: int) -> None:
    """ "found the driver guilty of …", "pleaded guilty to …": "guilty" says what somebody is, whatever the tagger makes of it."""
    if draft.lemma(i) not in ("guilty", "innocent"):
        return
    before = next((c for c in draft.children(i, "compound") if c == i - 1), None)
    if before is not None and draft.tokens[before].upos == "VERB":
        draft.lift(before, draft.head(i), draft.tokens[i].deprel)
        draft.move(i, before, "xcomp")
    elif before is not None and draft.is_(i, "obj"):
        draft.move(before, draft.tokens[i].head, "obj")
        for c in list(draft.children(i, "det", "amod", "nmod:poss", "compound")):
            draft.move(c, before, draft.tokens[c].deprel)
        draft.move(i, draft.tokens[i].head, "xcomp")
    if draft.tokens[i].upos != "ADJ":
        draft.retag(i, "ADJ", "JJ")
    for c in list(draft.children(i, "acl")):
        draft.move(c, i, "advcl")
    for c in list(draft.children(draft.tokens[i].head, "advcl")):  # "pleaded guilty to | stealing drugs"
        if draft.tokens[c].xpos == "VBG" and draft.first(c) == i + 1:
            draft.move(c, i, "advcl")


def noun_taken_for_verb(draft: Draft, i: int) -> None:
    """ "Claims that …": what has the tag of a plural noun and the place of a subject is a noun."""
    content = draft.tokens[i].xpos == "VBZ" and any(draft.introduced(c) == "that" for c in draft.children(i, "ccomp"))
    if not (draft.tokens[i].xpos == "NNS" or content) or draft.child(i, "nsubj", "aux") is not None:
        return
    if draft.is_(i, "nsubj", "obj", "obl", "nmod"):
        draft.retag(i, "NOUN", "NNS")
        for c in list(draft.children(i, "ccomp")):
            draft.move(c, i, "acl")


def unchanging(draft: Draft, i: int) -> None:
    """ "The dam | burst.": in a full sentence without a verb, a word that is its own past tense is the verb."""
    sentence = draft.sentence(i)
    before = draft.child(i, "compound")
    if draft.head(i) is not None or draft.word(i) not in words("unchanging") or before != i - 1:
        return
    others = (draft.tokens[k].upos for k in range(sentence.first, sentence.stop))
    if any(upos in ("VERB", "AUX") for upos in others) or draft.word(sentence.stop - 1) != ".":
        return
    draft.retag(i, "VERB", "VBD", PAST)
    draft.move(before, i, "nsubj")
    for c in list(draft.children(i, "det", "amod", "nmod:poss", "nummod")):
        draft.move(c, before, draft.tokens[c].deprel)


def stopped(draft: Draft, i: int) -> None:
    """ "stopped | drilling": the bare gerund that a verb of beginning or ending governs is a verb."""
    v = draft.tokens[i].head
    phased = any(row.timeml_class == "ASPECTUAL" for row in class_rows().get((draft.lemma(v), "VERB"), ()))
    if (
        draft.word(i).endswith("ing")
        and draft.is_(i, "obj")
        and phased
        and v == i - 1
        and not draft.children(i, "det", "amod", "compound")
    ):
        verb = gerund_lemma(draft.word(i))
        if verb is not None:
            draft.retag(i, "VERB", "VBG", {"VerbForm": "Ger"}, lemma=verb)
            draft.move(i, v, "xcomp")


def past_taken_for_participle(draft: Draft, i: int) -> None:
    """ "Greenpeace called on …": a participle with a subject and no auxiliary is a past tense."""
    token = draft.tokens[i]
    if token.xpos != "VBN" or not token.text.lower().endswith("ed"):
        return
    governs = draft.child(i, "xcomp") is not None and draft.lemma(i) in words("own_deed")
    own = [c for c in draft.children(i, "nsubj") if c < i and (draft.tokens[c].deprel == "nsubj" or governs)]
    if not own or draft.child(i, "aux", "cop", "obl:agent") is not None:
        return
    if token.deprel in ("root", "ccomp", "parataxis", "conj") or draft.introduced(i) in SUBORDINATE:
        draft.retag(i, "VERB", "VBD", PAST)


def active_past(draft: Draft, i: int) -> None:
    """ "The airline paid for it": the past tense that heads a full sentence has no passive's subject without "was"."""
    if (
        draft.tokens[i].xpos != "VBD"
        or not draft.is_(i, "root", "ccomp")
        or draft.child(i, "aux", "cop", "obl:agent") is not None
    ):
        return
    for c in draft.children(i, "nsubj:pass"):
        if c < i:
            draft.move(c, i, "nsubj")


def verbless(draft: Draft, n: int) -> None:
    """ "X, a former minister, promised to …", "a leak forced them to …": a root noun whose verb was read as a participle."""
    if draft.child(n, "cop", "nsubj") is not None or not (draft.head(n) is None or draft.is_(n, "ccomp", "parataxis")):
        return
    if draft.head(n) is None:
        for v in _participles(draft, n):
            if _past_form(draft, v) and _governs(draft, v):
                noun = draft.tokens[v].head
                draft.promote(v, n)
                draft.retag(v, "VERB", "VBD", PAST)
                if noun != n and draft.is_(noun, "obj"):
                    draft.move(noun, v, "obj")
                return
    _object_with_its_verb(draft, n)


def _participles(draft: Draft, n: int) -> Iterator[int]:
    """What may be the verb of a clause that a noun seems to head."""
    for c in draft.children(n):
        if c < n:
            continue
        if draft.is_(c, "obj"):
            yield from (v for v in draft.children(c, "amod", "acl") if n < v < c and draft.tokens[v].upos == "VERB")
        elif draft.is_(c, "appos") and draft.tokens[c].upos in NOMINAL:
            yield from (v for v in draft.children(c, "acl") if v > c and draft.word(v - 1) == ",")
        elif draft.tokens[c].deprel == "acl":
            if draft.introduced(c) == "that":  # "Reports that it collapsed | proved | false"
                yield from (v for v in draft.children(c, "xcomp", "conj") if _follows(draft, v))
            yield c


def _follows(draft: Draft, v: int) -> bool:
    """Whether a finite verb has nothing to bind it to the clause before."""
    return draft.tokens[v].xpos in FINITE and draft.child(v, "nsubj", "mark", "cc", "aux") is None


def _past_form(draft: Draft, v: int) -> bool:
    token = draft.tokens[v]
    past = token.xpos == "VBD" or (token.xpos == "VBN" and token.text.lower().endswith("ed"))
    return past and draft.child(v, "aux", "nsubj", "obl:agent", "mark") is None


def _governs(draft: Draft, v: int) -> bool:
    """Whether a verb has an object, a clause or a hearer, which a passive participle has not."""
    if draft.child(v, "obj", "ccomp") is not None or draft.is_(v, "amod"):
        return True
    if draft.child(v, "xcomp") is not None:
        return "request" not in embeddings().get((draft.lemma(v), "VERB", "clause"), ())
    behind = draft.word(v + 1)
    return any(f.partition("+")[0] == behind for c in cues(draft.lemma(v), "VERB") for f in c.frames)


def _object_with_its_verb(draft: Draft, n: int) -> None:
    """ "Amnesty | accused | soldiers of …": a noun that heads its sentence only because its verb was read as its adjective."""
    v = next((c for c in draft.children(n, "amod") if c < n and draft.tokens[c].xpos in ("VBN", "VBD")), None)
    if v is None or draft.tokens[v].upos != "VERB" or draft.lemma(v) in words("state"):
        return
    who = v - 1
    if who < draft.sentence(v).first or draft.tokens[who].upos not in NOMINAL or draft.tokens[who].head not in (v, n):
        return
    if any(draft.tokens[c].upos == "VERB" and draft.is_(c, "conj", "parataxis") for c in draft.children(n)):
        return
    head, deprel = draft.head(n), draft.tokens[n].deprel
    draft.lift(v, head, deprel)
    draft.retag(v, "VERB", "VBD", PAST)
    draft.move(who, v, "nsubj")
    for c in [c for c in draft.children(n) if c < who]:
        draft.move(c, who, draft.tokens[c].deprel)
    draft.move(n, v, "obj")
    for c in list(draft.children(n, "punct", "advcl", "obl", "advmod")):
        if c > n:
            draft.move(c, v, draft.tokens[c].deprel)
