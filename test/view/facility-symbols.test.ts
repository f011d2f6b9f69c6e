import { expect, it } from 'vitest';
import { SERVICES } from '../../src/core/dataset/services.ts';
import { outlineOf, symbolScale } from '../../src/view/facility-symbols.ts';

it('has an outline within its box for every service', () => {
  for (const { id } of SERVICES) {
    const outline = outlineOf(id);
    expect(outline.length).toBeGreaterThan(2);
    for (const [x, y] of outline) expect(Math.hypot(x, y)).toBeLessThan(1.12);
  }
});

it('grows with capacity within bounds, and is plain where it is not surveyed', () => {
  expect(symbolScale(100, 100)).toBe(1);
  expect(symbolScale(100_000, 100)).toBe(1.5);
  expect(symbolScale(1, 100)).toBe(0.75);
  expect(symbolScale(Number.NaN, 100)).toBe(1);
});
