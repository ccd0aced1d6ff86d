// The filters at the side: what kinds of events are shown, with how many each has under all the others; and the rows put somewhere.

import { actors, byKey, events, key } from "./data.js";
import { bdi, button, element, find } from "./dom.js";
import { valuesOf } from "./facets.js";
import { icon } from "./marks.js";
import { state } from "./state.js";

const SOME = 7; // values shown of a long list
const MOST = 200;
const NAMES = {
  dated: [["day", "Day stated"], ["span", "Some days possible"], ["none", "Day not stated"]],
  sure: [["certain", "Certain"], ["probable", "Probable"], ["possible", "Possible"]],
};
const opened = new Set();

/** All values of a facet, those with most events first unless they have an order of their own. */
function valuesIn(facet) {
  if (facet === "standing") return key.standings.map(({ id, name, why }) => ({ value: id, name, why, picture: icon({ mark: "square", standing: id }) }));
  if (facet === "family") return key.families.map(({ id, name, mark }) => ({ value: id, name, picture: icon({ mark, family: id, standing: "fact" }) }));
  const counts = new Map();
  for (const event of events) for (const value of valuesOf(event, facet)) counts.set(value, (counts.get(value) || 0) + 1);
  if (NAMES[facet]) return NAMES[facet].filter(([value]) => counts.has(value)).map(([value, name]) => ({ value, name }));
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([value]) => ({ value, name: value }));
}

const TITLES = { standing: "Status", family: "Type of event", dated: "Date", sure: "Certainty", voice: "Who says so", source: "Publisher" };
const boxes = []; // { facet, value, box, count }

function line(facet, { value, name, why, picture }) {
  const box = element("input", { type: "checkbox", change: () => (facet === "actor" ? toggleActor(value) : state.switch(facet, value, box.checked)) });
  const count = element("b");
  boxes.push({ facet, value, box, count });
  return element("label", { title: why }, box, picture ?? null, element("span", {}, bdi(name)), count);
}

function group(facet, title, values) {
  if (values.length < 2) return [];
  const all = values.length <= SOME + 1 || facet === "family" || opened.has(facet);
  const more = all ? null : button({ class: "link", click: () => { opened.add(facet); makeFilters(); updateFilters(); } }, `${(values.length - SOME).toLocaleString()} more`);
  return [element("fieldset", {}, element("legend", {}, title), (all ? values : values.slice(0, SOME)).map((value) => line(facet, value)), more)];
}

function toggleActor(value) {
  state.toggle("only", byKey.get(value));
}

function actorGroup() {
  const named = actors.filter((actor) => actor.events.length).sort((a, b) => b.events.length - a.events.length).slice(0, MOST);
  const made = group("actor", "Only events with", named.map((actor) => ({ value: actor.key, name: actor.label })));
  if (!made.length) return [];
  const box = element("input", { type: "checkbox", id: "together", change: () => { state.together = box.checked; state.changed(); } });
  made[0].append(element("label", { id: "together-line", hidden: true }, box, element("span", {}, "all of them together")));
  return made;
}

/** Builds the boxes. */
export function makeFilters() {
  boxes.length = 0;
  const groups = ["standing", "family"].flatMap((facet) => group(facet, TITLES[facet], valuesIn(facet)));
  const rest = ["dated", "sure", "voice", "source"].flatMap((facet) => group(facet, TITLES[facet], valuesIn(facet)));
  find("facets").replaceChildren(...groups, ...actorGroup(), ...rest);
}

/** Brings boxes and numbers up to date. */
export function updateFilters() {
  for (const { facet, value, box, count } of boxes) {
    box.checked = facet === "actor" ? state.only.has(value) : !state.off[facet].has(value);
    count.textContent = (state.counts[facet]?.get(value) || 0).toLocaleString();
  }
  const line = find("together-line");
  if (line) line.hidden = state.only.size < 2;
  if (line) find("together").checked = state.together;
  const moved = [["pinned", "Pinned"], ["away", "Hidden"]].flatMap(([set, name]) => [...state[set]].map((one) => [set, name, byKey.get(one)]).filter(([, , actor]) => actor));
  find("marked-rows").replaceChildren(...moved.map(([set, name, actor]) => button({ class: "chip", title: "Undo", click: () => state.toggle(set, actor) }, `${name}: `, bdi(actor.label), " ×")));
  find("lanes-by").value = state.lanes;
}
