import type { Random } from './random.ts';
import type { Zone } from './zones.ts';

export const AGE_BANDS = [
  { header: '0-2岁', id: 'age_0_2' },
  { header: '3-5岁', id: 'age_3_5' },
  { header: '6-11岁', id: 'age_6_11' },
  { header: '12-14岁', id: 'age_12_14' },
  { header: '15-59岁', id: 'age_15_59' },
  { header: '60-64岁', id: 'age_60_64' },
  { header: '65-79岁', id: 'age_65_79' },
  { header: '80岁及以上', id: 'age_80_plus' },
] as const;

/** Share of each band by kind of town, per cent: the old town is old, the new town is full of young families. */
const PROFILES: Record<Zone, number[]> = {
  old: [1.5, 2.1, 4.9, 2.5, 58.2, 7.9, 17.9, 5.0],
  belt: [2.0, 2.8, 6.2, 3.1, 61.7, 6.6, 14.1, 3.5],
  new: [3.7, 4.9, 9.2, 3.7, 67.3, 3.4, 6.4, 1.4],
  suburb: [1.9, 2.9, 6.6, 3.4, 57.4, 7.4, 16.4, 4.0],
};

export function ageProfile(random: Random, zone: Zone, x: number): number[] {
  // Workers' housing west of the centre is older than the rest of the belt.
  const older = zone === 'belt' && x < -900 ? 1.12 : 1;
  return PROFILES[zone].map(
    (share, band) => share * (band >= 5 ? older : 1) * Math.exp(0.13 * random.normal()),
  );
}

/** Whole numbers in proportion to the shares, with exactly the given sum (largest remainder, lower row first). */
export function splitWhole(total: number, shares: number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (share / sum) * total);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - whole[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  for (let k = 0; k < missing; k++) whole[order[k].i]++;
  return whole;
}
