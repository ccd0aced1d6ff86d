// Names the days above the chart: busy ones first, then, where room is left, the others and how long the gaps between them are.

import { words } from "./data.js";
import { dayOfMonth, monthOf, yearOf } from "./days.js";
import { button, element, find } from "./dom.js";
import { state } from "./state.js";
import { measure } from "./text.js";

const axis = find("axis");
let fold = () => {};

/** `press` folds the trays and unfolds them. */
export function startAxis(press) {
  fold = press;
}

export function drawAxis() {
  const offset = axis.clientWidth - state.width;
  const named = [];
  const taken = [];
  const place = (text, left, width, name, year) => {
    if (left < 0 || left + width > state.axisWidth || taken.some((other) => left < other.left + other.width && other.left < left + width)) return;
    taken.push({ left, width, year });
    const span = element("span", { class: name }, text);
    span.style.left = `${offset + state.before + left}px`;
    span.style.width = `${width}px`;
    named.push(span);
  };
  const yearBefore = (x) => taken.filter(({ left }) => left < x).sort((a, b) => b.left - a.left)[0]?.year;
  const busiest = state.ticks.filter((tick) => tick.busy).sort((a, b) => b.count - a.count).slice(0, 60);
  for (const tick of [...busiest, ...state.ticks.filter((one) => !one.busy)]) {
    if (taken.length > 30) break;
    if (tick.gap) gapName(tick, yearBefore, place);
    else dayName(tick, yearBefore, place);
  }
  axis.replaceChildren(...named, ...trayNames(offset));
}

/** The year goes without saying after a day of the same year, and where the whole story lies in one. */
const sayYear = (day, before) => before !== yearOf(day);

/** The name of a day, with its year where that differs from the one named before. */
function dayName({ day, x, room, busy }, yearBefore, place) {
  const left = Math.max(4, x + 5);
  if (x + room < 40 && x < 0) return;
  const text = words.say(room > 170 ? "weekShort" : sayYear(day, yearBefore(left)) ? "shortYear" : "short", day);
  place(text, left, measure(text) + 16, busy ? "day" : "", yearOf(day));
}

/** The first day of a gap, by its year alone where that begins then, and how long the gap is. */
function gapName({ day, x, room, gap }, yearBefore, place) {
  const text = monthOf(day) === 0 && dayOfMonth(day) === 1 ? words.say("year", day) : words.say(sayYear(day, yearBefore(x)) ? "shortYear" : "short", day);
  if (room > 40) place(text, Math.max(4, x + 5), measure(text) + 10, "", yearOf(day));
  if (room > 150) place(`${gap.toLocaleString()} days`, x + room / 2 - 10, 70, "gap", yearOf(day));
}

function trayNames(offset) {
  const count = (where) => state.rows.reduce((sum, row) => sum + row.trays[where].events.length + row.trays[where].more, 0);
  const name = (where, text, left) => {
    const n = count(where).toLocaleString();
    const made = button({ class: "tray", "aria-expanded": String(!state.folded), title: `${text}: ${n}. ${state.folded ? "Show them" : "Fold away"}`, click: fold }, element("span", {}, text), ` ${n}`);
    made.style.left = `${offset + left}px`;
    made.style.width = `${state[where]}px`;
    return made;
  };
  return [state.before && name("before", "Day not stated", 0), state.after && name("after", "Later, no day", state.width - state.after)].filter(Boolean);
}
