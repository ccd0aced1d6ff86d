"""Fixtures for all tests."""

import gc
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

import factory
from dateline.model import Document

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def parse() -> Callable[..., Document]:
    """Annotate a text with the bundled pipeline: `parse("…", date="2023-11-24")`; results are kept over the session."""
    from dateline.annotate import annotate

    known: dict[tuple[str, str | None, str | None], Document] = {}

    def run(text: str, *, date: str | None = None, title: str | None = None) -> Document:
        key = (text, date, title)
        if key not in known:
            known[key] = next(iter(annotate([factory.article(text, day=date, title=title)])))
        return known[key]

    return run


@pytest.fixture
def unswept() -> Iterator[None]:
    """No garbage is collected while threads run: results of Oxigraph must end in the thread that they were made in."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
