// From days to the stretch 0..1 and back. Piecewise linear between knots: every day that an event begins or ends is one, so that busy
// days can be given more room than empty weeks, or all days the same.

import { dayOfMonth, monthOf, yearOf } from "./days.js";

const STEPS = [1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652, 9131, 18262, 36525];
const LEAST = 64; // pixels for a day's name

/** How many marks stand on each day, for events of which the day is known. */
function countMarks(events) {
  const marks = new Map();
  for (const { markFirst, markLast } of events) if (markFirst === markLast) marks.set(markFirst, (marks.get(markFirst) || 0) + 1);
  return marks;
}

function knotsOf(events, marks) {
  const knots = new Set();
  for (const { first, last } of events) {
    if (first !== null) knots.add(first);
    if (last !== null) knots.add(last + 1);
  }
  for (const day of marks.keys()) knots.add(day).add(day + 1);
  const sorted = Float64Array.from(knots).sort();
  return [sorted[0] - 1, ...sorted, sorted.at(-1) + 1];
}

export function makeScale(events, even) {
  if (!events.length) return null;
  const marks = countMarks(events);
  const knots = knotsOf(events, marks);
  const weights = knots.slice(1).map((knot, i) => {
    const days = knot - knots[i];
    if (!even) return days;
    return days === 1 && marks.has(knots[i]) ? 1.5 + marks.get(knots[i]) : 0.4 + Math.log2(1 + days) * 0.4;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const places = [0];
  for (const weight of weights) places.push(places.at(-1) + weight / total);
  const between = (from, to, value) => {
    const low = below(from, value);
    const share = (value - from[low]) / (from[low + 1] - from[low]);
    return to[low] + (to[low + 1] - to[low]) * Math.min(1, Math.max(0, share));
  };
  return { marks, knots, places, even, place: (day) => between(knots, places, day), day: (place) => between(places, knots, place) };
}

/** The last but one at most of the sorted values that is not above a value. */
function below(values, value) {
  let [low, high] = [0, values.length - 1];
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Gives each mark its place: known days in the order of telling within the day, unknown ones in the middle of what is possible. */
export function placeMarks(events, scale) {
  const told = new Map();
  for (const event of events) {
    if (event.markFirst !== event.markLast) {
      event.place01 = (scale.place(event.markFirst) + scale.place(event.markLast + 1)) / 2;
      continue;
    }
    const rank = told.get(event.markFirst) || 0;
    told.set(event.markFirst, rank + 1);
    const [from, to] = [scale.place(event.markFirst), scale.place(event.markFirst + 1)];
    event.place01 = from + ((to - from) * (0.3 + rank)) / (0.4 + scale.marks.get(event.markFirst));
  }
}

/** The days to name on the axis, and in the even scale the gaps to confess; `x` maps a day to pixels. Of the window only. */
export function ticks(scale, x, width, [from01, to01]) {
  const found = [];
  const [start, stop] = [below(scale.places, from01), below(scale.places, to01)];
  const narrow = width / 400; // knots closer than this cannot be told apart
  let last = -Infinity;
  for (let i = start; i <= stop; i++) {
    const [from, to] = [scale.knots[i], scale.knots[i + 1]];
    const [left, right] = [x(from), x(to)];
    if (right < 0 || left > width || (right - last < narrow && i < stop)) continue;
    last = right;
    const room = (right - left) / (to - from);
    const busy = scale.marks.has(from) && to - from === 1;
    if (busy || room >= LEAST) for (let day = Math.max(from, from + Math.floor(-left / room)); day < to && x(day) < width; day++) found.push({ day, x: x(day), room, busy: busy || scale.marks.has(day), count: scale.marks.get(day) || 0 });
    else if (scale.even) found.push({ day: from, x: left, room: right - left, gap: to - from });
    else {
      const step = STEPS.find((days) => days * room >= LEAST) || STEPS.at(-1);
      for (let day = Math.ceil(Math.max(from, from - left / room) / step) * step; day < to && x(day) < width; day += step) found.push({ day, x: x(day), room: room * step, busy: false });
    }
  }
  return found;
}

const MONTHS = [1, 3, 12, 24, 60, 120, 300, 600, 1200, 6000];

/** The firsts of months or years in the window, as many as have room: what the axis names where days are too close. */
export function months(scale, x, width, window) {
  const [from, to] = window.map((place) => scale.day(place));
  const step = MONTHS.find((some) => ((to - from) / 30.44 / some) * LEAST * 1.2 <= width) ?? MONTHS.at(-1);
  const found = [];
  for (let month = Math.ceil((yearOf(from) * 12 + monthOf(from) + (dayOfMonth(from) > 1 ? 1 : 0)) / step) * step; ; month += step) {
    const day = Math.round(Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 86400000);
    if (day > to || !Number.isFinite(day)) return found;
    found.push({ day, x: x(day), month: step < 12, year: step >= 12 });
  }
}
