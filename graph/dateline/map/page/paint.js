// What is painted under vis-network's marks and over them: rows, days, bars, ribbons; names, rings, arrows.

import { key } from "./data.js";
import { colours, faint } from "./marks.js";
import { TIER } from "./rows.js";
import { looks, state } from "./state.js";
import { FONT, fitted, measure } from "./text.js";

const CLOSE = 8; // days nearer than this have no line
const BESIDE = 12; // from a mark to its label
const WIDEST = 320;
const BAR = 5;
const PALE = 0.38;

const onScreen = (row) => row.top + row.height > state.scrollTop - 30 && row.top < state.scrollTop + state.height;

export function under(canvas) {
  canvas.save();
  canvas.fillStyle = colours.card;
  canvas.fillRect(0, 0, state.width, state.height);
  const rows = state.rows.filter(onScreen);
  for (const row of rows) band(canvas, row);
  trays(canvas);
  if (state.scale) {
    clipToAxis(canvas);
    days(canvas);
    for (const row of rows) storyline(canvas, row);
    for (const event of state.visible) if (event.at === "axis") bar(canvas, event);
    for (const run of state.dense) ribbon(canvas, run);
  }
  canvas.restore();
}

function band(canvas, row) {
  canvas.fillStyle = row.actor && row.actor === state.actor ? colours.wash : state.rows.indexOf(row) % 2 === 0 ? colours.band : colours.card;
  canvas.fillRect(0, row.top - state.scrollTop, state.width, row.height);
  if (!row.heading) return;
  canvas.fillStyle = colours.tray;
  canvas.fillRect(0, row.heading.top - state.scrollTop, state.width, row.top - row.heading.top);
}

function trays(canvas) {
  canvas.fillStyle = faint(colours.tray, 0.75);
  if (state.before) canvas.fillRect(0, 0, state.before, state.height);
  if (state.after) canvas.fillRect(state.width - state.after, 0, state.after, state.height);
  canvas.strokeStyle = colours.line;
  canvas.lineWidth = 1;
  canvas.beginPath();
  for (const x of [state.before, state.width - state.after]) if (x > 0 && x < state.width) canvas.rect(Math.round(x) + 0.5, 0, 0, state.height);
  canvas.stroke();
}

function clipToAxis(canvas) {
  canvas.beginPath();
  canvas.rect(state.before, 0, state.axisWidth, state.height);
  canvas.clip();
}

function days(canvas) {
  canvas.strokeStyle = colours.grid;
  canvas.lineWidth = 1;
  canvas.beginPath();
  let last = -CLOSE;
  for (const tick of state.ticks.length > state.axisWidth / CLOSE / 2 ? state.months : state.ticks) {
    if (tick.x - last < CLOSE) continue;
    last = tick.x;
    const x = Math.round(tick.x + state.before) + 0.5;
    canvas.moveTo(x, 0);
    canvas.lineTo(x, state.height);
  }
  canvas.stroke();
}

/** From an actor's first event to its last. */
function storyline(canvas, { span, actor, middle, settled }) {
  if (!span || !settled) return;
  const strong = actor === state.actor;
  canvas.strokeStyle = strong ? faint(colours.accent, 0.6) : colours.line;
  canvas.lineWidth = strong ? 3 : 2;
  canvas.beginPath();
  canvas.moveTo(clipped(state.place(span[0])), middle - state.scrollTop);
  canvas.lineTo(clipped(state.place(span[1])), middle - state.scrollTop);
  canvas.stroke();
}

const clipped = (x) => Math.min(state.width - state.after + 9, Math.max(state.before - 9, x));

/** A stretch of days below the label: solid where the event certainly lasted, fading out where it may have. */
function bar(canvas, event) {
  if (event.first !== null && event.first === event.last) return;
  const [left, right] = [state.before, state.width - state.after];
  const from = event.first === null ? Math.min(left, state.x(event.last)) - 80 : state.x(event.first);
  const to = event.last === null ? Math.max(right, state.x(event.first)) + 80 : state.x(event.last + 1);
  const core = event.coreFirst !== null && event.coreLast !== null && event.coreFirst <= event.coreLast ? [state.x(event.coreFirst), state.x(event.coreLast + 1)] : null;
  const y = event.y + 9;
  const colour = colours[event.family];
  const strength = looks(event).dim ? 0.3 : 1;
  if (core) {
    canvas.fillStyle = faint(colour, 0.85 * strength);
    canvas.fillRect(clipped(core[0]), y, Math.max(2, clipped(core[1]) - clipped(core[0])), BAR - 1);
    wing(canvas, from, core[0], y, colour, strength);
    wing(canvas, to, core[1], y, colour, strength);
  } else {
    wing(canvas, from, (from + to) / 2, y, colour, strength);
    wing(canvas, to, (from + to) / 2, y, colour, strength);
  }
}

/** A bar that fades from a place where the event may have been under way to the farthest where it can have been. */
function wing(canvas, far, near, y, colour, strength) {
  if (Math.abs(far - near) < 1) return;
  const fade = canvas.createLinearGradient(far, 0, near, 0);
  fade.addColorStop(0, faint(colour, 0.06 * strength));
  fade.addColorStop(1, faint(colour, 0.5 * strength));
  canvas.fillStyle = fade;
  const [left, right] = [clipped(Math.min(far, near)), clipped(Math.max(far, near))];
  canvas.fillRect(left, y, right - left, BAR - 1);
  canvas.fillStyle = faint(colour, 0.55 * strength);
  canvas.fillRect(far - 0.75, y - 2, 1.5, BAR + 3);
}

/** How many events there are where marks would cover each other: the thicker the more, in the colours of what they are, pale what is not told as fact. */
function ribbon(canvas, { row, run, counts, bins, cells, most }) {
  const [width, high] = [state.axisWidth / (state.window[1] - state.window[0]) / cells / bins, row.tiers * TIER + 6];
  const x0 = state.place(run.first / cells);
  const middle = row.middle + ((row.tiers - 1) * TIER) / 2 - state.scrollTop;
  const totals = new Float32Array(run.count * bins);
  for (const values of counts.values()) values.forEach((value, i) => (totals[i] += value));
  const full = totals.map((total) => Math.min(1, Math.sqrt(total / most)) * high);
  let edge = full.map((value) => middle - value / 2);
  const x = (i) => x0 + (i + 0.5) * width;
  for (const [id, solid] of key.families.flatMap((family) => [[family.id, true], [family.id, false]])) {
    const values = counts.get(solid ? id : `${id}?`);
    if (!values) continue;
    const next = edge.map((y, i) => (totals[i] ? y + (values[i] / totals[i]) * full[i] : y));
    canvas.fillStyle = faint(colours[id], (solid ? 0.9 : PALE) * (state.actor && row.actor !== state.actor ? 0.4 : 1));
    canvas.beginPath();
    canvas.moveTo(x0, edge[0]);
    edge.forEach((y, i) => canvas.lineTo(x(i), y));
    canvas.lineTo(x(next.length - 0.5), edge.at(-1));
    canvas.lineTo(x(next.length - 0.5), next.at(-1));
    for (let i = next.length - 1; i >= 0; i--) canvas.lineTo(x(i), next[i]);
    canvas.lineTo(x0, next[0]);
    canvas.fill();
    edge = next;
  }
}

export function over(canvas) {
  canvas.save();
  canvas.font = FONT;
  canvas.textBaseline = "middle";
  canvas.lineJoin = "round";
  for (const where of ["axis", "before", "after"]) {
    canvas.save();
    if (where === "axis") clipToAxis(canvas);
    for (const [event, room] of labelRoom(where)) {
      decorate(canvas, event);
      label(canvas, event, room);
    }
    canvas.restore();
  }
  for (const row of state.rows.filter(onScreen)) for (const where of ["before", "after"]) more(canvas, row, where);
  relations(canvas);
  canvas.restore();
}

/** How many undated events of a row had no room. */
function more(canvas, row, where) {
  const tray = row.trays[where];
  if (!tray.more) return;
  const x = (where === "before" ? 0 : state.width - state.after) + 8;
  const y = state.folded ? row.middle : row.middle + (Math.max(1, Math.ceil((tray.events.length + 1) / tray.columns)) - 1) * TIER;
  canvas.fillStyle = colours.muted;
  canvas.fillText(state.folded ? String(tray.more) : `+ ${tray.more} more`, x + (tray.columns > 1 && !state.folded ? (tray.columns - 1) * (state[where] / tray.columns) : 0), y - state.scrollTop);
}

/** How wide each label may be: up to the next mark in its tier, or the next label where that one stands before its mark. */
function* labelRoom(where) {
  const tiers = new Map();
  for (const event of state.visible) {
    if (event.at !== where) continue;
    const tier = `${event.row}/${event.tier}`;
    if (!tiers.has(tier)) tiers.set(tier, []);
    tiers.get(tier).push(event);
  }
  const [from, to] = where === "axis" ? [state.before, state.width - state.after] : where === "before" ? [0, state.before] : [state.width - state.after, state.width];
  for (const list of tiers.values()) {
    list.sort((a, b) => a.left - b.left);
    for (const [i, event] of list.entries()) yield [event, Math.min(WIDEST, roomFor(event, list[i - 1], list[i + 1], from, to))];
  }
}

function roomFor(event, previous, next, from, to) {
  if (event.turned) return event.left - BESIDE - (previous ? (previous.turned ? previous.left + 10 : middle(previous, event)) : from);
  const ribbonAt = state.dense.filter(({ row }) => row === state.rows[event.row]).map(({ run, cells }) => state.place(run.first / cells)).filter((x) => x > event.left);
  return Math.min(next ? (next.turned ? middle(event, next) : next.left - 10) : to - 4, ...ribbonAt) - event.left - BESIDE;
}

/** Where labels that grow towards each other must end. */
const middle = (one, other) => (one.left + other.left) / 2 - 3;

function label(canvas, event, room) {
  const text = room < 28 ? "" : fitted(event.brief, room);
  if (!text) return;
  const { large, dim } = looks(event);
  const width = measure(text);
  const beside = BESIDE + (event === state.event ? 5 : 0);
  const x = event.turned ? event.left - beside - width : event.left + beside;
  const ground = event.at === "axis" ? (state.rows[event.row].actor === state.actor && state.actor ? colours.wash : event.row % 2 ? colours.card : colours.band) : colours.tray;
  canvas.lineWidth = 4;
  canvas.strokeStyle = canvas.fillStyle = ground;
  if (event.tier === 0 && event.at === "axis") canvas.fillRect(x - 2, event.y - 3, width + 4, 6); // else the row's line would strike it through
  canvas.strokeText(text, x, event.y);
  canvas.globalAlpha = dim ? 0.6 : 1;
  canvas.fillStyle = large ? colours.accent : event.standing === "fact" ? colours.ink : colours.muted;
  canvas.fillText(text, x, event.y);
  if (event.standing === "denied") canvas.fillRect(x, event.y, width, 1.2);
  canvas.globalAlpha = 1;
}

/** The sign of dispute and the ring of choice. */
function decorate(canvas, event) {
  if (event.contested) {
    canvas.globalAlpha = looks(event).dim ? 0.4 : 1;
    canvas.fillStyle = colours.ink;
    canvas.fillText("?", event.left + 4, event.y - 8);
    canvas.globalAlpha = 1;
  }
  if (event !== state.event) return;
  canvas.strokeStyle = colours.accent;
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.arc(event.left, event.y, 13, 0, 7);
  canvas.stroke();
}

/** Dashed lines from the chosen event to those that it is known to be connected with. */
function relations(canvas) {
  if (!state.event || state.event.left === undefined || !state.visible.includes(state.event)) return;
  canvas.strokeStyle = colours.accent;
  canvas.lineWidth = 1.6;
  canvas.setLineDash([5, 4]);
  for (const [, other] of state.event.relations) {
    if (!state.visible.includes(other)) continue;
    const [x, y] = [(state.event.left + other.left) / 2, Math.max(state.event.y, other.y) + 34];
    canvas.beginPath();
    canvas.moveTo(state.event.left, state.event.y + 13);
    canvas.quadraticCurveTo(x, y, other.left, other.y + 9);
    canvas.stroke();
  }
  canvas.setLineDash([]);
}
