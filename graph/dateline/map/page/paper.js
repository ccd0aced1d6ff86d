// Print: what is in view, on one page, on white paper.

import { find } from "./dom.js";
import { readColours } from "./marks.js";
import { state } from "./state.js";
import { layOut } from "./timeline.js";

const PAPER = { width: 1040, height: 610 };

function printing(on, drawView) {
  document.documentElement.classList.toggle("printing", on);
  readColours();
  const map = find("map");
  map.style.cssText = "";
  if (on && state.view === "map") {
    map.style.width = `${PAPER.width}px`;
    layOut();
    const needed = Math.max(...state.rows.map((row) => row.top + row.height), 200) + 40;
    const zoom = Math.min(1, PAPER.height / needed);
    map.style.width = `${PAPER.width / zoom}px`;
    map.style.height = `${Math.min(needed, 8000)}px`;
    map.style.zoom = zoom;
  }
  drawView();
}

/** `drawView` draws the view that is shown. */
export function startPaper(drawView) {
  window.addEventListener("beforeprint", () => printing(true, drawView));
  window.addEventListener("afterprint", () => printing(false, drawView));
}
