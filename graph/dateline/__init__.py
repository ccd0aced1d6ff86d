"""News articles in, an event timeline knowledge graph out."""

__version__ = "0.1.0"
