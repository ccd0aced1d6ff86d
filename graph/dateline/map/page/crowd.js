// Which events have marks, and where there are too many of them: ribbons.

import { words } from "./data.js";
import { capacity, cellsOf, grid, ribbon, runs } from "./density.js";
import { state } from "./state.js";

const MOST_MARKS = 460; // on the screen; with their lines and the tray's they stay below the limit of live items
const CROWD = 8; // marks in a cell that can be told apart

function locate(event) {
  event.y = event.top - state.scrollTop;
  if (event.at === "axis") event.left = state.place(event.place01);
  else event.left = (event.at === "before" ? 0 : state.width - state.after) + 14 + event.column * event.columnWidth;
  return event;
}

const isInside = ({ left }) => left >= state.before && left <= state.width - state.after;

/** Sets which events have marks, and where ribbons stand for them. */
export function chooseMarks() {
  const [from, to] = state.window;
  const level = grid(state.axisWidth, to - from);
  const rows = state.rows.filter((row) => row.top + row.height > state.scrollTop && row.top < state.scrollTop + state.height);
  const cut = rows.map((row) => ({ row, cells: cellsOf(row.places, level.cells, from, to) }));
  const size = ({ from: a, to: b }) => b - a;
  const settled = cut.filter(({ row }) => row.settled).flatMap(({ cells }) => cells.map(size)).reduce((a, b) => a + b, 0);
  const calm = settled <= MOST_MARKS;
  const crowd = capacity(cut.filter(({ row }) => !calm || !row.settled).flatMap(({ cells }) => cells.map(size)), CROWD, Math.max(80, MOST_MARKS - (calm ? settled : 0)));
  state.visible = rows.flatMap(({ trays }) => [...trays.before.events, ...trays.after.events]).map(locate);
  state.dense = [];
  for (const { row, cells } of cut) {
    const isDense = (cell) => size(cell) > crowd && !(calm && row.settled);
    for (const cell of cells) if (!isDense(cell)) for (let i = cell.from; i < cell.to; i++) if (isInside(locate(row.line[i]))) state.visible.push(row.line[i]);
    for (const run of runs(cells.filter(isDense))) state.dense.push({ row, run, ...level, counts: ribbon(row, run, level) });
  }
  const most = Math.max(CROWD, ...state.dense.flatMap(({ counts, run }) => highest(counts, run.count * level.bins)));
  for (const one of state.dense) one.most = most;
  for (const event of [state.event, state.hovered]) if (event?.kind === "event" && event.shown && event.top !== undefined && (event.at === "axis" || event.column !== null) && rows.includes(state.rows[event.row]) && !state.visible.includes(event)) state.visible.push(locate(event));
}

function highest(counts, length) {
  let most = 0;
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (const values of counts.values()) sum += values[i];
    most = Math.max(most, sum);
  }
  return most;
}

/** The run of cells under a point, with how many events it stands for and from when to when. */
export function crowdAt({ x, y }) {
  const there = state.dense.find(({ row, run, cells }) => y + state.scrollTop >= row.top && y + state.scrollTop < row.top + row.height && x >= state.place(run.first / cells) && x < state.place((run.first + run.count) / cells));
  if (!there) return null;
  const { row, cells } = there;
  const at = state.window[0] + ((x - state.before) / state.axisWidth) * (state.window[1] - state.window[0]);
  const cell = Math.floor(at * cells);
  const [found] = cellsOf(row.places, cells, cell / cells, cell / cells);
  if (!found) return null;
  const inside = row.line.slice(found.from, found.to);
  const days = inside.map((event) => event.markFirst);
  return { events: inside, from: cell / cells, to: (cell + 1) / cells, when: words.range(Math.min(...days), Math.max(...days), "shortYear") };
}
