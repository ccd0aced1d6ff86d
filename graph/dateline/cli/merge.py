"""`dateline merge`: events and actors over all articles on standard output."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from dateline.cli.sources import Reading, source_options
from dateline.model import Document, Span, Story


@click.command()
@source_options
def merge(sources: tuple[str, ...], published: str | None, model: str | None, jobs: int) -> None:
    """Write the events and actors of all articles as JSON, one a line, each with its mentions.

    SOURCE is a text, JSONL or CoNLL-U file, a folder of such files, or - for standard input.
    """
    from dateline.merge import stories

    reading = Reading(sources or ("-",), published, model, jobs=jobs)
    documents = list(reading.documents("Extracting"))
    for line in story_lines(documents, stories(documents)):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.exit(reading.exit_code(len(documents)))


def story_lines(documents: list[Document], story: Story) -> Iterator[dict[str, Any]]:
    """One object for each event and actor; a span is given once, to the first that claims it."""
    events = {(d.article.id, e.id): (e,) for d in documents for e in d.events}
    actors = {(d.article.id, a.id): a.mentions for d in documents for a in d.actors}
    for kind, values, spans in (("event", story.events, events), ("actor", story.actors, actors)):
        seen: set[tuple[str, int, int]] = set()
        for value in values:
            mentions = []
            for member in value.members:
                mentions += [m for m in _mentions(member[0], spans[member]) if m not in seen]
                seen.update(mentions)
            rows = [{"article": a, "start": s, "end": e} for a, s, e in sorted(set(mentions))]
            yield {
                "kind": kind,
                "id": value.id,
                "label": getattr(value, "label", None) or getattr(value, "name", ""),
                "type": value.type,
                "mentions": rows,
            }


def _mentions(article: str, spans: tuple[Span, ...]) -> list[tuple[str, int, int]]:
    return [(article, span.start, span.end) for span in spans]
