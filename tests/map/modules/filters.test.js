import assert from "node:assert/strict";
import { test } from "node:test";
import { actor, dated, event, load } from "./kit.js";

const { fresh, read, written } = await load("fragment");
const { inWindow, sift } = await load("facets");
const { asked, folded, found, ranked } = await load("search");
const { rows } = await load("codec");

test("a link brings back the state it was made of", () => {
  const state = fresh();
  assert.equal(written(state), "");
  Object.assign(state, { view: "net", words: "a & b=c #ü", from: 19000.25, to: 19010.75, known: 19005, clock: "known", lanes: "circle", even: false, all: true, together: true, event: "event/x&y", sort: "who", down: true });
  state.off.standing.add("denied");
  state.off.voice.add("A, B & Söhne").add("C");
  state.only.add("actor/a,b");
  const back = read(`#${written(state)}`);
  assert.deepEqual(back, { ...state, from: 19000, to: 19011 });
  assert.equal(written(back), written(state));
});

test("events read with less confidence than wanted are held back and counted", () => {
  const all = [dated(1, 1, { confidence: 90 }), dated(2, 2, { confidence: 40 }), dated(3), dated(4, 4, { confidence: 40, standing: "denied" })];
  const state = fresh();
  const kept = (least) => {
    const { shown, heldBack } = sift(all, state, null, undefined, least);
    return [shown, heldBack, all.map((one) => one.shown)];
  };
  assert.deepEqual(kept(70), [2, 2, [true, false, true, false]]);
  assert.deepEqual(kept(0), [4, 0, [true, true, true, true]]);
  state.off.standing.add("denied");
  assert.deepEqual(kept(70), [2, 1, [true, false, true, false]]); // the denied one would not be shown anyway
  assert.equal(read("least=0").least, 0);
  assert.equal(read("least=7000").least, null);
  assert.equal(written({ ...fresh(), least: 55 }), "least=55");
});

test("links that make no sense are read as nothing", () => {
  for (const bad of ["", "#", "%", "view=<script>", "t=2024..", "t=2024-02-02..2024-01-01", "no-family=%ff", "=&&=", "event=%"]) {
    const state = read(bad);
    assert.equal(state.view, "map");
    assert.equal(state.from, null);
    assert.equal(state.event, null);
  }
  assert.equal({}.polluted, undefined);
});

test("an event is in a window in which it may have been", () => {
  assert.ok(inWindow(dated(5), 5, 6));
  assert.ok(!inWindow(dated(5), 6, 9));
  assert.ok(!inWindow(dated(5), 2, 5));
  assert.ok(inWindow(dated(1, 9), 5, 6));
  assert.ok(inWindow(dated(null, 9), 0, 1));
  assert.ok(inWindow(event({ at: "before" }), 5, 6));
  assert.ok(inWindow(dated(5), null, null));
});

function world() {
  const [a, b] = [actor("a"), actor("b")];
  const part = (one) => ({ role: "agent", actor: one });
  return [
    dated(1, 1, { cast: [part(a)] }),
    dated(2, 2, { cast: [part(a), part(b)], standing: "denied", known: 5 }),
    dated(3, 3, { cast: [part(b)], family: "conflict", voices: ["X", "Y"] }),
    event({ at: "before", dated: "none", known: 3 }),
  ];
}

test("what is switched off is hidden; what has another value is not", () => {
  const events = world();
  const state = fresh();
  assert.equal(sift(events, state, null).shown, 4);
  state.off.standing.add("denied");
  state.off.voice.add("X");
  assert.equal(sift(events, state, null).shown, 3); // "Y" says so as well
  state.off.voice.add("Y");
  assert.deepEqual(sift(events, state, null).counts.voice.get("X"), 1); // what switching it on would bring
  assert.deepEqual(events.map(({ shown }) => shown), [true, false, false, true]);
});

test("actors narrow, any of them or all together", () => {
  const events = world();
  const state = { ...fresh(), only: new Set(["a", "b"]) };
  assert.equal(sift(events, state, null).shown, 3);
  assert.equal(sift(events, { ...state, together: true }, null).shown, 1);
});

test("period, day of knowledge and search narrow too", () => {
  const events = world();
  assert.equal(sift(events, { ...fresh(), from: 2, to: 3 }, null).viewed, 2); // one dated, one that has no day
  assert.equal(sift(events, { ...fresh(), known: 4 }, null).shown, 3);
  assert.equal(sift(events, fresh(), new Set([events[0]])).shown, 1);
});

test("counts are those under all other filters", () => {
  const events = world();
  const state = fresh();
  state.off.family.add("conflict");
  const { counts } = sift(events, state, null);
  assert.equal(counts.family.get("conflict"), 1);
  assert.equal(counts.standing.get("fact"), 2);
});

test("search reads beginnings of words, without accents or case", () => {
  const text = folded("The Ærø council met in München, says O’Neill");
  for (const words of ["mun", "MÜNCHEN", "council mün", "neill"]) assert.ok(found(text, asked(words)), words);
  for (const words of ["unchen", "council berlin"]) assert.ok(!found(text, asked(words)), words);
  assert.ok(found(folded("外交部与代表团会谈"), asked("会谈")));
  assert.deepEqual(asked("  "), []);
});

test("proposals: the whole name first, then beginnings, words, other names", () => {
  const items = [{ n: "Union of dockers" }, { n: "The union" }, { n: "Union" }, { n: "Orlo", also: ["union leader"] }, { n: "Bank" }];
  const got = ranked(items, "union", { most: 9, name: ({ n }) => n, also: ({ also }) => also || [] });
  assert.deepEqual(got.map(({ n }) => n), ["Union", "Union of dockers", "The union", "Orlo"]);
});

test("columns become rows again", () => {
  assert.deepEqual(rows({ a: [1, null], b: ["x", "y"] }), [{ a: 1, b: "x" }, { b: "y" }]);
  assert.deepEqual(rows({}), []);
});
