import { ExactSums } from '../exact-sums.ts';
import { BLOCK, type Task } from '../task.ts';

/** Places ascending by a value, each with the people who share it. What every measure of fairness walks along. */
export interface Ranking {
  /** By place, as given. */
  values: Float64Array;
  people: Float64Array;
  /** Places that have people and a finite value, ascending by value. */
  places: Uint32Array;
}

/** The bin of every place: its district, or 0 for the whole area. */
export interface Bins {
  of: Int32Array;
  count: number;
}

/** What the ranked places of each bin hold together. */
export interface BinTotals {
  places: Uint32Array;
  people: Float64Array;
  /** Σ people × value. */
  amount: Float64Array;
  lowest: Float64Array;
  highest: Float64Array;
}

/**
 * Ranks places by value, then by people, then by row: places alike in the first two are interchangeable, so the order of
 * rows leaves no trace in the bits of any sum. Whoever sums a third number along the ranking names it as `third`. Left out: nobody there, value not surveyed (NaN) or unreachable (Infinity).
 */
export function* rankPlaces(
  values: Float64Array,
  people: Float64Array,
  third: Float64Array = people,
): Task<Ranking> {
  const kept = new Uint32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (people[i] > 0 && Number.isFinite(values[i])) kept[count++] = i;
  const before = (a: number, b: number) =>
    values[a] - values[b] || people[a] - people[b] || third[a] - third[b] || a - b;
  return { values, people, places: yield* sorted(kept.slice(0, count), before) };
}

/** Merge sort in steps: a typed array's own sort of a million places would not hear "stop" for a second. */
function* sorted(
  items: Uint32Array<ArrayBuffer>,
  before: (a: number, b: number) => number,
): Task<Uint32Array<ArrayBuffer>> {
  const { length } = items;
  for (let from = 0; from < length; from += BLOCK) {
    items.subarray(from, from + BLOCK).sort(before);
    yield { phase: 'rank-places', done: from, total: length };
  }
  let source = items;
  let target = new Uint32Array(length);
  for (let width = BLOCK; width < length; width *= 2) {
    for (let from = 0; from < length; from += 2 * width) {
      const middle = Math.min(from + width, length);
      const end = Math.min(from + 2 * width, length);
      let [left, right] = [from, middle];
      for (let to = from; to < end; to++) {
        const takeLeft = left < middle && (right >= end || before(source[left], source[right]) <= 0);
        target[to] = takeLeft ? source[left++] : source[right++];
      }
      yield { phase: 'rank-places', done: from, total: length };
    }
    [source, target] = [target, source];
  }
  return source;
}

export function* binTotals({ values, people, places }: Ranking, bins: Bins): Task<BinTotals> {
  const peopleBy = new ExactSums(bins.count);
  const amountBy = new ExactSums(bins.count);
  const placesBy = new Uint32Array(bins.count);
  const lowest = new Float64Array(bins.count).fill(Number.NaN);
  const highest = new Float64Array(bins.count).fill(Number.NaN);
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    const bin = bins.of[place];
    peopleBy.add(bin, people[place]);
    amountBy.add(bin, people[place] * values[place]);
    if (placesBy[bin]++ === 0) lowest[bin] = values[place];
    highest[bin] = values[place];
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
  }
  return { places: placesBy, people: peopleBy.values(), amount: amountBy.values(), lowest, highest };
}

/** Everybody in one bin. */
export function oneBin(places: number): Bins {
  return { of: new Int32Array(places), count: 1 };
}

/** A bin a district, and a last one for the places in none (−1 in the assignment). */
export function binsOf(assignment: Int32Array, districts: number): Bins {
  return { of: assignment.map((district) => (district < 0 ? districts : district)), count: districts + 1 };
}
