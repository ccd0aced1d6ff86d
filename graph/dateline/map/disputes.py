"""Where accounts of one event differ: each claim with what it says of the matter in dispute.

A matter is in dispute where claims give it more than one value; what all give alike is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.map import words
from dateline.map.view import ClaimView, ValueView
from dateline.merge.status import AFFIRMED, REFUTED

DAYS = re.compile(r"\d{4}-\d\d-\d\d\??")  # longer spans of time seldom exclude each other
WHETHER, DAY = "Whether it happened", "Date"


def valued(claim: ClaimView, rows: Iterable[Mapping[str, Any]]) -> ClaimView:
    """A claim with what it says of the event's reality, day and figures."""
    values: list[ValueView] = []
    if claim.told in AFFIRMED | REFUTED:
        values.append(ValueView(what=WHETHER, value="It happened" if claim.told in AFFIRMED else "It did not happen"))
    for row in rows:
        if row["date"] and DAYS.fullmatch(row["date"]):
            values.append(ValueView(what=DAY, value=row["date"]))
        elif row["counts"]:
            matter = words.matter(row["counts"], row["unit"] or "")
            values.append(ValueView(what=matter, value=words.size(row["least"], row["most"])))
    return replace(claim, values=tuple(values))


def disputed(claims: Sequence[ClaimView]) -> tuple[ClaimView, ...]:
    """The claims with their values of what is in dispute among them."""
    if not any(claim.values for claim in claims):
        return tuple(claims)
    given: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for told in claim.values:
            given[told.what].add(told.value)
    return tuple(replace(c, values=tuple(v for v in c.values if len(given[v.what]) > 1)) for c in claims)
