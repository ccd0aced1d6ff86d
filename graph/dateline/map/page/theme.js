// Colours: light, dark, or as the reader's system has it.

import { drawHistogram } from "./brush.js";
import { find } from "./dom.js";
import { readColours } from "./marks.js";
import { drawLanes, request } from "./timeline.js";
import { drawWeb } from "./web.js";

const root = document.documentElement;
const THEMES = { auto: "as the system", light: "light", dark: "dark" };

function setTheme(theme) {
  root.dataset.theme = theme;
  const text = `Colours: ${THEMES[theme]}`;
  find("theme").title = text;
  find("theme").setAttribute("aria-label", text);
  recolour();
}

function recolour() {
  readColours();
  drawHistogram();
  drawLanes();
  request();
  drawWeb();
}

export function startTheme() {
  setTheme(root.dataset.theme);
  const names = Object.keys(THEMES);
  find("theme").addEventListener("click", () => setTheme(names[(names.indexOf(root.dataset.theme) + 1) % names.length]));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}
