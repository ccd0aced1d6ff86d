"""Who does something to whom: whoever accuses, urges or names somebody is not the "him" to whom it is done.

Grammar tells this of a verb's own object (`together`); here the parts in events tell it, however far the pronoun stands from
the verb. Who turned on somebody just before, in the same sentence, goes on with him: "sued Silva and filed a complaint against
him", "accused Silva of theft and called on her to resign"; and whom somebody gets to do it does it to who got him to: "Silva
hired Costa to advise her". Nor is he whose own deed he blames: "criticised his refusal";
but he is who is praised or punished for it: "thanked Holm for his help".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.identify.lexicon import words
from dateline.identify.phrases import lemma, preposition
from dateline.identify.text import Text, head_of
from dateline.tree import Tree

_DONE_TO = ("patient", "recipient")
_FOR = ("for", "over")
# what people may do to where they are, and to what is theirs: "brought it to him", "lost it for her"
_OWN = frozenset((None, "MOVE", "DIE", "INJURE", "CHANGE", "DAMAGE", "TRADE", "DISCOVER"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody does to somebody, each told by the head words."""

    at: int
    doers: frozenset[int]
    done_to: tuple[int, ...]


def deeds(text: Text) -> Iterator[Deed]:
    """The deeds of a text, in its order."""
    for event in sorted(text.document.events, key=lambda event: event.start):
        heads = [(r.role, head_of(text.tree, r.start, r.end)) for r in event.roles if r.event is None]
        doers = frozenset(head for role, head in heads if role == "agent" and head is not None)
        done_to = tuple(head for role, head in heads if role in _DONE_TO and head is not None)
        at = text.tree.at(event.start)
        if at is not None and doers and done_to and event.type not in _OWN:
            yield Deed(at=at, doers=doers, done_to=done_to)


def blamed(text: Text) -> dict[int, frozenset[int]]:
    """{pronoun: those who blame him for his deed}: "Silva criticised | his | refusal" tells of another's, "his own" not."""
    tree, found = text.tree, dict[int, frozenset[int]]()
    of = {event.id: event for event in text.document.events}
    for event in (event for event in of.values() if event.type == "ACCUSE"):
        heads = {head_of(tree, r.start, r.end) for r in event.roles if r.role == "agent" and r.event is None}
        deeds_of = [of[r.event] for r in event.roles if r.role in ("patient", "topic") and r.event in of]
        for at, role in ((tree.at(deed.start), r) for deed in deeds_of for r in deed.roles if r.role == "agent"):
            whose = head_of(tree, role.start, role.end)
            own = at is None or any(lemma(tree, c) == "own" for c in tree.children(at, "amod"))
            if whose is not None and not own and tree.is_(whose, "nmod:poss") and tree.head(whose) == at:
                found[whose] = frozenset(head for head in heads if head is not None)
    return found


def judged(text: Text) -> dict[int, int]:
    """{pronoun: the word for him who is thanked, praised or punished for his deed}: "Silva thanked | Holm | for | his | help"."""
    tree, found = text.tree, dict[int, int]()
    for deed in text.document.events:
        at = tree.at(deed.start)
        above = None if at is None else tree.head(at)
        verb = above if above is None or tree.tokens[above].upos == "VERB" else tree.head(above)
        if at is None or above is None or verb is None or not _is_for(tree, at, verb):
            continue
        whom = tree.child(verb, "obj", "iobj", "nsubj:pass")
        agents = {head_of(tree, r.start, r.end) for r in deed.roles if r.role == "agent"}
        if whom is not None and above in (verb, whom):
            found |= {i: whom for i in tree.children(at, "nmod:poss") if i in agents}
    return found


def _is_for(tree: Tree, i: int, verb: int) -> bool:
    """Whether a verb judges somebody for what a noun tells: "praised for", "fired over", "congratulated on"."""
    case = preposition(tree, i)
    return lemma(tree, verb) in words("judging") if case in _FOR else case == "on" and lemma(tree, verb) in words("wishing")


def is_object(tree: Tree, i: int, deed: Deed) -> bool:
    """Whether a word is a pronoun that nobody uses of himself in its place: "against him", "demanded that he go", but not "with
    him", "his" nor "persuaded voters that he would win"."""
    if tree.is_(i, "nsubj"):
        return len(deed.done_to) == 1 and lemma(tree, deed.at) in words("demanding")
    plain = tree.tokens[i].upos == "PRON" and not tree.is_(i, "nmod:poss", "nsubj:pass")
    return plain and preposition(tree, i) != "with"


def by_sentence(tree: Tree, told: Iterable[Deed]) -> dict[int, list[Deed]]:
    """{first token of a sentence: the deeds told in it}."""
    found: dict[int, list[Deed]] = {}
    for deed in told:
        found.setdefault(tree.sentence(deed.at).first, []).append(deed)
    return found


def is_led(tree: Tree, i: int, deed: Deed, other: Deed) -> bool:
    """Whether those who do something to a verb's object are got to do it by another deed: "hired Costa to advise her"."""
    led = tree.is_(i, "obj", "iobj") and other.at in tree.ancestors(i) and not deed.doers.isdisjoint(other.done_to)
    return led and lemma(tree, deed.at) not in words("succeeding")
