"""The voice and the objects of each verb, and what its relative pronouns stand for.

A passive shows in its auxiliary, in a by-phrase, or, in headlines and beside nouns, in the participle alone. Objects may be
shared between coordinated verbs, or be the noun that a relative clause hangs on.
"""

from dateline.cast.context import Context
from dateline.cast.words import VerbFrame, idioms, verb_frame, words

_STEPS = 12  # up the tree; longer chains occur in broken parses only
_TOLD, _LEAD = 0.4, 0.2  # the likelihood from which on a noun before a place has a relative clause, and how much likelier it is
_RELATIVE = ("acl:relcl", "acl")


class Voice:
    """The verbs of one document, each taken by itself."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._tree = context.tree
        self._passive: dict[int, bool] = {}
        self._frames: dict[int, VerbFrame] = {}

    def frame(self, v: int) -> VerbFrame:
        """The frame of a verb with its particle."""
        if v not in self._frames:
            self._frames[v] = verb_frame(self.context.lemma(v), self.particle(v))
        return self._frames[v]

    def particle(self, v: int) -> str:
        """What makes a phrasal verb of a verb: its particle, or the noun of "take place"."""
        child = self._tree.child(v, "compound:prt")
        if child is not None:
            return self.context.tokens[child].text.lower()
        noun = self._tree.child(v, "obj")
        if noun is None:
            return ""
        particle = self.context.lemma(noun)
        return particle if f"{self.context.lemma(v)}_{particle}" in idioms() else ""

    def is_verb(self, v: int) -> bool:
        """Whether a token is a full verb; "have" and "do" may be tagged as auxiliaries without being any."""
        token = self.context.tokens[v]
        return token.upos == "VERB" or (token.upos == "AUX" and token.lemma != "be" and not self._tree.is_(v, "aux", "cop"))

    def passive(self, v: int, steps: int = _STEPS) -> bool:
        """Whether the surface subject of a verb is the one it is done to."""
        if v not in self._passive:
            self._passive[v] = self._is_passive(v, steps)
        return self._passive[v]

    def _is_passive(self, v: int, steps: int) -> bool:
        tree = self._tree
        if tree.child(v, "aux:pass") is not None:
            form = self.context.tokens[v].text.lower()
            willing = form in words("willing") and tree.child(v, "xcomp") is not None  # "is prepared to talk"
            return not (willing or self.is_minded(v))
        if self.context.lemma(v) in words("blaming") and tree.child(v, "cop") and tree.child(v, "obj") is None:
            return True  # "the driver | is to blame |"
        if self.frame(v).intransitive:
            return False  # whatever the tagger makes of "protested"
        if tree.child(v, "nsubj:pass", "csubj:pass") is not None:
            return True
        if self._is_handed(v, steps):
            return True
        if tree.child(v, "obj") is not None or self._promises(v):
            return False
        if tree.child(v, "obl:agent") is not None:
            return True
        return tree.child(v, "aux") is None and self._by_participle(v, steps)

    def _is_handed(self, v: int, steps: int) -> bool:
        """Whether a participle beside a passive has what its subject gets as an object: "was summoned and | handed | a note"."""
        gets = self.context.lemma(v) in words("handing") and self._tree.child(v, "obj") is not None
        beside = self._tree.is_(v, "conj") and self._tree.child(v, "nsubj", "aux", "compound:prt") is None
        others = any(self.context.preposition(c) == "to" for c in self._tree.children(v, "obl", "advmod"))
        participle = (
            self.context.tokens[v].xpos in ("VBN", "VBD") and self.context.tokens[v].text.lower() != "gave" and not others
        )
        return gets and beside and participle and steps > 0 and self.passive(self.context.tokens[v].head, steps - 1)

    def is_minded(self, v: int) -> bool:
        """Whether a participle tells what its subject's own stand is: "is | opposed | to it", "remains | committed | to it"."""
        below = self._tree.children(v, "obl", "advcl", "xcomp")
        return self.context.tokens[v].text.lower() in words("minded") and any(self._leads_to(c) for c in below)

    def _leads_to(self, c: int) -> bool:
        child = self._tree.child(c, "case", "mark")
        return child is not None and self.context.tokens[child].text.lower() == "to"

    def _promises(self, v: int) -> bool:
        """Whether a verb governs a clause as its own subject's doing: "promised to leave", whatever the parse hangs it on."""
        past = self.context.tokens[v].xpos == "VBD"
        governs = self._tree.child(v, "xcomp", "ccomp") is not None
        return governs and (past or self.frame(v).subject_control) and not (past and self._hides_its_object(v))

    def _by_participle(self, v: int, steps: int) -> bool:
        """Whether a participle without auxiliary makes a passive: in headlines, beside a noun, coordinated with a passive."""
        tree, token = self._tree, self.context.tokens[v]
        past = token.xpos == "VBD"
        if token.xpos != "VBN" and not (past and (tree.is_(v, "acl") or self._hides_its_object(v))):
            return False
        if self.number_before(v) is not None:
            return True
        has_subject = tree.child(v, "nsubj") is not None
        if tree.is_(v, "conj") and not has_subject:
            return steps > 0 and self.passive(token.head, steps - 1)
        if tree.is_(v, "acl"):
            return not tree.is_(v, "acl:relcl") and not (past and has_subject)
        bare = has_subject or token.head == v
        return tree.is_(v, "amod", "advcl", "xcomp") or (bare and self.frame(v).transitive)

    def _hides_its_object(self, v: int) -> bool:
        """Whether a verb that must have an object shows none."""
        if (
            not self.frame(v).transitive
            or self._tree.is_(v, "acl:relcl")
            or self._tree.children(v, "iobj", "obl:unmarked", "ccomp")
        ):
            return False
        return not self._tree.children(v, "obj") and not self._shared_object(v)

    def number_before(self, v: int) -> int | None:
        """The number of people nobody names right before a participle: "12 were killed and | 34 | wounded"."""
        tokens, tree = self.context.tokens, self._tree
        if (
            v == tree.sentence(v).first
            or tokens[v].xpos not in ("VBN", "JJ")
            or tokens[v - 1].upos != "NUM"
            or v - 1 in self.context.times
        ):
            return None
        if tokens[v].xpos == "JJ":
            beside = tree.is_(v, "conj") and tree.is_(v - 1, "conj") and tokens[v - 1].head == tokens[v].head
            owned = tree.is_(v - 1, "nsubj") and tokens[v - 1].head == v and tree.child(v, "cop") is None
            return v - 1 if beside or owned else None
        if tree.child(v, "nsubj", "aux", "obj") not in (None, v - 1) or not (self.frame(v).transitive or self._is_fragment(v)):
            return None
        return v - 1 if tree.is_(v - 1, "conj", "nsubj", "dep", "nummod", "discourse", "parataxis", "obl:unmarked") else None

    def _is_fragment(self, v: int) -> bool:
        """Whether nothing stands before a participle but its number: "2 held over robbery"."""
        return self._tree.sentence(v).first in (v - 1, v) and self.context.tokens[v].head == v

    def objects(self, v: int) -> list[int]:
        """The head words of the direct object, shared between coordinated verbs, or the noun a relative clause hangs on."""
        tree = self._tree
        idiom = self.particle(v)
        own = [o for o in tree.children(v, "obj") if self.context.lemma(o) != idiom]
        if own:
            return [r for o in own for r in self.resolved(o)]
        if self.passive(v):
            return []
        return self._shared_object(v) or self._object_gap(v) or self._bare_object(v) or self._counted_object(v)

    def second_objects(self, v: int) -> list[int]:
        """The head words of the indirect object."""
        return [r for o in self._tree.children(v, "iobj") for r in self.resolved(o)]

    def resolved(self, i: int) -> list[int]:
        """A word, or whom it stands for: the noun of a relative pronoun, who is said to be among "those"."""
        antecedent = self.antecedent(i) if self.is_relative(i) else i
        if antecedent is None:
            return []
        counted = self._counted_among(antecedent)
        return [antecedent if counted is None else counted]

    def _counted_among(self, noun: int) -> int | None:
        """Who is said to be one of those whom a clause tells of: "| Silva | was among those killed"."""
        tree = self._tree
        if self.context.tokens[noun].text.lower() in ("someone", "somebody") and tree.child(noun, "cop") is not None:
            above = tree.head(noun) if tree.is_(noun, "xcomp") else noun  # "| she | seems to be somebody who fought it"
            return None if above is None else tree.child(above, "nsubj")
        if self.context.tokens[noun].text.lower() != "those":
            return None
        if self.context.preposition(noun) == "among":
            return tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
        one = tree.head(noun) if tree.is_(noun, "nmod") and self.context.preposition(noun) == "of" else None
        return tree.child(one, "nsubj") if one is not None and self.context.lemma(one) == "one" else None

    def is_relative(self, i: int) -> bool:
        """Whether a word is the pronoun or adverb of a relative clause."""
        token = self.context.tokens[i]
        return (
            token.text.lower() in ("who", "which", "that", "whom", "whose", "where")
            and token.xpos in ("WP", "WDT", "WP$", "WRB", "IN", "DT")
            and (token.xpos not in ("IN", "DT") or self._tree.is_(token.head, "acl:relcl"))
            and self.antecedent(i) is not None
        )

    def antecedent(self, i: int) -> int | None:
        """The noun that the innermost relative clause around a word hangs on."""
        tree = self._tree
        node: int | None = i
        for _ in range(_STEPS):
            if node is None:
                return None
            if tree.is_(node, *_RELATIVE):
                if i > node:
                    return None  # in "in charge of deciding | who | pays" it asks
                noun = self.context.tokens[node].head
                return self._before_place(node, noun) if tree.is_(i, "nsubj") and tree.head(i) == node else noun
            if tree.is_(node, "conj", "nsubj", "obj", "obl", "nmod", "xcomp", "ccomp", "advcl", "iobj", "advmod", "case", "det"):
                node = tree.head(node)
            else:
                return None
        return None

    def _before_place(self, v: int, noun: int) -> int:
        """The noun that a relative clause behind a place tells of, where the network hears so: "built | walls | in two towns that
        keep out the sea", but "met in | a town | that lies by the sea"."""
        tree, heard = self._tree, self.context.tokens[v].parts
        if self.context.preposition(noun) not in words("place_prepositions"):
            return noun
        above = self.context.tokens[noun].head
        hosts = tree.children(above, "obj", "nsubj:pass") if tree.is_(noun, "obl") else [above] if tree.is_(noun, "nmod") else []
        likely = {n: max(heard.get(n, {}).values(), default=0.0) for n in (noun, *hosts)}
        better = [n for n in hosts if n < noun and likely[n] >= max(_TOLD, likely[noun] + _LEAD)]
        return better[0] if better and self.context.tokens[better[0]].upos == "NOUN" else noun

    def _shared_object(self, v: int) -> list[int]:
        """The object of "planned and carried out the attack", which hangs on one of the two verbs only."""
        tree = self._tree
        if tree.is_(v, "conj"):
            head = self.context.tokens[v].head
            return [o for o in tree.children(head, "obj") if o > v] or self._object_of_list(v, head)
        for c in tree.children(v, "conj"):
            between = range(v + 1, c)
            if self.context.tokens[c].upos == "VERB" and len(between) <= 4 and tree.child(c, "nsubj", "aux") is None:
                beside = all(self.context.tokens[b].upos in ("CCONJ", "ADV", "PUNCT", "ADP") for b in between)
                joined = len(between) <= 2 and all(self.context.tokens[b].upos in ("CCONJ", "ADV") for b in between)
                tied = joined and self.frame(v).alone == "agent" and not self.frame(v).intransitive  # "impede or delay"
                if beside and (self.frame(v).transitive or tied):
                    return tree.children(c, "obj")
        return []

    def _object_of_list(self, v: int, head: int) -> list[int]:
        """The object behind the last of several verbs: "to mend, | widen | and pave the road"."""
        tokens, tree = self.context.tokens, self._tree
        near = (k for k in range(v + 1, min(v + 4, len(tokens))) if tokens[k].head == head and tree.is_(k, "conj"))
        last = next((k for k in near if tree.child(k, "obj") is not None), None)
        if last is None or tokens[last].xpos != tokens[v].xpos or self.frame(v).intransitive:
            return []
        bare = all(tokens[k].upos in ("CCONJ", "PUNCT") for k in range(v + 1, last)) and self.frame(v).object == "patient"
        return tree.children(last, "obj") if bare else []

    def _bare_object(self, v: int) -> list[int]:
        """A noun right behind the verb that the parse takes for a measure or a time."""
        tree, frame = self._tree, self.frame(v)
        found = tree.children(v, "obl:unmarked")
        if frame.object is not None:
            found = found + [c for c in tree.children(v, "xcomp") if self.context.tokens[c].upos == "PROPN"]
        bare = [c for c in found if c > v and tree.child(c, "mark", "case", "cop") is None]
        return [c for c in bare if c not in self.context.times and not self.context.is_amount(c)]

    def _counted_object(self, v: int) -> list[int]:
        """A number right behind a verb that must have an object, where the parse lost it: "killing and injuring | dozens of"."""
        tokens = self.context.tokens
        if tokens[v].upos != "VERB" or not self.frame(v).transitive or tokens[v].xpos == "VBN":
            return []
        if v + 2 < len(tokens) and tokens[v + 1].upos == "CCONJ" and tokens[v + 2].xpos == tokens[v].xpos:
            return self._counted_object(v + 2) if tokens[v + 2].xpos != "VBN" and v + 2 < len(tokens) - 1 else []
        if v + 1 == len(tokens) or v + 1 in self.context.times:
            return []
        behind = tokens[v + 1]
        counts = behind.upos == "NUM" or (behind.xpos == "NNS" and self.context.lemma(v + 1) in words("many"))
        return [v + 1] if counts and behind.head != v else []

    def _object_gap(self, v: int) -> list[int]:
        """The noun that a relative clause without a pronoun hangs on: "the man police arrested"."""
        tree = self._tree
        subject = tree.child(v, "nsubj")
        if not tree.is_(v, "acl") or subject is None or self.is_relative(subject):
            return []
        if tree.child(v, "ccomp", "xcomp", "cop", "mark") is not None or any(self.is_relative(c) for c in self._pronouns(v)):
            return []
        return self.fillable(self.context.tokens[v].head)

    def _pronouns(self, v: int) -> list[int]:
        """The words that could be the relative pronoun of a clause."""
        below = self._tree.children(v, "obl", "advmod", "nsubj", "obj")
        return [*below, *(c for b in below for c in self._tree.children(b, "nmod"))]

    def fillable(self, noun: int) -> list[int]:
        """The noun a clause hangs on, unless it is of the kind that only dates or frames it ("the day he left")."""
        return [] if self.context.lemma(noun) in words("gap_free") else self.resolved(noun)
