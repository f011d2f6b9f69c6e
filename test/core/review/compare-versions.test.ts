import { describe, expect, it } from 'vitest';
import { toFacilities } from '../../../src/core/dataset/read-facilities.ts';
import { compareVersions } from '../../../src/core/review/compare-versions.ts';
import { runSync } from '../../../src/core/task.ts';
import { textFile } from '../../builders/files.ts';
import { rowsOf, sampleFile } from './sample.ts';

async function facilities(text: string) {
  const { content, mapping } = await rowsOf(textFile('幼儿园.csv', text));
  return runSync(toFacilities(content, mapping)).value;
}

const HEAD = '编号,名称,经度,纬度,学位\n';
const OLD = `${HEAD}K1,甲园,121.47,31.23,30\nK2,乙园,121.48,31.24,40\nK3,丙园,121.49,31.25,\nK4,丁园,121.5,31.26,60\n`;
// K1 as it was; K2 larger; K3 surveyed now and 1.1 km to the north; K4 gone; K5 new.
const NEW = `${HEAD}K5,戊园,121.52,31.28,50\nK3,丙园,121.49,31.26,20\nK2,乙园,121.48,31.24,45\nK1,甲园,121.47,31.23,30\n`;

describe('two versions of a list', () => {
  it('show what is new, gone, moved and changed', async () => {
    const [before, after] = [await facilities(OLD), await facilities(NEW)];
    const { fresh, gone, moved, changed, unchanged, byId } = compareVersions(before, after);
    expect(byId).toBe(true);
    expect(fresh.map((i) => after.name[i])).toEqual(['戊园']);
    expect(gone.map((i) => before.name[i])).toEqual(['丁园']);
    expect(moved.map(({ before: i, meters }) => [before.name[i], Math.round(meters)])).toEqual([
      ['丙园', 1112],
    ]);
    expect(changed.map(({ changes }) => changes)).toEqual([
      [{ field: 'capacity', before: 40, after: 45 }],
      [{ field: 'capacity', before: Number.NaN, after: 20 }],
    ]);
    expect(unchanged).toBe(1);
  });

  it('go by name and place where the numbering is new', async () => {
    const renumber = (text: string) => text.replaceAll(/\nK(\d)/g, '\nX9$1');
    const [before, after] = [await facilities(OLD), await facilities(renumber(NEW))];
    const { fresh, gone, kept, byId } = compareVersions(before, after);
    expect(byId).toBe(false);
    expect([fresh.length, gone.length, kept.length]).toEqual([1, 1, 3]);
    expect(kept.every(({ by }) => by === 'name')).toBe(true);
  });

  it('know a place by its spot when it has another name', async () => {
    const [before, after] = [
      await facilities(OLD),
      await facilities(OLD.replace('K2,乙园', 'K9,星河实验园')),
    ];
    const { kept, fresh, gone } = compareVersions(before, after);
    expect([fresh.length, gone.length]).toEqual([0, 0]);
    expect(kept.find(({ by }) => by === 'place')?.changes).toEqual([
      { field: 'name', before: '乙园', after: '星河实验园' },
    ]);
  });

  it('find nothing between a file and itself, and the same in any order of rows', async () => {
    const { content, mapping } = await rowsOf(sampleFile('facilities-other.csv'));
    const one = runSync(toFacilities(content, mapping)).value;
    const table = { ...content.table, rows: content.table.rows.toReversed() };
    if (content.kind !== 'table') throw new Error('table');
    const other = runSync(toFacilities({ ...content, table }, mapping)).value;
    for (const after of [one, other]) {
      const { fresh, gone, moved, changed, unchanged } = compareVersions(one, after);
      expect([fresh.length, gone.length, moved.length, changed.length, unchanged]).toEqual([
        0,
        0,
        0,
        0,
        one.count,
      ]);
    }
  });
});
