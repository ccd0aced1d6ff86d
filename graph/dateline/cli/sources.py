"""What commands that take articles have in common: the arguments, the reading, the bar."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.errors import InputError
from dateline.model import Article, Document

T = TypeVar("T")
Command = Callable[..., Any]


def source_options(command: Command) -> Command:
    """SOURCE… --date --model --jobs, as every command that reads articles takes them."""
    for decorate in (
        click.option(
            "--jobs",
            type=click.IntRange(min=0),
            metavar="N",
            default=1,
            show_default=True,
            help="Processes that share the work; 0: one on each core.",
        ),
        click.option(
            "--model", metavar="NAME", help="Another parser: a spaCy pipeline by name or path (en_core_web_sm), or stanza[:en]."
        ),
        click.option(
            "--date",
            "published",
            metavar="D",
            help="When articles were published whose file or line does not say so: YYYY-MM-DD.",
        ),
        click.argument("sources", nargs=-1, metavar="[SOURCE]..."),
    ):
        command = decorate(command)
    return command


@dataclass(slots=True)
class Reading:
    """One run over the sources: what was asked for, and what could not be read.

    `strict` raises the first problem instead of going on with the other sources.
    """

    sources: tuple[str, ...]
    published: str | None = None
    model: str | None = None
    root: Path | None = None
    strict: bool = False
    jobs: int = 1
    problems: list[str] = field(default_factory=list)

    def articles(self) -> Iterator[Article]:
        """The articles; a source that cannot be read is told on standard error and passed over."""
        from dateline.read import day, read

        given = day(self.published, why="given on the command line") if self.published else None
        for article in read(self.sources, published=given, problem=self._tell, root=self.root):
            if foreign := next((b.why for b in article.blocks if b.kind == "foreign"), None):
                click.echo(f"dateline: {article.source}: skipped: {foreign}", err=True)
            yield article

    def documents(self, message: str = "Reading") -> Iterator[Document]:
        """What the articles say, with a bar on a terminal."""
        from dateline.extract import extract

        documents = extract(self.articles(), model=self.model, jobs=self.jobs)
        return bar(documents, message)

    def _tell(self, problem: InputError) -> None:
        if self.strict:
            raise problem
        self.problems.append(str(problem))
        click.echo(f"dateline: {problem}", err=True)

    def exit_code(self, done: int) -> int:
        """0 when all went well, 1 when nothing could be read, 3 when something could not."""
        if not self.problems:
            return 0
        return 3 if done else 1


def bar(values: Iterable[T], message: str) -> Iterator[T]:
    """The same values, with a moving bar on standard error when a person is looking."""
    if not sys.stderr.isatty():
        yield from values
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(message, total=None)
        for value in values:
            progress.advance(task)
            yield value
