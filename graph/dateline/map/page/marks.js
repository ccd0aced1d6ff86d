// How an event looks: its mark and colour by family, its filling by how far it is a fact. One set of paths serves canvas and legend.

import { key } from "./data.js";

const PATHS = {
  triangle: "M0-8 8.5 6.5H-8.5Z", triangleDown: "M0 8 8.5-6.5H-8.5Z", dot: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0", square: "M-6.3-6.3H6.3V6.3H-6.3Z",
  diamond: "M0-8.5 8.5 0 0 8.5-8.5 0Z", pentagon: "M0-8 7.8-2.4 4.8 6.8H-4.8L-7.8-2.4Z", hexagon: "M-7.8 0-3.9-6.6H3.9L7.8 0 3.9 6.6H-3.9Z",
  star: "M0-9.5 2.5-3.2 9-2.9 3.9 1.2 5.6 7.7 0 4-5.6 7.7-3.9 1.2-9-2.9-2.5-3.2Z",
};
const STRIKE = "M-9 9 9-9";
const INKS = ["card", "ink", "muted", "line", "band", "tray", "grid", "accent", "wash"];

const shapes = Object.fromEntries([...Object.entries(PATHS), ["strike", STRIKE]].map(([name, path]) => [name, new Path2D(path)]));
export const colours = {};

/** Reads the style sheet's colours, since a canvas cannot follow it by itself; through an element, which settles light and dark. */
export function readColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  for (const name of [...INKS, ...key.families.map((family) => family.id)]) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  }
  probe.remove();
  for (const [name, [red, green, blue]] of Object.entries(colours)) colours[name] = `rgb(${red},${green},${blue})`;
}

/** A colour with less than full strength. */
export function faint(colour, strength) {
  return colour.replace("rgb(", "rgba(").replace(")", `,${strength})`);
}

/** Draws an event's mark around a point. */
export function drawMark(canvas, event, x, y, { dim, large }) {
  const colour = colours[event.family];
  canvas.translate(x, y);
  if (large) canvas.scale(1.25, 1.25);
  canvas.lineJoin = "round";
  canvas.fillStyle = colours.card;
  canvas.fill(shapes[event.shape]);
  canvas.globalAlpha = dim ? 0.45 : 1;
  canvas.fillStyle = canvas.strokeStyle = colour;
  canvas.lineWidth = 2.2;
  canvas.setLineDash(event.standing === "open" ? [3, 2.6] : []);
  if (event.standing === "fact") canvas.fill(shapes[event.shape]);
  else canvas.stroke(shapes[event.shape]);
  canvas.setLineDash([]);
  canvas.strokeStyle = colours.ink;
  if (event.standing === "denied") canvas.stroke(shapes.strike);
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
  const path = svg("path", { d: PATHS[mark] || PATHS.dot, fill: standing === "fact" ? colour : "none", stroke: colour, "stroke-width": 2, "stroke-linejoin": "round" });
  if (standing === "open") path.setAttribute("stroke-dasharray", "3 2.5");
  picture.append(path);
  if (standing === "denied") picture.append(svg("path", { d: STRIKE, stroke: "var(--ink)", "stroke-width": 2 }));
  return picture;
}

export const iconOf = (event) => icon({ mark: event.shape, family: event.family, standing: event.standing });
