import { expect, it } from 'vitest';
import type { DemandColumn } from '../../src/core/dataset/demand.ts';
import { groupsAt } from '../../src/view/groups-at.ts';
import { missingRoles } from '../../src/view/missing-roles.ts';

const column = (id: string, ...values: number[]): DemandColumn => ({
  id,
  unit: 'people',
  values: new Float64Array(values),
});

it('tells who lives at one place, sums of bands included', () => {
  const columns = [column('people', 8, 32), column('age_60_69', 1, 4), column('age_70_plus', 2, 8)];
  expect(groupsAt(columns, 1).map(({ group, value }) => [group, value])).toEqual([
    ['people', 32],
    ['age_60_69', 4],
    ['age_70_plus', 8],
    ['age_60_plus', 12],
  ]);
});

it('names what is still missing', () => {
  expect(missingRoles(['facilities', 'districts'])).toEqual(['people']);
  expect(missingRoles(['people', 'facilities'])).toEqual([]);
});
