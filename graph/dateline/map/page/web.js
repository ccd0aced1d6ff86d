// The network: actors and events as nodes where Python's layout put them, parts in events as edges. vis-network moves the camera.

import { actors, byId, events, options, given } from "./data.js";
import { looks } from "./draw.js";
import { colours, drawMark, faint } from "./marks.js";
import { find, state } from "./state.js";
import { FONT, fitted, measure } from "./text.js";

const CAMERA = { ...options, autoResize: true, interaction: { ...options.interaction, dragView: true, zoomView: true, dragNodes: true, hover: true } };
const LINE = 16;
const WIDEST_NAME = 180;

const placed = [...actors, ...events].filter((node) => node.x !== undefined);
const isEvent = (node) => node.kind === "event";
let network = null;
let edges = null;

/** Whether a node belongs to what is chosen. */
function isDim(node) {
  if (isEvent(node)) return looks(node, state).dim;
  if (state.actor) return node !== state.actor && !node.events.some((event) => state.actor.events.includes(event));
  return state.event ? !state.event.cast.some(({ actor }) => actor === node) : false;
}

const seen = (node) => (isEvent(node) ? node.shown : node.events.some((event) => event.shown && event.x !== undefined));
const radius = (actor) => 5 + 2.2 * Math.sqrt(actor.events.length);

function drawActor(canvas, actor) {
  canvas.globalAlpha = isDim(actor) ? 0.35 : 1;
  canvas.beginPath();
  canvas.arc(0, 0, radius(actor), 0, 7);
  canvas.fillStyle = actor === state.actor ? colours.wash : colours.card;
  canvas.strokeStyle = actor === state.actor ? colours.accent : colours.ink;
  canvas.lineWidth = actor === state.actor ? 3 : 2;
  canvas.fill();
  canvas.stroke();
}

/** Marks keep their size on the screen however near the camera is. */
function renderer({ ctx, x, y, id }) {
  const node = byId.get(id);
  const scale = network?.getScale() || 1;
  const size = (isEvent(node) ? 18 : 2 * radius(node)) / scale;
  const drawNode = () => {
    ctx.translate(x, y);
    ctx.scale(1 / scale, 1 / scale);
    if (isEvent(node)) drawMark(ctx, node, 0, 0, looks(node, state));
    else drawActor(ctx, node);
  };
  return { drawNode, nodeDimensions: { width: size, height: size } };
}

function edgeLook({ from, to, role }, id) {
  const [event, actor] = [byId.get(from), byId.get(to)];
  const near = state.event ? event === state.event : state.actor ? actor === state.actor : null;
  const colour = faint(colours[event.family], near === null ? 0.55 : near ? 1 : 0.12);
  return { id, from, to, hidden: !event.shown, color: { color: colour }, width: near ? 2 : 1.2, dashes: role === "place", arrows: role === "agent" ? "" : { to: { enabled: true, scaleFactor: 0.35 } } };
}

/** Names that do not cover each other or a mark: the chosen first, then actors by their events, then events as far as there is room. */
function names(canvas) {
  const scale = network.getScale();
  const spots = network.getPositions();
  const [marks, written] = [placed.filter(seen).map((node) => box(spots[node.id], scale, -6, -6, 12, 12)), []];
  const screen = onScreen(scale);
  canvas.save();
  canvas.textBaseline = "middle";
  canvas.lineJoin = "round";
  for (const node of placed.filter(seen).sort((a, b) => rank(b) - rank(a) || b.events?.length - a.events?.length || a.order - b.order)) {
    const text = fitted(node.label, rank(node) === 2 ? 400 : WIDEST_NAME);
    const options = sides(node, text).map((side) => ({ side, here: box(spots[node.id], scale, side[0], side[1] - LINE / 2, side[2], LINE) }));
    const free = ({ here }) => inside(here, screen) && ![...marks, ...written].some((other) => overlap(here, other));
    const found = options.find(free) ?? (isEvent(node) ? null : leastInTheWay(options, marks, written)) ?? (rank(node) === 2 ? options[0] : null);
    if (!found) continue;
    written.push(found.here);
    write(canvas, node, text, spots[node.id], found.side, scale);
  }
  canvas.restore();
}

/** An actor's name is worth a covered mark, but no other name. */
function leastInTheWay(options, marks, written) {
  const covered = ({ here }) => marks.filter((mark) => overlap(here, mark)).length;
  return options.filter(({ here }) => !written.some((other) => overlap(here, other))).sort((a, b) => covered(a) - covered(b))[0];
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
  const { clientWidth, clientHeight } = find("net");
  return [x * scale - clientWidth / 2, y * scale - clientHeight / 2, x * scale + clientWidth / 2, y * scale + clientHeight / 2];
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
const inside = (one, other) => one[0] > other[0] && one[1] > other[1] && one[2] < other[2] && one[3] < other[3];

/** Left, top, right and bottom on the screen, from a place in the network. */
function box({ x, y }, scale, dx, dy, width, height) {
  return [x * scale + dx, y * scale + dy, x * scale + dx + width, y * scale + dy + height];
}

function write(canvas, node, text, { x, y }, [dx, dy], scale) {
  canvas.save();
  canvas.translate(x, y);
  canvas.scale(1 / scale, 1 / scale);
  canvas.font = isEvent(node) ? FONT : `600 ${FONT}`;
  canvas.globalAlpha = isDim(node) ? 0.4 : 1;
  canvas.lineWidth = 4;
  canvas.strokeStyle = colours.card;
  canvas.strokeText(text, dx, dy);
  canvas.fillStyle = node === state.event || node === state.actor ? colours.accent : isEvent(node) ? colours.muted : colours.ink;
  canvas.fillText(text, dx, dy);
  canvas.restore();
}

const links = given.edges.filter(({ from, to }) => byId.get(from).x !== undefined && byId.get(to).x !== undefined);

/** Brings the network up to date after a change of filters, choice or colours. */
export function drawWeb() {
  if (state.view !== "net") return;
  if (!network) startWeb();
  edges.update(links.map((link, i) => edgeLook(link, i)));
  network.body.data.nodes.update(placed.map((node) => ({ id: node.id, hidden: !seen(node) })));
}

function startWeb() {
  const nodes = new vis.DataSet(placed.map(({ id, x, y }) => ({ id, x, y, shape: "custom", ctxRenderer: renderer })));
  edges = new vis.DataSet([]);
  network = new vis.Network(find("net"), { nodes, edges }, CAMERA);
  network.on("click", ({ pointer }) => state.choose(byId.get(network.getNodeAt(pointer.DOM)) ?? null, { focus: false }));
  network.on("hoverNode", ({ node }) => point(byId.get(node)));
  network.on("blurNode", () => point(null));
  network.on("afterDrawing", names);
  network.fit({ animation: false });
}

function point(node) {
  state.hovered = node;
  find("net").style.cursor = node ? "pointer" : "";
  network.redraw();
}

export const web = {
  zoom: (factor) => network?.moveTo({ scale: network.getScale() / factor }),
  fit: () => network?.fit({ animation: false }),
};
