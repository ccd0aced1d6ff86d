"""The layout of a news article as plain text: headline, byline, dateline, paragraphs, and what trails behind.

A wire report as it is copied from the web repeats its headline, opens with a dateline ("DOHA (Reuters) – ") and ends in links to
other stories. Taken for sentences, these give events that nobody reported. Each block says what gave it away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

from dateline.model import Block, BlockKind
from dateline.read.datelines import agency_of, dateline, is_dateline
from dateline.resources import table

_CHUNK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_BYLINE = re.compile(r"(?:By|BY|Story by|Written by|Posted by|Reported by)\s+[^\W\d_a-z][^\n]{1,90}")
_SIGNED = re.compile(r"(?:By|BY)(?:,? (?:and|in|at|for|of|the|[^\W\d_a-z][\w.'’-]*)){2,12}")  # between paragraphs, names alone
_WEB = re.compile(r"https?://\S+|www\.\S+")
_WROTE = r"(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Reported|Written|Edited)"
_CREDITS = re.compile(rf"(?<=\s)[(\[]{_WROTE} by [^()\n]{{3,250}}[)\]]\.?\Z", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:an?|the|said|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)\b", re.IGNORECASE)
_HOUR = r"(?:[01]?\d|2[0-3])"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|local time)"
_TIMED = re.compile(
    rf"{_HOUR}(?P<stop>[.:])[0-5]\d(?P<sure>\s?[ap]\.?m\b\.?)?(?P<zone>\s{_ZONE}\b)?(?:\s?[:|–—-])?\s+(?=[\"“'‘]?[^\W\d_a-z])"
)
HEADLINE_WORDS = 22
CLOSED_WORDS = 14  # in a headline that ends in a full stop
SHORT_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text and what they say of the article."""

    blocks: tuple[Block, ...]
    title: str | None = None
    agency: str | None = None  # the news agency that the dateline names
    url: str | None = None


@cache
def _boilerplate() -> tuple[re.Pattern[str], ...]:
    rows = table("seeds", "lexicons", "boilerplate.tsv")
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows)


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a column, so that a line break says nothing of paragraphs."""
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    return len(lengths) > 3 and median(lengths) >= 45 and max(lengths) <= 100


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: what blank lines part, and single lines unless the text is hard-wrapped."""
    pattern = _CHUNK if _hard_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip())


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


def _is_headline(text: str) -> bool:
    """A first block is a headline when it does not end like a sentence, or is capitalised throughout."""
    words = _WORD.findall(text)
    if not words or len(words) > HEADLINE_WORDS or sum(w[0].isdigit() for w in words) * 2 >= len(words):
        return False
    long_words = [w for w in words if len(w) > 3]
    capitals = sum(w[0].isupper() for w in long_words)
    return not _STOP.search(text) or text.rstrip()[-1] in "?!" or (len(long_words) > 2 and capitals > 0.7 * len(long_words))


def _is_closed_headline(text: str, chunks: list[tuple[int, int]]) -> bool:
    """Whether a first line that ends like a sentence is a headline all the same: short, without articles and days, and said again
    at more length in the paragraph behind the blank line below it."""
    if len(chunks) < 4 or text[chunks[0][1] : chunks[1][0]].count("\n") < 2 or dateline(text, *chunks[0]):
        return False
    first, second = (text[start:end] for start, end in chunks[:2])
    words = _WORD.findall(first)
    again = {w for w in _folded(first).split() if len(w) > 3} & set(_folded(second).split())
    is_short = 3 < len(words) <= CLOSED_WORDS and 1.5 * len(words) < len(_WORD.findall(second))
    return is_short and not _TOLD.search(first) and not re.search(r"[.?!]\s", first) and len(again) > 1


def _is_boilerplate(text: str) -> bool:
    inside = text.lstrip("([*_ ")
    return len(text) < 300 and any(pattern.match(words) for pattern in _boilerplate() for words in (text, inside))


def _classify(text: str, chunks: list[tuple[int, int]], title: str | None) -> Iterator[tuple[int, int, BlockKind, str]]:
    """The kind of each chunk, from the top: what stands before the first paragraph is judged apart from what follows."""
    headline = _folded(title) if title else None
    seen_headline = in_body = False
    for start, end in chunks:
        words = text[start:end]
        short = len(words) <= 300
        if not in_body and _WEB.fullmatch(words):
            yield start, end, "boilerplate", "a web address alone on its line"
        elif _is_boilerplate(words):
            yield start, end, "boilerplate", "a set phrase around articles, not part of one"
        elif short and headline and _folded(words) == headline:
            yield start, end, *(("repeat", "the headline again") if seen_headline else ("headline", "the article's title"))
            seen_headline = True
        elif (not in_body and _BYLINE.fullmatch(words)) or (in_body and _SIGNED.fullmatch(words)):
            yield start, end, "byline", "names the writer"
        elif (
            headline is None
            and not in_body
            and short
            and len(chunks) > 1
            and not is_dateline(words)
            and (_is_headline(_CREDITS.sub("", words)) or (start == chunks[0][0] and _is_closed_headline(text, chunks)))
        ):
            headline, seen_headline = _folded(words), True
            yield start, end, "headline", "the first line, and no sentence of the report"
        else:
            in_body = True
            yield start, end, "paragraph", ""


def _trailing(blocks: list[Block], text: str) -> list[Block]:
    """Short lines behind the last full sentence are links and labels; between paragraphs they are subheadings."""
    last = max(
        (i for i, b in enumerate(blocks) if b.kind == "paragraph" and _ENDS_SENTENCE.search(text[b.start : b.end])), default=None
    )
    if last is None:
        return blocks
    return [_short_line(block, text, after=i > last) if i else block for i, block in enumerate(blocks)]


def _short_line(block: Block, text: str, *, after: bool) -> Block:
    """What a paragraph of a few words without a full stop is; lines with figures may be part of the report."""
    words = text[block.start : block.end]
    if block.kind != "paragraph" or len(_WORD.findall(words)) > SHORT_WORDS or _ENDS_SENTENCE.search(words):
        return block
    if any(c.isdigit() for c in words):
        return block
    if after:
        return replace(block, kind="boilerplate", why="a short line after the last sentence")
    return replace(block, kind="subheading", why="a short line between paragraphs") if words[0].isupper() else block


def _split_dateline(blocks: list[Block], text: str) -> tuple[list[Block], str | None]:
    """The first paragraph's dateline as a block of its own, and the agency it names."""
    for i, block in enumerate(blocks):
        if block.kind != "paragraph":
            continue
        match = dateline(text, block.start, min(block.end, block.start + 120))
        if match is None:
            break
        head = Block(
            start=block.start,
            end=match.start() + len(match[0].rstrip()),
            kind="dateline",
            why="place and agency before the report",
        )
        rest = [Block(start=match.end(), end=block.end, kind="paragraph")] if match.end() < block.end else []
        return [*blocks[:i], head, *rest, *blocks[i + 1 :]], agency_of(match)
    return blocks, None


def _split_credits(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, with the credits in brackets that end a paragraph apart from it."""
    for block in blocks:
        match = _CREDITS.search(text, max(block.start, block.end - 300), block.end) if block.kind == "paragraph" else None
        end = block.end if match is None else block.start + len(text[block.start : match.start()].rstrip())
        yield replace(block, end=end) if match else block
        if match:
            yield Block(start=match.start(), end=block.end, kind="boilerplate", why="the credits behind a report")


def _split_times(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, with the time that opens an entry of a live report apart from it; a mere "14.20" may be a figure, unless
    several paragraphs open with one."""
    found = {b.start: _TIMED.match(text, b.start, b.end) for b in blocks if b.kind == "paragraph"}
    several = sum(map(bool, found.values())) > 1
    for block in blocks:
        match = found.get(block.start)
        if match and (several or match["stop"] == ":" or match["sure"] or match["zone"]):
            yield Block(
                start=block.start, end=block.start + len(match[0].rstrip()), kind="boilerplate", why="the time of an entry"
            )
            block = replace(block, start=match.end())
        yield block


@cache
def _slugs() -> re.Pattern[str]:
    """What wires set before a headline."""
    rows = [(re.escape(row["slug"]), row["kind"]) for row in table("seeds", "lexicons", "wire-slugs.tsv")]
    marks, topics = ("|".join(slug for slug, kind in rows if kind == wanted) for wanted in ("mark", "topic"))
    return re.compile(rf"(?:(?:(?:{marks})(?: ?\d+)?|{topics})-)+(?=\S)")


def _split_slug(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, with the mark of a wire apart from the headline behind it."""
    for block in blocks:
        match = _slugs().match(text, block.start, block.end) if block.kind in ("headline", "repeat") else None
        if match:
            yield Block(start=block.start, end=match.end(), kind="boilerplate", why="the mark of a wire before a headline")
        yield replace(block, start=match.end()) if match else block


def layout(text: str, title: str | None = None) -> Layout:
    """The blocks of an article's text, in order; what lies between them is white space."""
    chunks = list(_chunks(text))
    blocks = [Block(start=a, end=b, kind=kind, why=why) for a, b, kind, why in _classify(text, chunks, title)]
    blocks, agency = _split_dateline(_trailing(blocks, text), text)
    blocks = list(_split_times(list(_split_credits(list(_split_slug(blocks, text)), text)), text))
    headline = next((text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    url = next((text[b.start : b.end] for b in blocks if b.why.startswith("a web address")), None)
    return Layout(
        blocks=tuple(blocks),
        title=title or (" ".join(headline.split()) if headline else None),
        agency=agency,
        url=url if url and url.startswith("http") else None,
    )
