"""What is said of an event and in which words, as the page gets it: every text once, offsets as JavaScript counts them.

And what was known of an event on each day, since an article of the next day may have told more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dateline.map import words
from dateline.map.view import ClaimView, EventView
from dateline.merge.status import derived_status

_EPOCH = date(1970, 1, 1)


def number(value: date | None) -> int | None:
    """A day as the page counts them: from the first of 1970."""
    return (value - _EPOCH).days if value else None


@dataclass(slots=True)
class Interned:
    """Words that many nodes share, each once, known by number."""

    numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)


@dataclass(slots=True)
class Names:
    """The page's short names of things, by IRI, and the words that it keeps once."""

    actors: Mapping[str, str]
    events: Mapping[str, str]
    articles: Mapping[str, int]
    known: Mapping[str, date]  # articles by the day from which on what they say is known
    base: str
    sentences: Interned = field(default_factory=Interned)
    voices: Interned = field(default_factory=Interned)
    says: Interned = field(default_factory=Interned)

    def tail(self, iri: str) -> str:
        """What an IRI ends in, after what all share."""
        return iri.removeprefix(self.base)


def _units(text: str, point: int) -> int:
    """An offset as JavaScript counts: characters beyond the first 65,536 are two."""
    return point + sum(ord(c) > 0xFFFF for c in text[:point])


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """Two offsets within a text, whatever was given."""
    first = min(max(start, 0), len(text))
    return _units(text, first), _units(text, min(max(end, first), len(text)))


def _marks(claim: ClaimView) -> list[list[Any]]:
    """The words to be shown in the sentence: role, begin and end, without those that overlap; the event's own come first."""
    chosen: list[tuple[int, int, str]] = []
    own = (*_span(claim.sentence, claim.start, claim.end), "event")
    others = sorted(((*_span(claim.sentence, m.start, m.end), m.kind) for m in claim.marks), key=lambda m: (m[1] - m[0], m))
    for start, end, kind in (own, *others):
        if start < end and all(end <= s or e <= start for s, e, _ in chosen):
            chosen.append((start, end, kind))
    return [[kind, start, end] for start, end, kind in sorted(chosen)]


def claim_row(claim: ClaimView, page: Names) -> list[Any]:
    """A claim as a list, whose places `page/data.js` names; what is missing at its end is left out."""
    text = page.sentences
    row = [
        page.voices(words.name(words.according(claim))),
        page.says(words.claimed(claim)),
        page.articles.get(claim.article or "", -1),
        page.actors.get(claim.by or "", 0),
        page.voices(words.name(claim.speakers[0]) if claim.speakers else "The article"),
        text(claim.sentence) if claim.sentence else -1,
        _marks(claim) if claim.sentence else 0,
        [text(s) for s in claim.before] or 0,
        [text(s) for s in claim.after] or 0,
        [[page.says(v.what), page.says(words.name(v.value))] for v in claim.values] or 0,
    ]
    while row and row[-1] == 0:
        row.pop()
    return row


def steps(event: EventView, page: Names) -> list[list[Any]]:
    """What was known of an event, and since when: day, standing, status; empty where nothing changed after its first day."""
    days = sorted({day for c in event.claims if (day := page.known.get(c.article or ""))})
    steps = [[number(day), *_known_by(event, day, page)] for day in days]
    return [step for i, step in enumerate(steps) if i == 0 or step[1:] != steps[i - 1][1:]]


def _known_by(event: EventView, day: date, page: Names) -> tuple[str, str]:
    heard = tuple(c for c in event.claims if page.known.get(c.article or "", day) <= day)
    told = [c.told for c in heard if c.told]
    then = replace(event, claims=heard, status=derived_status(told)[0] if told else event.status)
    return then.standing, words.standing(then)
