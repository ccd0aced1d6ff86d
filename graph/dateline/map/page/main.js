// Everything that changes the state: choosing, filters, keys, views, links.

import { actors, byId, events, inOrder } from "./data.js";
import { applyFilter, makeFilters, resetFilter, setWords } from "./filters.js";
import { readColours } from "./marks.js";
import { focusPanel, openPanel, showActor, showEvent, showKey } from "./panel.js";
import { find, state } from "./state.js";
import { drawLanes, layOut, request, reveal, setWindow, startTimeline, zoom } from "./timeline.js";
import { drawWeb, web } from "./web.js";

const search = find("search");
const VIEWS = ["map", "net", "list"];

// Choosing an event or an actor: everything that shows it follows.

function choose(item, { focus = true, say = false } = {}) {
  document.querySelector("tr.chosen")?.classList.remove("chosen");
  state.event = item?.kind === "event" ? item : null;
  state.actor = item?.kind === "actor" ? item : null;
  if (state.event) showEvent(item, choose);
  else if (state.actor) showActor(item, choose);
  else showKey();
  openPanel(Boolean(item));
  if (state.event) bringIntoView(item);
  if (item && focus) focusPanel();
  if (say && state.event) find("say").textContent = `${item.when}. ${item.label}. ${item.status}.`;
  history.replaceState(null, "", item ? `#${item.id}` : location.pathname + location.search);
  redraw();
}
state.choose = choose;

function bringIntoView(event) {
  if (!event.shown) showEverything();
  find(event.id).classList.add("chosen");
  if (state.view === "list") find(event.id).scrollIntoView({ block: "nearest" });
  if (state.view === "map") reveal(event);
}

function redraw() {
  drawLanes();
  request();
  drawWeb();
}

// Filters.

function refilter() {
  const count = applyFilter();
  find("status").textContent = count < events.length ? `${count} of ${events.length} events shown` : count === 1 ? "1 event" : `${count} events`;
  if (state.view === "map") layOut();
  drawWeb();
}

function showEverything() {
  resetFilter();
  search.value = "";
  makeFilters(refilter);
  refilter();
}

search.addEventListener("input", () => {
  const named = actors.find((actor) => actor.label.toLowerCase() === search.value.trim().toLowerCase());
  setWords(named ? "" : search.value);
  refilter();
  if (named) choose(named, { focus: false });
});
find("reset").addEventListener("click", () => {
  setWindow(0, 1);
  web.fit();
  showEverything();
});

// Views.

function show(view) {
  state.view = view;
  for (const name of VIEWS) {
    find(`show-${name}`).setAttribute("aria-pressed", String(name === view));
    find(name).hidden = name !== view;
  }
  find("bar").hidden = view === "list";
  find("scale").hidden = view !== "map";
  if (view === "map") layOut();
  if (state.event) bringIntoView(state.event);
  drawWeb();
}

for (const name of VIEWS) find(`show-${name}`).addEventListener("click", () => show(name));
document.querySelector(".skip").addEventListener("click", () => show("list"));
find("zoom-in").addEventListener("click", () => (state.view === "net" ? web.zoom(0.7) : zoom(0.6)));
find("zoom-out").addEventListener("click", () => (state.view === "net" ? web.zoom(1 / 0.7) : zoom(1 / 0.6)));
find("zoom-all").addEventListener("click", () => (state.view === "net" ? web.fit() : setWindow(0, 1)));
find("scale").addEventListener("change", (event) => {
  state.even = event.target.value === "even";
  setWindow(0, 1);
  layOut();
});
find("list").addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  choose(byId.get(link.closest("tr").id));
});

// Keys: on the timeline and the network they step from event to event.

function step(by) {
  const list = inOrder.filter((event) => event.shown);
  const i = list.indexOf(state.event);
  return list[i < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, i + by))];
}

function otherRow(by) {
  if (!state.event) return step(1);
  for (let i = state.event.row + by; state.rows[i]; i += by) {
    const list = state.rows[i].events.filter((event) => event.shown);
    if (list.length) return list.reduce((best, event) => (Math.abs(event.left - state.event.left) < Math.abs(best.left - state.event.left) ? event : best));
  }
  return state.event;
}

const KEYS = {
  ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => otherRow(1), ArrowUp: () => otherRow(-1),
  Home: () => step(-events.length), End: () => step(events.length), Enter: () => void (state.event && focusPanel()),
  "+": () => void find("zoom-in").click(), "=": () => void find("zoom-in").click(), "-": () => void find("zoom-out").click(), 0: () => void find("zoom-all").click(),
};

for (const place of ["stage", "net"]) {
  find(place).addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const found = KEYS[event.key]();
    if (found) choose(found, { focus: false, say: true });
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.target === search || !(state.event || state.actor)) return;
  choose(null);
  find({ map: "stage", net: "net", list: "show-list" }[state.view]).focus();
});

// Begin.

function follow() {
  const named = byId.get(location.hash.slice(1));
  if (named && named !== state.event && named !== state.actor) choose(named, { focus: false });
}

readColours();
startTimeline();
if (matchMedia("(max-width: 1080px)").matches) find("filters").open = false;
makeFilters(refilter);
showKey();
applyFilter();
show(events.length ? "map" : "list");
refilter();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  redraw();
});
window.addEventListener("hashchange", follow);
follow();
document.documentElement.dataset.ready = "true";
