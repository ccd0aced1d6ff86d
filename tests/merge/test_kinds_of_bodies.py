"""What each body of its kind is called for short means another one in another article."""

import factory
from dateline.merge.nodes import actor_id


def test_the_navy_of_another_article_is_another() -> None:
    one, other = (factory.told(key, "Navy", kind="organization") for key in "xy")
    assert actor_id(one, one.actors[0]) != actor_id(other, other.actors[0])


def test_a_name_of_its_own_is_the_same_everywhere() -> None:
    one, other = (factory.told(key, "Interpol", kind="organization") for key in "xy")
    assert actor_id(one, one.actors[0]) == actor_id(other, other.actors[0])
