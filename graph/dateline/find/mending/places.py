"""Infinitives, gerunds, clauses and phrases that the parser hung on the wrong word."""

from dateline.find.attribution.lexicon import cues
from dateline.find.lexicon import embeddings, noun_sets, noun_uses, words
from dateline.find.mending.draft import Draft, gerund_lemma

_STEPS = 3
_ACCUSED = frozenset(("alleged", "deny"))  # effects of verbs that name a deed with a preposition: "charged with", "cleared of"
_CONTROL = frozenset(("request", "enabled"))  # effects of verbs whose object does what the infinitive says


def charge(draft: Draft, i: int) -> None:
    """ "arrested two men on suspicion of …", "charged a man with murder": no kind of man, but why he is arrested; but "the
    head | of the bank | was accused"."""
    noun = draft.tokens[i].head
    for _ in range(_STEPS):  # "the head of the bank on suspicion"
        noun = draft.tokens[noun].head if draft.is_(noun, "nmod") else noun
    case, verb = draft.child(i, "case"), draft.head(noun)
    if case is None or verb is None or not draft.is_(i, "nmod") or not draft.is_(noun, "obj", "nsubj:pass"):
        return
    if draft.tokens[verb].upos != "VERB":
        return
    charged = draft.lemma(i) in words("charge") and draft.word(case) in ("on", "under", "over", "amid")
    if charged or (verb < i and _ACCUSED & set(embeddings().get((draft.lemma(verb), "VERB", draft.word(case)), ()))):
        draft.move(i, verb, "obl")


def sole_object(draft: Draft, v: int) -> None:
    """ "accused | Brown | of plotting", "told | reporters | about it": who stands alone behind a verb is its object."""
    only = draft.child(v, "iobj")
    if only is not None and only > v and draft.child(v, "obj", "ccomp", "xcomp") is None:
        draft.move(only, v, "obj")


def with_preposition(draft: Draft, i: int) -> None:
    """An object has no preposition: what has one is an oblique."""
    case = draft.child(i, "case")
    if draft.is_(i, "obj", "iobj") and case is not None and case < i and draft.tokens[case].upos == "ADP":
        draft.move(i, draft.tokens[i].head, "obl")


def without_preposition(draft: Draft, i: int) -> None:
    """ "gave | his annual speech |": what stands bare behind a verb, and is no time or measure, is its object."""
    v, first = draft.tokens[i].head, draft.first(i)
    if draft.tokens[i].deprel != "obl" or draft.tokens[i].upos != "NOUN" or first != v + 1 or draft.tokens[v].upos != "VERB":
        return
    bare = all(draft.tokens[k].upos not in ("ADP", "ADV", "SCONJ", "NUM", "PUNCT", "PART") for k in range(first, i))
    if not bare or draft.child(v, "obj", "ccomp", "aux:pass", "nsubj:pass") is not None:
        return
    if not noun_sets().get(draft.lemma(i), frozenset()) & {"TIME", "MEASURE"}:
        draft.move(i, v, "obj")


def gerund_with_object(draft: Draft, n: int) -> None:
    """ "charged him with | laundering | money": no kind of money, where the verb names a deed with that preposition."""
    g, case, v = draft.child(n, "compound"), draft.child(n, "case"), draft.tokens[n].head
    if g is None or case != g - 1 or draft.tokens[g].xpos != "VBG" or not draft.is_(n, "obl"):
        return
    if not _ACCUSED & set(embeddings().get((draft.lemma(v), "VERB", draft.word(case)), ())):
        return
    lemma = gerund_lemma(draft.word(g))
    if lemma is not None:
        draft.lift(g, v, "advcl")
        draft.retag(g, "VERB", "VBG", {"VerbForm": "Ger"}, lemma=lemma)
        draft.move(n, g, "obj")
        draft.move(case, g, "mark")


def time_of_contest(draft: Draft, i: int) -> None:
    """ "won the election | on Sunday": who wins a contest wins it when it is held."""
    v = draft.tokens[i].head
    if not draft.is_(i, "obj") or draft.lemma(v) not in words("contesting") or draft.lemma(i) not in noun_uses():
        return
    when = next((c for c in draft.children(v, "obl") if draft.first(c) == draft.subtree(i)[-1] + 1), None)
    if when is not None and "TIME" in noun_sets().get(draft.lemma(when), ()):
        draft.move(when, i, "nmod")


def gerund(draft: Draft, i: int) -> None:
    """ "accused X of conspiring": a gerund behind a noun belongs to the verb, or the charge, that asks for its preposition."""
    mark = draft.introduced(i)
    if not mark or draft.tokens[i].xpos != "VBG":
        return
    if draft.is_(i, "conj"):
        _second_gerund(draft, i, mark)
        return
    noun = draft.tokens[i].head
    above = draft.head(noun)
    if above is None or draft.tokens[i].deprel not in ("acl", "nmod"):
        return
    upos = draft.tokens[above].upos
    asked = any((draft.lemma(above), "VERB", slot) in embeddings() for slot in (mark, f"{mark}.clause"))
    if upos == "VERB" and asked and draft.is_(noun, "obj", "nsubj:pass", "obl:agent"):
        draft.move(i, above, "advcl")
    elif upos == "NOUN" and draft.is_(noun, "nmod") and draft.lemma(above) in words("charge"):
        draft.move(i, above, "acl")
    elif draft.word(draft.first(i) - 1) == "," or draft.word(draft.first(i)) == ",":
        _behind_an_aside(draft, i, mark)


def _behind_an_aside(draft: Draft, i: int, mark: str) -> None:
    """ "accused X, who lost the vote, of conspiring": a gerund after a comma goes back past the aside."""
    for above in list(draft.ancestors(i))[: 2 * _STEPS]:
        if _ACCUSED & set(embeddings().get((draft.lemma(above), "VERB", mark), ())):
            draft.move(i, above, "advcl")
            return


def _second_gerund(draft: Draft, i: int, mark: str) -> None:
    """ "of planning to bomb the plant and of killing …": gerunds behind the same preposition go together."""
    node = draft.tokens[i].head
    for _ in range(3):
        if draft.tokens[node].xpos == "VBG" and draft.introduced(node) == mark:
            draft.move(i, node, "conj")
            return
        node = draft.tokens[node].head


def infinitive(draft: Draft, i: int) -> None:
    """ "accused X of plotting to kill": an infinitive right behind a verb that takes one is that verb's."""
    mark = draft.child(i, "mark")
    if mark is None or draft.word(mark) != "to" or draft.tokens[i].xpos != "VB" or not draft.is_(i, "advcl", "xcomp", "acl"):
        return
    v, head = mark - 1, draft.tokens[i].head
    if v <= head or draft.tokens[v].upos != "VERB" or head not in draft.ancestors(v):
        return
    if any((draft.lemma(v), "VERB", slot) in embeddings() for slot in ("infinitive", "clause")):
        draft.move(i, v, "xcomp")


def infinitive_of_object(draft: Draft, i: int) -> None:
    """ "urged the firms to repair", "called on them to end": an infinitive behind the one who is asked is no purpose."""
    mark = draft.child(i, "mark")
    if mark is None or draft.word(mark) != "to" or not draft.is_(i, "advcl", "acl") or draft.tokens[i].xpos != "VB":
        return
    near = draft.tokens[i].head
    head = draft.tokens[near].head if draft.is_(i, "acl") and draft.is_(near, "obl", "obj") else near
    if draft.tokens[head].upos != "VERB" or draft.child(head, "xcomp") is not None or head > i:
        return
    effects = {e for slot in ("infinitive", "clause") for e in embeddings().get((draft.lemma(head), "VERB", slot), ())}
    objects = [o for o in draft.children(head, "obj", "iobj") if head < o < mark]
    asked = draft.is_(i, "advcl") and (effects & _CONTROL or draft.lemma(head) in words("compelling"))
    if asked if objects else _asks_through(draft, head, mark):
        draft.move(i, head, "xcomp")


def infinitive_of_goal(draft: Draft, i: int) -> None:
    """ "went to the mayor's house | to talk": who goes somewhere to do something does it, not whose house it is."""
    mark = draft.child(i, "mark")
    if mark is None or draft.word(mark) != "to" or not draft.is_(i, "acl") or draft.tokens[i].xpos != "VB":
        return
    goal = draft.tokens[i].head
    verb = draft.tokens[goal].head
    moves = draft.is_(goal, "obl") and draft.lemma(verb) in (words("leaving") | words("going"))
    event = noun_uses().get(draft.lemma(goal)) in ("mass", "always")  # "went to talks to end the war"
    if moves and not event and draft.child(goal, "case") is not None and goal not in draft.ancestors(verb):
        draft.move(i, verb, "advcl")


def _asks_through(draft: Draft, verb: int, stop: int) -> bool:
    """Whether a verb names with a preposition whom it asks: "called on | both sides | to …"."""
    frames = {f for c in cues(draft.lemma(verb), "VERB") for f in c.frames}
    near = [c for c in draft.children(verb, "obl") if verb < c < stop]
    return any(f"{draft.word(case)}+to" in frames for c in near for case in draft.children(c, "case"))


def of_number(draft: Draft, i: int) -> None:
    """ "Two of | his aides | were cleared": what a subject that is a number counts behind its "of" is no part of the verb's."""
    above = draft.head(i)
    case = draft.child(i, "case")
    if above is None or case is None or draft.word(case) != "of" or not draft.is_(i, "obl") or i > above:
        return
    number = case - 1
    if number >= 0 and draft.head(number) == above and draft.is_(number, "nsubj") and draft.tokens[number].upos in ("NUM", "DET"):
        draft.move(i, number, "nmod")
