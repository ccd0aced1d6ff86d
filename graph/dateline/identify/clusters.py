"""Who is who so far: mentions joined into clusters, each knowing what all its mentions tell."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from dateline.identify.found import Found
from dateline.identify.gazetteer import Entry
from dateline.identify.lexicon import ACTING, name_forms, without_generation, words
from dateline.identify.nicknames import nickname, without_nickname
from dateline.identify.together import Apart
from dateline.identify.words import squeezed

if TYPE_CHECKING:
    from dateline.identify.chains import Chains

_COMPATIBLE = {
    frozenset(("person", "thing")): False,
    frozenset(("organization", "group")): True,
    frozenset(("organization", "thing")): True,
    frozenset(("place", "country")): True,
    frozenset(("place", "organization")): True,
    frozenset(("country", "organization")): True,
    frozenset(("place", "thing")): True,
    frozenset(("country", "group")): False,
}


class Clusters:
    """A disjoint-set forest over mentions. Merging keeps the earlier mention as the root.

    `apart` tells of words which others mean somebody else, `chains` how likely mentions take up others.
    """

    def __init__(self, mentions: list[Found], apart: Apart | None = None, chains: "Chains | None" = None) -> None:
        self._apart = apart or {}
        self.chains = chains
        self.mentions: list[Found] = []
        self.members: dict[int, list[int]] = {}
        self._parent: list[int] = []
        self._entry: dict[int, Entry | None] = {}
        self._gender: dict[int, str | None] = {}
        self._types: dict[int, Counter[str]] = {}
        self._surnames: dict[int, frozenset[str]] = {}
        self._given: dict[int, frozenset[str]] = {}
        self._parties: dict[int, frozenset[str]] = {}
        self._names: dict[int, dict[str, Found]] = {}
        self._heads: dict[int, frozenset[int]] = {}
        self._others: dict[int, frozenset[int]] = {}  # words that mean somebody else
        self._either: dict[int, bool] = {}  # whether a cluster may as well be a body as a person: "the owner"
        self.open: set[int] = set()  # descriptions of which it is open whom they mean
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Found) -> int:
        """Enter one more mention, alone."""
        i = len(self.mentions)
        self.mentions.append(mention)
        self._parent.append(i)
        self.members[i] = [i]
        self._entry[i] = mention.entry
        self._gender[i] = mention.gender
        self._surnames[i] = _surname(mention)
        self._given[i] = _given(mention)
        self._parties[i] = mention.parties
        self._names[i] = {mention.name: mention} if mention.unit else {}
        self._heads[i] = frozenset((mention.head,))
        self._others[i] = self._apart.get(mention.head, frozenset())
        self._either[i] = _is_either(mention)
        told = [mention.type] if mention.type and mention.kind != "pronoun" else []
        self._types[i] = Counter(dict.fromkeys(told, weight(mention)))
        return i

    def root(self, i: int) -> int:
        """The mention that stands for a mention's cluster."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def of(self, i: int) -> Iterable[Found]:
        """All mentions of a mention's cluster."""
        return (self.mentions[m] for m in self.members[self.root(i)])

    def names(self, i: int) -> Iterable[Found]:
        """A mention by each name that a mention's cluster has: few, however often they are used."""
        return self._names[self.root(i)].values()

    def likely(self, heads: Mapping[int, int], told: Mapping[int, float]) -> dict[int, tuple[float, float, int]]:
        """{cluster: how likely it is by all that is told of words, by what tells it most, and the mention that does}.

        `heads` tells of words which mention they head.
        """
        found: dict[int, tuple[float, float, int]] = {}
        for word, value in told.items():
            if (k := heads.get(word)) is not None:
                root = self.root(k)
                together, most, best = found.get(root, (0.0, 0.0, k))
                found[root] = (together + value, *max((most, best), (value, k)))
        return found

    def by_word(self) -> dict[int, int]:
        """{head word, or any word of a name: its mention}."""
        found: dict[int, int] = {}
        for i, m in enumerate(self.mentions):
            if m.unit:
                for word in range(m.unit.first, m.unit.stop):
                    found.setdefault(word, i)
            found[m.head] = i
        return found

    def by_entry(self) -> dict[str, int]:
        """{key of an entry: the first mention of whom is known by it}."""
        return {entry.key: i for i in reversed(range(len(self.mentions))) if (entry := self.entry(i)) is not None}

    def merge(self, a: int, b: int, *, certain: bool = False) -> bool:
        """Join two clusters unless something speaks against it; whether they are one now. Certain: unlike types do not count."""
        a, b = sorted((self.root(a), self.root(b)))
        if a == b:
            return True
        if not (self.compatible(a, b) or (certain and not (self.entry(a) and self.entry(b)))):
            return False
        self._parent[b] = a
        self.members[a] += self.members.pop(b)
        self._entry[a] = self._entry[a] or self._entry[b]
        self._gender[a] = self._gender[a] or self._gender[b]
        self._surnames[a] |= self._surnames[b]
        self._given[a] |= self._given[b]
        self._parties[a] |= self._parties[b]
        for name, mention in self._names.pop(b).items():
            self._names[a].setdefault(name, mention)
        self._types[a] += self._types[b]
        self._either[a] &= self._either.pop(b)
        self._heads[a] |= self._heads.pop(b)
        self._others[a] |= self._others.pop(b)
        return True

    def compatible(self, a: int, b: int) -> bool:
        """Whether nothing that is known speaks against two clusters being one."""
        left, right = self.entry(a), self.entry(b)
        if left and right and left.key != right.key:
            return False
        if (left and not right and self._is_son(b)) or (right and not left and self._is_son(a)):
            return False  # "Donald Trump, Jr."
        if not self._heads[self.root(a)].isdisjoint(self._others[self.root(b)]) and not (left and right):
            return False
        one, other = self._surnames[self.root(a)], self._surnames[self.root(b)]
        if one and other and one.isdisjoint(other) and not (left and right):
            return False
        if not (left and right) and not _may_be_one(self._given[self.root(a)], self._given[self.root(b)]):
            return False
        if self.parties(a) and self.parties(b) and self.parties(a).isdisjoint(self.parties(b)):
            return False
        genders = {self.gender(a), self.gender(b)} - {None}
        if len(genders) > 1:
            return False
        either = self._either[self.root(a)] or self._either[self.root(b)]
        return (either and {self.type(a), self.type(b)} <= ACTING | {"place"}) or types_fit(self.type(a), self.type(b))

    def _is_son(self, i: int) -> bool:
        """Whether a cluster's names tell somebody from his father."""
        last = {name.split()[-1].lower().strip(".") for name in self._names[self.root(i)]}
        return bool(last) and last <= words("generation") - {"sr"}

    def is_apart(self, i: int, word: int) -> bool:
        """Whether grammar says that a word means somebody else than a cluster."""
        root = self.root(i)
        return word in self._others[root] or not self._heads[root].isdisjoint(self._apart.get(word, frozenset()))

    def entry(self, i: int) -> Entry | None:
        """What the gazetteers know a cluster to be."""
        return self._entry[self.root(i)]

    def called(self, i: int) -> str:
        """What an owner with a name is compared by: what the gazetteers know, or the letters of the longest name."""
        if entry := self.entry(i):
            return entry.whose
        return squeezed(max(self._names[self.root(i)], key=lambda name: (len(name), name)))

    def gender(self, i: int) -> str | None:
        """Male or female, where some mention tells."""
        return self._gender[self.root(i)]

    def may_be_body(self, i: int) -> bool:
        """Whether who looks like a person may as well be a body: "the owner", or a name of one word of which nothing tells."""
        root = self.root(i)
        if self.entry(root) or self._gender[root]:
            return False
        alone = (
            m.unit is not None and m.unit.length == 1 and not (m.sure or m.offices) for m in self.of(root) if m.kind != "pronoun"
        )
        return self._either[root] or all(alone)

    def parties(self, i: int) -> frozenset[str]:
        """The parties whose man or woman some mention calls somebody."""
        return self._parties[self.root(i)]

    def kind(self, i: int) -> str | None:
        """The finer type, where some mention tells."""
        entry = self.entry(i)
        return entry.kind if entry else next((m.subtype for m in self.of(i) if m.subtype), None)

    def retype(self, i: int, type_: str) -> None:
        """Let a lone mention's type give way to what a longer name tells."""
        self._types[self.root(i)] = Counter([type_])

    def enter(self, i: int, entry: Entry, at: dict[str, int]) -> None:
        """Say that a cluster is an entry of the gazetteers, and join it to the other mentions of it (`at`: key to mention)."""
        root = self.root(i)
        if self._entry[root] is None:
            self._entry[root] = entry
            self.merge(at.setdefault(entry.key, i), i)

    def type(self, i: int) -> str | None:
        """What the gazetteers say, else the type that the mentions tell with most weight."""
        entry = self.entry(i)
        if entry:
            return entry.type
        told = self._types[self.root(i)]
        return max(sorted(told), key=lambda t: (told[t], t == "person", t != "thing"), default=None)


def _surname(mention: Found) -> frozenset[str]:
    """The last name of a person named in full: two full names with different ones are two people."""
    parts = _personal(mention)
    return frozenset((squeezed(parts[-1]),)) if len(parts) > 1 else frozenset()


def _given(mention: Found) -> frozenset[str]:
    """The names before the last of a person named in full, and his nickname."""
    parts = _personal(mention)[:-1]
    return frozenset(filter(None, map(squeezed, (*parts, nickname(mention.name))))) if parts else frozenset()


def _personal(mention: Found) -> list[str]:
    """The words of a person's name, without "Jr." behind them."""
    parts = without_nickname(mention.name).split() if mention.unit and mention.type == "person" else []
    return [] if parts and parts[0].lower() in words("noble") else without_generation(parts)  # "Duchess of York" is no surname


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether given names may be one person's: "Juan Miguel" and "Miguel", "Bob" and "Robert", "J." and "James"."""
    if not (a and b):
        return True
    return any(
        x.startswith(y) or y.startswith(x) or x in name_forms().get(y, ()) or y in name_forms().get(x, ()) for x in a for y in b
    )


def _is_either(mention: Found) -> bool:
    """Whether a mention calls somebody what people and bodies may be: "the owner", "a rival"."""
    return mention.unit is None and mention.noun in words("either")


def weight(mention: Found) -> int:
    """How much a mention's type counts: most where words tell it, least where it is only the label of a lone word."""
    if _is_either(mention):
        return 0
    return 6 if mention.sure else 3 if mention.kind == "nominal" or (mention.unit and mention.unit.length > 1) else 1


def types_fit(a: str | None, b: str | None) -> bool:
    """Whether somebody can be of both types: the words for bodies, places and countries overlap."""
    if a is None or b is None or a == b:
        return True
    return _COMPATIBLE.get(frozenset((a, b)), False)
