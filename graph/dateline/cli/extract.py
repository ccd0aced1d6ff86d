"""`dateline extract`: records on standard output."""

import json
import sys

import click

from dateline.cli.sources import Reading, source_options


@click.command()
@source_options
def extract(sources: tuple[str, ...], published: str | None, model: str | None, jobs: int) -> None:
    """Write what each article says as JSON, one record a line.

    SOURCE is a text, JSONL or CoNLL-U file, a folder of such files, or - for standard input.
    """
    from dateline.record import to_record

    reading = Reading(sources or ("-",), published, model, jobs=jobs)
    done = 0
    for document in reading.documents("Extracting"):
        sys.stdout.write(json.dumps(to_record(document), ensure_ascii=False) + "\n")
        done += 1
    sys.stdout.flush()
    sys.exit(reading.exit_code(done))
