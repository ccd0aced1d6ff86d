"""Events told without a date in the thread of a dated one: news tells its main event once with its day, and goes on.

"On Monday the minister resigned. She thanked her staff and left by the back door." What the simple past goes on to tell in the
article's own voice belongs to the day just told; what the lead tells without any day is news of the day of publication or the one
before. Neither is said, so the EDTF is marked as uncertain ("2023-11-24?"), and the bounds reach to publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from dateline.model import Event
from dateline.tree import Tree
from dateline.when.again import definite
from dateline.when.attach import signal_before
from dateline.when.contest import result
from dateline.when.interval import Interval, within
from dateline.when.lexicon import group, offices
from dateline.when.speakers import others_speak
from dateline.when.state import State
from dateline.when.trial import of_a_case, tried, what_is_tried

_LEAD = 3  # the headline and the sentences in which news tells its main event
_REACH = 3  # sentences that a day told goes on for
_NEWS_REACH = 10  # and a day of the news itself, until another is told
_CLIMB = 8  # verbs that go on from one another: more of them is no readable sentence
_SIGNALS_WITHIN = 8  # tokens
RECENT = timedelta(days=7)  # a lead tells of these days
_TELLING = ("OCCURRENCE", "I_ACTION", "ASPECTUAL", "REPORTING")
# types of what is said and agreed, whose day says nothing of what is told at it
_TALK = frozenset(("ACCUSE", "AGREE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "STATE_CLAIM", "SUPPORT", "THREATEN"))
_BEFORE = frozenset(("previously", "formerly", "originally"))
_QUOTES = ('"', "“", "``", "«", "„")
_PLAIN = ("conj", "parataxis", "advcl")


@dataclass(frozen=True, slots=True)
class Scene:
    """A day that the text goes on telling of, and the event that told it."""

    day: date
    event: Event
    times: tuple[str, ...]
    sentence: int


def scenes(state: State) -> None:
    """Give undated events of the main thread the day of the scene they stand in, marked as uncertain."""
    day = state.headed
    if day is None:
        return
    scene, old = lead(state, day), -2
    measured = {link.event for link in state.distances}  # told as so long before or after something else
    for number, events in enumerate(_by_sentence(state)):
        told, new = _told(state, events, number), number - old > 1
        here = told or scene
        aside = not told and any(_aside(state, event, here, day) and not _charge(state, i, event) for i, event in events)
        for i, event in events:
            if event.id in state.intervals or aside or not _goes_on(state, i, event):
                continue
            if here and tried(state, here.event, event):
                state.add(event, what_is_tried(state, here.event, day))
            elif outcome := result(state, event, day):
                state.add(event, outcome)
            elif here and event.id not in measured and _reaches(state, here, number, i, event, day):
                state.add(event, _in(here, day))
            elif number < _LEAD and event.timeml_class != "REPORTING" and not event.attribution:
                state.add(event, fresh(day) if new or perfect(state.tree, i) else None)
        scene = told or scene
        old = number if aside and any(_long_ago(state, i, event, day) for i, event in events) else old


def _reaches(state: State, scene: Scene, number: int, i: int, event: Event, day: date) -> bool:
    """Whether a scene goes on to an event: near enough, and for what is said or told in the perfect, still news."""
    old = scene.day < day - RECENT
    if event.type in _TALK and others_speak(state, scene.event, event):
        return False
    if old and (event.timeml_class == "REPORTING" or perfect(state.tree, i)):
        return False
    if event.attribution and ({scene.event.type, event.type} & _TALK or not scene.event.type or not simple_past(state.tree, i)):
        return False  # what is said at a meeting is no news of its day
    return abs(number - scene.sentence) <= (_REACH if old else _NEWS_REACH) and (
        scene.sentence > number or not perfect(state.tree, i)
    )


def lead(state: State, day: date) -> Scene | None:
    """The day of the main event: the last exact one, of the days before publication, that the lead tells of in the past."""
    told = [
        scene
        for number, events in enumerate(_by_sentence(state))
        if number <= _LEAD and (scene := _told(state, events, number)) and timedelta(0) <= day - scene.day <= RECENT
    ]
    return max(told, key=lambda scene: (scene.day, -scene.sentence), default=None)


def fresh(day: date) -> Interval:
    """News without a day: most likely of the day of publication, and no later."""
    return within(None, day, edtf=f"{day}?", why="told as the news of the day")


def _in(scene: Scene, day: date) -> Interval:
    why = f"goes on from “{scene.event.text}”, which was on {scene.day}"
    return within(scene.day, max(day, scene.day), edtf=f"{scene.day}?", times=scene.times, why=why)


def _by_sentence(state: State) -> Iterator[list[tuple[int, Event]]]:
    """The events of each sentence, in the order of the text."""
    for sentence in state.tree.sentences:
        yield [(i, state.events[i]) for i in range(sentence.first, sentence.stop) if i in state.events]


def _told(state: State, events: list[tuple[int, Event]], number: int) -> Scene | None:
    """The exact day that a sentence tells of in its main thread; what had been before that is no scene."""
    for i, event in events:
        known = state.dated(event.id)
        if known is None or event.tense != "past" or event.status != "actual" or not _in_own_words(state, event):
            continue
        if before_that(state.tree, i) or not _main(state.tree, _reported(state, i, event)):
            continue
        first = known.earliest_begin
        if first and first == known.latest_end and not (known.edtf or "").endswith("?"):
            return Scene(first, event, known.times, number)
    return None


def _aside(state: State, event: Event, scene: Scene | None, day: date) -> bool:
    """Whether an event shows that its sentence tells of another time: it has a date before the scene; one to come is none."""
    known = state.dated(event.id)
    if known is None or known.latest_end is None or (known.earliest_begin and known.earliest_begin > day):
        return False
    return scene is None or known.latest_end < scene.day - RECENT


def _charge(state: State, i: int, event: Event) -> bool:
    """Whether a deed of long ago is told as what a court or the police now act over: "was charged in the 1995 | shooting |"."""
    above = state.tree.head(i)
    return above is not None and above in state.events and of_a_case(state.events[above], event)


def _long_ago(state: State, i: int, event: Event, day: date) -> bool:
    """Whether the main thread tells of a time before the news, so that what it goes on to is no news of the day."""
    known = state.dated(event.id)
    over = known is not None and known.latest_end is not None and known.latest_end < day - RECENT
    return over and event.tense == "past" and _main(state.tree, i)


def _goes_on(state: State, i: int, event: Event) -> bool:
    """Whether an event stands in the article's own thread: a finite verb of the main clause in the simple past."""
    if event.status != "actual" or event.timeml_class not in _TELLING or not _in_own_words(state, event):
        return False
    if event.lemma.lower() in group("founding"):  # "was founded by two brothers": long ago, unless a day is told
        return False
    if state.tree.is_(i, "nsubj") and definite(state.tree, i):  # "The statement caused …"
        return not state.headlined(event) and simple_past(state.tree, state.tree.tokens[i].head)
    if not _main(state.tree, _occasion(state.tree, _reported(state, i, event))):
        return False
    if _set_apart(state, i) or as_once(state.tree, i) or _formerly(state.tree, i):
        return False
    if state.headlined(event):
        return state.tree.tokens[i].xpos.startswith("VB")
    return event.tense == "past" and (simple_past(state.tree, i) or perfect(state.tree, i))


def _in_own_words(state: State, event: Event) -> bool:
    """Whether the article tells an event itself, or reports it in words of its own: "were picked up, police said"."""
    told = state.told.get(event.attribution or "")
    if told is None:
        return event.attribution is None
    said = state.document.text[max(told.content.start - 1, 0) : event.start]
    return told.stance == "affirms" and told.parent is None and not any(mark in said for mark in _QUOTES)


def _reported(state: State, i: int, event: Event) -> int:
    """The verb of telling above an event that its source tells of in the article's words: "police said they | arrested | two"."""
    told = state.told.get(event.attribution or "")
    cue = state.tree.at(told.cue.start) if told is not None and told.cue is not None else None
    return cue if cue is not None and cue == state.tree.head(i) and state.tree.is_(i, "ccomp") else i


def _set_apart(state: State, i: int) -> bool:
    """Whether words like "ahead of the pause" soon after a verb put it at another time than the rest; a day to come does not:
    "was remanded until September 3"."""
    tree = state.tree
    behind = range(i + 1, min(i + _SIGNALS_WITHIN, tree.sentence(i).stop))
    coming = {tree.at(t.start) for t in state.document.times if t.earliest and state.day and t.earliest > state.day}
    return any(
        (s := signal_before(tree.tokens, k + 1))
        and s.event in ("before", "after")
        and not coming & {k + 1}
        and not _moment(tree, k)
        for k in behind
    )


def as_once(tree: Tree, i: int) -> bool:
    """Whether a sentence opens with an office that somebody held when he did something, likely long ago: "As governor, he built".
    What he says as one of many he is still: "As a lawyer, he said"."""
    first = tree.sentence(i).first
    noun = next((c for c in tree.children(i, "obl", "advcl") if tree.tokens[first].head == c), None)
    if noun is None or tree.tokens[first].text.lower() != "as" or not simple_past(tree, i):
        return False
    one_of_many = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.children(noun, "det"))
    return tree.tokens[noun].lemma.lower() in offices() and not (one_of_many and tree.children(i, "ccomp"))


def _formerly(tree: Tree, i: int) -> bool:
    """Whether an adverb puts a verb before the scene: "she | previously | worked for a bank"."""
    return any(tree.tokens[c].text.lower() in _BEFORE for c in tree.children(i, "advmod"))


def _moment(tree: Tree, k: int) -> bool:
    """Whether the noun of a preposition is a moment of the same day: "just before | half-time |", "shortly after dawn"."""
    noun = tree.tokens[k].head
    return noun >= 0 and any(tree.tokens[i].lemma.lower() in group("moment") for i in (noun, *tree.children(noun, "compound")))


def _occasion(tree: Tree, i: int) -> int:
    """The verb that a clause with "where" goes on from: "flew to Cairo, where he met the president"; else the verb itself."""
    if not tree.is_(i, "acl:relcl") or "where" not in {tree.tokens[c].text.lower() for c in tree.children(i, "advmod")}:
        return i
    return next((a for a in islice(tree.ancestors(i), _CLIMB) if tree.tokens[a].upos == "VERB"), i)


def _main(tree: Tree, i: int) -> bool:
    """Whether a verb heads the sentence, or goes on or stands beside the one that does."""
    for _ in range(_CLIMB):
        if tree.head(i) is None:
            return True
        if not tree.is_(i, *_PLAIN) or tree.children(i, "mark"):
            return False
        i = tree.tokens[i].head
    return False


def _helpers(tree: Tree, i: int) -> list[tuple[str, str]]:
    return [(tree.tokens[c].lemma.lower(), tree.tokens[c].xpos) for c in tree.children(i, "aux", "cop")]


def simple_past(tree: Tree, i: int) -> bool:
    """Whether a clause is told in the simple past: "resigned", "was dismissed", not "had resigned"."""
    helpers = _helpers(tree, i)
    if any(lemma == "have" for lemma, _ in helpers):
        return False
    return any(tag == "VBD" for _, tag in helpers) or (not helpers and tree.tokens[i].xpos == "VBD")


def perfect(tree: Tree, i: int) -> bool:
    """Whether a clause is told in the present perfect: "has resigned"."""
    return any(lemma == "have" and tag in ("VBZ", "VBP") for lemma, tag in _helpers(tree, i))


def before_that(tree: Tree, i: int) -> bool:
    """Whether a clause is told in the past perfect: "had resigned"."""
    return any(lemma == "have" and tag == "VBD" for lemma, tag in _helpers(tree, i))
