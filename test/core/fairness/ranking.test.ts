import { describe, expect, it } from 'vitest';
import { rankPlaces } from '../../../src/core/fairness/ranking.ts';
import { runSync } from '../../../src/core/task.ts';
import { randomSource } from '../../builders/random.ts';

describe('ranking', () => {
  it('sorts many blocks as a plain sort would', () => {
    const random = randomSource(7);
    const values = Float64Array.from({ length: 5000 }, () => Math.floor(random() * 400));
    const people = values.map(() => Math.floor(random() * 4));
    const { places } = runSync(rankPlaces(values, people));
    const expected = [...values.keys()]
      .filter((i) => people[i] > 0)
      .sort((a, b) => values[a] - values[b] || people[a] - people[b] || a - b);
    expect([...places]).toEqual(expected);
  });
});
