// One state, and everything that changes it: pointer, wheel, keys, filters, links.

import { actors, byId, events, inOrder } from "./data.js";
import { drawAxis, makeCanvas, measure } from "./draw.js";
import { applyFilter, makeFilters, resetFilter, setWords } from "./filters.js";
import { readColours } from "./marks.js";
import { element, focusPanel, openPanel, showActor, showEvent, showKey } from "./panel.js";
import { arrange, chooseRows } from "./rows.js";
import { makeScale, placeMarks, ticks } from "./scale.js";

const find = (id) => document.getElementById(id);
const [stage, scroll, lanes, axis, tip, search] = ["stage", "scroll", "lanes", "axis", "tip", "search"].map(find);
const CLOSEST = 1 / 400;
const REACH = 14;

document.documentElement.classList.add("scripted");

const state = {
  from: 0, to: 1, even: true, all: false, event: null, actor: null, hovered: null, table: false,
  rows: [], rowOf: new Map(), visible: [], ticks: [], scale: null, width: 0, height: 0, before: 0, after: 0, axisWidth: 0,
  x: (day) => place(state.scale.place(day)),
};
const place = (place01) => state.before + ((place01 - state.from) / (state.to - state.from)) * state.axisWidth;
let canvas = null;

// Layout: anew when the size, the filters, the rows or the scale change.

function measureStage() {
  const here = (where) => events.some((event) => event.shown && event.at === where);
  const narrow = stage.clientWidth < 420;
  const dated = here("axis");
  const tray = dated ? Math.min(250, Math.max(narrow ? 72 : 150, stage.clientWidth * 0.22)) : stage.clientWidth;
  state.width = stage.clientWidth;
  state.before = here("before") || !dated ? tray : 0;
  state.after = here("after") ? (dated ? Math.min(170, tray) : tray / 2) : 0;
  if (!dated) state.before = state.width - state.after;
  state.axisWidth = Math.max(1, state.width - state.before - state.after);
}

function layOut() {
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

function drawLanes() {
  const buttons = state.rows.map((row) => {
    const name = row.actor ? row.actor.label : row.label;
    const press = () => (row.actor ? choose(row.actor === state.actor ? null : row.actor) : toggleRows());
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
function request() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
}

function locate(event) {
  if (event.at === "axis") event.x = place(event.place01);
  else event.x = (event.at === "before" ? 0 : state.width - state.after) + 14 + event.column * event.columnWidth;
  return event.at !== "axis" || (event.x > state.before - 340 && event.x < state.width - state.after + 12);
}

function draw() {
  if (state.table || !state.width) return;
  state.visible = events.filter((event) => event.shown && locate(event) && (event.at !== "axis" || event.x >= state.before - 8));
  state.ticks = state.scale ? ticks(state.scale, (day) => state.x(day) - state.before, state.axisWidth) : [];
  canvas.draw();
  drawAxis(axis, state);
}

function tell() {
  const count = events.filter((event) => event.shown).length;
  find("status").textContent = count === events.length ? `${count} events` : `${count} of ${events.length} events shown`;
}

function refilter() {
  applyFilter();
  tell();
  layOut();
}

// Choosing.

function choose(item, { focus = true, say = false } = {}) {
  document.querySelector("tr.chosen")?.classList.remove("chosen");
  state.event = item?.kind === "event" ? item : null;
  state.actor = item?.kind === "actor" ? item : null;
  if (state.event) {
    showEvent(item, choose);
    find(item.id).classList.add("chosen");
  } else if (state.actor) showActor(item, choose);
  else showKey();
  openPanel(Boolean(item));
  if (state.event) bringIntoView(item);
  if (item && focus) focusPanel();
  if (say && state.event) find("say").textContent = `${item.when}. ${item.label}. ${item.status}.`;
  history.replaceState(null, "", item ? `#${item.id}` : location.pathname + location.search);
  drawLanes();
  request();
}

function bringIntoView(event) {
  if (!event.shown) {
    resetFilter();
    search.value = "";
    makeFilters(refilter);
    refilter();
  }
  if (event.at === "axis" && (event.place01 < state.from || event.place01 > state.to)) pan(event.place01 - (state.from + state.to) / 2);
  if (state.table) {
    find(event.id).scrollIntoView({ block: "nearest" });
    return;
  }
  const sheet = find("panel"); // covers the lower part of a narrow screen
  const hidden = getComputedStyle(sheet).position === "fixed" ? scroll.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top : 0;
  const room = Math.max(60, scroll.clientHeight - Math.max(0, hidden));
  if (event.y < scroll.scrollTop + 20 || event.y > scroll.scrollTop + room - 20) scroll.scrollTop = event.y - room / 2;
}

function show(table) {
  state.table = table;
  find("list").hidden = !table;
  find("map").hidden = table;
  find("show-map").setAttribute("aria-pressed", String(!table));
  find("show-table").setAttribute("aria-pressed", String(table));
  if (!table) layOut();
}

// Moving along time.

function setWindow(from, to) {
  const width = Math.min(1, Math.max(CLOSEST, to - from));
  state.from = Math.min(1 - width, Math.max(0, from));
  state.to = state.from + width;
  request();
}

const pan = (by) => setWindow(state.from + by, state.to + by);

function zoom(factor, x = state.before + state.axisWidth / 2) {
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
  if (found) choose(found, { focus: false });
  else if (state.event || state.actor) choose(null);
}
stage.addEventListener("pointerup", release);
stage.addEventListener("pointercancel", release);
stage.addEventListener("pointerleave", () => hover(null));

/** The event whose mark or label is under a point. */
function nearest({ x, y }) {
  let [best, least] = [null, REACH];
  for (const event of state.visible) {
    const beside = event.turned ? event.x - x : x - event.x;
    const along = beside > 0 ? Math.max(0, beside - Math.min(110, measure(event.label))) + Math.min(beside, 8) / 2 : -beside;
    const distance = Math.hypot(along, (y - event.y) * 1.3);
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
  tip.style.top = `${Math.max(4, event.y - tip.offsetHeight - 14)}px`;
}

// Keys.

function step(by) {
  const list = inOrder.filter((event) => event.shown);
  const i = list.indexOf(state.event);
  return list[i < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, i + by))];
}

function otherRow(by) {
  if (!state.event) return step(1);
  for (let i = state.event.row + by; state.rows[i]; i += by) {
    const list = state.rows[i].events.filter((event) => event.shown);
    if (list.length) return list.reduce((best, event) => (Math.abs(event.x - state.event.x) < Math.abs(best.x - state.event.x) ? event : best));
  }
  return state.event;
}

const KEYS = {
  ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => otherRow(1), ArrowUp: () => otherRow(-1),
  Home: () => step(-events.length), End: () => step(events.length), Enter: () => void (state.event && focusPanel()),
  "+": () => void zoom(0.7), "=": () => void zoom(0.7), "-": () => void zoom(1.4), 0: () => void setWindow(0, 1),
};

stage.addEventListener("keydown", (event) => {
  if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const found = KEYS[event.key]();
  if (found) choose(found, { focus: false, say: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.target === search || !(state.event || state.actor)) return;
  choose(null);
  (state.table ? find("show-table") : stage).focus();
});

// Controls.

find("show-map").addEventListener("click", () => show(false));
find("show-table").addEventListener("click", () => show(true));
find("zoom-in").addEventListener("click", () => zoom(0.6));
find("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
find("zoom-all").addEventListener("click", () => setWindow(0, 1));
document.querySelector(".skip").addEventListener("click", () => show(true));
find("scale").addEventListener("change", (event) => {
  state.even = event.target.value === "even";
  setWindow(0, 1);
  layOut();
});
find("reset").addEventListener("click", () => {
  resetFilter();
  search.value = "";
  makeFilters(refilter);
  setWindow(0, 1);
  refilter();
});
search.addEventListener("input", () => {
  const named = actors.find((actor) => actor.label.toLowerCase() === search.value.trim().toLowerCase());
  setWords(named ? "" : search.value);
  refilter();
  if (named) choose(named, { focus: false });
});
find("list").addEventListener("click", (event) => {
  const chosen = event.target.closest("a[href^='#']");
  if (!chosen) return;
  event.preventDefault();
  choose(byId.get(chosen.closest("tr").id));
});

// Begin.

function follow() {
  const named = byId.get(location.hash.slice(1));
  if (named && named !== state.event && named !== state.actor) choose(named, { focus: false });
}

readColours();
canvas = makeCanvas(find("vis"), state);
if (matchMedia("(max-width: 1080px)").matches) find("filters").open = false;
makeFilters(refilter);
showKey();
show(!events.length);
refilter();
new ResizeObserver(() => !state.table && layOut()).observe(scroll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  request();
});
window.addEventListener("hashchange", follow);
follow();
document.documentElement.dataset.ready = "true";
