"""A place where a pattern matched, with what stands around it."""

from dataclasses import dataclass

from dateline.date.rules import Captures
from dateline.date.scan import Piece
from dateline.date.words import Classes

NOUN = ("NN", "NNS", "NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched, and what it captured."""

    pieces: list[Piece]
    start: int
    stop: int
    captures: Captures
    classes: list[Classes | None]

    def before(self, distance: int = 1) -> Piece | None:
        """A piece before the match."""
        i = self.start - distance
        return self.pieces[i] if i >= 0 else None

    def after(self, distance: int = 0) -> Piece | None:
        """A piece after the match."""
        i = self.stop + distance
        return self.pieces[i] if i < len(self.pieces) else None

    def next_is(self, *kinds: str) -> bool:
        """Whether the words after the match belong to one of the classes."""
        here = self.classes[self.stop] if self.stop < len(self.classes) else None
        return here is not None and any(kind in here for kind in kinds)

    @property
    def tag_after(self) -> str:
        """The part of speech of the next piece."""
        after = self.after()
        return after.tag if after else ""

    @property
    def tag_before(self) -> str:
        """The part of speech of the piece before."""
        before = self.before()
        return before.tag if before else ""

    @property
    def inside(self) -> list[Piece]:
        """The pieces of the match."""
        return self.pieces[self.start : self.stop]


def lower(piece: Piece | None) -> str:
    return piece.lower if piece else ""


def noun(piece: Piece | None) -> bool:
    return piece is not None and piece.tag in NOUN


def touches(match: Match) -> bool:
    """Whether the next piece follows without a space."""
    after = match.after()
    return after is not None and after.start == match.pieces[match.stop - 1].end
