"""From articles to documents: the stages of extraction, one after another."""

from collections.abc import Iterable, Iterator
from functools import partial

from dateline.model import Article, Document


def extract(articles: Iterable[Article], *, model: str | None = None, jobs: int = 1) -> Iterator[Document]:
    """What each article says, in the order given. Lazy: an article is worked on when its document is asked for.

    `model` names another language pipeline; the bundled English one is the default. `jobs` is the number of processes that
    share the work, 0 for one on each core. More than one are started anew, so a script that asks for them must keep what it
    does at its top level under `if __name__ == "__main__"`.
    """
    if jobs == 1:
        return _documents(articles, model)
    from dateline.jobs import cores, spread

    return spread(articles, partial(_document, model=model), cores(jobs))


def _document(article: Article, model: str | None) -> Document:
    return next(_documents((article,), model))


def _documents(articles: Iterable[Article], model: str | None) -> Iterator[Document]:
    # the stages load lexicons and the language pipeline: not before they are needed
    from dateline.annotate import annotate
    from dateline.cast import cast
    from dateline.date import date
    from dateline.find import find
    from dateline.identify import identify
    from dateline.label import label
    from dateline.sure import sure
    from dateline.when import when

    documents = annotate(articles, model=model)
    for stage in (date, find, cast, when, identify, sure, label):
        documents = stage(documents)
    return documents
