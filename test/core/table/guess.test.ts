import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../../src/core/formats/registry.ts';
import { guessMapping } from '../../../src/core/table/guess.ts';
import { collection, feature, featureContent, square, tableContent } from '../../builders/files.ts';
import { describeWithData, inputFile, shapefileOf } from '../../shared-data.ts';

const guessTable = async (text: string, name?: string) => guessMapping(await tableContent(text, name));

test('a Chinese table of facilities, GCJ-02 in the header', async () => {
  const { mapping, confidence } = await guessTable(
    '编号,名称,类型,地址,所属街道,经度(GCJ-02),纬度(GCJ-02),床位数/服务能力,用地面积(㎡),建筑面积(㎡),状态\n' +
      'YZ1,甲,养老驿站,某路1号,钟楼街道,113.42,31.05,40,250,220,运营\n',
  );
  expect(mapping).toEqual({
    role: 'facilities',
    id: '编号',
    name: '名称',
    service: '类型',
    lng: '经度(GCJ-02)',
    lat: '纬度(GCJ-02)',
    crs: 'gcj02',
    capacity: '床位数/服务能力',
    landArea: '用地面积(㎡)',
    floorArea: '建筑面积(㎡)',
    status: '状态',
  });
  expect(confidence).toMatchObject({ role: 'header', crs: 'header', lng: 'header' });
});

test('a Chinese table of compounds with people by age, dwellings and land', async () => {
  const { mapping } = await guessTable(
    '小区编号,小区名称,经度,纬度,户数,住宅用地(㎡),常住人口,0-2岁,80岁及以上,人口密度\nX1,甲,113.41,31,27,12237,71,1,3,9\n',
  );
  expect(mapping).toEqual({
    role: 'people',
    name: '小区名称',
    lng: '经度',
    lat: '纬度',
    crs: 'wgs84',
    demand: [
      { column: '常住人口', as: 'people', unit: 'people' },
      { column: '0-2岁', as: 'age_0_2', unit: 'people' },
      { column: '80岁及以上', as: 'age_80_plus', unit: 'people' },
      { column: '户数', as: 'dwellings', unit: 'dwellings' },
      { column: '住宅用地(㎡)', as: 'residential_land', unit: 'm2' },
    ],
  });
});

test.each([
  ['exchanged headers', 'name,lng,lat\na,31.2,121.5\nb,31.3,121.6\n', { lng: 'lat', lat: 'lng' }],
  ['no headers that tell', 'a,b,c\nx,31.21,121.51\ny,31.31,121.61\n', { lng: 'c', lat: 'b' }],
  ['x and y', 'name,X坐标,Y坐标\na,121.51,31.21\n', { lng: 'X坐标', lat: 'Y坐标' }],
  [
    'one column',
    'name,百度坐标\na,"104.07,30.62"\n',
    { coordinates: '百度坐标', coordinatesOrder: 'lng-lat', crs: 'bd09' },
  ],
  ['one column, latitude first', 'name,坐标\na,"30.62,104.07"\n', { coordinatesOrder: 'lat-lng' }],
  ['Baidu metres', 'name,lng,lat\na,12959650,4826550\n', { crs: 'bd09mc' }],
  [
    'Web Mercator by name',
    'name,x_3857,y,lng_3857,lat_3857\na,1,2,12959650,4826550\n',
    { crs: 'webmercator' },
  ],
  ['zone 40, north first', 'name,x,y\na,3456000.5,40512000.5\n', { lng: 'y', lat: 'x' }],
  ['GCJ-02 in a column of its own', 'name,lng,lat,坐标系\na,121.5,31.2,GCJ-02\n', { crs: 'gcj02' }],
])('positions: %s', async (_, text, expected) => {
  expect((await guessTable(text)).mapping).toMatchObject(expected);
});

test('a Gauss-Krüger zone becomes a proj4 definition', async () => {
  const { mapping } = await guessTable('name,x,y\na,40512000.5,3456000.5\n');
  expect(mapping).toMatchObject({ crs: expect.stringContaining('+lon_0=120 +k=1 +x_0=40500000') });
});

test('the latest year of people is taken', async () => {
  const { mapping } = await guessTable('name,lng,lat,pop2010,pop2020\na,121.5,31.2,5,6\n');
  expect(mapping).toMatchObject({ role: 'people', demand: [{ column: 'pop2020', as: 'people' }] });
});

test('prose has no positions', async () => {
  const { mapping, confidence } = await guessTable('今天天气很好\n我们去公园\n', 'note.csv');
  expect(mapping).toEqual({ role: 'facilities', crs: 'wgs84' });
  expect(confidence).toMatchObject({ lng: 'none', lat: 'none' });
});

test('polygons are districts, with people they are people, lines are background', async () => {
  const shape = { type: 'Polygon', coordinates: [square(121, 31)] };
  const of = async (geometry: unknown, properties: Record<string, unknown>, name?: string) =>
    guessMapping(await featureContent(collection([feature(geometry, properties)]), name)).mapping;
  const district = { adcode: '310101', name: '黄浦区', level: '区', parent: '' };
  expect(await of(shape, district)).toEqual({
    role: 'districts',
    code: 'adcode',
    name: 'name',
    level: 'level',
    parent: 'parent',
  });
  expect(await of(shape, { ...district, 常住人口: 5 })).toMatchObject({
    role: 'people',
    demand: [{ column: '常住人口' }],
  });
  expect(await of(shape, { district: '甲' }, 'residential_aoi.geojson')).toMatchObject({
    role: 'people',
    demand: [],
  });
  expect(
    (
      await of(
        {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
        {},
      )
    ).role,
  ).toBe('background');
});

test('a hint decides the role', async () => {
  const content = await tableContent('name,lng,lat,population\na,121.5,31.2,5\n');
  expect(guessMapping(content).mapping.role).toBe('people');
  expect(guessMapping(content, 'facilities').mapping).toMatchObject({
    role: 'facilities',
    name: 'name',
    lng: 'lng',
  });
});

describeWithData('Shanghai', 'shanghai', (folder) => {
  test.each(['幼儿园.csv', '小学.csv', '中学.csv', 'shanghai_hospital.csv', 'shanghai_urban.csv'])(
    '%s',
    async (name) => {
      const { value } = await readFiles([inputFile(join(folder, name))]);
      expect(guessMapping(value).mapping).toEqual({
        role: 'facilities',
        name: 'name',
        service: 'type',
        lng: 'lon',
        lat: 'lat',
        crs: 'wgs84',
      });
    },
  );
});

describeWithData('other cities', '.', (folder) => {
  const guess = async (...path: string[]) =>
    guessMapping((await readFiles([inputFile(join(folder, ...path))])).value).mapping;

  test('Porto Alegre: H3 cells with people', async () => {
    expect(await guess('poa', 'poa_hexgrid.csv')).toEqual({
      role: 'people',
      cell: 'id',
      lng: 'lon',
      lat: 'lat',
      crs: 'wgs84',
      demand: [{ column: 'population', as: 'people', unit: 'people' }],
    });
  });

  test('Jakarta: people by five-year bands that only name the first age', async () => {
    const { value } = await readFiles(shapefileOf(join(folder, 'jakarta', 'BATAS_DESA_DKI')));
    const { mapping, confidence } = guessMapping(value);
    if (mapping.role !== 'people') throw new Error(mapping.role);
    expect(mapping.demand.map(({ as }) => as)).toContain('age_75_plus');
    expect(mapping.demand[0]).toEqual({ column: 'JUMLAH_PEN', as: 'people', unit: 'people' });
    expect(confidence['demand.JUMLAH_PEN']).toBe('values');
  });

  test('San Francisco: tracts are people, stores are facilities', async () => {
    expect(await guess('spopt-sf', 'SF_demand_205_centroid_uniform_weight.csv')).toMatchObject({
      role: 'people',
      lng: 'long',
      lat: 'lat',
      demand: [{ column: 'POP2000' }, { column: 'HOUSEHOLDS' }],
    });
    expect(await guess('spopt-sf', 'SF_store_site_16_longlat.csv')).toMatchObject({
      role: 'facilities',
      name: 'NAME',
    });
  });

  test('Baidu: degrees in two columns, in one column, metres', async () => {
    expect(await guess('import', 'baidu_bd09_newjiangwan_sample.csv')).toMatchObject({
      lng: 'lng_bd09',
      crs: 'bd09',
    });
    expect(await guess('import', 'mapv-address-point.csv')).toMatchObject({
      coordinates: '百度坐标',
      crs: 'bd09',
    });
    expect(await guess('import', 'mapv-mercator-metres.csv')).toMatchObject({ lng: 'lng', crs: 'bd09mc' });
  });
});
