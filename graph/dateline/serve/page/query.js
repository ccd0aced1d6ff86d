// The query page: shipped queries with their parameters, an editor, the answer.
import { byId, closeHits, find, make } from "/assets/page.js";
import { completing } from "/assets/complete.js";
import { holdsEdtf, linkNames, shown, table, toCsv } from "/assets/table.js";

const ENDPOINT = "/sparql";
const START = `SELECT ?date ?status ?label ?event
WHERE {
  ?event a sem:Event ; rdfs:label ?label ; dl:status ?status .
  OPTIONAL { ?event dl:date ?date }
}
ORDER BY ?date
LIMIT 100`;
// What the values of parameters are the names of.
const NAMED = { actor: ["actor"], speaker: ["actor"], place: ["actor"], label: ["event"], words: ["event"], about: ["event"] };

const text = byId("text"), told = byId("told"), result = byId("result");
let setup = { base: "", topics: [], queries: [], prefixes: {}, terms: [], types: [] };
let chosen = null, closeOffers = () => {}, asking = 0;

async function begin() {
  setup = await (await fetch("/setup.json")).json();
  closeOffers = completing(text, setup);
  byId("queries").replaceChildren(...setup.topics.flatMap((topic) => [
    make("h3", topic),
    list(setup.queries.filter((query) => query.topic === topic)),
  ]));
  const given = new URLSearchParams(location.hash.slice(1)).get("query");
  text.value = given || START;
  if (given) run();
  byId("desk").dataset.ready = "true";
}

function list(queries) {
  const made = make("ul");
  made.append(...queries.map((query) => {
    const item = make("li"), button = make("button", query.title, { type: "button", title: query.answers, "data-name": query.name });
    button.addEventListener("click", () => { choose(query); run(); });
    item.append(button);
    return item;
  }));
  return made;
}

// -- shipped queries ---------------------------------------------------------------------------------------------------

// The literal of a parameter stands between braces behind VALUES ?name; the server's command line fills it in the same way.
function filled(query) {
  return query.parameters.reduce((sparql, parameter) => {
    const input = byId("parameter-" + parameter.name);
    const slot = new RegExp("(VALUES \\?" + parameter.name + " \\{ )([^{}\\n]*)( \\})");
    const value = input ? input.value : parameter.value;
    return sparql.replace(slot, (whole, before, now, after) => before + (isDay(now) && !value ? now : literal(now, value)) + after);
  }, query.sparql);
}

// A day is given in a field for days: what is none leaves the day that was there.
function isDay(like) {
  return like.includes("^^xsd:date");
}

function literal(like, value) {
  const escaped = '"' + value.replace(/[\\"]/g, "\\$&").replace(/[{}]/g, (c) => (c === "{" ? "\\u007B" : "\\u007D")).replace(/\s/g, " ") + '"';
  if (isDay(like)) return escaped + "^^xsd:date";
  return /^\s*[0-9]+\s*$/.test(like) ? String(parseInt(value, 10) || 0) : escaped;
}

function choose(query) {
  chosen = query;
  closeHits();
  for (const button of document.querySelectorAll("#queries button")) {
    button.toggleAttribute("aria-current", button.dataset.name === query.name);
  }
  byId("about").textContent = query.answers;
  byId("parameters").replaceChildren(...query.parameters.map((parameter) => {
    const label = make("label", parameter.name, { title: parameter.about });
    const day = isDay((new RegExp("VALUES \\?" + parameter.name + " \\{ ([^{}\\n]*) \\}").exec(query.sparql) || [""])[0]);
    const kind = day ? { type: "date", required: "" } : { list: "names-" + parameter.name };
    const input = make("input", null, { id: "parameter-" + parameter.name, placeholder: parameter.about, ...kind });
    input.value = parameter.value;
    input.addEventListener("input", () => { text.value = filled(query); suggest(parameter.name, input.value); });
    input.addEventListener("focus", () => suggest(parameter.name, input.value));
    label.append(input, make("datalist", null, { id: "names-" + parameter.name }));
    return label;
  }));
  text.value = filled(query);
}

// Names in the graph that a parameter may have.
let suggesting = 0;
async function suggest(name, value) {
  const mine = ++suggesting, names = byId("names-" + name);
  let found = name === "type" ? setup.types : [];
  if (NAMED[name] && value.trim().length > 1) found = (await find(value + "*", NAMED[name], 12).catch(() => [])).map((hit) => hit.text);
  if (mine === suggesting) names.replaceChildren(...found.map((one) => make("option", null, { value: one })));
}

// -- asking ------------------------------------------------------------------------------------------------------------

function ask(sparql) {
  const headers = { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" };
  return fetch(ENDPOINT, { method: "POST", headers, body: sparql });
}

async function run() {
  const mine = ++asking, begun = performance.now();
  closeOffers();
  byId("run").disabled = true;
  byId("downloads").hidden = true;
  byId("dates").hidden = true;
  told.className = "";
  told.textContent = "Asking …";
  history.replaceState(null, "", "#" + new URLSearchParams({ query: text.value }));
  byId("link").href = location.href;
  try {
    const answer = await ask(text.value);
    const body = await answer.text();
    if (mine !== asking) return;
    const seconds = ((performance.now() - begun) / 1000).toFixed(2);
    if (!answer.ok) return complain(body);
    show(body, answer.headers.get("Content-Type") || "", seconds);
  } catch (error) {
    if (mine === asking) complain("The server cannot be reached: " + error.message);
  } finally {
    if (mine === asking) byId("run").disabled = false;
  }
}

function complain(message) {
  told.className = "wrong";
  told.textContent = message.trim();
  result.replaceChildren();
}

function show(body, kind, seconds) {
  if (!kind.startsWith("application/sparql-results+json")) {
    told.textContent = `A graph, in ${seconds} s`;
    result.replaceChildren(make("pre", body));
    return;
  }
  const answer = JSON.parse(body);
  if ("boolean" in answer) {
    told.textContent = `${answer.boolean ? "Yes" : "No"} (${answer.boolean}), in ${seconds} s`;
    result.replaceChildren();
    return;
  }
  const rows = answer.results.bindings, columns = answer.head.vars;
  told.textContent = `${rows.length} ${rows.length === 1 ? "row" : "rows"}${shown(rows)}, in ${seconds} s${rows.length ? "" : hint()}`;
  const made = table(columns, rows, setup);
  result.replaceChildren(made);
  linkNames(made, async (sparql) => (await ask(sparql)).json(), setup).catch(() => {}); // names without links do as well
  byId("dates").hidden = !holdsEdtf(rows);
  download("csv", toCsv(columns, rows), "text/csv");
  download("json", body, "application/json");
  byId("downloads").hidden = false;
}

// What may be done where nothing was found.
function hint() {
  const unknown = misspelt(text.value);
  if (unknown.length) return `. The vocabulary has no ${unknown.join(", ")}`;
  const asked = chosen && text.value === filled(chosen) ? chosen.parameters : [];
  return asked.length ? `. Try another ${asked.map((p) => `${p.name} (${p.about})`).join(", or ")}` : "";
}

// Names that look like terms of the vocabulary and are none, with the one that differs in capitals only.
function misspelt(sparql) {
  const bare = sparql.replace(/<[^<>"{}|^`\\\s]*>|"[^"\\\n]*"|'[^'\\\n]*'|#[^\n]*/g, " ");
  const known = setup.terms.map((term) => term.name);
  const unknown = [...new Set(bare.match(/(?<![\w:])dlt?:[\w-]*\w/g) || [])].filter((name) => !known.includes(name));
  return unknown.map((name) => {
    const meant = known.find((one) => one.toLowerCase() === name.toLowerCase());
    return meant ? `${name} (write ${meant})` : name;
  });
}

function download(id, content, type) {
  const link = byId(id);
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([content], { type }));
}

text.addEventListener("keydown", (event) => { if (event.ctrlKey && event.key === "Enter") { event.preventDefault(); run(); } });
byId("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
begin();
