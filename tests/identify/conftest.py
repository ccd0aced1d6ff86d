"""A text as far as identify needs it: annotated, with events, roles and attributions."""

from collections.abc import Callable

import pytest

from dateline.cast import cast
from dateline.date import date
from dateline.find import find
from dateline.identify import identify
from dateline.model import Document


@pytest.fixture(scope="session")
def identified(parse: Callable[..., Document]) -> Callable[[str], Document]:
    """Read a text up to its actors; results are kept over the session."""
    known: dict[str, Document] = {}

    def run(text: str) -> Document:
        if text not in known:
            known[text] = next(identify(cast(find(date([parse(text)])))))
        return known[text]

    return run
