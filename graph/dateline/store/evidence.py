"""A document as RDF: who says so, and where it is written. Each article has a graph of its own.

Only what the story has a place for becomes a claim; every other mention is kept as a mention.
"""

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from dateline.model import Actor, Attribution, Document, Event, Source, Span, Time
from dateline.store import terms
from dateline.store.facts import dating, figure, software
from dateline.store.places import Places
from dateline.store.terms import Writer
from dateline.store.vocabulary import DCTERMS, DL, DLT, GAF, LABEL, NIF, PROV, SCHEMA, TYPE, Names, encode

_Span = TypeVar("_Span", bound=Span)


def evidence(document: Document, where: Places, names: Names) -> set[Quad]:
    """The graph of what one article says, and where."""
    return _Evidence(document, where, names).quads()


def _one_per_span(values: Iterable[_Span]) -> Iterable[_Span]:
    """The first of all values with the same span: a stretch of text is described once."""
    found: dict[tuple[int, int], _Span] = {}
    for value in values:
        found.setdefault((value.start, value.end), value)
    return found.values()


class _Evidence:
    """One article on its way to RDF."""

    def __init__(self, document: Document, where: Places, names: Names) -> None:
        self.document, self.where, self.names = document, where, names
        self.id = document.article.id
        self.article = names.article(self.id)
        self.write = Writer(names.evidence(self.id))
        self.attributions = {q.id: q for q in document.attributions}
        self.times = {t.id: t for t in document.times}
        self.starts = sorted(s.start for s in document.sentences)
        self.ends = {s.start: s.end for s in document.sentences}
        name = document.article.publisher
        self.publisher = where.publisher(name, names) if name else names.unknown_publisher(self.id)

    def quads(self) -> set[Quad]:
        self.describe_article()
        self.describe_sentences()
        for time in _one_per_span(self.document.times):
            self.describe_time(time)
        for actor in self.document.actors:
            self.describe_actor(actor)
        for attribution in self.document.attributions:
            self.describe_statement(attribution)
        for event in _one_per_span(self.document.events):
            self.describe_event_mention(event)
        for event in self.document.events:
            self.describe_event(event)
        return self.write.quads

    # -- the article ---------------------------------------------------------------------------------------------------

    def describe_article(self) -> None:
        article, published = self.document.article, self.document.published
        exact = published.earliest if published.earliest == published.latest else None
        self.write.add(
            self.article,
            (TYPE, SCHEMA("NewsArticle")),
            (TYPE, NIF("Context")),
            (SCHEMA("headline"), terms.text(article.title) if article.title else None),
            (SCHEMA("publisher"), self.publisher),
            (SCHEMA("datePublished"), terms.day(exact) if exact else None),
            (DL("date"), terms.edtf(published.edtf) if published.edtf else None),
            (DL("earliest"), terms.day(published.earliest) if published.earliest else None),
            (DL("latest"), terms.day(published.latest) if published.latest else None),
            (DL("dateBasis"), terms.text(published.basis)),
            (DL("why"), terms.text(published.why) if published.why else None),
            (SCHEMA("inLanguage"), terms.text(article.language)),
            (SCHEMA("url"), terms.iri_or_text(article.url) if article.url else None),
            (SCHEMA("license"), terms.iri_or_text(article.licence) if article.licence else None),
            (DCTERMS("identifier"), terms.text(self.id)),
            (DCTERMS("source"), terms.text(article.source)),
            (SCHEMA("sha256"), terms.text(hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())),
        )
        if not article.publisher:
            self.write.add(self.publisher, (TYPE, DL("UnnamedSource")), (LABEL, terms.text("unknown publisher")))
        activity = self.names.within("extraction", self.id)
        self.write.add(
            activity,
            (TYPE, PROV("Activity")),
            (PROV("used"), self.article),
            (PROV("wasAssociatedWith"), self.names.node("software", encode(f"dateline-{software()}"))),
        )
        self.write.add(self.write.graph, (TYPE, PROV("Entity")), (PROV("wasGeneratedBy"), activity))

    # -- where it is written -------------------------------------------------------------------------------------------

    def span(self, start: int, end: int, *types: NamedNode, quoted: bool = True) -> NamedNode | None:
        """The node of a stretch of text; None where the text has none such."""
        if not 0 <= start <= end <= len(self.document.text):
            return None
        node = self.names.span(self.id, start, end)
        self.write.add(
            node,
            (TYPE, NIF("RFC5147String")),
            *((TYPE, t) for t in types),
            (NIF("referenceContext"), self.article),
            (NIF("beginIndex"), terms.offset(start)),
            (NIF("endIndex"), terms.offset(end)),
            (NIF("anchorOf"), terms.text(self.document.text[start:end]) if quoted else None),
        )
        return node

    def sentence(self, offset: int) -> NamedNode | None:
        """The sentence that holds an offset."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0 or offset >= self.ends[self.starts[at]]:
            return None
        return self.names.span(self.id, self.starts[at], self.ends[self.starts[at]])

    def mention(self, start: int, end: int, *types: NamedNode) -> NamedNode | None:
        """The node of a mention, in its sentence."""
        node = self.span(start, end, *types)
        if node is not None:
            self.write.add(node, (DL("inSentence"), self.sentence(start)))
        return node

    def describe_sentences(self) -> None:
        for s in _one_per_span(self.document.sentences):
            node = self.span(s.start, s.end, NIF("Sentence"))
            if node is not None:
                why = terms.text(s.why) if s.why else None
                self.write.add(
                    node, (DL("layout"), terms.text(s.block)), (DL("outcome"), terms.text(s.outcome)), (DL("why"), why)
                )

    def describe_time(self, time: Time) -> None:
        node = self.mention(time.start, time.end, DL("TimeMention"))
        if node is None:
            return
        self.write.add(
            node,
            (DL("timexType"), terms.text(time.type)),
            (DL("timexValue"), terms.text(time.value)),
            (DL("date"), terms.edtf(time.edtf) if time.edtf else None),
            (DL("earliest"), terms.day(time.earliest) if time.earliest else None),
            (DL("latest"), terms.day(time.latest) if time.latest else None),
            (DL("rule"), terms.text(time.rule) if time.rule else None),
            (DL("anchor"), self.anchor(time)),
            *((DL("alternative"), terms.edtf(value)) for value in time.alternatives),
            (DL("why"), terms.text(time.why) if time.why else None),
        )

    def anchor(self, time: Time) -> NamedNode | None:
        if time.anchor == "published":
            return self.article
        other = self.times.get(time.anchor or "")
        return self.span(other.start, other.end) if other else None

    def actor(self, actor: str | None) -> NamedNode | None:
        """The story's actor for one of the article's."""
        known = self.where.actors.get((self.id, actor)) if actor else None
        return self.names.actor(known) if known else None

    def describe_actor(self, actor: Actor) -> None:
        node = self.actor(actor.id)
        if node is None:
            return
        for mention in actor.mentions:
            at = self.mention(mention.start, mention.end, DL("ActorMention"))
            if at is not None:
                self.write.add(node, (GAF("denotedBy"), at))
                self.write.add(at, (DL("mentionKind"), terms.text(mention.kind)))

    # -- who says so ---------------------------------------------------------------------------------------------------

    def chain(self, attribution: str | None) -> list[Attribution]:
        """The attributions from the innermost to the outermost."""
        found: dict[str, Attribution] = {}
        while attribution in self.attributions and attribution not in found:
            found[attribution] = self.attributions[attribution]
            attribution = found[attribution].parent
        return [*found.values()]

    def speaker(self, attribution: Attribution) -> NamedNode:
        """Who makes a statement: a known actor, or a node for the words alone."""
        known = self.actor(attribution.source.actor) if attribution.source else None
        return known or self.names.within("source", self.id, attribution.id)

    def describe_statement(self, q: Attribution) -> None:
        node, speaker = self.names.within("statement", self.id, q.id), self.speaker(q)
        # A loop of statements within each other is cut open: every chain must end at the publisher.
        looped = self.chain(q.id)[-1].parent in self.attributions
        outer = q.parent if q.parent in self.attributions and not looped else None
        source = self.mention(q.source.start, q.source.end) if q.source else None
        self.write.add(
            node,
            (TYPE, DL("Statement")),
            (DL("speaker"), speaker),
            (DL("stance"), terms.text(q.stance)),
            (DL("saidIn"), self.names.within("statement", self.id, outer) if outer else self.article),
            (DL("inArticle"), self.article),
            (DL("cue"), self.mention(q.cue.start, q.cue.end) if q.cue else None),
            (DL("content"), self.span(q.content.start, q.content.end, quoted=False)),
            (GAF("denotedBy"), source),
        )
        if speaker == self.names.within("source", self.id, q.id):
            self.write.add(
                speaker, (TYPE, DL("UnnamedSource")), (LABEL, terms.text(self.words(q.source))), (GAF("denotedBy"), source)
            )

    def words(self, source: Source | None) -> str:
        said = self.document.text[source.start : source.end].strip() if source and source.start >= 0 else ""
        return said or "unnamed source"

    def describe_event_mention(self, event: Event) -> None:
        node = self.mention(event.start, event.end, DL("EventMention"))
        if node is not None:
            self.write.add(
                node,
                (DL("timemlClass"), terms.text(event.timeml_class)),
                (DL("lemma"), terms.text(event.lemma)),
                (DL("tense"), terms.text(event.tense)),
                (DL("denotesType"), DLT(encode(event.type)) if event.type else None),
            )

    def describe_event(self, event: Event) -> None:
        place = self.where.events.get((self.id, event.id))
        if place is not None:
            node = self.mention(event.start, event.end)
            self.write.add(self.names.event(place), (GAF("denotedBy"), node))
            self.describe_claim(event, self.names.event(place), node)

    def describe_claim(self, event: Event, about: NamedNode, at: NamedNode | None) -> None:
        claim = self.names.within("claim", self.id, event.id)
        chain = self.chain(event.attribution)
        sources = [*map(self.speaker, chain), self.publisher]
        self.write.add(
            claim,
            (TYPE, DL("Claim")),
            (DL("ofEvent"), about),
            (DL("claimedBy"), sources[0]),
            *((DL("reportedBy"), source) for source in sources[1:]),
            (DL("saidIn"), self.names.within("statement", self.id, chain[0].id) if chain else self.article),
            (DL("inArticle"), self.article),
            (DL("stance"), terms.text(chain[0].stance if chain else "affirms")),
            (DL("polarity"), terms.text(event.polarity)),
            (DL("certainty"), terms.text(event.certainty)),
            (DL("status"), terms.text(event.status)),
            *dating(event.when),
            *((DL("basedOn"), node) for node in self.bases(event)),
            (GAF("denotedBy"), at),
            (DL("inSentence"), self.sentence(event.start)),
        )
        self.describe_roles(event, claim)
        self.describe_figures(event, claim)

    def bases(self, event: Event) -> Iterator[NamedNode | None]:
        """The time mentions that an event's date comes from."""
        for key in event.when.times:
            if key in self.times:
                yield self.span(self.times[key].start, self.times[key].end)

    def describe_roles(self, event: Event, claim: NamedNode) -> None:
        for role in event.roles:
            node = self.names.within("role", self.id, event.id, role.role, f"{role.start}-{role.end}")
            place = self.where.events.get((self.id, role.event)) if role.event else None
            filler = self.actor(role.actor) or (self.names.event(place) if place else None)
            self.write.add(claim, (DL("claimsRole"), node))
            self.write.add(
                node,
                (TYPE, DL("ClaimedRole")),
                (DL("roleName"), terms.text(role.role)),
                (DL("filler"), filler),
                (GAF("denotedBy"), self.mention(role.start, role.end)),
            )

    def describe_figures(self, event: Event, claim: NamedNode) -> None:
        counts: dict[str, int] = defaultdict(int)
        for quantity in event.quantities:
            span = f"{quantity.start}-{quantity.end}"
            counts[span] += 1  # "27 to 30 dead and injured" measures two things with the same words
            again = f".{counts[span]}" if counts[span] > 1 else ""
            node = self.names.within("quantity", self.id, event.id, span + again)
            self.write.add(claim, (DL("quantity"), node))
            figure(self.write, node, quantity)
            self.write.add(node, (GAF("denotedBy"), self.mention(quantity.start, quantity.end)))
