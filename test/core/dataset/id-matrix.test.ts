import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matrixByIds } from '../../../src/core/dataset/id-matrix.ts';
import { runSync } from '../../../src/core/task.ts';

it('holds of every pair the least cost within the limit, in any order of rows', () => {
  const row = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(9));
  const places = ['p0', 'p1', 'p2', 'p3'];
  const facilities = ['f0', 'f1', 'f2', 'f3'];
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const table = { from: rows.map(([p]) => `p${p}`), to: rows.map(([, f]) => `f${f}`), file: 'm.csv' };
      const costs = Float64Array.from(rows, ([, , cost]) => cost);
      const { matrix, repeated, beyondLimit } = runSync(matrixByIds(table, costs, places, facilities, 7));
      const least = new Map<string, number>();
      for (const [p, f, cost] of rows)
        if (cost <= 7) least.set(`${f}${p}`, Math.min(cost, least.get(`${f}${p}`) ?? cost));
      const found = facilities.flatMap((_, f) =>
        Array.from(matrix.place.subarray(matrix.start[f], matrix.start[f + 1]), (p, k): [string, number] => [
          `${f}${p}`,
          matrix.meters[matrix.start[f] + k],
        ]),
      );
      expect(found).toEqual([...least].sort(([a], [b]) => (a < b ? -1 : 1)));
      expect(matrix.place.length + repeated + beyondLimit).toBe(rows.length);
    }),
    { numRuns: 300, seed: 48 },
  );
});
