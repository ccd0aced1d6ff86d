// What the page was given, indexed. Text in here comes from articles: it goes into text nodes and onto the canvas, never into markup.

import { inflated, rows } from "./codec.js";
import { isoOf, speaker } from "./days.js";

const given = JSON.parse(await inflated(document.getElementById("data").textContent));

export const key = given.key;
export const options = given.options;
export const lookUp = given.link;
export const asking = given.asking; // queries and base, in pages that carry the graph
export const actors = rows(given.actor);
export const events = rows(given.event);
export const byId = new Map([...actors, ...events].map((node) => [node.id, node]));
export const standingOf = new Map(key.standings.map((standing) => [standing.id, standing]));
export const familyOf = new Map(key.families.map((family) => [family.id, family]));
export const words = speaker(navigator.languages?.length ? navigator.languages : undefined);

/** Where a claim's parts stand in the list that carries it. */
const [VOICE, SAYS, ARTICLE, BY, NEAREST, SENTENCE, MARKS, BEFORE, AFTER, VALUES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** An event's claims with their words. */
export function claimsOf(event) {
  return (event.claims || []).map((claim) => ({
    who: key.voices[claim[VOICE]], says: key.says[claim[SAYS]], by: byId.get(claim[BY]), article: key.articles[claim[ARTICLE]],
    sentence: key.sentences[claim[SENTENCE]], marks: claim[MARKS] || [],
    before: (claim[BEFORE] || []).map((i) => key.sentences[i]), after: (claim[AFTER] || []).map((i) => key.sentences[i]),
    values: (claim[VALUES] || []).map(([what, value]) => ({ what: key.says[what], value: key.says[value] })),
  }));
}

/** Who else speaks of it, and all its words: what a search looks through. */
export function wordsOf(event) {
  const cast = event.cast.flatMap(({ actor }) => [actor.label, ...(actor.aliases || [])]);
  const said = (event.claims || []).flatMap((claim) => [key.voices[claim[VOICE]], key.sentences[claim[SENTENCE]]]);
  return [event.label, event.type, event.place, ...(event.figures || []), ...cast, ...said].filter(Boolean).join(" ");
}

export const iriOf = (node) => key.base + (node.key || "");

/** A day in short, for axis and lists; and the date of an event in words. */
export const whenOf = (event) => (event.when === undefined ? words.say("week", event.bounds) : words.spoken(event.when));

const publisherOf = (number) => key.articles[number]?.publisher || key.articles[number]?.title || "Unnamed source";

/** The day of publication in words, where it is one day. */
export const publishedOf = (article) => (/^\d{4}-\d\d-\d\d$/.test(article.published || "") ? words.say("day", Date.parse(article.published) / 86400000) : article.published);

/**
 * Where in time an event stands. "axis": at least its begin or its end is bounded, so that it has a place; first and last hold all days it may
 * have lasted, coreFirst and coreLast those it certainly did (none when coreLast < coreFirst). "before" and "after" are the
 * trays: no day, though perhaps a last or a first possible one.
 */
function placeInTime(bounds) {
  if (typeof bounds === "number") return { at: "axis", first: bounds, last: bounds, coreFirst: bounds, coreLast: bounds, markFirst: bounds, markLast: bounds };
  const [first, begun, ends, last] = bounds || [null, null, null, null];
  const core = { coreFirst: begun, coreLast: ends };
  if (first !== null && last !== null) return { at: "axis", first, last, ...core, markFirst: first, markLast: begun ?? last };
  if (first !== null && first === begun) return { at: "axis", first, last: null, coreFirst: begun, coreLast: ends ?? begun, markFirst: first, markLast: first };
  if (last !== null && last === ends) return { at: "axis", first: null, last, coreFirst: begun ?? ends, coreLast: ends, markFirst: last, markLast: last };
  return { at: first !== null ? "after" : "before" };
}

const NOWHERE = { first: undefined, last: undefined, coreFirst: undefined, coreLast: undefined, markFirst: undefined, markLast: undefined };
const datedAs = (event) => (event.at !== "axis" ? "none" : event.first !== null && event.first === event.last ? "day" : "span");

/** The clock's two faces: events on the days when they happened, or on the day when the first article told of them. */
export function setClock(clock) {
  for (const event of events) {
    Object.assign(event, NOWHERE, clock === "known" ? placeInTime(event.known) : placeInTime(event.bounds));
    event.dated = datedAs(event);
  }
  const rank = (event) => (event.at !== "axis" ? (event.at === "after" ? 1e8 : 1e9) : event.first ?? event.last);
  inOrder.length = 0;
  inOrder.push(...[...events].sort((a, b) => rank(a) - rank(b) || a.order - b.order));
}

/** What an event counted as on a day: an article of the next day may have told more. */
export function setKnown(day) {
  for (const event of events) {
    if (!event.steps) continue;
    const [, standing, status] = event.steps.filter(([since]) => day === null || since <= day).at(-1) || event.steps[0];
    Object.assign(event, { standing, status });
  }
}

/** Events as a reader would go through them: by day, those without one last, as told. */
export const inOrder = [];

const sheets = new Map(key.families.map((family) => [family.id, family.mark]));
for (const actor of actors) Object.assign(actor, { kind: "actor", events: [], claims: [] });
events.forEach((event, order) => Object.assign(event, {
  kind: "event", order, cast: [], shown: true, shape: sheets.get(event.family),
  relations: (event.relations || []).map(([kind, id]) => [kind, byId.get(id)]),
  voices: [...new Set((event.claims || [[-1, -1, -1, 0, -1]]).map((claim) => key.voices[claim[NEAREST]] ?? "The article"))],
  sources: [...new Set((event.claims || [[]]).map((claim) => publisherOf(claim[ARTICLE])))],
}));
const { from, to, role } = given.edges;
(from || []).forEach((id, i) => {
  const [event, actor] = [byId.get(id), byId.get(to[i])];
  event.cast.push({ role: role[i], actor });
  if (actor.events.at(-1) !== event) actor.events.push(event);
});
for (const event of events) {
  event.homes = (event.homes || []).map((id) => byId.get(id));
  for (const by of new Set((event.claims || []).map((claim) => claim[BY]))) if (by) byId.get(by)?.claims.push(event);
}
setClock("happened");

/** Things by what links call them; of two with one name the first. */
export const byKey = new Map([...actors, ...events].reverse().map((node) => [node.key ?? node.id, node]));
for (const node of [...actors, ...events]) node.key ??= node.id;

/** All days on which articles were published, in order. */
export const publications = [...new Set(key.articles.map((article) => article.known).filter((day) => day !== undefined))].sort((a, b) => a - b);

/** The four bounds of an event as ISO days. */
export const boundsOf = (event) => (typeof event.bounds === "number" ? Array(4).fill(event.bounds) : event.bounds || []).map((day) => (day === null ? null : isoOf(day)));
