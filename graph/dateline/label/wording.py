"""Plain words for events and for those who take part in them, in place of the article's own where those take sides."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.resources import table, word_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a label words an event or a noun."""

    words: str
    verb: str = ""  # tells a noun's event where both sides are known
    preposition: str = "of"  # joins the one affected to a noun


@cache
def _wordings() -> Mapping[tuple[str, str], Wording]:
    rows = table("seeds", "lexicons", "label-phrases.tsv")
    return {
        (row["sort"], row["word"]): Wording(
            words=row["wording"] or row["word"], verb=row["verb"], preposition=row["preposition"] or "of"
        )
        for row in rows
    }


def needs_object(lemma: str) -> bool:
    """Whether a verb always has an object, so that without one it is a passive: "Firm forced to pay"."""
    return lemma in _transitive()


@cache
def _transitive() -> frozenset[str]:
    rows = table("seeds", "lexicons", "role-verbs.tsv")
    return frozenset(verb for row in rows if row["class"].endswith("!") for verb in row["verbs"].split())


def surfaces() -> frozenset[str]:
    """Nouns for places that something is on rather than in: "on the coast"."""
    return word_groups("seeds", "lexicons", "role-words.tsv")["surface"]


def wording_of(lemma: str) -> Wording:
    """The wording of an event noun."""
    return _wordings().get(("noun", lemma)) or Wording(words=lemma)


def of_verb(lemma: str, particle: str = "") -> str:
    """The wording of an event verb, with its particle."""
    known = _wordings().get(("verb", lemma))
    return known.words if known else f"{lemma} {particle}".rstrip()


def of_filler(word: str, lemma: str) -> str:
    """A noun of the cast, in a plain word of the same number where the article's is loaded."""
    known = _wordings().get(("filler", lemma))
    if known is None:
        return word
    plural = word.lower() != lemma and word.lower().endswith("s")
    return known.words + ("s" if plural and not known.words.endswith("s") else "")
