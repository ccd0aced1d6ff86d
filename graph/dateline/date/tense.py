"""Whether a word is told of as past, present or to come: the tense of the clause it stands in.

Read from Universal Dependencies relations and Penn tags, so that a weekday can mean the last such day or the next. Newswire
tells mostly of the past: a look ahead is believed only where the clause itself looks ahead, not where some clause above does.
"""

from functools import cache
from itertools import islice

from dateline.clause import taken_up, told_around
from dateline.model import Tense
from dateline.resources import table
from dateline.tree import Tree

_CLIMB = 12  # clauses deep enough for any readable sentence
_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))
_WOULD = frozenset(("would", "may", "might", "should", "must", "'d", "’d"))
_NOMINAL = ("nmod", "compound", "amod", "nummod", "appos", "acl")
_OF_A_THING = ("nmod:poss", "compound", "amod")  # "Friday's ruling", "the June agreement": the thing's own date
_ROW = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "only", "next", "youngest", "oldest"))
_AHEAD = frozenset(("before", "ahead", "until", "till", "by", "in", "at", "after"))
_BLAMING = frozenset(("of", "for", "with", "over", "to"))
_DEADLINES = {
    "for": ("for",),
    "until": ("until", "till"),
    "deadline": ("until", "till", "to", "through", "for", "by"),
}  # by how a verb looks


@cache
def _looks() -> dict[str, str]:
    """Verbs that look ahead, look back, tell their infinitive as done, or set an end to come."""
    rows = table("seeds", "lexicons", "time-verbs.tsv")
    return {row["lemma"]: row["looks"] for row in rows if row["looks"] not in ("timetable", "blames")}


@cache
def _looking(how: str) -> frozenset[str]:
    """Verbs that look one way beside any other: "timetable" in the present tense ahead, "blames" at what has been."""
    rows = table("seeds", "lexicons", "time-verbs.tsv")
    return frozenset(row["lemma"] for row in rows if row["looks"] == how)


def tense_at(tree: Tree, token: int, before: str = "") -> Tense | None:
    """The tense of the nearest clause above a token; None where no verb governs it. `before`: the word before the expression."""
    node: int | None = token
    inside_noun = False
    below, thing = token, tree.is_(token, *_OF_A_THING)
    for _ in range(_CLIMB):
        if node is None:
            return None
        if before in _DEADLINES.get(_looks().get(tree.tokens[node].lemma.lower(), ""), ()):
            return "future"
        if before in _DEADLINES["until"] and not inside_noun and _has(tree, node):
            return "future"  # "has been closed until Monday"
        if inside_noun and not thing and tree.is_(below, "obj", "nsubj:pass") and _sets(tree, node):
            return "future"  # "scheduled a vote on Thursday"
        if inside_noun and thing and tree.is_(below, "obj", "nsubj:pass", "obl") and _sets(tree, node):
            return None  # "prepared for the November election": the nearest one
        inside_noun = inside_noun or _of_subject(tree, token, node)
        if inside_noun and below != token and _ahead_of(tree, below) and clause_tense(tree, node) == "future":
            return "future"  # "should publish its position before the October session"
        found = clause_tense(tree, node, inside_noun)
        if found:
            return None if inside_noun and found == "present" else found
        inside_noun = inside_noun or tree.is_(node, *_NOMINAL)
        below, node = node, tree.head(node)
    return None


def tense_behind(tree: Tree, last: int) -> Tense | None:
    """The past or future of the clause whose "when" stands right behind a date: "put off until May, when he | will speak |"."""
    verb = taken_up(tree, last)
    found = clause_tense(tree, verb) if verb is not None else None
    return None if found == "present" else found


def tense_around(tree: Tree, first: int, last: int, top: int) -> Tense | None:
    """The tense of what is told around who said it, where a date opens it: "On Friday, he said, they | will meet |"."""
    verb = tree.head(top)
    told = told_around(tree, first, last, verb) if verb is not None else None
    return clause_tense(tree, told) if told is not None else None


def blamed_for(tree: Tree, token: int) -> bool:
    """Whether a token stands in what somebody is blamed for: "accused of | killing a guard on Nov 14 |", "alleged to | have
    killed |"; not in what he is said to plan."""
    verb = next((a for a in islice(tree.ancestors(token), _CLIMB) if tree.tokens[a].xpos.startswith("VB")), None)
    above = tree.head(verb) if verb is not None else None
    if verb is None or above is None or tree.tokens[above].lemma.lower() not in _looking("blames"):
        return False
    marks = {tree.tokens[c].lemma.lower() for c in tree.children(verb, "mark", "case", "aux")}
    done = tree.tokens[verb].xpos == "VBG" and bool(marks & _BLAMING)
    return done or {"to", "have"} <= marks


def told_apart(tree: Tree, said: int, token: int) -> bool:
    """Whether a date is not that of the clause of another: told beside a noun ("who lost in 2013", "founded in 1998"), or of
    what is over where the other looks ahead: "Elected in 2012, she will step down in April"."""
    above = {token, *tree.ancestors(token)}
    beside = next((a for a in (said, *tree.ancestors(said)) if a in above or tree.is_(a, "acl", "acl:relcl")), None)
    return (beside is not None and beside not in above) or _will(tree, token) != _will(tree, said)


def _will(tree: Tree, token: int) -> bool:
    """Whether the nearest verb above a token has "will"."""
    verb = next((a for a in tree.ancestors(token) if tree.tokens[a].xpos.startswith("VB")), None)
    return verb is not None and any(tree.tokens[c].text.lower() in _WILL for c in tree.children(verb, "aux"))


def _of_subject(tree: Tree, token: int, node: int) -> bool:
    """Whether a date that the parser hangs on a verb stands between its subject and it: "an attack in June | opens wounds"."""
    verb = min((node, *tree.children(node, "aux", "cop")))
    subjects = [c for c in tree.children(node, "nsubj") if c < token < verb]
    parted = any(tree.tokens[k].text == "," for c in subjects for k in range(c, verb))
    return bool(subjects) and tree.tokens[subjects[-1]].upos == "NOUN" and not parted


def _ahead_of(tree: Tree, noun: int) -> bool:
    """Whether a noun is told as still before what its clause looks ahead to."""
    return any(tree.tokens[c].text.lower() in _AHEAD for c in tree.children(noun, "case"))


def _has(tree: Tree, node: int) -> bool:
    """Whether a clause stands in the present perfect."""
    helpers = (tree.tokens[c] for c in tree.children(node, "aux"))
    return any(h.lemma == "have" and h.xpos in ("VBZ", "VBP") for h in helpers)


def _sets(tree: Tree, node: int) -> bool:
    """Whether a verb looks ahead to what is its object."""
    return tree.tokens[node].xpos.startswith("VB") and _looks().get(tree.tokens[node].lemma.lower()) == "ahead"


def clause_tense(tree: Tree, node: int, inside_noun: bool = False) -> Tense | None:
    """The tense of the clause headed by a token; None where it is no predicate, or its look ahead does not reach down.

    `inside_noun`: the word asked for is part of a noun phrase of the clause, as in "would fight Wednesday's ruling".
    """
    helpers = [tree.tokens[c] for c in tree.children(node, "aux", "cop")]
    tag, looks = tree.tokens[node].xpos, _looks().get(tree.tokens[node].lemma.lower())
    if looks == "ahead" and tree.children(node, "compound:prt"):  # "set up a firm", "set off for Oslo"
        looks = None
    if not helpers and not tag.startswith("VB") and looks != "ahead":
        return None
    words = {h.text.lower() for h in helpers}
    if words & _WILL or _going_to(tree, node):
        return "future"
    if looks == "ahead" and not inside_noun:
        return "future"
    if words & _WOULD:
        return None if inside_noun else "future"
    if any(tree.tokens[c].xpos == "TO" for c in tree.children(node, "mark", "aux")):
        return None if inside_noun else _infinitive(tree, node)
    tags, have = {h.xpos for h in helpers}, any(h.lemma == "have" for h in helpers)
    found = _finite(tree, node, tag, helpers_tags=tags, have=have, looks=looks)
    return "present" if inside_noun and found == "future" else found  # "is fighting Friday's ruling"


def _finite(tree: Tree, node: int, tag: str, *, helpers_tags: set[str], have: bool, looks: str | None) -> Tense | None:
    """The tense that the verb's own form shows. Scheduled things are told in the present: "they meet on Friday"."""
    if "VBD" in helpers_tags or tag == "VBD" or have:
        return "past"
    if helpers_tags & {"VBZ", "VBP"}:
        return "future" if tag == "VBG" else "present"
    if tag == "VBN":
        return "past"
    if tag in ("VBZ", "VBP"):
        if looks == "back" or tree.sentence(node).block == "headline":
            return "past"
        return "future" if tree.tokens[node].lemma.lower() in _looking("timetable") else "present"
    return None


def _going_to(tree: Tree, node: int) -> bool:
    """Whether "is going to" governs an infinitive."""
    head = tree.head(node)
    return head is not None and tree.tokens[head].text.lower() == "going" and tree.is_(node, "xcomp")


def _out_of_row(tree: Tree, noun: int) -> bool:
    """Whether something is one of a row, told by what was done to it: "the first woman to be elected"."""
    return any(tree.tokens[c].xpos == "JJS" or tree.tokens[c].text.lower() in _ROW for c in tree.children(noun, "amod"))


def _infinitive(tree: Tree, node: int) -> Tense | None:
    """An infinitive looks ahead as a complement, unless its verb tells it as done; one that modifies a noun says nothing."""
    head = tree.head(node)
    if tree.is_(node, "acl") and tree.child(node, "aux:pass") is not None and head is not None:
        return None if _out_of_row(tree, head) else "future"  # "the summit to be held on Monday"
    if tree.is_(node, "acl", "advcl"):
        return None
    if head is not None and _looks().get(tree.tokens[head].lemma.lower()) == "done":
        return clause_tense(tree, head)
    return "future"
