"""Conditions on a match that a pattern over words cannot state: parts of speech, what stands around it, its place in a name.

Each guard takes the match and says whether it may stand. Rules name them in `guards`.
"""

from collections.abc import Callable

from dateline.date import guards_numbers as numbers
from dateline.date import guards_words as words
from dateline.date.match import Match, noun

GUARDS: dict[str, Callable[[Match], bool]] = {
    "month name": words.month_name,
    "month alone": words.month_alone,
    "weekday name": words.weekday_name,
    "whole number": numbers.whole_number,
    "tight number": numbers.tight_number,
    "no number": numbers.no_number,
    "year alone": numbers.year_alone,
    "era": numbers.era,
    "across two": numbers.across_two,
    "decade": numbers.decade,
    "half alone": numbers.half_alone,
    "season and no verb": words.season_no_verb,
    "season alone": words.season_alone,
    "capital": words.capital,
    "clock": numbers.clock,
    "part alone": words.part_alone,
    "adverb": words.adverb,
    "unit alone": numbers.unit_alone,
    "not plural": words.not_plural,
    "earlier": numbers.earlier,
    "counted": numbers.counted,
    "no age": numbers.no_age,
    "units alone": numbers.units_alone,
    "vague": words.vague,
    "vague adjective": words.vague_adjective,
    "adverb set": words.adverb_set,
    "not ago": numbers.not_ago,
    "no share": numbers.no_share,
    "no title": words.no_title,
    "before a verb": words.before_a_verb,
    "for so long": words.for_so_long,
    "name of an event": words.event_name,
    "then alone": words.then_alone,
    "before no noun": lambda match: not noun(match.after()),
}
