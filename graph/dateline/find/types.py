"""What kind of thing an event is in the world: its concept in schema/event-types.ttl, told from the predicate and its company."""

from collections.abc import Iterator

from dateline.find.grammar import arguments, case, clauses, lemma, marks, negated, passive, quoted_beside, undergoers
from dateline.find.factuality import own_standing
from dateline.find.lexicon import TypeRow, noun_sets, plain_type, type_rows, words
from dateline.find.nouns import event_noun
from dateline.tree import Tree


class Types:
    """The types of a document's events, for one tree and the names in it."""

    def __init__(self, tree: Tree, named: dict[int, str]) -> None:
        self.tree = tree
        self.named = named  # label of the name that a token belongs to

    def type(self, i: int) -> str | None:
        """The type by the row of seeds/lexicons/event-predicates.tsv that asks most of what is there; None for a light verb."""
        upos = self.tree.tokens[i].upos.replace("PROPN", "NOUN")
        rows = type_rows().get((lemma(self.tree, i), upos), ())
        if not rows or (upos == "VERB" and self._light(i)):
            return None
        return next((row.type for row in rows if self._fits(i, row)), None)

    def _light(self, i: int) -> bool:
        """Whether a verb only lends its grammar to an event noun that has a type of its own."""
        tree = self.tree
        if lemma(tree, i) not in words("light"):
            return False
        return any(_noun_type(tree, o) and event_noun(tree, o) for o in tree.children(i, "obj", "nsubj:pass"))

    def _fits(self, i: int, row: TypeRow) -> bool:
        return (
            (not row.particle or not row.particle.isdisjoint(self._particles(i)))
            and (not row.object or any(row.object & self._kinds(a) for a in undergoers(self.tree, i)))
            and (not row.source or any(row.source & self._kinds(a) for a in arguments(self.tree, i)))
            and (not row.context or any(self._holds(i, c) for c in row.context.split("|")))
        )

    def _particles(self, i: int) -> set[str]:
        """Particles, adverbs and adjectives beside a predicate, and the prepositions of its arguments."""
        tree = self.tree
        beside = {lemma(tree, c) for c in tree.children(i, "compound:prt", "advmod", "xcomp")}
        for child in tree.children(i, "obl", "nmod", "advcl", "ccomp", "xcomp", "acl"):
            beside |= marks(tree, child)
        return beside

    def _kinds(self, i: int) -> frozenset[str]:
        """All that a condition can name of a noun: its lemma, its sets, its event type."""
        own = frozenset(self._each_kind(i)) | noun_sets().get(lemma(self.tree, i), frozenset())
        if "MEASURE" in own or self.tree.tokens[i].upos in ("NUM", "SYM"):  # "dozens of prisoners"
            return own.union(*(self._kinds(c) for c in self.tree.children(i, "nmod")))
        return own

    def _each_kind(self, i: int) -> Iterator[str]:
        yield lemma(self.tree, i)
        label = self.named.get(i)
        if label == "PERSON":
            yield "PERSON"
        elif label == "LOC":
            yield "PLACE"
        kind = _noun_type(self.tree, i)
        if kind:
            yield kind

    def _holds(self, i: int, context: str) -> bool:
        tree = self.tree
        if context == "not":
            return negated(tree, i)
        if context == "agentless":
            return (
                passive(tree, i)
                and not tree.children(i, "obl:agent")
                and "by" not in {case(tree, o) for o in tree.children(i, "obl")}
            )
        if context == "transitive":
            return bool(tree.children(i, "obj", "nsubj:pass"))
        if context in ("offer", "threat", "refusal"):
            return any(self._intends(i, c, context) for c in clauses(tree, i))
        if context == "to":
            return any("to" in marks(tree, c) for c in clauses(tree, i))
        if context == "that":
            return quoted_beside(tree, i) or any("to" not in marks(tree, c) for c in clauses(tree, i))
        return any(context in self._clause_types(c) for c in clauses(tree, i))

    def _intends(self, i: int, clause: int, context: str) -> bool:
        """Whether a clause tells what the subject of its governor is going to do, and that is an offer, a threat or a refusal."""
        tree = self.tree
        fate = own_standing(tree, clause)
        if not (fate.planned or "to" in marks(tree, clause)) or not _same_subject(tree, i, clause):
            return False
        if context != "threat" and fate.negative != (context == "refusal"):
            return False
        return not self._clause_types(clause).isdisjoint(words("hostile" if context == "threat" else "cooperative"))

    def _clause_types(self, i: int) -> set[str | None]:
        """The plain type of a clause's verb, or of its object where the verb is light."""
        tree = self.tree
        if lemma(tree, i) in words("light"):
            return {_noun_type(tree, o) for o in tree.children(i, "obj")}
        return {plain_type(lemma(tree, i), tree.tokens[i].upos)}


def _noun_type(tree: Tree, i: int) -> str | None:
    """The plain type of an event noun."""
    return plain_type(lemma(tree, i), "NOUN") if tree.tokens[i].upos in ("NOUN", "PROPN") else None


def _same_subject(tree: Tree, i: int, clause: int) -> bool:
    """Whether a clause has no subject of its own, or a pronoun that can stand for that of its governor."""
    subject = tree.child(clause, "nsubj")
    return subject is None or (tree.tokens[subject].upos == "PRON" and lemma(tree, subject) in words("third_person"))
