"""Names that mean many, or somebody else than their bearer: "House Republicans", "the Gonzalez family", "another Ana Silva"."""

from collections.abc import Iterable

from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import words
from dateline.identify.names import Unit
from dateline.identify.phrases import is_plural, lemma, set_off
from dateline.identify.words import squeezed
from dateline.tree import Tree


def told_of(tree: Tree, unit: Unit, head: int) -> tuple[str, int]:
    """The words that say how many or which of a people are meant, in small letters, and the first word of the name with them.

    "Some 1,500 | Albanians", "northern | Europeans", "House | Republicans", "Kenyans | who fled" are some of them.
    """
    telling = [c for c in tree.children(head, "nummod", "det", "amod", "compound") if c < unit.first]
    counting = [c for c in telling if tree.is_(c, "nummod") or tree.tokens[c].lemma.lower() in words("counting")]
    which: list[int] = []
    told = unit.label in (None, "NORP") or _are_partisans(tree, unit)
    if is_people(tree, unit) and told and (unit.alias is None or unit.length == 1):
        plain = [c for c in telling if not tree.is_(c, "det") and c not in counting and not _is_own(tree, unit, c)]
        which = [c for c in plain if tree.tokens[c].upos in ("ADJ", "NOUN", "PROPN")] + list(range(unit.first, unit.stop - 1))
        which += [c for c in tree.children(head, "acl:relcl") if not set_off(tree, c)]
    begins = unit.first
    while begins - 1 in which or (begins - 2 in which and tree.tokens[begins - 1].text == "-"):
        begins -= 1
    return " ".join(tree.tokens[c].text.lower() for c in sorted({*counting, *which})), begins


def _are_partisans(tree: Tree, unit: Unit) -> bool:
    """Whether what looks like a body's name is that of a party's people somewhere: "Senate Democrats", no "Social Democrats"."""
    *others, last = (tree.tokens[i].text.lower() for i in range(unit.first, unit.stop))
    return unit.alias is None and last.removesuffix("s") in words("partisan") and words("persuasion").isdisjoint(others)


def is_people(tree: Tree, unit: Unit) -> bool:
    """Whether a name is that of many people: of a nation, a faith, a party; "Claire Danes" is one woman."""
    last = tree.tokens[unit.stop - 1]
    if unit.label == "PERSON":
        return False
    if unit.label == "NORP" and is_plural(tree, unit.stop - 1):
        return True
    known = gazetteer().aliases.get(squeezed(last.text), ()) if last.text[:1].isupper() and last.text.endswith("s") else ()
    return any(a.sense == "people" or a.entry.kind == "party" for a in known)


def _is_own(tree: Tree, unit: Unit, c: int) -> bool:
    """Whether a word only says of which country a party is: "British Conservatives"."""
    known = gazetteer().aliases
    party = any(a.entry.kind == "party" for a in known.get(squeezed(tree.tokens[unit.stop - 1].text), ()))
    return party and any(a.sense == "adjective" for a in known.get(squeezed(tree.tokens[c].text), ()))


def is_clan_s(tree: Tree, unit: Unit, head: int) -> bool:
    """Whether a surname is that of several who are called so: "the | Gonzalez | family", not "a | Texas | family"."""
    if unit.label not in (None, "PERSON") or (unit.alias is not None and unit.alias.entry.type != "person"):
        return False
    above = tree.head(head)
    return above is not None and above >= unit.stop and tree.is_(head, "compound") and lemma(tree, above) in words("clan")


def is_another(tree: Tree, unit: Unit) -> bool:
    """Whether a name means one who is only like its bearer: "another Ana Silva", not "another Silva aide"."""
    before = tree.tokens[unit.first - 1] if unit.first else None
    return before is not None and before.text.lower() == "another" and unit.first <= before.head < unit.stop


def parties_called(units: Iterable[Unit], stem: str) -> list[Entry]:
    """The parties called by a word, in small letters, of the countries that an article names: "republican"."""
    where = {u.alias.entry.country for u in units if u.alias}
    known = (a.entry for a in gazetteer().aliases.get(f"{stem}party", ()))
    return [entry for entry in known if entry.kind == "party" and entry.country in where]


def parties(tree: Tree, first: int, last: int) -> frozenset[str]:
    """The parties whose man or woman the words of a phrase, up to its head, call somebody: "republican" for "the GOP candidate";
    none of one who left, nor by a word that has its capital from the sentence's beginning, or goes with another: "Christian
    Democrat"."""
    inside = range(first, last + 1)
    if any(tree.tokens[i].text.lower() in words("past") for i in inside):
        return frozenset()
    told = {tree.tokens[i].text.lower() for i in inside if _tells_party(tree, i)}
    return frozenset(names[0] for row in words("partisans") if not told.isdisjoint(names := row.split("=")))


def _tells_party(tree: Tree, i: int) -> bool:
    """Whether a word with a capital may be a party's."""
    conservative = tree.tokens[i].text == "Conservative" and i == tree.sentence(i).first
    before = tree.tokens[i - 1].text if i else ""
    joined = before[:1].isupper() and before.lower() in words("persuasion")
    return tree.tokens[i].text[:1].isupper() and not joined and not conservative
