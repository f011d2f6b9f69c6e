import { join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { fromWgs84 } from '../../../src/core/crs/convert.ts';
import { gaussKrueger } from '../../../src/core/crs/epsg.ts';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readShapefile } from '../../../src/core/formats/shapefile.ts';
import { UnusableData } from '../../../src/core/issue.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, unusable } from '../../builders/files.ts';
import { dbfBytes, part, shpBytes } from '../../builders/shapefile.ts';
import { describeWithData, shapefileOf } from '../../shared-data.ts';

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const GK_ZONE_40 =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const gbk = (text: string) => new Uint8Array(iconv.encode(text, 'gbk'));
const two = shpBytes([
  { type: 'point', at: [121.5, 31.2] },
  { type: 'point', at: [121.6, 31.3] },
]);
const read = (...files: InputFile[]) => runSync(readShapefile(files));

test('points with attributes, loose and zipped, are the same', () => {
  const parts = {
    'a.shp': two,
    'a.dbf': dbfBytes(['name'], [['甲'], ['乙']]),
    'a.prj': new TextEncoder().encode(WGS84),
  };
  const loose = read(...Object.entries(parts).map(([name, bytes]) => part(name, bytes)));
  const zipped = read(part('a.zip', zipSync(parts)));
  expect(loose.table.rows).toEqual([['甲'], ['乙']]);
  expect(loose.issues).toEqual([]);
  expect([...loose.lng, ...loose.lat]).toEqual([121.5, 121.6, 31.2, 31.3]);
  expect({ ...zipped.table, file: 'a.shp' }).toEqual(loose.table);
});

test('polygons lose their closing vertex; null shapes are named', () => {
  const ring: [number, number][] = [
    [0, 0],
    [0, 2],
    [2, 2],
    [2, 0],
    [0, 0],
  ];
  const hole: [number, number][] = [
    [0.5, 0.5],
    [1, 0.5],
    [1, 1],
    [0.5, 0.5],
  ];
  const shp = shpBytes([{ type: 'null' }, { type: 'polygon', parts: [ring, hole] }]);
  const content = read(
    part('p.shp', shp),
    part('p.dbf', dbfBytes(['n'], [['a'], ['b']])),
    part('p.prj', WGS84),
  );
  expect([...content.shapes.ringStart]).toEqual([0, 4, 7]);
  expect(content.table.rows).toEqual([['b']]);
  expect([...content.table.rowNumbers]).toEqual([2]);
  expect(content.issues).toMatchObject([{ code: 'geometry-missing', row: 1 }]);
});

test('CGCS2000 Gauss-Krüger metres are converted by the .prj', () => {
  const [x, y] = fromWgs84(`proj:${gaussKrueger(120, 40_500_000)}`, 121.5, 31.2);
  const content = read(part('a.shp', shpBytes([{ type: 'point', at: [x, y] }])), part('a.prj', GK_ZONE_40));
  expect(content.lng[0]).toBeCloseTo(121.5, 7);
  expect(content.lat[0]).toBeCloseTo(31.2, 7);
  expect(content.projection).toBe(GK_ZONE_40);
});

test.each([
  ['language byte', { languageByte: 77, encode: gbk }, undefined, 'gb18030'],
  ['looking, GBK', { languageByte: 0x57, encode: gbk }, undefined, 'gb18030'],
  ['looking, UTF-8', {}, undefined, 'utf-8'],
  ['.cpg', { encode: gbk }, 'GBK', 'gb18030'],
])('attributes are decoded by %s', (_, options, codePage, encoding) => {
  const files = [
    part('a.shp', two),
    part('a.dbf', dbfBytes(['名称'], [['幼儿园'], ['小学']], options)),
    part('a.prj', WGS84),
  ];
  if (codePage) files.push(part('a.cpg', codePage));
  const content = read(...files);
  expect(content.table).toMatchObject({ header: ['名称'], rows: [['幼儿园'], ['小学']], encoding });
});

test('a .cpg that is wrong is overruled aloud', () => {
  const dbf = dbfBytes(['name'], [['幼儿园'], ['小学']], { encode: gbk });
  const content = read(part('a.shp', two), part('a.dbf', dbf), part('a.cpg', 'UTF-8'), part('a.prj', WGS84));
  expect(content.table.rows).toEqual([['幼儿园'], ['小学']]);
  expect(codes(content.issues)).toEqual(['dbf-encoding-mismatch']);
});

test('deleted records go with their shapes', () => {
  const dbf = dbfBytes(['name'], [['a'], ['b']], { deleted: [0] });
  const content = read(part('a.shp', two), part('a.dbf', dbf), part('a.prj', WGS84));
  expect(content.table.rows).toEqual([['b']]);
  expect(content.lng[0]).toBe(121.6);
});

test('missing parts: attributes and projection are warned about, shapes are needed', async () => {
  expect(codes(read(part('a.shp', two)).issues)).toEqual(['shapefile-no-attributes', 'prj-missing']);
  expect((await unusable(() => read(part('a.dbf', dbfBytes(['n'], [['1']]))))).code).toBe(
    'shapefile-part-missing',
  );
  expect((await unusable(() => read(part('a.zip', zipSync({ 'b.txt': two }))))).code).toBe(
    'zip-no-shapefile',
  );
  const far = shpBytes([{ type: 'point', at: [500_000, 3_400_000] }]);
  expect((await unusable(() => read(part('a.shp', far)))).code).toBe('crs-unknown');
});

test('a zip that would unpack to more than 500 MB is refused before it does', async () => {
  const zip = zipSync({ 'a.shp': two });
  const view = new DataView(zip.buffer);
  // The uncompressed size of the one entry, in the central directory (signature 0x02014b50, offset 24).
  for (let i = 0; i + 4 < zip.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 600e6, true);
  expect((await unusable(() => read(part('a.zip', zip)))).code).toBe('zip-too-large');
});

/** Ends, and either gives what was whole or says why not. */
function endsWell(files: InputFile[]): void {
  try {
    const content = read(...files);
    expect(content.table.rows.length).toBe(content.lng.length);
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableData);
  }
}

describeWithData('Jakarta', 'jakarta', (folder) => {
  const files = shapefileOf(join(folder, 'BATAS_DESA_DKI'));
  const percents = Array.from({ length: 100 }, (_, i) => i);
  const cut = (file: InputFile, percent: number) =>
    part(file.name, file.bytes.slice(0, (file.bytes.length * percent) / 100));

  test('is whole', () => {
    const content = read(...files);
    expect(content.table.rows.length).toBe(269);
    expect(content.issues).toEqual([]);
  });

  test('truncated at every percent ends well: .shp, .dbf, zip', { timeout: 120_000 }, () => {
    const zip = part(
      'j.zip',
      zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])), { level: 1 }),
    );
    for (const percent of percents) {
      endsWell(files.map((file) => (file.name.endsWith('.shp') ? cut(file, percent) : file)));
      endsWell(files.map((file) => (file.name.endsWith('.dbf') ? cut(file, percent) : file)));
      endsWell([cut(zip, percent)]);
    }
  });

  test('truncated shapes are an error, and those before the cut are kept', () => {
    const content = read(...files.map((file) => (file.name.endsWith('.shp') ? cut(file, 50) : file)));
    expect(content.issues[0]).toMatchObject({ severity: 'error', code: 'shapefile-truncated' });
    expect(content.table.rows.length).toBeGreaterThan(50);
  });
});

describeWithData('a GBK shapefile without .cpg', 'import/shanghai_districts_gbk_dbf', (folder) => {
  test('has readable names', () => {
    const content = read(...shapefileOf(join(folder, '区县界_area')));
    expect(content.table.rows.map(([name]) => name)).toContain('黄浦区');
    expect(content.table.encoding).toBe('gb18030');
  });
});
