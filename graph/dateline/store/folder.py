"""Where a store lives: in memory, or in a folder.

The folder holds Oxigraph's files (`graph/`), the articles' records (`records.db`) and a note of what it is (`store.json`).
What else is beside them can be made again: the word index (`search.db`), what merging remembers (`merge.db`).
"""

import json
import time
from pathlib import Path

import pyoxigraph as ox

from dateline.errors import StoreError
from dateline.store.derive import Merge
from dateline.store.engine import Embedded
from dateline.store.files import write_atomic
from dateline.store.graph import Store
from dateline.store.shelf import Shelf
from dateline.store.vocabulary import BASE, Names

FORMAT = 1
RETRIES = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2)  # seconds
_OURS = ("graph", "records.db", "search.db", "merge.db", "store.json")


def open_store(
    path: Path | str | None = None, *, base: str | None = None, read_only: bool = False, merge: Merge | None = None
) -> Store:
    """Open a store, on disk or, without a path, in memory. A folder that does not exist or is empty becomes a new store.

    `base` is where the IRIs of a new store begin; an existing store keeps its own. `read_only` leaves every file alone: any
    number of readers may have a store open beside one writer, each sees it as it was when it was opened.
    """
    if path is None:
        return Store(Embedded(ox.Store()), Shelf(None), Names(BASE if base is None else base), merge=merge)
    folder = Path(path)
    return _open_to_read(folder, base, merge) if read_only else _open_to_write(folder, base, merge)


def _open_to_read(folder: Path, base: str | None, merge: Merge | None) -> Store:
    if not (folder / "store.json").is_file():
        raise StoreError(f"there is no store at {folder}")
    names = _names(folder, base)
    for pause in (*RETRIES, None):
        try:
            return Store(Embedded(ox.Store.read_only(str(folder / "graph"))), None, names, merge=merge, folder=folder)
        except (OSError, RuntimeError) as error:
            # A writer that tidies its files away while they are being opened: seen in half of all trials, gone after 0.2 s.
            if pause is None or "No such file" not in str(error):
                raise StoreError(_trouble(folder, error)) from None
            time.sleep(pause)
    raise AssertionError("unreachable")


def _open_to_write(folder: Path, base: str | None, merge: Merge | None) -> Store:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = [p.name for p in folder.iterdir() if not p.name.startswith(_OURS)]
        if strange and not (folder / "store.json").is_file():
            raise StoreError(f"{folder} is no store but holds other files ({strange[0]}); name an empty folder")
        if not (folder / "store.json").is_file():
            note = {"format": FORMAT, "base": Names(BASE if base is None else base).base}
            write_atomic(folder / "store.json", [json.dumps(note) + "\n"])
        names = _names(folder, base)  # before anything else is written: the folder may be somebody else's
        graph = ox.Store(str(folder / "graph"))
    except (OSError, RuntimeError) as error:
        raise StoreError(_trouble(folder, error)) from None
    return Store(Embedded(graph), Shelf(folder / "records.db"), names, merge=merge, folder=folder)


def _names(folder: Path, base: str | None) -> Names:
    """The names of the store in a folder."""
    try:
        note = json.loads((folder / "store.json").read_text(encoding="utf-8"))
        made, own = note["format"], note["base"]
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError(
            f"the store at {folder} is damaged: its store.json cannot be read; remove the folder and build it again"
        ) from None
    if made != FORMAT:
        raise StoreError(
            f"the store at {folder} was made by another version of Dateline (format {made}); remove the folder and build it again"
        )
    if base not in (None, own):
        raise StoreError(f"the store at {folder} has the base {own}, not {base}; name another folder")
    return Names(own)


def _trouble(folder: Path, error: Exception) -> str:
    said = str(error)
    if "lock" in said.lower():
        return f"the store at {folder} is in use by another process; wait until it is done"
    if "orruption" in said or "not an sstable" in said:
        return f"the store at {folder} is damaged; remove the folder and build it again"
    return f"the store at {folder} cannot be used: {' '.join(said.split())[:200]}"
