"""An invented story of any size, as uneven as real ones: a few actors in most events, busy weeks, quiet months, undated events.

The same size gives the same story.
"""

from datetime import date, timedelta
from random import Random

from dateline.map.view import ActorView, ArticleView, ClaimView, EventView, MarkView, RoleView, TimelineView

BASE = "https://example.org/id/"
TYPES = ("CONSULT", "ASSAULT", "AGREE", "STATE_CLAIM", "DIE", "ELECT", "ACCUSE", "TRADE", "TRY", "PROTEST")
STATUS = ("actual", "actual", "actual", "claimed", "planned", "possible", "denied")
LEXICON = """
harbour council minister union strike offer talks court ruling bank report vote budget border patrol river bridge school hospital
election party leader mayor police witness storm flood relief convoy market price export grain oil pipeline treaty summit envoy
delegation demand protest march square station factory worker wage contract inquiry judge appeal sentence evening morning
officials residents families northern southern eastern western central federal regional public
yesterday
"""
WORDS = tuple(LEXICON.split())
FIRST, DAYS = date(2019, 1, 1), 1826


def _busy_days(random: Random) -> list[int]:
    """Days as often as they are busy: weeks of crisis in years of little news."""
    peaks = [(random.randrange(DAYS), random.choice((3, 10, 40)), random.random() ** 2) for _ in range(14)]
    return [int(random.gauss(day, width)) for day, width, share in peaks for _ in range(int(200 * share))]


def _sentence(random: Random, i: int) -> str:
    words = random.choices(WORDS, k=random.randint(12, 26))
    return f"{' '.join(words).capitalize()} number {i}."


def story(size: int, *, seed: int = 7) -> TimelineView:
    """A story with so many events."""
    random = Random(seed)
    busy = _busy_days(random)
    actors = tuple(
        ActorView(
            iri=f"{BASE}actor/organization/body-{i:04}",
            label=f"{random.choice(WORDS).capitalize()} {random.choice(WORDS)} {i}",
            type=random.choice(("person", "organization", "country", "place")),
        )
        for i in range(max(20, min(400, size // 25)))
    )
    articles = tuple(
        ArticleView(
            iri=f"{BASE}article/{i:06x}",
            title=_sentence(random, i)[:60],
            publisher=f"Paper {i % 12}",
            published=str(FIRST + timedelta(days=i * 7 % DAYS)),
            known_from=FIRST + timedelta(days=i * 7 % DAYS),
            url=f"https://example.org/news/{i:06x}",
        )
        for i in range(max(2, size // 15))
    )
    events = tuple(_event(random, i, busy, actors, articles) for i in range(size))
    return TimelineView(title=f"A story of {size:,} events", events=events, actors=actors, articles=articles)


def _event(
    random: Random, i: int, busy: list[int], actors: tuple[ActorView, ...], articles: tuple[ArticleView, ...]
) -> EventView:
    cast = dict.fromkeys(actors[int(len(actors) * random.random() ** 3)].iri for _ in range(random.randint(1, 3)))
    roles = tuple(RoleView(role=role, actor=iri) for role, iri in zip(("agent", "patient", "place"), cast, strict=False))
    day = FIRST + timedelta(days=min(DAYS, max(0, random.choice(busy) if random.random() < 0.8 else random.randrange(DAYS))))
    sentence = _sentence(random, i)
    start = sentence.index(" ") + 1
    end = sentence.index(" ", start)
    status = random.choice(STATUS)
    claim = ClaimView(
        speakers=("A spokesman", "Paper") if status in ("claimed", "denied") else ("Paper",),
        status="actual" if status in ("claimed", "denied") else status,
        told=status,
        sentence=sentence,
        start=start,
        end=end,
        marks=(MarkView(kind="agent", start=0, end=start - 1),),
        article=random.choice(articles).iri,
    )
    kind = random.random()
    last = day + timedelta(days=random.randint(2, 60)) if kind < 0.08 else day
    dated = kind < 0.9
    return EventView(
        iri=f"{BASE}event/{TYPES[i % len(TYPES)].lower()}-{random.getrandbits(32):08x}-{i}",
        label=f"{sentence.split(' ')[1].capitalize()} {sentence.split(' ')[2]} {sentence.split(' ')[3]}",
        type=TYPES[i % len(TYPES)],
        type_label=TYPES[i % len(TYPES)].capitalize(),
        status=status,
        earliest_begin=day if dated else None,
        latest_begin=day if dated else None,
        earliest_end=last if dated else None,
        latest_end=last if dated else None,
        why="dated by the article" if dated else "",
        roles=roles,
        claims=(claim,),
    )
