"""Mentions: every place in a text where somebody, some body or some place is meant; pronouns are left to `pronouns`."""

from dateline.identify.common import described, is_aged
from dateline.identify.found import Found
from dateline.identify.named import named
from dateline.identify.text import Text


def find(text: Text) -> list[Found]:
    """The names and common nouns of a document that mean somebody, in order of the text."""
    found = [m for u in text.units if (m := named(text, u)) is not None]
    taken = {i for m in found for i in _claimed(m)}
    for i, token in enumerate(text.tree.tokens):
        if i in taken or i in text.timed or i in text.at:
            continue
        noun = token.upos in ("NOUN", "PROPN") or i in text.fillers or is_aged(text.tree, i)
        if noun and (m := described(text, i)) is not None:
            found.append(m)
    return sorted(found, key=lambda m: (text.tree.tokens[m.first].start, -text.tree.tokens[m.last].end))


def _claimed(m: Found) -> set[int]:
    """The tokens that a mention's head word may be taken to be."""
    return {m.head, *(range(m.unit.first, m.unit.stop) if m.unit else ())}
