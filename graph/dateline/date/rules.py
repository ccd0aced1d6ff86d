"""The rule set, compiled: patterns over pieces, indexed by what they can begin with.

The file `seeds/lexicons/time-rules.toml` explains the form at its head. A pattern has no loops, so that it looks at
a bounded number of pieces; with the index this keeps matching linear in the length of the text.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.date.scan import Piece, split
from dateline.date.words import Classes, Value
from dateline.resources import path

_LEXEME = re.compile(r"\s*(\\[()]|\{[a-z_]+(?:=[a-z_]+)?\}|<[a-z_]+>|[()|?\[\]]|[^\s()|?\[\]{}<>]+)")
_EMPTY = ""

Captures = dict[str, Value]
Step = tuple[int, Captures]  # a position, and what was captured on the way to it


@dataclass(frozen=True, slots=True)
class Word:
    """One literal piece."""

    text: str


@dataclass(frozen=True, slots=True)
class Class:
    """Any words of a class, kept under a name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The begin or end of an extent: what stands outside is context."""

    opens: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple["Sequence_", ...]


Node = Word | Class | Edge | Choice
Sequence_ = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the name of the normaliser that reads what it captured."""

    name: str
    pattern: Sequence_
    normaliser: str
    guards: tuple[str, ...]
    settings: dict[str, Any]
    examples: dict[str, str]
    order: int


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, by the literal or the class that they can begin with."""

    all: tuple[Rule, ...]
    by_word: dict[str, tuple[Rule, ...]]
    by_class: dict[str, tuple[Rule, ...]]


class _Parser:
    """Reads a pattern: sequences, (a|b), x?, {class}, {class=name}, <part>, [ ]."""

    def __init__(self, text: str, parts: dict[str, Sequence_]) -> None:
        self.lexemes = _LEXEME.findall(text)
        self.parts = parts
        self.at = 0

    def sequence(self) -> Sequence_:
        nodes: list[Node] = []
        while self.at < len(self.lexemes) and self.lexemes[self.at] not in ("|", ")"):
            nodes += self._optional(self._atom())
        return tuple(nodes)

    def _atom(self) -> Sequence_:
        lexeme = self.lexemes[self.at]
        self.at += 1
        if lexeme == "(":
            return (self._choice(),)
        if lexeme in ("[", "]"):
            return (Edge(lexeme == "["),)
        if lexeme[0] == "{" and len(lexeme) > 1:
            kind, _, name = lexeme[1:-1].partition("=")
            return (Class(kind, name or kind),)
        if lexeme[0] == "<" and len(lexeme) > 1:
            return self.parts[lexeme[1:-1]]
        return tuple(Word(piece) for piece in split(lexeme.removeprefix("\\")))

    def _choice(self) -> Choice:
        options = [self.sequence()]
        while self.lexemes[self.at] == "|":
            self.at += 1
            options.append(self.sequence())
        self.at += 1
        return Choice(tuple(options))

    def _optional(self, nodes: Sequence_) -> Sequence_:
        if self.at < len(self.lexemes) and self.lexemes[self.at] == "?":
            self.at += 1
            return (Choice((nodes, ())),)
        return nodes


def parse(pattern: str, parts: dict[str, Sequence_] | None = None) -> Sequence_:
    """A pattern as nodes."""
    return _Parser(pattern, parts or {}).sequence()


def firsts(pattern: Sequence_) -> set[Node]:
    """The words and classes that a pattern can begin with."""
    found: set[Node] = set()
    for node in pattern:
        if isinstance(node, Edge):
            continue
        if not isinstance(node, Choice):
            return found | {Class(node.kind, _EMPTY) if isinstance(node, Class) else node}
        for option in node.options:
            found |= firsts(option)
        if all(option and not _skippable(option) for option in node.options):
            return found
    return found


def _skippable(pattern: Sequence_) -> bool:
    """Whether a pattern can match nothing."""
    return all(isinstance(n, Edge) or (isinstance(n, Choice) and any(_skippable(o) for o in n.options)) for n in pattern)


def run(pattern: Sequence_, pieces: list[Piece], classes: list[Classes | None], i: int, at: int = 0) -> Iterator[Step]:
    """All ways to match a pattern from a position, the greediest first. Captures "[" and "]" mark an extent."""
    if at == len(pattern):
        yield i, {}
        return
    node = pattern[at]
    if isinstance(node, Edge):
        for stop, captures in run(pattern, pieces, classes, i, at + 1):
            yield stop, {**captures, "[" if node.opens else "]": str(i)}
    elif isinstance(node, Choice):
        for option in node.options:
            for middle, first in run(option, pieces, classes, i):
                for stop, rest in run(pattern, pieces, classes, middle, at + 1):
                    yield stop, {**first, **rest} if first else rest
    elif i < len(pieces):
        if isinstance(node, Word):
            if pieces[i].lower == node.text:
                yield from run(pattern, pieces, classes, i + 1, at + 1)
        else:
            here = classes[i]
            for middle, value in here.get(node.kind, ()) if here else ():
                for stop, captures in run(pattern, pieces, classes, middle, at + 1):
                    captures.setdefault(node.name, value)
                    yield stop, captures


@cache
def load() -> Rules:
    """Read and compile the rule file once."""
    source = tomllib.loads(path("seeds", "lexicons", "time-rules.toml").read_text(encoding="utf-8"))
    parts: dict[str, Sequence_] = {}
    for name, pattern in source["parts"].items():
        parts[name] = parse(pattern, parts)
    rules = tuple(_rule(row, parts, order) for order, row in enumerate(source["rule"]))
    by_word: dict[str, list[Rule]] = {}
    by_class: dict[str, list[Rule]] = {}
    for rule in rules:
        for first in firsts(rule.pattern):
            if isinstance(first, Word):
                by_word.setdefault(first.text, []).append(rule)
            elif isinstance(first, Class):
                by_class.setdefault(first.kind, []).append(rule)
    return Rules(rules, {k: tuple(v) for k, v in by_word.items()}, {k: tuple(v) for k, v in by_class.items()})


def _rule(row: dict[str, Any], parts: dict[str, Sequence_], order: int) -> Rule:
    known = ("name", "pattern", "normalise", "guards", "examples")
    settings = {key: value for key, value in row.items() if key not in known}
    guards = tuple(row.get("guards", ()))
    return Rule(row["name"], parse(row["pattern"], parts), row["normalise"], guards, settings, row.get("examples", {}), order)
