"""The words that introduce what somebody says, as the files under `seeds/lexicons` list them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.model import Stance
from dateline.resources import table

_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A way in which a word introduces content: in which constructions, with which stance."""

    frames: frozenset[str]
    stance: Stance
    kind: str


@cache
def _cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """All cues by lemma and part of speech."""
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for row in table("seeds", "lexicons", "attribution-cues.tsv"):
        cue = Cue(frames=frozenset(row["frames"].split()), stance=cast(Stance, row["stance"]), kind=row["kind"])
        key = (row["lemma"], row["pos"])
        found[key] = (*found.get(key, ()), cue)
    return found


def cues(lemma: str, upos: str) -> tuple[Cue, ...]:
    """The ways in which a word introduces content; none for most words."""
    pos = _POS.get(upos)
    return _cues().get((lemma.lower(), pos), ()) if pos else ()


def framed(found: tuple[Cue, ...], frame: str) -> Cue | None:
    """The first of a word's cues that stands in a construction."""
    return next((c for c in found if frame in c.frames), None)


@cache
def phrases(form: str) -> frozenset[tuple[str, ...]]:
    """The prepositional phrases that name a source, word by word."""
    rows = table("seeds", "lexicons", "attribution-phrases.tsv")
    return frozenset(tuple(row["words"].split()) for row in rows if row["form"] == form)


@cache
def labels() -> frozenset[str]:
    """Words before or after a headline's colon that are no speaker."""
    return frozenset(row["label"] for row in table("seeds", "lexicons", "attribution-labels.tsv"))


@cache
def speakers() -> frozenset[str]:
    """Common nouns that can stand for a source on their own."""
    return frozenset(row["noun"] for row in table("seeds", "lexicons", "attribution-speakers.tsv"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a word takes for granted: in which slots, whether only what is known, whether it is a part that somebody has in it."""

    slots: frozenset[str]
    known: bool
    part: bool


@cache
def _given() -> Mapping[tuple[str, str], Given]:
    rows = table("seeds", "lexicons", "attribution-given.tsv")
    return {
        (row["lemma"], row["pos"]): Given(
            slots=frozenset(row["slots"].split()), known=row["needs"] == "known", part=row["part"] == "y"
        )
        for row in rows
    }


def given(lemma: str, upos: str) -> Given | None:
    """What a word takes for granted; None for most words."""
    pos = _POS.get(upos)
    return _given().get((lemma.lower(), pos)) if pos else None
