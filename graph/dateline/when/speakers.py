"""Who speaks, from report to report: what a speaker says after a dated occasion to speak is said on that day.

"The minister met reporters on Friday. … He said prices would fall." Only a meeting or a statement is such an occasion: who won on
Sunday may have spoken on Tuesday. The thread holds for a few sentences, and breaks where the speaker is told of at another time.
"""

from dataclasses import replace

from dateline.model import Event
from dateline.tree import Tree
from dateline.when.interval import Interval
from dateline.when.state import State

_PRONOUNS = frozenset(("he", "she", "they", "it", "his", "her", "who"))
_GOING_ON = frozenset(("also", "then", "further", "additionally"))
_REACH = 8  # sentences
_TALK = frozenset(("CONSULT", "STATE_CLAIM"))
_WORDS = frozenset(("ACCUSE", "REJECT", "REQUEST", "STATE_CLAIM", "THREATEN"))  # types of what somebody does by speaking


def _occasion(event: Event) -> bool:
    """Whether somebody speaks, or is among others who do, in an event."""
    return event.timeml_class == "REPORTING" or event.type in _TALK


def others_speak(state: State, one: Event, other: Event) -> bool:
    """Whether an event is the saying of one person known by name, and another that of another, so that the day of the one is not
    that of the other; "the president" may be either, and who speaks for a firm says it when the firm does."""
    tree = state.tree
    if (one.timeml_class != "REPORTING" and one.type not in _WORDS) or one is other:
        return False
    mine, its = _speaker(tree, one), _last_named(state, other)
    return _person(state, mine) and _person(state, its) and _word(tree, mine) != _word(tree, its)


def _last_named(state: State, event: Event) -> int | None:
    """Who speaks in an event; where a pronoun tells it, who spoke last before by a name or noun."""
    own = _speaker(state.tree, event)
    if _word(state.tree, own) not in _PRONOUNS:
        return own
    before = [e for e in state.by_id.values() if e.end <= event.start and _occasion(e)]
    named = (k for e in sorted(before, key=lambda e: -e.start) if (k := _speaker(state.tree, e)) is not None)
    return next((k for k in named if _word(state.tree, k) not in _PRONOUNS), own)


def _person(state: State, i: int | None) -> bool:
    """Whether a token is part of a person's name."""
    token = state.tree.tokens[i] if i is not None else None
    return token is not None and any(n.label == "PERSON" and n.start <= token.start < n.end for n in state.document.names)


def _speaker(tree: Tree, event: Event) -> int | None:
    """The head of an event's agent: of a name the last word, by which it is told again: "Rosa Quispe", later "Quispe"; of an
    office with a name that of the name: "the manager, Rosa Quispe"."""
    role = next((r for r in event.roles if r.role == "agent"), None)
    inside = tree.within(role.start, role.end) if role is not None else range(0)
    head = next((t for t in inside if tree.tokens[t].head not in inside), None)
    named = (
        next((c for c in tree.children(head, "appos") if c in inside and tree.tokens[c].upos == "PROPN"), head) if head else head
    )
    return next((c for c in reversed(tree.children(named, "flat")) if c in inside), named) if named is not None else None


def _word(tree: Tree, i: int | None) -> str | None:
    return tree.tokens[i].text.lower() if i is not None else None


class Speakers:
    """The last dated day of each agent, while events are passed in the order of the text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.number = {sentence.first: n for n, sentence in enumerate(tree.sentences)}
        self.days: dict[str, tuple[int, Event, Interval]] = {}
        self.times: dict[str, tuple[int, Event, Interval]] = {}  # the same with months and years, on which only "also" goes on
        self.latest: str | None = None

    def day(self, i: int, event: Event, interval: Interval | None) -> Interval | None:
        """The day that an event's agent was last dated to; takes note of the event's own day."""
        agent = self._agent(event)
        if agent is None:
            return None
        self.latest = agent
        sentence = self.number[self.tree.sentence(i).first]
        known = self.days.get(agent)
        if interval and interval.dated:
            if event.tense == "past" and _occasion(event):
                self.times[agent] = (sentence, event, interval)
            exact = interval.earliest_begin is not None and interval.earliest_begin == interval.latest_end
            if exact and event.tense == "past" and _occasion(event):
                self.days[agent] = (sentence, event, interval)
            elif not _occasion(event):
                self.days.pop(agent, None)
            return None
        if known is None and self._also(i):
            known = self.times.get(agent)
            known = known if known and sentence - known[0] <= 1 else None
        if known is None or sentence - known[0] > _REACH:
            return None
        return replace(known[2], why=(f"told of the same speaker after “{known[1].text}”", *known[2].why))

    def _also(self, i: int) -> bool:
        """Whether a verb says that it goes on from another: "also said", "then said", "added"."""
        words = {self.tree.tokens[c].text.lower() for c in self.tree.children(i, "advmod")}
        return bool(words & _GOING_ON) or self.tree.tokens[i].lemma.lower() == "add"

    def _agent(self, event: Event) -> str | None:
        """The agent's head word; a pronoun is the agent told last."""
        word = _word(self.tree, _speaker(self.tree, event))
        return self.latest if word in _PRONOUNS else word
