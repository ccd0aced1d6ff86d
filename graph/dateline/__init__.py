"""News articles in, an event timeline knowledge graph out: who did what to whom, when, where, and according to whom.

    import dateline

    for document in dateline.extract_documents("article.txt", date="2024-05-06"):
        for event in document.events:
            print(event.label, event.status, event.when.edtf)

    dateline.build_graph("articles/", store="exports/store")
    with dateline.open_store("exports/store") as store:
        print(store.select("SELECT ?label WHERE { ?event a sem:Event ; rdfs:label ?label }"))

Names are loaded when they are first used: importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dateline.api import build_graph, extract_documents, read_articles
    from dateline.errors import DatelineError
    from dateline.record import from_record, to_record
    from dateline.store import open_store

_HOMES = {
    "DatelineError": "errors",
    "build_graph": "api",
    "extract_documents": "api",
    "from_record": "record",
    "open_store": "store",
    "read_articles": "api",
    "to_record": "record",
}
__all__ = [  # noqa: RUF022  in the order of use
    "read_articles",
    "extract_documents",
    "to_record",
    "from_record",
    "build_graph",
    "open_store",
    "DatelineError",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(f"dateline.{_HOMES[name]}"), name)
