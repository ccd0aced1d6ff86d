"""The TimeML class of a mention."""

from collections.abc import Callable

import pytest

from dateline.find import find
from dateline.model import Document

Parse = Callable[..., Document]

ROWS = [
    ("REPORTING", "said", "She said that the bridge was safe."),
    ("REPORTING", "told", "He told reporters that the talks had failed."),
    ("REPORTING", "added", "He added that the talks had failed."),
    ("OCCURRENCE", "added", "The cook added salt."),
    ("PERCEPTION", "saw", "A neighbour saw the car leave."),
    ("PERCEPTION", "heard", "They heard an explosion."),
    ("ASPECTUAL", "began", "The trial began on Monday."),
    ("ASPECTUAL", "stopped", "The factory stopped producing cars."),
    ("ASPECTUAL", "stopped", "The mayor stopped the work."),
    ("ASPECTUAL", "stopped", "Guards stopped the fighting."),
    ("OCCURRENCE", "stopped", "Police stopped the van near the bridge."),
    ("OCCURRENCE", "stopped", "Guards stopped her at the gate."),
    ("I_ACTION", "tried", "The crew tried to land."),
    ("I_ACTION", "agreed", "The sides agreed to meet."),
    ("I_ACTION", "prevented", "The storm prevented the launch."),
    ("I_ACTION", "called", "The pope called for a ceasefire."),
    ("OCCURRENCE", "called", "She called her brother."),
    ("I_ACTION", "attempt", "The attempt to land failed."),
    ("I_STATE", "wants", "The mayor wants to resign."),
    ("I_STATE", "believe", "Experts believe that prices will fall."),
    ("I_STATE", "ready", "The crew is ready to leave."),
    ("STATE", "owns", "The family owns two hotels."),
    ("OCCURRENCE", "attacked", "Rebels attacked the town."),
    ("OCCURRENCE", "war", "The war lasted ten years."),
]


@pytest.mark.parametrize(("kind", "word", "sentence"), ROWS, ids=[f"{row[0]} {row[2][:40]}" for row in ROWS])
def test_class(parse: Parse, kind: str, word: str, sentence: str) -> None:
    (document,) = find([parse(sentence)])
    assert [e.timeml_class for e in document.events if e.text == word] == [kind]
