// Which events are shown: by status, by type, by words. Everything else reads `event.shown`.

import { actors, events, key } from "./data.js";
import { icon } from "./marks.js";
import { element } from "./panel.js";

export const filter = { hidden: { standing: new Set(), family: new Set() }, words: [] };

/** Sets `shown` on every event; returns how many are. */
export function applyFilter() {
  const { standing, family } = filter.hidden;
  let count = 0;
  for (const event of events) {
    event.shown = !standing.has(event.standing) && !family.has(event.family) && filter.words.every((word) => event.words.includes(word));
    count += event.shown;
    document.getElementById(event.id).hidden = !event.shown;
  }
  return count;
}

function boxes(place, property, choices, picture, changed) {
  const counts = new Map();
  for (const event of events) counts.set(event[property], (counts.get(event[property]) || 0) + 1);
  place.replaceChildren(...choices.map((choice) => {
    const box = element("input", { type: "checkbox", change: () => {
      filter.hidden[property][box.checked ? "delete" : "add"](choice.id);
      changed();
    } });
    box.checked = !filter.hidden[property].has(choice.id);
    return element("label", { title: choice.why }, box, picture(choice), element("span", {}, choice.name), element("b", {}, String(counts.get(choice.id) || 0)));
  }));
}

/** Builds the boxes, and the names that the search box proposes. */
export function makeFilters(changed) {
  boxes(document.getElementById("by-standing"), "standing", key.standings, ({ id }) => icon({ mark: "square", standing: id }), changed);
  boxes(document.getElementById("by-family"), "family", key.families, ({ id, mark }) => icon({ mark, family: id, standing: "fact" }), changed);
  const names = actors.filter((actor) => actor.events.length).sort((a, b) => b.events.length - a.events.length);
  document.getElementById("names").replaceChildren(...names.map((actor) => element("option", { value: actor.label })));
}

export function setWords(text) {
  filter.words = text.toLowerCase().split(/\s+/).filter(Boolean);
}

export function resetFilter() {
  filter.hidden.standing.clear();
  filter.hidden.family.clear();
  filter.words = [];
}
