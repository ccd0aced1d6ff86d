"""What opens a sentence that a report closes belongs to the clause and not to the report."""

from collections.abc import Callable

import pytest

import factory
from dateline.annotate.fronted import with_own_clause
from dateline.model import Document

# sentence, the phrase's head word, the verb it belongs to
ROWS = [
    ("On Sunday they will dine with the king, the palace said.", "Sunday", "dine"),
    ("On Tuesday, they will travel to Oslo, the palace said in a statement.", "Tuesday", "travel"),
    ("On Monday it was raining, he said.", "Monday", "raining"),
    ("Last year the firm lost $3m, it said.", "year", "lost"),
    ("In Oslo, ministers agreed on a truce, officials said.", "Oslo", "agreed"),
    # the report's own
    ("On Thursday the navy said rebels attacked the port.", "Thursday", "said"),
    ("They will dine with the king, the palace said on Sunday.", "Sunday", "said"),
]


@pytest.mark.parametrize(("sentence", "word", "verb"), ROWS, ids=[row[0] for row in ROWS])
def test_what_opens_a_sentence(parse: Callable[..., Document], sentence: str, word: str, verb: str) -> None:
    tokens = parse(sentence).tokens
    (phrase,) = (t for t in tokens if t.text == word)
    assert tokens[phrase.head].text == verb


def test_quoted_words_have_the_report_around_them() -> None:
    document = factory.document("""
        1 Later later ADV RB _ 7 advmod
        2 “ “ PUNCT `` _ 4 punct
        3 they they PRON PRP _ 4 nsubj
        4 left leave VERB VBD _ 7 ccomp
        5 ” ” PUNCT '' _ 4 punct
        6 she she PRON PRP _ 7 nsubj
        7 said say VERB VBD _ 0 root
    """)
    assert tuple(with_own_clause(document.tokens, document.sentences)) == document.tokens
