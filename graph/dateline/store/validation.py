"""Whether a graph obeys the shapes of `schema/shapes.ttl` (SHACL, by pyshacl)."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline import resources
from dateline.errors import StoreError

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A rule that something in a graph breaks."""

    node: str  # IRI of the thing
    rule: str  # IRI of the property shape's owner, or of the node shape
    message: str
    value: str | None = None  # the value that breaks it, where there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a validation found."""

    problems: tuple[Problem, ...] = ()

    @property
    def conforms(self) -> bool:
        return not self.problems


def validate(graph: "rdflib.Graph") -> Report:
    """Check a graph, as `Store.to_rdflib()` gives it, against the shapes. Problems come sorted."""
    try:
        import pyshacl
    except ImportError:
        raise StoreError("checking needs pyshacl; install it with: pip install pyshacl") from None

    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", advanced=False, do_owl_imports=False)
    return Report(problems=tuple(sorted(_problems(results), key=lambda p: (p.node, p.message, p.value or ""))))


@cache
def _shapes() -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(resources.path("schema", "shapes.ttl"))


def _problems(results: "rdflib.Graph") -> list[Problem]:
    from rdflib import RDF, SH

    shapes = _shapes()
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source = results.value(result, SH.sourceShape)
        owner = shapes.value(None, SH.property, source) or source
        value = results.value(result, SH.value)
        found.append(
            Problem(
                node=str(results.value(result, SH.focusNode)),
                rule=str(owner),
                message=str(results.value(result, SH.resultMessage)),
                value=None if value is None else str(value),
            )
        )
    return found
