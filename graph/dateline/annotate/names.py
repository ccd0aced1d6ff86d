"""The extent of a name: without the words around it that a tagger likes to take along."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.annotate.casing import small
from dateline.english import MONTHS, WEEKDAYS
from dateline.model import Name, Token
from dateline.resources import table

ARTICLES = frozenset({"the", "a", "an"})
LONGEST_TITLE = 5  # words
LONGEST_GIVEN = 3
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))  # who is called so is told from the month by grammar (`namesakes`)
INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}")


@cache
def _titles() -> frozenset[str]:
    """Forms of address, ranks and offices, as one or several words in small letters without dots."""
    titles = (row["word"] for row in table("seeds", "lexicons", "titles.tsv"))
    offices = (row["phrase"] for row in table("seeds", "lexicons", "offices.tsv"))
    return frozenset(phrase.replace(".", "") for phrase in (*titles, *offices))


@cache
def _bodies() -> frozenset[str]:
    """Common nouns of bodies: bureau, office, party."""
    return frozenset(row["noun"] for row in table("seeds", "lexicons", "actor-nouns.tsv") if row["type"] == "organization")


def name(words: Sequence[Token], first: int, stop: int, label: str) -> Name | None:
    """A name over `words[first:stop]`, trimmed; None where nothing is left of it."""
    first, stop = _trimmed(words, first, stop, label)
    if label == "PERSON":
        first = _untitled(words, _outside_bodies(words, first, stop), stop)
    if first >= stop or not any(c.isalnum() for c in words[first].text + words[stop - 1].text):
        return None
    return Name(start=words[first].start, end=words[stop - 1].end, first=first, stop=stop, label=label)


@cache
def _places() -> frozenset[str]:
    """Countries and large cities, as written."""
    countries = (
        name for row in table("seeds", "gazetteers", "countries.tsv") for name in (row["name"], *row["aliases"].split("|"))
    )
    cities = (row["name"] for row in table("seeds", "gazetteers", "cities.tsv"))
    return frozenset((*countries, *cities))


def owned(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """Names with a place apart from the body it owns: "Kenya's Supreme Court" is two names, "Lloyd's of London" is one."""
    return [part for name in names for part in _halves(name, words)]


def _halves(name: Name, words: Sequence[Token]) -> tuple[Name, ...]:
    mark = next((i for i in range(name.first + 1, name.stop - 1) if words[i].xpos == "POS"), None)
    if mark is None or " ".join(w.text for w in words[name.first : mark]) not in _places():
        return (name,)
    place = replace(name, stop=mark, end=words[mark - 1].end, label="LOC")
    return place, replace(name, first=mark + 1, start=words[mark + 1].start)


def spelled_out(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """Names with those of bodies that an acronym behind them spells: "the Coastal Harbour Police (CHP)"."""
    taken = {i for n in names for i in range(n.first, n.stop)}
    found = (_before_acronym(words, n, taken) for n in names if n.label == "ORG" and n.stop - n.first == 1)
    return sorted([*names, *(n for n in found if n)], key=lambda n: n.first)


def before_people(names: Sequence[Name], words: Sequence[Token], firsts: Container[int]) -> list[Name]:
    """Names with what stands right before a person's put right: initials are his ("J.C. Matlock"), and a body's name ends before
    the office that he has there ("NYPD Commissioner Ann Lee"). `firsts` are the first tokens of sentences."""
    taken = {i: n for n in names for i in range(n.first, n.stop)}
    begins = {n.first for n in names if n.label == "PERSON"}
    found: list[Name] = []
    for one in reversed(names):
        if one.label == "PERSON":
            first = _first_initial(one, words, taken, firsts)
            found.append(replace(one, first=first, start=words[first].start))
        elif not found or one.stop <= found[-1].first:
            found.append(_without_office(one, words) if one.label == "ORG" and one.stop in begins else one)
    return found[::-1]


def _first_initial(person: Name, words: Sequence[Token], taken: Mapping[int, Name], firsts: Container[int]) -> int:
    """Where a person's name begins with the initials before it, which are no other name's, unless one of initials alone."""
    first = person.first
    while first and first not in firsts and _is_initial(words[first - 1].text):
        other = taken.get(first - 1)
        if other is not None and (other.label in ("LOC", "NORP", "PERSON") or other.stop - other.first > 1):
            break
        first -= 1
    return first


def _is_initial(word: str) -> bool:
    """Whether a word is one or more initials, and not those by which a state or a body is known ("U.S.", "D.C.")."""
    return INITIALS.fullmatch(word) is not None and word not in _known_initials()


@cache
def _known_initials() -> frozenset[str]:
    files = ("countries.tsv", "organizations.tsv", "places.tsv")
    rows = (row for file in files for row in table("seeds", "gazetteers", file))
    return frozenset(filter(INITIALS.fullmatch, (a for row in rows for a in (row["name"], *row["aliases"].split("|")))))


def _without_office(name: Name, words: Sequence[Token]) -> Name:
    """A body's name without the title or the office that it ends in, where something is left of it."""
    stop = name.stop - next((n for n in _sizes(name.first, name.stop) if is_title(words[name.stop - n : name.stop])), 0)
    return replace(name, stop=stop, end=words[stop - 1].end)


def _before_acronym(words: Sequence[Token], acronym: Name, taken: Container[int]) -> Name | None:
    """The name before a bracket with its initials, where no other name has a part of it."""
    letters = words[acronym.first].text
    stop = acronym.first - 1
    first = stop - len(letters)
    if first < 0 or len(letters) < 3 or not letters.isupper() or words[stop].text != "(":
        return None
    whole = "".join(w.text[0] for w in words[first:stop]) == letters
    if not whole or any(i in taken for i in range(first, stop)):
        return None
    return Name(start=words[first].start, end=words[stop - 1].end, first=first, stop=stop, label="ORG")


def _trimmed(words: Sequence[Token], first: int, stop: int, label: str) -> tuple[int, int]:
    """Without leading articles and punctuation, and without possessive endings and punctuation behind."""
    while first < stop and (_loose(words[first]) or words[first].text in ARTICLES):
        first += 1
    while first < stop and (words[stop - 1].xpos == "POS" or _loose(words[stop - 1])):
        stop -= 1
    while label in ("PERSON", "LOC") and first < stop and not any(c.isalpha() for c in words[stop - 1].text):
        stop -= 1  # a score or a date behind it
    return first, stop


def believable(names: Sequence[Name], words: Sequence[Token], firsts: Container[int]) -> list[Name]:
    """Names without the common words that were taken for one because they open a sentence: "Ceasefire takes effect".

    One that is a name elsewhere in the article, where its place demands no capital, is one here, too. `firsts` are the first
    tokens of sentences.
    """
    sure = {words[n.first].text for n in names if n.first not in firsts}
    return [n for n in names if n.stop - n.first > 1 or n.first not in firsts or _name_like(words[n.first].text, sure)]


def _name_like(word: str, sure: Container[str]) -> bool:
    """Whether a word is known for a name, an acronym ("US"), or no word that stands small in running text."""
    return word in sure or not word.istitle() or not small(word.lower())


def people(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """Names with those of persons made consistent over an article: who is a person once is one wherever his surname stands.

    A surname alone gives a tagger little to go by: one that ends in "-ian" it takes for a nation, one behind a long office
    it does not see. Full names elsewhere in the article tell more; words that are part of another name stay with it.
    """
    full = {words[n.stop - 1].text for n in names if n.label == "PERSON" and n.stop - n.first > 1}
    alone = {words[n.first].text for n in names if n.label == "PERSON" and n.stop - n.first == 1}
    names = [_head_of_body(n, words, full | alone) for n in names]
    kept = [replace(n, label="PERSON") if n.label in ("NORP", "ORG") and _is_one(n, words, full) else n for n in names]
    known = {text for n in kept if n.label == "PERSON" and len(text := words[n.stop - 1].text) > 3} - CALENDAR
    taken = {i for n in kept for i in range(n.first, n.stop)}
    alike = (i for i, word in enumerate(words) if word.text in known and _stands_for_one(words, i, full))
    missed = (i for i in alike if i not in taken and not _goes_on(words, i, taken))
    return sorted([*kept, *(_person(words, i, taken) for i in missed)], key=lambda n: n.first)


def _head_of_body(name: Name, words: Sequence[Token], surnames: Container[str]) -> Name:
    """The person in a body's name that ran on into that of its head ("Political Bureau Anna Lind"), known from elsewhere."""
    first = _outside_bodies(words, name.first, name.stop)
    ends = words[name.stop - 1].text in surnames
    if name.label != "ORG" or first == name.first or not ends or name.stop - first > LONGEST_GIVEN + 1:
        return name
    return replace(name, first=first, start=words[first].start, label="PERSON")


def _is_one(name: Name, words: Sequence[Token], known: Container[str]) -> bool:
    return name.stop - name.first == 1 and words[name.first].text in known


def _stands_for_one(words: Sequence[Token], i: int, full: Container[str]) -> bool:
    """Whether a surname is meant: where it is a common word, too, that of a full name, tagged a proper noun, with no article."""
    if not small(words[i].text.lower()):
        return True
    article = i > 0 and words[i - 1].text.lower() in ARTICLES
    return words[i].text in full and words[i].upos == "PROPN" and not article


def _goes_on(words: Sequence[Token], i: int, taken: Container[int]) -> bool:
    """Whether a word begins the name of something else ("Kennedy Airport")."""
    return i + 1 in taken or (i + 1 < len(words) and words[i + 1].text[0].isupper() and words[i + 1].start == words[i].end + 1)


def _person(words: Sequence[Token], i: int, taken: Container[int]) -> Name:
    """A person's name that ends with a word; given names before it are capitalised and are no words of the language."""
    first = i
    while first and i - first < LONGEST_GIVEN and first - 1 not in taken and _given(words[first - 1]):
        first -= 1
    return Name(start=words[first].start, end=words[i].end, first=first, stop=i + 1, label="PERSON")


def _given(word: Token) -> bool:
    """Whether a word may be a given name: a proper noun that is neither a common word nor a title nor a body's noun."""
    lower = word.text.lower()
    capital = word.upos == "PROPN" and word.text[0].isupper() and word.text[-1].isalpha()
    return capital and not small(lower) and lower not in _bodies() and lower not in _titles()


def proper(words: Sequence[Token], names: Sequence[Name]) -> list[Token]:
    """Tokens with the words of persons' names as proper nouns, however unlike one they look."""
    inside = {i for n in names if n.label == "PERSON" for i in range(n.first, n.stop)}
    wrong = {i for i in inside if words[i].upos in ("ADJ", "NOUN", "VERB", "X")}
    return [replace(w, upos="PROPN", xpos="NNP", lemma=w.text) if i in wrong else w for i, w in enumerate(words)]


def _loose(word: Token) -> bool:
    return not any(c.isalnum() for c in word.text)


def _untitled(words: Sequence[Token], first: int, stop: int) -> int:
    """Where a person's name begins behind titles and offices ("Foreign Minister"); one that is all title stays as it is."""
    begin = first
    while begin < stop:
        size = next((n for n in _sizes(begin, stop) if is_title(words[begin : begin + n])), 0)
        if not size:
            break
        begin += size
    return begin


def _outside_bodies(words: Sequence[Token], first: int, stop: int) -> int:
    """Where a person's name begins behind the body he heads ("Bureau Chief Anna Lind")."""
    return max((i + 1 for i in range(first, stop - 1) if words[i].text.lower() in _bodies()), default=first)


def _sizes(first: int, stop: int) -> range:
    """How many words a title may have that is part of a name, the most first; something of the name must be left."""
    return range(min(LONGEST_TITLE, stop - first - 1), 0, -1)


def is_title(words: Sequence[Token]) -> bool:
    """Whether words are a form of address, a rank or an office."""
    return " ".join(w.text.lower().replace(".", "") for w in words) in _titles()
