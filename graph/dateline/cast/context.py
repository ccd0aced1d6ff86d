"""What a rule of casting may ask of a word: is it a person or a body, a place, a time, an event?"""

from collections.abc import Iterator

from dateline.cast.index import IndexedTree
from dateline.cast.phrases import Phrases, preposition
from dateline.cast.words import actor_nouns, verb_frame, words
from dateline.model import Document, Name

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET", "ADJ"})
_DASHES = ("-", "–", "‐", "‑")
_SUFFIXES = frozenset({"style", "era", "type", "like"})


class Context:
    """A document's tree with the layers that casting looks at, by token."""

    def __init__(self, document: Document) -> None:
        self.tree = IndexedTree(document)
        self.tokens = document.tokens
        self.labels = {i: name.label for name in document.names for i in range(name.first, name.stop)}
        self.named = {i: head for name in document.names for i, head in self._headed(name)}  # the head of the name of each word
        self.events = {
            i: event.id for event in document.events if (i := self.tree.at(event.start)) is not None
        }  # the head token of each event
        spans = (self.tree.within(time.start, time.end) for time in document.times)
        self.times = frozenset(
            i
            for span, time in zip(spans, document.times, strict=True)
            for i in span
            if time.rule != "named event" or self.events.keys().isdisjoint(span)  # "the bombing of Flight 103" is told of
        )
        self.types = {event.id: event.type for event in document.events}
        persons = frozenset(i for i, label in self.labels.items() if label == "PERSON")
        self.phrases = Phrases(document, self.tree, times=self.times, persons=persons)

    def _headed(self, name: Name) -> Iterator[tuple[int, int]]:
        """The words of a name, each with the one that governs them."""
        words = range(name.first, name.stop)
        head = next((i for i in words if self.tree.tokens[i].head not in words or self.tree.tokens[i].head == i), name.first)
        yield from ((i, head) for i in words)

    def lemma(self, i: int) -> str:
        """The dictionary form of a token, in lower case."""
        return self.tokens[i].lemma.lower()

    def preposition(self, i: int) -> str:
        """The preposition before a noun."""
        return preposition(self.tree, i)

    def dependents(self, i: int, *deprels: str) -> list[int]:
        """The dependents of a word, with those that the parse hangs on a time beside it: "strikes | Friday | on the town"."""
        found = self.tree.children(i, *deprels)
        times = [c for c in self.tree.children(i) if c in self.times and i not in self.times]
        late = [
            d for c in times for d in self.tree.children(c, "nmod", "obl") if d not in self.times and self.preposition(d) != "of"
        ]
        if "obl" in deprels:  # "sent him | back | to Cuba"
            late += [d for c in self.tree.children(i, "advmod") for d in self.tree.children(c, "obl") if c < d]
        return found + late if "obl" in deprels or "nmod" in deprels else found

    def is_actor(self, i: int) -> bool:
        """Whether a noun names somebody or some body that can act."""
        token = self.tokens[i]
        if token.upos == "PROPN" or token.xpos == "NNP" or i in self.labels:
            return True
        if token.upos == "PRON":
            return token.text.lower() in words("personal")
        if token.upos in ("ADJ", "NUM", "DET"):  # "most of them"
            return any(self.preposition(c) == "of" and self.is_actor(c) for c in self.tree.children(i, "nmod"))
        lemma = self.lemma(i)
        return lemma in words("person") or lemma in words("body") or lemma in actor_nouns("person", "group", "organization")

    def is_agentive(self, i: int) -> bool:
        """Whether a noun is known to name somebody who acts at will, not just anything with a proper name."""
        if i in self.labels:
            return self.labels[i] != "EVENT"
        if self.tokens[i].upos == "PROPN":  # "Foreign | Minister | of Peru Ana Ruiz"
            return self.lemma(i) in words("person") or self.lemma(i) in actor_nouns("person")
        return self.is_actor(i)

    def is_person(self, i: int) -> bool:
        """Whether a noun names a human being."""
        return self.labels.get(i) == "PERSON" or self.lemma(i) in words("person") or self.lemma(i) in actor_nouns("person")

    def is_place(self, i: int) -> bool:
        """Whether a noun names somewhere."""
        if i in self.times or i in self.events or (self.lemma(i) in ("state", "front") and self._of_affairs(i)):
            return False
        return (
            self.labels.get(i) == "LOC"
            or self.lemma(i) in words("place")
            or self.lemma(i) in words("surface")
            or self.lemma(i) in actor_nouns("place")
        )

    def _of_affairs(self, i: int) -> bool:
        """Whether a "state" is how things are ("a state of emergency"), or a "front" no more than a side ("in front of us")."""
        return any(self.preposition(c) == "of" and self.tokens[c].upos != "PROPN" for c in self.tree.children(i, "nmod"))

    def is_where(self, i: int, introduced: str) -> bool:
        """Whether a noun behind a preposition says where something happens."""
        if introduced not in words("place_prepositions"):
            return False
        if introduced in ("in front of", "on top of"):
            return not (self.is_person(i) or i in self.times or i in self.events or self.tokens[i].upos == "PRON")
        if introduced == "on" and self.labels.get(i) != "LOC":
            return self.lemma(i) in words("surface") or self.is_flank(i)
        return self.is_place(i) or (introduced in ("in", "near") and self.may_be_place(i))

    def is_flank(self, i: int) -> bool:
        """Whether a noun names a part of a place: "on this | side | of the river", but not "on the side of the rebels"."""
        whole = (
            (c for c in self.tree.children(i, "nmod") if self.preposition(c) == "of") if self.lemma(i) in words("flank") else ()
        )
        return any(self.is_place(c) for c in whole)

    def may_be_place(self, i: int) -> bool:
        """Whether a proper noun that the name finder passed over could be a place."""
        token = self.tokens[i]
        if token.upos != "PROPN" or self.lemma(i) in words("firm") or i in self.times or i in self.events or token.xpos == "NNPS":
            return False
        return not any(self.labels.get(c) for c in (i, *self.tree.children(i, "flat", "compound")))

    def is_demonym(self, i: int) -> bool:
        """Whether an adjective says whose: "Israeli", "European"."""
        token = self.tokens[i]
        if self.labels.get(i) == "NORP":
            return True
        first = self.tree.sentence(i).first
        return (
            token.upos in ("ADJ", "PROPN")
            and token.text[:1].isupper()
            and i != first
            and token.text[1:].islower()
            and (token.lemma.lower().endswith(("ian", "ean", "ese", "ish", "ch", "i", "an", "ic")))
        )

    def is_amount(self, i: int) -> bool:
        """Whether a noun is a unit of money, share or measure, so that its phrase is a figure: not so in "the euro fell"."""
        definite = self.tree.child(i, "det")
        if definite is not None and self.lemma(definite) == "the" and self.tree.child(i, "nummod", "amod") is None:
            return False
        if self._is_currency(i):
            return False
        return self.lemma(i) in words("amount") and not any(self.preposition(c) == "of" for c in self.tree.children(i, "nmod"))

    def _is_currency(self, i: int) -> bool:
        """Whether a unit of money is that of a state, or money by its worth: "the Egyptian | pound |", "a weak | yen |"."""
        if self.lemma(i) not in words("currency") or self.tokens[i].xpos == "NNS" or self.tree.child(i, "nummod") is not None:
            return False
        before = self.tree.children(i, "amod", "compound")
        told = any(self.labels.get(c) in ("NORP", "LOC") or self.lemma(c) in words("valued") for c in before)
        return told or self.tree.child(i, "nmod:poss") is not None

    def is_manner(self, i: int) -> bool:
        """Whether a noun only helps its preposition to say how, why or as what: "for example", "in the name of peace"."""
        if self.tree.child(i, "nmod:poss") is not None and self.lemma(i) not in words("owned_manner"):
            return False  # "a delay in | her return |", but "on her behalf"
        if f"{self.preposition(i).partition(' ')[0]} {self.lemma(i)}" in words("manner"):
            return True
        return self._is_term(i) or self._is_spell(i) or self._is_domain(i)

    def _is_domain(self, i: int) -> bool:
        """Whether a place only stands for what something is about: "aid in the political | field |"."""
        if self.lemma(i) not in words("domain") or self.preposition(i) not in ("in", "on", "at"):
            return False
        return any(self.lemma(c) in words("domain_kind") for c in self.tree.children(i, "amod", "compound"))

    def _is_spell(self, i: int) -> bool:
        """Whether what is counted says how long something lasts: "suspended | for four matches |"."""
        return self.lemma(i) in words("spell") and self.preposition(i) == "for" and self.tree.child(i, "nummod") is not None

    def _is_term(self, i: int) -> bool:
        """Whether a prison is where a term is to be served, and nothing happens there: "jailed for a year | in prison |"."""
        case = self.tree.child(i, "case")
        if case is None or not 0 < case < i or self.tree.child(i, "det") is not None:
            return False
        if self.lemma(i) not in words("confinement"):
            return False
        before = self.tokens[case - 2] if case > 1 else None
        counted = before is not None and (before.upos == "NUM" or before.text.lower() in ("a", "an"))
        return (case - 1 in self.times and counted) or self.lemma(case - 1) in ("life", "more")  # not "on Monday in prison"

    def is_rate(self, i: int) -> bool:
        """Whether a noun is what a sum is reckoned by: "$1.24 | a share |"."""
        first = next((k for k in (i - 1, i - 2) if k > 0 and self.tokens[k].text.lower() in ("a", "an", "per", "each")), None)
        if first is None:
            return False
        money = any(t.upos == "SYM" or t.text in "$€£¥" for t in self.tokens[max(0, first - 3) : first])
        return self.lemma(first - 1) in words("amount") or (money and self.tokens[first - 1].upos == "NUM")

    def is_share(self, i: int) -> bool:
        """Whether a share without a noun stands for people, as the subject of what people do."""
        verb = self.tree.head(i)
        whole = self.lemma(i) in ("percent", "%") and self.tree.is_(i, "nsubj") and verb is not None
        objects = self.tree.children(verb, "obj") if verb is not None else []
        say = verb is not None and self.tree.child(verb, "ccomp") is not None
        return whole and (say or (bool(objects) and all(self.is_actor(o) for o in objects)))

    def measured(self, i: int) -> int:
        """A noun, or the one whose worth a sum of money is: "pledged $2 million in | aid |", but "spent $2 million in Lima"."""
        if not self.is_amount(i):
            return i
        bare = [c for c in self.tree.children(i, "nmod") if self.preposition(c) == "in" and self.tree.child(c, "det") is None]
        things = [
            c for c in bare if self.tokens[c].upos == "NOUN" and not (c in self.times or self.is_place(c) or self.is_manner(c))
        ]
        return things[0] if things else i

    def is_number(self, i: int) -> bool:
        """Whether a word is a mere number, not so many of somebody: "rose to 40", but "sold to two of the firms"."""
        bare = (
            i
            if self.tokens[i].upos == "NUM"
            else self.tree.child(i, "obl")
            if self.lemma(i) in ("more", "less", "fewer")
            else None
        )
        return bare is not None and self.tokens[bare].upos == "NUM" and self.tree.child(bare, "nmod") is None

    def is_code(self, i: int) -> bool:
        """Whether a number names or describes instead of counting: a score, a telephone number, a section, an age."""
        tokens = self.tokens
        if tokens[i].upos != "NUM" or i in self.labels:
            return False
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if before is not None and before.text.lower() in words("numbered"):
            return True
        beside = any(other is not None and other.text in _DASHES for other in (before, after))
        return any(c.isdigit() for c in tokens[i].text) and (beside or any(dash in tokens[i].text for dash in _DASHES))

    def is_medium(self, i: int) -> bool:
        """Whether a word only says where something is published, and has no part in what happens: "posted it on | YouTube |"."""
        above = self.tree.head(i)
        if above is None or self.preposition(i) not in ("on", "via"):
            return False
        platform = self.lemma(i) in words("platform") or (self.lemma(i) == "media" and self.lemma(i - 1) == "social")
        if self.tokens[above].upos != "VERB":
            return platform and self.lemma(above) not in words("levied") and self._is_told(above)
        frame = verb_frame(self.lemma(above))
        if frame == verb_frame("say"):
            return platform or self.lemma(i) in words("medium")
        thing = self.tree.child(above, "obj", "nsubj:pass")
        if thing is not None and self.lemma(thing) in words("levied"):
            return False  # "imposed sanctions on Facebook"
        return platform and not (thing is None and "on" in frame.own and frame.obliques["on"])

    def _is_told(self, noun: int) -> bool:
        """Whether a noun is in what somebody is said to say: "claimed responsibility for the | attack |"."""
        verb: int | None = noun
        while verb is not None and self.tree.is_(verb, "nmod", "obj", "obl") and self.tokens[verb].upos != "VERB":
            verb = self.tree.head(verb)
        return verb is not None and self.tokens[verb].upos == "VERB" and verb_frame(self.lemma(verb)) == verb_frame("say")

    def is_round(self, i: int) -> bool:
        """Whether a noun is named twice to say how often or how far: "from | time to time |", "went from | door to door |"."""
        above = self.tree.head(i)
        beside = self.tree.children(above, "obl", "nmod") if above is not None and self.preposition(i) in ("from", "to") else []
        again = [c for c in (*self.tree.children(i, "nmod"), *beside) if c != i and self.preposition(c) in ("from", "to")]
        return self.tree.child(i, "det") is None and any(self.lemma(c) == self.lemma(i) for c in again if c not in self.labels)

    def is_aside(self, i: int) -> bool:
        """Whether a comma parts a "with" phrase from its clause: "…, with captives to be freed" names no partner."""
        case = self.tree.child(i, "case")
        return case is not None and 0 < case < i and self.tokens[case - 1].text == ","

    def phrase(self, event: int, word: int) -> int:
        """The head of the phrase that a word stands in, as it takes part in an event: of a name that of the whole, of a title
        the name, of an apposition the noun that it explains: "Acme, a | maker | that sells pumps"."""
        top = self.named.get(word, word)
        while self.tree.is_(top, "flat", "fixed", "appos", "nmod:desc") and self.tokens[top].head not in (event, top):
            if self._is_one_of_them(top):
                break
            top = self.tokens[top].head
        return top

    def _is_one_of_them(self, i: int) -> bool:
        """Whether a name behind several people is that of one: "nine people, among them | Ann Lee |"."""
        several = self.tokens[self.tokens[i].head].xpos in ("NNS", "NNPS")
        return several and self.tree.is_(i, "appos") and self.labels.get(i) == "PERSON"

    def with_hyphen(self, i: int) -> list[int]:
        """The name that a hyphen joins to a name before it: "the | Israel-Hamas | war" is of both, no "Soviet-Style" one."""
        joined = [c for c in self.tree.children(i, "conj") if c == i + 2 and self.tokens[i + 1].text in _DASHES]
        return [c for c in joined if self.tokens[c].text.lower() not in _SUFFIXES]

    def _is_as_many(self, head: int, c: int) -> bool:
        """Whether a word only says again how many of them: "some or | all | of its shares"."""
        counts = all(self.tokens[i].upos in ("DET", "PRON") and self.lemma(i) in words("share_of") for i in (head, c))
        return counts and any(self.preposition(n) == "of" for i in (head, c) for n in self.tree.children(i, "nmod"))

    def _is_same_person(self, head: int, c: int) -> bool:
        """Whether two nouns with one article and a singular verb tell of one person: "the founder and former | head | is"."""
        verb = self.tree.head(head)
        if verb is None or not self.tree.is_(head, "nsubj") or self.tree.child(head, "det", "nmod:poss") is None:
            return False
        bare = self.tree.child(c, "det", "nmod:poss", "nummod") is None and self.tree.child(head, "flat", "appos") is None
        single = all(self.tokens[i].xpos == "NN" and i not in self.labels and self.is_person(i) for i in (head, c))
        forms = {self.tokens[k].text.lower() for k in (verb, *self.tree.children(verb, "aux", "cop"))}
        singular = bool(forms & {"is", "was", "has"}) or self.tokens[verb].xpos == "VBZ"
        return bare and single and singular

    def is_unmeant(self, head: int) -> bool:
        """Whether the first of two is the one that is not meant: "killed not by | rebels | but by soldiers"."""
        tree = self.tree
        barred = any(
            self.lemma(c) == "not" and c < head and self.lemma(c + 1) not in words("merely")
            for c in tree.children(head, "advmod", "cc:preconj")
        )
        return barred and any(self.lemma(d) == "but" for c in tree.children(head, "conj") for d in tree.children(c, "cc"))

    def members(self, head: int) -> list[int]:
        """The nouns of a coordination, each on its own: "Israel and Hamas"."""
        found = [] if self.is_unmeant(head) else [head]
        for c in self.tree.children(head, "conj"):
            excluded = any(self.lemma(d) in ("not", "than", "rather", "instead") for d in self.tree.children(c, "advmod", "cc"))
            excluded = excluded or self._is_as_many(head, c) or self._is_same_person(head, c)
            if self.tokens[c].upos in NOMINAL and not excluded and self.tree.child(c, "nsubj", "cop") is None:
                found.append(c)
        return found
