"""Nouns that say what somebody is: "Silva is a teacher", "became mayor", "was named chairman", "resigned as director"."""

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import words
from dateline.identify.phrases import determiner, lemma, preposition
from dateline.identify.scene import DEPTH
from dateline.identify.shortened import is_one_of
from dateline.identify.text import Text
from dateline.tree import Tree


def said_of(tree: Tree, i: int) -> int | None:
    """The word for him of whom a noun says what he is; None where it says so of nobody."""
    above = tree.head(i)
    if above is not None and tree.is_(i, "conj") and determiner(tree, i) in ("", "a", "an"):
        return said_of(tree, above)  # "a teacher and father of two"
    case = preposition(tree, i)
    if tree.child(i, "cop") is not None:
        return None if case or _is_only_thought(tree, i) else _bearer(tree, i, implied(tree, i))
    if above is None:
        return None
    if tree.is_(i, "advcl") and not case:  # "while a student"
        marked = tree.child(i, "mark", "advmod")
        is_when = marked is not None and tree.tokens[marked].lemma in words("holding")
        return implied(tree, above) if is_when and tree.tokens[i].upos == "NOUN" else None
    if tree.is_(i, "xcomp") and not case:
        led = tree.child(above, "obj", "iobj")
        return led if led is not None and led < i else implied(tree, above)
    if case != "as" and not (case == "to" and lemma(tree, above) in words("raising")):
        return None  # "promoted to director"
    if tree.is_(i, "nmod"):
        played = lemma(tree, above) in ("role", "part") and determiner(tree, i) in ("a", "an")  # "her role as a deaf nurse"
        return above if tree.tokens[above].upos in ("PROPN", "PRON") else None if played else _holder(tree, above)
    if tree.tokens[above].upos != "VERB":
        return None
    led = tree.child(above, "obj", "iobj")
    if i > above and lemma(tree, above) in words("regarding") and (led is not None or tree.tokens[above].xpos != "VBN"):
        return led
    return implied(tree, above)


def _bearer(tree: Tree, i: int, subject: int | None) -> int | None:
    """Whose name it is that is said to be a name: "the suspect's name is Ana Silva"; else the subject itself."""
    if subject is None or tree.tokens[i].upos != "PROPN" or lemma(tree, subject) != "name":
        return subject
    of = next((c for c in tree.children(subject, "nmod") if preposition(tree, c) == "of"), None)
    return tree.child(subject, "nmod:poss") if of is None else of


def _is_only_thought(tree: Tree, i: int) -> bool:
    """Whether an infinitive does not say that somebody is something: "unfit to be president", but "turned out to be a spy"."""
    above = tree.head(i)
    marked = any(tree.tokens[c].text.lower() == "to" for c in tree.children(i, "mark"))
    return marked and above is not None and tree.tokens[above].upos == "ADJ"


def _holder(tree: Tree, post: int) -> int | None:
    """Whose a post is: "his role as mayor", "took a job as a teacher"."""
    if lemma(tree, post) not in words("post"):
        return None
    owner, verb = tree.child(post, "nmod:poss"), tree.head(post)
    return owner if owner is not None or verb is None or not tree.is_(post, "obj") else implied(tree, verb)


def implied(tree: Tree, verb: int) -> int | None:
    """Whom a verb or predicate is said of: "Silva came to see", "they let Silva see", "the man seeing"."""
    for _ in range(DEPTH):
        above = tree.head(verb)
        if (subject := tree.child(verb, "nsubj")) is not None or above is None or above == verb:
            return subject
        if tree.is_(verb, "acl") and not tree.is_(verb, "acl:relcl"):
            return above
        if tree.is_(verb, "xcomp") and (led := tree.child(above, "obj", "iobj")) is not None:
            return led
        if not tree.is_(verb, "xcomp", "conj", "advcl"):
            return None
        verb = above
    return None


def is_supposed(tree: Tree, i: int) -> bool:
    """Whether it is denied or only thought of that somebody is what a noun says: "is not the mayor", "would become a doctor"."""
    near = [i] if (above := tree.head(i)) is None or tree.is_(i, "advcl") else [i, above]
    told = {tree.tokens[c].lemma.lower() for k in near for c in tree.children(k, "advmod", "aux")}
    asked = above is not None and tree.is_(i, "xcomp") and tree.tokens[above].lemma in words("asking")
    return asked or not told.isdisjoint(words("supposing"))


def is_identity(tree: Tree, subject: Found, m: Found) -> bool:
    """Whether a noun said of somebody tells who he is: "is the mayor", "is a teacher", not "is a problem"."""
    if is_supposed(tree, m.head):
        return False
    word = determiner(tree, m.head)
    is_copula = tree.child(m.head, "cop") is not None
    if m.unit:
        return is_copula
    if m.plural:
        return (
            is_copula
            and m.type == "group"
            and word in ("", "the")
            and (subject.plural or subject.kind == "pronoun")
            and not m.counted
        )
    if word in ("this", "that", "another", "no"):
        return False
    if m.type == "person" and (subject.unit is not None or subject.kind == "pronoun" or subject.type == "person"):
        return True
    if word in ("a", "an") and m.type == "organization":
        return True  # "the Lions are a militia"
    if word in ("a", "an") and is_copula and subject.unit is None and subject.definite and not subject.plural:
        return m.type in ("thing", "place") and m.type == subject.type  # "the vessel was a Thai trawler"
    is_somebody = bool(m.offices or m.of) or (bool(subject.unit) and m.type in ("person", "organization", "country"))
    return m.definite and word == "the" and is_somebody


def of_pronouns(text: Text, clusters: Clusters) -> None:
    """What is said of whom a pronoun means, once that is known: "he was named chairman"."""
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        if (m.kind == "nominal" or is_one_of(text.tree, m)) and i == min(clusters.members[clusters.root(i)]):
            subject = said_of(text.tree, m.head)
            meant = heads.get(subject) if subject is not None and text.tree.tokens[subject].upos == "PRON" else None
            if meant is not None and is_identity(text.tree, clusters.mentions[meant], m):
                clusters.merge(meant, i)
