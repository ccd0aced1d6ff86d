"""Clauses that the parser put in the wrong order: what a condition belongs to, where a new clause begins."""

from dateline.find.attribution.lexicon import cues, framed
from dateline.find.lexicon import words
from dateline.find.mending.draft import FINITE, Draft

_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"))
_STEPS = 6
_DOERS = frozenset(("NOUN", "PROPN"))
_TOLD = frozenset(("report", "claim", "emphasis", "denial", "warning"))  # kinds of cues before a full clause
_SPEECH = ("clause", "obj+to", "obj+of", "on+to")  # frames of verbs of speech


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


def bare_conjunct(draft: Draft, v: int) -> None:
    """ "promised to leave | and free the captives": a bare infinitive goes with the infinitive before it."""
    if draft.tokens[v].xpos != "VB" or not draft.is_(v, "conj") or draft.child(v, "mark", "aux", "nsubj") is not None:
        return
    above = draft.tokens[v].head
    if draft.tokens[above].xpos not in ("VBD", "VBZ", "VBN", "VBG") or draft.child(above, "aux") is not None:
        return
    infinitive = [c for c in draft.children(above, "xcomp", "ccomp", "advcl") if above < c < v and draft.introduced(c) == "to"]
    if infinitive and draft.tokens[infinitive[-1]].xpos == "VB":
        draft.move(v, infinitive[-1], "conj")


def aside(draft: Draft, v: int) -> None:
    """ "…, an analyst warned.": a clause of speech after the last comma stands beside the one before."""
    if not draft.is_(v, "conj") or draft.tokens[v].xpos not in ("VBD", "VBZ", "VBN") or draft.child(v, "cc", "aux") is not None:
        return
    subject = draft.child(v, "nsubj")
    if subject is None or subject > v or "," not in (draft.word(draft.first(v) - 1), draft.word(draft.first(v))):
        return
    if draft.child(v, "obj", "ccomp", "xcomp") is None and draft.word(v + 1) in (".", "”", '"', "''"):
        draft.move(v, draft.tokens[v].head, "parataxis")


def speaker_goes_on(draft: Draft, v: int) -> None:
    """ "said that Peru hosts refugees | and appealed for aid": who appeals is who speaks, not whom he tells of."""
    told = draft.tokens[v].head
    above = draft.head(told)
    if not draft.is_(v, "conj") or draft.lemma(v) not in words("appealing") or draft.tokens[told].upos != "VERB":
        return
    bare = draft.child(v, "nsubj", "aux", "mark", "obl:agent") is None and draft.child(v, "cc") is not None
    if above is None or not draft.is_(told, "ccomp") or not above < told < v or not bare or draft.tokens[v].xpos == "VBG":
        return
    speaks = framed(cues(draft.lemma(above), "VERB"), "clause")
    speaker, doer = draft.child(above, "nsubj"), draft.child(told, "nsubj")
    if speaks is None or speaks.kind not in _TOLD or speaker is None or doer is None or draft.tokens[doer].upos not in _DOERS:
        return
    if _parts_with(draft, told, v) or _speaks_for_himself(draft, above, speaker, told):
        draft.move(v, above, "conj")


def _parts_with(draft: Draft, told: int, v: int) -> bool:
    """Whether a finite verb cannot share the auxiliary of the verb that it seems to go with: "was hosting | and appealed |"."""
    shared = draft.tokens[v].xpos == "VBD" and any(draft.lemma(a) == "have" for a in draft.children(told, "aux"))
    return bool(draft.children(told, "aux")) and not shared and draft.tokens[v].xpos in FINITE


def _speaks_for_himself(draft: Draft, above: int, speaker: int, told: int) -> bool:
    """Whether a speaker tells of no speech of others, as witnesses and the press do."""
    witness = draft.lemma(speaker) in words("witness") or draft.lemma(above) == "report"
    return not witness and not any(framed(cues(draft.lemma(told), "VERB"), frame) for frame in _SPEECH)


def said_of_content(draft: Draft, n: int) -> None:
    """ "Reports | that the king died | are untrue": what a noun for something said seems to govern is said of it."""
    noun = draft.tokens[n].upos == "NOUN" or (draft.tokens[n].xpos == "VBZ" and n == draft.sentence(n).first)
    if draft.head(n) is not None or not noun or draft.lemma(n) not in words("claim") or draft.child(n, "nsubj", "aux", "cop"):
        return
    said = next(
        (c for c in draft.children(n, "ccomp", "acl") if draft.child(c, "cop") is not None and not draft.introduced(c)), None
    )
    if said is None or draft.child(said, "nsubj") is not None:
        return
    content = next(
        (c for c in (*draft.children(said, "csubj"), *draft.children(n, "acl")) if draft.introduced(c) == "that"), None
    )
    if content is None or content > said:
        return
    draft.retag(n, "NOUN", "NNS" if draft.tokens[n].xpos == "VBZ" else draft.tokens[n].xpos)
    draft.lift(said, None, "root")
    draft.hang_root(n, said, "nsubj")
    draft.move(content, n, "acl")
    for c in [c for c in draft.children(n, "punct") if c > said]:
        draft.move(c, said, "punct")


def conjunct(draft: Draft, v: int) -> None:
    """ "denied that …, and its lawyer, X, told …": the last conjunct before a verb without a subject is that subject."""
    if draft.tokens[v].xpos not in FINITE or draft.child(v, "nsubj", "mark", "aux", "cop", "expl") is not None:
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


def yet_to(draft: Draft, v: int) -> None:
    """ "has | yet to leave |": who has yet to leave has that before him, so the verb hangs on "has", and not that on the verb."""
    have = next((c for c in draft.children(v, "aux") if draft.word(c) in ("has", "have", "had")), None)
    if have is None or have + 2 >= v or (draft.word(have + 1), draft.word(have + 2)) != ("yet", "to"):
        return
    above, relation = draft.head(v), draft.tokens[v].deprel
    before = [c for c in draft.children(v) if c < have]
    draft.lift(have, above, relation)
    if above is None:
        draft.hang_root(v, have, "xcomp")
    else:
        draft.move(v, have, "xcomp")
    draft.retag(have, "VERB", draft.tokens[have].xpos, dict(draft.tokens[have].feats))
    for c in before:
        draft.move(c, have, draft.tokens[c].deprel.removesuffix(":pass"))
