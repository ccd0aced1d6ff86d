"""Fit how types, status and parts are weighed: `python -m dateline.training.weighing ECBPLUS.jsonl.gz GMB.bio.xz …`.

`read-events.tsv.xz` and `read-status.tsv.xz` tell what is right. Only events of their part "weigh" serve: the network of the
language pipeline has not seen them, and knows those it was trained on by heart. Types are fitted first, then
parts, which are cast under the types that come of them. Printed is how well events of left-out articles fare, those of one
article together; the same input gives the same weights.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import numpy as np

from dateline.annotate import annotate
from dateline.cast import weighing as parts
from dateline.cast.clauses import Clauses
from dateline.cast.context import Context
from dateline.cast.roles import cast_of
from dateline.date import date
from dateline.find import find, status
from dateline.find import weighing as types
from dateline.find.factuality import standing
from dateline.find.types import Types
from dateline.model import NOTHING, UNTYPED, Document, Event
from dateline.perceptron import Course, Floats, Perceptron, fit, save
from dateline.training.judged import same
from dateline.training.lessons import ReadEvent, ReadStatus, read_events, read_statuses, teaches
from dateline.training.texts import articles
from dateline.tree import Tree

Read = TypeVar("Read", ReadEvent, ReadStatus)

FOLDS = 8
TYPES = Course(hidden=12, steps=2_500, decay=3e-3)
STATUSES = Course(hidden=12, steps=2_000, decay=1e-2)
PARTS = Course(hidden=16, steps=2_500, decay=5e-3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One of the answers to a question, with what is told of it and whether it is right."""

    article: str
    question: int
    answer: str
    row: list[float]
    right: bool
    lead: float = 0.0  # that another answer needs over this one
    heard: bool = True  # whether the language pipeline thinks it likely enough to overrule another


def of_types(document: Document, told: Mapping[int, ReadEvent]) -> Iterator[Example]:
    """The types that each event that was read may have."""
    tree = Tree(document)
    lexicon = Types(tree, {i: name.label for name in document.names for i in range(name.first, name.stop)})
    for event, i, read in _read(document, tree, told):
        kinds = tree.tokens[i].kinds
        if read.kind != NOTHING and kinds:
            found, by = lexicon.type(i), lexicon.row(i)
            rows = {kind: types.features(tree, i, kind, found, by) for kind in types.candidates(tree.tokens[i], found)}
            for example in _answers(document, event, rows, read.kind, types.lead(by, found or UNTYPED)):
                yield replace(example, heard=kinds.get(example.answer, 0.0) >= types.needed(found or UNTYPED))


def of_statuses(document: Document, stated: Mapping[int, ReadStatus]) -> Iterator[Example]:
    """The statuses that each event that was read may have; that of the event is the grammar's."""
    tree = Tree(document)
    for event, i, read in _read(document, tree, stated):
        if tree.tokens[i].statuses:
            found = status.candidates(tree.tokens[i], event.status)
            rows: dict[str, list[float]] = {kind: status.features(tree, i, kind, event.status) for kind in found}
            yield from _answers(document, event, rows, read.status, status.lead(standing(tree, i)))


def _read(document: Document, tree: Tree, told: Mapping[int, Read]) -> Iterator[tuple[Event, int, Read]]:
    """The events that were read, each with its token and what was read of it."""
    for event in document.events:
        read, i = told.get(event.start), tree.at(event.start)
        if read is not None and i is not None:
            yield event, i, read


def _answers(document: Document, event: Event, rows: Mapping[str, list[float]], right: str, lead: float) -> Iterator[Example]:
    """The answers to one question about an event, each with what is told of it; the first is the one that may be overruled."""
    for answer, row in rows.items():
        yield Example(article=document.article.id, question=event.start, answer=answer, row=row, right=answer == right, lead=lead)


def of_parts(document: Document, told: Mapping[int, ReadEvent]) -> Iterator[tuple[Example, parts.Candidate]]:
    """The parts that words may take in each event that was read."""
    clauses = Clauses(Context(document))
    events = [e for e in document.events if e.start in told and told[e.start].kind != NOTHING]
    casts = {e.id: cast_of(clauses, e) for e in events}
    read = {e.id: _heads(clauses, told[e.start]) for e in events}
    for c in parts.candidates(clauses, events, casts):
        right = read[c.event.id]
        row = parts.features(clauses.context, c, casts[c.event.id])
        example = Example(
            article=document.article.id, question=c.event.start, answer=c.role, row=row, right=same(c.role, right.get(c.word))
        )
        yield example, c


def _heads(clauses: Clauses, read: ReadEvent) -> dict[int, str]:
    """The words for those who were read to take part, a later word of a name or a relative pronoun as the phrase's head."""
    tree, found = clauses.context.tree, dict[int, str]()
    head = tree.at(read.start)
    for role, start in read.roles:
        i = tree.at(start)
        top = None if i is None or head is None else parts.filler(clauses, head, i)
        if top is not None:
            found[top] = role
    return found


def fitted(examples: Sequence[Example], course: Course) -> tuple[Perceptron, Floats]:
    """A network fitted on all examples, and what networks that have not seen an example's article say of it."""
    rows = np.array([e.row for e in examples])
    right = np.array([float(e.right) for e in examples])
    fold = np.array([crc32(e.article.encode()) % FOLDS for e in examples])
    said = np.zeros(len(rows))
    for n in range(FOLDS):
        some = fit(rows[fold != n], right[fold != n], np.ones((fold != n).sum()), replace(course, starts=2))
        said[fold == n] = some.likelihood(rows[fold == n])
    return fit(rows, right, np.ones(len(rows)), course), said


def answered(examples: Sequence[Example], said: Floats) -> tuple[float, float]:
    """The share of questions whose answer is right, the first one and the one that is weighed."""
    first, weighed, questions = 0, 0, _questions(examples, said)
    for answers in questions.values():
        own, least = answers[0]
        best, most = max(answers, key=lambda a: a[1])
        first += own.right
        weighed += (best if most - least > own.lead and best.heard else own).right
    return first / len(questions), weighed / len(questions)


def whole(
    found: Sequence[tuple[Example, parts.Candidate]], said: Iterable[float], told: Mapping[str, Mapping[int, ReadEvent]]
) -> dict[str, float]:
    """Precision, recall and the share of events with the whole cast right, for the parts that are taken; `said` as numbers."""
    of: dict[str, list[parts.Judged]] = defaultdict(list)
    right: dict[tuple[str, str, int, str], bool] = {}
    for (e, c), value in zip(found, said, strict=True):
        of[e.article].append(parts.Judged(c, e.row[parts.GIVEN] > 0, value))
        right[e.article, c.event.id, c.word, c.role] = e.right
    hits: dict[tuple[str, int], list[bool]] = {(e.article, e.question): [] for e, _ in found}
    for article, judged in of.items():
        for c, *_ in parts.taken(judged):
            hits[article, c.event.start].append(right[article, c.event.id, c.word, c.role])
    wanted = {key: len(told[key[0]][key[1]].roles) for key in hits}
    hit, given = sum(map(sum, hits.values())), sum(map(len, hits.values()))
    exact = sum(all(own) and len(own) == wanted[key] for key, own in hits.items())
    return {"precision": hit / given, "recall": hit / sum(wanted.values()), "whole": exact / len(hits), "events": len(hits)}


def _found(document: Document) -> Document:
    """A document with its events as lexicon and grammar alone tell them: nothing that is to be fitted is weighed."""
    bare = replace(document, tokens=tuple(replace(t, kinds={}, statuses={}) for t in document.tokens))
    done = next(iter(find([bare])))
    heard = zip(done.tokens, document.tokens, strict=True)
    return replace(done, tokens=tuple(replace(mended, kinds=own.kinds, statuses=own.statuses) for mended, own in heard))


def _typed_anew(document: Document, chosen: Mapping[int, str]) -> Document:
    def anew(event: Event) -> Event:
        kind = chosen.get(event.start)
        return event if kind is None else replace(event, type=None if kind == UNTYPED else kind)

    return replace(document, events=tuple(map(anew, document.events)))


def main(sources: Iterable[Path]) -> None:
    """Write all three networks."""
    told = {a: own for a, own in read_events().items() if not teaches(own.values())}
    stated = {a: own for a, own in read_statuses().items() if not teaches(own.values())}
    texts = [a for source in sources for a in articles(source) if a.id in told or a.id in stated]
    documents = [_found(document) for document in date(annotate(texts))]
    examples = [e for d in documents for e in of_statuses(d, stated.get(d.article.id, {}))]
    network, said = fitted(examples, STATUSES)
    save(network, status.NAMES, status.WEIGHTS)
    print("statuses: right by the grammar alone {:.3f}, weighed {:.3f}".format(*answered(examples, said)))

    documents = [d for d in documents if d.article.id in told]
    examples = [e for d in documents for e in of_types(d, told[d.article.id])]
    network, said = fitted(examples, TYPES)
    save(network, types.NAMES, types.WEIGHTS)
    print("types: right by the lexicon alone {:.3f}, weighed {:.3f}".format(*answered(examples, said)))

    chosen: dict[str, dict[int, str]] = defaultdict(dict)
    for (article, start), answers in _questions(examples, said).items():
        chosen[article][start] = max(answers, key=lambda a: a[1])[0].answer
    found = [pair for d in documents for pair in of_parts(_typed_anew(d, chosen[d.article.id]), told[d.article.id])]
    network, said = fitted([e for e, _ in found], PARTS)
    save(network, parts.NAMES, parts.WEIGHTS)
    grammar = [e.row[parts.GIVEN] for e, _ in found]
    for name, by in (("the grammar alone", grammar), ("weighed", said.tolist())):
        print(f"parts, {name}: " + ", ".join(f"{k} {v:.3f}" for k, v in whole(found, by, told).items()))


def _questions(examples: Sequence[Example], said: Floats) -> dict[tuple[str, int], list[tuple[Example, float]]]:
    found: dict[tuple[str, int], list[tuple[Example, float]]] = defaultdict(list)
    for e, value in zip(examples, said.tolist(), strict=True):
        found[e.article, e.question].append((e, value))
    return found


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
