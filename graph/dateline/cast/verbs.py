"""The participants of an event that a verb, or another predicate, tells of."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.words import Part, VerbFrame, support, words

_DEEP = 3  # nouns below the object
Filler = tuple[Part, int]  # a part and the head word of the one who plays it


def verb_fillers(clauses: Clauses, v: int) -> Iterator[Filler]:
    """Who plays which part in the event of a verb, an adjective or an auxiliary; coordinated fillers as one."""
    if not clauses.is_verb(v):
        stands = clauses.context.tree.child(v, "xcomp") is not None or clauses.is_minded(v)
        part: Part = "agent" if stands else "patient"  # "able to leave", "opposed to it"
        yield from ((part, s) for s in clauses.subjects(v))
        yield from _of_adjective(clauses, v)
        return
    held = [h for o in clauses.objects(v) for h in held_by(clauses, v, o)]
    if held and not clauses.passive(v):
        yield from ((clauses.frame(v).subject, s) for s in clauses.subjects(v))
        yield from (("patient", h) for h in held)
        return
    if clauses.context.lemma(v) in words("blaming") and _culprits(clauses, v):
        yield from _blame(clauses, v)
        return
    lends = support(clauses.context.lemma(v), clauses.particle(v))
    light = lends is not None and lends.light
    for part, filler in _core(clauses, v):
        carried = light and part == "patient" and filler in clauses.context.events
        if not carried or clauses.context.tokens[filler].deprel == "nsubj":  # the meeting is not what "held" is done to
            yield part, filler
    doers = clauses.frame(v).subject == "agent" and bool(clauses.agents(v))
    for part, filler in (*obliques(clauses, v), *nested(clauses, v)):
        if not (part == "agent" and doers and clauses.context.preposition(filler) == "from"):  # "moved him | from his aunt's |"
            yield part, filler
    yield from nested_places(clauses, v)
    yield from (("agent", c) for c in (*joint_speakers(clauses, v), *doers_by_hand(clauses, v)))


def joint_speakers(clauses: Clauses, v: int) -> list[int]:
    """With whom somebody speaks as one: "in a joint statement with | France |, Germany said"."""
    context, tree = clauses.context, clauses.context.tree
    found: list[int] = []
    for c in tree.children(v, "obl") if not clauses.passive(v) else ():
        joint = any(context.lemma(a) == "joint" for a in tree.children(c, "amod")) and context.preposition(c) in ("in", "at")
        spoken = context.lemma(c) in words("message") or context.lemma(c) in words("shared_presence")
        if joint and spoken:
            found += [m for n in tree.children(c, "nmod") if context.preposition(n) == "with" for m in context.members(n)]
    return [m for m in found if context.is_actor(m)]


def doers_by_hand(clauses: Clauses, head: int) -> list[int]:
    """At whose hands somebody suffers: "died at the hands of | soldiers |", "the death of a man at the hands of | guards |"."""
    context, tree = clauses.context, clauses.context.tree
    near = tree.children(head, "obl", "nmod", "obj", "nsubj:pass", "nsubj")
    found = [c for h in (head, *near) for c in tree.children(h, "obl", "nmod") if context.tokens[c].text.lower() == "hands"]
    hands = [c for c in found if context.preposition(c) == "at"]
    return [m for c in hands for o in tree.children(c, "nmod") if context.preposition(o) == "of" for m in context.members(o)]


def held_by(clauses: Clauses, v: int, o: int) -> list[int]:
    """What somebody takes or loses control of: "seized control of | the port |"."""
    if clauses.context.lemma(o) != "control" or clauses.context.lemma(v) not in words("controlling"):
        return []
    return [
        c
        for h in (o, v)
        for c in clauses.context.tree.children(h, "nmod", "obl")
        if clauses.context.preposition(c) in ("of", "over")
    ]


def _blame(clauses: Clauses, v: int) -> Iterator[Filler]:
    """ "blamed | the fire | on | the owner |": whom the blame is put on undergoes it, and the mishap is what it is about."""
    yield from (("agent", a) for a in clauses.agents(v))
    yield from (("topic", o) for o in (clauses.subjects(v) if clauses.passive(v) else clauses.objects(v)))
    yield from (("patient", c) for c in _culprits(clauses, v))


def _culprits(clauses: Clauses, v: int) -> list[int]:
    """Those on whom somebody blames something."""
    below = clauses.context.dependents(v, "obl")
    return [c for c in below if clauses.context.preposition(c) == "on" and c not in clauses.context.times]


def _of_adjective(clauses: Clauses, a: int) -> Iterator[Filler]:
    """What an adjective is about: "aware of | the risk", "responsible for | the raid"."""
    context = clauses.context
    if context.tokens[a].upos == "ADJ":
        about = (c for c in context.dependents(a, "obl") if c not in context.times and not context.is_amount(c))
        yield from (("topic", c) for c in about if context.preposition(c) in words("about"))


def _core(clauses: Clauses, v: int) -> Iterator[Filler]:
    """Subject and objects."""
    frame = clauses.frame(v)
    objects, seconds = clauses.objects(v), clauses.second_objects(v)
    if clauses.passive(v):
        part = frame.second if objects and not clauses.context.is_amount(objects[0]) else _of_object(clauses, frame)
        yield from ((part, s) for s in clauses.subjects(v))
        yield from ((frame.object, o) for o in objects)
        yield from ((frame.subject, a) for a in clauses.agents(v))
        return
    moved = (
        frame.alone == "patient" and not frame.transitive and _by_amount(clauses, v, objects)
    )  # "shares fell | $2", "closed at | $20"
    governs = bool(seconds or (objects and not moved)) or clauses.context.tree.child(v, "ccomp", "xcomp") is not None
    hosts = frame.subject == "recipient" and any(clauses.context.is_person(o) for o in objects)  # "received the ambassador"
    subject: Part = "agent" if hosts else frame.subject
    counted = bool(objects) and not seconds and all(map(clauses.context.is_amount, objects))
    for s in clauses.subjects(v):
        noun = clauses.context.tokens[s].upos == "NOUN"
        lifeless = counted and noun and not clauses.context.is_actor(s)  # "revenue gained | 13 percent"
        yield "patient" if moved or lifeless else subject if governs else _alone(clauses, frame, v, s), s
    for o in objects:
        part = frame.object
        if part == "place" and not clauses.context.is_place(o):
            shunned = clauses.context.lemma(v) in words("fleeing") and not clauses.context.is_actor(o)
            part = None if shunned else "patient"  # "fled | the drought |"
        yield ("patient" if part == "recipient" and seconds else part), o
    yield from ((frame.second, s) for s in seconds)


def _by_amount(clauses: Clauses, v: int, objects: list[int]) -> bool:
    """Whether a verb has a figure instead of an object."""
    context = clauses.context
    beside = objects or [c for c in context.tree.children(v, "obl") if context.preposition(c) in ("at", "to", "by")]
    return bool(beside) and all(map(context.is_amount, beside))


def _alone(clauses: Clauses, frame: VerbFrame, v: int, subject: int) -> Part:
    """The part of a subject without an object: prices rise, a phone launches, but a person begins."""
    happens = subject in clauses.context.events and not clauses.context.is_actor(subject)
    strikes = clauses.context.lemma(v) in words("striking")  # "the quake | hit | at dawn"
    if happens and frame.alone == "agent" and not frame.intransitive and not strikes:
        return "patient"  # "the attack stopped"
    willed = clauses.context.is_agentive(subject) or _is_speaker(clauses, v, subject)
    acts = frame.subject == "agent" and not frame.transitive and willed
    return "agent" if acts else frame.alone


def _is_speaker(clauses: Clauses, v: int, subject: int) -> bool:
    """Whether an "it" may be who says so: "The company said | it | will merge"."""
    context = clauses.context
    above = context.tree.head(v) if context.tree.is_(v, "ccomp") else None
    if above is None or context.tokens[subject].text.lower() != "it" or context.lemma(above) not in words("saying"):
        return False
    return any(context.is_agentive(s) for s in clauses.subjects(above))


def _of_object(clauses: Clauses, frame: VerbFrame) -> Part:
    return "patient" if frame.object == "place" else frame.object


def obliques(clauses: Clauses, v: int) -> Iterator[Filler]:
    """The prepositional phrases of a verb."""
    context, frame = clauses.context, clauses.frame(v)
    for c in context.dependents(v, "obl"):
        if c in context.times or context.tree.is_(c, "obl:agent", "obl:unmarked", "obl:tmod"):
            continue
        introduced = context.preposition(c)
        for filler in clauses.resolved(c):
            part = _oblique(clauses, v, frame, introduced, filler)
            if part:
                yield part, filler
    for c in context.tree.children(v, "advmod"):
        if context.tokens[c].text.lower() == "where" and clauses.is_relative(c):
            yield from (("place", a) for a in clauses.resolved(c) if context.is_place(a) or _is_workplace(context, a))


def _is_workplace(context: Context, i: int) -> bool:
    """Whether a body or a vessel may be where somebody works or lives: "left | Norvik |, where he worked"."""
    return context.labels.get(i) == "ORG" or context.lemma(i) in words("workplace")


def _oblique(clauses: Clauses, v: int, frame: VerbFrame, introduced: str, filler: int) -> Part:
    """The part that a noun behind a preposition plays."""
    context = clauses.context
    part = frame.obliques.get(introduced)
    usual = introduced not in frame.own
    if introduced in ("to", "at", "from", "on") and (context.is_number(filler) or context.lemma(filler) in words("degree")):
        return None
    if introduced == "for" and part is None and introduced not in frame.own and filler in context.events:
        return "topic"  # "pushed for | his expulsion"
    if introduced == "from" and answers(clauses.context, v):
        return "recipient"  # "accepted an offer from | Milan |"
    if introduced == "from" and context.lemma(v) in words("wresting"):
        if _is_bereft(clauses, v, filler):
            return "patient"
        if context.tree.head(filler) != v:
            return None  # "captured | a man from Leeds |"
    if introduced == "in" and context.lemma(v) in words("printing") and _is_printed(context, filler):
        return None  # "published in | Nature |"
    if context.is_where(filler, introduced) and (usual or part == "place" or introduced in ("in", "near")):
        return "place"
    if introduced == "by":
        return part if clauses.passive(v) else None
    if introduced in ("at", "on") and part == "patient" and "at" in frame.own and _is_done_to_another(clauses, v):
        return "place" if context.is_where(filler, introduced) else None
    if introduced == "for" and part == "recipient" and not (context.is_actor(filler) or context.is_place(filler)):
        return None  # "issued for | each $1,000 of capital"
    if (
        introduced == "with"
        and part == "instrument"
        and filler in context.events
        and context.lemma(filler) not in words("weapon")
    ):
        return None
    if part == "place":
        if context.is_place(filler) or context.may_be_place(filler):
            return "place"
        return "recipient" if introduced in ("to", "into") and (context.is_actor(filler) or clauses.objects(v)) else None
    if introduced == "between" and usual and not context.is_actor(filler):
        return None
    if introduced == "with" and (context.is_aside(filler) or (frame.object == "place" and not context.is_agentive(filler))):
        return None
    if (
        introduced == "with"
        and context.lemma(v) == "do"
        and any(context.lemma(o) in words("deed_left_open") for o in clauses.objects(v))
    ):
        return "topic"  # "what Peru will do with | the ship |"
    if introduced == "with" and usual and part == "patient" and _is_helper(clauses, v, filler):
        return "agent"  # "wrote the bill | with Ann Lee |"
    if introduced == "with" and usual and not context.is_actor(filler):
        return "instrument" if context.lemma(filler) in words("weapon") else None
    if introduced == "to" and part == "topic" and context.is_person(filler):
        return "recipient"  # "responded to | the reporters"
    if introduced == "to" and usual and part == "recipient" and not context.is_actor(filler) and not clauses.objects(v):
        if context.is_place(filler):
            return "place"  # "was taken to | the jail |"
        return "topic" if filler in context.events else None  # "turned to | talks |", but "ran down to | the tracks |"
    if introduced == "on" and context.lemma(filler) in words("medium"):
        return None  # "said on | television |"
    if introduced == "for" and part == "topic" and context.is_agentive(filler) and not clauses.objects(v):
        return "patient"  # "voted for | Ann Lee |"
    if introduced == "on" and usual and not context.is_actor(filler):
        return None
    if part == "recipient" and frame.alone == "patient" and frame.subject == "agent" and not context.is_actor(filler):
        return None  # "rose to a record", but "opened the border to refugees"
    return part


def answers(context: Context, v: int) -> bool:
    """Whether somebody takes or turns down what another offers or demands: "accepted the king's offer"."""
    things = context.tree.children(v, "obj", "nsubj:pass") if context.lemma(v) in words("answering") else []
    return any(context.lemma(o) in words("overture") for o in things)


def _is_bereft(clauses: Clauses, v: int, filler: int) -> bool:
    """Whether somebody loses what is taken by force: "captured the town from | the rebels |", "took Jamaica from | Spain |"."""
    context = clauses.context
    taken = clauses.subjects(v) if clauses.passive(v) else clauses.objects(v)
    ground = context.labels.get(filler) == "LOC" and any(map(context.is_place, taken))
    people = context.is_agentive(filler) and not context.is_place(filler)
    return ground or people or context.labels.get(filler) in ("ORG", "NORP")


def _is_done_to_another(clauses: Clauses, v: int) -> bool:
    """Whether an attack has an object, so that "at" says where: "shot | a man | at the airport", but "shot at it"."""
    if clauses.passive(v):
        return True
    objects = clauses.objects(v) if clauses.context.lemma(v) not in words("throwing") else []
    return any(clauses.context.lemma(o) not in words("weapon") and not clauses.context.is_amount(o) for o in objects)


def _is_printed(context: Context, filler: int) -> bool:
    """Whether a noun may be where something can be read: a name that is no place's, or a journal."""
    named = context.tokens[filler].upos == "PROPN" and context.labels.get(filler) != "LOC"
    return named or context.lemma(filler) in ("journal", *words("medium"))


def _is_helper(clauses: Clauses, v: int, filler: int) -> bool:
    """Whether somebody behind "with" does what a verb with an object tells of."""
    context = clauses.context
    somebody = context.is_person(filler) or context.labels.get(filler) in ("PERSON", "ORG", "NORP")
    return somebody and context.tokens[filler].upos != "PRON" and bool(clauses.objects(v)) and not clauses.passive(v)


def nested(clauses: Clauses, v: int) -> Iterator[Filler]:
    """Phrases that the verb's frame asks for and the parse hangs on the object: "sent tons of grain to Ukraine"."""
    context, frame = clauses.context, clauses.frame(v)
    filled = {context.preposition(c) for c in context.tree.children(v, "obl")}
    hosts = context.tree.children(v, "obj", "nsubj:pass")
    for _ in range(_DEEP):
        below = [c for h in hosts for c in (*context.tree.children(h, "nmod"), *_of_imposed(clauses, h))]
        for c in below:
            introduced = context.preposition(c)
            owned = introduced == "to" and context.lemma(context.tokens[c].head) in words("takes_to")  # "gave | access | to"
            if introduced in frame.reach and introduced not in filled and c not in context.times and not owned:
                part = _oblique(clauses, v, frame, introduced, c)
                if introduced != "of" or not context.is_actor(c):  # "accused the bank of fraud", not "the head of the bank"
                    yield part, c
        hosts = below


def _of_imposed(clauses: Clauses, noun: int) -> list[int]:
    """What a participle behind a noun names with its preposition: "lift the ban | imposed on Peru |"."""
    tree = clauses.context.tree
    clauses_below = [
        c for c in tree.children(noun, "acl") if clauses.context.tokens[c].xpos == "VBN" and not tree.is_(c, "acl:relcl")
    ]
    return [o for c in clauses_below if clauses.frame(c).reach for o in tree.children(c, "obl")]


def nested_places(clauses: Clauses, v: int) -> Iterator[Filler]:
    """Places that the parse hangs on the one affected, a figure, an occasion, a name: "killed two people | in Kabul"."""
    context, tree = clauses.context, clauses.context.tree
    for c in tree.children(v, "obj", "nsubj:pass", "obl", "iobj"):
        affected = not tree.is_(c, "obl") and (clauses.frame(v).transitive or context.is_actor(c) or context.is_amount(c))
        named = context.tokens[c].upos == "PROPN" and not context.is_place(c)  # "at the Frankfurt Book Fair | in Germany"
        held = tree.is_(c, "obl") and context.preposition(c) in ("at", "during", "in")
        occasion = held and (c in context.events or named)
        if affected or occasion or context.is_person(c) or context.is_amount(c):
            counted = tree.children(c, "nmod") if context.lemma(c) in words("many") or context.tokens[c].upos == "NUM" else []
            below = [m for n in (c, *counted) for m in tree.children(n, "nmod")]
            yield from (("place", m) for m in below if context.is_place(m) and context.is_where(m, context.preposition(m)))
