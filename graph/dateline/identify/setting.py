"""Settings: the country into which a clause's first words lead, and whose the offices and bodies of state in it are: "In Bolivia,
the president resigned", "In neighbouring Uganda, the central bank cut its rate".

Who holds an office may travel: of a country that the article has spoken of before, only its bodies are meant so.
"""

from collections.abc import Collection

from dateline.identify.lexicon import words
from dateline.identify.phrases import determiner, lemma, preposition
from dateline.identify.text import Text


def of_setting(text: Text, i: int, offices: Collection[str]) -> frozenset[str]:
    """The key of the country whose a bare definite noun for an office or a body of state is."""
    tree = text.tree
    telling = {lemma(tree, c) for c in tree.children(i, "amod", "compound")}
    body = "_".join((*sorted(telling), lemma(tree, i))) in words("institution") | words("state_body")
    if not (body or offices) or determiner(tree, i) != "the" or tree.children(i, "nmod", "nmod:poss", "acl:relcl"):
        return frozenset()
    first = tree.sentence(i).first
    for c in range(first + 1, i):
        unit = text.at.get(c)
        known = unit.alias.entry if unit is not None and unit.alias is not None else None
        if known is None or known.type != "country":
            continue
        clause = tree.head(c)
        leads = preposition(tree, c) == "in" and tree.tokens[first].text == "In" and clause is not None
        leads = leads and any(up == clause for up in tree.ancestors(i))
        if not leads or not _is_set_off(text, c, i):
            return frozenset()
        told = any(u.first < first and u.alias is not None and u.alias.entry.whose == known.key for u in text.units)
        return frozenset((known.key,)) if body or not told else frozenset()
    return frozenset()


def _is_set_off(text: Text, c: int, i: int) -> bool:
    """Whether a comma stands between a name and a noun."""
    return any(text.tree.tokens[k].text == "," for k in range(c + 1, i))
