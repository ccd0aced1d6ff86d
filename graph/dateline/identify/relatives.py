"""Relative pronouns: whom "who", "which" and "that" mean, the noun that their clause hangs on."""

from collections.abc import Mapping
from itertools import islice

from dateline.identify.clusters import Clusters
from dateline.identify.phrases import lemma, preposition
from dateline.identify.scene import DEPTH
from dateline.tree import Tree

_ALL = ("both", "all", "neither", "none", "each")


class Relatives:
    """The relative pronouns of a text; `heads` tells of each word which mention it heads, and grows as the text is read."""

    def __init__(self, tree: Tree, clusters: Clusters, heads: Mapping[int, int]) -> None:
        self.tree, self.clusters, self.heads = tree, clusters, heads

    def antecedent(self, i: int) -> int | None:
        """The noun that a relative clause hangs on, unless only the one right before the pronoun has the number of its verb.

        Of "who" it is the person whose name stands right before it, and never a thing or place; of "which" never a sure person.
        """
        set_off = i > 1 and self.tree.tokens[i - 1].upos == "PUNCT"
        word = self.tree.tokens[i].text.lower()
        if word == "what":
            return None  # "without what is called an agreement": it hangs on nothing that was named
        aged = set_off and i > 3 and self.tree.tokens[i - 2].text.isdigit() and self.tree.tokens[i - 3].text == ","
        near = self.heads.get(i - 4 if aged else i - 2 if set_off else i - 1)  # "Silva, 58, who"
        hung = self._hung_on(i)
        if word in ("who", "whom") or (word == "whose" and not self._is_thing(hung, near)):
            who = self._who(i, near, hung)
            return None if who is None or self._is_of_many(who) else who
        if hung is None or (set_off and word == "that") or (word == "which" and self._is_sure_person(hung)):
            return None
        if near is None or self.clusters.root(near) == self.clusters.root(hung) or near < hung:
            return hung
        agreeing = [k for k in (hung, near) if self._agrees(i, k)]
        return agreeing[0] if len(agreeing) == 1 else hung

    def together(self, i: int) -> tuple[int, ...]:
        """Those side by side whom a relative pronoun means all, as what stands before it or its verb's number says: "Silva and
        Holm, both of whom", "Silva and Holm, who were"."""
        tree = self.tree
        of_all = i > 1 and tree.tokens[i - 1].text == "of" and lemma(tree, i - 2) in _ALL
        begins = i - 2 if of_all else i
        last = self.heads.get(begins - 1 - (tree.tokens[begins - 1].upos == "PUNCT"))
        if last is None or (not of_all and self._agrees(i, last)):
            return ()
        head = self.clusters.mentions[last].head
        first = tree.head(head) if tree.is_(head, "conj") else None
        if first is None or not any(tree.children(c, "cc") for c in tree.children(first, "conj")):
            return ()
        some = [k for k in (first, *tree.children(first, "conj")) if k < i]
        known = tuple(self.heads[k] for k in some if k in self.heads and self.clusters.mentions[self.heads[k]].unit)
        return known if len(known) == len(some) else ()

    def _is_sure_person(self, k: int) -> bool:
        """Whether somebody is told to be a person by more than the look of a name."""
        told = self.clusters.gender(k) is not None or self.clusters.entry(k) is not None
        return self.clusters.type(k) == "person" and (told or any(m.sure or m.offices for m in self.clusters.of(k)))

    def _is_thing(self, hung: int | None, near: int | None) -> bool:
        """Whether a clause hangs on a thing or place, and no person stands right before it: "a mill whose owner"."""
        things = hung is not None and self.clusters.type(hung) in ("thing", "place", "country", None)
        return things and (near is None or self.clusters.type(near) not in ("person", "group"))

    def _who(self, i: int, near: int | None, hung: int | None) -> int | None:
        if near is not None and self._is_denied(near):
            near = hung = self._put_right(near)
        if near is not None and self.clusters.mentions[near].unit and self.clusters.type(near) == "person":
            return None if self._is_behind_another(near, hung) else near
        one = self._named_behind(i, hung)
        if one is not None:
            return one
        return self._somebody(near if hung is None else hung)

    def _is_behind_another(self, near: int, hung: int | None) -> bool:
        """Whether a name only tells for whom somebody else works, who may be meant as well: "Silva, an aide to | Holm |, who"."""
        tree, head = self.tree, self.clusters.mentions[near].head
        above = tree.head(head) if tree.is_(head, "nmod") and preposition(tree, head) in ("to", "for") else None
        one = tree.head(above) if above is not None and tree.is_(above, "appos") else None
        return hung is not None and one in self.heads and self.clusters.mentions[hung].head in (above, one)

    def _named_behind(self, i: int, hung: int | None) -> int | None:
        """The one who is named last before "who was", where the clause is said to hang on many: "men like Silva, 22, who was"."""
        if hung is None or not self.clusters.mentions[hung].plural or self._agrees(i, hung):
            return None
        between = range(i - 1, self.clusters.mentions[hung].head, -1)
        last = next((self.heads[k] for k in between if k in self.heads), None)
        named = last is not None and self.clusters.mentions[last].unit and self.clusters.type(last) == "person"
        return last if named else None

    def _somebody(self, k: int | None) -> int | None:
        """The nearest mention up the tree that "who" can mean: the people of "people across the nation who"."""
        while k is not None and self.clusters.type(k) in ("thing", "place", "country"):
            head = self.clusters.mentions[k].head
            above = self.tree.head(head) if self.tree.is_(head, "nmod") else None
            k = self.heads.get(above) if above is not None else None
        return k

    def _is_of_many(self, k: int) -> bool:
        """Whether a plural stands beside others that "who" may mean as well: "doctors and nurses who"."""
        tree, m = self.tree, self.clusters.mentions[k]
        above = tree.head(m.head) if tree.is_(m.head, "conj") else None
        beside = [*tree.children(m.head, "conj"), *([] if above is None else [above])]
        return m.plural and any(c in self.heads and self.clusters.mentions[self.heads[c]].plural for c in beside)

    def _is_denied(self, k: int) -> bool:
        """Whether "not" stands right before a mention."""
        first = self.clusters.mentions[k].first
        return first > 0 and self.tree.tokens[first - 1].text.lower() == "not"

    def _put_right(self, k: int) -> int | None:
        """Whom the words before ", not Silva," name: the one who is meant instead."""
        before = self.clusters.mentions[k].first - 3
        return self.heads.get(before) if before >= 0 and self.tree.tokens[before + 1].text == "," else None

    def _hung_on(self, i: int) -> int | None:
        """The mention that the clause of a relative pronoun hangs on, as the parser sees it."""
        for above in islice(self.tree.ancestors(i), DEPTH):
            if self.tree.is_(above, "acl:relcl"):
                noun = self.tree.tokens[above].head
                return self.heads.get(noun) if noun < i else None  # one that the clause stands before was never meant
        return None

    def _agrees(self, i: int, k: int) -> bool:
        """Whether a mention is of the number that the verb of a relative pronoun has, where it is the verb's subject."""
        tree, above = self.tree, self.tree.head(i)
        if above is None or not tree.is_(i, "nsubj"):
            return True
        verbs = [*tree.children(above, "aux", "cop"), above]
        number = next(
            (n for v in verbs if tree.tokens[v].upos in ("AUX", "VERB") and (n := tree.tokens[v].feats.get("Number"))), None
        )
        return number is None or (number == "Plur") == self.clusters.mentions[k].plural
