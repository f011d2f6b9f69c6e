import type { Block } from './blocks.ts';
import { mix } from './geometry.ts';
import { addPoint, markStreet } from './ground.ts';
import { cellInside, cellMiddle } from './lattice.ts';
import type { Plan } from './plan.ts';
import { createRandom } from './random.ts';
import { lineRank } from './ranks.ts';
import { roadName } from './road-names.ts';
import { zoneAt } from './zones.ts';

/** A street: point ids in order, and its tags as OpenStreetMap would have them. */
export interface Way {
  line: number[];
  tags: Record<string, string>;
}

/** Where the river is bridged and the railway crossed, in the flat plan; each goes to the nearest fitting line. */
const BRIDGES = [-5300, -2500, -400, 1900, 5000];
const FOOTBRIDGE = 750;
const UNDERPASSES = [-3300, -800, 4300];
const OVERPASSES = [2200];

export interface Crossings {
  bridgeColumns: number[];
  footbridgeColumn: number;
  underpassRows: number[];
  overpassRows: number[];
}

export function chooseCrossings({ lattice }: Plan): Crossings {
  const nearest = (values: number[], allowed: (index: number) => boolean, target: number) =>
    values.reduce(
      (best, value, index) =>
        allowed(index) && (best < 0 || Math.abs(value - target) < Math.abs(values[best] - target))
          ? index
          : best,
      -1,
    );
  const offRail = (index: number) => Math.abs(index - lattice.railColumn) > 1;
  const large = (index: number) => offRail(index) && lineRank(lattice, 'column', index) !== 'tertiary';
  const bridgeColumns = BRIDGES.map((x) => nearest(lattice.columns, large, x));
  const offRiver = (index: number) =>
    Math.abs(index - lattice.riverRow) > 1 && lineRank(lattice, 'row', index) !== 'tertiary';
  return {
    bridgeColumns,
    footbridgeColumn: nearest(lattice.columns, (i) => offRail(i) && !bridgeColumns.includes(i), FOOTBRIDGE),
    underpassRows: UNDERPASSES.map((y) => nearest(lattice.rows, offRiver, y)),
    overpassRows: OVERPASSES.map((y) => nearest(lattice.rows, offRiver, y)),
  };
}

/** Streets along the lattice. Neighbouring pieces of one line are one way. */
export function createRoads(plan: Plan, blocks: Block[], crossings: Crossings): Way[] {
  const { lattice } = plan;
  const random = createRandom('roads');
  const blockOf = new Map(
    blocks.flatMap((block, i) => block.cells.map(([c, r]) => [`${c},${r}` as string, i] as const)),
  );
  const ways: Way[] = [];
  const run = (axis: 'column' | 'row', index: number, pieces: (number[] | undefined)[]) => {
    let line: number[] = [];
    const tags = roadTags(plan, axis, index);
    const flush = () => {
      if (line.length > 1) ways.push({ line, tags: tags(line) });
      line = [];
    };
    for (const piece of pieces) {
      if (!piece) flush();
      else line = line.length === 0 ? [...piece] : [...line, ...piece.slice(1)];
    }
    flush();
  };
  const kept = (a: [number, number], b: [number, number], axis: 'column' | 'row', index: number) => {
    const chance = random.next();
    if (!cellInside(lattice, ...a) || !cellInside(lattice, ...b)) return false;
    if (blockOf.get(a.join()) === blockOf.get(b.join())) return false;
    // Across the river and the railway only where a crossing is built; along their middle nothing at all.
    const strip =
      axis === 'row' ? [lattice.riverRow, lattice.railColumn] : [lattice.railColumn, lattice.riverRow];
    const across = axis === 'row' ? a[0] : a[1];
    if (index === strip[0] || across === strip[1] || across === strip[1] - 1) return false;
    return chance < keepShare(plan, a, b, axis, index);
  };
  lattice.rows.forEach((_, row) => {
    if (row === 0) return;
    run(
      'row',
      row,
      lattice.columns.map((_, c) =>
        kept([c, row - 1], [c, row], 'row', row) ? plan.eastward(c, row) : undefined,
      ),
    );
  });
  lattice.columns.forEach((_, column) => {
    if (column === 0) return;
    run(
      'column',
      column,
      lattice.rows.map((_, r) =>
        kept([column - 1, r], [column, r], 'column', column) ? plan.northward(column, r) : undefined,
      ),
    );
  });
  ways.push(...crossingWays(plan, crossings));
  for (const way of ways) markStreet(plan.ground, way.line);
  return ways;
}

/** Town streets all exist; in the country most small ones do not. */
function keepShare(
  plan: Plan,
  a: [number, number],
  b: [number, number],
  axis: 'column' | 'row',
  index: number,
): number {
  const country = [a, b].every(([c, r]) => {
    const { x, y } = cellMiddle(plan.lattice, c, r);
    return zoneAt(x, y) === 'suburb';
  });
  if (!country) return 1;
  return { primary: 1, secondary: 0.93, tertiary: 0.26 }[lineRank(plan.lattice, axis, index)];
}

function roadTags(
  plan: Plan,
  axis: 'column' | 'row',
  index: number,
): (line: number[]) => Record<string, string> {
  const { lattice, ground } = plan;
  const rank = lineRank(lattice, axis, index);
  return (line) => {
    const middle = ground.points[line[Math.floor(line.length / 2)]];
    const name = roadName(axis, index, rank, middle);
    const highway = rank === 'tertiary' && line.length < 12 ? 'residential' : rank;
    // Large streets have pavements; on a ring road without them nobody is drawn walking.
    const tags: Record<string, string> = { highway, name };
    if (rank !== 'tertiary') tags.sidewalk = 'both';
    return tags;
  };
}

function crossingWays(plan: Plan, crossings: Crossings): Way[] {
  const { lattice, crossing } = plan;
  const south = lattice.riverRow - 1;
  const west = lattice.railColumn - 1;
  const bridges = crossings.bridgeColumns.map((column, i) => ({
    line: [crossing(column, south), crossing(column, south + 2)],
    tags: {
      highway: lineRank(lattice, 'column', column),
      name: ['望渡大桥', '西津桥', '文津桥', '鹭洲大桥', '东湾大桥'][i],
      bridge: 'yes',
      layer: '1',
      sidewalk: 'both',
    },
  }));
  const over = (row: number, tags: Record<string, string>) => ({
    line: [crossing(west, row), crossing(west + 2, row)],
    tags: { highway: lineRank(lattice, 'row', row), sidewalk: 'both', ...tags },
  });
  return [
    ...bridges,
    ...footbridge(plan, crossings.footbridgeColumn),
    ...crossings.underpassRows.map((row) => over(row, { tunnel: 'yes', layer: '-1' })),
    ...crossings.overpassRows.map((row) => over(row, { bridge: 'yes', layer: '1', name: '跨铁立交桥' })),
  ];
}

/** Stairs at both ends: a way for those who can climb them. */
function footbridge(plan: Plan, column: number): Way[] {
  const { ground, crossing, lattice } = plan;
  const from = crossing(column, lattice.riverRow - 1);
  const to = crossing(column, lattice.riverRow + 1);
  const at = (t: number) => {
    const a = ground.points[from];
    const b = ground.points[to];
    return addPoint(ground, mix(a, b, t));
  };
  const [up, down] = [at(0.05), at(0.95)];
  const stairs = { highway: 'steps', foot: 'yes', incline: 'up' };
  return [
    { line: [from, up], tags: stairs },
    {
      line: [up, down],
      tags: { highway: 'footway', name: '浣纱步行桥', bridge: 'yes', layer: '1', foot: 'yes' },
    },
    { line: [to, down], tags: stairs },
  ];
}
