"""What the rules find before it becomes an attribution: token ranges for source, cue and content."""

from dataclasses import dataclass

from dateline.find.attribution.page import Range
from dateline.model import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One source, cue and content. A content in pieces ("…," he said, "…") is several ranges in text order."""

    head: int  # the token that stands for the cue: its verb, noun or adjective, a colon, the "according"
    cue: Range
    content: tuple[Range, ...]
    source: Range | None = None
    stance: Stance = "affirms"
    kind: str = "report"  # what the source does, as the cue lexicon names it
    echo: bool = False  # whether the content is another's statement, whose events stay his: "…, which it denied"
    under: int | None = None  # the head of the finding that reports it, where both have the same content: "…, citing the police"

    @property
    def size(self) -> int:
        """How many tokens the pieces of content cover."""
        return sum(stop - first for first, stop in self.content)
