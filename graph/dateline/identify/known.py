"""Names that the gazetteers know, and what they mean in an article: which Georgia, and whether "Jordan" is a country or a man."""

from collections.abc import Iterator

from dateline.ampersand import ampersands
from dateline.identify.gazetteer import WELL_KNOWN, Alias, Entry, gazetteer
from dateline.identify.lexicon import given_names, is_title, nouns, words
from dateline.identify.words import squeezed
from dateline.model import Document
from dateline.tree import Tree

_PLACE_CUES = (
    "in",
    "at",
    "near",
    "from",
    "to",
    "outside",
    "around",
    "across",
    "into",
    "towards",
    "toward",
    "of",
    "leave",
    "visit",
)
LARGER = 3  # times as many people as in the next city of its name: enough to be meant where nothing tells which


class Known:
    """The gazetteers' names in one document."""

    def __init__(self, document: Document, tree: Tree, timed: set[int]) -> None:
        self.tree = tree
        self.timed = timed
        self.texts = ampersands([t.text for t in tree.tokens])
        self.labels = {(n.first, n.stop): n.label for n in document.names}
        self.covered = {i: n.label for n in document.names for i in range(n.first, n.stop)}
        self.named = self._hits()
        self.starting: dict[int, list[tuple[int, list[Alias]]]] = {}
        for first, stop, found in self.named:
            self.starting.setdefault(first, []).append((stop, found))
        self.places: dict[str, set[str]] = {}
        whole = list(self._whole())
        for found in whole:
            entries = [a.entry for a in found if a.sense == "name" and a.entry.type in ("country", "place")]
            where = {entry.country for entry in entries}
            if len(where) == 1 and (country := where.pop()) and all(entry.type == "place" for entry in entries):
                self.places.setdefault(country, set()).add(entries[0].key)
        self.countries = {a.entry.country for found in whole for a in found if a.entry.type in ("country", "group")}
        self.countries |= set(self.places)
        self.titled = {
            a.entry.key
            for first, _, found in self.named
            if first and is_title(self.texts[first - 1])
            for a in found
            if a.entry.type == "person"
        }
        self.regions = {link for _, _, found in self.named for a in found if a.entry.kind == "region" for link in a.entry.same_as}
        self.plain = {a.entry.key for _, _, found in self.named for a in found if a.sense in ("name", "adjective")}

    def _whole(self) -> Iterator[list[Alias]]:
        """What the names mean that are no part of a place's longer one: "New York" tells nothing of York."""
        reach = 0
        for _, stop, found in sorted(self.named, key=lambda hit: (hit[0], -hit[1])):
            if stop > reach:
                yield found
                reach = stop if any(a.entry.type in ("place", "country") for a in found) else reach

    def _hits(self) -> list[tuple[int, int, list[Alias]]]:
        """(first, stop, what it may mean) of every name in the gazetteers, overlapping ones too."""
        known = gazetteer()
        ends = {i: s.stop for s in self.tree.sentences for i in range(s.first, s.stop)}
        hits = []
        for i, text in enumerate(self.texts):
            if text[:1].isalnum() and "$" not in text and i not in self.timed and not self.is_unit(i):
                hits += [(i, stop, found) for stop, found in known.at(self.texts, i) if stop <= ends.get(i, stop)]
        return [(first, stop, alike) for first, stop, found in hits if (alike := self._with_ampersand(first, stop, found))]

    def _with_ampersand(self, first: int, stop: int, found: list[Alias]) -> list[Alias]:
        """What a name may mean: one with "&" nothing that is written without it, though the letters are the same."""
        return [a for a in found if "&" in a.text or "and" in a.text.lower()] if "&" in self.texts[first:stop] else found

    def is_unit(self, i: int) -> bool:
        """Whether a word is a symbol of a unit behind its number, or says whose money a sum is in: "30 GB", "US $50 million"."""
        before = self.tree.tokens[i - 1] if i else None
        if self.texts[i] in ("US", "U.S.") and "".join(self.texts[i + 1 : i + 2]).startswith("$"):
            return before is None or before.text.lower() != "the"
        return before is not None and before.upos == "NUM" and self.texts[i].lower() in words("symbol")

    def is_misread(self, first: int, alias: Alias) -> bool:
        """Whether what the pipeline takes for a person is a country or great city that no man or woman is named like."""
        entry = alias.entry
        great = entry.type == "country" or (entry.kind == "city" and (entry.capital or entry.population >= WELL_KNOWN))
        return great and squeezed(self.texts[first]) not in given_names()

    def meant(self, first: int, stop: int) -> Alias | None:
        """The one thing a name means here, or None where that is not clear."""
        found = next((aliases for end, aliases in self.starting.get(first, ()) if end == stop), [])
        within = self.within(stop)
        fitting = [a for a in found if self._possible(first, stop, a) and lies_in(a.entry, within)]
        options = self._of_one_size(first, stop, fitting)
        if not options:
            return None
        if len({a.entry.key for a in options}) == 1:
            return options[0]
        options = [a for a in options if a.entry.type != "person"] or options
        lead = options[0]
        if lead.entry.type == "person":
            return None
        if lead.entry.type in ("country", "place") and lead.entry.kind != "city":
            return max(options, key=lambda a: self._neighbours(a, options))
        if lead.entry.kind != "city":
            return lead
        near = [a for a in options if a.entry.country in self.countries] or options
        near = [a for a in near if a.entry.region in self.regions] or near
        best = near[0].entry
        clear = len(near) == 1 or best.capital or best.population >= LARGER * near[1].entry.population
        return near[0] if clear else None

    def within(self, stop: int) -> list[Entry]:
        """The regions and countries that a comma behind a name may say it lies in: "Peoria, Ill."."""
        behind = self.starting.get(stop + 1, []) if stop < len(self.texts) and self.texts[stop] == "," else []
        told = (a for end, found in behind if self._behind_town(stop + 1, end) for a in found if a.sense == "name")
        named = [a.entry for a in told if not (is_code(a) and self._goes_before(stop + 1))]
        return [entry for entry in named if entry.type == "country" or entry.kind == "region"]

    def _of_one_size(self, first: int, stop: int, options: list[Alias]) -> list[Alias]:
        """The readings of a name that a region and a city share: the region behind a town ("Albany, New York") or where the city
        is small ("Ontario") or a part of the region is meant, else the city."""
        cities = [a for a in options if a.entry.kind == "city" and a.sense == "name"]
        regions = [a for a in options if a.entry.kind == "region" and a.entry.type == "place"]
        if not (cities and regions):
            return options
        before = self.texts[max(0, first - 2) : first]
        quarter = bool(before) and before[-1].lower() in words("quarter") - words("urban")  # "western New York"
        is_wide = (
            quarter
            or before == ["state", "of"]
            or self._is_of_court(first)
            or self._is_of_region(first, stop)
            or self._is_beside_city(first, stop)
        )
        left_out = cities if is_wide or self._behind_town(first, stop) or all(a.entry.is_town for a in cities) else regions
        return [a for a in options if a not in left_out]

    def _is_of_court(self, first: int) -> bool:
        """Whether a court's part of a state is told before its name: "the Southern District of | New York |"."""
        quarter, *of = self.texts[max(0, first - 3) : first] or [""]
        return quarter.lower() in words("quarter") and of == ["District", "of"]

    def _is_of_region(self, first: int, stop: int) -> bool:
        """Whether a name tells whose something is that a region has, and no city: "New York's primary", "a New York senator"."""
        tree = self.tree
        above = tree.head(stop - 1) if tree.head(stop - 1) not in range(first, stop) else tree.head(first)
        if above is None or above < stop:
            return False
        owned = any(tree.is_(i, "nmod:poss", "compound", "amod") for i in range(first, stop))
        return owned and tree.tokens[above].lemma.lower() in words("of_region")

    def _is_beside_city(self, first: int, stop: int) -> bool:
        """Whether the article also names the city of a region's name as one: "New York City"."""
        name = squeezed("".join(self.texts[first:stop]))
        return any(squeezed("".join(self.texts[a:b])) == f"{name}city" for a, b, _ in self.named)

    def _behind_town(self, first: int, stop: int) -> bool:
        """Whether a comma joins a name to that of a place before it, and not as the next of a list."""
        if first < 2 or self.texts[first - 1] != ",":
            return False
        if self.covered.get(first - 2) != "LOC" and (first - 2 in self.covered or not self._may_be_city(first - 2)):
            return False
        tops = [i for i in range(first, stop) if self.tree.tokens[i].head not in range(first, stop)]
        return not any(self.tree.is_(i, "conj") or self.tree.children(i, "conj") for i in tops)

    def _may_be_city(self, i: int) -> bool:
        """Whether a word with a capital is a city's name in the gazetteers."""
        found = (a for stop, aliases in self.starting.get(i, ()) if stop == i + 1 for a in aliases)
        return any(a.entry.kind == "city" and a.sense == "name" for a in found)

    def _neighbours(self, alias: Alias, options: list[Alias]) -> int:
        """How many other places of the same country the article names: they tell Georgia from Georgia."""
        return len(self.places.get(alias.entry.country or "", set()) - {a.entry.key for a in options})

    def _possible(self, first: int, stop: int, alias: Alias) -> bool:
        """Whether a reading fits the word's form and the rest of the article."""
        head = self.tree.tokens[stop - 1]
        if self.is_of_continent(first):
            return False
        if alias.entry.kind == "sea" and first > self.tree.sentence(first).first and self.texts[first - 1] == "The":
            return False  # "The Atlantic" with capitals is a magazine
        if is_code(alias):
            return self._behind_town(first, stop) and not self._goes_before(first)
        if alias.sense == "adjective":
            return head.upos == "ADJ" or head.deprel.startswith(("amod", "compound", "nmod", "conj"))
        if alias.sense == "people":
            return (
                head.upos in ("NOUN", "PROPN") and not head.deprel.startswith(("amod", "compound")) and self._is_nation(stop - 1)
            )
        if alias.sense == "epithet":
            return alias.entry.key in self.plain
        if alias.entry.type == "person":
            return self._is_person(first, stop, alias)
        if (
            alias.text.startswith("the ")
            and head.lemma.lower().removesuffix("s") in nouns()
            and self.texts[max(0, first - 1)].lower() != "the"
        ):
            return False  # "swing States" are not the States
        if alias.entry.kind == "party" and self._are_some(stop - 1):
            return False
        if alias.shared and alias.entry.kind == "company" and not alias.text.isupper() and (first, stop) in self.labels:
            label = self.labels[first, stop]
            if label in ("ORG", "LOC"):
                return label == "ORG"  # "Delta canceled flights", "the governor of Delta"
        if alias.shared or (alias.entry.kind == "party" and alias.text.isupper()):
            return alias.entry.country in self.countries or self._otherwise_named(alias)
        return True

    def _goes_before(self, i: int) -> bool:
        """Whether a word hangs on one behind it: the "PA" of "In Ramallah, PA police"."""
        above = self.tree.head(i)
        return above is not None and above > i

    def is_of_continent(self, i: int) -> bool:
        """Whether a word before "America" makes it a continent or other people: "North American", "Native Americans"."""
        before = self.texts[i - 1] if i else ""
        return self.texts[i].startswith("America") and before in ("North", "South", "Central", "Latin", "Native")

    def _are_some(self, i: int) -> bool:
        """Whether a plural tells of some of a party's people: "congressional Republicans", "two Democrats"."""
        told = self.tree.children(i, "amod", "nummod", "compound", "det")
        return self.tree.tokens[i].feats.get("Number") == "Plur" and any(self.texts[c].lower() != "the" for c in told)

    def _is_person(self, first: int, stop: int, alias: Alias) -> bool:
        """Whether a name may be a person's, and a short one his: the article tells of his country or calls him by an office."""
        if self.is_ruler(stop):
            return True
        if not {self.covered.get(i) for i in range(first, stop)} <= {"PERSON", None}:
            return False
        if not alias.shared:
            return True
        return alias.entry.key in self.titled or alias.entry.country in self.countries or self._otherwise_named(alias)

    def is_ruler(self, stop: int) -> bool:
        """Whether a name stands before what is a statesman's: "the Silva | administration", "the Silva | White House"."""
        behind = [text.lower() for text in self.texts[stop : stop + 2]]
        return behind[:1] == ["administration"] or behind == ["white", "house"]

    def _is_nation(self, i: int) -> bool:
        """Whether a word for people means all of them: "the French", "Kenyans", not "a Turk" nor "innocent Kenyans"."""
        tree = self.tree
        if any(tree.tokens[c].text.lower() != "the" for c in tree.children(i, "det")) or tree.children(i, "nummod", "amod"):
            return False
        return tree.tokens[i].feats.get("Number") == "Plur" or bool(tree.children(i, "det"))

    def _otherwise_named(self, alias: Alias) -> bool:
        """Whether the article has another, unmistakable name of the same body; initials and a shared name tell it together."""
        initials = alias.text.isupper()
        others = (a for _, _, found in self.named for a in found if a.entry.key == alias.entry.key)
        return any(a.text != alias.text and (not a.shared or initials) for a in others)

    def supported(self, first: int, stop: int, alias: Alias) -> bool:
        """Whether a gazetteer's name is one here, as the pipeline read it: "Jordan" may be a man, "Reading" an activity."""
        if alias.sense in ("epithet", "adjective", "people") or stop - first > 2:
            return True
        labels = {self.covered.get(i) for i in range(first, stop)}
        tokens = self.tree.tokens[first:stop]
        if self._is_acronym(first, stop, alias):
            return True
        if labels == {"PERSON"} and (first, stop) not in self.labels:
            return False
        if not all(t.upos in ("PROPN", "NOUN", "ADJ", "X", "PUNCT", "ADP", "DET", "CCONJ", "PART") for t in tokens):
            return False
        if alias.entry.type == "person":
            return stop - first > 1 or labels == {"PERSON"} or self.is_ruler(stop)
        if alias.entry.type == "country":
            return stop - first > 1 or "PERSON" not in labels or alias.entry.population > 0
        if alias.entry.kind == "city":
            return self._city_supported(first, labels, alias)
        whole = stop - first > 1 and tokens[0].text[:1].isupper() and first > self.tree.sentence(first).first
        return whole or any(t.upos == "PROPN" for t in tokens) or "ORG" in labels or "LOC" in labels

    def _is_acronym(self, first: int, stop: int, alias: Alias) -> bool:
        """Whether what was taken for a pronoun is a body's acronym: the "WHO" of "WHO sends vaccines", not that of "WHO WON"."""
        if (
            stop - first > 1
            or self.tree.tokens[first].upos != "PRON"
            or not (self.texts[first].isupper() and alias.text.isupper())
        ):
            return False
        sentence = self.tree.sentence(first)
        return len(alias.text) > 1 and any(t.islower() for t in self.texts[sentence.first : sentence.stop])

    def _city_supported(self, first: int, labels: set[str | None], alias: Alias) -> bool:
        if labels == {"LOC"} or ("PERSON" not in labels and self.within(first + 1)):
            return True
        if "PERSON" in labels or self.tree.tokens[first].upos != "PROPN":
            return False
        if alias.entry.population >= WELL_KNOWN or alias.entry.capital:
            return True
        return first > 0 and self.tree.tokens[first - 1].lemma.lower() in _PLACE_CUES


def is_code(alias: Alias) -> bool:
    """Whether a name is the two letters by which the post knows a state, which mean it behind a town alone: "Dallas, TX"."""
    return alias.entry.kind == "region" and len(alias.text) == 2 and alias.text.isupper()


def lies_in(entry: Entry, places: list[Entry]) -> bool:
    """Whether a city may lie in what is said: the "Paris" of "Paris, Texas" is not the capital of France."""
    if entry.kind != "city" or not places:
        return True
    return any(
        entry.country == place.country and (place.type == "country" or not entry.region or entry.region in place.same_as)
        for place in places
    )
