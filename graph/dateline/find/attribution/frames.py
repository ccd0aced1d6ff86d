"""The shape in which a construction hands over what it holds, and the pieces of content in it."""

from dateline.find.attribution.lexicon import Cue
from dateline.find.attribution.page import Page, Range

Parts = tuple[Cue, list[Range], list[int]]  # the cue, its content, further words of the cue


def around(page: Page, content: int, verb: int) -> Range:
    """The extent of a clause, on the side of the verb where its head stands."""
    first, stop = page.extent(content)
    return (max(first, verb + 1), stop) if content > verb else (first, min(stop, verb))


def joined(page: Page, content: list[Range], i: int) -> list[Range]:
    """Pieces on one side of the verb as one stretch; a lone relative pronoun on the other side is left out."""
    sides = [[c for c in content if c[0] < i], [c for c in content if c[0] > i]]
    joined = [(min(c[0] for c in side), max(c[1] for c in side)) for side in sides if side]
    long = [c for c in joined if c[1] - c[0] > 1 or page.tokens[c[0]].upos != "PRON"]
    return long or joined


def marked(page: Page, i: int, word: str) -> int | None:
    """A dependent of a verb that a preposition or conjunction introduces."""
    for child in page.tree.children(i, "obl", "advcl", "xcomp", "nmod"):
        if child > i and any(page.word(c) == word for c in page.tree.children(child, "case", "mark")):
            return child
    return None


def infinitival(page: Page, i: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(page.word(c) == "to" for c in page.tree.children(i, "mark"))
