import { describe, expect, it } from 'vitest';
import { palma, rankByIncome } from '../../../src/core/fairness/palma.ts';
import { oneBin } from '../../../src/core/fairness/ranking.ts';
import { runSync } from '../../../src/core/task.ts';

function palmaOf(values: number[], people: number[], incomes: number[], poor: 'low' | 'high' = 'low') {
  const access = Float64Array.from(values);
  const income = { values: Float64Array.from(incomes), poor };
  const byIncome = runSync(rankByIncome(access, Float64Array.from(people), income));
  return runSync(palma(access, byIncome, oneBin(values.length)))[0];
}

describe('Palma', () => {
  const tenths = Array.from({ length: 10 }, (_, i) => i);
  const one = tenths.map(() => 1);

  it('by hand: the richest tenth has 6 each, the poorest four have 2 each on average', () => {
    expect(palmaOf([1, 1, 3, 3, 9, 9, 9, 9, 9, 6], one, tenths)).toBeCloseTo(3, 14);
  });

  it('turns round for a score of deprivation', () => {
    const scores = tenths.map((i) => 9 - i);
    expect(palmaOf([1, 1, 3, 3, 9, 9, 9, 9, 9, 6], one, scores, 'high')).toBeCloseTo(3, 14);
  });

  it('divides a place across the border', () => {
    // Two places of five: the poorest four all have 1, the richest one has 4.
    expect(palmaOf([1, 4], [5, 5], [10, 20])).toBeCloseTo(4, 14);
    // One place of everybody: rich and poor are the same people.
    expect(palmaOf([7], [10], [5])).toBeCloseTo(1, 14);
  });

  it('gives people of one income the mean of them all, in any order', () => {
    const incomes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(palmaOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], one, incomes)).toBeCloseTo(1, 14);
    expect(palmaOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], one, incomes)).toBeCloseTo(1, 14);
  });

  it('is the same to the last bit whatever the order of rows of one income and size', () => {
    const values = [0.1, 0.7, 0.2, 1e6, 0.3, 1e-9, 5, 0.9];
    const eight = values.map(() => 1);
    const incomes = [1, 1, 1, 1, 1, 1, 2, 2];
    const order = [5, 3, 0, 4, 2, 1, 7, 6];
    expect(
      palmaOf(
        order.map((i) => values[i]),
        eight,
        order.map((i) => incomes[i]),
      ),
    ).toBe(palmaOf(values, eight, incomes));
  });

  it('says when the poorest have nothing, and leaves out those without an income', () => {
    expect(palmaOf([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], one, tenths)).toBe(Number.POSITIVE_INFINITY);
    expect(palmaOf([1, 4, 999], [5, 5, 100], [10, 20, Number.NaN])).toBeCloseTo(4, 14);
    expect(palmaOf([1], [1], [Number.NaN])).toBeNaN();
  });
});
