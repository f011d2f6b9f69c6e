import { expect, test } from 'vitest';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { tableContent } from '../../builders/files.ts';

async function guess(header: string, row: string) {
  const { mapping } = guessMapping(
    await tableContent(`名称,经度,纬度,${header}\n甲,121.5,31.2,${row}\n`),
    'facilities',
  );
  if (mapping.role !== 'facilities') throw new Error(mapping.role);
  return mapping;
}

test('a list of elder-care homes: nursing beds are no capacity', async () => {
  const mapping = await guess('护理型床位（张）,床位数,办学性质,医师数', '20,50,公办,3');
  expect(mapping).toMatchObject({
    capacity: '床位数',
    attributes: [
      { column: '护理型床位（张）', as: 'nursingBeds' },
      { column: '医师数', as: 'doctors' },
      { column: '办学性质', as: 'ownership' },
    ],
  });
});

test('a list of kindergartens: the kind of its owner is no service', async () => {
  const mapping = await guess('办园类型,班级数,在园人数,学位数,上级机构', '普惠性民办,6,150,180,镇中心园');
  expect(mapping.service).toBeUndefined();
  expect(mapping).toMatchObject({
    capacity: '学位数',
    attributes: [
      { column: '在园人数', as: 'enrolled' },
      { column: '班级数', as: 'classes' },
      { column: '办园类型', as: 'ownership' },
      { column: '上级机构', as: 'parent' },
    ],
  });
});

test('a header whose cells do not fit is none', async () => {
  const mapping = await guess('机构级别,医师', '三级甲等,张三');
  expect(mapping.attributes).toBeUndefined();
});

test('two of a kind: the first, and beds beside places', async () => {
  const mapping = await guess('托位数,床位数,床位', '10,20,30');
  expect(mapping).toMatchObject({ capacity: '托位数', attributes: [{ column: '床位数', as: 'beds' }] });
});
