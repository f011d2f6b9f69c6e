import { describe, expect, it } from 'vitest';
import { columnTotal, type DemandColumn } from '../../../src/core/dataset/demand.ts';
import { exactSum } from '../../../src/core/exact-sums.ts';
import { estimateGroup } from '../../../src/core/forecast/estimate-group.ts';
import { groupOf, singleYears } from '../../../src/core/forecast/pyramids.ts';
import { spragueYears } from '../../../src/core/forecast/sprague.ts';
import { runSync } from '../../../src/core/task.ts';
import { describeWithData } from '../../shared-data.ts';
import { columnsOfJakarta } from './jakarta.ts';

function column(id: string, ...values: number[]): DemandColumn {
  return { id, unit: 'people', values: Float64Array.from(values) };
}

const FIVES = [
  column('people', 500, 40),
  column('age_0_4', 100, 0),
  column('age_5_9', 110, 10),
  column('age_10_14', 90, 10),
  column('age_15_19', 80, 10),
  column('age_20_plus', 120, 10),
];

describe('a group that the bands do not make up', () => {
  it('is exact, without a note, where they do', () => {
    const { value, issues } = runSync(estimateGroup(FIVES, 'age_5_14', 'sprague'));
    expect(value).toMatchObject({ method: 'exact', cuts: [], flatPlaces: 0 });
    expect([...(value?.values ?? [])]).toEqual([200, 20]);
    expect(issues).toEqual([]);
  });

  it('is cut out by Sprague: ages 3 and 4 of one band, 5 of the next', () => {
    const { value, issues } = runSync(estimateGroup(FIVES, 'age_3_5', 'sprague'));
    const { years } = spragueYears([100, 110, 90, 80]);
    expect(value?.values[0]).toBeCloseTo(years[3] + years[4] + years[5], 10);
    expect(value).toMatchObject({
      method: 'sprague',
      cuts: [
        { column: 'age_0_4', fromAge: 3, toAge: 4, method: 'sprague' },
        { column: 'age_5_9', fromAge: 5, toAge: 5, method: 'sprague' },
      ],
    });
    expect(issues.map((issue) => issue.code)).toEqual(['group-estimated-sprague']);
    expect(issues[0].values).toEqual({ group: 'age_3_5', columns: 'age_0_4, age_5_9' });
  });

  it('is cut out flat on request, and says so', () => {
    const { value, issues } = runSync(estimateGroup(FIVES, 'age_3_5', 'flat'));
    expect([...(value?.values ?? [])]).toEqual([2 * 20 + 22, 2]);
    expect(value?.method).toBe('flat');
    expect(issues.map((issue) => issue.code)).toEqual(['group-estimated-flat']);
  });

  it('takes whole bands as they are and cuts only the rest', () => {
    const { value } = runSync(estimateGroup(FIVES, 'age_8_plus', 'flat'));
    expect([...(value?.values ?? [])]).toEqual([44 + 90 + 80 + 120, 4 + 30]);
  });

  it('falls back to flat where there are no four five-year bands, and says so', () => {
    const wide = [column('age_0_14', 150), column('age_15_59', 450), column('age_60_plus', 90)];
    const { value, issues } = runSync(estimateGroup(wide, 'age_3_5', 'sprague'));
    expect(value).toMatchObject({ method: 'flat' });
    expect([...(value?.values ?? [])]).toEqual([30]);
    expect(issues.map((issue) => issue.code)).toEqual(['group-estimated-flat']);
  });

  it('counts the places where the curve fell below 0', () => {
    const steep = [
      column('age_0_4', 10),
      ...[5, 10, 15, 20].map((age) => column(`age_${age}_${age + 4}`, 1000)),
    ];
    const { value, issues } = runSync(estimateGroup(steep, 'age_0_2', 'sprague'));
    expect([...(value?.values ?? [])]).toEqual([6]);
    expect(value?.flatPlaces).toBe(1);
    expect(issues.map((issue) => issue.code)).toEqual([
      'group-estimated-sprague',
      'group-sprague-flat-places',
    ]);
  });

  it('cannot be had from an open band, nor from no bands, and names the age', () => {
    const { value, issues } = runSync(estimateGroup(FIVES, 'age_65_plus', 'sprague'));
    expect(value).toBeUndefined();
    expect(issues).toEqual([
      { severity: 'error', code: 'group-not-estimable', values: { group: 'age_65_plus', age: 65 } },
    ]);
    expect(runSync(estimateGroup([column('people', 5)], 'age_3_5', 'flat')).value).toBeUndefined();
  });

  it('stays missing where its band was not surveyed', () => {
    const missing = FIVES.map((one) => (one.id === 'age_5_9' ? column('age_5_9', Number.NaN, 10) : one));
    const { value } = runSync(estimateGroup(missing, 'age_3_5', 'sprague'));
    expect(value?.values[0]).toBeNaN();
    expect(value?.values[1]).toBeCloseTo(spragueYears([0, 10, 10, 10]).years[5], 10);
  });
});

describeWithData('Jakarta', 'jakarta', (folder) => {
  it('keeps every band of every kelurahan, 60 and over as counted', async () => {
    const bands = await columnsOfJakarta(folder);
    const { value: pyramids, issues } = runSync(singleYears(bands));
    expect(issues.map((issue) => issue.code)).toEqual(['ages-split']);
    if (!pyramids) throw new Error('no pyramids');
    expect(pyramids.top).toBe(75);
    expect(exactSum(groupOf(pyramids, 'people') ?? [])).toBeCloseTo(11_011_862, 5);
    expect(exactSum(groupOf(pyramids, 'age_60_plus') ?? [])).toBeCloseTo(892_571, 5);
    for (const band of bands.filter((one) => /^age_\d+_(\d+|plus)$/.test(one.id))) {
      const people = groupOf(pyramids, band.id) ?? new Float64Array(0);
      people.forEach((sum, r) => {
        expect(Math.abs(sum - band.values[r])).toBeLessThan(1e-8);
      });
    }
    expect(pyramids.people.every((people) => people >= 0)).toBe(true);
  });

  it('has children of 3–5 by Sprague and flat: two figures, both said to be estimates', async () => {
    const bands = await columnsOfJakarta(folder);
    const estimate = (method: 'sprague' | 'flat') => runSync(estimateGroup(bands, 'age_3_5', method)).value;
    const totalOf = (values: Float64Array) => columnTotal({ id: 'age_3_5', unit: 'people', values });
    const sum = (id: string) => columnTotal(bands.find((one) => one.id === id) ?? column(id, Number.NaN));
    const [sprague, flat] = [estimate('sprague'), estimate('flat')];
    if (!sprague || !flat) throw new Error('no estimate');
    expect(totalOf(flat.values)).toBeCloseTo((2 * sum('age_0_4') + sum('age_5_9')) / 5, 5);
    expect(totalOf(flat.values)).toBeCloseTo(540_026, 5);
    // The multipliers are linear: where no kelurahan had to be split flat, the city's bands give the city's children.
    expect(sprague.flatPlaces).toBe(0);
    const city = Array.from({ length: 15 }, (_, k) => sum(`age_${5 * k}_${5 * k + 4}`));
    const { years } = spragueYears(city);
    expect(totalOf(sprague.values)).toBeCloseTo(years[3] + years[4] + years[5], 5);
    expect(totalOf(sprague.values)).toBeCloseTo(570_423.528, 3);
  });
});
