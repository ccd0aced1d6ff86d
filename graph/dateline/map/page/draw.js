// Puts the visible part on vis-network's canvas: marks and the lines to others are its nodes and edges; rows, days, bars and labels
// are painted under and over them. Its scale stays 1 and its camera still, so that a pixel of the stage is a pixel of the canvas.

import { dayLabel } from "./scale.js";
import { colours, drawMark, faint } from "./marks.js";
import { byId, dateOf, options } from "./data.js";
import { FONT, fitted, measure } from "./text.js";

const MOST_LINKED = 300;
const MOST_MARKS = 700; // beyond it marks are too many to be told apart, and vis-network too slow: they become strokes
const CLOSE = 8; // days nearer than this have no line
const BESIDE = 12; // from a mark to its label
const WIDEST = 320;
const SHARE = 60; // what a label leaves to the next one that grows towards it
export function makeCanvas(place, state) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(place, { nodes, edges }, { ...options, autoResize: false });
  const live = { nodes: new Map(), edges: new Map() };
  // vis-network keeps the renderer that a node was made with, so this one looks up what it draws.
  const mark = ({ ctx, x, y, id }) => ({ drawNode: () => drawMark(ctx, byId.get(id), x, y, looks(byId.get(id), state)), nodeDimensions: { width: 16, height: 16 } });
  network.on("beforeDrawing", (canvas) => under(canvas, state));
  network.on("afterDrawing", (canvas) => over(canvas, state));
  return {
    resize() {
      network.setSize(`${state.width}px`, `${state.height}px`);
      network.redraw();
    },
    draw() {
      network.moveTo({ position: { x: state.width / 2, y: state.height / 2 }, scale: 1, animation: false });
      keepUp(network, live, nodes, edges, compose(state, mark));
      network.redraw();
    },
  };
}

/** Brings vis-network's items up to date. Moving ones are moved in place: an update of the data set would cost a frame each. */
function keepUp(network, live, nodes, edges, wanted) {
  for (const [kind, set] of [["edges", edges], ["nodes", nodes]]) {
    const gone = [...live[kind].keys()].filter((id) => !wanted[kind].has(id));
    if (gone.length) set.remove(gone);
  }
  for (const [kind, set] of [["nodes", nodes], ["edges", edges]]) {
    const changed = [];
    for (const [id, item] of wanted[kind]) {
      const looks = JSON.stringify(item.look);
      if (live[kind].get(id) === looks) {
        if (kind === "nodes") Object.assign(network.body.nodes[id], item.at);
      } else {
        live[kind].set(id, looks);
        changed.push({ id, ...item.look, ...item.at, ...item.more });
      }
    }
    for (const id of [...live[kind].keys()]) if (!wanted[kind].has(id)) live[kind].delete(id);
    if (changed.length) set.update(changed);
  }
}

function isDim(event, state) {
  if (state.event) return event !== state.event;
  return state.actor ? !event.cast.some(({ actor }) => actor === state.actor) : false;
}

/** Whether an event's mark is drawn large, as chosen or pointed at, or dim, as beside the point. */
export function looks(event, state) {
  const large = event === state.event || event === state.hovered;
  return { large, dim: !large && isDim(event, state) };
}

function compose(state, mark) {
  const wanted = { nodes: new Map(), edges: new Map() };
  const linkAll = state.visible.length <= MOST_LINKED;
  const dense = state.visible.length > MOST_MARKS;
  for (const event of state.visible) {
    const { large, dim } = looks(event, state);
    if (dense && !large) continue;
    wanted.nodes.set(event.id, { at: { x: event.left, y: event.top }, look: { shape: "custom" }, more: { ctxRenderer: mark } });
    if (large || (linkAll && !dim && (event.at === "axis" || state.actor))) link(event, large, state, wanted);
  }
  return wanted;
}

/** The lines from an event to the rows of the others concerned. Those to its place show only when one points at it: half of all events share a place. */
function link(event, strong, state, wanted) {
  for (const { role, actor } of event.cast) {
    const row = state.rows[state.rowOf.get(actor)];
    if (!row || row === state.rows[event.row] || (role === "place" && !strong)) continue;
    const id = `${event.id}-${actor.id}`;
    const colour = faint(colours[event.family], strong ? 1 : 0.38);
    wanted.nodes.set(id, { at: { x: event.left, y: row.line }, look: { shape: "dot", size: strong ? 4 : 2.8, color: colour, borderWidth: 0 } });
    wanted.edges.set(id, { at: {}, look: { from: event.id, to: id, color: { color: colour }, width: strong ? 2.2 : 1.2, dashes: role === "place" } });
  }
}

function under(canvas, state) {
  canvas.save();
  state.rows.forEach((row, i) => {
    canvas.fillStyle = row.actor && row.actor === state.actor ? colours.wash : i % 2 === 0 ? colours.band : colours.card;
    canvas.fillRect(0, row.top, state.width, row.height);
  });
  canvas.fillStyle = faint(colours.tray, 0.75);
  if (state.before) canvas.fillRect(0, 0, state.before, state.height);
  if (state.after) canvas.fillRect(state.width - state.after, 0, state.after, state.height);
  canvas.strokeStyle = colours.line;
  canvas.beginPath();
  for (const x of [state.before, state.width - state.after]) if (x > 0 && x < state.width) canvas.rect(Math.round(x) + 0.5, 0, 0, state.height);
  canvas.stroke();
  if (state.scale) {
    clipToAxis(canvas, state);
    days(canvas, state);
    for (const event of state.visible) if (event.at === "axis") bar(canvas, event, state);
    if (state.visible.length > MOST_MARKS) strokes(canvas, state);
  }
  canvas.restore();
}

function clipToAxis(canvas, state) {
  canvas.beginPath();
  canvas.rect(state.before, 0, state.width - state.before - state.after, state.height);
  canvas.clip();
}

function days(canvas, state) {
  canvas.strokeStyle = colours.grid;
  canvas.lineWidth = 1;
  canvas.beginPath();
  let last = -CLOSE;
  for (const tick of state.ticks) {
    if (tick.x - last < CLOSE) continue;
    last = tick.x;
    const x = Math.round(tick.x + state.before) + 0.5;
    canvas.moveTo(x, 0);
    canvas.lineTo(x, state.height);
  }
  canvas.stroke();
}

/** Marks so many that only their density can be read. */
function strokes(canvas, state) {
  for (const event of state.visible) {
    canvas.fillStyle = faint(colours[event.family], looks(event, state).dim ? 0.15 : 0.7);
    canvas.fillRect(event.left - 1, event.top - 6, 2, 12);
  }
}

/** A stretch of days below the label: solid where the event certainly lasted, fading where it may have. */
function bar(canvas, event, state) {
  if (event.first !== null && event.first === event.last) return;
  const [left, right] = [state.before, state.width - state.after];
  const from = event.first === null ? left : state.x(event.first);
  const to = event.last === null ? right : state.x(event.last + 1);
  const y = event.top + 10;
  const strength = looks(event, state).dim ? 0.25 : 1;
  const colour = colours[event.family];
  const clipped = (value) => Math.min(right + 9, Math.max(left - 9, value));
  canvas.fillStyle = faint(colour, 0.28 * strength);
  canvas.fillRect(clipped(from), y - 1.5, clipped(to) - clipped(from), 3);
  if (event.first !== null && event.coreFirst !== event.first) canvas.fillRect(from, y - 4, 1.5, 8);
  if (event.last !== null && event.coreLast !== event.last) canvas.fillRect(to - 1.5, y - 4, 1.5, 8);
  if (event.coreFirst !== null && event.coreLast !== null && event.coreFirst <= event.coreLast) {
    const [begin, end] = [clipped(state.x(event.coreFirst)), clipped(state.x(event.coreLast + 1))];
    canvas.fillStyle = faint(colour, 0.75 * strength);
    canvas.fillRect(begin, y - 1.5, end - begin, 3);
  }
}

function over(canvas, state) {
  canvas.save();
  canvas.font = FONT;
  canvas.textBaseline = "middle";
  canvas.lineJoin = "round";
  const dense = state.visible.length > MOST_MARKS;
  for (const where of ["axis", "before", "after"]) {
    canvas.save();
    if (where === "axis") clipToAxis(canvas, state);
    for (const [event, room] of labelRoom(state, where)) {
      if (dense && !looks(event, state).large) continue;
      decorate(canvas, event, state);
      label(canvas, event, room, state);
    }
    canvas.restore();
  }
  canvas.restore();
}

/** How wide each label may be: up to the next mark in its tier, or the next label where that one stands before its mark. */
function* labelRoom(state, where) {
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
  if (event.turned) return event.left - BESIDE - (previous ? previous.left + (previous.turned ? 10 : BESIDE + SHARE) : from);
  return (next ? next.left - (next.turned ? BESIDE + SHARE : 10) : to - 4) - event.left - BESIDE;
}

function label(canvas, event, room, state) {
  const text = room < 28 ? "" : fitted(event.brief, room);
  if (!text) return;
  const { large, dim } = looks(event, state);
  const width = measure(text);
  const x = event.turned ? event.left - BESIDE - width : event.left + BESIDE;
  canvas.globalAlpha = dim ? 0.4 : 1;
  canvas.lineWidth = 4;
  canvas.strokeStyle = event.at === "axis" ? colours.card : colours.tray;
  canvas.strokeText(text, x, event.top);
  canvas.fillStyle = large ? colours.accent : colours.ink;
  canvas.fillText(text, x, event.top);
  if (event.standing === "denied") canvas.fillRect(x, event.top, width, 1.2);
  canvas.globalAlpha = 1;
}

/** The sign of dispute and the ring of choice. */
function decorate(canvas, event, state) {
  if (event.contested) {
    canvas.globalAlpha = looks(event, state).dim ? 0.4 : 1;
    canvas.fillStyle = colours.ink;
    canvas.fillText("?", event.left + 4, event.top - 8);
    canvas.globalAlpha = 1;
  }
  if (event !== state.event) return;
  canvas.strokeStyle = colours.accent;
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.arc(event.left, event.top, 13, 0, 7);
  canvas.stroke();
}

/** Names the days above the chart: busy ones first, then, where room is left, the others and how long the gaps between them are. */
export function drawAxis(axis, state) {
  const offset = axis.clientWidth - state.width;
  const named = [];
  const taken = [];
  const add = (text, left, width, name) => {
    const span = document.createElement("span");
    span.textContent = text;
    span.className = name;
    span.style.left = `${offset + left}px`;
    span.style.width = `${width}px`;
    named.push(span);
  };
  const place = (text, left, width, name, year) => {
    if (left < 0 || left + width > state.axisWidth || taken.some((other) => left < other.left + other.width && other.left < left + width)) return false;
    taken.push({ left, width, year });
    add(text, state.before + left, width, name);
    return true;
  };
  const yearBefore = (x) => taken.filter(({ left }) => left < x).sort((a, b) => b.left - a.left)[0]?.year;
  for (const busy of [true, false]) {
    for (const tick of state.ticks.filter((one) => Boolean(one.busy) === busy)) {
      if (tick.gap) gapName(tick, yearBefore, place);
      else dayName(tick, yearBefore, place);
    }
  }
  if (state.before) add("Day not stated", 0, state.before, "tray");
  if (state.after) add("Later, no day", state.width - state.after, state.after, "tray");
  axis.replaceChildren(...named);
}

/** The name of a day, with its year where that differs from the one named before. */
function dayName({ day, x, room, busy }, yearBefore, place) {
  const left = Math.max(4, x + 5);
  if (x + room < 40 && x < 0) return;
  const now = dateOf(day).getUTCFullYear();
  const text = dayLabel(day, { weekday: room > 150, year: room > 150 || yearBefore(left) !== now });
  place(text, left, measure(text) + 16, busy ? "day" : "", now);
}

/** The first day of a gap, by its year alone where that begins then, and how long the gap is. */
function gapName({ day, x, room, gap }, yearBefore, place) {
  const date = dateOf(day);
  const year = date.getUTCFullYear();
  const text = date.getUTCMonth() + date.getUTCDate() === 1 ? String(year) : dayLabel(day, { year: yearBefore(x) !== year });
  if (room > 40) place(text, Math.max(4, x + 5), measure(text) + 10, "", year);
  if (room > 150) place(`${gap.toLocaleString("en")} days`, x + room / 2 - 10, 70, "gap", year);
}
