import { booleanPointInPolygon, circle, point } from '@turf/turf';
import KDBush from 'kdbush';
import { haversineMeters } from '../../src/core/analysis/distance.ts';
import { nearestFacility } from '../../src/core/analysis/nearest-facility.ts';
import { runSync } from '../../src/core/task.ts';
import { rowsOf } from '../builders/positions.ts';
import { randomSource } from '../builders/random.ts';
import { type BenchRow, measure } from './bench.ts';

const PLACES = 200_000;
const FACILITIES = 10_000;
const LIMIT_METERS = 500;
/** Turf buffers and polygons take minutes at full size: it gets this part of the facilities, and its time is scaled up. */
const TURF_FACILITIES = 20;
const TURF_PLACES = 20_000;

/** A city of 0.4° × 0.4°: places in rows, as cells come sorted, facilities anywhere. */
function makeCity() {
  const random = randomSource(20261122);
  const side = Math.ceil(Math.sqrt(PLACES));
  const places = { lng: new Float64Array(PLACES), lat: new Float64Array(PLACES) };
  for (let i = 0; i < PLACES; i++) {
    places.lng[i] = 116.2 + (0.4 * (i % side)) / side;
    places.lat[i] = 39.8 + (0.4 * Math.floor(i / side)) / side;
  }
  const facilities = {
    lng: Float64Array.from({ length: FACILITIES }, () => 116.2 + 0.4 * random()),
    lat: Float64Array.from({ length: FACILITIES }, () => 39.8 + 0.4 * random()),
  };
  return { places, facilities };
}

type City = ReturnType<typeof makeCity>;

function ours({ places, facilities }: City): number {
  const { meters } = runSync(nearestFacility(places, facilities, rowsOf(FACILITIES)));
  return meters.reduce((count, m) => count + (m <= LIMIT_METERS ? 1 : 0), 0);
}

/** The usual way with kdbush: a box of degrees around each place, then haversine. */
function kdbush({ places, facilities }: City): number {
  const index = new KDBush(FACILITIES);
  for (let f = 0; f < FACILITIES; f++) index.add(facilities.lng[f], facilities.lat[f]);
  index.finish();
  const latReach = (LIMIT_METERS / 6371008.8) * (180 / Math.PI);
  let covered = 0;
  for (let i = 0; i < PLACES; i++) {
    const [lng, lat] = [places.lng[i], places.lat[i]];
    const lngReach = latReach / Math.cos((Math.PI / 180) * (Math.abs(lat) + latReach));
    const near = index.range(lng - lngReach, lat - latReach, lng + lngReach, lat + latReach);
    if (near.some((f) => haversineMeters(lng, lat, facilities.lng[f], facilities.lat[f]) <= LIMIT_METERS))
      covered++;
  }
  return covered;
}

/** The usual way with Turf: a circle around each facility, then every place in every circle. */
function turf({ places, facilities }: City): number {
  const covered = new Uint8Array(TURF_PLACES);
  for (let f = 0; f < TURF_FACILITIES; f++) {
    const shape = circle([facilities.lng[f], facilities.lat[f]], LIMIT_METERS, {
      units: 'meters',
      steps: 64,
    });
    for (let i = 0; i < TURF_PLACES; i++) {
      if (booleanPointInPolygon(point([places.lng[i], places.lat[i]]), shape)) covered[i] = 1;
    }
  }
  return covered.reduce((sum, c) => sum + c, 0);
}

export function run(): BenchRow[] {
  const city = makeCity();
  const expected = ours(city);
  if (kdbush(city) !== expected) throw new Error('kdbush and our index disagree on who is covered');
  const scale = (FACILITIES / TURF_FACILITIES) * (PLACES / TURF_PLACES);
  const [mine, theirs, shapes] = measure([() => ours(city), () => kdbush(city), () => turf(city)]);
  return [
    {
      task: `straight-line coverage, ${FACILITIES} facilities × ${PLACES} places, ${LIMIT_METERS} m`,
      ours: { name: 'nearestFacility (and metres)', milliseconds: mine },
      peers: [
        { name: 'kdbush (covered or not)', milliseconds: theirs },
        { name: `turf circles, scaled up ×${scale}`, milliseconds: shapes * scale },
      ],
      note: `Turf ran ${TURF_FACILITIES} circles × ${TURF_PLACES} places; ours and kdbush agree on ${expected} places covered.`,
    },
  ];
}
