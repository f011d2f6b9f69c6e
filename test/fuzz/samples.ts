import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { writeArrayBuffer } from 'geotiff';
import iconv from 'iconv-lite';
import type { InputFile } from '../../src/core/formats/content.ts';
import { collection, feature, jsonFile, square, textFile } from '../builders/files.ts';
import { gpkgBytes } from '../builders/geopackage.ts';
import { kmlText } from '../builders/kml.ts';
import { dbfBytes, shpBytes } from '../builders/shapefile.ts';
import { xlsxBytes } from '../builders/xlsx.ts';
import { inputFile } from '../shared-data.ts';

/** A sound file to be damaged. */
export interface Sample {
  id: string;
  file: InputFile;
  /** Given along undamaged: the other parts of a shapefile. */
  beside?: InputFile[];
  /** Damage is done inside the archive, which is packed again: else little gets past unpacking. */
  repack?: boolean;
}

const PBF = fileURLToPath(new URL('../../../shared/data/import/bayfront_singapore.osm.pbf', import.meta.url));

/** One file of each format, in the variants that take different roads through the readers. */
export async function samples(): Promise<Sample[]> {
  const zipped = { id: 'shapefile-zip', file: { name: 'a.zip', bytes: zipSync(shapefileParts()) } };
  const book = { name: 'a.xlsx', bytes: workbook() };
  const kmz = { name: 'a.kmz', bytes: zipSync({ 'doc.kml': strToU8(kml()) }) };
  const parts = Object.entries(shapefileParts()).map(([name, bytes]) => ({ name, bytes }));
  const loose = parts.map((file) => ({
    id: `shapefile-${file.name.slice(2)}`,
    file,
    beside: parts.filter((other) => other !== file),
  }));
  const all: Sample[] = [
    { id: 'csv', file: textFile('a.csv', table()) },
    { id: 'csv-gbk', file: { name: 'a.csv', bytes: new Uint8Array(iconv.encode(table(), 'gbk')) } },
    { id: 'csv-utf16', file: { name: 'a.txt', bytes: new Uint8Array(iconv.encode(table(), 'utf16')) } },
    { id: 'geojson', file: geojson() },
    ...loose,
    zipped,
    { ...zipped, id: 'shapefile-inside', repack: true },
    { id: 'geotiff', file: geotiff() },
    { id: 'xlsx', file: book },
    { id: 'xlsx-inside', file: book, repack: true },
    { id: 'kml', file: textFile('a.kml', kml()) },
    { id: 'kmz', file: kmz },
    { id: 'kmz-inside', file: kmz, repack: true },
    { id: 'gpkg', file: { name: 'a.gpkg', bytes: await geopackage() } },
    { id: 'osm-xml', file: textFile('a.osm', osm()) },
    { id: 'osm-gz', file: { name: 'a.osm.gz', bytes: gzipSync(strToU8(osm())) } },
    { id: 'graphml', file: textFile('a.graphml', graphml()) },
  ];
  // There is no small builder of PBF; the file lies beside the repository.
  return existsSync(PBF) ? [...all, { id: 'osm-pbf', file: inputFile(PBF) }] : all;
}

/** The files of a sample after damage to one of them; in an archive that is packed again, to the part `which` says. */
export function damaged(
  sample: Sample,
  damage: (bytes: Uint8Array) => Uint8Array,
  which: (count: number) => number,
): InputFile[] {
  const { file, beside = [] } = sample;
  if (!sample.repack) return [{ name: file.name, bytes: damage(file.bytes) }, ...beside];
  const parts = Object.entries(unzipSync(file.bytes));
  const hit = which(parts.length);
  const packed = parts.map(([name, bytes], i) => [name, i === hit ? damage(bytes) : bytes]);
  return [{ name: file.name, bytes: zipSync(Object.fromEntries(packed)) }];
}

function table(): string {
  const rows = Array.from(
    { length: 20 },
    (_, i) => `00${i},"第${i}幼儿园, 分园",幼儿园,${121 + i / 100},"31°${i}′N",1,${i}00人,营业`,
  );
  return `某区设施表,,,,,,,\r\n编号,名称,类型,经度,纬度,用地面积（亩）,学位,状态\r\n${rows.join('\r\n')}\r\n合计,,,,,20,1900,\r\n`;
}

function geojson(): InputFile {
  const geometries = [
    { type: 'Polygon', coordinates: [square(121, 31), square(121.2, 31.2, 0.1)] },
    { type: 'MultiPolygon', coordinates: [[square(122, 31)], [square(124, 31)]] },
    { type: 'Point', coordinates: [121, 31] },
    {
      type: 'LineString',
      coordinates: [
        [121, 31],
        [122, 32],
      ],
    },
  ];
  return jsonFile(
    'a.geojson',
    collection(geometries.map((one, i) => feature(one, { name: `区${i}`, pop: i }))),
  );
}

function shapefileParts(): Record<string, Uint8Array> {
  const ring = square(121, 31) as [number, number][];
  const rows = [
    ['黄浦', '1'],
    ['静安', '2'],
  ];
  return {
    'a.shp': shpBytes([
      { type: 'polygon', parts: [ring, ring] },
      { type: 'polygon', parts: [ring] },
    ]),
    'a.dbf': dbfBytes(['name', 'code'], rows),
    'a.prj': strToU8(
      'PROJCS["x",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",120],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]',
    ),
    'a.cpg': strToU8('UTF-8'),
  };
}

function geotiff(): InputFile {
  const buffer = writeArrayBuffer(
    Float32Array.from({ length: 64 }, (_, i) => i),
    {
      width: 8,
      height: 8,
      GTModelTypeGeoKey: 2,
      GeographicTypeGeoKey: 4326,
      ModelPixelScale: [0.01, 0.01, 0],
      ModelTiepoint: [0, 0, 0, 121, 31, 0],
      GDAL_NODATA: '-9999\0',
    },
  );
  return { name: 'a.tif', bytes: new Uint8Array(buffer) };
}

function workbook(): Uint8Array {
  const rows = Array.from({ length: 20 }, (_, i) => [
    `00${i}`,
    `甲 & ${i}`,
    121 + i / 100,
    31.2,
    { value: 45_000 + i, style: 1 },
  ]);
  const head = [['一览表'], ['编号', '名称', '经度', '纬度', '日期']];
  return xlsxBytes(
    [
      { name: '封面', rows: [['说明']] },
      { name: '设施', rows: [...head, ...rows, ['合计', null, 20]], merges: ['A1:E1', 'A3:A4'] },
    ],
    { formats: ['yyyy-mm-dd'] },
  );
}

function kml(): string {
  const placemark = (i: number) =>
    `<Placemark><name>地${i}</name><description><![CDATA[<b>${i}</b>]]></description><ExtendedData><Data name="床位"><value>${i}</value></Data></ExtendedData><MultiGeometry><Point><coordinates>121.${i},31.2,0</coordinates></Point></MultiGeometry></Placemark>`;
  const polygon =
    '<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>';
  return kmlText(
    `<Document><Folder><name>夹</name>${Array.from({ length: 10 }, (_, i) => placemark(i)).join('')}${polygon}</Folder></Document>`,
  );
}

function geopackage(): Promise<Uint8Array> {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    geometry: { type: 'Point' as const, at: [121 + i / 1000, 31] as [number, number] },
    values: [`名${i}`, i],
  }));
  return gpkgBytes([
    {
      name: '点',
      columns: [
        ['name', 'TEXT'],
        ['n', 'INTEGER'],
      ],
      rows,
      srsId: 4326,
    },
    { name: '表', columns: [['a', 'TEXT']], rows: [{ values: ['x'] }] },
  ]);
}

function osm(): string {
  const nodes = Array.from(
    { length: 10 },
    (_, i) => `<node id="${i}" lat="31.${i}" lon="121.${i}"><tag k="barrier" v="gate"/></node>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${nodes.join('')}<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/><tag k="name" v="路 &amp; 街"/></way></osm>`;
}

function graphml(): string {
  return `<?xml version='1.0' encoding='utf-8'?><graphml><key id="d0" for="node" attr.name="x" attr.type="string"/><key id="d1" for="node" attr.name="y"/><key id="d2" for="edge" attr.name="highway"/><key id="d3" for="edge" attr.name="geometry"/><key id="d4" for="graph" attr.name="crs"/><graph edgedefault="directed"><data key="d4">epsg:4326</data><node id="1"><data key="d0">121.1</data><data key="d1">31.1</data></node><node id="2"><data key="d0">121.2</data><data key="d1">31.2</data></node><edge source="1" target="2" id="0"><data key="d2">['footway', 'path']</data><data key="d3">LINESTRING (121.1 31.1, 121.15 31.18, 121.2 31.2)</data></edge></graph></graphml>`;
}
