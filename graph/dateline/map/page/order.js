// The order of events whose day nobody states: what is known to come before or after another one, else the order of telling; and the
// dated events nearest to each on both sides.

/** Events in an order in which none stands before one that is known to precede it; else as they stood. */
export function ordered(events) {
  const inside = new Set(events);
  const waits = new Map(events.map((event) => [event, new Set(before(event).filter((other) => inside.has(other)))]));
  const left = [...events];
  const found = [];
  while (left.length) {
    const at = Math.max(0, left.findIndex((event) => waits.get(event).size === 0)); // in a circle, as told
    const [next] = left.splice(at, 1);
    found.push(next);
    for (const other of after(next)) waits.get(other)?.delete(next);
  }
  return found;
}

const related = (event, kinds) => (event.relations || []).filter(([kind]) => kinds.includes(kind)).map(([, other]) => other);
const before = (event) => related(event, ["after", "effect"]);
const after = (event) => related(event, ["before", "cause"]);

/** The nearest event with a place in time that an event is known to follow, and the nearest that is known to follow it. */
export function neighbours(event) {
  return { after: nearest(event, before, (a, b) => b - a), before: nearest(event, after, (a, b) => a - b) };
}

function nearest(event, next, compare) {
  const [seen, todo, found] = [new Set([event]), [event], []];
  while (todo.length) {
    for (const other of next(todo.shift())) {
      if (seen.has(other)) continue;
      seen.add(other);
      if (other.at === "axis") found.push(other);
      else todo.push(other);
    }
  }
  return found.sort((a, b) => compare(a.first ?? a.last, b.first ?? b.last))[0] ?? null;
}
