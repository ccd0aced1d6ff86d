// Where events stand in the network: between those who take part, spread like the seeds of a sunflower where several share a place.

const TURN = Math.PI * (3 - Math.sqrt(5));
const STEP = 17;
const AROUND = 7; // places left free for the circle of an actor who is alone

/** Spots of events by id, from those of actors; an event with none of them has none. */
export function between(events, spotOf) {
  const taken = new Map();
  const spots = new Map();
  for (const event of events) {
    const cast = [...new Set(event.cast.map(({ actor }) => actor))].filter((actor) => spotOf(actor));
    if (!cast.length) continue;
    const key = cast.map((actor) => actor.id).sort().join();
    const n = (taken.get(key) ?? (cast.length === 1 ? AROUND : 0)) + 1;
    taken.set(key, n);
    const centre = cast.map(spotOf).reduce((sum, spot) => ({ x: sum.x + spot.x / cast.length, y: sum.y + spot.y / cast.length }), { x: 0, y: 0 });
    const far = STEP * Math.sqrt(n - (cast.length === 1 ? 0 : 1));
    spots.set(event.id, { x: centre.x + far * Math.cos(n * TURN), y: centre.y + far * Math.sin(n * TURN) });
  }
  return spots;
}

/** Who deals with whom: for each pair and direction the number of events and the commonest family; the most frequent first. */
export function dealings(events, spotOf, most) {
  const pairs = new Map();
  for (const event of events) {
    const cast = event.cast.filter(({ actor }) => spotOf(actor));
    const acting = cast.filter(({ role }) => role === "agent").map(({ actor }) => actor);
    const first = acting.length ? acting : cast.slice(0, 1).map(({ actor }) => actor);
    const seen = new Set();
    for (const one of first) {
      for (const { actor: other, role } of cast) {
        if (other === one || (acting.includes(other) && acting.indexOf(other) < acting.indexOf(one))) continue;
        const key = `${one.id}-${other.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (!pairs.has(key)) pairs.set(key, { key, from: one, to: other, count: 0, place: true, families: new Map() });
        const pair = pairs.get(key);
        pair.count += 1;
        pair.place &&= role === "place";
        pair.families.set(event.family, (pair.families.get(event.family) || 0) + 1);
      }
    }
  }
  const found = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, most);
  for (const pair of found) pair.family = [...pair.families].sort((a, b) => b[1] - a[1])[0][0];
  return found;
}
