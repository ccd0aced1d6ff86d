"""Names of bodies that say what they are for: "Doctors Without Borders", "Citizens for Clean Water", "Center for Clean Water"."""

from collections.abc import Iterator

from dateline.identify.edges import Edges
from dateline.identify.known import Known
from dateline.identify.lexicon import nouns, offices, person_nouns, words
from dateline.tree import Tree

_FOR = frozenset(("for", "against", "without"))
_ON = frozenset(("for", "on", "against"))  # behind "Center", "Council"
_JOINING = frozenset(("of", "the", "a", "an", "and", "in", "'s", "’s", "&", "-"))
_LONGEST = 6  # words behind "for"


def causes(tree: Tree, known: Known, edges: Edges) -> Iterator[tuple[int, int]]:
    """Where they stand: people in the plural or a body, "for" or "against", and words with capitals too; not in a heading."""
    texts = known.texts
    for i, text in enumerate(texts):
        if not i or i in edges.headings:
            continue
        body = text in _ON and _is_body(tree, i - 1)
        if not body and (text.lower() not in _FOR or not _is_people(tree, known, i - 1)):
            continue
        sentence = tree.sentence(i)
        first = i - 1
        while first - 1 >= sentence.first and _is_great(tree, first - 1) and tree.tokens[first - 1].upos not in ("DET", "ADP"):
            first -= 1
        timed = next((k for k in range(i + 1, sentence.stop) if k in known.timed), sentence.stop)  # "the High Court on Friday"
        stop = _end(tree, known, i + 1, min(timed, i + 1 + _LONGEST))
        if stop == i + 1 or all(_is_great(tree, k) for k in range(sentence.first, sentence.stop) if texts[k].isalpha()):
            continue
        great = [k for k in range(i + 1, stop) if _is_great(tree, k)]
        named = known.covered.get(great[0]) in ("PERSON", "LOC", "ORG")
        is_team = known.covered.get(i - 1) == "ORG"  # "the Warriors against Boston"
        told = len(great) > 1 or (i - first > 1 and great[0] == i + 1)
        if (body and (text == "for" or not named)) or text[:1].isupper() or (told and not named and not is_team):
            yield first, stop


def _is_people(tree: Tree, known: Known, i: int) -> bool:
    """Whether a word with a capital is a plural of people: "Mothers", "Americans"."""
    token = tree.tokens[i]
    plural = token.feats.get("Number") == "Plur" or token.xpos in ("NNS", "NNPS")
    lower = token.lemma.lower()
    told = [noun for word in (lower, lower.removesuffix("s")) if (noun := nouns().get(word)) is not None]
    people = any(noun.type == "person" for noun in told) or lower in person_nouns() or known.covered.get(i) == "NORP"
    return _is_great(tree, i) and plural and people and not {lower, lower.removesuffix("s")} & offices().keys()


def _is_body(tree: Tree, i: int) -> bool:
    """Whether a word with a capital is a body, and not the first of its sentence: "the Center"."""
    lower = tree.tokens[i].text.lower()
    noun = nouns().get(lower)
    body = lower in words("undertaking") or (noun is not None and noun.type == "organization")
    return body and _is_great(tree, i) and i > tree.sentence(i).first


def _is_great(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text[:1].isupper()


def _end(tree: Tree, known: Known, begun: int, limit: int) -> int:
    """Where the words behind "for" end: after the last that has a capital, before such a name of another."""
    texts, stop = known.texts, begun
    for k in range(begun, limit):
        if _is_people(tree, known, k) and k + 1 < len(texts) and texts[k + 1].lower() in _FOR:
            break
        if texts[k] == "in" and known.covered.get(k + 1) == "LOC":
            break  # where it is
        if _is_great(tree, k):
            stop = k + 1
        elif texts[k].lower() not in _JOINING:
            break
    return stop
