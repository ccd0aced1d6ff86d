"""Who speaks and to whom: whom "I", "we" and "you" mean within a quotation.

"I" is who is quoted, or whose turn it is in a talk that is written out. "We" is a body that is quoted, several who are quoted
together, or the body for which somebody speaks by his office, as its man or as he says; for the head of a firm that is not named
with him, it is the one that the article is about. "You" is who is addressed by name in the quotation, or to whom its words are
said.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import BODIES, offices, words
from dateline.identify.phrases import determiner, lemma, preposition
from dateline.identify.text import head_of
from dateline.model import Attribution
from dateline.tree import Tree

FIRST = ("i", "me", "my", "mine", "myself")
TOGETHER = ("we", "us", "our", "ours", "ourselves")
SECOND = ("you", "your", "yours", "yourself")
_COLLECTIVE = BODIES | {"group"}
_NAMED_WITH = ("nmod", "nmod:poss", "nmod:desc", "compound", "flat")
_BEFORE = 4  # quotations in which somebody may have been called by name

Around = Mapping[int, Attribution]  # {token: the innermost statement around it}
Several = Mapping[int, tuple[int, ...]]


class Speakers:
    """The sources of a text's statements; `heads` tells of each word which mention it heads, `several` of some that they mean
    several mentions; both grow as the text is read."""

    def __init__(
        self,
        tree: Tree,
        clusters: Clusters,
        heads: Mapping[int, int],
        several: Several,
        quoted: Around,
        told: Around,
        turns: Mapping[int, int],
    ) -> None:
        self.tree, self.clusters, self.heads, self.several = tree, clusters, heads, several
        self.quoted, self.told, self.turns = quoted, told, turns
        self.named = {k for m in clusters.mentions if m.unit for k in range(m.unit.first, m.unit.stop)}
        self.quotes = sorted({q.id: q for q in quoted.values()}.values(), key=lambda q: q.content.start)

    def source(self, told: Attribution | None) -> int | None:
        """The mention that names the source of a statement: that of its head, "aide" in "Silva's aide"."""
        return next((self.heads[k] for k in self._named(told) if k in self.heads), None)

    def _named(self, told: Attribution | None) -> list[int]:
        """The words of a statement's source, its head first."""
        if told is None or told.source is None:
            return []
        head = head_of(self.tree, told.source.start, told.source.end)
        inside = self.tree.within(told.source.start, told.source.end)
        return [*inside] if head is None else [head, *inside]

    def one(self, i: int) -> int | None:
        """Who says "I": the source of the innermost quotation around the word.

        Where a quotation tells what others say ("They told me so," she said), it is still she who says "me".
        """
        target = self.turns.get(i) if i not in self.quoted else None
        target = self.source(self.quoted.get(i) or self.told.get(i)) if target is None else target
        return target if target is not None and self.clusters.type(target) in ("person", None) else None

    def together(self, i: int) -> tuple[int, ...]:
        """Who say "we": the body that is quoted or spoken for, or those who are quoted side by side."""
        told = self.quoted.get(i) or self.told.get(i)
        target = self.source(told)
        known = next((self.several[k] for k in self._named(told)[:1] if k in self.several), ())
        if told is None or target is None or known:
            return () if self._is_of_a_side(i) else known
        some = (target, *self._beside(told, target))
        meant = {self.clusters.root(k): k for k in (self._for_whom(told, k, alone=len(some) == 1) for k in some) if k is not None}
        own = self._is_of_a_side(i) and any(self.clusters.type(k) != "country" for k in meant.values())
        return () if own else tuple(meant.values())

    def _beside(self, told: Attribution, target: int) -> Iterator[int]:
        """Those who are quoted along with a first: "said Ana Silva and | Rui Holm |"."""
        named = self._named(told)
        if self.heads.get(named[0]) != target:
            return
        others = [c for c in self.tree.children(named[0], "conj") if c in named and c in self.heads]
        if not any(self.tree.children(c, "cc") for c in others):
            return
        mentions = [self.clusters.mentions[k] for k in (target, *(self.heads[c] for c in others))]
        if all(m.unit is not None or m.plural or m.owned or determiner(self.tree, m.head) for m in mentions):
            yield from (self.heads[c] for c in others)

    def _for_whom(self, told: Attribution, target: int, *, alone: bool) -> int | None:
        """For whom a speaker says "we": his body, or, where he does not speak alone, himself."""
        type_ = self.clusters.type(target)
        if type_ == "person":
            body = self._named_as_spoken_for(told)
            body = self._body(target, told) if body is None else body
            return body if alone or body is not None else target
        return target if type_ in _COLLECTIVE else None

    def _named_as_spoken_for(self, told: Attribution) -> int | None:
        """The body for which somebody says that he speaks: "speaking | for Acme |, she said", "on behalf of the | union |"."""
        cue = self._cue(told)
        speaking = () if cue is None else (v for v in self.tree.children(cue, "advcl") if lemma(self.tree, v) == "speak")
        for spoken in (k for v in speaking for k in self.tree.children(v, "obl")):
            is_behalf = lemma(self.tree, spoken) == "behalf"
            whom = self.tree.children(spoken, "nmod", "nmod:poss") if is_behalf else [spoken]
            for k in whom if is_behalf or preposition(self.tree, spoken) == "for" else ():
                if k in self.heads and self.clusters.type(self.heads[k]) in _COLLECTIVE:
                    return self.heads[k]
        return None

    def _cue(self, told: Attribution) -> int | None:
        """The word that says that something is said."""
        return None if told.cue is None else self.tree.at(told.cue.start)

    def addressed(self, i: int) -> int | None:
        """Whom "you" means: who is called by name in the sentence, or before by the same speaker; or else to whom it is said."""
        told = self.quoted.get(i)
        if told is None or told.source is None:
            return None
        sentence = self.tree.sentence(i)
        here = self._called(k for k in self._words(told) if sentence.first <= k < sentence.stop)
        called = here or self._called(k for q in self._going_on(told) for k in self._words(q) if k < i)[-1:]
        if called:
            return called[0] if len(called) == 1 else None
        return None if self._is_anybody(i) else self._spoken_to(told)

    def _words(self, told: Attribution) -> range:
        return self.tree.within(told.content.start, told.content.end)

    def _called(self, inside: Iterable[int]) -> list[int]:
        """The mentions of single people by which somebody is called, one of each: "| Mr. Silva |, you lied"."""
        called = [self.heads[k] for k in inside if self.tree.is_(k, "vocative") and k in self.heads]
        some = {self.clusters.root(k): k for k in called if self._is_person(k)}
        return list(some.values())

    def _going_on(self, told: Attribution) -> list[Attribution]:
        """A quotation with those of the same speaker right before it, in order of the text."""
        at = self.quotes.index(told)
        found = [told]
        for q in reversed(self.quotes[max(0, at - _BEFORE) : at]):
            roots = {self.clusters.root(k) for k in (self.source(told), self.source(q)) if k is not None}
            if q.source != told.source and len(roots) != 1:
                break
            found.insert(0, q)
        return found

    def _is_person(self, k: int) -> bool:
        """Whether a mention means one person."""
        return self.clusters.type(k) == "person" and not self.clusters.mentions[k].plural

    def _spoken_to(self, told: Attribution) -> int | None:
        """Who a verb says is spoken to, if he does not ask for the news: "told | Silva |", "told | the jurors |"."""
        cue = self._cue(told)
        if cue is None or lemma(self.tree, cue) not in words("addressing"):
            return None
        to = [k for k in self.tree.children(cue, "obl") if preposition(self.tree, k) == "to"]
        heard = [self.heads[k] for k in (*self.tree.children(cue, "obj", "iobj"), *to) if k in self.heads]
        if len(heard) != 1 or self.clusters.type(heard[0]) not in ("person", "group"):
            return None
        return None if any(self._asks(m) for m in self.clusters.of(heard[0])) else heard[0]

    def _asks(self, m: Found) -> bool:
        """Whether somebody hears words for the news: "the reporter", "NBC's Ana Silva"."""
        owners = self.tree.children(m.head, "nmod:poss")
        office = offices().get(m.noun)
        return (
            "journalist" in m.offices
            or (office is not None and office.sense == "journalist")
            or any(self.tree.tokens[k].upos == "PROPN" for k in owners)
        )

    def _is_anybody(self, i: int) -> bool:
        """Whether "you" may mean whoever it is: "you know", "if you work hard", "you can see it"."""
        tree, sentence = self.tree, self.tree.sentence(i)
        verb = tree.head(i) if tree.is_(i, "nsubj", "nsubj:pass") else None
        near = [] if verb is None else [verb, *tree.children(verb, "aux")]
        near += [k for k in range(sentence.first, sentence.stop) if tree.is_(k, "mark", "advmod")]
        return any(lemma(tree, k) in words("of_anybody") for k in near)

    def _is_of_a_side(self, i: int) -> bool:
        """Whether "our" tells whose a party or nation is, to which who speaks only belongs: "our party"."""
        above = self.tree.head(i) if self.tree.is_(i, "nmod:poss") else None
        return above is not None and self.tree.tokens[above].lemma.lower() in words("belonging")

    def _body(self, target: int, told: Attribution) -> int | None:
        """The one body for which somebody speaks by what he is said to be, if he still is it."""
        bodies = (k for m in self.clusters.of(target) if not self._is_bygone(m) for k in (*self._of_office(m), *self._headed(m)))
        found = {self.clusters.root(self.heads[k]): self.heads[k] for k in bodies}
        if not found and self._runs_firm(target):
            return self._most_spoken_of(told)
        return next(iter(found.values())) if len(found) == 1 else None

    def _runs_firm(self, target: int) -> bool:
        """Whether somebody holds an office of firms, none of another kind, and nothing says of which: "chairman Ana Silva"."""
        held = [m for m in self.clusters.of(target) if m.offices]
        titles = [k for m in held for k in (m.head, *self.tree.children(m.head, "nmod:desc"))]
        near = (c for k in titles for c in self.tree.children(k, "nmod", "compound"))
        owned = any(not self.tree.is_(c, "nmod:desc") for c in near)  # "chairman of the pilots", "board chairman Ana Silva"
        of_firm = any(m.offices & words("of_firm") for m in held)
        return of_firm and not owned and all(m.leads or m.offices <= words("of_firm") for m in held)

    def _most_spoken_of(self, told: Attribution) -> int | None:
        """The body that an article has spoken of most before a statement, more than once and more than any other."""
        begins = told.content.start
        counted = Counter(self.clusters.root(k) for k, m in enumerate(self.clusters.mentions) if self._start(m) < begins)
        bodies = [(n, root) for root, n in counted.items() if self.clusters.type(root) == "organization" and n > 1]
        most = max(bodies, default=None)
        return None if most is None or sum(n == most[0] for n, _ in bodies) > 1 else most[1]

    def _start(self, m: Found) -> int:
        return self.tree.tokens[m.head].start

    def _is_bygone(self, m: Found) -> bool:
        """Whether somebody is called what he no longer is, or not yet: "the former president", but "First Holm's president"."""
        own = (k for k in range(m.first, m.last + 1) if k not in self.named)
        return any(self.tree.tokens[k].text.lower() in words("bygone") for k in own)

    def _of_office(self, m: Found) -> Iterator[int]:
        """The words for bodies with which somebody is named: his state only if his office, or he as its man, speaks for it."""
        stately = m.leads or not m.offices.isdisjoint(words("for_state"))
        for k in self._named_with(m):
            type_ = self.clusters.type(self.heads[k])
            owned = not m.offices and self.tree.is_(k, "nmod:poss")  # "Kenya's negotiator"
            if type_ in (_COLLECTIVE if m.leads else BODIES) and (type_ != "country" or stately or owned):
                yield k

    def _named_with(self, m: Found) -> Iterator[int]:
        """The words behind which, or before which, somebody's office or name stands, and those that go with them."""
        if m.kind == "pronoun":
            return
        named = (m.head, *(range(m.unit.first, m.unit.stop) if m.unit else ()))  # "coach Ana | Silva of the Bulls"
        near = [c for k in named for c in self.tree.children(k, *_NAMED_WITH)]
        below = (c for k in near for c in self.tree.children(k, *_NAMED_WITH)) if m.offices else ()
        title = range(m.first, m.unit.first) if m.unit and not m.offices else ()  # "GM Ana Silva" may be a manager
        yield from (k for k in (*near, *below) if k in self.heads and (k not in title or self.tree.is_(k, "nmod:poss")))

    def _headed(self, m: Found) -> Iterator[int]:
        """The words for bodies that somebody is said to run or to speak for: "Ana Silva, who runs | Acme |"."""
        for verb in self.tree.children(m.head, "acl:relcl"):
            if self.tree.tokens[verb].feats.get("Tense") == "Past" or lemma(self.tree, verb) not in words("heading"):
                continue
            behalf = (k for k in self.tree.children(verb, "obl") if preposition(self.tree, k) == "for")
            below = self.tree.children(verb, "obj") or behalf
            yield from (k for k in below if k in self.heads and self.clusters.type(self.heads[k]) in BODIES)
