"""The source's stance: the cue's own, turned round by negation or by an open question."""

from dateline.find.attribution.lexicon import Cue, cues
from dateline.find.attribution.page import Page
from dateline.find.lexicon import words
from dateline.model import Stance

_NOT = frozenset(("not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "hardly", "barely", "without"))
_CLAIMS = frozenset(("report", "claim", "blame", "belief", "forecast", "finding", "question", "doubt"))
_BELIEF = frozenset(("belief", "forecast", "wish", "praise", "plan"))


def negated(page: Page, i: int) -> bool:
    """Whether a cue is negated itself or has a negative subject."""
    tree = page.tree
    for child in tree.children(i, "advmod", "nsubj", "det", "mark", "cc"):
        if page.word(child) in _NOT or any(page.word(d) == "no" for d in tree.children(child, "det")):
            return True
    head = tree.head(i)
    return head is not None and tree.is_(i, "xcomp") and any(c.kind == "refusal" for c in cues(page.lemma(head), "VERB"))


def _claim(page: Page, i: int) -> bool:
    """Whether what is rejected is a claim: "rejected the allegation" denies it, "rejected the offer" takes it as made."""
    thing = page.objects.get(i, page.subjects.get(i) if page.tokens[i].xpos == "VBN" else None)
    if thing is None or page.tree.child(i, "ccomp") is not None:
        return True
    return any(c.kind in _CLAIMS for c in cues(page.lemma(thing), page.tokens[thing].upos))


def stance(page: Page, i: int, cue: Cue, content: int) -> Stance:
    """How the source stands to the content that begins at a token.

    Who does not think so denies it; who "did not say whether" leaves it open and doubts.
    """
    value: Stance = "affirms" if cue.kind == "rejection" and not _claim(page, i) else cue.stance
    if negated(page, i):
        if value == "affirms":
            return "denies" if cue.kind in _BELIEF and page.lemma(i) not in words("assured") else "doubts"
        return "affirms" if value == "denies" and cue.kind == "denial" else value
    if value == "affirms" and page.word(content) == "whether" and cue.kind not in ("factive", "finding"):
        return "doubts"
    return value
