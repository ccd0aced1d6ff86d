"""The fixture of this folder's tests."""

from collections.abc import Callable

import pytest

from dateline.model import Document
from playing import Parse, player


@pytest.fixture(scope="session")
def played(parse: Parse) -> Callable[[str, str], Document]:
    """Cast a sentence in which the trigger words are given: `played("Rebels attacked.", "attacked")`."""
    return player(parse)
