// The table: the same events as text, sorted as asked, to be read, searched by the browser, heard, and copied into a spreadsheet.

import { tabbed } from "./cite.js";
import { claimsOf, inOrder, whenOf } from "./data.js";
import { bdi, button, copy, element, find } from "./dom.js";
import { inWindow } from "./facets.js";
import { iconOf } from "./marks.js";
import { state } from "./state.js";

const CHUNK = 200; // rows made at once; the next come as one scrolls
const list = find("list");

const castOf = (event) => [...new Set(event.cast.map(({ actor }) => actor.label))];
const sayersOf = (event) => [...new Set(claimsOf(event).map(({ who }) => who))];
const COLUMNS = [
  ["date", "Date", null], ["label", "Event", (event) => event.label], ["type", "Type", (event) => event.type ?? ""], ["status", "Status", (event) => event.status],
  ["who", "Who", (event) => castOf(event).join(", ")], ["says", "According to", (event) => event.voices.join(", ")],
];

const statusOf = (event) => event.status + (event.contested ? ", contested" : "");

/** What the table holds, in its order. */
function sorted() {
  const viewed = inOrder.filter((event) => event.shown && inWindow(event, state.from, state.to));
  const by = COLUMNS.find(([name]) => name === state.sort)[2];
  if (by) {
    const order = new Intl.Collator(undefined, { numeric: true });
    const values = new Map(viewed.map((event) => [event, by(event)]));
    viewed.sort((a, b) => order.compare(values.get(a), values.get(b)));
  }
  return state.down ? viewed.reverse() : viewed;
}

function quote(event) {
  const [claim] = claimsOf(event);
  if (!claim?.sentence) return null;
  const own = claim.marks.find(([kind]) => kind === "event");
  if (!own) return element("q", {}, bdi(claim.sentence));
  return element("q", {}, element("bdi", {}, claim.sentence.slice(0, own[1]), element("mark", {}, claim.sentence.slice(own[1], own[2])), claim.sentence.slice(own[2])));
}

const joined = (names, mark) => names.flatMap((name, i) => [i ? mark : null, bdi(name)]);

function line(event) {
  return element("tr", { id: event.id, class: `${event.standing} ${event === state.event ? "chosen" : ""}` },
    element("td", {}, whenOf(event)),
    element("td", {}, iconOf(event), " ", element("a", { href: `#event=${encodeURIComponent(event.key)}`, "data-id": event.id }, bdi(event.label)), quote(event)),
    element("td", {}, event.type ?? ""), element("td", {}, statusOf(event)), element("td", {}, joined(castOf(event), ", ")), element("td", {}, joined(sayersOf(event), "; ")));
}

function sortBy(name) {
  state.down = state.sort === name && !state.down;
  state.sort = name;
  state.changed();
  list.querySelector(`[data-sort="${name}"]`).focus();
}

function head() {
  const cells = COLUMNS.map(([name, text]) => element("th", { scope: "col", "aria-sort": state.sort === name ? (state.down ? "descending" : "ascending") : null }, button({ "data-sort": name, click: () => sortBy(name) }, text, element("span", { "aria-hidden": "true" }, state.sort === name ? (state.down ? " ↓" : " ↑") : ""))));
  return element("thead", {}, element("tr", {}, cells));
}

const asText = (events) => tabbed([COLUMNS.map(([, text]) => text), ...events.map((event) => [whenOf(event), event.label, event.type ?? "", statusOf(event), castOf(event).join(", "), sayersOf(event).join("; ")])]);

let watcher = null;

export function drawTable() {
  if (state.view !== "list") return;
  const events = sorted();
  const body = element("tbody");
  const rest = button({ class: "more", click: () => grow() }, "Show more");
  let made = 0;
  const grow = (to = made + CHUNK) => {
    body.append(...events.slice(made, to).map(line));
    made = Math.min(events.length, Math.max(made, to));
    rest.hidden = made >= events.length;
  };
  grow(Math.max(CHUNK, (events.indexOf(state.event) + 20)));
  const count = `${events.length.toLocaleString()} event${events.length === 1 ? "" : "s"}`;
  const table = element("table", { "aria-rowcount": events.length + 1 }, element("caption", {}, `${count}. Choose a heading to sort.`), head(), body);
  const tools = element("p", { class: "copies" }, button({ click: () => copy(asText(events), "Table") }, "Copy table"));
  list.replaceChildren(tools, table, events.length ? rest : element("p", { class: "none" }, "No events are shown."));
  watcher?.disconnect();
  watcher = new IntersectionObserver(([seen]) => seen.isIntersecting && !rest.hidden && grow(), { root: list, rootMargin: "600px" });
  watcher.observe(rest);
}

/** Marks the chosen event's row and brings it into view. */
export function chooseLine() {
  list.querySelector("tr.chosen")?.classList.remove("chosen");
  const row = state.event && list.querySelector(`#${CSS.escape(state.event.id)}`);
  if (!row) return;
  row.classList.add("chosen");
  row.scrollIntoView({ block: "nearest" });
}
