"""Points of a text, and what the transformer over them thinks."""

from collections.abc import Callable

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factory
from dateline.identify import chains, points
from dateline.identify.mentions import find
from dateline.identify.text import read
from dateline.model import Document

Identified = Callable[[str], Document]
STORY = (
    "Lena Vogt left the clinic in Graz on Monday. She had spent a month there. The actress thanked her doctors. "
    '"I feel well," Vogt said. A nurse who had looked after her wept. The hospital said it would not comment. '
)


def pointed(document: Document) -> points.Points:
    text = read(document)
    return points.find(text, find(text))


def thought_of(document: Document) -> chains.Chains:
    text = read(document)
    found = chains.of_text(text, find(text))
    assert found is not None
    return found


def places(document: Document) -> dict[str, int]:
    """Where each word stands first."""
    return {t.text: i for i, t in reversed(list(enumerate(document.tokens)))}


def words(document: Document, found: points.Points) -> list[str]:
    return [document.tokens[i].text for i in found.heads]


def test_names_descriptions_and_pronouns_are_points_in_order_of_the_text(identified: Identified) -> None:
    document = identified(STORY)
    found = pointed(document)
    assert list(found.heads) == sorted(found.heads)
    seen = dict(zip(words(document, found), found.kinds, strict=True))
    assert seen["Graz"] == "name" and seen["actress"] == "noun" and seen["She"] == "third person"
    assert seen["I"] == "first or second person" and seen["who"] == "relative"


def test_what_is_told_of_two_is_told_by_name(identified: Identified) -> None:
    document = identified(STORY)
    found = pointed(document)
    two, at = found.two(0, len(found.heads)), {word: n for n, word in enumerate(words(document, found))}
    assert two.shape == (len(found.heads), len(found.heads), len(points.TWO))

    def told(later: str, earlier: str) -> set[str]:
        return {name for name, is_so in zip(points.TWO, two[at[later], at[earlier]], strict=True) if is_so}

    assert {"sentences back 1", "third person behind noun"} <= told("She", "clinic")
    assert "speaks it" in told("I", "Vogt") and "is spoken by it" in told("Vogt", "I")
    assert "is governed" in told("who", "nurse") or "governs" not in told("who", "nurse")
    assert "other gender" not in told("actress", "She")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(bounds=st.tuples(st.integers(0, 12), st.integers(0, 12)))
def test_of_two_the_same_is_told_in_any_stretch(identified: Identified, bounds: tuple[int, int]) -> None:
    found = pointed(identified(STORY))
    start, stop = min(bounds), max(bounds) + 1
    assert stop < len(found.heads)
    assert (found.two(start, stop) == found.two(0, len(found.heads))[start:stop, start:stop]).all()


def test_a_pronoun_most_likely_takes_up_the_one_it_means(identified: Identified) -> None:
    document = identified(STORY)
    thought, at = thought_of(document), places(document)
    taken = thought.taken(at["She"])
    assert sum(taken.values()) <= 1.001
    assert document.tokens[max(taken, key=lambda i: taken[i])].text == "Lena"
    assert thought.taken(at["Lena"]) == {} == thought.taken(at["on"])  # "on" heads no mention


def test_what_is_thought_of_somebody_sums_up_his_mentions(identified: Identified) -> None:
    document = identified(STORY)
    thought, at = thought_of(document), places(document)
    vogt, she, actress = at["Vogt"], at["She"], at["actress"]
    told, taken = dict(thought.told(actress, [vogt, she], she)), thought.taken(actress)
    assert np.isclose(told["chain likely"], taken.get(vogt, 0) + taken.get(she, 0), atol=2e-3)
    assert told["chain least"] <= told["chain mean"] <= told["chain most"]
    assert set(told) <= set(chains.TOLD)
    assert dict(thought.told(at["on"], [vogt], vogt)) == {"chain unknown": 1} == dict(thought.told(vogt, [], vogt))


def test_a_long_text_is_read_in_stretches(identified: Identified) -> None:
    document = identified(STORY * 60)
    thought = thought_of(document)
    heads = thought.points.heads
    assert len(heads) > chains.MOST
    last = [i for i in heads if document.tokens[i].text == "She"][-1]
    assert document.tokens[max(thought.taken(last), key=lambda i: thought.taken(last)[i])].text in ("Lena", "Vogt")
    assert min(thought.taken(last)) > heads[len(heads) - chains.MOST - 1]
    assert dict(thought.told(last, [heads[0]], heads[0])) == {"chain unknown": 1}


def test_nothing_is_thought_where_no_network_has_read() -> None:
    text = read(factory.document(factory.KILLING))
    assert chains.of_text(text, find(text)) is None


def test_a_text_without_points_or_with_one_is_read(identified: Identified) -> None:
    for words_ in ("It rained.", "Lima burned."):
        text = read(identified(words_))
        thought = chains.of_text(text, find(text))
        assert thought is None or all(thought.taken(i) == {} for i in thought.points.heads)


def test_a_judge_and_the_transformer_agree_by_their_mean() -> None:
    names = ("chain likely", "chain unknown")
    rows = [[0.2, 0.0], [0.2, 1.0], [0.2, 0.0]]
    assert chains.agreed([0.8, 0.8, 0.8], rows, names, [True, True, False], share=0.5) == [0.5, 0.8, 0.8]
