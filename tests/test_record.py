"""The JSON record, there and back."""

import json
from dataclasses import replace

from hypothesis import given

import strategies
from dateline.model import Document
from dateline.record import from_record, to_record
from factory import document

LEFT = """
1 Ana Ana PROPN NNP _ 2 nsubj
2 left leave VERB VBD Tense=Past 0 root SpaceAfter=No
3 . . PUNCT . _ 2 punct
"""


@given(strategies.documents())
def test_a_record_gives_back_its_document(made: Document) -> None:
    written = json.dumps(to_record(made), ensure_ascii=False)
    back = from_record(json.loads(written))
    assert to_record(back) == json.loads(written)
    for layer in ("published", "times", "actors", "events", "attributions", "relations"):
        assert getattr(back, layer) == getattr(made, layer)


def test_a_record_has_every_field_of_the_design() -> None:
    record = to_record(document(LEFT, day="2024-05-06"))
    assert record.keys() >= {
        *("id", "source", "url", "title", "publisher", "language", "published", "text", "sentences"),
        *("times", "actors", "events", "attributions", "relations"),
    }
    assert record["published"]["edtf"] == record["published"]["earliest"] == "2024-05-06"
    assert record["sentences"][0] | {"start": 0, "end": 9} == record["sentences"][0]


def test_tokens_stay_out_of_a_record() -> None:
    made = document(LEFT)
    assert from_record(to_record(made)).tokens == ()
    assert to_record(replace(made, tokens=())) == to_record(made)
