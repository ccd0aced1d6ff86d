"""Nouns for people, bodies and places that in some company mean a thing or nothing at all: "a metal bar", "raise capital"."""

from dateline.identify.lexicon import nouns, words
from dateline.identify.phrases import determiner, is_plural, lemma, preposition
from dateline.identify.text import Text
from dateline.tree import Tree

_TOLD = ("amod", "compound", "nmod:poss", "nummod", "flat")


def is_device(text: Text, i: int) -> bool:
    """Whether a noun for people, a body or a place means a thing: "a DVD player", "a rail network", "a strip of paper"."""
    tree = text.tree
    noun = lemma(tree, i)
    if any(f"{lemma(tree, c)}_{noun}" in words("device") for c in tree.children(i, "compound", "amod")):
        return True
    if noun in words("piece") and any(not _is_area(tree, c) for c in _of(tree, i)):
        return True
    if noun == "magazine":
        return _is_of_weapon(tree, i)
    if noun == "wing":
        whose = [*tree.children(i, "amod", "compound"), *(c for c in tree.children(i, "nmod:poss") if _is_somebody(tree, c))]
        whose += [c for c in _of(tree, i) if _is_somebody(tree, c)]
        return is_plural(tree, i) and not whose
    acts = i in text.doers and tree.is_(i, "nsubj")
    return noun == "model" and not acts and any(_is_product(tree, k) for k in _said_again(text, noun))


def is_nothing(text: Text, i: int) -> bool:
    """Whether a noun for a body or a place means nothing that could act or be entered: "raise capital", "lack of leadership"."""
    tree = text.tree
    noun, verb = lemma(tree, i), _verb(tree, i)
    if tree.tokens[i].upos != "NOUN":
        return False
    if noun == "party":
        one = determiner(tree, i) in ("a", "another", "")
        feast = verb in words("feasted") or (verb in ("hold", "give") and one) or preposition(tree, i) == "at"
        return feast and not is_plural(tree, i) and not tree.children(i, "amod", "compound")
    if noun == "foundation":
        return any(c not in text.at and not _is_somebody(tree, c) for c in _of(tree, i))
    if noun == "presidency":
        return verb in words("holding_office") and i not in text.doers
    if noun == "capital" and (verb in words("funding") or _is_bare(tree, i, "nmod:poss", "nummod", "appos")):
        return not any(_is_national(text, c) for c in tree.children(i, *_TOLD))
    return noun in words("uncounted") and _is_bare(tree, i, *_TOLD)


def _is_bare(tree: Tree, i: int, *told: str) -> bool:
    """Whether a singular stands without an article and what is given; headings leave articles out."""
    heading = tree.sentence(i).block != "paragraph"
    return not (heading or determiner(tree, i) or is_plural(tree, i) or tree.children(i, *told))


def _verb(tree: Tree, i: int) -> str:
    """The verb that a noun is the object of, also passive."""
    above = tree.head(i)
    return lemma(tree, above) if above is not None and tree.is_(i, "obj", "nsubj:pass") else ""


def _of(tree: Tree, i: int) -> list[int]:
    """What hangs on a noun with "of"."""
    return [c for c in tree.children(i, "nmod") if preposition(tree, c) == "of"]


def _is_area(tree: Tree, i: int) -> bool:
    """Whether a word is land or what stands on it, so that a strip or chain of it is a place or a body: "a chain of hotels"."""
    noun = nouns().get(lemma(tree, i))
    return lemma(tree, i) in words("land") or (noun is not None and noun.type in ("place", "organization"))


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a word means people or a body."""
    noun = nouns().get(lemma(tree, i))
    return (noun is not None and noun.type in ("person", "group", "organization")) or tree.tokens[i].upos in ("PRON", "PROPN")


def _is_national(text: Text, i: int) -> bool:
    """Whether a word before "capital" tells whose it is: "Iraqi", "provincial"."""
    return i in text.at or text.tree.tokens[i].text[:1].isupper() or lemma(text.tree, i) in words("of_state")


def _is_of_weapon(tree: Tree, i: int) -> bool:
    """Whether a magazine is a gun's: told with ammunition, or by how much it holds."""
    first = tree.head(i) if tree.is_(i, "conj") else i
    beside = [] if first is None else [first, *tree.children(first, "conj")]
    own = [*tree.children(i, "compound", "amod"), *_of(tree, i)]
    return any(lemma(tree, k) in words("weaponry") for k in [*beside, *own] if k != i)


def _said_again(text: Text, noun: str) -> list[int]:
    """The places of a noun in the article."""
    return [k for k, t in enumerate(text.tree.tokens) if t.lemma.lower() == noun] if noun in text.lemmas else []


def _is_product(tree: Tree, i: int) -> bool:
    """Whether a "model" is what is made and sold: "launched a new model", "the older models", "the model costs"."""
    above = tree.head(i)
    told = {lemma(tree, c) for c in tree.children(i, "amod", "compound")}
    if _verb(tree, i) in words("brought_out") or (told & words("version") and not _of(tree, i)):
        return True
    return above is not None and tree.is_(i, "nsubj") and lemma(tree, above) in words("priced")
