"""Phrases: prepositions and what they govern, small words, sums of money."""

from dateline.annotate.clearnlp.draft import CLAUSAL, PREDICATES, Draft

PHRASES = frozenset({"prep", "agent", "dative"})
FIXED = frozenset({("according", "to"), ("as", "of"), ("as", "to"), ("because", "of"), ("due", "to"), ("instead", "of")})


def small_words(draft: Draft) -> None:
    """Words that keep their place: negations, the "to" of infinitives, nouns that stand for adverbs, modifiers before nouns."""
    for i, rel in enumerate(draft.rels):
        if rel == "neg":
            draft.rels[i] = "det" if draft.low(i) == "no" and draft.upos[draft.heads[i]] not in PREDICATES else "advmod"
        elif rel == "aux" and draft.words[i].xpos == "TO":
            draft.rels[i] = "mark"
        elif rel == "quantmod" and draft.words[i].xpos == "DT":  # "a dozen"
            draft.rels[i] = "det"
        elif rel in ("npadvmod", "tmod"):
            draft.rels[i] = "obl:unmarked" if draft.upos[draft.heads[i]] in PREDICATES else "nmod:unmarked"
        elif rel == "nmod" and not draft.kids(i, "case"):
            draft.rels[i] = "compound"


def prepositions(draft: Draft) -> None:
    """ "in Paris": the noun takes the place of its preposition, from the innermost one on ("because of", "from behind")."""
    for p in draft.upwards():
        objects = draft.kids(p, "pobj") or draft.kids(p, "pcomp")
        if not objects and (draft.rels[p] in PHRASES or (draft.rels[p] == "pcomp" and draft.upos[p] not in CLAUSAL)):
            objects = [k for k in draft.kids(p, "obl") if draft.kids(k, "case")]  # of a second preposition
        if objects:
            for second in draft.kids(p, "pcomp"):  # "because of rain", where both prepositions hang together
                if second != objects[0] and not draft.kids(second):
                    draft.rels[second] = "case"
            _raise(draft, p, objects[0])


def _raise(draft: Draft, p: int, noun: int) -> None:
    clause = draft.upos[noun] in CLAUSAL and not draft.kids(noun, "case")
    above = draft.heads[p]
    predicate = draft.upos[above] in PREDICATES
    rel = draft.rels[p]
    if rel in PHRASES or rel in ("advmod", "amod", "case", "mark", "compound:prt", "compound", "quantmod"):
        if clause:
            rel = "advcl" if predicate else "acl"
        elif rel == "agent":
            rel = "obl:agent"
        else:
            rel = "obl" if predicate or rel == "dative" else "nmod"
    draft.lift(noun, "mark" if clause else "case")
    if draft.heads[noun] != noun:
        draft.rels[noun] = rel
    for q in draft.kids(noun, "case"):
        if q == p + 1 and (draft.low(p), draft.low(q)) in FIXED:
            draft.move(q, p, "fixed")
        elif q == p:
            _such_as(draft, p, noun)


def _such_as(draft: Draft, p: int, noun: int) -> None:
    """ "such as": one preposition in two words, the first of which governs."""
    if draft.low(p) == "as" and p and draft.low(p - 1) == "such" and draft.heads[p - 1] == noun:
        draft.rels[p - 1] = "case"
        draft.move(p, p - 1, "fixed")


def stranded(draft: Draft) -> None:
    """ "a house they paid for": a preposition whose noun stands before the clause stands for it."""
    for p in range(len(draft.words)):
        if draft.rels[p] == "prep" and draft.rels[draft.heads[p]] == "acl:relcl":
            draft.rels[p] = "obl"


def sums(draft: Draft) -> None:
    """ "$5 million": the currency is what is counted."""
    for i in range(len(draft.words)):
        if draft.rels[i] != "quantmod" or draft.words[i].xpos != "$" or draft.heads[i] < i:
            continue
        number = draft.heads[i]
        inner = draft.kids(number, "compound", "quantmod", "advmod", "punct")
        draft.lift(i, "nummod")
        for k in inner:
            if i < k < number:
                draft.move(k, number)
        if draft.rels[i] == "nummod":
            draft.rels[i] = "compound"
