"use strict";
// The query page: shipped queries with their parameters, completion of terms, results as a table. All text from the graph is set as
// text, never as markup.
(() => {
  const ENDPOINT = "/sparql";
  const MOST = 2000; // rows shown; downloads hold all
  const byId = (id) => document.getElementById(id);

  function make(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  // -- search, on every page -----------------------------------------------------------------------------------------
  const search = byId("search");
  search.addEventListener("submit", async (event) => {
    event.preventDefault();
    const hits = byId("hits");
    hits.hidden = false;
    hits.replaceChildren(make("div", "…"));
    const answer = await fetch("/search?q=" + encodeURIComponent(new FormData(search).get("q")));
    if (!answer.ok) return hits.replaceChildren(make("div", await answer.text()));
    const found = (await answer.json()).hits;
    hits.replaceChildren(...found.map((hit) => {
      const line = make("div");
      line.append(make("a", hit.text, { href: pathOf(hit.iri) }), make("span", " " + hit.kind));
      return line;
    }));
    if (!found.length) hits.replaceChildren(make("div", "Nothing found."));
  });

  // A thing of this graph has a page at the path of its IRI.
  function pathOf(iri) {
    try {
      const url = new URL(iri);
      return url.pathname + url.hash;
    } catch {
      return "#";
    }
  }

  const desk = byId("desk");
  if (!desk) return;

  // -- setting up ----------------------------------------------------------------------------------------------------
  const text = byId("text"), told = byId("told"), result = byId("result"), offers = byId("offers");
  let setup = { base: "", queries: [], prefixes: {}, terms: [] };
  let chosen = null;

  const START = `SELECT ?date ?status ?label ?event
WHERE {
  ?event a sem:Event ; rdfs:label ?label ; dl:status ?status .
  OPTIONAL { ?event dl:date ?date }
}
ORDER BY ?date
LIMIT 100`;

  async function begin() {
    setup = await (await fetch("/setup.json")).json();
    byId("queries").replaceChildren(...setup.queries.map((query) => {
      const item = make("li"), button = make("button", query.title, { type: "button", title: query.answers, "data-name": query.name });
      button.addEventListener("click", () => { choose(query); run(); });
      item.append(button);
      return item;
    }));
    const given = new URLSearchParams(location.hash.slice(1)).get("query");
    text.value = given || START;
    if (given) run();
    desk.dataset.ready = "true";
  }

  // The literal of a parameter stands between braces behind VALUES ?name; the server's command line fills it in the same way.
  function filled(query) {
    return query.parameters.reduce((sparql, parameter) => {
      const input = byId("parameter-" + parameter.name);
      const slot = new RegExp("(VALUES \\?" + parameter.name + " \\{ )([^{}\\n]*)( \\})");
      return sparql.replace(slot, (whole, before, now, after) => before + literal(now, input ? input.value : parameter.value) + after);
    }, query.sparql);
  }

  function literal(like, value) {
    const escaped = '"' + value.replace(/[\\"]/g, "\\$&").replace(/[{}]/g, (c) => (c === "{" ? "\\u007B" : "\\u007D")).replace(/\s/g, " ") + '"';
    if (like.includes("^^xsd:date")) return escaped + "^^xsd:date";
    return /^\s*[0-9]+\s*$/.test(like) ? String(parseInt(value, 10) || 0) : escaped;
  }

  function choose(query) {
    chosen = query;
    for (const button of document.querySelectorAll("#queries button")) {
      button.toggleAttribute("aria-current", button.dataset.name === query.name);
    }
    byId("about").textContent = query.answers;
    byId("parameters").replaceChildren(...query.parameters.map((parameter) => {
      const label = make("label", parameter.name, { title: parameter.about });
      const input = make("input", null, { id: "parameter-" + parameter.name, placeholder: parameter.about });
      input.value = parameter.value;
      input.addEventListener("input", () => { text.value = filled(query); });
      label.append(input);
      return label;
    }));
    text.value = filled(query);
  }

  // -- asking --------------------------------------------------------------------------------------------------------
  let asking = 0;
  async function run() {
    const mine = ++asking, begun = performance.now();
    closeOffers();
    byId("run").disabled = true;
    byId("downloads").hidden = true;
    told.className = "";
    told.textContent = "Asking …";
    history.replaceState(null, "", "#" + new URLSearchParams({ query: text.value }));
    byId("link").href = location.href;
    try {
      const answer = await fetch(ENDPOINT, {
        method: "POST",
        headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
        body: text.value,
      });
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
    const only = rows.length > MOST ? `, of which the first ${MOST} are shown` : "";
    told.textContent = `${rows.length} ${rows.length === 1 ? "row" : "rows"}${only}, in ${seconds} s`;
    result.replaceChildren(table(columns, rows.slice(0, MOST)));
    download("csv", toCsv(columns, rows), "text/csv");
    download("json", body, "application/json");
    byId("downloads").hidden = false;
  }

  function table(columns, rows) {
    const made = make("table"), head = make("thead"), first = make("tr"), main = make("tbody");
    first.append(...columns.map((name) => make("th", name, { scope: "col" })));
    head.append(first);
    for (const row of rows) {
      const line = make("tr");
      line.append(...columns.map((name) => cell(row[name])));
      main.append(line);
    }
    made.append(head, main);
    return made;
  }

  function cell(value) {
    const made = make("td");
    if (!value) return made;
    if (value.type === "uri") {
      const named = short(value.value);
      const href = value.value.startsWith(setup.base) ? pathOf(value.value) : named.startsWith("dl") ? "/vocabulary#" + named : /^https?:/.test(value.value) ? value.value : null;
      made.append(href ? make("a", named, { href, title: value.value, rel: "nofollow noreferrer" }) : make("span", value.value));
    } else {
      made.textContent = value.value;
      if (value["xml:lang"]) made.title = value["xml:lang"];
      else if (value.datatype) made.title = short(value.datatype);
    }
    return made;
  }

  function short(iri) {
    for (const [prefix, space] of Object.entries(setup.prefixes)) {
      if (iri.startsWith(space) && /^[\w.-]+$/.test(iri.slice(space.length))) return prefix + ":" + iri.slice(space.length);
    }
    return iri.startsWith(setup.base) ? iri.slice(setup.base.length) : iri;
  }

  function toCsv(columns, rows) {
    const quoted = (value) => (/[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value);
    const lines = rows.map((row) => columns.map((name) => quoted(row[name] ? row[name].value : "")).join(","));
    return [columns.map(quoted).join(","), ...lines].join("\r\n") + "\r\n";
  }

  function download(id, content, type) {
    const link = byId(id);
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([content], { type }));
  }

  // -- completing ----------------------------------------------------------------------------------------------------
  let offered = [], at = 0;

  // The word before the caret, with the variables of the query and the terms that it may become.
  function word() {
    const before = text.value.slice(0, text.selectionStart);
    const found = /[?$]?[\w:-]*$/.exec(before)[0];
    return { found, start: before.length - found.length };
  }

  function candidates(found) {
    const wanted = found.toLowerCase();
    if (/^[?$]/.test(found)) {
      const names = new Set(text.value.match(/[?$]\w+/g) || []);
      names.delete(found);
      return [...names].filter((name) => name.startsWith(found)).sort().map((name) => ({ name, about: "" }));
    }
    const starts = setup.terms.filter((term) => term.name.toLowerCase().startsWith(wanted));
    const inside = wanted.length < 2 ? [] : setup.terms.filter((term) => !starts.includes(term) && term.name.toLowerCase().includes(wanted));
    const exact = starts.filter((term) => term.name.startsWith(found));
    return [...exact, ...starts.filter((term) => !exact.includes(term)), ...inside].slice(0, 50);
  }

  function offer(force) {
    const { found } = word();
    const fits = force || /^[?$]\w|:/.test(found) || found.length > 2;
    offered = fits ? candidates(found) : [];
    if (offered.length === 1 && offered[0].name === found) offered = [];
    at = 0;
    if (!offered.length) return closeOffers();
    offers.replaceChildren(...offered.map((term, number) => {
      const item = make("li", term.name, { role: "option", "aria-selected": String(number === 0) });
      item.append(make("span", term.about));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return item;
    }));
    const lines = text.value.slice(0, text.selectionStart).split("\n").length;
    const height = parseFloat(getComputedStyle(text).lineHeight) || 18;
    offers.style.top = `${Math.min(lines * height - text.scrollTop + 10, text.clientHeight)}px`;
    offers.hidden = false;
  }

  function closeOffers() {
    offers.hidden = true;
    offered = [];
  }

  function take(number) {
    const { start } = word();
    text.setRangeText(offered[number].name, start, text.selectionStart, "end");
    closeOffers();
    text.focus();
  }

  function move(step) {
    at = (at + step + offered.length) % offered.length;
    [...offers.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    offers.children[at].scrollIntoView({ block: "nearest" });
  }

  text.addEventListener("input", () => offer(false));
  text.addEventListener("blur", closeOffers);
  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") { event.preventDefault(); run(); }
    else if (event.ctrlKey && event.key === " ") { event.preventDefault(); offer(true); }
    else if (offers.hidden) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    else if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); take(at); }
    else if (event.key === "Escape") { event.preventDefault(); closeOffers(); }
  });
  byId("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  begin();
})();
