import type { Demand } from '../../src/core/dataset/demand.ts';
import type { Districts } from '../../src/core/dataset/districts.ts';
import type { Facilities } from '../../src/core/dataset/facilities.ts';

/**
 * A world whose answers can be worked out by hand. Eight places stand 0.001° apart on one meridian (111.195 m), with
 * powers of two of people, so that a sum names its members. Districts: west bank places 0–3, east bank 4–6; place 7 lies in
 * none. Facilities stand at places 0 (elder station, 6 m²), 2 (elder home, not surveyed), 6 (elder station, 20 m²) and 3
 * (planned, 1000 m²: serves nobody yet).
 */
export const STEP_METERS = 111.19508;

export function demandOfTwoBanks(): Demand {
  const lat = Float64Array.from({ length: 8 }, (_, i) => 30 + i * 0.001);
  const lng = new Float64Array(8).fill(120);
  return {
    kind: 'points',
    resolution: -1,
    count: 8,
    indexLow: new Uint32Array(0),
    indexHigh: new Uint32Array(0),
    lng,
    lat,
    peopleLng: lng,
    peopleLat: lat,
    columns: [{ id: 'people', unit: 'people', values: Float64Array.of(1, 2, 4, 8, 16, 32, 64, 128) }],
  };
}

export function districtsOfTwoBanks(): Districts {
  return {
    count: 3,
    code: ['W', 'E', 'X'],
    name: ['西岸', '东岸', '无人区'],
    level: Int32Array.of(0, 0, 0),
    levels: ['区'],
    parent: Int32Array.of(-1, -1, -1),
    shapes: {
      count: 0,
      polygonStart: Uint32Array.of(0),
      ringStart: Uint32Array.of(0),
      lng: new Float64Array(0),
      lat: new Float64Array(0),
    },
  };
}

export const assignmentOfTwoBanks = [Int32Array.of(0, 0, 0, 0, 1, 1, 1, -1)];
export const facilityAssignmentOfTwoBanks = [Int32Array.of(0, 0, 1, 0)];

export function facilitiesOfTwoBanks(): Facilities {
  const at = [0, 2, 6, 3];
  return {
    count: 4,
    id: ['a', 'b', 'c', 'd'],
    name: ['甲', '乙', '丙', '丁'],
    service: ['elder-station', 'elder-home', 'elder-station', 'elder-station'],
    lng: new Float64Array(4).fill(120),
    lat: Float64Array.from(at, (i) => 30 + i * 0.001),
    capacity: new Float64Array(4).fill(Number.NaN),
    landArea: Float64Array.of(6, Number.NaN, 20, 1000),
    floorArea: new Float64Array(4).fill(Number.NaN),
    numbers: {},
    texts: {},
    status: ['open', 'open', 'open', 'planned'],
    file: ['f', 'f', 'f', 'f'],
    row: Int32Array.of(2, 3, 4, 5),
  };
}
