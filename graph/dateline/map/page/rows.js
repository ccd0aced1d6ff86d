// Which row each event stands on, and where within it. Rows are made of tiers, one label high: a label that would run into the next one
// moves a tier down. Tiers are settled for the whole period in view at first, so that nothing jumps while one zooms.

import { ordered } from "./order.js";

export const TIER = 21;
const PADDING = 9;
const MARK = 14;
const HEADING = 26;
const MOST_TIERS = 8;
const SETTLED = 40; // events in a row for whose labels room is sought; with more they take turns
const TURNS = 3;
const WANTED = 150;
const TRAY_TIERS = 7;
const TRAY_COLUMN = 150; // the least width for a second column; else there are more tiers
const FOCUS = 40; // rows shown of an actor's neighbours

/** The rows to show: pinned actors, the main ones or all, then one for everybody else, then one for events that name nobody. */
export function chooseRows({ actors, events, state, groupOf }) {
  const shown = chosenActors(actors, state).sort(byGroup(state, groupOf));
  const rowOf = new Map(shown.map((actor, i) => [actor, i]));
  const rows = shown.map((actor) => ({ actor, group: state.pinned.has(actor.key) ? "Pinned" : groupOf(actor), events: [] }));
  const others = { label: "Other actors", why: "Events of actors without a row of their own", events: [] };
  const nobody = { label: "Nobody named", why: "Events of which the text does not say who took part", events: [] };
  for (const event of events) {
    if (!event.shown) continue;
    const home = event.homes.find((actor) => rowOf.has(actor));
    (home ? rows[rowOf.get(home)] : event.homes.length ? others : nobody).events.push(event);
  }
  for (const row of [others, nobody]) if (row.events.length) rows.push(row);
  const kept = rows.filter((row) => row.events.length || state.pinned.has(row.actor?.key) || row.actor === state.actor || (row.actor && row.actor.events.some((event) => event.shown)));
  kept.forEach((row, i) => row.events.forEach((event) => Object.assign(event, { row: i, brief: brief(event, row.actor) })));
  return { rows: kept, rowOf: new Map(kept.flatMap((row, i) => (row.actor ? [[row.actor, i]] : []))) };
}

function chosenActors(actors, state) {
  const here = actors.filter((actor) => actor.lane !== undefined && !state.away.has(actor.key));
  const isPinned = (actor) => state.pinned.has(actor.key);
  if (!state.only.size) return here.filter((actor) => state.all || actor.main || isPinned(actor) || actor === state.actor);
  const count = new Map(here.map((actor) => [actor, actor.events.filter((event) => event.shown).length]));
  return here.filter((actor) => count.get(actor) || isPinned(actor)).sort((a, b) => count.get(b) - count.get(a)).slice(0, FOCUS);
}

function byGroup(state, groupOf) {
  const rank = (actor) => (state.pinned.has(actor.key) ? -1 : 0);
  return (a, b) => rank(a) - rank(b) || (groupOf(a) ?? "").localeCompare(groupOf(b) ?? "") || a.lane - b.lane;
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
  for (const [i, event] of list.entries()) {
    const { from, to } = extent(event, width, measure, barEnd);
    let tier = tiers.findIndex((taken) => !taken.some((other) => from < other.to + MARK && other.from < to + MARK));
    if (tier < 0) tier = tiers.length < MOST_TIERS ? tiers.length : i % MOST_TIERS;
    (tiers[tier] ??= []).push({ from, to });
    event.tier = tier;
  }
  return tiers.length;
}

/** Events take turns in the tiers, wherever they are. */
function takeTurns(list) {
  list.forEach((event, i) => Object.assign(event, { tier: i % TURNS, turned: false }));
  return TURNS;
}

/** Undated events in columns, in the order that is known; those for which there is no room are counted only. */
function setTray(list, width, folded, most) {
  const columns = Math.max(1, Math.min(Math.ceil(list.length / most), Math.floor(width / TRAY_COLUMN)));
  const room = folded ? 0 : columns * most - (list.length > columns * most);
  const inTray = ordered(list.length > 400 ? list.slice(0, 400) : list).slice(0, room);
  const tiers = Math.ceil(Math.min(list.length, folded ? 1 : columns * most) / columns);
  for (const event of list) event.column = null;
  inTray.forEach((event, i) => Object.assign(event, { tier: i % tiers, column: Math.floor(i / tiers), columnWidth: width / columns, turned: false }));
  return { events: inTray, more: list.length - inTray.length, tiers, columns };
}

/** What an event adds to in a ribbon: what is told as fact and what is not are never one band. */
const bandOf = ({ family, standing }) => (standing === "fact" ? family : `${family}?`);

/** Sets tiers, tops and heights; returns the height of all rows together. */
export function arrange(rows, { width, before, after, measure, barEnd, folded }) {
  let top = 0;
  let group;
  for (const row of rows) {
    if (row.group !== undefined && row.group !== group) {
      row.heading = { text: row.group, top };
      top += HEADING;
    }
    group = row.group;
    const at = (where) => row.events.filter((event) => event.at === where);
    const line = at("axis").sort((a, b) => a.place01 - b.place01 || a.order - b.order);
    const settled = line.length <= SETTLED;
    const deep = settled ? TRAY_TIERS : TURNS;
    const trays = { before: setTray(at("before"), before, folded, deep), after: setTray(at("after"), after, folded, deep) };
    const own = settled ? setTiers(line, width, measure, barEnd) : takeTurns(line);
    const tiers = Math.max(1, own, trays.before.tiers, trays.after.tiers);
    const count = row.actor ? row.actor.events.filter((event) => event.shown).length : row.events.length;
    Object.assign(row, { top, count, settled, tiers: own, trays, line, places: Float64Array.from(line, (event) => event.place01), bands: line.map(bandOf) });
    row.height = Math.max(36, tiers * TIER + 2 * PADDING);
    row.middle = top + PADDING + TIER / 2;
    for (const event of [...line, ...trays.before.events, ...trays.after.events]) event.top = row.middle + event.tier * TIER;
    top += row.height;
  }
  return top;
}
