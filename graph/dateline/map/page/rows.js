// Which row each event stands on, and where within it. Rows are made of tiers, one label high: a label that would run into the next one
// moves a tier down. Tiers are settled for the whole period in view at first, so that nothing jumps while one zooms.

import { actors, events } from "./data.js";

const TIER = 21;
const PADDING = 9;
const MARK = 14;
const MOST_TIERS = 8;
const WANTED = 150;
const TRAY_TIERS = 9;
const TRAY_COLUMN = 140; // the least width for a second column; else there are more tiers

/** The rows to show: the main actors (or all), then one for everybody else, then one for events that name nobody. */
export function chooseRows(all) {
  const shown = actors.filter((actor) => actor.lane !== undefined && (all || actor.main)).sort((a, b) => a.lane - b.lane);
  const rowOf = new Map(shown.map((actor, i) => [actor, i]));
  const rows = shown.map((actor) => ({ actor, events: [] }));
  const others = { label: "Other actors", why: "Events of actors without a row of their own", events: [] };
  const nobody = { label: "Nobody named", why: "Events of which the text does not say who took part", events: [] };
  for (const event of events) {
    const home = event.homes.find((actor) => rowOf.has(actor));
    const row = home ? rows[rowOf.get(home)] : event.homes.length ? others : nobody;
    row.events.push(event);
  }
  for (const row of [others, nobody]) if (row.events.length) rows.push(row);
  rows.forEach((row, i) => row.events.forEach((event) => Object.assign(event, { row: i, brief: brief(event, row.actor) })));
  return { rows, rowOf };
}

/** An event's label on the row of an actor, whose name need not be said again. */
function brief(event, actor) {
  if (!actor || !event.label.startsWith(`${actor.label} `)) return event.label;
  const rest = event.label.slice(actor.label.length + 1);
  return rest.length < 3 || /^(and|or|to|of|in|with|against|for|by|on) /.test(rest) ? event.label : rest;
}

/** What a mark, its label and its bar take up, in pixels; near the right edge the label stands before the mark. */
function extent(event, width, measure, barEnd) {
  const x = event.place01 * width;
  const label = MARK + Math.min(WANTED, measure(event.brief));
  event.turned = x + label > width && x > label;
  return event.turned ? { from: x - label, to: Math.max(x, barEnd(event) * width) } : { from: x, to: Math.max(x + label, barEnd(event) * width) };
}

/** From left to right, each event takes the first tier in which nothing is in its way. */
function setTiers(list, width, measure, barEnd) {
  const tiers = [];
  const inTime = [...list].sort((a, b) => a.place01 - b.place01 || a.order - b.order);
  for (const [i, event] of inTime.entries()) {
    const { from, to } = extent(event, width, measure, barEnd);
    let tier = tiers.findIndex((taken) => !taken.some((other) => from < other.to + MARK && other.from < to + MARK));
    if (tier < 0) tier = tiers.length < MOST_TIERS ? tiers.length : i % MOST_TIERS;
    (tiers[tier] ??= []).push({ from, to });
    event.tier = tier;
  }
  return tiers.length;
}

function setTray(list, width) {
  const columns = Math.max(1, Math.min(Math.ceil(list.length / TRAY_TIERS), Math.floor(width / TRAY_COLUMN)));
  const tiers = Math.ceil(list.length / columns);
  list.forEach((event, i) => Object.assign(event, { tier: i % tiers, column: Math.floor(i / tiers), columnWidth: width / columns }));
  return tiers;
}

/** Sets tiers, tops and heights; returns the height of all rows together. */
export function arrange(rows, { width, before, after, measure, barEnd }) {
  let top = 0;
  for (const row of rows) {
    const shown = row.events.filter((event) => event.shown);
    const at = (where) => shown.filter((event) => event.at === where);
    const tiers = Math.max(1, setTiers(at("axis"), width, measure, barEnd), setTray(at("before"), before), setTray(at("after"), after));
    const count = row.actor ? row.actor.events.filter((event) => event.shown).length : shown.length;
    Object.assign(row, { top, count, height: Math.max(36, tiers * TIER + 2 * PADDING) });
    row.line = top + PADDING + TIER / 2;
    for (const event of shown) event.top = top + PADDING + TIER / 2 + event.tier * TIER;
    top += row.height;
  }
  return top;
}
