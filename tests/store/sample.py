"""Two short articles and the story they tell, made by hand: every kind of thing that the graph can hold is there once.

The first has a date, a publisher and speakers; the second has neither date nor publisher.
"""

from datetime import date
from typing import Any

import factory
from dateline.model import (
    Actor,
    Article,
    Attribution,
    Cue,
    Document,
    Event,
    Mention,
    Quantity,
    Relation,
    Role,
    Sentence,
    Source,
    Span,
    Story,
    StoryActor,
    StoryEvent,
    StoryRelation,
    StoryRole,
    Time,
    When,
)

HARBOUR = (
    "Minister Ana Vidal met union leader Tomas Reke in Porto Sal on Thursday. "
    "Reke said at least 12 dockers were injured in clashes on Monday. "
    "The port authority denied that police attacked the dockers, Radio Sal reported. "
    "Both sides will sign an agreement next week."
)
STRIKE = "Police attacked dockers in Porto Sal, killing three to five people. Ana Vidal asked for an inquiry."


def span(text: str, words: str, nth: int = 1) -> dict[str, int]:
    """Where words stand in a text, for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def sentences(text: str) -> tuple[Sentence, ...]:
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(Sentence(start=s, end=e, first=0, stop=0, outcome="events") for s, e in zip(starts, ends, strict=True))


def on(day: str, *times: str, why: str = "") -> When:
    known = date.fromisoformat(day)
    return When(edtf=day, earliest_begin=known, latest_begin=known, earliest_end=known, latest_end=known, times=times, why=why)


def event(text: str, words: str, nth: int = 1, **rest: Any) -> Event:
    rest = {"lemma": words, "label": words, **rest}
    return Event(text=words, **span(text, words, nth), **rest)


def actor(text: str, name: str, actor_type: str, *mentions: str, **rest: Any) -> Actor:
    found = tuple(Mention(kind="name" if m == name else "nominal", **span(text, m)) for m in mentions)
    return Actor(name=name, type=actor_type, mentions=found, **rest)


def harbour() -> Document:
    """Talks after clashes, told by a news agency that quotes three sources."""
    t = HARBOUR
    article = factory.article(
        t, day="2024-03-08", id="harbour", title="Talks in Porto Sal", publisher="Coastal Wire", url="https://example.org/harbour"
    )
    week = When(
        edtf="[2024-03-11..2024-03-17]",
        earliest_begin=date(2024, 3, 11),
        latest_begin=date(2024, 3, 17),
        earliest_end=date(2024, 3, 11),
        latest_end=date(2024, 3, 17),
        times=("t3",),
    )
    return Document(
        article=article,
        published=article.published,
        sentences=sentences(t),
        times=(
            day(t, "t1", "Thursday", "2024-03-07", why="the Thursday before publication"),
            day(t, "t2", "Monday", "2024-03-04", alternatives=("2024-02-26",)),
            Time(
                id="t3",
                text="next week",
                type="DATE",
                value="2024-W11",
                edtf="[2024-03-11..2024-03-17]",
                earliest=date(2024, 3, 11),
                latest=date(2024, 3, 17),
                rule="next",
                anchor="published",
                **span(t, "next week"),
            ),
        ),
        actors=(
            actor(t, "Ana Vidal", "person", "Minister Ana Vidal", id="a1"),
            actor(t, "Tomas Reke", "person", "union leader Tomas Reke", "Reke", id="a2"),
            actor(t, "Porto Sal", "place", "Porto Sal", id="a3", kind="city"),
            actor(t, "dockers", "group", "at least 12 dockers", "the dockers", id="a4"),
            actor(t, "police", "organization", "police", id="a5"),
            actor(t, "Radio Sal", "organization", "Radio Sal", id="a6"),
        ),
        events=(
            event(
                t,
                "met",
                id="e1",
                lemma="meet",
                type="CONSULT",
                when=on("2024-03-07", "t1", why="the Thursday before publication"),
                roles=(
                    Role(role="agent", actor="a1", **span(t, "Minister Ana Vidal")),
                    Role(role="patient", actor="a2", **span(t, "union leader Tomas Reke")),
                    Role(role="place", actor="a3", **span(t, "Porto Sal")),
                ),
            ),
            event(t, "said", id="e2", lemma="say", type="STATE_CLAIM", timeml_class="REPORTING"),
            event(
                t,
                "injured",
                id="e3",
                lemma="injure",
                type="INJURE",
                attribution="q1",
                when=on("2024-03-04", "t2"),
                roles=(Role(role="patient", actor="a4", **span(t, "at least 12 dockers")),),
                quantities=(Quantity(kind="injured", unit="people", min=12, **span(t, "at least 12 dockers")),),
            ),
            event(t, "clashes", id="e7", type=None),
            event(t, "denied", id="e4", lemma="deny", timeml_class="REPORTING"),
            event(
                t,
                "attacked",
                id="e5",
                lemma="attack",
                type="ASSAULT",
                attribution="q2",
                roles=(
                    Role(role="agent", actor="a5", **span(t, "police")),
                    Role(role="patient", actor="a4", **span(t, "the dockers")),
                ),
            ),
            event(
                t,
                "sign",
                id="e6",
                type="AGREE",
                tense="future",
                status="planned",
                certainty="probable",
                when=week,
                roles=(Role(role="agent", **span(t, "Both sides")),),
            ),
        ),
        attributions=(
            Attribution(
                id="q1",
                source=Source(actor="a2", **span(t, "Reke", 2)),
                cue=Cue(event="e2", **span(t, "said")),
                content=Span(**span(t, "at least 12 dockers were injured in clashes on Monday")),
            ),
            Attribution(
                id="q2",
                source=Source(**span(t, "The port authority")),
                cue=Cue(event="e4", **span(t, "denied")),
                content=Span(**span(t, "that police attacked the dockers")),
                stance="denies",
                parent="q3",
            ),
            Attribution(
                id="q3",
                source=Source(actor="a6", **span(t, "Radio Sal")),
                cue=Cue(**span(t, "reported")),
                content=Span(**span(t, "The port authority denied that police attacked the dockers")),
            ),
        ),
        relations=(Relation(type="after", source="e1", target="e3"),),
    )


def day(text: str, id: str, words: str, value: str, **rest: Any) -> Time:
    known = date.fromisoformat(value)
    exact = {"value": value, "edtf": value, "earliest": known, "latest": known}
    return Time(id=id, text=words, type="DATE", rule="weekday", anchor="published", **exact, **span(text, words), **rest)


def strike() -> Document:
    """What the port authority denies, told as a fact; nobody knows when or by whom."""
    t = STRIKE
    return Document(
        article=Article(id="strike", source="-", text=t),
        sentences=sentences(t),
        actors=(
            actor(t, "police", "organization", "Police", id="a1"),
            actor(t, "dockers", "group", "dockers", id="a2"),
            actor(t, "Porto Sal", "place", "Porto Sal", id="a3", kind="city"),
            actor(t, "Ana Vidal", "person", "Ana Vidal", id="a4"),
        ),
        events=(
            event(
                t,
                "attacked",
                id="e1",
                lemma="attack",
                type="ASSAULT",
                roles=(
                    Role(role="agent", actor="a1", **span(t, "Police")),
                    Role(role="patient", actor="a2", **span(t, "dockers")),
                    Role(role="place", actor="a3", **span(t, "Porto Sal")),
                    Role(role="instrument", event="e2", **span(t, "killing")),
                ),
            ),
            event(
                t,
                "killing",
                id="e2",
                lemma="kill",
                type="DIE",
                quantities=(Quantity(kind="killed", unit="people", min=3, max=5, **span(t, "three to five people")),),
            ),
            event(
                t,
                "inquiry",
                id="e3",
                type="TRY",
                status="requested",
                roles=(Role(role="agent", actor="a4", **span(t, "Ana Vidal")),),
            ),
        ),
    )


def story() -> Story:
    """What both articles tell together."""
    both = {"dockers": ("a4", "a2"), "police": ("a5", "a1"), "porto-sal": ("a3", "a3"), "ana-vidal": ("a1", "a4")}
    members = {name: (("harbour", one), ("strike", two)) for name, (one, two) in both.items()}
    return Story(
        actors=(
            StoryActor(id="person/ana-vidal", name="Ana Vidal", type="person", members=members["ana-vidal"]),
            StoryActor(id="person/tomas-reke", name="Tomas Reke", type="person", aliases=("Reke",), members=(("harbour", "a2"),)),
            StoryActor(
                id="place/porto-sal",
                name="Porto Sal",
                type="place",
                kind="city",
                same_as=("http://www.wikidata.org/entity/Q1",),
                iso="XX",
                latitude=12.5,
                longitude=-3,
                members=members["porto-sal"],
            ),
            StoryActor(id="group/dockers", name="dockers", type="group", members=members["dockers"]),
            StoryActor(id="organization/police", name="police", type="organization", members=members["police"]),
            StoryActor(id="organization/radio-sal", name="Radio Sal", type="organization", members=(("harbour", "a6"),)),
        ),
        events=(
            StoryEvent(
                id="consult-1",
                label="Ana Vidal meets Tomas Reke in Porto Sal",
                type="CONSULT",
                status="actual",
                when=on("2024-03-07", why="the Thursday before publication"),
                roles=(
                    StoryRole(role="agent", actor="person/ana-vidal"),
                    StoryRole(role="patient", actor="person/tomas-reke"),
                    StoryRole(role="place", actor="place/porto-sal"),
                ),
                members=(("harbour", "e1"),),
            ),
            StoryEvent(
                id="injure-1",
                label="12 dockers injured",
                type="INJURE",
                status="claimed",
                when=on("2024-03-04"),
                roles=(StoryRole(role="patient", actor="group/dockers"),),
                quantities=(Quantity(start=0, end=0, kind="injured", unit="people", min=12),),
                members=(("harbour", "e3"),),
            ),
            StoryEvent(
                id="assault-1",
                label="Police attack dockers",
                type="ASSAULT",
                status="actual",
                contested=True,
                confidence=0.83,
                roles=(
                    StoryRole(role="agent", actor="organization/police", support=2),
                    StoryRole(role="patient", actor="group/dockers", support=2),
                    StoryRole(role="place", actor="place/porto-sal"),
                ),
                members=(("harbour", "e5"), ("strike", "e1")),
            ),
            StoryEvent(
                id="agree-1",
                label="Both sides sign an agreement",
                type="AGREE",
                status="planned",
                when=harbour().events[-1].when,
                members=(("harbour", "e6"),),
            ),
            StoryEvent(
                id="die-1",
                label="Three to five people killed",
                type="DIE",
                status="actual",
                quantities=(Quantity(start=0, end=0, kind="killed", unit="people", min=3, max=5),),
                members=(("strike", "e2"),),
            ),
            StoryEvent(
                id="try-1",
                label="Ana Vidal: inquiry",
                type="TRY",
                status="requested",
                roles=(StoryRole(role="agent", actor="person/ana-vidal"),),
                members=(("strike", "e3"),),
            ),
        ),
        relations=(
            StoryRelation(type="after", source="consult-1", target="injure-1"),
            StoryRelation(type="cause", source="assault-1", target="die-1"),
        ),
    )
