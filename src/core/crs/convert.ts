import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { CoordinateSystem } from '../table/mapping.ts';
import { WEB_MERCATOR } from './epsg.ts';
import { inShiftBox, isShifted } from './regions.ts';

/**
 * From the coordinate systems of Chinese map services and planning offices to WGS-84, and back. Degrees are
 * [longitude, latitude]. The shift of GCJ-02 has a published forward formula (gcoord's is used); its inverse is
 * iterated until it agrees to 10⁻¹⁰ degrees, far below a millimetre. Elsewhere than on the mainland it is the identity.
 */
export type LngLat = [lng: number, lat: number];
export type Converter = (x: number, y: number) => LngLat;

const TOLERANCE_DEGREES = 1e-10;
const MAX_ITERATIONS = 50;
/**
 * Converted positions are kept to a millimetre (10⁻⁸ degrees). The formulas use the engine's trigonometry, whose last bits
 * differ from engine to engine; rounded, the page and the command line start from the same positions.
 */
const ROUNDING = 1e8;

/** WGS-84 degrees of a position in `crs`. Not finite where the position has no image. Throws when a proj4 definition is unusable. */
export function toWgs84(crs: CoordinateSystem, x: number, y: number): LngLat {
  return converterToWgs84(crs)(x, y);
}

/** The same as a function, so that a proj4 definition is parsed once for a whole file. */
export function converterToWgs84(crs: CoordinateSystem): Converter {
  if (crs === 'wgs84') return (x, y) => [x, y];
  const convert = unrounded(crs);
  return (x, y) => {
    const [lng, lat] = convert(x, y);
    return [Math.round(lng * ROUNDING) / ROUNDING, Math.round(lat * ROUNDING) / ROUNDING];
  };
}

function unrounded(crs: Exclude<CoordinateSystem, 'wgs84'>): Converter {
  switch (crs) {
    case 'gcj02':
      return gcj02ToWgs84;
    case 'bd09':
      return bd09ToWgs84;
    case 'bd09mc':
      return bd09mcToWgs84;
    case 'webmercator':
      return projected(WEB_MERCATOR);
    default:
      return projected(crs.slice('proj:'.length));
  }
}

/** The inverse of `toWgs84`: what a map service would show for a true position. */
export function fromWgs84(crs: CoordinateSystem, lng: number, lat: number): LngLat {
  switch (crs) {
    case 'wgs84':
      return [lng, lat];
    case 'gcj02':
      return wgs84ToGcj02(lng, lat);
    case 'bd09':
      return wgs84ToBd09(lng, lat);
    case 'bd09mc': {
      const bd09 = wgs84ToBd09(lng, lat);
      return pair(gcoord.transform([...bd09], gcoord.BD09, gcoord.BD09MC));
    }
    default: {
      const definition = crs === 'webmercator' ? WEB_MERCATOR : crs.slice('proj:'.length);
      return pair(proj4(definition).forward([lng, lat]));
    }
  }
}

/** A proj4 or WKT definition to WGS-84 degrees; '' is WGS-84 already. Throws when the definition is not understood. */
export function projected(definition: string): Converter {
  if (definition === '') return (x, y) => [x, y];
  const converter = proj4(definition, 'EPSG:4326');
  return (x, y) => {
    // proj4 throws on positions that are not finite; here they stay what they are, to be named by the caller.
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    return pair(converter.forward([x, y]));
  };
}

function pair(position: readonly number[]): LngLat {
  return [position[0], position[1]];
}

function shift(lng: number, lat: number): LngLat {
  return pair(gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02));
}

function wgs84ToGcj02(lng: number, lat: number): LngLat {
  return isShifted(lng, lat) ? shift(lng, lat) : [lng, lat];
}

function gcj02ToWgs84(lng: number, lat: number): LngLat {
  if (!inShiftBox(lng, lat)) return [lng, lat];
  const source = invert(shift, lng, lat);
  // Beside the border of an unshifted region two true positions can have the same image; the mainland's is taken.
  return isShifted(source[0], source[1]) ? source : [lng, lat];
}

function wgs84ToBd09(lng: number, lat: number): LngLat {
  if (!inShiftBox(lng, lat)) return [lng, lat];
  return offset(...wgs84ToGcj02(lng, lat));
}

function bd09ToWgs84(lng: number, lat: number): LngLat {
  if (!inShiftBox(lng, lat)) return [lng, lat];
  return gcj02ToWgs84(...invert(offset, lng, lat));
}

function bd09mcToWgs84(x: number, y: number): LngLat {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
  return bd09ToWgs84(...pair(gcoord.transform([x, y], gcoord.BD09MC, gcoord.BD09)));
}

/** Baidu's own offset on top of GCJ-02. */
function offset(lng: number, lat: number): LngLat {
  return pair(gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.BD09));
}

/** Fixed point of a forward formula that moves a position by little and smoothly: each round gains about two digits. */
function invert(forward: Converter, lng: number, lat: number): LngLat {
  let x = lng;
  let y = lat;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    const [imageLng, imageLat] = forward(x, y);
    const errorLng = imageLng - lng;
    const errorLat = imageLat - lat;
    x -= errorLng;
    y -= errorLat;
    if (!(Math.abs(errorLng) > TOLERANCE_DEGREES || Math.abs(errorLat) > TOLERANCE_DEGREES)) break;
  }
  return [x, y];
}
