"""A text as far as identify needs it: annotated, with events, roles and attributions."""

from collections.abc import Callable

import pytest

from dateline.cast import cast
from dateline.date import date as dated
from dateline.find import find
from dateline.identify import identify
from dateline.model import Document


@pytest.fixture(scope="session")
def identified(parse: Callable[..., Document]) -> Callable[..., Document]:
    """Read a text up to its actors; results are kept over the session."""
    known: dict[tuple[str, str | None], Document] = {}

    def run(text: str, day: str | None = None) -> Document:
        if (text, day) not in known:
            known[text, day] = next(identify(cast(find(dated([parse(text, date=day)])))))
        return known[text, day]

    return run
