// The panel for one event: when and why so, how far it is a fact, who takes part, who says so and in which words, what it is connected with.

import { citation, passage, turtle, web } from "./cite.js";
import { boundsOf, claimsOf, inOrder, iriOf, key, lookUp, publishedOf, standingOf, whenOf, words } from "./data.js";
import { bdi, button, copy, element, find } from "./dom.js";
import { iconOf } from "./marks.js";
import { neighbours } from "./order.js";
import { state } from "./state.js";

const FULL = 3; // claims shown at once; the others open on request

export const section = (title, ...children) => (children.flat().length ? [element("h3", {}, title), ...children.flat()] : []);

/** A link, only where it leads to the web. */
export function anchor(url, text) {
  return web(url) ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, bdi(text)) : bdi(text);
}

export const entry = (event) => button({ class: "entry", click: () => state.choose(event) }, iconOf(event), element("span", {}, bdi(event.label), element("small", {}, `${whenOf(event)} · ${event.status}`)));
export const chip = (actor, ...more) => button({ class: "chip", click: () => state.choose(actor) }, bdi(actor.label), ...more);

/** A sentence with the words marked on which the claim rests. */
function marked(sentence, marks) {
  const parts = [];
  let at = 0;
  for (const [kind, start, end] of marks) {
    parts.push(sentence.slice(at, start), element("mark", { class: kind === "event" ? "word" : kind === "time" ? "when" : "part", title: kind === "event" ? "The event" : kind === "time" ? "Its date rests on this" : key.roles[kind] ?? kind }, sentence.slice(start, end)));
    at = end;
  }
  return [...parts, sentence.slice(at)];
}

function quotation({ sentence, marks, before, after }) {
  if (!sentence) return [];
  const around = (list, first) => (list.length ? element("span", { class: "around" }, first ? `${list.join(" ")} ` : ` ${list.join(" ")}`) : null);
  return [element("blockquote", {}, bdi(""), element("bdi", {}, around(before, true), element("span", { class: "sentence" }, marked(sentence, marks)), around(after, false)))];
}

function source({ article, sentence }) {
  if (!article) return [];
  const rest = [article.publisher, publishedOf(article)].filter(Boolean).join(", ");
  const url = web(article.url);
  return [element("p", { class: "source" }, element("span", {}, bdi(article.title)), rest ? element("span", {}, " · ", bdi(rest)) : null, url ? [" · ", anchor(sentence ? passage(url, sentence) : url, sentence ? "Open at this passage" : "Open")] : null)];
}

const evidence = (claim, n) => element("div", { class: "claim", id: `claim-${n}`, tabindex: -1 }, element("p", {}, element("b", {}, bdi(claim.who))), element("p", { class: "why" }, claim.says), quotation(claim), source(claim));

/** Claims of articles that were known by the day that is set. */
const heard = (event) => claimsOf(event).filter(({ article }) => state.known === null || article?.known === undefined || article.known <= state.known);

function testimony(event) {
  const claims = heard(event);
  const places = new Set(claims.map(({ article }) => article)).size;
  const [shown, rest] = [claims.slice(0, FULL), claims.slice(FULL)].map((some, late) => some.map((claim, n) => evidence(claim, n + late * FULL)));
  const title = claims.length > 1 ? `Who says so: told ${claims.length} times${places > 1 ? `, in ${places} articles` : ""}` : "Who says so";
  return section(title, shown, rest.length ? element("details", {}, element("summary", {}, `${rest.length} more`), rest) : []);
}

/** Shows the evidence of a claim, also where it is folded away. */
function reveal(n) {
  const place = find(`claim-${n}`);
  place.closest("details")?.setAttribute("open", "");
  const panel = find("panel"); // scrolled by itself: a page in a notebook's frame must not move
  panel.scrollTop += place.getBoundingClientRect().top - panel.getBoundingClientRect().top - 40;
  place.focus({ preventScroll: true });
}

/** What accounts differ in: each value beside the others, with who gives it and since when; each leads to its evidence. */
function accounts(event) {
  const matters = new Map();
  heard(event).forEach((claim, n) => claim.values.forEach(({ what, value }) => matters.set(what, [...(matters.get(what) || []), { value, claim, n }])));
  const line = ({ value, claim, n }) => element("tr", {}, element("td", {}, button({ class: "value", title: "Show the evidence", click: () => reveal(n) }, bdi(value))), element("td", {}, bdi(claim.who)), element("td", {}, (claim.article && publishedOf(claim.article)) || ""));
  const reported = ({ claim }) => claim.article?.published || "~";
  const heading = element("thead", {}, element("tr", {}, ["Value", "Who says so", "Reported"].map((title) => element("th", { scope: "col" }, title))));
  const tables = [...matters].filter(([, rows]) => new Set(rows.map(({ value }) => value)).size > 1)
    .map(([what, rows]) => element("table", { class: "accounts" }, element("caption", {}, bdi(what)), heading.cloneNode(true), element("tbody", {}, rows.sort((a, b) => reported(a).localeCompare(reported(b))).map(line))));
  return section("Accounts differ", tables);
}

function cast(event) {
  const rows = new Map(Object.keys(key.roles).map((role) => [role, []]));
  for (const { role, actor } of event.cast) rows.set(role, [...(rows.get(role) || []), actor]);
  const list = element("dl");
  for (const [role, people] of rows) if (people.length) list.append(element("dt", {}, key.roles[role] || role), element("dd", {}, people.map((actor) => chip(actor))));
  return event.cast.length ? [list] : [];
}

function date(event) {
  const parts = [element("p", { class: "date" }, whenOf(event))];
  if (event.why) parts.push(element("p", { class: "why" }, "Why: ", bdi(words.spoken(event.why))));
  if (event.at !== "axis") {
    const near = neighbours(event);
    if (near.after) parts.push(element("p", { class: "why" }, "After:"), entry(near.after));
    if (near.before) parts.push(element("p", { class: "why" }, "Before:"), entry(near.before));
  }
  if (event.known !== undefined) parts.push(element("p", { class: "why" }, `First reported: ${words.say("day", event.known)}`));
  return parts;
}

function steps(event) {
  const list = inOrder.filter((other) => other.shown);
  const i = list.indexOf(event);
  const step = (text, other) => button({ disabled: !other, title: other?.label, click: () => state.choose(other) }, text);
  return element("div", { class: "steps" }, step("← Before", list[i - 1]), step("After →", list[i + 1]));
}

function takeAway(event) {
  const [claim] = claimsOf(event);
  const cited = () => citation({ ...claim, article: claim?.article && { ...claim.article, url: web(claim.article.url) }, published: claim?.article && publishedOf(claim.article), label: event.label, when: whenOf(event), status: event.status });
  const facts = () => turtle({ iri: iriOf(event), label: event.label, state: event.state, code: event.code, bounds: boundsOf(event), cast: event.cast.map(({ role, actor }) => ({ role, iri: iriOf(actor) })) });
  return section("Take away", element("p", { class: "copies" },
    button({ click: () => copy(cited(), "Citation") }, "Citation"), button({ click: () => copy(facts(), "Turtle") }, "Turtle"), button({ click: () => copy(iriOf(event), "IRI") }, "IRI"),
    lookUpLink(event)));
}

/** Where the thing can be looked up, if the page knows of such a place. */
export function lookUpLink(node) {
  return lookUp ? element("a", { class: "button", href: lookUp.replace(/\/?$/, "/") + node.key, target: "_blank", rel: "noopener noreferrer" }, "Look up") : null;
}

/** What the panel holds for an event, below its heading. */
export function eventParts(event) {
  const standing = standingOf.get(event.standing);
  const badge = element("span", { class: `badge ${event.standing}`, title: standing?.why }, event.status);
  return [
    element("p", {}, badge, event.contested ? element("span", { class: "badge dispute" }, "Contested: accounts differ") : null,
      event.confidence === undefined ? null : element("span", { class: "badge", title: "How likely type and cast were read rightly from the text; it says nothing of whether the text is true" }, `read with ${event.confidence} % confidence`)),
    event.contested ? accounts(event) : [],
    section("When", date(event)),
    section("Who takes part", cast(event)),
    event.place && !event.cast.some(({ role }) => role === "place") ? section("Place", element("p", {}, bdi(event.place))) : [],
    event.figures ? section("Figures", element("ul", {}, event.figures.map((figure) => element("li", {}, bdi(figure))))) : [],
    testimony(event),
    section("Connected events", event.relations.flatMap(([how, other]) => [element("p", { class: "why" }, key.relations[how] ?? how), entry(other)])),
    steps(event),
    takeAway(event),
  ];
}
