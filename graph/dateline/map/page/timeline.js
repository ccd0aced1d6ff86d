// The timeline: its layout, its window on time, and the pointer on it.

import { events } from "./data.js";
import { drawAxis, makeCanvas } from "./draw.js";
import { element } from "./panel.js";
import { arrange, chooseRows } from "./rows.js";
import { makeScale, placeMarks, ticks } from "./scale.js";
import { find, state } from "./state.js";
import { measure } from "./text.js";

const [stage, scroll, lanes, axis, tip] = ["stage", "scroll", "lanes", "axis", "tip"].map(find);
const CLOSEST = 1 / 400;
const REACH = 14;

const place = (place01) => state.before + ((place01 - state.from) / (state.to - state.from)) * state.axisWidth;
state.x = (day) => place(state.scale.place(day));
let canvas = null;

// Layout: anew when the size, the filters, the rows or the scale change.

/** The axis and the trays share the width by what they hold; the axis has at least half. */
function measureStage() {
  const shown = events.filter((event) => event.shown);
  const share = (where) => shown.filter((event) => event.at === where).length / Math.max(1, shown.length);
  const width = stage.clientWidth;
  const least = width < 420 ? 60 : 116;
  const tray = (part) => (part ? Math.min(width * 0.36, Math.max(least, width * 0.5 * part)) : 0);
  let [before, after] = [tray(share("before")), tray(share("after"))];
  if (!share("axis")) [before, after] = after ? [width / 2, width / 2] : [width, 0];
  Object.assign(state, { width, before, after, axisWidth: Math.max(1, width - before - after) });
}

export function layOut() {
  const shown = events.filter((event) => event.shown && event.at === "axis");
  measureStage();
  state.scale = makeScale(shown, state.even);
  if (state.scale) placeMarks(shown, state.scale);
  Object.assign(state, chooseRows(state.all));
  const barEnd = (event) => (event.first === event.last ? 0 : event.last === null ? 1 : state.scale.place(event.last + 1));
  const height = arrange(state.rows, { width: state.axisWidth, before: state.before, after: state.after, measure, barEnd });
  state.rows = state.rows.filter((row) => row.height > 0);
  state.height = Math.max(height, scroll.clientHeight);
  stage.style.height = lanes.style.height = `${state.height}px`;
  if (stage.clientWidth !== state.width) measureStage(); // a scroll bar came or went
  drawLanes();
  canvas.resize();
  request();
}

export function drawLanes() {
  const buttons = state.rows.map((row) => {
    const name = row.actor ? row.actor.label : row.label;
    const press = () => (row.actor ? state.choose(row.actor === state.actor ? null : row.actor) : toggleRows());
    const button = element("button", { type: "button", class: row.actor ? null : "group", title: row.why, "aria-pressed": String(Boolean(row.actor) && row.actor === state.actor), click: press }, element("bdi", {}, name), element("small", {}, String(row.count)));
    button.style.top = `${row.top}px`;
    button.style.height = `${row.height}px`;
    return button;
  });
  lanes.replaceChildren(...buttons);
}

function toggleRows() {
  state.all = !state.all;
  layOut();
}

// Drawing: at most once a frame.

let asked = false;
export function request() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    drawTimeline();
  });
}

function locate(event) {
  if (event.at === "axis") event.left = place(event.place01);
  else event.left = (event.at === "before" ? 0 : state.width - state.after) + 14 + event.column * event.columnWidth;
  return event.at !== "axis" || (event.left > state.before - 340 && event.left < state.width - state.after + 12);
}

function drawTimeline() {
  if (state.view !== "map" || !state.width) return;
  state.visible = events.filter((event) => event.shown && locate(event) && (event.at !== "axis" || event.left >= state.before - 8));
  state.ticks = state.scale ? ticks(state.scale, (day) => state.x(day) - state.before, state.axisWidth) : [];
  canvas.draw();
  drawAxis(axis, state);
}

// Moving along time.

export function setWindow(from, to) {
  const width = Math.min(1, Math.max(CLOSEST, to - from));
  state.from = Math.min(1 - width, Math.max(0, from));
  state.to = state.from + width;
  request();
}

const pan = (by) => setWindow(state.from + by, state.to + by);

export function zoom(factor, x = state.before + state.axisWidth / 2) {
  const share = Math.min(1, Math.max(0, (x - state.before) / state.axisWidth));
  const [width, centre] = [state.to - state.from, state.from + share * (state.to - state.from)];
  const next = Math.min(1, Math.max(CLOSEST, width * factor));
  setWindow(centre - share * next, centre + (1 - share) * next);
}

stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
  if (sideways) pan((sideways / state.axisWidth) * (state.to - state.from));
  else zoom(Math.exp(Math.sign(event.deltaY) * Math.min(0.25, Math.abs(event.deltaY) / 400)), event.offsetX);
}, { passive: false });

// Pointer: a drag moves, two fingers zoom, a click chooses.

const touches = new Map();
let drag = null;

function spread() {
  const [one, other] = [...touches.values()];
  return { width: Math.max(20, Math.abs(one.x - other.x)), centre: (one.x + other.x) / 2 };
}

function point(event) {
  const box = stage.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

stage.addEventListener("pointerdown", (event) => {
  const at = point(event);
  touches.set(event.pointerId, at);
  drag = { at, last: at, moved: touches.size > 1, top: scroll.scrollTop, pinch: touches.size === 2 ? spread().width : 0 };
});

stage.addEventListener("pointermove", (event) => {
  const at = point(event);
  if (!touches.has(event.pointerId)) return hover(nearest(at), at);
  touches.set(event.pointerId, at);
  if (touches.size === 2) {
    const { width, centre } = spread();
    zoom(drag.pinch / width, centre);
    drag.pinch = width;
    return undefined;
  }
  if (!drag.moved && Math.hypot(at.x - drag.at.x, at.y - drag.at.y) < 5) return undefined;
  if (!drag.moved) {
    drag.moved = true;
    stage.setPointerCapture(event.pointerId);
    stage.classList.add("dragged");
    hover(null);
  }
  pan(((drag.last.x - at.x) / state.axisWidth) * (state.to - state.from));
  if (event.pointerType === "mouse") scroll.scrollTop -= event.movementY;
  drag.last = at;
  return undefined;
});

function release(event) {
  const click = event.type === "pointerup" && touches.has(event.pointerId) && drag && !drag.moved;
  touches.delete(event.pointerId);
  stage.classList.remove("dragged");
  if (!click) return;
  const found = nearest(point(event));
  if (found) state.choose(found, { focus: false });
  else if (state.event || state.actor) state.choose(null);
}
stage.addEventListener("pointerup", release);
stage.addEventListener("pointercancel", release);
stage.addEventListener("pointerleave", () => hover(null));

/** The event whose mark or label is under a point. */
function nearest({ x, y }) {
  let [best, least] = [null, REACH];
  for (const event of state.visible) {
    const beside = event.turned ? event.left - x : x - event.left;
    const along = beside > 0 ? Math.max(0, beside - Math.min(110, measure(event.brief))) + Math.min(beside, 8) / 2 : -beside;
    const distance = Math.hypot(along, (y - event.top) * 1.3);
    if (distance < least) [best, least] = [event, distance];
  }
  return best;
}

function hover(event, at) {
  if (event !== state.hovered) {
    state.hovered = event;
    stage.style.cursor = event ? "pointer" : "";
    request();
  }
  tip.hidden = !event;
  if (!event) return;
  tip.replaceChildren(element("b", {}, element("bdi", {}, event.label)), `${event.when} · ${event.status}`);
  const left = at.x > state.width - 300 ? Math.max(4, at.x - 14 - tip.offsetWidth) : at.x + 14;
  tip.style.left = `${left}px`;
  tip.style.top = `${Math.max(4, event.top - tip.offsetHeight - 14)}px`;
}

/** Moves window and scroll bar so that an event can be seen. */
export function reveal(event) {
  if (event.at === "axis" && (event.place01 < state.from || event.place01 > state.to)) pan(event.place01 - (state.from + state.to) / 2);
  const sheet = find("panel"); // covers the lower part of a narrow screen
  const hidden = getComputedStyle(sheet).position === "fixed" ? scroll.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top : 0;
  const room = Math.max(60, scroll.clientHeight - Math.max(0, hidden));
  if (event.top < scroll.scrollTop + 20 || event.top > scroll.scrollTop + room - 20) scroll.scrollTop = event.top - room / 2;
}

export function startTimeline() {
  canvas = makeCanvas(find("vis"), state);
  new ResizeObserver(() => state.view === "map" && layOut()).observe(scroll);
}
