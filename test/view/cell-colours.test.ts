import { expect, it } from 'vitest';
import { classifyByDistance } from '../../src/view/cell-classes.ts';
import { cellColours, quantileOfPositive } from '../../src/view/cell-colours.ts';
import { PALETTE } from '../../src/view/palette.ts';

const people = Float64Array.of(1, 100, 0, 50);
const meters = Float64Array.of(100, 700, 100, Number.POSITIVE_INFINITY);
const classified = classifyByDistance(people, meters, [300, 500], 1);

it('colours say the result, opacity the people; places without people are not drawn', () => {
  const { fill } = cellColours(classified, people);
  expect([...fill.slice(0, 3)]).toEqual([...PALETTE.servedBest]);
  expect([...fill.slice(4, 7)]).toEqual([...PALETTE.beyond]);
  expect(fill[7]).toBeGreaterThan(fill[3]);
  expect(fill[3]).toBeGreaterThan(0);
  expect([...fill.slice(8, 12)]).toEqual([0, 0, 0, 0]);
});

it('draws unreached places as an outline', () => {
  const { fill, line } = cellColours(classified, people);
  expect([...(line ?? []).slice(12, 15)]).toEqual([...PALETTE.unreached]);
  expect(fill[15]).toBeLessThan(40);
});

it('has no outlines when nothing is unreached', () => {
  const near = classifyByDistance(
    people,
    meters.map((m) => Math.min(m, 900)),
    [300, 500],
    1,
  );
  expect(cellColours(near, people).line).toBeUndefined();
});

it('takes quantiles of what is above zero only', () => {
  expect(quantileOfPositive(Float64Array.of(0, 0, 0, 1, 2, 3), 0.5)).toBe(2);
  expect(quantileOfPositive(Float64Array.of(0, 0), 0.5)).toBe(0);
});
