"""Verbs as cues: the clause, infinitive, object or phrase in which they hold what the source says."""

from dateline.find.attribution.clauses import aside, clause, parenthesis
from dateline.find.attribution.finding import Finding
from dateline.find.attribution.frames import Parts, around, infinitival, marked
from dateline.find.attribution.lexicon import Cue, cues, framed, speakers
from dateline.find.attribution.objects import infinitive, nominal, object_and, prepositional, prepositional_and
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.sources import agent, behind_bracket, cue_range, passive, phrase, subject
from dateline.find.attribution.stance import stance
from dateline.find.grammar import calls_out
from dateline.find.lexicon import bodies, noun_class, words

# What a passive ascribes to nobody in particular: "is expected to", "was accused of", "it was reported that".
_UNSOURCED = frozenset(
    ("report", "claim", "belief", "forecast", "blame", "wish", "request", "finding", "factive", "warning", "denial")
)
_INTENTIONS = ("wish", "plan", "promise")
_LIFELESS = ("DOING", "ABSTRACT", "WORDS", "ANATOMY", "AMOUNT", "PERIOD", "WEALTH")


def verb(page: Page, i: int) -> Finding | None:
    """What a verb attributes by its own syntax, quotations apart."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    if not found or calls_out(page.tree, i):
        return None
    return _passive(page, i, found) if passive(page, i) else _active(page, i, found)


def _made(page: Page, i: int, cue: Cue, source: int | None, content: list[Range], *more: int) -> Finding | None:
    """A finding, unless nothing is left of its content."""
    who = None if source is None else phrase(page, source, i)
    own = [_without(page, c, who) for c in content]
    trimmed = tuple(r for c in own if (r := page.trim(*page.within(i, *c))))
    if not trimmed:
        return None
    return Finding(
        head=i,
        cue=cue_range(page, i, *more),
        source=who,
        content=trimmed,
        stance=stance(page, i, cue, trimmed[0][0]),
        kind=cue.kind,
    )


def _without(page: Page, content: Range, who: Range | None) -> Range:
    """A content that does not run into the source behind it: "the dam broke[, the Rescue Agency (RA)] said"."""
    if who is None or not (content[0] < who[0] < who[1] <= content[1] <= behind_bracket(page, who[1])):
        return content
    return content[0], who[0]


def _active(page: Page, i: int, found: tuple[Cue, ...]) -> Finding | None:
    who = subject(page, i)
    parts = None if who is None else _complement(page, i, found)
    if parts is None or who is None:
        return None
    cue, content, more = parts
    return None if cue.kind in _INTENTIONS and lifeless(page, who) else _made(page, i, cue, who, content, *more)


def lifeless(page: Page, who: int) -> bool:
    """Whether a subject can intend nothing: "the storm threatens to destroy the town", "the law aims to help"."""
    word = page.lemma(who)
    people = word in bodies() or word in speakers() or word in words("staffed")
    return page.tokens[who].upos == "NOUN" and noun_class(word) in _LIFELESS and not people


def _complement(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """The first construction of a verb that its dependents fill, from the clause to the bare phrase."""
    return (
        aside(page, i, found, enclosed=True)
        or clause(page, i, found)
        or object_and(page, i, found)
        or prepositional_and(page, i, found)
        or infinitive(page, i, found)
        or nominal(page, i, found)
        or prepositional(page, i, found)
        or parenthesis(page, i, found)
        or aside(page, i, found, enclosed=False)
    )


def _passive(page: Page, i: int, found: tuple[Cue, ...]) -> Finding | None:
    """ "It was reported that …", "he is said to have left", "the plan was praised by …"."""
    tree, who = page.tree, agent(page, i)
    reported = clause(page, i, found)
    if reported is not None and who is None and _advised(page, i):
        return None
    if reported is not None and (who is not None or reported[0].kind in _UNSOURCED):
        return _made(page, i, reported[0], who, reported[1])
    patient = next(iter(tree.children(i, "nsubj")), tree.head(i) if tree.is_(i, "acl") else None)
    if patient is None:
        return None
    return _ascribed(page, i, found, patient, who) or _undergone(page, i, found, patient, who)


def _advised(page: Page, i: int) -> bool:
    """Whether the author says himself what he finds worth saying: "it should be noted that"."""
    modals = {page.word(a) for a in page.tree.children(i, "aux")}
    return (i in page.expletives or page.word(page.subjects.get(i, -1)) == "it") and bool(modals & words("obligation"))


def _ascribed(page: Page, i: int, found: tuple[Cue, ...], patient: int, who: int | None) -> Finding | None:
    """ "He is said to have left", "was described as a hero", "was accused of lying": the subject is part of what is said."""
    for frame in ("obj+to", "obj+as", "obj+comp", "obj+of", "to", "clause"):
        cue = framed(found, frame)
        part = marked(page, i, frame.removeprefix("obj+")) if frame in ("obj+as", "obj+of") else page.tree.child(i, "xcomp")
        if cue is None or part is None or (who is None and cue.kind not in _UNSOURCED):
            continue
        if who is None and cue.kind == "finding" and not infinitival(page, part):
            continue  # "was found dead" is no view of somebody's, "was found to be dead" is
        if infinitival(page, part) or frame in ("obj+as", "obj+of", "obj+comp"):
            return _made(page, i, cue, who, [_plain(page, patient) if patient < i else (i, i), around(page, part, i)])
    return None


def _plain(page: Page, patient: int) -> Range:
    """A subject without what the text tells of it by the way: "the group[, founded in 1964,] is believed to have left"."""
    first, stop = page.extent(patient)
    asides = (c for c in page.tree.children(patient, "acl") if c > patient)
    return first, min(
        (j for c in asides for j in (page.low[c] - 1, page.low[c]) if page.word(j) == "," and j > patient), default=stop
    )


def _undergone(page: Page, i: int, found: tuple[Cue, ...], patient: int, who: int | None) -> Finding | None:
    """ "The plan was praised by farmers"."""
    cue = framed(found, "obj")
    if cue is None or who is None:
        return None
    first, stop = page.extent(patient)
    return _made(page, i, cue, who, [(first, min(stop, page.low[i]) if patient == page.tree.head(i) else stop)])
