// Keys: on the timeline and the network they step from event to event.

import { events, inOrder } from "./data.js";
import { find } from "./dom.js";
import { focusPanel } from "./panel.js";
import { chosen, state } from "./state.js";

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
  find({ map: "stage", net: "net" }[state.view] ?? `show-${state.view}`).focus();
}

export function startKeys() {
  for (const place of ["stage", "net"]) find(place).addEventListener("keydown", key);
  document.addEventListener("keydown", escape);
}
