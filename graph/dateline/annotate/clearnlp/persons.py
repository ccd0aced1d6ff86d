"""Names of persons, which are trees of their own, and the titles before them."""

from dateline.annotate.casing import small
from dateline.annotate.clearnlp.draft import Draft


def persons(draft: Draft) -> None:
    """ "President John Smith": the first name governs, further names are flat, the title describes."""
    for first, stop in draft.people:
        while stop - 1 > first and draft.rels[stop - 1] in ("case", "punct"):
            stop -= 1
        last = stop - 1
        if first < last and all(draft.heads[i] == last and draft.rels[i] == "compound" for i in range(first, last)):
            draft.lift(first, "flat")
            for i in range(first + 1, last):
                draft.rels[i] = "flat"
        if draft.heads[first] not in range(first + 1, stop):
            _title(draft, first)


def _title(draft: Draft, name: int) -> None:
    """ "Foreign Minister John Smith": the last word before the name is the title, the others are its own and no names."""
    words = [k for k in draft.kids(name, "compound") if k < name]
    if not words or words[-1] != name - 1:
        return
    title = words.pop()
    draft.rels[title] = "nmod:desc"
    for k in words + [k for k in draft.kids(name, "amod") if k < title]:
        draft.move(k, title)
    for k in draft.kids(title, "compound"):
        if draft.upos[k] == "PROPN" and small(draft.low(k)):
            draft.upos[k], draft.xpos[k] = "NOUN", "NN"
    _second_title(draft, name, title)


def _second_title(draft: Draft, name: int, title: int) -> None:
    """ "CEO and founder Ana Lima": no person stands beside a bare noun, both are titles of one."""
    first = draft.heads[name]
    between = range(first + 1, draft.begin(title))
    bare = draft.xpos[first] == "NN" and not draft.kids(first, "det", "nmod:poss", "nummod", "case")
    if draft.rels[name] != "conj" or not bare or not between or any(draft.rels[k] != "cc" for k in between):
        return
    draft.lift(name, "nmod:desc")
    draft.move(title, first, "conj")
    for k in between:
        draft.move(k, title)
    for k in draft.kids(name, "compound", "amod"):
        if k < first:
            draft.move(k, first)
