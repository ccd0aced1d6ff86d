// Which events are shown. Each facet gives an event some values; an event passes where one of them is not switched off.

import { FACETS } from "./fragment.js";

/** An event's values in each facet. */
export function valuesOf(event, facet) {
  if (facet === "voice") return event.voices;
  if (facet === "source") return event.sources;
  return [event[facet]];
}

/** Whether an event may have happened within a window of days. One without a place in time is in every window. */
export function inWindow(event, from, to) {
  if (from === null || event.at !== "axis") return true;
  return (event.last === null || event.last + 1 > from) && (event.first === null || event.first < to);
}

const heldBy = (event, known) => known === null || event.known === undefined || event.known <= known;

function withActors(event, { only, together }, key) {
  if (!only.size) return true;
  const there = new Set(event.cast.map(({ actor }) => key(actor)));
  const wanted = [...only];
  return together ? wanted.every((one) => there.has(one)) : wanted.some((one) => there.has(one));
}

/**
 * Sets `shown` on every event; returns how many are, how many of those in the window, how many in the window are `heldBack` for
 * being less certain than `least`, and how many each value of each facet has there.
 */
export function sift(events, state, hits, key = (actor) => actor.key, least = 0) {
  const counts = Object.fromEntries([...FACETS, "actor"].map((name) => [name, new Map()]));
  const active = FACETS.filter((name) => state.off[name].size);
  let [shown, viewed, heldBack] = [0, 0, 0];
  for (const event of events) {
    event.shown = false;
    if (!heldBy(event, state.known) || (hits && !hits.has(event))) continue;
    const failed = active.filter((name) => !passes(event, name, state.off[name]));
    const named = withActors(event, state, key);
    if (failed.length + !named > 1) continue;
    const sure = (event.confidence ?? 100) >= least;
    if (!sure) {
      heldBack += failed.length === 0 && named && inWindow(event, state.from, state.to);
      continue;
    }
    event.shown = failed.length === 0 && named;
    shown += event.shown;
    if (!inWindow(event, state.from, state.to)) continue;
    viewed += event.shown;
    const missing = named ? failed[0] : "actor";
    for (const name of FACETS) if (!missing || missing === name) tally(counts[name], valuesOf(event, name));
    if (!missing || missing === "actor") tally(counts.actor, new Set(event.cast.map(({ actor }) => key(actor))));
  }
  return { shown, viewed, heldBack, counts };
}

const passes = (event, facet, off) => valuesOf(event, facet).some((value) => !off.has(value));

function tally(counts, values) {
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
}
