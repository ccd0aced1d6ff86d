"""From pieces of text to times: match the rules, read what they captured, in the order of the text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dateline.date import absolute, anchors, business, counted, length, relative, rules, words
from dateline.date.guards import GUARDS
from dateline.date.match import Match
from dateline.date.modifiers import extend, modify
from dateline.date.rules import Captures, Rule, Rules
from dateline.date.scan import Piece
from dateline.date.sense import Context, Sense
from dateline.date.words import Classes, Words

Normaliser = Callable[[Captures, Context, dict[str, object]], Sense | None]

NORMALISERS: dict[str, Normaliser] = {
    "calendar": absolute.calendar,
    "week_of": absolute.week_of,
    "weekday_of_month": counted.weekday_of_month,
    "week_of_month": counted.week_of_month,
    "two_years": counted.two_years,
    "from_weekday": counted.from_weekday,
    "deictic": relative.deictic,
    "deictic_clock": relative.deictic_clock,
    "clock_of_part": relative.clock_of_part,
    "part_of_day": relative.part_of_day,
    "then": relative.then,
    "which_unit": relative.which_unit,
    "the_unit": business.the_unit,
    "latest_period": business.latest_period,
    "unit_ended": business.unit_ended,
    "period_to": business.period_to,
    "year_end": business.year_end,
    "the_weekend": relative.the_weekend,
    "weekday_of_week": relative.weekday_of_week,
    "offset": relative.offset,
    "year_ago": business.year_ago,
    "year_period": business.year_period,
    "vague_reference": relative.vague_reference,
    "recent_units": relative.recent_units,
    "duration": length.duration,
    "unit_long": length.unit_long,
    "repeated": length.repeated,
    "named_event": anchors.named_event,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression found: its pieces, its rule and its sense."""

    start: int
    stop: int
    rule: Rule
    sense: Sense
    captures: Captures


class Reader:
    """The rules and words at work on one stretch of text."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.words: Words = words.load()
        self.rules: Rules = rules.load()
        self.classes: list[Classes | None] = [self._classes(i) for i in range(len(pieces))]

    def _classes(self, i: int) -> Classes | None:
        lower = self.pieces[i].lower
        if lower in self.words.by_first or lower in self.words.numbers.cardinals or lower in ("a", "an") or lower.isdecimal():
            return words.classes_at(self.words, self.pieces, i)
        return None

    def read(self, context: Callable[[int, int], Context], accept: Callable[[Reading], bool]) -> Iterator[Reading]:
        """All expressions in order. `context` is asked for the surroundings of each, `accept` whether to keep one found."""
        i = 0
        previous: Reading | None = None
        while i < len(self.pieces):
            reading = self._at(i, previous, context)
            if reading is None:
                i += 1
                continue
            if accept(reading):
                yield reading
            previous = reading
            i = reading.stop

    def _at(self, i: int, previous: Reading | None, context: Callable[[int, int], Context]) -> Reading | None:
        """The best reading that begins at a piece: the longest one whose guards and normaliser accept it."""
        for start, stop, rule, captures, _ in self._matches(i, previous):
            match = Match(self.pieces, start, stop, captures, self.classes)
            if not all(GUARDS[guard](match) for guard in rule.guards):
                continue
            around = context(start, stop)
            sense = NORMALISERS[rule.normaliser](captures, around, rule.settings)
            if sense is not None:
                first, kinds = extend(self.words, self.pieces, start, stop, sense, rule.name)
                if rule.settings.get("after"):
                    sense = replace(sense, alternatives=())
                if previous and first < previous.stop:
                    first, kinds = start, []
                return Reading(first, stop, rule, modify(sense, kinds, around.day), captures)
        return None

    def _matches(self, i: int, previous: Reading | None) -> list[tuple[int, int, Rule, Captures, int]]:
        """All matches of all rules that can begin at a piece: the longest extents first, then those with most context."""
        found = []
        for rule in self._rules(i):
            after = rule.settings.get("after")
            if after and not (previous and previous.stop == i and previous.rule.name.startswith(str(after))):
                continue
            for stop, captures in rules.run(rule.pattern, self.pieces, self.classes, i):
                if after and previous:
                    captures = _shared(previous.captures) | captures
                start, end = int(str(captures.pop("[", i))), int(str(captures.pop("]", stop)))
                if end > start:
                    fixed: Captures = {k: str(v) for k, v in rule.settings.items() if v is True}
                    found.append((start, end, rule, captures | fixed, stop))
        if len(found) > 1:
            found.sort(key=lambda m: (-m[1], -m[4], m[2].order))
        return found

    def _rules(self, i: int) -> Iterator[Rule]:
        yield from self.rules.by_word.get(self.pieces[i].lower, ())
        here = self.classes[i]
        if here:
            seen: set[int] = set()
            for kind in here:
                for rule in self.rules.by_class.get(kind, ()):
                    if rule.order not in seen:
                        seen.add(rule.order)
                        yield rule


def _shared(captures: Captures) -> Captures:
    """What a continued expression takes over: "March 5" lends its month to "-7", "1996" its century to "-98"."""
    return {name: value for name, value in captures.items() if name in ("month", "year")}
