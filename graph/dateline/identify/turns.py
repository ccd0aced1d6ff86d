"""The turns of a talk that is written out: paragraphs that begin with a speaker's name and a colon, "Host: ...", "Silva: ..."."""

import re
from collections.abc import Mapping

from dateline.identify.text import Text

_TURN = re.compile(r"^([^\W\d][^\n:\"“”?!]{0,50}):[ \t]+(?=\S).*$", re.MULTILINE)


def turns(text: Text, heads: Mapping[int, int]) -> dict[int, int]:
    """{word: the mention that names who says it}, where two or more speak and one of them more than once: one word with a colon
    is no speaker ("Update: ..."); `heads` tells of each word which mention it heads."""
    found = list(_TURN.finditer(text.document.text))
    spoken = [m.group(1) for m in found]
    if not 1 < len(set(spoken)) < len(spoken):
        return {}
    said: dict[int, int] = {}
    for turn in found:
        names = (heads[k] for k in text.tree.within(turn.start(1), turn.end(1)) if k in heads)
        speaker = next(names, None)
        if speaker is not None:
            said |= dict.fromkeys(text.tree.within(turn.end(1), turn.end()), speaker)
    return said
