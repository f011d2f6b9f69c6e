import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { unusable } from '../../builders/files.ts';
import { describeWithData, inputFile, shapefileOf } from '../../shared-data.ts';

type Facts = [name: string, encoding: string, columns: number, rows: number, crs: string];

/** What a file turns out to be: encoding, columns, rows, guessed coordinate system; nothing noticed while reading. */
async function factsOf(files: InputFile[], name: string): Promise<Facts> {
  const { value, issues } = await readFiles(files);
  if (value.kind === 'raster') throw new Error('a raster');
  const { mapping } = guessMapping(value);
  expect(issues).toEqual([]);
  const { encoding, header, rows } = value.table;
  return [name, encoding, header.length, rows.length, 'crs' in mapping ? mapping.crs : ''];
}

describeWithData('files as they come', 'import', (folder) => {
  test.each<Facts>([
    ['baidu_bd09_newjiangwan_sample.csv', 'utf-8', 8, 12, 'bd09'],
    ['china_city_list_gbk.csv', 'gb18030', 7, 345, 'wgs84'],
    ['cn_cafe_shanghai.geojson', 'utf-8', 48, 61, 'wgs84'],
    ['mapv-address-point.csv', 'utf-8', 2, 238, 'bd09'],
    ['mapv-mercator-metres.csv', 'utf-8', 4, 399, 'bd09mc'],
  ])('%s', async (...facts) => {
    expect(await factsOf([inputFile(join(folder, facts[0]))], facts[0])).toEqual(facts);
  });

  test('names in a GBK attribute table without a .cpg', async () => {
    const { value } = await readFiles(shapefileOf(join(folder, 'shanghai_districts_gbk_dbf/区县界_area')));
    if (value.kind !== 'features') throw new Error('no features');
    expect(value.table.encoding).toBe('gb18030');
    expect(value.table.rows.flat().filter((cell) => /区|县/.test(cell)).length).toBeGreaterThan(10);
  });

  test.each([
    ['blns.json', 'geojson-not-geojson'],
    ['echarts_shanghai_ENCODED.geojson', 'geojson-echarts-encoded'],
  ])('%s is refused', async (name, code) => {
    expect((await unusable(() => readFiles([inputFile(join(folder, name))]))).code).toBe(code);
  });
});

describeWithData('Shanghai', 'shanghai', (folder) => {
  test.each<Facts>([
    ['districts_17_pre2015_wgs84.geojson', 'utf-8', 2, 17, ''],
    ['population_district_census2020.csv', 'utf-8', 3, 16, 'wgs84'],
    ['residential_aoi_wgs84.geojson', 'utf-8', 1, 2907, 'wgs84'],
    ['shanghai_Theatr_Cinema.csv', 'utf-8', 7, 753, 'wgs84'],
    ['shanghai_hospital.csv', 'utf-8', 7, 7513, 'wgs84'],
    ['shanghai_urban.csv', 'utf-8', 7, 449, 'wgs84'],
    ['subdistrict_codes_shanghai.csv', 'utf-8', 8, 233, 'wgs84'],
    ['中学.csv', 'utf-8', 7, 983, 'wgs84'],
    ['小学.csv', 'utf-8', 7, 931, 'wgs84'],
    ['幼儿园.csv', 'utf-8', 7, 2284, 'wgs84'],
  ])('%s', async (...facts) => {
    expect(await factsOf([inputFile(join(folder, facts[0]))], facts[0])).toEqual(facts);
  });
});

describeWithData('Jakarta and its schools', 'jakarta', (folder) => {
  test.each<Facts>([
    ['BATAS_DESA_DKI', 'utf-8', 161, 269, 'wgs84'],
    ['education_points', 'utf-8', 9, 1149, 'wgs84'],
  ])('%s', async (...facts) => {
    expect(await factsOf(shapefileOf(join(folder, facts[0])), facts[0])).toEqual(facts);
  });
});

describeWithData('Shenzhen', 'shenzhen', (folder) => {
  test.each<Facts>([
    ['districts_10_wgs84.geojson', 'utf-8', 3, 10, ''],
    ['residential_aoi_wgs84.geojson', 'utf-8', 1, 1548, 'wgs84'],
  ])('%s', async (...facts) => {
    expect(await factsOf([inputFile(join(folder, facts[0]))], facts[0])).toEqual(facts);
  });
});
