"""Which nouns tell of events: by what the lexicon knows of the word, and by the grammar it stands in."""

from collections.abc import Iterator

from dateline.find.grammar import case, clauses, lemma, marks, part, particles
from dateline.find.lexicon import actors, class_rows, noun_uses, type_rows, words
from dateline.tree import Tree


def event_noun(tree: Tree, i: int) -> bool:
    """Whether a common noun is an event mention, by its use in seeds/lexicons/event-nouns.tsv."""
    use = _pair(tree, i) or noun_uses().get(lemma(tree, i))
    if use is None or use == "never" or _kind_of_thing(tree, i) or _preposition(tree, i) or _acts(tree, i):
        return False
    if counted(tree, i):
        return False
    if use == "mass" or eventive(tree, i):
        return True
    bare = not tree.children(i, "det", "nmod:poss", "nummod") and tree.tokens[i].xpos != "NNS"
    if use == "always":
        return not bare or _is_counted(tree, i) or _complemented(tree, i) or tree.sentence(i).block != "paragraph"
    return use == "specific" and _specific(tree, i, bare)


def counted(tree: Tree, i: int) -> list[int]:
    """What a noun only says the number or the kind of: "a | series | of strikes", "any | kind | of attack"."""
    if lemma(tree, i) not in words("counting"):
        return []
    return [c for c in tree.children(i, "nmod") if case(tree, c) == "of"]


def _is_counted(tree: Tree, i: int) -> bool:
    """Whether a noun before it says its number or kind, and so that one happening is meant: "a kind of | attack |"."""
    return tree.is_(i, "nmod") and i in counted(tree, tree.tokens[i].head)


def occasion(tree: Tree, i: int) -> bool:
    """Whether a name is that of an occasion that comes again ("the Academy | Awards |"): neither a prize of that name, of which
    several are won ("three | Emmys |"), nor what something else is likened to ("the Super | Bowl | of dog shows")."""
    token = tree.tokens[i]
    if token.upos != "PROPN" or token.text.lower() not in words("occasion") or tree.children(i, "nummod"):
        return False
    return not (tree.children(i, "cop") and {case(tree, c) for c in tree.children(i, "nmod")} & {"of", "for"})


def _acts(tree: Tree, i: int) -> bool:
    """Whether a noun for what somebody does means those who do it for him: "his campaign said", "the Ruiz campaign denied it"."""
    if lemma(tree, i) not in words("staffed"):
        return False
    if lemma(tree, i) == "campaign" and case(tree, i) in ("by", "for", "from", "of", "to", "with") and _is_somebodys(tree, i):
        return not tree.is_(i, "nmod") or lemma(tree, tree.tokens[i].head) not in words("phase")  # "head of the Ruiz campaign"
    if not tree.is_(i, "nsubj") or tree.is_(i, "nsubj:pass"):
        return False
    before = [c for c in tree.children(i, "nmod:poss", "compound", "amod") if tree.tokens[c].upos != "DET"]
    owned = all(tree.is_(c, "nmod:poss") or tree.tokens[c].upos == "PROPN" for c in before)  # not "the air campaign"
    speaks = (
        lemma(tree, tree.tokens[i].head) in words("speaking") or part(tree, tree.tokens[i].head) == "ADJ"
    )  # "was happy to hear"
    return bool(before) and owned and speaks


def _is_somebodys(tree: Tree, i: int) -> bool:
    """Whether a name stands right before a noun: "the Ruiz campaign"."""
    return any(tree.tokens[c].upos == "PROPN" for c in tree.children(i, "compound", "nmod:poss"))


def _specific(tree: Tree, i: int, bare: bool) -> bool:
    """Whether a noun speaks of one happening rather than of a kind: singular, and bound to something."""
    return tree.tokens[i].xpos != "NNS" and (not bare or _complemented(tree, i))


def _complemented(tree: Tree, i: int) -> bool:
    """Whether a noun has a complement: "delivery of grain", "talks with Peru", "plan to leave"."""
    return any(case(tree, c) for c in tree.children(i, "nmod")) or bool(clauses(tree, i))


def _pair(tree: Tree, i: int) -> str | None:
    """The use of a noun with a word before it: "tax return" and "stock exchange" name no event, "birthday party" does."""
    befores = (lemma(tree, c) for c in tree.children(i, "compound", "amod"))
    return next((use for before in befores if (use := noun_uses().get(f"{before} {lemma(tree, i)}"))), None)


def _kind_of_thing(tree: Tree, i: int) -> bool:
    """Whether a noun only says what kind of thing another is ("strike force"), not what an event is about ("murder trial")."""
    head = tree.tokens[i].head
    if tree.is_(i, "compound") and tree.is_(head, "amod") and head == i + 2 and tree.tokens[i + 1].text == "-":
        return True  # "the | war |-torn north"
    if not tree.is_(i, "compound") or part(tree, head) == "VERB":
        return False
    if f"{lemma(tree, i)} {lemma(tree, head)}" in noun_uses():
        return True  # "war crimes"
    about = noun_uses().get(lemma(tree, i)) == "mass" and noun_uses().get(lemma(tree, head)) in ("mass", "always", "specific")
    return not about


def _preposition(tree: Tree, i: int) -> bool:
    """Whether a noun is the middle of a compound preposition ("in exchange for", "in charge of")."""
    found = f"{case(tree, i)} {lemma(tree, i)}"
    if found in words("adverb"):
        return True  # "14 times in a row"
    return found in words("phrase") and not tree.children(i, "det", "nmod:poss", "amod")


def eventive(tree: Tree, i: int) -> bool:
    """Whether the grammar around a noun shows something happening: "during the N", "the N began", "N of X by Y"."""
    return any(_signs(tree, i))


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a noun is for people, a body or a place, which are held and carried as well: "20 | people | were held"; one that
    can be a kind of event, as "party", is not meant."""
    name = lemma(tree, i)
    return noun_uses().get(name) == "context" and name in actors() and (name, "NOUN") not in type_rows()


def _signs(tree: Tree, i: int) -> Iterator[bool]:
    yield case(tree, i) in words("around")
    head = tree.head(i)
    if head is not None and part(tree, head) == "VERB":
        governor = lemma(tree, head)
        with_it = {f"{governor} {lemma(tree, c)}" for c in tree.children(head, "obj", "advmod", "compound:prt")}
        yield tree.is_(i, "nsubj") and not words("happening").isdisjoint({governor, *with_it})
        performed = governor in words("performing") and (governor != "carry" or "out" in particles(tree, head))
        yield tree.is_(i, "obj", "nsubj:pass") and performed and not _is_somebody(tree, i)
    if lemma(tree, i) in words("phase"):
        yield any(noun_uses().get(lemma(tree, c)) in ("mass", "always", "specific") for c in tree.children(i, "nmod"))
    cases = {case(tree, c) for c in tree.children(i, "nmod")}
    yield "by" in cases and "of" in cases
    yield lemma(tree, i) in words("spoken") and "to" in cases  # "his address to the nation", not "the address of the house"
    if (lemma(tree, i), "NOUN") in class_rows():
        yield any(marks(tree, c) & {"to", "that"} for c in clauses(tree, i))
