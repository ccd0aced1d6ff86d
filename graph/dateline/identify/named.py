"""Mentions by name: the phrase around a name, and what is told of who bears it.

A nationality is a mention of its country where it says who acts ("Israeli strikes"), not where it describes ("Dutch painters");
"""

import re

from dateline.identify.bearers import is_vehicle, is_where, name_head, noun_in, type_of
from dateline.identify.capitals import stands_for
from dateline.identify.contests import is_one_of_people
from dateline.identify.describe import describe, letters
from dateline.identify.found import Found
from dateline.identify.gazetteer import gazetteer
from dateline.identify.incumbents import held
from dateline.identify.lexicon import given_names, is_title, leading_offices, nouns, offices, words
from dateline.identify.names import Unit
from dateline.identify.peoples import is_another, is_clan_s, is_people, parties, told_of
from dateline.identify.phrases import EACH, determiner, is_plural, lemma, preposition, set_off
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.tree import Tree

_PARTIES = ("D", "R", "I")
_ONE = ("a", "an", "the", "this", "that", "another", *EACH)
_ALIKE = ("ese", "swiss")  # ends of words that mean one of a people and all of it
_OFFICE = 6  # words in an office


def _anchor(text: Text, unit: Unit) -> int:
    """The head of the phrase that a name closes: "Minister" where the parser hung "Silva" on it, else the name's own."""
    tree = text.tree
    head = name_head(tree, unit)
    titled = _office_before(tree, unit)
    if titled is not None:
        return titled
    above = tree.head(head)
    if above in text.at and unit.label == "PERSON" and tree.is_(head, "flat", "compound"):
        above = tree.head(above)  # nobody's name goes on from a body's: "Head of Hamas Silva"
    if above is None or above > unit.first or above in text.at or unit.label not in (None, "PERSON"):
        return head
    noun = nouns().get(lemma(tree, above))
    introduces = is_title(tree.tokens[above].text) or (noun is not None and noun.type == "person")
    joined = tree.is_(head, "flat", "appos", "compound", "nmod:desc", "dep")
    return above if introduces and joined and not set_off(tree, head) else head


def _office_before(tree: Tree, unit: Unit) -> int | None:
    """The noun of an office with a preposition right before a person's name: "Secretary" in "Secretary of State Ana Silva"."""
    if unit.label != "PERSON":
        return None
    begins = max(tree.sentence(unit.first).first, unit.first - _OFFICE)
    for first in range(begins, unit.first - 2):
        if " ".join(t.text.lower() for t in tree.tokens[first : unit.first]) in offices():
            joint = next((i for i in range(first + 1, unit.first) if tree.tokens[i].upos == "ADP"), None)
            return joint - 1 if joint is not None and tree.tokens[joint - 1].text[:1].isupper() else None
    return None


def named(text: Text, unit: Unit) -> Found | None:
    """The mention that a name makes, or None: a nationality that only describes makes none."""
    tree, head = text.tree, _anchor(text, unit)
    if _describes(text, unit) or is_clan_s(tree, unit, name_head(tree, unit)):
        return None
    first, last = _name_edges(text, unit, head)
    if _is_national(text, unit):
        return _national(text, unit, (first, last))
    description = describe(tree, text.at, (first, last), unit=unit, head=head)
    shared = frozenset(() if description.offices else _shared_offices(tree, head))
    entry, (number, begins) = stands_for(text, unit), told_of(tree, unit, head)
    club = (entry.kind == "city" if entry else unit.label == "LOC") and _is_club(text, unit)
    entry = text.homes.get(letters(text.tree, unit)) if club else None if is_vehicle(tree, unit) else entry
    people = entry is not None and (entry.kind == "nationality" or (entry.type == "organization" and is_plural(tree, head)))
    # "12 Americans" are not the Americans, "fellow Liberals" not their party
    counted = bool(number) and (people or is_plural(tree, head) or is_people(tree, unit))
    told = ("group", "people", True) if counted else type_of(text, unit, bool(description.offices))
    told = ("organization", "sports club", True) if club else told
    entry, number = (None, "another") if is_another(tree, unit) else (None if counted else entry, number)
    if unit.length == 1 and told[0] == "person" and not number:
        number = _told_from_namesake(tree, first, unit)
    type_, subtype, sure = (entry.type, entry.kind, True) if entry else told
    in_office, bodies = held(entry, text.document.published)
    first_word = tree.tokens[unit.first].text
    given = given_names().get(squeezed(first_word)) if type_ == "person" and unit.length > 1 else None
    if given is None or first_word.lower() in words("noble"):
        told_gender = nouns().get(first_word.lower())  # "Duchess of York"
        given = told_gender.gender if told_gender is not None and type_ == "person" else given
    return Found(
        head=head,
        first=first,
        last=last,
        kind="name",
        unit=unit,
        name=text.document.text[tree.tokens[begins].start : tree.tokens[unit.stop - 1].end],
        entry=entry,
        type=type_,
        subtype=subtype,
        plural=is_plural(tree, head) and type_ == "group",
        gender=(entry.gender if entry else None) or description.gender or given,
        offices=description.offices | in_office | shared,
        leads=description.leads or not in_office.isdisjoint(leading_offices()),
        of=description.of or bodies or _seat(text, unit),
        definite=True,
        noun=noun_in(text, unit) if entry is None else "",
        sure=sure,
        number=number,
        parties=parties(tree, first, unit.first - 1 if unit.length > 1 else head) if type_ == "person" else frozenset(),
        young=type_ == "person" and _is_young(text, unit),
        role=bool({head, *range(unit.first, unit.stop)} & text.fillers),
    )


def _told_from_namesake(tree: Tree, first: int, unit: Unit) -> str:
    """The word that tells who bears a surname from another of it: "the | elder | Silva", "the | first | Mrs. Silva"."""
    return next((lower for t in tree.tokens[first : unit.first] if (lower := t.text.lower()) in words("namesake")), "")


def _shared_offices(tree: Tree, head: int) -> set[str]:
    """The office in the plural before the first of those who are named side by side: "Sens. Silva and | Holm |"."""
    first = tree.head(head) if tree.is_(head, "conj") else None
    titles = () if first is None else tree.children(first, "nmod:desc", "compound")
    return {offices()[lower].sense for c in titles if (lower := tree.tokens[c].text.lower()) in words("plural_title")}


def _seat(text: Text, unit: Unit) -> frozenset[str]:
    """The state that a party's letter behind a name goes with: "Silva, | R-Texas |", "Silva (| D-Nev. |)"."""
    i, tokens = unit.stop, text.tree.tokens
    party = i + 3 < len(tokens) and tokens[i].text in ",(" and tokens[i + 1].text in _PARTIES and tokens[i + 2].text == "-"
    state = text.at.get(i + 3) if party else None
    return frozenset((state.alias.entry.key,)) if state is not None and state.alias is not None else frozenset()


def _is_national(text: Text, unit: Unit) -> bool:
    """Whether a nationality means one man or woman: "a Libyan", "the Frenchman", not "the French" nor "the Libyan side"."""
    tree, alias, head = text.tree, unit.alias, name_head(text.tree, unit)
    if unit.length > 1 or is_plural(tree, head) or determiner(tree, head) not in _ONE:
        return False
    if tree.is_(head, "amod", "compound", "nmod:desc", "flat"):
        return False
    lower = tree.tokens[head].text.lower()
    if alias is None:
        return unit.label in (None, "NORP", "PERSON") and lower in words("compatriot") and unit.stop - 1 == head
    if alias.sense not in ("adjective", "people"):
        return False
    if _gender_of_people(lower):
        return True
    several = gazetteer().aliases.get(squeezed(lower) + "s", ())
    return any(other.sense == "people" for other in several) or (lower.endswith(_ALIKE) and is_one_of_people(text, head))


def _gender_of_people(lower: str) -> str | None:
    """The gender that a nationality tells: of a "Frenchman", a "Dutchwoman"; "German" and "Roman" tell none."""
    if lower.endswith("woman"):
        return "female"
    many = f"{lower[:-2]}en"
    known = lower in words("compatriot") or any(a.sense == "people" for a in gazetteer().aliases.get(many, ()))
    return "male" if lower.endswith("man") and known else None


def _national(text: Text, unit: Unit, edges: tuple[int, int]) -> Found:
    """The mention of a man or woman by nationality."""
    tree, alias, head = text.tree, unit.alias, name_head(text.tree, unit)
    return Found(
        head=head,
        first=edges[0],
        last=edges[1],
        kind="nominal",
        type="person",
        gender=_gender_of_people(tree.tokens[head].text.lower()),
        noun="" if determiner(tree, head) in EACH else tree.tokens[head].text.lower(),
        core=head,
        definite=determiner(tree, head) not in ("a", "an", *EACH),
        of=frozenset((alias.entry.whose,)) if alias else frozenset(),
        role=head in text.fillers,
    )


def _is_club(text: Text, unit: Unit) -> bool:
    """Whether a town's name is that of a club which plays in the article, and no place here: "Lima beat Quito"."""
    called, head = letters(text.tree, unit), name_head(text.tree, unit)
    where = preposition(text.tree, head) in ("from", "to", "of") or is_where(text.tree, unit)
    above = text.tree.head(head)
    where |= above is not None and text.tree.is_(head, "nmod:poss") and lemma(text.tree, above) in words("cabinet")
    acts = called in text.homes and text.tree.is_(head, "nsubj", "nmod:poss")
    return (acts or called in text.players) and not where


def _name_edges(text: Text, unit: Unit, head: int) -> tuple[int, int]:
    """The edges of a name's phrase; of a name that is a modifier itself, its own."""
    if unit.first <= head < unit.stop and text.tree.is_(head, "compound", "amod", "nmod:desc"):
        return unit.first, unit.stop - 1
    first, last = text.edges(head)
    first, last = min(first, unit.first), max(last, unit.stop - 1)
    while first < unit.first and text.tree.is_(first, "case", "fixed"):
        first += 1  # "according to spokesman Silva", hung on the title
    goes_on = unit.stop in text.at and unit.stop <= last and text.tree.is_(unit.stop, "flat", "compound")
    if unit.label == "PERSON" or goes_on or (last + 1 in text.at and text.at[last + 1] is text.at.get(last)):
        last = unit.stop - 1  # what follows a name that reaches into the next one is the parser's error
    between = range(first, unit.first)
    if any(text.tree.tokens[i].upos in ("CCONJ", "AUX") or i in text.events or _is_closing(text, i) for i in between):
        first = unit.first
    quarter = unit.first - first == 1 and lemma(text.tree, first) in words("quarter")
    if quarter and unit.label != "PERSON" and not is_people(text.tree, unit):
        return unit.first, last  # "western Kenya" is in Kenya
    before = text.tree.tokens[first - 1] if first else None
    return (first - 1 if before and before.upos == "DET" and first <= before.head <= last else first), last


def _is_closing(text: Text, i: int) -> bool:
    """Whether a word closes a company's name."""
    return i in text.at and text.at[i].stop == i + 1 and text.tree.tokens[i].text.lower() in words("incorporated")


def _describes(text: Text, unit: Unit) -> bool:
    """Whether a nationality stands before a noun only to describe it."""
    tree, alias = text.tree, unit.alias
    head = name_head(tree, unit)
    adjectival = alias.sense == "adjective" if alias else unit.label == "NORP"
    if not adjectival or head in text.fillers:
        return False
    above = tree.head(head)
    if above is None or not tree.is_(head, "amod", "compound", "nmod:desc"):
        return alias is not None and tree.tokens[head].upos == "ADJ"
    return above not in text.events or lemma(tree, above) in nouns()


_AGED = re.compile(r"(\w+)[- ](year|month|week)s?[- ]old,? (?:\w+ ){0,2}$")
_AGE = re.compile(r", (\d\d?)[,.]")


def _is_young(text: Text, unit: Unit) -> bool:
    """Whether an age beside a name is a child's: "six-year-old Tomas Reyes", "Tomas Reyes, 6,"."""
    tokens, whole = text.tree.tokens, text.document.text
    begins = tokens[text.tree.sentence(unit.first).first].start
    before = _AGED.search(whole[begins : tokens[unit.first].start])
    if before:
        return before[2] != "year" or before[1].lower() in words("underage")
    after = _AGE.match(whole, tokens[unit.stop - 1].end)
    return after is not None and after[1] in words("underage")
