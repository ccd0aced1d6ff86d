"""The pronouns of the third person, and what their form tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What a pronoun's form tells."""

    plural: bool
    gender: str | None
    types: frozenset[str | None]


_PEOPLE = frozenset(("person", None))
_BODIES = frozenset(("organization", "country", "place", "thing", "group", None))
_MANY = frozenset(("group", "organization", "thing", "country", "place", None))
THIRD = {
    **dict.fromkeys(("he", "him", "his", "himself"), Person(plural=False, gender="male", types=_PEOPLE)),
    **dict.fromkeys(("she", "her", "hers", "herself"), Person(plural=False, gender="female", types=_PEOPLE)),
    **dict.fromkeys(("it", "its", "itself"), Person(plural=False, gender=None, types=_BODIES)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Person(plural=True, gender=None, types=_MANY)),
}


def kind(person: Person) -> str:
    return "he" if person.gender else "they" if person.plural else "it"
