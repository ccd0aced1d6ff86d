"""Files beside a store that hold nothing but what can be made again: SQLite, in another place where theirs cannot be used."""

import sqlite3
from pathlib import Path


def rebuildable(path: Path | None, schema: str, version: int) -> sqlite3.Connection:
    """A database with this schema: the file, a new one where it is damaged or of another version, else one in memory."""
    try:
        return _opened(path, schema, version)
    except sqlite3.Error:  # another version, damaged, or in a place where nothing can be written
        try:
            assert path
            path.unlink(missing_ok=True)
            return _opened(path, schema, version)
        except (AssertionError, OSError, sqlite3.Error):
            return _opened(None, schema, version)


def _opened(path: Path | None, schema: str, version: int) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=30, check_same_thread=False)
    try:
        (found,) = db.execute("PRAGMA user_version").fetchone()
        if found not in (0, version):
            raise sqlite3.DatabaseError("another version")
        db.executescript(schema)
        db.execute(f"PRAGMA user_version = {version}")
    except sqlite3.Error:
        db.close()
        raise
    return db
