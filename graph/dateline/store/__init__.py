"""RDF: storing, querying, validating and writing what articles tell. The one home of rdflib, pyoxigraph and pyshacl.

with open_store("exports/store") as store:   # or open_store() for one in memory
    store.add(documents)
    store.select("SELECT ?label WHERE { ?event a sem:Event ; dl:status 'actual' ; rdfs:label ?label }").rows
    store.write_turtle(Path("exports/timeline.ttl"))
"""

from dateline.store.folder import open_store
from dateline.store.graph import Changes, Entry, Store
from dateline.store.query import Table, Value
from dateline.store.query import short as shorten
from dateline.store.search import KINDS
from dateline.store.vocabulary import BASE, PREFIXES

__all__ = ["BASE", "KINDS", "PREFIXES", "Changes", "Entry", "Store", "Table", "Value", "open_store", "shorten"]
