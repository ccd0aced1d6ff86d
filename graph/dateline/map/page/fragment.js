// What the reader sees, as the fragment of a link: `view=net&t=2023-10-07..2023-11-24&q=truce&event=consult-5f2a`. Only what differs
// from the page's first sight is written. A link comes from anywhere: what it names and is not there is left out.

import { dayNumber, isoOf } from "./days.js";

const CHOICES = { view: ["map", "net", "list", "ask"], clock: ["happened", "known"], lanes: ["story", "sort", "country", "circle"], sort: ["date", "label", "type", "status", "who", "says"] };
export const FACETS = ["standing", "sure", "family", "dated", "voice", "source"];

/** The parts of a state that a link carries, as they are at first. `least`: the confidence, in hundredths, that events must have to be shown; null: as the page has it. */
export function fresh() {
  return {
    view: "map", event: null, actor: null, words: "", from: null, to: null, clock: "happened", known: null, lanes: "story", even: true,
    least: null, all: false, folded: false, together: false, sort: "date", down: false,
    only: new Set(), pinned: new Set(), away: new Set(), off: Object.fromEntries(FACETS.map((name) => [name, new Set()])),
  };
}

const list = (set) => [...set].map(encodeURIComponent).join(",");
const set = (text) => new Set((text || "").split(",").filter(Boolean).map(decoded).filter((part) => part !== null));

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function written(state) {
  const parts = [];
  const add = (name, value) => value && parts.push(`${name}=${value}`);
  const start = fresh();
  for (const name of Object.keys(CHOICES)) if (state[name] !== start[name]) add(name, state[name]);
  if (state.from !== null) add("t", `${isoOf(Math.floor(state.from))}..${isoOf(Math.max(Math.floor(state.from), Math.ceil(state.to) - 1))}`);
  if (state.known !== null) add("by", isoOf(state.known));
  if (state.least !== null) add("least", String(state.least));
  add("q", encodeURIComponent(state.words));
  for (const name of FACETS) add(`no-${name}`, list(state.off[name]));
  for (const name of ["only", "pinned", "away"]) add(name, list(state[name]));
  for (const name of ["all", "folded", "together", "down"]) if (state[name]) add(name, 1);
  if (!state.even) add("even", "0");
  if (state.event) add("event", encodeURIComponent(state.event));
  if (state.actor) add("actor", encodeURIComponent(state.actor));
  return parts.join("&");
}

export function read(fragment) {
  const state = fresh();
  const given = new Map(fragment.replace(/^#/, "").split("&").map((part) => [part.split("=", 1)[0], part.slice(part.indexOf("=") + 1)]));
  for (const [name, known] of Object.entries(CHOICES)) if (known.includes(given.get(name))) state[name] = given.get(name);
  const [from, to] = (given.get("t") || "").split("..").map(dayNumber);
  if (from !== null && from !== undefined && to !== null && to !== undefined && from <= to) Object.assign(state, { from, to: to + 1 });
  state.known = dayNumber(given.get("by"));
  if (/^\d{1,3}$/.test(given.get("least") || "")) state.least = Math.min(100, Number(given.get("least")));
  state.words = decoded(given.get("q") || "") || "";
  for (const name of FACETS) state.off[name] = set(given.get(`no-${name}`));
  for (const name of ["only", "pinned", "away"]) state[name] = set(given.get(name));
  for (const name of ["all", "folded", "together", "down"]) state[name] = given.get(name) === "1";
  state.even = given.get("even") !== "0";
  state.event = decoded(given.get("event") || "") || null;
  state.actor = decoded(given.get("actor") || "") || null;
  return state;
}
