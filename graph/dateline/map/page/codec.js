// Reads what `pack.py` wrote: base64 of gzip of JSON, rows as columns.

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

const opened = (text) => new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip")));

export async function inflated(text) {
  return opened(text).text();
}

export async function inflatedBytes(text) {
  return opened(text).arrayBuffer();
}

/** Columns as rows; what is null is left out. */
export function rows(columns) {
  const keys = Object.keys(columns);
  const made = Array.from({ length: keys.length ? columns[keys[0]].length : 0 }, () => ({}));
  for (const key of keys) columns[key].forEach((value, i) => value !== null && (made[i][key] = value));
  return made;
}
