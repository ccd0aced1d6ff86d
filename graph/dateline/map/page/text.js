// Words on a canvas: how wide they are, and what of them fits.

export const FONT = '12.5px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
export const BOLD = `600 ${FONT}`;
// Characters that turn the direction of what follows: on a canvas nothing confines them to one label.
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

export function measure(text) {
  if (!widths.has(text)) {
    pen.font = FONT;
    widths.set(text, pen.measureText(text).width);
  }
  return widths.get(text);
}

/** As much of a text as fits into a width, with an ellipsis where some is left out; nothing where hardly any would fit. */
export function fitted(text, room) {
  const clean = text.replace(TURNS, "");
  if (measure(clean) <= room) return clean;
  const letters = Array.from(clean);
  let [low, high] = [0, letters.length];
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (measure(`${letters.slice(0, middle).join("")}…`) <= room) low = middle;
    else high = middle;
  }
  return low < 4 ? "" : `${letters.slice(0, low).join("").trimEnd()}…`;
}
