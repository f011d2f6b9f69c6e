import { cellToBoundary, cellToLatLng } from 'h3-js';
import type { Demand } from '../dataset/demand.ts';

export interface HexagonStyle {
  /** From due east, anticlockwise, of one corner: what deck.gl's ColumnLayer calls `angle` with `diskResolution` 6. */
  angleDegrees: number;
  /** From the centre to a corner. */
  radiusMeters: number;
}

const METERS_PER_DEGREE = 111195;

/**
 * The one hexagon all cells are drawn as: that of the cell nearest to the middle of the demand. For show only: cells
 * differ by some per mille across a city. Points, and demand without places, have no hexagon: radius 0.
 */
export function hexagonStyle(demand: Demand): HexagonStyle {
  if (demand.kind === 'points' || demand.count === 0) return { angleDegrees: 0, radiusMeters: 0 };
  const cell = centralPlace(demand);
  const index = [demand.indexLow[cell], demand.indexHigh[cell]];
  const [lat0, lng0] = cellToLatLng(index);
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  // The angle is taken modulo 60°, and averaged as a vector of six times the angle, which no seam disturbs.
  let cosines = 0;
  let sines = 0;
  let radius = 0;
  const corners = cellToBoundary(index);
  for (const [lat, lng] of corners) {
    const east = ((((lng - lng0 + 540) % 360) + 360) % 360) - 180;
    const x = east * shrink;
    const y = lat - lat0;
    const angle = Math.atan2(y, x);
    cosines += Math.cos(6 * angle);
    sines += Math.sin(6 * angle);
    radius += Math.sqrt(x * x + y * y) * METERS_PER_DEGREE;
  }
  const angleDegrees = (Math.atan2(sines, cosines) * 180) / Math.PI / 6;
  return { angleDegrees: (angleDegrees + 60) % 60, radiusMeters: radius / corners.length };
}

function centralPlace({ lng, lat, count }: Demand): number {
  let meanLng = 0;
  let meanLat = 0;
  for (let i = 0; i < count; i++) {
    meanLng += lng[i] / count;
    meanLat += lat[i] / count;
  }
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const distance = (lng[i] - meanLng) ** 2 + (lat[i] - meanLat) ** 2;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = i;
    }
  }
  return best;
}

/** The exact corners of a cell, `[lng, lat]` in degrees, closed (first = last), for export. */
export function cellRing(low: number, high: number): [lng: number, lat: number][] {
  return cellToBoundary([low, high], true).map(([lng, lat]) => [lng, lat]);
}
