"""Which event a time is meant for, where the parser has drawn it to another: by what stands right before it, by the subject it
follows, by whether event and time lie ahead.
"""

from collections.abc import Mapping
from datetime import date
from itertools import islice

from dateline.clause import told_around
from dateline.model import Event, Time
from dateline.tree import Tree
from dateline.when.lexicon import group

LANDMARKS = frozenset(("since", "after", "before", "following", "until"))


def meant(
    tree: Tree,
    inside: range,
    time: Time,
    target: int | None,
    events: Mapping[int, Event],
    day: date | None,
    times: tuple[Time, ...],
) -> int | None:
    """The event that a time is of, given the one that the tree has above it. `day` is that of publication, `times` are all of the
    article."""
    told = _around_a_tag(tree, inside, target, events)
    if told is None or not _dated_apart(tree, told, time, times):
        target = told
    target = _above_that(tree, inside, target, events)
    target = _landmark(tree, inside, _adjacent(tree, inside, target, events), events)
    target = _not_ahead(tree, time, target, events, day)
    target = _over_by_now(tree, inside, time, target, events, day)
    target = _of_subject(tree, inside, target, events)
    target = _foreseen(tree, inside, time, target, events, day)
    return _still_to_come(tree, inside, time, target, events, day)


def apart(one: Time, other: Time) -> bool:
    """Whether two times have no day in common."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.latest < other.earliest or other.latest < one.earliest


def _beside(tree: Tree, inside: range) -> int:
    """The word right before a time, or before the preposition that introduces it."""
    before = inside[0] - 1
    return before - 1 if before > 0 and tree.tokens[before].text.lower() in ("on", "in", "at") else before


def _adjacent(tree: Tree, inside: range, target: int | None, events: Mapping[int, Event]) -> int | None:
    """The verb right before a time, where the parser has drawn the time to what follows: "said Friday it would close"."""
    if (target is not None and target < inside[0]) or _owns(tree, inside):
        return target
    before = _beside(tree, inside)
    verb = before in events and tree.tokens[before].xpos in ("VBD", "VBZ", "VBP", "VBN")
    return before if verb and tree.sentence(before) == tree.sentence(inside[0]) else target


def _above_that(tree: Tree, inside: range, target: int | None, events: Mapping[int, Event]) -> int | None:
    """The verb above where a time that the parser has drawn into a clause stands before the "that" or the preposition which opens
    that clause: "told a conference on Friday | that sales rose |", "was convicted on Friday | of killing a guard |"."""
    if target is None or target < inside[0] or not tree.is_(target, "ccomp", "advcl", "acl", "obl"):
        return target
    opener = next((c for c in tree.children(target, "mark", "case") if inside[-1] < c < target), None)
    above = next((a for a in islice(tree.ancestors(target), 2) if a in events), None)
    return above if opener is not None and above is not None and above < inside[0] else target


def _around_a_tag(tree: Tree, inside: range, target: int | None, events: Mapping[int, Event]) -> int | None:
    """The event told around a "the ministry said" between commas, where the parser has drawn to that the time that opens the
    sentence: "Since May, the ministry said, | 40 people have died |"."""
    if target is None or events[target].timeml_class != "REPORTING":
        return target
    told = told_around(tree, inside[0], inside[-1], target)
    return told if told in events else target


def _dated_apart(tree: Tree, told: int, time: Time, times: tuple[Time, ...]) -> bool:
    """Whether what is told has a time other than some day: "On Friday, police said, two men | were shot | on Thursday"."""
    if time.earliest is None or time.earliest != time.latest:
        return False
    below = tree.subtree(told)
    return any(apart(time, other) and tree.at(other.start) in below for other in times)


def _owns(tree: Tree, inside: range) -> bool:
    """Whether a time is somebody's own: "criticised | Friday's | verdict"."""
    after = inside[-1] + 1
    return after < len(tree.tokens) and tree.tokens[after].xpos == "POS"


def _not_ahead(tree: Tree, time: Time, target: int | None, events: Mapping[int, Event], day: date | None) -> int | None:
    """The past event above an aim that a past time stands behind: "worked to reform the banks in the 1990s"."""
    if target is None or day is None or time.latest is None or time.latest >= day or events[target].tense != "future":
        return target
    above = tree.head(target)
    if above is not None and tree.is_(target, "acl") and tree.is_(above, "obj"):  # "announced a plan to buy jets in March"
        above = tree.head(above)
    elif not tree.is_(target, "advcl", "xcomp"):
        return target
    return above if above is not None and above in events and events[above].tense == "past" else target


def _over_by_now(
    tree: Tree, inside: range, time: Time, target: int | None, events: Mapping[int, Event], day: date | None
) -> int | None:
    """The past event meant by a past time that the parser has drawn to a verb of now: "they believe he left last week"; or to one
    with "will", which has it from its object: "will mark the | win | of 2010"."""
    if target is None or day is None or time.latest is None or time.latest >= day or target > inside[0]:
        return target
    if tree.sentence(target).block == "headline":
        return target
    between = [i for i in range(target + 1, inside[0]) if i in events]
    if any(tree.tokens[c].text.lower() == "will" for c in tree.children(target, "aux")):
        nouns = [i for i in between if tree.tokens[i].upos == "NOUN"]
        return nouns[-1] if nouns else target
    if events[target].tense != "present" or tree.tokens[target].xpos not in ("VBP", "VBZ"):
        return target
    past = [i for i in between if events[i].tense == "past"]
    return past[-1] if past else target


def _of_subject(tree: Tree, inside: range, target: int | None, events: Mapping[int, Event]) -> int | None:
    """The event that is the subject, where a time stands between it and its verb: "the attack on the port in 2014 | was
    condemned". Between commas the time is the verb's own."""
    if target is None or target < inside[0]:
        return target
    verb = min((target, *tree.children(target, "aux", "cop")))
    subjects = [c for c in tree.children(target, "nsubj", "csubj") if c in events and c < inside[0] and inside[-1] < verb]
    parted = any(tree.tokens[k].text == "," for s in subjects for k in range(s, verb))
    return subjects[-1] if subjects and tree.tokens[subjects[-1]].upos == "NOUN" and not parted else target


def _foreseen(
    tree: Tree, inside: range, time: Time, target: int | None, events: Mapping[int, Event], day: date | None
) -> int | None:
    """What is expected, planned, feared or offered for a time to come, where the parser has drawn the time to the verb: "expects
    | growth | next year"; no event where that is none: "plans a stadium in 2018"."""
    if target is None or day is None or time.earliest is None or time.earliest <= day or target > inside[0]:
        return target
    objects = tree.children(target, "obj", "nsubj:pass")
    expected = tree.tokens[target].lemma.lower() in group("foreseeing") and events[target].tense != "future"
    if not expected or tree.tokens[target].upos != "VERB" or not objects or objects[0] > inside[0]:
        return target
    if tree.is_(objects[0], "nsubj:pass"):  # "a ruling is expected next week"
        return objects[0] if objects[0] in events else target
    within = [i for i in tree.subtree(objects[0]) if i in events and i < inside[0] and tree.tokens[i].upos == "NOUN"]
    return objects[0] if objects[0] in events else within[-1] if within else None


def _still_to_come(
    tree: Tree, inside: range, time: Time, target: int | None, events: Mapping[int, Event], day: date | None
) -> int | None:
    """The event to come that a time after publication is of, where it hangs on what has been: "was invited to | talks | on
    September 2", said in August."""
    if target is None or day is None or time.earliest is None or time.earliest <= day or target > inside[0]:
        return target
    if events[target].tense != "past" or events[target].status != "actual":
        return target
    between = [i for i in range(target + 1, inside[0]) if i in events and events[i].tense == "future"]
    return between[-1] if between else target


def _landmark(tree: Tree, inside: range, target: int | None, events: Mapping[int, Event]) -> int | None:
    """The event right before a time that itself says when: "since its launch in 2003", "after the vote on Tuesday"."""
    before = _beside(tree, inside)
    noun = before in events and tree.tokens[before].upos == "NOUN" and tree.sentence(before) == tree.sentence(inside[0])
    cases = {tree.tokens[c].text.lower() for c in tree.children(before, "case", "mark")} if noun else set()
    return before if cases & LANDMARKS or (noun and _so_long_from(tree, before)) else target


def _so_long_from(tree: Tree, noun: int) -> bool:
    """Whether something is told as so long from a noun: "within | weeks of his capture |"."""
    of = next((c for c in tree.children(noun, "case") if tree.tokens[c].text.lower() == "of"), 0)
    return of > 0 and tree.tokens[of - 1].lemma.lower() in group("span")
