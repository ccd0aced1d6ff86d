"""Dates the words: fills a document's times and its date of publication.

`date` finds every time expression in the sense of ISO-TimeML and reads it: its
TIMEX3 value, its EDTF, its first and last day, and why.
The grammar is data: `seeds/lexicons/time-rules.toml`, with its words in `time-words.tsv` and `time-holidays.tsv`.

    scan.py        text -> pieces                     moment.py     what is known of a calendar date; TIMEX3, EDTF, bounds
    words.py       word classes at each position      absolute.py   readers of calendar names: October 7, the third quarter
    numbers.py     numbers and years in words         relative.py   readers of distances: last week, two days ago
    rules.py       the rule file, compiled            length.py     readers of durations and sets: three weeks, every Friday
    guards.py      conditions beyond words            modifiers.py  early, more than, the end of
    reading.py     rules -> readings in text order    feasts.py     holidays of a year
    tense.py       past or to come                    ranges.py      "between … and …" in order
    dating.py      the stage                          publication.py  the article's own date
"""

from dateline.date.dating import date

__all__ = ["date"]
