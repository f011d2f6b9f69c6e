import { describe, expect, it } from 'vitest';
import { lifeCircle } from '../../../src/core/analysis/life-circle.ts';
import {
  CERTAIN_COVERED,
  CERTAIN_UNCOVERED,
  NOBODY,
  robustReading,
  UNCERTAIN,
} from '../../../src/core/analysis/robust-reading.ts';
import { assignmentOfTwoBanks, demandOfTwoBanks, districtsOfTwoBanks } from '../../worlds/two-banks.ts';

const people = demandOfTwoBanks().columns[0].values;
const districts = districtsOfTwoBanks();
const metersOf = (...meters: number[]) => Float64Array.from(meters);

describe('robust reading', () => {
  const straight = metersOf(100, 100, 500, 900, 100, 500, 900, 100);
  const network = metersOf(200, 600, 900, 999, 300, 700, 999, Infinity);
  const variant = (method: 'straight' | 'network', meters: Float64Array, metersPerSecond: number) => ({
    method,
    meters,
    metersPerSecond,
    limitMeters: 600 * metersPerSecond,
  });
  const variants = [
    variant('straight', straight, 1),
    variant('network', network, 1),
    variant('network', network, 0.8),
  ];
  const { verdict, rows } = robustReading(people, variants, districts, assignmentOfTwoBanks);

  it('tells what holds in all readings from what does not', () => {
    const [yes, no, maybe] = [CERTAIN_COVERED, CERTAIN_UNCOVERED, UNCERTAIN];
    expect([...verdict]).toEqual([yes, maybe, maybe, no, yes, maybe, no, maybe]);
  });

  it('gives the range of each figure, by district too', () => {
    expect(rows[0]).toMatchObject({
      total: 255,
      leastCovered: 1 + 16,
      mostCovered: 255 - 8 - 64,
      certainCovered: 17,
      certainUncovered: 72,
    });
    expect(rows[1]).toMatchObject({ district: 0, leastCovered: 1, mostCovered: 7, certainUncovered: 8 });
    for (const row of rows) {
      expect(row.certainCovered).toBeLessThanOrEqual(row.leastCovered);
      expect(row.mostCovered).toBeLessThanOrEqual(row.total - row.certainUncovered);
    }
  });

  it('gives no verdict where nobody lives', () => {
    const nobody = robustReading(new Float64Array(8), variants, undefined, []);
    expect([...nobody.verdict]).toEqual(new Array(8).fill(NOBODY));
  });
});

describe('the 15-minute circle', () => {
  const circle = lifeCircle(
    people,
    [
      { service: 'a', meters: metersOf(1, 1, 1, 1, 9, 9, 9, 9) },
      { service: 'b', meters: metersOf(1, 9, 1, 9, 1, 9, 1, 9) },
      { service: 'c', meters: metersOf(5, 9, 9, 9, 5, 9, 9, Infinity) },
    ],
    5,
    districts,
    assignmentOfTwoBanks,
  );

  it('counts the services of each place and names the missing ones', () => {
    expect([...circle.count]).toEqual([3, 1, 2, 1, 2, 0, 1, 0]);
    expect([...circle.missing]).toEqual([0b000, 0b110, 0b100, 0b110, 0b001, 0b111, 0b101, 0b111]);
  });

  it('sums people by number of services, by district, and names the weakest service', () => {
    const [whole, west, east, empty, outside] = circle.rows;
    expect([...whole.byCount]).toEqual([32 + 128, 2 + 8 + 64, 4 + 16, 1]);
    expect([...whole.lacking]).toEqual([16 + 32 + 64 + 128, 2 + 8 + 32 + 128, 2 + 4 + 8 + 32 + 64 + 128]);
    expect(whole.weakest).toBe(0);
    expect(west).toMatchObject({ district: 0, people: 15, weakest: 2 });
    expect(east).toMatchObject({ district: 1, people: 112, weakest: 0 });
    expect(empty).toMatchObject({ people: 0, weakest: -1 });
    expect(outside).toMatchObject({ people: 128 });
    for (const row of circle.rows) expect(row.byCount.reduce((a, b) => a + b, 0)).toBe(row.people);
  });
});
