"""Whom descriptions and pronouns mean, where the parser's network has read the text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import factory
from dateline.cast import cast
from dateline.find import find as find_events
from dateline.identify import identify, likeness, persons
from dateline.identify.actors import kept
from dateline.identify.clusters import Clusters
from dateline.identify.mentions import find
from dateline.identify.pronouns import by_rules
from dateline.identify.scene import Scene
from dateline.identify.text import read
from dateline.model import ALIKE, Document

Identified = Callable[[str], Document]


def spoken_of(document: Document) -> dict[str, set[str]]:
    return {a.name: {document.text[m.start : m.end] for m in a.mentions} for a in document.actors}


def test_a_description_in_other_words_means_who_was_named(identified: Identified) -> None:
    found = spoken_of(
        identified("Lena Vogt left the clinic on Monday. The actress had spent a month there. The singer thanked her doctors.")
    )
    assert "The actress" in found["Lena Vogt"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The embassy in Lima was hit. Days later the embassy in Quito was hit.", "The embassy in Lima", "the embassy in Quito"),
        (
            "The U.S. embassy in Lima was hit. The U.S. embassy in Quito was hit.",
            "The U.S. embassy in Lima",
            "The U.S. embassy in Q",
        ),
        ("The firm sells the Lumora for $90. The Lumora Mini costs less.", "the Lumora", "The Lumora Mini"),
        ("A source said that prices fell. Another source denied it.", "A source", "Another source"),
        ("Iraq's deputy foreign minister left. The Russian foreign minister stayed.", "Iraq", "The Russian foreign minister"),
        ("Orvane Group PLC sued Petrel Ltd. on Monday.", "Orvane Group PLC", "Petrel Ltd"),
        ("The phone was stolen. Police found the phones in a car.", "The phone", "the phones"),
        ("The waiter left the kitchen. The postman called a doctor.", "The waiter", "The postman"),
        ("A woman was hurt in the crash. Medics said the girl was aged six.", "A woman", "the girl"),
        ("The farmers left on Friday. Soldiers shot the prisoners.", "The farmers", "the prisoners"),
        ("Lifeguard Tom Berg saved two swimmers. The boy was taken home.", "Lifeguard", "The boy"),
        ("He sold his home in May. Rebels burned the hotel on Friday.", "his home", "the hotel"),
        ("Omar Lind was jailed. The woman who lost her son sued the state.", "Omar Lind", "The woman"),
        ("Paul Lind was jailed. The man who lost his son in the fire sued the state.", "Paul Lind", "The man"),
        (
            "The health ministry warned of flu. Transport minister Omar Lind left. His ministry denied it.",
            "The health",
            "His mini",
        ),
        ("Acme Corp. sued a rival. Peter Lind bought a yacht. His company fired 50 workers.", "Acme", "His company"),
        ("Paul Lind sold a boat. His foundation gave $5 million. The Ford Foundation gave $2 million.", "His found", "The Ford"),
        ("Paul Lind founded his charity in 2010. He raised money for charity.", "his charity", "charity"),
        ("Petrol Holdings met rivals. Petrol Holdings took control of the company.", "Petrol", "the company"),
    ],
)
def test_two_who_differ_in_a_word_that_counts_are_two(text: str, one: str, other: str, identified: Identified) -> None:
    for words in spoken_of(identified(text)).values():
        assert not (any(w.startswith(other) for w in words) and any(w.startswith(one) for w in words if not w.startswith(other)))


def test_a_description_that_may_mean_somebody_known_makes_no_actor() -> None:
    """Neither joined nor an actor of its own: it is open whom the words mean."""
    (document,) = cast(find_events([factory.document(factory.KILLING)]))
    text = read(document)
    clusters = Clusters(find(text))
    (soldiers,) = (i for i, m in enumerate(clusters.mentions) if m.noun == "soldier")
    assert any("soldiers" in a.name for a in next(identify([document])).actors)
    clusters.open.add(soldiers)
    assert soldiers not in kept(text, clusters)
    clusters.open.update(clusters.members)
    assert soldiers in kept(text, clusters)  # or the killing would tell of nobody


def test_likelihoods_are_the_same_each_time(identified: Identified) -> None:
    text = "Apple sued Nokia on Friday. The company said that its patents had been copied. It wants damages."
    assert identified(text).actors == identified(text).actors


def test_words_that_no_network_has_read_look_like_nothing() -> None:
    document = factory.document(factory.KILLING)
    text = read(document)
    scene = Scene(text, Clusters(find(text)))
    assert not scene.seen
    assert scene.resemblance(0, 1) == [0.0] * 2 * ALIKE


def test_words_for_the_same_look_alike(identified: Identified) -> None:
    document = identified("The ship sank off Malta. The vessel had carried grain. Fishermen saved the crew.")
    scene = Scene(read(document), Clusters([]))
    assert scene.seen
    at = {t.text: i for i, t in enumerate(document.tokens)}

    def apart(a: str, b: str) -> float:
        return sum(scene.resemblance(at[a], at[b])[ALIKE:])

    assert apart("ship", "vessel") < apart("vessel", "Malta")


def test_every_feature_has_a_name_of_its_own() -> None:
    for names in (likeness.NAMES, persons.NAMES):
        assert len(set(names)) == len(names)


def question(scores: dict[int, float], rival: float = -9.0) -> persons.Question:
    return persons.Question(
        i=0,
        place=0,
        kind="he",
        gender="male",
        scores=scores,
        fits={root: root for root in scores},
        told=dict.fromkeys(scores, ()),
        order=sorted(scores),
        rival=rival,
        least=0.3,
        quotation={},
        same=frozenset(("he",)),
    )


def test_without_a_network_the_best_must_lead() -> None:
    assert by_rules(question({1: 2.0, 2: 1.0})) == 1
    assert by_rules(question({1: 2.0, 2: 1.9})) is None
    assert by_rules(question({1: 0.2})) is None
    assert by_rules(question({1: 2.0}, rival=2.5)) is None


def test_a_text_without_looks_is_left_to_the_rules(identified: Identified) -> None:
    document = identified("Hamas freed two hostages on Friday. The group said that more would follow.")
    blind = replace(document, tokens=tuple(replace(t, look=b"") for t in document.tokens), actors=())
    assert spoken_of(next(identify([blind]))) == spoken_of(document)
