"""Dates the words: fills a document's times and its date of publication.

`date` finds every time expression in the sense of ISO-TimeML and reads it: its TIMEX3 value, its EDTF, its first and last day,
and why. The grammar is data: `seeds/lexicons/time-rules.toml`, explained in `time-rules.md`, with its words in `time-words.tsv`,
`time-holidays.tsv` and `seeds/gazetteers/events.tsv`.

    scan.py        text -> pieces                     moment.py       what is known of a calendar date; its days
    words.py       word classes at each position      notation.py     a moment as TIMEX3 and EDTF
    numbers.py     numbers and years in words         absolute.py     readers of calendar names: October 7, Easter 2018
    rules.py       the rule file, compiled            completion.py   the year or day that a name leaves open
    match.py       a place where a rule matches       relative.py     readers of distances: last week, two days ago
    guards*.py     conditions beyond words            business.py     readers of business periods: the quarter, year-end
    modifiers.py   early, more than, the end of       length.py       readers of durations and sets: every Friday
    tense.py       past or to come                    feasts.py       holidays of a year
    reading.py     all that on one stretch of text    ranges.py       "between … and …" in order
    named.py       events known by name               anchors.py      their reader: since the September 11 attacks
    counted.py     readers of counted days and weeks  publication.py  the article's own date, as told
    dating.py      the stage                          inferred.py     the same, from what the text implies together
    quoted.py      when the words of a quotation were spoken
    agreement.py   what several possible days of publication agree on
"""

from dateline.date.dating import date

__all__ = ["date"]
