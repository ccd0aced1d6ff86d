// What every page has: the search of its head. All text from the graph is set as text, never as markup.

export function make(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export const byId = (id) => document.getElementById(id);

// A thing of this graph has a page at the path of its IRI.
export function pathOf(iri) {
  try {
    const url = new URL(iri);
    return url.pathname + url.hash;
  } catch {
    return "#";
  }
}

// What the store finds for words, of some kinds, the best first.
export async function find(words, kinds = [], limit = 20) {
  const asked = new URLSearchParams([["q", words], ["limit", limit], ...kinds.map((kind) => ["kind", kind])]);
  const answer = await fetch("/search?" + asked);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()).hits;
}

// Each thing once, by the text that fits best.
export function once(hits) {
  const seen = new Set();
  return hits.filter((hit) => !seen.has(hit.iri) && seen.add(hit.iri));
}

const search = byId("search"), hits = byId("hits");

export function closeHits() {
  hits.hidden = true;
}

search.addEventListener("submit", async (event) => {
  event.preventDefault();
  hits.hidden = false;
  hits.replaceChildren(make("div", "…"));
  try {
    const found = once(await find(new FormData(search).get("q")));
    hits.replaceChildren(...found.map((hit) => {
      const line = make("div");
      line.append(make("a", hit.text, { href: pathOf(hit.iri) }), make("span", " " + hit.kind));
      return line;
    }));
    if (!found.length) hits.replaceChildren(make("div", "Nothing found."));
  } catch (error) {
    hits.replaceChildren(make("div", error.message));
  }
});
search.addEventListener("keydown", (event) => { if (event.key === "Escape") closeHits(); });
