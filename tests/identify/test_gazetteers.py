"""The files of the world: well-formed, without doubles, and found however a name is spelt."""

import re
from collections.abc import Callable

import pytest

from dateline.identify.gazetteer import gazetteer
from dateline.identify.incumbents import bounds, read_term
from dateline.identify.lexicon import given_names, nouns, offices, titles
from dateline.identify.words import squeezed
from dateline.model import Document
from dateline.resources import path, table

FILES = ("countries", "cities", "places", "organizations", "people")


@pytest.mark.parametrize("file", [*FILES, "aliases", "given-names", "given-names-more"])
def test_a_file_says_what_it_is(file: str) -> None:
    text = path("seeds", "gazetteers", f"{file}.tsv").read_text(encoding="utf-8")
    assert text.startswith("# ") and text.endswith("\n")


@pytest.mark.parametrize("file", FILES)
def test_points_lie_on_earth(file: str) -> None:
    for row in table("seeds", "gazetteers", f"{file}.tsv"):
        if row.get("latitude"):
            assert abs(float(row["latitude"])) <= 90 and abs(float(row["longitude"])) <= 180, row


@pytest.mark.parametrize("file", FILES)
def test_links_are_unique_and_well_formed(file: str) -> None:
    for column, form in (("wikidata", r"Q\d+"), ("geonames", r"\d+")):
        ids = [row[column] for row in table("seeds", "gazetteers", f"{file}.tsv") if row.get(column)]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(form, i) for i in ids)


def test_home_countries_are_known() -> None:
    known = {row["iso"] for row in table("seeds", "gazetteers", "countries.tsv")}
    for file in ("places", "organizations", "people"):
        assert {row["country"] for row in table("seeds", "gazetteers", f"{file}.tsv")} - {""} <= known


def test_shared_names_are_names() -> None:
    for row in table("seeds", "gazetteers", "organizations.tsv"):
        assert set(filter(None, row["shared"].split("|"))) <= {row["name"], *row["aliases"].split("|")}, row


def test_terms_of_office_are_dates_and_in_order() -> None:
    for row in table("seeds", "gazetteers", "people.tsv"):
        for cell in filter(None, row["offices"].split("|")):
            office, body, begin, end = read_term(cell)
            assert office in {o.sense for o in offices().values()}, row
            assert not body or f"organization:{body}" in gazetteer().entries, row
            assert not end or bounds(begin)[0] <= bounds(end)[1], row


def test_people_are_once_each() -> None:
    names = [row["name"] for row in table("seeds", "gazetteers", "people.tsv")]
    assert len(names) == len(set(names)) > 500
    assert {row["gender"] for row in table("seeds", "gazetteers", "people.tsv")} == {"male", "female"}


def test_no_loaded_alias_is_a_canonical_name() -> None:
    loaded = {squeezed(a.text) for found in gazetteer().aliases.values() for a in found if a.loaded}
    assert loaded
    assert loaded.isdisjoint(squeezed(e.name) for e in gazetteer().entries.values())


def test_every_country_with_an_adjective_has_a_people() -> None:
    for row in table("seeds", "gazetteers", "countries.tsv"):
        assert row["people"] or not row["adjectives"], row


NAMED = [
    ("the U.S.", "United States"),
    ("Zionist regime", "Israel"),
    ("al - Qaeda", "al-Qaeda"),
    ("Al Qaida", "al-Qaeda"),
    ("São Paulo", "São Paulo"),
    ("Sao Paulo", "São Paulo"),
    ("Côte d'Ivoire", "Ivory Coast"),
    ("Burma", "Myanmar"),
    ("Kiev", "Kyiv"),
    ("UN General Assembly", "United Nations General Assembly"),
    ("Médecins Sans Frontières", "Médecins Sans Frontières"),
    ("hermit kingdom", "North Korea"),
    ("Houthis", "Ansar Allah"),
    ("WHO", "World Health Organization"),
]


@pytest.mark.parametrize(("written", "name"), NAMED)
def test_names_are_found(written: str, name: str) -> None:
    words = written.split()
    words = words[1:] if words[0] == "the" else words
    found = [alias.entry.name for stop, aliases in gazetteer().at(words, 0) if stop == len(words) for alias in aliases]
    assert name in found


@pytest.mark.parametrize("written", ["us", "who", "it", "is", "time", "target", "turkey", "chad"])
def test_common_words_are_no_names(written: str) -> None:
    assert not [alias for _, aliases in gazetteer().at([written], 0) for alias in aliases]


@pytest.mark.parametrize(
    ("name", "gender"),
    [("fatima", "female"), ("mohammed", "male"), ("olga", "female"), ("shinzo", "male"), ("priyanka", "female"), ("kim", None)],
)
def test_given_names(name: str, gender: str | None) -> None:
    assert given_names().get(name) == gender


def test_words_are_in_small_letters() -> None:
    for word in (*offices(), *titles()):
        assert word == word.lower()
    assert {n.type for n in nouns().values()} == {"person", "group", "organization", "country", "place"}


@pytest.mark.parametrize(
    ("text", "city", "region"),
    [
        ("The bank bought a lender in Peoria, Ill., in January.", "Peoria", "Illinois"),
        ("He lives in Cambridge, Massachusetts. A fire in Cambridge hurt two people.", "Cambridge", "Massachusetts"),
        ("A storm reached Athens, Georgia, on Monday.", "Athens", "Georgia (US state)"),
    ],
)
def test_a_city_lies_in_the_region_behind_its_comma(
    text: str, city: str, region: str, identified: Callable[[str], Document]
) -> None:
    link = next(a for a in identified(text).actors if a.name == city).same_as
    of_region = gazetteer().entries[f"place:{region}"].same_as
    found = next(e for e in gazetteer().entries.values() if e.name == city and e.same_as == link)
    assert found.region in of_region


@pytest.mark.parametrize("text", ["She moved to Paris, Texas, in May.", "A mill in Springfield burned down. Springfield mourns."])
def test_a_city_that_may_be_several_is_not_linked(text: str, identified: Callable[[str], Document]) -> None:
    city = next(a for a in identified(text).actors if a.name in ("Paris", "Springfield"))
    assert not city.same_as
