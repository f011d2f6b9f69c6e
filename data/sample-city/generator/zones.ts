import { createNoise } from './random.ts';

/**
 * What kind of town stands where, in the flat plan before it is bent: an old town on the south bank, a belt of
 * work-unit housing around it, a new town on the north bank, and countryside with villages.
 */
export type Zone = 'old' | 'belt' | 'new' | 'suburb';

export const RIVER_Y = 700;
export const RAIL_X = 3300;
/** Where the density is highest. */
export const OLD_CENTRE = { x: -300, y: -900 };
export const NEW_CENTRE = { x: 600, y: 2900 };

const edgeNoise = createNoise('zone edges');
const outlineNoise = createNoise('outline');

function ellipse(
  x: number,
  y: number,
  centreX: number,
  centreY: number,
  radiusX: number,
  radiusY: number,
): number {
  return ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2;
}

export function zoneAt(x: number, y: number): Zone {
  const edge = 1 + 0.3 * edgeNoise(x / 1500, y / 1500);
  if (y < RIVER_Y) {
    if (ellipse(x, y, OLD_CENTRE.x, OLD_CENTRE.y, 2100, 1750) < edge) return 'old';
    if (ellipse(x, y, -200, -1200, 4300, 3500) < edge) return 'belt';
  } else {
    // Workers' housing came to the north bank before the new town did.
    if (x > -3700 && x < -900 && y < 1900) return 'belt';
    if (x < RAIL_X && ellipse(x, y, NEW_CENTRE.x, NEW_CENTRE.y, 3500, 2400) < edge) return 'new';
  }
  if (x > RAIL_X && ellipse(x, y, 4400, 300, 1900, 2600) < edge) return 'belt';
  return 'suburb';
}

/** Both sides of the river, and of the railway, end together: the noise stands still near them. */
export function insideCity(x: number, y: number): boolean {
  const still = (value: number, strip: number) =>
    strip + Math.sign(value - strip) * Math.max(0, Math.abs(value - strip) - 1100);
  const noise = outlineNoise(still(x, RAIL_X) / 2200, still(y, RIVER_Y) / 2200);
  return ellipse(x, y, 0, 0, 7700, 6700) < 0.93 + 0.2 * noise;
}

/** 1 at the middle of a zone, falling outwards. */
export function densityFactor(zone: Zone, x: number, y: number): number {
  const centre = zone === 'new' ? NEW_CENTRE : OLD_CENTRE;
  const reach = { old: 3200, belt: 5200, new: 3600, suburb: 6500 }[zone];
  const d = Math.hypot(x - centre.x, y - centre.y) / reach;
  return Math.exp(-d * d);
}
