"""Whom an act is aimed at that another clause says in full.

"Iran threatened to attack Iraq" is a threat to Iraq, "France agreed to send Kenya aid" an agreement in Kenya's favour, and
"Peru demanded that Chile leave" a demand of Chile: who is aimed at stands in the clause below.
"""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.cast.nominals import noun_fillers
from dateline.cast.verbs import Filler, verb_fillers
from dateline.cast.words import is_listed, words

_SPEECH_ACTS = frozenset(("AGREE", "REJECT", "THREATEN", "REQUEST", "CONCEDE"))  # types that a mere "said" may have

_NAMED = ("PERSON", "ORG", "LOC", "NORP")


def aims(clauses: Clauses, v: int, kind: str | None) -> Iterator[Filler]:
    """The participants of the clause below a predicate that are those of the predicate too; `kind` is the event's type."""
    tree = clauses.context.tree
    if kind in _SPEECH_ACTS and clauses.context.lemma(v) in words("saying"):
        yield from _of_speech(clauses, v, asks=kind == "REQUEST")
    above = tree.head(v)
    if above is not None and clauses.summons(v, above):
        yield from (("recipient", o) for o in clauses.objects(above))  # "summoned | the envoy | to complain"
    aimed_at = clauses.frame(v).clause if clauses.is_verb(v) else "object" if clauses.context.lemma(v) in words("willing") else ""
    yield from (("recipient", o) for o in _answered(clauses, v))
    if aimed_at == "subject":
        for below in tree.children(v, "ccomp"):
            yield from (("recipient", s) for s in tree.children(below, "nsubj") if _may_be_asked(clauses, below, s))
    elif aimed_at == "object" and tree.child(v, "obj", "iobj") is None:
        for below in _infinitives(clauses, v):
            if clauses.context.lemma(below) in words("looking_for"):
                continue  # "vowed to find | the killers |"
            yield from ((part, f) for part, f in _affected(clauses, below) if part == "recipient" or _is_theirs(clauses, f))


def _answered(clauses: Clauses, v: int) -> Iterator[int]:
    """Whose offer or demand somebody takes or turns down, which is done to him: "rejected | the king |'s offer"."""
    context = clauses.context
    if not clauses.is_verb(v) or context.lemma(v) not in words("answering"):
        return
    things = clauses.subjects(v) if clauses.passive(v) else clauses.objects(v)
    for thing in things:
        if context.lemma(thing) not in words("overture"):
            continue
        made = (c for c in context.tree.children(thing, "nmod") if context.preposition(c) in ("by", "from"))
        owners = (*context.tree.children(thing, "nmod:poss"), *made)
        others = (o for c in owners for r in clauses.resolved(c) for o in context.members(r) if o not in clauses.agents(v))
        yield from (o for o in others if context.is_agentive(o) and context.tokens[o].upos != "PRON")


def _infinitives(clauses: Clauses, v: int) -> list[int]:
    """The infinitives below a predicate, also where words between make one look like a purpose: "agreed on Friday to leave"."""
    tree, tokens = clauses.context.tree, clauses.context.tokens
    late = [c for c in tree.children(v, "advcl") if c > v and tokens[c].xpos == "VB" and tree.child(c, "mark") is not None]
    return tree.children(v, "xcomp") or [c for c in late if tokens[tree.children(c, "mark")[0]].text.lower() == "to"]


def _of_speech(clauses: Clauses, v: int, *, asks: bool) -> Iterator[Filler]:
    """Whom a speaker says something is to be done by, to or for: "said it would free the pilot", "said Peru must leave"."""
    tree, tokens = clauses.context.tree, clauses.context.tokens
    for below in tree.children(v, "ccomp"):
        subjects = tree.children(below, "nsubj", "nsubj:pass")
        own = all(tokens[s].upos == "PRON" for s in subjects)
        if asks and not own:
            told = tree.child(v, "iobj", "obj") is not None  # "told | Peru | that the port must be shut"
            yield from (("recipient", s) for s in subjects if not told and _may_be_asked(clauses, below, s))
        elif own and (subjects or tokens[below].xpos != "VB") and not _is_past(clauses, below):
            yield from ((part, f) for part, f in _affected(clauses, below) if _is_theirs(clauses, f))


def _affected(clauses: Clauses, v: int) -> Iterator[Filler]:
    """Whom a clause tells something is done to or for, the event noun of a support verb included."""
    own = set(clauses.subjects(v))
    told = clauses.context.types.get(clauses.context.events.get(v, "")) in ("STATE_CLAIM", "ACCUSE")
    objects = [o for o in clauses.objects(v) if o in clauses.context.events or is_listed(clauses.context.lemma(o))]
    objects = [] if told else objects  # "declined to affirm its support for | Peru |" is aimed at nobody
    for part, filler in (*verb_fillers(clauses, v), *(f for o in objects for f in noun_fillers(clauses, o))):
        if part in ("patient", "recipient") and filler not in own:
            yield part, filler


def _is_past(clauses: Clauses, v: int) -> bool:
    """Whether a clause tells what has been, so that nothing is promised or asked in it: "said it had bought the bank"."""
    tree, tokens = clauses.context.tree, clauses.context.tokens
    parts = [*tree.children(v, "aux", "cop"), v]
    return any(tokens[k].xpos == "VBD" for k in parts) and not any(tokens[k].xpos == "MD" for k in parts)


def _may_be_asked(clauses: Clauses, v: int, subject: int) -> bool:
    """Whether what is demanded is demanded of the subject below: "that Peru pay", not "that the captives be freed"."""
    tree, tokens = clauses.context.tree, clauses.context.tokens
    if any(tokens[c].xpos in ("WRB", "WP") or tokens[c].text.lower() in ("if", "whether") for c in tree.children(v)):
        return False  # "asked how | Peru | would pay"
    if tokens[v].upos == "ADJ" and clauses.context.lemma(v) in words("entitled"):
        return False  # "said that | farmers | should be free to sell"
    return _is_party(clauses, subject) and (clauses.context.tokens[subject].deprel != "nsubj:pass" and not clauses.passive(v))


def _is_party(clauses: Clauses, i: int) -> bool:
    """Whether a word names a person, body or country that can be aimed at."""
    return clauses.context.is_actor(i) and i not in clauses.context.events


def _is_theirs(clauses: Clauses, i: int) -> bool:
    """Whether a word names a party or a place, or something of theirs: "Iraqi towns", "the positions of the militia"."""
    context = clauses.context
    home = context.is_place(i) and (i in context.labels or context.lemma(i) in words("inhabited"))
    if _is_party(clauses, i) or home:  # not "promised to repair | every bridge |"
        return True
    if i in context.events:
        return False
    owners = context.tree.children(i, "amod", "compound", "nmod")
    return any(context.is_demonym(c) or context.labels.get(c) in _NAMED for c in owners)
