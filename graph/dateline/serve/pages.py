"""Pages for people. All text of articles is escaped, and the pages run no script but ours."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.serve.things import Thing
from dateline.store import PREFIXES
from dateline.store.manual import known_terms, rules, types
from dateline.store.queries import shipped

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
            "sparql": q.sparql,
            "parameters": [{"name": p.name, "about": p.about, "value": str(p.default)} for p in q.parameters],
        }
        for q in shipped()
    ]
    terms = [{"name": t.name, "about": t.comment or t.label} for t in known_terms()]
    terms += [{"name": t.name, "about": t.definition} for t in types()]
    return json.dumps({"base": base, "queries": queries, "prefixes": PREFIXES, "terms": terms}, ensure_ascii=False)


def asset(name: str) -> tuple[str, str] | None:
    """A style sheet or script with its media type; None where there is none of that name."""
    kinds = {"page.css": "text/css; charset=utf-8", "query.js": "text/javascript; charset=utf-8"}
    return (FOLDER.joinpath(name).read_text(encoding="utf-8"), kinds[name]) if name in kinds else None
