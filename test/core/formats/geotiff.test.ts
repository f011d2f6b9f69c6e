import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import { expect, test } from 'vitest';
import { readGeoTiff } from '../../../src/core/formats/geotiff.ts';
import { projectionOfKeys } from '../../../src/core/formats/geotiff-crs.ts';
import { codes, unusable } from '../../builders/files.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const PLACED = {
  width: 2,
  height: 2,
  GTModelTypeGeoKey: 2,
  GeographicTypeGeoKey: 4326,
  ModelPixelScale: [0.01, 0.02, 0],
  ModelTiepoint: [0, 0, 0, 121, 31, 0],
};

function tiff(values: number[], metadata: Record<string, unknown> = {}) {
  const buffer = writeArrayBuffer(Float32Array.from(values), { ...PLACED, ...metadata });
  return { name: 't.tif', bytes: new Uint8Array(buffer) };
}

test('people per pixel, NoData and negative values missing, in WGS-84', async () => {
  const { value, issues } = await readGeoTiff(tiff([1, -9999, -5, 2], { GDAL_NODATA: '-9999\0' }));
  expect([...value.raster.values]).toEqual([1, Number.NaN, Number.NaN, 2]);
  expect(value.raster).toMatchObject({
    originX: 121,
    originY: 31,
    pixelWidth: 0.01,
    pixelHeight: 0.02,
    projection: '',
  });
  expect(value.raster.column).toBe('people');
  expect(issues).toMatchObject([
    { severity: 'warning', code: 'raster-negative-values', values: { count: 1 } },
  ]);
});

test('pixels that are points are shifted by half a pixel', async () => {
  const { value } = await readGeoTiff(tiff([1, 2, 3, 4], { GTRasterTypeGeoKey: 2 }));
  expect(value.raster.originX).toBeCloseTo(120.995);
  expect(value.raster.originY).toBeCloseTo(31.01);
});

test.each([
  [{ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4490 }, ''],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32651 }, '+proj=utm +zone=51 +datum=WGS84'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32723 }, '+proj=utm +zone=23 +south'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 3857 }, '+proj=merc'],
  [
    { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 4528 },
    '+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=40500000',
  ],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 4549 }, '+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000'],
  [
    { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 4498 },
    '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=20500000',
  ],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 54009 }, '+proj=moll'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32767, GTCitationGeoKey: 'World_Mollweide' }, '+proj=moll'],
])('projection of %j', (keys, start) => {
  const projection = projectionOfKeys(keys);
  expect(projection?.startsWith(start)).toBe(true);
  if (start === '') expect(projection).toBe('');
});

test('an unknown projection is refused', async () => {
  expect(projectionOfKeys({ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 27700 })).toBeUndefined();
  expect(projectionOfKeys({})).toBeUndefined();
});

/** Gives a tag another number, so that readers no longer see it; the writer insists on writing it. */
function hideTag(bytes: Uint8Array, tag: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i + 4 <= bytes.length; i += 2) {
    // 12 is the type of doubles, which both tags have.
    if (view.getUint16(i) === tag && view.getUint16(i + 2) === 12) view.setUint16(i, 65000);
  }
}

test('a rotated raster is refused', async () => {
  const transformation = [0.01, 0.001, 0, 121, 0.001, -0.01, 0, 31, 0, 0, 0, 0, 0, 0, 0, 1];
  const file = tiff([1, 2, 3, 4], { ModelTransformation: transformation });
  hideTag(file.bytes, 33550);
  hideTag(file.bytes, 33922);
  expect((await unusable(() => readGeoTiff(file))).code).toBe('geotiff-rotated');
});

test('empty and senseless files', async () => {
  expect((await unusable(() => readGeoTiff({ name: 'e.tif', bytes: new Uint8Array() }))).code).toBe(
    'file-empty',
  );
  const noise = { name: 'n.tif', bytes: new TextEncoder().encode('not a raster at all') };
  expect((await unusable(() => readGeoTiff(noise))).code).toBe('geotiff-unreadable');
  const empty = tiff([-1, -1, -1, -1]);
  expect((await unusable(() => readGeoTiff(empty))).code).toBe('raster-no-values');
});

describeWithData('rasters', '.', (folder) => {
  test('Porto Alegre elevation lies where it should', async () => {
    const { value } = await readGeoTiff(inputFile(join(folder, 'poa', 'poa_elevation.tif')));
    expect(value.raster).toMatchObject({ width: 413, height: 403, projection: '' });
  });

  test('a projection spelled out in parameters', async () => {
    const { value, issues } = await readGeoTiff(inputFile(join(folder, 'raster', 'slope.tif')));
    expect(value.raster.projection).toContain('+proj=aea +lat_1=43 +lat_2=48');
    expect(codes(issues)).toEqual([]);
  });

  test('truncated at every fifth percent: unreadable, never zeros', async () => {
    for (const path of ['poa/poa_elevation.tif', 'raster/slope.tif']) {
      const { name, bytes } = inputFile(join(folder, path));
      for (let percent = 1; percent < 100; percent += 5) {
        const cut = { name, bytes: bytes.slice(0, Math.floor((bytes.length * percent) / 100)) };
        expect((await unusable(() => readGeoTiff(cut))).code).toBe('geotiff-unreadable');
      }
    }
  });
});
