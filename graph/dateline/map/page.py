"""One HTML file with the whole map: opens from disk, asks the network for nothing, runs no text it shows.

pyvis carries nodes, edges and options and makes the render call, in place of its own template ours, since each of its modes links
to a CDN and none escapes. Its bundle of vis-network is written into the file. What runs is named by hash in the content security
policy, so that text which got past the escaping would still not run.
"""

import base64
import hashlib
import json
import re
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dateline.map.bundle import FOLDER, first, script
from dateline.map.graphic import Graphic, graphic
from dateline.map.view import TimelineView

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
# Inside <script>, these begin or end what the HTML parser takes for markup; as JSON escapes they mean the same.
_JSON_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": False},
    "nodes": {"font": {"size": 0}, "chosen": False, "labelHighlightBold": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}


def as_json(value: Any) -> Markup:
    """A value as JSON that may stand inside a script element."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_JSON_ESCAPES))


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A content security policy that lets these scripts and styles work and nothing else."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {' '.join(map(_hash, styles))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def library() -> str:
    """vis-network as pyvis brings it, fit to stand inside a script element."""
    source = files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", source).replace("</script", "<\\/script").replace("<!--", "<\\!--")


@cache
def style(colours: str) -> str:
    """The page's style sheet, with the families' colours in light and dark."""
    return colours + FOLDER.joinpath("page.css").read_text(encoding="utf-8")


def _environment(**names: Any) -> Environment:
    made = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(names)
    made.filters["as_json"] = as_json
    return made


def _network(shown: Graphic) -> Any:
    """The graphic as a pyvis network. Assigned, not added one by one: `add_edge` looks at all edges before (quadratic)."""
    from pyvis.network import Network  # imports IPython: half a second that only a page should cost

    network = Network(directed=True, cdn_resources="in_line", heading=shown.title)
    network.nodes, network.edges, network.options = list(shown.nodes), list(shown.edges), OPTIONS
    return network


def render(view: TimelineView, title: str | None = None) -> str:
    """The page for a view. The same view gives the same bytes."""
    shown = graphic(view, title=title)
    styles, scripts = style(shown.colours), (library(), script(), first())
    network = _network(shown)
    network.path = "page.html.j2"
    network.templateEnv = _environment(
        shown=shown,
        library=Markup(scripts[0]),
        script=Markup(scripts[1]),
        first=Markup(scripts[2]),
        style=Markup(styles),
        policy=policy(scripts=scripts, styles=(styles,)),
    )
    html: str = network.generate_html()
    return html.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair cannot be written to a file


def write(view: TimelineView, path: Path, title: str | None = None) -> None:
    """Write the page for a view, whole or not at all."""
    html = render(view, title)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
        file.write(html)
    made = Path(file.name)
    try:
        made.chmod(0o644)
        made.replace(path)
    except OSError:
        made.unlink(missing_ok=True)
        raise
