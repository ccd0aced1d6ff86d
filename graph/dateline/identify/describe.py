"""What the common words of a noun phrase tell of whom it means: his office, the body it belongs to, his gender."""

from dataclasses import dataclass

from dateline.identify.lexicon import Office, offices, titles
from dateline.identify.names import Unit
from dateline.identify.phrases import lemma, preposition
from dateline.identify.words import squeezed
from dateline.tree import Tree

_LONGEST = 6  # words in an office


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words of a phrase tell."""

    offices: frozenset[str] = frozenset()  # senses: "foreign minister" for "top diplomat" as well
    leads: bool = False  # whether one of them heads a body
    of: frozenset[str] = frozenset()  # keys of the bodies and countries named with it
    gender: str | None = None


def describe(tree: Tree, at: dict[int, Unit], edges: tuple[int, int], *, unit: Unit | None, head: int) -> Description:
    """The description in a phrase with a name (`unit`, which is left out), or of a common noun (`head`)."""
    own = range(unit.first, unit.stop) if unit else range(0)
    inside = [i for i in range(edges[0], edges[1] + 1) if i not in own]
    others = {at[i].first: at[i] for i in inside if i in at}
    plain = [i for i in inside if i not in at and tree.tokens[i].upos not in ("PUNCT", "NUM", "PART", "DET")]
    held = _among(tree, plain) if unit else _of_head(tree, at, head)
    told = [*(titles().get(tree.tokens[i].text.lower()) for i in plain), *(o.gender for o in held)] if unit else []
    told += [o.gender for o in held]
    return Description(
        offices=frozenset(o.sense for o in held),
        leads=any(o.leads for o in held),
        of=frozenset(key for u in others.values() if (key := _key(tree, u))),
        gender=next(filter(None, told), None),
    )


def _key(tree: Tree, unit: Unit) -> str:
    """What a body is compared by: its key in the gazetteers, a people's being its country's, or else its letters."""
    if unit.alias:
        return unit.alias.entry.whose
    return letters(tree, unit)


def letters(tree: Tree, unit: Unit) -> str:
    """A name's letters, as names are compared."""
    return squeezed("".join(t.text for t in tree.tokens[unit.first : unit.stop]))


def _among(tree: Tree, plain: list[int]) -> list[Office]:
    """The offices that a run of words names, the longest phrases first."""
    lemmas = [lemma(tree, i) for i in plain]
    held: list[Office] = []
    i = 0
    while i < len(lemmas):
        for length in range(min(_LONGEST, len(lemmas) - i), 0, -1):
            if office := offices().get(" ".join(lemmas[i : i + length])):
                held.append(office)
                i += length - 1
                break
        i += 1
    return held


def _of_head(tree: Tree, at: dict[int, Unit], head: int) -> list[Office]:
    """The office that a common noun names with the words around it: "foreign minister", "minister of foreign affairs"."""
    known = offices()
    noun = lemma(tree, head)
    before = [lemma(tree, c) for c in tree.children(head, "amod", "compound") if c < head and c not in at]
    tails = [_tail(tree, c) for c in tree.children(head, "nmod") if c > head]
    if head + 1 < len(tree.tokens) and tree.head(head + 1) == head:
        tails.append(tree.tokens[head + 1].text.lower())  # "attorney general"
    for tail in [*tails, ""]:
        for k in range(len(before) + 1):
            phrase = " ".join(filter(None, [*before[k:], noun, tail]))
            if phrase in known:
                return [known[phrase]]
    top = known.get(f"top {noun}") if {"top", "chief"} & set(before) else None
    found = top or known.get(noun)
    return [found] if found else []


def _tail(tree: Tree, c: int) -> str:
    """A prepositional phrase's core in small letters: "of foreign affairs"."""
    core = [*(k for k in tree.children(c, "amod", "compound") if k < c), c]
    return f"{preposition(tree, c)} " + " ".join(tree.tokens[k].text.lower() for k in core)
