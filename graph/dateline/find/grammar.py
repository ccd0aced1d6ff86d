"""Small questions about a word's place in its clause that several rules ask."""

from functools import lru_cache

from dateline.find.lexicon import embeddings, known_lemmas, noun_sets, noun_uses, words
from dateline.tree import Tree


def lemma(tree: Tree, i: int) -> str:
    """A word's lemma in lower case, repaired where the tagger's is no word that the lexicons know but the form's own is."""
    token = tree.tokens[i]
    return _repaired(token.lemma.lower(), token.text.lower(), part(tree, i))


def part(tree: Tree, i: int) -> str:
    """A word's part of speech as the lexicons have it: names are nouns, verb forms and infinitives verbs."""
    token = tree.tokens[i]
    if token.upos in ("NOUN", "ADJ") and token.xpos.startswith("VB"):
        return "VERB"
    if token.upos not in ("NOUN", "PROPN"):
        return token.upos
    marked = any(tree.tokens[m].upos == "PART" for m in tree.children(i, "mark"))
    infinitive = marked and tree.is_(i, "xcomp", "advcl", "acl", "ccomp")
    return "VERB" if infinitive and not tree.children(i, "cop") else "NOUN"  # but "wants to be | mayor |"


@lru_cache(maxsize=100_000)
def _repaired(found: str, form: str, upos: str) -> str:
    """The lemma, or the first ending-free form that the lexicons know ("freed", taken for "fre": "free")."""
    if upos not in ("VERB", "NOUN") or (found, upos) in known_lemmas():
        return found
    endings = ("d", "ed", "s", "es", "ing") if upos == "VERB" else ("s", "es")
    stems = (form[: -len(ending)] for ending in endings if form.endswith(ending))
    candidates = (stem + e for stem in stems for e in ("", "e"))
    return next((c for c in candidates if (c, upos) in known_lemmas()), found)


def case(tree: Tree, i: int) -> str:
    """The preposition of a noun phrase ("" where it has none), the last one of a group ("out of": "of" under "out")."""
    found = tree.child(i, "case")
    return "" if found is None else lemma(tree, found)


def marks(tree: Tree, i: int) -> set[str]:
    """The words that introduce a clause: "to", "that", "if", "from" before a participle."""
    return {lemma(tree, m) for m in tree.children(i, "mark", "case")}


def particles(tree: Tree, i: int) -> set[str]:
    """A predicate's particles: "off" of "call off"."""
    return {lemma(tree, p) for p in tree.children(i, "compound:prt")}


def auxiliaries(tree: Tree, i: int) -> list[str]:
    return [tree.tokens[a].text.lower() for a in tree.children(i, "aux")]


def calls_out(tree: Tree, i: int) -> bool:
    """Whether a "call" blames: "| called out | the mayor for lying" asks for nothing."""
    return lemma(tree, i) == "call" and "out" in particles(tree, i)


def have_got(tree: Tree, i: int) -> bool:
    """Whether a "got" with "have" means no more than that: "have | got | to leave", but not "have got them to leave"."""
    if tree.tokens[i].text.lower() != "got" or tree.children(i, "obj", "iobj"):
        return False
    return not {"has", "have", "'ve", "’ve", "'s", "’s"}.isdisjoint(auxiliaries(tree, i))


def passive(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return bool(tree.children(i, "aux:pass", "nsubj:pass")) or (
        token.feats.get("Voice") == "Pass" or (token.xpos == "VBN" and tree.is_(i, "acl", "amod") and not tree.children(i, "aux"))
    )


def finite(tree: Tree, i: int) -> bool:
    """Whether a predicate stands in a finite clause, by itself or through an auxiliary or copula."""
    forms = [tree.tokens[k].feats.get("VerbForm") for k in (i, *tree.children(i, "aux", "cop"))]
    return "Fin" in forms


def negated(tree: Tree, i: int) -> bool:
    """Whether a word of negation hangs on this one ("not", "never", "no deal", "without") and does not only put it off or cut
    it short."""
    return _has_negator(tree, i) and not put_off(tree, i) and not was_short(tree, i)


def was_short(tree: Tree, i: int) -> bool:
    """Whether a negation only says that something did not go on: "did not | stay | long", "were not | married | very long"."""
    told = tree.tokens[i].feats.get("Tense") == "Past" or bool({"did", "was", "were", "had"} & _helpers(tree, i))
    behind = (c for c in tree.children(i, "advmod") if c > i)
    return told and any(tree.tokens[c].text.lower() == "long" and _ends_phrase(tree, c) for c in behind) and _has_negator(tree, i)


def _helpers(tree: Tree, i: int) -> set[str]:
    """The auxiliaries of a verb, that of its passive too."""
    return {tree.tokens[c].text.lower() for c in tree.children(i, "aux", "aux:pass")}


def _ends_phrase(tree: Tree, i: int) -> bool:
    """Whether no word goes with this adverb: "long", but not "long ago", "long before the war"."""
    behind = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    return behind not in ("ago", "before", "after", "since", "past")


def put_off(tree: Tree, i: int) -> bool:
    """Whether a negation only says that something comes no sooner: "will not | resume | before Monday", "did not | resign | until
    2014", "is not expected to | open | until June"."""
    head = tree.head(i)
    above = [head] if head is not None and tree.is_(i, "xcomp", "nsubj") else []
    chain = [i, *above, *tree.children(i, "xcomp")]
    return any(_waits(tree, k) for k in chain) and any(_has_negator(tree, k) for k in chain if "to" not in marks(tree, k))


def _waits(tree: Tree, i: int) -> bool:
    """Whether a verb has a time behind it that it is told to happen at or after, if it is negated."""
    ahead = bool({*auxiliaries(tree, i)} & (words("future") | words("ability") | words("possible"))) or "to" in marks(tree, i)
    cases = {case(tree, c) for c in tree.children(i, "obl") if c > i and _is_time(tree, c)}
    perfect = bool({*auxiliaries(tree, i)} & {"has", "have", "'ve"})  # "has not been paid until today"
    lasts = lemma(tree, i) in words("lasting")  # "did not hold until Tuesday"
    return not (perfect or lasts) and (bool(cases & {"until", "till"}) or (ahead and "before" in cases))


def _is_time(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "NUM" or "TIME" in noun_sets().get(lemma(tree, i), ())


def _has_negator(tree: Tree, i: int) -> bool:
    """Whether a word of negation hangs on this one."""
    negators = words("negator")
    for child in tree.children(i, "advmod", "det", "case", "mark", "cc", "nsubj", "obj", "cc:preconj"):
        none = lemma(tree, child) in negators or tree.tokens[child].text.lower() in negators
        if none and not _more_than(tree, child) and not is_one_of_two(tree, i):
            return True
        if _in_place_of(tree, child) and not (part(tree, i) == "NOUN" and _definite(tree, i)):
            return True
        if lemma(tree, child) in ("longer", "more") and any(lemma(tree, d) == "no" for d in tree.children(child)):
            return True
        if tree.is_(child, "nsubj", "obj") and _none_of(tree, child):
            return True
    return False


def _definite(tree: Tree, i: int) -> bool:
    """Whether a noun has a determiner of something known: "rather than | the war |", which there is."""
    return any(lemma(tree, d) in words("definite") for d in tree.children(i, "det"))


def _in_place_of(tree: Tree, i: int) -> bool:
    """Whether a word leads what did not happen: "instead of | talks |", "rather than | wait |", not "rather than only"."""
    leads = tree.is_(i, "case", "mark", "cc") and bool(tree.children(i, "fixed"))
    return leads and lemma(tree, i) in ("instead", "rather") and not _more_than(tree, i + 1)


def is_one_of_two(tree: Tree, i: int) -> bool:
    """Whether a noun is each of two that there are: "neither | claim | could be verified"."""
    return part(tree, i) == "NOUN" and any(tree.tokens[c].text.lower() == "neither" for c in tree.children(i, "det"))


def _more_than(tree: Tree, i: int) -> bool:
    """Whether a "not" says that more is so: "helped | not just | by luck"."""
    behind = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    return behind in words("more_than")


def _none_of(tree: Tree, i: int) -> bool:
    """Whether a noun phrase says that there is none ("no agreement"), and the noun is no event that is itself negated."""
    none = any(lemma(tree, d) in ("no", "neither") for d in tree.children(i, "det"))
    return none and (tree.is_(i, "nsubj") or lemma(tree, i) not in noun_uses())


def quoted_beside(tree: Tree, i: int) -> bool:
    """Whether a verb of speech stands beside what it reports ("…," he said): its clause hangs on that of the quotation."""
    return tree.is_(i, "parataxis") or any(part(tree, c) in ("VERB", "NOUN", "ADJ") for c in tree.children(i, "parataxis"))


def clauses(tree: Tree, i: int) -> list[int]:
    """The clauses that a predicate takes as arguments, or a noun as its content ("the plan to leave")."""
    own = tree.children(i, "ccomp", "xcomp", "csubj")
    if any((lemma(tree, i), part(tree, i), slot) in embeddings() for slot in ("infinitive", "clause")):
        own = own + [c for c in tree.children(i, "advcl") if "to" in marks(tree, c)]  # "pressed them to leave", a common slip
    if part(tree, i) in ("NOUN", "ADJ"):
        own = own + [
            c for c in tree.children(i, "acl", "advcl") if not tree.is_(c, "acl:relcl") and marks(tree, c) & {"to", "that", "of"}
        ]
    return [c for c in own if part(tree, c) in ("VERB", "AUX") or tree.children(c, "cop", "mark")]
