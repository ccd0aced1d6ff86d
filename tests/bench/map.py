"""What the map costs, beside stock pyvis in the same browser: size, seconds to be ready, frames a second; for growing stories.

    python tests/bench/map.py                  # 1,000, 10,000 and 50,000 events; stock pyvis up to 10,000
    python tests/bench/map.py 1000 --no-stock

Times hang on the machine; trust the ratios. Stock is pyvis's own page of the same nodes and edges, its physics off. What it asks
of the web is refused at once, which is kind to it.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from story import story

from dateline.map import TimelineView, write
from dateline.map.network import build

sys.path.insert(0, str(Path(__file__).parents[1] / "map"))
from conftest import PROGRAMS, QUIET

WINDOW = {"width": 1440, "height": 860}
SECONDS = 2.5

FRAMES = """async ([seconds, step]) => {
  const act = new Function("i", step);
  let [frames, worst, last] = [0, 0, performance.now()];
  const start = last;
  while (performance.now() - start < seconds * 1000) {
    act(frames);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    frames += 1;
  }
  return frames / ((performance.now() - start) / 1000);
}"""
OURS = {
    "pan": """
      const stage = document.getElementById('stage'), box = stage.getBoundingClientRect();
      const at = { pointerId: 1, bubbles: true, clientY: box.top + 90 };
      const send = (kind, x) => stage.dispatchEvent(new PointerEvent(kind, { ...at, clientX: x }));
      const x = box.left + box.width * (0.5 + 0.3 * Math.sin(i / 12));
      if (i === 0) { stage.setPointerCapture = () => {}; send('pointerdown', x); }
      send('pointermove', x + (i % 2));""",
    "wheel": """
      const stage = document.getElementById('stage'), box = stage.getBoundingClientRect();
      stage.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: Math.sin(i / 20) > 0 ? -60 : 60,
        clientX: box.left + box.width * 0.6, clientY: box.top + 90 }));""",
}
STOCK = {
    "pan": "network.moveTo({ position: { x: 400 * Math.sin(i / 12), y: 0 } });",
    "wheel": "network.moveTo({ scale: 0.3 + 0.2 * Math.sin(i / 20) });",
}
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTER = """async () => {
  const boxes = [...document.querySelectorAll('#facets input')].slice(0, 6);
  const times = [];
  for (const box of boxes) {
    const start = performance.now();
    box.click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}"""


def ready(browser: Browser, path: Path, condition: str, limit: float) -> tuple[Any, float | None]:
    """A page opened, and the seconds until it is ready by its own clock; None beyond the limit."""
    page = browser.new_page(viewport=WINDOW)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    start = time.monotonic()
    page.goto(path.as_uri(), wait_until="commit")
    while time.monotonic() - start < limit:
        try:
            if page.evaluate(condition):
                page.evaluate(DRAWN)
                return page, time.monotonic() - start
        except Exception:  # the page is too busy or not there yet
            pass
        time.sleep(0.02)
    return page, None


def ours(browser: Browser, view: TimelineView, folder: Path) -> dict[str, str]:
    """The map's own figures."""
    path = folder / "map.html"
    start = time.process_time()
    write(view, path)
    made = time.process_time() - start
    page, seconds = ready(browser, path, "document.documentElement.dataset.ready === 'true'", 60)
    frames, items = {}, [page.evaluate("dateline.items().map")]
    for name, step in OURS.items():
        page.evaluate("document.getElementById('zoom-all').click()")
        page.wait_for_timeout(300)
        frames[name] = page.evaluate(FRAMES, [SECONDS, step])
        items.append(page.evaluate("dateline.items().map"))
    page.evaluate("for (let i = 0; i < 4; i++) document.getElementById('zoom-in').click()")
    page.wait_for_timeout(400)
    frames["near"] = page.evaluate(FRAMES, [SECONDS, OURS["pan"]])
    items.append(page.evaluate("dateline.items().map"))
    page.evaluate("document.getElementById('zoom-all').click()")
    filtering = page.evaluate(FILTER)
    page.evaluate("document.getElementById('reset').click(), document.getElementById('show-net').click()")
    page.evaluate("for (let i = 0; i < 5; i++) document.getElementById('zoom-in').click()")
    page.wait_for_timeout(400)
    items.append(page.evaluate("dateline.items().net"))
    page.close()
    return {
        "KB": f"{path.stat().st_size / 1000:,.0f}",
        "python s": f"{made:.1f}",
        "ready s": _seconds(seconds),
        "pan": f"{frames['pan']:.0f}",
        "pan near": f"{frames['near']:.0f}",
        "wheel": f"{frames['wheel']:.0f}",
        "filter ms": f"{filtering:.0f}",
        "items": str(max(items)),
    }


def stock(browser: Browser, view: TimelineView, folder: Path) -> dict[str, str]:
    """The figures of pyvis's own page of the same graph."""
    from pyvis.network import Network

    path = folder / "stock.html"
    start = time.process_time()
    graph = build(view)
    labels = {x.iri: x.label for x in (*view.actors, *view.events)}
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    network.nodes = [{"id": n, "label": labels[n], "shape": "dot"} for n in graph]
    network.edges = [{"from": one, "to": other} for one, other in graph.edges()]
    path.write_text(network.generate_html(), encoding="utf-8")
    made = time.process_time() - start
    page, seconds = ready(browser, path, "typeof network !== 'undefined' && !!network.body && network.canvas.initialized", 120)
    frames = {name: page.evaluate(FRAMES, [SECONDS, step]) for name, step in STOCK.items()} if seconds else {}
    page.close()
    return {
        "KB": f"{path.stat().st_size / 1000:,.0f}",
        "python s": f"{made:.1f}",
        "ready s": _seconds(seconds),
        "pan": f"{frames['pan']:.0f}" if frames else "–",
        "pan near": "–",
        "wheel": f"{frames['wheel']:.0f}" if frames else "–",
        "filter ms": "–",
        "items": f"{graph.number_of_nodes() + graph.number_of_edges():,}",
    }


def _seconds(value: float | None) -> str:
    return f"{value:.1f}" if value is not None else "never"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000, 50_000])
    parser.add_argument("--no-stock", action="store_true")
    arguments = parser.parse_args()
    program = next(found for name in PROGRAMS if (found := shutil.which(name)))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        heading = None
        for size in arguments.sizes:
            view = story(size)
            pages = [("dateline", ours)] + ([("pyvis", stock)] if not arguments.no_stock and size <= 10_000 else [])
            for name, measure in pages:
                row = measure(browser, view, Path(folder))
                if heading is None:
                    heading = ["events", "page", *row]
                    print("".join(f"{cell:>11}" for cell in heading))
                print("".join(f"{cell:>11}" for cell in [f"{size:,}", name, *row.values()]), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
