"""People who are called like a month or a day: Theresa May, April Ross, Mr Sunday.

A tagger of names takes their words for a date. Beside a given name, a surname or a form of address they are a name; alone they
are one where the article knows somebody by it, and where grammar gives the word a part that no month has.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from dateline.annotate.names import CALENDAR, is_title
from dateline.english import MONTHS, WEEKDAYS
from dateline.model import Name, Token
from dateline.resources import table, word_groups

_JOINS = ("flat", "compound", "nmod:desc", "appos")
_LOOKS_AHEAD = ("ahead", "deadline")


def namesakes(names: Sequence[Name], words: Sequence[Token]) -> list[Name]:
    """The names, with those of people who are called like a part of the calendar."""
    page = _Page(words)
    whole = [page.whole(n) if n.label == "PERSON" else n for n in names]
    taken = {i for n in whole for i in range(n.first, n.stop)}
    told = [page.name(first, i + 1) for i, first in page.introduced(taken)]
    kept = [n for n in whole if not page.bare(n)]
    called = {words[i].text for n in (*kept, *told) if n.label == "PERSON" for i in (n.first, n.stop - 1)} & {*MONTHS}
    taken = {i for n in (*kept, *told) for i in range(n.first, n.stop)}
    people = {i for n in (*kept, *told) if n.label == "PERSON" for i in range(n.first, n.stop)}
    again = [page.name(i, i + 1) for i in page.again(called, taken, people)]
    return sorted([*kept, *told, *again], key=lambda n: n.first)


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    return word_groups("seeds", "lexicons", "calendar-names.tsv")


@cache
def _given() -> frozenset[str]:
    files = ("given-names.tsv", "given-names-more.tsv")
    return frozenset(row["name"] for file in files for row in table("seeds", "gazetteers", file))


@cache
def _polite() -> frozenset[str]:
    return word_groups("seeds", "lexicons", "actor-words.tsv")["polite"]


@cache
def _ahead() -> frozenset[str]:
    """Verbs by which what stands behind them is a day to come: "postponed to May"."""
    return frozenset(row["lemma"] for row in table("seeds", "lexicons", "time-verbs.tsv") if row["looks"] in _LOOKS_AHEAD)


class _Page:
    """The words of an article, looked at for months that are people."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self._below: list[list[int]] = [[] for _ in words]
        for i, word in enumerate(words):
            if word.head != i:
                self._below[word.head].append(i)

    def name(self, first: int, stop: int) -> Name:
        """The name of a person over `words[first:stop]`."""
        return Name(start=self.words[first].start, end=self.words[stop - 1].end, first=first, stop=stop, label="PERSON")

    def bare(self, name: Name) -> bool:
        """Whether what a tagger took for a person is a month or a day and nothing else."""
        return name.label == "PERSON" and name.stop - name.first == 1 and self.words[name.first].text in CALENDAR

    def whole(self, name: Name) -> Name:
        """A person's name with the month behind or before that belongs to it."""
        first, stop = name.first, name.stop
        if self._month(stop) and not self._month(stop - 1) and self._joined(stop - 1, stop) and not self._figure(stop + 1):
            stop += 1
        if self._month(first - 1) and self._joined(first - 1, first) and not self._dated(first - 1):
            first -= not _groups()["when"].intersection(self._cases(first - 1))
        return self.name(first, stop)

    def introduced(self, taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Each month or day that a given name or a title before it makes a name, and where that begins."""
        for i in range(1, len(self.words)):
            if i in taken or i - 1 in taken or not self._joined(i - 1, i) or self._figure(i + 1):
                continue
            before = self.words[i - 1].text.lower().rstrip(".")
            if self._month(i) and before in _given():
                yield i, i - 1
            elif (self._month(i) and self._titled(i)) or (self.words[i].text in WEEKDAYS and before in _polite()):
                yield i, i

    def again(self, called: Collection[str], taken: Collection[int], people: Collection[int]) -> Iterator[int]:
        """Where a word by which somebody is known stands for him."""
        known = set(people)
        for i, word in enumerate(self.words):
            free = word.text in called and i not in taken and word.xpos == "NNP" and not self._dated(i)
            if free and not self._figure(i + 1) and self._somebody(i, known):
                known.add(i)
                yield i

    def _month(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i].text in MONTHS and self.words[i].xpos.startswith("NNP")

    def _figure(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i].text[0].isdigit()

    def _joined(self, one: int, other: int) -> bool:
        """Whether two words stand side by side as one name."""
        a, b = self.words[one], self.words[other]
        related = (b.head == one and b.deprel in _JOINS) or (a.head == other and a.deprel in _JOINS)
        shared = a.head == b.head and a.deprel in _JOINS and b.deprel in _JOINS
        return b.start - a.end == 1 and (related or shared)

    def _titled(self, i: int) -> bool:
        """Whether a title or an office stands right before a word."""
        return any(is_title(self.words[i - n : i]) for n in (1, 2) if i >= n)

    def _dated(self, i: int) -> bool:
        """Whether a figure or a modifier before a month makes it a date: "5 May", "last May"."""
        modifiers = [c for c in self._below[i] if c < i and self.words[c].deprel in ("det", "amod", "nummod")]
        return self._figure(i - 1) or bool(modifiers)

    def _cases(self, i: int) -> list[str]:
        """The prepositions before a word."""
        return [self.words[c].text.lower() for c in self._below[i] if self.words[c].deprel == "case" and c < i]

    def _somebody(self, i: int, people: Collection[int]) -> bool:
        """Whether a month has a part in its sentence that only a person has."""
        word = self.words[i]
        others = [c for c in self._below[i] if self.words[c].deprel == "conj"]
        if any(self._month(c) and c not in people and self.words[c].text != word.text for c in others):
            return False  # "May and June were wet"
        if word.deprel == "conj":
            return word.head in people or self.words[word.head].xpos == "PRP"
        cases = self._cases(i)
        if not cases:
            return word.deprel in _groups()["parts"]
        return cases[-1] in _groups()["with"] or self._did(i) or self._adnominal(i, cases[-1], others, people)

    def _did(self, i: int) -> bool:
        """Whether "by" tells who did what is over: "was rejected by May", not "must be signed by May"."""
        word = self.words[i]
        return word.deprel == "obl:agent" and not any(self.words[c].xpos in ("MD", "TO") for c in self._below[word.head])

    def _adnominal(self, i: int, case: str, others: Sequence[int], people: Collection[int]) -> bool:
        """Whether a preposition joins somebody to a noun, or to a verb that gives: "a spokesman for May", "wrote to May"."""
        word = self.words[i]
        head = self.words[word.head]
        if case == "between":
            return any(c in people or self.words[c].xpos.startswith(("NN", "PRP")) for c in others)
        if case in _groups()["adnominal"] and word.deprel == "nmod":
            return head.xpos.startswith("NN") and head.lemma.lower() not in _groups()["of_months"]
        return case == "to" and head.lemma.lower() not in _ahead() and not self._from(word.head)

    def _from(self, head: int) -> bool:
        """Whether a way is told from somewhere: "from March to May"."""
        below = (c for one in self._below[head] for c in self._below[one])
        return any(self.words[c].text.lower() == "from" for c in below)
