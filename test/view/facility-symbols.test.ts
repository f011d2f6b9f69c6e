import { expect, it } from 'vitest';
import { SERVICES } from '../../src/core/dataset/services.ts';
import { facilityFeatures, outlineOf, symbolScale } from '../../src/view/facility-symbols.ts';
import { facilitiesOfTwoBanks } from '../worlds/two-banks.ts';

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

/** Linear RGB as it is seen with normal sight and without the red or green cones (Machado, Oliveira and Fernandes 2009). */
const SIGHT = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
];

function linear(hue: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hue.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function cieLab([r, g, b]: number[]): number[] {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function apart(one: string, other: string): number {
  const distances = SIGHT.map((m) => {
    const seen = (hue: string) => {
      const [r, g, b] = linear(hue);
      return cieLab([0, 3, 6].map((row) => Math.max(0, m[row] * r + m[row + 1] * g + m[row + 2] * b)));
    };
    const [a, b] = [seen(one), seen(other)];
    return Math.hypot(...a.map((part, i) => part - b[i]));
  });
  return Math.min(...distances);
}

it('tells symbols of one shape apart, also without red or green cones, and from the white beneath', () => {
  for (const one of SERVICES) {
    const [r, g, b] = linear(one.hue);
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThan(3);
    for (const other of SERVICES) {
      if (other === one || other.shape !== one.shape) continue;
      expect([one.id, other.id, apart(one.hue, other.hue) > 18]).toEqual([one.id, other.id, true]);
    }
  }
});

it('marks facilities that no street is near', () => {
  const { features } = facilityFeatures(facilitiesOfTwoBanks(), ['elder-station'], Int32Array.of(2));
  expect(features.map((one) => [one.id, one.properties?.isUnlinked])).toEqual([
    [0, false],
    [2, true],
    [3, false],
  ]);
});
