"""The tokenizer: spaCy's for English, with two habits of the treebanks that it lacks.

An affix that is no word of its own stays with its word ("re-elected", "co-founder", "anti-war"), where spaCy cuts at each hyphen;
a run of one mark ("!!", "====") is one token, where spaCy makes one of each.
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
RUNS = [rf"{mark}{mark}+" for mark in (r"!", r"\?", r"\*", "=", "_", "#", "~", "-", "<", ">", r"\+")]
CUT = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
KEPT = "".join(rf"(?<!\b(?i:{affix}))" for affix in AFFIXES)


def adapt(nlp: Language) -> None:
    """Give an English pipeline's tokenizer the habits of the treebanks."""
    defaults = English.Defaults
    infixes = [KEPT + rule if rule == CUT else rule for rule in defaults.infixes or ()]
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
