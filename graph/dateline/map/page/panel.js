// The panel at the side: an event, an actor, or, where nothing is chosen, how to read the page. Built from text nodes only.

import { actorParts } from "./actor.js";
import { key } from "./data.js";
import { bdi, button, element, find } from "./dom.js";
import { eventParts, section } from "./event.js";
import { icon, iconOf } from "./marks.js";
import { chosen, state } from "./state.js";

const panel = find("panel");

function fill(...children) {
  panel.replaceChildren(...children.flat(3).filter(Boolean));
}

const close = () => button({ class: "close", "aria-label": "Close the details", click: () => state.choose(null) }, "×");
const heading = (text) => element("h2", { tabindex: "-1" }, bdi(text));

export function drawPanel({ top = true } = {}) {
  const node = chosen();
  if (!node) showKey();
  else if (node.kind === "event") fill(close(), element("p", { class: "kind" }, iconOf(node), ` ${node.type || "Event"}`), heading(node.label), eventParts(node));
  else fill(close(), element("p", { class: "kind" }, bdi(node.type || "Actor")), heading(node.label), actorParts(node));
  panel.classList.toggle("open", Boolean(node));
  if (top) panel.scrollTop = 0;
}

function showKey() {
  const line = (picture, text) => element("p", { class: "line" }, picture, element("span", {}, text));
  const ribbon = element("span", { class: "ribbon", "aria-hidden": "true" });
  fill(
    heading("How to read this"),
    element("p", {}, "Each row is an actor, each mark an event on the row of who acts, or of whom or what it concerns. Thin lines run to the others who take part. Choose an event to see the sentence, who says so, and why it has this date."),
    section("How far it is a fact", key.standings.map(({ id, name, why }) => line(icon({ mark: "square", standing: id }), `${name}: ${why}`))),
    section("What kind of event", key.families.map(({ id, name, mark }) => line(icon({ mark, family: id, standing: "fact" }), name))),
    section("Time", element("p", {}, "A bar shows the days an event lasted: solid where it certainly did, fading where it may have. Within a day, events stand in the order in which they are told. What has no day stands at the side, in the order that is known."), line(ribbon, "A band stands for more events than there is room for: the thicker, the more; pale what is not told as fact. Click it to look closer.")),
    section("Network", element("p", {}, "Circles are actors, the larger the more events; arrows run from who acts. Zoom in, or choose an actor, and the events appear.")),
    section("Moving", element("p", {}, "Scroll or pinch to zoom, drag to move; arrow keys step through the events, + and − zoom, / searches.")),
  );
}

/** The legend that stands on paper, where there is no panel. */
export function drawLegend() {
  const standings = key.standings.map(({ id, name }) => [icon({ mark: "square", standing: id }), name]);
  const families = key.families.map(({ id, name, mark }) => [icon({ mark, family: id, standing: "fact" }), name]);
  find("legend").replaceChildren(...[...standings, ...families].map(([picture, name]) => element("span", {}, picture, ` ${name}`)));
}

export function focusPanel() {
  panel.querySelector("h2")?.focus();
}
