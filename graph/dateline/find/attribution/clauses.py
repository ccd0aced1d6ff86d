"""Clauses as content: "said that …", "told reporters that …", and asides ("…, he said, …") around which the content runs."""

from dateline.find.attribution.frames import Parts, around, infinitival, joined
from dateline.find.attribution.lexicon import Cue, cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.quotations import MARKS
from dateline.find.attribution.sources import RELATIVE, as_saying, passive, phrase, subject
from dateline.find.lexicon import noun_class

_BRIEF = 12  # tokens of an aside
_FAR = 60  # tokens in which a clause shows its verb
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_PREDICATE = frozenset((*_FINITE, "MD"))
_WHILE = frozenset(("as", "while", "when", "after", "before", "because", "since", "until", "although", "though"))
_MEANS = frozenset(("with", "by", "to"))
_PLAIN = frozenset(("report", "emphasis", "claim", "warning"))


def clause(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "said that …", "asked whether …", "said: …" where the parser hangs the clause on the verb."""
    cue = framed(found, "clause")
    if cue is None:
        return None
    tree = page.tree
    clauses = tree.children(i, "ccomp") or [c for c in tree.children(i, "csubj") if c > i or passive(page, i)]
    clauses = [c for c in clauses if c > i or not _parted(page, c)]
    clauses = [c for c in clauses if not _is_relative(page, i, c)]
    if not clauses:
        clauses = [c for c in tree.children(i, "parataxis") if c > i and not cues(page.lemma(c), page.tokens[c].upos)]
    if not clauses:
        asks = cue.stance in ("asks", "doubts") or cue.kind == "knowledge"  # "promised, if he wins, …" is under a condition
        openers = ("if", "whether", "how", "that") if asks else ("whether", "how", "that")
        clauses = [c for c in tree.children(i, "advcl") if c > i and page.word(page.low[c]) in openers]
    if not clauses:
        clauses = _misplaced(page, i)
    if not clauses:
        return _remainder(page, i, found)
    if clauses[0] > i and (_open(page, i, cue, clauses[0]) or _come_upon(page, i, cue, clauses[0])):
        return None
    clauses = [c for c in clauses if (c > i) == (clauses[0] > i) and (c == clauses[0] or not cues(page.lemma(c), "VERB"))]
    clauses += [
        c for c in tree.children(i, "conj") if clauses[0] > i and "that" in (page.word(page.low[c]), page.word(page.low[c] + 1))
    ]
    return cue, joined(page, [_own(page, c, around(page, c, i)) for c in clauses], i), []


def _is_relative(page: Page, i: int, content: int) -> bool:
    """Whether a clause tells of a verb's object, however the parser hung it: "found a fault, he said, | that caused damage |"."""
    first = page.low[content] + (page.word(page.low[content]) == ",")
    return page.tokens[first].xpos in RELATIVE and page.word(first) == "that" and i < page.objects.get(i, -1) < first


def _open(page: Page, i: int, cue: Cue, content: int) -> bool:
    """Whether a clause is a question that somebody settles, and no answer is told: "will decide who may enter"."""
    if cue.kind != "finding" or not _asks(page, page.low[content]):
        return False
    ahead = page.tokens[i].xpos == "VB" or any(page.tokens[a].xpos == "MD" for a in page.tree.children(i, "aux"))
    return ahead or page.lemma(i) == "decide"


def _come_upon(page: Page, i: int, cue: Cue, content: int) -> bool:
    """Whether a quotation is the text that somebody finds: "found a note: “…”"."""
    quoted = page.quoted[content] >= 0 and not page.clear(content, i)
    return quoted and cue.kind in ("finding", "knowledge") and i < page.objects.get(i, i) < page.low[content]


def _asks(page: Page, i: int) -> bool:
    """Whether a clause opens with a question word, if need be behind a preposition."""
    first = i + 1 if page.tokens[i].upos == "ADP" else i
    return page.tokens[first].xpos in ("WP", "WDT", "WRB", "WP$") or page.word(first) in ("whether", "if")


def _parted(page: Page, clause: int) -> bool:
    """Whether a clause ends at a semicolon, and says itself what happened: "Ten held; mayor offers talks"."""
    return ";" in (page.word(page.high[clause]), page.word(page.high[clause] + 1))


def _own(page: Page, content: int, extent: Range) -> Range:
    """A clause without a second one that has a speaker of its own: "said that …, [and its lawyer told reporters that …]"."""
    first, stop = extent
    for c in page.tree.children(content, "conj"):
        cue = framed(cues(page.lemma(c), page.tokens[c].upos), "clause")
        speaks = cue is not None and page.tree.child(c, "ccomp", "obj", "iobj") is not None
        who = page.subjects.get(c)
        if speaks and who is not None and page.tokens[who].upos != "PRON" and first < page.low[c] < stop:
            stop = page.low[c]
    stop = _before_medium(page, content, stop)
    while stop > first + 1 and page.tokens[stop - 1].upos in ("CCONJ", "PUNCT") and page.clear(stop - 1, content):
        stop -= 1
    return first, stop


def _before_medium(page: Page, content: int, stop: int) -> int:
    """Where a clause ends before what it was said in: "said they had left[, in a video posted online]"."""
    verbs = [content, *page.tree.children(content, "xcomp")]
    for c in (c for v in verbs for c in page.tree.children(v, "obl") if page.high[c] + 1 >= stop - 1):
        marker = page.tree.child(c, "case")
        told = noun_class(page.lemma(c)) == "WORDS" and any(page.word(d) in ("a", "an") for d in page.tree.children(c, "det"))
        if told and marker is not None and page.word(marker) == "in" and page.word(marker - 1) == ",":
            return min(stop, marker - 1)
    return stop


def _misplaced(page: Page, i: int) -> list[int]:
    """A that-clause which hangs on the hearer or on an adjunct: "told reporters [that …]", "said in a statement [that …]"."""
    tree = page.tree
    hears = framed(cues(page.lemma(i), page.tokens[i].upos), "hearer") is not None
    nouns = [c for c in tree.children(i, "obl", "nmod", *(("obj", "iobj") if hears else ())) if c > i]
    clauses = [c for n in nouns for c in tree.children(n, "acl", "ccomp") if c > n and page.word(page.low[c]) == "that"]
    return [c for c in clauses if page.tokens[page.low[c]].upos == "SCONJ" or _complete(page, c, hears=hears)][:1]


def _complete(page: Page, clause: int, *, hears: bool) -> bool:
    """Whether a clause does not need its "that" as an argument: "told investors that profits fell" is no relative clause."""
    that, tree = page.low[clause], page.tree
    own = any(s != that for s in tree.children(clause, "nsubj"))
    return own and (hears or bool(tree.children(clause, "cop")) or any(o != that for o in tree.children(clause, "obj")))


def _remainder(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """What follows a plain verb of saying, where the tree has no clause for it but the words do."""
    cue = framed(found, "clause")
    that = page.word(i + 1) == "that" and page.tokens[i + 1].upos == "SCONJ"
    if cue is None or cue.kind not in _PLAIN or not (that or (page.tokens[i].xpos in _FINITE and not framed(found, "obj"))):
        return None
    first, stop = i + 1, page.sentence(i)[1]
    if page.word(first) in _MEANS or framed(found, page.word(first)) is not None:
        return None  # "responded with a suit that its rival announced", "mused about those who left": no words of his
    if any(infinitival(page, c) for c in page.tree.children(i, "xcomp")) or _complete_object(page, i):
        return None  # "offered to help, but nobody accepted", "offered his resignation and the club accepted it"
    if page.tree.is_(i, "acl:relcl"):  # what the relative clause stands in is none of its content
        stop = min((a for a in page.tree.ancestors(i) if a > i), default=stop)
    if framed(found, "hearer"):
        start = next((j for j in range(first, min(stop, first + 8)) if page.word(j) == "that"), None)
        hearers = [page.high[c] + 1 for c in page.tree.children(i, "obj", "iobj") if c > i]
        first = start if start is not None else min(hearers, default=stop)
    if first >= stop or (page.tokens[first].upos == "PUNCT" and page.word(first) not in MARKS):
        return None
    if not any(page.tokens[j].xpos in _PREDICATE for j in range(first + 1, min(stop, first + _FAR))):
        return None
    return cue, [(first, stop)], []


def _complete_object(page: Page, i: int) -> bool:
    """Whether a verb of saying has a plain object, behind which a conjunction or the end shows that no clause begins with it."""
    thing = page.objects.get(i)
    behind = 0 if thing is None else min((page.low[c] for c in page.tree.children(thing, "conj")), default=page.high[thing] + 1)
    over = page.tokens[min(behind, len(page.tokens) - 1)].upos in ("CCONJ", "PUNCT") or page.word(behind) in _WHILE
    given = page.word(behind) == "to" and page.tree.is_(page.tokens[behind].head, "obl")  # "offered a job to anyone who came"
    return behind > i and (over or given) and page.word(i + 1) != "that"


def parenthesis(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "The plan, he said, would fail": the verb hangs on its own content."""
    cue, tree = framed(found, "clause") or framed(found, "aside"), page.tree
    if cue is None or not (tree.is_(i, "parataxis") or (tree.is_(i, "advcl") and _as(page, i))):
        return None
    if as_saying(page, i):
        return _quoted(page, i, cue)
    if "clause" not in cue.frames and not _as(page, i):
        return None  # "as the mayor put it", but no "; the mayor put it at 40"
    if ";" in (page.word(page.low[i] - 1), page.word(page.low[i])) or (tree.child(i, "xcomp") is not None and not _as(page, i)):
        return None  # a sentence of its own: "Ten held; mayor offers talks", "Trial begins: brothers plead not guilty"
    thing = page.objects.get(i)
    if tree.is_(i, "advcl") and thing is not None and page.word(thing) != "it" and framed(found, "hearer") is None:
        return None  # "he smiled as the judge read the verdict"
    head = tree.head(i)
    if head is None or not page.clear(head, i):
        return None
    first, stop = page.sentence(i)
    low, high = page.extent(head)
    return cue, [(max(first, low), page.low[i]), (page.high[i] + 1, min(high + 1, stop))], []


def _quoted(page: Page, i: int, cue: Cue) -> Parts | None:
    """ "Rebels took the base, the mayor was quoted as saying": the content is what stands before whoever quotes or is quoted."""
    head, first = page.tree.head(i), page.sentence(i)[0]
    who = None if head is None else page.subjects.get(head)
    if who is None or page.word(page.low[who] - 1) != "," or page.low[who] - 1 <= first:
        return None
    after = [(page.high[i] + 1, page.sentence(i)[1])] if "," in (page.word(page.high[i]), page.word(page.high[i] + 1)) else []
    return cue, [(first, page.low[who] - 1), *after], []


def aside(page: Page, i: int, found: tuple[Cue, ...], *, enclosed: bool) -> Parts | None:
    """ ", the minister said" by word order alone: a subject and its verb between commas, or after the last one."""
    cue, who = framed(found, "clause"), subject(page, i)
    if cue is None or who is None or who > i or page.tokens[i].xpos not in _FINITE or page.tree.is_(i, "acl:relcl"):
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
    if page.objects.get(i, i) > i and framed(found, "hearer") is None and framed(found, "obj") is not None:
        return None  # "In a statement, the union praised the ruling"
    return cue, [(first, source[0] - 1), (end, stop)], []


def _resumes(page: Page, first: int, comma: int, after: int) -> bool:
    """Whether a clause stops before an aside and goes on after it: "The plan, …, would fail"."""
    begun = any(page.tokens[j].xpos in _PREDICATE for j in range(max(first, comma - _FAR), comma))
    marked = page.word(after) in MARKS  # "The plan, he said, “would fail”"
    next_ = page.tokens[min(after + marked, len(page.tokens) - 1)]
    goes_on = next_.upos in ("VERB", "AUX", "ADV") and next_.xpos != "VBG"  # but "protesters gathered, burning flags"
    return not begun and goes_on and comma > first


def _as(page: Page, i: int) -> bool:
    return any(page.word(c) == "as" for c in page.tree.children(i, "mark", "advmod"))
