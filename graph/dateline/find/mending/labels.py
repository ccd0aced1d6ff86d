"""Relations that the words themselves contradict: a doer without "by", an aside with a preposition, an "it" that acts."""

from dateline.find.lexicon import known_lemmas, noun_class, noun_sets, plain_type, words
from dateline.find.mending.draft import NOMINAL, PLURAL, Draft

_HARM = frozenset(("ASSAULT", "DISASTER", "ACCIDENT", "DAMAGE"))
_STEPS = 3


def doer(draft: Draft, i: int) -> None:
    """ "hauled | before the court |": only "by" names the doer of a passive; another preposition says something else."""
    case = draft.child(i, "case")
    if draft.is_(i, "obl:agent") and case is not None and case < i and draft.word(case) != "by" and draft.word(i - 1) != "by":
        draft.move(i, draft.tokens[i].head, "obl")


def noun_of_particle(draft: Draft, i: int) -> None:
    """ "a run- | off |": the second half of a noun made of a verb and its particle has the lemma of the whole."""
    joined = draft.word(i - 1) == "-" and i > 1 and draft.tokens[i - 2].end == draft.tokens[i - 1].start
    if not joined or draft.lemma(i) not in words("particle") or draft.tokens[i - 2].head != i:
        return
    verb, token = draft.lemma(i - 2), draft.tokens[i]
    found = next((w for w in (f"{verb}-{token.lemma}", f"{verb}{token.lemma}") if (w, "NOUN") in known_lemmas()), None)
    if found is not None:
        draft.retag(i, token.upos, token.xpos, dict(token.feats), lemma=found)


def aside_with_preposition(draft: Draft, i: int) -> None:
    """ "talks with Prime Minister | Ann Lee |": what has a preposition of its own is no apposition."""
    case = draft.child(i, "case")
    host = draft.tokens[i].head
    if draft.is_(i, "appos") and case is not None and host < case < i and draft.word(case - 1) not in (",", "(", "–", "—", "--"):
        draft.move(i, host, "nmod")


def two_prepositions_in_one(draft: Draft, i: int) -> None:
    """ "in | front | of the court": the noun between two prepositions that are one is no place of its own."""
    before, of = i - 1, i + 1
    behind = next((c for c in draft.children(i, "nmod") if draft.child(c, "case") == of and draft.word(of) == "of"), None)
    if draft.word(i) not in ("front", "top") or behind is None or draft.child(i, "case") != before:
        return
    if draft.word(before) not in ("in", "on") or draft.children(i) != [before, behind] or not draft.is_(i, "obl", "nmod"):
        return
    draft.lift(behind, draft.tokens[i].head, draft.tokens[i].deprel)
    draft.move(before, behind, "case")
    for k in (i, of):
        draft.move(k, before, "fixed")


def participle_of_noun(draft: Draft, v: int) -> None:
    """ "blocked the trial of two men | suspected of …": behind a noun a participle says which, unless the verb makes it so."""
    above, noun = draft.tokens[v].head, v - 1
    loose = draft.is_(v, "xcomp") or (draft.is_(v, "advcl") and draft.lemma(v) in words("ascribing"))
    if not loose or draft.tokens[v].xpos != "VBN" or draft.child(v, "mark", "aux", "nsubj") is not None:
        return
    if draft.tokens[above].upos != "VERB" or draft.lemma(above) in words("bringing_about") or above >= noun:
        return
    if draft.tokens[noun].upos in ("NOUN", "PROPN") and above in draft.ancestors(noun) and v not in draft.ancestors(noun):
        draft.move(v, noun, "acl")


def post_behind_name(draft: Draft, i: int) -> None:
    """ "named Ann Lee | president |": a noun in small letters for what somebody is to be is no part of his name."""
    name = draft.tokens[i].head
    verb = draft.head(name)
    small = draft.is_(i, "flat") and draft.tokens[i].xpos == "NN" and draft.word(i) == draft.tokens[i].text
    if not small or verb is None or not draft.is_(name, "obj") or draft.tokens[name].upos != "PROPN":
        return
    if name < i and noun_class(draft.lemma(i)) == "HUMAN" and all(c < i for c in draft.children(name, "flat") if c != i):
        draft.move(i, verb, "xcomp")


def ratio(draft: Draft, i: int) -> None:
    """ "| Four in ten Canadians | disapprove", "one out of five": the two numbers describe the noun behind them."""
    second = i + 2 if draft.word(i + 1) == "in" else i + 3 if (draft.word(i + 1), draft.word(i + 2)) == ("out", "of") else i
    noun = second + 1
    if second == i or noun >= len(draft.tokens):
        return
    while draft.is_(noun, "amod", "compound") and draft.tokens[noun].head > noun:
        noun = draft.tokens[noun].head
    if draft.tokens[second].upos != "NUM" or draft.tokens[noun].xpos not in PLURAL:
        return
    verb = draft.head(i)
    if verb is None or verb < noun or not draft.is_(i, "nsubj", "dislocated") or draft.head(noun) not in (i, verb):
        return
    relation = draft.tokens[noun if draft.head(noun) == verb else i].deprel
    for c in [*draft.children(i), *draft.children(noun, "case")]:
        if i < c < second:
            draft.move(c, second, "case")
    draft.lift(noun, verb, relation)
    draft.move(i, noun, "nmod:desc")
    draft.move(second, i, "nmod")


def real_it(draft: Draft, i: int) -> None:
    """ "It | sends a clear message": the "it" of a verb with an object of its own is somebody or something."""
    v = draft.tokens[i].head
    if not draft.is_(i, "expl") or draft.word(i) != "it" or draft.tokens[v].upos != "VERB" or i > v:
        return
    acts = draft.child(v, "obj") is not None and draft.lemma(v) not in words("weather_it")
    if acts and draft.child(v, "nsubj", "csubj", "ccomp", "xcomp", "aux:pass") is None:
        draft.move(i, v, "nsubj")


def relative_of_harm(draft: Draft, v: int) -> None:
    """ "the bombing of the embassy | that killed ten": what harms is the deed rather than the building it was done to."""
    pronoun = draft.child(v, "nsubj")
    if not draft.is_(v, "acl:relcl") or pronoun is None or draft.word(pronoun) not in ("that", "which"):
        return
    if plain_type(draft.lemma(v), "VERB") not in _HARM | {"DIE", "INJURE"} or draft.child(v, "obj") is None:
        return
    near = draft.tokens[v].head
    if draft.lemma(near) in words("harming") or plain_type(draft.lemma(near), "NOUN") in _HARM:
        return
    if draft.tokens[near].upos not in NOMINAL or noun_sets().get(draft.lemma(near), frozenset()) & {"PERSON", "WEAPON"}:
        return
    far = near
    for _ in range(_STEPS):
        if not draft.is_(far, "nmod"):
            return
        far = draft.tokens[far].head
        if plain_type(draft.lemma(far), "NOUN") in _HARM:
            draft.move(v, far, "acl:relcl")
            return


def verb_of_relative(draft: Draft, v: int) -> None:
    """ "a strand | discovered | behind the house came from him": of two past tenses with one subject the last is the verb."""
    main = next((c for c in draft.children(v, "ccomp") if c > v), None)
    noun = draft.child(v, "nsubj")
    if main is None or noun is None or draft.tokens[v].xpos != "VBD" or draft.child(v, "obj", "aux", "iobj") is not None:
        return
    between = [draft.word(k) for k in range(v + 1, draft.first(main))]
    finite = draft.tokens[main].xpos in ("VBD", "VBZ") and draft.first(main) == main
    bare = finite and draft.child(main, "nsubj", "expl", "mark", "csubj") is None and len(draft.children(v, "nsubj")) == 1
    if not bare or not noun < v or draft.tokens[v + 1].upos != "ADP" or set(between) & {",", '"', "“", "''", "``", ":", "that"}:
        return
    head, deprel = draft.head(v), draft.tokens[v].deprel
    draft.lift(main, head, deprel)
    if head is None:
        draft.hang_root(v, main, "acl")
    draft.move(noun, main, "nsubj")
    for c in [c for c in draft.children(v) if c < noun or c > main]:
        draft.move(c, main, draft.tokens[c].deprel)
    draft.retag(v, "VERB", "VBN", {"Tense": "Past", "VerbForm": "Part"})
    draft.move(v, noun, "acl")
