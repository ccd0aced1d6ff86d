"""Lists of people with what they are before their names, which the parser fuses into one name or splits in the wrong place."""

from itertools import pairwise
from typing import NamedTuple

from dateline.find.mending.draft import NOMINAL, Draft

_BEFORE = frozenset(("ADJ", "NOUN", "PROPN", "PART"))  # words that say what somebody is: "NASA astronaut", "Japan's"
_LONGEST = 6  # words before a name
_TIED = ("flat", "appos", "nmod:desc", "compound")
_OWN = ("amod", "compound", "nmod:poss", "det", "nmod:desc", "nummod")


class Member(NamedTuple):
    """One of a list: where the words before the name and the name begin, and where it stops."""

    begin: int
    first: int
    stop: int


def people(draft: Draft, i: int) -> None:
    """ "envoy Paul Long, | general Louis Petit | and | nurse Joan Hill | met": each of them is one of those who met."""
    members = _members(draft, i)
    if len(members) < 2 or _is_sound(draft, members):
        return
    span = range(members[0].begin, members[-1].stop)
    outer = [k for k in span if draft.head(k) not in span and not draft.is_(k, "punct", "cc", "case")]
    head = draft.head(outer[0]) if len(outer) == 1 else None
    if head is None:
        return
    top, relation = _name(draft, members[0]), draft.tokens[outer[0]].deprel
    if outer[0] != top:
        draft.lift(top, head, relation)
    for c in [c for c in draft.children(outer[0]) if c not in span]:
        draft.move(c, top, draft.tokens[c].deprel)
    _entitle(draft, members[0])
    for before, member in pairwise(members):
        draft.move(_name(draft, member), top, "conj")
        _entitle(draft, member)
        for k in range(before.stop, member.begin):
            draft.move(k, _name(draft, member), "cc" if draft.tokens[k].upos == "CCONJ" else "punct")


def _members(draft: Draft, i: int) -> list[Member]:
    """A list of people that begins with the name at a word: names with words before them, between commas and a last "and"."""
    if i not in draft.persons or _is_further(draft, i):
        return []
    found = [Member(_begin(draft, i), i, draft.persons[i])]
    while True:
        stop = found[-1].stop
        comma = draft.word(stop) == ","
        final = draft.word(stop + comma) == "and"
        begin = stop + comma + final
        name = next((k for k in range(begin, begin + _LONGEST) if k in draft.persons), None)
        if begin == stop or name is None or not all(draft.tokens[k].upos in _BEFORE for k in range(begin, name)):
            return []
        found.append(Member(begin, name, draft.persons[name]))
        if final:
            return [] if comma and len(found) == 2 else found


def _is_further(draft: Draft, i: int) -> bool:
    """Whether a name stands behind another in a list."""
    stops = draft.persons.values()
    k = i - 1
    while k > max(0, i - _LONGEST) and draft.tokens[k].upos in _BEFORE and k + 1 not in stops:
        k -= 1
    return (draft.word(k) == "and" and k in stops) or (draft.word(k) in (",", "and") and {k, k - 1} & set(stops) != set())


def _begin(draft: Draft, i: int) -> int:
    """Where the words begin that say what the first of a list is."""
    title = i - 1
    if title < 0 or draft.tokens[title].upos not in NOMINAL:
        return i
    top = next((k for k in range(i, draft.persons[i]) if draft.head(k) not in range(i, draft.persons[i])), i)
    tied = (draft.head(top) == title and draft.is_(top, *_TIED)) or (draft.head(title) == top and draft.is_(title, *_TIED))
    if not tied:
        return i
    return min([title, *(draft.first(c) for c in draft.children(title, *_OWN) if c < title)])


def _name(draft: Draft, member: Member) -> int:
    """The head of a member's name."""
    name = range(member.first, member.stop)
    return next((k for k in name if draft.head(k) not in name), member.first)


def _entitle(draft: Draft, member: Member) -> None:
    """Hang the words before a name and the rest of it on its head, and what else hung on what he is there as well."""
    whole, name, title = range(member.begin, member.stop), _name(draft, member), member.first - 1
    for k in range(member.first, member.stop):
        if draft.head(k) not in range(member.first, member.stop):
            draft.move(k, name, "flat")
    if title < member.begin or draft.tokens[title].upos not in NOMINAL:
        return
    draft.move(title, name, "nmod:desc")
    for k in range(member.begin, title):
        if draft.head(k) not in whole:
            draft.move(k, title, "amod" if draft.tokens[k].upos == "ADJ" else "compound")
    for c in [c for c in draft.children(title) if c not in whole or draft.is_(c, "case")]:
        draft.move(c, name, draft.tokens[c].deprel)


def _is_sound(draft: Draft, members: list[Member]) -> bool:
    """Whether the parse has the list already: the others hang on the first, each as a name or as what he is with his name."""
    tops = []
    for m in members:
        name, title = _name(draft, m), m.first - 1
        below = draft.head(name) == title and m.begin <= title and draft.is_(name, "appos", "flat")
        tops.append(title if below else name)
        loose = m.begin <= title and not below and draft.head(title) not in range(m.begin, m.stop)  # "nurse and | Joan Hill |"
        if loose or any(draft.head(k) not in range(m.first, m.stop) for k in range(m.first, m.stop) if k != name):
            return False
    return all(draft.head(t) == tops[0] and draft.is_(t, "conj") for t in tops[1:])
