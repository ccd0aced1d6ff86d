"""Whom a reporter cites.

In "two men were held, Radio Coast reported, citing the police" it is the police who say so, by Radio Coast's account.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import cues, framed, speakers
from dateline.find.attribution.page import Page, Range, by_sentence
from dateline.find.attribution.sources import phrase
from dateline.find.lexicon import bodies, noun_sets

_SPEECH = ("report", "manner", "emphasis", "claim", "factive")


def cited(page: Page, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with who is cited as the source of what another reports."""
    found = {f.head: f for f in findings}
    beside = by_sentence(page, found)
    for citing in list(found.values()):
        who = _cited(page, citing)
        reported = None if who is None else _reported(page, [found[h] for h in beside[page.sentence(citing.head)[0]]], citing)
        if who is None or reported is None:
            continue
        content = tuple(r for c in reported.content if (r := _before(page, c, citing)))
        if content:
            found[reported.head] = replace(reported, source=_before(page, reported.source, citing), content=content)
            source = phrase(page, who, citing.head)
            found[citing.head] = replace(citing, source=source, content=content, kind="report", under=reported.head)
    return list(found.values())


def _cited(page: Page, finding: Finding) -> int | None:
    """Who is cited by a participle, if it is somebody who speaks: no "citing the costs"."""
    i = finding.head
    if page.tokens[i].xpos != "VBG" or framed(cues(page.lemma(i), page.tokens[i].upos), "cited") is None:
        return None
    who = page.objects.get(i)
    if who is None:
        return None
    named = any(n.first <= who < n.stop and n.label in ("PERSON", "ORG") for n in page.document.names)
    word = page.lemma(who)
    speaks = {word, page.word(who)} & speakers() or word in bodies() or "PERSON" in noun_sets().get(word, frozenset())
    return who if named or speaks else None


def _reported(page: Page, findings: Iterable[Finding], citing: Finding) -> Finding | None:
    """The report in which somebody is cited: that of the verb above, or of the source right before."""
    i = citing.head
    for f in findings:
        if f.source is None or f.kind not in _SPEECH or f.head == i or not page.clear(f.head, i):
            continue
        beside = any(page.trim(end, i) is None for end in (f.source[1], f.cue[1]) if end <= i)
        if page.tree.head(i) == f.head or f.source[0] <= i < f.source[1] or beside:
            return f
    return None


def _before(page: Page, words: Range | None, citing: Finding) -> Range | None:
    """A stretch without the words that cite somebody."""
    if words is None or not words[0] < citing.head < words[1]:
        return None if words is None or words[0] == citing.head else words
    return page.trim(words[0], citing.cue[0])
