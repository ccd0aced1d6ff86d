"""Mentions by common nouns, where they mean people, bodies, places or things one could point at."""

from dataclasses import replace

from dateline.identify.describe import describe
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import Noun, domains, intangible, is_title, noun_classes, nouns, offices, person_nouns, words
from dateline.identify.names import Unit
from dateline.identify.peoples import parties, parties_called
from dateline.identify.phrases import EACH, determiner, is_definite, is_plural, lemma, listed, preposition
from dateline.identify.senses import is_device, is_nothing
from dateline.identify.setting import of_setting
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.tree import Tree

_PERSON = Noun(type="person", kind=None, gender=None)
_BODY = Noun(type="organization", kind=None, gender=None)
_SHORE = Noun(type="place", kind=None, gender=None)
_MANY = Noun(type="group", kind=None, gender=None)
FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ABSTRACT = ("ance", "ence", "ness", "ity", "ism", "tion", "sion")
_INSIDE = ("compound", "amod", "flat", "fixed", "nmod:desc", "goeswith")


def described(text: Text, i: int) -> Found | None:
    """The mention that a common noun makes, or None where it means nobody or the rules cannot tell."""
    tree = text.tree
    if len(tree.tokens[i].text) == 1 and tree.tokens[i].text.isalpha():
        return None  # "Silva (D-Texas)"
    cut = tree.tokens[i].text.endswith(".") and "." not in tree.tokens[i].text[:-1]  # not "the C.E.O."
    if is_title(tree.tokens[i].text) and (cut or _is_lost(text, i)):
        return None  # "Pres." where the parser lost the name behind it
    if is_so_many(tree, i) or is_sides(tree, i):
        found = _mention(text, i, i, _MANY)
        return replace(found, plural=True, definite=True, noun=found.noun if is_sides(tree, i) else "")
    counted = _counted(tree, i)
    if _is_money(text, counted) or is_nothing(text, counted):
        return None
    noun = None if _is_corpse(text, counted) or is_device(text, counted) else _meant(text, i, counted)
    if noun is None and not _is_thing(text, i):
        return None
    if noun is not None and i in text.events and noun.type != "person" and i not in text.fillers:
        return None
    bound = _is_bound(text, i, noun)
    inside = tree.is_(i, *_INSIDE) or tree.is_(listed(tree, i), "compound", "amod")  # "city and state officials"
    if (inside or _is_counted(tree, i)) and i not in text.fillers and not bound:
        return None
    if (
        any(text.at.get(c) and tree.is_(c, "flat") for c in tree.children(i))
        or _is_title_of(text, i)
        or _is_phrase(text, i)
        or _ends_office(tree, i)
        or ends_office(tree, i)
        or _begins_office(tree, i)
        or _is_sought(tree, i)
        or _is_class(tree, i)
    ):
        return None
    found = _mention(text, i, counted, noun)
    if found.type == "country" and _is_of_part(text, i):
        found = replace(found, type="place", subtype=None)
    if (party := _party(text, i)) is not None:
        return replace(found, entry=party, type=party.type, subtype=party.kind, noun="", definite=True)
    if inside and parties(tree, i, i):
        return replace(found, type="organization", subtype="party")
    return replace(found, first=i, last=i, bound=True, definite=True) if bound else found


def _is_lost(text: Text, i: int) -> bool:
    """Whether a title that is no noun stands before a man's or woman's name on which the parser did not hang it."""
    behind = i + 2 if text.tree.tokens[i + 1 : i + 2] and text.tree.tokens[i + 1].text in ("'", "’") else i + 1  # "Dato'"
    unit = text.at.get(behind)
    return (
        unit is not None and unit.label == "PERSON" and unit.first == behind and text.tree.tokens[i].text.lower() not in nouns()
    )


def _party(text: Text, i: int) -> Entry | None:
    """The party whose adjective stands before what it does, in an article that names its country: "the Republican primary"."""
    listed = text.tree.head(i) if text.tree.is_(i, "conj") else i  # "the Democratic and Republican primaries"
    if listed is None or not text.tree.is_(listed, *_INSIDE) or not text.tree.tokens[i].text[:1].isupper():
        return None
    return next(iter(parties_called(text.units, squeezed(text.tree.tokens[i].text))), None)


def _is_bound(text: Text, i: int, noun: Noun | None) -> bool:
    """Whether a body stands bare before a noun: "company officials", "government troops"."""
    if noun is None or noun.type != "organization" or i in text.fillers or not text.tree.is_(i, "compound"):
        return False
    above = text.tree.head(i)
    if lemma(text.tree, i) in words("mass") or above is None:
        return False
    led = _noun(text.tree, above)
    if lemma(text.tree, i) not in words("ruling") and (led is None or led.type not in ("person", "group")):
        return False  # "its bank holding company" speaks of no bank
    return not text.tree.children(i) and not is_plural(text.tree, i)


def _meant(text: Text, i: int, counted: int) -> Noun | None:
    """What a noun means, by itself or by what stands around it."""
    if _is_shore(text.tree, counted):
        return _SHORE
    found = _noun(text.tree, counted) or _styled(text, i) or _before_person(text, i) or _source(text, i)
    if (branch := _branch(text, counted)) is not None:
        return branch
    if lemma(text.tree, i) in words("assembled") and _are_things(text.tree, i):
        return None
    acts = lemma(text.tree, i) in words("acting") and not text.doers.isdisjoint((i, counted))
    return _BODY if acts else found


def _are_things(tree: Tree, i: int) -> bool:
    """Whether a word for some together has things behind its "of": "a group of five ships"."""
    of = [c for c in tree.children(i, "nmod") if preposition(tree, c) == "of"]
    return any(is_plural(tree, c) and noun_classes().get(lemma(tree, c)) == "THING" and _noun(tree, c) is None for c in of)


def _branch(text: Text, i: int) -> Noun | None:
    """What a part of an armed group or a party is, as these are: "the Somali affiliate of al-Qaida"."""
    if lemma(text.tree, i) not in words("branch"):
        return None
    of = (text.at.get(c) for c in text.tree.children(i, "nmod") if preposition(text.tree, c) == "of")
    known = (u.alias.entry for u in of if u is not None and u.alias is not None)
    kind = next((entry.kind for entry in known if entry.kind in ("armed group", "party")), None)
    return None if kind is None else Noun(type="organization", kind=kind if kind == "armed group" else None, gender=None)


def _noun(tree: Tree, i: int) -> Noun | None:
    found = nouns().get(lemma(tree, i)) or nouns().get(tree.tokens[i].text.lower())
    two = (nouns().get(f"{lemma(tree, c)} {lemma(tree, i)}") for c in tree.children(i, "compound", "amod") if c == i - 1)
    found = next(filter(None, two), found)  # "coast guard"
    if found is None and (_is_one_of_a_people(tree, i) or (is_aged(tree, i) and determiner(tree, i))):
        return _PERSON
    if found is None and tree.tokens[i].upos == "NOUN" and _is_of_people(lemma(tree, i)):
        return _PERSON
    return _of_parts(lemma(tree, i)) if found is None else found


def _of_parts(noun: str) -> Noun | None:
    """What a noun means that is made of one that is known: "co-star", "truckmaker"."""
    if noun.startswith("co-"):
        return nouns().get(noun[3:]) or (_PERSON if _is_of_people(noun[3:]) else None)
    if noun.endswith(("worker", "woman")):
        return _PERSON  # "millworker", "stuntwoman"
    return nouns()["maker"] if noun.endswith("maker") else None


def _is_one_of_a_people(tree: Tree, i: int) -> bool:
    """Whether a word with a capital means one of a people: "a Turk"."""
    if not tree.tokens[i].text[:1].isupper() or determiner(tree, i) not in ("a", "an", "another"):
        return False
    return any(a.sense == "people" for a in gazetteer().aliases.get(squeezed(tree.tokens[i].text) + "s", ()))


def is_aged(tree: Tree, i: int) -> bool:
    """Whether a word closes an age that stands for who is so old: "the 38-year-old"."""
    if i < 4 or tree.tokens[i].text.lower() not in ("old", "olds") or tree.is_(i, "amod", "compound"):
        return False
    return tree.tokens[i - 2].text.lower() in ("year", "years") and tree.tokens[i - 4].upos == "NUM"


def is_so_many(tree: Tree, i: int) -> bool:
    """Whether a word stands for some who are known, as many as it says: "the two", "both", "neither", "all three"."""
    lower = tree.tokens[i].text.lower()
    alone = tree.is_(i, "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod") and not tree.children(i, "nmod", "acl:relcl", "amod")
    few = lower in FEW
    return alone and (lower in ("both", "neither") or (few and determiner(tree, i) in ("the", "these", "those", "all")))


def is_sides(tree: Tree, i: int) -> bool:
    """Whether a word stands for those who deal with each other: "both sides", "the two sides", "neither side"."""
    several = is_plural(tree, i) or determiner(tree, i) == "neither"
    return lemma(tree, i) == "side" and several and not tree.children(i, "nmod", "nmod:poss", "amod", "compound")


def _is_of_people(noun: str) -> bool:
    """Whether WordNet knows a noun for people; a "rover" on Mars is none."""
    return noun in person_nouns() and noun not in words("ship")


def _styled(text: Text, i: int) -> Noun | None:
    """What a word means after a body's name that it only explains: "the Hamas movement"."""
    unit = text.at.get(i - 1)
    known = unit is not None and unit.alias is not None and unit.alias.entry.type == "organization"
    airs = unit is not None and unit.alias is None and unit.label == "ORG" and lemma(text.tree, i) in words("on_air")
    return _BODY if airs or (known and lemma(text.tree, i) in words("styled")) else None


def _before_person(text: Text, i: int) -> Noun | None:
    """What a bare word means right before the name of whom it describes, a trade or a voice: "British tenor Ian Holt"."""
    unit, name = text.at.get(i + 1), text.tree.head(i)
    if unit is None or unit.label != "PERSON" or text.tree.children(i, "det", "nmod:poss") or is_plural(text.tree, i):
        return None
    noun, beside = lemma(text.tree, i), any(c in text.at and text.at[c] is unit for c in text.tree.children(i, "appos"))
    thing = noun in words("ship") or noun in words("work")
    return _PERSON if not thing and (beside or name in range(unit.first, unit.stop)) else None


def _source(text: Text, i: int) -> Noun | None:
    """Somebody whom a speaker's "source" means: "a source in the ministry said", not "a source of water"."""
    of = any(preposition(text.tree, c) == "of" for c in text.tree.children(i, "nmod"))
    return _PERSON if lemma(text.tree, i) == "source" and i in text.speakers and not of else None


def _is_class(tree: Tree, i: int) -> bool:
    """Whether a plural only says among whom a contest is held: "the women's final"."""
    above = tree.head(i)
    if above is None or not tree.is_(i, "nmod:poss") or lemma(tree, i) not in words("sexes") or not is_plural(tree, i):
        return False
    told = tree.children(i, "amod", "nummod", "nmod", "nmod:poss", "acl:relcl")
    return not told and lemma(tree, above) in words("contested")


def _is_corpse(text: Text, i: int) -> bool:
    """Whether "body" means what is left of somebody: "three bodies were found", not "regional bodies", "the body said"."""
    if lemma(text.tree, i) != "body" or i in text.doers:
        return False
    told = [c for c in text.tree.children(i, "amod", "compound", "nmod") if lemma(text.tree, c) not in words("lifeless")]
    verb = text.tree.head(i) if text.tree.is_(i, "obj", "nsubj:pass") else None
    found = verb is not None and lemma(text.tree, verb) in words("with_corpse")
    return not told and (found or is_plural(text.tree, i) or bool(text.tree.children(i, "amod")))


def _is_money(text: Text, i: int) -> bool:
    """Whether "funds" means money, and no bodies that invest it: "promised new funds", not "hedge funds", "funds sold bonds"."""
    if lemma(text.tree, i) != "fund" or not is_plural(text.tree, i) or i in text.doers:
        return False
    if text.tree.is_(i, "nsubj") or text.tree.children(i, "nummod"):
        return False
    return words("fund_kind").isdisjoint(lemma(text.tree, c) for c in text.tree.children(i, "compound", "amod"))


def _is_shore(tree: Tree, i: int) -> bool:
    """Whether a bank is a river's: "burst its banks", "on the banks of the Nile"."""
    if lemma(tree, i) != "bank":
        return False
    above = tree.head(i) if tree.is_(i, "obj") else None
    if above is not None and lemma(tree, above) in words("flooding"):
        return True
    named = [*tree.children(i, "nmod", "compound"), *(c for k in tree.children(i, "nmod") for c in tree.children(k, "compound"))]
    wet = any(lemma(tree, c) in words("water") for c in named)
    return wet or (is_plural(tree, i) and preposition(tree, i) in ("on", "along") and bool(tree.children(i, "nmod")))


def _are_some(tree: Tree, i: int) -> bool:
    """Whether it is told how many of a kind there are, or that they are some: "two men", "tens of | thousands | men"."""
    many = any(c < i and lemma(tree, c) in words("vague") for c in tree.children(i, "nmod", "compound"))
    return many or bool(tree.children(i, "nummod")) or determiner(tree, i) in _SOME


def _is_of_part(text: Text, i: int) -> bool:
    """Whether a noun for a state goes with the name of what is no country: "the state of Bayelsa"."""
    of = (text.at.get(c) for c in text.tree.children(i, "nmod") if preposition(text.tree, c) == "of")
    return any(u is not None and u.label != "PERSON" and (u.alias is None or u.alias.entry.type == "place") for u in of)


def _counted(tree: Tree, i: int) -> int:
    """The noun that a word of number counts ("thousands of supporters", "a host of rivals"), else the word itself."""
    some = determiner(tree, i) in ("a", "an")
    heap, assembled = lemma(tree, i) in words("heap") and some, lemma(tree, i) in words("assembled") and some
    if not heap and not assembled and lemma(tree, i) not in words("vague"):
        return i
    of = [c for c in tree.children(i, "nmod") if preposition(tree, c) == "of" and tree.tokens[c].upos == "NOUN"]
    if assembled:
        return next((c for c in of if _are_people(tree, c)), i)
    return next((c for c in of if not heap or _are_many(tree, c)), i)


def _are_many(tree: Tree, i: int) -> bool:
    """Whether a word for a heap may stand before a noun: "a host of rivals", "of other equipment", not "of three shows"."""
    other = any(lemma(tree, c) == "other" for c in tree.children(i, "amod")) and not determiner(tree, i)
    return (is_plural(tree, i) or other) and not tree.children(i, "nummod")


def _are_people(tree: Tree, i: int) -> bool:
    """Whether a plural means some people, and not those who make up an armed body."""
    noun = _noun(tree, i)
    return is_plural(tree, i) and noun is not None and noun.type == "person" and lemma(tree, i) not in words("banded")


def _is_counted(tree: Tree, i: int) -> bool:
    above = tree.head(i)
    return above is not None and above != i and _counted(tree, above) == i


def _is_phrase(text: Text, i: int) -> bool:
    """Whether a noun is part of a set phrase in which it means nobody: "a state of emergency"."""
    tree = text.tree
    if _is_part_of_body(tree, i) or _is_idiom(tree, i) or _is_figure(tree, i) or _is_tenure(text, i) or _is_field(tree, i):
        return True
    if lemma(tree, i) == "opposition" and any(preposition(tree, c) == "to" for c in tree.children(i, "nmod")):
        return True  # "opposition to the bill"
    return lemma(tree, i) in ("state", "body") and any(
        preposition(tree, c) == "of" and tree.tokens[c].upos == "NOUN" for c in tree.children(i, "nmod")
    )


def _is_part_of_body(tree: Tree, i: int) -> bool:
    """Whether "head" leads nobody: "a blow to the head", "shook his head", "40 head of cattle"."""
    if lemma(tree, i) != "head":
        return False
    owners = {tree.tokens[c].text.lower() for c in tree.children(i, "nmod:poss")}
    if tree.is_(i, "nsubj") or not owners <= {"his", "her", "my", "your"}:
        return False
    if tree.children(i, "nummod"):
        return not owners and not is_plural(tree, i)
    told = [c for c in tree.children(i, "nmod", "compound") if not tree.is_(c, "nmod:poss")]
    return not told and bool(owners or preposition(tree, i))


def _is_field(tree: Tree, i: int) -> bool:
    """Whether a place only stands for a part of life: "cooperate in the political and military fields"."""
    if lemma(tree, i) not in domains("domain") or preposition(tree, i) not in ("in", "on", "at"):
        return False
    told = tree.children(i, "amod", "compound")
    return determiner(tree, i) not in ("a", "an") and any(lemma(tree, c) in domains("domain_kind") for c in told)


def _is_figure(tree: Tree, i: int) -> bool:
    """Whether a noun means nobody with what stands around it: "in front of", "cross the floor", "the green light"."""
    above, noun, case = tree.head(i), lemma(tree, i), preposition(tree, i)
    of = any(preposition(tree, c) == "of" for c in tree.children(i, "nmod"))
    verb = lemma(tree, above) if above is not None and tree.is_(i, "obj") else ""
    if of:
        return bool({f"{case}_{noun}", f"{verb}_{noun}"} & words("relational"))
    if not tree.children(i, "nmod:poss", "nummod") and {f"{case}_{noun}", f"{verb}_{noun}"} & words("saying"):
        return True
    return any(f"{lemma(tree, c)}_{noun}" in words("figurative") for c in tree.children(i, "amod"))


def _is_tenure(text: Text, i: int) -> bool:
    """Whether a noun means what one man or woman does at the head of others: "Silva's leadership", not "the party's"."""
    if lemma(text.tree, i) not in words("tenure"):
        return False
    owners = [
        *text.tree.children(i, "nmod:poss"),
        *(c for c in text.tree.children(i, "nmod") if preposition(text.tree, c) == "of"),
    ]
    return any(text.tree.tokens[c].text.lower() in ("his", "her") or _is_man(text.at.get(c)) for c in owners)


def _is_man(unit: Unit | None) -> bool:
    return unit is not None and unit.label == "PERSON"


def _is_idiom(tree: Tree, i: int) -> bool:
    """Whether a bare noun means nobody and nowhere with its preposition or verb: "in person", "take place", "door to door"."""
    if determiner(tree, i) or tree.children(i, "nmod:poss", "nummod", "nmod"):
        return False
    above = tree.head(i)
    verb = lemma(tree, above) if above is not None and tree.is_(i, "obj") else ""
    if lemma(tree, i) == "place" and any(lemma(tree, c) in words("ordinal") for c in tree.children(i, "amod")):
        return True  # "came in second place"
    if {f"{preposition(tree, i)}_{lemma(tree, i)}", f"{verb}_{lemma(tree, i)}"} & words("idiom"):
        return not tree.children(i, "amod", "compound")
    if is_plural(tree, i):
        return False
    if lemma(tree, i) in words("quality") and tree.tokens[i].upos == "NOUN" and not tree.children(i, "amod", "compound", "flat"):
        return True
    case = preposition(tree, i)
    again = {"to": -2, "from": 2, "by": -2, "after": -2, "on": -2}.get(case)
    other = i + again if again else -1
    return 0 <= other < len(tree.tokens) and lemma(tree, other) == lemma(tree, i)


def _ends_office(tree: Tree, i: int) -> bool:
    """Whether a noun only ends the name of an office: "chief of staff", "commander in chief"."""
    above = tree.head(i)
    if above is None or not tree.is_(i, "nmod", "obl") or preposition(tree, i) not in ("of", "in"):
        return False
    return f"{lemma(tree, above)} {preposition(tree, i)} {tree.tokens[i].text.lower()}" in offices()


def _is_title_of(text: Text, i: int) -> bool:
    """Whether a noun only stands before somebody's name: "spokesman Ana Silva"."""
    above = text.tree.head(i)
    unit = text.at.get(above) if above is not None and text.tree.is_(i, "nmod:desc", "compound") else None
    return unit is not None and unit.label == "PERSON" and i < unit.first


def _begins_office(tree: Tree, i: int) -> bool:
    """Whether a word hangs on the next, with which it names an office: "attorney" of "attorney general"."""
    return tree.head(i) == i + 1 and _is_office(tree, i)


def ends_office(tree: Tree, i: int) -> bool:
    """Whether a word hangs on the one before it and ends the name of an office: "attorney general", "president elect"."""
    return 0 < i < len(tree.tokens) and tree.head(i) == i - 1 and _is_office(tree, i - 1)


def _is_office(tree: Tree, i: int) -> bool:
    """Whether a word and the next name an office."""
    return f"{tree.tokens[i].lemma} {tree.tokens[i + 1].lemma}".lower() in offices()


def _is_sought(tree: Tree, i: int) -> bool:
    """Whether a bare noun names an office that somebody wants: "running for president"."""
    bare = not determiner(tree, i) and not is_plural(tree, i) and not tree.children(i, "nmod:poss")
    return bare and preposition(tree, i) == "for" and lemma(tree, i) in offices()


def _mention(text: Text, i: int, counted: int, noun: Noun | None) -> Found:
    tree = text.tree
    edges = text.edges(i)
    if ends_office(tree, i + 1):
        edges = edges[0], max(edges[1], text.edges(i + 1)[1])
    description = describe(tree, text.at, edges, unit=None, head=counted)
    plural = is_plural(tree, counted) and lemma(tree, i) != "one"  # "one of his aides" is one man
    type_, kind = (noun.type, noun.kind) if noun else ("thing", None)
    police = lemma(tree, counted) == "police"  # one body, and many
    if plural and not police and type_ in ("person", "organization", "country"):
        type_, kind = "group", {"organization": "organizations", "country": "countries"}.get(type_, kind)
    return Found(
        head=i,
        first=edges[0],
        last=edges[1],
        kind="nominal",
        type=type_,
        subtype=kind,
        plural=plural or police or kind == "people",
        gender=description.gender or (noun.gender if noun else None),
        noun="" if _is_any(tree, i, type_) else lemma(tree, counted),
        core=counted,
        modifiers=_modifiers(text, counted),
        definite=is_definite(tree, i) or police,
        owned=any(c < i for c in tree.children(i, "nmod:poss")),
        owner=_owning_pronoun(tree, i),
        counted=i != counted or _are_some(tree, i),
        offices=description.offices if not plural else frozenset(),
        leads=description.leads and not plural,
        of=description.of
        or _shared_of(text, counted)
        or (frozenset() if plural else of_setting(text, counted, description.offices)),
        parties=parties(tree, edges[0], i) if type_ == "person" else frozenset(),
        role=i in text.fillers,
    )


def _owning_pronoun(tree: Tree, i: int) -> str:
    owners = (tree.tokens[c] for c in tree.children(i, "nmod:poss") if c < i)
    return next((t.text.lower() for t in owners if t.upos in ("PRON", "DET")), "")


def _shared_of(text: Text, i: int) -> frozenset[str]:
    """The country or body that a later member of a list names for all: "the president and the people of Peru"."""
    tree = text.tree
    above = tree.head(i)
    first = above if above is not None and tree.is_(i, "conj") else i
    later = [c for c in tree.children(first, "conj") if c > i]
    if not later or determiner(tree, i) != "the" or tree.children(i, "nmod"):
        return frozenset()
    return (
        describe(tree, text.at, text.edges(later[-1]), unit=None, head=later[-1]).of
        if determiner(tree, later[-1]) == "the"
        else frozenset()
    )


def _is_any(tree: Tree, i: int, type_: str) -> bool:
    """Whether a noun means nobody in particular: "every man", "another country" than the one spoken of."""
    word = determiner(tree, i)
    return word in EACH or (word == "another" and type_ in ("country", "place"))


_SOME = ("some", "many", "several", "other", "more", "few", "another", "any", "no")


def _modifiers(text: Text, i: int) -> frozenset[str]:
    """The lemmas of the common words that narrow a noun down: before it, its owner, and after its "of"."""
    tree = text.tree
    before = [c for c in tree.children(i, "amod", "compound", "nmod:poss") if tree.tokens[c].upos != "PRON"]
    after = [c for c in tree.children(i, "nmod") if preposition(tree, c) == "of"]
    return frozenset(lemma(tree, c) for c in [*before, *after] if c not in text.at)


def _is_thing(text: Text, i: int) -> bool:
    """Whether a noun names something one could point at, rather than an abstraction, an amount or an event."""
    if text.tree.tokens[i].upos not in ("NOUN", "PROPN") or i in text.events or i in text.timed:
        return False
    noun = lemma(text.tree, i)
    if noun in words("concrete"):
        return True
    written = text.tree.tokens[i].text.lower()
    return intangible().isdisjoint((noun, noun.removesuffix("s"), written)) and not noun.endswith(_ABSTRACT)
