"""The tokenizer: spaCy's for English, with four habits of the treebanks that it lacks.

An affix that is no word of its own stays with its word ("re-elected", "co-founder", "anti-war"), where spaCy cuts at each hyphen;
a run of one mark ("!!", "====") is one token, where spaCy makes one of each; a hyphen behind an abbreviation is cut out, too
("U.S.-led", "Calif.-based"); and more abbreviations keep their dot.
"""

import re
from typing import Any

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

AFFIXES = re.findall(
    r"\w+",
    """anti co counter cross de e extra hyper infra inter intra macro mega meta micro mini multi neo non over para post pre pro
    proto pseudo quasi re semi sub super supra trans ultra""",
)
ABBREVIATIONS = re.findall(
    r"\S+",
    """Amb. Assn. Asst. Atty. Ave. Blvd. Brig. Capt. Cie. Cmdr. Cols. Col. Cpl. Dept. Det. Drs. Esq. Ft. Gens. Govs. Hon. Insp.
    Intl. Lieut. Lt. Lts. Maj. Mfg. Msgr. Natl. Nos. Pres. Profs. Pvt. Reps. S.p.A. Sens. Sgt. Sr. Supt. Tex. Treas. Vt. Wyo.""",
)
RUNS = [rf"{mark}{mark}+" for mark in (r"!", r"\?", r"\*", "=", "_", "#", "~", "-", "<", ">", r"\+")]
CUT = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
BEHIND_DOT = rf"(?<=[{ALPHA}]\.)(?:{HYPHENS})(?=[{ALPHA}])"
KEPT = "".join(rf"(?<!\b(?i:{affix}))" for affix in AFFIXES)


def adapt(nlp: Language) -> None:
    """Give an English pipeline's tokenizer the habits of the treebanks."""
    defaults = English.Defaults
    infixes = [BEHIND_DOT, *(KEPT + rule if rule == CUT else rule for rule in defaults.infixes or ())]
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
