"""Mentions: every place in a text where somebody, some body or some place is meant, and what its words tell of him.

Names are mentions always; common nouns where they name people, bodies, places or things; pronouns are left to `pronouns`.
A nationality is a mention of its country where it says who acts ("Israeli strikes"), not where it describes ("Dutch painters").
"""

from dataclasses import dataclass
from functools import cache

from dateline.identify.describe import describe
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import Noun, given_names, nouns, words
from dateline.identify.names import Finder, Unit, is_title
from dateline.identify.phrases import Phrases, determiner, is_definite, is_plural, lemma, preposition, set_off
from dateline.identify.words import squeezed
from dateline.model import Document, Event, MentionKind
from dateline.tree import Tree

_LABELS = {"PERSON": "person", "ORG": "organization", "LOC": "place", "NORP": "group"}
_ABSTRACT = ("ance", "ence", "ness", "ity", "ism", "tion", "sion")
DONE_TO = frozenset(("ACCUSE", "COERCE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"))  # acts towards a state
ACTS = DONE_TO | {"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT"}  # acts of a state
_INSIDE = ("compound", "amod", "flat", "fixed", "nmod:desc", "goeswith")


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
    noun: str = ""  # a common noun's lemma; of a name, the common noun in it ("Sandvik Bridge")
    modifiers: frozenset[str] = frozenset()  # lemmas of the adjectives, nouns and owners before it
    definite: bool = False
    owned: bool = False  # "his", "our", "the king's"
    counted: bool = False  # "two men", "some people": some of a kind
    offices: frozenset[str] = frozenset()
    leads: bool = False
    of: frozenset[str] = frozenset()  # keys of the bodies and countries that the phrase names with the office
    core: int = -1  # a common noun's token: what is counted in "thousands of supporters"
    sure: bool = False  # the type is told by words in the text, not by the pipeline's label alone
    role: bool = False  # fills a part in an event, or is the source of a statement


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
    speakers: frozenset[int]  # heads of the words for who says, decides or negotiates something, or is accused or asked
    timed: frozenset[int]

    def edges(self, head: int) -> tuple[int, int]:
        """A phrase's first and last token, times at its ends left out ("Apple today")."""
        first, last = self.phrases.edges(head)
        while last > head and (last in self.timed or self.tree.tokens[last].upos in ("ADP", "PUNCT")):
            last -= 1
        while first < head and self._is_outer(first, head):
            first += 1
        return first, last

    def _is_outer(self, i: int, head: int) -> bool:
        """Whether a word at a phrase's beginning is no part of it: a time, a preposition, a stray genitive mark."""
        if i in self.timed or self.tree.tokens[i].upos == "PART":
            return True
        return self.tree.is_(i, "case", "cc") and self.tree.head(i) == head


def read(document: Document) -> Text:
    """A document's tree, phrases, names and the words that need an actor."""
    tree = Tree(document)
    finder = Finder(document, tree)
    units = tuple(finder.units())
    spans = [(r.start, r.end) for e in document.events for r in e.roles if r.event is None]
    spans += [(q.source.start, q.source.end) for q in document.attributions if q.source]
    heads = (head_of(tree, start, end) for start, end in spans)
    speaking = [(q.source.start, q.source.end) for q in document.attributions if q.source]
    speaking += [(r.start, r.end) for e in document.events if _is_act_of_state(e) for r in e.roles if r.role == "agent"]
    speaking += [(r.start, r.end) for e in document.events if e.type in DONE_TO for r in e.roles if r.role != "place"]
    return Text(
        document=document,
        tree=tree,
        phrases=Phrases(tree),
        units=units,
        at={i: u for u in units for i in range(u.first, u.stop)},
        fillers=frozenset(i for i in heads if i is not None and any(c.isalpha() for c in tree.tokens[i].text)),
        events=frozenset(i for e in document.events if (i := tree.at(e.start)) is not None),
        speakers=frozenset(i for start, end in speaking if (i := head_of(tree, start, end)) is not None),
        timed=frozenset(finder.timed),
    )


def _is_act_of_state(event: Event) -> bool:
    """Whether only somebody who can speak and decide does such a thing."""
    return event.timeml_class == "REPORTING" or event.type in ACTS or event.lemma.lower() in words("speech")


def head_of(tree: Tree, start: int, end: int) -> int | None:
    """The head word of a stretch of text: the first whose governor lies outside it, prepositions and articles passed over."""
    inside = tree.within(start, end)
    tops = [i for i in inside if tree.head(i) not in inside]
    return next((i for i in tops if not tree.is_(i, "case", "det", "punct", "mark", "cc")), tops[0] if tops else None)


def find(text: Text) -> list[Found]:
    """The names and common nouns of a document that mean somebody, in order of the text."""
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


# ---------------------------------------------------------------------------------------------------------------- names


def _unit_head(tree: Tree, unit: Unit) -> int:
    """The word of a name that the rest of the sentence hangs on."""
    inside = range(unit.first, unit.stop)
    tops = [i for i in inside if tree.head(i) not in inside]
    nominal = [i for i in tops if tree.tokens[i].upos not in ("PUNCT", "ADP", "DET", "CCONJ", "PART")]
    return (nominal or tops or [unit.stop - 1])[-1]


def _anchor(text: Text, unit: Unit) -> int:
    """The head of the phrase that a name closes: "Minister" where the parser hung "Silva" on it, else the name's own."""
    tree = text.tree
    head = _unit_head(tree, unit)
    above = tree.head(head)
    if above in text.at and unit.label == "PERSON" and tree.is_(head, "flat", "compound"):
        above = tree.head(above)  # nobody's name goes on from a body's: "Head of Hamas Silva"
    if above is None or above > unit.first or above in text.at or unit.label not in (None, "PERSON"):
        return head
    noun = nouns().get(lemma(tree, above))
    introduces = is_title(tree.tokens[above].text) or (noun is not None and noun.type == "person")
    joined = tree.is_(head, "flat", "appos", "compound", "nmod:desc", "dep")
    return above if introduces and joined and not set_off(tree, head) else head


def _named(text: Text, unit: Unit) -> Found | None:
    """The mention that a name makes, or None: a nationality that only describes makes none."""
    tree, head = text.tree, _anchor(text, unit)
    if _describes(text, unit):
        return None
    first, last = _name_edges(text, unit, head)
    description = describe(tree, text.at, (first, last), unit=unit, head=head)
    entry = _stands_for(text, unit)
    type_, subtype, sure = (entry.type, entry.kind, True) if entry else _type_of(text, unit, bool(description.offices))
    given = given_names().get(squeezed(tree.tokens[unit.first].text)) if type_ == "person" and unit.length > 1 else None
    return Found(
        head=head,
        first=first,
        last=last,
        kind="name",
        unit=unit,
        name=text.document.text[tree.tokens[unit.first].start : tree.tokens[unit.stop - 1].end],
        entry=entry,
        type=type_,
        subtype=subtype,
        plural=is_plural(tree, head) and type_ == "group",
        gender=description.gender or given,
        offices=description.offices,
        leads=description.leads,
        of=description.of,
        definite=True,
        noun=_noun_in(text, unit) if entry is None else "",
        sure=sure,
        role=bool({head, *range(unit.first, unit.stop)} & text.fillers),
    )


def _stands_for(text: Text, unit: Unit) -> Entry | None:
    """What a known name means here: a capital that says or decides something is its country."""
    entry = unit.alias.entry if unit.alias else None
    if entry is None or not entry.capital or text.speakers.isdisjoint(range(unit.first, unit.stop)):
        return entry
    if text.tree.child(_unit_head(text.tree, unit), "case") is not None:
        return entry
    return gazetteer().entries.get(f"country:{entry.country}", entry)


def _name_edges(text: Text, unit: Unit, head: int) -> tuple[int, int]:
    """The edges of a name's phrase; of a name that is a modifier itself, its own."""
    if unit.first <= head < unit.stop and text.tree.is_(head, "compound", "amod", "nmod:desc"):
        return unit.first, unit.stop - 1
    first, last = text.edges(head)
    first, last = min(first, unit.first), max(last, unit.stop - 1)
    if unit.label == "PERSON":
        last = unit.stop - 1
    if any(text.tree.tokens[i].upos in ("CCONJ", "AUX") or i in text.events for i in range(first, unit.first)):
        first = unit.first
    before = text.tree.tokens[first - 1] if first else None
    return (first - 1 if before and before.upos == "DET" and first <= before.head <= last else first), last


def _describes(text: Text, unit: Unit) -> bool:
    """Whether a nationality stands before a noun only to describe it."""
    tree, alias = text.tree, unit.alias
    head = _unit_head(tree, unit)
    adjectival = alias.sense == "adjective" if alias else unit.label == "NORP"
    if not adjectival or head in text.fillers:
        return False
    above = tree.head(head)
    if above is None or not tree.is_(head, "amod", "compound", "nmod:desc"):
        return alias is not None and tree.tokens[head].upos == "ADJ"
    return above not in text.events or lemma(tree, above) in nouns()


def _type_of(text: Text, unit: Unit, has_office: bool) -> tuple[str | None, str | None, bool]:
    """(type, kind, whether words tell it) of a name unknown to the gazetteers, by words around and in it or its label."""
    tree = text.tree
    if has_office and unit.label != "ORG":
        return "person", None, True
    noun = _introduced_by(text, unit) or _made_of(text, unit)
    if noun is not None and noun.type != "person" and (unit.label != "ORG" or noun.type == "organization"):
        return noun.type, noun.kind, True
    given = squeezed(tree.tokens[unit.first].text) in given_names()
    if unit.label in ("PERSON", None) and unit.length == 1 and not given and _is_where(tree, unit):
        return "place", None, True
    if given and 1 < unit.length <= 4 and unit.label in (None, "NORP", "PERSON"):
        return "person", None, True
    if given and 1 < unit.length <= 3 and unit.label == "ORG" and determiner(tree, _unit_head(tree, unit)) == "":
        return "person", None, False
    if unit.label is None and not text.speakers.isdisjoint(range(unit.first, unit.stop)):
        return "organization", None, False
    noun = nouns().get(tree.tokens[unit.first].text.lower().removesuffix("s")) if unit.length == 1 else None
    if noun and noun.type == "person" and unit.label in (None, "NORP"):
        return ("group" if is_plural(tree, unit.first) else "person"), None, True
    return _LABELS.get(unit.label or ""), None, False


def _introduced_by(text: Text, unit: Unit) -> Noun | None:
    """The common noun right before a name: "the company Nordvik", "the village of Silwan"."""
    tree, before = text.tree, unit.first - 1
    if before > 0 and tree.tokens[before].text == "of":
        before -= 1
    if before < tree.sentence(unit.first).first or tree.tokens[before].upos != "NOUN":
        return None
    noun = nouns().get(lemma(tree, before))
    return noun if noun and (noun.type == "place" or (noun.type == "organization" and before == unit.first - 1)) else None


def _made_of(text: Text, unit: Unit) -> Noun | None:
    """What the common noun in a name means."""
    return nouns().get(_noun_in(text, unit))


def _noun_in(text: Text, unit: Unit) -> str:
    """The common noun in a name, at its end or before an "of": "Sandvik Bridge", "University of Lima", "Norton Co."."""
    texts = [text.tree.tokens[i].text.lower() for i in range(unit.first, unit.stop)]
    if len(texts) < 2:
        return ""
    if texts[-1] in words("incorporated"):
        return "company"
    noun = texts[texts.index("of") - 1] if "of" in texts[1:] else texts[-1]
    return noun if noun in nouns() else ""


def _is_where(tree: Tree, unit: Unit) -> bool:
    """Whether a name follows a preposition of place."""
    return preposition(tree, _unit_head(tree, unit)) in ("in", "at", "near", "outside", "into", "around")


# --------------------------------------------------------------------------------------------------------- common nouns


def _nominal(text: Text, i: int) -> Found | None:
    """The mention that a common noun makes, or None where it means nobody or the rules cannot tell."""
    tree = text.tree
    counted = _counted(tree, i)
    noun = _noun(tree, counted)
    if noun is None and not _is_thing(text, i):
        return None
    if noun is not None and i in text.events and noun.type != "person":
        return None
    if (tree.is_(i, *_INSIDE) or _is_counted(tree, i)) and i not in text.fillers:
        return None
    if any(text.at.get(c) and tree.is_(c, "flat") for c in tree.children(i)) or _is_phrase(tree, i):
        return None
    return _nominal_mention(text, i, counted, noun)


def _noun(tree: Tree, i: int) -> Noun | None:
    return nouns().get(lemma(tree, i)) or nouns().get(tree.tokens[i].text.lower())


def _counted(tree: Tree, i: int) -> int:
    """The noun that a word of number counts ("thousands of supporters"), else the word itself."""
    if lemma(tree, i) not in words("vague"):
        return i
    return next((c for c in tree.children(i, "nmod") if preposition(tree, c) == "of" and tree.tokens[c].upos == "NOUN"), i)


def _is_counted(tree: Tree, i: int) -> bool:
    above = tree.head(i)
    return above is not None and above != i and _counted(tree, above) == i


def _is_phrase(tree: Tree, i: int) -> bool:
    """Whether a noun is part of a set phrase in which it means nobody: "a state of emergency"."""
    return lemma(tree, i) in ("state", "body") and any(
        preposition(tree, c) == "of" and tree.tokens[c].upos == "NOUN" for c in tree.children(i, "nmod")
    )


def _nominal_mention(text: Text, i: int, counted: int, noun: Noun | None) -> Found:
    tree = text.tree
    edges = text.edges(i)
    description = describe(tree, text.at, edges, unit=None, head=counted)
    plural = is_plural(tree, counted)
    type_, kind = (noun.type, noun.kind) if noun else ("thing", None)
    if plural and type_ in ("person", "organization", "country"):
        type_, kind = "group", {"organization": "organizations", "country": "countries"}.get(type_, kind)
    return Found(
        head=i,
        first=edges[0],
        last=edges[1],
        kind="nominal",
        type=type_,
        subtype=kind,
        plural=plural or kind == "people",
        gender=description.gender or (noun.gender if noun else None),
        noun=lemma(tree, counted),
        core=counted,
        modifiers=_modifiers(text, counted),
        definite=is_definite(tree, i),
        owned=any(c < i for c in tree.children(i, "nmod:poss")),
        counted=i != counted or bool(tree.children(i, "nummod")) or determiner(tree, i) in _SOME,
        offices=description.offices if not plural else frozenset(),
        leads=description.leads and not plural,
        of=description.of,
        role=i in text.fillers,
    )


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
    return _intangible().isdisjoint((noun, noun.removesuffix("s"))) and not noun.endswith(_ABSTRACT)


@cache
def _intangible() -> frozenset[str]:
    return words("abstract") | words("measure") | words("vague")
