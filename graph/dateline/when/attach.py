"""Which time goes with which event, by grammar: the event's own adverbials and modifiers, with the word that introduces each.

Works on Universal Dependencies; climbs from the time to the nearest word above it that is an event.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from dateline.model import Event, Time, Token
from dateline.tree import Tree
from dateline.when.agenda import postpones, set_for
from dateline.when.aside import by_the_way, of_a_comparison, of_the_season
from dateline.when.lexicon import Signal, group, signals
from dateline.when.meant import LANDMARKS, apart, meant

_CLIMB = 8
ERA = re.compile(r"\d{2,3}|[A-Z]+_REF")  # TIMEX3 of a century, a decade, or as vague as "current" and "recent"
_PREMODIFIERS = ("compound", "amod", "nummod", "nmod:poss", "nmod:unmarked", "nmod:desc")
_THINGS = ("nsubj", "obj", "iobj", "conj")
_CLAUSES = ("ccomp", "csubj", "advcl", "parataxis", "xcomp")
_RANGES = {"begin": ("to", "until", "till", "through", "-", "–"), "between": ("and",), "at": ("-", "–")}
_HALVES = {"begin": "end", "between": "between", "at": "at"}
_OCCASIONS = frozenset(("in", "at", "during", "on", "throughout", "within"))
_FALLING_DUE = frozenset(("due", "payable", "maturing", "expiring", "dated"))  # words that date a thing: "bonds due March 15"
_CLOSING = frozenset(("ended", "ending"))
_PERIODS = frozenset(("quarter", "half", "year", "month", "week", "period"))
_SIDES = ("after", "before")
_AHEAD = {"ahead": "of", "prior": "to"}
_FIRST = frozenset(("first", "second", "third", "fourth", "fifth", "last", "only"))  # "the first visit since 2019"
_UNTIL = frozenset(("before", "until", "till"))
_NOT = frozenset(("not", "n't", "never", "no"))
_EARLY = frozenset(("dawn", "daybreak", "sunrise"))
_LASTING = frozenset(("last", "take", "spend", "run", "go", "continue"))


@dataclass(frozen=True, slots=True)
class Link:
    """A time that belongs to an event, and how: "since", "on", "ahead of"."""

    event: str
    time: Time
    kind: str  # at, begin, end, before, after, within, length, between, or, of lengths, deadline, distance, so far and so long
    modifier: bool  # part of the event's noun phrase: "the four-day truce", "seven weeks of strikes"
    number: bool = False  # a year that is part of a name: "the World Games 2010"
    other: str | None = None  # of a distance, the event it is measured from: "two days after the vote"


def by_token(tree: Tree, events: tuple[Event, ...]) -> dict[int, Event]:
    """Events by the token they stand on."""
    found: dict[int, Event] = {}
    for event in events:
        i = tree.at(event.start)
        if i is not None:
            found.setdefault(i, event)
    return found


def links(tree: Tree, times: tuple[Time, ...], events: Mapping[int, Event], day: date | None = None) -> list[Link]:
    """Every time that can be attached to an event, in order of the text. `day` is that of publication."""
    found: list[Link] = []
    for time in times:
        inside = tree.within(time.start, time.end)
        begun = _range_begun(tree, inside, found) if inside else None
        if time.type == "SET" or not inside or by_the_way(tree, inside, time, events):
            continue
        if of_the_season(tree, inside, time) or (not begun and of_a_comparison(tree, inside)):
            continue
        if begun:
            found.append(Link(begun.event, time, _HALVES[begun.kind], begun.modifier))
            continue
        if inside[0] > 1 and tree.tokens[inside[0] - 1].text.lower() in _FALLING_DUE and inside[0] - 2 not in events:
            continue
        if _ends_a_period(tree, inside) or _only_named(tree, inside, time, events):
            continue
        top = _top(tree, inside)
        above = _governor(tree, top, inside, events, long=ERA.fullmatch(time.value) is not None)
        target = meant(tree, inside, time, above, events, day, times)
        target = _reported_for(tree, inside, time, target, events)
        if target is None:
            continue
        far = _measured(tree, inside, time, events)
        if far is not None:
            found += _distance(tree, inside, far, time, events)
            continue
        measures = time.type == "DURATION" and target > inside[-1]  # "after seven weeks of strikes"
        agreed = set_for(tree, inside, time, target, events)
        if agreed is not None:
            found = _set_anew(tree, target, events[agreed], found)
            found.append(Link(events[agreed].id, time, "at", False))
            if events[target].tense == "past" or postpones(tree, target):
                continue
        kind = "length" if measures else _kind(tree, inside, time, found)
        kind = _of_a_landmark(tree, inside, top, target, kind, events)
        kind = _sooner_or_later(tree, inside, time, events[target], target, kind)
        kind = "so long" if kind == "length" and _so_long(tree, inside, events[target], target) else kind
        kind = "so far" if time.type == "DURATION" and _so_far(tree, inside, target) else kind
        if (kind == "begin" or time.type == "DURATION") and compared(tree, inside, top, target):
            continue
        if kind == "begin" and _risen_from(tree, inside, events[target]):
            continue
        if kind == "end" and _lasting_on(tree, time, events[target], target, day):
            continue
        if kind == "at":
            target = _conjunct(tree, inside, target, events, found)
            target = _verb_of(tree, inside, target, events, found)
            target = _noun_of(tree, inside, time, target, events, found)
        if kind:
            modifier = _modifies(tree, top, inside, target)
            if kind != "length" or time.earliest or modifier or _lasts(tree, inside, target):
                found.append(Link(events[target].id, time, kind, modifier, _numbers(tree, inside, time)))
    return found


def _so_long(tree: Tree, inside: range, event: Event, target: int) -> bool:
    """Whether something has gone on for a length of time up to now: "has been fighting for ten years", "have lived there for"."""
    have = any(
        tree.tokens[c].lemma.lower() == "have" and tree.tokens[c].xpos in ("VBZ", "VBP") for c in tree.children(target, "aux")
    )
    lasting = tree.tokens[target].xpos == "VBG" or event.timeml_class == "STATE" or event.lemma.lower() in group("holding")
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    return have and lasting and word == "for" and target < inside[0] and event.status == "actual"


def _so_far(tree: Tree, inside: range, target: int) -> bool:
    """Whether a length is that of the time up to now in which something has been done: "has sold two million phones in | the six
    weeks | since its launch"."""
    after = inside[-1] + 1
    goes_on = after < len(tree.tokens) and tree.tokens[after].text.lower() in ("since", "that", "it", "he", "she", "they")
    have = any(
        tree.tokens[c].lemma.lower() == "have" and tree.tokens[c].xpos in ("VBZ", "VBP") for c in tree.children(target, "aux")
    )
    before = [tree.tokens[i].text.lower() for i in range(max(0, inside[0] - 2), inside[0] + 1)]
    in_the = any(pair in (("in", "the"), ("over", "the")) for pair in pairwise(before))
    return goes_on and have and in_the


def _only_named(tree: Tree, inside: range, time: Time, events: Mapping[int, Event]) -> bool:
    """Whether an event known by name is told of without placing another: "planned the | September 11 attacks |"."""
    if time.rule != "named event" or not any(i in events for i in inside):
        return False
    first = inside[0] - 1 if inside[0] and tree.tokens[inside[0] - 1].text.lower() == "the" else inside[0]
    signal = signal_before(tree.tokens, first)
    return signal is None or not signal.event


def _ends_a_period(tree: Tree, inside: range) -> bool:
    """Whether a day only says which period of business is meant: "for the quarter ended | Sept. 30 |"."""
    ended = inside[0] - (2 if inside[0] and tree.tokens[inside[0] - 1].text.lower() == "on" else 1)
    if ended < 1 or tree.tokens[ended].text.lower() not in _CLOSING:
        return False
    return tree.tokens[ended - 1].lemma.lower() in _PERIODS


def _reported_for(tree: Tree, inside: range, time: Time, target: int | None, events: Mapping[int, Event]) -> int | None:
    """What was reported for a period, which is not the day of the report: "reported a | loss | of $3 million for the quarter"."""
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    if target is None or word != "for" or target > inside[0] or events[target].timeml_class != "REPORTING":
        return target
    told = next((c for c in tree.children(target, "obj") if c in events and c < inside[0]), None)
    whole = time.earliest is not None and time.earliest != time.latest
    return told if told is not None or (whole and time.type == "DATE") else target


def _set_anew(tree: Tree, verb: int, event: Event, found: list[Link]) -> list[Link]:
    """The times found so far, without the day that an event had before a verb put it off."""
    return [link for link in found if not (link.event == event.id and link.kind == "at")] if postpones(tree, verb) else found


def _top(tree: Tree, inside: range) -> int:
    """The word of a time expression that all others hang on."""
    return next((i for i in reversed(inside) if tree.tokens[i].head not in inside or tree.head(i) is None), inside[-1])


def _governor(tree: Tree, top: int, inside: range, events: Mapping[int, Event], *, long: bool) -> int | None:
    """The nearest event above a time, or below it where the time heads the phrase: "seven weeks of strikes".

    `long`: of a decade or more, or vague.
    """
    of = inside[-1] + 1
    if of < len(tree.tokens) and tree.tokens[of].text.lower() == "of":  # "seven weeks of strikes"
        noun = tree.tokens[of].head
        if noun > of and noun in events:
            return noun
    node: int | None = tree.head(top)
    below = top
    for _ in range(_CLIMB):
        if node is None:
            break
        if node in events and node not in inside:
            return node
        if (there := _there_is(tree, node, inside, events)) is not None:
            return there
        if node > below and tree.is_(below, *_PREMODIFIERS) and (_only_a_thing(tree, node) or (long and node not in events)):
            return None  # "the 2011 version", "in an 18th-century church": the thing's date, not the event's
        if below not in inside and (tree.is_(below, "amod", "acl", "acl:relcl") or _than(tree, below)):
            return None  # "bonds due in 2007", "more than they now pay"
        if below not in inside and tree.is_(below, *_CLAUSES) and (own := _in_clause(tree, below, inside, events)) is not None:
            return own
        below, node = node, tree.head(node)
    return next((c for c in tree.children(top) if c in events and c not in inside), None)


def _there_is(tree: Tree, verb: int, inside: range, events: Mapping[int, Event]) -> int | None:
    """The event that a clause with "there" says there is, or was: "there was an | earthquake | on Friday", "there were reports of
    | shots |"."""
    if tree.tokens[verb].lemma.lower() != "be" or not tree.children(verb, "expl"):
        return None
    nouns = tree.children(verb, "nsubj")
    below = [c for noun in nouns for c in tree.children(noun, "nmod")]
    return next((c for c in (*nouns, *below) if c in events and c not in inside), None)


def _only_a_thing(tree: Tree, i: int) -> bool:
    """Whether a noun with a date of its own is no occasion on which something happens: "a premium over Wednesday's price", but
    "wrote in Friday's paper"."""
    if tree.is_(i, *_THINGS):
        return True
    cases = {tree.tokens[c].text.lower() for c in tree.children(i, "case")}
    return tree.is_(i, "obl", "nmod") and bool(cases) and not cases & _OCCASIONS and not cases & LANDMARKS


def _in_clause(tree: Tree, clause: int, inside: range, events: Mapping[int, Event]) -> int | None:
    """The last event before a time in a clause whose own head is none: "he was behind two killings last week"."""
    sentence = tree.sentence(clause)
    before = [i for i in range(sentence.first, inside[0]) if i in events and clause in islice(tree.ancestors(i), _CLIMB)]
    return before[-1] if before else None


def _than(tree: Tree, i: int) -> bool:
    """Whether a clause only says what something is compared with."""
    return tree.is_(i, "advcl") and any(tree.tokens[c].text.lower() == "than" for c in tree.children(i, "mark", "case"))


def _conjunct(tree: Tree, inside: range, target: int, events: Mapping[int, Event], found: list[Link]) -> int:
    """The later of two joined verbs where the earlier has a time of its own: "fell ill in 2004 and took leave in 2009"."""
    dated = any(link.event == events[target].id and link.kind == "at" and not link.modifier for link in found)
    later = [c for c in tree.children(target, "conj") if c in events and target < c < inside[0]] if dated else []
    return later[-1] if later else target


def _verb_of(tree: Tree, inside: range, target: int, events: Mapping[int, Event], found: list[Link]) -> int:
    """The verb of an object that has a time of its own before it: "reported a second-quarter | loss | last month"."""
    verb = tree.head(target)
    own = any(link.event == events[target].id and link.modifier and link.time.type != "DURATION" for link in found)
    return verb if own and verb in events and verb is not None and tree.is_(target, "obj") and target < inside[0] else target


def _noun_of(tree: Tree, inside: range, time: Time, target: int, events: Mapping[int, Event], found: list[Link]) -> int:
    """The noun right before a time, where its verb has another time of its own: "on Monday condemned the | raid | of Friday"."""
    own = [link.time for link in found if link.event == events[target].id and link.kind == "at" and not link.modifier]
    nouns = [i for i in range(target + 1, inside[0]) if i in events and tree.tokens[i].upos == "NOUN"]
    if not nouns or not any(apart(one, time) for one in own):
        return target
    joined = any(tree.tokens[i].text == "," or tree.tokens[i].xpos == "CC" for i in range(nouns[-1], inside[0]))
    return target if joined else nouns[-1]


def compared(tree: Tree, inside: range, top: int, target: int) -> bool:
    """Whether a time only says how far back a comparison goes: "the worst storm since 2019", "rose to its highest since May"."""
    path = [top]
    while path[-1] != target and len(path) < _CLIMB and tree.head(path[-1]) is not None:
        path.append(tree.tokens[path[-1]].head)
    behind = range(max(0, inside[0] - 2), inside[0] - 1)  # the word before "since", whatever it hangs on
    near = [k for node in (*path[1:], *behind) for k in (node, *tree.children(node, "amod", "nummod", "advmod", "det"))]
    return any(k < inside[0] and (tree.tokens[k].xpos in ("JJS", "RBS") or tree.tokens[k].text.lower() in _FIRST) for k in near)


def _lasts(tree: Tree, inside: range, target: int) -> bool:
    """Whether a length of time is how long the event lasts: "for two days", "lasted two days"."""
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    return word == "for" or tree.tokens[target].lemma.lower() in _LASTING


def _range_begun(tree: Tree, inside: range, found: list[Link]) -> Link | None:
    """The first half of a range that a time ends: "from Sept. 19" before "to 22", "between 3 May" before "and 9 May",
    "1999" before "-2003"."""
    last = found[-1] if found and found[-1].kind in _RANGES else None
    if last is None or tree.within(last.time.start, last.time.end)[-1] != inside[0] - 2:
        return None
    return last if tree.tokens[inside[0] - 1].text.lower() in _RANGES[last.kind] else None


def _measured(tree: Tree, inside: range, time: Time, events: Mapping[int, Event]) -> int | None:
    """The event that a length of time is measured from: "two days after the vote", "a week before he resigned",
    "a week ahead of the vote", "within a week of the vote"."""
    after = inside[-1] + 1
    if time.type != "DURATION" or after >= len(tree.tokens):
        return None
    word = tree.tokens[after].text.lower()
    if word == "of" and inside[0] and tree.tokens[inside[0] - 1].text.lower() == "within":  # "within two weeks of the vote"
        noun = tree.tokens[after].head
        return noun if noun in events and noun > after else None
    if word in _AHEAD and after + 1 < len(tree.tokens) and tree.tokens[after + 1].text.lower() == _AHEAD[word]:
        after += 1
    elif word not in _SIDES:
        return None
    head = tree.tokens[after].head
    return head if head in events and head > after and tree.is_(after, "case", "mark") else None


def _distance(tree: Tree, inside: range, far: int, time: Time, events: Mapping[int, Event]) -> list[Link]:
    """The distance between the event of the clause and the one it is measured from."""
    near = next((a for a in islice(tree.ancestors(far), _CLIMB) if a in events), None)
    if near is None:
        return []
    word = tree.tokens[inside[-1] + 1].text.lower()
    side = "within" if word == "of" else "after" if word == "after" else "before"
    return [Link(events[near].id, time, side, False, other=events[far].id)]


def _numbers(tree: Tree, inside: range, time: Time) -> bool:
    """Whether a year stands right behind a name, whose number it is."""
    return time.rule == "year" and inside[0] > 0 and tree.tokens[inside[0] - 1].upos == "PROPN"


def _modifies(tree: Tree, top: int, inside: range, target: int) -> bool:
    """Whether the time is part of the event's own noun phrase."""
    if target > inside[-1] and tree.tokens[inside[-1] + 1].text.lower() == "of":
        return True
    return tree.tokens[top].head == target and tree.is_(top, "compound", "amod", "nummod", "nmod:poss", "nmod:unmarked", "nmod")


def signal_before(tokens: tuple[Token, ...], i: int) -> Signal | None:
    """The signal that ends right before a token."""
    if i <= 0:
        return None
    for signal in signals().get(tokens[i - 1].text.lower(), ()):
        start = i - len(signal.words)
        if start >= 0 and all(tokens[start + k].text.lower() == word for k, word in enumerate(signal.words)):
            return signal
    return None


def _risen_from(tree: Tree, inside: range, event: Event) -> bool:
    """Whether a time only says what a change is measured from: "rose 3 percent from May", but "will rise from May"."""
    on = tree.tokens[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(tree.tokens) else ""
    changed = event.type == "CHANGE" and event.tense == "past" and bool(event.quantities)
    return changed and tree.tokens[inside[0] - 1].text.lower() == "from" and on not in _RANGES["begin"]


def _lasting_on(tree: Tree, time: Time, event: Event, target: int, day: date | None) -> bool:
    """Whether a time to come only says how long what was done holds: "was remanded until September 15", said in August."""
    done = event.tense == "past" and event.status == "actual" and tree.tokens[target].upos == "VERB"
    return done and day is not None and time.earliest is not None and time.earliest > day


def _sooner_or_later(tree: Tree, inside: range, time: Time, event: Event, target: int, kind: str | None) -> str | None:
    """How a time places its event where "before" or "until" mean another side of it: "will not resume before Monday", "did not
    resign until 2014"; the night or hour named with its day is of that day: "attacked before dawn on Thursday"."""
    word = tree.tokens[inside[0] - 1].text.lower() if inside[0] else ""
    if time.type == "TIME" and word in _SIDES and (event.tense == "past" or time.text.split()[0].lower() in _EARLY):
        return "at"
    if word not in _UNTIL or event.status == "negated" or not _not(tree, target):
        return kind
    return "at" if event.tense == "past" else "after"


def _not(tree: Tree, i: int) -> bool:
    """Whether a verb, its subject or the verb it completes has a "not" or "no"."""
    infinitive = any(tree.tokens[m].text.lower() == "to" for m in tree.children(i, "mark"))  # "urged them not | to leave |"
    own = [] if infinitive else [i]
    above = [tree.tokens[i].head] if tree.is_(i, "xcomp") else []
    chain = [k for verb in (*own, *above) for k in (verb, *tree.children(verb, "nsubj"))]
    return any(tree.tokens[c].lemma.lower() in _NOT for k in chain for c in tree.children(k, "advmod", "det"))


def _kind(tree: Tree, inside: range, time: Time, found: list[Link]) -> str | None:
    """How the time places its event, from the words before it."""
    first = inside[0]
    word = tree.tokens[first - 1].text.lower() if first else ""
    if word == "between":
        return "between"
    signal = signal_before(tree.tokens, first)
    if signal is None:
        return "length" if time.type == "DURATION" and time.earliest is None else "at"
    if time.type == "DURATION" and time.earliest is None and signal.time != "length":
        return {"within": "deadline", "in": "distance"}.get(word)  # "after three weeks": neither a length nor a date
    if word == "to" and not (found and found[-1].kind == "begin"):
        return "at" if time.type != "DURATION" else "length"
    return signal.time


def _of_a_landmark(tree: Tree, inside: range, top: int, target: int, kind: str | None, events: Mapping[int, Event]) -> str | None:
    """How a time places its event where it only says which event "since" or "after" means, and is that one's day, "since
    | Wednesday's | close"; or where what it dates is no event, and the word before that counts: "since its founding in 1949"."""
    if kind in ("begin", "before", "after", "end") and target > inside[-1] and tree.is_(top, *_PREMODIFIERS):
        return "at" if tree.tokens[top].head == target else kind
    noun = tree.head(top)
    if kind != "at" or noun is None or noun in events or noun > inside[0] or tree.tokens[noun].upos != "NOUN":
        return kind
    cases = [c for c in tree.children(noun, "case") if tree.tokens[c].text.lower() in LANDMARKS]
    signal = signal_before(tree.tokens, cases[0] + 1) if cases else None
    return signal.time if signal is not None and target != noun else kind
