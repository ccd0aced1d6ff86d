import assert from "node:assert/strict";
import { test } from "node:test";
import { actor, dated, event, load, random } from "./kit.js";

const { arrange, chooseRows } = await load("rows");
const { capacity, cellsOf, grid, lowerBound, ribbon, runs } = await load("density");
const { neighbours, ordered } = await load("order");
const { between, dealings } = await load("between");
const { fresh } = await load("fragment");

const LAYOUT = { width: 800, before: 150, after: 0, measure: (text) => text.length * 7, barEnd: () => 0, folded: false };
const rowsOf = (actors, events, state = {}) => chooseRows({ actors, events, state: { ...fresh(), ...state }, groupOf: () => undefined });

test("an event stands on the row of the first of its actors that has one", () => {
  const [a, b] = [actor("a"), actor("b", { lane: undefined, main: false })];
  const events = [event({ homes: [b, a], cast: [{ role: "agent", actor: b }] }), event({ homes: [b], cast: [{ role: "agent", actor: b }] }), event()];
  const { rows } = rowsOf([a, b], events);
  assert.deepEqual(rows.map((row) => [row.actor?.key ?? row.label, row.events.length]), [["a", 1], ["Other actors", 1], ["Nobody named", 1]]);
});

test("pinned rows come first, hidden ones give their events to others", () => {
  const [a, b] = [actor("a", { lane: 0 }), actor("b", { lane: 1 })];
  const events = [event({ homes: [a, b] }), event({ homes: [b] })];
  assert.equal(rowsOf([a, b], events, { pinned: new Set(["b"]) }).rows[0].actor, b);
  const { rows } = rowsOf([a, b], events, { away: new Set(["a"]) });
  assert.deepEqual(rows.map((row) => [row.actor.key, row.events.length]), [["b", 2]]);
});

test("labels in one tier do not run into each other", () => {
  const a = actor("a");
  const events = Array.from({ length: 30 }, (_, i) => dated(i, i, { homes: [a], place01: i / 40, label: `Event with a name ${i}` }));
  const { rows } = rowsOf([a], events);
  arrange(rows, LAYOUT);
  assert.ok(Math.max(...events.map(({ tier }) => tier)) < 8);
  const first = events.filter(({ tier }) => tier === 0);
  for (const [i, one] of first.slice(1).entries()) assert.ok((one.place01 - first[i].place01) * 800 > 100);
});

test("a crowded row keeps to three tiers and its undated to as many", () => {
  const a = actor("a");
  const events = [...Array.from({ length: 300 }, (_, i) => dated(i, i, { homes: [a], place01: i / 300 })), ...Array.from({ length: 50 }, () => event({ at: "before", homes: [a] }))];
  const { rows } = rowsOf([a], events);
  arrange(rows, LAYOUT);
  assert.ok(rows[0].height < 100);
  assert.equal(rows[0].trays.before.events.length + rows[0].trays.before.more, 50);
  assert.equal(rows[0].places.length, 300);
  assert.deepEqual([...new Set(rows[0].bands)], ["talks"]);
});

test("cells hold every place once and stay where they are while one moves", () => {
  const next = random(5);
  const places = Float64Array.from({ length: 500 }, next).sort();
  const { cells } = grid(800, 0.5);
  const all = cellsOf(places, cells, 0, 1);
  assert.equal(all.reduce((sum, { from, to }) => sum + to - from, 0), 500);
  for (const { cell, from, to } of cellsOf(places, cells, 0.2, 0.6)) assert.deepEqual(all.find((one) => one.cell === cell), { cell, from, to });
  for (const window of [1, 0.5, 0.3, 0.01]) {
    const made = grid(800, window);
    const pixels = 800 / window / made.cells;
    assert.ok(pixels <= 80 && pixels > 40);
  }
});

test("the capacity of a cell keeps all marks within a number", () => {
  const next = random(9);
  for (let i = 0; i < 50; i++) {
    const sizes = Array.from({ length: 100 }, () => Math.floor(next() * 20));
    const limit = capacity(sizes, 8, 200);
    const shown = sizes.filter((size) => size <= limit).reduce((a, b) => a + b, 0);
    assert.ok(limit <= 8 && shown <= 200);
  }
  assert.equal(capacity([1, 2], 8, 200), 8);
});

test("a ribbon loses no event", () => {
  const next = random(7);
  const places = Float64Array.from({ length: 200 }, next).sort();
  const level = grid(800, 1);
  const [run] = runs(cellsOf(places, level.cells, 0, 1));
  const families = Array.from(places, (_, i) => (i % 3 ? "a" : "b"));
  const row = { places, bands: families };
  const counts = ribbon(row, run, level);
  const sum = [...counts.values()].flatMap((values) => [...values]).reduce((a, b) => a + b, 0);
  assert.ok(Math.abs(sum - 200) < 0.5);
  assert.deepEqual([...counts.keys()].sort(), ["a", "b"]);
  const part = ribbon(row, { ...run, first: 2, count: 3 }, level); // a piece of what was kept
  assert.deepEqual(part.get("a"), counts.get("a").subarray((2 - run.first) * level.bins, (5 - run.first) * level.bins));
});

test("runs join neighbouring cells only", () => {
  const cells = [1, 2, 5].map((cell) => ({ cell, from: cell, to: cell + 1 }));
  assert.deepEqual(runs(cells).map(({ first, count }) => [first, count]), [[1, 2], [5, 1]]);
  assert.equal(lowerBound([1, 2, 2, 3], 2), 1);
  assert.equal(lowerBound([1], 9), 1);
});

test("undated events stand after what they are known to follow, else as told", () => {
  const [a, b, c] = [event(), event(), event()];
  b.relations.push(["before", a]);
  a.relations.push(["after", b]);
  assert.deepEqual(ordered([a, b, c]), [b, a, c]);
  const [x, y] = [event(), event()];
  x.relations.push(["after", y]);
  y.relations.push(["after", x]);
  assert.deepEqual(ordered([x, y]), [x, y]); // a circle is no order
});

test("the nearest dated event on either side, over others between", () => {
  const [early, late, middle, target, next] = [dated(1), dated(5), event({ at: "before" }), event({ at: "before" }), dated(9)];
  target.relations.push(["after", middle], ["before", next]);
  middle.relations.push(["after", early], ["after", late]);
  assert.deepEqual(neighbours(target), { after: late, before: next });
  assert.deepEqual(neighbours(event({ at: "before" })), { after: null, before: null });
});

test("events of the same cast do not lie on each other", () => {
  const [a, b] = [actor("a"), actor("b")];
  const spots = new Map([[a, { x: 0, y: 0 }], [b, { x: 100, y: 0 }]]);
  const events = Array.from({ length: 12 }, () => event({ cast: [{ role: "agent", actor: a }, { role: "patient", actor: b }] }));
  const found = [...between(events, (one) => spots.get(one)).values()];
  for (const [i, one] of found.entries()) for (const other of found.slice(i + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 12);
  assert.equal(between([event()], () => null).size, 0);
});

test("dealings run from who acts, the most frequent first", () => {
  const [a, b, c] = ["a", "b", "c"].map((key) => actor(key));
  const deal = (from, to, role = "patient") => event({ cast: [{ role: "agent", actor: from }, { role, actor: to }] });
  const found = dealings([deal(a, b), deal(a, b), deal(b, a), deal(a, c, "place")], () => true, 9);
  assert.deepEqual(found.map(({ key, count, place }) => [key, count, place]), [["a-b", 2, false], ["b-a", 1, false], ["a-c", 1, true]]);
  assert.equal(dealings([deal(a, b), deal(b, c)], () => true, 1).length, 1);
});
