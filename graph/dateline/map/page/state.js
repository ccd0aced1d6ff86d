// What the reader has chosen and what is on the screen: the one value that all views share.

import { asking, byKey, key } from "./data.js";
import { fresh } from "./fragment.js";

/** `event` and `actor` are nodes here, not their keys; `from` and `to` are days, with parts of days while one zooms. */
export const state = {
  ...fresh(),
  hovered: null, // event or actor under the pointer
  rows: [], rowOf: new Map(), // rows of the timeline, and where each actor's is
  extent: [0, 1], // first and last day of the story
  scale: null, window: [0, 1], ticks: [], months: [], // of the timeline: days to places, what is in view
  width: 0, height: 0, scrollTop: 0, before: 0, after: 0, axisWidth: 1,
  visible: [], dense: [], // events that have marks, and rows' runs of cells that have ribbons
  shown: 0, heldBack: 0, counts: {}, hits: null, // what the filters leave
};

/** The confidence, in hundredths, that events must have to be shown. */
export const least = () => state.least ?? key.least;

export const chosen = () => state.event || state.actor;

/** Takes over what a link says. */
export function restore(read) {
  Object.assign(state, read);
  if (read.view === "ask" && !asking) state.view = "map";
  const node = byKey.get(read.event) ?? byKey.get(read.actor);
  state.event = node?.kind === "event" ? node : null;
  state.actor = node?.kind === "actor" ? node : null;
}

/** The state as links are made of. */
export const linked = () => ({ ...state, event: state.event?.key ?? null, actor: state.actor?.key ?? null });

/** Whether an actor has been put somewhere by the reader. */
export const isPinned = (actor) => state.pinned.has(actor.key);
export const isAway = (actor) => state.away.has(actor.key);

function isDim(event) {
  if (state.event) return event !== state.event && !(state.event.relations || []).some(([, other]) => other === event);
  return state.actor ? !event.cast.some(({ actor }) => actor === state.actor) : false;
}

/** Whether an event's mark is drawn large, as chosen or pointed at, or dim, as beside the point. */
export function looks(event) {
  const large = event === state.event || event === state.hovered;
  return { large, dim: !large && isDim(event) };
}
