import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromWgs84 } from '../../../src/core/crs/convert.ts';
import { gaussKrueger } from '../../../src/core/crs/epsg.ts';
import { toFacilities } from '../../../src/core/dataset/read-facilities.ts';
import type { TableContent } from '../../../src/core/formats/content.ts';
import { type CrsContext, findCrs } from '../../../src/core/review/find-crs.ts';
import type { CoordinateSystem, FacilityMapping } from '../../../src/core/table/mapping.ts';
import { runSync } from '../../../src/core/task.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';
import { districtsOf, rowsOf, sampleFile, sampleStreets } from './sample.ts';

const SYSTEMS: CoordinateSystem[] = [
  'wgs84',
  'gcj02',
  'bd09',
  'bd09mc',
  'webmercator',
  `proj:${gaussKrueger(114, 500_000)}`,
  `proj:${gaussKrueger(114, 38_500_000)}`,
];
const MAPPING: FacilityMapping = { role: 'facilities', name: 'name', lng: 'x', lat: 'y', crs: 'wgs84' };

describe('the facilities of the sample city, written in each system', async () => {
  const { content, mapping } = await rowsOf(sampleFile('facilities-other.csv'));
  const facilities = runSync(toFacilities(content, mapping)).value;
  const districts = await districtsOf(sampleFile('districts.geojson'));
  const streets = sampleStreets();
  const column = (name: string) => content.table.rows.map((row) => row[content.table.header.indexOf(name)]);

  /** Names and positions, and whatever columns are asked for. */
  function written(crs: CoordinateSystem, columns: Record<string, string[]>, every = 1): TableContent {
    const header = ['name', 'x', 'y', ...Object.keys(columns)];
    const rows = facilities.name
      .map((name, i) => {
        const [x, y] = fromWgs84(crs, facilities.lng[i], facilities.lat[i]);
        const more = Object.values(columns).map((values) => values[i]);
        return [name, x.toFixed(6), y.toFixed(6), ...more];
      })
      .filter((_, i) => i % every === 0);
    const rowNumbers = Int32Array.from(rows, (_, i) => i + 2);
    const table = { file: 'table.csv', encoding: 'utf-8', delimiter: ',', header, rows, rowNumbers };
    return { kind: 'table', format: 'csv', table };
  }

  const verdictOf = (table: TableContent, context: CrsContext, stated?: string) => {
    const verdict = runSync(findCrs(table, MAPPING, context, stated));
    if (!verdict) throw new Error('no verdict');
    return verdict;
  };
  const known = {
    name: facilities.name.slice(0, 60),
    lng: facilities.lng.slice(0, 60),
    lat: facilities.lat.slice(0, 60),
  };
  const evidence: [string, Record<string, string[]>, CrsContext][] = [
    ['a district column alone', { 所属街道: column('所属街道') }, { districts }],
    ['districts named in addresses alone', { 地址: column('地址') }, { districts }],
    ['streets alone', {}, { streets }],
    ['streets named in addresses', { 地址: column('地址') }, { streets }],
    ['names of known places alone', {}, { places: known }],
  ];
  for (const [name, columns, context] of evidence) {
    it.each(SYSTEMS)(`are told by ${name}: %s`, (crs) => {
      const { ranked, confidence } = verdictOf(written(crs, columns), context);
      expect(ranked[0].crs).toBe(crs);
      expect(['confident', 'only']).toContain(confidence);
      expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 2);
    });
  }

  it('are undecided without anything to compare with, and with too few rows', () => {
    const nothing = verdictOf(written('gcj02', {}), {});
    expect(nothing).toMatchObject({ confidence: 'undecided', lead: 0, contradicted: false });
    expect(nothing.ranked.map(({ id }) => id)).toEqual(['wgs84', 'gcj02', 'bd09']);
    const few = verdictOf(written('gcj02', { 所属街道: column('所属街道') }, 100), { districts });
    expect(few.rows).toBe(5);
    expect(few.confidence).toBe('undecided');
  });

  it('keep what the header says where nothing contradicts it, and name a contradiction', () => {
    expect(verdictOf(written('bd09', {}), {}, 'bd09')).toMatchObject({
      confidence: 'stated',
      stated: 'bd09',
    });
    const wrong = verdictOf(written('gcj02', { 所属街道: column('所属街道') }), { districts }, 'bd09');
    expect(wrong).toMatchObject({ confidence: 'confident', contradicted: true });
    expect(wrong.ranked[0].crs).toBe('gcj02');
  });

  it('give the same answer in any order of rows', () => {
    const table = written('gcj02', { 所属街道: column('所属街道') });
    const turned = { ...table, table: { ...table.table, rows: table.table.rows.toReversed() } };
    expect(verdictOf(turned, { districts })).toEqual(verdictOf(table, { districts }));
  });
});

describeWithData('files of other people', 'import', (folder) => {
  const read = (name: string) => rowsOf(inputFile(join(folder, name)));

  it('know Baidu degrees by their header', async () => {
    for (const name of ['baidu_bd09_newjiangwan_sample.csv', 'mapv-address-point.csv']) {
      const { content, mapping } = await read(name);
      expect(mapping.crs).toBe('bd09');
      const verdict = runSync(findCrs(content, mapping, {}, 'bd09'));
      expect(verdict).toMatchObject({ confidence: 'stated' });
      expect(verdict?.ranked[0]).toMatchObject({ id: 'bd09', residualMeters: 4 });
    }
  });

  it('know that lng and lat of millions are metres, and do not choose whose', async () => {
    const { content, mapping } = await read('mapv-mercator-metres.csv');
    const verdict = runSync(findCrs(content, mapping, {}));
    expect(verdict?.confidence).toBe('undecided');
    expect(verdict?.ranked.map(({ id }) => id)).toEqual(['bd09mc', 'webmercator']);
  });
});

describeWithData('Shanghai', 'shanghai', (folder) => {
  it('is WGS-84 by its districts, whose names are from before 2015', async () => {
    const districts = await districtsOf(inputFile(join(folder, 'districts_17_pre2015_wgs84.geojson')));
    for (const name of ['幼儿园.csv', 'shanghai_hospital.csv']) {
      const { content, mapping } = await rowsOf(inputFile(join(folder, name)));
      const verdict = runSync(findCrs(content, mapping, { districts }));
      expect(verdict?.confidence).toBe('confident');
      expect(verdict?.ranked[0].id).toBe('wgs84');
      expect(verdict?.ranked[0].evidence[0].value).toBeGreaterThan(0.99);
    }
  });
});
