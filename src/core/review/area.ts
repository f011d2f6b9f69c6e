import { haversineMeters } from '../analysis/distance.ts';
import type { Districts } from '../dataset/districts.ts';
import { buildPolygonIndex, findPolygon, polygonContains } from '../grid/polygon-index.ts';
import { borderPieces, indexSegments, nearestSegmentMeters } from './segment-index.ts';

/** Where the rows of a city can be expected. */
export interface Area {
  /** What says so: the districts, the people, or, when nothing is loaded, the bulk of the rows themselves. */
  by: 'districts' | 'people' | 'rows' | 'nothing';
  /** Metres outside; 0 inside. NaN for a position that is none. */
  metersOutside(lng: number, lat: number): number;
}

const NEAR_BORDER_METERS = 20_000;
/** People end where houses end; a facility may stand beyond the last of them. */
const PEOPLE_MARGIN_METERS = 3_000;
const ROWS_FOR_EXTENT = 20;
/** Without anything loaded only what is far from all else is called outside. */
const ROWS_MARGIN_METERS = 50_000;
const ROWS_MARGIN_FACTOR = 5;

export function areaOf(
  context: { districts?: Districts; people?: { lng: Float64Array; lat: Float64Array } },
  lng: Float64Array,
  lat: Float64Array,
): Area {
  if (context.districts && context.districts.count > 0) return districtArea(context.districts);
  if (context.people && context.people.lng.length > 0) return peopleArea(context.people);
  return rowsArea(lng, lat);
}

function districtArea({ shapes, count }: Districts): Area {
  const index = buildPolygonIndex(shapes);
  const borders = indexSegments(
    borderPieces(
      shapes,
      Array.from({ length: count }, (_, i) => i),
    ),
  );
  const box = boxOf(shapes);
  return {
    by: 'districts',
    metersOutside(lng, lat) {
      let inside = false;
      findPolygon(index, lng, lat, (polygon) => {
        inside = polygonContains(index, polygon, lng, lat);
        return inside;
      });
      if (inside) return 0;
      const beyondBox = metersToBox(box, lng, lat);
      if (!(beyondBox < NEAR_BORDER_METERS)) return beyondBox;
      const meters = nearestSegmentMeters(borders, lng, lat, NEAR_BORDER_METERS);
      return Number.isFinite(meters) ? meters : NEAR_BORDER_METERS;
    },
  };
}

function peopleArea(people: { lng: Float64Array; lat: Float64Array }): Area {
  const box = boxOf(people);
  return {
    by: 'people',
    metersOutside: (lng, lat) => Math.max(0, metersToBox(box, lng, lat) - PEOPLE_MARGIN_METERS),
  };
}

/** A disc around the middle of the rows, wide enough for nine tenths of them five times over. */
function rowsArea(lng: Float64Array, lat: Float64Array): Area {
  const placed = Array.from(lng.keys()).filter((row) => Number.isFinite(lng[row] + lat[row]));
  if (placed.length < ROWS_FOR_EXTENT) {
    return { by: 'nothing', metersOutside: (x, y) => (Number.isFinite(x + y) ? 0 : Number.NaN) };
  }
  const centre = {
    lng: quantile(
      placed.map((row) => lng[row]),
      0.5,
    ),
    lat: quantile(
      placed.map((row) => lat[row]),
      0.5,
    ),
  };
  const reach = quantile(
    placed.map((row) => haversineMeters(centre.lng, centre.lat, lng[row], lat[row])),
    0.9,
  );
  const radius = Math.max(ROWS_MARGIN_METERS, reach * ROWS_MARGIN_FACTOR);
  return {
    by: 'rows',
    metersOutside: (x, y) => Math.max(0, haversineMeters(centre.lng, centre.lat, x, y) - radius),
  };
}

/** The value below which a share of the values lies: the lower of two when it falls between. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boxOf({ lng, lat }: { lng: Float64Array; lat: Float64Array }): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < lng.length; i++) {
    if (!Number.isFinite(lng[i] + lat[i])) continue;
    box.west = Math.min(box.west, lng[i]);
    box.east = Math.max(box.east, lng[i]);
    box.south = Math.min(box.south, lat[i]);
    box.north = Math.max(box.north, lat[i]);
  }
  return box;
}

/** Metres to the nearest corner or side; 0 inside. */
function metersToBox(box: Box, lng: number, lat: number): number {
  const nearestLng = Math.min(box.east, Math.max(box.west, lng));
  const nearestLat = Math.min(box.north, Math.max(box.south, lat));
  if (nearestLng === lng && nearestLat === lat) return 0;
  return haversineMeters(lng, lat, nearestLng, nearestLat);
}
