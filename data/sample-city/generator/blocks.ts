import { dissolve } from './ground.ts';
import { cellInside, cellKind, cellMiddle } from './lattice.ts';
import type { Plan } from './plan.ts';
import { createRandom, type Random } from './random.ts';
import { lineRank } from './ranks.ts';
import { type Zone, zoneAt } from './zones.ts';

/** Land between the larger streets, made of one cell or, for a gated superblock, of several. */
export interface Block {
  cells: [number, number][];
  ring: number[];
  zone: Zone;
  use: 'housing' | 'gated' | 'park' | 'industry' | 'water' | 'rail';
  /** Middle in the flat plan. */
  x: number;
  y: number;
}

export function createBlocks(plan: Plan): Block[] {
  const { lattice } = plan;
  const random = createRandom('blocks');
  const taken = new Set<string>();
  const blocks: Block[] = [];
  for (let row = 0; row < lattice.rows.length - 1; row++) {
    for (let column = 0; column < lattice.columns.length - 1; column++) {
      if (!cellInside(lattice, column, row) || taken.has(`${column},${row}`)) continue;
      const cells = superblockCells(plan, random, taken, column, row);
      for (const [c, r] of cells) taken.add(`${c},${r}`);
      blocks.push(describe(plan, random, cells));
    }
  }
  return blocks;
}

/** Which cells join into one block without a through street: 2×2, 2×1 or 1×2 where no main street runs between. */
function superblockCells(
  plan: Plan,
  random: Random,
  taken: Set<string>,
  column: number,
  row: number,
): [number, number][] {
  const { lattice } = plan;
  const { x, y } = cellMiddle(lattice, column, row);
  const zone = zoneAt(x, y);
  const share = { old: 0, belt: 0.34, new: 0.55, suburb: 0 }[zone];
  const alone: [number, number][] = [[column, row]];
  if (cellKind(lattice, column, row) !== 'land' || !random.chance(share)) return alone;
  const free = (c: number, r: number) => {
    const middle = cellInside(lattice, c, r) ? cellMiddle(lattice, c, r) : undefined;
    return (
      middle !== undefined &&
      !taken.has(`${c},${r}`) &&
      cellKind(lattice, c, r) === 'land' &&
      zoneAt(middle.x, middle.y) === zone
    );
  };
  const east = lineRank(lattice, 'column', column + 1) === 'tertiary' && free(column + 1, row);
  const north = lineRank(lattice, 'row', row + 1) === 'tertiary' && free(column, row + 1);
  if (east && north && free(column + 1, row + 1) && random.chance(0.75)) {
    return [...alone, [column + 1, row], [column, row + 1], [column + 1, row + 1]];
  }
  if (east) return [...alone, [column + 1, row]];
  if (north) return [...alone, [column, row + 1]];
  return alone;
}

function describe(plan: Plan, random: Random, cells: [number, number][]): Block {
  const middles = cells.map(([column, row]) => cellMiddle(plan.lattice, column, row));
  const x = middles.reduce((sum, middle) => sum + middle.x, 0) / cells.length;
  const y = middles.reduce((sum, middle) => sum + middle.y, 0) / cells.length;
  const zone = zoneAt(x, y);
  const kind = cellKind(plan.lattice, ...cells[0]);
  const ring = dissolve(
    plan.ground,
    cells.map(([column, row]) => plan.cellRing(column, row)),
  )[0];
  if (kind !== 'land') return { cells, ring, zone, use: kind, x, y };
  return { cells, ring, zone, use: landUse(random, zone, cells.length, x, y), x, y };
}

/** The people's park of the old town, a lake park in the new town, a hill park in the west; the rest by chance. */
const PARKS = [
  { x: -1300, y: -1500, radius: 260 },
  { x: 1500, y: 3300, radius: 420 },
  { x: -5200, y: -2200, radius: 650 },
  { x: 4900, y: -900, radius: 300 },
];

function landUse(random: Random, zone: Zone, cellCount: number, x: number, y: number): Block['use'] {
  const chance = random.next();
  if (PARKS.some((park) => Math.hypot(park.x - x, park.y - y) < park.radius)) return 'park';
  if (cellCount > 1) return 'gated';
  if (zone === 'suburb') return x > 3300 && chance < 0.22 ? 'industry' : 'housing';
  if (zone === 'belt' && x > 3300 && chance < 0.25) return 'industry';
  return chance > { old: 0.985, belt: 0.965, new: 0.93 }[zone] ? 'park' : 'housing';
}
