// What the page was given, indexed. Text in here comes from articles: it goes into text nodes and onto the canvas, never into markup.

const DAY = 86400000;
export const given = JSON.parse(document.getElementById("data").textContent);

export const key = given.key;
export const options = given.options;
export const actors = given.nodes.filter((node) => node.kind === "actor");
export const events = given.nodes.filter((node) => node.kind === "event");
export const byId = new Map(given.nodes.map((node) => [node.id, node]));
export const standingOf = new Map(key.standings.map((standing) => [standing.id, standing]));
export const familyOf = new Map(key.families.map((family) => [family.id, family]));

/** Days since 1970 of an ISO day; null for an unknown one. */
export function dayNumber(iso) {
  return iso ? Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY) : null;
}

export function dateOf(day) {
  return new Date(day * DAY);
}

/**
 * Where in time an event stands. "axis": at least its begin or its end is bounded, so that it has a place; first and last hold all days it may
 * have lasted, coreFirst and coreLast those it certainly did (none when coreLast < coreFirst). "before" and "after" are the
 * trays: no day, though perhaps a last or a first possible one.
 */
function placeInTime(bounds) {
  const [first, begun, ends, last] = (bounds || [null, null, null, null]).map(dayNumber);
  const core = { coreFirst: begun, coreLast: ends };
  if (first !== null && last !== null) return { at: "axis", first, last, ...core, markFirst: first, markLast: begun ?? last };
  if (first !== null && first === begun) return { at: "axis", first, last: null, coreFirst: begun, coreLast: ends ?? begun, markFirst: first, markLast: first };
  if (last !== null && last === ends) return { at: "axis", first: null, last, coreFirst: begun ?? ends, coreLast: ends, markFirst: last, markLast: last };
  return { at: first !== null ? "after" : "before" };
}

function searchable(event) {
  const cast = event.cast.flatMap(({ actor }) => [actor.label, ...(actor.aliases || [])]);
  const claims = (event.claims || []).flatMap((claim) => [claim.who, (claim.text || []).join("")]);
  return [event.label, event.type, event.place, ...(event.figures || []), ...cast, ...claims].join(" ").toLowerCase();
}

for (const actor of actors) Object.assign(actor, { events: [], claims: [] });
events.forEach((event, order) => Object.assign(event, { order, cast: [], shown: true }));
for (const { from, to, role } of given.edges) {
  const [event, actor] = [byId.get(from), byId.get(to)];
  event.cast.push({ role, actor });
  if (actor.events.at(-1) !== event) actor.events.push(event);
}
for (const event of events) {
  Object.assign(event, placeInTime(event.bounds));
  event.homes = (event.homes || []).map((id) => byId.get(id));
  event.words = searchable(event);
  for (const by of new Set((event.claims || []).map((claim) => claim.by))) byId.get(by)?.claims.push(event);
}

/** Events as a reader would go through them: by day, those without one last, as told. */
export const inOrder = [...events].sort((a, b) => sortDay(a) - sortDay(b) || a.order - b.order);

function sortDay(event) {
  if (event.at !== "axis") return event.at === "after" ? 1e8 : 1e9;
  return event.first ?? event.last;
}
