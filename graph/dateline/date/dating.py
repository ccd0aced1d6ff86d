"""The stage itself: one document after another, its publication date first, then its times."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Day

from dateline.date.agreement import agreed
from dateline.date.anchors import mentioned
from dateline.date.inferred import Clue, infer
from dateline.date.moment import day_of
from dateline.date.named import Named
from dateline.date.publication import published, written
from dateline.date.quoted import opened, speaking
from dateline.date.ranges import in_order
from dateline.date.reading import Reader, Reading
from dateline.date.scan import Piece, scan, stretches
from dateline.date.sense import Context, Said
from dateline.date.tense import blamed_for, tense_around, tense_at, tense_behind, told_apart
from dateline.model import Document, Name, Published, Tense, Time
from dateline.tree import Tree


def date(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill `published` and `times` of each document."""
    for document in documents:
        known = published(document)
        if known.earliest is not None and known.earliest == known.latest:
            yield replace(document, published=known, times=tuple(_spoken(document, known, known.earliest)))
            continue
        session = _Session(document, None)
        times = list(session.times())
        known = infer(known, session.clues) if known.earliest is None else known
        yield replace(document, published=known, times=tuple(_times(document, known, times)))


def _spoken(document: Document, known: Published, day: Day) -> list[Time]:
    """The times of an article as its dateline has it, where that is of some days before its date."""
    headed = written(document, known)
    if headed is None:
        return _read(document, day)
    return [replace(time, why=time.why.replace("publication", "the dateline")) for time in _read(document, headed)]


def _times(document: Document, known: Published, open_: list[Time]) -> list[Time]:
    """Every time expression of an article, in order; where its date is known in part, only what all its days agree on."""
    if known.earliest is not None and known.earliest == known.latest:
        return _read(document, known.earliest)
    days = [day for value in known.alternatives if (day := day_of(value))]
    if not days and known.earliest and known.latest:
        days = [known.earliest, known.latest]
    readings = [{(t.start, t.end): t for t in _read(document, day)} for day in days]
    if not readings:
        return open_
    return [agreed(time, [reading.get((time.start, time.end)) for reading in readings]) for time in open_]


def _read(document: Document, day: Day | None) -> list[Time]:
    """The times of an article as if it were published on a day."""
    return list(_Session(document, day).times())


_BEHIND = 3  # pieces before an expression that its reader may look at
# figures of a year before are told beside the main ones: nothing later refers to them
_COMPARING = ("year_ago", "year_period", "offset")


class _Session:
    """One article being read: what has been said so far, and how to look around."""

    def __init__(self, document: Document, day: Day | None) -> None:
        self.document = document
        self.day = day
        self.tree = Tree(document)
        self.said: list[Said] = []
        self.clues: list[Clue] = []
        self.count = 0
        self._starts = [s.start for s in document.sentences]
        self._names = document.names
        self._name_starts = [n.start for n in self._names]

    def times(self) -> Iterator[Time]:
        """The times of the article, in order."""
        found = [time for start, end in stretches(self.document) for time in self.read(start, end)]
        return in_order(self.document.text, found)

    def read(self, start: int, end: int) -> Iterator[Time]:
        """The times of a stretch of text."""
        pieces = scan(self.document, start, end)
        reader = Reader(pieces)
        if self.day is None:
            self.clues += (self._known(pieces, *found) for found in mentioned(pieces, reader.classes))
        for reading in reader.read(lambda i, j: self._context(pieces, i, j), lambda r: self._say(pieces, r)):
            time = self._time(pieces, reading)
            if self.day is None:
                self.clues.append(self._clue(time, pieces, reading))
            yield time

    def _clue(self, time: Time, pieces: list[Piece], reading: Reading) -> Clue:
        """The expression as a piece of the puzzle of when the article was published."""
        start, value = reading.start, time.value if time.type == "DURATION" else ""
        moment = reading.sense.moment if reading.rule.normaliser != "named_event" else None
        return Clue(time.text, value, moment, self._tense(pieces, start, reading.stop), _before(pieces, start))

    def _known(self, pieces: list[Piece], start: int, stop: int, event: Named) -> Clue:
        """An event known by name, as a piece of the same puzzle."""
        words = self.document.text[pieces[start].start : pieces[stop - 1].end]
        return Clue(words, before=_before(pieces, start), named=event.first)

    def _context(self, pieces: list[Piece], start: int, stop: int) -> Context:
        return Context(
            day=self.day,
            said=self.said,
            sentence=self._sentence(pieces[start].start),
            tense=lambda: self._tense(pieces, start, stop),
            apart=lambda said: self._apart(pieces, start, stop, said),
            blamed=lambda: self._blamed(pieces, start, stop),
            spoken=lambda: self._spoken(pieces[start].start),
            words=tuple(p.lower for p in pieces[start:stop]),
            behind=tuple(p.lower for p in pieces[max(0, start - _BEHIND) : start]),
            after=pieces[stop].lower if stop < len(pieces) else "",
        )

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _tense(self, pieces: list[Piece], start: int, stop: int) -> Tense | None:
        """The tense of the clause that the expression introduces or opens, else of the one that governs its topmost word."""
        top, first, last = self._top(pieces, start, stop), pieces[start].token, pieces[stop - 1].token
        if top is None:
            return None
        beside = None
        if first is not None and last is not None:
            beside = tense_behind(self.tree, last) or tense_around(self.tree, first, last, top)
        return beside or tense_at(self.tree, top, pieces[start - 1].lower if start else "")

    def _apart(self, pieces: list[Piece], start: int, stop: int, said: Said) -> bool:
        """Whether the expression is told of another time than one before it in the sentence."""
        top = self._top(pieces, start, stop)
        return top is not None and said.token is not None and told_apart(self.tree, said.token, top)

    def _blamed(self, pieces: list[Piece], start: int, stop: int) -> bool:
        """Whether the expression is of what somebody is blamed for."""
        top = self._top(pieces, start, stop)
        return top is not None and blamed_for(self.tree, top)

    def _spoken(self, offset: int) -> Said | None:
        """The time at which the words of a quotation were spoken, where its sentence tells it before the quotation begins."""
        mark = opened(self.document.text, offset)
        number = self._sentence(mark) if mark is not None else -1
        near = [said for said in reversed(self.said) if said.sentence == number and said.token is not None]
        before = (said for said in near if said.token is not None and self.tree.tokens[said.token].start < (mark or 0))
        said = next(before, None)
        fits = said is not None and said.token is not None and mark is not None and speaking(self.tree, said.token, mark)
        return said if fits else None

    def _top(self, pieces: list[Piece], start: int, stop: int) -> int | None:
        """The word of an expression that all others hang on."""
        inside = [p.token for p in pieces[start:stop] if p.token is not None]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        return next((i for i in inside if not first <= self.tree.tokens[i].head <= last or self.tree.head(i) is None), last)

    def _say(self, pieces: list[Piece], reading: Reading) -> bool:
        """Remember an expression under the id it will have; not one that is part of a name."""
        numbered = any(p.lower.isdecimal() for p in pieces[reading.start : reading.stop]) and reading.rule.name != "year"
        if not numbered and self._inside_name(pieces[reading.start].start, pieces[reading.stop - 1].end):
            return False
        self.count += 1
        compared = reading.rule.normaliser in _COMPARING
        if reading.sense.moment is not None and not compared:
            top = self._top(pieces, reading.start, reading.stop)
            self.said.append(Said(f"t{self.count}", reading.sense.moment, self._sentence(pieces[reading.start].start), top))
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
        """Whether an expression is a person's name or part of one, or of an organisation's: "April Ross", "Friday's Place"."""
        i = bisect_right(self._name_starts, start) - 1
        name: Name | None = self._names[i] if i >= 0 else None
        if name is None or name.end < end:
            return False
        return name.label == "PERSON" or (name.label == "ORG" and name.end - name.start > end - start)


def _before(pieces: list[Piece], start: int) -> str:
    """The word before an expression and its article."""
    return next((pieces[i].lower for i in range(start - 1, -1, -1) if pieces[i].lower != "the"), "")
