"""What has come about though its words look ahead: "beat Wales to win the cup", "the third aide to resign", "planned for months".

An infinitive behind a victory tells what came of it, one behind somebody out of a row what he did as the others had before him,
and a plan or an expectation that is told by its length or its origin lies behind what happened.
"""

from dateline.find.grammar import auxiliaries, case, lemma, marks, part, passive
from dateline.find.lexicon import actors, noun_class, plain_type, words
from dateline.tree import Tree

_DOERS = ("HUMAN", "GROUP", "THING")  # not what is done or used: "the first step to end it"
HARM = ("ASSAULT", "DAMAGE", "DIE", "INJURE")
_MEANS = ("way", "means")
_CLOSE = 4  # words from a passive to the infinitive that completes it
_BEHIND = frozenset(("back", "behind", "down"))  # where those who win in the end had been
_BRIEF = frozenset(("minute", "second", "time", "long", "while", "century"))
_ORDINAL = ("st", "nd", "rd", "th")


def comes_of(tree: Tree, node: int, head: int) -> bool:
    """Whether an infinitive tells what became of what is told above it, and so shares its fate."""
    if "to" not in marks(tree, node) or tree.tokens[node].xpos == "VBG":
        return False
    if tree.is_(node, "acl") and not tree.is_(node, "acl:relcl"):
        chosen = tree.is_(head, "obj", "nsubj:pass")  # "hired the first woman to lead it"
        ever = any(
            tree.tokens[c].text.lower() == "ever" for c in tree.children(node, "advmod")
        )  # "the worst storm ever to hit it"
        one = part(tree, head) == "NOUN" and (ever or _does(lemma(tree, head))) and out_of_row(tree, head)
        return one and not chosen and not _is_awaited(tree, node, head)
    if not tree.is_(node, "advcl"):
        return False
    mark = min(tree.children(node, "mark", "case"))
    unwelcome = passive(tree, node) or (mark > 1 and tree.tokens[mark - 2].text == ",")  # "moved only to protect them" has an aim
    if lemma(tree, head) in words("racing") and _takes_prize(tree, node):
        return True  # "attacked on the climb to win the stage"
    if lemma(tree, node) in words("winning") and _BEHIND & {t.text.lower() for t in tree.tokens[head + 1 : node]}:
        return True  # "came from behind to beat Wales"
    only = mark > 0 and tree.tokens[mark - 1].text.lower() == "only" and unwelcome  # "only to be arrested"
    return only or (lemma(tree, head) in words("winning") and lemma(tree, node) in words("crowning"))


def _is_awaited(tree: Tree, node: int, noun: int) -> bool:
    """Whether one of a row is still to come: "the first to be built will be a ferry", "the last to be freed next week"."""
    above = tree.head(noun)
    subject = above is not None and tree.is_(noun, "nsubj", "nsubj:pass")
    if subject and set(auxiliaries(tree, above or 0)) & words("future"):
        return True
    times = tree.children(node, "obl", "obl:unmarked", "advmod")
    return any(lemma(tree, k) in ("next", "tomorrow") for c in times for k in (c, *tree.children(c, "amod")))


def _takes_prize(tree: Tree, i: int) -> bool:
    """Whether a verb tells a success in a contest: "win the stage", "score the winner"."""
    things = tree.children(i, "obj")
    return lemma(tree, i) in words("crowning") | words("scoring") and any(lemma(tree, c) in words("prize") for c in things)


def took(tree: Tree, node: int, head: int) -> bool:
    """Whether an infinitive tells what was done in a time that it took: "it took police two days to find him"."""
    empty = next((c for c in tree.children(head, "expl", "nsubj") if tree.tokens[c].text.lower() == "it"), None)
    past = tree.tokens[head].xpos == "VBD" or bool(set(auxiliaries(tree, head)) & {"has", "had", "did"})
    long = any(lemma(tree, c) in words("span") | _BRIEF for c in tree.children(head, "obj", "obl", "nsubj", "advmod", "iobj"))
    infinitive = tree.is_(node, "advcl", "xcomp", "csubj", "ccomp", "acl") and "to" in marks(tree, node)
    return infinitive and lemma(tree, head) == "take" and empty is not None and past and long


def found_out(tree: Tree, node: int, head: int) -> bool:
    """Whether an infinitive tells what something turned out to do: "the drug was found | to reduce | pain"."""
    infinitive = tree.is_(node, "advcl", "xcomp") and "to" in marks(tree, node)
    beside = node - head <= _CLOSE and not tree.children(head, "obj")
    who = tree.child(head, "nsubj", "nsubj:pass")
    means = who is not None and (lemma(tree, who) in _MEANS or noun_class(lemma(tree, who)) == "ABSTRACT")  # "a way was found"
    return infinitive and beside and not means and lemma(tree, head) in words("found_out") and passive(tree, head)


def pending(tree: Tree, node: int, head: int) -> str | None:
    """What a sentence that somebody faces, a plea or a finding of guilt makes of an event."""
    if lemma(tree, head) == "face" and tree.is_(node, "obj") and lemma(tree, node) in words("punishment"):
        return "possible"
    if lemma(tree, node) in words("outcome") and tree.is_(node, "xcomp") and lemma(tree, head) == "find":
        return "same"  # "if he is found | guilty |"
    return _pleaded(tree, node, head)


def _pleaded(tree: Tree, node: int, head: int) -> str | None:
    """What a plea makes of the deed: "pleaded guilty to | stealing |" asks for nothing, and says what he is charged with."""
    word = lemma(tree, head)
    beside = [head] if word == "guilty" else tree.children(head) if word == "plead" else []
    plea = next((c for c in beside if lemma(tree, c) == "guilty" and c != node), None)
    return "alleged" if plea is not None and "to" in ({case(tree, node)} | marks(tree, node)) else None


def is_aim(tree: Tree, node: int, head: int, effect: str) -> bool:
    """Whether an infinitive is why something is done, behind a verb that takes clauses in another sense."""
    if not tree.is_(node, "advcl") or "to" not in marks(tree, node) or tree.tokens[node].xpos == "VBG":
        return False
    between = any(head < c < node for c in tree.children(head, "obj", "obl"))
    moved = effect == "implicative" and between and lemma(tree, head) not in words("compelling")
    seen = lemma(tree, head) == "appear" and between  # "will appear before the court | to testify |"
    return effect == "factive" or moved or seen


def _does(noun: str) -> bool:
    """Whether a noun is for somebody or something that does what is told of it."""
    return noun in actors() or noun_class(noun) in _DOERS


def out_of_row(tree: Tree, noun: int) -> bool:
    """Whether somebody is one of several who do the same in turn: "the third aide", "the only senator", "the youngest player"."""
    before = [tree.tokens[c] for c in tree.children(noun, "amod", "nummod")]
    return any(t.xpos == "JJS" or t.text.lower() in words("row") or _is_ordinal(t.text.lower()) for t in before)


def _is_ordinal(word: str) -> bool:
    return word[0].isdigit() and word.endswith(_ORDINAL)


def lay_ahead(tree: Tree, i: int) -> bool:
    """Whether what a participle says to have been planned has happened by then: it is told how long or from where it had been
    planned, or what harm it did."""
    return _did_harm(tree, tree.tokens[i].head) or any(
        case(tree, c) == "from" or _is_length(tree, c) for c in tree.children(i, "obl")
    )


def _did_harm(tree: Tree, i: int) -> bool:
    """Whether a noun is for what killed, hurt or destroyed: "the attack, planned in Oslo, killed ten"."""
    verb = tree.tokens[i].head
    past = tree.tokens[verb].xpos == "VBD" or "has" in auxiliaries(tree, verb)
    return past and tree.tokens[i].deprel == "nsubj" and plain_type(lemma(tree, verb), "VERB") in HARM


def foreseen(tree: Tree, node: int, head: int) -> bool:
    """Whether what happened is only said to have been expected: "had been expected for days", "was widely expected"."""
    if lemma(tree, head) not in words("expecting") or not tree.is_(node, "nsubj:pass") or not passive(tree, head):
        return False
    dated = [c for c in tree.children(head, "obl", "advcl", "xcomp") if not tree.is_(c, "obl:agent") and not _is_length(tree, c)]
    auxes = set(auxiliaries(tree, head))
    widely = any(lemma(tree, c) in words("generally") for c in tree.children(head, "advmod"))
    return not dated and ("had" in auxes or (widely and bool(auxes & {"was", "were"})))


def _is_length(tree: Tree, i: int) -> bool:
    """Whether a phrase tells how long: "for months", "for two years"."""
    return case(tree, i) == "for" and tree.tokens[i].xpos == "NNS" and lemma(tree, i) in words("span")
