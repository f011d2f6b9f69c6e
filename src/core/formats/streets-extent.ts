import { UnusableData } from '../issue.ts';

/** Smallest and largest of the finite positions. */
export interface Extent {
  west: number;
  east: number;
  south: number;
  north: number;
}

export function extentOf(x: ArrayLike<number>, y: ArrayLike<number>): Extent {
  const extent: Extent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
    extent.west = Math.min(extent.west, x[i]);
    extent.east = Math.max(extent.east, x[i]);
    extent.south = Math.min(extent.south, y[i]);
    extent.north = Math.max(extent.north, y[i]);
  }
  return extent;
}

/** Throws UnusableData `streets-projected` {west, east, south, north} when positions cannot be degrees. */
export function refuseProjected(x: ArrayLike<number>, y: ArrayLike<number>, file: string): void {
  const { west, east, south, north } = extentOf(x, y);
  if (!(west < -180 || east > 180 || south < -90 || north > 90)) return;
  const values = {
    west: Math.round(west),
    east: Math.round(east),
    south: Math.round(south),
    north: Math.round(north),
  };
  throw new UnusableData({ code: 'streets-projected', file, values });
}
