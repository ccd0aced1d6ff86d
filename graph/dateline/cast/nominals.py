"""The participants of an event that a noun tells of: "Israel's bombing of the port", "talks between A and B in Doha"."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.cast.verbs import Filler, doers_by_hand
from dateline.cast.words import NounFrame, Part, is_listed, is_listed_verb, noun_frame, support, words

_DEVERBAL = ("ion", "ment", "al", "ance", "ence", "ing", "ure", "age", "ery")
_PREMODIFIERS = ("compound", "nmod:desc", "amod")


def noun_fillers(clauses: Clauses, n: int) -> Iterator[Filler]:
    """Who plays which part in the event of a noun, by its own modifiers, then by the verb that carries it."""
    token = clauses.context.tokens[n]
    frame = noun_frame(token.text.lower() if token.xpos == "VBG" else clauses.context.lemma(n))
    own = [(part, f) for part, f in _own(clauses, n, frame) if part]
    if all(part != "agent" for part, _ in own):
        own += [("agent", f) for f in suspects(clauses, n)]
    lent = [(part, f) for part, f in _lent(clauses, n, frame) if part]
    given = {part for part, _ in lent}
    own = [(part, f) for part, f in own if not (part in given and clauses.context.tokens[f].upos == "PRON")]  # "held its talks"
    taken = {part for part, _ in own}
    yield from own
    yield from ((part, f) for part, f in lent if part not in taken)


def suspects(clauses: Clauses, n: int) -> list[int]:
    """Who is suspected of what a noun tells: "arrested | a man | on suspicion of murder", "charged | a man | with murder"."""
    context, tree = clauses.context, clauses.context.tree
    against = [c for c in tree.children(n, "nmod") if context.preposition(c) == "against"]
    first = context.tokens[n].head if tree.is_(n, "conj") else n
    above = tree.head(first)
    if above is None or n not in context.events:
        return []
    if tree.is_(first, "nmod") and context.preposition(first) == "of" and context.lemma(above) in words("suspicion"):
        return [i for i in clauses.charged(above) if context.is_actor(i)] or against  # not the hearing on charges
    charged = context.lemma(above) in words("charging") and clauses.is_verb(above)
    harmed = context.types.get(context.events[n]) in words("harm") and context.preposition(first) in ("over", "in")
    if charged and tree.is_(first, "obl") and (harmed or context.preposition(first) in ("of", "with")):
        return clauses.subjects(above) if clauses.passive(above) else clauses.objects(above)
    return []


def _own(clauses: Clauses, n: int, frame: NounFrame) -> Iterator[Filler]:
    """What the noun's modifiers say."""
    phrases = list(_prepositional(clauses, n, frame))
    done_to = any(introduced == "of" and part == "patient" for introduced, part, _ in phrases)
    helper = comer(clauses, n)
    yield from (("agent", s) for s in helper)
    yield from _possessors(clauses, n, "patient" if helper else "agent" if done_to else frame.possessor)
    yield from (("patient" if helper and introduced == "of" else part, f) for introduced, part, f in phrases)
    yield from _premodifiers(clauses, n, frame)
    yield from (
        ("agent", a) for a in (*breakers(clauses, n), *settlers(clauses, n), *hosts(clauses, n), *doers_by_hand(clauses, n))
    )


def breakers(clauses: Clauses, n: int) -> list[int]:
    """Whose deed a clause behind it calls a breach: "| Oman | bombed the port, which was a violation of the truce"."""
    context, tree = clauses.context, clauses.context.tree
    subject = tree.child(n, "nsubj")
    if context.lemma(n) not in words("breach") or not tree.is_(n, "acl:relcl") or subject is None:
        return []
    thing = context.tokens[n].head
    verb = tree.head(thing) if tree.is_(thing, "obj", "obl") else None
    told = context.tokens[subject].text.lower() == "which" and context.tokens[subject - 1].text == ","
    return clauses.agents(verb) if told and verb is not None and clauses.is_verb(verb) and not context.is_actor(thing) else []


def hosts(clauses: Clauses, n: int) -> list[int]:
    """Who is said to hold what a noun tells: "welcomed | Ruiz | as the host of the show", "the | host | of the talks spoke"."""
    context, tree, holder = clauses.context, clauses.context.tree, clauses.context.tree.head(n)
    if holder is None or context.lemma(holder) not in words("hosting") or context.preposition(n) != "of":
        return []
    verb = tree.head(holder)
    if tree.child(holder, "cop") is not None:
        return clauses.subjects(holder)
    if verb is not None and tree.is_(holder, "obl") and context.preposition(holder) == "as":
        named = clauses.subjects(verb) if clauses.passive(verb) else clauses.objects(verb)
        return [i for i in named or clauses.subjects(verb) if context.is_actor(i)]
    return [context.phrase(n, holder)] if tree.is_(holder, "nsubj", "obj", "appos", "nsubj:pass") else []


def _possessors(clauses: Clauses, n: int, part: Part) -> Iterator[Filler]:
    context = clauses.context
    for holder in (n, *_phases(clauses, n)):
        for c in context.tree.children(holder, "nmod:poss"):
            if c not in context.times:
                yield from (("patient" if _is_picked(clauses, n, r, part) else part, r) for r in clauses.resolved(c))


def _is_picked(clauses: Clauses, n: int, owner: int, part: Part) -> bool:
    """Whether an owner is chosen or brought back, and does not do so: "| Ruiz |'s selection", "the | vase |'s return"."""
    context = clauses.context
    done_to = any(context.preposition(c) == "of" for c in context.tree.children(n, "nmod"))
    if part != "agent" or done_to or context.tokens[owner].upos == "PRON":
        return False
    if context.lemma(n) == "return":
        return context.tokens[owner].upos == "NOUN" and not (context.is_actor(owner) or context.is_place(owner))
    return context.lemma(n) in words("picking") and context.is_person(owner)


def _premodifiers(clauses: Clauses, n: int, frame: NounFrame) -> Iterator[Filler]:
    """Adjectives of origin and nouns before the event noun: "Israeli airstrike", "hostage release", "Beirut explosion"."""
    context = clauses.context
    yield from (("patient", v) for v in victims(clauses, n))
    for c in context.tree.children(n, *_PREMODIFIERS):
        token, lemma = context.tokens[c], context.lemma(c)
        yield from (("agent", leader) for leader in leaders(clauses, c))
        if c > n or c in context.times or c in context.events or lemma in words("kind_only") or deed_between(clauses, n, c):
            continue
        if other := context.with_hyphen(c):
            yield from ((frame.possessor, k) for k in (c, *other))
        elif context.is_demonym(c):
            yield frame.possessor, c
        elif token.upos == "ADJ" or token.upos == "VERB" or (c and context.tokens[c - 1].text == "-"):
            continue  # of "over-the-counter trading" the counter is no part
        elif lemma in words("weapon"):
            yield "instrument", c
        elif context.labels.get(c) == "LOC" and context.lemma(n) in words("invading"):
            yield "patient", c  # "the Kuwait invasion"
        elif context.labels.get(c) == "LOC" and context.lemma(n) in words("happening"):
            yield "place", c
        elif context.tokens[n].upos == "PROPN" and not context.is_agentive(c):
            continue  # "World Economic Forum": parts of the event's own name
        elif is_target(clauses, n, c):
            yield "patient", c  # "embassy attacks"
            yield from (("place", p) for p in context.tree.children(c, "compound") if context.labels.get(p) == "LOC")
        elif lemma in words("armed") and context.lemma(n) in words("armed_deed"):
            yield "agent", c  # "police shooting"
        elif context.is_actor(c):
            acts = token.upos == "PROPN" or context.lemma(n) in words("approving")  # "shareholder approval"
            yield (frame.possessor if acts else frame.compound), c
        elif token.upos == "NOUN" and frame.compound == "patient" and _is_of_verb(context.lemma(n)):
            yield "patient", c


def deed_between(clauses: Clauses, n: int, c: int) -> int | None:
    """The deed between a name and a noun, to which the name belongs: "the Ruiz | murder | inquiry"; a trial may be the doer's."""
    context = clauses.context
    if context.lemma(n) not in words("inquest") or context.labels.get(c) not in ("PERSON", "LOC"):
        return None
    between = (m for m in context.tree.children(n, "compound") if c < m < n and context.tokens[m].upos == "NOUN")
    deeds = (m for m in between if noun_frame(context.lemma(m)).possessor == "patient" or context.lemma(m) in words("happening"))
    return next(deeds, None)


def victims(clauses: Clauses, n: int) -> list[int]:
    """Whose murder it is that stands before a noun together with his name: "the | Ruiz | murder inquiry"."""
    context, above = clauses.context, clauses.context.tree.head(n)
    if above is None or not context.tree.is_(n, "compound") or noun_frame(context.lemma(n)).possessor != "patient":
        return []
    named = [c for c in context.tree.children(above, "compound") if context.labels.get(c) == "PERSON"]
    return [c for c in named if deed_between(clauses, above, c) == n]


def looked_into(clauses: Clauses, filler: int) -> list[int]:
    """Whose affairs somebody looks into: "an inquiry into the finances of | the mayor |"."""
    context, tree = clauses.context, clauses.context.tree
    if context.lemma(filler) not in words("affairs"):
        return []
    owned = [c for c in tree.children(filler, "nmod") if context.preposition(c) in ("of", "by")]
    return [r for c in (*tree.children(filler, "nmod:poss"), *owned) for r in clauses.resolved(c) if context.is_actor(r)]


def settlers(clauses: Clauses, n: int) -> list[int]:
    """Who settle what one has begun against the other: "| Norvik | sued | Acme |, but a settlement was reached"."""
    context, tree = clauses.context, clauses.context.tree
    verb = tree.head(n)
    if verb is None or context.lemma(n) not in words("accord") or not tree.is_(n, "nsubj:pass") or not tree.is_(verb, "conj"):
        return []
    first = context.tokens[verb].head
    if not clauses.is_verb(first) or clauses.passive(first) or tree.child(n, "nmod", "nmod:poss") is not None:
        return []
    named = any(context.preposition(c) in ("with", "between", "by") for c in tree.children(verb, "obl"))
    sides = [[i for i in group if context.is_agentive(i)] for group in (clauses.agents(first), clauses.objects(first))]
    return [i for side in sides for i in side] if all(sides) and not named else []


def comer(clauses: Clauses, n: int) -> list[int]:
    """Who comes to give what a noun tells to its owner: "| France | came to Mali's aid"."""
    context, verb = clauses.context, clauses.context.tree.head(n)
    owned = context.tree.child(n, "nmod:poss") is not None or any(
        context.preposition(c) == "of" for c in context.tree.children(n, "nmod")
    )
    if verb is None or not owned or context.lemma(n) not in words("succour") or context.preposition(n) != "to":
        return []
    comes = context.tree.is_(n, "obl") and context.lemma(verb) in words("hastening")
    return clauses.subjects(verb) if comes and not clauses.passive(verb) else []


def leaders(clauses: Clauses, participle: int) -> list[int]:
    """Who leads or does what a noun tells: "the | Saudi |-led offensive", "a | police |-involved shooting", but not who only
    backs it."""
    context = clauses.context
    if context.tokens[participle].text.lower() not in ("led", "involved") or not context.tree.is_(participle, "amod"):
        return []
    named = context.tree.children(participle, "compound", "obl", "nsubj", "nmod", "amod")
    return [c for c in named if c < participle and (c in context.labels or context.is_demonym(c) or context.is_actor(c))]


def is_named_target(clauses: Clauses, n: int, c: int) -> bool:
    """Whether such a noun has a name before it, so that it is sure to be what was attacked, not just where somebody was."""
    context = clauses.context
    near = (*context.tree.children(c, "compound", "amod"), *context.tree.children(n, "compound"))
    return is_target(clauses, n, c) and any(context.labels.get(i) in ("LOC", "NORP") and i < c for i in near)


def is_target(clauses: Clauses, n: int, c: int) -> bool:
    """Whether a noun before an attack says what was attacked: "the Lagos | hotel | siege"."""
    context = clauses.context
    common = context.tokens[c].upos == "NOUN" or (context.labels.get(c) is None and context.lemma(c) in words("place"))
    attacked = "at" in noun_frame(context.lemma(n)).own and context.tree.is_(c, "compound") and c < n
    return attacked and common and context.is_place(c) and context.lemma(c) not in words("armed")


def _is_of_verb(noun: str) -> bool:
    """Whether a noun is made from a verb, so that what stands before it may be what is done to: "price cut", "debt reduction"."""
    return is_listed(noun) or is_listed_verb(noun) or noun in words("of_verb") or noun.endswith(_DEVERBAL)


def _phases(clauses: Clauses, n: int) -> list[int]:
    """The nouns above that only measure or phase the event: "a wave of", "the start of"."""
    context = clauses.context
    found: list[int] = []
    while context.tree.is_(n, "nmod") and context.preposition(n) == "of":
        n = context.tokens[n].head
        if context.lemma(n) not in words("transparent") or len(found) > 3:
            break
        found.append(n)
    return found


def _prepositional(clauses: Clauses, n: int, frame: NounFrame) -> Iterator[tuple[str, Part, int]]:
    """The prepositional phrases of a noun, also those that the parse hangs one noun too low."""
    context = clauses.context
    filled: set[str] = set()
    near = [c for h in (n, *_phases(clauses, n)) for c in context.dependents(h, "nmod", "obl") if c not in (n, h)]
    for c in near:
        for part, filler in _from_phrase(clauses, frame, c):
            filled.add(context.preposition(c))
            yield context.preposition(c), part, filler
    for host in near:
        for c in context.tree.children(host, "nmod"):
            introduced = context.preposition(c)
            if introduced == "of" or introduced in filled or (host in context.events and introduced not in frame.own):
                continue
            if introduced == "by" and is_helped_from(clauses, n, host):
                continue
            acts = context.preposition(host) in ("by", "between", "among") or (
                frame.of == "agent" and context.preposition(host) == "of"
            )
            for part, filler in _from_phrase(clauses, frame, c):
                if part != "place" or not acts or context.labels.get(host) == "PERSON":
                    yield introduced, part, filler


def is_helped_from(clauses: Clauses, n: int, deed: int) -> bool:
    """Whether a deed is the harm from which others are helped: "the rescue of a ship under | attack | by pirates"."""
    kinds = [clauses.context.types.get(clauses.context.events.get(i, "")) for i in (n, deed)]
    return kinds[0] in ("RESCUE", "AID") and kinds[1] in words("harm") and n != deed


def _from_phrase(clauses: Clauses, frame: NounFrame, c: int) -> Iterator[tuple[Part, int]]:
    """The part of a prepositional phrase, if it has one."""
    introduced = clauses.context.preposition(c)
    if introduced and c not in clauses.context.times:
        for filler in clauses.resolved(c):
            part = _part(clauses, frame, introduced, filler)
            owners = looked_into(clauses, filler) if part == "patient" and introduced == "into" else []
            yield from (("patient", o) for o in owners)
            if part:
                yield "topic" if owners else part, filler


def _part(clauses: Clauses, frame: NounFrame, introduced: str, filler: int) -> Part:
    """The part that a noun behind a preposition plays in the event of the noun before it."""
    context = clauses.context
    if introduced == "of":
        if frame.obliques.get("of") == "topic" and "of" in frame.own and not context.is_actor(filler):
            return "topic"  # "allegations of | fraud |", but "criticism of | the mayor |"
        acts = context.is_actor(filler) or filler in context.events or frame.of != "agent"
        return frame.of if acts else "topic"  # "the vote of 120 countries", but "a vote of confidence"
    if introduced in ("to", "at", "from", "on") and (context.is_number(filler) or context.lemma(filler) in words("degree")):
        return None
    part = frame.obliques.get(introduced)
    usual = introduced not in frame.own
    takes_part = introduced in ("on", "against", "between", "among")
    here = usual or part == "place" or introduced in ("in", "near")
    if here and not takes_part and context.is_where(filler, introduced):
        return "place"
    if introduced == "at" and context.is_place(filler) and context.tree.child(filler, "nmod:poss") is not None:
        return "place"  # "survived the attack at | his home |"
    if introduced == "on" and "at" not in frame.own and context.is_flank(filler):
        return "place"  # "a rally on | this side | of the river"
    if part == "place":
        return "place" if context.is_place(filler) else None
    if introduced == "by" and context.lemma(filler) in words("tail"):
        return None  # "its answer by | the close of business"
    if introduced == "for" and part == "recipient" and not (context.is_actor(filler) or context.is_place(filler)):
        return "topic"  # "a prize for | courage"
    if introduced in ("from", "for") and usual and not context.is_actor(filler):
        return None
    if introduced == "with" and (context.is_aside(filler) or not _is_partner(clauses, filler, usual=usual)):
        return None
    return part


def _is_partner(clauses: Clauses, filler: int, *, usual: bool) -> bool:
    """Whether a noun behind "with" takes part, and is no plan or mood: "talks with | a smile"."""
    context = clauses.context
    if usual:
        return context.is_actor(filler)
    return context.is_actor(filler) or context.is_place(filler) or context.tokens[filler].upos != "NOUN"


def _lent(clauses: Clauses, n: int, frame: NounFrame) -> Iterator[Filler]:
    """What the verb around an event noun says of it: its subject, its by-phrase, its prepositional phrases."""
    context, tree = clauses.context, clauses.context.tree
    top = ([n, *_phases(clauses, n)])[-1]
    if tree.is_(top, "conj"):
        top = context.tokens[top].head
    relatives = list(_by_relatives(clauses, top, frame))
    given = {part for part, _ in relatives}
    yield from relatives
    yield from ((part, f) for part, f in _by_governor(clauses, n, top, frame) if part not in given)


def _by_relatives(clauses: Clauses, top: int, frame: NounFrame) -> Iterator[Filler]:
    """What a clause that hangs on an event noun says of it."""
    for relative in clauses.context.tree.children(top, "acl"):  # "the raid carried out by the army"
        subjects = clauses.context.tree.children(relative, "nsubj")
        if clauses.passive(relative) or top in (r for s in subjects for r in clauses.resolved(s)):
            yield from _by_support(clauses, relative, frame, hosted=True)
        elif top in clauses.objects(relative):  # "the help that they provided"
            yield from _by_support(clauses, relative, frame, hosted=False)


def _by_governor(clauses: Clauses, n: int, top: int, frame: NounFrame) -> Iterator[Filler]:
    """What the verb above an event noun says of it."""
    context, tree = clauses.context, clauses.context.tree
    verb = tree.head(top)
    if verb is not None and tree.is_(top, "appos") and frame.possessor == "patient" and context.is_amount(verb):
        yield from _of_figure(clauses, verb)
    if verb is None or context.tokens[verb].upos != "VERB":
        return
    if tree.is_(top, "xcomp") and context.lemma(verb) in words("naming"):  # "the isles are considered | a threat |"
        named = clauses.subjects(verb) if clauses.passive(verb) else clauses.objects(verb)
        yield from ((frame.possessor, s) for s in named if context.is_actor(s) and s not in context.events)
    if context.lemma(n) in words("reproach") and context.lemma(verb) in words("rejecting") and tree.is_(top, "obj"):
        yield from (("patient", r) for r in _reproached(clauses, verb))
    partner = any(context.preposition(c) == "with" for c in tree.children(n, "nmod"))
    if partner and tree.is_(top, "obj") and context.lemma(verb) in words("seeking") and "with" in frame.own:
        yield from (("agent", a) for a in clauses.agents(verb) if context.is_actor(a))  # "| the union | demanded talks with"
    if tree.is_(top, "obj"):
        yield from _by_support(clauses, verb, frame, hosted=False)
    elif tree.is_(top, "nsubj"):
        yield from _by_support(clauses, verb, frame, hosted=True)
    elif tree.is_(top, "obl") and _is_attended(clauses, n, top):
        yield from ((frame.possessor, s) for s in clauses.agents(verb) if context.is_actor(s) and s not in context.events)
    elif tree.is_(top, "obl") and context.lemma(n) in words("accord") and context.preposition(top) == "under":
        yield from ((frame.possessor, s) for s in _bound(clauses, verb))


def _bound(clauses: Clauses, verb: int) -> Iterator[int]:
    """The named parties that do what an accord lays down: "under the deal, | Oman | frees them and | Yemen | pays"."""
    context = clauses.context
    verbs = (verb, *(c for c in context.tree.children(verb, "conj") if clauses.is_verb(c)))
    doers = dict.fromkeys(a for v in verbs for a in clauses.agents(v))
    yield from (a for a in doers if context.labels.get(a) in ("ORG", "LOC", "NORP") and context.is_actor(a))


def _reproached(clauses: Clauses, verb: int) -> Iterator[int]:
    """Who is under a reproach that somebody rejects: "| Peru | denied the charge", "| her | lawyers denied it", but no court."""
    context = clauses.context
    for s in clauses.agents(verb):
        owner = context.tree.child(s, "nmod:poss")
        if context.lemma(s) in words("spokesman"):
            yield from [] if owner is None else clauses.resolved(owner)
        elif context.is_actor(s) and context.lemma(s) not in words("bench"):
            yield s


def _of_figure(clauses: Clauses, amount: int) -> Iterator[Filler]:
    """What a change beside a figure is one of: "| Revenue | totaled $1 million, an increase of 5%"."""
    verb = clauses.context.tree.head(amount)
    if verb is not None and clauses.is_verb(verb):
        yield from (("patient", s) for s in clauses.subjects(verb) if not clauses.context.is_agentive(s))


def _is_attended(clauses: Clauses, n: int, top: int) -> bool:
    """Whether who does something in or after an event took part in it: "after talks in Doha", but not "until talks in May"."""
    context = clauses.context
    introduced = context.preposition(top)
    verb = context.tree.head(top)
    if verb is not None and introduced in ("in", "at") and context.lemma(verb) in words("partaking"):
        return True  # "participated in | three debates |"
    if context.lemma(n) in words("stage"):  # "said at a rally", but not "spoke before the rally"
        told = verb is not None and context.lemma(verb) in words("saying")
        return introduced in ("at", "in", "on") or (introduced == "during" and told)
    acts = verb is not None and introduced in ("after", "following") and _is_deed(clauses, verb) and _is_anybodys(clauses, n)
    if acts:
        return False  # "after the talks, | Peru | closed the border"
    return context.lemma(n) in words("shared_presence") and introduced not in ("until", "till", "before", "ahead of")


def _is_deed(clauses: Clauses, verb: int) -> bool:
    """Whether what a verb tells is no word or move, as is to be expected of those who have met."""
    return clauses.context.types.get(clauses.context.events.get(verb, "")) in words("deed")


def _is_anybodys(clauses: Clauses, n: int) -> bool:
    """Whether a meeting is not said to be that of some party: "the talks", but "its talks", "talks with Peru"."""
    tree = clauses.context.tree
    definite = any(clauses.context.lemma(c) == "the" for c in tree.children(n, "det"))
    return (
        definite and noun_frame(clauses.context.lemma(n)) == noun_frame("meeting") and tree.child(n, "nmod", "nmod:poss") is None
    )


def _by_support(clauses: Clauses, verb: int, frame: NounFrame, *, hosted: bool) -> Iterator[Filler]:
    """The arguments of a support verb; `hosted` where the event noun is its subject."""
    context = clauses.context
    lends = support(context.lemma(verb), clauses.particle(verb))
    carried = lends is not None and lends.takes_object and (not hosted or clauses.passive(verb))
    if lends is None or not (carried or (hosted and lends.takes_subject)):
        return
    named = [c for c in context.tree.children(verb, "xcomp") if context.tree.child(c, "mark") is None]
    if named and context.lemma(verb) in words("naming"):
        return  # "declared the vote | a success |"
    if carried:
        receives = context.lemma(verb) in words("receiving")
        given = receives and "to" in frame.own and frame.obliques["to"] == "recipient"  # "received | a refund |"
        part: Part = "recipient" if given and lends.subject == "patient" else lends.subject
        yield from ((part, a) for a in clauses.agents(verb))
    for c in context.dependents(verb, "obl"):
        if c in context.times or context.tree.is_(c, "obl:agent"):
            continue
        introduced = context.preposition(c)
        for filler in clauses.resolved(c):
            own = _part(clauses, frame, introduced, filler)
            if own and introduced != "by":
                yield own, filler
            elif context.is_where(filler, introduced):
                yield "place", filler
    for c in context.tree.children(verb, "obl"):
        if context.labels.get(c) == "PERSON":
            yield from (("place", m) for m in context.tree.children(c, "nmod") if context.is_where(m, context.preposition(m)))
