import type { Point } from './geometry.ts';
import { createNoise, createRandom, type Random } from './random.ts';
import { insideCity, OLD_CENTRE, RAIL_X, RIVER_Y, zoneAt } from './zones.ts';

/**
 * The flat plan: columns and rows of a grid of unequal steps. One row is the middle of the river with a bank road on
 * either side, one column is the railway with a road on either side. The plan is then bent, turned and shaken, so that
 * roads, borders, river and railway follow each other as they do in a town that grew.
 */
export interface Lattice {
  columns: number[];
  rows: number[];
  railColumn: number;
  riverRow: number;
}

export const BANK_ROAD_OFFSET = 150;
const RAIL_ROAD_OFFSET = 45;

export function createLattice(): Lattice {
  const random = createRandom('lattice');
  const west = steps(random, RAIL_X - RAIL_ROAD_OFFSET, -7900, OLD_CENTRE.x);
  const east = steps(random, RAIL_X + RAIL_ROAD_OFFSET, 7900, OLD_CENTRE.x);
  const south = steps(random, RIVER_Y - BANK_ROAD_OFFSET, -6900, OLD_CENTRE.y);
  const north = steps(random, RIVER_Y + BANK_ROAD_OFFSET, 6900, RIVER_Y);
  return {
    columns: [...west.reverse(), RAIL_X, ...east],
    rows: [...south.reverse(), RIVER_Y, ...north],
    railColumn: west.length,
    riverRow: south.length,
  };
}

/** Steps widen with the distance from the town's middle. */
function steps(random: Random, from: number, to: number, middle: number): number[] {
  const direction = Math.sign(to - from);
  const values = [from];
  for (let at = from; ; ) {
    at += direction * (300 + Math.abs(at - middle) * 0.034 + random.between(-40, 45));
    if (direction * at > direction * to) return values;
    values.push(at);
  }
}

const bendX = createNoise('bend x');
const bendY = createNoise('bend y');
const TURN = (8 * Math.PI) / 180;

/** From the flat plan to the ground. The river's windings fade with the distance from it, the railway's bend too. */
export function bend(x: number, y: number): Point {
  const nearRiver = 1 / (1 + ((y - RIVER_Y) / 2800) ** 2);
  const nearRail = 1 / (1 + ((x - RAIL_X) / 2500) ** 2);
  const windings =
    760 * Math.sin((2 * Math.PI * (x + 900)) / 9500) + 270 * Math.sin((2 * Math.PI * x) / 4100 + 1.1);
  const curve = 420 * Math.sin((2 * Math.PI * (y - 1500)) / 11000);
  const bentX = x + nearRail * curve + 140 * bendX(x / 2600, y / 2600);
  const bentY = y + nearRiver * windings + 140 * bendY(x / 2600, y / 2600);
  return {
    x: bentX * Math.cos(TURN) - bentY * Math.sin(TURN),
    y: bentX * Math.sin(TURN) + bentY * Math.cos(TURN),
  };
}

/** How far a crossing is shaken off the plan, metres. The old town is the least regular; strips keep their width. */
export function createShake(lattice: Lattice): (column: number, row: number) => Point {
  const random = createRandom('shake');
  const table = lattice.columns.map((x, column) =>
    lattice.rows.map((y, row) => {
      const amplitude = { old: 62, belt: 34, new: 9, suburb: 70 }[zoneAt(x, y)];
      const beside = (index: number, strip: number) => Math.abs(index - strip) <= 1;
      // Where the strip runs aslant, a shift along it is a shift towards it.
      const nearStrip = beside(column, lattice.railColumn) || beside(row, lattice.riverRow);
      const reach = amplitude * (nearStrip ? 0.08 : 1);
      const dx = random.between(-1, 1) * reach;
      const dy = random.between(-1, 1) * reach;
      return { x: dx, y: dy };
    }),
  );
  return (column, row) => table[column][row];
}

export type CellKind = 'water' | 'rail' | 'land';

/** A cell is named by its south-west crossing. */
export function cellInside(lattice: Lattice, column: number, row: number): boolean {
  if (column < 0 || row < 0 || column >= lattice.columns.length - 1 || row >= lattice.rows.length - 1)
    return false;
  const { riverRow, railColumn } = lattice;
  // River and railway leave the city where the land on both their sides does, not in a spike of their own.
  const rows = row === riverRow || row === riverRow - 1 ? [riverRow - 2, riverRow + 1] : [row];
  const columns =
    column === railColumn || column === railColumn - 1 ? [railColumn - 2, railColumn + 1] : [column];
  return columns.every((c) =>
    rows.every((r) => {
      const { x, y } = cellMiddle(lattice, c, r);
      return insideCity(x, y);
    }),
  );
}

export function cellMiddle(lattice: Lattice, column: number, row: number): Point {
  return {
    x: (lattice.columns[column] + lattice.columns[column + 1]) / 2,
    y: (lattice.rows[row] + lattice.rows[row + 1]) / 2,
  };
}

export function cellKind(lattice: Lattice, column: number, row: number): CellKind {
  if (row === lattice.riverRow || row === lattice.riverRow - 1) return 'water';
  if (column === lattice.railColumn || column === lattice.railColumn - 1) return 'rail';
  return 'land';
}
