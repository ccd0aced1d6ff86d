// Names the days above the chart: busy ones first, then, where room is left, the others and how long the gaps between them are.

import { words } from "./data.js";
import { dayOfMonth, monthOf, yearOf } from "./days.js";
import { button, element, find } from "./dom.js";
import { state } from "./state.js";
import { measure } from "./text.js";

const axis = find("axis");
const CROWDED = 22; // pixels for a day, below which months are named instead
let fold = () => {};

/** `press` folds the trays and unfolds them. */
export function startAxis(press) {
  fold = press;
}

export function drawAxis() {
  const offset = axis.clientWidth - state.width;
  const taken = []; // { left, width, name, text, day, form }
  const place = (one) => {
    const { left, width } = one;
    if (left < 0 || left + width > state.axisWidth || taken.some((other) => left < other.left + other.width && other.left < left + width)) return;
    taken.push(one);
  };
  const [busy, calm] = [state.ticks.filter((tick) => tick.busy), state.ticks.filter((tick) => !tick.busy)];
  const crowded = busy.length > state.axisWidth / CROWDED;
  if (crowded) for (const month of state.months) monthName(month, place);
  for (const tick of [...busy.sort((a, b) => b.count - a.count).filter(({ room }) => !crowded || room >= CROWDED).slice(0, 60), ...calm]) {
    if (taken.length > 30) break;
    if (tick.gap) gapName(tick, place);
    else dayName(tick, place);
  }
  taken.sort((a, b) => a.left - b.left);
  nameYears(taken);
  const named = taken.map(({ text, left, width, name }) => {
    const span = element("span", { class: name }, text);
    span.style.left = `${offset + state.before + left}px`;
    span.style.width = `${width}px`;
    return span;
  });
  const corner = element("span", { class: "years" }, years());
  corner.style.width = `${offset}px`;
  axis.replaceChildren(corner, ...named, ...trayNames(offset));
}

/** The years in view: for the days beside them that have no room for theirs. */
function years() {
  if (!state.scale) return "";
  const [from, to] = state.window.map((place) => Math.round(state.scale.day(place)));
  return words.range(from + (state.window[0] === 0), to - 1, "year");
}

/** Says the year with the first day, and with the first of another year, where there is room. */
function nameYears(taken) {
  let year = null;
  for (const [i, one] of taken.entries()) {
    if (one.day === undefined) continue;
    const text = words.say(one.room > 170 ? "weekShort" : "shortYear", one.day);
    const room = (taken[i + 1]?.left ?? state.axisWidth) - one.left;
    if ((yearOf(one.day) !== year || one.room > 170) && measure(text) * 1.09 + 8 <= room) Object.assign(one, { text, width: room });
    year = yearOf(one.day);
  }
}

/** The name of a month, or of a year. */
function monthName({ day, x, year }, place) {
  const text = words.say(year ? "year" : "monthShort", day);
  place({ text, left: Math.max(4, x + 5), width: measure(text) + 12, name: "day" });
}

/** The name of a day. */
function dayName({ day, x, room, busy }, place) {
  if (x + room < 40 && x < 0) return;
  const text = words.say("short", day);
  place({ text, left: Math.max(4, x + 5), width: measure(text) + 14, name: busy ? "day" : "", day, room });
}

/** The first day of a gap, by its year alone where that begins then, and how long the gap is. */
function gapName({ day, x, room, gap }, place) {
  const newYear = monthOf(day) === 0 && dayOfMonth(day) === 1;
  const text = words.say(newYear ? "year" : "short", day);
  if (room > 40) place({ text, left: Math.max(4, x + 5), width: measure(text) + 10, name: "", day: newYear ? undefined : day, room: 0 });
  if (room > 150) place({ text: `${gap.toLocaleString()} days`, left: x + room / 2 - 10, width: 70, name: "gap" });
}

function trayNames(offset) {
  const count = (where) => state.rows.reduce((sum, row) => sum + row.trays[where].events.length + row.trays[where].more, 0);
  const name = (where, text, why, left) => {
    const n = count(where).toLocaleString();
    const made = button({ class: "tray", "aria-expanded": String(!state.folded), title: `${n} ${why}. ${state.folded ? "Show them" : "Fold away"}`, click: fold }, n, element("span", {}, ` ${text}`));
    made.style.left = `${offset + left}px`;
    made.style.width = `${state[where]}px`;
    return made;
  };
  return [state.before && name("before", "undated", "events whose day is not stated", 0), state.after && name("after", "later", "events later than a known day, their own day not stated", state.width - state.after)].filter(Boolean);
}
