"""Clauses that a parser took for noun phrases. A row: words with tag, head and relation; what hangs on what once mended."""

from dataclasses import replace

import pytest

import factory
from dateline.cast import cast
from dateline.cast.mend import mended
from playing import events_of


def parsed(line):
    """A sentence from "word/XPOS/head/deprel" items."""
    upos = {"VBD": "VERB", "VBN": "VERB", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ", "IN": "ADP", "VB": "VERB"}
    rows = [item.rsplit("/", 3) for item in line.split()]
    conllu = [f"{i} {w} {w} {upos.get(x, 'X')} {x} _ {h} {d}" for i, (w, x, h, d) in enumerate(rows, 1)]
    return factory.document("\n".join(conllu))


MENDED = [
    (
        "Floods/NNS/2/compound destroyed/VBN/4/amod northern/JJ/4/amod villages/NNS/0/root ././4/punct",
        {"Floods": "nsubj<destroyed", "villages": "obj<destroyed", "destroyed": "root<destroyed"},
    ),
    (
        "A/DT/2/det storm/NN/4/nsubj wrecked/VBN/4/amod boats/NNS/0/root ././4/punct",
        {"storm": "nsubj<wrecked", "boats": "obj<wrecked", "A": "det<storm"},
    ),
    (
        "Heavy/JJ/2/amod floods/NN/4/amod destroyed/VBN/2/compound roads/NNS/0/root ././4/punct",
        {"floods": "nsubj<destroyed", "roads": "obj<destroyed", "Heavy": "amod<floods"},
    ),
    (
        "A/DT/2/det strike/NN/0/root forced/VBN/4/amod firms/NNS/2/obj to/TO/6/mark close/VB/2/acl ././2/punct",
        {"strike": "nsubj<forced", "firms": "obj<forced", "close": "xcomp<forced", "forced": "root<forced"},
    ),
]

KEPT = [
    "Allies/NNS/4/nsubj sent/VBD/0/root stolen/VBN/4/amod goods/NNS/2/obj ././2/punct",
    "State/NN/2/compound backed/VBN/3/amod firms/NNS/4/nsubj lost/VBD/0/root ././4/punct",
    "Rebel/NN/2/compound held/VBN/3/amod towns/NNS/0/root",
    "New/JJ/3/amod improved/VBN/3/amod roads/NNS/0/root ././3/punct",
]


@pytest.mark.parametrize(("line", "expected"), MENDED)
def test_a_clause_gets_its_verb_back(line, expected):
    tokens = mended(parsed(line)).tokens
    told = {t.text: f"{t.deprel}<{tokens[t.head].text}" for t in tokens}
    assert {word: told[word] for word in expected} == expected


@pytest.mark.parametrize("line", KEPT)
def test_modifiers_stay(line):
    document = parsed(line)
    assert mended(document) is document


def test_harm_that_hangs_on_a_verb_of_speech_is_not_the_speakers_doing():
    document = parsed("Ann/NNP/2/nsubj said/VBD/0/root so/RB/2/advmod ,/,/5/punct killing/VBG/2/advcl five/NN/5/obj ././2/punct")
    words = [replace(t, lemma={"said": "say", "killing": "kill"}.get(t.text, t.text)) for t in document.tokens]
    words = [replace(t, upos="VERB") if t.xpos == "VBG" else t for t in words]
    document = replace(document, tokens=tuple(words))
    event = events_of(document, ("killing",))
    roles = next(cast([replace(document, events=event)])).events[0].roles
    assert [r.role for r in roles] == ["patient"]
