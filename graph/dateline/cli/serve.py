"""`dateline serve`: the graph for others."""

import click

from dateline.cli.stores import DEFAULT, existing, store_option


@click.command()
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 lets others in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="The port to listen at.")
@click.option("--workers", type=click.IntRange(min=1), default=2, show_default=True, help="Questions answered at the same time.")
@click.option("--queue", type=click.IntRange(min=0), default=16, show_default=True, help="Questions that may wait.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=15, show_default=True, help="Seconds for an answer.")
@click.option("--memory", type=click.IntRange(min=64), default=1024, show_default=True, help="MiB that a question may take.")
@click.option("--answer", type=click.IntRange(min=1), default=20, show_default=True, help="MiB of an answer.")
def serve(store: str | None, host: str, port: int, workers: int, queue: int, timeout: float, memory: int, answer: int) -> None:
    """Let others ask the graph, until Ctrl-C: a SPARQL endpoint (/sparql), a query page (/), the map (/map), pages of things.

    Nothing can be changed, and nothing is fetched. A question that takes too long or too much is ended and refused. What a build
    adds meanwhile is seen at the next question.
    """
    with existing(store) as opened:
        base = opened.base
    from dateline.serve.app import run
    from dateline.serve.limits import Limits

    limits = Limits(workers=workers, waiting=queue, seconds=timeout, memory=memory, answer=answer)
    click.echo(f"Serving http://{host}:{port}/ (Ctrl-C ends it)", err=True)
    run(store or DEFAULT, base, limits, host=host, port=port)
