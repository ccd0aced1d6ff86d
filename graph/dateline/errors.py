"""What can go wrong, as one tree of exceptions.

    DatelineError
    ├── InputError       a source cannot be read: missing, binary, too large, not text
    ├── OptionError      a value given by the user makes no sense: a date, a format, a query's name
    ├── ModelError       the language pipeline is missing or does not fit
    ├── StoreError       the store is locked, damaged, or cannot be written
    └── QueryError       a SPARQL query that cannot be parsed or is not allowed

The message of each is one line that a reader who does not know the code can act on.
"""


class DatelineError(Exception):
    """Something the user should hear about in one line."""


class InputError(DatelineError):
    """A source cannot be read."""


class OptionError(DatelineError):
    """A value given by the user makes no sense."""


class ModelError(DatelineError):
    """The language pipeline is missing or does not fit."""


class StoreError(DatelineError):
    """The store is locked, damaged, or cannot be written."""


class QueryError(DatelineError):
    """A SPARQL query that cannot be parsed or is not allowed."""
