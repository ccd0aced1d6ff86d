// An event to take away: as a citation, as Turtle, as a link to the passage it was read from.

const PREFIXES = {
  dlt: "https://w3id.org/dateline/event-type/", dl: "https://w3id.org/dateline/ontology#", sem: "http://semanticweb.cs.vu.nl/2009/11/sem/", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const BOUNDS = ["EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd"];

/** A web address, or null: only http and https are ever followed. */
export const web = (url) => (/^https?:\/\/[^\s]+$/i.test(url || "") ? url : null);

/** The address of a passage (the text fragment that browsers scroll to): its first and its last words. */
export function passage(url, words) {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (!parts.length) return url;
  const escaped = (some) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
  const text = parts.length > 12 ? `${escaped(parts.slice(0, 6))},${escaped(parts.slice(-5))}` : escaped(parts);
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${text}`;
}

/** A claim as one would cite it: “sentence” (speaker, as told by …), publisher, “title”, date, address. */
export function citation({ sentence, who, article, published, label, when, status }) {
  const source = [article?.publisher, article?.title ? `“${article.title}”` : null, published, article?.url].filter(Boolean).join(", ");
  const about = [when, status].filter(Boolean).join("; ");
  return [about ? `${label} (${about}).` : `${label}.`, sentence ? `“${sentence}”` : null, who ? `According to ${who}.` : null, source ? `${source}.` : null].filter(Boolean).join(" ");
}

const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\u0000-\u001f\u007f]/g, " ")}"`;
/** An IRI in angle brackets; what may not stand in one is written as its code. */
const named = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;

/** An event's own facts as Turtle: `{ iri, label, state, code, bounds: ISO days or null, cast: [{ role, iri }] }`. */
export function turtle(event) {
  const lines = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const facts = [["a", "sem:Event"], ["rdfs:label", quoted(event.label)], ["dl:status", quoted(event.state)]];
  if (/^[A-Z_]+$/.test(event.code || "")) facts.splice(1, 0, ["sem:eventType", `dlt:${event.code}`]);
  event.bounds.forEach((day, i) => day && facts.push([`sem:has${BOUNDS[i]}TimeStamp`, `"${day}"^^xsd:date`]));
  for (const { role, iri } of event.cast) if (/^[a-z]+$/i.test(role)) facts.push([`dl:${role}`, named(iri)]);
  return `${lines.join("\n")}\n\n${named(event.iri)}\n${facts.map(([property, value]) => `    ${property} ${value}`).join(" ;\n")} .\n`;
}

/** Rows as text that a spreadsheet takes: no cell begins what it would take for a formula. */
export function tabbed(rows) {
  return rows.map((row) => row.map((cell) => String(cell).replace(/[\t\r\n]+/g, " ").replace(/^([=+\-@])/, "'$1")).join("\t")).join("\n");
}
