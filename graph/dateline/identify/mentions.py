"""Mentions: every place in a text where somebody, some body or some place is meant, and what its words tell of him.

Names are mentions always; common nouns where they name people, bodies or places, or fill a part in an event; pronouns are left
to `pronouns`. Demonyms are mentions of their country where they say who acts ("Israeli strikes").
"""

from dataclasses import dataclass

from dateline.identify.gazetteer import Alias, Entry
from dateline.identify.lexicon import Noun, Office, given_names, nouns, offices, titles, words
from dateline.identify.names import Finder, Unit, is_title
from dateline.identify.phrases import Phrases, determiner, is_definite, is_plural, lemma, preposition, set_off
from dateline.identify.words import squeezed
from dateline.model import Document, MentionKind
from dateline.tree import Tree

_TYPES = {"PERSON": "person", "ORG": "organization", "LOC": "place", "NORP": "group"}
_ABSTRACT = ("ance", "ence", "ness", "ity", "ism", "tion", "sion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention and what its words tell."""

    head: int
    first: int
    last: int  # the phrase's last token
    kind: MentionKind
    unit: Unit | None = None
    name: str = ""  # the name's words, without titles
    entry: Entry | None = None
    type: str | None = None
    subtype: str | None = None
    plural: bool = False
    gender: str | None = None
    noun: str = ""  # a common noun's lemma
    modifiers: frozenset[str] = frozenset()  # lemmas of adjectives and nouns before it
    definite: bool = False
    counted: bool = False  # "two men", "some people": some of a kind
    offices: frozenset[str] = frozenset()
    leads: bool = False
    of: frozenset[str] = frozenset()  # keys of the bodies and countries that the phrase names with the office
    role: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document with what is needed to read its noun phrases."""

    document: Document
    tree: Tree
    phrases: Phrases
    units: tuple[Unit, ...]
    at: dict[int, Unit]  # token -> the name it is part of
    fillers: frozenset[int]  # heads of the words that fill a part in an event or are the source of a statement
    events: frozenset[int]
    timed: frozenset[int]


def read(document: Document) -> Text:
    """A document's tree, phrases, names and the words that need an actor."""
    tree = Tree(document)
    finder = Finder(document, tree)
    units = tuple(finder.units())
    at = {i: u for u in units for i in range(u.first, u.stop)}
    events = frozenset(i for e in document.events if (i := tree.at(e.start)) is not None)
    spans = [(r.start, r.end) for e in document.events for r in e.roles if r.event is None]
    spans += [(q.source.start, q.source.end) for q in document.attributions if q.source]
    fillers = frozenset(i for start, end in spans if (i := head_of(tree, start, end)) is not None)
    return Text(
        document=document,
        tree=tree,
        phrases=Phrases(tree),
        units=units,
        at=at,
        fillers=fillers,
        events=events,
        timed=frozenset(finder.timed),
    )


def head_of(tree: Tree, start: int, end: int) -> int | None:
    """The head word of a stretch of text: the first whose governor lies outside it, prepositions and articles passed over."""
    inside = tree.within(start, end)
    tops = [i for i in inside if tree.head(i) not in inside]
    return next((i for i in tops if not tree.is_(i, "case", "det", "punct", "mark", "cc")), tops[0] if tops else None)


def find(text: Text) -> list[Found]:
    """The names and common nouns of a document that mean somebody, in order of their phrases' heads."""
    found = [m for u in text.units if (m := _named(text, u)) is not None]
    taken = {i for m in found for i in _claimed(m)}
    for i, token in enumerate(text.tree.tokens):
        if i in taken or i in text.timed or i in text.at:
            continue
        if (token.upos in ("NOUN", "PROPN") or i in text.fillers) and (m := _nominal(text, i)) is not None:
            found.append(m)
    return sorted(found, key=lambda m: (text.tree.tokens[m.first].start, -text.tree.tokens[m.last].end))


def _claimed(m: Found) -> set[int]:
    """The tokens that a mention's head word may be taken to be."""
    return {m.head, *(range(m.unit.first, m.unit.stop) if m.unit else ())}


def _unit_head(text: Text, unit: Unit) -> int:
    """The word of a name that the rest of the sentence hangs on."""
    inside = range(unit.first, unit.stop)
    tops = [i for i in inside if text.tree.head(i) not in inside]
    nominal = [i for i in tops if text.tree.tokens[i].upos not in ("PUNCT", "ADP", "DET", "CCONJ", "PART")]
    return (nominal or tops or [unit.stop - 1])[-1]


def _anchor(text: Text, unit: Unit) -> int:
    """The head of the phrase that a name closes: "Minister" where the parser hung "Hossein" on it, else the name's own."""
    head = _unit_head(text, unit)
    above = text.tree.head(head)
    if above is None or above > unit.first or above in text.at or unit.label not in (None, "PERSON"):
        return head
    joined = text.tree.is_(head, "flat", "appos", "compound", "nmod:desc", "dep")
    if joined and not set_off(text.tree, head) and _is_person_noun(text, above):
        return above
    return head


def _is_person_noun(text: Text, i: int) -> bool:
    noun = nouns().get(lemma(text.tree, i))
    return is_title(text.tree.tokens[i].text) or (noun is not None and noun.type == "person")


def _named(text: Text, unit: Unit) -> Found | None:
    """The mention that a name makes, or None: a nationality that only describes makes none."""
    tree, head = text.tree, _anchor(text, unit)
    alias = unit.alias
    if _describes(text, unit, alias):
        return None
    first, last = text.phrases.edges(head)
    if head in text.at and (first > unit.first or last < unit.stop - 1):
        first, last = min(first, unit.first), max(last, unit.stop - 1)
    if _hangs_in(tree, head, unit):
        first, last = unit.first, unit.stop - 1
    description = _description(text, head, first, last, unit)
    name = tree.tokens[unit.first].start, tree.tokens[unit.stop - 1].end
    entry = alias.entry if alias else None
    type_ = entry.type if entry else "person" if description.offices and unit.label != "ORG" else _TYPES.get(unit.label or "")
    given = given_names().get(squeezed(tree.tokens[unit.first].text)) if unit.length > 1 and entry is None else None
    if given and type_ is None and unit.length <= 4:
        type_ = "person"
    if entry is not None and entry.type == "group" and any(tree.is_(c, "nummod") for c in tree.children(head)):
        entry = None
    return Found(
        head=head,
        first=first,
        last=last,
        kind="name",
        unit=unit,
        name=text.document.text[slice(*name)],
        entry=entry,
        type=type_,
        subtype=entry.kind if entry else None,
        plural=is_plural(tree, head) and type_ == "group",
        gender=description.gender or (given if type_ == "person" else None),
        offices=description.offices,
        leads=description.leads,
        of=description.of,
        definite=True,
        role=bool({head, *range(unit.first, unit.stop)} & text.fillers),
    )


def _hangs_in(tree: Tree, head: int, unit: Unit) -> bool:
    """Whether a name is a modifier inside a larger phrase: then the mention is the name alone."""
    return tree.is_(head, "compound", "amod", "nmod:poss", "nmod:desc") and unit.first <= head < unit.stop


def _describes(text: Text, unit: Unit, alias: Alias | None) -> bool:
    """Whether a nationality stands before a noun only to describe it: "Dutch painters", but not "Dutch strikes"."""
    tree = text.tree
    head = _unit_head(text, unit)
    adjectival = (alias is not None and alias.sense == "adjective") or (alias is None and unit.label == "NORP")
    if not adjectival:
        return False
    above = tree.head(head)
    if head in text.fillers:
        return False
    if above is None or not tree.is_(head, "amod", "compound", "nmod:desc"):
        return alias is not None and tree.tokens[head].upos == "ADJ"
    return above not in text.events or lemma(tree, above) in nouns()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words of a phrase tell of a person: office, body, gender."""

    offices: frozenset[str] = frozenset()
    leads: bool = False
    of: frozenset[str] = frozenset()
    gender: str | None = None


def key_of(unit: Unit) -> str:
    """What a name is compared by when it says to which body an office belongs."""
    return unit.alias.entry.key.replace("people:", "country:") if unit.alias else ""


def _description(text: Text, head: int, first: int, last: int, unit: Unit | None) -> Description:
    """The office and body in a phrase, a name itself left out."""
    own = set(range(unit.first, unit.stop)) if unit else set()
    inside = [i for i in range(first, last + 1) if i not in own]
    others = {text.at[i].first: text.at[i] for i in inside if i in text.at}
    plain = [i for i in inside if i not in text.at and text.tree.tokens[i].upos not in ("PUNCT", "NUM", "PART")]
    held = _offices(text, plain, head if unit is None else None)
    told = [titles().get(text.tree.tokens[i].text.lower()) for i in plain] + [o.gender for o in held]
    return Description(
        offices=frozenset(o.sense for o in held),
        leads=any(o.leads for o in held),
        of=frozenset(filter(None, ((key_of(u) or squeezed(_words(text, u))) for u in others.values()))),
        gender=next(filter(None, told), None),
    )


def _words(text: Text, unit: Unit) -> str:
    return text.document.text[text.tree.tokens[unit.first].start : text.tree.tokens[unit.stop - 1].end]


def _offices(text: Text, plain: list[int], head: int | None) -> list[Office]:
    """The offices named by a phrase's common words, longest phrases first; where a head is given, only one it belongs to."""
    known = offices()
    words_ = [lemma(text.tree, i) if text.tree.tokens[i].upos != "DET" else "" for i in plain]
    words_ = [w for w in words_ if w]
    held: list[Office] = []
    i = 0
    while i < len(words_):
        for length in range(min(6, len(words_) - i), 0, -1):
            office = known.get(" ".join(words_[i : i + length]))
            if office:
                held.append(office)
                i += length
                break
        else:
            i += 1
    if head is not None:
        own = _office_of_head(text, head)
        return [own] if own else []
    return held


def _office_of_head(text: Text, head: int) -> Office | None:
    """The office that a common noun names with the words around it: "foreign minister", "minister of foreign affairs"."""
    tree, known = text.tree, offices()
    before = [lemma(tree, c) for c in tree.children(head, "amod", "compound") if c < head and c not in text.at]
    after = [
        f"{preposition(tree, c)} " + " ".join(tree.tokens[i].text.lower() for i in _core(tree, c))
        for c in tree.children(head, "nmod")
        if c > head
    ]
    noun = lemma(tree, head)
    for tail in [*after, ""]:
        for k in range(len(before) + 1):
            phrase = " ".join([*before[k:], noun, *([tail] if tail else [])])
            if phrase in known:
                return known[phrase]
    top = known.get(f"top {noun}") if "top" in before or "chief" in before else None
    return top or known.get(noun)


def _core(tree: Tree, i: int) -> list[int]:
    """A noun with the adjectives and nouns before it."""
    return [*(c for c in tree.children(i, "amod", "compound") if c < i), i]


def _nominal(text: Text, i: int) -> Found | None:
    """The mention that a common noun makes, or None where it means nobody or the rules cannot tell."""
    tree, token = text.tree, text.tree.tokens[i]
    noun = nouns().get(lemma(tree, i)) or nouns().get(token.text.lower())
    filler = i in text.fillers
    if noun is None and not _is_thing(text, i):
        return None
    if noun is not None and i in text.events and noun.type != "person":
        return None
    if tree.is_(i, "compound", "amod", "flat", "fixed", "nmod:desc", "goeswith") and not filler:
        return None
    if any(tree.tokens[c].upos == "PROPN" and text.at.get(c) and tree.is_(c, "flat") for c in tree.children(i)):
        return None
    return _nominal_mention(text, i, noun, filler)


def _nominal_mention(text: Text, i: int, noun: Noun | None, filler: bool) -> Found:
    tree = text.tree
    first, last = text.phrases.edges(i)
    description = _description(text, i, first, last, None)
    plural = is_plural(tree, i)
    type_ = noun.type if noun else "thing"
    modifiers = frozenset(lemma(tree, c) for c in tree.children(i, "amod", "compound") if c not in text.at)
    return Found(
        head=i,
        first=first,
        last=last,
        kind="nominal",
        type="group" if plural and type_ == "person" else type_,
        subtype=noun.kind if noun else None,
        plural=plural or (noun is not None and noun.kind == "people"),
        gender=description.gender or (noun.gender if noun else None),
        noun=lemma(tree, i),
        modifiers=modifiers,
        definite=is_definite(tree, i),
        counted=any(tree.is_(c, "nummod") for c in tree.children(i))
        or determiner(tree, i) in ("some", "many", "several", "other", "more"),
        offices=description.offices if not plural else frozenset(),
        leads=description.leads and not plural,
        of=description.of,
        role=filler,
    )


def _is_thing(text: Text, i: int) -> bool:
    """Whether a noun that fills a part names something one could point at, rather than an abstraction, an amount or an event."""
    token = text.tree.tokens[i]
    if token.upos not in ("NOUN", "PROPN") or i in text.events or i in text.timed:
        return False
    noun = lemma(text.tree, i)
    if noun in words("concrete"):
        return True
    return noun not in words("abstract") | words("measure") | words("vague") and not noun.endswith(_ABSTRACT)
