// Events and actors as the page's modules see them, made by hand.

const ROOT = new URL("../../../graph/dateline/map/page/", import.meta.url);
export const load = (name) => import(new URL(`${name}.js`, ROOT).href);

export const actor = (key, more = {}) => ({ kind: "actor", id: key, key, label: key, events: [], claims: [], lane: 0, main: true, ...more });

let made = 0;
export function event(more = {}) {
  const id = `e${made++}`;
  const made_ = { kind: "event", id, key: id, order: made, label: id, family: "talks", standing: "fact", sure: "certain", dated: "day", voices: ["Paper"], sources: ["Paper"], cast: [], homes: [], relations: [], shown: true, ...more };
  for (const { actor: one } of made_.cast) one.events.push(made_);
  return made_;
}

/** An event of one day, or of several. */
export const dated = (first, last = first, more = {}) => event({ at: "axis", first, last, coreFirst: first, coreLast: last, markFirst: first, markLast: first, ...more });

/** Numbers that are the same every time. */
export function random(seed = 1) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}
