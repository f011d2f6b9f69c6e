import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readKml } from '../../../src/core/formats/kml.ts';
import { runSync } from '../../../src/core/task.ts';
import { eachPercent, endsWell } from '../../builders/damage.ts';
import { codes, textFile, unusable } from '../../builders/files.ts';
import { kmlText } from '../../builders/kml.ts';

const read = (file: InputFile) => runSync(readKml(file));
const readText = (inside: string) => read(textFile('a.kml', kmlText(inside)));
const point = (at: string) => `<Point><coordinates>${at}</coordinates></Point>`;
const placemark = (inside: string) => `<Placemark>${inside}</Placemark>`;

test('placemarks with folder, description, extended data of both kinds', () => {
  const content = readText(`<Document><name>全市</name><Style id="s"><IconStyle/></Style>
    <Folder><name>幼儿园</name><Folder><name>黄浦</name>
    <Placemark id="p"><name>甲 &amp; 乙</name><description><![CDATA[<b>三楼</b>]]></description>
      <ExtendedData><Data name="班级"><displayName>班</displayName><value>12</value></Data>
      <SchemaData schemaUrl="#x"><SimpleData name="__proto__">x</SimpleData></SchemaData></ExtendedData>
      ${point(' 121.47,31.23,0 ')}</Placemark></Folder></Folder>
    ${placemark(`<name>丙</name>${point('121.48, 31.24, 5')}`)}</Document>`);
  expect(content.geometry).toBe('point');
  expect(content.table.header).toEqual(['name', 'description', '班级', '__proto__', 'folder']);
  expect(content.table.rows).toEqual([
    ['甲 & 乙', '<b>三楼</b>', '12', 'x', '幼儿园 / 黄浦'],
    ['丙', '', '', '', ''],
  ]);
  expect([...content.lng]).toEqual([121.47, 121.48]);
  expect([...content.lat]).toEqual([31.23, 31.24]);
  expect(content.issues).toEqual([]);
});

test('polygons with holes, in a MultiGeometry, with the point of a label', () => {
  const ring = (x: number) =>
    `<LinearRing><coordinates>${x},0 ${x + 1},0 ${x + 1},1 ${x},0</coordinates></LinearRing>`;
  const hole = `<innerBoundaryIs>${ring(0)}</innerBoundaryIs>`;
  const polygon = (x: number, more = '') =>
    `<Polygon><outerBoundaryIs>${ring(x)}</outerBoundaryIs>${more}</Polygon>`;
  const content = readText(
    placemark(
      `<name>区</name><MultiGeometry>${polygon(0, hole)}${polygon(5)}${point('0.5,0.5')}</MultiGeometry>`,
    ),
  );
  expect(content.geometry).toBe('polygon');
  expect(content.shapes.count).toBe(1);
  expect([...content.shapes.ringStart]).toEqual([0, 3, 6, 9]);
});

test('lines; what is left out is named with its number', () => {
  const line = '<LineString><tessellate>1</tessellate><coordinates>1,2 3,4</coordinates></LineString>';
  const content = readText(
    [
      line,
      line,
      point('1,2'),
      '',
      point('a,b'),
      `<MultiGeometry>${point('1,2')}${point('3,4')}</MultiGeometry>`,
    ]
      .map(placemark)
      .join(''),
  );
  expect(content.geometry).toBe('line');
  expect(content.issues.map(({ row, code }) => [row, code])).toEqual([
    [3, 'geometry-mixed'],
    [4, 'geometry-missing'],
    [5, 'coordinates-not-a-number'],
    [6, 'geometry-unsupported'],
  ]);
});

test('prefixes of names do not matter', () => {
  const text = `<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>a</k:name><k:Point>
    <k:coordinates>1,2</k:coordinates></k:Point></k:Placemark></k:kml>`;
  expect(read(textFile('a.kml', text)).table.rows).toEqual([['a']]);
});

test('a KMZ gives the document at its top', () => {
  const inner = strToU8(kmlText(placemark(`<name>x</name>${point('1,2')}`)));
  const linked = strToU8(kmlText(placemark(`<name>y</name>${point('3,4')}`)));
  const bytes = zipSync({ 'files/linked.kml': linked, 'doc.kml': inner, 'icon.png': new Uint8Array(3) });
  expect(read({ name: 'a.kmz', bytes }).table.rows).toEqual([['x']]);
});

test('overlays are counted', () => {
  const content = readText(
    `<Folder><GroundOverlay><name>图</name></GroundOverlay>${placemark(point('1,2'))}</Folder>`,
  );
  expect(codes(content.issues)).toEqual(['kml-overlay']);
});

test.each([
  ['kml-network-link', kmlText('<NetworkLink><Link><href>http://x</href></Link></NetworkLink>')],
  ['table-no-rows', kmlText('<Document/>')],
  ['kml-not-kml', '<gpx/>'],
  ['xml-truncated', '<kml><Placemark>'],
  ['xml-doctype', '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kml>&b;</kml>'],
])('%s', async (code, text) => {
  expect((await unusable(() => read(textFile('a.kml', text)))).code).toBe(code);
});

test('a KMZ without KML, and one that unpacks without end', async () => {
  const none = zipSync({ 'a.txt': strToU8('x') });
  expect((await unusable(() => read({ name: 'a.kmz', bytes: none }))).code).toBe('kmz-no-kml');
  const bomb = zipSync({ 'doc.kml': strToU8(kmlText(' '.repeat(10_000_000))) });
  const view = new DataView(bomb.buffer);
  for (let i = 0; i + 4 < bomb.length; i++)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 600e6, true);
  expect((await unusable(() => read({ name: 'a.kmz', bytes: bomb }))).code).toBe('zip-too-large');
});

test('cut off at every percent it ends well, as KML and as KMZ', async () => {
  const kml = strToU8(kmlText(Array.from({ length: 20 }, (_, i) => placemark(point(`${i},1`))).join('')));
  await eachPercent(kml, (bytes) => endsWell([{ name: 'cut.kml', bytes }]));
  await eachPercent(zipSync({ 'doc.kml': kml }), (bytes) => endsWell([{ name: 'cut.kmz', bytes }]));
});
