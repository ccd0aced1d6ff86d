// How an event looks: its mark and colour by family, its filling by how far it is a fact.

import { key } from "./data.js";

const PATHS = {
  triangle: "M0-8 8 6H-8Z", triangleDown: "M0 8 8-6H-8Z", dot: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0", square: "M-6-6H6V6H-6Z", diamond: "M0-8 8 0 0 8-8 0Z",
  star: "M0-9 2.4-3 8.6-2.8 3.8 1.1 5.3 7.3 0 3.8-5.3 7.3-3.8 1.1-8.6-2.8-2.4-3Z", hexagon: "M-7 0-3.5-6H3.5L7 0 3.5 6H-3.5Z",
};
const SIZES = { square: 6.5, triangle: 8, triangleDown: 8, star: 9, diamond: 8.5, hexagon: 7.5, dot: 7 };
const INKS = ["card", "ink", "muted", "line", "band", "tray", "grid", "accent", "wash"];

export const colours = {};

/** Reads the style sheet's colours, since a canvas cannot follow it by itself. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of [...INKS, ...key.families.map((family) => family.id)]) colours[name] = style.getPropertyValue(`--${name}`).trim();
}

/** A colour of the sheet (#rrggbb) with less than full strength. */
export function faint(colour, strength) {
  const value = parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${strength})`;
}

export function nodeLook(event, { dim, large }) {
  const colour = dim ? faint(colours[event.family], 0.3) : colours[event.family];
  const hollow = event.standing !== "fact";
  return {
    shape: event.shape,
    size: SIZES[event.shape] * (large ? 1.3 : 1),
    color: { background: hollow ? colours.card : colour, border: colour },
    borderWidth: hollow ? 2.4 : 1,
    shapeProperties: { borderDashes: event.standing === "open" ? [3, 2.5] : false },
  };
}

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** The same look as a small picture for legend, filters and panel. */
export function icon({ mark, family, standing }) {
  const picture = svg("svg", { viewBox: "-10 -10 20 20", width: 16, height: 16, "aria-hidden": "true" });
  const colour = family ? `var(--${family})` : "var(--muted)";
  const path = svg("path", { d: PATHS[mark] || PATHS.dot, fill: standing === "fact" ? colour : "none", stroke: colour, "stroke-width": 2 });
  if (standing === "open") path.setAttribute("stroke-dasharray", "3 2.5");
  picture.append(path);
  if (standing === "denied") picture.append(svg("path", { d: "M-9 9 9-9", stroke: "var(--ink)", "stroke-width": 2 }));
  return picture;
}
