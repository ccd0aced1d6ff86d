"""The words that tell what a noun phrase means: offices, titles, nouns of people, bodies and places."""

from dataclasses import dataclass
from functools import cache

from dateline.identify.words import squeezed
from dateline.resources import table, word_groups

BODIES = frozenset(("organization", "country"))  # types of those that act through their people
ACTING = BODIES | {"person"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is by office, profession or part in the news."""

    sense: str  # shared by synonyms: "top diplomat" has the sense "foreign minister"
    leads: bool  # whether the holder is the head of the body named with it
    gender: str | None  # "male", "female" or unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a common noun means."""

    type: str  # person, group, organization, country, place
    kind: str | None
    gender: str | None


@cache
def offices() -> dict[str, Office]:
    """{phrase in small letters: office}."""
    return {
        row["phrase"]: Office(sense=row["office"], leads=row["leads"] == "yes", gender=row["gender"] or None)
        for row in table("seeds", "lexicons", "offices.tsv")
    }


@cache
def leading_offices() -> frozenset[str]:
    """The senses of offices whose holder is the head of a body or country."""
    return frozenset(office.sense for office in offices().values() if office.leads)


@cache
def titles() -> dict[str, str | None]:
    """{word before a name, in small letters: the gender it tells}."""
    return {row["word"]: row["gender"] or None for row in table("seeds", "lexicons", "titles.tsv")}


def is_title(text: str) -> bool:
    """Whether a word before a name is a form of address or an office."""
    lower = text.lower()
    return lower in titles() or lower in offices()


@cache
def given_names() -> dict[str, str]:
    """{given name in plain letters: male or female}; names of both are left out."""
    found = {row["name"]: row["gender"] for row in table("seeds", "gazetteers", "given-names.tsv")}
    found.update({squeezed(row["name"]): row["gender"] for row in table("seeds", "gazetteers", "given-names-more.tsv")})
    for row in table("seeds", "gazetteers", "given-name-forms.tsv"):
        found.setdefault(row["form"], row["gender"])
    return {name: gender for name, gender in found.items() if gender}


@cache
def name_forms() -> dict[str, frozenset[str]]:
    """{familiar form of a given name: the names it may stand for}."""
    return {row["form"]: frozenset(row["names"].split()) for row in table("seeds", "gazetteers", "given-name-forms.tsv")}


@cache
def nouns() -> dict[str, Noun]:
    """{noun, singular: what it means}; words for offices are nouns of people."""
    found = {
        row["noun"]: Noun(type=row["type"], kind=row["kind"] or None, gender=row["gender"] or None)
        for row in table("seeds", "lexicons", "actor-nouns.tsv")
    }
    for phrase, office in offices().items():
        if " " not in phrase:
            found.setdefault(phrase, Noun(type="person", kind=None, gender=office.gender))
    return found


def means_body(noun: str) -> bool:
    """Whether a common noun means a body or a country."""
    known = nouns().get(noun)
    return known is not None and known.type in BODIES


@cache
def person_nouns() -> frozenset[str]:
    """Common nouns that mean people and nothing else."""
    return frozenset(row["noun"] for row in table("seeds", "lexicons", "person-nouns.tsv"))


@cache
def broader() -> dict[str, dict[str, int]]:
    """{noun: {what it is a kind of: in how many steps}}, words of the same meaning in none."""
    return {
        row["noun"]: {word: int(steps) for word, _, steps in (cell.partition(":") for cell in row["broader"].split())}
        for row in table("seeds", "lexicons", "broader-nouns.tsv")
    }


@cache
def noun_classes() -> dict[str, str]:
    """{noun: what kind of thing it mostly means}."""
    return {row["noun"]: row["class"] for row in table("seeds", "lexicons", "noun-classes.tsv")}


@cache
def alike() -> dict[str, frozenset[int]]:
    """{noun: the rows of those that may be said of the same people, bodies or things}."""
    found: dict[str, frozenset[int]] = {}
    for n, row in enumerate(table("seeds", "lexicons", "alike-nouns.tsv")):
        for word in row["nouns"].split():
            found[word] = found.get(word, frozenset()) | {n}
    return found


@cache
def kind_nouns() -> dict[str, frozenset[str]]:
    """{kind: the nouns that may take up a name of it}."""
    return {row["kind"]: frozenset(row["nouns"].split()) for row in table("seeds", "lexicons", "kind-nouns.tsv")}


def words(group: str) -> frozenset[str]:
    """One of the small groups of words of `actor-words.tsv`."""
    return word_groups("seeds", "lexicons", "actor-words.tsv")[group]


def domains(group: str) -> frozenset[str]:
    """Nouns for a place that may stand for a part of life ("domain"), and the adjectives by which they do ("domain_kind")."""
    return word_groups("seeds", "lexicons", "role-words.tsv")[group]


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of adjectives that nobody is both of at once."""
    return frozenset(frozenset(pair.split("/")) for pair in words("opposite"))


@cache
def callings() -> dict[str, str]:
    """{noun for people: the row of those that are of its sort}; nobody is of two."""
    return {noun: row for row in words("unlike") for noun in row.split("=")}


@cache
def intangible() -> frozenset[str]:
    """Nouns for nothing one could point at: by hand and from WordNet, without those that mean people, bodies and places."""
    found = {row["noun"] for row in table("seeds", "lexicons", "abstract-nouns.tsv")}
    return (frozenset(found) - nouns().keys()) | words("abstract") | words("measure") | words("vague")


def without_generation(parts: list[str]) -> list[str]:
    """A person's name without what tells him from his father: "Peter Brandt" of "Peter Brandt Jr."."""
    return parts[:-1] if len(parts) > 2 and squeezed(parts[-1]) in words("generation") else parts
