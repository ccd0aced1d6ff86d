"""How a date passes from one event to another: along the tree, from a verb to the noun it reports on, from a clause to its parts.

"The truce took effect on Friday" dates the truce; "met on Thursday and signed a deal" dates the signing; what somebody said on
Monday has happened by Monday.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from dateline.model import Event
from dateline.tree import Tree
from dateline.when.attach import compared
from dateline.when.interval import Interval, short
from dateline.when.lexicon import HARM, MISHAPS, Phase, group, phases, signals
from dateline.when.scene import before_that, perfect, simple_past
from dateline.when.state import State
from dateline.when.trial import of_a_case

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_OBJECTS = ("obj", "xcomp", "ccomp")
_SHARING = ("conj", "advcl", "acl", "xcomp")
_DURING = frozenset(("in", "during", "at", "amid", "throughout"))
_WORDS = frozenset(("ACCUSE", "REJECT", "REQUEST", "STATE_CLAIM", "THREATEN"))  # types of what is done by saying it
_HARMED = HARM | {"MOVE"}
_DISTANCE = 40  # tokens: coordination further apart than this is mostly a parse gone wrong


def phase(tree: Tree, i: int) -> Phase | None:
    """What a verb of phase says of another event, with its particle or object where it needs them."""
    lemma = tree.tokens[i].lemma.lower()
    for child in tree.children(i, "obj", "compound:prt", "obl", "advmod", "xcomp"):
        words = [tree.tokens[c].text.lower() for c in tree.children(child, "case")]
        found = phases().get("_".join([lemma, *words, tree.tokens[child].lemma.lower()]))
        if found:
            return found
    return phases().get(lemma)


def others(tree: Tree, i: int, found: Phase, events: Mapping[int, Event]) -> list[int]:
    """The events that a verb of phase speaks of."""
    objects = [c for c in tree.children(i, *_OBJECTS) if c in events]
    passed = [c for c in _subjects(tree, i) if c in events]
    passive = bool(tree.children(i, "nsubj:pass", "aux:pass")) or (tree.is_(i, "acl") and tree.tokens[i].xpos == "VBN")
    doers = [c for c in tree.children(i, "obl") if c in events and _by(tree, c)]  # "was rocked by two blasts on Friday"
    subjects = [] if _governs(tree, i) else doers if passive else passed
    objects = objects or (passed if passive else [])
    if found.phase == "valid":
        subjects = [c for c in subjects if tree.tokens[c].lemma.lower() not in group("outcome_noun")]
    return {"object": objects, "subject": subjects, "either": objects or subjects}[found.other]


def _by(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].text.lower() == "by" for c in tree.children(i, "case"))


def _governs(tree: Tree, i: int) -> bool:
    """Whether an infinitive says what is to happen, and when: "the vote is due | to take place on Friday |"."""
    return any(tree.tokens[m].text.lower() == "to" for c in tree.children(i, "xcomp") for m in tree.children(c, "mark"))


def _subjects(tree: Tree, i: int) -> list[int]:
    """What a verb says something of: its subject, for "that" and "which" or a participle the noun before ("an airstrike that
    killed ten", "an agreement reached in 1991"), for an infinitive that of the verb above: "the vote is due to be held"."""
    own = tree.children(i, *_SUBJECTS)
    above = tree.head(i)
    if above is None or not tree.is_(i, "acl", "xcomp"):
        return own
    if tree.is_(i, "xcomp"):
        return own or tree.children(above, "obj") or _subjects(tree, above)
    relative = any(tree.tokens[c].upos == "PRON" for c in own)
    return [above] if relative or (not own and not tree.is_(i, "acl:relcl")) else own


def part(found: Phase, interval: Interval) -> Interval:
    """What the date of a verb of phase is to the other event: its begin, its end, or all of it."""
    first, last = interval.earliest_begin, interval.latest_end
    if found.phase == "whole":
        return interval
    begins = found.phase in ("begin", "valid")
    if interval.edtf and first is None and last is None:  # of an unknown year
        edtf = f"{interval.edtf}/.." if begins else f"../{interval.edtf}"
        return replace(interval, edtf=edtf if "/" not in interval.edtf else interval.edtf)
    if begins:
        return Interval(
            earliest_begin=first, latest_begin=last, earliest_end=first, times=interval.times, why=(*interval.why, "its begin")
        )
    return Interval(latest_begin=last, earliest_end=first, latest_end=last, times=interval.times, why=(*interval.why, "its end"))


def along(tree: Tree, i: int, event: Event, events: Mapping[int, Event], known: Mapping[str, Interval]) -> Interval | None:
    """The date an event has from the one that governs it, or from the one before it in a coordination."""
    above = tree.head(i)
    if above is None or above not in events or abs(above - i) > _DISTANCE:
        return None
    other, interval = events[above], known.get(events[above].id)
    if interval is None or not interval.dated or not tree.is_(i, *_SHARING):
        return None
    if _alike(event, other) and not _has_subordinator(tree, i) and not _since_then(tree, i, above):
        return replace(interval, why=(f"told together with “{other.text}”", *interval.why))
    return None


def _alike(one: Event, other: Event) -> bool:
    """Whether two events are told as of one time: neither looks ahead of the other."""
    return one.tense == other.tense and one.status == other.status and other.timeml_class != "REPORTING"


def _since_then(tree: Tree, i: int, above: int) -> bool:
    """Whether only the later of two joined verbs stands in a perfect: "took up arms in 1984 and thousands have been killed"."""
    return any(told(tree, i) and not told(tree, above) for told in (perfect, before_that)) and simple_past(tree, above)


def _has_subordinator(tree: Tree, i: int) -> bool:
    """Whether words like "after" or "if" set the clause apart in time, or "where" only goes on from it; "while" does not."""
    words = {
        tree.tokens[c].text.lower()
        for c in tree.children(i, "mark", "advmod")
        if tree.is_(c, "mark") or tree.tokens[c].xpos == "WRB"
    }
    return bool(words - {"to", "by", "and", "with"} - _together())


@cache
def _together() -> frozenset[str]:
    """Words like "while", behind which something is told that goes on at the same time."""
    return frozenset(s.words[0] for rows in signals().values() for s in rows if s.event == "simultaneous" and len(s.words) == 1)


def phases_lend(state: State) -> None:
    """Dates of verbs of phase, given to the event they speak of; twice, for chains like "began to hold talks"."""
    for _ in range(2):
        for i, event in state.events.items():
            found = phase(state.tree, i)
            if found is None:
                continue
            targets = others(state.tree, i, found, state.events)
            interval = state.intervals.get(event.id)
            for target in targets:
                if interval and interval.dated:
                    state.lend(target, part(found, interval))
                    state.begun |= {state.events[target].id} if found.phase in ("begin", "valid") else set()
                elif found.phase == "whole" and state.intervals.get(state.events[target].id):
                    state.lend(i, state.intervals[state.events[target].id])


def shared(state: State) -> None:
    """Dates shared along coordination, participles and complements, from the top of the tree down."""
    for i in _top_down(state.tree):
        event = state.events.get(i)
        if event and not state.dated(event.id):
            state.add(event, along(state.tree, i, event, state.events, state.intervals))


def _top_down(tree: Tree) -> Iterator[int]:
    """All tokens, each after its governor."""
    todo = [i for i in range(len(tree.tokens)) if tree.head(i) is None]
    while todo:
        yield from todo
        todo = [child for i in todo for child in tree.children(i)]


def during(state: State) -> None:
    """What happens in or during a dated event happens then: "killed in strikes since October"; and the occasion of something
    dated is then, too: "announced on Friday at a conference", "came on Friday in a letter"."""
    for i, event in state.events.items():
        for child in state.tree.children(i, "obl"):
            other = state.events.get(child)
            words = {state.tree.tokens[c].text.lower() for c in state.tree.children(child, "case")}
            if other is None or not words & _DURING or of_a_case(event, other):
                continue
            mine, its = state.intervals.get(event.id), state.intervals.get(other.id)
            if its and its.dated and mine is None:
                state.add(event, its)
            elif (
                mine
                and _lends(state, mine, other)
                and its is None
                and _alike(other, event)
                and (_occasion(state.tree, child, words) or _did(event, other) or (other.type == "CONSULT" and "during" in words))
            ):
                state.add(other, replace(mine, why=(f"the occasion of “{event.text}”", *mine.why)))


def _lends(state: State, interval: Interval, other: Event) -> bool:
    """Whether an interval rests on times, none of which is the noun itself: "survived in | fall |"."""
    spans = ((state.times[key].start, state.times[key].end) for key in interval.times)
    return interval.dated and not any(start <= other.start < end for start, end in spans)


def after_something(state: State) -> None:
    """What was done after something that the same breath tells as new was done on its day: "held after a | chase | on Friday".
    What is known already is but a landmark: "resigned after the vote on Friday"."""
    for i, event in state.events.items():
        interval, verb = state.dated(event.id), state.tree.head(i)
        if interval is None or verb is None or verb not in state.events or not state.tree.is_(i, "obl"):
            continue
        cases = {state.tree.tokens[c].text.lower() for c in state.tree.children(i, "case")}
        new = any(state.tree.tokens[c].text.lower() in ("a", "an") for c in state.tree.children(i, "det"))
        behind = all(state.times[key].start > event.end for key in interval.times)
        near = new and behind and cases == {"after"} and short(interval)
        if near and simple_past(state.tree, verb) and _alike(event, state.events[verb]):
            state.lend(verb, replace(interval, why=(f"after “{event.text}”", *interval.why)))


def audiences(state: State) -> None:
    """An occasion that is told something was when it was told: "told a news conference on Friday"."""
    for i, event in state.events.items():
        mine = state.dated(event.id) if event.type == "STATE_CLAIM" else None
        for child in state.tree.children(i, "obj", "iobj") if mine else ():
            other = state.events.get(child)
            if mine and other and other.type == "CONSULT" and state.nominal(other.id):
                state.lend(child, replace(mine, why=(f"the occasion of “{event.text}”", *mine.why)))


def when_clauses(state: State) -> None:
    """What happened when something dated did was then, too: "a woman was hurt | when a wall collapsed in March", "As prices rose
    last month, shops closed"."""
    for i, event in state.events.items():
        interval = state.dated(event.id)
        above = state.tree.head(i)
        if interval is None or above is None or above not in state.events or not state.tree.is_(i, "advcl"):
            continue
        word = _joining(state, i, above, interval)
        other = state.events[above]
        alike = _alike(event, other) or (word == "when" and _said_then(state.tree, i, above, event, other))
        if word and alike and other.tense in ("past", "future") and not _since_then(state.tree, i, above):
            state.lend(above, replace(interval, why=(f"{word} “{event.text}” was", *interval.why)))


def _joining(state: State, i: int, above: int, interval: Interval) -> str | None:
    """The word by which a clause tells when another was: "when", or one that opens the sentence; a cause is as near as that only
    where it happened within a month: "Because the river rose on Friday, …"."""
    words = {state.tree.tokens[c].text.lower() for c in state.tree.children(i, "advmod", "mark")}
    if "when" in words:
        return "when"
    telling = state.events[i].timeml_class in ("REPORTING", "STATE", "I_STATE")
    if i > above or telling or not simple_past(state.tree, i) or not simple_past(state.tree, above):
        return None
    first = state.tree.tokens[state.tree.sentence(i).first].text.lower()  # but "Just as he went to Rome, she …" only compares
    return "as" if "as" in words and first == "as" else "because" if "because" in words and short(interval) else None


def _said_then(tree: Tree, i: int, above: int, event: Event, report: Event) -> bool:
    """Whether a clause tells when somebody spoke who is told of right behind it: "When the wall fell in 1989, Kohl said that …";
    not where that is set between commas, "When the wall fell, Kohl said, he was away"."""
    after = tree.tokens[above + 1].text if above + 1 < len(tree.tokens) else ""
    alike = event.tense == report.tense == "past" and event.status == report.status
    return i < above and alike and after not in (",", ".") and bool(tree.children(above, "ccomp", "obj", "xcomp"))


def victims(state: State) -> None:
    """What was done to the victim of something dated was done in it: "the 1995 shooting of a doctor, who was | wounded |"."""
    for i, event in state.events.items():
        victim = state.tree.head(i) if state.tree.is_(i, "acl:relcl") and state.tree.children(i, "nsubj:pass") else None
        above = state.tree.head(victim) if victim is not None and state.tree.is_(victim, "nmod") else None
        known = state.dated(state.events[above].id) if above is not None and above in state.events else None
        if above is None or known is None or event.type not in HARM or event.status != "actual" or not simple_past(state.tree, i):
            continue
        if state.events[above].type in HARM | MISHAPS and event.id not in state.intervals:
            state.lend(i, replace(known, why=(f"told of the victim of “{state.events[above].text}”", *known.why)))


def become(state: State) -> None:
    """Who became the first to do something became so when he did it: "became the first woman to | win | on Friday"."""
    for i, event in state.events.items():
        noun = state.tree.head(i) if state.tree.is_(i, "acl") and state.tree.tokens[i].xpos == "VB" else None
        verb = state.tree.head(noun) if noun is not None and state.tree.is_(noun, "xcomp", "obj") else None
        interval = state.dated(event.id)
        if interval is None or verb is None or verb not in state.events or state.events[verb].tense != event.tense:
            continue
        if state.tree.tokens[verb].lemma.lower() == "become":
            state.lend(verb, replace(interval, why=(f"told together with “{event.text}”", *interval.why)))


def together_harmed(state: State) -> None:
    """Dead and injured told in one breath were harmed together: "were killed and a third was injured | on Friday |"."""
    for i, event in state.events.items():
        above = state.tree.head(i)
        other = state.events.get(above) if above is not None and state.tree.is_(i, "conj") else None
        interval = state.dated(event.id)
        if above is None or other is None or interval is None or not {event.type, other.type} <= _HARMED:
            continue
        if _alike(event, other) and simple_past(state.tree, above) == simple_past(state.tree, i):
            state.lend(above, replace(interval, why=(f"told together with “{event.text}”", *interval.why)))


def _did(harm: Event, cause: Event) -> bool:
    """Whether harm was done in something that happened at once: "killed in the crash", but not "killed in the war"."""
    return harm.type in _HARMED and cause.type in MISHAPS and cause.lemma.lower() not in group("enduring")


def _occasion(tree: Tree, i: int, words: set[str]) -> bool:
    """Whether a noun names one single occasion: "at the conference", "in a letter", "in fighting", but not "in the war"."""
    bare = "in" in words and tree.tokens[i].upos == "NOUN" and not tree.children(i, "det", "nmod:poss", "amod")
    lemma = tree.tokens[i].lemma.lower()
    if bare and (lemma.endswith("ing") or lemma not in group("enduring")):
        return True
    return "at" in words or any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children(i, "det"))


def since(state: State) -> None:
    """What has gone on since something dated began then: "poverty has | risen | since the coup in 2013"; not where that only says
    how far back something compares."""
    for i, event in state.events.items():
        began, case = state.dated(event.id), state.tree.child(i, "case", "mark")
        verb = state.tree.head(i)
        if began is None or case is None or state.tree.tokens[case].text.lower() != "since" or verb not in state.events:
            continue
        inside = range(case + 1, i + 1)
        if verb is None or compared(state.tree, inside, i, verb) or not perfect(state.tree, verb):
            continue
        last = began.latest_end if state.tree.is_(i, "obl") else began.latest_begin
        if began.earliest_begin and last and state.day and last <= state.day:
            lasting = replace(began, latest_begin=last, earliest_end=state.day, latest_end=state.day, edtf=None)
            state.lend(verb, replace(lasting, why=(f"since “{event.text}”, up to publication", *began.why)))


def made_known(state: State) -> None:
    """Who says something in a text says it when that is made known: "said in a | statement issued on Friday |", "the report that
    was released in May said", "a study published on Friday found that …"."""
    for i, event in state.events.items():
        interval, noun = state.dated(event.id), state.tree.head(i)
        if interval is None or noun is None or not state.tree.is_(i, "acl") or event.tense != "past":
            continue
        verb = state.tree.head(noun)
        if verb is None or verb not in state.events or state.tree.tokens[i].lemma.lower() not in group("published"):
            continue
        cases = {state.tree.tokens[c].text.lower() for c in state.tree.children(noun, "case")}
        inside = state.tree.is_(noun, "obl") and "in" in cases
        report = state.events[verb]
        tells = report.timeml_class == "REPORTING" or report.type in _WORDS or bool(state.tree.children(verb, "ccomp"))
        speaks = tells and report.tense == "past" and report.status == "actual"
        if speaks and (inside or (state.tree.is_(noun, "nsubj") and not state.tree.is_(noun, "nsubj:pass"))):
            told = replace(interval, why=(f"told in what was “{event.text}”", *interval.why))
            state.lend(verb, told)
            if not inside and noun in state.events and state.events[noun].type == "STATE_CLAIM":  # "a | report | released in May"
                state.lend(noun, told)
