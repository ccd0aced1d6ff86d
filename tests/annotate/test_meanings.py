"""What the parser's network tells of words beside their trees: how sure it is, what events they may tell, who takes part."""

from collections.abc import Callable

import pytest

from dateline.annotate.meanings import LEAST
from dateline.annotate.pipeline import load
from dateline.annotate.reader import Reader
from dateline.model import Document, Token

Parse = Callable[..., Document]


def word(document: Document, text: str) -> Token:
    return next(t for t in document.tokens if t.text == text)


def test_the_bundled_network_knows_kinds_and_parts() -> None:
    reader = load().get_pipe("dateline_reader")
    assert isinstance(reader, Reader)
    assert reader.scheme.kind[-2:] == ("-", "none")
    assert set(reader.scheme.part) == {"none", "agent", "patient", "recipient", "place", "instrument", "topic"}


@pytest.mark.parametrize(
    ("plain", "other", "at", "kind"),
    [
        ("Rebels attacked the village at dawn, killing nine.", "Critics attacked the ending of the film.", "attacked", "ASSAULT"),
        ("Shares dropped 4 percent.", "The firm dropped the charges.", "dropped", "CHANGE"),
        ("The court released two prisoners.", "The band released an album.", "released", "RELEASE"),
    ],
)
def test_a_word_tells_kinds_of_events_by_its_context(parse: Parse, plain: str, other: str, at: str, kind: str) -> None:
    likely, elsewhere = word(parse(plain), at).kinds, word(parse(other), at).kinds
    assert likely[kind] == max(likely.values())
    assert likely[kind] > elsewhere.get(kind, 0) + 0.1


@pytest.mark.parametrize(
    ("text", "event", "who", "part"),
    [
        ("Police arrested two men in Lima.", "arrested", "men", "patient"),
        ("Police arrested two men in Lima.", "arrested", "Lima", "place"),
        ("The senator was sentenced for taking bribes.", "taking", "senator", "agent"),
        ("Bin Laden, who is accused of planning the attack, is wanted.", "attack", "Laden", "agent"),
    ],
)
def test_a_word_takes_parts_also_from_afar(parse: Parse, text: str, event: str, who: str, part: str) -> None:
    document = parse(text)
    parts = word(document, event).parts
    likely = max((own.get(part, 0.0) for i, own in parts.items() if document.tokens[i].text in (who, "Bin")), default=0.0)
    assert likely > 0.5


def test_likelihoods_are_likelihoods_and_words_of_grammar_tell_nothing(parse: Parse) -> None:
    document = parse("The mayor of Lima, who had been ill, resigned on Monday, and the council met.")
    assert all(0 <= t.sure <= 1 for t in document.tokens)
    assert all(LEAST <= value <= 1 for t in document.tokens for value in t.kinds.values())
    assert all(LEAST <= value <= 1 for t in document.tokens for own in t.parts.values() for value in own.values())
    assert all(i != k for k, t in enumerate(document.tokens) for i in t.parts)
    assert word(document, "The").kinds == {}
    assert word(document, "The").parts == {}
    assert word(document, "mayor").sure > 0.9


def test_a_doubtful_arc_is_told_as_one(parse: Parse) -> None:
    clear = parse("Police arrested two men.")
    unclear = parse("Police arrested two men with dogs from Lima after talks in Oslo with officials.")
    assert min(t.sure for t in unclear.tokens) < min(t.sure for t in clear.tokens)
