"""The JSON record of an article, to and from the model's values.

The form is fixed by the project's design: one object per article, offsets in Unicode code points. `to_record` and
`from_record` are inverse but for tokens and names, which a record does not hold.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from dateline.model import (
    Actor,
    Article,
    Attribution,
    Block,
    Cue,
    Document,
    Event,
    Mention,
    Published,
    Quantity,
    Relation,
    Role,
    Sentence,
    Source,
    Span,
    Time,
    When,
)

_RENAMED = {"timeml_class": "class"}
_LAYERS = ("times", "actors", "events", "attributions")


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a value, each as the model and as the record calls it."""
    return tuple((f.name, _RENAMED.get(f.name, f.name)) for f in fields(kind))


def plain(value: Any) -> Any:
    """A model value as JSON types."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    if hasattr(value, "__dataclass_fields__"):
        kind: Any = type(value)
        return {written: plain(getattr(value, name)) for name, written in _names(kind)}
    return value


def to_record(document: Document) -> dict[str, Any]:
    """One article's record, ready for `json.dumps`."""
    article = document.article
    head = ("id", "source", "url", "title", "publisher", "licence", "language")
    record: dict[str, Any] = {name: getattr(article, name) for name in head}
    record["published"] = plain(document.published)
    record["text"] = article.text
    record["sentences"] = [
        {"start": s.start, "end": s.end, "block": s.block, "outcome": s.outcome, "why": s.why} for s in document.sentences
    ]
    record.update({layer: plain(getattr(document, layer)) for layer in _LAYERS})
    record["relations"] = [{"type": r.type, "from": r.source, "to": r.target} for r in document.relations]
    return record


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _dated(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """A row with the named cells turned into days."""
    return {**row, **{name: _date(row.get(name)) for name in names}}


def _tuples(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**row, **{name: tuple(row.get(name) or ()) for name in names}}


def _published(row: Mapping[str, Any]) -> Published:
    return Published(**_dated(_tuples(row, "alternatives"), "earliest", "latest"))


def _time(row: Mapping[str, Any]) -> Time:
    return Time(**_dated(_tuples(row, "alternatives"), "earliest", "latest"))


def _actor(row: Mapping[str, Any]) -> Actor:
    mentions = tuple(Mention(**m) for m in row["mentions"])
    return Actor(**{**_tuples(row, "same_as"), "mentions": mentions})


def to_when(row: Mapping[str, Any]) -> When:
    return When(**_dated(_tuples(row, "times"), "earliest_begin", "latest_begin", "earliest_end", "latest_end"))


def _event(row: Mapping[str, Any]) -> Event:
    rest = {k: v for k, v in row.items() if k != "class"}
    made = {
        "timeml_class": row["class"],
        "when": to_when(row["when"]),
        "roles": tuple(Role(**r) for r in row["roles"]),
        "quantities": tuple(Quantity(**q) for q in row["quantities"]),
    }
    return Event(**{**rest, **made})


def _attribution(row: Mapping[str, Any]) -> Attribution:
    made = {
        "content": Span(**row["content"]),
        "source": Source(**row["source"]) if row["source"] else None,
        "cue": Cue(**row["cue"]) if row["cue"] else None,
    }
    return Attribution(**{**row, **made})


def from_record(record: Mapping[str, Any]) -> Document:
    """The document that a record describes, without tokens and names."""
    published = _published(record["published"])
    skipped = tuple(
        Block(start=s["start"], end=s["end"], kind=s["block"], why=s["why"])
        for s in record["sentences"]
        if s["outcome"] == "skipped"
    )
    article = Article(
        id=record["id"],
        source=record["source"],
        text=record["text"],
        title=record["title"],
        publisher=record["publisher"],
        url=record["url"],
        licence=record.get("licence"),
        language=record["language"],
        published=published,
        blocks=skipped,
    )
    return Document(
        article=article,
        published=published,
        sentences=tuple(Sentence(**s, first=0, stop=0) for s in record["sentences"]),
        times=tuple(map(_time, record["times"])),
        actors=tuple(map(_actor, record["actors"])),
        events=tuple(map(_event, record["events"])),
        attributions=tuple(map(_attribution, record["attributions"])),
        relations=tuple(Relation(type=r["type"], source=r["from"], target=r["to"]) for r in record["relations"]),
    )
