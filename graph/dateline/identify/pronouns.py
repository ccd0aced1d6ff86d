"""Pronouns: whom "he", "its" and "who" mean, where that is sure enough; otherwise they mean nobody known.

A relative pronoun means the noun its clause hangs on. "I" within a quotation means who is quoted. A pronoun of the third person
means the best of those spoken of before it in its own sentence and the few before: of fitting number, gender and kind, not taking
another part in the same event, subjects before objects, near before far (after Hobbs 1978 and Lappin and Leass 1994).
"""

from dataclasses import dataclass

from dateline.identify.clusters import Clusters
from dateline.identify.lexicon import words
from dateline.identify.mentions import Found, Text
from dateline.model import Attribution
from dateline.tree import Tree

BACK = 3  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What a pronoun's form tells."""

    plural: bool
    gender: str | None
    types: frozenset[str]


_PEOPLE = frozenset(("person",))
_BODIES = frozenset(("organization", "country", "place", "thing"))
_MANY = frozenset(("group", "organization", "thing"))
THIRD = {
    **dict.fromkeys(("he", "him", "his", "himself"), Person(plural=False, gender="male", types=_PEOPLE)),
    **dict.fromkeys(("she", "her", "hers", "herself"), Person(plural=False, gender="female", types=_PEOPLE)),
    **dict.fromkeys(("it", "its", "itself"), Person(plural=False, gender=None, types=_BODIES)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Person(plural=True, gender=None, types=_MANY)),
}
FIRST = ("i", "me", "my", "mine", "myself")


def resolve(text: Text, clusters: Clusters) -> None:
    """Add the pronouns that can be resolved to the clusters they belong to, in order of the text."""
    reader = Reader(text, clusters)
    for i, token in enumerate(text.tree.tokens):
        if token.upos in ("PRON", "DET"):
            target = reader.meant(i)
            if target is not None:
                reader.add(i, target)


class Reader:
    """The state of reading a text from left to right."""

    def __init__(self, text: Text, clusters: Clusters) -> None:
        self.text = text
        self.tree: Tree = text.tree
        self.clusters = clusters
        self.number = {s.first: n for n, s in enumerate(self.tree.sentences)}
        self.heads: dict[int, int] = {}
        self.by_sentence: dict[int, list[int]] = {}
        for i, m in enumerate(clusters.mentions):
            self.heads[m.head] = i
            if m.unit:
                self.heads.update(dict.fromkeys(range(m.unit.first, m.unit.stop), i))
            self.by_sentence.setdefault(self.sentence(m.head), []).append(i)

    def sentence(self, token: int) -> int:
        return self.number[self.tree.sentence(token).first]

    def meant(self, i: int) -> int | None:
        """The mention whose bearer a pronoun means."""
        token = self.tree.tokens[i]
        lower = token.text.lower()
        if token.feats.get("PronType") == "Rel":
            return self._antecedent(i) if i in self.text.fillers else None
        if lower in FIRST:
            return self._speaker(i)
        if lower in THIRD and not self._is_empty(i):
            return self._best(i, THIRD[lower], lower in words("self"))
        return None

    def add(self, i: int, target: int) -> None:
        """Enter a pronoun as a mention of its bearer."""
        lower = self.tree.tokens[i].text.lower()
        person = THIRD.get(lower)
        gender = person.gender if person else None
        found = Found(head=i, first=i, last=i, kind="pronoun", gender=gender, role=i in self.text.fillers)
        new = self.clusters.add(found)
        if self.clusters.merge(target, new):
            self.heads[i] = new
            self.by_sentence.setdefault(self.sentence(i), []).append(new)

    def _antecedent(self, i: int) -> int | None:
        """The noun that a relative clause hangs on."""
        for above in self.tree.ancestors(i):
            if self.tree.is_(above, "acl:relcl"):
                return self.heads.get(self.tree.tokens[above].head)
        return None

    def _speaker(self, i: int) -> int | None:
        """The source of the innermost quotation around a word."""
        start = self.tree.tokens[i].start
        around = [q for q in self.text.document.attributions if q.content.start <= start < q.content.end and q.source]
        if not around:
            return None
        inner: Attribution = min(around, key=lambda q: q.content.end - q.content.start)
        if inner.source is None:
            return None
        found = (self.heads.get(k) for k in self.tree.within(inner.source.start, inner.source.end))
        target = next((k for k in found if k is not None), None)
        return target if target is not None and self.clusters.type(target) in ("person", None) else None

    def _is_empty(self, i: int) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "it rained"."""
        tree = self.tree
        if tree.tokens[i].text.lower() != "it":
            return False
        above = tree.head(i)
        return tree.is_(i, "expl") or (above is not None and bool(tree.children(above, "csubj")))

    def _best(self, i: int, person: Person, reflexive: bool) -> int | None:
        """The candidate with the highest score, None where there is no candidate or two unlike ones are as good."""
        scored: dict[int, float] = {}
        own = self.sentence(i)
        for back in range(BACK + 1):
            for k in self.by_sentence.get(own - back, ()):
                m = self.clusters.mentions[k]
                if m.head < i and self._fits(k, person) and (back or self._may_corefer(i, m, reflexive)):
                    root = self.clusters.root(k)
                    scored[root] = max(scored.get(root, 0.0), self._score(i, k, back))
        if not scored:
            return None
        ranked = sorted(scored.items(), key=lambda item: (-item[1], item[0]))
        return ranked[0][0]

    def _fits(self, k: int, person: Person) -> bool:
        """Whether a mention's bearer can be meant by a pronoun's form."""
        m = self.clusters.mentions[k]
        type_ = self.clusters.type(k)
        if person.plural:
            return type_ in person.types and (m.plural or type_ == "organization" or type_ == "group")
        if m.plural and m.kind != "pronoun":
            return False
        gender = self.clusters.gender(k)
        if person.gender:
            return type_ in person.types and gender in (None, person.gender)
        return type_ in person.types

    def _may_corefer(self, i: int, m: Found, reflexive: bool) -> bool:
        """Whether grammar lets a pronoun mean somebody who takes part in the same clause: "he saw him" names two."""
        tree = self.tree
        if m.first <= i <= m.last and m.kind != "pronoun":
            return False
        if reflexive or tree.is_(i, "nmod:poss"):
            return True
        return tree.head(i) != tree.head(m.head) and i not in tree.children(m.head)

    def _score(self, i: int, k: int, back: int) -> float:
        """How likely a mention is meant: by its place in the sentence, its distance, and what it is."""
        m = self.clusters.mentions[k]
        tree = self.tree
        score = 100.0 - 30.0 * back
        if tree.is_(m.head, "nsubj"):
            score += 25 + (10 if tree.is_(i, "nsubj") else 0)
        elif tree.is_(m.head, "obj", "iobj"):
            score += 12
        elif tree.is_(m.head, "nmod", "compound", "amod"):
            score -= 12
        if m.kind == "name" or self.clusters.mentions[self.clusters.root(k)].kind == "name":
            score += 8
        if self.clusters.type(k) == "thing":
            score -= 15
        if self.clusters.type(k) == "place":
            score -= 20
        score += min(len(self.clusters.members[self.clusters.root(k)]), 6)
        return score - 0.05 * min(i - m.head, 100)
