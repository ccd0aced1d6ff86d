// Everything that changes the state, and what is drawn anew when it has changed.

import { startAxis } from "./axis.js";
import { drawHistogram, drawPeriod, resetBrush, startBrush } from "./brush.js";
import { byId, events, inOrder, publications, setClock, setKnown, whenOf, words } from "./data.js";
import { copy, element, find, say } from "./dom.js";
import { sift } from "./facets.js";
import { makeFilters, updateFilters } from "./filters.js";
import { fresh, read, written } from "./fragment.js";
import { readColours } from "./marks.js";
import { drawPanel, focusPanel } from "./panel.js";
import { startPointer } from "./pointer.js";
import { hitsOf, prepare, startSearch } from "./searchbox.js";
import { chosen, linked, restore, state } from "./state.js";
import { chooseLine, drawTable } from "./table.js";
import { drawLanes, layOut, liveItems, request, resetScale, reveal, setWindow, startTimeline, zoom } from "./timeline.js";
import { drawWeb, web } from "./web.js";

const VIEWS = ["map", "net", "list"];
const root = document.documentElement;

// Drawing.

/** The numbers: what the filters leave, and of that what lies in the period. */
function count() {
  Object.assign(state, sift(events, state, state.hits));
  const all = events.length.toLocaleString();
  const period = state.from === null ? "" : words.range(Math.floor(state.from), Math.max(Math.floor(state.from), Math.ceil(state.to) - 1), "shortYear");
  find("status").replaceChildren(state.viewed < events.length ? `${state.viewed.toLocaleString()} of ${all} events` : `${all} event${events.length === 1 ? "" : "s"}`, element("span", {}, period));
  updateFilters();
}

/** After a change of what is shown: everything. */
state.changed = () => {
  count();
  drawHistogram();
  drawView();
  drawPanel({ top: false });
  remember();
};

function drawView() {
  if (state.view === "map") layOut();
  drawWeb();
  drawTable();
}

let later = 0;
/** Sets the period in view; what takes longer than a frame follows a little later. */
state.setPeriod = (from, to) => {
  Object.assign(state, { from, to });
  request();
  drawPeriod();
  if (later) return;
  later = setTimeout(() => {
    later = 0;
    count();
    drawWeb();
    drawTable();
    remember();
  }, 90);
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
  restoreAll({ ...fresh(), view, sort, down, lanes, even, clock, event: event?.key ?? null, actor: actor?.key ?? null });
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
  for (const name of VIEWS) {
    find(`show-${name}`).setAttribute("aria-pressed", String(name === view));
    find(name).hidden = name !== view;
  }
  for (const [id, wanted] of [["even", view === "map"], ["zoom-in", view !== "list"], ["zoom-out", view !== "list"], ["zoom-all", view !== "list"], ["lay", view === "map"]]) find(id).hidden = !wanted;
  find("keys").hidden = view === "list";
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
  show(state.view);
  state.changed();
}

function follow() {
  restoreAll(read(location.hash));
  if (chosen()) state.choose(chosen(), { focus: false });
}

// Keys: on the timeline and the network they step from event to event.

function step(by) {
  const list = inOrder.filter((event) => event.shown);
  const i = list.indexOf(state.event);
  return list[i < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, i + by))];
}

function otherRow(by) {
  if (!state.event || state.view !== "map") return step(by);
  const distance = (event) => Math.abs((event.place01 ?? 0) - (state.event.place01 ?? 0));
  for (let i = state.event.row + by; state.rows[i]; i += by) {
    const list = state.rows[i].events;
    if (list.length) return list.reduce((best, event) => (distance(event) < distance(best) ? event : best));
  }
  return state.event;
}

const press = (id) => () => void find(id).click();
const KEYS = {
  ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => otherRow(1), ArrowUp: () => otherRow(-1),
  Home: () => step(-events.length), End: () => step(events.length), Enter: () => void (chosen() && focusPanel()),
  "+": press("zoom-in"), "=": press("zoom-in"), "-": press("zoom-out"), 0: press("zoom-all"),
};

function key(event) {
  if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation(); // vis-network has keys of its own
  const found = KEYS[event.key]();
  if (found) state.choose(found, { focus: false, aloud: true });
}

function escape(event) {
  if (event.key !== "Escape" || !chosen()) return;
  state.choose(null);
  find({ map: "stage", net: "net", list: "show-list" }[state.view]).focus();
}

// Colours.

const THEMES = { auto: "as the system", light: "light", dark: "dark" };

function setTheme(theme) {
  root.dataset.theme = theme;
  const text = `Colours: ${THEMES[theme]}`;
  find("theme").title = text;
  find("theme").setAttribute("aria-label", text);
  recolour();
}

function recolour() {
  readColours();
  drawHistogram();
  drawLanes();
  request();
  drawWeb();
}

// Print: what is in view, on one page, on white paper.

const PAPER = { width: 1040, height: 640 };

function printing(on) {
  root.classList.toggle("printing", on);
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
  find("reset").addEventListener("click", () => {
    showEverything();
    web.fit();
  });
  find("share").addEventListener("click", () => copy(`${location.href.split("#")[0]}#${written(linked())}`, "Link"));
  find("theme").addEventListener("click", () => setTheme(Object.keys(THEMES)[(Object.keys(THEMES).indexOf(root.dataset.theme) + 1) % 3]));
  find("list").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-id]");
    if (!link) return;
    event.preventDefault();
    state.choose(byId.get(link.dataset.id));
  });
  for (const place of ["stage", "net"]) find(place).addEventListener("keydown", key);
  document.addEventListener("keydown", escape);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  window.addEventListener("beforeprint", () => printing(true));
  window.addEventListener("afterprint", () => printing(false));
  window.addEventListener("hashchange", follow);
}

if (matchMedia("(max-width: 1080px)").matches) find("filters").open = false;
setTheme(root.dataset.theme);
startTimeline();
startPointer();
startBrush();
startSearch();
startAxis(foldTrays);
makeFilters();
connect();
const narrow = matchMedia("(max-width: 760px)").matches && !location.hash;
follow();
if (narrow) foldTrays();
if (!events.length && !location.hash) turnTo("list");
root.dataset.ready = "true";
window.dateline = { items: () => ({ map: liveItems(), net: web.items() }) }; // for tests and benchmarks
prepare();
