"""Names in a text: what the language pipeline labels, what the gazetteers know, and capitalised words that both passed over.

Names do not overlap: the longest wins, and one that the gazetteers know before one that they do not. A shorter name inside a
longer one of a person or body is part of that name ("Bank of Japan" does not mention Japan).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.identify.causes import causes
from dateline.identify.composed import composed
from dateline.identify.edges import Edges
from dateline.identify.gazetteer import Alias
from dateline.identify.known import Known
from dateline.identify.lexicon import given_names, nouns, offices, person_nouns, words
from dateline.identify.nicknames import nicknamed
from dateline.identify.quoted import WORK, is_mere_word, titles_quoted
from dateline.identify.words import squeezed
from dateline.model import Document
from dateline.tree import Tree

_AFFIX = re.compile(r"(?:real|the|official|mr|mrs|ms|dr|rep|sen|gov|pres|hq|news|press|tv|us|usa|uk|\d)*")
_PLURALS = {"children": "child", "men": "man", "women": "woman"}
_DEALINGS = ("ACCUSE", "EMPLOY", "INVEST", "MERGE", "RESIGN")  # types of events that a body undergoes, and no town
_RANK = 3  # letters of a rank cut short: "PC", "RHP"
LEAST = 4  # letters of a name that a handle has in it
STORM = "STORM"  # the label of a storm's name
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w+")  # "eBay": a capital within tells a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A name in the text: tokens from `first` to before `stop`, the pipeline's label, and what the gazetteers take it for."""

    first: int
    stop: int
    label: str | None = None
    alias: Alias | None = None

    @property
    def length(self) -> int:
        return self.stop - self.first


def is_handle_of(handle: str, name: str) -> bool:
    """Whether a name on the web, in small letters, is somebody's with words before or behind it that tell of nobody else:
    "realanasilva" of "anasilva"."""
    before, own, after = handle.partition(name)
    return len(name) >= LEAST and bool(own) and bool(_AFFIX.fullmatch(before) and _AFFIX.fullmatch(after))


class Finder:
    """The names of one document."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self.tree = tree
        self.timed = {i for time in document.times for i in tree.within(time.start, time.end)}
        self.known = Known(document, tree, self.timed)
        self.texts = self.known.texts
        self.edges = Edges(document, tree, self.known)
        self.labels = {(a, b): n.label for n in document.names for a, b in self._closed_off(n.first, n.stop)}
        self.dealings = {tree.at(e.start) for e in document.events if e.type in _DEALINGS}
        self.events = {i for n in document.names if n.label == "EVENT" for i in range(n.first, n.stop)}

    def units(self) -> list[Unit]:
        """All names in order of the text."""
        labelled = self._labelled()
        found = self._with_titles([*labelled, *self._known(), *self._without_closing(labelled)])
        # "Ana 'La Loba' Silva" is one name
        found = _with_people(self._with_nobles(found), list(nicknamed(self.tree, self.known, self.edges)))
        found += self._of_members()
        found += self._composed()
        found.sort(key=lambda u: (-u.length, u.alias is None, u.first))
        taken: set[int] = set()
        kept = []
        for unit in found:
            span = range(unit.first, unit.stop)
            if unit.length and taken.isdisjoint(span):
                taken.update(span)
                if unit.alias or self._is_written_as_name(span):
                    kept.append(unit)
        kept = self._with_places(
            kept, self._unlabelled(taken, {squeezed(self.texts[i]) for u in kept for i in range(u.first, u.stop)})
        )
        kept += self._shortened(kept)
        kept += self._surnames_first(kept)
        kept = self._with_storms(kept)
        whole = self._closed(self._with_ampersands(self._parted(sorted(kept, key=lambda u: u.first))))
        whole = self._with_chambers(self._with_acronyms(self._with_namesakes(whole)))
        whole = [u for u in whole if not is_mere_word(self.tree, u.first, u.stop)]
        return self._with_handles(self._with_surnames(whole))

    def _composed(self) -> Iterator[Unit]:
        """Names of bodies whose parts the pipeline leaves apart: "Ministry of the Interior"."""
        for first, stop, label in composed(self.tree, self.known, self.edges):
            yield Unit(first=first, stop=stop, label=label, alias=self.known.meant(first, stop))

    def _of_members(self) -> Iterator[Unit]:
        """Bodies that are their members' or a saint's, with their country: "Nigerian Teachers' Union", "St. Paul's School"."""
        for mark in (i for i, text in enumerate(self.texts) if text in ("'", "’", "'s", "’s") and i):
            stop = mark + 1
            while stop < len(self.texts) and self._is_great(stop):
                stop += 1
            noun = nouns().get(self.texts[stop - 1].lower()) if stop > mark + 1 else None
            if noun is None or noun.type not in ("organization", "place") or self._is_known_body(mark + 1, stop):
                continue
            first = self._owner_of_body(
                mark, is_body=noun.type == "organization" or self.texts[stop - 1].lower() in words("endowed")
            )
            if first is not None:
                yield Unit(first=first, stop=stop, label="ORG" if noun.type == "organization" else None)

    def _owner_of_body(self, mark: int, *, is_body: bool) -> int | None:
        """Where the name of members or of a saint begins that a genitive mark closes; None where it is another owner's."""
        first = mark - 1
        saint = mark > 1 and self.texts[mark - 2] in ("St.", "St", "Saint")
        plural = self.texts[first].lower()
        member = nouns().get(_PLURALS.get(plural, plural.removesuffix("s")))
        if saint and self._is_great(first):
            return mark - 2
        if not (is_body and self._is_great(first) and member is not None and member.type == "person"):
            return None
        if not (plural.endswith("s") or plural in _PLURALS):
            return None
        while first > self.tree.sentence(first).first and self._is_great(first - 1) and self.tree.tokens[first - 1].upos != "DET":
            first -= 1
        return first

    def _is_known_body(self, first: int, stop: int) -> bool:
        """Whether words are the name of something other than a town: the "Labour Party" of "the workers' Labour Party"."""
        found = (aliases for end, aliases in self.known.starting.get(first, ()) if end == stop)
        return any(a.entry.kind != "city" for aliases in found for a in aliases)

    def _is_great(self, i: int) -> bool:
        """Whether a word with a capital may be part of a body's name."""
        return self.texts[i][:1].isupper() and self.tree.tokens[i].upos in ("ADJ", "NOUN", "PROPN") and i not in self.timed

    def _with_nobles(self, units: list[Unit]) -> list[Unit]:
        """The names, with those of nobles in place of their places': "Duke of York" is neither a body nor in York."""
        nobles = [i for i, text in enumerate(self.texts) if text.lower() in words("noble") and self._is_noble(i)]
        spans = [(i, next((u.stop for u in units if u.first == i + 2), i + 3)) for i in nobles]
        spans = [
            (a, b) for a, b in spans if not {t.lower() for t in self.texts[b - 1 : b + 1] if t[:1].isupper()} & nouns().keys()
        ]
        return _with_people(units, spans)  # "Prince of Wales Island" is nobody

    def _is_noble(self, i: int) -> bool:
        """Whether a title with a capital goes with a place behind its "of", and they with no noun: "the Duke of York pub"."""
        place = self.texts[i + 2 : i + 3]
        named = bool(place) and place[0][:1].isupper() and self.texts[i + 1] == "of" and i + 2 not in self.timed
        return named and self.texts[i][:1].isupper() and not self.tree.is_(i, "compound", "nmod:desc")

    def _with_storms(self, units: list[Unit]) -> list[Unit]:
        """The names, those of storms as no man's or woman's, elsewhere too: "Hurricane Ana", "Ana weakened"."""
        storms = {i: self._begun_storm(i) for i in range(1, len(self.texts)) if self._is_great(i - 1) and self._is_storm(i)}
        names, again = {self.texts[i] for i in storms}, [i for i, text in enumerate(self.texts) if storms and i not in storms]
        full = {i for u in units if u.length > 1 for i in range(u.first, u.stop)}
        storms |= {i: i for i in again if self.texts[i] in names and self.tree.tokens[i].upos == "PROPN" and i not in full}
        left = [u for u in units if not any(u.first <= i < u.stop for i in storms)]
        return left + [Unit(first=first, stop=i + 1, label=STORM) for i, first in storms.items()]

    def _begun_storm(self, i: int) -> int:
        """Where a storm's name begins: "| Tropical Storm Ana"."""
        return i - 2 if i > 1 and self.texts[i - 2] in ("Tropical", "Winter", "Super") else i - 1

    def _is_storm(self, i: int) -> bool:
        """Whether a word is the name that a storm's noun stands before: "Typhoon | Ana", not "Hurricane Center"."""
        named = i > 0 and self.texts[i - 1].lower() in words("tempest") and self.texts[i].istitle()
        common = nouns().get(self.texts[i].lower())
        body = common is not None and common.type != "person"
        goes_on = self.tree.head(i) == i + 1 and self.tree.is_(i, "compound")  # "Hurricane Season Guide"
        return named and not body and not goes_on and self.tree.tokens[i].upos == "PROPN"

    def _with_handles(self, units: list[Unit]) -> list[Unit]:
        """The names, and those by which somebody whom the article names in full goes on the web: "@realAnaSilva"."""
        handles = {i: squeezed(text) for i, text in enumerate(self.texts) if text.startswith("@")}
        if not handles:
            return units
        full = {squeezed("".join(self.texts[u.first : u.stop])): u for u in units if u.length > 1 or u.label == "ORG"}
        bearers = {i: next((full[name] for name in full if is_handle_of(handle, name)), None) for i, handle in handles.items()}
        found = [Unit(first=i, stop=i + 1, label=u.label, alias=u.alias) for i, u in bearers.items() if u is not None]
        known = {u.first for u in found}
        return sorted([*(u for u in units if u.first not in known), *found], key=lambda u: u.first)

    def _with_titles(self, units: list[Unit]) -> list[Unit]:
        """The names, those taken as one that stand between quotation marks all with capitals ("Good Morning Lima" is no Lima), or
        that say whom and what a body is for ("Citizens for Lima" neither)."""
        titles = {(a, b): label for a, b, label in titles_quoted(self.tree, self.known, self.edges)}
        titles.update(dict.fromkeys(causes(self.tree, self.known, self.edges), "ORG"))
        inside = {i: title for title in titles for i in range(*title)}
        kept = {span for span, label in titles.items() if label != WORK}
        left = [u for u in units if u.first not in inside or (inside[u.first] in kept and inside[u.first] == (u.first, u.stop))]
        known = {(u.first, u.stop) for u in left}
        return left + [Unit(first=a, stop=b, label=label) for (a, b), label in titles.items() if (a, b) not in known]

    def _without_closing(self, units: list[Unit]) -> Iterator[Unit]:
        """Names of two words or more that close in "Corp." elsewhere: "First Boston" is not in Boston."""
        closed = (self.texts[u.first : u.stop] for u in units if u.label == "ORG" and u.length > 2)
        short = {tuple(name[:-1]) for name in closed if name[-1].lower() in words("incorporated")}
        openings = {name[0] for name in short}
        for first in (i for i, text in enumerate(self.texts) if text in openings):
            for name in short:
                stop = first + len(name)
                goes_on = "".join(self.texts[stop : stop + 1]).lower() in words("incorporated")
                if tuple(self.texts[first:stop]) == name and not goes_on:
                    yield Unit(first=first, stop=stop, label="ORG")

    def _with_namesakes(self, units: list[Unit]) -> list[Unit]:
        """The names, a town's being a body's or somebody's where it is that elsewhere: "Delta" after "Delta Air Lines"."""
        bodies = {self.texts[u.first] for u in units if u.label == "ORG" and u.length == 1 and not u.alias}
        surnames = {self.texts[u.stop - 1] for u in units if u.label == "PERSON" and u.length > 1}
        closing = words("incorporated") | words("firm")
        closed = {self.texts[u.first] for u in units if u.length > 1 and self.texts[u.stop - 1].lower() in closing}

        def namesake(u: Unit) -> str | None:
            if not u.alias or u.length > 1 or u.alias.entry.kind != "city" or self.known.within(u.stop):
                return None
            placed = self._is_where(u.first)
            town, text = u.alias.entry.is_town, self.texts[u.first]
            acts = (town and not placed) or self.tree.is_(u.first, "nsubj", "nmod:poss")
            if (text in closed and (acts or self._is_left(u.first))) or (town and u.label != "LOC" and text in bodies):
                return "ORG"
            return "PERSON" if text in surnames and acts and not u.alias.entry.capital else None

        return [replace(u, label=label, alias=None) if (label := namesake(u)) else u for u in units]

    def _is_left(self, i: int) -> bool:
        """Whether a name is the object of a verb by which somebody quits or joins a body, sues it or buys it."""
        return self.tree.is_(i, "obj") and self.tree.head(i) in self.dealings

    def _is_where(self, i: int) -> bool:
        """Whether "in" or "at" before a name says where something is: "a plant in Madison", not "a stake in Madison"."""
        above = self.tree.head(i)
        owned = above is not None and self.tree.tokens[above].lemma.lower() in words("stake")
        return i > 0 and self.texts[i - 1].lower() in ("in", "at", "near", "outside") and not owned

    def _with_places(self, known: list[Unit], unknown: list[Unit]) -> list[Unit]:
        """All of them; a place that is only the first part of an unknown name is no name by itself ("Nile Gazette")."""
        by_stop = {u.stop: u for u in known if u.alias and u.alias.entry.type in ("place", "city", "country")}
        made = []
        for unit in unknown:
            place = by_stop.get(unit.first)
            inside = place and all(self.tree.is_(i, "compound") for i in range(place.first, place.stop))
            if (
                place
                and inside
                and self.tree.head(place.first) == unit.stop - 1
                and self.texts[unit.stop - 1].lower() not in nouns()
            ):
                known = [u for u in known if u is not place]
                unit = replace(unit, first=place.first)
            made.append(unit)
        return known + made

    def _parted(self, units: list[Unit]) -> list[Unit]:
        """The names, two that "and" joins taken apart where the article has both by themselves."""
        alone = {squeezed("".join(self.texts[u.first : u.stop])) for u in units}
        found: list[Unit] = []
        for unit in units:
            at = next((i for i in range(unit.first + 1, unit.stop - 1) if self.texts[i] == "and"), None)
            parts = [] if at is None or unit.alias else [(unit.first, at), (at + 1, unit.stop)]
            if parts and all(squeezed("".join(self.texts[a:b])) in alone for a, b in parts):
                found += [Unit(first=a, stop=b, label=unit.label, alias=self.known.meant(a, b)) for a, b in parts]
            else:
                found.append(unit)
        return found

    def _with_ampersands(self, units: list[Unit]) -> list[Unit]:
        """The names, two with "&" between them made one: "Marsh & Holm" is a firm."""
        joined: list[Unit] = []
        for unit in units:
            before = joined[-1] if joined else None
            if before and (self._is_joined(before, unit) or self._is_named_after(before, unit)):
                joined[-1] = Unit(first=before.first, stop=unit.stop, label="ORG", alias=None)
                while len(joined) > 1 and self._is_joined(*joined[-2:]):
                    joined[-2:] = [Unit(first=joined[-2].first, stop=unit.stop, label="ORG", alias=None)]
            else:
                joined.append(unit)
        return joined

    def _closed(self, units: list[Unit]) -> list[Unit]:
        """The names, a firm's with the "Inc." behind its comma: "Marsh & Holm, Inc."."""
        made: list[Unit] = []
        for unit in units:
            before = made[-1] if made else None
            behind = before is not None and before.stop == unit.first - 1 and self.texts[before.stop] == ","
            if before and behind and unit.length == 1 and self.texts[unit.first].lower() in words("incorporated"):
                made[-1] = replace(before, stop=unit.stop, label="ORG", alias=None)
            else:
                made.append(unit)
        return made

    def _is_joined(self, before: Unit, unit: Unit) -> bool:
        """Whether "&" stands between two names, the comma of "Holm, Marsh & Silva", or the genitive of "Holm's Bay Co."."""
        if before.stop not in (unit.first, unit.first - 1):
            return False
        mark, above = self.texts[before.stop], self.tree.head(unit.first)
        if mark == "," and before.length < 3 and not before.alias and "&" in self.texts[unit.first : unit.stop]:
            return above is not None and before.first <= above < before.stop
        if mark == "'s" and (before.label, before.alias) == ("LOC", None):
            return self.texts[unit.stop - 1].lower() in words("incorporated")
        return mark == "&"

    def _is_named_after(self, before: Unit, unit: Unit) -> bool:
        """Whether a person's name begins a thrift's: "Rui Silva Savings Association"."""
        last = self.texts[unit.stop - 1].lower()
        if before.stop != unit.first or (before.label, unit.label) != ("PERSON", "ORG") or unit.alias or before.length < 2:
            return False
        return last in words("endowed")

    def _shortened(self, units: list[Unit]) -> list[Unit]:
        """Words that begin a sentence as its subject, and a body's name: "Amnesty said" after "Amnesty International"."""
        tokens = self.tree.tokens
        taken = {i for u in units for i in range(u.first, u.stop)}
        opening = {squeezed(self.texts[u.first]) for u in units if u.length > 1 and u.label == "ORG"}
        opening -= words("generic") | words("doctrine")
        return [
            Unit(first=i, stop=i + 1, label="ORG")
            for i in (s.first for s in self.tree.sentences)
            if i not in taken
            and squeezed(self.texts[i]) in opening
            and tokens[i].upos in ("NOUN", "PROPN", "ADJ", "ADV")
            and self.tree.is_(i, "nsubj", "nmod:poss")
            and not self.tree.children(i, "det", "amod", "nmod")
            and (self.texts[i].lower() not in nouns() or tokens[i].upos == "PROPN")
        ]

    def _surnames_first(self, units: list[Unit]) -> list[Unit]:
        """Surnames that begin a sentence and look like nouns that the article does not use: "Jobs" after "Steve Jobs"."""
        taken = {i for u in units for i in range(u.first, u.stop)}
        return [
            Unit(first=i, stop=i + 1, label="PERSON")
            for i in (s.first for s in self.tree.sentences)
            if i not in taken
            and self.texts[i] in self.edges.surnames
            and self.tree.is_(i, "nsubj", "nmod:poss")
            and not self.tree.children(i, "det", "amod", "nmod", "compound")
            and self.texts[i].lower() not in self.texts
        ]

    def _with_acronyms(self, units: list[Unit]) -> list[Unit]:
        """The names, an acronym's bearer being whom the article itself writes out before any other body of these letters."""
        written = {self._letters(u): u for u in units if u.length > 1}
        return [
            replace(u, alias=None) if u.alias and u.length == 1 and self._is_another(u, written.get(self.texts[u.first])) else u
            for u in units
        ]

    def _letters(self, unit: Unit) -> str:
        """The first letters of a name's words with a capital."""
        return "".join(t[0] for t in self.texts[unit.first : unit.stop] if t[:1].isupper())

    def _is_another(self, short: Unit, long: Unit | None) -> bool:
        """Whether an acronym in the gazetteers is written out in the article as another body's name."""
        text = self.texts[short.first]
        if long is None or short.alias is None or not text.isupper() or len(text) < 3 or long.label == "PERSON":
            return False
        return long.alias is None or long.alias.entry.key != short.alias.entry.key

    def _is_written_as_name(self, span: range) -> bool:
        """Whether a labelled stretch has a proper noun, or a capital that no sentence's beginning accounts for."""
        if any(self.tree.tokens[i].upos in ("PROPN", "ADJ", "X") for i in span):
            return True
        return span[0] > self.tree.sentence(span[0]).first and self.texts[span[0]][:1].isupper()

    def _with_chambers(self, units: list[Unit]) -> list[Unit]:
        """The names, a chamber's being that of a state where it goes with one: "the House of Representatives in Ohio"."""
        states = {i for u in units if u.alias and u.alias.entry.kind == "region" for i in range(u.first, u.stop)}
        states |= {i for u in units if self._begins_with_state(u) for i in range(u.first, u.stop)}
        return [replace(u, alias=None) if self._is_chamber_of(u, states) else u for u in units]

    def _begins_with_state(self, unit: Unit) -> bool:
        """Whether the name of a body begins with that of a state of a union: "North Carolina Senate"."""
        found = (aliases for end, aliases in self.known.starting.get(unit.first, ()) if end < unit.stop)
        return any(a.entry.kind == "region" for aliases in found for a in aliases)

    def _is_chamber_of(self, unit: Unit, states: set[int]) -> bool:
        """Whether the name of a nation's chamber goes with a state of it, or with a chamber that does."""
        known = unit.alias is not None and unit.alias.shared and unit.alias.entry.kind == "government body"
        if not known:
            return False
        above = self.tree.head(unit.first) if self.tree.is_(unit.first, "conj") else None
        heads = [unit.first] if above is None else [unit.first, above]
        return any(h in states or not states.isdisjoint(self.tree.children(h, "compound", "nmod:poss", "nmod")) for h in heads)

    def _with_surnames(self, units: list[Unit]) -> list[Unit]:
        """The names, a place's taken for a person's where the article names a man or woman so: "Ms London said"."""
        surnames: dict[str, set[str]] = {}
        for u in units:
            if u.label == "PERSON" and u.length > 1 and "of" not in self.texts[u.first : u.stop]:
                key = u.alias.entry.key if u.alias else squeezed("".join(self.texts[u.first : u.stop]))
                surnames.setdefault(squeezed(self.texts[u.stop - 1]), set()).add(key)
        return [replace(u, label="PERSON", alias=None) if self._is_surname(u, surnames) else u for u in units]

    def _is_surname(self, unit: Unit, surnames: dict[str, set[str]]) -> bool:
        bearers = surnames.get(squeezed(self.texts[unit.first]), set())
        if unit.length > 1 or not bearers:
            return False
        inside = unit.first > 0 and self.texts[unit.first - 1].lower() in ("in", "near", "outside", "of", "from", "to")
        if not unit.alias:
            return unit.label == "LOC" and not inside
        entry = unit.alias.entry
        if entry.type == "person":
            return bearers != {entry.key}  # "Trump" in an article on another Trump
        if entry.type == "organization":
            return unit.label != "ORG"  # "Bloomberg" in an article on Michael Bloomberg
        if entry.kind != "city" and (entry.type != "country" or unit.alias.sense != "name"):
            return False
        if self.known.places.get(entry.country or "", set()) - {entry.key}:
            return unit.label == "PERSON"
        return unit.label != "LOC" or self.tree.is_(unit.first, "nsubj", "nmod:poss") or (entry.is_town and not inside)

    def _labelled(self) -> list[Unit]:
        """The pipeline's names, without the titles and articles at their edges."""
        units = []
        for (first, stop), label in self.labels.items():
            if label == "EVENT":
                continue
            first, stop, label = self.edges.trimmed(first, stop, label)
            if self._is_no_name(first, stop, label) or self._is_in_name(first, stop):
                continue
            if label == "ORG" and self.edges.is_office(first, stop):
                continue  # "EU Commissioner for Trade Ana Silva"
            if stop - first > 1 and label != "PERSON" and self.texts[stop - 1].lower() in words("treaty"):
                continue  # "the Kyoto Protocol"
            stop = self.edges.completed(first, stop, label)
            first = self.edges.begun(first, stop, label)
            if (begins := self.edges.bearing(first, stop, label)) < first:
                first, label = begins, "ORG"
            first, stop = self.edges.hyphened(first, stop, label)
            stop = self.edges.with_generation(stop, label)
            if self.known.is_of_continent(first):
                first -= 1
            alias = self.known.meant(first, stop)
            person = alias is not None and alias.entry.type == "person"
            if label == "PERSON" and alias is not None and not person:
                misread = self.known.is_misread(first, alias) and not self.edges.is_titled(first)
                alias = alias if misread else None  # "Don Jordan" is no country
            if label == "ORG" and alias is not None and self._is_namesake(first, stop, alias):
                alias = None
            units.append(Unit(first=first, stop=stop, label=label, alias=alias))
        return units

    def _closed_off(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """A labelled name, taken apart where a company's name closes within it: "Sandvik Co. Holm Corp." is two."""
        closing = [self.texts[i].lower() in words("incorporated") and self.texts[i].endswith(".") for i in range(first, stop)]
        begun = first
        for i in range(first + 1, stop - 1):
            ends = closing[i - first] and not closing[i + 1 - first] and self.texts[i + 1].lower() not in words("firm")
            if ends and self.texts[i + 1] in ("of", "in"):
                stop = i + 1  # where "Sandvik Inc. of Lima" is does not belong to its name
                break
            if ends and (self.texts[i + 1][:1].isupper() or self.texts[i + 1] in ("and", ",")):
                yield begun, i + 1
                begun = i + 1 if self.texts[i + 1][:1].isupper() else i + 2
        if begun < stop:
            yield begun, stop

    def _is_namesake(self, first: int, stop: int, alias: Alias) -> bool:
        """Whether a body called like a lesser town is short for one that the article has in full: "Delta" of Delta Air Lines."""
        if not alias.entry.is_town:
            return False
        own = self.texts[first:stop]
        longer = (self.texts[a:b] for (a, b), label in self.labels.items() if label == "ORG" and b - a > stop - first)
        return any(words_of[: len(own)] == own for words_of in longer)

    def _is_no_name(self, first: int, stop: int, label: str) -> bool:
        """Whether a labelled word is a common noun that begins a sentence, or the first part of a longer name cut short."""
        if stop <= first or len(squeezed("".join(self.texts[first:stop]))) < 2:
            return True
        if stop - first != 1:
            return False
        lower = self.texts[first].lower()
        if self.known.is_unit(first) or lower in words("doctrine") or (self.texts[first].isupper() and lower in offices()):
            return True  # "30 GB", "the AG"
        if (
            label == "NORP"
            and stop < len(self.texts)
            and self.tree.tokens[stop].upos == "PROPN"
            and first not in self.known.starting
        ):
            return self.tree.tokens[first].head in range(stop, stop + 4)
        begins = first == self.tree.sentence(first).first
        common = any(w in words("abstract") or w in nouns() for w in (lower, lower.removesuffix("s")))
        return begins and common and first not in self.known.starting and self.texts[first] not in self.edges.surnames

    def _is_in_name(self, first: int, stop: int) -> bool:
        """Whether "USA" only ends or goes on with a body's name: "Skate USA"."""
        before = self.tree.tokens[first - 1] if first else None
        if before is None or self.texts[first:stop] != ["USA"] or first == self.tree.sentence(first).first:
            return False
        named = before.upos == "PROPN" and before.text[:1].isupper() and self.known.covered.get(first - 1) != "LOC"
        return named and before.text.isalpha() and not self.edges.is_title(first - 1)

    def _is_no_place(self, first: int, stop: int) -> bool:
        """Whether what looks like a known name only ends another ("Al-Wafa"), is a title ("Del. Ana Silva"), or tells of a treaty
        ("the Paris Agreement")."""
        if first > 1 and self.texts[first - 1] in ("-", "‐", "‑") and self.texts[first - 2].lower() in words("particle"):
            return True
        if self.texts[first].endswith(".") and self.edges.is_title(first) and self.known.covered.get(stop) == "PERSON":
            return True
        called = self.texts[stop] if stop < len(self.texts) else ""
        found = next((aliases for end, aliases in self.known.starting.get(first, ()) if end == stop), [])
        city = any(a.entry.kind == "city" for a in found)
        return city and called[:1].isupper() and called.lower() in words("treaty") and self.tree.is_(first, "compound", "amod")

    def _known(self) -> list[Unit]:
        """The gazetteers' names that the text supports."""
        units = []
        for first, stop, _ in self.known.named:
            if self._is_in_name(first, stop) or self._is_no_place(first, stop):
                continue
            alias = self.known.meant(first, stop)
            if alias is not None and self.known.supported(first, stop, alias):
                units.append(Unit(first=first, stop=stop, label=self.labels.get((first, stop)), alias=alias))
        return units

    def _unlabelled(self, taken: set[int], known: set[str]) -> list[Unit]:
        """Runs of proper nouns that are no name yet; in headings only of words known as names."""
        units = []
        runs = sorted(self._runs(taken), key=lambda run: run[0] in self.edges.headings)
        for first, stop in runs:  # what the text names, a heading may
            first = self.edges.after_office(self._after_common(first, stop), stop)
            if " ".join(self.texts[first:stop]).lower() in offices():
                continue  # "Trade Minister" before a name
            while stop > first and self._is_common(stop - 1):
                stop -= 1
            stop = self._built(first, self._numbered(first, stop))
            run = range(first, stop)
            if not run or (len(run) == 1 and stop in self.timed and self.texts[first].lower().rstrip(".") in words("weekday")):
                continue  # "Sat Nov 12"
            if self.edges.is_remit(first, stop) or (len(run) == 1 and self.edges.is_office(first, stop)):
                continue
            if len(run) == 1 and self.known.covered.get(first) == "NORP" and self._is_no_name(first, stop, "NORP"):
                continue  # "Democrat Ana Silva"
            if len(run) == 1 and self.texts[first].lower() in words("partisan") and stop in taken:
                continue
            if len(run) == 1 and self.texts[first].isupper() and self.texts[first].lower() in nouns():
                continue  # "the PAC"
            if len(run) == 1 and self._is_calling(first):
                continue
            if first in self.edges.headings and not any(squeezed(self.texts[i]) in known for i in run):
                continue
            happening = self._is_happening(run)
            if (
                any(self.texts[i][:1].isupper() or _BRAND.fullmatch(self.texts[i]) for i in run)
                and not happening
                and not self._is_no_name(first, stop, "")
            ):
                units.append(Unit(first=first, stop=stop))
                known = known | {squeezed(self.texts[i]) for i in run}
        return units

    def _is_calling(self, i: int) -> bool:
        """Whether a word with a capital says what the man or woman is whose name stands right behind it: "Coroner Ana Silva", "PC
        Ana Silva"."""
        lower, joined = self.texts[i].lower(), i + 1 < len(self.texts) and self.known.covered.get(i + 1) == "PERSON"
        noun = nouns().get(lower)
        people = lower in person_nouns() or (noun is not None and noun.type == "person")
        rank = self.texts[i].isupper() and self.texts[i].isalpha() and len(lower) <= _RANK
        if joined and self.tree.is_(i, "nmod:desc") and self.tree.head(i) == i + 1:
            return people or rank
        flat = joined and self.tree.head(i + 1) == i and self.tree.is_(i + 1, "flat", "appos")
        return flat and people and squeezed(lower) not in given_names()

    def _is_happening(self, run: range) -> bool:
        """Whether words are the name of an event, a law or a day; the law firm Jones Day is none."""
        before = self.tree.tokens[run.start - 1] if run.start > self.tree.sentence(run.start).first else None
        if before is not None and before.text == "of" and self.texts[run.start - 2].lower() in words("happening"):
            return self.texts[run.start - 2][:1].isupper()  # "Plan of Action"
        body = nouns().get(before.lemma.lower()) if before is not None and before.upos == "NOUN" and len(run) > 1 else None
        if body is not None and body.type == "organization":
            return False
        return any(self.texts[i].lower() in words("happening") for i in run) or not self.events.isdisjoint(run)

    def _numbered(self, first: int, stop: int) -> int:
        """Where a name ends that a number closes: "Apollo 13" is not "Apollo 12"."""
        tokens = self.tree.tokens
        if stop <= first or stop >= len(tokens) or stop in self.timed or not tokens[stop].text[:1].isdigit():
            return stop
        if stop + 1 < len(tokens) and tokens[stop].end == tokens[stop + 1].start and tokens[stop + 1].text.isalpha():
            return stop + 2 if tokens[stop + 1].head in range(first, stop) else stop  # "iPhone 3G"
        if any(c.isalpha() for c in tokens[stop].text):  # "iPhone 3GS"
            joined = tokens[stop].head in range(first, stop) or any(tokens[i].head == stop for i in range(first, stop))
            return stop + 1 if joined and tokens[stop].upos in ("NOUN", "PROPN", "NUM", "X") else stop
        return stop + 1 if tokens[stop].head in range(first, stop) and tokens[stop].upos == "NUM" else stop

    def _built(self, first: int, stop: int) -> int:
        """Where a name with a particle ends that is a building's or a school's: "the al-Rawdah | mosque |"."""
        tokens = self.tree.tokens
        if stop - first < 3 or stop >= len(tokens) or self.texts[first].lower() not in words("particle"):
            return stop
        noun = nouns().get(self.texts[stop])
        building = noun is not None and noun.type == "place" and self.texts[first + 1] in ("-", "‐", "‑")
        hung = building and tokens[stop].upos == "NOUN" and any(tokens[i].head == stop for i in range(first, stop))
        return stop + 1 if hung and self.tree.is_(first, "compound") else stop

    def _runs(self, taken: set[int]) -> list[tuple[int, int]]:
        """Unbroken stretches of proper nouns within a sentence."""
        runs: list[tuple[int, int]] = []
        for s in self.tree.sentences:
            begun = None
            for i in range(s.first, s.stop + 1):
                proper = i < s.stop and i not in taken and i not in self.timed and self._is_proper(i, begun is not None)
                if proper and begun is None:
                    begun = i
                elif not proper and begun is not None:
                    runs.append((begun, i))
                    begun = None
        return runs

    def _is_proper(self, i: int, begun: bool) -> bool:
        """Whether a word may be part of a name: a proper noun, or a hyphen between two."""
        tokens = self.tree.tokens
        if "$" in tokens[i].text:
            return False
        if tokens[i].text == "-" and begun and i + 1 < len(tokens):
            goes_on = tokens[i + 1].upos == "PROPN" or (
                tokens[i + 1].upos == "NOUN" and tokens[i + 1].text[:1].isupper()
            )  # "Wi-Fi"
            return goes_on and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
        if tokens[i].upos == "PROPN" or (tokens[i].upos in ("NOUN", "X") and _BRAND.fullmatch(tokens[i].text)):
            return True
        if tokens[i].upos in ("NOUN", "X") and tokens[i].text[:1].isupper() and i not in self.edges.headings:
            return begun or i > self.tree.sentence(i).first + 1
        named = self.known.covered.get(i) or tokens[i].xpos.startswith("NNP")
        return bool(named) and tokens[i].text[:1].isupper() and i + 1 < len(tokens) and tokens[i + 1].upos == "PROPN"

    def _is_common(self, i: int) -> bool:
        """Whether a capitalised word is a title or a common noun for people and bodies."""
        return self.edges.is_title(i)

    def _after_common(self, first: int, stop: int) -> int:
        """Where a run's name begins: after titles and what precedes them ("Bureau", "Foreign Minister")."""
        for i in range(stop - 2, first - 1, -1):
            polite = self.texts[i].lower().rstrip(".") in words("polite")  # "Mr King"
            if i == stop - 2 and self.texts[stop - 1].lower() in nouns() and not polite:
                continue  # "the Justice Party" is no party of a justice's
            if self._is_common(i) or (self.texts[i].lower() in nouns() and i > 0 and self.tree.tokens[i - 1].upos == "ADJ"):
                return i + 1
        return first


def _with_people(units: list[Unit], spans: list[tuple[int, int]]) -> list[Unit]:
    """Names, with those of people who stand in some stretches in place of all that stood there."""
    inside = {i for span in spans for i in range(*span)}
    left = [u for u in units if inside.isdisjoint(range(u.first, u.stop))]
    return left + [Unit(first=first, stop=stop, label="PERSON") for first, stop in spans]
