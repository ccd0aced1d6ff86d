"""What is told as untrue: "the rumour that the king had died was false", "it is not true that …".

Whoever tells the sentence denies it: the article in its own voice, or the source in whose words it stands.
"""

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.sources import subject
from dateline.find.attribution.stance import stance

_CONTENT = ("acl", "ccomp", "nmod", "advcl")


def falsehood(page: Page, i: int) -> Finding | None:
    """A predicate that calls its subject untrue, where that is a clause or a noun for what is said."""
    word = page.lemma(i)
    found = framed((*cues(word, "ADJ"), *cues(word, "NOUN")), "subject")
    if found is None or not (page.tree.children(i, "cop") or page.tree.is_(i, "xcomp", "conj")):
        return None
    judged = _judged(page, i)
    content = None if judged is None else page.trim(*judged)
    if content is None or stance(page, i, found, content[0]) != "denies":
        return None
    copula = page.tree.child(i, "cop")
    start = copula if copula is not None and content[1] <= copula < i else i
    return Finding(head=i, cue=(start, i + 1), content=(content,), stance="denies", kind=found.kind)


def _judged(page: Page, i: int) -> Range | None:
    """The stretch that is called untrue: "it is false | that …", "| the report that … | is false"."""
    clause = page.tree.child(i, "csubj", "ccomp")
    if clause is not None and page.word(page.low[clause]) == "that":
        first, stop = page.extent(clause)
        return (max(first, i + 1), stop) if clause > i else (first, min(stop, i))
    who = subject(page, i)
    if who is None or who > i or framed(cues(page.lemma(who), page.tokens[who].upos), "clause") is None:
        return None
    if not any(c > who for c in page.tree.children(who, *_CONTENT)):
        return None
    first, stop = page.extent(who)
    return first, min(stop, i)
