"""A graph in the formats that other programs open. Each gives its text in pieces, the same for the same graph."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.store.graph import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format to write a graph in."""

    name: str
    suffix: str
    media_type: str
    about: str
    home: str  # module and function

    def write(self, store: "Store") -> Iterator[str]:
        """The graph as text, in pieces."""
        module, _, function = self.home.partition(":")
        write: Callable[[Store], Iterator[str]] = getattr(import_module(f"dateline.store.exports.{module}"), function)
        return write(store)


def _format(name: str, suffix: str, media_type: str, home: str, about: str) -> Format:
    return Format(name=name, suffix=suffix, media_type=media_type, home=home, about=about)


FORMATS = {
    made.name: made
    for made in (
        _format("turtle", ".ttl", "text/turtle", "rdf:turtle", "RDF for people: sorted, grouped, prefixed"),
        _format("trig", ".trig", "application/trig", "rdf:trig", "the same with its named graphs"),
        _format("nquads", ".nq", "application/n-quads", "rdf:nquads", "RDF for programs, a statement a line"),
        _format(
            "jsonld", ".jsonld", "application/ld+json", "jsonld:jsonld", "RDF as JSON, in the terms of schema/context.jsonld"
        ),
        _format("graphml", ".graphml", "application/graphml+xml", "networks:graphml", "actors and events as a network"),
        _format("gexf", ".gexf", "application/gexf+xml", "networks:gexf", "the same with dates, for Gephi's timeline"),
        _format("csv", ".csv", "text/csv", "tables:events", "a table with a row for each event"),
        _format("triples", ".csv", "text/csv", "tables:triples", "a table with a row for each statement"),
        _format("timelinejs", ".json", "application/json", "timelinejs:timelinejs", "dated events for TimelineJS"),
        _format("void", ".ttl", "text/turtle", "rdf:void", "what the store holds and how much, as a void:Dataset"),
        _format("ical", ".ics", "text/calendar", "ical:ical", "dated events for calendars (iCalendar)"),
    )
}
