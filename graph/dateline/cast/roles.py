"""The cast of each event: who did what to whom, where and with what."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.cast.aims import aims
from dateline.cast.clauses import Clauses
from dateline.cast.context import NOMINAL, Context
from dateline.cast.goods import origins
from dateline.cast.nominals import noun_fillers
from dateline.cast.verbs import Filler, answers, verb_fillers
from dateline.cast.words import Part, noun_frame, words
from dateline.model import Event, Role, RoleName

ROLES: tuple[RoleName, ...] = ("agent", "patient", "recipient", "place", "instrument", "topic")


Cast = tuple[tuple[Role, int], ...]  # each role with the head word of its filler


def cast_of(clauses: Clauses, event: Event) -> Cast:
    """The roles of an event, agents first, then in the order of the text."""
    head = clauses.context.tree.at(event.start)
    if head is None:
        return ()
    return _cast(clauses.context, head, _fillers(clauses, head))


def aimed(clauses: Clauses, event: Event, cast: Cast) -> Cast:
    """A cast with those at whom an act is aimed that the clause below tells, as far as they have no part yet, and
    those whose goods it is."""
    head = clauses.context.tree.at(event.start)
    if head is None:
        return cast
    parts: dict[int, RoleName] = {filler: role.role for role, filler in cast}
    told = () if _is_nominal(clauses, head) else aims(clauses, head, event.type)
    goods = origins(clauses, head, parts) if event.type == "SANCTION" else ()
    fillers: list[Filler] = [*told, *(("recipient", i) for i in goods)]
    further = [(r, f) for r, f in _cast(clauses.context, head, fillers) if f not in parts]
    return apart(clauses.context, ordered((*cast, *further))) if further else cast


def parted(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where those from whom something is received or bought give it, and those from whom it is taken or stolen lose it;
    neither are whom it goes to. A demand, a refusal and a sanction are aimed at them all the same."""
    head = context.tree.at(event.start)
    parts = [i for role, i in cast if role.role in ("recipient", "patient") and context.preposition(i) == "from"]
    if head is None or not parts or event.type in ("REQUEST", "REJECT", "SANCTION") or answers(context, head):
        return cast
    part: RoleName = "agent" if _is_given(context, head, cast) else "patient"
    return ordered(tuple((replace(role, role=part) if i in parts else role, i) for role, i in cast))


def _is_given(context: Context, head: int, cast: Cast) -> bool:
    """Whether something passes from one who gives or sells it: "bought it from", "took bribes from", "a gift from"."""
    if context.lemma(head) in words("gift"):
        return True
    robs = any(context.lemma(i) in words("robbing") for role, i in cast if role.role == "agent")
    things = [i for role, i in cast if role.role == "patient"] + context.tree.children(head, "obj")
    gift = any(context.lemma(i) in words("gift") or context.is_amount(i) for i in things)
    return not robs and (context.lemma(head) in words("accepting") or (context.lemma(head) in words("gaining") and gift))


def handed_over(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where those to whom something is given back or paid receive it, be they a place as well: "returned it to Greece"."""
    goods = any(role.role == "patient" and not context.is_person(i) for role, i in cast)
    if event.type not in words("handover") or not goods:
        return cast
    return ordered(
        tuple(
            (replace(role, role="recipient") if role.role == "place" and context.preposition(i) == "to" else role, i)
            for role, i in cast
        )
    )


def undergone(role: Role) -> Role:
    """A role as that of one to whom something is done, if it was that of one at whom it is aimed."""
    return replace(role, role="patient") if role.role == "recipient" else role


def bereft(context: Context, event: Event, cast: Cast) -> Cast:
    """A cast where a loss is nobody's deed: who loses or mourns others does not kill them, and who loses a home undergoes it."""
    if event.lemma.lower() not in words("losing") or event.type not in words("harm"):
        return cast
    lives = any(context.lemma(i) == "life" for role, i in cast if role.role == "patient")
    if lives or event.type == "DAMAGE":  # "ten lost | their lives |"
        return ordered(
            tuple((replace(r, role="patient") if r.role == "agent" else r, i) for r, i in cast if context.lemma(i) != "life")
        )
    return tuple((role, i) for role, i in cast if role.role != "agent")


def _cast(context: Context, head: int, fillers: Iterable[Filler]) -> Cast:
    """Fillers as a cast: each stretch of text plays one part."""
    found = set(_roles(context, head, fillers))
    kept: dict[tuple[int, int], tuple[Role, int]] = {}
    for role, filler in ordered(tuple(found)):
        kept.setdefault((role.start, role.end), (role, filler))
    return apart(context, tuple(kept.values()))


def ordered(cast: Cast) -> Cast:
    """A cast with agents first, then the other parts, each in the order of the text."""
    return tuple(sorted(cast, key=lambda f: (ROLES.index(f[0].role), f[0].start, f[0].end)))


def apart(context: Context, cast: Cast) -> Cast:
    """A cast whose phrases end before another participant that the parse hangs on them: "met Haniyeh | in Doha"."""
    starts = {filler: context.tree.child(filler, "case") for _, filler in cast}
    heads = {filler: context.tree.head(filler) for _, filler in cast}
    cut = []
    for role, head in cast:
        inner = [c for c, case in starts.items() if heads[c] == head and case is not None and head < case < c]
        ends = [context.tokens[min(starts[c] or c for c in inner) - 1].end] if inner else []
        cut.append((replace(role, end=max(min([role.end, *ends]), context.tokens[head].end)), head))
    return tuple(cut)


def _is_nominal(clauses: Clauses, head: int) -> bool:
    return clauses.context.tokens[head].upos in ("NOUN", "PROPN") or _is_gerund(clauses.context, head)


def _fillers(clauses: Clauses, head: int) -> Iterator[Filler]:
    """The parts that the grammar around an event's head word gives out."""
    if _is_nominal(clauses, head):
        if clauses.context.tree.child(head, "cop") is not None:
            yield from ((_of_state(clauses, head, s), s) for s in clauses.subjects(head))
        yield from noun_fillers(clauses, head)
    else:
        yield from verb_fillers(clauses, head)


def _of_state(clauses: Clauses, noun: int, subject: int) -> Part:
    """The part of those who are in an event: "they are in talks", "the miners are on strike"; else the event is said of them."""
    context = clauses.context
    introduced = context.preposition(noun)
    if introduced == "behind":
        return "agent"  # "the sect is behind the raid"
    if introduced:
        return noun_frame(context.lemma(noun)).possessor
    own = any(context.preposition(c) == "of" for c in context.tree.children(noun, "nmod"))
    return None if own and not context.is_actor(subject) else "patient"  # "the aim is the fall of the king"


def _is_gerund(context: Context, head: int) -> bool:
    """Whether a verb in -ing is used as a noun: "the fighting between A and B"."""
    tree = context.tree
    if context.tokens[head].xpos != "VBG" or tree.child(head, "obj", "aux", "nsubj", "mark") is not None:
        return False
    return tree.child(head, "det", "nmod:poss", "nmod") is not None or (
        tree.child(head, "case") is not None and any(context.preposition(c) == "between" for c in tree.children(head, "obl"))
    )


def _roles(context: Context, event: int, fillers: Iterable[Filler]) -> Iterator[tuple[Role, int]]:
    """Each member of a coordination as a role of its own."""
    for part, first in fillers:
        told = context.measured(first)
        for head in dict.fromkeys((*context.members(told), *_explained(context, told))):
            elsewhere = part == "place" and head != first and not context.is_where(head, "in")
            framed = context.is_manner(head) and head not in context.tree.ancestors(event)  # but "in a move | widely seen | as"
            apart = elsewhere or framed or first < event < head  # "a union, which | called | a strike, and the owners"
            polled = part == "agent" and context.is_share(head)  # "44 percent | would choose her"
            if part is not None and head != event and not apart and (polled or can_take_part(context, head)):
                whole = context.phrase(event, head) if context.tree.is_(head, "appos") else head
                start, end = context.phrases.offsets(whole)
                yield Role(role=part, start=start, end=end, event=context.events.get(whole)), whole


def _explained(context: Context, noun: int) -> list[int]:
    """Those whom a noun behind them explains together: "| Ana Ruiz | and | Tom Lee |, two ministers who opposed it"."""
    host = context.tree.head(noun)
    if (
        host is None
        or not context.tree.is_(noun, "appos")
        or not (context.tokens[noun].xpos == "NNS" or context.lemma(noun) in words("several"))
    ):
        return []
    first = context.tokens[host].head if context.tree.is_(host, "conj") else host
    return [m for m in context.members(first) if m < noun]


def can_take_part(context: Context, head: int) -> bool:
    """Whether a word can name a participant: a noun or the like, neither a time nor a figure nor a mere "it"."""
    token = context.tokens[head]
    if (token.upos not in NOMINAL and not token.xpos.startswith("NN")) or head in context.times or context.is_amount(head):
        return False
    if context.is_rate(head) or context.is_medium(head):
        return False
    if context.is_code(head) or (context.lemma(head) == "time" and context.tree.child(head, "nummod") is not None):
        return False  # "shot | four times"
    if context.is_round(head):
        return False
    if token.upos == "PRON" and token.deprel == "expl":
        return False
    counted = context.tree.child(head, "nmod") is not None  # "each of the banks"
    if token.text.lower() in words("vague") and not counted:  # "pay more", "and so on, etc."
        return False
    return not (token.upos in ("PRON", "DET") and token.text.lower() in words("empty") and not counted)
