// The search box: what is typed filters all views at once, and proposes actors and events to choose.

import { actors, events, whenOf, wordsOf } from "./data.js";
import { bdi, element, find, say } from "./dom.js";
import { icon, iconOf } from "./marks.js";
import { asked, folded, found, ranked } from "./search.js";
import { state } from "./state.js";

const [box, list] = [find("search"), find("found")];
const PAUSE = 90;
const SLICE = 400; // texts made ready at a time while nothing else is to do
const texts = new Map();

const textOf = (event) => {
  if (!texts.has(event)) texts.set(event, folded(wordsOf(event)));
  return texts.get(event);
};

/** Makes the texts ready while the reader looks around. */
export function prepare(from = 0) {
  if (from >= events.length) return;
  for (const event of events.slice(from, from + SLICE)) textOf(event);
  (window.requestIdleCallback ?? setTimeout)(() => prepare(from + SLICE));
}

/** The events that hold all words asked for; null where none are asked for. */
export function hitsOf(words) {
  const wanted = asked(words);
  return wanted.length ? new Set(events.filter((event) => found(textOf(event), wanted))) : null;
}

let options = [];
let active = -1;

function propose() {
  const named = ranked(actors.filter((actor) => actor.events.length || actor.claims.length), box.value, { most: 5, name: (actor) => actor.label, also: (actor) => actor.aliases || [], weight: (actor) => actor.events.length });
  const hits = ranked(events, box.value, { most: 5, name: (event) => event.label });
  options = [...named, ...hits];
  active = -1;
  list.replaceChildren(...options.map((node, i) => option(node, i)));
  open(options.length > 0 && document.activeElement === box);
  say(box.value.trim() ? `${state.viewed} events, ${options.length} proposals` : "");
}

function option(node, i) {
  const isEvent = node.kind === "event";
  const note = isEvent ? whenOf(node) : [node.type, `${node.events.length.toLocaleString()} event${node.events.length === 1 ? "" : "s"}`].filter(Boolean).join(", ");
  const picture = isEvent ? iconOf(node) : icon({ mark: "dot", standing: "claim" });
  return element("li", { role: "option", id: `found-${i}`, "aria-selected": "false", pointerdown: (event) => { event.preventDefault(); take(node); } }, picture, element("span", {}, bdi(node.label), element("small", {}, note)));
}

function open(is) {
  list.hidden = !is;
  box.setAttribute("aria-expanded", String(is));
  if (!is) box.removeAttribute("aria-activedescendant");
}

function point(i) {
  active = (i + options.length + 1) % (options.length + 1);
  if (active === options.length) active = -1;
  [...list.children].forEach((line, n) => line.setAttribute("aria-selected", String(n === active)));
  if (active >= 0) box.setAttribute("aria-activedescendant", `found-${active}`);
  else box.removeAttribute("aria-activedescendant");
}

/** Chooses what was proposed; the words have done their work. */
function take(node) {
  box.value = "";
  state.setWords("");
  open(false);
  state.choose(node);
}

const KEYS = {
  ArrowDown: () => point(active + 1),
  ArrowUp: () => point(active < 0 ? options.length - 1 : active - 1),
  Enter: () => (active >= 0 ? take(options[active]) : open(false)),
  Escape: () => {
    if (!list.hidden) return open(false);
    box.value = "";
    return state.setWords("");
  },
};

let waiting = 0;
export function startSearch() {
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state.setWords(box.value);
      propose();
    }, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (!KEYS[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  });
  box.addEventListener("blur", () => open(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    box.focus();
  });
}
