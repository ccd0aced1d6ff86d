"""The days of holidays in a given year, from the short rules of `seeds/lexicons/time-holidays.tsv`.

A rule is a fixed day ("12 25"), a weekday counted in a month ("11 4 4": the fourth Thursday of November; "5 -1 1": the last
Monday of May; "11 1 1 +1": the day after the first Monday of November), a distance in days from Easter Sunday ("easter-2",
"orthodox+0"), or, for feasts by the moon, the name under which a country keeps it ("AE Eid al-Fitr"), as the library `holidays`
knows it.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

_MOON_SIGHTED = ("AE ", "IR ", "MV ")  # the day differs by a day or so from country to country
_CATEGORIES = ("public", "optional", "school")


def rough(rule: str) -> bool:
    """Whether a feast's day is only known to within a day, since it hangs on where the new moon is first seen."""
    return rule.startswith(_MOON_SIGHTED)


def feast(rule: str, year: int) -> date | None:
    """The day of a holiday in a year; None beyond the reach of its reckoning."""
    for name, method in (("easter", EASTER_WESTERN), ("orthodox", EASTER_ORTHODOX)):
        if rule.startswith(name):
            return easter(year, method) + timedelta(days=int(rule[len(name) :])) if 1583 <= year <= 4099 else None
    if not 1 <= year <= 9998:
        return None
    if rule[0].isupper():
        country, _, name = rule.partition(" ")
        return kept(country, name, year)
    month, *rest = rule.split(" ")
    if len(rest) == 1:
        return date(year, int(month), int(rest[0]))
    return nth_weekday(year, int(month), int(rest[0]), int(rest[1])) + timedelta(days=int(rest[2]) if len(rest) == 3 else 0)


def nth_weekday(year: int, month: int, count: int, weekday: int) -> date:
    """The first, second, … or last such weekday of a month."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


@cache
def kept(country: str, name: str, year: int) -> date | None:
    """The first day on which a country keeps a feast in a year; None where the library does not reach."""
    import warnings

    from holidays import country_holidays  # not needed by most articles

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # years beyond the library's reach
        entity = country_holidays(country)
        english = "en_US" if "en_US" in entity.supported_languages else None
        categories = tuple(c for c in entity.supported_categories if c in _CATEGORIES)
        known = country_holidays(country, years=year, language=english, categories=categories)
    days = [day for day, names in known.items() if name in [n.removesuffix(" (estimated)") for n in names.split("; ")]]
    return min(days, default=None)
