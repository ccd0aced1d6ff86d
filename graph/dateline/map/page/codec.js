// Reads what `pack.py` wrote: base64 of gzip of JSON, rows as columns.

export async function inflated(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** Columns as rows; what is null is left out. */
export function rows(columns) {
  const keys = Object.keys(columns);
  const made = Array.from({ length: keys.length ? columns[keys[0]].length : 0 }, () => ({}));
  for (const key of keys) columns[key].forEach((value, i) => value !== null && (made[i][key] = value));
  return made;
}
