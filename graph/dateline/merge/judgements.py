"""What people have decided: that two actors are the same, that they are not, or that it is not clear.

The file is a table that anybody can read and edit, one decision a row, and is only ever added to: of two rows for one pair the
later one counts. It names actors by their ids, which are made from what the articles say, so it outlives every new extraction.

    left	right	judgement	who	when	why
    person/ana-silva	person/anna-silva	same	R. Meyer	2024-05-06	the party's page has both spellings
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from dateline.errors import InputError

Judgement = Literal["same", "different", "unsure"]
FILE = "actor-decisions.tsv"
COLUMNS = ("left", "right", "judgement", "who", "when", "why")
_HEAD = """\
# Which actors are the same; one decision a row, the later of two counts. Add to it by hand or with `dateline actors`.
# left, right: ids as `dateline actors` and `dateline merge` show them. judgement: same, different or unsure.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement of whether two actors are the same."""

    left: str
    right: str
    judgement: Judgement
    who: str = ""
    when: str = ""  # YYYY-MM-DD
    why: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, the smaller first."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; none where there is no such file. Raises InputError for a row that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None
    rows = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    return tuple(_decision(path, n, line) for n, line in rows if tuple(line.split("\t")[:3]) != COLUMNS[:3])


def _decision(path: Path, number: int, line: str) -> Decision:
    cells = [cell.strip() for cell in line.split("\t")]
    cells += [""] * (len(COLUMNS) - len(cells))
    left, right, judgement, who, when, why = cells[: len(COLUMNS)]
    if not left or not right or left == right or judgement not in get_args(Judgement):
        raise InputError(f"{path}, line {number}: two different ids and one of {', '.join(get_args(Judgement))} are needed")
    return Decision(left=left, right=right, judgement=cast(Judgement, judgement), who=who, when=when, why=why)


def append_decision(path: Path, decision: Decision) -> None:
    """Add a decision to a file, which is made where there is none."""
    cells = [getattr(decision, column) for column in COLUMNS]
    row = "\t".join(" ".join(cell.split()) for cell in cells)
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else _HEAD + "\t".join(COLUMNS)
        gap = "" if before.endswith("\n") or not before else "\n"  # an editor may have left out the last line's end
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{'' if path.stat().st_size else before}{gap}{row}\n")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from None


def latest(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """{pair: the decision that counts}."""
    return {decision.pair: decision for decision in decisions}
