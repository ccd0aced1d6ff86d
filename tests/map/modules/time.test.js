import assert from "node:assert/strict";
import { test } from "node:test";
import { dated, event, load, random } from "./kit.js";

const { dayNumber, isoOf, presets, speaker } = await load("days");
const { makeScale, months, placeMarks, ticks } = await load("scale");
const { histogram } = await load("histogram");

test("days are counted from 1970 and back", () => {
  assert.equal(dayNumber("1970-01-02"), 1);
  assert.equal(dayNumber("2024-02-29"), 19782);
  for (const bad of ["2024-13-01", "2024", "", null, undefined, "x"]) assert.equal(dayNumber(bad), null);
  for (const day of [-700000, -1, 0, 19782, 2900000]) assert.equal(dayNumber(isoOf(day)), day < -719528 ? null : day);
});

test("marks become days in the reader's language", () => {
  const [english, german] = [speaker("en-GB"), speaker("de-DE")];
  assert.equal(english.spoken("Some time in {2024-02}"), "Some time in February 2024");
  assert.equal(german.spoken("{w2024-03-14}"), "Donnerstag, 14. März 2024");
  assert.equal(english.spoken("{--11-24}, year not stated"), "24 November, year not stated");
  assert.equal(english.spoken("{--11} {2024} {2024-03-14}"), "November 2024 14 March 2024");
  assert.match(english.spoken("{2024-03-14/2024-03-17}"), /^14\s?–\s?17 March 2024$/);
});

test("what only looks like a mark stays as it is", () => {
  for (const text of ["{2024-99-99}", "{x}", "{--99}", "{1667,1668}", "{{2}}", "{w}", "{2024-02-30}"]) {
    const said = speaker("en").spoken(text);
    assert.ok(said === text || text === "{2024-02-30}", `${text} became ${said}`);
  }
});

test("presets are shorter than the story and end with it", () => {
  assert.deepEqual(presets(0, 9).map(({ name }) => name), ["Last day", "Last week"]);
  for (const { from, to } of presets(0, 4000)) assert.ok(to === 4001 && from > 0);
  assert.deepEqual(presets(5, 5), []);
});

function someEvents(seed, count = 60) {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const first = Math.floor(next() * 400);
    return dated(first, first + (next() < 0.2 ? Math.floor(next() * 30) : 0));
  });
}

for (const even of [true, false]) {
  test(`days grow with places and come back (${even ? "even" : "true"} spacing)`, () => {
    for (let seed = 1; seed < 20; seed++) {
      const scale = makeScale(someEvents(seed), even);
      let before = -1;
      for (let day = scale.knots[0]; day <= scale.knots.at(-1); day += 0.5) {
        const place = scale.place(day);
        assert.ok(place > before && place >= 0 && place <= 1 + 1e-9);
        assert.ok(Math.abs(scale.day(place) - day) < 1e-6);
        before = place;
      }
    }
  });
}

test("true spacing gives every day the same room, even spacing more to busy ones", () => {
  const events = [dated(0), dated(100), dated(100), dated(100), dated(200)];
  const width = (scale, day) => scale.place(day + 1) - scale.place(day);
  const [calendar, even] = [makeScale(events, false), makeScale(events, true)];
  assert.ok(Math.abs(width(calendar, 100) - width(calendar, 50)) < 1e-9);
  assert.ok(width(even, 100) > 20 * width(even, 50));
});

test("events of a day stand within it, in the order of telling", () => {
  const events = [dated(10), dated(10), dated(10), dated(11)];
  const scale = makeScale(events, true);
  placeMarks(events, scale);
  const places = events.map(({ place01 }) => place01);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  for (const place of places.slice(0, 3)) assert.equal(Math.floor(scale.day(place)), 10);
});

test("no events, no scale", () => assert.equal(makeScale([], true), null));

test("ticks and months lie in the window, in order", () => {
  const scale = makeScale(someEvents(3), false);
  const window = [0.25, 0.75];
  const x = (day) => ((scale.place(day) - 0.25) / 0.5) * 1000;
  const found = ticks(scale, x, 1000, window);
  assert.ok(found.length > 3);
  for (const tick of found) assert.ok(tick.x <= 1000);
  const firsts = months(scale, x, 1000, window);
  assert.ok(firsts.length >= 3);
  for (const { day } of firsts) assert.equal(isoOf(day).slice(-2), "01");
});

test("the histogram counts each event once, spread over the days it may have been on", () => {
  const events = [dated(0), dated(9), dated(0, 9), dated(4, 4, { standing: "denied" }), event({ at: "before" }), dated(5, 5, { shown: false })];
  const { counts, most } = histogram(events, 0, 9, 10, ["talks"]);
  const sums = counts.map((bin) => bin[0]);
  assert.equal(counts[4][1], 1); // not told as fact: a band of its own
  assert.ok(Math.abs(sums.reduce((a, b) => a + b, 0) - 3) < 1e-5);
  assert.ok(Math.abs(sums[0] - 1.1) < 1e-5);
  assert.ok(Math.abs(most - 1.1) < 1e-5);
});
