import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/core/formats/content.ts';
import { readOsmPbf } from '../../../src/core/formats/osm-pbf.ts';
import { readOsmXml } from '../../../src/core/formats/osm-xml.ts';
import { readStreets } from '../../../src/core/formats/read-streets.ts';
import type { Streets } from '../../../src/core/formats/streets.ts';
import { textChunks } from '../../../src/core/formats/text-chunks.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { shortestRoute } from '../../../src/core/network/route.ts';
import { runSync, type Task } from '../../../src/core/task.ts';
import { textFile, unusable } from '../../builders/files.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const SMALL = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <bounds minlat="0" minlon="0" maxlat="1" maxlon="1"/>
  <node id="1" lat="0.1" lon="0.1"/>
  <node id="2" lat="0.2" lon="0.1"><tag k="barrier" v="gate"/><tag k="fee" v="no"/></node>
  <node id="-3" lat="0.3" lon="0.1"/>
  <node id="4" lat="91" lon="0.1"/>
  <node id="5" lat="0.5" lon="0.1" action="delete"/>
  <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="-3"/><nd ref="4"/><tag k="highway" v="footway"/><tag k="name" v="A &amp; B 路"/></way>
  <way id="2" visible="false"><nd ref="1"/><nd ref="-3"/><tag k="highway" v="footway"/></way>
  <way id="3"><nd ref="1"/><nd ref="2"/><tag k="building" v="yes"/></way>
  <relation id="1"><member type="way" ref="1" role=""/><tag k="type" v="route"/></relation>
</osm>`;

describe('OSM XML', () => {
  it('keeps streets and the nodes they pass; what is deleted or nowhere is not there', () => {
    const streets = runSync(readOsmXml(textFile('small.osm', SMALL)));
    expect(streets.wayTags).toEqual([{ highway: 'footway', name: 'A & B 路' }]);
    const run = Array.from(streets.ref, (row) => [streets.lng[row], streets.lat[row]]);
    expect(run).toEqual([
      [0.1, 0.1],
      [0.1, 0.2],
      [0.1, 0.3],
    ]);
    expect([...streets.nodeTags.values()]).toEqual([{ barrier: 'gate' }]);
    expect(streets.issues).toMatchObject([{ code: 'street-nodes-missing', values: { count: 1 } }]);
  });

  it('is the same packed, in one member or two', () => {
    const bytes = new TextEncoder().encode(SMALL);
    const plain = runSync(readOsmXml({ name: 'a', bytes }));
    const members = [gzipSync(bytes.subarray(0, 300)), gzipSync(bytes.subarray(300))];
    const joined = new Uint8Array(members[0].length + members[1].length);
    joined.set(members[0]);
    joined.set(members[1], members[0].length);
    for (const packed of [gzipSync(bytes), joined])
      expect(runSync(readOsmXml({ name: 'a', bytes: packed }))).toEqual(plain);
  });

  it('refuses what is not OSM, and bombs', async () => {
    const read = (text: string) => runSync(readOsmXml(textFile('x.osm', text)));
    expect((await unusable(() => read('<html></html>'))).values).toEqual({ root: 'html' });
    expect((await unusable(() => read('<osm></osm>'))).code).toBe('streets-none');
    expect((await unusable(() => read('<!DOCTYPE osm><osm></osm>'))).code).toBe('xml-doctype');
    expect((await unusable(() => read(''))).code).toBe('file-empty');
    const bomb = { name: 'bomb.osm.gz', bytes: gzipSync(new Uint8Array(3_000_000)) };
    const issue = await unusable(() => [...textChunks(bomb, 1_000_000)]);
    expect(issue).toMatchObject({ code: 'gzip-too-large', values: { megabytes: 1 } });
  });
});

/** On foot, shortest, metres: lat, lng, lat, lng as GraphHopper's tests write them. */
const MONACO_ROUTES = [
  [43.730729, 7.421288, 43.727697, 7.419199, 1566],
  [43.727687, 7.418737, 43.74958, 7.436566, 3438],
  [43.728677, 7.41016, 43.739213, 7.427806, 2085],
  [43.733802, 7.413433, 43.739662, 7.424355, 1425],
];

/** How reading ends: a street count, or the code of what is wrong; any other error fails the test. */
function outcome(task: Task<unknown>): string {
  try {
    runSync(task);
    return 'read';
  } catch (error) {
    if (error instanceof Error && error.name === 'UnusableData') return error.message.split(' ')[0];
    throw error;
  }
}

function cutEvery(file: InputFile, percent: number, read: (file: InputFile) => Task<unknown>): Set<string> {
  const found = new Set<string>();
  for (let share = percent; share < 100; share += percent)
    found.add(outcome(read({ ...file, bytes: file.bytes.slice(0, (file.bytes.length * share) / 100) })));
  return found;
}

describeWithData('Monaco', 'monaco', (folder) => {
  const xml = inputFile(`${folder}/monaco.osm.gz`);
  const pbf = inputFile(`${folder}/monaco.derived.osm.pbf`);

  it.each([
    ['OSM XML', xml, 'osm-xml'],
    ['OSM PBF', pbf, 'osm-pbf'],
  ])('has the known distances, there and back, from %s', (_, file, format) => {
    const { value: streets } = runSync(readStreets([file]));
    expect(streets.format).toBe(format);
    const graph = runSync(buildGraph(streets, 'adult'));
    for (const [latA, lngA, latB, lngB, expected] of MONACO_ROUTES) {
      for (const [from, to] of [
        [
          [lngA, latA],
          [lngB, latB],
        ],
        [
          [lngB, latB],
          [lngA, latA],
        ],
      ] as [number, number][][]) {
        const route = shortestRoute(graph, from, to);
        expect(Math.abs(route.meters - route.fromSnapMeters - route.toSnapMeters - expected)).toBeLessThan(2);
      }
    }
  });

  it('is the same town from both formats', () => {
    const shape = ({ lng, lat, ref, wayTags }: Streets) => ({
      lng: Array.from(ref, (row) => lng[row].toFixed(7)),
      lat: Array.from(ref, (row) => lat[row].toFixed(7)),
      wayTags,
    });
    expect(shape(runSync(readOsmXml(xml)))).toEqual(shape(runSync(readOsmPbf(pbf))));
  });

  it('cut short or garbled, ends with a sentence', () => {
    expect([...cutEvery(pbf, 3, readOsmPbf)]).toEqual(['pbf-truncated']);
    for (const code of cutEvery(xml, 5, readOsmXml))
      expect(code).toMatch(/^(gzip-unreadable|xml-truncated)$/);
    for (let at = 0; at < pbf.bytes.length; at += Math.ceil(pbf.bytes.length / 150)) {
      const bytes = pbf.bytes.slice();
      bytes[at] ^= 0x55;
      expect(outcome(readStreets([{ ...pbf, bytes }]))).toMatch(/^(read|pbf-|streets-none)/);
    }
  });

  it('plain XML cut short says so', () => {
    let text = '';
    for (const chunk of textChunks(xml)) text += chunk.text;
    expect([...cutEvery(textFile('monaco.osm', text), 7, readOsmXml)]).toEqual(['xml-truncated']);
  });
});

/** One block of a PBF file: length, header with type and size, content. */
function pbfBlob(type: string, content: number[]): number[] {
  const packed = zlibSync(Uint8Array.from(content));
  const blob = [0x10, content.length, 0x1a, packed.length, ...packed];
  const header = [0x0a, type.length, ...new TextEncoder().encode(type), 0x18, blob.length];
  return [0, 0, 0, header.length, ...header, ...blob];
}

describe('an OSM PBF', () => {
  const file = (bytes: number[]) => ({ name: 'x.osm.pbf', bytes: Uint8Array.from(bytes) });

  it('without streets says so, with its name', async () => {
    const bytes = [...pbfBlob('OSMHeader', [0x22, 1, 65]), ...pbfBlob('OSMData', [0x0a, 2, 0x0a, 0])];
    const issue = await unusable(() => runSync(readStreets([file(bytes)])));
    expect(issue).toMatchObject({ code: 'streets-none', file: 'x.osm.pbf' });
  });

  it('with a garbled beginning is none', async () => {
    for (const bytes of [[0, 0, 0, 13, 1, 2, 3], [255, 255, 255, 255, 0], [0, 0, 0, 0], [1]]) {
      expect((await unusable(() => runSync(readStreets([file(bytes)])))).code).toMatch(
        /^pbf-(not-osm|truncated)$/,
      );
    }
  });
});
