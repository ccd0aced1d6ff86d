"""Writing a file so that it is either there as a whole or as it was before."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_atomic(path: Path, pieces: Iterable[str]) -> None:
    """Write text to a file beside it first, and put it in place when it is complete and on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=path.name, suffix=".part", delete=False
    ) as file:
        part = Path(file.name)
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
            part.unlink()
            raise
    umask = os.umask(0)
    os.umask(umask)
    part.chmod(0o666 & ~umask)  # temporary files are private, exports are not
    part.replace(path)
