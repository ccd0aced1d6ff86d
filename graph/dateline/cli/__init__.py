"""The command line: each command a module of its own, loaded when it is called.

Exit codes: 0 all done; 1 nothing done, the reason is on standard error; 2 the command line itself is wrong; 3 done, but some
sources could not be read; 4 a check found something.
"""

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from dateline import __version__
from dateline.errors import DatelineError

# name: (module, what it does). Kept here so that --help need not load the commands.
COMMANDS = {
    "build": "Turn articles into a graph, a Turtle file and a map: the main job.",
    "add": "Take articles into a store, and leave files alone.",
    "remove": "Take articles out of a store; nothing of them stays.",
    "list": "List the articles of a store.",
    "extract": "Write what each article says as JSON, one record a line.",
    "merge": "Write the events and actors of all articles as JSON, each once.",
    "query": "Ask the graph in SPARQL, or by the name of a shipped query.",
    "search": "Find events, actors and sentences by their words.",
    "paths": "Show how two actors are connected, or who stands around one.",
    "export": "Write the graph for other programs: RDF, networks, tables, calendars.",
    "serve": "Let others ask the graph: SPARQL endpoint, query page, map.",
    "map": "Write the graph as an interactive network on a time line (HTML).",
    "actors": "List and settle which actors may be the same.",
    "correct": "Write down what people know better: same, different, not an event, date, type, actor.",
    "diff": "Show what changed between two builds, claim by claim.",
    "check": "Validate the graph against its shapes and list what is contested.",
    "vocabulary": "Write the vocabulary of the graph as a page for people.",
    "train": "Train the bundled language pipeline anew from open data.",
}

COLLECTING = (50_000, 20, 100)  # new objects, and rounds, after which Python looks for circles


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads one only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"dateline.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="dateline %(version)s")
def app() -> None:
    """News articles in, an event timeline knowledge graph out.

    Start with `dateline build`, or `dateline build ARTICLE.txt --date 2024-05-06`.
    """


def main() -> None:
    """The entry point: errors that a user can mend are one line on standard error."""
    for stream in (sys.stdout, sys.stderr):  # articles are written in every script, whatever the terminal's own encoding
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Articles are made of a great many small values that never refer back: looking for circles among them takes a fifth of a run.
    gc.set_threshold(*COLLECTING)
    sys.exit(_run())


def _run() -> int:
    """Run the command line and say how it went, as an exit code."""
    try:
        code = _invoke()
        sys.stdout.flush()
        return code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DatelineError as error:
        return _complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        return _complain("stopped; what was stored before is still there")
    except OSError as error:
        with suppress(OSError):  # what is still to be written would fail again when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # the reader, `head` say, has seen enough
        return 0 if isinstance(error, BrokenPipeError) else _complain(f"cannot write: {error.strerror or error}")


def _invoke() -> int:
    """Parse the command line and call the command; not by click's own `main`, which swallows what goes wrong with pipes."""
    try:
        with app.make_context("dateline", sys.argv[1:]) as context:
            app.invoke(context)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _complain(message: str) -> int:
    click.echo(f"dateline: {message}", err=True)
    return 1
