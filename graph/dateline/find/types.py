"""What kind of thing an event is in the world: its concept in schema/event-types.ttl, told from the predicate and its company."""

from collections.abc import Callable, Mapping

from dateline.find.company import (
    STORM,
    agentless,
    content,
    hangs_on_object,
    kinds,
    noun_type,
    particles,
    same_subject,
    sources,
    subjects,
    undergoers,
)
from dateline.find.factuality import own_standing
from dateline.find.grammar import auxiliaries, case, clauses, lemma, marks, negated, part, passive, quoted_beside
from dateline.find.lexicon import TypeRow, bodies, noun_class, noun_sets, type_rows, words
from dateline.find.nouns import counted, event_noun, occasion
from dateline.find.polls import balloting, polled
from dateline.find.setting import Setting, harms
from dateline.find.storms import storms
from dateline.find.traffic import driven
from dateline.model import UNTYPED
from dateline.tree import Tree

_SHALLOW = frozenset(  # those that look at no clause below
    (
        "settled",
        "not",
        "agentless",
        "transitive",
        "intransitive",
        "complement",
        "infinitive",
        "quality",
        "owned",
        "driven",
        "polled",
        "predicate",
        "worded",
        "thing",
        "immaterial",
        "coming",
        "armed",
        "electoral",
        "harmful",
        "labour",
        "legal",
        "space",
        "sport",
        "state",
        "survey",
        "label",
        "wild",
    )
)
_LIVING = ("HUMAN", "GROUP", "ANIMAL")
_IMMATERIAL = ("ABSTRACT", "WORDS", "DOING", "PERIOD")


class Types:
    """The types of a document's events, for one tree and the names in it."""

    def __init__(self, tree: Tree, named: Mapping[int, str]) -> None:
        self.tree = tree
        self.named = {**named, **dict.fromkeys(storms(tree), STORM)}  # label of the name that a token belongs to
        setting = Setting(tree)
        self._contexts: dict[str, Callable[[int], bool]] = {
            "settled": lambda _: True,
            "not": lambda i: (
                negated(tree, i) and words("done").isdisjoint(auxiliaries(tree, i))
            ),  # who did not come need not have refused
            "coming": lambda i: not words("vowed").isdisjoint(auxiliaries(tree, i)),
            "agentless": lambda i: agentless(tree, i),
            "transitive": lambda i: bool(tree.children(i, "obj", "nsubj:pass")),
            "thing": lambda i: self._by_thing(i),
            "immaterial": lambda i: self._immaterial(i),
            "intransitive": lambda i: not (tree.children(i, "obj") or passive(tree, i) or hangs_on_object(tree, i)),
            "complement": lambda i: self._complemented(i),
            "infinitive": lambda i: any(part(tree, c) == "VERB" for c in tree.children(i, "xcomp")),
            "quality": lambda i: any(part(tree, c) == "ADJ" for c in tree.children(i, "xcomp")),
            "owned": lambda i: bool(tree.children(i, "nmod:poss")),
            "predicate": lambda i: self._predicate(i),
            "worded": lambda i: any(self._class(s) == "WORDS" for s in tree.children(i, "nsubj")),
            "to": lambda i: any("to" in marks(tree, c) for c in clauses(tree, i)),
            "armed": setting.armed,
            "electoral": lambda i: setting.speaks_of(i, "electoral"),
            "driven": lambda i: driven(tree, i),
            "harmful": lambda i: harms(tree, i),
            "labour": setting.labour,
            "legal": lambda i: setting.speaks_of(i, "legal"),
            "space": lambda i: setting.speaks_of(i, "space"),
            "sport": lambda i: setting.speaks_of(i, "sport"),
            "state": lambda i: self._by_state(i),
            "survey": lambda i: setting.speaks_of(i, "survey") and not balloting(tree, i),
            "polled": lambda i: polled(tree, i),
            "label": lambda i: tree.sentence(i).first == i and [t.text for t in tree.tokens[i + 1 : i + 2]] == [":"],
            "wild": lambda i: setting.speaks_of(i, "wild"),
            "that": lambda i: quoted_beside(tree, i) or any("to" not in marks(tree, c) for c in clauses(tree, i)),
            "said": lambda i: quoted_beside(tree, i) or bool(tree.children(i, "ccomp")),
            "demand": lambda i: any(own_standing(tree, c).requested for c in content(tree, i)),
            "offer": lambda i: self._intends(i, negative=False, types=words("cooperative")),
            "refusal": lambda i: self._intends(i, negative=True, types=words("cooperative") | {"REJECT"}),
            "threat": lambda i: self._intends(i, negative=False, types=words("hostile")),
        }

    def type(self, i: int, *, deep: bool = True, nouns: bool = True) -> str | None:
        """The type by the row of seeds/lexicons/event-predicates.tsv that asks most of what is there; None for a light verb.

        A clause below is only looked at from one predicate up (`deep`), and so is the type of a noun below (`nouns`), so that a
        chain of clauses or of nouns costs no more than its length.
        """
        return self.reading(i, deep=deep, nouns=nouns)[0]

    def reading(self, i: int, *, deep: bool = True, nouns: bool = True) -> tuple[str | None, TypeRow | None]:
        """The same with the row that it was told by, where there is one."""
        if self.lends(i):
            return None, None
        row = self.row(i, deep=deep, nouns=nouns)
        if row is None and part(self.tree, i) == "NOUN":
            return self._carried(i), None
        return (None if row is None or row.type == UNTYPED else row.type), row

    def row(self, i: int, *, deep: bool = True, nouns: bool = True) -> TypeRow | None:
        """The row that asks most of what is there."""
        rows = type_rows().get((lemma(self.tree, i), part(self.tree, i)), ())
        return next((row for row in rows if self._fits(i, row, deep, nouns)), None)

    def refuses(self, i: int) -> bool:
        """Whether a negated "will", or "do" beside a verb of consent, makes a refusal of it, so that the refusal has come about:
        "will not | sign | it", "does not | accept | it"."""
        consents = lemma(self.tree, i) in words("consenting")
        helpers = {"will", "would", "wo", "'ll", "’ll", *(("do", "does") if consents else ())}
        row = self.row(i) if helpers & set(auxiliaries(self.tree, i)) else None
        return row is not None and "not" in row.context.split("+")

    def _carried(self, i: int) -> str | None:
        """The type of an event that a noun only gives a form to: "relief effort", "a wave of strikes"."""
        tree = self.tree
        if lemma(tree, i) not in words("carrier"):
            return None
        modifiers = tree.children(i, "compound") + [c for c in tree.children(i, "nmod") if case(tree, c) == "of"]
        return next((found for found in (self.type(m, deep=False, nouns=False) for m in modifiers) if found), None)

    def lends(self, i: int) -> bool:
        """Whether a verb only lends its grammar to an event noun that has a type of its own."""
        tree = self.tree
        if part(tree, i) != "VERB" or lemma(tree, i) not in words("light"):
            return False
        if self._complemented(i) or self._phrasal(i):  # "called the verdict a disgrace"
            return False
        below = tree.children(i, "obj", "nsubj:pass") + ([tree.tokens[i].head] if tree.is_(i, "acl") else [])
        nouns = [c for o in below for c in counted(tree, o) or [o]]
        return any(self.type(o, deep=False) for o in nouns if occasion(tree, o) or (event_noun(tree, o) and not self._in_name(o)))

    def _phrasal(self, i: int) -> bool:
        """Whether a particle gives a verb a meaning of its own: "struck | down | the ban", but not "carried out the attack"."""
        beside = {lemma(self.tree, c) for c in self.tree.children(i, "compound:prt")} - words("carrying")
        return any(not row.particle.isdisjoint(beside) for row in type_rows().get((lemma(self.tree, i), "VERB"), ()))

    def _in_name(self, i: int) -> bool:
        """Whether a noun is part of a name, and so no mention of its own: "hosted the Lima Summit"."""
        return self.named.get(i, "EVENT") != "EVENT" or (i not in self.named and self.tree.tokens[i].upos == "PROPN")

    def _fits(self, i: int, row: TypeRow, deep: bool, nouns: bool) -> bool:
        tree = self.tree
        return (
            (not row.particle or not row.particle.isdisjoint(particles(tree, i)))
            and (not row.object or self._undergone(i, row, nouns))
            and (not row.source or self._among(sources(tree, i), row.source, nouns))
            and (not row.context or any(self._hold(i, contexts, deep) for contexts in row.context.split("|")))
        )

    def _undergone(self, i: int, row: TypeRow, nouns: bool) -> bool:
        """Whether a row's column "object" is met; who does something is not the person that it is done to."""
        tree = self.tree
        found = undergoers(tree, i, beside=row.particle)
        doers = set() if part(tree, i) != "VERB" or passive(tree, i) else set(subjects(tree, i))
        return self._among([a for a in found if a not in doers], row.object, nouns) or self._among(
            [a for a in found if a in doers], row.object - {"PERSON"}, nouns
        )

    def _among(self, found: list[int], wanted: frozenset[str], nouns: bool) -> bool:
        typed = self._noun_type if nouns else self._plain_type
        return any(not wanted.isdisjoint(kinds(self.tree, self.named, noun, typed)) for noun in found)

    def _plain_type(self, i: int) -> str | None:
        return noun_type(self.tree, i)

    def _noun_type(self, i: int) -> str | None:
        return self.type(i, deep=False, nouns=False) if part(self.tree, i) == "NOUN" else None

    def _hold(self, i: int, contexts: str, deep: bool) -> bool:
        return all(self._holds(i, context, deep) for context in contexts.split("+"))

    def _holds(self, i: int, context: str, deep: bool) -> bool:
        if context in self._contexts:
            return (deep or context in _SHALLOW) and self._contexts[context](i)
        return deep and any(context in self._clause_types(c) for c in clauses(self.tree, i))

    def _complemented(self, i: int) -> bool:
        """Whether it says what its object is, or in the passive what its subject is: "called it a lie", "was called a liar"."""
        tree = self.tree
        objects, undergone = tree.children(i, "obj"), tree.children(i, "nsubj:pass")
        said = any(part(tree, c) in ("NOUN", "ADJ", "NUM") for c in tree.children(i, "xcomp"))
        return bool(objects and undergone) or (said and bool(objects or undergone))

    def _predicate(self, i: int) -> bool:
        """Whether a noun says what something is like or is called: "the plan was a | disaster |", "labeled it a | disaster |"."""
        tree = self.tree
        return bool(tree.children(i, "cop")) or tree.is_(i, "xcomp") or case(tree, i) == "as"

    def _by_thing(self, i: int) -> bool:
        """Whether all that is said to do it is a thing: no name, no pronoun, no noun for people or a body."""
        found = [] if passive(self.tree, i) else subjects(self.tree, i)
        return bool(found) and all(s not in self.named and self._lifeless(s) for s in found)

    def _by_state(self, i: int) -> bool:
        """Whether places do it, which then are states that act ("| Peru | protested against the raid"); in a headline a place may
        as well say where it is ("| Lima | protests over the tax")."""
        found = subjects(self.tree, i) or self.tree.children(i, "nmod:poss")
        return bool(found) and self.tree.sentence(i).block != "headline" and all(self.named.get(s) == "LOC" for s in found)

    def _immaterial(self, i: int) -> bool:
        """Whether all that is said to do it is nothing that one can touch: a quality, an idea, a word, a time, a happening."""
        found = [] if passive(self.tree, i) else subjects(self.tree, i)
        return bool(found) and all(s not in self.named and self._class(s) in _IMMATERIAL for s in found)

    def _class(self, i: int) -> str | None:
        return noun_class(lemma(self.tree, i)) if self.tree.tokens[i].upos == "NOUN" else None

    def _lifeless(self, i: int) -> bool:
        """Whether a word means a thing: a pronoun that points, or a noun that is none for people or bodies."""
        word = lemma(self.tree, i)
        if self.tree.tokens[i].upos != "NOUN":
            return word in words("demonstrative")
        return not ("PERSON" in noun_sets().get(word, ()) or word in bodies() | words("acting") or noun_class(word) in _LIVING)

    def _intends(self, i: int, *, negative: bool, types: frozenset[str]) -> bool:
        """Whether a clause tells what the subject of its governor is going to do, or not to do, and that is of some types."""
        tree = self.tree
        for clause in content(tree, i):
            fate = own_standing(tree, clause)
            coming = (fate.planned or "to" in marks(tree, clause)) and fate.negative == negative
            if coming and same_subject(tree, i, clause) and not types.isdisjoint(self._clause_types(clause)):
                return True
        return False

    def _clause_types(self, i: int) -> set[str]:
        """The type of a clause's verb, or of its object where the verb only lends its grammar."""
        own = self.type(i, deep=False)
        nouns = [noun_type(self.tree, o) for o in self.tree.children(i, "obj", "nsubj:pass")] if own is None else []
        return {found for found in (own, *nouns) if found}
