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
  const blocked = new Set<number>();
  for (const [row, tags] of streets.nodeTags) if (blocksWalking(tags, profile)) blocked.add(row);
  const from: number[] = [];
  const to: number[] = [];
  const cm: number[] = [];
  const directions: number[] = [];
  const twinOf: number[] = [];
  const end = (row: number) => {
    if (!blocked.has(row)) return row;
    twinOf.push(row);
    return streets.nodeCount + twinOf.length - 1;
  };
  for (let way = 0; way < streets.wayTags.length; way++) {
    const { forward, backward } = walkingDirections(streets.wayTags[way], profile);
    if (!forward && !backward) continue;
    const flags = (forward ? FORWARD : 0) + (backward ? BACKWARD : 0);
    for (let r = streets.wayStart[way] + 1; r < streets.wayStart[way + 1]; r++) {
      const [a, b] = [streets.ref[r - 1], streets.ref[r]];
      if (a === b) continue;
      from.push(end(a));
      to.push(end(b));
      cm.push(
        Math.round(haversineMeters(streets.lng[a], streets.lat[a], streets.lng[b], streets.lat[b]) * 100),
      );
      directions.push(flags);
    }
  }
  const withTwins = (values: Float64Array) => {
    const all = new Float64Array(streets.nodeCount + twinOf.length);
    all.set(values);
    for (let t = 0; t < twinOf.length; t++) all[streets.nodeCount + t] = values[twinOf[t]];
    return all;
  };
  return {
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    cm: Uint32Array.from(cm),
    directions: Uint8Array.from(directions),
    lng: withTwins(streets.lng),
    lat: withTwins(streets.lat),
    streetNodeCount: streets.nodeCount,
  };
}
