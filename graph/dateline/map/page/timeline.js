// The timeline: its layout, and its window on time. Days are the measure of the window, so that it stays where it is when the scale changes.

import { drawAxis } from "./axis.js";
import { makeCanvas } from "./canvas.js";
import { chooseMarks } from "./crowd.js";
import { actors, events } from "./data.js";
import { bdi, button, element, find } from "./dom.js";
import { arrange, chooseRows } from "./rows.js";
import { makeScale, months, placeMarks, ticks } from "./scale.js";
import { state } from "./state.js";
import { measure } from "./text.js";

const [stage, scroll, lanes, vis] = ["stage", "scroll", "lanes", "vis"].map(find);
const FOLDED = 34;

state.place = (place01) => state.before + ((place01 - state.window[0]) / (state.window[1] - state.window[0])) * state.axisWidth;
state.x = (day) => state.place(state.scale.place(day));
let canvas = null;

// The scale, of all events whatever is filtered, so that nothing jumps.

let scales = new Map();

/** Anew when the clock is set. */
export function resetScale() {
  scales = new Map();
  const dated = events.filter((event) => event.at === "axis");
  const days = dated.flatMap((event) => [event.first, event.last]).filter((day) => day !== null);
  state.extent = days.length ? [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] : [0, 0];
  for (const even of [true, false]) scales.set(even, () => makeScale(dated, even));
}

function currentScale() {
  const made = scales.get(state.even);
  if (typeof made !== "function") return made;
  const scale = made();
  scales.set(state.even, scale);
  return scale;
}

/** The stretch 0..1 that is in view. */
function setPlaces() {
  state.window = state.from === null || !state.scale ? [0, 1] : [state.scale.place(state.from), state.scale.place(state.to)];
  const least = closest();
  if (state.window[1] - state.window[0] < least) {
    const middle = (state.window[0] + state.window[1]) / 2;
    state.window = [Math.max(0, middle - least / 2), Math.min(1, middle + least / 2)];
  }
}

const closest = () => Math.min(1 / 200, 6 / Math.max(1, events.length));

// Layout: anew when the size, the filters, the rows or the scale change.

/** The axis and the trays share the width by what they hold; the axis has at least half. */
function measureStage() {
  const shown = events.filter((event) => event.shown);
  const share = (where) => shown.filter((event) => event.at === where).length / Math.max(1, shown.length);
  const width = stage.clientWidth;
  const least = width < 420 ? 76 : 116;
  const tray = (part) => (part ? (state.folded ? FOLDED : Math.min(width * 0.34, Math.max(least, width * 0.46 * part))) : 0);
  let [before, after] = [tray(share("before")), tray(share("after"))];
  if (!share("axis") && shown.length && !state.folded) [before, after] = after ? [width / 2, width / 2] : [width, 0];
  Object.assign(state, { width, height: Math.max(40, scroll.clientHeight), before, after, axisWidth: Math.max(1, width - before - after) });
}

export function layOut() {
  measureStage();
  const scale = currentScale();
  if (scale && state.scale !== scale) placeMarks(events.filter((event) => event.at === "axis"), scale);
  state.scale = scale;
  setPlaces();
  Object.assign(state, chooseRows({ actors, events, state, groupOf }));
  const barEnd = (event) => (event.first === event.last ? 0 : event.last === null ? 1 : state.scale.place(event.last + 1));
  const height = arrange(state.rows, { width: state.axisWidth, before: state.before, after: state.after, measure, barEnd, folded: state.folded });
  for (const row of state.rows) row.span = row.actor ? spanOf(row.actor) : null;
  rowsHeight = height;
  fitStage();
  vis.style.height = `${state.height}px`;
  if (stage.clientWidth !== state.width) measureStage(); // a scroll bar came or went
  state.scrollTop = scroll.scrollTop;
  Object.assign(state, { visible: [], dense: [] }); // they stood on rows that are gone
  drawLanes();
  canvas.resize();
  request();
}

let rowsHeight = 0;
/** As high as the rows, and as what covers their foot on a narrow screen. */
export function fitStage() {
  const sheet = find("panel");
  const covered = getComputedStyle(sheet).position === "fixed" ? sheet.clientHeight : 0;
  stage.style.height = lanes.style.height = `${Math.max(rowsHeight + covered, scroll.clientHeight)}px`;
}

/** From an actor's first mark to its last, on any row; null where there are none. */
function spanOf(actor) {
  let [from, to] = [Infinity, -Infinity];
  for (const event of actor.events) {
    if (!event.shown || event.at !== "axis") continue;
    from = Math.min(from, event.place01);
    to = Math.max(to, event.place01);
  }
  return from < to ? [from, to] : null;
}

const regions = (() => {
  try {
    return new Intl.DisplayNames(undefined, { type: "region" });
  } catch {
    return null;
  }
})();

function countryName(code) {
  try {
    return regions?.of(code) ?? code;
  } catch {
    return code; // no code of a country
  }
}

const KINDS = { person: "People", organization: "Organizations", country: "Countries", place: "Places", group: "Groups" };

/** What group an actor's row stands in, as asked for; undefined for none. */
function groupOf(actor) {
  if (state.lanes === "sort") return KINDS[actor.sort] ?? "Others";
  if (state.lanes === "country") return actor.country ? countryName(actor.country) : "No country known";
  if (state.lanes === "circle") return actor.circle === undefined ? "With nobody else" : `Circle ${actor.circle + 1}`;
  return undefined;
}

export function drawLanes() {
  const made = [];
  for (const [i, row] of state.rows.entries()) {
    if (row.heading) {
      const heading = element("p", { class: "heading" }, row.heading.text);
      heading.style.top = `${row.heading.top}px`;
      made.push(heading);
    }
    const name = row.actor ? row.actor.label : row.label;
    const press = () => (row.actor ? state.choose(row.actor === state.actor ? null : row.actor) : state.toggleRows());
    const lane = button({ class: `${row.actor ? "" : "group"} ${i % 2 ? "" : "odd"}`, title: row.why ?? name, "aria-pressed": String(Boolean(row.actor) && row.actor === state.actor), click: press }, bdi(name), element("small", {}, row.count.toLocaleString()));
    lane.style.top = `${row.top}px`;
    lane.style.height = `${row.height}px`;
    made.push(lane);
  }
  if (state.all && !state.only.size) {
    const less = button({ class: "group less", click: () => state.toggleRows() }, "Fewer rows");
    less.style.top = `${(state.rows.at(-1)?.top ?? 0) + (state.rows.at(-1)?.height ?? 0)}px`;
    made.push(less);
  }
  lanes.replaceChildren(...made);
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

function drawTimeline() {
  if (state.view !== "map" || !state.width) return;
  setPlaces();
  chooseMarks();
  state.ticks = state.scale ? ticks(state.scale, (day) => state.x(day) - state.before, state.axisWidth, state.window) : [];
  state.months = state.scale ? months(state.scale, (day) => state.x(day) - state.before, state.axisWidth, state.window) : [];
  canvas.draw();
  drawAxis();
}

// Moving along time.

/** Shows a stretch of 0..1; all of it as no window at all. */
export function setWindow(from, to) {
  if (!state.scale) return;
  const width = Math.min(1, Math.max(closest(), to - from));
  const left = Math.min(1 - width, Math.max(0, from));
  if (width > 0.9995) state.setPeriod(null, null);
  else state.setPeriod(state.scale.day(left), state.scale.day(left + width));
}

export const pan = (by) => setWindow(state.window[0] + by, state.window[1] + by);

export function zoom(factor, x = state.before + state.axisWidth / 2) {
  const share = Math.min(1, Math.max(0, (x - state.before) / state.axisWidth));
  const [width, centre] = [state.window[1] - state.window[0], state.window[0] + share * (state.window[1] - state.window[0])];
  const next = Math.min(1, Math.max(closest(), width * factor));
  setWindow(centre - share * next, centre + (1 - share) * next);
}

/** Moves window and scroll bar so that an event can be seen. */
export function reveal(event) {
  if (event.at === "axis" && (event.place01 < state.window[0] || event.place01 > state.window[1])) pan(event.place01 - (state.window[0] + state.window[1]) / 2);
  if (event.top === undefined) return;
  const sheet = find("panel"); // covers the lower part of a narrow screen
  const hidden = getComputedStyle(sheet).position === "fixed" ? scroll.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top : 0;
  const room = Math.max(60, scroll.clientHeight - Math.max(0, hidden));
  if (event.top < scroll.scrollTop + 20 || event.top > scroll.scrollTop + room - 20) scroll.scrollTop = event.top - room / 2;
}

export function startTimeline() {
  canvas = makeCanvas(vis);
  scroll.addEventListener("scroll", () => {
    state.scrollTop = scroll.scrollTop;
    request();
  });
  let before = "";
  new ResizeObserver(() => {
    const size = `${scroll.clientWidth} ${scroll.clientHeight}`;
    if (state.view !== "map" || size === before) return;
    before = size;
    layOut();
  }).observe(scroll);
}

export const liveItems = () => canvas.items();
