"""Verbs as cues: the clause, infinitive, object or phrase in which they hold what the source says."""

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import Cue, cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.quotations import MARKS
from dateline.find.attribution.sources import agent, cue_range, passive, phrase, subject
from dateline.find.attribution.stance import stance

_BRIEF = 12  # tokens of an aside
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_PLAIN = frozenset(("report", "emphasis", "claim", "warning"))
_UNSOURCED = frozenset(
    ("report", "claim", "belief", "forecast", "blame", "wish", "request", "finding", "factive", "plan", "warning")
)


def verb(page: Page, i: int) -> Finding | None:
    """What a verb attributes by its own syntax, quotations apart."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    if not found:
        return None
    return _passive(page, i, found) if passive(page, i) else _active(page, i, found)


def made(page: Page, i: int, cue: Cue, source: int | None, content: list[Range], *words: int) -> Finding | None:
    """A finding, unless nothing is left of its content."""
    trimmed = tuple(r for c in content if (r := page.trim(*page.within(i, *c))))
    if not trimmed:
        return None
    who = None if source is None else phrase(page, source, i)
    return Finding(
        head=i,
        cue=cue_range(page, i, *words),
        source=who,
        content=trimmed,
        stance=stance(page, i, cue, trimmed[0][0]),
        kind=cue.kind,
    )


def _active(page: Page, i: int, found: tuple[Cue, ...]) -> Finding | None:
    who = subject(page, i)
    parts = _complement(page, i, found)
    if parts is None or who is None:
        return None
    cue, content, words = parts
    return made(page, i, cue, who, content, *words)


Parts = tuple[Cue, list[Range], list[int]]  # cue, content, further words of the cue


def _complement(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """The first construction of a verb that its dependents fill, from the clause to the bare phrase."""
    return (
        _aside(page, i, found, enclosed=True)
        or _clause(page, i, found)
        or _object_and(page, i, found)
        or _infinitive(page, i, found)
        or _phrase(page, i, found, doubled=True)
        or _object(page, i, found)
        or _phrase(page, i, found, doubled=False)
        or _parenthesis(page, i, found)
        or _aside(page, i, found, enclosed=False)
    )


def _clause(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "said that …", "asked whether …", "said: …" where the parser hangs the clause on the verb."""
    cue = framed(found, "clause")
    if cue is None:
        return None
    tree = page.tree
    clauses = tree.children(i, "ccomp") or tree.children(i, "csubj")
    if not clauses:
        clauses = [c for c in tree.children(i, "parataxis") if c > i and not cues(page.lemma(c), page.tokens[c].upos)]
    if not clauses:
        clauses = [c for c in tree.children(i, "advcl") if c > i and page.word(page.low[c]) in ("if", "whether", "how", "that")]
    if not clauses:
        clauses = _misplaced(page, i)
    if not clauses:
        return _remainder(page, i, found)
    clauses = [c for c in clauses if (c > i) == (clauses[0] > i)]
    clauses += [
        c for c in tree.children(i, "conj") if clauses[0] > i and "that" in (page.word(page.low[c]), page.word(page.low[c] + 1))
    ]
    return cue, _joined(page, [around(page, c, i) for c in clauses], i), []


def _misplaced(page: Page, i: int) -> list[int]:
    """A that-clause which hangs on the hearer or on an adjunct: "told reporters [that …]", "said in a statement [that …]"."""
    tree = page.tree
    nouns = [c for c in tree.children(i, "obj", "iobj", "obl", "nmod") if c > i]
    clauses = [c for n in nouns for c in tree.children(n, "acl", "ccomp") if c > n and page.word(page.low[c]) == "that"]
    told = framed(cues(page.lemma(i), page.tokens[i].upos), "hearer") is not None
    return [c for c in clauses if page.tokens[page.low[c]].upos == "SCONJ" or (told and _complete(page, c))][:1]


def _complete(page: Page, clause: int) -> bool:
    """Whether a clause has a subject of its own besides its "that": "told investors that profits fell" is no relative clause."""
    return any(s != page.low[clause] for s in page.tree.children(clause, "nsubj"))


def _remainder(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """What follows a plain verb of saying, where the tree has no clause for it but the words do."""
    cue = framed(found, "clause")
    if cue is None or cue.kind not in _PLAIN or framed(found, "obj") or page.tokens[i].xpos not in _FINITE:
        return None
    first, stop = i + 1, page.sentence(i)[1]
    if framed(found, "hearer"):
        that = next((j for j in range(first, min(stop, first + 8)) if page.word(j) == "that"), None)
        hearers = [page.high[c] + 1 for c in page.tree.children(i, "obj", "iobj") if c > i]
        first = that if that is not None else min(hearers, default=stop)
    if first >= stop or (page.tokens[first].upos == "PUNCT" and page.word(first) not in MARKS):
        return None
    if not any(page.tokens[j].xpos in _FINITE or page.tokens[j].xpos == "MD" for j in range(first + 1, stop)):
        return None
    return cue, [(first, stop)], []


def around(page: Page, content: int, verb: int) -> Range:
    """The extent of a clause, on the side of the verb where its head stands."""
    first, stop = page.extent(content)
    return (max(first, verb + 1), stop) if content > verb else (first, min(stop, verb))


def _objects(page: Page, i: int) -> list[int]:
    return [c for c in page.tree.children(i, "obj") if page.tokens[c].upos != "PUNCT"]


def _object_and(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """An object together with what is said of it: "urged them to leave", "called it a step", "hailed it as a step"."""
    tree = page.tree
    objects = _objects(page, i) or tree.children(i, "iobj")
    xcomp = tree.child(i, "xcomp")
    if xcomp is None and objects:
        xcomp = next((c for c in tree.children(i, "advcl") if page.low[c] == page.high[objects[0]] + 1), None)
    for frame in ("obj+to", "obj+comp"):
        cue = framed(found, frame)
        if cue is None or xcomp is None or xcomp < i or _infinitival(page, xcomp) != (frame == "obj+to"):
            continue
        content = [page.extent(objects[0])] if objects else []
        if frame == "obj+to" and not objects:
            continue
        return cue, _joined(page, [*content, around(page, xcomp, i)], i), []
    cue = framed(found, "obj+as")
    predicate = _marked(page, i, "as")
    if cue is None or predicate is None:
        return None
    content = [page.extent(o) for o in objects]
    return cue, _joined(page, [*content, around(page, predicate, i)], i), []


def _marked(page: Page, i: int, word: str) -> int | None:
    """A dependent of a verb that a preposition or conjunction introduces."""
    for child in page.tree.children(i, "obl", "advcl", "xcomp", "nmod"):
        if child > i and any(page.word(c) == word for c in page.tree.children(child, "case", "mark")):
            return child
    return None


def _infinitival(page: Page, i: int) -> bool:
    return any(page.word(c) == "to" for c in page.tree.children(i, "mark"))


def _joined(page: Page, content: list[Range], i: int) -> list[Range]:
    """Pieces on one side of the verb as one stretch; a lone relative pronoun on the other side is left out."""
    sides = [[c for c in content if c[0] < i], [c for c in content if c[0] > i]]
    joined = [(min(c[0] for c in side), max(c[1] for c in side)) for side in sides if side]
    long = [c for c in joined if c[1] - c[0] > 1 or page.tokens[c[0]].upos != "PRON"]
    return long or joined


def _infinitive(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "vowed to leave", "denied taking part"."""
    for child in page.tree.children(i, "xcomp", "ccomp"):
        frame = "to" if _infinitival(page, child) else "ing" if page.tokens[child].xpos == "VBG" else None
        cue = framed(found, frame) if frame else None
        if cue and child > i:
            if cue.kind == "refusal" and verb(page, child) is not None:
                return None  # "declined to say …": the stance of the other verb
            return cue, [around(page, child, i)], []
    return None


def _object(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "praised the decision", with the reason where the verb takes one: "criticized them for leaving"."""
    cue, objects = framed(found, "obj"), _objects(page, i)
    if cue is None or not objects:
        return None
    content = [page.extent(objects[0])]
    for frame in sorted(f for c in found for f in c.frames if f.startswith("obj+")):
        reason = _marked(page, i, frame.removeprefix("obj+"))
        if reason is not None and frame not in ("obj+to", "obj+comp", "obj+as"):
            content.append(around(page, reason, i))
    return cue, _joined(page, content, i), []


def _phrase(page: Page, i: int, found: tuple[Cue, ...], *, doubled: bool) -> Parts | None:
    """ "spoke about the vote"; doubled: "called on them to leave"."""
    tree = page.tree
    for child in tree.children(i, "obl", "advcl", "nmod", "obj", "ccomp"):
        for marker in tree.children(child, "case", "mark"):
            word = page.word(marker)
            cue = framed(found, f"{word}+to" if doubled else word)
            if (
                cue is None
                or child < i
                or marker - i > _BRIEF
                or _dated(page, child)
                or (word == "to" and page.tokens[child].upos == "VERB")
            ):
                continue
            infinitive = next((x for x in tree.children(i, "xcomp", "advcl") if x > child and _infinitival(page, x)), None)
            infinitive = infinitive or next((x for x in tree.children(child, "acl") if _infinitival(page, x)), None)
            if doubled and infinitive is None:
                continue
            stop = page.high[infinitive] + 1 if doubled and infinitive is not None else page.high[child] + 1
            return cue, [(marker + 1, max(stop, page.high[child] + 1))], [marker]
    return None


def _dated(page: Page, i: int) -> bool:
    """Whether a word is part of a time expression."""
    return any(t.start <= page.tokens[i].start < t.end for t in page.document.times)


def _parenthesis(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "The plan, he said, would fail": the verb hangs on its own content."""
    cue, tree = framed(found, "clause") or framed(found, "aside"), page.tree
    if cue is None or not (tree.is_(i, "parataxis") or (tree.is_(i, "advcl") and _as(page, i))):
        return None
    head = tree.head(i)
    if head is None or not page.clear(head, i):
        return None
    first, stop = page.sentence(i)
    low, high = page.extent(head)
    return cue, [(max(first, low), page.low[i]), (page.high[i] + 1, min(high + 1, stop))], []


def _aside(page: Page, i: int, found: tuple[Cue, ...], *, enclosed: bool) -> Parts | None:
    """ ", the minister said" by word order alone: a subject and its verb between commas, or after the last one."""
    cue, who = framed(found, "clause"), subject(page, i)
    if cue is None or who is None or who > i or page.tokens[i].xpos not in _FINITE:
        return None
    source = phrase(page, who, i)
    first, stop = page.sentence(i)
    if (
        source is None
        or source[1] - source[0] > _BRIEF
        or page.word(source[0] - 1) not in (",", "—", "–")
        or source[0] - 1 <= first
    ):
        return None
    end = next((j for j in range(i + 1, min(stop, i + _BRIEF)) if page.word(j) in (",", ".", "—", "–")), stop)
    if enclosed and (end == stop or page.word(end) == "." or not _resumes(page, first, source[0] - 1, end + 1)):
        return None
    if any(page.tokens[j].upos in ("VERB", "AUX", "SCONJ") for j in range(i + 1, end)) or (end == stop and stop - i > _BRIEF):
        return None
    return cue, [(first, source[0] - 1), (end, stop)], []


def _resumes(page: Page, first: int, comma: int, after: int) -> bool:
    """Whether a clause stops before an aside and goes on after it: "The plan, …, would fail"."""
    begun = any(page.tokens[j].xpos in _FINITE or page.tokens[j].xpos == "MD" for j in range(first, comma))
    return not begun and page.tokens[min(after, len(page.tokens) - 1)].upos in ("VERB", "AUX", "ADV") and comma > first


def _as(page: Page, i: int) -> bool:
    return any(page.word(c) == "as" for c in page.tree.children(i, "mark", "advmod"))


def _passive(page: Page, i: int, found: tuple[Cue, ...]) -> Finding | None:
    """ "It was reported that …", "he is said to have left", "the plan was praised by …"."""
    tree, who = page.tree, agent(page, i)
    patient = tree.child(i, "nsubj:pass") or tree.child(i, "nsubj")
    if tree.is_(i, "acl") and patient is None:
        patient = tree.head(i)
    clause = _clause(page, i, found)
    if clause is not None and (who is not None or clause[0].kind in _UNSOURCED):
        return made(page, i, clause[0], who, clause[1])
    if patient is None:
        return None
    for frame in ("obj+to", "obj+as", "obj+comp", "obj+of", "to", "clause"):
        cue = framed(found, frame)
        part = _marked(page, i, frame.removeprefix("obj+")) if frame in ("obj+as", "obj+of") else tree.child(i, "xcomp")
        if cue is None or part is None or (who is None and cue.kind not in _UNSOURCED):
            continue
        if frame in ("to", "clause", "obj+to") and not _infinitival(page, part):
            continue
        return made(page, i, cue, who, [page.extent(patient) if patient < i else (i, i), around(page, part, i)])
    cue = framed(found, "obj")
    if cue is None or who is None:
        return None
    first, stop = page.extent(patient)
    return made(page, i, cue, who, [(first, min(stop, page.low[i]) if patient == tree.head(i) else stop)])
