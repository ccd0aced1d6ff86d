"""The company a predicate keeps, in the terms that the conditions of event-predicates.tsv use."""

from collections.abc import Callable, Iterator, Mapping

from dateline.find.grammar import case, clauses, lemma, marks, part, passive
from dateline.find.lexicon import noun_class, noun_sets, plain_type, words
from dateline.tree import Tree

Typed = Callable[[int], str | None]

_STEPS = 4  # how far up a subject that is left out is looked for
STORM = "STORM"  # the label of a storm's name
_NAMES = {"PERSON": "PERSON", "NORP": "PERSON", "LOC": "PLACE", STORM: "DISASTER"}


def noun_type(tree: Tree, i: int) -> str | None:
    """The type that an event noun has without any condition."""
    return plain_type(lemma(tree, i), "NOUN") if part(tree, i) == "NOUN" else None


def kinds(tree: Tree, named: Mapping[int, str], i: int, typed: Typed) -> set[str]:
    """All that a condition can name of a noun; of "dozens of prisoners" also what is counted. `typed` tells event types."""
    if tree.tokens[i].upos == "PRON":
        form = tree.tokens[i].text.lower()
        return {lemma(tree, i), form, "PERSON"} if form in words("personal") else {lemma(tree, i), form}
    own = set(_kinds(tree, named, i, typed))
    if "MEASURE" in own or tree.tokens[i].upos in ("NUM", "SYM"):
        own.update(*(_kinds(tree, named, c, typed) for c in tree.children(i, "nmod")))
    if tree.tokens[i].upos == "NUM" and tree.is_(i, "nsubj:pass", "dislocated", "root") and not tree.children(i, "nmod"):
        own.add("PERSON")  # "| Five | held in raid"
    return own


def _kinds(tree: Tree, named: Mapping[int, str], i: int, typed: Typed) -> Iterator[str]:
    """A noun's lemma and form ("earnings", "arms") and those of its modifiers, each with it ("confidence vote"), its sets, its
    kind of name, its event type."""
    for word in (i, *tree.children(i, "compound", "amod")):
        yield lemma(tree, word)
        yield f"{lemma(tree, word)} {lemma(tree, i)}"
        yield tree.tokens[word].text.lower()
    yield from noun_sets().get(lemma(tree, i), ())
    kind = noun_class(lemma(tree, i)) if tree.tokens[i].upos == "NOUN" else None
    if kind:
        yield kind
    name = _NAMES.get(named.get(i, ""))
    if name or tree.tokens[i].upos == "PROPN":
        yield name or "NAME"
    event = None if _is_month(tree, i) else typed(i)
    if event:
        yield event


def _is_month(tree: Tree, i: int) -> bool:
    """Whether a name is that of a time, be it also the word for an event: "the quarter that ended | March | 31"."""
    return tree.tokens[i].upos == "PROPN" and "TIME" in noun_sets().get(lemma(tree, i), ())


def subjects(tree: Tree, i: int) -> list[int]:
    """Who or what a predicate is said of: its own subject, the noun it hangs on as a clause, or what stands with it from above.

    A subject that a clause leaves out is looked for a few steps up only, so that a long chain costs no more than its length.
    """
    for _ in range(_STEPS if part(tree, i) == "VERB" else 1):
        own = tree.children(i, "nsubj")
        if own:
            return [_meant(tree, i, s) for s in own]
        if tree.is_(i, "amod") or (tree.is_(i, "acl") and tree.tokens[i].xpos in ("VBG", "VBN")):
            return [tree.tokens[i].head]
        if tree.is_(i, "xcomp") and (objects := tree.children(tree.tokens[i].head, "obj", "iobj")):
            return objects  # "asked | a judge | to settle it"
        if not tree.is_(i, "advcl", "xcomp", "conj"):
            break
        i = tree.tokens[i].head
    return []


def _meant(tree: Tree, i: int, word: int) -> int:
    """What a relative pronoun stands for: the noun that its clause hangs on."""
    relative = tree.tokens[i].deprel == "acl:relcl" and lemma(tree, word) in words("relative")
    return tree.tokens[i].head if relative else word


def undergoers(tree: Tree, i: int, *, beside: frozenset[str] = frozenset()) -> list[int]:
    """What the column "object" looks at: objects and modifiers; where there is no object, the subject and obliques too.

    For a row that names prepositions (`beside`) and that one of them meets, of the obliques only those count that it introduces,
    and they do so beside an object as well.
    """
    objects = [_meant(tree, i, o) for o in tree.children(i, "obj")]
    said = subjects(tree, i)
    if not passive(tree, i) and (objects or tree.children(i, "ccomp", "xcomp")):  # who tries to do something is not tried
        said = []
    found = [*said, *objects, *tree.children(i, "iobj", "compound", "amod", "xcomp")]
    introduced = [o for o in tree.children(i, "obl", "nmod") if case(tree, o) in beside]
    found += [c for o in [*objects, *introduced] for c in tree.children(o, "conj")]
    found += introduced or tree.children(i, "nmod")
    if not introduced and (beside or not objects):
        found += tree.children(i, "obl")
    if hangs_on_object(tree, i):
        found.append(tree.tokens[i].head)
    return [a for a in found if case(tree, a) not in words("around")]


def hangs_on_object(tree: Tree, i: int) -> bool:
    """Whether a clause hangs on what it does something to: "the bill they passed", "a bill to pass"."""
    own = tree.children(i, "nsubj")
    if not tree.is_(i, "acl") or not own:
        return tree.is_(i, "acl") and tree.tokens[i].xpos not in ("VBG", "VBN") and not tree.children(i, "obj")
    return all(_meant(tree, i, s) == s for s in own)


def sources(tree: Tree, i: int) -> list[int]:
    """What the column "with" looks at: the active subject, obliques and modifiers; for a noun the verb it is the object of."""
    found = [] if passive(tree, i) else subjects(tree, i)
    found += tree.children(i, "obl", "nmod", "compound")
    found += [n for a in found for n in tree.children(a, "nmod") if tree.tokens[a].upos == "PROPN"]  # "killed in Gaza in strikes"
    return [*found, tree.tokens[i].head] if tree.is_(i, "obj", "nsubj:pass") else found


def particles(tree: Tree, i: int) -> set[str]:
    """Particles, adverbs and adjectives beside a predicate, and the prepositions of what depends on it, but for times; also what
    a hyphen joins to it ("| test |-fired")."""
    beside = {lemma(tree, c) for c in tree.children(i, "compound:prt", "advmod", "xcomp")}
    if (
        i > 1
        and tree.tokens[i - 1].text == "-"
        and tree.tokens[i - 2].end == tree.tokens[i - 1].start == tree.tokens[i].start - 1
    ):
        beside.add(lemma(tree, i - 2))
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
