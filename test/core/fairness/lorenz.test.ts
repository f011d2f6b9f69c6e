import { describe, expect, it } from 'vitest';
import { LORENZ_POINTS, lorenz } from '../../../src/core/fairness/lorenz.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';
import { rankedWorld } from './world.ts';

describe('Lorenz curve', () => {
  it('keeps every corner of a small world', () => {
    const { ranking, bins, totals } = rankedWorld([6, 0, 2], [1, 1, 2]);
    expect(runSync(lorenz(ranking, bins, totals, 0))).toEqual([
      [0, 0],
      [0.25, 0],
      [0.75, 0.4],
      [1, 1],
    ]);
  });

  it('is thinned to 200 points with both ends, never falls, and stays under the diagonal', () => {
    const random = randomSource(3);
    const values = Array.from({ length: 20_000 }, () => random() ** 6 * 1000);
    const { ranking, bins, totals } = rankedWorld(
      values,
      values.map(() => 1 + Math.floor(random() * 50)),
    );
    const points = runSync(lorenz(ranking, bins, totals, 0));
    expect(points.length).toBeLessThanOrEqual(LORENZ_POINTS);
    expect(points.length).toBeGreaterThan(150);
    expect([points[0], points[points.length - 1]]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    for (let k = 1; k < points.length; k++) {
      expect(points[k][0]).toBeGreaterThanOrEqual(points[k - 1][0]);
      expect(points[k][1]).toBeGreaterThanOrEqual(points[k - 1][1]);
      expect(points[k][1]).toBeLessThanOrEqual(points[k][0]);
    }
  });

  it('is not drawn where nobody has anything', () => {
    const { ranking, bins, totals } = rankedWorld([0], [1]);
    expect(runSync(lorenz(ranking, bins, totals, 0))).toEqual([]);
  });
});
