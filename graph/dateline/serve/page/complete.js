// Completion in the editor: variables of the query, terms by their names and by what they mean, things of the graph by their labels.
import { byId, find, make, once } from "/assets/page.js";

const MOST = 50; // terms offered
const NONE = -1; // nothing is chosen among what is offered
const SOON = 150; // ms without a key before the graph is asked

export function completing(text, setup) {
  const offers = byId("offers");
  let offered = [], at = NONE, asking = 0;

  // The word before the caret, and whether it stands in a literal.
  function word() {
    const line = text.value.slice(0, text.selectionStart).split("\n").pop();
    const quoted = (line.match(/"/g) || []).length % 2 === 1;
    const found = (quoted ? /[^"]*$/ : /[?$]?[\p{L}\p{N}_:-]*$/u).exec(line)[0];
    return { found, quoted, start: text.selectionStart - found.length };
  }

  function variables(found) {
    const names = new Set(text.value.match(/[?$]\w+/g) || []);
    names.delete(found);
    return [...names].filter((name) => name.startsWith(found)).sort().map((name) => ({ name, about: "" }));
  }

  // Names that begin with the word, in its case first; names that hold it; what means it. Types of events first where one is due.
  function terms(found, start) {
    const wanted = found.toLowerCase(), due = /eventType\S*\s+$/.test(text.value.slice(0, start)) ? "dlt:" : "";
    const rank = (term) => {
      const name = term.name.toLowerCase();
      if (name.startsWith(wanted)) return term.name.startsWith(found) ? 0 : 1;
      if (wanted.length < 2) return null;
      if (name.includes(wanted)) return 2;
      return wanted.length > 2 && new RegExp("(^|\\W)" + wanted.replace(/\W/g, "\\$&"), "i").test(term.label + " " + term.about) ? 3 : null;
    };
    const ranked = setup.terms.map((term) => [rank(term), term]).filter(([number]) => number !== null);
    const late = ([, term]) => (term.name.startsWith(due) ? 0 : 1);
    return ranked.sort((a, b) => late(a) - late(b) || a[0] - b[0]).map(([, term]) => term).slice(0, MOST);
  }

  // Actors by their names: an IRI below the base, or in a literal the name.
  async function things(found, quoted) {
    if (found.trim().length < 3 || /[:?$]/.test(found)) return [];
    const hits = await find(found + "*", ["actor"], 8).catch(() => []);
    return once(hits).map((hit) => {
      const iri = hit.iri.startsWith(setup.base) ? hit.iri.slice(setup.base.length) : hit.iri;
      return quoted ? { name: hit.text, about: iri } : { name: `<${iri}>`, about: hit.text };
    });
  }

  function offer(force) {
    const { found, quoted, start } = word(), mine = ++asking;
    const keyword = /^[A-Z]+$/.test(found); // SELECT, WHERE: nothing is to be put in their place
    const fits = !quoted && (force || /^[?$]\w|:/.test(found) || (found.length > 2 && !keyword));
    show(fits ? (/^[?$]/.test(found) ? variables(found) : terms(found, start)) : []);
    setTimeout(async () => {
      if (mine !== asking) return;
      const more = await things(found, quoted);
      if (mine === asking && more.length) show([...offered, ...more], offered.length ? at : null); // what is chosen stays chosen
    }, SOON);
  }

  // What begins with the word is chosen at first; what is only meant by it waits to be chosen, and Enter ends the line.
  function show(list, chosen = null) {
    const { found, quoted } = word();
    offered = list.length === 1 && list[0].name === found ? [] : list;
    const begun = offered.length > 0 && (quoted || /[:?$]/.test(found)) && offered[0].name.toLowerCase().startsWith(found.toLowerCase());
    at = chosen ?? (begun ? 0 : NONE);
    if (!offered.length) { offers.hidden = true; return; }
    offers.replaceChildren(...offered.map((term, number) => {
      const item = make("li", term.name, { role: "option", "aria-selected": String(number === at) });
      item.append(make("span", term.about));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return item;
    }));
    const lines = text.value.slice(0, text.selectionStart).split("\n").length;
    const height = parseFloat(getComputedStyle(text).lineHeight) || 18;
    offers.style.top = `${Math.min(lines * height - text.scrollTop + 10, text.clientHeight)}px`;
    offers.hidden = false;
  }

  function close() {
    asking++;
    offers.hidden = true;
    offered = [];
  }

  function take(number) {
    const { start } = word();
    text.setRangeText(offered[number].name, start, text.selectionStart, "end");
    close();
    text.focus();
  }

  function move(step) {
    at = at === NONE && step < 0 ? offered.length - 1 : (at + step + offered.length) % offered.length;
    [...offers.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    offers.children[at].scrollIntoView({ block: "nearest" });
  }

  text.addEventListener("input", () => offer(false));
  text.addEventListener("blur", close);
  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === " ") { event.preventDefault(); offer(true); }
    else if (offers.hidden || event.ctrlKey) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    else if (event.key === "Tab" || (event.key === "Enter" && at !== NONE)) { event.preventDefault(); take(Math.max(at, 0)); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
  });
  return close;
}
