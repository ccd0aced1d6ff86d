"""The page's own script: JavaScript modules as one classic script, which a page opened from disk can run.

Browsers refuse modules on `file://`, and one inline script needs one hash. A module may wait (top-level `await`): the next one
runs after it, as with modules. The modules keep to what is read here: imports by
name, one a line, of modules that come before; exports where something is declared.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("page")
# In the order in which they run: each may import those before it.
MODULES = (
    "codec",
    "days",
    "fragment",
    "order",
    "scale",
    "histogram",
    "rows",
    "density",
    "cite",
    "facets",
    "search",
    "dom",
    "data",
    "state",
    "marks",
    "text",
    "library",
    "paint",
    "canvas",
    "axis",
    "crowd",
    "timeline",
    "pointer",
    "brush",
    "between",
    "web",
    "event",
    "actor",
    "panel",
    "table",
    "ask",
    "filters",
    "searchbox",
    "theme",
    "keys",
    "paper",
    "main",
)

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|(?:async )?function\*?) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def wrapped(name: str, source: str) -> str:
    """One module as a function that runs at once and gives what it exports."""
    exported = ", ".join(_EXPORT.findall(source))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;", source))
    if strange := _LEFT.search(body):
        raise ValueError(f"{name}.js: {strange[0]!r} is not a form that can be bundled")
    return f"modules.{name} = await (async () => {{\n{body}return {{ {exported} }};\n}})();\n"


def bundled(modules: Iterable[tuple[str, str]]) -> str:
    """Modules, given as name and source, as one script."""
    return '"use strict";\n(async () => {\nconst modules = {};\n' + "".join(wrapped(*module) for module in modules) + "})();\n"


@cache
def script() -> str:
    """The whole script of the page."""
    return bundled((name, FOLDER.joinpath(f"{name}.js").read_text(encoding="utf-8")) for name in MODULES)


@cache
def first() -> str:
    """The few lines that run before the body is read."""
    return FOLDER.joinpath("first.js").read_text(encoding="utf-8")
