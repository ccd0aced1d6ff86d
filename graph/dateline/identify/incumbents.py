"""Incumbents: whom "the Iranian foreign minister" means where the article does not name him: who held the office that day.

A description is taken for somebody only where the article's own date falls within one known term, and nothing in the phrase says
that an earlier or a later holder is meant; where it says so, for the one whom the article names of those who held the office.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry, gazetteer
from dateline.identify.lexicon import words
from dateline.identify.phrases import preposition
from dateline.identify.predicates import said_of
from dateline.identify.shortened import name_parts
from dateline.identify.text import Text
from dateline.identify.words import squeezed
from dateline.model import Published
from dateline.resources import table

WRITTEN = date(2025, 11, 30)  # when the terms without an end were last looked at
_TERM = re.compile(r"([a-z ]+?)(?:@(.+?))? (\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})?")
_STILL = frozenset(("current", "incumbent", "top", "chief", "foreign", "prime", "supreme", "secretary", "general"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The time that somebody was in an office, as far as it is certain: from its latest beginning to its earliest end."""

    person: str  # key in the gazetteers
    first: date
    last: date


def bounds(text: str) -> tuple[date, date]:
    """The first and the last day of a day, month or year."""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


@cache
def terms() -> dict[tuple[str, str], tuple[Term, ...]]:
    """{(office, key of the country or body): who held it when}."""
    found: dict[tuple[str, str], list[Term]] = {}
    for row in table("seeds", "gazetteers", "people.tsv"):
        for cell in filter(None, row["offices"].split("|")):
            office, body, begin, end = read_term(cell)
            key = f"organization:{body}" if body else f"country:{row['country']}"
            last = bounds(end)[0] if end else WRITTEN
            term = Term(person=f"person:{row['name']}", first=bounds(begin)[1], last=last)
            found.setdefault((office, key), []).append(term)
    return {key: tuple(held) for key, held in found.items()}


def read_term(cell: str) -> tuple[str, str, str, str]:
    """The office, body, beginning and end that a cell of `people.tsv` tells."""
    told = _TERM.fullmatch(cell)
    if told is None:
        raise ValueError(f"no term of office: {cell!r}")
    office, body, begin, end = told.groups()
    return office, body or "", begin, end or ""


def holder(office: str, body: str, first: date, last: date) -> str | None:
    """The key of the one person known to have held an office throughout."""
    people = {t.person for t in terms().get((office, body), ()) if t.first <= first and last <= t.last}
    return people.pop() if len(people) == 1 else None


def is_held_by_another(text: Text, clusters: Clusters, i: int, k: int) -> bool:
    """Whether a description is of an office that somebody held, when the article was published, who does not bear another's name:
    "the president of Chad" was not "President Bongo"."""
    m, day = clusters.mentions[i], text.document.published
    if m.unit or day.earliest is None or day.latest is None or clusters.entry(k) or not _is_office(m):
        return False
    (body,) = m.of
    holders = {holder(office, body, day.earliest, day.latest) for office in m.offices - {"candidate"}}
    known = [key for key in holders if key is not None]
    names = {squeezed(parts[-1]) for o in clusters.names(k) if (parts := name_parts(o))}
    own = {squeezed(part) for key in known for part in key.partition(":")[2].split()}
    return bool(names) and len(known) == 1 and names.isdisjoint(own)


def ever_held(entry: Entry) -> frozenset[str]:
    """The offices that the gazetteers know somebody to have held."""
    return frozenset(office for (office, _), _ in _terms_of().get(entry.key, ()))


def held(entry: Entry | None, published: Published) -> tuple[frozenset[str], frozenset[str]]:
    """The offices that somebody held when an article was published, and the countries and bodies that he held them of."""
    known = [] if entry is None else [at for at in _held_at(entry, published) if at[0] != "candidate"]
    return frozenset(office for office, _ in known), frozenset(body for _, body in known)


def _held_at(entry: Entry, published: Published) -> list[tuple[str, str]]:
    """The offices, each with what it is of, that somebody held when an article was published."""
    if entry.type != "person" or published.earliest is None or published.latest is None:
        return []
    return [at for at, t in _terms_of().get(entry.key, ()) if t.first <= published.earliest and published.latest <= t.last]


@cache
def _terms_of() -> dict[str, list[tuple[tuple[str, str], Term]]]:
    """{key of a person: his terms, each with the office and what it is of}."""
    found: dict[str, list[tuple[tuple[str, str], Term]]] = {}
    for at, some in terms().items():
        for term in some:
            found.setdefault(term.person, []).append((at, term))
    return found


def incumbents(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: an office in the article's present is its holder, where nobody named in the article is."""
    published = text.document.published
    if published.earliest is None or published.latest is None:
        return
    at = clusters.by_entry()
    for i, m in enumerate(list(clusters.mentions)):
        if not _is_office(m) or clusters.entry(i) or any(clusters.names(i)) or said_of(text.tree, m.head) is not None:
            continue  # "wants to become the U.S. president"
        (body,) = m.of
        offices = m.offices | (_heading(body) if m.leads and not body.startswith("country:") else frozenset())
        found = {holder(office, body, published.earliest, published.latest) for office in offices - {"candidate"}} - {None}
        person = found.pop() if len(found) == 1 else None
        if person is not None and clusters.gender(i) in (None, gazetteer().entries[person].gender):
            clusters.enter(i, gazetteer().entries[person], at)


def _people(clusters: Clusters) -> dict[int, Entry]:
    """{cluster: what is known of him}, for the people whom an article names and the gazetteers know."""
    return {i: entry for i in clusters.members if (entry := clusters.entry(i)) is not None and entry.type == "person"}


def former(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: "the former foreign minister" is the one whom the article names of those who once held the office."""
    published = text.document.published.earliest
    known = _people(clusters)
    for i, m in enumerate(clusters.mentions):
        told = m.kind == "nominal" and m.definite and not (m.plural or m.counted) and m.offices
        of_another = not m.of and text.tree.children(m.head, "nmod", "nmod:poss")  # "the former president of the bank"
        if not told or of_another or m.modifiers.isdisjoint(words("past")) or clusters.entry(i) or any(clusters.names(i)):
            continue
        found = {root for root, entry in known.items() if _once_held(entry, m, published) and clusters.compatible(root, i)}
        if len(found) == 1:
            clusters.merge(found.pop(), i)


def nominees(text: Text, clusters: Clusters) -> None:
    """A rule of the sieve: "the Republican nominee" is the one whom the article names of those whom the party had put up."""
    published = text.document.published
    known = _people(clusters)
    for i, m in enumerate(clusters.mentions):
        told = m.kind == "nominal" and m.definite and not (m.plural or m.counted) and "candidate" in m.offices
        parties = {f"organization:{party.capitalize()} Party" for party in m.parties} | {k for k in m.of if k.endswith(" Party")}
        if not told or len(parties) != 1 or m.modifiers - words("nominated") or any(clusters.names(i)) or _is_for_less(text, m):
            continue
        held_by = {root for root, entry in known.items() if ("candidate", *parties) in _held_at(entry, published)}
        if len(held_by) == 1 and clusters.compatible(min(held_by), i):
            clusters.merge(held_by.pop(), i)


def _is_for_less(text: Text, m: Found) -> bool:
    """Whether somebody is a candidate for another office than the highest ("for the Senate"), or was in another year."""
    if any(text.tree.tokens[i].text[:1].isdigit() for i in range(m.first, m.head)):
        return True
    behind = (c for c in text.tree.children(m.head, "nmod") if preposition(text.tree, c) in ("for", "in", "from"))
    return any(text.tree.tokens[c].lemma.lower() not in words("highest") for c in behind)


def _once_held(entry: Entry, m: Found, published: date | None) -> bool:
    """Whether somebody is known to have held an office that a description tells, and no longer held it on a day."""
    over = [at for at, term in _terms_of().get(entry.key, ()) if published is None or term.last <= published]
    return any(office in m.offices and m.of <= {body} for office, body in over)


@cache
def _heading(body: str) -> frozenset[str]:
    """The offices that head a body: "the UN chief" is its secretary general."""
    return frozenset(office for office, of in terms() if of == body)


def _is_office(m: Found) -> bool:
    """Whether a phrase means the holder of an office of one country or body, and of today."""
    if m.kind != "nominal" or m.plural or m.counted or len(m.of) != 1 or not m.offices or not m.definite:
        return False
    return m.modifiers <= _STILL | {word for office in m.offices for word in office.split()}
