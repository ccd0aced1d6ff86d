"""Who the subject of each predicate is, also where the sentence leaves it out.

Verbs without a subject of their own take one over from a neighbour: the noun that a relative or participial clause hangs on, the
verb they are coordinated with, or the clause above, by its subject or its object ("forced Israel to talk": Israel talks).
"""

from dateline.cast.context import Context
from dateline.cast.voice import Voice
from dateline.cast.words import words

_STEPS = 12  # of inheritance; longer chains occur in broken parses only
_DOES = 0.5  # the likelihood from which on the network takes a speaker for who does what is told behind his words
_OBJECT_MARKS = ("of", "for", "from", "with", "into", "against", "as")


class Clauses(Voice):
    """The clauses of one document."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._subjects: dict[int, list[int]] = {}

    def subjects(self, v: int, steps: int = _STEPS) -> list[int]:
        """The head words of the subject in the surface sense: of a passive, the one it is done to."""
        if v not in self._subjects:
            own = self._own_subject(v)
            number = self.number_before(v)
            if number is not None:
                found = [number]
            elif own is None:
                found = self._inherited(v, steps) if steps else []
                head = self._tree.head(v)
                if found and head is not None and self.helped(v, head):
                    found = []
            else:
                found = [] if self._is_expletive(own, v) else self.resolved(self._named_before(v, own))
            self._subjects[v] = found
        return self._subjects[v]

    def _own_subject(self, v: int) -> int | None:
        """The subject of a predicate itself, not the one that a whole clause is said of ("the plan is that | they | leave")."""
        return next((c for c in self._tree.children(v, "nsubj") if self.context.tokens[c].deprel != "nsubj:outer"), None)

    def _named_before(self, v: int, own: int) -> int:
        """The name in "Smith, the mayor, left", which the parse may take for a call to Smith; else the subject itself."""
        called = self._tree.child(v, "vocative", "dislocated")
        return called if called is not None and called < own and self.context.tokens[called].upos == "PROPN" else own

    def agents(self, v: int) -> list[int]:
        """Who does it: the by-phrase of a passive, else the subject."""
        if not self.passive(v):
            return self.subjects(v)
        return [r for o in self._tree.children(v, "obl:agent") for r in self.resolved(o)]

    def _is_expletive(self, i: int, v: int) -> bool:
        """Whether a subject is a mere "it" or "there"."""
        text, tree = self.context.tokens[i].text.lower(), self._tree
        if text == "there" or (text == "it" and self.context.lemma(v) in words("weather")):
            return True
        if text != "it":
            return False
        if self.context.tokens[v].upos == "VERB":  # "it was decided to close", but "it was forced to close", "it was shut after"
            below = ("ccomp", "csubj", "xcomp") if self.context.lemma(v) in words("settled_on") else ("ccomp", "csubj")
            return tree.child(v, "aux:pass") is not None and tree.child(v, *below) is not None
        said_of = ("ccomp", "csubj") if self.context.lemma(v) in words("personal_state") else ("ccomp", "csubj", "xcomp", "advcl")
        return tree.child(v, *said_of) is not None  # "it is hard to leave", but "it is likely to leave"

    def _inherited(self, v: int, steps: int) -> list[int]:
        """The subject that a predicate takes over from where it hangs."""
        tree, token = self._tree, self.context.tokens[v]
        head = tree.head(v)
        if head is None:
            return []
        relation = token.deprel.partition(":")[0]
        if relation in ("aux", "cop"):
            return self.subjects(head, steps - 1)
        if relation == "conj":
            speaker = self.speaker_before(v, head)
            if speaker is not None:
                return self.subjects(speaker, steps - 1)
            return self.subjects(head, steps - 1) if self._is_clause(head) else []
        if relation == "amod":
            return [head]
        if relation == "acl":
            return self._of_noun(v, head, steps)
        if relation in ("xcomp", "ccomp") or (relation == "advcl" and self._is_bare(v)):
            return self._controlled(v, head, steps)
        return []

    def speaker_before(self, v: int, head: int) -> int | None:
        """The verb of speech whose subject goes on after a clause of others, on which the parse hangs what it does: "the court
        ruled that he lied and | fined | him", "the bank said that profits fell and | cut | jobs"."""
        verb = self._tree.head(head) if self._tree.is_(head, "ccomp") else None
        past = any(self.context.tokens[k].xpos == "VBD" for k in (v, *self._tree.children(v, "aux")))
        if verb is None or not verb < head < v or not past or self.context.lemma(verb) == "hear":
            return None
        own, told = self.subjects(verb), self.subjects(head)
        rules = any(self.context.lemma(s) in words("bench") for s in own) and self.context.lemma(v) in words("ruling")
        likelier = self._heard_doing(v, own) > max(self._heard_doing(v, told), _DOES)
        return verb if own and told and (rules or likelier) else None

    def _heard_doing(self, v: int, group: list[int]) -> float:
        """How likely the network takes one of some for who does what a verb tells."""
        heard = self.context.tokens[v].parts
        return max((heard.get(s, {}).get("agent", 0.0) for s in group), default=0.0)

    def _is_clause(self, i: int) -> bool:
        """Whether a word is a predicate."""
        return self.context.tokens[i].upos in ("VERB", "AUX") or self._tree.child(i, "cop", "nsubj") is not None

    def _is_bare(self, v: int) -> bool:
        """Whether a verb is an infinitive or a participle."""
        return self.context.tokens[v].xpos in ("VBG", "VBN", "VB", "JJ", "NN") or self._tree.child(v, "mark") is None

    def _mark(self, v: int) -> str:
        child = self._tree.child(v, "mark", "case")
        return "" if child is None else self.context.tokens[child].text.lower()

    def _controlled(self, v: int, head: int, steps: int) -> list[int]:
        """The subject that the clause above gives to an infinitive, a gerund or a participle."""
        tree = self._tree
        if tree.is_(v, "ccomp") and not (
            self.context.tokens[v].xpos in ("VBG", "VB", "VBN") and self._mark(v) in ("", "to", "from")
        ):
            return []
        if tree.is_(v, "ccomp") and tree.child(v, "aux") is not None and self._mark(v) != "to":
            return []
        by_object = not (self.frame(head).subject_control or self.rings(v, head))
        if self.context.tokens[v].xpos == "VBG" and self.frame(head).subject == self.frame(head).object == "patient":
            return []  # "the plan includes | selling the fleet"
        if self._is_harm_told(v, head):
            below = tree.child(head, "ccomp")
            return [] if below is None else self.subjects(below, steps - 1)
        told = self.told_before(v, head)
        if told is not None:
            return self.subjects(told, steps - 1)
        sent = self.sent(v, head)
        if sent is not None:
            return self.resolved(sent)
        teller = self.teller(v, head)
        if teller is not None:
            return self.resolved(teller)
        if tree.is_(v, "advcl"):
            around = tree.head(head) if self._is_aside(head) else None
            if around is not None and self.context.tokens[v].xpos == "VBG":
                return self.subjects(around, steps - 1)  # "was shot after, police say, | pointing | a gun"
            mark = self._mark(v)
            by_object = mark in _OBJECT_MARKS and not self._is_stand(v, head)
            if mark in ("by", "to") and self.passive(head) and not self.passive(v):
                if mark == "to" and self.context.lemma(v) in words("charged"):
                    return self.subjects(head, steps - 1)  # "was arrested by soldiers | to face | trial"
                return self.agents(head) or (self.subjects(head, steps - 1) if mark == "by" else [])
        if by_object and not self.passive(head):
            objects = [o for o in tree.children(head, "iobj", "obj") if self._may_do(o)]
            told = bool(objects) and self.context.tokens[v].xpos == "VBG" and self.context.lemma(objects[0]) in words("message")
            if objects and not told:  # but "filed a suit | challenging the law"
                return self.resolved(objects[0])
        asked = self.asked(v, head)
        if asked is not None:
            return self.resolved(asked)
        return self.subjects(head, steps - 1)

    def helped(self, v: int, head: int) -> list[int]:
        """Who gets what is to help himself, and so does not help: "| farmers | receive grants to help them survive"."""
        tree, o = self._tree, self._tree.child(v, "obj")
        if o is None or self.context.lemma(v) not in words("helpful") or not tree.is_(v, "advcl", "acl", "xcomp"):
            return []
        verb = next((a for a in (head, *tree.ancestors(head)) if self.is_verb(a)), None)
        if verb is None or self.context.lemma(verb) not in words("receiving") or self.passive(verb):
            return []
        return [s for s in self._own_subjects(verb) if self._may_mean(o, s)]

    def _may_mean(self, pronoun: int, noun: int) -> bool:
        """Whether a pronoun may stand for a noun, by number: "them" for several, "him" or "her" for one human being."""
        form, token = self.context.tokens[pronoun].text.lower(), self.context.tokens[noun]
        several = token.xpos in ("NNS", "NNPS") or len(self.context.members(noun)) > 1 or token.text.lower() == "they"
        return several if form == "them" else form in ("him", "her") and self.context.is_person(noun) and not several

    def rings(self, v: int, head: int) -> bool:
        """Whether an infinitive is what somebody gets in touch with another for: "called the mayor | to thank him"."""
        touches = self.context.lemma(head) in words("contacting") and self._mark(v) == "to"
        return touches and self.context.lemma(v) in words("contacted_to")

    def summons(self, v: int, head: int) -> bool:
        """Whether somebody is called in to hear what a verb tells, and does not say so: "summoned the envoy | to complain"."""
        return self.context.lemma(head) == "summon" and self.context.lemma(v) in words("remonstrating")

    def _may_do(self, o: int) -> bool:
        """Whether an object may be who does what comes behind it: a noun, a pronoun, "the other"."""
        return self.context.tokens[o].upos in ("NOUN", "PROPN", "PRON") or self.context.lemma(o) in ("other", "others")

    def sent(self, v: int, head: int) -> int | None:
        """Who does what he is sent or chosen for: "hired | Jones | to review it", "named | her | head, succeeding Smith"."""
        follows = self.context.tokens[v].xpos == "VBG" and self.context.lemma(v) in words("succeeding") and not self._mark(v)
        if self.context.lemma(head) not in words("sending") or not (follows or self._mark(v) == "to"):
            return None
        if self.summons(v, head):
            return None
        passed = self.passive(head)
        found = (self._tree.child(head, "nsubj:pass"),) if passed else (self._tree.child(head, "obj"),)
        return next((i for i in found if i is not None and self.context.is_actor(i)), None)

    def _is_aside(self, v: int) -> bool:
        """Whether a verb of speech cuts into a phrase: "after, police say, pointing …"."""
        tokens, subject = self.context.tokens, self._own_subject(v)
        if subject is None or not self._tree.is_(v, "parataxis") or self.context.lemma(v) not in words("saying"):
            return False
        first = self.context.phrases.edges(subject)[0]
        return v + 1 < len(tokens) and tokens[v + 1].text == "," and tokens[max(0, first - 2)].upos in ("ADP", "SCONJ")

    def _is_stand(self, v: int, head: int) -> bool:
        """Whether a gerund hangs on what its own subject does: "took a stand | against closing it", not "warned him against"."""
        if self.context.tokens[v].xpos != "VBG" or self._mark(v) not in ("against", "for", "with"):
            return False
        objects = self.objects(head)
        return bool(objects) and not any(map(self.context.is_actor, objects))

    def _is_harm_told(self, v: int, head: int) -> bool:
        """Whether a participle of harm hangs on a verb of speech: "…, killing five, she said" is in what she said."""
        told = self._tree.is_(v, "advcl") and self.context.lemma(head) in words("saying")
        return told and self.context.tokens[v].xpos == "VBG" and self.frame(v).transitive and not self._mark(v)

    def told_before(self, v: int, head: int) -> int | None:
        """The verb of what somebody tells before he is named, of which a participle behind him goes on to tell: "Oman | left |,
        aides said, angering Peru", but not "…, aides said, citing a letter"."""
        if not self._trails(v, head) or self.context.lemma(head) not in words("saying") or self._goes_on_saying(v):
            return None
        told = next((c for c in self._tree.children(head, "ccomp") if c < head and self.is_verb(c)), None)
        if told is None:
            return None
        doing = [self._heard_doing(v, self._own_subjects(verb)) for verb in (told, head)]
        return told if doing[0] > doing[1] else None

    def teller(self, v: int, head: int) -> int | None:
        """Who goes on to tell by what: "Oman left, according to | Reuters |, citing a letter", "| Ruiz | said the fund was sound,
        thanking its donors", but not "said the fund had thanked them, citing it"."""
        if not self._trails(v, head) or not self._goes_on_saying(v) or self.context.tokens[v - 1].text != ",":
            return None
        sources = [c for c in self._tree.children(head, "obl") if self.context.preposition(c) == "according to"]
        if sources:
            return next((c for c in sources if self.context.phrases.edges(c)[1] == v - 2), None)
        above = self._tree.head(head) if self._tree.is_(head, "ccomp") else None
        told = above is not None and above < head and self.context.lemma(above) in words("saying")
        return self._own_subject(above) if told and above is not None and self._is_state(head) else None

    def _trails(self, v: int, head: int) -> bool:
        """Whether a participle goes on behind a clause, with no word that tells how: "Oman left, | citing | a letter"."""
        return v > head and self._tree.is_(v, "advcl") and self.context.tokens[v].xpos == "VBG" and not self._mark(v)

    def _is_state(self, v: int) -> bool:
        """Whether a predicate tells how something is, and nothing that somebody does."""
        return self._tree.child(v, "cop") is not None or self.context.lemma(v) in words("being")

    def _goes_on_saying(self, v: int) -> bool:
        """Whether a participle tells what a speaker says besides: "…, aides said, | citing | a letter"."""
        kind = self.context.types.get(self.context.events.get(v, ""))
        return self.context.lemma(v) in words("saying") or self.context.lemma(v) in words("adding") or kind in words("spoken")

    def _own_subjects(self, v: int) -> list[int]:
        own = self._own_subject(v)
        return [] if own is None else self.resolved(own)

    def asked(self, v: int, head: int) -> int | None:
        """Who is asked behind a preposition: "called on | Shell | to stop"."""
        if self._mark(v) != "to":
            return None
        through = (c for c in self._tree.children(head, "obl") if head < c < v and c not in self.context.times)
        return next((c for c in through if f"{self.context.lemma(head)} {self.context.preposition(c)}" in words("asking")), None)

    def charged(self, noun: int, steps: int = _STEPS) -> list[int]:
        """Who is under a charge or suspicion: "arrested | two men | on suspicion of …", "charges against | the mayor | of …"."""
        tree = self._tree
        own = tree.child(noun, "nsubj")  # "he is on trial for …"
        if own is not None:
            return self.resolved(own)
        owner = tree.child(noun, "nmod:poss")
        if owner is not None:  # "his trial for …", but of "Smith's accusation of …" Smith is not the one accused
            return self.resolved(owner) if self.context.lemma(noun) in words("trial") else []
        against = [c for c in tree.children(noun, "nmod") if self.context.preposition(c) == "against"]
        head = tree.head(noun)
        if against or head is None:
            return [r for c in against for r in self.resolved(c)]
        if tree.is_(noun, "nmod", "conj") and self.context.tokens[head].upos in ("NOUN", "PROPN", "PRON"):
            further = (
                self.context.lemma(head) in words("charge") or head in self.context.events
            )  # "faces | trial | on charges of …"
            return self.charged(head, steps - 1) if further and steps else self.resolved(head)
        if not self.is_verb(head):
            return []
        beside = [c for c in tree.children(head, "obl") if self.context.preposition(c) == "against"]
        if beside:
            return [r for c in beside for r in self.resolved(c)]
        objects = [o for o in self.objects(head) if o != noun and o not in self.context.events]
        if objects or (tree.is_(noun, "nsubj") and not self.passive(head)):
            return objects
        suffers = self.passive(head) or self.context.lemma(head) in words("charged")
        return [s for s in self.subjects(head, steps - 1) if s != noun] if suffers else []

    def _of_noun(self, v: int, noun: int, steps: int) -> list[int]:
        """The subject of a clause that hangs on a noun: the noun itself, or for "a decision to leave" its owner."""
        token = self.context.tokens[v]
        charged = self.context.lemma(noun) in words("charge") and self._mark(v) in ("of", "for")
        if charged and steps:
            return self.charged(noun, steps)
        infinitive = self._mark(v) == "to" and token.xpos == "VB"
        if token.xpos == "VBG" and self._set_off(v, noun):
            return self._of_clause(noun, steps)
        if not infinitive and self._tree.is_(noun, "appos") and not self.passive(v):
            noun = self.context.tokens[noun].head  # "Smith, the mayor, promised": parsed as if the mayor's promise were meant
        if not infinitive or self.passive(v):
            if token.xpos == "VBG" and self.context.lemma(noun) in words("hardship") and not self._mark(v):
                return self.owners(noun, steps)  # "had difficulty | finding it"
            behind = bool(self._mark(v))  # "a commitment to improving care", "the risk of taking it"
            told = self.context.lemma(noun) in words("message") or behind
            if token.xpos == "VBG" and told and not self.context.is_actor(noun):
                return self._of_deed(noun, steps) if behind else self.owners(noun, steps) or self.fillable(noun)
            return self.fillable(noun)
        if self.context.lemma(noun) in words("inclination"):
            return self.owners(noun, steps)
        if self.context.lemma(noun) in words("feeling") and self._tree.child(noun, "cop") is not None:
            return self._who_feels(noun, steps)
        if self._tree.head(noun) is None and self.context.is_actor(noun):
            return [noun]  # "Apple to lower prices"
        ordinal = any(self.context.lemma(c) in words("ordinal") for c in self._tree.children(noun, "amod", "nummod"))
        if ordinal or self.context.lemma(noun) in words("person") or self.context.lemma(noun) in words("body"):
            return [noun]
        return self.owners(noun, steps)

    def _who_feels(self, noun: int, steps: int) -> list[int]:
        """Whose pleasure it is to do what an infinitive tells: the speaker's, in "it is an honour to be here, said | Ruiz |"."""
        subject, verb = self._tree.child(noun, "expl", "nsubj"), self._tree.head(noun)
        if verb is None or subject is None or self.context.tokens[subject].text.lower() != "it":
            return []
        told = self._tree.is_(noun, "ccomp") and self.context.lemma(verb) in words("saying")
        return self.subjects(verb, steps - 1) if told else []

    def _of_deed(self, noun: int, steps: int) -> list[int]:
        """Who does what a gerund behind a noun tells: "its commitment to helping", "the mayor wrote a book on | saving"."""
        found = self.owners(noun, steps)
        if self._tree.child(noun, "nmod:poss") is not None:
            return found
        if self._tree.is_(noun, "nsubj:pass"):
            return []  # what others support need not be theirs
        return [i for i in found if self.context.is_actor(i) or self.context.tokens[i].text.lower() == "it"]

    def _set_off(self, v: int, noun: int) -> bool:
        """Whether a comma parts a participle from a noun that cannot act: such a clause tells what the subject does."""
        before = self.context.tokens[v - 1] if v else None
        acts = self.context.is_actor(noun) and noun not in self.context.events
        return before is not None and before.text == "," and not acts and not self._tree.is_(noun, "nsubj")

    def _of_clause(self, i: int, steps: int) -> list[int]:
        """The subject of the clause around a noun."""
        for verb, _ in zip(self._tree.ancestors(i), range(steps), strict=False):
            if self.context.tokens[verb].upos == "VERB":
                return self.subjects(verb, steps - 1)
        return []

    def is_of_others(self, noun: int) -> bool:
        """Whether a plan or an attempt is none of those who take a stand on it: "survived | an attempt | to oust him"."""
        verb = self._tree.head(noun)
        if verb is None or self._tree.child(noun, "nmod:poss") is not None or self.context.lemma(noun) not in words("scheme"):
            return False
        stand = self.context.lemma(verb) in words("judging") and self._tree.is_(noun, "obj", "nsubj:pass")
        return stand or (self._tree.is_(noun, "obl") and self.context.preposition(noun) in ("against", "despite"))

    def owners(self, noun: int, steps: int = _STEPS) -> list[int]:
        """Whose decision, plan or attempt it is: the possessor, the adjective of origin, or the subject of the verb around it."""
        tree = self._tree
        own = tree.child(noun, "nmod:poss")
        if own is not None:
            return self.resolved(own)
        demonyms = [c for c in tree.children(noun, "amod", "compound", "nmod:desc") if self.context.is_demonym(c)]
        if demonyms:
            return demonyms[:1]
        named = [c for c in tree.children(noun, "compound", "nmod:desc") if self.context.labels.get(c) in ("ORG", "PERSON")]
        if named and self.context.lemma(noun) in words("inclination"):
            return named[:1]  # "a | Pentagon | plan to leave"
        said_of = tree.child(noun, "nsubj")
        if said_of is not None and tree.child(noun, "cop") is not None and tree.child(noun, "case") is not None:
            return self.resolved(said_of)  # "they are in talks to merge"
        verb = tree.head(noun)
        if verb is None or not steps or self.context.tokens[verb].upos != "VERB" or self.is_of_others(noun):
            return []
        if tree.is_(noun, "obj", "obl") and not self.passive(verb):
            return self.subjects(verb, steps - 1)
        return self.agents(verb) if tree.is_(noun, "nsubj:pass") else []
