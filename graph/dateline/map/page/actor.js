// The panel for one actor: names, links, whom it meets, what it takes part in, what it says; and what to do with its row.

import { inOrder, iriOf } from "./data.js";
import { bdi, button, copy, element } from "./dom.js";
import { anchor, chip, entry, lookUpLink, section } from "./event.js";
import { isAway, isPinned, state } from "./state.js";

const AT_ONCE = 40;

/** Entries for events, the first at once, all on request. */
function entries(events) {
  const rest = events.slice(AT_ONCE);
  const more = element("details", { toggle: () => more.open && more.childElementCount === 1 && more.append(...rest.map(entry)) }, element("summary", {}, `${rest.length.toLocaleString()} more`));
  return [...events.slice(0, AT_ONCE).map(entry), ...(rest.length ? [more] : [])];
}

function counterparts(actor) {
  const others = new Map();
  for (const event of actor.events) if (event.shown) for (const other of new Set(event.cast.filter(({ role }) => role !== "place").map((part) => part.actor))) if (other !== actor) others.set(other, (others.get(other) || 0) + 1);
  const ranked = [...others].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return ranked.length ? element("p", {}, ranked.map(([other, n]) => chip(other, element("small", {}, ` ${n}`)))) : [];
}

function handling(actor) {
  const toggle = (set, text, on) => button({ "aria-pressed": String(on), click: () => state.toggle(set, actor) }, text);
  return element("p", { class: "copies" }, toggle("only", "Only with this one", state.only.has(actor.key)), toggle("pinned", "Pin row", isPinned(actor)), toggle("away", "Hide row", isAway(actor)), button({ click: () => copy(iriOf(actor), "IRI") }, "Copy IRI"), lookUpLink(actor));
}

/** What the panel holds for an actor, below its heading. */
export function actorParts(actor) {
  const [timeline, said] = [actor.events, actor.claims].map((list) => {
    const own = new Set(list.filter((event) => event.shown));
    return inOrder.filter((event) => own.has(event));
  });
  const count = (list) => `${list.length.toLocaleString()} event${list.length === 1 ? "" : "s"}`;
  return [
    handling(actor),
    actor.aliases ? section("Also called", element("p", {}, actor.aliases.flatMap((alias, i) => [i ? ", " : null, bdi(alias)]))) : [],
    actor.links ? section("Links", element("ul", {}, actor.links.map((url) => element("li", {}, anchor(url, url.replace(/^https?:\/\/(www\.)?/, "")))))) : [],
    section("Together with", counterparts(actor)),
    section(`Takes part in ${count(timeline)}`, entries(timeline)),
    section(`Speaks of ${count(said)}`, entries(said)),
  ];
}
