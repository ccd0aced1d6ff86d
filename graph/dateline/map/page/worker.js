// Runs in a Worker, after Oxigraph's own script: holds the graph and answers questions. It can reach nothing but the page.

let store = null;

/** A term as the page shows it: what kind it is, and its value. */
function plain(term) {
  if (!term) return null;
  return { kind: term.termType, value: term.termType === "Triple" ? term.toString() : term.value };
}

function answer(query) {
  const found = store.query(query);
  if (typeof found === "boolean") return { columns: ["answer"], rows: [[{ kind: "Literal", value: found ? "yes" : "no" }]] };
  if (typeof found === "string") return { columns: ["answer"], rows: [[{ kind: "Literal", value: found }]] };
  const [first] = found;
  if (first && !(first instanceof Map)) return { columns: ["subject", "predicate", "object"], rows: found.map((quad) => [quad.subject, quad.predicate, quad.object].map(plain)) };
  const columns = first ? [...first.keys()] : [];
  return { columns, rows: found.map((row) => columns.map((name) => plain(row.get(name)))) };
}

onmessage = ({ data }) => {
  try {
    if (data.engine) {
      initSync({ module: data.engine });
      store = new Store();
      store.load(data.turtle, { format: "text/turtle", base_iri: data.base });
      postMessage({ ready: true, size: store.size });
    } else postMessage(answer(data.query));
  } catch (error) {
    postMessage({ error: String(error?.message ?? error) });
  }
};
