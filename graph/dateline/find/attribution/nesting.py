"""Which attribution holds which: the layers between a statement and the article's own voice."""

from collections.abc import Sequence
from heapq import heappop, heappush

from dateline.find.attribution.finding import Finding


def _pieces(finding: Finding) -> list[tuple[int, int]]:
    """The content without the words of source and cue: these belong to the layer outside."""
    holes = sorted(r for r in (finding.source, finding.cue) if r is not None)
    pieces = []
    for first, stop in finding.content:
        for low, high in holes:
            if low < stop and high > first:
                pieces.append((first, low))
                first = max(first, high)
        pieces.append((first, stop))
    return [p for p in pieces if p[0] < p[1]]


def innermost(findings: Sequence[Finding], length: int) -> list[int]:
    """For each token the index of the smallest content that holds it, -1 for the article's own voice."""
    begins: dict[int, list[tuple[int, bool, int, int]]] = {}
    for n, finding in enumerate(findings):
        for first, stop in () if finding.echo else _pieces(finding):
            begins.setdefault(first, []).append((finding.size, finding.under is None, n, stop))
    owner, open_ = [-1] * length, list[tuple[int, bool, int, int]]()
    for i in range(length):
        for entry in begins.get(i, ()):
            heappush(open_, entry)
        while open_ and open_[0][3] <= i:
            heappop(open_)
        if open_:
            owner[i] = open_[0][2]
    return owner


def parents(findings: Sequence[Finding], owner: Sequence[int]) -> list[int]:
    """For each finding the index of the one whose content holds its cue, -1 for none; never in a circle."""
    found, places = [], {f.head: n for n, f in enumerate(findings)}
    for n, finding in enumerate(findings):
        if finding.under in places:
            found.append(places[finding.under])
            continue
        parent = owner[finding.head]
        if parent >= 0 and findings[parent].under == finding.head:
            parent = -1
        size = findings[parent].size if parent >= 0 else 0
        found.append(parent if parent >= 0 and (size, parent) > (finding.size, n) else -1)
    return found
