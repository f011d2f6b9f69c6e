import { readFileSync } from 'node:fs';
import gcoord from 'gcoord';
import type { FeatureCollection, LineString, Polygon, Position } from 'geojson';
import { fromArrayBuffer } from 'geotiff';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { generateSampleCity } from '../../data/sample-city/generate.ts';
import { SERVICES, serviceFromWords } from '../../src/core/dataset/services.ts';
import { projectSchema } from '../../src/core/project/project.ts';

const files = generateSampleCity();
const bytesOf = (name: string) => files.get(name)!;
const textOf = (name: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { fatal: true }).decode(bytesOf(name));
const rowsOf = (name: string, encoding?: string) =>
  Papa.parse<Record<string, string>>(textOf(name, encoding), { header: true, skipEmptyLines: true }).data;

const BANDS = ['0-2岁', '3-5岁', '6-11岁', '12-14岁', '15-59岁', '60-64岁', '65-79岁', '80岁及以上'];
const compounds = rowsOf('population-compounds.csv').map((row) => ({
  ...row,
  lng: Number(row.经度),
  lat: Number(row.纬度),
  people: Number(row.常住人口),
}));
const totalPeople = compounds.reduce((sum, { people }) => sum + people, 0);
const districts = (
  JSON.parse(textOf('districts.geojson')) as FeatureCollection<Polygon, Record<string, string>>
).features;
const streets = (
  JSON.parse(textOf('streets.geojson')) as FeatureCollection<LineString, Record<string, string>>
).features;
const background = (
  JSON.parse(textOf('background.geojson')) as FeatureCollection<Polygon | LineString, Record<string, string>>
).features;

function inside([x, y]: Position, rings: Position[][]): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [bx, by] = ring[i];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

const side = (a: Position, b: Position, p: Position) =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Touching counts as crossing. */
function linesCross(one: Position[], other: Position[]): boolean {
  for (let i = 1; i < one.length; i++) {
    for (let k = 1; k < other.length; k++) {
      const [a, b, c, d] = [one[i - 1], one[i], other[k - 1], other[k]];
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]))
        continue;
      if (side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0) return true;
    }
  }
  return false;
}

const river = background.find(({ properties }) => properties.water === 'river')!.geometry
  .coordinates as Position[][];
const rails = background
  .filter(({ properties }) => properties.railway === 'rail')
  .map((f) => f.geometry.coordinates as Position[]);
const parks = background
  .filter(({ properties }) => properties.leisure === 'park')
  .map((f) => f.geometry.coordinates as Position[][]);

const elderFacilities = rowsOf('facilities-elder-care.csv', 'gbk').map((row) => ({
  type: row.类型,
  at: gcoord.transform(
    [Number(row['经度(GCJ-02)']), Number(row['纬度(GCJ-02)'])],
    gcoord.GCJ02,
    gcoord.WGS84,
  ) as Position,
  street: row.所属街道,
  land: row['用地面积(㎡)'],
  status: row.状态,
}));
const otherFacilities = rowsOf('facilities-other.csv').map((row) => ({
  type: row.类型,
  at: [Number(row.经度), Number(row.纬度)] as Position,
  street: row.所属街道,
  land: row['用地面积(㎡)'],
  status: row.状态,
}));
const facilities = [...elderFacilities, ...otherFacilities];

describe('sample city files', () => {
  it('are the same bytes on every run, and the ones in the folder', () => {
    const again = generateSampleCity();
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [name, bytes] of files) {
      expect(Buffer.compare(bytes, again.get(name)!), name).toBe(0);
      expect(
        Buffer.compare(bytes, readFileSync(new URL(`../../data/sample-city/${name}`, import.meta.url))),
        name,
      ).toBe(0);
    }
  }, 60_000);

  it('are under 6 MB together', () => {
    expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(6e6);
  });

  it('have the encodings offices use', () => {
    expect(textOf('facilities-elder-care.csv', 'gbk')).toContain('用地面积(㎡)');
    expect(() => textOf('facilities-elder-care.csv')).toThrow();
    expect([...bytesOf('facilities-other.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('include projects that the schema accepts and whose columns exist', () => {
    for (const name of ['project.json', 'project-raster.json']) {
      const project = projectSchema.parse(JSON.parse(textOf(name)));
      for (const { files: parts, mapping } of project.sources) {
        const path = 'path' in parts[0] ? parts[0].path : '';
        expect(files.has(path), path).toBe(true);
        if (!path.endsWith('.csv')) continue;
        const header = Object.keys(rowsOf(path, path.includes('elder') ? 'gbk' : 'utf-8')[0]);
        const named = Object.entries(mapping).filter(
          ([key, value]) => typeof value === 'string' && !['role', 'crs'].includes(key),
        );
        const demand = mapping.role === 'people' ? mapping.demand.map(({ column }) => column) : [];
        for (const column of [...named.map(([, value]) => value as string), ...demand])
          expect(header).toContain(column);
      }
    }
  });
});

describe('sample city people', () => {
  it('are about 600,000, and the bands of every compound sum to its residents', () => {
    expect(totalPeople).toBeGreaterThan(590_000);
    expect(totalPeople).toBeLessThan(615_000);
    const wrong = rowsOf('population-compounds.csv').filter(
      (row) => BANDS.reduce((sum, band) => sum + Number(row[band]), 0) !== Number(row.常住人口),
    );
    expect(wrong).toEqual([]);
  });

  it('have names that are not repeated and stand neither in water nor in parks', () => {
    const names = rowsOf('population-compounds.csv').map((row) => row.小区名称);
    expect(new Set(names).size).toBe(names.length);
    for (const { lng, lat } of compounds) {
      expect(inside([lng, lat], river)).toBe(false);
      expect(parks.some((park) => inside([lng, lat], park))).toBe(false);
    }
  });

  it('are as many in the raster', async () => {
    const bytes = bytesOf('population.tif');
    const image = await (await fromArrayBuffer(bytes.slice().buffer as ArrayBuffer)).getImage();
    const values = (await image.readRasters())[0] as Float32Array;
    expect(image.getGDALNoData()).toBe(-9999);
    expect(image.getGeoKeys()?.GeographicTypeGeoKey).toBe(4326);
    const sum = values.reduce((total, value) => (value === -9999 ? total : total + value), 0);
    expect(Math.abs(sum - totalPeople)).toBeLessThan(1e-3);
    const [west, south, east, north] = image.getBoundingBox();
    expect(compounds.every(({ lng, lat }) => lng > west && lng < east && lat > south && lat < north)).toBe(
      true,
    );
  });
});

describe('sample city districts', () => {
  const located = ['区', '街道', '社区'].map((level) => {
    const own = districts.filter(({ properties }) => properties.level === level);
    return compounds.map(({ lng, lat }) =>
      own.filter((d) => inside([lng, lat], d.geometry.coordinates)).map((d) => d.properties),
    );
  });

  it('hold every compound once at each level, in the community its row names', () => {
    for (const level of located) expect(level.every((found) => found.length === 1)).toBe(true);
    const named = rowsOf('population-compounds.csv').map((row) => row.所属社区);
    expect(located[2].map(([district]) => district.name)).toEqual(named);
  });

  it('nest: the people of the children are those of the parent', () => {
    located.slice(1).forEach((level, k) => {
      expect(level.map(([child]) => child.parent)).toEqual(located[k].map(([parent]) => parent.code));
    });
  });

  it('tile: every inner border is walked once each way', () => {
    for (const level of ['街道', '社区']) {
      const edges = new Map<string, number>();
      for (const { properties, geometry } of districts) {
        if (properties.level !== level && properties.level !== '区') continue;
        const sign = properties.level === level ? 1 : -1;
        for (const ring of geometry.coordinates) {
          for (let i = 1; i < ring.length; i++) {
            const [a, b] = [ring[i - 1].join(), ring[i].join()];
            const key = a < b ? `${a} ${b}` : `${b} ${a}`;
            edges.set(key, (edges.get(key) ?? 0) + (a < b ? sign : -sign));
          }
        }
      }
      expect([...edges.values()].every((sum) => sum === 0)).toBe(true);
    }
  });
});

describe('sample city streets', () => {
  it('are mostly one component, joined at shared vertices', () => {
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      let at = key;
      while (parent.get(at) !== at) at = parent.get(at)!;
      parent.set(key, at);
      return at;
    };
    for (const { geometry } of streets) {
      const keys = geometry.coordinates.map((position) => position.join());
      for (const key of keys) if (!parent.has(key)) parent.set(key, key);
      for (const key of keys) parent.set(root(key), root(keys[0]));
    }
    const sizes = new Map<string, number>();
    for (const key of parent.keys()) sizes.set(root(key), (sizes.get(root(key)) ?? 0) + 1);
    expect(Math.max(...sizes.values()) / parent.size).toBeGreaterThan(0.99);
  });

  it('cross the river on bridges only', () => {
    const crossing = streets.filter(({ geometry }) => linesCross(geometry.coordinates, river[0]));
    expect(crossing.every(({ properties }) => properties.bridge === 'yes' && properties.layer === '1')).toBe(
      true,
    );
    expect(crossing.filter(({ properties }) => properties.highway !== 'footway')).toHaveLength(5);
    expect(crossing.filter(({ properties }) => properties.highway === 'footway')).toHaveLength(1);
  });

  it('cross the railway under or over it only', () => {
    const crossing = streets.filter(({ geometry }) =>
      rails.some((rail) => linesCross(geometry.coordinates, rail)),
    );
    expect(crossing).toHaveLength(4);
    expect(
      crossing.every(({ properties }) => properties.tunnel === 'yes' || properties.bridge === 'yes'),
    ).toBe(true);
  });
});

describe('sample city facilities', () => {
  it('offer the first ten services, each by a word the library knows', () => {
    expect(new Set(facilities.map(({ type }) => serviceFromWords(type)))).toEqual(
      new Set(SERVICES.slice(0, 10).map(({ id }) => id)),
    );
  });

  it('stand on land, in the street their row names', () => {
    const streetLevel = districts.filter(({ properties }) => properties.level === '街道');
    for (const { at, street } of facilities) {
      expect(inside(at, river)).toBe(false);
      expect(
        streetLevel.filter((d) => inside(at, d.geometry.coordinates)).map((d) => d.properties.name),
      ).toEqual([street]);
    }
  });

  it('leave the gaps that the README tells of', () => {
    const land = new Map<string, number>();
    const cityDistricts = districts.filter(({ properties }) => properties.level === '区');
    const perPerson = cityDistricts.map(({ properties, geometry }) => {
      const own = elderFacilities.filter(
        ({ at, status }) => status === '运营' && inside(at, geometry.coordinates),
      );
      const people = compounds
        .filter(({ lng, lat }) => inside([lng, lat], geometry.coordinates))
        .reduce((sum, c) => sum + c.people, 0);
      const area = own.reduce((sum, facility) => sum + Number(facility.land), 0);
      land.set(properties.name, area);
      return area / people;
    });
    const overall = [...land.values()].reduce((a, b) => a + b, 0) / totalPeople;
    expect(overall).toBeGreaterThan(0.08);
    expect(overall).toBeLessThan(0.1);
    expect(Math.min(...perPerson)).toBeLessThan(0.06);
    expect(Math.max(...perPerson)).toBeGreaterThan(0.12);
    expect(elderFacilities.filter((facility) => facility.land === '').length).toBe(3);
  });
});
