"""Which words of a text tell that something happens or holds: verbs, event nouns, adjectives of state.

An event mention is one head word, as in ISO-TimeML (ISO 24617-1) and the TimeML 1.2.1 guidelines. The rules' names are
those of schema/events.md, which has an example for each.
"""

from dateline.find.grammar import have_got, lemma, part
from dateline.find.lexicon import class_rows, noun_uses, type_rows, words
from dateline.find.nouns import event_noun, occasion
from dateline.find.titles import titled
from dateline.model import NOTHING, Document, Token
from dateline.tree import Tree

_NOT_PREDICATES = (
    "aux",
    "cop",
    "case",
    "mark",
    "fixed",
    "cc",
    "flat",
    "discourse",
    "compound:prt",
    "goeswith",
    "reparandum",
    "det",
)
# how likely no event at all a word must be for the network to overrule the rule by which it is one: of events that were read, and
# that the network had not seen, it is right for 149 of 165 such nouns and 13 of 14 such verbs. Adjectives tell of a state anyway
_NO_EVENT = {"noun": 0.95, "verb": 0.98}


class Names:
    """Which tokens stand inside a person's, an organization's or a place's name or a quoted title, which inside an event's."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self.others: set[int] = set()
        self.events: set[int] = set()
        for name in document.names:
            (self.events if name.label == "EVENT" else self.others).update(range(name.first, name.stop))
        self.others |= titled(tree) - self.events


def trigger(tree: Tree, names: Names, i: int) -> str | None:
    """The rule by which a token is an event mention, or None; none too where the network is sure of that: "no tanks to
    | speak | of", "wore a | suit |"."""
    rule = _rule(tree, names, i)
    return None if rule in _NO_EVENT and _tells_nothing(tree, i, _NO_EVENT[rule]) else rule


def _tells_nothing(tree: Tree, i: int, least: float) -> bool:
    """Whether the network is that sure that a word tells of no event; words for nothing but events are exempt ("turnout",
    "the event")."""
    always = noun_uses().get(lemma(tree, i)) == "mass" or lemma(tree, i) in words("whatever")
    return tree.tokens[i].kinds.get(NOTHING, 0.0) >= least and not always


def _rule(tree: Tree, names: Names, i: int) -> str | None:
    """The rule by which grammar and lexicon make a token an event mention, or None."""
    token = tree.tokens[i]
    if tree.is_(i, *_NOT_PREDICATES) or not token.text[:1].isalpha():
        return None
    kind = part(tree, i)
    if kind == "VERB":
        return _verb(tree, names, i, token)
    if kind == "NOUN":
        return _noun(tree, names, i, token)
    return _adjective(tree, i, token) if kind == "ADJ" else None


def _verb(tree: Tree, names: Names, i: int, token: Token) -> str | None:
    """A full verb, but for those that only carry another verb's tense, and those inside a name."""
    if token.lemma == "be" or i in names.others:
        return None
    if token.xpos in ("VBN", "VBG") and token.deprel in ("acl", "advcl") and token.text.lower() in words("prepositional"):
        return None
    if token.lemma in ("go", "use", "have", "get") and _carries_tense(tree, i, token):
        return None
    if token.lemma == "go" and token.deprel == "acl" and tree.children(token.head, "nummod"):
        return None  # "with three minutes to go"
    if token.text == "leading" and token.deprel == "acl" and lemma(tree, token.head) in words("way"):
        return None  # "the road leading to the port"
    if _relates(tree, i, token):
        return None
    if token.deprel == "amod" or (token.deprel == "compound" and token.xpos == "VBG"):
        return None  # "rising prices", "the besieged town", "fighting force": what kind of thing it is
    return "verb"


def _relates(tree: Tree, i: int, token: Token) -> bool:
    """Whether "do" only says that one thing concerns another: "has to | do | with water", "has nothing to | do | with it"."""
    with_ = any(tree.tokens[k].lemma == "with" for c in tree.children(i, "obl", "obj", "nmod") for k in tree.children(c, "case"))
    had = any(tree.tokens[k].lemma == "have" for k, _ in zip(tree.ancestors(i), range(2), strict=False))
    bare = not tree.children(i, "obj", "nsubj", "aux") and tree.is_(i, "xcomp", "acl", "advcl")
    return token.text == "do" and with_ and had and bare


def _carries_tense(tree: Tree, i: int, token: Token) -> bool:
    """Whether "going to", "used to", "have to" or "have got to" belongs to the verb after it."""
    follower = tree.child(i, "xcomp")
    marked = follower is not None and any(tree.tokens[m].lemma == "to" for m in tree.children(follower, "mark"))
    forms = {"go": token.text.lower() in ("going", "gon"), "use": token.text.lower() == "used", "get": have_got(tree, i)}
    return marked and forms.get(token.lemma, True)


def _noun(tree: Tree, names: Names, i: int, token: Token) -> str | None:
    """A noun that names an event; in a headline also one that its capital makes look like a name."""
    kind_of_thing = tree.is_(i, "compound") and tree.tokens[token.head].upos == "NOUN"  # "the World | Cup | stadium"
    if occasion(tree, i) and not tree.children(i, "flat") and not kind_of_thing:
        return "occasion"  # "the Academy Awards", whatever kind of name the pipeline takes it for
    if i in names.others or (token.upos == "PROPN" and not _common(tree, names, i)):
        return None
    return "noun" if event_noun(tree, i) else None


def _common(tree: Tree, names: Names, i: int) -> bool:
    """Whether a word tagged as a name may be a common noun: as the head of an event's name, or in a headline."""
    if i in names.events:
        return tree.tokens[i].head not in names.events
    return tree.sentence(i).block != "paragraph"


def _adjective(tree: Tree, i: int, token: Token) -> str | None:
    """An adjective as a predicate, where it tells of a state that holds at a time."""
    word = token.lemma.lower()
    of_mind = (word, "ADJ") in class_rows()
    if tree.is_(i, "xcomp"):
        return "adjective" if of_mind or (word in words("outcome") and not _told_by_verb(tree, i, word)) else None
    if word in words("outcome") and tree.is_(i, "conj") and tree.children(i, "nsubj"):
        return "adjective"  # "left three dead and 20 | wounded |"
    if word in words("outcome") and not tree.is_(i, "amod", "compound") and tree.sentence(i).block != "paragraph":
        return "adjective"  # "Two dead after fire": headlines leave the verb out
    head = tree.head(i)
    predicate = tree.children(i, "cop") or (tree.is_(i, "conj") and head is not None and tree.children(head, "cop"))
    return "adjective" if predicate and (of_mind or word in words("state")) else None


def _told_by_verb(tree: Tree, i: int, word: str) -> bool:
    """Whether what an adjective says has come of somebody is what its verb tells: "shot | dead |", but not "found | dead |"."""
    rows = type_rows().get((lemma(tree, tree.tokens[i].head), "VERB"), ())
    return any(row.type == "ASSAULT" and word in row.particle for row in rows)
