"""Quotations in print: where they begin and end, whatever marks the typesetter used.

Marks come in pairs (“ ”, ‘ ’, « », „ “, `` ''), or are the same on both sides (", ' and ''): white space tells which.
A quotation that runs over several paragraphs opens each of them anew and closes only the last (Chicago Manual of Style 13.30);
where lines are broken within it, those that follow may open none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Token

_OPEN = {"“": "double", "«": "double", "„": "double", "``": "double", "‘": "single"}
_CLOSE = {"”": "double", "»": "double", "’": "single"}
_EITHER = {'"': "double", "''": "double", "'": "single"}
MARKS = frozenset((*_OPEN, *_CLOSE, *_EITHER))
_LINES = 6  # paragraphs in which a quotation that none of them opens anew must close


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of tokens from an opening to a closing mark, both included; the outermost of nested ones."""

    first: int
    stop: int
    closed: bool  # False: no closing mark before the paragraph ends


def _sides(tokens: tuple[Token, ...], i: int) -> tuple[bool, bool]:
    """Whether a mark stands free on its left, and on its right."""
    token = tokens[i]
    left = i == 0 or tokens[i - 1].end < token.start or tokens[i - 1].text in "([—–-" or tokens[i - 1].text in MARKS
    right = i + 1 == len(tokens) or token.end < tokens[i + 1].start
    return left, right


def _part(tokens: tuple[Token, ...], i: int) -> tuple[str, bool, bool] | None:
    """What a token is as a quotation mark: single or double, may open, may close."""
    token = tokens[i]
    text = token.text
    if text not in MARKS or token.xpos == "POS":
        return None
    if text in _OPEN:
        return _OPEN[text], True, False
    left, right = _sides(tokens, i)
    if text in _CLOSE:
        return _CLOSE[text], False, not (text == "’" and left)
    return _EITHER[text], left and not right, not left or right


@dataclass(slots=True)
class _Scan:
    """The state of a scan through the paragraphs: where the outermost quotation began, which marks are open."""

    begin: int = -1
    kind: str = ""
    depth: int = 0


def quotations(tokens: tuple[Token, ...], paragraphs: tuple[range, ...]) -> Iterator[Quotation]:
    """The outermost quotations of an article, in order. Each paragraph is a range of token indices."""
    scan = _Scan()
    for n, paragraph in enumerate(paragraphs):
        closing = max((i for i in paragraph if (p := _part(tokens, i)) is not None and p[0] == "single" and p[2]), default=-1)
        for i in paragraph:
            part = _part(tokens, i)
            if part is None or (scan.begin < 0 and i > closing and _is_apostrophe(tokens, i, paragraph.start, part[0])):
                continue
            alike = tokens[i].text in _EITHER
            if scan.begin >= 0 and alike and part[0] == scan.kind and i > scan.begin + 1 and tokens[i - 1].text == ",":
                part = scan.kind, False, True  # `"We left, "she said`: the white space is on the wrong side
            alike = alike and not _nested(tokens, i, paragraph.stop, part[0])
            yield from _mark(scan, i, *part, first=i == paragraph.start, alike=alike)
        if scan.begin >= 0 and not _runs_on(tokens, paragraphs, n, scan.kind):
            closed = tokens[paragraph.stop - 1].text in MARKS and paragraph.stop - 1 > scan.begin
            yield Quotation(first=scan.begin, stop=paragraph.stop, closed=closed)
            scan.begin = -1


def _is_apostrophe(tokens: tuple[Token, ...], i: int, first: int, kind: str) -> bool:
    """Whether a single mark that nothing closes stands for a letter, or in a name: "Bill O ‘Reilly left", "in the ‘90s"."""
    return kind == "single" and i > first and tokens[i - 1].text[-1:].isalnum()


def _nested(tokens: tuple[Token, ...], i: int, stop: int, kind: str) -> bool:
    """Whether a mark opens a quotation within another with the same marks: both close before the paragraph ends."""
    depth = 2
    for part in filter(None, (_part(tokens, j) for j in range(i + 1, stop))):
        if part[0] == kind and part[1] != part[2]:
            depth += 1 if part[1] else -1
        if depth == 0:
            return True
    return False


def _mark(scan: _Scan, i: int, kind: str, opens: bool, closes: bool, *, first: bool, alike: bool) -> Iterator[Quotation]:
    """Take one mark into account; a quotation that it closes comes out."""
    if scan.begin < 0:
        if opens:
            scan.begin, scan.kind, scan.depth = i, kind, 1
    elif kind != scan.kind:
        return
    elif opens and not first and alike and kind == "double":  # one within has other marks: the one before was never closed
        yield Quotation(first=scan.begin, stop=i, closed=False)
        scan.begin = i
    elif opens and not first:
        scan.depth += 1
    elif closes and not first:
        scan.depth -= 1
        if scan.depth <= 0:
            yield Quotation(first=scan.begin, stop=i + 1, closed=True)
            scan.begin = -1


def _runs_on(tokens: tuple[Token, ...], paragraphs: tuple[range, ...], n: int, kind: str) -> bool:
    """Whether an unclosed double quotation is taken up by the next paragraph, or closed further on before any other opens."""
    if kind != "double" or n + 1 == len(paragraphs) or not paragraphs[n + 1]:
        return False
    part = _part(tokens, paragraphs[n + 1].start)
    if part is not None and part[0] == kind and part[1]:
        return True
    ahead = (_part(tokens, i) for paragraph in paragraphs[n + 1 : n + 1 + _LINES] for i in paragraph)
    _, opens, closes = next((p for p in ahead if p is not None and p[0] == kind), (kind, True, False))
    return closes and not opens
