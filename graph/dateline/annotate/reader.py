"""The pipeline's one trained component: it reads words in their context and says what each is, where sentences begin, on which
word each depends, and which are names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from dateline.ampersand import ampersands
from dateline.annotate.arborescence import best_tree, likelihoods
from dateline.annotate.forms import form
from dateline.annotate.meanings import NAMING, SPEAKING, taking, told
from dateline.annotate.namer import blend
from dateline.annotate.network import SIZED, Ints, Network, Seen, Sizes
from dateline.annotate.projective import best_projective, crosses
from dateline.annotate.scheme import KINDS, LOOKS, PARTS, STATUSES, SURE, Scheme, spans
from dateline.annotate.window import fit, window
from dateline.annotate.wordpieces import Cutter
from dateline.layers import Floats, likelihood

Kinds = dict[int, dict[str, float]]
Parts = dict[int, dict[int, dict[str, float]]]

TOGETHER = 4_000  # words whose vectors are worked out at once: bounds memory
LONG = 200  # words of a sentence, beyond which arcs may cross: the cost of forbidding it grows with the cube of the length


def share(scores: Floats, chosen: Any) -> Floats:
    """The likelihood of the choice made in each row of scores."""
    found: Floats = likelihood(scores)[np.arange(len(scores)), chosen]
    return found


class Page:
    """A text while it is read, window by window: the words, white space aside, and what has been found of them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.places = [t.i for t in doc if not t.is_space]
        self.words = ampersands([doc[i].text for i in self.places])
        self.spaced = [i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space for i in self.places]
        self.closed = np.array([doc[i].is_sent_start is False for i in self.places], bool)
        self.opened = np.array([doc[i].is_sent_start is True and k > 0 for k, i in enumerate(self.places)], bool)
        self.done = 0
        self.stop = 0
        self.found: list[tuple[Seen, dict[str, Floats], list[int]]] = []
        self.naming: list[Ints] = []  # the words of each window that may name somebody

    def next(self, cutter: Cutter) -> int:
        """How many words the next window holds; 0 where all are read."""
        self.stop = self.done + fit(cutter, self.words[self.done :])
        return self.stop - self.done


class Reader:
    """Sets tags, word classes, features, sentences, trees and names. `give` fills it with what was trained.

    `look` is what has been learned beside the network, if anything: from the pieces of a text, where some words begin among them
    and the vectors of these to their looks. The documents of a batch are looked at as one text.
    """

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab
        self.threads = ThreadpoolController()
        self.pieces: list[str] = []
        self.scheme = Scheme(morph=(), xpos=(), name=(), relation=())
        self.network: Network | None = None
        self.look: Callable[[Floats, Ints, Floats], list[bytes]] | None = None

    def give(self, network: Network, scheme: Scheme, pieces: Sequence[str]) -> None:
        """Take over a trained network, the labels it scores and the pieces it knows."""
        self.network, self.scheme, self.pieces = network, scheme, list(pieces)
        self.cutter = Cutter(self.pieces)
        strings = self.vocab.strings
        morphs = [label.partition("|") for label in scheme.morph]
        self.pos = np.array([strings.add(upos) for upos, _, _ in morphs], "uint64")
        self.speaking, self.naming = (
            np.array([strings.add(upos) for upos in sorted(some)], "uint64") for some in (SPEAKING, NAMING)
        )
        self.feats = np.array([self.vocab.morphology.add(feats) for _, _, feats in morphs], "uint64")
        self.tags = np.array([strings.add(tag) for tag in scheme.xpos], "uint64")
        relations = ["ROOT" if label == "root" else label for label in scheme.relation]
        self.relations = np.array([strings.add(label) for label in relations], "uint64")
        self.root = scheme.relation.index("root")

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64, **_: Any) -> Iterator[Doc]:
        """Read documents in batches."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            pages = [Page(doc) for doc in batch]
            with self.threads.limit(limits=1):  # several would change the last digits, and gain little on matrices so small
                self._read(pages)
                for page in pages:
                    self._annotate(page)
                self._look(pages)
            yield from batch

    def _read(self, pages: Sequence[Page]) -> None:
        """Read pages to their ends. A window that ends inside a sentence leaves that sentence to the next window."""
        waiting = [page for page in pages if page.words]
        while waiting:
            batch: list[Page] = []
            room = TOGETHER
            while waiting and (room > 0 or not batch):
                batch.append(waiting.pop())
                room -= batch[-1].next(self.cutter)
            self._read_windows(batch)
            waiting += [page for page in reversed(batch) if page.done < len(page.words)]

    def _read_windows(self, pages: Sequence[Page]) -> None:
        assert self.network
        windows = [window(self.cutter, p.words[p.done : p.stop], p.spaced[p.done : p.stop]) for p in pages]
        others = self.network.namer.scores([[form(word) for word in p.words[p.done : p.stop]] for p in pages])
        for page, seen, other in zip(pages, self.network.read(windows), others, strict=True):
            scores = self.network.labels(seen.words)
            scores["name"] = blend(scores["name"], other)
            starts = self._starts(page, scores["sentence"])
            size = page.stop - page.done
            if page.stop < len(page.words) and len(starts) > 1:
                size = starts.pop()
            page.found.append((seen.begin(size), {kind: rows[:size] for kind, rows in scores.items()}, starts))
            page.done += size

    def _starts(self, page: Page, scores: Floats) -> list[int]:
        """Where sentences begin among the words of a window, the first included."""
        here = slice(page.done, page.stop)
        begins = ((scores[:, 1] > scores[:, 0]) & ~page.closed[here]) | page.opened[here]
        return [0, *(np.flatnonzero(begins[1:]) + 1).tolist()]

    def _annotate(self, page: Page) -> None:
        assert self.network
        doc = page.doc
        columns = np.zeros((len(page.words), 4), "uint64")
        heads = np.zeros(len(page.words), "int64")
        sure = np.ones(len(doc), "float32")
        kinds: Kinds = {}
        statuses: Kinds = {}
        parts: Parts = {}
        names: list[tuple[int, int, str]] = []
        base = 0
        for seen, scores, starts in page.found:
            words = seen.words
            size = len(words) - 1
            own = columns[base : base + size]
            morphs = scores["morph"].argmax(1)
            own[:, 0], own[:, 1], own[:, 2] = self.tags[scores["xpos"].argmax(1)], self.pos[morphs], self.feats[morphs]
            begins = np.isin(np.arange(size), starts)
            great = np.array([word[:1].isupper() for word in page.words[base : base + size]], dtype=bool)
            # a name may be made of other words: "the Ever Given"
            naming = np.isin(own[:, 1], self.naming) | (great & ~begins)
            labels = self.scheme.best_names(scores["name"], begins.tolist())
            names += [(base + a, base + b, kind) for a, b, kind in spans(labels)]
            for start, stop in pairwise([*starts, size]):
                own_heads, relations, likely = self._tree(words, start, stop)
                heads[base + start : base + stop] = own_heads + base
                own[start:stop, 3] = relations
                sure[page.places[base + start : base + stop]] = likely
                events = start + np.flatnonzero(np.isin(own[start:stop, 1], self.speaking))
                others = start + np.flatnonzero(naming[start:stop])
                places = page.places[base : base + size]
                self._mean(words[1:], events, others, places, (kinds, statuses, parts))
            page.naming.append(np.flatnonzero(naming))
            base += size
        self._write(doc, page.places, columns, heads)
        doc.user_data[SURE] = sure
        doc.user_data.update({KINDS: kinds, STATUSES: statuses, PARTS: parts})
        doc.set_ents([Span(doc, page.places[a], page.places[b - 1] + 1, label=kind) for a, b, kind in names])

    def _look(self, pages: Sequence[Page]) -> None:
        """Enter how the words that name somebody look, in pages that are read as one text."""
        if self.look is None:
            return
        tokens: list[tuple[Doc, int]] = []
        firsts, words, pieces = [], [], []
        base = 0
        for page in pages:
            page.doc.user_data[LOOKS] = {}
            done = 0
            for (seen, *_), naming in zip(page.found, page.naming, strict=True):
                tokens += [(page.doc, page.places[done + i]) for i in naming.tolist()]
                firsts.append(base + np.asarray(seen.firsts, "int64")[1 + naming])
                words.append(seen.words[1 + naming])
                pieces.append(seen.pieces)
                done += len(seen.words) - 1
                base += len(seen.pieces)
        if tokens:
            looks = self.look(np.concatenate(pieces), np.concatenate(firsts), np.concatenate(words))
            for (doc, token), look in zip(tokens, looks, strict=True):
                doc.user_data[LOOKS][token] = look

    def _mean(
        self, vectors: Floats, events: Ints, others: Ints, places: Sequence[int], entered: tuple[Kinds, Kinds, Parts]
    ) -> None:
        """Enter what kinds of events some words of a sentence may tell, with what status, and who may take which part in them."""
        assert self.network
        kinds, statuses, parts = entered
        if not len(events) or not self.scheme.kind:
            return
        found = self.network.kinds(vectors[events])
        kinds.update(zip((places[i] for i in events), told(found, self.scheme.kind), strict=True))
        if self.scheme.status:
            said = told(self.network.statuses(vectors[events]), self.scheme.status)
            statuses.update(zip((places[i] for i in events), said, strict=True))
        if len(others):
            who = [places[k] for k in others]
            for i, row in zip(events.tolist(), self.network.parts(vectors[events], vectors[others]), strict=True):
                parts[places[i]] = taking(row, who, self.scheme.part, places[i])

    def _tree(self, words: Floats, start: int, stop: int) -> tuple[Ints, Any, Floats]:
        """The heads, counted within the window, and relations of one sentence; the root is its own head.

        With each word the likelihood that head and relation are right.
        """
        assert self.network
        own = np.concatenate([words[:1], words[start + 1 : stop + 1]])
        arcs = self.network.arcs(own)
        heads = best_tree(arcs)
        if len(heads) <= LONG and crosses(heads):
            heads = best_projective(arcs)
        scores = self.network.relations(own, heads)
        root = heads == 0
        scores[~root, self.root] = -np.inf
        relations = np.where(root, self.root, scores.argmax(1))
        likely = likelihoods(arcs, heads) * np.where(root, 1, share(scores, relations))
        return np.where(root, np.arange(len(heads)), heads - 1) + start, self.relations[relations], likely

    def _write(self, doc: Doc, places: Sequence[int], columns: Any, heads: Ints) -> None:
        """Enter what was found; white space hangs on the word before it."""
        at = np.asarray(places, dtype="int64")
        table: Any = np.zeros((len(doc), 5), "uint64")
        table[:, 0] = self.vocab.strings.add("_SP")
        table[:, 1] = self.vocab.strings.add("SPACE")
        table[:, 3] = self.vocab.strings.add("dep")
        moves = np.zeros(len(doc), "int64")
        if len(at):
            table[at, :4] = columns
            spaces = np.setdiff1d(np.arange(len(doc)), at)
            moves[spaces] = at[np.maximum(np.searchsorted(at, spaces) - 1, 0)] - spaces
            moves[at] = at[heads] - at
        table[:, 4] = moves.astype("uint64")
        doc.from_array(["TAG", "POS", "MORPH", "DEP", "HEAD"], table)

    def to_bytes(self, **_: Any) -> bytes:
        """All but the weights, which `bundle` keeps."""
        assert self.network
        sizes = {name: getattr(self.network.sizes, name) for name in SIZED}
        data: bytes = srsly.msgpack_dumps({"pieces": self.pieces, "scheme": self.scheme.lists(), "sizes": sizes})
        return data

    def from_bytes(self, data: bytes, **_: Any) -> "Reader":
        """What `to_bytes` gave; the weights are zero until they are filled in."""
        read = srsly.msgpack_loads(data)
        scheme = Scheme.of(read["scheme"])
        sizes = Sizes(**read["sizes"], labels=scheme.counts())
        blank = {name: np.zeros(shape, "float32") for name, shape in sizes.all_shapes().items()}
        self.give(Network(sizes, blank), scheme, read["pieces"])
        return self


@Language.factory("dateline_reader", assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "doc.ents"])
def make(nlp: Language, name: str) -> Reader:
    """The component as spaCy's factories make it."""
    return Reader(nlp)
