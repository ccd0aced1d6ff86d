"""What is said of a statement behind it: "…, which it denied", "…, a charge Tehran rejected".

Such a comment is no part of what was stated, and a denial there has the whole statement for its content.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import Cue, cues
from dateline.find.attribution.page import Page, Range, by_sentence
from dateline.find.attribution.sources import agent, cue_range, passive, phrase, subject
from dateline.find.attribution.stance import negated
from dateline.find.lexicon import words

_DENIALS = ("denial", "rejection", "doubt")
_STATED = (
    "claim",
    "blame",
    "request",
    "plan",
    "promise",
    "belief",
    "forecast",
    "finding",
    "warning",
)  # what nouns call a statement
_DENIABLE = ("claim", "blame")
_STATEMENTS = ("report", "manner", "emphasis", "claim", "factive", "finding", "blame", "warning", "forecast", "belief")


def commented(page: Page, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with the comments behind statements cut off, and given their content where they deny it."""
    found = {f.head: f for f in findings}
    beside = by_sentence(page, found)
    for verb, start in _comments(page):
        stated = _statement(page, [found[h] for h in beside[page.sentence(verb)[0]]], start)
        content = () if stated is None else tuple(_without(page, stated, (start, page.high[verb] + 1)))
        if stated is None or not content:
            continue
        found[stated.head] = replace(stated, content=content)
        denial = _denial(page, verb)
        if denial is not None and (denial.kind == "denial" or page.word(start + 1) == "which" or _deniable(page, verb)):
            found[verb] = _denied(page, verb, denial, _said(page, stated, content))
    return list(found.values())


def _comments(page: Page) -> Iterator[tuple[int, int]]:
    """Verbs of clauses that comment on a statement, with the comma before each."""
    for i, token in enumerate(page.tokens):
        if token.upos != "VERB" or not page.tree.is_(i, "acl", "advcl", "parataxis"):
            continue
        start = _which(page, i) if _denial(page, i) else None
        start = _charge(page, i) if start is None and page.tree.is_(i, "acl") else start
        if start is not None:
            yield i, start


def _denial(page: Page, i: int) -> Cue | None:
    return next((c for c in cues(page.lemma(i), "VERB") if c.kind in _DENIALS and "obj" in c.frames), None)


def _deniable(page: Page, i: int) -> bool:
    """Whether the noun before a clause calls a statement something that may be untrue: a charge, no promise."""
    noun = page.tokens[i].head
    word = page.lemma(noun)
    claims = any(c.kind in _DENIABLE for c in cues(word, page.tokens[noun].upos))
    return claims or word in words("claim") or word == "something"


def _which(page: Page, i: int) -> int | None:
    """The comma in ", which it denied", ", which was denied by the army"."""
    for j in page.tree.children(i, "obj", "nsubj:pass"):
        if page.word(j) == "which" and page.word(j - 1) == ",":
            return j - 1
    return None


def _charge(page: Page, i: int) -> int | None:
    """The comma in ", a charge that Tehran rejects", ", accusations denied by the army"."""
    noun = page.tokens[i].head
    word, tree = page.lemma(noun), page.tree
    called = any(c.kind in _STATED for c in cues(word, page.tokens[noun].upos)) or word in words("claim")
    if noun > i or not (called or (word == "something" and _denial(page, i))):
        return None
    before = [c for c in tree.children(noun, "det", "amod", "compound") if c < noun]
    if any(page.word(c) not in ("a", "an") for c in before if tree.is_(c, "det")):
        return None
    first = min([noun, *before])
    return first - 1 if page.word(first - 1) == "," else None


def _statement(page: Page, findings: Iterable[Finding], start: int) -> Finding | None:
    """The statement right before a comma: the smallest that runs over it or ends at it."""
    made = [f for f in findings if f.head < start and page.clear(f.head, start) and _tells(page, f)]
    near = [f for f in made if max(f.content[-1][1], f.cue[1], 0 if f.source is None else f.source[1]) >= start]
    return min(near, key=lambda f: f.size, default=None)


def _tells(page: Page, finding: Finding) -> bool:
    """Whether somebody states something: a clause, or what he charges somebody with; no "protested the cuts"."""
    clause = any(page.tokens[i].upos in ("VERB", "AUX") for first, stop in finding.content for i in range(first, stop))
    return finding.kind in _STATEMENTS and (clause or finding.kind in _DENIABLE)


def _without(page: Page, stated: Finding, comment: Range) -> Iterator[Range]:
    """A statement's content without the comment on it."""
    for first, stop in stated.content:
        for piece in ((first, min(stop, comment[0])), (max(first, comment[1]), stop)):
            trimmed = page.trim(*piece) if piece[0] < piece[1] else None
            if trimmed is not None:
                yield trimmed


def _said(page: Page, stated: Finding, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """What a denial denies of a statement: of "he was accused of fraud" the fraud."""
    behind = tuple(piece for piece in content if piece[0] > stated.head)
    return behind if behind and page.tokens[stated.head].upos == "VERB" and passive(page, stated.head) else content


def _denied(page: Page, verb: int, cue: Cue, content: tuple[Range, ...]) -> Finding:
    """The denial of what was stated."""
    who = agent(page, verb) if passive(page, verb) else subject(page, verb)
    return Finding(
        head=verb,
        cue=cue_range(page, verb),
        source=None if who is None else phrase(page, who, verb),
        content=content,
        stance="doubts" if negated(page, verb) else cue.stance,
        kind=cue.kind,
        echo=True,
    )
