"""Likelihoods from what is told, and the words for the worst of it.

Three likelihoods are summed up from weights: that the type is right, that each participant takes his part, that nobody who
matters is missing. A fourth weighs these three together, since errors come in company: one wrong arc spoils two parts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from dateline.model import Event
from dateline.sure.lexicon import weights
from dateline.sure.told import Look, of_cast, of_role, of_type

DIGITS = 2  # of a confidence: more would say more than is known
# what says no more than what it is about is no reason
RESTATES = re.compile(r"any|type [A-Z_]+|an? (agent|patient|recipient|place|instrument|topic)")
CALM = 0.3  # log-odds: what weighs less is no reason for doubt


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely something is right, and what speaks most against it."""

    of: str  # what it is about, in words
    likelihood: float
    against: str = ""


def logistic(score: float) -> float:
    """Log-odds as a likelihood."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def opinion(of: str, told: Iterable[str], known: Mapping[str, float]) -> Opinion:
    """The likelihood of something from what is told of it; what has no weight says nothing."""
    found = dict.fromkeys(t for t in told if t in known)
    worst = min((t for t in found if not RESTATES.fullmatch(t)), key=lambda t: (known[t], t), default="")
    against = worst if worst and known[worst] < -CALM else ""
    return Opinion(of, logistic(sum(known[t] for t in found)), against)


def opinions(look: Look) -> tuple[Opinion, tuple[Opinion, ...], Opinion]:
    """What is to be thought of an event's type, of each of its roles, and of its cast being whole."""
    known, event = weights(), look.event
    typed = opinion(f"the type {event.type}", of_type(look), known["type"]) if event.type else Opinion("the type", 1.0)
    roles = tuple(opinion(f"the {r.role}", of_role(look, r), known["role"]) for r in event.roles)
    return typed, roles, opinion("nobody else taking part", of_cast(look), known["cast"])


def whole(typed: Opinion, roles: Sequence[Opinion], cast: Opinion, known: Mapping[str, float]) -> float:
    """The likelihood that type and cast are right together."""
    return logistic(sum(known[name] * value for name, value in summary(typed, roles, cast).items()))


def summary(typed: Opinion, roles: Sequence[Opinion], cast: Opinion) -> dict[str, float]:
    """The likelihoods of an event as they are weighed together: their logarithms, those of roles summed."""
    return {
        "any": 1.0,
        "type": log(typed.likelihood),
        "roles": sum(log(r.likelihood) for r in roles),
        "cast": log(cast.likelihood),
    }


def confident(look: Look) -> Event:
    """An event with what is to be thought of it."""
    typed, roles, cast = opinions(look)
    value = whole(typed, roles, cast, weights()["event"])
    cast_roles = tuple(replace(r, confidence=round(o.likelihood, DIGITS)) for r, o in zip(look.event.roles, roles, strict=True))
    return replace(look.event, roles=cast_roles, confidence=round(value, DIGITS), doubt=_doubt((typed, *roles, cast)))


def _doubt(all_: Sequence[Opinion]) -> str:
    """What speaks most against an event: the least likely of its parts, with the worst that there is to tell of it."""
    worst = min(all_, key=lambda o: o.likelihood)
    return f"{worst.of}: {worst.against}" if worst.against else f"{worst.of}" if worst.likelihood < 1 else ""
