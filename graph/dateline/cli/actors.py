"""`dateline actors`: which actors may be the same, and what people say to it."""

import getpass
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.stores import DEFAULT, store_option
from dateline.cli.tables import FORMATS, default_format, show

if TYPE_CHECKING:
    from dateline.merge.actors import Judged
    from dateline.merge.judgements import Decision, Judgement
    from dateline.model import Document

JUDGEMENTS: "tuple[Judgement, ...]" = ("same", "different", "unsure")
ANSWERS = {judgement[0]: judgement for judgement in JUDGEMENTS}


@click.command()
@store_option
@click.option("--review", is_flag=True, help="Ask about each unsure pair in turn.")
@click.option("--all", "whole", is_flag=True, help="List every actor with the ids that were joined in it.")
@click.option("--same", nargs=2, multiple=True, metavar="ID ID", help="Say that two actors are the same.")
@click.option("--different", nargs=2, multiple=True, metavar="ID ID", help="Say that two actors are not the same.")
@click.option("--unsure", nargs=2, multiple=True, metavar="ID ID", help="Say that it is not clear: they stay apart.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the decision.")
@click.option("--who", metavar="NAME", help="Who decides (default: the user's name).")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: a table on a terminal, CSV in a pipe.")
def actors(
    store: str | None,
    review: bool,
    whole: bool,
    same: tuple[tuple[str, str], ...],
    different: tuple[tuple[str, str], ...],
    unsure: tuple[tuple[str, str], ...],
    why: str,
    who: str | None,
    form: str | None,
) -> None:
    """List the actors of a store that may be the same, and settle it.

    Decisions are added to actor-decisions.tsv in the store's folder, a table that can be edited by hand; they count in every
    later build. Exit code 4 where pairs are unsure.
    """
    from dateline.api import open_at
    from dateline.merge.judgements import FILE, append_decision, read_decisions

    folder = _folder(store)
    told = [(j, *pair) for j, pairs in zip(JUDGEMENTS, (same, different, unsure), strict=True) for pair in pairs]
    with open_at(folder) as opened:
        documents = tuple(opened.documents())
        judged = _judge(documents, read_decisions(folder / FILE))
        _check(told, judged)
        asked = _ask(judged, documents) if review else ()
        made = False
        for judgement, left, right in (*told, *asked):
            append_decision(folder / FILE, _decision(judgement, left, right, who, why))
            made = True
        if made:
            opened.add(())  # the graph follows what was decided
            judged = _judge(documents, read_decisions(folder / FILE))
    if whole:
        from dateline.merge import settled_actors

        judged = settled_actors(documents, read_decisions(folder / FILE))
        show(
            ("id", "name", "type", "joined"),
            [(a.id, a.name, a.type, " ".join(judged.parts[a.id])) for a in judged.actors],
            _form(form),
        )
    else:
        show(("left", "right", "why"), [(d.left, d.right, d.why) for d in judged.doubts], _form(form))
    sys.exit(4 if judged.doubts and not whole else 0)


def _form(form: str | None) -> str:
    return form or default_format()


def _folder(store: str | None) -> Path:
    from dateline.errors import StoreError

    folder = Path(store or DEFAULT)
    if "://" in str(store):
        raise StoreError(f"{store}: decisions are kept in a store's folder; name one")
    if not (folder / "store.json").is_file():
        raise StoreError(f"there is no store at {folder}; make one with: dateline build")
    return folder


def _judge(documents: "Iterable[Document]", decisions: "Iterable[Decision]") -> "Judged":
    from dateline.merge.actors import judge

    return judge(documents, decisions)


def _check(told: "Iterable[tuple[Judgement, str, str]]", judged: "Judged") -> None:
    """Raise OptionError for a decision about somebody who is not there, or about one and the same."""
    from dateline.errors import OptionError

    known = {key for parts in judged.parts.values() for key in parts}
    for _, *pair in told:
        if unknown := sorted(set(pair) - known):
            raise OptionError(f"there is no actor {unknown[0]!r} in the store; `dateline actors --all` lists them")
        if pair[0] == pair[1]:
            raise OptionError(f"{pair[0]} twice; a decision is about two actors")


def _decision(judgement: "Judgement", left: str, right: str, who: str | None, why: str) -> "Decision":
    from dateline.merge.judgements import Decision

    today = date.today().isoformat()  # the one clock: when somebody decided is a fact about him, not about the articles
    return Decision(left=left, right=right, judgement=judgement, who=who or _user(), when=today, why=why)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a system without names for its users
        return ""


def _ask(judged: "Judged", documents: "tuple[Document, ...]") -> "Iterator[tuple[Judgement, str, str]]":
    """What a person answers to each unsure pair, until he stops."""
    where = {d.article.id: d for d in documents}
    found = {part: actor for actor in judged.actors for part in judged.parts[actor.id]}
    for doubt in judged.doubts:
        click.echo(f"\n{doubt.why}:")
        for key in (doubt.left, doubt.right):
            click.echo(f"  {key}")
            for article, actor in found[key].members[:3]:
                click.echo(f"    {_shown(where[article], actor)}")
        answer = click.prompt("same, different, unsure, next or quit", type=click.Choice([*ANSWERS, "n", "q"]), default="n")
        if answer == "q":
            return
        if answer in ANSWERS:
            yield ANSWERS[answer], doubt.left, doubt.right


def _shown(document: "Document", actor: str) -> str:
    """Where an article first speaks of an actor, on one line without what a terminal would obey."""
    spans = [m for a in document.actors if a.id == actor for m in a.mentions[:1]]
    text = " ".join(document.text[max(0, s.start - 60) : s.end + 60] for s in spans)
    return f"{document.article.id}: … {' '.join(''.join(c if c.isprintable() else ' ' for c in text).split())} …"
