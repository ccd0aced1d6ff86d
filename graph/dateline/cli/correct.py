"""`dateline correct`: what people know better than the program."""

from datetime import UTC, datetime
from pathlib import Path

import click

from dateline.cli.stores import DEFAULT, existing, store_option
from dateline.cli.tables import FORMATS, default_format, show
from dateline.errors import OptionError
from dateline.model import Decision

ONE_OF_EACH = ("same", "different")  # these are about one telling of each event; all others about every telling of one
VALUED = ("date", "type", "actor")


@click.command()
@click.argument("verdict", required=False)
@click.argument("about", nargs=-1)
@store_option
@click.option("--who", default="", help="Who decides.")
@click.option("--why", default="", help="For what reason.")
@click.option("--when", "moment", default=None, metavar="TIME", help="When it was decided, in ISO 8601 (default: now).")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def correct(
    verdict: str | None, about: tuple[str, ...], store: str | None, who: str, why: str, moment: str | None, form: str | None
) -> None:
    """Write down a decision about events, and bring the graph in line; without arguments, list the decisions made so far.

    \b
    dateline correct same EVENT EVENT
    dateline correct different PLACE PLACE
    dateline correct not-an-event EVENT
    dateline correct date EVENT 2024-05-31
    dateline correct type EVENT CONSULT
    dateline correct actor EVENT agent="Ana Lima"

    EVENT is an event or claim as queries show it; PLACE may also be ARTICLE#char=10,14. Decisions are kept in corrections.jsonl
    in the store's folder and hold for every later build.
    """
    from dateline.api import open_at
    from dateline.store import corrections

    folder = Path(store or DEFAULT)
    with existing(str(folder)) as opened:
        if verdict is None:
            rows = [(d.verdict, ", ".join(d.about), d.value, d.who, d.when, d.why) for d in corrections.read(folder)]
            show(("verdict", "about", "value", "who", "when", "why"), rows, form or default_format())
            return
        value = about[-1] if verdict in VALUED and len(about) > 1 else ""
        targets = about[:-1] if value else about
        if len(targets) != (2 if verdict in ONE_OF_EACH else 1) or (verdict in VALUED and not value):
            raise OptionError("see dateline correct --help for what each decision is about")
        found = [corrections.places(opened, target) for target in targets]
    told = tuple(p[0] for p in found) if verdict in ONE_OF_EACH else tuple(p for some in found for p in some)
    when = moment or datetime.now(UTC).isoformat(timespec="seconds")
    corrections.append(folder, Decision(verdict=verdict, about=told, value=value, who=who, when=when, why=why))
    with open_at(folder) as changed:
        changed.add(())
    click.echo(f"Written to {(folder / corrections.FILE).as_posix()}; the graph follows.")
