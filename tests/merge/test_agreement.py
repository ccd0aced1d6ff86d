"""Two articles that tell several things alike are likelier to mean one thing by one word."""

from types import SimpleNamespace
from typing import Any

from dateline.merge.agreement import encouraged


def tellings(article: str, count: int, timeml_class: str = "OCCURRENCE") -> list[Any]:
    return [SimpleNamespace(key=(article, f"e{n}"), event=SimpleNamespace(timeml_class=timeml_class)) for n in range(count)]


def said(values: list[float]) -> list[Any]:
    return [(("x", f"e{n}"), ("y", f"e{n}"), value) for n, value in enumerate(values)]


def test_agreement_raises_what_is_not_sure() -> None:
    raised = encouraged(said([0.9, 0.8, 0.3, -1.0]), tellings("x", 4), tellings("y", 4))
    assert raised[2][2] > 0.3
    assert raised[3][2] == -1.0


def test_one_likeness_is_no_agreement() -> None:
    few = said([0.9, 0.3])
    assert encouraged(few, tellings("x", 4), tellings("y", 4)) == few


def test_a_small_share_is_no_agreement() -> None:
    few = said([0.9, 0.8, 0.3])
    assert encouraged(few, tellings("x", 20), tellings("y", 20)) == few


def test_what_is_only_said_is_no_agreement() -> None:
    talk = said([0.9, 0.8, 0.3])
    assert encouraged(talk, tellings("x", 3, "REPORTING"), tellings("y", 3, "REPORTING")) == talk
