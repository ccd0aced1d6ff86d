// Where marks would lie on each other, a row shows how many there are instead: a ribbon, the thicker the more. Time is cut into cells of
// a fixed place and, at each doubling of the scale, half the width: nothing changes its looks while one moves along time, and little
// while one zooms.

const CELL = 80; // pixels of a cell at most; at least half of it
const BIN = 8; // pixels of a ribbon's steps at most
const KEPT = 4096; // bins of a whole row that are worth keeping

/** The first index of a sorted list whose value is not below one. */
export function lowerBound(values, value) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many cells the whole stretch 0..1 has at a scale, a power of two, and how many bins each. */
export function grid(width, window) {
  const cells = 2 ** Math.ceil(Math.log2(width / CELL / window));
  const bins = 2 ** Math.ceil(Math.log2(width / window / cells / BIN));
  return { cells, bins };
}

/** The cells in a window, each with the indices of the row's places in it: `{ cell, from, to }`, empty ones left out. */
export function cellsOf(places, cells, from01, to01) {
  const found = [];
  const last = Math.min(cells - 1, Math.floor(to01 * cells));
  let from = lowerBound(places, Math.max(0, Math.floor(from01 * cells)) / cells);
  for (let cell = Math.max(0, Math.floor(from01 * cells)); cell <= last; cell++) {
    const to = cell === cells - 1 ? places.length : lowerBound(places, (cell + 1) / cells);
    if (to > from) found.push({ cell, from, to });
    from = to;
  }
  return found;
}

/**
 * How many marks a cell may have and still show them, so that all rows together stay within a number of live items. `sizes` counts the
 * marks of each cell on the screen.
 */
export function capacity(sizes, most, all) {
  let sum = 0;
  const sorted = [...sizes].sort((a, b) => a - b);
  for (const size of sorted) {
    sum += size;
    if (size > most || sum > all) return Math.min(most, size - 1);
  }
  return most;
}

/**
 * How thick a ribbon is at each bin of a run of cells, by band; smoothed, so that it reads as one band. Where a whole row has few bins
 * it is counted once and kept with the row: moving along time then costs no counting.
 */
export function ribbon(row, { from, to, first, count }, { cells, bins }) {
  if (cells * bins > KEPT) return counted(row, from, to, first, count, cells, bins);
  const level = `${cells}/${bins}`;
  if (row.ribbon?.level !== level) row.ribbon = { level, counts: counted(row, 0, row.places.length, 0, cells, cells, bins) };
  return new Map([...row.ribbon.counts].map(([band, values]) => [band, values.subarray(first * bins, (first + count) * bins)]));
}

function counted({ places, bands }, from, to, first, count, cells, bins) {
  const length = count * bins;
  const counts = new Map();
  for (let i = from; i < to; i++) {
    const bin = Math.min(length - 1, Math.max(0, Math.floor((places[i] * cells - first) * bins)));
    if (!counts.has(bands[i])) counts.set(bands[i], new Float32Array(length));
    counts.get(bands[i])[bin] += 1;
  }
  for (const [band, values] of counts) counts.set(band, smooth(smooth(smooth(smooth(values)))));
  return counts;
}

/** Neighbouring cells joined. */
export function runs(found) {
  const joined = [];
  for (const { cell, from, to } of found) {
    const last = joined.at(-1);
    if (last && last.first + last.count === cell) Object.assign(last, { to, count: last.count + 1 });
    else joined.push({ from, to, first: cell, count: 1 });
  }
  return joined;
}

function smooth(values) {
  return values.map((value, i) => ((values[i - 1] ?? value) + 2 * value + (values[i + 1] ?? value)) / 4);
}
