import type { Block } from './blocks.ts';
import { centroid, distance, longDirection, type Point, signedArea } from './geometry.ts';
import { addPoint, type Ground, isStreet, markStreet, pointOn, ringPoints } from './ground.ts';
import type { Random } from './random.ts';

/** How a block is cut up: with lanes down to one size, then without, down to the size of a compound. */
export interface Cutting {
  laneArea: number;
  parcelArea: number;
  /** Sideways bend of a lane, share of its length. */
  bendShare: number;
  /** How far a cut may be off the middle and off the right angle. */
  skew: number;
}

export interface Cut {
  parcels: number[][];
  lanes: number[][];
}

const SNAP_METERS = 14;

/**
 * Cuts a block across its longer direction, again and again. Lanes end on streets or on earlier lanes in shared points;
 * cuts between compounds are walls and leave the streets alone.
 */
export function cutBlock(ground: Ground, random: Random, block: Block, cutting: Cutting): Cut {
  const result: Cut = { parcels: [], lanes: [] };
  const visit = (ring: number[]) => {
    const area = signedArea(ringPoints(ground, ring));
    if (area < cutting.parcelArea) {
      result.parcels.push(ring);
      return;
    }
    const lane = area > cutting.laneArea;
    const halves = cutRing(ground, random, ring, cutting, lane);
    if (!halves) {
      result.parcels.push(ring);
      return;
    }
    if (lane) {
      markStreet(ground, halves.line);
      result.lanes.push(halves.line);
    }
    visit(halves.left);
    visit(halves.right);
  };
  visit(block.ring);
  return result;
}

interface Halves {
  line: number[];
  left: number[];
  right: number[];
}

function cutRing(
  ground: Ground,
  random: Random,
  ring: number[],
  cutting: Cutting,
  lane: boolean,
): Halves | undefined {
  const points = ringPoints(ground, ring);
  const middle = centroid(points);
  const along = longDirection(points);
  const reach = Math.sqrt(signedArea(points));
  for (let attempt = 0; attempt < 8; attempt++) {
    const angle = along + Math.PI / 2 + random.between(-1, 1) * cutting.skew;
    const shift = random.between(-1, 1) * cutting.skew * 0.35 * reach;
    const through = { x: middle.x + Math.cos(along) * shift, y: middle.y + Math.sin(along) * shift };
    const hits = crossingsOf(points, through, angle);
    if (hits.length !== 2) continue;
    const halves = join(ground, random, ring, hits, cutting, lane);
    if (halves) return halves;
  }
  return undefined;
}

interface Hit {
  segment: number;
  t: number;
}

function crossingsOf(points: Point[], through: Point, angle: number): Hit[] {
  const side = (p: Point) => (p.x - through.x) * Math.sin(angle) - (p.y - through.y) * Math.cos(angle);
  const hits: Hit[] = [];
  points.forEach((a, segment) => {
    const from = side(a);
    const to = side(points[(segment + 1) % points.length]);
    if (from > 0 !== to > 0) hits.push({ segment, t: from / (from - to) });
  });
  return hits;
}

function join(
  ground: Ground,
  random: Random,
  ring: number[],
  hits: Hit[],
  cutting: Cutting,
  lane: boolean,
): Halves | undefined {
  const [p, q] = hits.map((hit) => {
    const a = ring[hit.segment];
    const b = ring[(hit.segment + 1) % ring.length];
    return lane ? pointOn(ground, a, b, hit.t, SNAP_METERS) : wallEnd(ground, a, b, hit.t);
  });
  const first = insert(ring, hits[1].segment, q);
  const both = insert(first, hits[0].segment, p);
  const from = both.indexOf(p);
  const to = both.indexOf(q);
  if (p === q || Math.abs(from - to) < 2 || both.length - Math.abs(from - to) < 2) return undefined;
  const line = lane ? bentLine(ground, random, p, q, cutting.bendShare) : [p, q];
  const walk = (start: number, end: number) => {
    const out: number[] = [];
    for (let i = start; i !== end; i = (i + 1) % both.length) out.push(both[i]);
    return out;
  };
  // p … q along the ring, then back along the line; and q … p, then forth.
  const left = [...walk(from, to), ...[...line].reverse().slice(0, -1)];
  const right = [...walk(to, from), ...line.slice(0, -1)];
  const areas = [left, right].map((half) => signedArea(ringPoints(ground, half)));
  return Math.min(...areas) < 900 ? undefined : { line, left, right };
}

function insert(ring: number[], segment: number, id: number): number[] {
  return ring.includes(id) ? ring : [...ring.slice(0, segment + 1), id, ...ring.slice(segment + 1)];
}

/** A wall's end leaves the street whole, yet the two pieces of frontage are still frontage. */
function wallEnd(ground: Ground, a: number, b: number, t: number): number {
  const from = ground.points[a];
  const to = ground.points[b];
  const length = distance(from, to);
  if (t * length < SNAP_METERS) return a;
  if ((1 - t) * length < SNAP_METERS) return b;
  const id = addPoint(ground, { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
  if (isStreet(ground, a, b))
    for (const end of [a, b]) ground.street.add(end < id ? `${end}-${id}` : `${id}-${end}`);
  return id;
}

function bentLine(ground: Ground, random: Random, p: number, q: number, bendShare: number): number[] {
  const a = ground.points[p];
  const b = ground.points[q];
  const length = distance(a, b);
  if (bendShare === 0 || length < 60) return [p, q];
  const off = random.between(-1, 1) * bendShare;
  const t = random.between(0.35, 0.65);
  const mid = { x: a.x + (b.x - a.x) * t - (b.y - a.y) * off, y: a.y + (b.y - a.y) * t + (b.x - a.x) * off };
  return [p, addPoint(ground, mid), q];
}
