// The pointer on the timeline: a drag moves, a wheel or two fingers zoom, a click chooses, or looks closer where a ribbon is.

import { crowdAt } from "./crowd.js";
import { whenOf } from "./data.js";
import { bdi, element, find } from "./dom.js";
import { state } from "./state.js";
import { measure } from "./text.js";
import { pan, request, setWindow, zoom } from "./timeline.js";

const [stage, scroll, tip, map] = ["stage", "scroll", "tip", "map"].map(find);
const REACH = 14;
const touches = new Map();
let drag = null;

function spread() {
  const [one, other] = [...touches.values()];
  return { width: Math.max(20, Math.abs(one.x - other.x)), centre: (one.x + other.x) / 2 };
}

/** Where a pointer is on the canvas. */
function point(event) {
  const box = find("vis").getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function wheel(event) {
  event.preventDefault();
  hover(null);
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
  if (sideways) pan((sideways / state.axisWidth) * (state.window[1] - state.window[0]));
  else zoom(Math.exp(Math.sign(event.deltaY) * Math.min(0.25, Math.abs(event.deltaY) / 400)), point(event).x);
}

function down(event) {
  const at = point(event);
  touches.set(event.pointerId, at);
  drag = { at, last: at, moved: touches.size > 1, pinch: touches.size === 2 ? spread().width : 0 };
}

function move(event) {
  const at = point(event);
  if (!touches.has(event.pointerId)) return hover(nearest(at), at);
  touches.set(event.pointerId, at);
  if (touches.size === 2) return pinch();
  if (!drag.moved && Math.hypot(at.x - drag.at.x, at.y - drag.at.y) < 5) return undefined;
  if (!drag.moved) {
    drag.moved = true;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragged");
    hover(null);
  }
  pan(((drag.last.x - at.x) / state.axisWidth) * (state.window[1] - state.window[0]));
  if (event.pointerType === "mouse") scroll.scrollTop -= event.movementY;
  drag.last = at;
  return undefined;
}

function pinch() {
  const { width, centre } = spread();
  zoom(drag.pinch / width, centre);
  drag.pinch = width;
}

function release(event) {
  const click = event.type === "pointerup" && touches.has(event.pointerId) && drag && !drag.moved;
  touches.delete(event.pointerId);
  stage.classList.remove("dragged");
  if (!click) return;
  const at = point(event);
  const found = nearest(at);
  const crowd = found ? null : crowdAt(at);
  if (found) state.choose(found, { focus: false });
  else if (crowd) lookCloser(crowd);
  else if (state.event || state.actor) state.choose(null);
}

function lookCloser({ from, to }) {
  setWindow(from - (to - from) * 0.1, to + (to - from) * 0.1);
  hover(null);
}

/** The event whose mark or label is under a point. */
export function nearest({ x, y }) {
  let [best, least] = [null, REACH];
  for (const event of state.visible) {
    const beside = event.turned ? event.left - x : x - event.left;
    const along = beside > 0 ? Math.max(0, beside - Math.min(110, measure(event.brief))) + Math.min(beside, 8) / 2 : -beside;
    const distance = Math.hypot(along, (y - event.y) * 1.3);
    if (distance < least) [best, least] = [event, distance];
  }
  return best;
}

function hover(event, at) {
  if (event !== state.hovered) {
    state.hovered = event;
    request();
  }
  const crowd = event || !at ? null : crowdAt(at);
  stage.style.cursor = event ? "pointer" : crowd ? "zoom-in" : "";
  tip.hidden = !event && !crowd;
  if (tip.hidden) return;
  if (event) tip.replaceChildren(element("b", {}, bdi(event.label)), `${whenOf(event)} · ${event.status}`);
  else tip.replaceChildren(element("b", {}, `${crowd.events.length} events`), `${crowd.when} · click to look closer`);
  const [outer, inner] = [map.getBoundingClientRect(), find("vis").getBoundingClientRect()];
  const x = inner.left - outer.left + at.x;
  const y = inner.top - outer.top + (event ? event.y : at.y);
  tip.style.left = `${Math.max(4, x + 14 + tip.offsetWidth > outer.width ? x - 14 - tip.offsetWidth : x + 14)}px`;
  tip.style.top = `${Math.max(4, y - tip.offsetHeight - 14)}px`;
}

export function startPointer() {
  stage.addEventListener("wheel", wheel, { passive: false });
  stage.addEventListener("pointerdown", down);
  stage.addEventListener("pointermove", move);
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
  stage.addEventListener("pointerleave", () => hover(null));
}
