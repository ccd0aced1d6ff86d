"""How much one question may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for a server that strangers may ask."""

    workers: int = 2  # questions answered at the same time
    waiting: int = 16  # questions that may wait for a worker
    seconds: float = 15  # for an answer, waiting not counted
    memory: int = 1024  # MiB that a worker may take besides what it has once the store is open
    answer: int = 20  # MiB of an answer
    question: int = 100  # KiB of a question
