import { allocate } from '../../src/core/analysis/allocation.ts';
import { allocateInOrder } from '../../src/core/analysis/allocation-sequential.ts';
import { type Catchments, catchments } from '../../src/core/analysis/catchments.ts';
import { type Decay, decayWeights } from '../../src/core/analysis/decay.ts';
import { floatingCatchment } from '../../src/core/analysis/floating-catchment.ts';
import { runSync } from '../../src/core/task.ts';
import { rowsOf } from '../builders/positions.ts';
import { randomSource } from '../builders/random.ts';
import { type BenchRow, compete } from './bench.ts';

/** A city of 0.3° × 0.3°, places in rows, facilities denser in the middle; few of them hold most of the places. */
function makeCity(placeCount: number, facilityCount: number, limitMeters: number, placesPerPerson: number) {
  const random = randomSource(20261122);
  const side = Math.ceil(Math.sqrt(placeCount));
  const span = 0.3;
  const towardsMiddle = (from: number) => from + (span / 2) * (random() + random());
  const places = {
    lng: Float64Array.from({ length: placeCount }, (_, i) => 116.2 + (span * (i % side)) / side),
    lat: Float64Array.from({ length: placeCount }, (_, i) => 39.8 + (span * Math.floor(i / side)) / side),
  };
  const facilities = {
    lng: Float64Array.from({ length: facilityCount }, () => towardsMiddle(116.2)),
    lat: Float64Array.from({ length: facilityCount }, () => towardsMiddle(39.8)),
  };
  const people = Float64Array.from({ length: placeCount }, () => Math.round(random() * 200));
  const total = people.reduce((sum, count) => sum + count, 0);
  const share = Float64Array.from({ length: facilityCount }, () => random() ** 3 + 0.05);
  const shares = share.reduce((sum, one) => sum + one, 0);
  const supply = share.map((one) => Math.round((one / shares) * total * placesPerPerson));
  const matrix = runSync(catchments(places, facilities, rowsOf(facilityCount), limitMeters));
  return { matrix, people, supply };
}

/** The two steps as they stand in a textbook: an object a pair, weights asked for twice, maps by id. */
function plainTwoPasses(matrix: Catchments, limit: number, supply: Float64Array, people: Float64Array) {
  const pairs: { facility: number; place: number; meters: number }[] = [];
  for (let f = 0; f < matrix.rows.length; f++) {
    for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++)
      pairs.push({ facility: f, place: matrix.place[e], meters: matrix.meters[e] });
  }
  const end = Math.exp(-0.5);
  const weight = (meters: number) => (Math.exp(-0.5 * (meters / limit) ** 2) - end) / (1 - end);
  return () => {
    const demand = new Map<number, number>();
    for (const { facility, place, meters } of pairs)
      demand.set(facility, (demand.get(facility) ?? 0) + people[place] * weight(meters));
    const access = new Float64Array(people.length);
    for (const { facility, place, meters } of pairs)
      access[place] += (supply[facility] / (demand.get(facility) ?? 1)) * weight(meters);
    return access;
  };
}

function floatingRows(): BenchRow[] {
  const limit = 2500;
  const { matrix, people, supply } = makeCity(200_000, 3000, limit, 1);
  const decay: Decay = { kind: 'gaussian', limit };
  const weights = decayWeights(decay, matrix.meters);
  const ours = () => floatingCatchment(matrix, weights, supply, people).access;
  const plain = plainTwoPasses(matrix, limit, supply, people);
  const [mine, theirs] = [ours(), plain()];
  if (mine.some((access, i) => Math.abs(access - theirs[i]) > 1e-9 * (1 + theirs[i])))
    throw new Error('the two ways of E2SFCA disagree');
  const contestants = {
    ours,
    plain,
    both: () => floatingCatchment(matrix, decayWeights(decay, matrix.meters), supply, people),
  };
  const times = compete(contestants, 7);
  const each = (milliseconds: number) => `${((milliseconds * 1e6) / matrix.place.length).toFixed(1)} ns`;
  return [
    {
      task: `E2SFCA, Gaussian, ${matrix.place.length} non-zeros (3,000 facilities × 200,000 places)`,
      ours: {
        name: `floatingCatchment, weights at hand: ${each(times.ours)} a non-zero`,
        milliseconds: times.ours,
      },
      peers: [
        { name: `with its weights: ${each(times.both)}`, milliseconds: times.both },
        { name: `plain two passes over objects: ${each(times.plain)}`, milliseconds: times.plain },
      ],
    },
  ];
}

function allocationRow(facilities: number, limit: number, placesPerPerson: number): BenchRow {
  const { matrix, people, supply } = makeCity(15_000, facilities, limit, placesPerPerson);
  const times = compete(
    {
      free: () => runSync(allocate(matrix, supply, people)),
      sequential: () => runSync(allocateInOrder(matrix, supply, people)),
    },
    1,
  );
  const density = (matrix.place.length / 15_000).toFixed(0);
  return {
    task: `places given out: 15,000 places × ${facilities} facilities, ${density} in reach of a place, ${placesPerPerson} places a person`,
    ours: { name: 'allocate (exact, order-free)', milliseconds: times.free },
    peers: [{ name: 'allocateInOrder (serves fewer)', milliseconds: times.sequential }],
  };
}

export function run(): BenchRow[] {
  return [
    ...floatingRows(),
    allocationRow(50, 8000, 0.6),
    allocationRow(300, 3000, 0.6),
    allocationRow(300, 3000, 1.1),
  ];
}
