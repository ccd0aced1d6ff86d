"""Pronouns: whom "he", "its" and "who" mean, where that is sure enough; otherwise they mean nobody known.

A relative pronoun means the noun its clause hangs on (`relatives`), "I" who is quoted and "you" to whom he speaks (`speakers`).
A pronoun of the third person means the best of those spoken of before it in its own sentence and the few before: of fitting
number, gender and kind, not taking another part in the same event, subjects before objects, near before far (after Hobbs 1978
and Lappin and Leass 1994).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from math import inf

from dateline.identify import among, overall
from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import BODIES, words
from dateline.identify.pairs import meetings, of_a_kind, together
from dateline.identify.persons import EVEN, KEPT, TAKEN, Question, fitting, likelihoods
from dateline.identify.phrases import determiner, is_plural, lemma
from dateline.identify.predicates import implied
from dateline.identify.relatives import Relatives
from dateline.identify.scene import DEPTH, Scene
from dateline.identify.speakers import FIRST, SECOND, TOGETHER, Speakers
from dateline.identify.text import Text, head_of
from dateline.identify.third import THIRD, Person, kind
from dateline.identify.towards import blamed, by_sentence, deeds, is_led, is_object, judged
from dateline.identify.turns import turns
from dateline.model import Attribution
from dateline.resources import table
from dateline.tree import Tree

BACK = 3  # sentences
UNLIKELY = 0.4  # likelihood below which nobody is meant who is spoken of as many, where some are named one by one
_FAR = 400  # words: in a sentence without end, what is further off is not looked at
AHEAD = 0.4  # log-odds by which the best must lead: where two are near, the pronoun means nobody known
# log-odds: a candidate with a lower score is not taken; "it" has the most that speaks for a wrong one
LEAST = {"he": 0.3, "it": 0.7, "its": -0.2, "they": 0.3}


@cache
def weights() -> dict[str, float]:
    """{what may be told of a candidate: what it weighs}."""
    return {row["told"]: float(row["weight"]) for row in table("seeds", "lexicons", "pronoun-weights.tsv")}


_OF_NO_PERSON = ("it", "its", "itself", "which")


QUOTES = "\"“‘«„`'"
_OPENING, _CLOSING = ('"', "“", "«", "„", "``"), ('"', "”", "»", "“", "''")
_ACTING = BODIES | {"group", "person"}


Choose = Callable[[Scene, Question], int | None]  # whom a pronoun means, of those who come into question


def resolve(text: Text, clusters: Clusters) -> dict[int, tuple[int, ...]]:
    """Add the pronouns that can be resolved to the clusters they belong to, in order of the text.

    Those that mean several who are named one by one are returned instead: {token: their mentions}.
    """
    return read(text, clusters, likeliest)


def read(text: Text, clusters: Clusters, choose: Choose) -> dict[int, tuple[int, ...]]:
    """The same, where `choose` says whom a pronoun of the third person means."""
    reader = Reader(text, clusters, choose)
    pronouns = [i for i, token in enumerate(text.tree.tokens) if token.upos in ("PRON", "DET")]
    later = [i for i in pronouns if not reader.take(i) and reader.is_own(i)]
    for i in later:  # '"I agree," she said': by now it is known who she is
        reader.take(i)
    for i in pronouns:
        if i not in reader.heads and i not in reader.several:
            reader.take_likely(i)
    return reader.several


def _innermost(tree: Tree, text: str, told: Iterable[Attribution]) -> dict[int, Attribution]:
    """{token: the shortest statement around it}, the first of equals."""
    around: dict[int, Attribution] = {}
    for q in sorted(told, key=lambda q: q.content.end - q.content.start):
        aside = _aside(tree, text, q)
        for i in tree.within(q.content.start, q.content.end):
            if i not in aside:
                around.setdefault(i, q)
    return around


def _aside(tree: Tree, text: str, told: Attribution) -> range:
    """The words between two parts of a quotation, which say who speaks: '"We lost," | she told her aide. | "We will be back."'"""
    source, content = told.source, told.content
    if source is None or not content.start < source.start < content.end:
        return range(0)
    start = max(text.rfind(mark, content.start, source.start) for mark in _CLOSING)
    ends = [at for mark in _OPENING if (at := text.find(mark, source.end, content.end)) >= 0]
    return range(0) if start < 0 or not ends else tree.within(start, min(ends))


def likeliest(scene: Scene, asked: Question) -> int | None:
    """The cluster that is likeliest meant, if it is likely enough; where no network has read the text, by the rules alone."""
    if not scene.seen:
        return by_rules(asked)
    likely = likelihoods(scene, asked)
    best, ruled = max(asked.order, key=lambda root: likely[root]), by_rules(asked)
    if ruled is not None and likely[best] - likely[ruled] < EVEN:
        best = ruled
    least = KEPT[asked.kind] if best == ruled else TAKEN
    return best if likely[best] >= least else None


def by_rules(asked: Question) -> int | None:
    """The cluster that fits best, where it fits well enough and no other is near."""
    best = max(asked.scores, key=lambda root: (asked.scores[root], root))
    score = asked.scores[best]
    if score <= asked.least or asked.rival > score:
        return None
    near = any(score - other < AHEAD for root, other in asked.scores.items() if root != best)
    return None if near else best


def _is_quoted(text: str, told: Attribution) -> bool:
    """Whether a statement is told word by word: a mark opens it, or stands right before it."""
    start = told.content.start
    return any(c in QUOTES for c in text[max(0, start - 1) : start + 1])


class Reader:
    """The state of reading a text from left to right; `choose` says whom a pronoun of the third person means."""

    def __init__(self, text: Text, clusters: Clusters, choose: Choose = likeliest) -> None:
        self.choose = choose
        self.scene = Scene(text, clusters)
        self.text = text
        self.tree: Tree = text.tree
        self.clusters = clusters
        sourced = [q for q in text.document.attributions if q.source]
        self.told = _innermost(self.tree, text.document.text, sourced)
        quotes = [q for q in sourced if _is_quoted(text.document.text, q)]
        self.quoted = _innermost(self.tree, text.document.text, quotes)
        self.quotes = sorted(quotes, key=lambda q: q.content.start)
        self.quoting = {k: q for q in quotes if q.source for k in self.tree.within(q.source.start, q.source.end)}
        self.telling = {k: q for q in sourced if q.source for k in self.tree.within(q.source.start, q.source.end)}
        self.several: dict[int, tuple[int, ...]] = {}
        self.heads = clusters.by_word()
        self.by_sentence: dict[int, list[int]] = {}
        for i, m in enumerate(clusters.mentions):
            self.by_sentence.setdefault(self.scene.sentence(m.head), []).append(i)
        said = turns(text, self.heads)
        self.speakers = Speakers(self.tree, clusters, self.heads, self.several, self.quoted, self.told, said)
        self.relatives = Relatives(self.tree, clusters, self.heads)
        self.meetings = meetings(text)
        self.deeds = by_sentence(self.tree, deeds(text))
        self.blamed = blamed(text)
        self.judged = judged(text)
        self.joint = together(text)
        told = (deed for some in self.deeds.values() for deed in some)
        self.done_to = {k: deed for deed in told for k in deed.done_to if is_object(self.tree, k, deed)}

    def meant(self, i: int) -> int | None:
        """The mention whose bearer a pronoun means."""
        token = self.tree.tokens[i]
        lower = token.text.lower()
        type_ = token.feats.get("PronType")
        if type_ == "Rel" or (lower == "whose" and type_ == "Prs"):  # the tagger takes some for an owner like "his"
            some = self.relatives.together(i)
            return self._one_of(i, some) if some else self.relatives.antecedent(i)
        if lower in FIRST:
            return self.speakers.one(i)
        if lower in TOGETHER:
            return self._one_of(i, self.speakers.together(i))
        if lower in SECOND:
            return self.speakers.addressed(i)
        beside = self._beside_own(i) if lower in THIRD else None
        if beside is not None:
            return self.heads.get(beside)
        if lower in THIRD and not self._is_empty(i) and not self._is_of_those(i, THIRD[lower]):
            reflexive = lower in words("self")
            bound = self._bound(i, THIRD[lower]) if reflexive else self._for_own_deed(i, THIRD[lower])
            if bound is None and not reflexive:
                bound = self._going_on(i, THIRD[lower])
            if bound is None and not reflexive:
                bound = self._turned_on(i, THIRD[lower])
            if bound is None and lower == "it":
                bound = self._tells_of_itself(i, THIRD[lower])
            return self._best(i, THIRD[lower], reflexive) if bound is None else bound
        return None

    def _is_of_those(self, i: int, person: Person) -> bool:
        """Whether "they" stands in what those say of whom nothing but these words tells: "those over 60 say | they | are"."""
        subjects = (self.tree.child(above, "nsubj", "nsubj:pass") for above in islice(self.tree.ancestors(i), DEPTH))
        before = [k for k in subjects if k is not None and k < i and k not in self.heads]
        those = [k for k in before if self.tree.tokens[k].text.lower() in words("those")]
        return person.plural and any(self.tree.children(k, "nmod", "acl", "acl:relcl") for k in those)

    def take(self, i: int) -> bool:
        """Whether it is known whom a pronoun means; then it is entered, or noted where it means several."""
        if self._means_several(i):
            return True
        target = self.meant(i)
        return target is not None and self.add(i, target)

    def take_likely(self, i: int) -> bool:
        """Whether it is all but sure whom a pronoun means by what is thought of the whole text; then it is entered.

        "You" may be anybody.
        """
        word = self.tree.tokens[i].text.lower()
        least = overall.UNSURE if word in TOGETHER else overall.LEAST["pronoun"]
        target = overall.likeliest(self.clusters, self.heads, i, least) if word not in SECOND else None
        if target is None or (word in _OF_NO_PERSON and self.clusters.type(target) == "person"):
            return False
        return self.add(i, target)

    def _means_several(self, i: int) -> bool:
        """Whether a pronoun means two who are spoken of one by one, as is thought of the whole text; then they are noted."""
        word = self.tree.tokens[i].text.lower()
        if word not in TOGETHER and not (word in THIRD and THIRD[word].plural):
            return False
        least = among.UNSURE if word in TOGETHER else among.LEAST["pronoun"]
        if two := among.members(self.tree, self.clusters, self.heads, i, least):
            self.several[i] = two
        return bool(two)

    def is_own(self, i: int) -> bool:
        """Whether by a pronoun people speak of themselves, or to somebody."""
        return self.tree.tokens[i].text.lower() in FIRST + TOGETHER + SECOND

    def add(self, i: int, target: int) -> bool:
        """Enter a pronoun as a mention of its bearer, if nothing speaks against it."""
        lower = self.tree.tokens[i].text.lower()
        person = THIRD.get(lower)
        gender = person.gender if person else None
        found = Found(head=i, first=i, last=i, kind="pronoun", gender=gender, role=i in self.text.fillers)
        if self.clusters.is_apart(target, i) or (gender and self.clusters.gender(target) not in (None, gender)):
            return False
        new = self.clusters.add(found)
        if lower in _OF_NO_PERSON and self.clusters.type(target) == "person":
            self.clusters.retype(target, "organization")
        self.clusters.merge(target, new)
        self.heads[i] = new
        self.by_sentence.setdefault(self.scene.sentence(i), []).append(new)
        return True

    def _one_of(self, i: int, some: tuple[int, ...]) -> int | None:
        """Whom a pronoun means that can only mean some; several are noted instead."""
        if len(some) > 1:
            self.several[i] = some
        return some[0] if len(some) == 1 else None

    def _bound(self, i: int, person: Person) -> int | None:
        """Whom "itself" means by grammar: whom it stands beside ("the mayor herself"), else who does what is done to it."""
        above = self.tree.head(i)
        if above is None or self.tree.is_(i, "nmod:poss"):
            return None
        subject = i - 1 if i - 1 in self.heads else implied(self.tree, above)
        found = None if subject is None else self.heads.get(subject)
        return found if found is not None and self._fits(i, found, person) else None

    def _beside_own(self, i: int) -> int | None:
        """The same pronoun before: "his lobbyist or | his | friend"."""
        above = self.tree.head(i) if self.tree.is_(i, "nmod:poss") else None
        first = self.tree.head(above) if above is not None and self.tree.is_(above, "conj") else None
        owners = () if first is None else self.tree.children(first, "nmod:poss")
        return next((k for k in owners if self.tree.tokens[k].text.lower() == self.tree.tokens[i].text.lower()), None)

    def _for_own_deed(self, i: int, person: Person) -> int | None:
        """Who is thanked, praised or punished for "his help"."""
        target = self.heads.get(self.judged[i]) if i in self.judged else None
        return target if target is not None and self._fits(i, target, person) else None

    def _going_on(self, i: int, person: Person) -> int | None:
        """Whom "he added" means: who was quoted last, if not long before."""
        told = None if self.tree.is_(i, "nmod:poss") else self.quoting.get(i)
        cue = None if told is None or told.cue is None else self.tree.at(told.cue.start)
        if told is None or cue is None or self.tree.tokens[cue].lemma.lower() not in words("going_on"):
            return None
        earlier = (q for q in reversed(self.quotes) if q.content.start < told.content.start and q.source != told.source)
        before = next(earlier, None)
        last = self.speakers.source(before)
        if (
            before is None
            or last is None
            or not self._fits(i, last, person)
            or self.clusters.type(last) not in ("person", "group")
        ):
            return None
        between = self.tree.within(before.content.end, told.content.start)
        others = (self.heads[k] for k in between if k in self.heads and self.tree.is_(k, "nsubj"))
        if any(self.clusters.root(k) != self.clusters.root(last) and self._fits(i, k, person) for k in others):
            return None
        begins = self.tree.at(before.content.start)
        return last if begins is not None and self.scene.sentence(i) - self.scene.sentence(begins) <= BACK else None

    def _tells_of_itself(self, i: int, person: Person) -> int | None:
        """The body that tells of what it does: "Acme has sold a mine to Delta, it said", where no other has just spoken."""
        told = self.telling.get(i)
        start = None if told is None or told.content.start > self.tree.tokens[i].start else self.tree.at(told.content.start)
        if told is None or start is None or self.scene.sentence(start) != self.scene.sentence(i):
            return None
        verb = head_of(self.tree, told.content.start, told.content.end)
        word = None if verb is None else self.tree.child(verb, "nsubj", "nsubj:pass")
        whose = () if word is None else self.tree.children(word, "nmod", "nmod:poss")  # "profits at Acme fell, it said"
        bodies = (self.heads[k] for k in whose if k in self.heads and self.clusters.type(self.heads[k]) == "organization")
        subject = next(bodies, None) if word not in self.heads else self.heads[word]
        if subject is None or self.clusters.type(subject) not in BODIES or not self._fits(i, subject, person):
            return None
        others = {self.clusters.root(k) for k in self._may_have_told(i, self.clusters.type(subject) == "country")}
        return subject if others <= {self.clusters.root(subject)} else None

    def _may_have_told(self, i: int, told_of: bool) -> Iterator[int]:
        """The mentions of bodies that said something in the last few sentences, or, where a state is told of, did something."""
        own = self.scene.sentence(i)
        for k in (k for n in range(max(0, own - BACK), own) for k in self.by_sentence.get(n, ())):
            head, type_ = self.clusters.mentions[k].head, self.clusters.type(k)
            acts = told_of and type_ == "organization" and self.tree.is_(head, "nsubj")
            if type_ in BODIES and (head in self.telling or acts):
                yield k

    def _is_empty(self, i: int) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "it rained"."""
        tree = self.tree
        if tree.tokens[i].text.lower() != "it":
            return False
        above = tree.head(i)
        if above is not None and tree.is_(i, "obj") and tree.tokens[above].lemma == "do":
            return True  # "she did it" tells of a deed
        if [t.text.lower() for t in tree.tokens[max(0, i - 1) : i + 2]] == ["as", "it", "were"]:
            return True
        return tree.is_(i, "expl") or (above is not None and bool(tree.children(above, "csubj")))

    def _best(self, i: int, person: Person, reflexive: bool) -> int | None:
        """The one who is taken to be meant; where several named one by one are likelier, they are noted instead."""
        if person.plural and not reflexive and self._note(i, self._subjects_above(i)):
            return None
        rival, members = self._rival(i, person)
        asked = self._question(i, person, rival, self.candidates(i, person, reflexive))
        chosen = self.choose(self.scene, asked) if asked.scores else None
        if (
            chosen is None
            and members
            and (rival > max((asked.least, *asked.scores.values())) or self._is_left(i, asked, members))
        ):
            self._note(i, members)
        elif chosen is None and person.plural and not reflexive:
            self._note(i, self._two(i, asked) or self._both_sides(i, asked))
        return chosen

    def _note(self, i: int, some: tuple[int, ...]) -> bool:
        """Note several, if there are any and they may be meant, whom a pronoun means."""
        noted = bool(some) and among.may_be(self.clusters, self.heads, i, some)
        if noted:
            self.several[i] = some
        return noted

    def _is_left(self, i: int, asked: Question, members: tuple[int, ...]) -> bool:
        """Whether a pronoun hardly means anybody but some who are named one by one, of whom nobody else spoke."""
        likely = max(likelihoods(self.scene, asked).values(), default=0) if self.scene.seen else 1
        return likely < UNLIKELY and self._is_same_quotation(i, self.clusters.mentions[members[0]].head)

    def _two(self, i: int, asked: Question) -> tuple[int, ...]:
        """The two whom an event of this or the last sentence brings together, if no more are named: "Silva met Okoro. They"."""
        own, clause = self._place(i), set(islice(self.tree.ancestors(i), DEPTH))
        near = {k for k in asked.fits.values() if self.scene.sentence(self.clusters.mentions[k].head) >= own - 1}
        if any(self.clusters.mentions[k].plural for k in near):
            return ()
        for meeting in reversed(self.meetings):
            back = own - self.scene.sentence(meeting.at)
            if back in (0, 1) and meeting.at < i and meeting.at not in clause and self._is_same_quotation(i, meeting.at):
                return meeting.members(self.clusters, self.heads)
        return next((found for k, found in reversed(self.several.items()) if self._goes_on(i, k)), ())

    def _both_sides(self, i: int, asked: Question) -> tuple[int, ...]:
        """Who asks for something that two do together, and with whom he had to do in the sentence before: "Silva accused Holm. He
        suggested that | they | meet"."""
        tree, own = self.tree, self.scene.sentence(i)
        verb = tree.head(i) if tree.is_(i, "nsubj") and i in self.joint else None
        asking = None if verb is None or not tree.is_(verb, "ccomp") else tree.head(verb)
        speaker = None if asking is None or lemma(tree, asking) not in words("proposing") else tree.child(asking, "nsubj")
        if speaker not in self.heads or own == 0 or any(self.clusters.mentions[k].plural for k in asked.fits.values()):
            return ()
        one = self.heads[speaker]
        for deed in reversed(self.deeds.get(tree.sentences[own - 1].first, [])):
            sides = [self.heads[k] for k in (*deed.doers, *deed.done_to) if k in self.heads]
            others = {self.clusters.root(k): k for k in sides if self.clusters.root(k) != self.clusters.root(one)}
            found = (one, *others.values())
            if len(others) == 1 and len(sides) > 1 and of_a_kind(self.clusters, found):
                return found
        return ()

    def _goes_on(self, i: int, k: int) -> bool:
        """Whether a pronoun may mean the same as one of the last sentence."""
        return self.scene.sentence(i) - self.scene.sentence(k) in (0, 1) and self._is_same_quotation(i, k)

    def _is_same_quotation(self, i: int, k: int) -> bool:
        return self.quoted.get(i) is self.quoted.get(k)

    def _question(self, i: int, person: Person, rival: float, candidates: Iterable[tuple[int, list[str]]]) -> Question:
        """A pronoun with all that is known of whom it may mean."""
        mentions = self.clusters.mentions
        scores: dict[int, float] = {}
        fits: dict[int, int] = {}
        told_of: dict[int, list[str]] = {}
        latest: dict[int, int] = {}
        for k, told in candidates:
            root = self.clusters.root(k)
            score = sum(weights().get(name, 0.0) for name in told)
            latest[root] = max(latest.get(root, -1), mentions[k].head)
            if score > scores.get(root, -inf):
                scores[root], fits[root], told_of[root] = score, k, told
        lower = self.tree.tokens[i].text.lower()
        return Question(
            i=i,
            place=self._place(i),
            kind=kind(person),
            gender=person.gender,
            scores=scores,
            fits=fits,
            told=told_of,
            order=sorted(latest, key=lambda root: -latest[root]),
            rival=rival,
            least=LEAST["its" if lower == "its" else kind(person)],
            quotation=self.quoted,
            same=frozenset(word for word, other in THIRD.items() if other == person),
        )

    def _rival(self, i: int, person: Person) -> tuple[float, tuple[int, ...]]:
        """How likely a pronoun means what is no mention: "the offer" for "it"; or several, the mentions of "Silva and Okoro"."""
        if person.gender:
            return -inf, ()
        own = self._place(i)
        above = set(islice(self.tree.ancestors(i), DEPTH))
        best: tuple[float, tuple[int, ...]] = (-inf, ())
        for back in range(min(own, 1) + 1):
            sentence = self.tree.sentences[own - back]
            for k in range(max(sentence.first, i - _FAR), min(sentence.stop, i)):
                several = self._several(i, k, back) if person.plural else ()
                if several or self._is_unnamed(i, k, person, back):
                    what = f"{kind(person)} {'group' if several else 'thing'}"
                    told = [*self._placed(i, k, back, above), "form nominal", what, f"spoken of {1 + bool(several)}"]
                    best = max(best, (sum(weights().get(name, 0.0) for name in told), several))
        return best

    def _several(self, i: int, k: int, back: int) -> tuple[int, ...]:
        """The mentions of "the minister and her aide", of which a word is the first, where "they" may mean both."""
        tree = self.tree
        others = [c for c in tree.children(k, "conj") if c < i and c in self.heads]
        if k not in self.heads or not any(tree.children(c, "cc") for c in others):
            return ()
        if not back and not tree.is_(i, "nmod:poss") and tree.head(i) == tree.head(k):
            return ()
        found = (self.heads[k], *(self.heads[c] for c in others))
        return found if all(self._is_one_of(m) for m in found) else ()

    def _subjects_above(self, i: int) -> tuple[int, ...]:
        """The mentions of "Silva and Okoro" where these are the nearest subject above: "Silva and Okoro said they left"."""
        tree = self.tree
        own = None if tree.is_(i, "nmod:poss") else tree.head(i)
        for above in islice(tree.ancestors(i), DEPTH):
            subject = tree.child(above, "nsubj", "nsubj:pass")
            if subject is not None and subject < i and above != own:
                return self._several(i, subject, 0)
        return ()

    def _is_one_of(self, k: int) -> bool:
        """Whether a member of a list is somebody by himself: "the mayor and owner" may be one man."""
        m = self.clusters.mentions[k]
        told_apart = m.unit is not None or m.plural or m.owned or bool(determiner(self.tree, m.head))
        return told_apart and self.clusters.type(k) in _ACTING

    def _is_unnamed(self, i: int, k: int, person: Person, back: int) -> bool:
        """Whether a word is a noun of the pronoun's number that is no mention, no time and nothing else in its clause."""
        tree = self.tree
        token = tree.tokens[k]
        if token.upos != "NOUN" or k in self.heads or k in self.text.timed or tree.is_(k, "compound"):
            return False
        if is_plural(tree, k) != person.plural:
            return False
        return bool(back) or tree.is_(i, "nmod:poss") or (tree.head(i) != tree.head(k) and k not in tree.ancestors(i))

    def candidates(self, i: int, person: Person, reflexive: bool) -> Iterator[tuple[int, list[str]]]:
        """The mentions that a pronoun may mean, each with what speaks for and against it (names in `pronoun-weights.tsv`)."""
        own = self._place(i)
        barred = {self._quoting(i), *(() if reflexive else self._beside(i)), *self._told_of(i)}  # who is quoted says "I"
        barred |= {self._standing_in(i), self._owned(i), *self._called_as_speaker(i), *self._roots(self.blamed.get(i, ()))}
        barred |= self._of_themselves(i)
        above = set(islice(self.tree.ancestors(i), DEPTH))
        for back in range(BACK + 1):
            for k in self.by_sentence.get(own - back, ()):
                m = self.clusters.mentions[k]
                if (
                    abs(i - m.head) > _FAR
                    or not self._fits(i, k, person)
                    or (not back and not self._may_corefer(i, m, reflexive))
                ):
                    continue
                if self.clusters.root(k) in barred or self.clusters.is_apart(k, i):
                    continue
                if m.head < i or self._is_announced(i, m):
                    yield k, self._told(i, k, back, person, above)

    def _place(self, i: int) -> int:
        """The sentence from which a pronoun looks back: that where the quotation begins behind which it tells who spoke."""
        told = None if self.tree.is_(i, "nmod:poss") else self.quoting.get(i)
        begins = None if told is None else self.tree.at(told.content.start)
        return self.scene.sentence(i if begins is None else min(i, begins))

    def _owned(self, i: int) -> int | None:
        """The cluster of what a pronoun owns: "its unit" is not its own unit."""
        above = self.tree.head(i) if self.tree.is_(i, "nmod:poss") else None
        return self.clusters.root(self.heads[above]) if above in self.heads else None

    def _standing_in(self, i: int) -> int | None:
        """The cluster of who speaks for one man or woman, of whom he tells: "a spokesman for Silva said he was ill"."""
        source = self.speakers.source(self.told.get(i))
        m = None if source is None else self.clusters.mentions[source]
        gender = THIRD[self.tree.tokens[i].text.lower()].gender
        if m is None or m.unit or m.noun not in words("stands_in") or gender is None or self._is_for_client(i):
            return None
        whose = (c for c in self.tree.children(m.head, "nmod", "nmod:poss", "compound") if c in self.heads)
        people = (self.heads[c] for c in whose if self.clusters.type(self.heads[c]) == "person")
        fitting = any(self.clusters.gender(k) in (None, gender) for k in people)
        return self.clusters.root(source) if source is not None and fitting else None

    def _is_for_client(self, i: int) -> bool:
        """Whether a pronoun tells whose client or boss somebody is: "a lawyer for Silva said | his | client was ill"."""
        above = self.tree.head(i) if self.tree.is_(i, "nmod:poss") else None
        return above is not None and lemma(self.tree, above) in words("stood_in_for")

    def _called_as_speaker(self, i: int) -> set[int]:
        """The clusters of those who have been called what, with a pronoun before it, the speaker of a quotation is called: in
        'Holm, Silva's brother, left. "He was kind," said his brother' it is Holm who speaks."""
        told = self.quoted.get(i) or (self.quoting.get(i) if self.tree.is_(i, "nmod:poss") else None)
        source = self.speakers.source(told)
        speaker = None if source is None else self.clusters.mentions[source]
        if speaker is None or not speaker.owner:
            return set()
        before = ((k, m) for k, m in enumerate(self.clusters.mentions) if m.head < i and m.head != speaker.head)
        told_so = (k for k, m in before if m.noun == speaker.noun and not m.owner)  # "his brother" may be either
        return {self.clusters.root(k) for k in told_so if any(self.clusters.names(k))}

    def _beside(self, i: int) -> set[int]:
        """The clusters of those who do to a pronoun what is done to it: "she saw her", "she filed a complaint against her"."""
        tree, above = self.tree, self.tree.head(i)
        subject = implied(self.tree, above) if above is not None and tree.is_(i, "obj", "iobj") else None
        doers = {subject} | (self.done_to[i].doers if i in self.done_to else frozenset())
        return self._roots(doers)

    def _roots(self, heads: Iterable[int | None]) -> set[int]:
        """The clusters of those for whom some words stand."""
        return {self.clusters.root(self.heads[k]) for k in heads if k in self.heads}

    def _turned_on(self, i: int, person: Person) -> int | None:
        """To whom somebody did something, who in the same sentence just before had done something to one, or was got to do it."""
        deed = self.done_to.get(i)
        if deed is None or person.plural:
            return None
        doers = self._roots(deed.doers)
        here = self.deeds[self.tree.sentence(deed.at).first]
        for other in reversed(here[: here.index(deed)]):
            same = doers & self._roots(other.doers)
            led = not same and is_led(self.tree, i, deed, other)
            meant = other.doers if led else other.done_to if same else ()
            found = {self.clusters.root(self.heads[w]): self.heads[w] for w in meant if w in self.heads}
            for root, k in found.items() if len(found) == 1 else ():
                if root not in doers and self._fits(i, k, person) and (same or self._is_known_man(k, person)):
                    return k
        return None

    def _is_known_man(self, k: int, person: Person) -> bool:
        """Whether a pronoun's form is known to fit somebody named."""
        return any(self.clusters.names(k)) and self.clusters.gender(k) == person.gender

    def _fits(self, i: int, k: int, person: Person) -> bool:
        """Whether a mention's bearer can be meant by a pronoun's form."""
        m = self.clusters.mentions[k]
        type_ = self.clusters.type(k)
        if type_ == "person" and person == THIRD["it"] and self.clusters.may_be_body(k):
            return not m.plural and (m.unit is not None or self.scene.part(m.head) == "subject")
        if type_ not in person.types or (i in self.text.doers and type_ in ("thing", "place") and m.head not in self.text.doers):
            return False
        if person.plural:
            return m.plural or m.kind == "pronoun" or type_ in ("organization", "group")
        if m.plural or (type_ is None and m.kind == "nominal"):
            return False
        return person.gender is None or self.clusters.gender(k) in (None, person.gender)

    def _may_corefer(self, i: int, m: Found, reflexive: bool) -> bool:
        """Whether grammar lets a pronoun mean somebody who takes part in the same clause: "he saw him" names two."""
        tree = self.tree
        if m.first <= i <= m.last and m.kind != "pronoun":
            return False
        if reflexive or tree.is_(i, "nmod:poss"):
            return True
        return tree.head(i) != tree.head(m.head) and i not in tree.children(m.head)

    def _is_announced(self, i: int, m: Found) -> bool:
        """Whether a pronoun points forward to the subject of the clause that its own introduces: "In his speech, Silva ..."."""
        tree = self.tree
        above = tree.head(m.head)
        if (
            above is None
            or not tree.is_(m.head, "nsubj")
            or m.kind == "pronoun"
            or self.scene.sentence(m.head) != self.scene.sentence(i)
        ):
            return False
        branch = i
        for up in islice(tree.ancestors(i), DEPTH):
            if up == above:
                return branch < m.head and tree.is_(branch, "advcl", "obl", "nmod")
            branch = up
        return False

    def _quoting(self, i: int) -> int | None:
        """The cluster of who is quoted word by word around a pronoun; where that is not known yet, who was quoted last."""
        told = self.quoted.get(i)
        target = self.speakers.source(told)
        if target is None and told is not None:
            before = (self.speakers.source(q) for q in reversed(self.quotes) if q.content.start < told.content.start)
            target = next(islice(before, 1), None)
        return None if target is None else self.clusters.root(target)

    def _told_of(self, i: int) -> set[int]:
        """The clusters of those whom a quotation tells of in the third person, of which a pronoun is the source; where "his
        brother" is, he may be one of them, if it does not first speak of him without a name."""
        told = self.quoting.get(i)
        if told is None:
            return set()
        inside = self.tree.within(told.content.start, told.content.end)
        first = FIRST + TOGETHER + SECOND
        found = {self.heads[k] for k in inside if k in self.heads}
        others = (k for k in found if self.tree.tokens[self.clusters.mentions[k].head].text.lower() not in first)
        new = (k for k in others if not self.tree.is_(i, "nmod:poss") or self._is_new(k, inside.start))
        return {self.clusters.root(k) for k in new}

    def _of_themselves(self, i: int) -> set[int]:
        """The clusters of those who in the same quotation have said "we"."""
        told = self.quoted.get(i)
        inside = () if told is None else self.tree.within(told.content.start, told.content.end)
        return self._roots(k for k in inside if k < i and self.tree.tokens[k].text.lower() in TOGETHER)

    def _is_new(self, k: int, begins: int) -> bool:
        """Whether somebody without a name is first spoken of from a word on."""
        return not any(self.clusters.names(k)) and all(m.head >= begins for m in self.clusters.of(k))

    def _told(self, i: int, k: int, back: int, person: Person, above: set[int]) -> list[str]:
        """What speaks for and against a candidate: its place, its part in the sentence, what it is."""
        m = self.clusters.mentions[k]
        told = [
            *self._placed(i, m.head, back, above),
            f"form {m.kind}",
            f"{kind(person)} {fitting(self.clusters, kind(person), k)}",
        ]
        if person.gender and self.clusters.gender(k) == person.gender:
            told.append("gender known")
        if person.plural and not m.plural:
            told.append("they of one")
        told.append(f"spoken of {min(len(self.clusters.members[self.clusters.root(k)]), 5)}")
        return told

    def _placed(self, i: int, head: int, back: int, above: set[int]) -> list[str]:
        """Where a word stands and what it does, seen from a pronoun."""
        tree = self.tree
        part = self.scene.part(head)
        told = [f"back {back}", f"part {part}"]
        if head > i:
            told.append("announced")
        elif not back:
            told.append(f"near {min((i - head) // 8, 3)}")
            if tree.is_(head, "nsubj") and tree.tokens[head].head in above:
                told.append("subject above")
        if part == "subject" and self.scene.part(i) == "subject":
            told.append("both subjects")
        if part == "object" and self.scene.part(i) == "object":
            told.append("both objects")
        if back and self.scene.speaks(head) and self.scene.speaks(i):
            told.append("both speak")
        return told
