import type { Demand } from '../../core/dataset/demand.ts';
import { cellRing } from '../../core/grid/cell-boundary.ts';
import { type CellClass, type CellClasses, NOBODY } from '../cell-classes.ts';
import { quantileOfPositive } from '../cell-colours.ts';
import { mix, type Rgb } from '../palette.ts';
import type { PathShape, Point, Shape } from './drawing.ts';
import type { Projection } from './projection.ts';

const WHITE: Rgb = [255, 255, 255];
/** Paper has no transparency worth printing: strengths are mixed with white, in so many steps. */
const STEPS = 5;
const FAINTEST = 0.45;
const FULL_STRENGTH_QUANTILE = 0.9;
const POINT_RADIUS = 1.3;

const NOT_SERVED = new Set<CellClass['kind']>(['beyond', 'farBeyond', 'unreached', 'unlinked']);

/** Places in the colours of the screen, one path a colour; what is not served is hatched too, for print without colour. */
export function placeShapes(
  demand: Demand,
  { classes, classOf }: CellClasses,
  people: Float64Array,
  projection: Projection,
): Shape[] {
  const full = quantileOfPositive(people, FULL_STRENGTH_QUANTILE);
  const groups = new Map<number, Point[][]>();
  const slashes: Point[][] = [];
  for (let i = 0; i < demand.count; i++) {
    const kind = classOf[i];
    if (kind === NOBODY) continue;
    const part = full > 0 ? Math.min(1, Math.sqrt(people[i] / full)) : 1;
    const key = kind * (STEPS + 1) + Math.round(part * STEPS);
    const ring = outlineOf(demand, i, projection);
    groups.set(key, [...(groups.get(key) ?? []), ring]);
    if (NOT_SERVED.has(classes[kind].kind)) slashes.push(...hatchOf(ring, classes[kind].kind));
  }
  const fills = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, lines]) => cellsPath(classes[Math.floor(key / (STEPS + 1))], key % (STEPS + 1), lines));
  return [...fills, ...hatchPath(slashes)];
}

function cellsPath({ colour, outlined }: CellClass, step: number, lines: Point[][]): PathShape {
  const shown = mix(WHITE, colour, FAINTEST + (1 - FAINTEST) * (step / STEPS));
  return outlined
    ? { kind: 'path', lines, isClosed: true, fill: mix(WHITE, colour, 0.1), stroke: shown, width: 0.4 }
    : { kind: 'path', lines, isClosed: true, fill: shown, stroke: shown, width: 0.1 };
}

/** One line through a cell; two across it for what is far beyond. */
export function hatchOf(ring: readonly Point[], kind: CellClass['kind']): Point[][] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const half = Math.min(right - left, bottom - top) * 0.36;
  const rising: Point[] = [
    [x - half, y + half],
    [x + half, y - half],
  ];
  const falling: Point[] = [
    [x - half, y - half],
    [x + half, y + half],
  ];
  return kind === 'beyond' ? [rising] : [rising, falling];
}

const HATCH: Rgb = [60, 30, 8];

export function hatchPath(lines: Point[][]): Shape[] {
  if (lines.length === 0) return [];
  return [{ kind: 'path', lines, isClosed: false, stroke: HATCH, width: 0.3 }];
}

function outlineOf(demand: Demand, i: number, { place }: Projection): Point[] {
  if (demand.kind === 'cells')
    return cellRing(demand.indexLow[i], demand.indexHigh[i])
      .slice(0, -1)
      .map(([lng, lat]) => place(lng, lat));
  const [x, y] = place(demand.lng[i], demand.lat[i]);
  const r = POINT_RADIUS;
  return [
    [x - r, y],
    [x, y - r],
    [x + r, y],
    [x, y + r],
  ];
}
