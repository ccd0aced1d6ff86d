"""Who says so: statements within each other, and for each event mention with a place in the story a claim."""

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from dateline.merge.status import chain
from dateline.model import Attribution, Event, Source
from dateline.store import terms
from dateline.store.facts import dating, figure
from dateline.store.page import Page
from dateline.store.vocabulary import DL, GAF, LABEL, TYPE


def claims(page: Page) -> None:
    """Describe all that an article, or anybody in it, says of events."""
    said = {q.id: q for q in page.document.attributions}
    for attribution in page.document.attributions:
        _statement(page, attribution, said)
    for event in page.document.events:
        about = page.event(event.id)
        if about is not None:
            _claim(page, event, about, chain(said, event.attribution))


def _speaker(page: Page, attribution: Attribution) -> NamedNode:
    """Who makes a statement: a known actor, or a node for the words alone."""
    known = page.actor(attribution.source.actor) if attribution.source else None
    return known or page.node("source", attribution.id)


def _statement(page: Page, q: Attribution, said: dict[str, Attribution]) -> None:
    speaker = _speaker(page, q)
    # A circle of statements within each other is cut open: every chain must end at the publisher.
    circular = chain(said, q.id)[-1].parent in said
    outer = q.parent if q.parent in said and not circular else None
    source = page.mention(q.source.start, q.source.end) if q.source else None
    page.write.add(
        page.node("statement", q.id),
        (TYPE, DL("Statement")),
        (DL("speaker"), speaker),
        (DL("stance"), terms.text(q.stance)),
        (DL("saidIn"), page.node("statement", outer) if outer else page.article),
        (DL("inArticle"), page.article),
        (DL("cue"), page.mention(q.cue.start, q.cue.end) if q.cue else None),
        (DL("content"), page.span(q.content.start, q.content.end, quoted=False)),
        (GAF("denotedBy"), source),
    )
    if speaker == page.node("source", q.id):
        words = terms.text(_words(page, q.source))
        page.write.add(speaker, (TYPE, DL("UnnamedSource")), (LABEL, words), (GAF("denotedBy"), source))


def _words(page: Page, source: Source | None) -> str:
    said = page.document.text[source.start : source.end].strip() if source and source.start >= 0 else ""
    return said or "unnamed source"


def _claim(page: Page, event: Event, about: NamedNode, around: tuple[Attribution, ...]) -> None:
    claim, at = page.node("claim", event.id), page.mention(event.start, event.end)
    first, *others = [*(_speaker(page, q) for q in around), page.publisher]
    page.write.add(about, (GAF("denotedBy"), at))
    page.write.add(
        claim,
        (TYPE, DL("Claim")),
        (DL("ofEvent"), about),
        (DL("claimedBy"), first),
        *((DL("reportedBy"), source) for source in others),
        (DL("saidIn"), page.node("statement", around[0].id) if around else page.article),
        (DL("inArticle"), page.article),
        (DL("stance"), terms.text(around[0].stance if around else "affirms")),
        (DL("polarity"), terms.text(event.polarity)),
        (DL("certainty"), terms.text(event.certainty)),
        (DL("status"), terms.text(event.status)),
        (DL("confidence"), terms.share(event.confidence)),
        *dating(event.when),
        *((DL("basedOn"), node) for node in _bases(page, event)),
        (GAF("denotedBy"), at),
        (DL("inSentence"), page.sentence(event.start)),
    )
    _roles(page, event, claim)
    _figures(page, event, claim)


def _bases(page: Page, event: Event) -> Iterator[NamedNode | None]:
    """The time mentions that an event's date comes from."""
    for key in event.when.times:
        for time in page.times.get(key, ()):
            yield page.span(time.start, time.end)


def _roles(page: Page, event: Event, claim: NamedNode) -> None:
    for role in event.roles:
        node = page.node("role", event.id, role.role, f"{role.start}-{role.end}")
        page.write.add(claim, (DL("claimsRole"), node))
        page.write.add(
            node,
            (TYPE, DL("ClaimedRole")),
            (DL("roleName"), terms.text(role.role)),
            (DL("filler"), page.actor(role.actor) or page.event(role.event)),
            (DL("confidence"), terms.share(role.confidence)),
            (GAF("denotedBy"), page.mention(role.start, role.end)),
        )


def _figures(page: Page, event: Event, claim: NamedNode) -> None:
    seen: Counter[str] = Counter()
    for quantity in event.quantities:
        span = f"{quantity.start}-{quantity.end}"
        seen[span] += 1  # "27 dead and injured" measures two things with the same words
        node = page.node("quantity", event.id, span if seen[span] == 1 else f"{span}.{seen[span]}")
        page.write.add(claim, (DL("quantity"), node))
        figure(page.write, node, quantity)
        page.write.add(node, (GAF("denotedBy"), page.mention(quantity.start, quantity.end)))
