"""The words that place events in time, read once: signals before a time or an event, and verbs of phase."""

from dataclasses import dataclass
from functools import cache

from dateline.resources import table, word_groups

HARM = frozenset(("ASSAULT", "DAMAGE", "DIE", "INJURE"))  # types of what is done to people and things
MISHAPS = frozenset(("ACCIDENT", "ASSAULT", "DISASTER"))  # types of what does it


@dataclass(frozen=True, slots=True)
class Signal:
    """What words like "since" or "ahead of" say of a time and of an event behind them."""

    words: tuple[str, ...]
    time: str
    event: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A verb whose date is the begin, the end or the whole of another event's."""

    phase: str
    other: str


@cache
def signals() -> dict[str, tuple[Signal, ...]]:
    """Signals by their last word, longest first: they are looked up backwards from what they introduce."""
    found: dict[str, list[Signal]] = {}
    for row in table("seeds", "lexicons", "time-signals.tsv"):
        words = tuple(row["words"].split())
        found.setdefault(words[-1], []).append(Signal(words, row["time"], row["event"]))
    return {last: tuple(sorted(rows, key=lambda s: -len(s.words))) for last, rows in found.items()}


@cache
def group(name: str) -> frozenset[str]:
    """A small group of words, from event-words.tsv."""
    return word_groups("seeds", "lexicons", "event-words.tsv")[name]


@cache
def offices() -> frozenset[str]:
    """Nouns for offices and callings: "president", "spokesman"."""
    return frozenset(row["phrase"] for row in table("seeds", "lexicons", "offices.tsv"))


@cache
def phases() -> dict[str, Phase]:
    """Verbs of phase by lemma, with particle or object after an underscore."""
    return {row["lemma"]: Phase(row["phase"], row["other"]) for row in table("seeds", "lexicons", "phase-verbs.tsv")}
