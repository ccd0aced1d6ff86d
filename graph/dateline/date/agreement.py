"""One expression read for several possible days of publication: what all readings agree on, the rest as alternatives."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.date.moment import day_of
from dateline.model import Time


def agreed(open_: Time, readings: Sequence[Time | None]) -> Time:
    """The reading common to all days; else the open one, narrowed to a month and day if those agree, with all as alternatives."""
    known = [time for time in readings if time is not None]
    if len(known) < len(readings) or not known:
        return open_
    first = known[0]
    if all((time.value, time.edtf) == (first.value, first.edtf) for time in known):
        starts, ends = [time.earliest for time in known], [time.latest for time in known]
        earliest = min(s for s in starts if s) if all(starts) else None
        latest = max(e for e in ends if e) if all(ends) else None
        return replace(first, id=open_.id, earliest=earliest, latest=latest)
    written = [time.edtf for time in known]
    if not all(written):
        return open_
    alternatives = tuple(dict.fromkeys(value for value in written if value))
    days = [day_of(value) for value in alternatives]
    if open_.edtf is None and all(days) and len({value[4:] for value in alternatives}) == 1:
        value = f"XXXX{alternatives[0][4:]}"
        why = f"{first.why}, in every year that fits"
        return replace(open_, value=value + first.value[10:], edtf=value, alternatives=alternatives, why=why)
    return replace(open_, alternatives=alternatives)
