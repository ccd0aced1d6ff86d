"""What is known of countries, cities, regions and bodies, and the finding of their names in a text.

The files of `seeds/gazetteers` are read once, into one index by the letters of each name. A name is looked up by the words of the
text joined without spaces, so that "U.N.", "al Qaeda" and "São Paulo" are found however they are spelt and cut into words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.identify.words import squeezed
from dateline.resources import table

GEONAMES = "https://sws.geonames.org/{}/"
WIKIDATA = "http://www.wikidata.org/entity/{}"
WELL_KNOWN = 1_000_000  # people: a city of this size is found without further support
LONGEST = 9  # words in a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A country, place, people, body or person that the files know."""

    key: str  # unique over all files
    name: str  # canonical and neutral
    type: str
    kind: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2 of the country it is, or is part of
    same_as: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False
    gender: str | None = None  # of a person
    region: str | None = None  # link of the region a city lies in, where that tells it from others of its name

    @property
    def whose(self) -> str:
        """What an owner is compared by: its key, a people's being its country's."""
        return self.key.replace("people:", "country:")

    @property
    def is_town(self) -> bool:
        """Whether it is a place that bodies of its name may be better known than."""
        return self.kind == "city" and not self.capital and self.population < WELL_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One way to name an entry."""

    text: str
    entry: Entry
    sense: str = "name"  # "name", "adjective" (Dutch), "people" (the Dutch) or "epithet"
    loaded: bool = False  # takes sides: understood, never shown as a name
    shared: bool = False  # others bear it too: needs support from the rest of the article


@dataclass(slots=True)
class Gazetteer:
    """All entries, by the letters of their names."""

    aliases: dict[str, list[Alias]] = field(default_factory=dict)
    reach: dict[str, int] = field(default_factory=dict)  # first letters of a name's first word -> length of the longest such name
    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, alias: Alias) -> None:
        """Enter a name, with the article "the" left out."""
        text = alias.text[4:] if alias.text.startswith("the ") else alias.text
        letters = squeezed(text)
        if not letters:
            return
        known = self.aliases.setdefault(letters, [])
        if not any(a.entry.key == alias.entry.key and a.sense == alias.sense and a.text == alias.text for a in known):
            known.append(alias)
        self.entries.setdefault(alias.entry.key, alias.entry)
        for first in {squeezed(text.split()[0]), squeezed(text.replace("-", " ").replace("'", " ").split()[0])}:
            self.reach[first] = max(self.reach.get(first, 0), len(letters))

    def at(self, texts: list[str], i: int) -> Iterator[tuple[int, list[Alias]]]:
        """The names that begin with a word: (index after the last word, what it may mean), the shortest first."""
        letters = squeezed(texts[i])
        reach = self.reach.get(letters, 0)
        for stop in range(i + 1, min(len(texts), i + LONGEST) + 1):
            if len(letters) > reach:
                return
            found = [a for a in self.aliases.get(letters, ()) if fits(a, texts[i:stop])]
            if found and texts[stop - 1][:1].isalnum():
                yield stop, found
            if stop < len(texts):
                letters += squeezed(texts[stop])


def fits(alias: Alias, words: list[str]) -> bool:
    """Whether words of a text are written as a name would be: "US" and "Who", but not "us" and "who", are names."""
    small = {w for w in words[1:] if w.islower() and w.isalpha()}
    if small and not small <= set(alias.text.lower().replace("-", " ").split()):
        return False  # "Amazon as" is not Amazonas
    written = "".join(w for w in words if w[:1].isalnum())
    name = alias.text.removeprefix("the ")
    if name.islower():
        return True
    if name.endswith("."):
        return "".join(words) == name.replace(" ", "")  # "Va." is Virginia, "VA" is not
    if name.replace(".", "").replace("-", "").isupper() and len(name) <= 6:
        return written.replace(".", "").replace("-", "").isupper()
    return any(c.isupper() for c in written)


def _float(text: str) -> float | None:
    return float(text) if text else None


def _links(geonames: str, wikidata: str) -> tuple[str, ...]:
    """The IRIs of an entry in GeoNames and Wikidata."""
    return tuple(form.format(id_) for form, id_ in ((GEONAMES, geonames), (WIKIDATA, wikidata)) if id_)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _countries() -> Iterator[Alias]:
    """Countries by name and adjective, and their peoples."""
    for row in table("seeds", "gazetteers", "countries.tsv"):
        iso = row["iso"]
        entry = Entry(
            key=f"country:{iso}",
            name=row["name"],
            type="country",
            country=iso,
            same_as=_links(row["geonames"], row["wikidata"]),
            latitude=_float(row["latitude"]),
            longitude=_float(row["longitude"]),
        )
        yield from (Alias(text=text, entry=entry) for text in [row["name"], *_split(row["aliases"])])
        adjectives = _split(row["adjectives"])
        yield from (Alias(text=text, entry=entry, sense="adjective") for text in adjectives)
        name = f"{adjectives[0]} people" if adjectives else f"people of {row['name']}"
        people = Entry(key=f"people:{iso}", name=name, type="group", kind="nationality", country=iso)
        yield from (Alias(text=text, entry=people, sense="people") for text in _split(row["people"]))


def _cities() -> Iterator[Alias]:
    """Large cities, the most populous first."""
    for row in table("seeds", "gazetteers", "cities.tsv"):
        entry = Entry(
            key=f"city:{row['geonames']}",
            name=row["name"],
            type="place",
            kind="city",
            country=row["country"],
            same_as=_links(row["geonames"], ""),
            latitude=_float(row["latitude"]),
            longitude=_float(row["longitude"]),
            population=int(row["population"]),
            capital=row["capital"] == "yes",
            region=GEONAMES.format(row["region"]) if row["region"] else None,
        )
        yield Alias(text=row["name"], entry=entry)


def _places() -> Iterator[Alias]:
    """Regions, seas, facilities."""
    for row in table("seeds", "gazetteers", "places.tsv"):
        entry = Entry(
            key=f"place:{row['name']}",
            name=row["name"],
            type="place",
            kind=row["kind"],
            country=row["country"] or None,
            same_as=_links(row["geonames"], row["wikidata"]),
            latitude=_float(row["latitude"]),
            longitude=_float(row["longitude"]),
        )
        yield from (Alias(text=text, entry=entry) for text in [row["name"], *_split(row["aliases"])])


def _organizations() -> Iterator[Alias]:
    """Bodies of all kinds."""
    for row in table("seeds", "gazetteers", "organizations.tsv"):
        entry = Entry(
            key=f"organization:{row['name']}",
            name=row["name"],
            type="organization",
            kind=row["kind"],
            country=row["country"] or None,
            same_as=_links("", row["wikidata"]),
        )
        shared = set(_split(row["shared"]))
        names = [row["name"], *_split(row["aliases"])]
        yield from (Alias(text=text, entry=entry, shared=text in shared) for text in names)


def _people() -> Iterator[Alias]:
    """People in high office; a short name means one only with support from the rest of the article."""
    for row in table("seeds", "gazetteers", "people.tsv"):
        entry = Entry(
            key=f"person:{row['name']}",
            name=row["name"],
            type="person",
            country=row["country"],
            same_as=_links("", row["wikidata"]),
            gender=row["gender"],
        )
        yield from (Alias(text=text, entry=entry) for text in [row["name"], *_split(row["aliases"])])
        yield from (Alias(text=text, entry=entry, shared=True) for text in _split(row["lone"]))


@cache
def metonyms() -> dict[str, str]:
    """{key of a city: key of the government or body that it stands for where the article names that as well}."""
    keys = {entry.name: key for key, entry in gazetteer().entries.items() if key.startswith(("country:", "organization:"))}
    return {f"city:{row['city']}": keys[row["means"]] for row in table("seeds", "gazetteers", "metonyms.tsv")}


@cache
def gazetteer() -> Gazetteer:
    """Everything the files know; read once (about 0.1 s)."""
    made = Gazetteer()
    by_name: dict[str, Entry] = {}
    for source in (_countries, _organizations, _places, _cities, _people):
        for alias in source():
            made.add(alias)
            if alias.sense == "name":
                by_name.setdefault(alias.entry.name, alias.entry)
    for row in table("seeds", "gazetteers", "aliases.tsv"):
        means = row["means"]
        entry = made.entries[f"city:{means}"] if means.isdigit() else by_name[means]
        sense = "epithet" if row["alias"].removeprefix("the ").islower() else "name"
        made.add(Alias(text=row["alias"], entry=entry, sense=sense, loaded=row["loaded"] == "yes"))
    return made
