// How many events there are along the calendar, by family: what the time slider shows. True to the calendar, whatever the chart does.

/**
 * Counts by bin and family, what is told as fact and then what is not; an event that may have been on any of several days counts as a part
 * on each.
 */
export function histogram(events, first, last, bins, families) {
  const counts = Array.from({ length: bins }, () => new Float32Array(2 * families.length));
  const number = new Map(families.map((family, i) => [family, 2 * i]));
  const binOf = (day) => Math.min(bins - 1, Math.max(0, Math.floor(((day - first + 0.5) / (last + 1 - first)) * bins)));
  for (const event of events) {
    if (event.at !== "axis" || !event.shown) continue;
    const [from, to] = [binOf(event.first ?? event.last), binOf(event.last ?? event.first)];
    for (let bin = from; bin <= to; bin++) counts[bin][number.get(event.family) + (event.standing !== "fact")] += 1 / (to + 1 - from);
  }
  const most = Math.max(1, ...counts.map((bin) => bin.reduce((sum, n) => sum + n, 0)));
  return { counts, most };
}

/** A bin's height between 0 and 1. By the root, so that a day with one event can still be seen beside one with hundreds. */
export const height = (count, most) => Math.sqrt(count / most);
