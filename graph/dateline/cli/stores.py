"""What commands that work on a store have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dateline.store import Store

Command = Callable[..., Any]
DEFAULT = "exports/store"


def store_option(command: Command) -> Command:
    """--store, as every command that works on a store takes it."""
    about = f"The store: a folder, the address of a SPARQL server, or :memory: for none (default: {DEFAULT})."
    return click.option("--store", metavar="DIR|URL", help=about)(command)


def existing(place: str | None, *, write: bool = False) -> "Store":
    """The store to work on. Raises StoreError where there is none, with the way to one."""
    from dateline.api import open_at
    from dateline.errors import StoreError

    chosen = place or DEFAULT
    if "://" not in chosen and not (Path(chosen) / "store.json").is_file():
        raise StoreError(f"there is no store at {chosen}; make one with: dateline build")
    return open_at(chosen, read_only=not write)
