import type { CoordinateSystem } from '../table/mapping.ts';
import { gaussKrueger } from './epsg.ts';
import { inShiftBox } from './regions.ts';

/** A coordinate system that the numbers of a file could be in. */
export interface Hypothesis {
  id: 'wgs84' | 'gcj02' | 'bd09' | 'bd09mc' | 'webmercator' | 'cgcs2000-zone' | 'cgcs2000' | 'declared';
  crs: CoordinateSystem;
  /** Central meridian of a zone, degrees; NaN for the others. */
  meridian: number;
  /**
   * What may remain after converting, metres: the inverse of GCJ-02 is iterated below 1 m; Baidu's own offset and its metres
   * are known to about 4 m (twelve reference places); CGCS2000 and WGS-84 differ by less than 1 m.
   */
  residualMeters: number;
}

const RESIDUAL: Record<Hypothesis['id'], number> = {
  wgs84: 0,
  gcj02: 1,
  bd09: 4,
  bd09mc: 4,
  webmercator: 0,
  'cgcs2000-zone': 1,
  cgcs2000: 1,
  declared: 0,
};

/** Metres of China in Web Mercator (and, nearly, in Baidu's own): Hainan to the Amur, Pamir to Ussuri. */
const MERCATOR_CHINA = { west: 8.1e6, east: 1.52e7, south: 1.9e6, north: 7.2e6 };
const NORTHING_CHINA = { south: 1.9e6, north: 6e6 };
const FIRST_MERIDIAN = 75;
const LAST_MERIDIAN = 135;

/**
 * What numbers of this size could be. `x` and `y` are the middle of the file as it is written, east and north. `nearLng`, the
 * longitude of what is loaded, narrows zones that do not say their number to the two nearest meridians. A system that
 * the file declares (.prj) is the only hypothesis.
 */
export function hypothesesFor(x: number, y: number, nearLng = Number.NaN, declared?: string): Hypothesis[] {
  if (declared !== undefined && declared !== '') return [hypothesis('declared', `proj:${declared}`)];
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
    // Elsewhere than in China the shifted systems are not shifted.
    return inShiftBox(x, y)
      ? [hypothesis('wgs84', 'wgs84'), hypothesis('gcj02', 'gcj02'), hypothesis('bd09', 'bd09')]
      : [hypothesis('wgs84', 'wgs84')];
  }
  return [...mercators(x, y), ...zones(x, y, nearLng)];
}

function hypothesis(id: Hypothesis['id'], crs: CoordinateSystem, meridian = Number.NaN): Hypothesis {
  return { id, crs, meridian, residualMeters: RESIDUAL[id] };
}

function mercators(x: number, y: number): Hypothesis[] {
  const { west, east, south, north } = MERCATOR_CHINA;
  const isChina = x > west && x < east && y > south && y < north;
  const web = hypothesis('webmercator', 'webmercator');
  if (isChina) return [hypothesis('bd09mc', 'bd09mc'), web];
  return Math.abs(x) > 1e6 && Math.abs(x) < 2.004e7 && Math.abs(y) < 2.004e7 ? [web] : [];
}

/** Gauss-Krüger: 3° zones with their number before the easting (25–45), 6° zones likewise (13–23), 3° zones without. */
function zones(x: number, y: number, nearLng: number): Hypothesis[] {
  if (!(y > NORTHING_CHINA.south && y < NORTHING_CHINA.north)) return [];
  const zone = Math.floor(x / 1_000_000);
  const easting = x - zone * 1_000_000;
  if (!(easting > 150_000 && easting < 850_000)) return [];
  if (zone >= 25 && zone <= 45) return [zoned(zone * 3, zone)];
  if (zone >= 13 && zone <= 23) return [zoned(zone * 6 - 3, zone)];
  if (zone !== 0) return [];
  const meridians: number[] = [];
  for (let lng = FIRST_MERIDIAN; lng <= LAST_MERIDIAN; lng += 3) meridians.push(lng);
  if (Number.isFinite(nearLng)) {
    meridians.sort((a, b) => Math.abs(a - nearLng) - Math.abs(b - nearLng) || a - b).splice(2);
  }
  return meridians.map((lng) => hypothesis('cgcs2000', `proj:${gaussKrueger(lng, 500_000)}`, lng));
}

function zoned(meridian: number, zone: number): Hypothesis {
  return hypothesis('cgcs2000-zone', `proj:${gaussKrueger(meridian, zone * 1_000_000 + 500_000)}`, meridian);
}
