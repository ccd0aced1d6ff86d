// The panel at the side: what is known of one event or actor, and on what evidence. Built from text nodes only.

import { byId, inOrder, key, standingOf } from "./data.js";
import { icon } from "./marks.js";

const panel = document.getElementById("panel");

/** An element with attributes and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(attribute, value);
    else if (value !== undefined && value !== null) made.setAttribute(attribute, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const bdi = (text) => element("bdi", {}, text);

/** A link, only where it leads to the web. */
function anchor(url, text) {
  return /^https?:\/\//i.test(url || "") ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, bdi(text)) : bdi(text);
}

/** The address of a passage (the text fragment that browsers scroll to). */
function passage(url, words) {
  const start = words.trim().split(/\s+/).slice(0, 8).join(" ");
  return start ? `${url}#:~:text=${encodeURIComponent(start).replaceAll("-", "%2D")}` : url;
}

function section(title, ...children) {
  return children.flat().length ? [element("h3", {}, title), ...children.flat()] : [];
}

function entry(event, choose) {
  return element("button", { type: "button", class: "entry", click: () => choose(event) }, icon({ mark: event.shape, family: event.family, standing: event.standing }), " ", bdi(event.label), element("small", {}, `${event.when} · ${event.status}`));
}

function evidence(claim) {
  const article = key.articles[claim.article];
  const parts = [element("p", {}, element("b", {}, bdi(claim.who))), element("p", { class: "why" }, claim.says)];
  if (claim.text) parts.push(element("blockquote", {}, element("bdi", {}, claim.text[0], element("mark", {}, claim.text[1]), claim.text[2])));
  if (article) {
    const url = article.url && claim.text ? passage(article.url, claim.text.join("")) : article.url;
    const rest = [article.publisher, article.published].filter(Boolean).join(", ");
    parts.push(element("p", { class: "source" }, anchor(url, article.title), rest ? element("span", {}, " · ", bdi(rest)) : null));
  }
  return parts;
}

function cast(event, choose) {
  const rows = new Map(Object.keys(key.roles).map((role) => [role, []]));
  for (const { role, actor } of event.cast) rows.set(role, [...(rows.get(role) || []), actor]);
  const list = element("dl");
  for (const [role, people] of rows) if (people.length) list.append(element("dt", {}, key.roles[role] || role), element("dd", {}, people.map((actor) => element("button", { type: "button", class: "chip", click: () => choose(actor) }, bdi(actor.label)))));
  return event.cast.length ? [list] : [];
}

function steps(event, choose) {
  const list = inOrder.filter((other) => other.shown);
  const i = list.indexOf(event);
  const step = (text, other) => {
    const button = element("button", { type: "button", click: () => choose(other) }, text);
    button.disabled = !other;
    return button;
  };
  return element("div", { class: "steps" }, step("← Before", list[i - 1]), step("After →", list[i + 1]));
}

function fill(...children) {
  panel.replaceChildren(...children.flat().filter(Boolean));
  panel.scrollTop = 0;
}

const close = (choose) => element("button", { type: "button", class: "close", "aria-label": "Close the details", click: () => choose(null) }, "×");
const heading = (text) => element("h2", { tabindex: "-1" }, bdi(text));

export function showEvent(event, choose) {
  const standing = standingOf.get(event.standing);
  const badge = element("span", { class: `badge ${event.standing}`, title: standing?.why }, element("span", {}, event.status));
  badge.style.color = `var(--${event.family})`;
  const kind = element("p", { class: "kind" }, icon({ mark: event.shape, family: event.family, standing: event.standing }), ` ${event.type || "Event"}`);
  fill(
    close(choose), kind, heading(event.label),
    element("p", {}, badge, event.contested ? element("span", { class: "badge" }, "Contested: accounts differ") : null),
    section("When", element("p", { class: "date" }, event.when), event.why ? element("p", { class: "why" }, bdi(event.why)) : []),
    section("Who takes part", cast(event, choose)),
    event.place ? section("Place", element("p", {}, bdi(event.place))) : [],
    event.figures ? section("Figures", element("ul", {}, event.figures.map((figure) => element("li", {}, bdi(figure))))) : [],
    section("Who says so", (event.claims || []).flatMap(evidence)),
    section("Connected events", (event.relations || []).flatMap(([how, id]) => [element("p", { class: "why" }, how), entry(byId.get(id), choose)])),
    steps(event, choose),
  );
}

export function showActor(actor, choose) {
  const [timeline, said] = [actor.events, actor.claims].map((list) => inOrder.filter((event) => list.includes(event)));
  const count = (list) => `${list.length} event${list.length === 1 ? "" : "s"}`;
  const others = new Map();
  for (const event of timeline) for (const { role, actor: other } of event.cast) if (other !== actor && role !== "place") others.set(other, (others.get(other) || 0) + 1);
  const counterparts = [...others].sort((a, b) => b[1] - a[1]).slice(0, 12);
  fill(
    close(choose), element("p", { class: "kind" }, bdi(actor.type || "actor")), heading(actor.label),
    actor.aliases ? section("Also called", element("p", {}, actor.aliases.flatMap((alias, i) => [i ? ", " : null, bdi(alias)]))) : [],
    actor.links ? section("Links", element("ul", {}, actor.links.map((url) => element("li", {}, anchor(url, url.replace(/^https?:\/\/(www\.)?/, "")))))) : [],
    section("Together with", counterparts.length ? element("p", {}, counterparts.map(([other, n]) => element("button", { type: "button", class: "chip", click: () => choose(other) }, bdi(other.label), ` ${n}`))) : []),
    section(`Takes part in ${count(timeline)}`, timeline.map((event) => entry(event, choose))),
    section(`Speaks of ${count(said)}`, said.map((event) => entry(event, choose))),
  );
}

export function showKey() {
  const line = (picture, text) => element("p", { class: "line" }, picture, element("span", {}, text));
  fill(
    heading("How to read this"),
    element("p", {}, "Each row is an actor, each mark an event on the row of who acts, or of whom or what it concerns. Thin lines run to the others who take part."),
    section("How far it is a fact", key.standings.map(({ id, name, why }) => line(icon({ mark: "square", standing: id }), `${name}: ${why}`))),
    section("What kind of event", key.families.map(({ id, name, mark }) => line(icon({ mark, family: id, standing: "fact" }), name))),
    section("Time", element("p", {}, "Within a day, events stand in the order in which they are told; the text gives no hour. A bar shows the days an event lasted: full where it certainly did, pale where it may have. An event whose day nobody states stands at the side, not on a day.")),
    section("Network", element("p", {}, "The same story as a net: circles are actors, the larger the more events they take part in; marks are events, with lines to all who take part.")),
    section("Evidence", element("p", {}, "Choose an event to see the sentence, who says so, and why it has this date. Choose an actor to follow one story. Scroll or pinch to zoom, drag to move.")),
  );
}

export function focusPanel() {
  panel.querySelector("h2")?.focus();
}

export function openPanel(open) {
  panel.classList.toggle("open", open);
}

