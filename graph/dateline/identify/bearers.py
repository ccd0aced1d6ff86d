"""What kind of somebody bears a name that no gazetteer knows, by the words in it and around it."""

from dateline.ampersand import LEFT
from dateline.identify.describe import letters
from dateline.identify.firms import acts_as_firm, is_headed
from dateline.identify.gazetteer import gazetteer
from dateline.identify.lexicon import Noun, given_names, is_title, noun_classes, nouns, person_nouns, words
from dateline.identify.names import STORM, Unit
from dateline.identify.phrases import determiner, is_plural, lemma, preposition
from dateline.identify.quoted import WORK
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.tree import Tree

_CHAMBERS = ("House", "Lords", "Commons", "Senate")
_OUTLET = Noun(type="organization", kind="media", gender=None)
_SAYING = ("say", "announce")
_DONE_BY_NOBODY = ("take", "make", "mean", "give")  # "Silva said it took two years"
_LABELS = {"PERSON": "person", "ORG": "organization", "LOC": "place", "NORP": "group"}


def type_of(text: Text, unit: Unit, has_office: bool) -> tuple[str | None, str | None, bool]:
    """(type, kind, whether words tell it) of a name unknown to the gazetteers, by words around and in it or its label."""
    tree = text.tree
    if unit.label == STORM:
        return "thing", "storm", True
    if unit.label == WORK:
        return "thing", "work", True
    closed = tree.tokens[unit.stop - 1].text.lower() in words("incorporated")
    if unit.first and tree.tokens[unit.first - 1].text.lower().rstrip(".") in words("polite"):
        return "person", None, True
    if unit.length > 1 and tree.tokens[unit.first].text in words("vessel") and not closed:
        return "thing", "vessel", True
    if is_vehicle(tree, unit):
        return "thing", "vehicle", True
    if any(tree.tokens[i].text in ("&", *LEFT) for i in range(unit.first + 1, unit.stop)):
        return "organization", None, True
    if _is_clan(text, unit):
        return "group", "people", True
    firm = tree.tokens[unit.stop - 1].text.lower() in words("firm") or _are_brothers(tree, unit)
    if unit.length > 1 and unit.label != "LOC" and firm:
        return "organization", None, True
    if unit.length > 1 and tree.tokens[unit.first].text.istitle() and tree.tokens[unit.first].text.lower() in words("firm_first"):
        return "organization", None, True
    if unit.length > 1 and unit.label != "PERSON" and tree.tokens[unit.stop - 1].text.lower() in words("street"):
        return "place", None, True
    if has_office and unit.label != "ORG" and not _is_named_body(tree, unit):
        return "person", None, True
    if unit.label == "LOC" and _is_held(tree, unit):
        return "person", None, True
    if _is_chamber(tree, unit) or _is_party_s(tree, unit):
        return "organization", None, True
    if _is_one_of_a_people(tree, unit):
        return "person", None, True
    if _is_work(tree, unit):
        return "thing", "work", True
    if unit.label in ("PERSON", None) and _is_governed(tree, unit):
        return "place", None, True
    noun, given = _introduced_by(text, unit) or _made_of(text, unit), squeezed(tree.tokens[unit.first].text) in given_names()
    if unit.label == "PERSON" and given and unit.length == 2 and noun is not None and noun.type == "place":
        noun = None  # "Tom Hall"
    if noun is not None and noun.type != "person" and (unit.label != "ORG" or noun.type == "organization"):
        return ("place" if noun.type == "country" else noun.type), noun.kind, True  # "Plateau State" is a part of one
    if not given and (_is_rival(tree, unit) or _is_led(tree, unit)):
        return "organization", None, True
    if _is_firm(text, unit) or (not given and _is_headed(text, unit)):
        return "organization", None, True
    if _is_told_of_as_body(text, unit, given=given):
        return "organization", None, True
    if (not given or unit.label is None) and (_is_beside_body(text, unit) or _is_company(text, unit)):
        return "organization", None, True
    if unit.label in ("PERSON", None) and unit.length == 1 and not given and is_where(tree, unit):
        return "place", None, True
    if given and 1 < unit.length <= 4 and unit.label in (None, "NORP", "PERSON"):
        return "person", None, True
    if given and 1 < unit.length <= 3 and unit.label == "ORG" and determiner(tree, name_head(tree, unit)) == "":
        last = tree.tokens[unit.stop - 1].text.lower()
        return ("organization" if last in nouns() or last in words("outlet") else "person"), None, False
    if unit.label is None and _is_team(text, unit):
        return "organization", None, True
    if unit.label is None and not text.speakers.isdisjoint(range(unit.first, unit.stop)):
        return "organization", None, False
    noun = nouns().get(tree.tokens[unit.first].text.lower().removesuffix("s")) if unit.length == 1 else None
    if noun and noun.type == "person" and unit.label in (None, "NORP"):
        return ("group" if is_plural(tree, unit.first) else "person"), None, True
    return _LABELS.get(unit.label or ""), None, False


def _is_clan(text: Text, unit: Unit) -> bool:
    """Whether the surname of somebody in the article stands in the plural for his family: "the Silvas", no team's name."""
    tree, whole = text.tree, text.tree.tokens[unit.stop - 1].text
    if unit.length > 1 or unit.alias is not None or determiner(tree, name_head(tree, unit)) != "the":
        return False
    people = (u for u in text.units if u.label == "PERSON" or (u.alias is not None and u.alias.entry.type == "person"))
    surnames = {tree.tokens[u.stop - 1].text for u in people if u is not unit}
    singles = {whole.removesuffix(end) for end in ("s", "es") if whole.endswith(end)}
    known = {one for one in singles & surnames if one.lower() not in nouns()}
    return bool(known) and squeezed(whole) not in text.teams


def _is_team(text: Text, unit: Unit) -> bool:
    """Whether an unknown name in the plural is that of who plays: "the Kestrels won the final"."""
    head = name_head(text.tree, unit)
    several = text.tree.tokens[head].xpos == "NNPS" and determiner(text.tree, head) == "the"
    return several and letters(text.tree, unit) in text.teams


def _is_held(tree: Tree, unit: Unit) -> bool:
    """Whether an unknown name is that of whom somebody arrests or tries, be it a town's elsewhere: "the arrest of Jones"."""
    head = name_head(tree, unit)
    above = tree.head(head)
    if unit.alias is not None or above is None or lemma(tree, above) not in words("arresting"):
        return False
    return tree.is_(head, "obj", "nsubj:pass") or (tree.is_(head, "nmod") and preposition(tree, head) == "of")


def name_head(tree: Tree, unit: Unit) -> int:
    """The word of a name that the rest of the sentence hangs on."""
    inside = range(unit.first, unit.stop)
    tops = [i for i in inside if tree.head(i) not in inside]
    nominal = [i for i in tops if tree.tokens[i].upos not in ("PUNCT", "ADP", "DET", "CCONJ", "PART")]
    return (nominal or tops or [unit.stop - 1])[-1]


def _is_work(tree: Tree, unit: Unit) -> bool:
    """Whether a name is told to be a work's: "his first novel, The Yam Road", "the film Lima"."""
    before = next(
        (i for i in range(unit.first - 1, max(unit.first - 4, -1), -1) if tree.tokens[i].upos not in ("PUNCT", "DET")), -1
    )
    told = before >= tree.sentence(unit.first).first and lemma(tree, before) in words("work") and not is_plural(tree, before)
    apart = any(tree.tokens[i].upos == "PUNCT" for i in range(before + 1, unit.first))
    head = name_head(tree, unit)  # "in her memoir, Silva attacks"
    return told and (not apart or (tree.is_(head, "appos") and tree.head(head) == before))


def _is_rival(tree: Tree, unit: Unit) -> bool:
    """Whether a name stands behind a word for a person or a body that tells of which kind or country it is: "airport operator
    Fralog", "its Chinese rival Lanhai"."""
    before = unit.first - 1
    if before < tree.sentence(unit.first).first or lemma(tree, before) not in words("either") or is_plural(tree, before):
        return False
    begins = before == tree.sentence(before).first  # "Rival Norvik reported"; but "his Spanish rival Silva"
    return unit.label in ("ORG", "LOC", None) or (unit.length == 1 and (begins or bool(tree.children(before, "compound"))))


def is_vehicle(tree: Tree, unit: Unit) -> bool:
    """Whether a maker's name with "a" stands for what he made: "a silver Ford Focus", "his Mercedes", not "a Ford spokesman"."""
    head = name_head(tree, unit)
    if tree.tokens[unit.first].text.lower() not in words("make") or tree.is_(head, "compound", "nmod:desc", "amod", "flat"):
        return False
    owners = {tree.tokens[c].text.lower() for c in tree.children(head, "nmod:poss")}
    return determiner(tree, head) in ("a", "an", "another") or not owners.isdisjoint(("his", "her", "their"))


def _is_governed(tree: Tree, unit: Unit) -> bool:
    """Whether a name is told to be that of what is governed or lived in: "the governor of Mato Grosso"."""
    head = name_head(tree, unit)
    above = tree.head(head)
    if above is None or not tree.is_(head, "nmod") or preposition(tree, head) != "of":
        return False
    return lemma(tree, above) in words("of_a_place") and above < unit.first


def _is_chamber(tree: Tree, unit: Unit) -> bool:
    """Whether a lone word with "the" is the name of a chamber of parliament: "the House", "the Lords"."""
    named = unit.length == 1 and unit.alias is None
    return named and tree.tokens[unit.first].text in _CHAMBERS and determiner(tree, name_head(tree, unit)) == "the"


def _is_party_s(tree: Tree, unit: Unit) -> bool:
    """Whether a lone plural with "the" means a party that no gazetteer knows: "the Liberals won"."""
    head = name_head(tree, unit)
    named = unit.length == 1 and unit.label != "PERSON" and unit.alias is None and is_plural(tree, head)
    told = tree.children(head, "nummod", "amod", "acl:relcl", "compound")
    lower = tree.tokens[head].text.lower().removesuffix("s")
    return named and not told and determiner(tree, head) == "the" and lower in words("partisan") | words("leaning")


def _is_led(tree: Tree, unit: Unit) -> bool:
    """Whether an unknown name stands before an office and the name of who holds it: "Nordvik Chairman Rui Silva"."""
    tokens, stop = tree.tokens, unit.stop
    inside = tokens[unit.first : stop]
    if unit.label is not None or unit.alias is not None or any(t.text.lower() in noun_classes() for t in inside):
        return False  # "Finance Director Rui Silva"
    office = stop
    while stop < len(tokens) and tokens[stop].text.lower() in words("led"):
        stop += 1
    held = office < stop < len(tokens) and tokens[stop].upos == "PROPN"
    return held and all(t.upos == "PROPN" for t in inside)


def _is_company(text: Text, unit: Unit) -> bool:
    """Whether a lone unknown word stands for who does what companies do: "the merger of Holm and Nordvik"; with its country
    before it also who trades: "Norway's Nordvik bought two ships"."""
    tree, head = text.tree, name_head(text.tree, unit)
    if unit.length > 1 or unit.alias is not None or unit.label == "NORP":
        return False
    national = any(u is not None and u.alias is not None and u.alias.entry.type == "country" for u in _owners(text, head))
    if unit.label == "PERSON":
        surname = tree.tokens[unit.first].text
        full = any(u.label == "PERSON" and u.length > 1 and tree.tokens[u.stop - 1].text == surname for u in text.units)
        return (head in text.joined or (national and head in text.dealers)) and not full
    return head in text.dealers or (national and head in text.traders)


def _is_firm(text: Text, unit: Unit) -> bool:
    """Whether a lone unknown word, be it a man's name elsewhere, stands for who does or has what only firms do or have."""
    tree = text.tree
    if unit.length > 1 or unit.alias is not None or unit.label == "NORP" or not acts_as_firm(tree, name_head(tree, unit)):
        return False
    word, before = tree.tokens[unit.first].text, tree.tokens[unit.first - 1].text if unit.first else ""
    full = any(u.label == "PERSON" and u.length > 1 and word in _texts(tree, u) for u in text.units)
    return not full and not is_title(before)


def _is_told_of_as_body(text: Text, unit: Unit, *, given: bool) -> bool:
    """Whether what looks like a man's name is told of as nobody is: "Holm, which makes pumps", "Lima-based Holm", "Holm said it
    would close two plants"."""
    tree, tokens, head = text.tree, text.tree.tokens, name_head(text.tree, unit)
    if unit.label != "PERSON" or unit.alias is not None or (given and unit.length > 1) or determiner(tree, head):
        return False
    before = tokens[unit.first - 1].text if unit.first else ""
    whole = {word for u in text.units if u is not unit and u.label == "PERSON" and u.length > 1 for word in _texts(tree, u)}
    if is_title(before) or not whole.isdisjoint(_texts(tree, unit)):
        return False
    return before.endswith("based") or _is_which(tree, unit, head) or _says_it_does(tree, head)


def _is_which(tree: Tree, unit: Unit, head: int) -> bool:
    """Whether a clause that hangs on a name tells of it with "which"."""
    after = [t.text.lower() for t in tree.tokens[unit.stop : unit.stop + 2]]
    verb = tree.head(unit.stop + 1) if after == [",", "which"] and tree.is_(unit.stop + 1, "nsubj", "nsubj:pass") else None
    return verb is not None and tree.is_(verb, "acl:relcl") and tree.head(verb) == head


def _says_it_does(tree: Tree, head: int) -> bool:
    """Whether somebody named says what "it" does to something."""
    verb = tree.head(head) if tree.is_(head, "nsubj") else None
    said = tree.children(verb, "ccomp") if verb is not None and lemma(tree, verb) in _SAYING else []
    does = [c for c in said if tree.child(c, "obj") is not None and lemma(tree, c) not in _DONE_BY_NOBODY]
    return any(tree.tokens[s].text.lower() == "it" for c in does for s in tree.children(c, "nsubj"))


def _is_headed(text: Text, unit: Unit) -> bool:
    """Whether an unknown name, none of whose words is a surname in the article, is that of what has a chairman."""
    if unit.alias is not None or unit.label in ("LOC", "NORP") or not is_headed(text.tree, name_head(text.tree, unit)):
        return False
    inside = {*_texts(text.tree, unit)}
    if any(a.entry.type == "person" for a in gazetteer().aliases.get(letters(text.tree, unit), ())):
        return False
    return not any(u.label == "PERSON" and u.length > 1 and inside & {*_texts(text.tree, u)} for u in text.units if u is not unit)


def _are_brothers(tree: Tree, unit: Unit) -> bool:
    """Whether a name is that of a firm which brothers founded: "Holm Brothers", not "the Holm Brothers"."""
    last = tree.tokens[unit.stop - 1].text
    return last in ("Brothers", "Bros.", "Bros") and not determiner(tree, name_head(tree, unit))


def _texts(tree: Tree, unit: Unit) -> list[str]:
    """The words of a name."""
    return [t.text for t in tree.tokens[unit.first : unit.stop]]


def _owners(text: Text, head: int) -> list[Unit | None]:
    """The names before a word in the genitive."""
    return [text.at.get(c) for c in text.tree.children(head, "nmod:poss")]


def _is_beside_body(text: Text, unit: Unit) -> bool:
    """Whether a lone word that is no known name stands side by side with a company that is: "Toyota and Lanhai"."""
    tree, head = text.tree, name_head(text.tree, unit)
    if unit.length > 1 or unit.alias is not None or unit.label in ("NORP", "PERSON"):
        return False
    above = tree.head(head) if tree.is_(head, "conj") else None
    beside = [*tree.children(head, "conj"), *(() if above is None else (above, *tree.children(above, "conj")))]
    known = (text.at[c].alias for c in beside if c in text.at and c != head)
    return any(alias is not None and alias.entry.kind == "company" for alias in known)


def _is_one_of_a_people(tree: Tree, unit: Unit) -> bool:
    """Whether a name only says of which people or party somebody is: "an American", "a Texan", "the Ohio Republican"."""
    head = name_head(tree, unit)
    lower, article = tree.tokens[head].text.lower(), determiner(tree, head)
    partisan = lower in words("partisan")
    if unit.length > 1 or unit.label not in (None, "NORP"):
        return False
    if article not in ("a", "an", "another") and not (partisan and article == "the"):
        return False
    is_noun = not tree.is_(head, "amod", "compound") and not is_plural(tree, head)
    return is_noun and (unit.label == "NORP" or partisan or lower in person_nouns())


def _introduced_by(text: Text, unit: Unit) -> Noun | None:
    """The common noun right before a name: "the company Nordvik", "the village of Silwan"."""
    tree, before = text.tree, unit.first - 1
    if before > 0 and tree.tokens[before].text == "of":
        before -= 1
    if before < tree.sentence(unit.first).first or tree.tokens[before].upos != "NOUN":
        return None
    noun = nouns().get(f"{lemma(tree, before - 1)} {lemma(tree, before)}", nouns().get(lemma(tree, before)))
    if (
        noun
        and unit.label == "PERSON"
        and unit.length > 1
        and noun.kind is None
        and lemma(tree, before) not in words("firm_nouns")
        and not _is_named_body(tree, unit)
        and (lemma(tree, before) not in words("paper") or squeezed(tree.tokens[unit.first].text) in given_names())
    ):
        return None  # "wing Tane Walker"
    if noun is None and lemma(tree, before) in words("paper") and before == unit.first - 1 and unit.label != "PERSON":
        return _OUTLET  # "the technology blog Vitrina"
    return noun if noun and (noun.type == "place" or (noun.type == "organization" and before == unit.first - 1)) else None


def _is_named_body(tree: Tree, unit: Unit) -> bool:
    """Whether a noun for a body says right before a name whose it is, as the tree has it: "the rights group Al Haq"."""
    before, head = unit.first - 1, name_head(tree, unit)
    if before < tree.sentence(unit.first).first or lemma(tree, before) not in words("bearing") or is_plural(tree, before):
        return False
    apposed = tree.is_(head, "appos", "flat") and tree.head(head) == before
    return apposed or (tree.is_(before, "compound", "nmod:desc", "amod") and tree.head(before) == head)


def _made_of(text: Text, unit: Unit) -> Noun | None:
    """What the common noun in a name means; an "App Store" is no store."""
    last = [text.tree.tokens[i].text.lower() for i in range(max(unit.first, unit.stop - 2), unit.stop)]
    return None if "_".join(last) in words("device") else nouns().get(noun_in(text, unit))


def noun_in(text: Text, unit: Unit) -> str:
    """The common noun in a name, at its end or before an "of": "Sandvik Bridge", "University of Lima", "Norton Co."."""
    texts = [text.tree.tokens[i].text.lower() for i in range(unit.first, unit.stop)]
    if len(texts) < 2:
        return ""
    if texts[-1] in words("incorporated"):
        return "company"
    if texts[-1] == "association" and {"savings", "loan"} & set(texts):
        return "thrift"
    noun = texts[texts.index("of") - 1] if "of" in texts[1:] else texts[-1]
    return noun if noun in nouns() else ""


def is_where(tree: Tree, unit: Unit) -> bool:
    """Whether a name follows a preposition of place; an inquiry is into whom it is about."""
    head = name_head(tree, unit)
    case, above = preposition(tree, head), tree.head(head)
    if case == "into" and above is not None and lemma(tree, above) in words("inquiry"):
        return False
    return case in ("in", "at", "near", "outside", "into", "around")
