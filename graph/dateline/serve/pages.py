"""Pages for people. All text of articles is escaped, and the pages run no script but ours."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.serve.things import Thing
from dateline.store import PREFIXES
from dateline.store.manual import known_terms, rules, types
from dateline.store.queries import TOPICS, shipped

FOLDER = Path(__file__).with_name("page")
# Nothing from elsewhere, nothing inline.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _render(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.html.j2").render(**values)


def thing_page(thing: Thing) -> str:
    """The page of an event, an actor or another thing."""
    return _render("thing", thing=thing)


@cache
def query_page() -> str:
    """The page to ask queries on."""
    return _render("query")


@cache
def vocabulary_page() -> str:
    """The vocabulary, for people who write queries."""
    return _render("vocabulary", terms=known_terms(), types=types(), rules=rules())


@cache
def setup(base: str) -> str:
    """What the query page's script works with: the shipped queries, the prefixes, the terms to complete, where IRIs begin."""
    queries = [
        {
            "name": q.name,
            "title": q.title,
            "answers": q.answers,
            "topic": q.topic,
            "sparql": _bare(q.sparql),
            "parameters": [{"name": p.name, "about": p.about, "value": str(p.default)} for p in q.parameters],
        }
        for q in shipped()
    ]
    terms = [{"name": t.name, "label": t.label, "about": t.comment or t.label} for t in known_terms()]
    terms += [{"name": t.name, "label": t.label, "about": t.definition} for t in types()]
    told = {"base": base, "topics": TOPICS, "queries": queries, "prefixes": PREFIXES, "terms": terms}
    return json.dumps({**told, "types": sorted(t.label for t in types())}, ensure_ascii=False)


def _bare(sparql: str) -> str:
    """A shipped query without its head, which the page shows above it, and without the prefixes that need not be declared."""
    lines = sparql.splitlines()
    first = next(number for number, line in enumerate(lines) if line and not line.startswith(("#", "PREFIX ")))
    return "\n".join(lines[first:])


def asset(name: str) -> tuple[str, str] | None:
    """A style sheet or script with its media type; None where there is none of that name."""
    if name not in _assets():
        return None
    kind = "css" if name.endswith(".css") else "javascript"
    return FOLDER.joinpath(name).read_text(encoding="utf-8"), f"text/{kind}; charset=utf-8"


@cache
def _assets() -> frozenset[str]:
    return frozenset(path.name for path in FOLDER.iterdir() if path.suffix in (".css", ".js"))
