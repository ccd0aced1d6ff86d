"""Titles of works and shows, told by the quotation marks around them: the "Lima" of "Good Morning Lima" is no Lima."""

from collections.abc import Iterator

from dateline.identify.edges import Edges
from dateline.identify.known import Known
from dateline.identify.lexicon import words
from dateline.identify.phrases import lemma
from dateline.tree import Tree

_MARKS = frozenset(('"', "“", "”", "``", "''", "‘", "’"))
_SMALL = frozenset(("of", "the", "and", "a", "an", "in", "for", "to", "on", "over", "with", "&", "'s", "’s", "-"))
_LONGEST = 6  # words
_LED = frozenset(("like", "called", "titled", "entitled", "named", "as", "such", ",", ":"))  # between a work's noun and its title
WORK = "WORK"  # the label of a title behind a word for a work


def titles_quoted(tree: Tree, known: Known, edges: Edges) -> Iterator[tuple[int, int, str | None]]:
    """Where they stand: a few words between quotation marks that all have capitals, not in a heading; behind a word for a work
    also one word, and whatever it names elsewhere: "the epic 'Australia'"."""
    opened = None
    for i, text in enumerate(known.texts):
        if text not in _MARKS:
            continue
        if _opens(tree, i):
            opened = i
        elif opened is not None:
            first, stop = opened + 1, i - (known.texts[i - 1] in (",", "."))
            if _is_work(tree, known, range(first, stop)):
                yield first, stop, WORK
            elif _is_title(tree, known, edges, range(first, stop)):
                yield first, stop, None
            opened = None


def _opens(tree: Tree, i: int) -> bool:
    """Whether a quotation mark stands before what is quoted."""
    tokens = tree.tokens
    if tokens[i].text != '"':
        return tokens[i].text in ("“", "‘", "``")
    return i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start and (i == 0 or tokens[i - 1].end < tokens[i].start)


def _is_work(tree: Tree, known: Known, inside: range) -> bool:
    """Whether words between quotation marks are told to be a work's title: "films like 'Kate and Leopold'"."""
    before, begins = inside.start - 2, tree.sentence(inside.start - 1).first
    while before > begins and known.texts[before] in _LED:
        before -= 1
    told = before >= begins and tree.tokens[before].upos == "NOUN" and lemma(tree, before) in words("work")
    title = 0 < len(inside) <= _LONGEST and all(known.texts[i][:1].isupper() or known.texts[i] in _SMALL for i in inside)
    return told and title and known.texts[inside.start][:1].isupper()


def _is_title(tree: Tree, known: Known, edges: Edges, inside: range) -> bool:
    """Whether words between quotation marks are a title, rather than a person's name, a slogan or several names."""
    texts = [known.texts[i] for i in inside]
    great = [i for i in inside if known.texts[i][:1].isupper()]
    if not 2 <= len(inside) <= _LONGEST or inside[0] in edges.headings or len(great) < 2 or {inside[0], inside[-1]} - set(great):
        return False
    if any(edges.is_title(i) or known.covered.get(i) == "PERSON" for i in inside):
        return False  # "the Chancellor of the Free World", "Crooked Ana Silva"
    if any(tree.tokens[i].upos == "AUX" or tree.tokens[i].xpos in ("VB", "VBD", "VBP", "VBZ") for i in inside):
        return False  # "Make Lima Great Again"
    if all(i in known.covered or i in known.starting for i in great):
        return False  # "Russia and China"
    return all(text[:1].isupper() or text in _SMALL for text in texts)


def is_mere_word(tree: Tree, first: int, stop: int) -> bool:
    """Whether a name between quotation marks stands for itself, as a noun behind it says: "the 'Acme' brand"."""
    tokens = tree.tokens
    if first < 1 or stop + 1 >= len(tokens) or tokens[first - 1].text not in _MARKS or tokens[stop].text not in _MARKS:
        return False
    return tokens[stop + 1].upos == "NOUN" and lemma(tree, stop + 1) in words("wording")
