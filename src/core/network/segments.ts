import { haversineMeters } from '../analysis/distance.ts';
import type { Streets } from '../formats/streets.ts';
import { BACKWARD, FORWARD } from './graph.ts';
import { blocksWalking, type WalkingProfile, walkingDirections } from './walking-rules.ts';

/**
 * The walkable pieces of the streets between one street node and the next. A node where a barrier stands is given a
 * twin for every piece that ends there, so that pieces meet at it without being joined.
 */
export interface Segments {
  from: Uint32Array;
  to: Uint32Array;
  cm: Uint32Array;
  directions: Uint8Array;
  /** Position of every node, twins after the street's own nodes. */
  lng: Float64Array;
  lat: Float64Array;
  /** Rows below this are the street nodes themselves. */
  streetNodeCount: number;
}

export function walkableSegments(streets: Streets, profile: WalkingProfile): Segments {
  const blocked = new Uint8Array(streets.nodeCount);
  for (const [row, tags] of streets.nodeTags) if (blocksWalking(tags, profile)) blocked[row] = 1;
  const most = streets.ref.length;
  const [from, to, cm] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  const directions = new Uint8Array(most);
  const twinOf: number[] = [];
  const end = (row: number) => (blocked[row] === 0 ? row : streets.nodeCount + twinOf.push(row) - 1);
  const { lng, lat, ref, wayStart } = streets;
  let count = 0;
  for (let way = 0; way < streets.wayTags.length; way++) {
    const { forward, backward } = walkingDirections(streets.wayTags[way], profile);
    if (!forward && !backward) continue;
    const flags = (forward ? FORWARD : 0) + (backward ? BACKWARD : 0);
    for (let r = wayStart[way] + 1; r < wayStart[way + 1]; r++) {
      const a = ref[r - 1];
      const b = ref[r];
      if (a === b) continue;
      from[count] = end(a);
      to[count] = end(b);
      cm[count] = Math.round(haversineMeters(lng[a], lat[a], lng[b], lat[b]) * 100);
      directions[count++] = flags;
    }
  }
  return {
    from: from.slice(0, count),
    to: to.slice(0, count),
    cm: cm.slice(0, count),
    directions: directions.slice(0, count),
    lng: withTwins(lng, twinOf),
    lat: withTwins(lat, twinOf),
    streetNodeCount: streets.nodeCount,
  };
}

function withTwins(values: Float64Array, twinOf: number[]): Float64Array {
  const all = new Float64Array(values.length + twinOf.length);
  all.set(values);
  for (let t = 0; t < twinOf.length; t++) all[values.length + t] = values[twinOf[t]];
  return all;
}
