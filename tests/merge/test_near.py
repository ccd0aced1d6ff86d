"""Which articles are near each other, and what is grouped by itself."""

import pytest

import factory
from dateline.merge.clusters import components, linked
from dateline.merge.events import FEW
from dateline.merge.near import NEIGHBOURS, near
from dateline.merge.page import Page, page
from dateline.model import Document


def about(ident: str, words: str) -> Page:
    return page(Document(article=factory.article(words, id=ident)))


HARBOUR = [about(f"h{n:02}", f"Vellamo herring quarrel {'ferry' * (n % 2)} dredger{n}") for n in range(NEIGHBOURS + 4)]


def test_articles_that_share_rare_words_are_near() -> None:
    pages = [about("a", "Vellamo herring quotas"), about("b", "herring of Vellamo"), about("c", "Zorbak election")]
    assert {(one, other) for one, other, _ in near(pages)} == {("a", "a"), ("a", "b"), ("b", "b"), ("c", "c")}


def test_words_that_everybody_uses_make_nobody_near() -> None:
    assert {(one, other) for one, other, _ in near([about("a", "He said on Monday"), about("b", "She said so")])} == {
        ("a", "a"),
        ("b", "b"),
    }


def test_an_article_counts_some_as_its_nearest() -> None:
    found = list(near(HARBOUR))
    assert len(found) <= len(HARBOUR) * (NEIGHBOURS + 1)
    assert found == list(near(reversed(HARBOUR)))


def test_another_article_changes_only_what_is_near_it() -> None:
    before, after = (set(near(pages)) for pages in (HARBOUR, [*HARBOUR, about("z", "Zorbak election in Tarn")]))
    assert after - before == {("z", "z", 1.0)}
    assert before <= after


def key(name: str) -> tuple[str, str]:
    return name, "e1"


def test_what_is_connected_is_grouped_by_itself() -> None:
    assert components(6, [(0, 1), (3, 4), (2, 3)]).tolist() == [0, 0, 2, 2, 2, 5]


@pytest.mark.parametrize(("value", "together"), [(0.95, True), (0.5, False)])
def test_one_pair_must_say_much(value: float, together: bool) -> None:
    made = linked(list(map(key, "ab")), [(key("a"), key("b"), value)], 0.1, FEW)
    assert len(made) == (1 if together else 2)


def test_many_pairs_may_say_less() -> None:
    sure = [(key(a), key(b), 0.95) for a, b in ("ab", "bc", "ac", "xy", "yz", "xz")]
    likely = [(key(a), key(b), 0.5) for a in "abc" for b in "xyz"]
    assert len(linked(list(map(key, "abcxyz")), sure + likely, 0.1, FEW)) == 1
    assert len(linked(list(map(key, "abcxyz")), [*sure, *likely[1:], (key("a"), key("x"), -1.0)], 0.1, FEW)) == 2
