// Everything that changes the state, and what is drawn anew when it has changed.

import { startAxis } from "./axis.js";
import { drawHistogram, drawPeriod, resetBrush, startBrush } from "./brush.js";
import { startAsk } from "./ask.js";
import { asking, byId, events, key, publications, setClock, setKnown, whenOf, words } from "./data.js";
import { button, copy, element, find, say } from "./dom.js";
import { sift } from "./facets.js";
import { makeFilters, updateFilters } from "./filters.js";
import { fresh, read, written } from "./fragment.js";
import { startKeys } from "./keys.js";
import { drawLegend, drawPanel, focusPanel } from "./panel.js";
import { startPaper } from "./paper.js";
import { startPointer } from "./pointer.js";
import { hitsOf, prepare, startSearch } from "./searchbox.js";
import { chosen, least, linked, restore, state } from "./state.js";
import { chooseLine, drawTable } from "./table.js";
import { startTheme } from "./theme.js";
import { drawLanes, fitStage, layOut, liveItems, request, resetScale, reveal, setWindow, startTimeline, zoom } from "./timeline.js";
import { drawWeb, web } from "./web.js";

const VIEWS = ["map", "net", "list", ...(asking ? ["ask"] : [])];
const root = document.documentElement;

// Drawing.

/** The numbers: what the filters leave, and of that what lies in the period. */
function count() {
  Object.assign(state, sift(events, state, state.hits, undefined, least()));
  const all = events.length.toLocaleString();
  const period = state.from === null ? "" : words.range(Math.floor(state.from), Math.max(Math.floor(state.from), Math.ceil(state.to) - 1), "shortYear");
  find("status").replaceChildren(state.viewed < events.length ? `${state.viewed.toLocaleString()} of ${all} events` : `${all} event${events.length === 1 ? "" : "s"}`, element("span", {}, period), heldBack());
  updateFilters();
}

/** How many events are held back for being less certain, with the way to them; once they are there, the way back. */
function heldBack() {
  if (state.heldBack) return button({ class: "link", id: "held-back", title: "These were read with less confidence", click: () => setLeast(0) }, `${state.heldBack.toLocaleString()} less certain held back`);
  return state.least !== null && key.least > least() ? button({ class: "link", id: "held-back", click: () => setLeast(null) }, "Hold back the less certain") : "";
}

function setLeast(value) {
  state.least = value === key.least ? null : value;
  drawLeast();
  state.changed();
}

function drawLeast() {
  const slider = find("least");
  find("confidence").hidden = !events.some((event) => event.confidence !== undefined);
  slider.value = least();
  const text = least() ? `from ${least()} %` : "all";
  find("least-value").textContent = text;
  slider.setAttribute("aria-valuetext", text);
}

/** After a change of what is shown: everything. */
state.changed = () => {
  count();
  drawHistogram();
  drawView();
  drawPanel({ top: false });
  remember();
  if (root.dataset.ready) say(find("status").innerText);
};

function drawView() {
  if (state.view === "map") layOut();
  drawWeb();
  drawTable();
}

let [later, took] = [0, 0];
/** Sets the period in view; what takes longer than a frame follows a little later, and the longer it takes the less often. */
state.setPeriod = (from, to) => {
  Object.assign(state, { from, to });
  request();
  drawPeriod();
  if (later) return;
  later = setTimeout(() => {
    const start = performance.now();
    later = 0;
    count();
    drawWeb();
    drawTable();
    remember();
    took = performance.now() - start;
  }, Math.max(90, 8 * took));
};

let kept = 0;
/** Keeps the link up to date; browsers refuse more than a few hundred a minute. */
function remember() {
  clearTimeout(kept);
  kept = setTimeout(() => {
    const fragment = written(linked());
    try {
      history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    } catch {
      // in a notebook's frame there is no address to keep it in
    }
  }, 150);
}

// Choosing an event or an actor: everything that shows it follows.

state.choose = (item, { focus = true, aloud = false } = {}) => {
  state.event = item?.kind === "event" ? item : null;
  state.actor = item?.kind === "actor" ? item : null;
  if (state.event && !item.shown) showEverything();
  const isNew = state.actor && state.view === "map" && !state.rowOf.has(state.actor);
  if (isNew) layOut();
  drawPanel();
  fitStage();
  drawLanes();
  request();
  drawWeb();
  if (item) bringIntoView(item);
  else chooseLine();
  if (item && focus) focusPanel();
  if (aloud && state.event) say(`${whenOf(item)}. ${item.label}. ${item.status}.`);
  remember();
};

function bringIntoView(item) {
  if (state.view === "net") web.reveal(item);
  if (item.kind === "actor") {
    const row = state.rows[state.rowOf.get(item)];
    if (state.view === "map" && row) reveal({ at: "row", top: row.middle });
  } else if (state.view === "map") reveal(item);
  if (state.view === "list") {
    if (item.kind === "event" && !find(item.id)) drawTable();
    chooseLine();
  }
}

// Filters and rows.

state.switch = (facet, value, on) => {
  state.off[facet][on ? "delete" : "add"](value);
  state.changed();
};
state.toggle = (set, actor) => {
  state[set][state[set].has(actor.key) ? "delete" : "add"](actor.key);
  if (set === "pinned") state.away.delete(actor.key);
  if (set === "away") state.pinned.delete(actor.key);
  state.changed();
};
state.toggleRows = () => {
  state.all = !state.all;
  layOut();
  remember();
};
state.setWords = (text) => {
  if (text === state.words) return;
  state.words = text;
  state.hits = hitsOf(text);
  state.changed();
};

function showEverything() {
  const { view, event, actor, sort, down, lanes, even, clock } = state;
  restoreAll({ ...fresh(), least: key.least ? 0 : null, view, sort, down, lanes, even, clock, event: event?.key ?? null, actor: actor?.key ?? null });
}

/** The columns of undated events at the sides, away or back. */
function foldTrays() {
  state.folded = !state.folded;
  layOut();
  remember();
}

// Views.

function show(view) {
  state.view = view;
  const isChart = view === "map" || view === "net";
  for (const name of VIEWS) {
    find(`show-${name}`).setAttribute("aria-pressed", String(name === view));
    find(name).hidden = name !== view;
  }
  for (const [id, wanted] of [["even", view === "map"], ["zoom-in", isChart], ["zoom-out", isChart], ["zoom-all", isChart], ["lay", view === "map"]]) find(id).hidden = !wanted;
  find("keys").hidden = !isChart;
}

function turnTo(view) {
  show(view);
  drawView();
  if (chosen()) bringIntoView(chosen());
  remember();
}

// The clocks.

function applyClock() {
  setClock(state.clock);
  setKnown(state.known);
  resetScale();
  resetBrush();
  drawClock();
}

function drawClock() {
  const many = publications.length > 1;
  find("clocks").hidden = !many;
  if (!many) return;
  find("clock").value = state.clock;
  const slider = find("known");
  slider.max = publications.length - 1;
  const at = state.known === null ? publications.length - 1 : Math.max(0, publications.findLastIndex((day) => day <= state.known));
  slider.value = at;
  const text = state.known === null ? "today" : words.say("shortYear", publications[at]);
  find("known-day").textContent = text;
  slider.setAttribute("aria-valuetext", text);
}

// Links.

function restoreAll(wanted) {
  restore(wanted);
  state.hits = hitsOf(state.words);
  find("search").value = state.words;
  find("even").setAttribute("aria-pressed", String(state.even));
  applyClock();
  drawLeast();
  show(state.view);
  state.changed();
}

function follow() {
  restoreAll(read(location.hash));
  if (chosen()) state.choose(chosen(), { focus: false });
}

// Begin.

function connect() {
  for (const name of VIEWS) find(`show-${name}`).addEventListener("click", () => turnTo(name));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    turnTo("list");
    find("list").focus();
  });
  find("zoom-in").addEventListener("click", () => (state.view === "net" ? web.zoom(0.7) : zoom(0.6)));
  find("zoom-out").addEventListener("click", () => (state.view === "net" ? web.zoom(1 / 0.7) : zoom(1 / 0.6)));
  find("zoom-all").addEventListener("click", () => (state.view === "net" ? web.fit() : setWindow(0, 1)));
  find("even").addEventListener("click", () => {
    state.even = !state.even;
    find("even").setAttribute("aria-pressed", String(state.even));
    layOut();
    remember();
  });
  find("lanes-by").addEventListener("change", (event) => {
    state.lanes = event.target.value;
    state.changed();
  });
  find("clock").addEventListener("change", (event) => {
    Object.assign(state, { clock: event.target.value, from: null, to: null });
    applyClock();
    state.changed();
  });
  find("known").addEventListener("input", (event) => {
    const at = Number(event.target.value);
    state.known = at === publications.length - 1 ? null : publications[at];
    setKnown(state.known);
    drawClock();
    state.changed();
  });
  find("least").addEventListener("input", (event) => setLeast(Number(event.target.value)));
  find("reset").addEventListener("click", () => {
    showEverything();
    web.fit();
  });
  find("share").addEventListener("click", () => copy(`${location.href.split("#")[0]}#${written(linked())}`, "Link"));
  find("list").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-id]");
    if (!link) return;
    event.preventDefault();
    state.choose(byId.get(link.dataset.id));
  });
  window.addEventListener("hashchange", follow);
}

if (matchMedia("(max-width: 1080px)").matches) find("filters").open = false;
startTheme();
startTimeline();
startPointer();
startBrush();
startSearch();
startAsk();
startKeys();
startPaper(drawView);
startAxis(foldTrays);
makeFilters();
drawLegend();
connect();
const narrow = matchMedia("(max-width: 760px)").matches && !location.hash;
follow();
if (narrow) foldTrays();
if (!events.length && !location.hash) turnTo("list");
root.dataset.ready = "true";
window.dateline = { items: () => ({ map: liveItems(), net: web.items() }) }; // for tests and benchmarks
prepare();
