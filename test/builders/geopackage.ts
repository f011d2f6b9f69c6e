import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';

export type TestGeometry =
  | { type: 'Point'; at: [number, number] }
  | { type: 'LineString'; points: [number, number][] }
  | { type: 'Polygon'; rings: [number, number][][] }
  | { type: 'Multi'; members: TestGeometry[] };

export interface TestLayer {
  name: string;
  /** Column names and SQL types beside `fid` and `geom`. */
  columns: [name: string, type: string][];
  rows: { geometry?: TestGeometry | null; values: (string | number | null)[] }[];
  /** Absent: a table without geometry. */
  srsId?: number;
}

const SPATIAL_REFERENCES: [number, string, number, string][] = [
  [-1, 'NONE', -1, 'undefined'],
  [0, 'NONE', 0, 'undefined'],
  [4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]'],
  [4549, 'EPSG', 4549, ''],
];

/** A GeoPackage as OGC 12-128r18 has it, with as little as readers need. */
export async function gpkgBytes(layers: TestLayer[]): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
    organization_coordsys_id INTEGER, definition TEXT)`);
  for (const [id, organization, code, definition] of SPATIAL_REFERENCES)
    database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?)', [
      '',
      id,
      organization,
      code,
      definition,
    ]);
  database.run(
    `CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER)`,
  );
  database.run(`CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
    srs_id INTEGER, z TINYINT, m TINYINT)`);
  for (const layer of layers) addLayer(database, layer);
  const bytes = database.export();
  database.close();
  return bytes;
}

type Database = InstanceType<Awaited<ReturnType<typeof initSqlJs>>['Database']>;

function addLayer(database: Database, { name, columns, rows, srsId }: TestLayer): void {
  const isSpatial = srsId !== undefined;
  const own = columns.map(([column, type]) => `"${column}" ${type}`);
  const fields = ['fid INTEGER PRIMARY KEY', ...(isSpatial ? ['geom BLOB'] : []), ...own];
  database.run(`CREATE TABLE "${name}" (${fields.join(', ')})`);
  const kind = isSpatial ? 'features' : 'attributes';
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?)', [name, kind, name, srsId ?? 0]);
  if (isSpatial)
    database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
      name,
      'geom',
      'GEOMETRY',
      srsId,
    ]);
  for (const { geometry, values } of rows) {
    const blob = geometry ? geometryBlob(geometry, srsId ?? 0) : null;
    const all = isSpatial ? [null, blob, ...values] : [null, ...values];
    database.run(`INSERT INTO "${name}" VALUES (${all.map(() => '?').join(', ')})`, all);
  }
}

/** Header without a box, then little-endian WKB. */
export function geometryBlob(geometry: TestGeometry, srsId = 4326): Uint8Array {
  const header = new DataView(new ArrayBuffer(8));
  header.setUint8(0, 0x47);
  header.setUint8(1, 0x50);
  header.setUint8(3, 1);
  header.setInt32(4, srsId, true);
  return Uint8Array.from([...new Uint8Array(header.buffer), ...wkb(geometry)]);
}

function wkb(geometry: TestGeometry): number[] {
  switch (geometry.type) {
    case 'Point':
      return [1, ...uint32(1), ...doubles([geometry.at])];
    case 'LineString':
      return [1, ...uint32(2), ...uint32(geometry.points.length), ...doubles(geometry.points)];
    case 'Polygon':
      return [
        1,
        ...uint32(3),
        ...uint32(geometry.rings.length),
        ...geometry.rings.flatMap((ring) => [...uint32(ring.length), ...doubles(ring)]),
      ];
    case 'Multi':
      return [1, ...uint32(7), ...uint32(geometry.members.length), ...geometry.members.flatMap(wkb)];
  }
}

function uint32(value: number): number[] {
  return [...new Uint8Array(Uint32Array.of(value).buffer)];
}

function doubles(points: [number, number][]): number[] {
  return [...new Uint8Array(Float64Array.from(points.flat()).buffer)];
}
