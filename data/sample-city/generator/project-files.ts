import { type Project, type ProjectSource, projectSchema } from '../../../src/core/project/project.ts';
import { AGE_BANDS } from './ages.ts';
import { COMPOUND_COLUMNS } from './tables.ts';

/** Standards that the sample is held against: of the national plan, and some of codes that its data can answer. */
const STANDARDS = [
  { id: 'cn14-elder-land-per-person', catchmentMeters: 1000 },
  { id: 'cn14-childcare-places', catchmentMeters: 1000 },
  { id: 'gb50180-r-kindergarten' },
  { id: 'cn14-kindergarten-matching', catchmentMeters: 500 },
  { id: 'cn14-preschool-ger' },
  { id: 'cn14-elder-15min' },
  { id: 'bj14-elder-beds' },
  { id: 'cn14-township-elder' },
  { id: 'cn14-newarea-elder-compliance' },
  { id: 'gs14-service-15min' },
  { id: 'gb50180-r-primary' },
  { id: 'cn14-sports-area' },
  { id: 'cn14-community-service-area' },
  { id: 'gb50437-min' },
  { id: 'gb50437-tier-home' },
  { id: 'cn14-township-kindergarten' },
  { id: 'cn14-gap-diagnosis' },
];

const NAME = '示例市 · 云汀（虚构 / invented）';
const NOTE =
  '云汀市是虚构的示例城市，人口、设施、街道与区划均为程序生成，与任何真实地点无关。Yunting is an invented sample city: its people, facilities, streets and districts are generated and describe no real place.';

function facilities(): ProjectSource[] {
  const common = {
    role: 'facilities',
    id: '编号',
    name: '名称',
    service: '类型',
    landArea: '用地面积(㎡)',
    floorArea: '建筑面积(㎡)',
    status: '状态',
  } as const;
  return [
    {
      files: [{ path: 'facilities-elder-care.csv' }],
      mapping: {
        ...common,
        lng: '经度(GCJ-02)',
        lat: '纬度(GCJ-02)',
        crs: 'gcj02',
        capacity: '床位数/服务能力',
      },
    },
    {
      files: [{ path: 'facilities-other.csv' }],
      mapping: { ...common, lng: '经度', lat: '纬度', crs: 'wgs84', capacity: '服务能力' },
    },
  ];
}

const compounds: ProjectSource = {
  files: [{ path: 'population-compounds.csv' }],
  mapping: {
    role: 'people',
    lng: COMPOUND_COLUMNS.lng,
    lat: COMPOUND_COLUMNS.lat,
    crs: 'wgs84',
    name: COMPOUND_COLUMNS.name,
    demand: [
      { column: COMPOUND_COLUMNS.people, as: 'people', unit: 'people' },
      ...AGE_BANDS.map((band) => ({ column: band.header, as: band.id, unit: 'people' as const })),
      { column: COMPOUND_COLUMNS.dwellings, as: 'dwellings', unit: 'dwellings' },
      { column: COMPOUND_COLUMNS.land, as: 'residential_land', unit: 'm2' },
    ],
  },
};

const raster: ProjectSource = {
  files: [{ path: 'population.tif' }],
  mapping: { role: 'people', crs: 'wgs84', demand: [] },
};

/** Read back through the schema: a sample that the program cannot open would be worse than none. */
export function projectFile(people: 'compounds' | 'raster'): Uint8Array {
  const project: Project = projectSchema.parse({
    format: 'catchment-project',
    version: 1,
    name: people === 'raster' ? `${NAME} · 栅格人口 / raster` : NAME,
    note: NOTE,
    sources: [
      ...facilities(),
      people === 'raster' ? raster : compounds,
      {
        files: [{ path: 'districts.geojson' }],
        mapping: { role: 'districts', code: 'code', name: 'name', level: 'level', parent: 'parent' },
      },
      { files: [{ path: 'background.geojson' }], mapping: { role: 'background' } },
      { files: [{ path: 'streets.geojson' }], mapping: { role: 'streets' } },
    ],
    settings: {
      resolution: 10,
      detourFactor: 1.3,
      limits: {},
      walking: { metersPerSecond: 1.2 },
      standards: STANDARDS,
    },
  });
  return new TextEncoder().encode(`${JSON.stringify(project, null, 2)}\n`);
}
