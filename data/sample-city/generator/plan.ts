import { mix, type Point } from './geometry.ts';
import { addPoint, type Ground } from './ground.ts';
import { bend, cellInside, createShake, type Lattice } from './lattice.ts';
import { createNoise } from './random.ts';
import { zoneAt } from './zones.ts';

/** The lattice laid on the ground: crossings and the lines between them, each made once and shared. */
export interface Plan {
  lattice: Lattice;
  ground: Ground;
  crossing(column: number, row: number): number;
  /** Point ids eastwards from a crossing to the next. */
  eastward(column: number, row: number): number[];
  northward(column: number, row: number): number[];
  /** Anticlockwise ring of a cell, closing point left out. */
  cellRing(column: number, row: number): number[];
}

const PIECE_METERS = 120;

export function createPlan(lattice: Lattice, ground: Ground): Plan {
  const shake = smoothOutline(lattice, createShake(lattice));
  const crossings = new Map<string, number>();
  const lines = new Map<string, number[]>();
  const flat = (column: number, row: number) => ({ x: lattice.columns[column], y: lattice.rows[row] });
  const crossing = (column: number, row: number) =>
    remember(crossings, `${column},${row}`, () => {
      const { x, y } = flat(column, row);
      const at = bend(x, y);
      const off = shake(column, row);
      return addPoint(ground, { x: at.x + off.x, y: at.y + off.y });
    });
  const line = (column: number, row: number, toColumn: number, toRow: number) =>
    remember(lines, `${column},${row},${toColumn}`, () => {
      const inner = between(
        flat(column, row),
        flat(toColumn, toRow),
        shake(column, row),
        shake(toColumn, toRow),
        {
          still: besideStrip(lattice, column, row) && besideStrip(lattice, toColumn, toRow),
        },
      );
      return [crossing(column, row), ...inner.map((p) => addPoint(ground, p)), crossing(toColumn, toRow)];
    });
  const eastward = (column: number, row: number) => line(column, row, column + 1, row);
  const northward = (column: number, row: number) => line(column, row, column, row + 1);
  const cellRing = (column: number, row: number) => [
    ...eastward(column, row).slice(0, -1),
    ...northward(column + 1, row).slice(0, -1),
    ...[...eastward(column, row + 1)].reverse().slice(0, -1),
    ...[...northward(column, row)].reverse().slice(0, -1),
  ];
  return { lattice, ground, crossing, eastward, northward, cellRing };
}

function remember<T>(table: Map<string, T>, key: string, make: () => T): T {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}

const waverX = createNoise('waver x');
const waverY = createNoise('waver y');

/** Points between two crossings. In the country a line also wavers, as a road that follows the fields does. */
function between(
  from: Point,
  to: Point,
  shakeFrom: Point,
  shakeTo: Point,
  strip: { still: boolean },
): Point[] {
  const count = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / PIECE_METERS));
  const country = zoneAt(from.x, from.y) === 'suburb' && zoneAt(to.x, to.y) === 'suburb';
  const out: Point[] = [];
  for (let i = 1; i < count; i++) {
    const t = i / count;
    const { x, y } = mix(from, to, t);
    const at = bend(x, y);
    const off = mix(shakeFrom, shakeTo, t);
    const waver = strip.still ? 0 : Math.sin(Math.PI * t) * (country ? 75 : 8);
    out.push({
      x: at.x + off.x + waver * waverX(x / 300, y / 300),
      y: at.y + off.y + waver * waverY(x / 300, y / 300),
    });
  }
  return out;
}

function besideStrip(lattice: Lattice, column: number, row: number): boolean {
  return Math.abs(column - lattice.railColumn) <= 1 || Math.abs(row - lattice.riverRow) <= 1;
}

/** The city's outline would be stairs: its crossings are drawn towards their neighbours along the outline. */
function smoothOutline(
  lattice: Lattice,
  shake: (column: number, row: number) => Point,
): (column: number, row: number) => Point {
  const moved = new Map<string, Point>();
  const place = (column: number, row: number) => {
    const at = bend(lattice.columns[column], lattice.rows[row]);
    const off = moved.get(`${column},${row}`) ?? shake(column, row);
    return { x: at.x + off.x, y: at.y + off.y };
  };
  for (let turn = 0; turn < 4; turn++) {
    const next = new Map<string, Point>();
    for (let column = 0; column < lattice.columns.length; column++) {
      for (let row = 0; row < lattice.rows.length; row++) {
        const beside = outlineNeighbours(lattice, column, row);
        if (beside.length !== 2 || besideStrip(lattice, column, row)) continue;
        const here = place(column, row);
        const middle = mix(place(...beside[0]), place(...beside[1]), 0.5);
        const target = mix(here, middle, 0.45);
        const at = bend(lattice.columns[column], lattice.rows[row]);
        next.set(`${column},${row}`, { x: target.x - at.x, y: target.y - at.y });
      }
    }
    for (const [key, value] of next) moved.set(key, value);
  }
  return (column, row) => moved.get(`${column},${row}`) ?? shake(column, row);
}

/** Crossings joined to this one by a line that has the city on one side only. */
function outlineNeighbours(lattice: Lattice, column: number, row: number): [number, number][] {
  const inside = (c: number, r: number) => cellInside(lattice, c, r);
  const out: [number, number][] = [];
  if (inside(column, row) !== inside(column, row - 1)) out.push([column + 1, row]);
  if (inside(column - 1, row) !== inside(column - 1, row - 1)) out.push([column - 1, row]);
  if (inside(column, row) !== inside(column - 1, row)) out.push([column, row + 1]);
  if (inside(column, row - 1) !== inside(column - 1, row - 1)) out.push([column, row - 1]);
  return out;
}
