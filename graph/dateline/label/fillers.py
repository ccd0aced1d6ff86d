"""The words of a label for those who take part: canonical names, else the head noun without what the article adds to it."""

from collections.abc import Mapping

from dateline.label.wording import of_filler
from dateline.model import Actor, Event, Quantity, Role
from dateline.tree import Tree

_KEPT = ("compound", "flat", "nmod:desc", "fixed", "goeswith")
_PLURAL = frozenset(("police", "people", "troops", "forces", "media"))
_NUMBERS = frozenset(("ten", "dozen", "score", "hundred", "thousand", "million"))

_VAGUE = frozenset(("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions"))
_MORE = ("more than", "over", "well over", "just over", "above", "in excess of", "upwards of")
_EXCLUSIVE = (*_MORE, "less than", "fewer than", "under", "below")


class Names:
    """What a document's actors and nouns are called in labels."""

    def __init__(self, tree: Tree, actors: tuple[Actor, ...], demonyms: frozenset[int]) -> None:
        self._tree = tree
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self._demonyms = demonyms  # tokens: "Palestinian" stays before a noun

    def head(self, role: Role) -> int | None:
        """The head word of a role's phrase."""
        inside, tokens = self._tree.within(role.start, role.end), self._tree.tokens
        tops = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
        nouns = [i for i in tops if tokens[i].upos in ("NOUN", "PROPN")]  # the last one where the parse tears the phrase apart
        return nouns[-1] if len(nouns) > 1 else next(iter(tops), None)

    def name(self, role: Role, event: Event) -> str:
        """What a participant is called; empty for a pronoun nobody is known to be meant by."""
        if role.actor is not None and role.actor in self._actors:
            name = self._actors[role.actor].name
            shared = any(r.start == role.start and r.actor != role.actor for r in event.roles if r.role == role.role)
            return name if shared else self._counted(role, event, name)  # "the two men" are named one by one
        head = self.head(role)
        if head is None or self._tree.tokens[head].upos in ("PRON", "DET"):
            return ""
        if self._tree.tokens[head].upos == "NUM" or self._tree.tokens[head].lemma.lower() in _NUMBERS:
            named = [c for c in self._tree.children(head, "nmod") if self._tree.tokens[c].xpos in ("NNS", "NNPS")]
            counted = next((c for c in named if self._tree.tokens[c].lemma.lower() not in _NUMBERS), None)
            noun = "" if counted is None else self.noun(counted)
            return self._counted(role, event, noun) or self._tree.tokens[head].text
        return self._counted(role, event, self.noun(head))

    def noun(self, head: int) -> str:
        """A noun with the nouns, names and adjectives of origin that belong to it."""
        tree = self._tree
        first = last = head
        for c in reversed([c for c in tree.children(head) if c < head]):
            kept = tree.is_(c, *_KEPT) or (c in self._demonyms and tree.is_(c, "amod"))
            if not kept or c != first - 1 or tree.child(c, "nummod") is not None:
                break
            first = c
        for c in tree.children(head, "flat"):
            if c == last + 1:
                last = c
        words = [of_filler(tree.tokens[i].text, tree.tokens[i].lemma.lower()) for i in range(first, last + 1)]
        return " ".join(words)

    def plural(self, role: Role) -> bool:
        """Whether a participant takes a verb in the plural."""
        head = self.head(role)
        if head is None or (role.actor in self._actors and self._tree.tokens[head].upos != "NOUN"):
            return False
        token = self._tree.tokens[head]
        return token.xpos == "NNS" or token.lemma.lower() in _PLURAL or token.upos == "NUM"

    def _counted(self, role: Role, event: Event, noun: str) -> str:
        """A noun with the figure that the event gives for it."""
        quantity = next((q for q in event.quantities if q.start < role.end and role.start < q.end), None)
        if quantity is None:
            return noun
        told = self.figure(quantity)
        return f"{told} {noun or quantity.unit}".rstrip()

    def figure(self, quantity: Quantity) -> str:
        """A figure for people, as exclusive or as vague as the text has it: "more than 40", "tens of thousands of"."""
        words = [self._tree.tokens[i].text.lower() for i in self._tree.within(quantity.start, quantity.end)]
        vague = [w for w in words if w not in ("of", "many", "several")]
        while vague and vague[-1] not in _VAGUE:
            vague.pop()
        if vague and all(w in _VAGUE for w in vague) and quantity.max != quantity.min:
            return f"{' of '.join(vague)} of"
        limit = next((limit for limit in _EXCLUSIVE if " ".join(words).startswith(limit)), None)
        if limit is None:
            return figure(quantity)
        if quantity.max is None and quantity.min is not None:
            return f"more than {_number(quantity.min)}"
        return f"fewer than {_number(quantity.max)}" if quantity.min is None and quantity.max is not None else figure(quantity)


def _number(value: float) -> str:
    """A number for people: 14,800 or 3.5 billion."""
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{value / scale:.3g} {word}"
    return f"{value:,.6g}" if value < 100000 else f"{value:,.0f}"


def figure(quantity: Quantity) -> str:
    """A figure's bounds for people."""
    low, high = quantity.min, quantity.max
    if low is None:
        return "" if high is None else f"up to {_number(high)}"
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"
