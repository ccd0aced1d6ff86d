"""The graph as tables: a row for each event, or for each statement."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from dateline.store.exports.told import ROLES
from dateline.store.exports.told import events as told

if TYPE_CHECKING:
    from dateline.store.graph import Store

_COLUMNS = (
    *("event", "label", "type", "status", "contested", "confidence", "date"),
    *("earliest_begin", "latest_begin", "earliest_end", "latest_end"),
    *(*ROLES, "figures", "why", "sentence", "articles"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def events(store: "Store") -> Iterator[str]:
    """CSV with a row for each event; several names in a cell are separated by "; "."""
    yield from _csv(_COLUMNS, _rows(store))


def triples(store: "Store") -> Iterator[str]:
    """CSV with a row for each statement: subject, predicate, object, its datatype and language, graph."""
    rows = sorted(
        (_bare(q.subject), q.predicate.value, _bare(q.object), *_kind(q.object), _bare(q.graph_name)) for q in store.quads()
    )
    yield from _csv(("subject", "predicate", "object", "datatype", "language", "graph"), rows)


def _rows(store: "Store") -> Iterator[Sequence[str]]:
    for e in told(store):
        days = (e.earliest_begin, e.latest_begin, e.earliest_end, e.latest_end)
        cast = ("; ".join(e.names(role)) for role in ROLES)
        cells = [
            e.iri,
            e.label,
            e.type or "",
            e.status,
            str(e.contested).lower(),
            "" if e.confidence is None else f"{e.confidence:.2f}",
        ]
        cells += [e.edtf or "", *(d.isoformat() if d else "" for d in days)]
        cells += [*cast, "; ".join(e.figures), e.why or "", e.sentence or "", "; ".join(e.articles)]
        yield [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]


def _bare(term: object) -> str:
    return term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)


def _kind(term: object) -> tuple[str, str]:
    return (term.datatype.value, term.language or "") if isinstance(term, ox.Literal) else ("", "")


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    for row in rows:
        writer.writerow(row)
        if out.tell() > 65536:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()
