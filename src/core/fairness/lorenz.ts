import { BLOCK, type Task } from '../task.ts';
import type { Bins, BinTotals, Ranking } from './ranking.ts';

/** Share of the people, those with least first, and the share of the whole amount that they have. */
export type LorenzPoint = [people: number, amount: number];

export const LORENZ_POINTS = 200;

/**
 * Lorenz curve of one bin (Lorenz 1905): from [0, 0] to [1, 1], below the diagonal, never falling. With more places than
 * `most` points the curve is cut into equal steps of (x + y)/2, and the last point of each is kept: flat and steep parts
 * are both drawn, the same ones every time. The ends always stay. Empty where nobody is ranked or nobody has anything.
 */
export function* lorenz(
  { values, people, places }: Ranking,
  bins: Bins,
  totals: BinTotals,
  bin: number,
  most = LORENZ_POINTS,
): Task<LorenzPoint[]> {
  const points: LorenzPoint[] = [[0, 0]];
  const [allPeople, allAmount] = [totals.people[bin], totals.amount[bin]];
  if (!(allAmount > 0)) return [];
  const thins = totals.places[bin] + 1 > most;
  let [peopleSum, amountSum, step] = [0, 0, -1];
  for (let k = 0; k < places.length; k++) {
    const place = places[k];
    if (k % BLOCK === 0) yield { phase: 'measure-fairness', done: k, total: places.length };
    if (bins.of[place] !== bin) continue;
    peopleSum += people[place];
    amountSum += people[place] * values[place];
    const point: LorenzPoint = [Math.min(1, peopleSum / allPeople), Math.min(1, amountSum / allAmount)];
    // Two points fewer than asked for: the ends.
    const here = Math.floor(((point[0] + point[1]) / 2) * (most - 2));
    if (thins && here === step) points[points.length - 1] = point;
    else points.push(point);
    step = here;
  }
  points[points.length - 1] = [1, 1];
  return points;
}

/** Area under the curve by trapezoids: ½ for equality; exact for a curve that was not thinned. */
export function areaUnder(points: readonly LorenzPoint[]): number {
  let area = 0;
  for (let k = 1; k < points.length; k++) {
    area += ((points[k][0] - points[k - 1][0]) * (points[k][1] + points[k - 1][1])) / 2;
  }
  return area;
}
