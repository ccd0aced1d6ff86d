"""Subjects and objects that the parser hung on the wrong verb, or gave to one verb twice."""

from itertools import pairwise

from dateline.find.attribution.lexicon import cues
from dateline.find.lexicon import noun_sets, noun_uses, words
from dateline.find.mending.draft import FINITE, NOMINAL, PLURAL, SINGULAR, Draft

_COLLECTIVE = frozenset(("family", "delegation", "crew"))
_ORIGIN = frozenset(("of", "in", "from", "at", "for"))
_STEPS = 4
_QUOTES = frozenset(('"', "“", "”", "''", "``", "‘", "’"))


def passive_copula(draft: Draft, v: int) -> None:
    """ "our hope is that the veto will | be | overridden": before a participle with a subject of its own "be" makes a passive."""
    if draft.tokens[v].xpos != "VBN":
        return
    own = _own_subject(draft, v)
    cops = [c for c in draft.children(v, "cop") if draft.lemma(c) == "be" and (own is None or own < c < v)]
    if own is None or not cops or any(draft.lemma(a) == "have" and a > cops[-1] for a in draft.children(v, "aux")):
        return
    outer = any(draft.tokens[s].deprel == "nsubj:outer" for s in draft.children(v, "nsubj"))
    if draft.tokens[own].deprel == "nsubj" and outer:
        draft.move(cops[-1], v, "aux:pass")
        draft.move(own, v, "nsubj:pass")


def _own_subject(draft: Draft, v: int) -> int | None:
    """The subject nearest to a verb, not that of a clause around it."""
    own = [c for c in draft.children(v, "nsubj") if draft.tokens[c].deprel != "nsubj:outer"]
    return own[-1] if own else None


def two_subjects(draft: Draft, v: int) -> None:
    """ "The investor plans to sell, said | a spokesman |": of two subjects the nearer one is the verb's.

    The other belongs to the clause that the verb governs, where that has none ("which critics say harms schools"), or is part
    of the name of the second ("The | Portland |, Ore., thrift").
    """
    own = [c for c in draft.children(v, "nsubj") if draft.tokens[c].deprel != "nsubj:outer"]
    if len(own) != 2 or draft.tokens[v].upos != "VERB":
        return
    first, second = own
    below = next((c for c in draft.children(v, "ccomp") if c > first and _lacks_subject(draft, c)), None)
    if below is not None and (below < second or draft.tokens[first].xpos in ("WDT", "WP")):
        _give(draft, first, below)
    elif first < v < second:
        _second_behind(draft, v, second, below)
    elif (first < second < v and _place_before(draft, first, second)) or (
        first < second < v and _one_of_kinds(draft, first, second)
    ):
        draft.move(first, second, "compound")
        for c in draft.children(first, "det", "amod"):
            draft.move(c, second, draft.tokens[c].deprel)
    elif first < second < v and not draft.tokens[first].xpos.startswith("W"):
        draft.move(first, v, "dislocated")


def subject_of_content_told(draft: Draft, v: int) -> None:
    """ "| Chad | to leave, aide says", "“| The army |,” he said, “attacked”": of two subjects beside a verb of speech the first
    is that of what is said."""
    own = [c for c in draft.children(v, "nsubj") if draft.tokens[c].deprel != "nsubj:outer"]
    if len(own) != 2 or not cues(draft.lemma(v), "VERB"):
        return
    first, second = own
    below = next((c for c in draft.children(v, "ccomp") if c > first and _lacks_subject(draft, c, headline=True)), None)
    if below is None or first > v or draft.tokens[first].xpos.startswith("W"):
        return
    begin = draft.first(below)
    told = below < v and below < second and begin == draft.subtree(first)[-1] + 1 and draft.word(begin) == "to"
    parted = second < v < below and _closed(draft, first, second) and _closed(draft, v, below)
    if told or parted:
        _give(draft, first, below)


def _closed(draft: Draft, a: int, b: int) -> bool:
    """Whether a quotation ends or begins between two words."""
    return any(draft.word(k) in _QUOTES for k in range(a + 1, b))


def _second_behind(draft: Draft, v: int, second: int, below: int | None) -> None:
    """ "said | it | continues", "deplored | the raid": behind its verb a second subject is the next verb's, or an object."""
    if below is not None and second < below:
        _give(draft, second, below)
    elif draft.child(v, "obj", "ccomp", "xcomp", "aux:pass") is None:
        charged = any(draft.introduced(c) == "of" and second < c for c in draft.children(v, "advcl"))
        if charged or not cues(draft.lemma(v), "VERB"):
            draft.move(second, v, "obj")


def subject_of_charge(draft: Draft, v: int) -> None:
    """ "accuses | the firm | of failing": who stands before the "of" of a gerund is whom the verb before is about."""
    subject, mark, above = draft.child(v, "nsubj"), draft.child(v, "mark"), draft.head(v)
    if subject is None or mark is None or above is None or draft.word(mark) != "of" or draft.tokens[v].xpos != "VBG":
        return
    if draft.is_(v, "advcl") and above < draft.first(subject) and subject < mark and draft.child(above, "obj") is None:
        draft.move(subject, above, "obj")


def _give(draft: Draft, n: int, v: int) -> None:
    """Make a noun the subject of a verb."""
    draft.move(n, v, "nsubj:pass" if draft.child(v, "aux:pass") is not None else "nsubj")


def subject_before(draft: Draft, v: int) -> None:
    """ "… on Wednesday, | police | said": what stands between a comma and a finite verb without a subject is its subject."""
    finite = draft.tokens[v].xpos in FINITE and draft.is_(v, "root", "ccomp", "parataxis")
    if not finite or draft.child(v, "nsubj", "csubj", "expl", "mark", "obl:agent") is not None:
        return
    n = v - 1
    while n > 0 and (draft.tokens[n].upos in ("ADV", "AUX") and draft.tokens[n].head == v):
        n -= 1
    for _ in range(_STEPS):
        if not draft.is_(n, "flat", "compound", "nmod") or draft.tokens[n].head > v or draft.child(n, "cc") is not None:
            break
        n = draft.tokens[n].head
    loose = draft.is_(n, "conj", "appos", "nmod:unmarked", "obl:unmarked", "dep", "vocative", "dislocated", "list")
    if n >= v or not loose or draft.tokens[n].upos not in NOMINAL or draft.child(n, "case") is not None:
        return
    begin = draft.first(n)
    cc = draft.child(n, "cc")
    if draft.word(begin - 1) not in (",", "”", '"', "''", "--", "–") and draft.word(begin) != ",":
        return
    if v in draft.ancestors(n) or n not in draft.ancestors(v):
        draft.move(n, v, "nsubj")
        if cc is not None:
            draft.move(cc, v, "cc")


def inverted(draft: Draft, v: int) -> None:
    """ "…," continued | the letter |: the noun behind a verb of speech that follows a quotation is who says it."""
    if (
        draft.tokens[v].xpos not in ("VBD", "VBZ")
        or draft.child(v, "nsubj", "aux", "mark") is not None
        or v == draft.sentence(v).first
    ):
        return
    objects = draft.children(v, "obj")
    quoted = draft.word(v - 1) in ("”", '"', "''", "’’")
    if len(objects) == 1 and quoted and cues(draft.lemma(v), "VERB") and draft.first(objects[0]) == v + 1:
        draft.move(objects[0], v, "nsubj")


def _place_before(draft: Draft, first: int, second: int) -> bool:
    """Whether a place with its state stands right before a noun: "Portland, Ore., | thrift"."""
    state = draft.child(first, "appos")
    beside = state is not None and draft.first(second) in (state + 1, state + 2) and draft.word(state + 1) == ","
    return beside and draft.tokens[first].upos == "PROPN" and draft.tokens[state or 0].upos == "PROPN"


def _one_of_kinds(draft: Draft, first: int, second: int) -> bool:
    """Whether a noun opens a list of what kinds another is: "the | bond |, coal and steel markets"."""
    listed = any(draft.child(c, "conj") is not None for c in draft.children(second, "compound", "amod"))
    return listed and draft.word(first + 1) == "," and draft.first(second) in (first + 1, first + 2)


def _lacks_subject(draft: Draft, v: int, *, headline: bool = False) -> bool:
    """Whether a finite clause shows no subject; in the grammar of headlines so does an infinitive."""
    finite = (
        (headline and draft.introduced(v) == "to")
        or draft.tokens[v].xpos in FINITE
        or any(draft.tokens[a].xpos in (*FINITE, "MD") for a in draft.children(v, "aux", "cop"))
    )
    return finite and draft.child(v, "nsubj", "csubj", "expl") is None


def subject_of_content(draft: Draft, v: int) -> None:
    """ "reported | income | rose": what stands before a finite verb without a subject is its subject."""
    for below in draft.children(v, "ccomp"):
        if not _lacks_subject(draft, below) or draft.first(below) < v:
            continue
        found = [o for o in draft.children(v, "obj", "iobj") if v < o < below and draft.tokens[o].upos in NOMINAL]
        if found and draft.first(below) > found[-1] and draft.introduced(below) in ("", "that"):
            _give(draft, found[-1], below)
            return


def bare_subject(draft: Draft, v: int) -> None:
    """ "against terror and | Peru | thanks them": the last conjunct right before a finite verb is its subject."""
    verb = draft.tokens[v].xpos in FINITE and not draft.is_(v, "acl", "amod", "root", "aux", "cop")
    if not verb or not v or draft.child(v, "nsubj", "csubj", "expl", "mark", "aux", "cop", "cc") is not None:
        return
    n = v - 1
    while draft.is_(n, "flat") and draft.tokens[n].head < n:
        n = draft.tokens[n].head
    cc = draft.child(n, "cc")
    if not draft.is_(n, "conj") or draft.tokens[n].upos not in NOMINAL or cc is None or draft.first(n) != cc:
        return
    past = draft.tokens[v].xpos == "VBD" and draft.child(v, "obj", "ccomp", "xcomp") is None
    if n in draft.ancestors(v) or draft.tokens[n].head > v or (past and draft.is_(v, "advcl")):
        return
    draft.move(n, v, "nsubj")
    draft.move(cc, v, "cc")
    head = draft.head(v)
    if head is not None and head < v and draft.is_(v, "advcl"):
        draft.move(v, head, "conj")


def relative_of_person(draft: Draft, v: int) -> None:
    """ "an adviser to the family | who leads the campaign": "who" takes up a person, and a verb's number tells whom."""
    pronoun = draft.child(v, "nsubj")
    if pronoun is not None and draft.is_(v, "acl:relcl") and draft.word(pronoun) == "who":
        _to_nearest_person(draft, v, pronoun)
    if not draft.is_(v, "acl:relcl") or pronoun is None or draft.word(pronoun) not in ("who", "which", "that"):
        return
    near = draft.tokens[v].head
    if draft.tokens[near].upos not in ("NOUN", "PROPN") or draft.child(near, "conj") is not None:
        return
    far = near
    for _ in range(_STEPS):
        if not draft.is_(far, "nmod") or draft.tokens[draft.tokens[far].head].upos != "NOUN":
            return
        far = draft.tokens[far].head
        named = draft.tokens[near].upos == "PROPN" and draft.word(draft.first(near)) in _ORIGIN
        person = _is_person(draft, far) and not _is_person(draft, near) and (named or draft.tokens[near].upos == "NOUN")
        if (draft.word(pronoun) == "who" and person) or (_agrees(draft, v, far) and not _agrees(draft, v, near)):
            draft.move(v, far, "acl:relcl")
            return


def _to_nearest_person(draft: Draft, v: int, pronoun: int) -> None:
    """ "the death of Ann Lee, | who was shot |": "who" takes up a name right before it, not the event around that."""
    far = draft.tokens[v].head
    near = pronoun - 2 if draft.word(pronoun - 1) == "," else pronoun - 1
    while near > far and draft.is_(near, "flat", "appos", "compound"):
        near = draft.tokens[near].head
    named = far < near and draft.tokens[near].upos == "PROPN" and draft.is_(near, "nmod") and draft.tokens[near].head == far
    if named and draft.tokens[far].upos == "NOUN" and draft.lemma(far) in noun_uses():
        draft.move(v, near, "acl:relcl")


def goal_taken_for_subject(draft: Draft, v: int) -> None:
    """ "left for | Rome | to start anew": who leaves for somewhere does there what he leaves for."""
    goal, above = draft.child(v, "nsubj"), draft.head(v)
    if goal is None or above is None or not draft.is_(v, "advcl", "xcomp") or draft.lemma(above) not in words("leaving"):
        return
    marks = [m for m in draft.children(v, "mark") if draft.word(m) == "for" and above < m < goal]
    if marks and draft.tokens[goal].upos == "PROPN" and draft.tokens[v].xpos == "VB":
        draft.move(goal, above, "obl")
        draft.move(marks[0], goal, "case")


def _is_person(draft: Draft, n: int) -> bool:
    """Whether a noun means people one by one."""
    return "PERSON" in noun_sets().get(draft.lemma(n), ()) and draft.lemma(n) not in _COLLECTIVE


def _agrees(draft: Draft, v: int, n: int) -> bool:
    """Whether a verb has the number of a noun; a past tense has that of any."""
    form = next((draft.tokens[a].xpos for a in (*draft.children(v, "aux", "cop"), v) if draft.tokens[a].xpos in FINITE), "")
    if form == "VBZ":
        return draft.tokens[n].xpos in SINGULAR
    return form != "VBP" or draft.tokens[n].xpos in PLURAL


def two_objects(draft: Draft, v: int) -> None:
    """Of two objects the second is that of the verb after "and", an apposition, the head of a compound, or a name given."""
    objects = draft.children(v, "obj")
    for first, second in list(pairwise(objects))[::-1]:
        if v < first:
            _two_objects(draft, v, first, second)


def _two_objects(draft: Draft, v: int, first: int, second: int) -> None:
    """Find the place of the second of two objects."""
    begin = draft.first(second)
    verb = next((c for c in draft.children(v, "conj") if first < c < begin and draft.tokens[c].upos == "VERB"), None)
    if verb is not None and draft.child(verb, "obj", "ccomp", "xcomp") is None:
        draft.move(second, verb, "obj")
    elif draft.word(begin) in ("a", "an", "per") and draft.subtree(first)[-1] == begin - 1 and draft.child(first, "nummod"):
        draft.move(second, first, "nmod:unmarked")  # "35 cents | a share"
    elif draft.word(begin - 1) == "," or draft.word(begin) == ",":
        draft.move(second, first, "appos")
    elif draft.lemma(v) in words("naming"):
        draft.move(second, v, "xcomp")
    elif draft.subtree(first)[-1] == begin - 1 and draft.child(second, "det", "nmod:poss", "nummod", "case") is None:
        draft.move(first, second, "compound")
        for c in draft.children(first, "det", "amod", "nmod:poss", "nummod"):
            draft.move(c, second, draft.tokens[c].deprel)
