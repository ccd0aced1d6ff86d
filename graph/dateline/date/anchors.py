"""The reader of events known by name: their days, or their begin or end alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.date.named import Named, by_name, meant
from dateline.date.notation import edtf
from dateline.date.rules import Captures
from dateline.date.scan import Piece
from dateline.date.sense import Context, Sense, moment_sense
from dateline.date.words import Classes

_BEGINS = ("start", "beginning", "outbreak", "onset", "eve")
_ENDS = ("end", "close", "conclusion")


def mentioned(pieces: Sequence[Piece], classes: Sequence[Classes | None]) -> Iterator[tuple[int, int, Named]]:
    """Every event known by name that a text tells of, as a time or not: where it stands, and the earliest that is meant."""
    for i, here in enumerate(classes):
        for stop, name in here.get("named", ())[:1] if here else ():
            if any(p.title or p.lower.isdecimal() for p in pieces[i:stop]):
                yield i, stop, by_name()[str(name)][0]


def _edge(context: Context) -> str:
    """The word that picks the begin or the end: "the end of the Cold War"."""
    behind = [word for word in context.behind if word != "the"]
    return behind[-2] if len(behind) > 1 and behind[-1] == "of" else ""


def named_event(captures: Captures, context: Context, settings: dict[str, object]) -> Sense | None:
    """The days of a named event; of its end or begin alone after "the end of", "the outbreak of". An attack that is
    told of is over."""
    name = str(captures["named"])
    event = meant(name, context.day)
    if event.sudden and context.day and event.first and event.first > context.day:
        return None
    said = event.name + (f" (Wikidata {event.wikidata})" if event.wikidata else "")
    edge = _edge(context)
    if event.end == event.begin or edge in _BEGINS:
        return moment_sense(event.begin, why=f"the day of an event known by name: {said}")
    if edge in _ENDS and event.end:
        return moment_sense(event.end, why=f"the end of an event known by name: {said}")
    begin, end = (edtf(m) if m else ".." for m in (event.begin, event.end))
    others = tuple(str(edtf(e.begin)) for e in by_name()[name] if e is not event)
    sense = Sense(type="DATE", value=f"{begin}/{end}", why=f"the days of an event known by name: {said}")
    return replace(sense, edtf=f"{begin}/{end}", earliest=event.first, latest=event.last, alternatives=others)
