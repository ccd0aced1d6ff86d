"""What the lexicons know of words: the frames of verbs and event nouns, support verbs, and small groups of words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import cast as typed

from dateline.model import RoleName
from dateline.resources import table, word_groups

Part = RoleName | None  # None: plays no part in the event
Obliques = Mapping[str, Part]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """Which grammatical argument of a verb plays which part."""

    subject: Part
    alone: Part  # a subject without an object
    object: Part
    second: Part  # the indirect object
    subject_control: bool  # the subject, not the object, does what the infinitive below says
    clause: str  # whom of the clause below the act is aimed at: "object", "subject" or nobody: ""
    intransitive: bool  # there is never an object, nor a passive
    transitive: bool  # there is an object even where the sentence hides it
    obliques: Obliques
    own: frozenset[str]  # the prepositions that the frame itself names
    reach: frozenset[str]  # those of them whose phrase may hang on the object in the parse


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """Which part the words around an event noun play."""

    possessor: Part
    of: Part
    compound: Part
    obliques: Obliques
    own: frozenset[str]  # the prepositions that the frame itself names


def _part(cell: str, default: Part = None) -> Part:
    """A cell of a frame: a part, a dash for none, empty for the default."""
    return None if cell == "-" else typed(RoleName, cell) if cell else default


def _obliques(cell: str, default: Obliques) -> Obliques:
    pairs = (pair.replace("+", "").split("=") for pair in cell.split())
    return {**default, **{preposition.replace("_", " "): _part(part) for preposition, part in pairs}}


def _verb_frame(row: Mapping[str, str], default: VerbFrame | None) -> VerbFrame:
    return VerbFrame(
        subject=_part(row["subject"], default.subject if default else None),
        alone=_part(row["alone"], default.alone if default else None),
        object=_part(row["object"], default.object if default else None),
        second=_part(row["second"], default.second if default else None),
        subject_control=row["control"] == "subject",
        clause=row["clause"],
        intransitive=row["class"].endswith("~"),
        transitive=row["class"].endswith("!"),
        obliques=_obliques(row["obliques"], default.obliques if default else {}),
        own=frozenset(_obliques(row["obliques"], {}) if default else ()),
        reach=frozenset(p.partition("+")[0].replace("_", " ") for p in row["obliques"].split() if "+" in p),
    )


def _noun_frame(row: Mapping[str, str], default: NounFrame | None) -> NounFrame:
    return NounFrame(
        possessor=_part(row["possessor"], default.possessor if default else None),
        of=_part(row["of"], default.of if default else None),
        compound=_part(row["compound"], default.compound if default else None),
        obliques=_obliques(row["obliques"], default.obliques if default else {}),
        own=frozenset(_obliques(row["obliques"], {}) if default else ()),
    )


@cache
def _verb_frames() -> tuple[VerbFrame, Mapping[str, VerbFrame]]:
    """The frame of unlisted verbs, and that of each listed one by lemma."""
    first, *rows = table("seeds", "lexicons", "role-verbs.tsv")
    default = _verb_frame(first, None)
    frames = ((row, _verb_frame(row, default)) for row in rows)
    return default, {verb: frame for row, frame in frames for verb in row["verbs"].split()}


@cache
def _noun_frames() -> tuple[NounFrame, Mapping[str, NounFrame]]:
    first, *rows = table("seeds", "lexicons", "role-nouns.tsv")
    default = _noun_frame(first, None)
    frames = ((row, _noun_frame(row, default)) for row in rows)
    return default, {noun: frame for row, frame in frames for noun in row["nouns"].split()}


@cache
def verb_frame(lemma: str, particle: str = "") -> VerbFrame:
    """The frame of a verb, first with its particle, then without."""
    default, frames = _verb_frames()
    return frames.get(f"{lemma}_{particle}") or frames.get(lemma, default)


@cache
def noun_frame(lemma: str) -> NounFrame:
    """The frame of an event noun; a compound ("airstrike", "cease-fire") that is not listed has the frame of its last part."""
    default, frames = _noun_frames()
    return frames.get(lemma) or frames.get(lemma.rpartition("-")[2], default)


def is_listed(noun: str) -> bool:
    """Whether the lexicon has a frame for an event noun."""
    return noun in _noun_frames()[1]


def is_listed_verb(verb: str) -> bool:
    """Whether the lexicon has a frame for a verb."""
    return verb in _verb_frames()[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a support verb lends to its event noun."""

    subject: Part = None  # the part of its subject in the event of its object noun
    takes_object: bool = False
    takes_subject: bool = False  # the event noun may be its subject
    light: bool = False  # it says no more than that the noun's event happens


@cache
def support(lemma: str, particle: str = "") -> Support | None:
    """What a verb lends to an event noun; None for verbs that lend nothing."""
    return _supports().get(f"{lemma}_{particle}" if particle else lemma)


@cache
def idioms() -> frozenset[str]:
    """The verbs that the lexicons list with a particle or a fixed object: "give_up", "take_place"."""
    return frozenset(verb for verb in (*_verb_frames()[1], *_supports()) if "_" in verb)


@cache
def _supports() -> Mapping[str, Support]:
    found: dict[str, Support] = {}
    for row in table("seeds", "lexicons", "support-verbs.tsv"):
        for verb in row["verbs"].split():
            known = found.get(verb, Support())
            if row["subject"] == "-":
                found[verb] = replace(known, takes_subject=True, light=known.light or row["light"] == "yes")
            else:
                found[verb] = Support(
                    subject=_part(row["subject"]),
                    takes_object=True,
                    takes_subject=known.takes_subject,
                    light=known.light or row["light"] == "yes",
                )
    return found


@cache
def actor_nouns(*types: str) -> frozenset[str]:
    """The nouns that the lexicon of actors has for people, groups or bodies."""
    return frozenset(row["noun"].strip() for row in table("seeds", "lexicons", "actor-nouns.tsv") if row["type"] in types)


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found = word_groups("seeds", "lexicons", "role-words.tsv")
    return {group: frozenset(w.replace("_", " ") for w in own) for group, own in found.items()}


def words(group: str) -> frozenset[str]:
    """A group of words of `role-words.tsv`."""
    return _groups()[group]
