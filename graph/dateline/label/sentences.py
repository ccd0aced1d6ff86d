"""How a label is put together: who does what to whom, where; or what happens to whom; or the event noun with its cast."""

from collections.abc import Mapping

from dateline.label.fillers import Names
from dateline.label.inflect import base, gerund, participle
from dateline.label.modality import active, of_noun, of_state, passive, told
from dateline.label.wording import needs_object, of_verb, surfaces, wording_of
from dateline.model import Attribution, Event, Role, RoleName
from dateline.tree import Tree

LONGEST = 80  # characters
_PREPOSITIONS = frozenset(
    ("in", "at", "near", "on", "outside", "inside", "across", "off", "around", "along", "to", "from", "into", "through")
)


class _Cast:
    """An event's participants in words."""

    def __init__(self, tree: Tree, names: Names, event: Event, triggers: frozenset[int]) -> None:
        self.tree, self.names, self.event, self.triggers = tree, names, event, triggers
        self.by_role: dict[RoleName, list[Role]] = {}
        seen = {event.lemma.lower(), event.text.lower()}  # "support" supports nobody
        for role in event.roles:
            name = names.name(role, event)
            if name and name.casefold() not in seen:
                seen.add(name.casefold())
                self.by_role.setdefault(role.role, []).append(role)
        agents = self.by_role.get("agent", [])
        self.givers = [role for role in agents if self.preposition(role) == "from"]
        if self.givers and len(self.givers) < len(agents):
            self.by_role["agent"] = [role for role in agents if role not in self.givers]

    def giver(self) -> str:
        """Who gives or sells, beside those who get it: "from A"."""
        apart = [role for role in self.givers if role not in self.by_role["agent"]]
        return f"from {self.names.name(apart[0], self.event)}" if apart else ""

    def words(self, role: RoleName) -> str:
        """The participants in one part: "A", "A and B", "A, B and others"."""
        found = [self.names.name(r, self.event) for r in self.by_role.get(role, ())]
        if len(found) > 2:
            return f"{found[0]}, {found[1]} and others"
        return " and ".join(found)

    def plural(self, role: RoleName) -> bool:
        found = self.by_role.get(role, [])
        return len(found) > 1 or (len(found) == 1 and self.names.plural(found[0]))

    def precedes(self, part: RoleName, noun: int | None) -> bool:
        """Whether a part is played by one common noun right before the event's: "fuel leak", "death toll"."""
        found = [self.names.head(role) for role in self.by_role.get(part, ())]
        if len(found) != 1 or noun is None or found[0] is None or found[0] != noun - 1:
            return False
        return self.tree.tokens[found[0]].upos == "NOUN" and self.tree.is_(found[0], "compound", "nmod:desc")

    def place(self) -> str:
        """The first place with its preposition."""
        role = next(iter(self.by_role.get("place", ())), None)
        if role is None:
            return ""
        introduced = self.preposition(role)
        if self.at_object(role):
            return self.names.name(role, self.event)
        if introduced not in _PREPOSITIONS:
            head = self.names.head(role)
            introduced = "on" if head is not None and self.tree.tokens[head].lemma.lower() in surfaces() else "in"
        return f"{introduced} {self.names.name(role, self.event)}"

    def at_object(self, role: Role) -> bool:
        """Whether a place is the verb's own object: "left | the town"."""
        head = self.names.head(role)
        trigger = self.tree.at(self.event.start)
        return head is not None and self.tree.is_(head, "obj") and self.tree.head(head) == trigger

    def preposition(self, role: Role | None) -> str:
        """The preposition that the article has before a participant."""
        head = None if role is None else self.names.head(role)
        case = None if head is None else self.tree.child(head, "case")
        return "" if case is None or case > (head or 0) else self.tree.tokens[case].text.lower()


def label_of(tree: Tree, names: Names, event: Event, triggers: frozenset[int], attributions: Mapping[str, Attribution]) -> str:
    """An event in a few words; `triggers` are the head words of all events."""
    head = tree.at(event.start)
    event, remark = told(event, attributions)
    cast = _Cast(tree, names, event, triggers)
    if head is not None and tree.tokens[head].upos in ("VERB", "AUX"):
        parts = _of_verb(cast, event, head)
    elif head is not None and tree.tokens[head].upos == "ADJ":
        parts = [cast.words("patient") or cast.words("agent"), of_state(event.text.lower(), event), cast.place()]
    else:
        parts = _of_noun(cast, event, head)
    words = _fitted(parts, LONGEST - len(remark))
    return f"{words[:1].upper()}{words[1:]} {remark}".strip()


def _fitted(parts: list[str], longest: int) -> str:
    """The parts joined, the last ones left out where the label would grow too long."""
    parts = [p for p in parts if p]
    while len(parts) > 1 and len(" ".join(parts)) > longest:
        parts.pop()
    words = " ".join(parts)
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"


def _of_verb(cast: _Cast, event: Event, head: int) -> list[str]:
    """A verb with those who do it, or those it is done to; the -ing form where nobody is known."""
    tree, verb = cast.tree, _verb(cast.tree, event, head)
    agent, patient, recipient = cast.words("agent"), cast.words("patient"), cast.words("recipient")
    if _done_to(cast, event, head):
        done = passive(verb, event)
        return [
            patient or recipient,
            done,
            _complement(cast, head),
            _to(recipient if patient else ""),
            _cause(cast),
            cast.place(),
        ]
    subject = agent or (patient if _is_subject(cast, head, "patient") else "")
    plural = cast.plural("agent" if agent else "patient")
    spoken = verb == "say" and bool(patient) and subject != patient
    object_ = _object(cast, head, "" if subject == patient else patient, spoken=spoken)
    verb = "speak" if spoken else verb
    if not subject:
        bare = tree.child(head, "aux:pass") is not None or tree.tokens[head].xpos == "VBN"
        done = passive(verb, event) if bare else of_noun(gerund(verb), event)
        return [done, object_, _to(recipient), cast.place()]
    return [subject, active(verb, event, plural=plural), object_, cast.giver(), _to(recipient), cast.place()]


def _verb(tree: Tree, event: Event, head: int) -> str:
    """The verb of an event with its particle, in a plain word."""
    particle = tree.child(head, "compound:prt")
    lemma = base(event.text, event.lemma.lower(), tree.tokens[head].xpos)
    return of_verb(lemma, "" if particle is None else tree.tokens[particle].text.lower())


def _done_to(cast: _Cast, event: Event, head: int) -> bool:
    """Whether the label is about the one affected: nobody known does it, or only another event."""
    if not (cast.by_role.get("patient") or cast.by_role.get("recipient")):
        return False
    agents = cast.by_role.get("agent", [])
    passive = cast.tree.child(head, "aux:pass", "nsubj:pass") is not None or cast.tree.tokens[head].xpos == "VBN"
    if agents:
        return all(a.event and not a.actor for a in agents) and event.quantities != ()
    bare = needs_object(event.lemma.lower()) and cast.tree.child(head, "obj") is None
    return passive or bare or not _is_subject(cast, head, "patient")


def _is_subject(cast: _Cast, head: int, role: RoleName) -> bool:
    """Whether the participant in a part is the verb's own subject."""
    found = cast.by_role.get(role)
    filler = cast.names.head(found[0]) if found else None
    return filler is not None and cast.tree.is_(filler, "nsubj") and cast.tree.head(filler) == head


def _cause(cast: _Cast) -> str:
    """The event that did it: "in airstrike"."""
    causes = [r for r in cast.by_role.get("agent", ()) if r.event and not r.actor]
    head = cast.names.head(causes[0]) if causes else None
    return "" if head is None else f"in {wording_of(cast.tree.tokens[head].lemma.lower()).words}"


def _object(cast: _Cast, head: int, patient: str, *, spoken: bool = False) -> str:
    """What follows the verb: the one affected, with the article's preposition, or the noun of a light verb."""
    if patient:
        role = cast.by_role["patient"][0]
        filler = cast.names.head(role)
        oblique = filler is not None and cast.tree.is_(filler, "obl") and cast.tree.head(filler) == head
        introduced = cast.preposition(role) if oblique else "of" if spoken else ""
        return f"{introduced} {patient} {_complement(cast, head)}".strip()
    noun = cast.tree.child(head, "obj", "obl:unmarked")
    if noun is None or any(noun == cast.names.head(role) for role in cast.by_role.get("place", ())):
        return _complement(cast, head)
    token = cast.tree.tokens[noun]
    measured = next((q for q in cast.event.quantities if q.start < token.end and token.start < q.end), None)
    if measured is not None:
        return f"{cast.names.figure(measured)} {measured.unit}"
    if not cast.tree.is_(noun, "obj"):
        return ""
    return cast.names.noun(noun) if token.upos == "NOUN" and not cast.by_role.get("recipient") else ""


def _complement(cast: _Cast, head: int) -> str:
    """What somebody agrees, plans or fails to do ("to buy rival"), or the state that something is left in ("dead")."""
    tree = cast.tree
    verb = tree.child(head, "xcomp")
    if verb is not None and tree.tokens[verb].upos == "ADJ" and tree.child(verb, "mark", "cop") is None:
        return tree.tokens[verb].text.lower()
    if verb is None or tree.tokens[verb].upos != "VERB" or tree.child(verb, "mark") is None:
        return ""
    noun = tree.child(verb, "obj")
    bare = noun is None or tree.tokens[noun].upos not in ("NOUN", "PROPN")
    word = of_verb(base(tree.tokens[verb].text, tree.tokens[verb].lemma.lower(), tree.tokens[verb].xpos))
    done = f"be {participle(word)}" if tree.child(verb, "aux:pass") is not None else word
    if noun is None or bare:
        return f"to {done}"
    told = cast.names.noun(noun)
    return f"to {done} {told.lower() if noun in cast.triggers else told}"


def _to(recipient: str) -> str:
    return f"to {recipient}" if recipient else ""


def _of_noun(cast: _Cast, event: Event, head: int | None) -> list[str]:
    """An event noun with its cast, or the verb for it where both sides are known."""
    wording = wording_of(event.lemma.lower())
    agent, patient = cast.words("agent"), cast.words("patient")
    if agent and patient and wording.verb:
        verb = active(wording.verb, event, plural=cast.plural("agent"))
        return [agent, verb, patient, _to(cast.words("recipient")), cast.place()]
    plain = event.text if event.text.isupper() else event.text.lower()
    noun = plain if wording.words == event.lemma.lower() else wording.words
    if patient and cast.precedes("patient", head):
        noun, patient = f"{patient[:1].lower()}{patient[1:]} {noun}", ""
    affected = f"{wording.preposition} {patient}" if patient else ""
    mutual = wording.preposition == "with" and not patient and " and " in agent
    by = f"between {agent}" if mutual else f"by {agent}" if agent else ""
    return [of_noun(noun, event), affected, by, _to(cast.words("recipient")), cast.place()]
