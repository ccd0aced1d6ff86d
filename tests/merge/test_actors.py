"""Who is one over several articles: by names and by the company they keep."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.actors import judge
from dateline.model import Document
from factory import told


def joined(*documents: Document) -> set[frozenset[str]]:
    """The names in each actor, with the article that gives each."""
    where = {(d.article.id, a.id): f"{a.name}@{d.article.id}" for d in documents for a in d.actors}
    return {frozenset(where[m] for m in actor.members) for actor in judge(documents).actors}


def together(one: str, other: str, *documents: Document) -> bool:
    return any({one, other} <= group for group in joined(*documents))


def test_a_lone_surname_is_who_keeps_the_same_company() -> None:
    documents = told("x", "Tom Oduya", "Mara Lind"), told("y", "Oduya", "Mara Lind"), told("z", "Oduya", "Ana Lima")
    assert together("Tom Oduya@x", "Oduya@y", *documents)
    assert not together("Tom Oduya@x", "Oduya@z", *documents)


def test_two_of_one_surname_in_the_same_company_stay_apart() -> None:
    documents = told("x", "Tom Oduya", "Mara Lind"), told("y", "Rosa Oduya", "Mara Lind"), told("z", "Oduya", "Mara Lind")
    assert len([group for group in joined(*documents) if any("Oduya" in name for name in group)]) == 3


def test_two_strangers_of_one_surname_are_two() -> None:
    assert len(joined(told("x", "Smith"), told("y", "Smith"))) == 2


def test_somebody_often_named_in_full_is_meant_by_his_surname() -> None:
    documents = told("w", "Tom Oduya"), told("x", "Tom Oduya"), told("y", "Tom Oduya"), told("z", "Oduya")
    assert together("Tom Oduya@w", "Oduya@z", *documents)


def test_a_spelling_joins_in_company_and_is_unsure_without() -> None:
    one = told("x", "Sergei Petrov", "Mara Lind")
    assert together("Sergei Petrov@x", "Sergey Petrov@y", one, told("y", "Sergey Petrov", "Mara Lind"))
    (doubt,) = judge([one, told("y", "Sergey Petrov")]).doubts
    assert (doubt.left, doubt.right) == ("person/sergei-petrov", "person/sergey-petrov")


def test_an_article_that_tells_of_two_keeps_them_apart() -> None:
    documents = told("x", "Sergei Petrov", "Sergey Petrov", "Mara Lind"), told("y", "Mara Lind", "Sergei Petrov")
    assert not together("Sergei Petrov@x", "Sergey Petrov@x", *documents)


def test_a_middle_name_is_no_difference_unless_there_are_two() -> None:
    plain, first, second = told("x", "Mara Lind"), told("y", "Mara K. Lind"), told("z", "Mara T. Lind")
    assert together("Mara Lind@x", "Mara K. Lind@y", plain, first)
    assert len(joined(plain, first, second)) == 3


@pytest.mark.parametrize(("short", "full"), [("Chargers", "Lima Chargers"), ("Nordvik", "Nordvik Bank")])
def test_a_short_name_of_a_body_in_company(short: str, full: str) -> None:
    body = {"kind": "organization"}
    documents = told("x", full, "Lund Foundation", **body), told("y", short, "Lund Foundation", **body)
    assert together(f"{full}@x", f"{short}@y", *documents)


def test_the_fullest_usual_name_and_all_aliases() -> None:
    documents = told("x", "Hossein Amirabdollahian"), told("y", "Hossein Amir-Abdollahian"), told("z", "Hossein Amirabdollahian")
    (actor,) = judge(documents).actors
    assert actor.name == "Hossein Amirabdollahian"
    assert actor.aliases == ("Hossein Amir-Abdollahian",)


WORLD = ("Tom Oduya", "Oduya", "Tim Oduya", "T. Oduya", "Mara Lind", "Mara K. Lind", "Lind", "Sergei Petrov", "Sergey Petrov")
ARTICLES = st.lists(st.lists(st.sampled_from(WORLD), min_size=1, max_size=3, unique=True), min_size=1, max_size=4)


def articles(names: list[list[str]]) -> list[Document]:
    # longest first, so that a short name's span is its own
    return [told(f"d{n}", *sorted(some, key=len, reverse=True)) for n, some in enumerate(names)]


@given(ARTICLES)
def test_the_order_of_articles_changes_no_actor(names: list[list[str]]) -> None:
    documents = articles(names)
    assert len({judge(order).actors for order in permutations(documents)}) == 1


@given(ARTICLES)
def test_taking_an_article_out_leaves_what_the_others_imply(names: list[list[str]]) -> None:
    documents = articles(names)
    without = judge(documents[:-1])
    added = judge(documents)
    assert judge(documents[:-1]) == without
    gone = documents[-1].article.id
    kept = {m for actor in added.actors for m in actor.members if m[0] != gone}
    assert kept == {m for actor in without.actors for m in actor.members}
