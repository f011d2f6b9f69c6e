import { mix, type Point } from './geometry.ts';

/**
 * Points and the segments between them, shared by streets, blocks and borders. A street that ends on a segment splits
 * it; whoever still holds the whole segment learns of the new point by `expand`. So every junction is one shared point.
 */
export interface Ground {
  points: Point[];
  splits: Map<string, number>;
  /** Segments that carry a street, whole and split. */
  street: Set<string>;
}

export function createGround(): Ground {
  return { points: [], splits: new Map(), street: new Set() };
}

export function addPoint(ground: Ground, point: Point): number {
  return ground.points.push(point) - 1;
}

export function ringPoints(ground: Ground, ring: number[]): Point[] {
  return ring.map((id) => ground.points[id]);
}

function key(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

export function isStreet(ground: Ground, a: number, b: number): boolean {
  return ground.street.has(key(a, b));
}

export function markStreet(ground: Ground, line: number[]): void {
  for (let i = 1; i < line.length; i++) {
    const whole = expand(ground, [line[i - 1], line[i]]);
    ground.street.add(key(line[i - 1], line[i]));
    for (let k = 1; k < whole.length; k++) ground.street.add(key(whole[k - 1], whole[k]));
  }
}

/** The point at fraction t of segment a–b; an existing point within `snap` metres is taken instead. */
export function pointOn(ground: Ground, a: number, b: number, t: number, snap: number): number {
  const length = Math.hypot(ground.points[a].x - ground.points[b].x, ground.points[a].y - ground.points[b].y);
  if (t * length < snap) return a;
  if ((1 - t) * length < snap) return b;
  const middle = ground.splits.get(key(a, b));
  if (middle !== undefined) {
    const at = fractionOf(ground, a, b, middle);
    return t < at
      ? pointOn(ground, a, middle, t / at, snap)
      : pointOn(ground, middle, b, (t - at) / (1 - at), snap);
  }
  const id = addPoint(ground, mix(ground.points[a], ground.points[b], t));
  ground.splits.set(key(a, b), id);
  if (ground.street.has(key(a, b))) {
    ground.street.add(key(a, id));
    ground.street.add(key(id, b));
  }
  return id;
}

function fractionOf(ground: Ground, a: number, b: number, middle: number): number {
  const from = ground.points[a];
  const to = ground.points[b];
  const at = ground.points[middle];
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy);
}

/** The line with all points that were set on its segments later. */
export function expand(ground: Ground, line: number[]): number[] {
  const out = [line[0]];
  const visit = (a: number, b: number) => {
    const middle = ground.splits.get(key(a, b));
    if (middle === undefined) {
      out.push(b);
      return;
    }
    visit(a, middle);
    visit(middle, b);
  };
  for (let i = 1; i < line.length; i++) visit(line[i - 1], line[i]);
  return out;
}

/**
 * Outline of a set of rings that share whole segments: segments walked both ways cancel, the rest are chained. Where
 * two parts touch in one point the sharper left turn is taken, so that each ring stays simple.
 */
export function dissolve(ground: Ground, rings: number[][]): number[][] {
  const segments = new Map<string, [number, number]>();
  for (const ring of rings) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      if (!segments.delete(`${b}>${a}`)) segments.set(`${a}>${b}`, [a, b]);
    });
  }
  const following = new Map<number, number[]>();
  for (const [a, b] of segments.values()) following.set(a, [...(following.get(a) ?? []), b]);
  const out: number[][] = [];
  for (const [first, second] of segments.values()) {
    if (!following.get(first)?.includes(second)) continue;
    const ring = [first];
    take(following, first, second);
    for (let before = first, at = second; at !== first; ) {
      ring.push(at);
      const next = sharpestLeft(ground, before, at, following.get(at) ?? []);
      take(following, at, next);
      before = at;
      at = next;
    }
    out.push(ring);
  }
  return out;
}

function take(following: Map<number, number[]>, a: number, b: number): void {
  const list = following.get(a) ?? [];
  list.splice(list.indexOf(b), 1);
}

function sharpestLeft(ground: Ground, before: number, at: number, choices: number[]): number {
  if (choices.length === 0) throw new Error('an outline does not close');
  if (choices.length === 1) return choices[0];
  const angle = (to: number) =>
    Math.atan2(ground.points[to].y - ground.points[at].y, ground.points[to].x - ground.points[at].x);
  const back = angle(before);
  const turn = (to: number) => (back - angle(to) + 4 * Math.PI) % (2 * Math.PI);
  // Clockwise from the way back: the first one met keeps the inside of an anticlockwise ring on its left.
  return choices.reduce((best, to) => (turn(to) < turn(best) ? to : best));
}
