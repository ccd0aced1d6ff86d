"""The points of a text where somebody may be meant, by name, description or pronoun; what is told of each, and of each two."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.identify.found import Found
from dateline.identify.phrases import determiner
from dateline.identify.scene import PARTS, part
from dateline.identify.speakers import FIRST, SECOND, TOGETHER
from dateline.identify.text import Text, head_of
from dateline.identify.third import THIRD
from dateline.model import CHAINED, LOOK_STEPS, Attribution
from dateline.tree import Tree

Floats = NDArray[np.float32]
Told = NDArray[np.bool_]

TYPES = ("person", "organization", "country", "place", "thing", "group")
DETERMINERS = ("the", "this", "that", "these", "those", "a", "both", "all", "")
KINDS = ("name", "noun", "third person", "first or second person", "relative")
RELATIVE = ("who", "whom", "whose", "which", "that")
SPEAKING = frozenset((*FIRST, *TOGETHER, *SECOND, "mine", "yourselves"))
BACK = (0, 1, 2, 3, 4, 6, 9, 16)  # sentences, from each on as far as the next
STEPS = (1, 2, 3, 4, 5, 8, 16, 32, 64)  # points, in the same way
LATE = 30  # the sentence from which on all are as late
LONG = 6  # words, from which on all phrases are as long
EACH = (
    *(f"kind {name}" for name in KINDS),
    *(f"type {name}" for name in TYPES),
    *("male", "female", "plural", "definite", "owned", "counted", "office", "known", "owned by a pronoun", "words"),
    *(f"determiner {name}" for name in DETERMINERS),
    *(f"part {name}" for name in PARTS),
    *("first sentence", "second sentence", "sentence", "quoted", "source", "takes part", "acts"),
)
TWO = (
    *(f"sentences back {n}" for n in BACK),
    *(f"points back {n}" for n in STEPS),
    *(
        "same noun",
        "same words",
        "same pronoun",
        "shares words",
        "within the other",
        "around the other",
        "same first",
        "same last",
    ),
    *("same entry", "other entry", "same type", "other type", "same gender", "other gender", "alike in number", "more"),
    *(f"{one} behind {other}" for one in KINDS for other in KINDS),
    *("in the other's phrase", "in its phrase", "same owner", "same quotation", "speaks it", "is spoken by it"),
    *("same governor", "governs", "is governed", "stands beside", "predicate", "joined"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A text's points, in order of their words."""

    heads: tuple[int, ...]  # tokens
    mentions: tuple[Found, ...]  # of pronouns, too
    kinds: tuple[str, ...]
    each: Floats  # (points, what is told of each): in the order of `EACH`
    looks: Floats  # (points, numbers of a look): zeros where the network has not looked at a word
    _words: tuple[tuple[str, ...], ...]
    _sentences: NDArray[np.int64]
    _quotations: tuple[int, ...]  # the innermost statement around each, -1 for none
    _speakers: tuple[int, ...]  # the head of who makes it
    _tree: Tree

    def two(self, start: int, stop: int) -> Told:
        """What is told of each two of some points (points, points, what is told): row by row of the one that looks back, in the
        order of `TWO`."""
        return np.stack([*self._two(slice(start, stop))], axis=-1)

    def _two(self, some: slice) -> Iterator[Told]:
        yield from self._places(some)
        yield from self._worded(some)
        yield from self._sorts(some)
        yield from self._standing(some)

    def _places(self, some: slice) -> Iterator[Told]:
        back = np.subtract.outer(self._sentences[some], self._sentences[some])
        at = np.digitize(np.maximum(back, 0), BACK) - 1
        yield from (at == n for n in range(len(BACK)))
        order = np.arange(some.stop - some.start)
        steps = np.digitize(np.maximum(np.subtract.outer(order, order), 0), STEPS)
        yield from (steps == n for n in range(1, len(STEPS) + 1))

    def _worded(self, some: slice) -> Iterator[Told]:
        """How the words of both go together."""
        mentions, words = self.mentions[some], self._words[some]
        worded = np.array([kind in ("name", "noun") for kind in self.kinds[some]], dtype=bool)
        nouns = [m.noun or (self._tree.tokens[m.head].lemma.lower()) for m in mentions]
        yield _same(nouns, worded)
        yield _same(words, worded)
        yield _same(words, ~worded)
        shared, size = _shared([own if is_ else () for own, is_ in zip(words, worded, strict=True)])
        yield shared > 0
        yield (shared > 0) & (shared == size[:, None])
        yield (shared > 0) & (shared == size)
        yield _same([own[:1] for own in words], worded)
        yield _same([own[-1:] for own in words], worded)

    def _sorts(self, some: slice) -> Iterator[Told]:
        """Whether both are of one sort."""
        mentions = self.mentions[some]
        columns: tuple[Callable[[Found], Hashable], ...] = (lambda m: m.entry.key if m.entry else None, _type, lambda m: m.gender)
        for column in columns:
            values = [column(m) for m in mentions]
            known = np.array([value is not None for value in values])
            same = _same(values, known)
            yield same
            yield np.logical_and.outer(known, known) & ~same
        plural = np.array([m.plural for m in mentions])
        yield np.equal.outer(plural, plural)
        yield np.greater.outer(plural, plural)
        kinds = np.array([KINDS.index(kind) for kind in self.kinds[some]])
        for one in range(len(KINDS)):
            yield from (np.logical_and.outer(kinds == one, kinds == other) for other in range(len(KINDS)))

    def _standing(self, some: slice) -> Iterator[Told]:
        """How both stand to each other in the sentence, and to what is quoted."""
        mentions, tokens = self.mentions[some], self._tree.tokens
        heads, firsts, lasts = (np.array([getattr(m, name) for m in mentions]) for name in ("head", "first", "last"))
        inside = np.greater_equal.outer(heads, firsts) & np.less_equal.outer(heads, lasts)
        yield inside
        yield inside.T
        yield _same([m.owner for m in mentions], np.array([m.owner != "" for m in mentions]))
        quotations = np.array(self._quotations[some])
        yield np.equal.outer(quotations, quotations) & (quotations >= 0)
        speaks = np.equal.outer(np.array(self._speakers[some]), heads)
        yield speaks
        yield speaks.T
        above = np.array([tokens[i].head for i in heads])
        governs = np.equal.outer(above, heads) & np.not_equal.outer(heads, heads)
        yield np.equal.outer(above, above)
        yield governs.T
        yield governs
        beside, joined = (np.array([tokens[i].deprel.startswith(name) for i in heads]) for name in ("appos", "conj"))
        yield governs & beside[:, None]
        copulas = np.array([self._tree.child(i, "cop") is not None for i in heads])
        subjects = np.array([tokens[i].deprel.startswith("nsubj") for i in heads])
        said = governs & subjects[:, None] & copulas
        yield said | said.T
        yield governs & joined[:, None]


def _type(m: Found) -> str | None:
    return m.type if m.type is None or m.type in TYPES else "thing"


def _same(values: Sequence[Hashable], some: NDArray[np.bool_]) -> Told:
    """Which two of some points have the same of something."""
    numbers: dict[Hashable, int] = {}
    column = np.array([numbers.setdefault(value, len(numbers)) for value in values])
    same: Told = np.equal.outer(column, column) & np.logical_and.outer(some, some)
    return same


def _shared(words: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many words each two have in common, and how many each has."""
    own = [frozenset(some) for some in words]
    held: dict[str, list[int]] = {}
    for n, some in enumerate(own):
        for word in some:
            held.setdefault(word, []).append(n)
    shared = np.zeros((len(own), len(own)), dtype=np.int64)
    for holders in held.values():
        shared[np.ix_(holders, holders)] += 1
    return shared, np.array([len(some) for some in own], dtype=np.int64)


def find(text: Text, mentions: Sequence[Found]) -> Points:
    """The points of a text with these names and descriptions, which come in order of the text."""
    tree = text.tree
    by_head: dict[int, Found] = {}
    for m in mentions:
        by_head.setdefault(m.head, m)
    found = {i: (_kind(m), m) for i, m in by_head.items()}
    for i, token in enumerate(tree.tokens):
        if i not in found and token.upos in ("PRON", "DET") and (pronoun := _pronoun(tree, i)) is not None:
            found[i] = pronoun
    heads = sorted(found)
    numbers = {s.first: n for n, s in enumerate(tree.sentences)}
    sentences = [numbers[tree.sentence(i).first] for i in heads]
    around = _around(tree, text.document.attributions)
    sources = {around_[1] for around_ in around.values()}
    quotations, speakers = zip(*(around.get(i, (-1, -1)) for i in heads), strict=True) if heads else ((), ())
    words = tuple(_words(tree, found[i][1]) for i in heads)
    rows = [
        [*_told(tree, *found[i], len(own)), *_placed(sentence), i in around, i in sources, i in text.fillers, i in text.doers]
        for i, sentence, own in zip(heads, sentences, words, strict=True)
    ]
    return Points(
        heads=tuple(heads),
        mentions=tuple(found[i][1] for i in heads),
        kinds=tuple(found[i][0] for i in heads),
        each=np.array(rows, dtype="float32").reshape(len(heads), len(EACH)),
        looks=_looks(tree, heads),
        _words=words,
        _sentences=np.array(sentences, dtype=np.int64),
        _quotations=quotations,
        _speakers=speakers,
        _tree=tree,
    )


def _kind(m: Found) -> str:
    return "name" if m.unit else "noun"


def _pronoun(tree: Tree, i: int) -> tuple[str, Found] | None:
    """A pronoun as a point, if it is one that may mean somebody."""
    word, upos = tree.tokens[i].text.lower(), tree.tokens[i].upos
    person = THIRD.get(word)
    if person is not None:
        return "third person", Found(head=i, first=i, last=i, kind="pronoun", gender=person.gender, plural=person.plural)
    plain = Found(head=i, first=i, last=i, kind="pronoun", plural=word in TOGETHER)
    if word in SPEAKING:
        return "first or second person", plain
    return ("relative", plain) if word in RELATIVE and (word, upos) != ("that", "DET") else None


def _words(tree: Tree, m: Found) -> tuple[str, ...]:
    """The words of a mention in small letters, without articles and the like: of a name, those of the name."""
    span = range(m.unit.first, m.unit.stop) if m.unit else range(m.first, m.last + 1)
    own = tuple(tree.tokens[i].text.lower() for i in span if tree.tokens[i].upos not in ("DET", "PUNCT"))
    return own or (tree.tokens[m.head].text.lower(),)


def _told(tree: Tree, kind: str, m: Found, words: int) -> Iterator[float]:
    """What a point is by itself."""
    yield from (kind == name for name in KINDS)
    yield from (_type(m) == name for name in TYPES)
    yield from (m.gender == "male", m.gender == "female", m.plural, m.definite, m.owned, m.counted, bool(m.offices))
    yield from (m.entry is not None, m.owner != "", min(words, LONG) / LONG)
    one = "" if m.kind == "pronoun" else determiner(tree, m.core if m.core >= 0 else m.head)
    one = "a" if one == "an" else one if one in DETERMINERS else ""
    yield from (one == name for name in DETERMINERS)
    own = part(tree, m.head)
    yield from (own == name for name in PARTS)


def _placed(sentence: int) -> Iterator[float]:
    yield from (sentence == 0, sentence == 1, min(sentence, LATE) / LATE)


def _looks(tree: Tree, heads: Sequence[int]) -> Floats:
    looks: Floats = np.zeros((len(heads), CHAINED), dtype="float32")
    for n, i in enumerate(heads):
        if tree.tokens[i].look:
            looks[n] = np.frombuffer(tree.tokens[i].look, "int8", CHAINED)
    looks /= LOOK_STEPS
    return looks


def _around(tree: Tree, told: Sequence[Attribution]) -> dict[int, tuple[int, int]]:
    """{token: the shortest statement around it, and the head of who makes it}."""
    found: dict[int, tuple[int, int]] = {}
    for n, q in sorted(enumerate(told), key=lambda one: one[1].content.end - one[1].content.start):
        source = head_of(tree, q.source.start, q.source.end) if q.source else None
        for i in tree.within(q.content.start, q.content.end):
            found.setdefault(i, (n, -1 if source is None else source))
    return found
