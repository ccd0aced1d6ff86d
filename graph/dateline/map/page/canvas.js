// Puts the visible part on vis-network's canvas: marks and the lines to others are its nodes and edges; rows, days, bars and labels
// are painted under and over them. Its scale stays 1 and its camera still, so that a pixel of the stage is a pixel of the canvas.

import { byId, options } from "./data.js";
import { DataSet, Network } from "./library.js";
import { colours, drawMark, faint } from "./marks.js";
import { over, under } from "./paint.js";
import { looks, state } from "./state.js";

export const MOST = 960; // live items; vis-network slows down beyond a thousand
const MOST_LINKED = 220; // marks whose lines to others can still be followed

export function makeCanvas(place) {
  const nodes = new DataSet();
  const edges = new DataSet();
  const network = new Network(place, { nodes, edges }, { ...options, autoResize: false });
  const live = { nodes: new Map(), edges: new Map() };
  network.on("beforeDrawing", under);
  network.on("afterDrawing", over);
  return {
    resize() {
      network.setSize(`${state.width}px`, `${state.height}px`);
      network.moveTo({ position: { x: state.width / 2, y: state.height / 2 }, scale: 1, animation: false });
    },
    draw() {
      network.moveTo({ position: { x: state.width / 2, y: state.height / 2 }, scale: 1, animation: false });
      keepUp(network, live, { nodes, edges }, compose());
      network.redraw();
    },
    items: () => nodes.length + edges.length,
  };
}

// vis-network keeps the renderer that a node was made with, so this one looks up what it draws.
const mark = ({ ctx, x, y, id }) => ({ drawNode: () => drawMark(ctx, byId.get(id), x, y, looks(byId.get(id))), nodeDimensions: { width: 16, height: 16 } });

/** Brings vis-network's items up to date. Moving ones are moved in place: an update of the data set would cost a frame each. */
function keepUp(network, live, sets, wanted) {
  for (const kind of ["edges", "nodes"]) {
    const gone = [...live[kind].keys()].filter((id) => !wanted[kind].has(id));
    if (gone.length) sets[kind].remove(gone);
    for (const id of gone) live[kind].delete(id);
  }
  for (const kind of ["nodes", "edges"]) {
    const changed = [];
    for (const [id, item] of wanted[kind]) {
      if (live[kind].get(id) === item.look) {
        if (kind === "nodes") Object.assign(network.body.nodes[id], item.at);
      } else {
        live[kind].set(id, item.look);
        changed.push({ id, ...item.at, ...item.make() });
      }
    }
    if (changed.length) sets[kind].update(changed);
  }
}

function compose() {
  const wanted = { nodes: new Map(), edges: new Map() };
  for (const event of state.visible) wanted.nodes.set(event.id, { at: { x: event.left, y: event.y }, look: "mark", make: () => ({ shape: "custom", ctxRenderer: mark }) });
  const linkAll = state.visible.length <= MOST_LINKED;
  const inTurn = [...state.visible].sort((a, b) => looks(b).large - looks(a).large);
  for (const event of inTurn) {
    const { large, dim } = looks(event);
    if (wanted.nodes.size + wanted.edges.size > MOST - 40) break;
    if (large || (linkAll && !dim && (event.at === "axis" || state.actor))) link(event, large, wanted);
  }
  return wanted;
}

/** The lines from an event to the rows of the others concerned. Those to its place show only when one points at it: half of all events share a place. */
function link(event, strong, wanted) {
  for (const { role, actor } of event.cast) {
    const row = state.rows[state.rowOf.get(actor)];
    if (!row || row === state.rows[event.row] || (role === "place" && !strong)) continue;
    const id = `${event.id}-${actor.id}`;
    const colour = faint(colours[event.family], strong ? 1 : 0.42);
    const y = row.middle - state.scrollTop;
    wanted.nodes.set(id, { at: { x: event.left, y }, look: colour, make: () => ({ shape: "dot", size: strong ? 4 : 2.8, color: colour, borderWidth: 0 }) });
    wanted.edges.set(id, { look: colour, make: () => ({ from: event.id, to: id, color: { color: colour }, width: strong ? 2.2 : 1.2, dashes: role === "place" }) });
  }
}
