"""How actors are connected, and who stands around one."""

import pytest

from dateline.errors import OptionError
from dateline.store import Store, open_store
from store.sample import harbour, strike
from store.test_graph import merged


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store(merge=merged)
    made.add([harbour(), strike()])
    return made


def ways(store: Store, source: str, target: str) -> list[list[tuple[str, str, str]]]:
    network = store.network
    paths = network.paths(network.actor(source), network.actor(target))
    return [[(s.source_name, s.label, s.target_name) for s in path] for path in paths]


def test_two_who_met(store: Store) -> None:
    assert ways(store, "Ana Vidal", "reke") == [[("Ana Vidal", "Ana Vidal meets Tomas Reke in Porto Sal", "Tomas Reke")]]


def test_those_who_are_not_connected(store: Store) -> None:
    assert ways(store, "Ana Vidal", "police") == []
    assert ways(store, "Ana Vidal", "Ana Vidal") == []
    assert ways(store, "Ana Vidal", "Radio Sal") == []


def test_over_others(store: Store) -> None:
    store.network._graph.add_edges_from([(store.network.actor("Tomas Reke"), "x"), (store.network.actor("police"), "x")])
    store.network._events["x"] = ("a strike", "actual")
    (way,) = ways(store, "Ana Vidal", "dockers")
    assert [step[1] for step in way] == ["Ana Vidal meets Tomas Reke in Porto Sal", "a strike", "Police attack dockers"]
    near = store.network.around(store.network.actor("Ana Vidal"), hops=2)
    assert [(n.name, n.distance, n.events) for n in near] == [("Tomas Reke", 1, 1), ("police", 2, 0)]


def test_an_unknown_actor_is_told_with_names_like_it(store: Store) -> None:
    with pytest.raises(OptionError, match="no actor 'tomas'; names like it: Tomas Reke"):
        store.network.actor("tomas")


def test_the_network_follows_the_store() -> None:
    store = open_store(merge=merged)
    store.add([harbour()])
    assert ways(store, "Ana Vidal", "Tomas Reke")
    store.remove("harbour")
    with pytest.raises(OptionError):
        store.network.actor("Ana Vidal")
