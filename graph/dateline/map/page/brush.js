// The time slider: a histogram to brush, handles for the keyboard, typed days, periods by name, and a button that plays through them.

import { events, key, words } from "./data.js";
import { dayNumber, isoOf, presets } from "./days.js";
import { button, element, find } from "./dom.js";
import { height, histogram } from "./histogram.js";
import { colours, faint } from "./marks.js";
import { state } from "./state.js";
import { measure } from "./text.js";

const [brush, canvas, frame, days] = ["brush", "hist", "window", "hist-days"].map(find);
const handles = [find("from-handle"), find("to-handle")];
const HIGH = 44;
const BIN = 5;

const first = () => state.extent[0];
const end = () => state.extent[1] + 1;
const share = (day) => Math.min(1, Math.max(0, (day - first()) / (end() - first())));
const period = () => (state.from === null ? [first(), end()] : [Math.max(first(), state.from), Math.min(end(), state.to)]);

/** Whole days, at least one, within the story. */
function setDays(from, to) {
  const [a, b] = [Math.max(first(), Math.min(from, to)), Math.min(end(), Math.max(from, to))];
  if (a <= first() && b >= end()) state.setPeriod(null, null);
  else state.setPeriod(Math.min(a, end() - 1), Math.max(b, Math.min(a, end() - 1) + 1));
}

/** Draws the bars, anew when the filters, the width or the colours change. */
export function drawHistogram() {
  const width = brush.clientWidth;
  if (!width) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = HIGH * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const bins = Math.max(1, Math.min(end() - first(), Math.floor(width / BIN)));
  const { counts, most } = histogram(events, first(), state.extent[1], bins, key.families.map((family) => family.id));
  const step = width / bins;
  counts.forEach((bin, i) => {
    const all = bin.reduce((sum, n) => sum + n, 0);
    const full = all ? Math.max(1.5, height(all, most) * (HIGH - 4)) : 0;
    let y = HIGH;
    bin.forEach((n, band) => {
      if (!n) return;
      const high = (n / all) * full;
      pen.fillStyle = faint(colours[key.families[band >> 1].id], band % 2 ? 0.45 : 1);
      pen.fillRect(i * step + (step > 3 ? 0.5 : 0), y - high, Math.min(14, step - (step > 3 ? 1 : 0)), high);
      y -= high;
    });
  });
  nameDays(width);
  drawPeriod();
}

function nameDays(width) {
  const long = end() - first();
  const form = long > 1500 ? "year" : long > 120 ? "monthShort" : "short";
  const wide = measure(words.say(form, first())) + 34;
  const count = Math.max(1, Math.min(Math.floor(width / wide), long));
  let last = "";
  const names = Array.from({ length: count }, (_, i) => Math.floor(first() + (long * i) / count)).map((day) => {
    const text = words.say(form, day);
    if (text === last) return null;
    last = text;
    const name = element("span", {}, text);
    name.style.left = `${share(day) * 100}%`;
    return name;
  });
  days.replaceChildren(...names.filter(Boolean));
}

/** Moves window, handles and typed days to where the period is. */
export function drawPeriod() {
  const [from, to] = period();
  const [left, right] = [share(from), Math.max(share(to), share(from) + 0.004)];
  frame.style.left = `${left * 100}%`;
  frame.style.width = `${(right - left) * 100}%`;
  const shown = [Math.floor(from), Math.max(Math.floor(from), Math.ceil(to) - 1)];
  handles.forEach((handle, i) => {
    handle.style.left = `${[left, right][i] * 100}%`;
    handle.setAttribute("aria-valuemin", 0);
    handle.setAttribute("aria-valuemax", end() - first() - 1);
    handle.setAttribute("aria-valuenow", Math.min(end() - first() - 1, Math.max(0, shown[i] - first())));
    handle.setAttribute("aria-valuetext", words.say("week", shown[i]));
  });
  ["from", "to"].forEach((id, i) => {
    const input = find(id);
    if (document.activeElement !== input) input.value = isoOf(shown[i]);
  });
  for (const made of find("presets").children) made.setAttribute("aria-pressed", String(made.dataset.from === String(state.from ?? first()) && made.dataset.to === String(state.to ?? end())));
}

function makePresets() {
  const all = { name: "All", from: first(), to: end() };
  find("presets").replaceChildren(...[...presets(first(), state.extent[1]), all].map(({ name, from, to }) => button({ "data-from": from, "data-to": to, click: () => setDays(from, to) }, name)));
}

// Pointer: on a handle it moves one end, on the window both, elsewhere it draws a new one.

let held = null;

function press(event) {
  if (event.button || state.extent[0] === state.extent[1]) return;
  const box = brush.getBoundingClientRect();
  const at = first() + ((event.clientX - box.left) / box.width) * (end() - first());
  const part = handles.indexOf(event.target);
  held = { box, at, part: part >= 0 ? part : event.target === frame && state.from !== null ? "both" : "new", start: period() };
  brush.setPointerCapture(event.pointerId);
  stopPlaying();
}

function drag(event) {
  if (!held) return;
  const { box, at, part, start } = held;
  const now = first() + ((event.clientX - box.left) / box.width) * (end() - first());
  if (part === 0) setDays(Math.min(Math.round(now), start[1] - 1), start[1]);
  else if (part === 1) setDays(start[0], Math.max(Math.round(now), start[0] + 1));
  else if (part === "both") shift(start, Math.round(now - at));
  else if (Math.abs(event.clientX - box.left - ((at - first()) / (end() - first())) * box.width) > 4) setDays(Math.floor(Math.min(now, at)), Math.ceil(Math.max(now, at)));
}

function shift([from, to], by) {
  const within = Math.max(first() - from, Math.min(end() - to, by));
  setDays(from + within, to + within);
}

const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30, Home: -1e7, End: 1e7 };

function step(event, i) {
  const by = KEYS[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const now = period().map(Math.round);
  if (i === 0) setDays(Math.min(Math.max(first(), now[0] + by), now[1] - 1), now[1]);
  else setDays(now[0], Math.max(Math.min(end(), now[1] + by), now[0] + 1));
}

function typed() {
  const [from, to] = ["from", "to"].map((id) => dayNumber(find(id).value));
  if (from !== null && to !== null) setDays(Math.min(from, to), Math.max(from, to) + 1);
}

// Play: a window moves through time; who wants little motion gets it in whole steps.

let playing = 0;

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  find("play").textContent = "▶";
  find("play").setAttribute("aria-label", "Play through time");
}

function play() {
  if (playing) return stopPlaying();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const length = end() - first();
  let [from, to] = period();
  if (to - from > length * 0.6 || to >= end()) [from, to] = [first(), first() + Math.max(1, Math.min(to - from, length / 5))];
  const width = to - from;
  state.setPeriod(from, to);
  find("play").textContent = "❚❚";
  find("play").setAttribute("aria-label", "Pause");
  const tick = () => {
    [from, to] = [Math.min(end() - width, from + (calm ? width : width / 40)), Math.min(end(), to + (calm ? width : width / 40))];
    state.setPeriod(from, to);
    if (to >= end()) stopPlaying();
  };
  playing = setInterval(tick, calm ? 1500 : 50);
  return undefined;
}

/** Anew when the clock is set. */
export function resetBrush() {
  find("time").hidden = !events.some((event) => event.at === "axis");
  for (const id of ["from", "to"]) Object.assign(find(id), { min: isoOf(first()), max: isoOf(state.extent[1]) });
  makePresets();
}

export function startBrush() {
  brush.addEventListener("pointerdown", press);
  brush.addEventListener("pointermove", drag);
  brush.addEventListener("pointerup", () => (held = null));
  brush.addEventListener("pointercancel", () => (held = null));
  brush.addEventListener("dblclick", () => state.setPeriod(null, null));
  handles.forEach((handle, i) => handle.addEventListener("keydown", (event) => step(event, i)));
  for (const id of ["from", "to"]) find(id).addEventListener("change", typed);
  find("play").addEventListener("click", play);
  new ResizeObserver(drawHistogram).observe(brush);
}
