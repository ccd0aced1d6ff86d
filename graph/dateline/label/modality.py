"""How a label shows whether something is done, planned, asked for or denied, so that it claims no more than the article does.

Each status and polarity has a wording of its own, for those who act ("will meet"), for those affected ("to be attacked") and for
the noun of the event ("planned release"). What holds in general, and what a speaker denies or doubts, is said in brackets.
"""

from collections.abc import Mapping
from dataclasses import replace

from dateline.label.inflect import participle, third_person
from dateline.model import Attribution, Event, Status

_NOUN: Mapping[tuple[Status, bool], str] = {
    ("actual", False): "",
    ("actual", True): "no",
    ("planned", False): "planned",
    ("planned", True): "no planned",
    ("possible", False): "possible",
    ("possible", True): "possibly no",
    ("conditional", False): "conditional",
    ("conditional", True): "conditionally no",
    ("requested", False): "requested",
    ("requested", True): "request for no",
    ("generic", False): "",
    ("generic", True): "no",
}
_MODALS: Mapping[Status, str] = {"planned": "will", "possible": "may", "conditional": "would"}
_STANCES = {"denies": "denied", "doubts": "doubted", "asks": "in question"}


def _state(event: Event) -> tuple[Status, bool]:
    """The status of an event, and whether it is negated."""
    negative = event.polarity == "negative" or event.status == "negated"
    return ("actual" if event.status == "negated" else event.status), negative


def active(verb: str, event: Event, *, plural: bool) -> str:
    """A verb for those who do it."""
    status, negative = _state(event)
    no = "not " if negative else ""
    if status in _MODALS:
        return f"{_MODALS[status]} {no}{verb}"
    if status == "requested":
        return f"{'are' if plural else 'is'} asked {no}to {verb}"
    if negative:
        return f"{'do' if plural else 'does'} not {verb}"
    return verb if plural else third_person(verb)


def passive(verb: str, event: Event) -> str:
    """A verb for those it is done to."""
    return of_state(participle(verb), event)


def of_state(words: str, event: Event) -> str:
    """A participle or an adjective for those who are in that state."""
    status, negative = _state(event)
    no = "not " if negative else ""
    if status == "planned":
        return f"{no}to be {words}"
    if status in _MODALS:
        return f"{_MODALS[status]} {no}be {words}"
    if status == "requested":
        return f"asked {no}to be {words}"
    return f"{no}{words}"


def of_noun(noun: str, event: Event) -> str:
    """The noun of an event."""
    return f"{_NOUN[_state(event)]} {noun}".lstrip()


def told(event: Event, attributions: Mapping[str, Attribution]) -> tuple[Event, str]:
    """An event as its speakers put it, so that a denied one is worded as what is denied, and what stands in brackets after it."""
    remark = "in general" if event.status == "generic" else ""
    key, seen = event.attribution, set[str]()
    while key is not None and key in attributions and key not in seen:
        seen.add(key)
        stance = _STANCES.get(attributions[key].stance)
        if stance is not None:
            remark = f"{remark}, {stance}".lstrip(", ")
        key = attributions[key].parent
    if "denied" in remark and event.status == "possible":
        event = replace(event, status="actual")  # possible only because somebody denies it
    return event, f"({remark})" if remark else ""
