"""Institutions: bodies of which a state has one, so that "the Indian navy" names one as surely as "Indian Navy" does."""

from functools import cache

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import words
from dateline.identify.text import Text
from dateline.identify.words import squeezed

_FORCES = {"armed": "armed forces", "naval": "navy"}  # "Indian naval forces" are India's navy
_ALSO = {"armed forces": ("armed forces", "military")}  # what is called by either

Institution = tuple[str, str]  # the country's key, and what it is: "navy", "air force"

KINDS = {
    "navy": "armed forces",
    "army": "armed forces",
    "military": "armed forces",
    "force": "armed forces",
    "forces": "armed forces",
}


def institution(m: Found) -> Institution | None:
    """The state's body that a mention names with its country, or None."""
    found = _told(m)
    return found if found is None or found[1] != "military" else (found[0], "armed forces")


def _told(m: Found) -> Institution | None:
    """The body as a mention calls it."""
    if m.entry:
        return None
    if not m.unit:
        return _described(m)
    what = m.name.lower()
    if what.replace(" ", "_") in words("institution"):  # "the Indian Navy", of which the parser took "Navy" for the name
        countries = [key for key in m.of if key.startswith("country:")]
        return (countries[0], what) if len(countries) == len(m.of) == 1 else None
    return _named(m.name)


def institutions(_: Text, clusters: Clusters) -> None:
    """A rule of the sieve: mentions of one state's one body are one."""
    first: dict[Institution, int] = {}
    at = clusters.by_entry()
    for i, m in enumerate(clusters.mentions):
        if (key := institution(m)) is not None:
            clusters.merge(first.setdefault(key, i), i, certain=True)
            if (entry := known(key)) is not None:
                clusters.enter(i, entry, at)


def known(key: Institution) -> Entry | None:
    """The gazetteers' entry for a state's body: the Israel Defense Forces for "Israeli army"."""
    country, what = key
    letters = [squeezed(word) for word in _ALSO.get(what, (what,))]
    names = (name for called in _names().get(country, ()) for own in letters for name in (called + own, f"{own}of{called}"))
    found = (a.entry for name in names for a in gazetteer().aliases.get(name, ()) if a.entry.type == "organization")
    return next(found, None)


@cache
def _names() -> dict[str, list[str]]:
    """{key of a country: the letters of its names and adjectives}."""
    found: dict[str, list[str]] = {}
    for letters, aliases in gazetteer().aliases.items():
        for alias in aliases:
            if alias.entry.type == "country" and not alias.loaded and alias.sense != "epithet":
                found.setdefault(alias.entry.key, []).append(letters)
    return found


def label(key: Institution) -> str:
    """A neutral name: "Indian Navy"; of a country without an adjective "Navy of ..."."""
    country, what = key
    entries = gazetteer().entries
    what = " ".join(word.capitalize() for word in what.split())
    people = entries.get(country.replace("country:", "people:"))
    if people and people.name.endswith(" people"):
        return f"{people.name.removesuffix(' people')} {what}"
    return f"{what} of {entries[country].name}"


def _described(m: Found) -> Institution | None:
    """ "The Indian navy", "Japan's central bank": definite, of one country, with nothing that tells of a part or another."""
    countries = [key for key in m.of if key.startswith("country:")]
    forces = m.plural and m.noun == "force" and len(m.modifiers) == 1 and not m.modifiers.isdisjoint(_FORCES)
    several = m.plural and m.noun != "police" and not forces
    if m.kind != "nominal" or m.bound or m.counted or several or len(m.of) != 1 or not countries:
        return None
    if forces:
        return countries[0], _FORCES[min(m.modifiers)]
    telling = m.modifiers - (words("epithet") - {"central"})
    what = " ".join((*sorted(telling), m.noun))
    return (countries[0], what) if len(telling) < 2 and what.replace(" ", "_") in words("institution") else None


def _named(name: str) -> Institution | None:
    """ "Indian Navy", "Navy of India"."""
    parts = name.replace("’s", "").replace("'s", "").split()
    parts = parts[1:] if parts and parts[0].lower() == "the" else parts
    for k in range(1, len(parts)):
        for country, what in ((parts[:k], parts[k:]), (parts[k + 1 :], parts[:k])):
            if what == parts[:k] and parts[k] != "of":
                continue
            if "_".join(what).lower() in words("institution") and (key := _country("".join(country))):
                return key, " ".join(what).lower()
    return None


def _country(name: str) -> str | None:
    """The key of the country that a name or an adjective means."""
    found = gazetteer().aliases.get(squeezed(name.removeprefix("the")), ())
    return next((a.entry.key for a in found if a.entry.type == "country" and not a.loaded), None)
