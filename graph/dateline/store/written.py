"""Where it is written: the article, its sentences, and the mentions of times, actors and events."""

import hashlib

from pyoxigraph import NamedNode

from dateline import __version__
from dateline.model import Actor, Event, Sentence, Time
from dateline.store import terms
from dateline.store.page import Page, one_per_span
from dateline.store.vocabulary import DCTERMS, DL, DLT, GAF, LABEL, NIF, PROV, SCHEMA, TYPE, encode


def written(page: Page) -> None:
    """Describe all that an article's text is made of."""
    _article(page)
    _origin(page)
    document = page.document
    for sentence in one_per_span(document.sentences):
        _sentence(page, sentence)
    times = {time.id: time for time in document.times}
    for time in one_per_span(document.times):
        _time(page, time, times)
    for actor in document.actors:
        _actor(page, actor)
    for event in one_per_span(document.events):
        _event(page, event)


def _article(page: Page) -> None:
    article, published = page.document.article, page.document.published
    exact = published.earliest if published.earliest == published.latest else None
    page.write.add(
        page.article,
        (TYPE, SCHEMA("NewsArticle")),
        (TYPE, NIF("Context")),
        (SCHEMA("headline"), terms.text(article.title) if article.title else None),
        (SCHEMA("publisher"), page.publisher),
        (SCHEMA("datePublished"), terms.day(exact) if exact else None),
        (DL("date"), terms.edtf(published.edtf) if published.edtf else None),
        (DL("earliest"), terms.day(published.earliest) if published.earliest else None),
        (DL("latest"), terms.day(published.latest) if published.latest else None),
        *((DL("alternative"), terms.edtf(value)) for value in published.alternatives),
        (DL("dateBasis"), terms.text(published.basis)),
        (DL("why"), terms.text(published.why) if published.why else None),
        (SCHEMA("inLanguage"), terms.text(article.language)),
        (SCHEMA("url"), terms.iri_or_text(article.url) if article.url else None),
        (SCHEMA("license"), terms.iri_or_text(article.licence) if article.licence else None),
        (DCTERMS("identifier"), terms.text(page.id)),
        (DCTERMS("source"), terms.text(article.source)),
        (SCHEMA("sha256"), terms.text(hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())),
    )
    if not article.publisher:
        page.write.add(page.publisher, (TYPE, DL("UnnamedSource")), (LABEL, terms.text("unknown publisher")))


def _origin(page: Page) -> None:
    """What made the graph. No clock: the same article gives the same graph."""
    activity = page.node("extraction")
    page.write.add(
        activity,
        (TYPE, PROV("Activity")),
        (PROV("used"), page.article),
        (PROV("wasAssociatedWith"), page.names.node("software", encode(f"dateline-{__version__}"))),
    )
    page.write.add(page.write.graph, (TYPE, PROV("Entity")), (PROV("wasGeneratedBy"), activity))
    page.write.add(page.names.facts, (PROV("wasDerivedFrom"), page.write.graph))


def _sentence(page: Page, sentence: Sentence) -> None:
    node = page.span(sentence.start, sentence.end, NIF("Sentence"))
    if node is not None:
        page.write.add(
            node,
            (DL("layout"), terms.text(sentence.block)),
            (DL("outcome"), terms.text(sentence.outcome)),
            (DL("why"), terms.text(sentence.why) if sentence.why else None),
        )


def _time(page: Page, time: Time, times: dict[str, Time]) -> None:
    node = page.mention(time.start, time.end, DL("TimeMention"))
    if node is None:
        return
    page.write.add(
        node,
        (DL("timexType"), terms.text(time.type)),
        (DL("timexValue"), terms.text(time.value)),
        (DL("date"), terms.edtf(time.edtf) if time.edtf else None),
        (DL("earliest"), terms.day(time.earliest) if time.earliest else None),
        (DL("latest"), terms.day(time.latest) if time.latest else None),
        (DL("rule"), terms.text(time.rule) if time.rule else None),
        (DL("anchor"), _anchor(page, time, times)),
        *((DL("alternative"), terms.edtf(value)) for value in time.alternatives),
        (DL("why"), terms.text(time.why) if time.why else None),
    )


def _anchor(page: Page, time: Time, times: dict[str, Time]) -> NamedNode | None:
    """What a time was reckoned from: the article's date, or another time."""
    if time.anchor == "published":
        return page.article
    other = times.get(time.anchor or "")
    return page.span(other.start, other.end) if other else None


def _actor(page: Page, actor: Actor) -> None:
    node = page.actor(actor.id)
    if node is None:
        return
    for mention in actor.mentions:
        at = page.mention(mention.start, mention.end, DL("ActorMention"))
        if at is not None:
            page.write.add(node, (GAF("denotedBy"), at))
            page.write.add(at, (DL("mentionKind"), terms.text(mention.kind)))


def _event(page: Page, event: Event) -> None:
    node = page.mention(event.start, event.end, DL("EventMention"))
    if node is not None:
        page.write.add(
            node,
            (DL("timemlClass"), terms.text(event.timeml_class)),
            (DL("lemma"), terms.text(event.lemma)),
            (DL("tense"), terms.text(event.tense)),
            (DL("denotesType"), DLT(encode(event.type)) if event.type else None),
        )
