"""Where in a story the events, actors and publishers of its articles have their place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from dateline.model import Story
from dateline.store.vocabulary import Names

Key = tuple[str, str]  # article id, and the id of an event or actor within it


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The story's ids for the events and actors of articles, and for organizations by name."""

    events: Mapping[Key, str]
    actors: Mapping[Key, str]
    organizations: Mapping[str, str]  # by name or alias in lower case, where it belongs to one only

    def publisher(self, name: str, names: Names) -> NamedNode:
        """The node of a publisher: the organization of that name where there is just one, else a node of its own.

        So a news agency that publishes one article and is quoted in another is one.
        """
        known = self.organizations.get(name.casefold())
        return names.actor(known) if known else names.publisher(name)


def places(story: Story) -> Places:
    """The places of a story, made once for all its articles."""
    called: dict[str, set[str]] = defaultdict(set)
    for actor in story.actors:
        if actor.type == "organization":
            for name in (actor.name, *actor.aliases):
                called[name.casefold()].add(actor.id)
    return Places(
        events={member: event.id for event in story.events for member in event.members},
        actors={member: actor.id for actor in story.actors for member in actor.members},
        organizations={name: min(ids) for name, ids in called.items() if len(ids) == 1},
    )
