// The network: actors where Python's layout put them, lines between those who deal with each other, and, from near enough, the events
// themselves. vis-network moves the camera.

import { between, dealings } from "./between.js";
import { actors, byId, events, options } from "./data.js";
import { find } from "./dom.js";
import { inWindow } from "./facets.js";
import { DataSet, Network } from "./library.js";
import { colours, drawMark, faint } from "./marks.js";
import { looks, state } from "./state.js";
import { BOLD, FONT, fitted, measure } from "./text.js";

const CAMERA = { ...options, autoResize: true, interaction: { ...options.interaction, dragView: true, zoomView: true, dragNodes: true, hover: true } };
const MOST_LINES = 380;
const MOST_ACTORS = 300;
const MOST_EVENTS = 240;
const NEAR = 1.05; // the scale from which events are shown
const FEW = 80; // events that are shown from afar
const ACTORS = 36; // seen from afar; the nearer one comes, the more
const LINE = 16;
const WIDEST = 190;

const placed = actors.filter((actor) => actor.x !== undefined);
const isEvent = (node) => node.kind === "event";
let [network, nodes, edges] = [null, null, null];
let [counts, spots, visible] = [new Map(), new Map(), []];
let most = 60; // events of the actor with most, for whom the largest circle is; in a small story none is so large
let [first, drawn] = [1, 0]; // the scale at which all was in view; for how many actors there was room

const viewed = () => events.filter((event) => event.shown && inWindow(event, state.from, state.to));
const radius = (actor) => (6 + 20 * Math.sqrt((counts.get(actor) || 0) / most)) * (isNarrow() ? 0.7 : 1);
const isNarrow = () => find("net").clientWidth < 520;

/** Whether a node belongs to what is chosen. */
function isDim(node) {
  if (isEvent(node)) return looks(node).dim;
  if (state.actor) return node !== state.actor && !node.events.some((event) => event.shown && event.cast.some(({ actor }) => actor === state.actor));
  return state.event ? !state.event.cast.some(({ actor }) => actor === node) : false;
}

/** Marks keep their size on the screen however near the camera is. */
function renderer({ ctx, x, y, id }) {
  const node = byId.get(id);
  const scale = network?.getScale() || 1;
  const size = (isEvent(node) ? 18 : 2 * radius(node)) / scale;
  const drawNode = () => {
    ctx.translate(x, y);
    ctx.scale(1 / scale, 1 / scale);
    if (isEvent(node)) drawMark(ctx, node, 0, 0, looks(node));
    else drawActor(ctx, node);
  };
  return { drawNode, nodeDimensions: { width: size, height: size } };
}

function drawActor(canvas, actor) {
  canvas.globalAlpha = isDim(actor) ? 0.35 : 1;
  canvas.beginPath();
  canvas.arc(0, 0, radius(actor), 0, 7);
  canvas.fillStyle = actor === state.actor ? colours.wash : colours.card;
  canvas.strokeStyle = actor === state.actor || actor === state.hovered ? colours.accent : colours.ink;
  canvas.lineWidth = actor === state.actor ? 3 : 2;
  canvas.fill();
  canvas.stroke();
}

function lineLook({ key, from, to, count, family, place }) {
  const centre = state.actor;
  const near = centre ? from === centre || to === centre : state.event ? [from, to].every((actor) => state.event.cast.some((part) => part.actor === actor)) : null;
  const colour = faint(colours[family], near === null ? 0.62 / Math.sqrt(nearness()) : near ? 1 : 0.1);
  return {
    id: key, from: from.id, to: to.id, color: { color: colour }, width: Math.min(7, 0.8 + 1.1 * Math.sqrt(count)) / nearness(), dashes: place ? [5, 5] : false,
    arrows: place ? "" : { to: { enabled: true, scaleFactor: 0.5 / Math.sqrt(nearness()) } }, smooth: { enabled: true, type: "curvedCW", roundness: 0.12 },
  };
}

/** How many times nearer one is than where all is in view. */
const nearness = () => (network ? Math.max(1, network.getScale() / first) : 1);

/** How many actors are to be seen from here; in steps, so that not every turn of the wheel changes who is there. */
function room() {
  return Math.round(ACTORS * 2 ** Math.floor(2.4 * Math.log2(nearness())));
}

/** Brings the network up to date after a change of filters, period, choice or colours. */
export function drawWeb() {
  if (state.view !== "net") return;
  const list = viewed();
  counts = new Map();
  for (const event of list) for (const actor of new Set(event.cast.map((part) => part.actor))) counts.set(actor, (counts.get(actor) || 0) + 1);
  most = Math.max(60, ...counts.values());
  const isNew = !network;
  if (isNew) startWeb();
  drawn = room();
  const mine = state.actor ? new Set(state.actor.events.filter((event) => event.shown).flatMap((event) => event.cast.map(({ actor }) => actor))) : new Set(state.event?.cast.map(({ actor }) => actor));
  const ranked = placed.filter((actor) => counts.get(actor) && !state.away.has(actor.key)).sort((a, b) => mine.has(b) - mine.has(a) || counts.get(b) - counts.get(a));
  const seen = ranked.slice(0, Math.max(drawn, Math.min(mine.size, MOST_ACTORS)));
  const there = new Set(seen);
  const spotOf = (actor) => (there.has(actor) ? actor : null);
  spots = between(list, spotOf);
  sync(nodes, [...seen.map(({ id, x, y }) => ({ id, x, y, shape: "custom", ctxRenderer: renderer })), ...eventNodes(list)]);
  sync(edges, dealings(list, spotOf, Math.min(MOST_LINES, drawn * 4)).map(lineLook));
  if (isNew) web.fit();
  network.redraw();
}

/** The same items as asked for, and no others; those that a reader has moved stay where they were put. */
function sync(set, wanted) {
  const ids = new Set(wanted.map((item) => item.id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  set.update(set === edges ? wanted : wanted.filter((item) => !set.get(item.id) || isEvent(byId.get(item.id))));
}

/** The events to be seen from here: what is chosen, and from near enough all on the screen. */
function eventNodes(list) {
  const screen = onScreen(1);
  const near = network.getScale() >= NEAR || (list.length <= FEW && !isNarrow());
  const isHere = ({ x, y }) => x > screen[0] && x < screen[2] && y > screen[1] && y < screen[3];
  const mine = (event) => event === state.event || (state.actor && event.cast.some(({ actor }) => actor === state.actor));
  const wanted = list.filter((event) => spots.has(event.id) && (mine(event) || (near && isHere(spots.get(event.id)))));
  visible = wanted.sort((a, b) => mine(b) - mine(a)).slice(0, MOST_EVENTS);
  return visible.map((event) => ({ id: event.id, ...spots.get(event.id), shape: "custom", ctxRenderer: renderer }));
}

let asked = false;
function moved() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    if (room() !== drawn) return drawWeb();
    const list = eventNodes(viewed());
    const wanted = new Set(list.map(({ id }) => id));
    nodes.remove(nodes.getIds().filter((id) => isEvent(byId.get(id)) && !wanted.has(id)));
    nodes.update(list);
    return undefined;
  });
}

function startWeb() {
  nodes = new DataSet([]);
  edges = new DataSet([]);
  network = new Network(find("net"), { nodes, edges }, CAMERA);
  network.on("click", ({ pointer }) => state.choose(byId.get(network.getNodeAt(pointer.DOM)) ?? null, { focus: false }));
  network.on("hoverNode", ({ node }) => point(byId.get(node)));
  network.on("blurNode", () => point(null));
  network.on("zoom", moved);
  network.on("dragEnd", moved);
  network.on("afterDrawing", names);
}

function point(node) {
  state.hovered = node;
  find("net").style.cursor = node ? "pointer" : "";
  network.redraw();
}

/** Names that do not cover each other: the chosen first, then actors by their events, then events as far as there is room. */
function names(canvas) {
  const scale = network.getScale();
  const places = network.getPositions();
  const shown = [...placed, ...visible].filter((node) => places[node.id]);
  const marks = shown.map((node) => around(places[node.id], scale, isEvent(node) ? 8 : radius(node)));
  const [written, screen] = [[], onScreen(scale)];
  canvas.save();
  canvas.textBaseline = "middle";
  canvas.lineJoin = "round";
  for (const node of shown.sort((a, b) => rank(b) - rank(a) || (counts.get(b) || 0) - (counts.get(a) || 0))) {
    const text = fitted(node.label, rank(node) === 2 ? 400 : isNarrow() ? WIDEST * 0.6 : WIDEST);
    const tried = sides(node, text).map((side) => ({ side, here: box(places[node.id], scale, side[0], side[1] - LINE / 2, side[2], LINE) }));
    const free = ({ here }) => inside(here, screen) && !written.some((other) => overlap(here, other));
    const clear = ({ here }) => free({ here }) && !marks.some((other) => overlap(here, other));
    const covers = ({ here }) => marks.filter((other) => overlap(here, other)).length;
    const least = () => tried.filter(free).sort((a, b) => covers(a) - covers(b))[0];
    const best = tried.find(clear) ?? (isEvent(node) ? null : least()) ?? (rank(node) === 2 ? tried[0] : null);
    if (!best || !text) continue;
    written.push(best.here);
    write(canvas, node, text, places[node.id], best.side, scale);
  }
  canvas.restore();
}

const rank = (node) => (node === state.event || node === state.actor || node === state.hovered ? 2 : isEvent(node) ? 0 : 1);

/** Where a name may stand beside its mark: right, left, below, above; as shifts and a width. */
function sides(node, text) {
  const width = measure(text) * (isEvent(node) ? 1 : 1.09);
  const aside = isEvent(node) ? 11 : radius(node) + 4;
  return [[aside, 0, width], [-aside - width, 0, width], [-width / 2, aside + 7, width], [-width / 2, -aside - 7, width]];
}

/** The part of the network on the screen, in the pixels of `box`. */
function onScreen(scale) {
  const { x, y } = network.getViewPosition();
  const [width, height] = [find("net").clientWidth / (scale === 1 ? network.getScale() : 1), find("net").clientHeight / (scale === 1 ? network.getScale() : 1)];
  return [x * scale - width / 2, y * scale - height / 2, x * scale + width / 2, y * scale + height / 2];
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
const inside = (one, other) => one[0] > other[0] && one[1] > other[1] && one[2] < other[2] && one[3] < other[3];
const around = (spot, scale, far) => box(spot, scale, -far, -far, 2 * far, 2 * far);

/** Left, top, right and bottom on the screen, from a place in the network. */
function box({ x, y }, scale, dx, dy, width, height) {
  return [x * scale + dx, y * scale + dy, x * scale + dx + width, y * scale + dy + height];
}

function write(canvas, node, text, { x, y }, [dx, dy], scale) {
  canvas.save();
  canvas.translate(x, y);
  canvas.scale(1 / scale, 1 / scale);
  canvas.font = isEvent(node) ? FONT : BOLD;
  canvas.globalAlpha = isDim(node) ? 0.45 : 1;
  canvas.lineWidth = 4;
  canvas.strokeStyle = colours.card;
  canvas.strokeText(text, dx, dy);
  canvas.fillStyle = node === state.event || node === state.actor ? colours.accent : isEvent(node) ? colours.muted : colours.ink;
  canvas.fillText(text, dx, dy);
  canvas.restore();
}

export const web = {
  zoom(factor) {
    network?.moveTo({ scale: network.getScale() / factor });
    if (network) moved();
  },
  fit() {
    if (!network) return;
    network.fit({ animation: false, maxZoomLevel: 1 });
    first = network.getScale();
    moved();
  },
  items: () => (network ? nodes.length + edges.length : 0),
  /** Brings what is chosen to the middle, where it is out of sight. */
  reveal(node) {
    const spot = node.x === undefined ? spots.get(node.id) : node;
    if (!network || !spot) return;
    const [left, top, right, bottom] = onScreen(1);
    if (spot.x < left || spot.x > right || spot.y < top || spot.y > bottom) network.moveTo({ position: { x: spot.x, y: spot.y }, animation: false });
  },
};
