"""`dateline check`: is the graph as it should be, and what deserves a second look?"""

import sys

import click

from dateline.cli.stores import existing, store_option
from dateline.cli.tables import FORMATS, default_format, show


@click.command()
@store_option
@click.option("--unsure", is_flag=True, help="List what the extractor was unsure of, too.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def check(store: str | None, form: str | None, unsure: bool) -> None:
    """Validate the store's graph against its SHACL shapes, and list what an editor should look at.

    That is: events told as past but dated after their article, somebody in two distant places on one day, figures that disagree,
    events without anybody, values that exclude each other with who gives them and when, events that are contested; with --unsure
    also the places in the articles of which the extractor was unsure. Exit code 4 where a shape is broken; the rest is no fault.
    """
    from dateline.find.unsure import unsure as doubts
    from dateline.store.query import short
    from dateline.store.review import review
    from dateline.store.validation import validate_store

    with existing(store) as opened:
        report = validate_store(opened)
        rows = [("broken shape", p.node, p.message) for p in report.problems]
        rows += [(found.kind, short(found.what, opened.base), found.why) for found in review(opened)]
        if unsure:
            for document in opened.documents():
                at = f"article/{document.article.id}#char="
                rows += [(f"unsure: {d.kind}", f"{at}{d.start},{d.end}", d.why) for d in doubts(document)]
        show(("kind", "what", "why"), rows, form or default_format())
    sys.exit(0 if report.conforms else 4)
