"""From articles to documents: the stages of extraction, one after another."""

from collections.abc import Iterable, Iterator

from dateline.model import Article, Document


def extract(articles: Iterable[Article], *, model: str | None = None) -> Iterator[Document]:
    """What each article says, in the order given. Lazy: an article is worked on when its document is asked for.

    `model` names another language pipeline with Universal Dependencies labels; the bundled English one is the default.
    """
    # the stages load lexicons and the language pipeline: not before they are needed
    from dateline.annotate import annotate
    from dateline.cast import cast
    from dateline.date import date
    from dateline.find import find
    from dateline.identify import identify
    from dateline.label import label
    from dateline.when import when

    documents = annotate(articles, model=model)
    for stage in (date, find, cast, when, identify, label):
        documents = stage(documents)
    return documents
