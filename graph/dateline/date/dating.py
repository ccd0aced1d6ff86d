"""The stage itself: one document after another, its publication date first, then its times."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date as Day

from dateline.date.publication import published
from dateline.date.ranges import in_order
from dateline.date.reading import Reader, Reading
from dateline.date.scan import Piece, scan, stretches
from dateline.date.sense import Context, Said
from dateline.date.tense import tense_at
from dateline.model import Document, Name, Published, Tense, Time
from dateline.tree import Tree


def date(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill `published` and `times` of each document."""
    for document in documents:
        known = published(document)
        yield replace(document, published=known, times=tuple(_times(document, known)))


def _times(document: Document, known: Published) -> list[Time]:
    """Every time expression of an article, in order; where its date is known in part, only what all its days agree on."""
    if known.earliest == known.latest:
        return _read(document, known.earliest)
    if known.earliest is None or known.latest is None:
        return _read(document, None)
    ends = [{(t.start, t.end): t for t in _read(document, day)} for day in (known.earliest, known.latest)]
    return [_agreed(time, *(end.get((time.start, time.end)) for end in ends)) for time in _read(document, None)]


def _read(document: Document, day: Day | None) -> list[Time]:
    """The times of an article as if it were published on a day."""
    session = _Session(document, day)
    times = [time for start, end in stretches(document) for time in session.read(start, end)]
    return list(in_order(document.text, times))


def _agreed(open_: Time, first: Time | None, last: Time | None) -> Time:
    """The reading that both ends of the publication date give; else the open one, with theirs as alternatives."""
    if first is None or last is None:
        return open_
    if first.value == last.value and first.edtf == last.edtf:
        return replace(
            first, id=open_.id, earliest=_outer(first.earliest, last.earliest, min), latest=_outer(first.latest, last.latest, max)
        )
    others = tuple(e for e in (first.edtf, last.edtf) if e)
    return replace(open_, alternatives=others if len(others) == 2 else ())


def _outer(a: Day | None, b: Day | None, choose: Callable[[Day, Day], Day]) -> Day | None:
    return choose(a, b) if a and b else None


# figures of a year before are told beside the main ones: nothing later refers to them
_COMPARING = ("year_ago", "year_period", "offset")


class _Session:
    """One article being read: what has been said so far, and how to look around."""

    def __init__(self, document: Document, day: Day | None) -> None:
        self.document = document
        self.day = day
        self.tree = Tree(document)
        self.said: list[Said] = []
        self.count = 0
        self._starts = [s.start for s in document.sentences]
        self._names = document.names
        self._name_starts = [n.start for n in self._names]

    def read(self, start: int, end: int) -> Iterator[Time]:
        """The times of a stretch of text."""
        pieces = scan(self.document, start, end)
        for reading in Reader(pieces).read(lambda i, j: self._context(pieces, i, j), lambda r: self._say(pieces, r)):
            yield self._time(pieces, reading)

    def _context(self, pieces: list[Piece], start: int, stop: int) -> Context:
        return Context(
            day=self.day,
            said=self.said,
            sentence=self._sentence(pieces[start].start),
            tense=lambda: self._tense(pieces, start, stop),
            words=tuple(p.lower for p in pieces[start:stop]),
            before=pieces[start - 1].lower if start else "",
            second=pieces[start - 2].lower if start > 1 else "",
            after=pieces[stop].lower if stop < len(pieces) else "",
        )

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _tense(self, pieces: list[Piece], start: int, stop: int) -> Tense | None:
        """The tense of the clause that governs the expression, from its topmost word."""
        inside = [p.token for p in pieces[start:stop] if p.token is not None]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        top = next((i for i in inside if not first <= self.tree.tokens[i].head <= last or self.tree.head(i) is None), last)
        return tense_at(self.tree, top, pieces[start - 1].lower if start else "")

    def _say(self, pieces: list[Piece], reading: Reading) -> bool:
        """Remember an expression under the id it will have; not one that is part of a name."""
        numbered = any(p.lower.isdecimal() for p in pieces[reading.start : reading.stop]) and reading.rule.name != "year"
        if not numbered and self._inside_name(pieces[reading.start].start, pieces[reading.stop - 1].end):
            return False
        self.count += 1
        compared = reading.rule.normaliser in _COMPARING
        if reading.sense.moment is not None and not compared:
            self.said.append(Said(f"t{self.count}", reading.sense.moment, self._sentence(pieces[reading.start].start)))
        return True

    def _time(self, pieces: list[Piece], reading: Reading) -> Time:
        sense, start, end = reading.sense, pieces[reading.start].start, pieces[reading.stop - 1].end
        return Time(
            id=f"t{self.count}",
            start=start,
            end=end,
            text=self.document.text[start:end],
            type=sense.type,
            value=sense.value,
            edtf=sense.edtf,
            earliest=sense.earliest,
            latest=sense.latest,
            rule=reading.rule.name,
            anchor=sense.anchor,
            alternatives=sense.alternatives,
            why=sense.why,
        )

    def _inside_name(self, start: int, end: int) -> bool:
        """Whether an expression is part of a longer name of a person or organisation: "April Ross", "Friday's Place"."""
        i = bisect_right(self._name_starts, start) - 1
        name: Name | None = self._names[i] if i >= 0 else None
        return name is not None and name.end >= end and name.end - name.start > end - start and name.label in ("PERSON", "ORG")
