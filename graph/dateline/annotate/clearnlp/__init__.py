"""Trees in the manner of ClearNLP, as spaCy's `en_core_web_*` make them, turned into Universal Dependencies.

The two differ in what governs what. ClearNLP hangs a noun on its preposition, a predicate on its "be", each conjunct on the one
before, and a subject on the infinitive or adjective that it is said of ("want him to go"). Universal Dependencies hang function
words on content words, conjuncts on the first one, and a person's further names on the first. Both have one word for each row,
so a tree is turned by moving words, one construction after another.

    draft    a tree while it is turned           labels   the labels that only have another name
    phrases  prepositions, small words, sums     clauses  copulas, raised subjects, conjuncts
    persons  people's names and titles

The labels: https://github.com/clir/clearnlp-guidelines; the relations: https://universaldependencies.org/u/dep
"""

from collections.abc import Collection, Iterable, Sequence

from dateline.annotate.clearnlp import clauses, labels, persons, phrases
from dateline.annotate.clearnlp.draft import Draft
from dateline.model import Token

STEPS = (  # in their order: copulas want phrases turned, conjuncts want their clauses in place
    phrases.small_words,
    phrases.prepositions,
    phrases.stranded,
    clauses.raised_subjects,
    clauses.copulas,
    clauses.conjuncts,
    phrases.sums,
    persons.persons,
    labels.the_rest,
)


def is_spoken(used: Iterable[str]) -> bool:
    """Whether the labels of a parser or a tree are ClearNLP's."""
    return not labels.SPOKEN.isdisjoint(used)


def universal(words: Sequence[Token], base: int, names: Collection[tuple[int, int, str]] = ()) -> list[Token]:
    """A sentence, the first word of which is the token `base` of its document, with the relations of Universal Dependencies.

    `names` tells which tokens are names: those of persons are trees of their own.
    """
    inside = range(base, base + len(words) + 1)
    people = [(a - base, b - base) for a, b, label in names if label == "PERSON" and a < b and a in inside and b in inside]
    draft = Draft(words, base, people, labels.PLAIN)
    for step in STEPS:
        step(draft)
    return [draft.token(i) for i in range(len(words))]
