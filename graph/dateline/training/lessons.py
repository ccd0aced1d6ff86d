"""Windows with events to train the language pipeline on.

    python -m dateline.training.lessons ECBPLUS.jsonl.gz GMB.bio.xz GUM.conllu.xz EWT.conllu.xz WRITTEN.txt.xz > events.jsonl

`read-events.tsv.xz` holds events that somebody has read, by article and offset: the kind of each, and who takes which part. Of
all other events of the same texts a lesson says what the rules of this program say, with less weight, the less the more meanings
a word has. Whoever stands in the sentence of an event and is not told to take part in it takes none. `read-status.tsv.xz` tells
of some events whether they are said to have come about. Articles of the part "weigh" of either file are marked as kept: they tell
how good the network is at it, and how much it weighs, and do not teach.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from dateline.annotate.meanings import NAMING
from dateline.annotate.scheme import NO_PART
from dateline.extract import extract
from dateline.model import NOTHING, UNTYPED, Document, Sentence, Status, Token
from dateline.resources import rows_of
from dateline.sure.lexicon import senses
from dateline.sure.told import Look, looks
from dateline.training.texts import articles, is_treebank
from dateline.tree import Tree

READ = Path(__file__).with_name("read-events.tsv.xz")  # articles and offsets only
READ_STATUS = Path(__file__).with_name("read-status.tsv.xz")
LONGEST = 110  # words of a window
MOST = 220  # words of a sentence
UNKNOWN = (3, 0.5)  # meanings and share of words that WordNet does not have
STATUSES: Mapping[str, Status] = {status: status for status in get_args(Status)}
UNREAD = 0.5  # weight of an unread event in a window that was read


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvent:
    """An event as somebody read it; offsets in the article."""

    part: str  # "train" or "weigh"
    start: int
    kind: str
    roles: tuple[tuple[str, int], ...]  # role, start of the head word of who takes it


def read_events(source: Path = READ) -> dict[str, dict[int, ReadEvent]]:
    """{article: {start: event}}."""
    found: dict[str, dict[int, ReadEvent]] = {}
    for row in rows_of(source):
        part, article, start, kind, roles = row.values()
        cast = tuple((role, int(at)) for role, sign, at in (cell.partition(":") for cell in roles.split()) if sign)
        found.setdefault(article, {})[int(start)] = ReadEvent(part=part, start=int(start), kind=kind, roles=cast)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatus:
    """What somebody who read it says of an event's coming about."""

    part: str  # "train" or "weigh"
    status: Status
    teller: str  # the start of the head word of who tells it, "?" where nobody is named, "" the article itself, "-" not read


def read_statuses(source: Path = READ_STATUS) -> dict[str, dict[int, ReadStatus]]:
    """{article: {start of the event: what is said of it}}."""
    found: dict[str, dict[int, ReadStatus]] = {}
    for row in rows_of(source):
        part, article, start, status, teller = row.values()
        found.setdefault(article, {})[int(start)] = ReadStatus(part=part, status=STATUSES[status], teller=teller)
    return found


def teaches(events: Iterable[ReadEvent | ReadStatus]) -> bool:
    """Whether an article may teach the language pipeline: what is kept to weigh it by must be new to it."""
    return all(event.part != "weigh" for event in events)


def windows(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that are read together."""
    some: list[Sentence] = []
    for s in sentences:
        if s.stop > s.first:
            if some and sum(x.stop - x.first for x in some) + s.stop - s.first > LONGEST:
                yield some
                some = []
            some.append(s)
    if some:
        yield some


def lessons(
    document: Document, told: Mapping[int, ReadEvent], stated: Mapping[int, ReadStatus] = MappingProxyType({})
) -> Iterator[dict[str, Any]]:
    """The windows of a document, as rows of the file."""
    tree = Tree(document)
    found = {look.i: look for look in looks(document, tree)}
    timed = {i for time in document.times for i in tree.within(time.start, time.end)}
    for window in windows(document.sentences):
        places = [i for s in window for i in range(s.first, min(s.stop, s.first + MOST))]
        at = {i: n for n, i in enumerate(places)}
        tokens = [document.tokens[i] for i in places]
        numbers = [n for n, s in enumerate(window) for _ in range(s.first, min(s.stop, s.first + MOST))]
        names = [n for i, n in at.items() if i not in timed and _may_take_part(document.tokens[i])]
        starts = {t.start: n for n, t in enumerate(tokens)}
        known = [told[t.start] for t in tokens if t.start in told]
        events = [_event(starts[e.start], e.kind, 1.0, _read_cast(e, starts, names), names, numbers) for e in known]
        statuses = [[starts[start], said.status] for start, said in stated.items() if start in starts]
        weight = UNREAD if known or statuses else 1.0
        for i, look in found.items():
            if i in at and document.tokens[i].start not in told:
                cast = {at[h]: r.role for r in look.event.roles if (h := look.head(r)) in at}
                events.append(_event(at[i], look.event.type or UNTYPED, weight * _clear(look), cast, names, numbers))
        yield {
            "words": [t.text for t in tokens],
            "spaced": [n == 0 or t.start > tokens[n - 1].end for n, t in enumerate(tokens)],
            "sentences": numbers,
            "read": bool(known or statuses),
            "events": events,
            "statuses": statuses,
        }


def _may_take_part(token: Token) -> bool:
    return token.upos in NAMING and token.deprel not in ("flat", "fixed", "list", "det") and token.feats.get("PronType") != "Rel"


def _read_cast(event: ReadEvent, starts: Mapping[int, int], names: Iterable[int]) -> dict[int, str]:
    """Who was read to take part; a later word of a name stands for its first."""
    known, cast = set(names), {}
    for role, at in event.roles:
        if (n := starts.get(at)) is not None:
            cast[next((k for k in range(n, max(-1, n - 4), -1) if k in known), n)] = role
    return cast


def _event(n: int, kind: str, weight: float, cast: Mapping[int, str], names: list[int], numbers: list[int]) -> dict[str, Any]:
    beside = sorted({k for k in names if numbers[k] == numbers[n]} | set(cast)) if kind != NOTHING else []
    return {"word": n, "kind": kind, "weight": round(weight, 3), "parts": [[k, cast.get(k, NO_PART)] for k in beside if k != n]}


def _clear(look: Look) -> float:
    """How much the type that the rules give a word is worth: the fewer meanings it has, the more."""
    count, share = senses().get((look.event.lemma.lower(), look.part, look.event.type or ""), UNKNOWN)
    return float(share / count**0.5)


def main(sources: Iterable[Path]) -> None:
    """Print all lessons, one a line; of texts of which nothing was read, those of news only."""
    told, stated = read_events(), read_statuses()
    read = {*told, *stated}
    wanted = (a for source in sources for a in articles(source) if a.id in read or not is_treebank(source))
    for document in extract(wanted, jobs=0):
        own, said = told.get(document.article.id, {}), stated.get(document.article.id, {})
        kept = not teaches([*own.values(), *said.values()])
        for row in lessons(document, own, said):
            if row["read"] or not kept:
                print(json.dumps({**row, "kept": kept}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
