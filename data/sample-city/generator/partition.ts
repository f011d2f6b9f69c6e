import type { Block } from './blocks.ts';
import type { Random } from './random.ts';
import { RAIL_X, RIVER_Y } from './zones.ts';

/** Blocks that touch along a line, by row. */
export type Neighbours = number[][];

export function neighboursOf(blocks: Block[]): Neighbours {
  const owner = new Map<string, number>();
  const sets = blocks.map(() => new Set<number>());
  blocks.forEach(({ ring }, row) => {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      const other = owner.get(`${b}>${a}`);
      if (other === undefined) owner.set(`${a}>${b}`, row);
      else {
        sets[row].add(other);
        sets[other].add(row);
      }
    });
  });
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/** Borders keep to the river and the railway: crossing either costs as much as kilometres. */
function stepCost(a: Block, b: Block): number {
  const river = a.y < RIVER_Y !== b.y < RIVER_Y ? 6500 : 0;
  const rail = a.x < RAIL_X !== b.x < RAIL_X ? 9000 : 0;
  return Math.hypot(a.x - b.x, a.y - b.y) + river + rail;
}

/**
 * Grows one part from each seed, the nearest block first. A part is always in one piece, because it only takes what
 * touches it. `slowness` above 1 keeps a part small. Result: part number by block row, -1 outside `members`.
 */
export function grow(
  blocks: Block[],
  neighbours: Neighbours,
  members: number[],
  seeds: number[],
  slowness: number[],
): Int32Array {
  const part = new Int32Array(blocks.length).fill(-1);
  const cost = new Float64Array(blocks.length).fill(Number.POSITIVE_INFINITY);
  const open = new Set(members);
  seeds.forEach((seed, k) => {
    cost[seed] = 0;
    part[seed] = k;
  });
  for (;;) {
    let next = -1;
    for (const row of open)
      if (cost[row] < Number.POSITIVE_INFINITY && (next < 0 || cost[row] < cost[next])) next = row;
    if (next < 0) return part;
    open.delete(next);
    for (const other of neighbours[next]) {
      if (!open.has(other)) continue;
      const reached = cost[next] + stepCost(blocks[next], blocks[other]) * slowness[part[next]];
      if (reached < cost[other]) {
        cost[other] = reached;
        part[other] = part[next];
      }
    }
  }
}

/** Divides members into `count` parts of about equal weight: seeds move to the middle of their part, the heavy slow down. */
export function divide(
  blocks: Block[],
  neighbours: Neighbours,
  members: number[],
  weights: Float64Array,
  count: number,
  random: Random,
): Int32Array {
  let seeds = spreadSeeds(blocks, members, weights, count, random);
  const slowness = seeds.map(() => 1);
  let part = grow(blocks, neighbours, members, seeds, slowness);
  const mean = members.reduce((sum, row) => sum + weights[row], 0) / count;
  for (let turn = 0; turn < 14; turn++) {
    seeds = seeds.map((seed, k) => {
      const own = members.filter((row) => part[row] === k);
      const total = own.reduce((sum, row) => sum + weights[row], 0);
      slowness[k] = Math.min(2.6, Math.max(0.5, slowness[k] * (total / mean) ** 0.22));
      const x = own.reduce((sum, row) => sum + weights[row] * blocks[row].x, 0) / total;
      const y = own.reduce((sum, row) => sum + weights[row] * blocks[row].y, 0) / total;
      const off = (row: number) => Math.hypot(blocks[row].x - x, blocks[row].y - y);
      return own.reduce((best, row) => (off(row) < off(best) ? row : best), seed);
    });
    part = grow(blocks, neighbours, members, seeds, slowness);
  }
  return part;
}

/** Each further seed far from the others, where people are. */
function spreadSeeds(
  blocks: Block[],
  members: number[],
  weights: Float64Array,
  count: number,
  random: Random,
): number[] {
  const seeds: number[] = [];
  while (seeds.length < count) {
    const score = (row: number) => {
      const away = seeds.map((seed) => stepCost(blocks[row], blocks[seed]));
      return seeds.includes(row) ? -1 : Math.sqrt(weights[row]) * Math.min(3000, ...away) * jitter.get(row)!;
    };
    const jitter = new Map(members.map((row) => [row, random.between(0.7, 1)]));
    seeds.push(members.reduce((best, row) => (score(row) > score(best) ? row : best)));
  }
  return seeds;
}
