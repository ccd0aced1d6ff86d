"""Nouns and adjectives as cues: "X's claim that …", "a warning from X of …", "voiced concern about …", "is sure that …"."""

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import Cue, cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.sources import owner_of, phrase, subject
from dateline.find.attribution.stance import negated, stance

_NEAR = 3  # tokens from a noun to its preposition: "its criticism yesterday of …"
_UNSOURCED = frozenset(("report", "claim", "blame", "denial", "finding", "forecast", "warning"))


def noun(page: Page, i: int) -> Finding | None:
    """A noun of speech or thought with its content; the source is its possessor, its author or who voiced it."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    parts = _complement(page, i, found) if found else None
    if parts is None:
        return None
    cue, (first, stop), marker = parts
    content = page.trim(max(first, i + 1), stop)
    owner, start = owner_of(page, i)
    if content is None or (owner is None and not (cue.kind in _UNSOURCED and marker < 0)):
        return None
    if owner is not None and first <= owner < stop:
        return None
    head = page.tree.head(i)
    if owner is None and head is not None and framed(cues(page.lemma(head), page.tokens[head].upos), "clause"):
        return None  # "said in a statement that …": the verb has it
    end = marker + 1 if marker > i and marker - i < 3 else i + 1
    source = None if owner is None else phrase(page, owner, start if owner < i else i)
    told = "denies" if _false(page, i) or _rejects(page, start) else stance(page, start, cue, content[0])
    return Finding(head=i, cue=(start, end), source=source, content=(content,), stance=told, kind=cue.kind)


def _false(page: Page, i: int) -> bool:
    """Whether whoever tells of a claim calls it untrue: "false reports that …"."""
    called = (framed(cues(page.lemma(a), "ADJ"), "subject") for a in page.tree.children(i, "amod"))
    return any(cue is not None and cue.stance == "denies" for cue in called)


def _rejects(page: Page, voice: int) -> bool:
    """Whether the verb that has the noun turns it down: "rejected accusations that …"."""
    return any(c.kind in ("rejection", "denial") for c in cues(page.lemma(voice), page.tokens[voice].upos)) and not negated(
        page, voice
    )


def _complement(page: Page, i: int, found: tuple[Cue, ...]) -> tuple[Cue, Range, int] | None:
    """The clause, infinitive or phrase that a noun or adjective takes; with the preposition, or -1."""
    tree = page.tree
    children = [c for c in tree.children(i, "acl", "ccomp", "advcl", "xcomp", "csubj") if c > i]
    for child in children:
        marks = [page.word(m) for m in tree.children(child, "mark")]
        frame = (
            "clause" if {"that", "whether", "if"} & set(marks[:1]) or tree.is_(child, "ccomp") else "to" if "to" in marks else ""
        )
        cue = framed(found, frame)
        if cue is not None and not (frame == "clause" and tree.is_(child, "advcl") and marks[:1] == ["if"]):
            return cue, page.extent(child), -1
    for child in (c for c in tree.children(i, "nmod", "obl", "acl", "advcl") if c > i):
        for marker in tree.children(child, "case", "mark"):
            cue = framed(found, page.word(marker)) if page.tokens[marker].upos in ("ADP", "SCONJ") else None
            if cue is not None and marker - i <= _NEAR:
                return cue, (marker + 1, page.high[child] + 1), marker
    return None


def adjective(page: Page, i: int) -> Finding | None:
    """A predicative adjective of belief or feeling: "is sure that …", "was critical of …"."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    if not found or not (page.tree.children(i, "cop") or page.tree.is_(i, "xcomp", "advcl", "conj", "acl")):
        return None
    parts, who = _complement(page, i, found), subject(page, i)
    if parts is None or who is None or page.tokens[who].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    cue, (first, stop), marker = parts
    content = page.trim(max(first, i + 1), stop)
    source = phrase(page, who, i)
    if content is None or source is None or page.word(who) in ("it", "that", "this", "what", "which"):
        return None
    copula = page.tree.child(i, "cop")
    start = copula if copula is not None and who < copula < i else i
    end = marker + 1 if marker > i and marker - i < 3 else i + 1
    return Finding(
        head=i, cue=(start, end), source=source, content=(content,), stance=stance(page, i, cue, content[0]), kind=cue.kind
    )
