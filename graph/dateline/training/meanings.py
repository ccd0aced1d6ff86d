"""Learn anew what words may tell: `python -m dateline.training.meanings EVENTS.jsonl`. Needs the extra `train`.

The scorers of kinds, of status and of parts in the bundled pipeline learn from the windows that `dateline.training.lessons`
writes; the network below them stays as it is. Windows that are kept to weigh by tell how good they are, and are not learned
from. Four minutes on two cores; the weights go into the bundled file, and everything that hears them is to be fitted anew
(`weighing`, then `confidence`).
"""

import sys
from pathlib import Path

from dateline.annotate import bundle
from dateline.annotate.pipeline import BUNDLED, load
from dateline.annotate.training import meanings_course
from dateline.annotate.training.batches import Packer, event_lessons

ROUNDS = 6.0


def main(events: Path) -> None:
    """Write the scorers, and print how good they are."""
    reader = bundle.reader_of(load(None))
    assert reader.network
    packer = Packer(reader.cutter, reader.scheme)
    lessons = [lesson for lesson in event_lessons(events) if lesson.read]
    kept = list(event_lessons(events, kept=True))
    network = meanings_course.begin(reader.network)
    meanings_course.run(network, packer, lessons, meanings_course.course(lessons, ROUNDS))
    bundle.give_weights(meanings_course.scorers(network), BUNDLED)
    print({name: round(value, 3) for name, value in meanings_course.measure(network, packer, kept).items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
