// Questions in SPARQL, for pages that carry the graph: answered by Oxigraph in a Worker, started when it is first needed. What the answers
// name can be chosen on the map.

import { inflated, inflatedBytes } from "./codec.js";
import { asking, byKey, key } from "./data.js";
import { bdi, button, copy, element, find, say } from "./dom.js";
import { tabbed } from "./cite.js";
import { chip } from "./event.js";
import { state } from "./state.js";

const MOST = 1000; // rows shown
const note = () => find("answer-note");
let worker = null;
let starting = null;
let waiting = null;

async function start() {
  const [script, engine, turtle] = await Promise.all([inflated(find("worker").textContent), inflatedBytes(find("engine").textContent), inflated(find("turtle").textContent)]);
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  worker = new Worker(url);
  URL.revokeObjectURL(url);
  worker.onmessage = ({ data }) => waiting?.resolve(data);
  worker.onerror = (event) => waiting?.resolve({ error: event.message || "the engine could not be started" });
  const { error } = await send({ engine, turtle, base: asking.base });
  if (error) throw new Error(error);
}

function send(message) {
  return new Promise((resolve) => {
    waiting = { resolve };
    worker.postMessage(message);
  });
}

/** Ends a question that takes too long; the next one starts anew. */
function stop() {
  worker?.terminate();
  [worker, starting] = [null, null];
  waiting?.resolve({ error: "stopped" });
}

async function run() {
  busy(true);
  note().textContent = worker ? "Asking…" : "Starting…";
  const begun = performance.now();
  let found;
  try {
    await (starting ??= start());
    found = await send({ query: find("question").value });
  } catch (error) {
    starting = null;
    found = { error: error.message };
  }
  busy(false);
  show(found, performance.now() - begun);
}

function busy(is) {
  find("ask-run").disabled = is;
  find("ask-stop").hidden = !is;
}

function show({ error, columns = [], rows = [] }, took) {
  const text = error ? `That could not be answered: ${error}` : `${rows.length.toLocaleString()} row${rows.length === 1 ? "" : "s"} in ${(took / 1000).toLocaleString(undefined, { maximumFractionDigits: 2 })} s${rows.length > MOST ? `; the first ${MOST.toLocaleString()} are shown` : ""}`;
  note().textContent = text;
  say(text);
  const head = element("thead", {}, element("tr", {}, columns.map((name) => element("th", { scope: "col" }, name))));
  const body = element("tbody", {}, rows.slice(0, MOST).map((row) => element("tr", {}, row.map((term) => element("td", {}, cell(term))))));
  find("answer").replaceChildren(...(rows.length ? [element("table", {}, head, body)] : []));
  find("ask-copy").hidden = !rows.length;
  find("ask-copy").onclick = () => copy(tabbed([columns, ...rows.map((row) => row.map((term) => term?.value ?? ""))]), "Table");
}

/** A term: what the map knows can be chosen, everything else is text. */
function cell(term) {
  if (!term) return "";
  const node = term.kind === "NamedNode" && term.value.startsWith(key.base) ? byKey.get(term.value.slice(key.base.length)) : null;
  return node ? chip(node) : bdi(term.value);
}

export function startAsk() {
  if (!asking) return;
  const choice = find("shipped");
  choice.append(...asking.queries.map(([title], i) => element("option", { value: i }, title)));
  const take = () => {
    const [, about, sparql] = asking.queries[choice.value];
    find("question").value = sparql.replace(/^(#.*\n|\s*\n)+/, "");
    note().textContent = about;
  };
  choice.addEventListener("change", take);
  find("ask-run").addEventListener("click", run);
  find("ask-stop").addEventListener("click", stop);
  find("question").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  take();
}
