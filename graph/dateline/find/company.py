"""The company a predicate keeps, in the terms that the conditions of event-predicates.tsv use."""

from collections.abc import Callable, Iterator, Mapping

from dateline.find.grammar import case, clauses, lemma, marks, part, passive
from dateline.find.lexicon import noun_sets, plain_type, words
from dateline.tree import Tree

Typed = Callable[[int], str | None]

_NAMES = {"PERSON": "PERSON", "NORP": "PERSON", "LOC": "PLACE"}


def noun_type(tree: Tree, i: int) -> str | None:
    """The type that an event noun has without any condition."""
    return plain_type(lemma(tree, i), "NOUN") if part(tree, i) == "NOUN" else None


def kinds(tree: Tree, named: Mapping[int, str], i: int, typed: Typed) -> set[str]:
    """All that a condition can name of a noun; of "dozens of prisoners" also what is counted. `typed` tells event types."""
    own = set(_kinds(tree, named, i, typed))
    if "MEASURE" in own or tree.tokens[i].upos in ("NUM", "SYM"):
        own.update(*(_kinds(tree, named, c, typed) for c in tree.children(i, "nmod")))
    return own


def _kinds(tree: Tree, named: Mapping[int, str], i: int, typed: Typed) -> Iterator[str]:
    """A noun's lemma and those of its modifiers, its sets, its kind of name, its event type."""
    yield lemma(tree, i)
    yield from (lemma(tree, c) for c in tree.children(i, "compound", "amod"))
    yield from noun_sets().get(lemma(tree, i), ())
    name = _NAMES.get(named.get(i, ""))
    if name:
        yield name
    kind = typed(i)
    if kind:
        yield kind


def undergoers(tree: Tree, i: int, *, obliques: bool) -> list[int]:
    """What the column "object" looks at: objects and modifiers; where there is no object, the subject and obliques too.

    With `obliques` these count beside an object as well, for a row that names their preposition.
    """
    found = tree.children(i, "nsubj", "obj", "iobj", "obl", "nmod", "compound", "amod", "xcomp")
    found = [a for a in found if case(tree, a) not in words("around")]
    objects = tree.children(i, "obj")
    if not objects and tree.children(i, "ccomp", "xcomp"):  # who tries to do something is not tried
        found = [a for a in found if tree.tokens[a].deprel != "nsubj"]
    if objects:
        beside = ("nsubj",) if obliques else ("nsubj", "obl")
        found = [a for a in found if not tree.is_(a, *beside) or tree.tokens[a].deprel == "nsubj:pass"]
        found += [c for o in objects for c in tree.children(o, "conj")]
    return [*found, tree.tokens[i].head] if tree.is_(i, "acl", "amod") else found


def sources(tree: Tree, i: int) -> list[int]:
    """What the column "with" looks at: the active subject, obliques and modifiers; for a noun the verb it is the object of."""
    found = [a for a in tree.children(i, "nsubj", "obl", "nmod", "compound") if tree.tokens[a].deprel != "nsubj:pass"]
    found += [n for a in found for n in tree.children(a, "nmod") if tree.tokens[a].upos == "PROPN"]  # "killed in Gaza in strikes"
    if tree.is_(i, "obj", "nsubj:pass"):
        return [*found, tree.tokens[i].head]
    if tree.is_(i, "advcl", "xcomp", "conj") and not tree.children(i, "nsubj"):  # "the quake struck at dawn, killing dozens"
        found += [a for a in tree.children(tree.tokens[i].head, "nsubj") if tree.tokens[a].deprel != "nsubj:pass"]
    return found


def particles(tree: Tree, i: int) -> set[str]:
    """Particles, adverbs and adjectives beside a predicate, and the prepositions of what depends on it, but for times."""
    beside = {lemma(tree, c) for c in tree.children(i, "compound:prt", "advmod", "xcomp")}
    for child in tree.children(i, "obl", "nmod", "advcl", "ccomp", "xcomp", "acl"):
        if "TIME" not in noun_sets().get(lemma(tree, child), ()):
            beside |= marks(tree, child)
    return beside


def agentless(tree: Tree, i: int) -> bool:
    """Whether a predicate is passive and nobody is said to do it."""
    agents = tree.children(i, "obl:agent") or [o for o in tree.children(i, "obl") if case(tree, o) == "by"]
    return passive(tree, i) and not agents


def same_subject(tree: Tree, i: int, clause: int) -> bool:
    """Whether a clause has no subject of its own, or a pronoun that can stand for that of its governor."""
    subject = tree.child(clause, "nsubj")
    return subject is None or (tree.tokens[subject].upos == "PRON" and lemma(tree, subject) in words("third_person"))


def content(tree: Tree, i: int) -> list[int]:
    """The predicates of a predicate's clauses, each with those coordinated with it."""
    heads = clauses(tree, i)
    return heads + [c for head in heads for c in tree.children(head, "conj") if part(tree, c) == "VERB"]
