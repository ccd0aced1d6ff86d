"""What one article speaks of again and again as going on is one event; what it dates or counts apart is not."""

from datetime import date

import pytest

import factory
from dateline.merge import stories
from dateline.model import Actor, Document, Event, Mention, Quantity, Role, Sentence, When

FIRST = "The raids of Norland on Sudland went on."
SECOND = "Envoys met over the attacks of Norland on Sudland."


def on(day: str) -> When:
    at = date.fromisoformat(day)
    return When(edtf=day, earliest_begin=at, latest_begin=at, earliest_end=at, latest_end=at)


def document(*, apart: bool = False, counted: bool = False, reverse: bool = False) -> Document:
    text = f"{FIRST} {SECOND}"
    sentences = (
        Sentence(start=0, end=len(FIRST), first=0, stop=0),
        Sentence(start=len(FIRST) + 1, end=len(text), first=0, stop=0),
    )
    names = {"a1": "Norland", "a2": "Sudland"}
    actors = tuple(
        Actor(
            id=key,
            name=name,
            type="country",
            mentions=tuple(
                Mention(start=start, end=start + len(name), kind="name")
                for start in (text.index(name), text.index(name, len(FIRST)))
            ),
        )
        for key, name in names.items()
    )
    days = ("2021-03-01", "2021-03-08") if apart else (None, None)
    events = []
    for n, (word, sentence, day) in enumerate(zip(("raids", "attacks"), sentences, days, strict=True), 1):
        start = text.index(word)
        who, whom = ("a2", "a1") if reverse and n == 2 else ("a1", "a2")
        roles = tuple(
            Role(
                start=text.index(names[key], sentence.start), end=text.index(names[key], sentence.start) + 7, role=role, actor=key
            )  # type: ignore[arg-type]
            for role, key in (("agent", who), ("patient", whom))
        )
        figures = (Quantity(start=start, end=start + len(word), kind="count", unit="raid", min=n, max=n),) if counted else ()
        events.append(
            Event(
                id=f"e{n}",
                start=start,
                end=start + len(word),
                text=word,
                lemma=word[:-1],
                label=word,
                type="ASSAULT",
                roles=roles,
                quantities=figures,
                when=on(day) if day else When(),
            )
        )
    return Document(article=factory.article(text), events=tuple(events), actors=actors, sentences=sentences)


def test_what_goes_on_is_one_event() -> None:
    (event,) = stories([document()]).events
    assert len(event.members) == 2


@pytest.mark.parametrize("what", ["apart", "counted", "reverse"])
def test_what_speaks_against_it(what: str) -> None:
    assert len(stories([document(**{what: True})]).events) == 2
