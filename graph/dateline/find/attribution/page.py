"""An article laid out for the search: paragraphs, quotations, and the extent of every word's subtree."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.find.attribution.lexicon import cues, framed
from dateline.find.attribution.quotations import MARKS, Quotation, quotations
from dateline.find.lexicon import bodies, noun_class
from dateline.model import Document, Time, Token
from dateline.tree import Tree

_LOOSE = frozenset((",", ";", ":", "-", "–", "—", "--", "…", "..."))
_TAKING_OVER = frozenset(
    ("report", "emphasis", "claim", "factive", "warning", "manner", "denial", "praise", "blame", "request", "promise")
)
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"))
_LIFELESS = ("DOING", "ABSTRACT", "WORDS")
_FINAL = frozenset((".",))

Range = tuple[int, int]  # first token, one past the last


def _paragraphs(document: Document) -> tuple[range, ...]:
    """The token ranges of the article's blocks; where these are unknown, an empty line parts paragraphs."""
    tokens, text = document.tokens, document.text
    starts = sorted(b.start for b in document.article.blocks)
    breaks = [0]
    for i in range(1, len(tokens)):
        here, there = tokens[i - 1], tokens[i]
        if (
            (bisect_right(starts, there.start) != bisect_right(starts, here.start))
            if starts
            else text.count("\n", here.end, there.start) > 1
        ):
            breaks.append(i)
    return tuple(range(a, b) for a, b in zip(breaks, [*breaks[1:], len(tokens)], strict=True))


def _extents(tree: Tree) -> tuple[list[int], list[int]]:
    """The first and last token of every subtree, each word after its dependents."""
    low, high = list(range(len(tree.tokens))), list(range(len(tree.tokens)))
    order = [i for i, t in enumerate(tree.tokens) if t.head == i]
    for i in order:  # grows while it is read: governors before dependents
        order += tree.children(i)
    for i in reversed(order):
        head = tree.tokens[i].head
        low[head], high[head] = min(low[head], low[i]), max(high[head], high[i])
    return low, high


@dataclass(frozen=True, slots=True)
class Page:
    """A document with all that the rules look up; every look-up is constant or logarithmic in time."""

    document: Document
    tree: Tree
    tokens: tuple[Token, ...]
    paragraphs: tuple[range, ...]
    quotations: tuple[Quotation, ...]
    quoted: list[int]  # for each token the index of its quotation, -1 outside
    low: list[int]
    high: list[int]
    cuts: list[int]  # commas after which a new cue takes over: ", adding", ", according to"
    subjects: Mapping[int, int]  # each word's own subject, passive or not
    objects: Mapping[int, int]  # each word's first object
    expletives: frozenset[int]  # the words whose subject is an empty "it" or "there"

    def sentence(self, i: int) -> Range:
        """The tokens of a token's sentence."""
        sentence = self.tree.sentence(i)
        return sentence.first, sentence.stop

    def paragraph(self, i: int) -> int:
        """The number of a token's paragraph."""
        return bisect_right(self.paragraphs, i, key=lambda p: p.start) - 1

    def extent(self, i: int) -> Range:
        """The stretch that a word's subtree covers."""
        return self.low[i], self.high[i] + 1

    def time(self, i: int) -> Time | None:
        """The time expression that a token is part of."""
        times, start = self.document.times, self.tokens[i].start
        n = bisect_right(times, start, key=lambda t: t.start) - 1
        return times[n] if n >= 0 and start < times[n].end else None

    def word(self, i: int) -> str:
        """A token's lower-case form; empty past the ends of the article."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def lemma(self, i: int) -> str:
        return self.tokens[i].lemma.lower()

    def clear(self, i: int, j: int) -> bool:
        """Whether two tokens stand on the same side of every quotation mark."""
        return self.quoted[i] == self.quoted[j]

    def level(self, i: int) -> Range:
        """The longest stretch around a token without a quotation mark between it and the token."""
        q = self.quoted[i]
        if q >= 0:
            return self.quotations[q].first, self.quotations[q].stop
        n = bisect_right(self.quotations, i, key=lambda quotation: quotation.first)
        first = self.quotations[n - 1].stop if n else 0
        return first, self.quotations[n].first if n < len(self.quotations) else len(self.tokens)

    def within(self, head: int, first: int, stop: int) -> Range:
        """The part of a content that its cue can reach.

        A quoted cue keeps to its quotation; and ", adding that …" or ", according to …" after the content is told by whoever
        tells the cue.
        """
        q = self.quoted[head]
        if q >= 0:
            quotation = self.quotations[q]
            first, stop = max(first, quotation.first + 1), min(stop, quotation.stop - quotation.closed)
        if first > head:
            n = bisect_left(self.cuts, first + 1)
            while n < len(self.cuts) and self.cuts[n] < stop:
                if self.quoted[self.cuts[n]] == q:
                    return first, self.cuts[n]
                n += 1
        return first, stop

    def trim(self, first: int, stop: int) -> Range | None:
        """A stretch without punctuation at its ends, whole quotations kept; None where nothing is left."""
        while first < stop and (self.word(first) in _LOOSE or self._dangling(first, stop, opening=True)):
            first += 1
        while first < stop and self._idle(first, stop):
            stop -= 1
        first, stop = self._whole(first, stop)
        return (first, stop) if first < stop else None

    def _idle(self, first: int, stop: int) -> bool:
        last = self.word(stop - 1)
        return last in _LOOSE or last in _FINAL or self._dangling(first, stop, opening=False)

    def _dangling(self, first: int, stop: int, *, opening: bool) -> bool:
        """Whether a mark at one end belongs to a quotation that lies mostly outside."""
        i = first if opening else stop - 1
        if self.tokens[i].text not in MARKS:
            return False
        q = self.quoted[i]
        if q < 0:
            return True
        quotation = self.quotations[q]
        return quotation.stop <= first + 1 if opening else quotation.first >= stop - 1

    def _whole(self, first: int, stop: int) -> Range:
        """The stretch with the marks of quotations that begin or end right at its ends."""
        if first >= stop:
            return first, stop
        q, r = self.quoted[first], self.quoted[stop - 1]
        if q >= 0 and self.quotations[q].first == first - 1 and self.quotations[q].stop <= stop + 2:
            first -= 1
        if r >= 0 and stop < self.quotations[r].stop <= stop + 2 and self.quotations[r].first >= first:
            stop = self.quotations[r].stop
        return first, stop


def _cuts(tokens: tuple[Token, ...], subjects: Mapping[int, int]) -> Iterator[int]:
    """The commas before a participle of speech or "according to"."""
    for i, token in enumerate(tokens[:-1]):
        after = tokens[i + 1]
        if token.text != ",":
            continue
        if after.text.lower() == "according" or (after.xpos == "VBG" and (_reports(after) or _judges(after, tokens, subjects))):
            yield i


def _judges(token: Token, tokens: tuple[Token, ...], subjects: Mapping[int, int]) -> bool:
    """Whether a participle of judgement hangs on a clause about a thing: "said the talks failed, | condemning | the raid"."""
    who = subjects.get(token.head)
    if who is None or token.deprel != "advcl" or tokens[who].upos != "NOUN":
        return False
    noun = tokens[who].lemma.lower()
    return framed(cues(token.lemma, "VERB"), "obj+for") is not None and noun_class(noun) in _LIFELESS and noun not in bodies()


def _reports(token: Token) -> bool:
    found = cues(token.lemma, "VERB")
    cue = framed(found, "clause") or framed(found, "cited")
    return cue is not None and cue.kind in _TAKING_OVER


def by_sentence(laid: Page, places: Iterable[int]) -> Mapping[int, list[int]]:
    """Tokens by the first token of their sentence."""
    found: dict[int, list[int]] = defaultdict(list)
    for i in places:
        found[laid.sentence(i)[0]].append(i)
    return found


def page(document: Document, tree: Tree) -> Page:
    """Lay a document out."""
    tokens = document.tokens
    paragraphs = _paragraphs(document)
    found = tuple(quotations(tokens, paragraphs))
    quoted = [-1] * len(tokens)
    for n, q in enumerate(found):
        quoted[q.first : q.stop] = [n] * (q.stop - q.first)
    low, high = _extents(tree)
    subjects = _firsts(tokens, ("nsubj:outer",)) | _firsts(tokens, ("nsubj", "nsubj:pass"))
    return Page(
        document=document,
        tree=tree,
        tokens=tokens,
        paragraphs=paragraphs,
        quotations=found,
        quoted=quoted,
        low=low,
        high=high,
        cuts=list(_cuts(tokens, subjects)),
        subjects=subjects,
        objects=_firsts(tokens, ("obj", "iobj")),
        expletives=frozenset(_firsts(tokens, ("expl",))),
    )


def _firsts(tokens: tuple[Token, ...], deprels: tuple[str, ...]) -> dict[int, int]:
    """Each word's first dependent with one of the relations; one pass, since a word may have any number of dependents."""
    first: dict[int, int] = {}
    for i, token in enumerate(tokens):
        if token.head != i and token.deprel in deprels and (token.upos in NOMINAL or token.deprel == "expl"):
            first.setdefault(token.head, i)
    return first
