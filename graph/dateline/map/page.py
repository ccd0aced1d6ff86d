"""One HTML file with the whole map: opens from disk, asks the network for nothing, runs no text it shows.

pyvis carries nodes, edges and options and makes the render call, in place of its own template ours, since each of its modes links
to a CDN and none escapes. Its bundle of vis-network is written into the file, packed. What runs is named by hash in the content
security policy, so that text which got past the escaping would still not run; the packed bundle too runs only as what its hash
says.
"""

import base64
import hashlib
import html
import re
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dateline.map.asking import Asking, blocks
from dateline.map.bundle import FOLDER, first, script
from dateline.map.graphic import WITHOUT_SCRIPT, Graphic, graphic, link
from dateline.map.pack import columns, packed, packed_json
from dateline.map.view import TimelineView

Theme = Literal["auto", "light", "dark"]

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": False},
    "nodes": {"font": {"size": 0}, "chosen": False, "labelHighlightBold": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...], asks: bool = False) -> str:
    """A content security policy that lets these scripts and styles work and nothing else; if it asks, WebAssembly in a Worker."""
    allowed = [*map(_hash, scripts), *(["'wasm-unsafe-eval'"] if asks else [])]
    return (
        f"default-src 'none'; script-src {' '.join(allowed)}; style-src {' '.join(map(_hash, styles))}; "
        f"img-src data:; {'worker-src blob:; ' if asks else ''}base-uri 'none'; form-action 'none'"
    )


@cache
def library() -> str:
    """vis-network as pyvis brings it."""
    source = files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", source)


@cache
def _packed_library() -> str:
    return packed(library())


@cache
def style(colours: str) -> str:
    """The page's style sheet, with the families' colours in light and dark."""
    return colours + FOLDER.joinpath("page.css").read_text(encoding="utf-8")


def _data(nodes: list[dict[str, Any]], edges: list[dict[str, str]], **more: Any) -> str:
    """What the page's script is given: nodes of each kind and edges as columns."""
    kinds = {kind: columns([n for n in nodes if n["kind"] == kind]) for kind in ("actor", "event")}
    return packed_json({**kinds, "edges": columns(edges), **more})


def _environment(**names: Any) -> Environment:
    made = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(names)
    return made


def _network(shown: Graphic) -> Any:
    """The graphic as a pyvis network. Assigned, not added one by one: `add_edge` looks at all edges before (quadratic)."""
    from pyvis.network import Network  # imports IPython: half a second that only a page should cost

    network = Network(directed=True, cdn_resources="in_line", heading=shown.title)
    network.nodes, network.edges, network.options = list(shown.nodes), list(shown.edges), OPTIONS
    return network


def render(
    view: TimelineView,
    title: str | None = None,
    *,
    theme: Theme = "auto",
    base_link: str | None = None,
    asking: Asking | None = None,
) -> str:
    """The page for a view. The same view gives the same bytes.

    `base_link` is a web address under which the graph's things can be looked up, such as that of `dateline serve`: the page then
    links each event and actor to it. Any other kind of address is a ValueError. With `asking`, readers can ask
    the graph in SPARQL.
    """
    if base_link is not None and link(base_link) is None:
        raise ValueError(f"not a web address: {base_link!r}")
    shown = graphic(view, title=title)
    styles, scripts = style(shown.colours), (library(), script(), first())
    network = _network(shown)
    network.path = "page.html.j2"
    about = {"queries": asking.queries, "base": asking.base} if asking else None
    network.templateEnv = _environment(
        shown=shown,
        blocks=blocks(asking),
        theme=theme,
        most=WITHOUT_SCRIPT,
        total=len(view.events),
        data=lambda nodes, edges: Markup(_data(nodes, edges, key=shown.key, options=OPTIONS, link=base_link, asking=about)),
        library=Markup(_packed_library()),
        script=Markup(scripts[1]),
        first=Markup(scripts[2]),
        style=Markup(styles),
        policy=policy(scripts=scripts, styles=(styles,), asks=asking is not None),
    )
    made: str = network.generate_html()
    return made.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair cannot be written to a file


def frame(view: TimelineView, *, height: int = 720) -> str:
    """The page within another, as a notebook shows it: a frame of its own, which cannot reach what is around it."""
    page = html.escape(render(view))
    return (
        f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-popups allow-downloads" '
        f'allow="clipboard-write *" title="{html.escape(view.title)}" width="100%" height="{height}" style="border:0"></iframe>'
    )


def write(
    view: TimelineView,
    path: Path,
    title: str | None = None,
    *,
    theme: Theme = "auto",
    base_link: str | None = None,
    asking: Asking | None = None,
) -> None:
    """Write the page for a view, whole or not at all."""
    made_page = render(view, title, theme=theme, base_link=base_link, asking=asking)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
        file.write(made_page)
    made = Path(file.name)
    try:
        made.chmod(0o644)
        made.replace(path)
    except OSError:
        made.unlink(missing_ok=True)
        raise
