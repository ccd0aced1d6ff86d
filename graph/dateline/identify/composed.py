"""Names of bodies whose parts the pipeline leaves apart: "Ministry of the Interior", "Canadian Press", "32 Artillery Brigade"."""

from collections.abc import Iterator

from dateline.identify.edges import Edges
from dateline.identify.known import Known
from dateline.identify.lexicon import is_title, nouns, words
from dateline.tree import Tree

_LABELS = {"organization": "ORG", "place": "LOC"}


def composed(tree: Tree, known: Known, edges: Edges) -> Iterator[tuple[int, int, str]]:
    """Where they stand, and the label of each; not in a heading, where every word may have a capital."""
    for i in range(len(tree.tokens)):
        if i in edges.headings or i in known.timed:
            continue
        yield from _of_the(tree, known, i)
        yield from _named_after(tree, known, i)
        yield from _of_fields(tree, known, edges, i)
        yield from _national(tree, known, i)
        yield from _numbered(tree, i)


def _of_the(tree: Tree, known: Known, i: int) -> Iterator[tuple[int, int, str]]:
    """A body or a building and what it is of: "University of the Arts", no "Parliament of the Bahamas"."""
    noun = nouns().get(tree.tokens[i].text.lower())
    label = _LABELS.get(noun.type) if noun is not None else None
    first = i + 3
    if label is None or not _is_great(tree, i) or [t.text for t in tree.tokens[i + 1 : first]] != ["of", "the"]:
        return
    stop = first
    while stop < len(tree.tokens) and _is_great(tree, stop) and stop not in known.timed:
        stop += 1
    inside = range(first, stop)
    hung = any(tree.head(k) == i and tree.is_(k, "nmod") for k in inside)
    meant = (a.entry for end, found in known.starting.get(first, ()) if end == stop for a in found if a.sense == "name")
    apart = any(entry.type in ("country", "organization") for entry in meant) or any(is_title(known.texts[k]) for k in inside)
    last = nouns().get(known.texts[stop - 1].lower()) if len(inside) > 1 else None
    apart |= last is not None and last.type == "organization"  # "Brigade of the Nigerian Army"
    if hung and not apart and known.texts[stop - 1].lower() not in words("span"):
        yield _begun(tree, known, i), stop, label


def _named_after(tree: Tree, known: Known, i: int) -> Iterator[tuple[int, int, str]]:
    """A building or port with a capital, and what it is called after: "the Port of Lima", "the Palace of Nations"."""
    noun = tree.tokens[i].text.lower()
    if (
        not _is_great(tree, i)
        or noun == "house"
        or noun not in words("built")
        or [t.text for t in tree.tokens[i + 1 : i + 2]] != ["of"]
    ):
        return
    stop = i + 2
    while stop < len(tree.tokens) and _is_great(tree, stop) and stop not in known.timed:
        stop += 1
    if stop > i + 2 and i > tree.sentence(i).first and (not _is_great(tree, i - 1) or tree.tokens[i - 1].text == "The"):
        yield i, stop, "LOC"


def _of_fields(tree: Tree, known: Known, edges: Edges, i: int) -> Iterator[tuple[int, int, str]]:
    """A body for two things: "the House Ways and Means Committee", not "the Lima and Quito University"."""
    noun, lower = tree.tokens[i], tree.tokens[i].text.lower()
    if noun.upos != "PROPN" or not _is_great(tree, i) or lower not in words("executive") | words("gathering"):
        return
    pairs = [(a, b) for a in tree.children(i, "compound") for b in tree.children(a, "conj") if a < b < i]
    first = min((c for c in tree.children(i, "compound", "amod") if c < i), default=i)
    for a, b in pairs[:1]:
        inside = range(first, i)
        great = all(_is_great(tree, k) or k == a + 1 == b - 1 for k in inside) and tree.tokens[a + 1].text in ("and", "&")
        apart = [range(*span) for span in known.labels if span[1] <= i]
        named = any(k in known.starting or edges.is_title(k) or any(k in span for span in apart) for k in (a, b))
        if great and not named:
            yield first, i + 1, "ORG"


def _begun(tree: Tree, known: Known, i: int) -> int:
    """Where the name begins that a body's noun closes, or goes on behind: "| Supreme Council | of the Armed Forces"."""
    first = i
    while first - 1 > tree.sentence(i).first and _is_great(tree, first - 1) and tree.head(first - 1) == i:
        joined = tree.is_(first - 1, "compound", "amod") and tree.tokens[first - 1].upos in ("ADJ", "PROPN")
        if not joined or first - 1 in known.starting or is_title(known.texts[first - 1]):
            break
        first -= 1
    return first


def _national(tree: Tree, known: Known, i: int) -> Iterator[tuple[int, int, str]]:
    """A newspaper, an agency or a union of clubs called after its country: "the Egyptian Gazette", "the Fijian Rugby Union"."""
    head, before = tree.head(i), tree.tokens[i - 1].text.lower() if i else ""
    adjective = any(end == i + 1 and a.sense == "adjective" for end, found in known.starting.get(i, ()) for a in found)
    if head is None or head <= i or before != "the" or not adjective or not tree.is_(i, "amod", "compound"):
        return
    inside = [known.texts[k].lower() for k in range(i + 1, head + 1)]
    if not all(_is_great(tree, k) and tree.tokens[k].upos == "PROPN" for k in range(i + 1, head + 1)):
        return
    league = len(inside) > 1 and inside[-1] in words("league")
    if league or inside[-1] in words("masthead") or not words("newsroom").isdisjoint(inside):
        yield i, head + 1, "ORG"


def _numbered(tree: Tree, i: int) -> Iterator[tuple[int, int, str]]:
    """A military unit with its number: "the 32 Artillery Brigade"."""
    head = tree.head(i)
    if head is None or head <= i + 1 or not tree.is_(i, "nummod") or not tree.tokens[i].text.isdecimal():
        return
    great = all(_is_great(tree, k) for k in range(i + 1, head + 1))
    if great and tree.tokens[head].xpos == "NNP" and tree.tokens[head].text.lower() in words("formation"):
        yield i, head + 1, "ORG"


def _is_great(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text[:1].isupper()
