"""Where articles come from: paths, folders, standard input; plain text, JSON lines and CoNLL-U."""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import InputError, OptionError
from dateline.model import Article, Block, Published
from dateline.read import conllu, known
from dateline.read.known import Known
from dateline.read.language import language
from dateline.read.layout import layout

TEXT_SUFFIXES = (".txt", ".text")
JSONL_SUFFIXES = (".jsonl", ".ndjson")
CONLLU_SUFFIXES = (".conllu",)
SUFFIXES = TEXT_SUFFIXES + JSONL_SUFFIXES + CONLLU_SUFFIXES
COMMENTS = 1000  # lines of them that may stand above the first sentence of CoNLL-U on standard input
MAX_ARTICLE = 20_000_000  # bytes: a long novel is one tenth of it
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)

Problem = Callable[[InputError], None]


def _raise(error: InputError) -> None:
    raise error


def read(
    sources: Iterable[str],
    *,
    published: Published | None = None,
    problem: Problem = _raise,
    stdin: BinaryIO | None = None,
    root: Path | None = None,
) -> Iterator[Article]:
    """The articles of files, folders (walked in the order of names) and "-" (standard input), one after another.

    `published` is taken for articles that carry no date of their own. A source, or a line of one, that cannot be read is
    handed to `problem` and passed over; by default the first one raises its InputError. Paths are found from `root`, by
    default the working directory, and told as they were given.
    """
    for source in sources:
        for path in _expand(source, root or Path(), problem):
            try:
                yield from _articles(path, root or Path(), published or Published(), problem, stdin)
            except InputError as error:
                problem(error)


def _expand(source: str, root: Path, problem: Problem) -> Iterator[str]:
    """The files that a source means."""
    folder = root / source
    if source == "-" or not folder.is_dir():
        yield source
        return
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    if not files:
        problem(InputError(f"{source}: no file ends in {', '.join(SUFFIXES)}"))
    yield from ((Path(source) / p.relative_to(folder)).as_posix() for p in files)


def _articles(source: str, root: Path, published: Published, problem: Problem, stdin: BinaryIO | None) -> Iterator[Article]:
    suffix = Path(source).suffix.lower()
    if source == "-":
        stream = stdin or sys.stdin.buffer
        first = _top(stream)
        if first[0].lstrip().startswith(b"{"):
            yield from _lines(source, chain(first, stream), published, problem)
        elif conllu.begins(first[-1]):
            yield from _parsed(source, chain(first, stream), Known(), published, problem)
        else:
            yield _plain(source, b"".join(first) + stream.read(MAX_ARTICLE + 1), Known(), published)
    elif suffix in JSONL_SUFFIXES:
        with _open(source, root) as stream:
            yield from _lines(source, stream, published, problem)
    elif suffix in CONLLU_SUFFIXES:
        with _open(source, root) as stream:
            yield from _parsed(source, stream, _sidecar(root / source), published, problem)
    else:
        with _open(source, root) as stream:
            data = stream.read(MAX_ARTICLE + 1)
        yield _plain(source, data, _sidecar(root / source), published)


def _open(source: str, root: Path) -> BinaryIO:
    try:
        return (root / source).open("rb")
    except FileNotFoundError:
        raise InputError(f"{source}: no such file or folder") from None
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from None
    except ValueError as error:  # a null character in the path
        raise InputError(f"{source!r}: {error}") from None


def _top(stream: BinaryIO) -> list[bytes]:
    """The first line of a stream and, where it is a comment or empty, those up to the first that is neither."""
    lines = [stream.readline(MAX_ARTICLE)]
    while lines[-1] and lines[-1].strip()[:1] in (b"", b"#") and len(lines) < COMMENTS:
        lines.append(stream.readline(MAX_ARTICLE))
    return [line for line in lines if line] or [b""]


def _sidecar(path: Path) -> Known:
    beside = path.with_suffix(".toml")
    if not beside.is_file():
        return Known()
    return known.from_toml(_decode(beside.read_bytes(), beside.as_posix()), beside.as_posix())


def _decode(data: bytes, where: str) -> str:
    """Text from bytes: UTF-8, or what its byte-order mark or its statistics say. Raises InputError for binary data."""
    if len(data) > MAX_ARTICLE:
        raise InputError(f"{where}: more than {MAX_ARTICLE // 1_000_000} MB is no article")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is None:
            raise InputError(f"{where}: neither UTF-8 nor any other text encoding") from None
        text = str(best).removeprefix("\ufeff")
    if "\0" in text:
        raise InputError(f"{where}: binary data, not text")
    return text


def _plain(source: str, data: bytes, beside: Known, published: Published) -> Article:
    text = _decode(data, source)
    matter, text = known.front_matter(text)
    if not text.strip():
        raise InputError(f"{source}: empty")
    if _HTML.match(text):
        raise InputError(f"{source}: HTML or XML; give the article's plain text")
    facts = known.from_toml(matter, f"{source}, front matter") if matter is not None else beside
    return make(text, facts, source, published)


def _lines(source: str, lines: Iterable[bytes], published: Published, problem: Problem) -> Iterator[Article]:
    """One article for each JSON object; a line that is none is a problem of its own."""

    def made(line: bytes, where: str) -> Article:
        return from_json(_object(line, where), where=where, source=source, published=published)

    numbered = ((f"{source}, line {n}", line) for n, line in enumerate(lines, 1) if line.strip())
    return _each(((where, partial(made, line, where)) for where, line in numbered), problem)


def _parsed(source: str, lines: Iterable[bytes], beside: Known, published: Published, problem: Problem) -> Iterator[Article]:
    """One article for each document of CoNLL-U; one that is broken is a problem of its own."""
    decoded = ((n, _decode(line, f"{source}, line {n}").rstrip("\r\n")) for n, line in enumerate(lines, 1))
    documents = conllu.documents(decoded, source)
    first = next(documents, None)
    if first is None:
        raise InputError(f"{source}: no sentence of CoNLL-U")
    located = ((f"{source}, line {document[0][0]}", document) for document in chain([first], documents))
    makers = ((where, partial(_from_rows, document, beside, where, source, published)) for where, document in located)
    yield from _each(makers, problem)


def _each(makers: Iterable[tuple[str, Callable[[], Article]]], problem: Problem) -> Iterator[Article]:
    """The articles of one source, made one by one; one that is broken or whose id was there before is a problem of its own."""
    seen: set[str] = set()
    for where, maker in makers:
        try:
            article = maker()
            if article.id in seen:
                raise InputError(f"{where}: the id {article.id!r} was there before")
        except InputError as error:
            problem(error)
            continue
        seen.add(article.id)
        yield article


def _from_rows(document: list[conllu.Line], beside: Known, where: str, source: str, published: Published) -> Article:
    parsed = conllu.parse(document, source)
    own = known.from_mapping(parsed.known, where)
    facts = Known(**{key: getattr(own, key) or getattr(beside, key) for key in known.KEYS})
    return replace(make(parsed.text, facts, source, published, where=where), given=parsed.given)


def _object(line: bytes, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(_decode(line, where))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON: {str(error)[:80]}") from None
    if not isinstance(row, dict):
        raise InputError(f"{where}: a JSON object is wanted, not {type(row).__name__}")
    return row


def from_json(
    row: Mapping[str, Any], *, where: str = "a record", source: str = "-", published: Published | None = None
) -> Article:
    """The article of a JSON object with `text` and optional `id`, `title`, `date`, `url`, `publisher`."""
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError(f"{where}: 'text' is missing or no text")
    # JSON can carry half of a surrogate pair, which no file or graph can hold
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return make(text, known.from_mapping(row, where), source, published or Published(), where=where)


def make(text: str, facts: Known, source: str, published: Published, *, where: str | None = None) -> Article:
    """An article with its layout, its language and an id, from a text and what is known of it."""
    try:
        given = known.day(facts.date) if facts.date else published
    except OptionError as error:
        raise InputError(f"{where or source}: {error}") from None
    code = facts.language or (language(text) if text.strip() else "en")
    laid = layout(text, facts.title)
    article = Article(
        id=facts.id or _id(text),
        source=source,
        text=text,
        title=laid.title,
        publisher=facts.publisher or laid.agency,
        url=facts.url or laid.url,
        language=code,
        licence=facts.licence,
        published=given,
        blocks=laid.blocks,
    )
    return article if code.split("-")[0] == "en" else _foreign(article)


def _foreign(article: Article) -> Article:
    """An article that there are no rules for: one block, passed over with the reason."""
    why = f"the text is not English but {article.language!r}"
    return replace(article, blocks=(Block(start=0, end=len(article.text), kind="foreign", why=why),))


def _id(text: str) -> str:
    """An id made from the content alone. It stands in every IRI of the article, so it holds none of its words."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
