"""Labels that only have another name in Universal Dependencies, and what becomes of those that are left over."""

from dateline.annotate.clearnlp.draft import Draft

SPOKEN = frozenset({"dobj", "pobj", "prep", "nsubjpass", "auxpass"})  # labels that Universal Dependencies do not have
PLAIN = {  # labels that only have another name
    "ROOT": "root",
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "infmod": "acl",
    "intj": "discourse",
    "meta": "dep",
    "mwe": "fixed",
    "nn": "compound",
    "nsubjpass": "nsubj:pass",
    "num": "nummod",
    "number": "compound",
    "partmod": "acl",
    "poss": "nmod:poss",
    "possessive": "case",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "rcmod": "acl:relcl",
    "relcl": "acl:relcl",
    "vmod": "acl",
}
LAST = {  # labels of words that nothing was done with
    "acomp": "xcomp",
    "agent": "advmod",
    "attr": "xcomp",
    "dative": "iobj",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "prep": "advmod",
    "quantmod": "advmod",
}
UNIVERSAL = frozenset(
    (
        *(
            "acl",
            "advcl",
            "advmod",
            "amod",
            "appos",
            "aux",
            "case",
            "cc",
            "ccomp",
            "clf",
            "compound",
            "conj",
            "cop",
            "csubj",
            "dep",
        ),
        *("det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj"),
        *("nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"),
    )
)


def the_rest(draft: Draft) -> None:
    """Labels that nothing was done with, and those that nobody knows."""
    draft.rels = [_last(draft, i) for i in range(len(draft.words))]


def _last(draft: Draft, i: int) -> str:
    if draft.heads[i] == i:
        return "root"
    rel = LAST.get(draft.rels[i], draft.rels[i])
    return rel if rel.partition(":")[0] in UNIVERSAL else "dep"
