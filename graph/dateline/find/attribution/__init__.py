"""Who says so: statements, thoughts and denials bound to their sources.

An article speaks in its own voice and reports the voices of others. Everything that stands in a quotation, under "said that",
"according to" or "X's claim that" is told by its source, with that source's stance, and layers nest ("…, he said, Press TV
reported"). What counts as an attribution follows the PolNeAR guidelines (Newell, Margolin & Ruths 2018): speech and writing,
and also thoughts, intentions and attitudes ascribed to somebody.

The findings come from direct speech (marks and word order), verbs, nouns and adjectives (the tree), phrases and colons; a later
rule does not take a cue word that an earlier one has used.
"""

from dataclasses import replace

from dateline.find.attribution.cited import cited
from dateline.find.attribution.comments import commented
from dateline.find.attribution.finding import Finding
from dateline.find.attribution.given import taken_for_granted
from dateline.find.attribution.judgements import falsehood
from dateline.find.attribution.nesting import innermost, parents
from dateline.find.attribution.nominals import adjective, noun
from dateline.find.attribution.page import Page, Range, page
from dateline.find.attribution.phrases import according, colons, possessed
from dateline.find.attribution.speech import speech
from dateline.find.attribution.unspoken import unspoken
from dateline.find.attribution.verbs import lifeless, verb
from dateline.find.factuality import standing
from dateline.find.grammar import lemma
from dateline.find.lexicon import words
from dateline.model import Attribution, Cue, Document, Event, Source, Span
from dateline.tree import Tree

__all__ = ["attribute"]

# Within somebody's statement, wishes and judgements ascribed to others are part of what he says, not voices of their own.
_ATTITUDES = frozenset(("belief", "wish", "plan", "praise", "blame", "topic", "attitude", "knowledge", "light"))
_THINGS = frozenset(("it", "this", "that", "these", "those", "which", "what"))
_ADDRESSED = frozenset(("i", "we", "me", "us", "you"))  # the author and his readers: "what do you think of …?"
_PARTNERS = frozenset(("i", "we", "you", "my", "our", "your", "let", "us", "y'all"))
_RULES = {"VERB": verb, "NOUN": noun, "ADJ": adjective}


def attribute(document: Document, tree: Tree) -> Document:
    """Bind what a document says to its sources: fill `attributions`, and each event's innermost attribution."""
    if not document.tokens:
        return replace(document, attributions=())
    laid = page(document, tree)
    findings = _findings(laid)
    owner = innermost(findings, len(document.tokens))
    ids = [f"q{n}" for n in range(1, len(findings) + 1)]
    above = parents(findings, owner)
    events = {e.start: e.id for e in document.events}
    attributions = tuple(
        _attribution(laid, finding, ids[n], ids[above[n]] if above[n] >= 0 else None, events)
        for n, finding in enumerate(findings)
    )
    told = (_told(laid, e, findings, owner, above, ids) for e in document.events)
    return replace(document, attributions=attributions, events=tuple(told))


def _findings(laid: Page) -> list[Finding]:
    """All findings, one for each cue word, in the order of the text."""
    found = {f.head: f for f in speech(laid)}
    for colon in colons(laid):
        found.setdefault(colon.head, colon)
    for i, token in enumerate(laid.tokens):
        rule = _RULES.get(token.upos)
        finding = (
            according(laid, i)
            or (possessed(laid, i) if token.upos == "NOUN" else None)
            or (rule(laid, i) if rule else None)
            or falsehood(laid, i)
        )
        if finding is not None and not _own_voice(laid, finding) and not _alleged(laid, finding):
            found.setdefault(finding.head, finding)
    found = {f.head: f for f in cited(laid, commented(laid, found.values()))}
    voiced = {i for f in found.values() if laid.tokens[f.head].upos == "NOUN" for i in range(f.cue[0], f.head)}
    voices = [f for f in found.values() if f.head not in voiced]
    owner = innermost(voices, len(laid.tokens))
    voices = [f for f in voices if owner[f.head] < 0 or f.kind not in _ATTITUDES or _apart(laid, f, voices[owner[f.head]])]
    owner = innermost(voices, len(laid.tokens))
    voices = [f for f in voices if not _is_no_teller(laid, f, owner[f.head])]
    voices = list(unspoken(laid, voices))
    return sorted(voices, key=lambda f: (min(f.cue[0], f.content[0][0]), f.head))


def _apart(laid: Page, finding: Finding, teller: Finding) -> bool:
    """Whether a thought that somebody tells of is a voice of its own: one he does not share, or what others think is so."""
    if finding.kind != "belief" or finding.source is None:
        return False
    others = all(laid.tokens[i].upos != "PRON" for i in range(*finding.source)) and finding.source != teller.source
    told = others and teller.stance == "affirms" and laid.tree.child(finding.head, "ccomp") is not None
    return finding.stance != "affirms" or told


def _is_no_teller(laid: Page, finding: Finding, owner: int) -> bool:
    """Whether a thing only lets a speaker know: "she says | the evidence indicates that …", where she says so."""
    if owner < 0 or finding.source is None or laid.tokens[finding.head].upos != "VERB":
        return False
    first, stop = finding.source
    heads = [i for i in range(first, stop) if not first <= laid.tokens[i].head < stop]
    return len(heads) == 1 and lifeless(laid, heads[0])


def _alleged(laid: Page, finding: Finding) -> bool:
    """Whether an intention is itself what somebody is charged with: "charged with planning an attack"."""
    i = finding.head
    return finding.kind in ("wish", "plan") and laid.tokens[i].xpos == "VBG" and standing(laid.tree, i).alleged


def _own_voice(laid: Page, finding: Finding) -> bool:
    """Whether no further source is named: a quoted speaker's "I think", an author's "we hope", or "which shows that"."""
    if finding.source is None:
        return False
    last = finding.source[1] - 1
    word = laid.word(last) if laid.tokens[last].upos != "PROPN" else ""  # "the US" is not "us"
    if laid.quoted[finding.head] >= 0 and word in _PARTNERS:
        return True
    return (word in _ADDRESSED and finding.kind in _ATTITUDES) or (word in _THINGS and finding.kind == "finding")


def _span(laid: Page, first: int, stop: int) -> Span:
    return Span(start=laid.tokens[first].start, end=laid.tokens[stop - 1].end)


def _attribution(laid: Page, finding: Finding, id_: str, parent: str | None, events: dict[int, str]) -> Attribution:
    """A finding in offsets; a content in pieces becomes the one span that covers them."""
    content, cue = _span(laid, finding.content[0][0], finding.content[-1][1]), _span(laid, *finding.cue)
    source: Range | None = finding.source
    return Attribution(
        id=id_,
        content=content,
        source=None if source is None else Source(start=laid.tokens[source[0]].start, end=laid.tokens[source[1] - 1].end),
        cue=Cue(start=cue.start, end=cue.end, event=events.get(laid.tokens[finding.head].start)),
        stance=finding.stance,
        parent=parent,
    )


def _told(laid: Page, event: Event, findings: list[Finding], owner: list[int], above: list[int], ids: list[str]) -> Event:
    """An event with the innermost attribution whose source tells of it."""
    tree = laid.tree
    i = tree.at(event.start)
    n = -1 if i is None else owner[i]
    while i is not None and n >= 0 and (_claim_denied(findings[n], tree, i) or taken_for_granted(laid, findings[n], event, i)):
        n = above[n]
    return replace(event, attribution=ids[n] if n >= 0 else None)


def _claim_denied(finding: Finding, tree: Tree, i: int) -> bool:
    """Whether a noun is the claim that is denied: "denied the report" says that there is a report."""
    judging = (finding.head, tree.head(finding.head) if tree.is_(finding.head, "xcomp") else None)
    return finding.stance == "denies" and tree.head(i) in judging and lemma(tree, i) in words("claim")
