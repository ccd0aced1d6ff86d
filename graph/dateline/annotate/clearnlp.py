"""Trees in the manner of ClearNLP, as spaCy's `en_core_web_*` make them, turned into Universal Dependencies.

The two differ in what governs what. ClearNLP hangs a noun on its preposition, a predicate on its "be", each conjunct on the one
before, and a subject on the infinitive or adjective that it is said of ("want him to go"). Universal Dependencies hang function
words on content words, conjuncts on the first one, and a person's further names on the first. Both have one word for each row,
so a tree is turned by moving words, one construction after another.

The labels: https://github.com/clir/clearnlp-guidelines; the relations: https://universaldependencies.org/u/dep
"""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from dateline.model import Token

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
CLAUSAL = frozenset({"VERB", "AUX"})
PREDICATES = CLAUSAL | {"ADJ", "ADV", "ADP", "SCONJ"}  # what has obliques; the others have nominal modifiers
NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
PHRASES = frozenset({"prep", "agent", "dative"})
PLACES = frozenset(  # adverbs that can be a predicate
    ("abroad", "away", "back", "down", "here", "home", "off", "out", "over", "there", "up", "where")
)
FIXED = frozenset({("according", "to"), ("as", "of"), ("as", "to"), ("because", "of"), ("due", "to"), ("instead", "of")})
STEPS: list[Callable[["Draft"], None]] = []


def is_spoken(labels: Iterable[str]) -> bool:
    """Whether the labels of a parser or a tree are ClearNLP's."""
    return not SPOKEN.isdisjoint(labels)


def universal(words: Sequence[Token], base: int, names: Collection[tuple[int, int, str]] = ()) -> list[Token]:
    """A sentence, the first word of which is the token `base` of its document, with the relations of Universal Dependencies.

    `names` tells which tokens are names: those of persons are trees of their own.
    """
    inside = range(base, base + len(words) + 1)
    people = [(a - base, b - base) for a, b, label in names if label == "PERSON" and a in inside and b in inside]
    draft = Draft(words, base, people)
    for step in STEPS:
        step(draft)
    return [draft.token(i) for i in range(len(words))]


class Draft:
    """A sentence while its tree is turned; positions count within it."""

    def __init__(self, words: Sequence[Token], base: int, people: list[tuple[int, int]]) -> None:
        self.words = words
        self.base = base
        self.people = people
        self.heads = [word.head - base for word in words]
        self.rels = [PLAIN.get(word.deprel, word.deprel) for word in words]
        self.upos = [word.upos for word in words]
        self._kids: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(self.heads):
            if head != i:
                self._kids[head].append(i)

    def kids(self, i: int, *rels: str) -> list[int]:
        """The dependents of a word in the order of the text, all or those with one of the relations."""
        return [k for k in self._kids[i] if not rels or self.rels[k] in rels]

    def low(self, i: int) -> str:
        return self.words[i].text.lower()

    def move(self, i: int, head: int, rel: str | None = None) -> None:
        """Hang a word on another one that is not below it."""
        self._kids[self.heads[i]] = [k for k in self._kids[self.heads[i]] if k != i]
        self.heads[i] = head
        insort(self._kids[head], i)
        self.rels[i] = rel or self.rels[i]

    def lift(self, i: int, rel: str) -> None:
        """Put a word into the place of its governor, which then hangs on it by a relation, and so do its other dependents."""
        above, place = self.heads[i], self.heads[self.heads[i]]
        self._kids[above].remove(i)
        self.heads[i], self.rels[i] = place if place != above else i, self.rels[above]
        if place != above:
            self._kids[place].remove(above)
            insort(self._kids[place], i)
        for kid in self._kids[above]:
            self.heads[kid] = i
        self._kids[i] = sorted([*self._kids[i], *self._kids[above], above])
        self._kids[above] = []
        self.heads[above], self.rels[above] = i, rel

    def upwards(self) -> list[int]:
        """All words, each after those below it."""
        order = [i for i, head in enumerate(self.heads) if head == i]
        for i in order:
            order += self._kids[i]
        return order[::-1]

    def begin(self, i: int) -> int:
        """The first word of all that hangs on a word."""
        first, todo = i, [i]
        while todo:
            here = todo.pop()
            first = min(first, here)
            todo += self._kids[here]
        return first

    def token(self, i: int) -> Token:
        """A word with its new place and what follows from it."""
        word = self.words[i]
        feats = dict(word.feats)
        bare = word.xpos == "VBN" and self.rels[i] == "acl" and not self.kids(i, "aux")
        if bare or self.kids(i, "aux:pass"):
            feats["Voice"] = "Pass"
        if word.xpos in ("WDT", "WP") and self._is_relative(i):
            feats["PronType"] = "Rel"
        return replace(word, head=self.base + self.heads[i], deprel=self.rels[i], upos=self.upos[i], feats=feats)

    def _is_relative(self, i: int) -> bool:
        """Whether the nearest clause above a pronoun is a relative one."""
        while self.heads[i] != i and self.rels[i] not in ("ccomp", "advcl", "xcomp", "csubj"):
            if self.rels[i] == "acl:relcl":
                return True
            i = self.heads[i]
        return False


def step(function: Callable[[Draft], None]) -> Callable[[Draft], None]:
    """Note one construction to be turned; they are turned in the order they stand here."""
    STEPS.append(function)
    return function


@step
def small_words(draft: Draft) -> None:
    """Words that keep their place: negations, the "to" of infinitives, nouns that stand for adverbs, modifiers before nouns."""
    for i, rel in enumerate(draft.rels):
        if rel == "neg":
            draft.rels[i] = "det" if draft.low(i) == "no" and draft.upos[draft.heads[i]] not in PREDICATES else "advmod"
        elif rel == "aux" and draft.words[i].xpos == "TO":
            draft.rels[i] = "mark"
        elif rel in ("npadvmod", "tmod"):
            draft.rels[i] = "obl:unmarked" if draft.upos[draft.heads[i]] in PREDICATES else "nmod:unmarked"
        elif rel == "nmod" and not draft.kids(i, "case"):
            draft.rels[i] = "compound"


@step
def prepositions(draft: Draft) -> None:
    """ "in Paris": the noun takes the place of its preposition, from the innermost one on ("because of", "from behind")."""
    for p in draft.upwards():
        objects = draft.kids(p, "pobj") or draft.kids(p, "pcomp")
        if not objects and draft.rels[p] in (*PHRASES, "pcomp") and draft.upos[p] in ("ADP", "SCONJ", "VERB", "ADJ"):
            objects = [k for k in draft.kids(p, "obl") if draft.kids(k, "case")]  # of a second preposition
        if objects:
            _raise(draft, p, objects[0])


def _raise(draft: Draft, p: int, noun: int) -> None:
    clause = draft.upos[noun] in CLAUSAL and not draft.kids(noun, "case")
    above = draft.heads[p]
    predicate = draft.upos[above] in PREDICATES
    rel = draft.rels[p]
    if rel in PHRASES or rel in ("advmod", "amod", "case", "mark", "compound:prt", "compound", "quantmod"):
        if clause:
            rel = "advcl" if predicate else "acl"
        elif rel == "agent":
            rel = "obl:agent"
        else:
            rel = "obl" if predicate or rel == "dative" else "nmod"
    draft.lift(noun, "mark" if clause else "case")
    if draft.heads[noun] != noun:
        draft.rels[noun] = rel
    for q in draft.kids(noun, "case"):
        if q == p + 1 and (draft.low(p), draft.low(q)) in FIXED:
            draft.move(q, p, "fixed")
        elif q == p:
            _such_as(draft, p, noun)


def _such_as(draft: Draft, p: int, noun: int) -> None:
    """ "such as": one preposition in two words, the first of which governs."""
    if draft.low(p) == "as" and p and draft.low(p - 1) == "such" and draft.heads[p - 1] == noun:
        draft.rels[p - 1] = "case"
        draft.move(p, p - 1, "fixed")


@step
def stranded(draft: Draft) -> None:
    """ "a house they paid for": a preposition whose noun stands before the clause stands for it."""
    for p in range(len(draft.words)):
        if draft.rels[p] == "prep" and draft.rels[draft.heads[p]] == "acl:relcl":
            draft.rels[p] = "obl"


@step
def raised_subjects(draft: Draft) -> None:
    """ "want him to go", "make it clear": who is meant is the object of the first verb."""
    for verb in range(len(draft.words)):
        above = draft.heads[verb]
        if draft.rels[verb] != "ccomp" or draft.upos[above] != "VERB" or not _is_bare(draft, verb):
            continue
        subject = next((k for k in draft.kids(verb, "nsubj", "nsubj:pass") if above < k < verb), None)
        if subject is not None and draft.low(subject) not in NOMINATIVE:
            draft.move(subject, above, "obj")
            draft.rels[verb] = "xcomp"


def _is_bare(draft: Draft, verb: int) -> bool:
    """Whether a clause has no finite verb and nothing but "to" that introduces it."""
    marks = draft.kids(verb, "mark")
    if any(draft.words[m].xpos != "TO" for m in marks) or draft.kids(verb, "cop", "attr", "acomp"):
        return False
    helpers = [draft.words[a] for a in draft.kids(verb, "aux", "aux:pass")]
    if any(a.xpos != "VB" for a in helpers):
        return False
    if draft.words[verb].xpos in ("VB", "VBG"):
        return bool(marks) or not helpers
    return draft.upos[verb] in ("ADJ", "NOUN") and not helpers


@step
def copulas(draft: Draft) -> None:
    """ "He is ill", "It was in Paris", "The aim is to win": the predicate takes the place of "be"."""
    for be in range(len(draft.words)):
        if draft.words[be].lemma.lower() != "be" or draft.upos[be] not in CLAUSAL or draft.rels[be].startswith("aux"):
            continue
        if draft.kids(be, "expl"):  # "there is hope": what there is is the subject
            for k in draft.kids(be, "attr", "acomp"):
                draft.rels[k] = "nsubj"
            continue
        predicate = _predicate(draft, be)
        if predicate is None:
            continue
        if draft.rels[predicate] in ("ccomp", "xcomp"):
            for subject in draft.kids(be, "nsubj"):
                draft.rels[subject] = "nsubj:outer"
        draft.lift(predicate, "cop")
        draft.upos[be] = "AUX"


def _predicate(draft: Draft, be: int) -> int | None:
    """What a "be" says of its subject: a noun or adjective, else the first phrase or adverb behind it, else a clause."""
    said = draft.kids(be, "attr", "acomp", "oprd")
    if not said:
        phrases = [k for k in draft.kids(be, "obl") if draft.kids(k, "case")]
        adverbs = [k for k in draft.kids(be, "advmod", "prep", "compound:prt") if draft.low(k) in PLACES]
        said = sorted(k for k in phrases + adverbs if k > be)
    return next(iter(said or [k for k in draft.kids(be, "ccomp", "xcomp") if k > be]), None)


@step
def conjuncts(draft: Draft) -> None:
    """ "A, B and C": all hang on A, and what joins a conjunct stands before it."""
    for i in reversed(draft.upwards()):  # from the top, so that the first of a chain is settled when the others come
        if draft.rels[i] == "conj" and draft.rels[draft.heads[i]] == "conj":
            draft.move(i, draft.heads[draft.heads[i]])
        _joints(draft, i)


def _joints(draft: Draft, i: int) -> None:
    for joint in draft.kids(i, "cc", "punct"):
        after = [k for k in draft.kids(i, "conj") if k > joint > i]
        if after and (draft.rels[joint] == "cc" or _opens(draft, joint, after[0])):
            draft.move(joint, after[0])


def _opens(draft: Draft, comma: int, conjunct: int) -> bool:
    """Whether a comma stands right before a conjunct, or before what joins it."""
    first = draft.begin(conjunct)
    while first - 1 > comma and draft.rels[first - 1] == "cc":
        first -= 1
    return draft.low(comma) in (",", ";") and first == comma + 1


@step
def sums(draft: Draft) -> None:
    """ "$5 million": the currency is what is counted."""
    for i in range(len(draft.words)):
        if draft.rels[i] != "quantmod" or draft.words[i].xpos != "$" or draft.heads[i] < i:
            continue
        number = draft.heads[i]
        inner = draft.kids(number, "compound", "quantmod", "advmod", "punct")
        draft.lift(i, "nummod")
        for k in inner:
            if i < k < number:
                draft.move(k, number)
        if draft.rels[i] == "nummod":
            draft.rels[i] = "compound"


@step
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
        titles = draft.kids(first, "compound") if draft.heads[first] not in range(first + 1, stop) else []
        titles = [k for k in titles if k < first]
        for k in titles[:-1]:
            draft.move(k, titles[-1])
        if titles and titles[-1] == first - 1:
            draft.rels[titles[-1]] = "nmod:desc"


@step
def the_rest(draft: Draft) -> None:
    """Labels that nothing was done with."""
    draft.rels = [_last(draft, i) for i in range(len(draft.words))]


def _last(draft: Draft, i: int) -> str:
    if draft.heads[i] == i:
        return "root"
    rel = LAST.get(draft.rels[i], draft.rels[i])
    return "dep" if rel == "root" else rel
