"""Scorers of meaning learn on a network that stays as it is. Needs the extra `train`."""

import numpy as np
import pytest

from dateline.annotate.network import Network, Sizes
from dateline.annotate.scheme import Scheme
from dateline.annotate.wordpieces import Cutter

PIECES = ["[UNK]", "[CLS]", "[SEP]", "rebels", "met", "shelled", "ministers", "towns", "."]
SCHEME = Scheme(
    morph=("NOUN|",),
    xpos=("NN",),
    name=("O",),
    relation=("root",),
    kind=("ASSAULT", "CONSULT", "none"),
    part=("none", "agent"),
    status=("actual", "planned"),
)
TOLD = {"met": "CONSULT", "shelled": "ASSAULT", "ministers": "none"}


def test_scorers_learn_and_the_network_stays() -> None:
    pytest.importorskip("torch")
    from dateline.annotate.training import meanings_course
    from dateline.annotate.training.batches import Lesson, Packer, Told

    lessons = [
        Lesson(
            words=("Rebels", verb, what, "."),
            spaced=(True, True, True, False),
            sentences=(0, 0, 0, 0),
            events=(
                Told(word=1, kind=TOLD[verb], parts=((0, "agent"), (2, "none"))),
                Told(word=2, kind=TOLD.get(what, "none"), parts=()),
            ),
            statuses=((1, "planned" if verb == "met" else "actual"),),
            read=True,
        )
        for verb in ("met", "shelled")
        for what in ("ministers", "towns")
    ] * 8
    sizes = Sizes(vocabulary=len(PIECES), layers=2, width=24, wide=48, heads=3, size=8, labels=SCHEME.counts())
    chance = np.random.default_rng(0)
    trained = Network(sizes, {name: chance.normal(size=shape, scale=0.3) for name, shape in sizes.all_shapes().items()})
    packer = Packer(Cutter(PIECES), SCHEME)
    network = meanings_course.begin(trained)
    before = {name: array.copy() for name, array in network.arrays().items()}
    meanings_course.run(network, packer, lessons, meanings_course.course(lessons, rounds=120))
    learned = meanings_course.scorers(network)
    assert {name for name, array in network.arrays().items() if not np.array_equal(array, before[name])} == set(learned)
    measured = meanings_course.measure(network, packer, lessons)
    assert measured == {"kinds": 1.0, "statuses": 1.0, "precision": 1.0, "recall": 1.0}
