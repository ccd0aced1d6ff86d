"""`dateline build`: the main job."""

import json
import shlex
import sys
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.sources import Reading, source_options
from dateline.cli.stores import store_option

if TYPE_CHECKING:
    from dateline.api import Built


@click.command()
@source_options
@store_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("exports"), show_default=True, help="Where to write."
)
@click.option("--base", metavar="IRI", help="Where the IRIs of a new store begin.")
@click.option("--fresh", is_flag=True, help="Remove what the store held before.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(
    sources: tuple[str, ...],
    published: str | None,
    model: str | None,
    jobs: int,
    store: str | None,
    out: Path,
    base: str | None,
    fresh: bool,
    as_json: bool,
) -> None:
    """Read articles, extract their events, store them, and write a Turtle file and a map.

    SOURCE is a text, JSONL or CoNLL-U file, a folder of such files, or - for standard input; without one the sample articles
    are read. A store keeps what it was given before; an article that comes again takes the place of its older self.
    """
    from dateline.api import build_documents, sources_or_sample

    wanted, root = sources_or_sample(sources)
    # --fresh removes what was stored: not before all that is to take its place can be read
    reading = Reading(wanted, published, model, root, strict=fresh, jobs=jobs)
    documents = reading.documents("Extracting")
    first = next(documents, None)
    if first is None:
        sys.exit(1)  # every source has told what was wrong with it; no file or store is touched
    built = build_documents(chain((first,), documents), out=out, store=store, base=base, fresh=fresh)
    if as_json:
        made = {**asdict(built), "files": [p.as_posix() for p in built.files], "problems": reading.problems}
        click.echo(json.dumps(made, ensure_ascii=False))
    else:
        click.echo(_summary(built, out, store))
    sys.exit(reading.exit_code(built.articles))


def _summary(built: "Built", out: Path, store: str | None) -> str:
    """What was found, what was written, and what to do next."""
    place = "" if store is None and out == Path("exports") else f" --store {shlex.quote(str(store or out / 'store'))}"
    events = ", ".join(f"{n} {status}" for status, n in built.statuses.items())
    found = _many(sum(built.statuses.values()), "event")
    who = shlex.quote(built.busiest or "")
    ask = f"query actor-timeline --set actor={who}{place}" if built.busiest else f"query what-happened{place}"
    # as it was called, where that was by a path such as .venv/bin/dateline
    called = Path(sys.argv[0])
    program = "dateline" if called.is_absolute() or len(called.parts) == 1 else shlex.quote(called.as_posix())
    lines = [
        f"Read {_many(built.articles, 'article')}; the store holds {built.stored}.",
        f"Found {found} ({events or 'none'}), {_many(built.actors, 'actor')} and {_many(built.claims, 'claim')}.",
        f"Wrote {' and '.join(p.as_posix() for p in built.files)} ({built.triples:,} triples).",
        "",
        "Try next:",
        f"  {program} query claims-by-speaker{place}",
        f"  {program} {ask}",
        f"  {program} map --open{place}",
    ]
    if store == ":memory:":  # there is nothing left to ask
        lines = lines[:3]
    return "\n".join(lines)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
