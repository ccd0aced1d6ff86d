"""Words in quotation marks that no construction binds to a speaker: “firm support” beside somebody's appreciation.

What stands in quotation marks is never the article's own voice. Where such words tell of an event, they are those of the nearest
speaker in the sentence, or of one in the sentence before or after.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import Cue, cues, framed, speakers
from dateline.find.attribution.nesting import innermost
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.quotations import Quotation
from dateline.find.attribution.sources import RECEIVING, cue_range, passive, phrase, subject
from dateline.find.lexicon import bodies, noun_class

_PERSONS = frozenset(("he", "she", "they", "we", "i", "you", "who"))
_LABEL = 6  # tokens in which the speaker's name stands before a colon
_BRIEF = 3  # words below which a quotation is no speech carried over from another sentence
_DENIALS = frozenset(("denial", "rejection", "doubt"))
_STATED = frozenset(("report", "emphasis", "claim", "factive", "warning"))
_SILENT = frozenset(("wish", "plan", "attempt", "attitude", "knowledge", "light", "refusal", "falsehood"))


def unspoken(page: Page, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, with the quotations that none of them holds given to the speakers beside them."""
    owner = innermost(findings, len(page.tokens))
    told = {i for e in page.document.events if (i := page.tree.at(e.start)) is not None and owner[i] < 0}
    extended = {id(f): f for f in findings}
    for quotation in page.quotations:
        if any(i in told for i in range(quotation.first, quotation.stop)) and not _title(page, quotation):
            _give(page, quotation, list(extended.values()), extended)
    yield from extended.values()


def _give(page: Page, quotation: Quotation, findings: Sequence[Finding], extended: dict[int, Finding]) -> None:
    """Hand a quotation to the speaker beside it, if there is one."""
    words = (quotation.first, quotation.stop)
    finding = _speaker(page, quotation, findings)
    key = next((k for k, f in extended.items() if f is finding), None)
    if finding is not None and key is not None and finding.stance == "affirms" and _beside(finding, words):
        extended[key] = replace(finding, content=tuple(sorted((*finding.content, words))))
    elif finding is not None:
        extended[-1 - quotation.first] = replace(finding, content=(words,), stance="affirms")
    elif (made := _cue_beside(page, quotation) or _introduced(page, quotation)) is not None:
        extended[-1 - quotation.first] = made


def _beside(finding: Finding, words: Range) -> bool:
    """Whether a content can take in further words: they follow it, or it them."""
    return all(stop <= words[0] or first >= words[1] for first, stop in finding.content)


def _title(page: Page, q: Quotation) -> bool:
    """Whether a quotation is the name of a work: each word but the smallest has a capital."""
    words = [page.tokens[i] for i in range(q.first, q.stop) if page.tokens[i].text[:1].isalpha()]
    return len(words) > 1 and all(w.text[:1].isupper() for w in words if w.upos not in ("DET", "ADP", "CCONJ", "PART"))


def _speaker(page: Page, q: Quotation, findings: Sequence[Finding]) -> Finding | None:
    """The nearest finding with a source in the quotation's sentence, else in the one before, or after it; there no denial."""
    named = [f for f in findings if f.source is not None and page.quoted[f.head] < 0 and f.kind not in _SILENT]
    first, stop = page.sentence(q.first)
    same = [f for f in named if first <= f.head < stop]
    if not same and q.stop - q.first - 2 >= _BRIEF:
        here = page.paragraph(q.first)
        spoken = [f for f in named if f.kind != "topic" and (f.head < q.first or f.kind not in _DENIALS)]
        beside = [f for f in spoken if page.paragraph(f.head) == here or _goes_on(page, q, f)]
        around = [page.sentence(j) for j in (first - 1, stop) if 0 <= j < len(page.tokens)]
        same = [f for f in beside if any(low <= f.head < high for low, high in around)]
    return min(same, key=lambda f: abs(f.head - q.first), default=None)


def _goes_on(page: Page, q: Quotation, finding: Finding) -> bool:
    """Whether a quotation that fills a paragraph follows a plain statement that ends the one before."""
    paragraph = page.paragraphs[page.paragraph(q.first)]
    labelled = ":" in [page.word(i) for i in range(q.first, min(q.first + _LABEL, q.stop))]  # "“Anna Ruiz: We left.”"
    fills = q.first == paragraph.start and q.stop == paragraph.stop and not labelled
    above = (finding.head, *page.tree.ancestors(finding.head))
    within = any(page.tree.is_(i, "acl", "acl:relcl", "advcl", "csubj") for i in above)
    return fills and not within and finding.kind in _STATED and page.paragraph(finding.head) == page.paragraph(q.first) - 1


def _cue_beside(page: Page, q: Quotation) -> Finding | None:
    """A verb of speech in the quotation's sentence that has a subject, whatever it governs: "thanked them for “…”"."""
    first, stop = page.sentence(q.first)
    for i in sorted(range(first, stop), key=lambda i: abs(i - q.first)):
        if page.tokens[i].upos != "VERB" or page.quoted[i] >= 0:
            continue
        cue = _speech(cues(page.lemma(i), "VERB"))
        found = cue is not None and cue.kind == "finding" and i < page.objects.get(i, i) < q.first  # "found a note: …"
        who = subject(page, i) if cue is not None and not found and not passive(page, i) else None
        source = phrase(page, who, i) if who is not None and who < i and page.quoted[who] < 0 else None
        if cue is not None and source is not None:
            words = (q.first, q.stop)
            return Finding(head=i, cue=cue_range(page, i), source=source, content=(words,), kind=cue.kind)
    return None


def _introduced(page: Page, q: Quotation) -> Finding | None:
    """Whoever a clause before a colon is about ("Ruiz was blunt: “…”"), before a comma who gives a text ("sent a note, …")."""
    colon = q.first - 1
    if (
        colon < 0
        or page.word(colon) not in (":", ",")
        or not page.tokens[min(q.first + 1, len(page.tokens) - 1)].text[:1].isupper()
    ):
        return None
    clauses = [i for i in range(page.sentence(colon)[0], colon) if i in page.subjects and page.quoted[i] < 0]
    clauses = [i for i in clauses if not page.tree.is_(i, "acl", "acl:relcl", "advcl", "ccomp", "csubj")]
    who = page.subjects[clauses[0]] if len(clauses) == 1 and not passive(page, clauses[0]) else None
    if who is None or not _human(page, who):
        return None
    text = _text(page, clauses[0])
    if text is False or (text is None and page.word(colon) == ","):
        return None
    source = phrase(page, who, clauses[0])
    return None if source is None else Finding(head=colon, cue=(colon, q.first), source=source, content=((q.first, q.stop),))


def _human(page: Page, i: int) -> bool:
    """Whether a subject is somebody who can speak."""
    word, named = page.lemma(i), page.document.names
    if page.tokens[i].upos == "PRON":
        return page.word(i) in _PERSONS
    if page.tokens[i].upos == "PROPN":
        return any(n.first <= i < n.stop and n.label in ("PERSON", "ORG") for n in named)
    return noun_class(word) == "HUMAN" or word in speakers() or word in bodies()


def _text(page: Page, verb: int) -> bool | None:
    """Whether a verb's object is a text that its subject gives, or one that he comes upon ("found a note"); None: no text."""
    thing = page.objects.get(verb)
    if thing is None or noun_class(page.lemma(thing)) != "WORDS":
        return None
    owner = page.tree.child(thing, "nmod:poss")
    gives = framed(cues(page.lemma(verb), page.tokens[verb].upos), "noun") is not None and page.lemma(verb) not in RECEIVING
    return gives and (owner is None or page.tokens[owner].upos == "PRON")


def _speech(found: tuple[Cue, ...]) -> Cue | None:
    return next((c for c in found if c.kind not in _SILENT and c.frames & {"clause", "quote", "obj", "hearer"}), None)
