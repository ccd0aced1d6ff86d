"""What changed between two builds, at the level of claims: the same words, told otherwise."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.store.engine import Embedded
from dateline.store.graph import Store
from dateline.store.vocabulary import Names

_CLAIMS = """
SELECT ?at ?words ?event ?label ?name ?value WHERE {
  ?claim a dl:Claim ; gaf:denotedBy ?at ; dl:ofEvent ?event .
  ?at nif:anchorOf ?words .
  ?event rdfs:label ?label .
  { ?claim dl:stance ?value BIND("stance" AS ?name) }
  UNION { ?claim dl:status ?value BIND("status" AS ?name) }
  UNION { ?claim dl:polarity ?value BIND("polarity" AS ?name) }
  UNION { ?claim dl:certainty ?value BIND("certainty" AS ?name) }
  UNION { ?claim dl:date ?value BIND("date" AS ?name) }
  UNION { ?claim dl:claimedBy/rdfs:label ?value BIND("claimed by" AS ?name) }
  UNION { ?claim dl:claimsRole ?role . ?role dl:roleName ?name ; dl:filler/rdfs:label ?value }
  UNION { ?claim dl:quantity ?figure . ?figure dl:counts ?name .
    OPTIONAL { ?figure schema:minValue ?min } OPTIONAL { ?figure schema:maxValue ?max }
    BIND(CONCAT(COALESCE(STR(?min), ""), "..", COALESCE(STR(?max), "")) AS ?value) }
  UNION { ?event sem:eventType ?value BIND("event's type" AS ?name) }
  UNION { ?event dl:status ?value BIND("event's status" AS ?name) }
  UNION { ?event dl:date ?value BIND("event's date" AS ?name) }
}"""


class Change(NamedTuple):
    """One difference. `where` is a place in an article; what is on one side only has None on the other."""

    where: str
    words: str
    what: str
    before: str | None
    after: str | None


class Claim(NamedTuple):
    """What one build says of some words."""

    words: str
    event: str
    label: str
    facts: dict[str, str]


def opened(path: Path) -> Store:
    """A graph to compare: a store's folder or a Turtle file."""
    if path.is_dir():
        from dateline.store.folder import open_store

        return open_store(path, read_only=True)
    graph = ox.Store()
    try:
        graph.load(path=str(path), format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path} is neither a store nor Turtle: {error}") from None
    return Store(Embedded(graph), None, Names())


def difference(before: Store, after: Store) -> Iterator[Change]:
    """Claims that came, went or changed, and tellings that belong to another event now, in the order of the texts."""
    old, new = claims(before), claims(after)
    both = old.keys() & new.keys()
    together = [_together(side, both) for side in (old, new)]
    for at in sorted(old.keys() | new.keys(), key=_order):
        if at not in new:
            yield Change(at, old[at].words, "claim", old[at].label, None)
        elif at not in old:
            yield Change(at, new[at].words, "claim", None, new[at].label)
        else:
            for name in sorted(old[at].facts.keys() | new[at].facts.keys()):
                was, is_ = old[at].facts.get(name), new[at].facts.get(name)
                if was != is_:
                    yield Change(at, new[at].words, name, was, is_)
            was, is_ = (found[at] for found in together)
            if was != is_:
                yield Change(at, new[at].words, "told together with", was or None, is_ or None)


def claims(store: Store) -> dict[str, Claim]:
    """Each claim by its place in an article."""
    found: dict[str, Claim] = {}
    for at, words, event, label, name, value in store.select(_CLAIMS, shorten=True).rows:
        where = str(at).removeprefix("article/")
        claim = found.setdefault(where, Claim(str(words), str(event), str(label), {}))
        facts = claim.facts.get(str(name), "")
        values = sorted({*filter(None, facts.split(" | ")), str(value)})
        claim.facts[str(name)] = " | ".join(values)
    return found


def _together(side: dict[str, Claim], both: set[str]) -> dict[str, str]:
    """For each place the other places of its event, as far as both builds know them."""
    members: dict[str, list[str]] = {}
    for at in sorted(both, key=_order):
        members.setdefault(side[at].event, []).append(at)
    return {at: ", ".join(other for other in members[side[at].event] if other != at) for at in both}


def _order(at: str) -> tuple[str, int]:
    article, _, span = at.rpartition("#char=")
    return article, int(span.partition(",")[0])
