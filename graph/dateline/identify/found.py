"""A mention: a place in a text where somebody, some body or some place is meant, and what its words tell of him."""

from dataclasses import dataclass

from dateline.identify.gazetteer import Entry
from dateline.identify.names import Unit
from dateline.model import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mention and what its words tell."""

    head: int
    first: int
    last: int  # the phrase's last token
    kind: MentionKind
    unit: Unit | None = None
    name: str = ""  # the name's words, without titles
    entry: Entry | None = None
    type: str | None = None
    subtype: str | None = None
    plural: bool = False
    gender: str | None = None
    noun: str = ""  # a common noun's lemma; of a name, the common noun in it ("Sandvik Bridge")
    modifiers: frozenset[str] = frozenset()  # lemmas of the adjectives, nouns and owners before it
    definite: bool = False
    owned: bool = False  # "his", "our", "the king's"
    owner: str = ""  # the pronoun that owns it, in small letters
    counted: bool = False  # "two men", "some people": some of a kind
    bound: bool = False  # a body before a noun ("company officials"): worth a mention only where it takes up one
    offices: frozenset[str] = frozenset()
    leads: bool = False
    of: frozenset[str] = frozenset()  # keys of the bodies and countries that the phrase names with the office
    parties: frozenset[str] = frozenset()  # whose man or woman somebody is called: "republican"
    number: str = ""  # the words that count those whom a name means: "Some 1,500 Albanians"
    young: bool = False  # said to be under age
    core: int = -1  # a common noun's token: what is counted in "thousands of supporters"
    sure: bool = False  # the type is told by words in the text, not by the pipeline's label alone
    role: bool = False  # fills a part in an event, or is the source of a statement


def is_of_other_sides(one: Found, other: Found) -> bool:
    """Whether two are each of some states, and these not the same: "Indian troops", "Indian and Pakistani troops"."""
    states = all(key.startswith("country:") for key in one.of | other.of)  # no town, in which it is
    return one.plural and other.plural and states and bool(one.of and other.of) and one.of != other.of
