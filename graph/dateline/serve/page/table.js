// Results: a table whose things lead to their pages, and the same as CSV.
import { make, pathOf } from "/assets/page.js";

const MOST = 2000; // rows shown; downloads hold all
const LONG = 60; // characters of a sentence
const NAMES = 300; // names looked up at a time
const EDTF = /^[\[{]|\d[~?%]|\/|\.\.|X/;

export function table(columns, rows, setup) {
  const made = make("table"), head = make("thead"), first = make("tr"), main = make("tbody");
  first.append(...columns.map((name) => make("th", name, { scope: "col" })));
  head.append(first);
  for (const row of rows.slice(0, MOST)) {
    const line = make("tr");
    line.append(...columns.map((name) => cell(row[name], name === "label" ? row.event : null, setup)));
    main.append(line);
  }
  made.append(head, main);
  return made;
}

export const shown = (rows) => (rows.length > MOST ? `, of which the first ${MOST} are shown` : "");

// Whether dates are among the values that want to be explained.
export function holdsEdtf(rows) {
  return rows.slice(0, MOST).some((row) => Object.values(row).some((value) => isEdtf(value) && EDTF.test(value.value)));
}

const isEdtf = (value) => (value.datatype || "").endsWith("EDTF");

function cell(value, named, setup) {
  const made = make("td");
  if (!value) return made;
  if (value.type === "uri") {
    const name = short(value.value, setup), href = hrefOf(value.value, name, setup);
    made.append(href ? make("a", name, { href, title: value.value, rel: "nofollow noreferrer" }) : make("span", value.value));
    return made;
  }
  if (named && named.type === "uri") made.append(make("a", value.value, { href: hrefOf(named.value, "", setup) || "#" }));
  else made.textContent = value.value;
  if (value["xml:lang"]) made.title = value["xml:lang"];
  else if (value.datatype) made.title = short(value.datatype, setup);
  if (isEdtf(value) || /^[\d.-]{1,10}$/.test(value.value)) made.className = "value";
  else if (value.value.length > LONG) made.className = "long";
  return made;
}

// Where an IRI leads: a page of this server, or the address itself.
function hrefOf(iri, name, setup) {
  if (iri.startsWith(setup.base)) return pathOf(iri);
  if (name.startsWith("dl:") || name.startsWith("dlt:")) return "/vocabulary#" + name;
  return /^https?:/.test(iri) ? iri : null;
}

function short(iri, setup) {
  for (const [prefix, space] of Object.entries(setup.prefixes)) {
    if (iri.startsWith(space) && /^[\w.-]+$/.test(iri.slice(space.length))) return prefix + ":" + iri.slice(space.length);
  }
  return iri.startsWith(setup.base) ? iri.slice(setup.base.length) : iri;
}

// Lead the names of actors and publishers among the cells to their pages, where only one is called so.
export async function linkNames(made, ask, setup) {
  const cells = new Map();
  for (const cell of made.querySelectorAll("td:not([class]):not(:has(*))")) {
    if (cell.textContent) cells.set(cell.textContent, [...(cells.get(cell.textContent) || []), cell]);
  }
  const names = [...cells.keys()].slice(0, NAMES).map((name) => JSON.stringify(name));
  if (!names.length) return;
  const found = await ask(`SELECT ?name (SAMPLE(?a) AS ?iri) {
    VALUES ?name { ${names.join(" ")} } ?a rdfs:label ?name . { ?a dl:actorType ?type } UNION { ?a a dl:Publisher }
  } GROUP BY ?name HAVING (COUNT(DISTINCT ?a) = 1)`);
  for (const { name, iri } of found.results.bindings) {
    for (const cell of cells.get(name.value) || []) cell.replaceChildren(make("a", name.value, { href: hrefOf(iri.value, "", setup) || "#" }));
  }
}

export function toCsv(columns, rows) {
  const quoted = (value) => (/[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value);
  const lines = rows.map((row) => columns.map((name) => quoted(row[name] ? row[name].value : "")).join(","));
  return [columns.map(quoted).join(","), ...lines].join("\r\n") + "\r\n";
}
