"""Python values as RDF terms: literals that are never ill-typed."""

import math
import re
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from dateline.store.vocabulary import EDTF, XSD

# Halves of UTF-16 pairs are no characters: no RDF syntax can write them.
_HALF = re.compile("[\ud800-\udfff]")
_LARGE = 10**15  # beyond it floats no longer count in ones
_SMALL = 1e-6  # below it decimals have more digits than Oxigraph keeps
_TRUE = Literal(True)


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(_HALF.sub("\ufffd", value) if not value.isascii() else value)


def day(value: date) -> Literal:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=XSD("date"))


def edtf(value: str) -> Literal:
    """A date in the Extended Date/Time Format."""
    return Literal(_HALF.sub("\ufffd", value), datatype=EDTF("EDTF"))


def offset(value: int) -> Literal:
    """A place in a text. As xsd:integer, since Oxigraph turns all kinds of integers into that one."""
    return Literal(value)


def true() -> Literal:
    return _TRUE


def number(value: float | None) -> Literal | None:
    """A figure: an integer where it is whole, else a decimal, a double where it is vast; None where it is no number."""
    if value is None or not math.isfinite(value):
        return None
    if abs(value) >= _LARGE:
        return Literal(float(value))
    if value == int(value):
        return Literal(int(value))
    return Literal(f"{Decimal(repr(value)):f}", datatype=XSD("decimal")) if abs(value) >= _SMALL else Literal(float(value))


def share(value: float | None) -> Literal | None:
    """A part of one, in hundredths, always as xsd:decimal; None where it is unknown."""
    return None if value is None else Literal(f"{value:.2f}", datatype=XSD("decimal"))


def iri(value: str) -> NamedNode | None:
    """An absolute IRI of the web, None for anything else."""
    if not value.startswith(("http://", "https://")):
        return None
    try:
        return NamedNode(value)
    except ValueError:
        return None


def iri_or_text(value: str) -> NamedNode | Literal:
    """An IRI where the value is one, else its text."""
    return iri(value) or text(value)


class Writer:
    """Collects the quads of one graph. Properties without a value are left out."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self.quads: set[Quad] = set()

    def add(self, subject: NamedNode, *pairs: tuple[NamedNode, NamedNode | Literal | None]) -> None:
        """Say of a subject that it has each property with each value."""
        graph, quads = self.graph, self.quads
        for predicate, value in pairs:
            if value is not None:
                quads.add(Quad(subject, predicate, value, graph))
