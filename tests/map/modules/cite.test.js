import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./kit.js";

const { citation, passage, tabbed, turtle, web } = await load("cite");

test("only web addresses are followed", () => {
  for (const url of ["https://example.org/a b", "javascript:alert(1)", " https://x", "data:text/html,x", "//x", "", null, undefined]) assert.equal(web(url), null);
  assert.equal(web("https://example.org/a?b#c"), "https://example.org/a?b#c");
});

test("a passage is named by its words, or its first and last", () => {
  assert.equal(passage("https://x.org/a", "They met - twice."), "https://x.org/a#:~:text=They%20met%20%2D%20twice.");
  const long = Array.from({ length: 20 }, (_, i) => `w${i}`).join(" ");
  assert.match(passage("https://x.org/a", long), /#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w15%20w16%20w17%20w18%20w19$/);
  assert.equal(passage("https://x.org/a#part", "Word"), "https://x.org/a#part:~:text=Word");
  assert.equal(passage("https://x.org/a", "  "), "https://x.org/a");
});

test("a citation holds who, what, where", () => {
  const text = citation({ label: "They meet", when: "14 March", status: "Claimed", sentence: "They met.", who: "A, as told by B", article: { title: "News", publisher: "B", url: "https://x.org" }, published: "15 March" });
  assert.equal(text, "They meet (14 March; Claimed). “They met.” According to A, as told by B. B, “News”, 15 March, https://x.org.");
  assert.equal(citation({ label: "They meet" }), "They meet.");
});

test("Turtle holds nothing that ends a string or an IRI", () => {
  const text = turtle({ iri: "https://x.org/a> <b", label: 'She said "no"\n\\ end', state: "actual", code: "CONSULT", bounds: ["2024-03-14", null, null, "2024-03-15"], cast: [{ role: "agent", iri: "https://x.org/c" }, { role: "bad role> .", iri: "https://x.org/d" }] });
  assert.match(text, /<https:\/\/x\.org\/a%3E%20%3Cb>/);
  assert.match(text, /rdfs:label "She said \\"no\\"\\n\\\\ end"/);
  assert.match(text, /dlt:CONSULT/);
  assert.ok(!text.includes("bad role"));
  assert.equal((text.match(/xsd:date/g) || []).length, 2);
});

test("cells are no formulas and keep to their column", () => {
  assert.equal(tabbed([["=1+1", "a\tb"], ["-x", "@y"]]), "'=1+1\ta b\n'-x\t'@y");
});
