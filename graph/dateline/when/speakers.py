"""Who speaks, from report to report: what a speaker says after a dated occasion to speak is said on that day.

"The minister met reporters on Friday. … He said prices would fall." Only a meeting or a statement is such an occasion: who won on
Sunday may have spoken on Tuesday. The thread holds for a few sentences, and breaks where the speaker is told of at another time.
"""

from dataclasses import replace

from dateline.model import Event
from dateline.tree import Tree
from dateline.when.interval import Interval

_PRONOUNS = frozenset(("he", "she", "they", "it", "his", "her", "who"))
_REACH = 8  # sentences
_TALK = frozenset(("CONSULT", "STATE_CLAIM"))


def _occasion(event: Event) -> bool:
    """Whether somebody speaks, or is among others who do, in an event."""
    return event.timeml_class == "REPORTING" or event.type in _TALK


class Speakers:
    """The last dated day of each agent, while events are passed in the order of the text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.number = {sentence.first: n for n, sentence in enumerate(tree.sentences)}
        self.days: dict[str, tuple[int, Event, Interval]] = {}
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
            exact = interval.earliest_begin is not None and interval.earliest_begin == interval.latest_end
            if exact and event.tense == "past" and _occasion(event):
                self.days[agent] = (sentence, event, interval)
            elif not _occasion(event):
                self.days.pop(agent, None)
            return None
        if known is None or sentence - known[0] > _REACH:
            return None
        return replace(known[2], why=(f"told of the same speaker after “{known[1].text}”", *known[2].why))

    def _agent(self, event: Event) -> str | None:
        """The agent's head word; a pronoun is the agent told last."""
        role = next((r for r in event.roles if r.role == "agent"), None)
        if role is None:
            return None
        inside = self.tree.within(role.start, role.end)
        head = next((t for t in inside if self.tree.tokens[t].head not in inside), None)
        if head is None:
            return None
        word = self.tree.tokens[self._name(head, inside)].text.lower()
        return self.latest if word in _PRONOUNS else word

    def _name(self, head: int, inside: range) -> int:
        """The last word of a name, by which it is told again: "Rosa Quispe", later "Quispe"."""
        return next((c for c in reversed(self.tree.children(head, "flat")) if c in inside), head)
