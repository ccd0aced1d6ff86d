"""Parts that grammar rules out, whatever the network makes of a word."""

from collections.abc import Iterator

from dateline.cast.clauses import Clauses
from dateline.cast.nominals import deed_between, is_helped_from, is_named_target
from dateline.cast.verbs import held_by
from dateline.cast.words import words
from dateline.model import Event, RoleName


def ruled_out(clauses: Clauses, event: Event, head: int) -> Iterator[tuple[int, RoleName]]:
    """The words that do not play a part in an event, each with that part."""
    above = clauses.context.tree.head(head)
    if above is not None and (sent(clauses, head) or _is_outcome(clauses, head) or _is_quoted(clauses, head)):
        yield from ((word, "agent") for word in clauses.agents(above))
    if above is not None and clauses.is_verb(head) and clauses.told_before(head, above) is not None:
        yield from ((m, "agent") for a in clauses.agents(above) for m in clauses.context.members(a))
    if above is not None and (clauses.teller(head, above) is not None or is_asked(clauses, head)):
        yield from ((m, "agent") for a in clauses.subjects(above) for m in clauses.context.members(a))
    if above is not None:
        yield from ((m, "agent") for s in clauses.helped(head, above) for m in clauses.context.members(s))
    if above is not None and _is_pledged(clauses, head, above):
        yield from (
            (m, "agent") for o in (*clauses.objects(above), *clauses.second_objects(above)) for m in clauses.context.members(o)
        )
    if above is not None and _is_purpose_of_others(clauses, head, above):
        yield from ((m, "agent") for s in clauses.subjects(above) for m in clauses.context.members(s))
    if above is not None and clauses.summons(head, above):
        yield from ((word, "agent") for word in clauses.objects(above))  # "summoned | the envoy | to protest"
    if above is not None and event.type != "CONSULT" and clauses.rings(head, above):
        yield from ((word, "agent") for word in clauses.objects(above))  # "called | the mayor | to thank him"
    if any(is_named_target(clauses, head, c) for c in clauses.context.tree.children(head, "compound")):
        yield from ((word, "patient") for word in _suffering(clauses, head))
    if event.type in words("harm"):
        yield from ((word, "patient") for word in _helped(clauses, head))
        yield from ((word, "agent") for word in _afterwards(clauses, head))
    yield from ((o, "patient") for o in clauses.objects(head) if held_by(clauses, head, o))  # "seized | control | of the port"
    yield from ((word, "agent") for word in _of_harm(clauses, head))
    yield from ((word, "agent") for word in _meanwhile(clauses, head))
    yield from _of_refused(clauses, head)
    before = [c for c in clauses.context.tree.children(head, "compound") if deed_between(clauses, head, c) is not None]
    yield from ((word, part) for word in before for part in ("agent", "patient"))  # "the | Ruiz | murder inquiry"
    yield from _moved_by(clauses, head)
    yield from ((word, "agent") for word in _bidders(clauses, head))
    if event.type in ("CONSULT", "AGREE"):
        yield from ((word, "agent") for word in _around(clauses, head))
        yield from ((word, "agent") for word in _ratifiers(clauses, head))
    yield from ((word, part) for word in _principals(clauses, head) for part in ("agent", "recipient"))
    yield from ((word, "agent") for word in _judges(clauses, head))
    if speakers(clauses, head):
        yield from ((word, "agent") for word in _told_of(clauses, head))
    if clauses.is_verb(head) and clauses.frame(head).object == "recipient":
        below = clauses.context.tree.children(head, "ccomp")  # "warned that | Iran | would attack" need not warn Iran
        yield from ((word, "recipient") for clause in below for word in clauses.context.tree.children(clause, "nsubj"))
    if clauses.context.lemma(head) in words("proposing") and clauses.is_verb(head):
        yield from ((word, "recipient") for word in _proposed(clauses, head))


def _is_pledged(clauses: Clauses, v: int, above: int) -> bool:
    """Whether an infinitive says what somebody promises others to do himself: "promised | voters | to cut taxes"."""
    tree = clauses.context.tree
    infinitive = tree.is_(v, "advcl", "xcomp") and any(clauses.context.lemma(m) == "to" for m in tree.children(v, "mark"))
    return infinitive and clauses.is_verb(above) and clauses.frame(above).subject_control


def _is_purpose_of_others(clauses: Clauses, v: int, above: int) -> bool:
    """Whether an infinitive says what those want who do harm to the subject or stop it: "was shut | to protect | drivers"."""
    context = clauses.context
    aim = context.tree.is_(v, "advcl") and any(context.lemma(m) == "to" for m in context.tree.children(v, "mark"))
    harmed = context.types.get(context.events.get(above, "")) in words("hindering")
    if context.lemma(v) in words("charged"):
        return False  # "was arrested | to face | trial"
    return aim and harmed and clauses.is_verb(above) and clauses.passive(above)


def _moved_by(clauses: Clauses, n: int) -> Iterator[tuple[int, RoleName]]:
    """To whom something is done that others ask for, not of them, and who does so: "| the mayor | was ousted by | the king | at
    the request of the army"."""
    context = clauses.context
    verb = context.tree.head(n) if context.tree.is_(n, "obl") else None
    if verb is None or context.lemma(n) not in words("bidding") or context.preposition(n) not in ("at", "on", "upon"):
        return
    if clauses.passive(verb):
        yield from ((m, "recipient") for s in clauses.subjects(verb) for m in context.members(s))
    yield from ((m, "agent") for a in clauses.agents(verb) for m in context.members(a))


def _bidders(clauses: Clauses, v: int) -> Iterator[int]:
    """Who only asks for what others do: "was ousted at the request of the | army |"."""
    context = clauses.context
    for c in context.tree.children(v, "obl"):
        if context.lemma(c) in words("bidding") and context.preposition(c) in ("at", "on", "upon"):
            owners = [o for o in context.tree.children(c, "nmod", "nmod:poss") if context.preposition(o) in ("of", "by", "")]
            yield from (m for o in owners for m in context.members(o) if m not in clauses.agents(v))


def _suffering(clauses: Clauses, n: int) -> list[int]:
    """To whom something is done in an attack on a target that is named: "| Ruiz | was killed in the embassy bombing"."""
    verb = clauses.context.tree.head(n) if clauses.context.tree.is_(n, "obl", "nsubj") else None
    if verb is None or not clauses.is_verb(verb):
        return []
    return [m for i in (*clauses.subjects(verb), *clauses.objects(verb)) for m in clauses.context.members(i)]


def _helped(clauses: Clauses, head: int) -> Iterator[int]:
    """In whose support or defence something is done, which is not done to them: "airstrikes in support of | the militia |"."""
    context, tree = clauses.context, clauses.context.tree
    for holder in (head, context.tokens[head].head):
        for c in tree.children(holder, "obl", "nmod"):
            if f"{context.preposition(c)} {context.lemma(c)}" in words("helping"):
                yield from (m for n in tree.children(c, "nmod") for m in context.members(n))


def _of_harm(clauses: Clauses, head: int) -> Iterator[int]:
    """Who does the harm from which others are helped: "the rescue of a ship under attack by | pirates |"."""
    context, tree = clauses.context, clauses.context.tree
    for deed in (i for i in context.events if is_helped_from(clauses, head, i)):
        by = [c for c in tree.children(deed, "nmod", "obl", "obl:agent") if context.preposition(c) == "by"]
        yield from (m for c in by for m in context.members(c) if head in tree.ancestors(c))


def _afterwards(clauses: Clauses, head: int) -> list[int]:
    """Who does something after harm was done to others: "| Peru | closed the border after the killing of a guard"."""
    context, tree = clauses.context, clauses.context.tree
    above = tree.head(head)
    done_to = any(context.preposition(c) == "of" for c in tree.children(head, "nmod"))
    if (
        above is None
        or not done_to
        or not tree.is_(head, "obl")
        or context.preposition(head) not in ("after", "following", "over")
    ):
        return []
    return [r for a in clauses.agents(above) for r in context.members(a)]


def _of_refused(clauses: Clauses, n: int) -> Iterator[tuple[int, RoleName]]:
    """Those who reject a reproach do not make it, and lawyers who do so are not under it: "| her lawyers | denied the charge"."""
    context = clauses.context
    if context.lemma(n) not in words("reproach"):
        return
    for verb in (context.tokens[n].head, *context.tree.children(n, "acl")):
        if context.lemma(verb) in words("rejecting"):
            yield from ((r, "agent") for r in clauses.agents(verb))
            yield from ((r, "patient") for r in clauses.agents(verb) if context.lemma(r) in words("spokesman"))


def _judges(clauses: Clauses, head: int) -> list[int]:
    """Who takes a stand on what others plan or try, and neither plans nor does it: "| Peru | rejected a plan to ban whaling"."""
    tree = clauses.context.tree
    noun = clauses.context.tokens[head].head if tree.is_(head, "acl") else head
    verb = tree.head(noun)
    return clauses.agents(verb) if verb is not None and clauses.is_of_others(noun) else []


def _meanwhile(clauses: Clauses, v: int) -> list[int]:
    """Who does something while something is done to others: "was held while | prosecutors | investigate the fire"."""
    tree, tokens = clauses.context.tree, clauses.context.tokens
    marked = [c for c in tree.children(v, "advcl") if any(tokens[m].text.lower() == "while" for m in tree.children(c, "mark"))]
    return [s for c in marked for s in tree.children(c, "nsubj") if clauses.is_verb(v) and clauses.passive(v)]


def _is_outcome(clauses: Clauses, a: int) -> bool:
    """Whether an adjective says what becomes of somebody, which nobody does: "the blast left ten | dead |"."""
    tree = clauses.context.tree
    return clauses.context.tokens[a].upos == "ADJ" and tree.is_(a, "xcomp") and tree.child(a, "xcomp") is None


def _is_quoted(clauses: Clauses, v: int) -> bool:
    """Whether a participle says what the object of its verb says or does, not the subject: "quoted Ruiz as | saying | that …"."""
    tree, above = clauses.context.tree, clauses.context.tree.head(v)
    behind_as = any(clauses.context.lemma(m) == "as" for m in tree.children(v, "mark"))
    told_of = behind_as and above is not None and any(o < v for o in tree.children(above, "obj"))
    return told_of and clauses.context.tokens[v].xpos == "VBG"


def sent(clauses: Clauses, v: int) -> list[int]:
    """Who does what he is sent or chosen for by others, who have no part in it: "hired | Jones | to review the deal"."""
    above = clauses.context.tree.head(v)
    if above is None or not clauses.context.tree.is_(v, "advcl", "xcomp"):
        return []
    found = clauses.sent(v, above)
    return [] if found is None else clauses.resolved(found)


def is_asked(clauses: Clauses, v: int) -> bool:
    """Whether an infinitive tells what another is asked or relied on for: "relies on | the army | to keep order"."""
    above = clauses.context.tree.head(v)
    asked = None if above is None or not clauses.context.tree.is_(v, "advcl", "xcomp") else clauses.asked(v, above)
    return asked is not None and clauses.resolved(asked) == clauses.subjects(v)


def speakers(clauses: Clauses, v: int) -> list[int]:
    """Who goes on after having said something of others: "| Peru | said that Chile was arming and urged it to stop"."""
    return clauses.agents(v) if _told_of(clauses, v) and not clauses.passive(v) else []


def _told_of(clauses: Clauses, v: int) -> list[int]:
    """Who does what is said in a clause right before the second verb of its speaker."""
    tree, above = clauses.context.tree, clauses.context.tree.head(v)
    if above is None or not tree.is_(v, "conj") or not clauses.is_verb(v) or tree.child(v, "nsubj") is not None:
        return []
    if clauses.speaker_before(v, above) is not None:
        return clauses.subjects(above)
    own = clauses.subjects(above)
    told = [c for c in tree.children(above, "ccomp") if above < c < v]
    return [s for c in told for s in clauses.subjects(c) if s not in own and s < v and clauses.context.tokens[s].upos != "PRON"]


def _around(clauses: Clauses, n: int) -> list[int]:
    """Who does something before a meeting, or some deed after it, that is not said to be his: "| Israel | bombed the port before
    the talks". Who speaks, meets or arrives before it is likely to take part."""
    context, tree = clauses.context, clauses.context.tree
    verb = tree.head(n)
    if verb is not None and tree.is_(verb, "advmod", "obl") and (verb in context.times or context.lemma(verb) == "ahead"):
        verb = tree.head(verb)  # "a day | before the talks |"
    own = tree.child(n, "nmod:poss") is not None or any(context.preposition(c) == "with" for c in tree.children(n, "nmod"))
    if own or verb is None or not tree.is_(n, "obl", "nmod"):
        return []
    kind = context.types.get(context.events.get(verb, ""))
    early = context.preposition(n) in words("beforehand") and kind not in ("MOVE", "CONSULT", "STATE_CLAIM")
    late = context.preposition(n) in ("after", "following") and kind in words("deed")
    return [m for s in clauses.subjects(verb) for m in context.members(s)] if early or late else []


def _ratifiers(clauses: Clauses, n: int) -> list[int]:
    """Who only judges an accord of others: "the | members | who ratify a deal"."""
    verb = clauses.context.tree.head(n)
    if verb is None or not clauses.context.tree.is_(n, "obj") or clauses.context.lemma(verb) not in words("ratifying"):
        return []
    return clauses.agents(verb) if clauses.context.lemma(n) in words("accord") else []


def _principals(clauses: Clauses, n: int) -> Iterator[int]:
    """On whose behalf something is done to an event, which is not theirs for it: "rejected the order on behalf of | Ruiz |"."""
    context, tree = clauses.context, clauses.context.tree
    verb = tree.head(n) if tree.is_(n, "obj") else None
    for c in () if verb is None else tree.children(verb, "obl"):
        if f"{context.preposition(c)} {context.lemma(c)}" == "on behalf":
            yield from (m for o in tree.children(c, "nmod") for m in context.members(o))


def _proposed(clauses: Clauses, v: int) -> Iterator[int]:
    """Who is to do what somebody puts forward, not to them: "suggested | the club | pay", "proposed that | they | meet"."""
    tree = clauses.context.tree
    yield from (s for clause in tree.children(v, "ccomp") for s in tree.children(clause, "nsubj"))
