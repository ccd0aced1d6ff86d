"""Clauses: what "be" says of its subject, whose the subject of an infinitive is, how conjuncts hang together."""

from dateline.annotate.clearnlp.draft import CLAUSAL, Draft

NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
RAISING = frozenset(  # verbs that take an object and a predicate of it without "to"
    ("call", "consider", "deem", "feel", "find", "get", "have", "hear", "help", "keep", "leave", "let", "make", "see", "watch")
)
PLACES = frozenset(  # adverbs that can be a predicate
    ("abroad", "away", "back", "down", "here", "home", "off", "out", "over", "there", "up", "where")
)


def raised_subjects(draft: Draft) -> None:
    """ "want him to go", "make it clear": who is meant is the object of the first verb."""
    for verb in range(len(draft.words)):
        above = draft.heads[verb]
        if draft.rels[verb] != "ccomp" or draft.upos[above] != "VERB" or not _is_bare(draft, verb):
            continue
        subject = next((k for k in draft.kids(verb, "nsubj", "nsubj:pass") if above < k < verb), None)
        if subject is not None and draft.low(subject) not in NOMINATIVE:
            draft.move(subject, above, "obj")
            draft.rels[verb] = "xcomp"


def _is_bare(draft: Draft, verb: int) -> bool:
    """Whether a clause has no finite verb and nothing but "to" that introduces it."""
    helpers = draft.kids(verb, "aux", "aux:pass", "cop")
    marks = draft.kids(verb, "mark")
    if any(draft.words[h].xpos != "VB" for h in helpers) or any(draft.words[m].xpos != "TO" for m in marks):
        return False
    if marks or helpers:
        return bool(marks)
    raising = draft.words[draft.heads[verb]].lemma.lower() in RAISING
    return raising and (draft.words[verb].xpos in ("VB", "VBG") or draft.upos[verb] in ("ADJ", "NOUN"))


def copulas(draft: Draft) -> None:
    """ "He is ill", "It was in Paris", "The aim is to win": the predicate takes the place of "be"."""
    for be in range(len(draft.words)):
        if draft.words[be].lemma.lower() != "be" or draft.upos[be] not in CLAUSAL or draft.rels[be].startswith("aux"):
            continue
        if draft.kids(be, "expl"):  # "there is hope": what there is is the subject
            for k in draft.kids(be, "attr", "acomp"):
                draft.rels[k] = "nsubj"
            continue
        predicate = _predicate(draft, be)
        if predicate is None:
            continue
        if draft.rels[predicate] in ("ccomp", "xcomp"):
            for subject in draft.kids(be, "nsubj"):
                draft.rels[subject] = "nsubj:outer"
        draft.lift(predicate, "cop")
        draft.upos[be] = "AUX"


def _predicate(draft: Draft, be: int) -> int | None:
    """What a "be" says of its subject: a noun or adjective, else the first phrase or adverb behind it, else a clause."""
    said = draft.kids(be, "attr", "acomp", "oprd")
    if not said:
        phrases = [k for k in draft.kids(be, "obl") if draft.kids(k, "case")]
        adverbs = [k for k in draft.kids(be, "advmod", "prep", "compound:prt") if draft.low(k) in PLACES]
        said = sorted(k for k in phrases + adverbs if k > be)
    return next(iter(said or [k for k in draft.kids(be, "ccomp", "xcomp") if k > be]), None)


def conjuncts(draft: Draft) -> None:
    """ "A, B and C": all hang on A, and what joins a conjunct stands before it."""
    for i in reversed(draft.upwards()):  # from the top, so that the first of a chain is settled when the others come
        if draft.rels[i] == "conj" and draft.rels[draft.heads[i]] == "conj":
            draft.move(i, draft.heads[draft.heads[i]])
        _joints(draft, i)


def _joints(draft: Draft, i: int) -> None:
    for joint in draft.kids(i, "cc", "punct"):
        after = [k for k in draft.kids(i, "conj") if k > joint > i]
        if after and (draft.rels[joint] == "cc" or _opens(draft, joint, after[0])):
            draft.move(joint, after[0])


def _opens(draft: Draft, comma: int, conjunct: int) -> bool:
    """Whether a comma stands right before a conjunct, or before what joins it."""
    first = draft.begin(conjunct)
    while first - 1 > comma and draft.rels[first - 1] == "cc":
        first -= 1
    return draft.low(comma) in (",", ";") and first == comma + 1
