import { describe, expect, it } from 'vitest';
import { readGraphml } from '../../../src/core/formats/graphml.ts';
import { readOsmXml } from '../../../src/core/formats/osm-xml.ts';
import type { Streets } from '../../../src/core/formats/streets.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { networkNearest } from '../../../src/core/network/reach.ts';
import { snapToStreets } from '../../../src/core/network/snap.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, textFile, unusable } from '../../builders/files.ts';
import { positions, rowsOf } from '../../builders/positions.ts';
import { randomSource } from '../../builders/random.ts';
import { describeWithData, inputFile } from '../../shared-data.ts';

const KEYS = [
  'crs',
  'x',
  'y',
  'highway',
  'name',
  'geometry',
  'reversed',
  'oneway:foot',
  'oneway',
  'barrier',
  'foot',
];

/** A GraphML file of nodes and edges given as attributes. */
function graphml(nodes: Record<string, string>[], edges: Record<string, string>[], crs = 'epsg:4326') {
  const data = (attributes: Record<string, string>) =>
    Object.entries(attributes)
      .filter(([key]) => KEYS.includes(key))
      .map(([key, text]) => `<data key="d${KEYS.indexOf(key)}">${text}</data>`)
      .join('');
  const keys = KEYS.map((name, i) => `<key id="d${i}" for="all" attr.name="${name}" attr.type="string"/>`);
  const body = [
    ...nodes.map((node) => `<node id="${node.id}">${data(node)}</node>`),
    ...edges.map((edge) => `<edge source="${edge.from}" target="${edge.to}" id="0">${data(edge)}</edge>`),
  ];
  const text = `<?xml version='1.0'?><graphml>${keys.join('')}<graph edgedefault="directed">${data({ crs })}${body.join('')}</graph></graphml>`;
  return textFile('town.graphml', text);
}

const A = { id: 'a', x: '0', y: '0' };
const B = { id: 'b', x: '0.001', y: '0' };
const C = { id: 'c', x: '0.001', y: '0.001', barrier: 'gate' };

/** The ways as text: positions in thousandths of a degree, and tags. */
function waysOf(streets: Streets): string[] {
  return streets.wayTags.map((tags, way) => {
    const run = Array.from(streets.ref.slice(streets.wayStart[way], streets.wayStart[way + 1]), (row) =>
      [streets.lng[row], streets.lat[row]].map((degrees) => Math.round(degrees * 10_000) / 10).join(' '),
    );
    return `${run.join(', ')} ${JSON.stringify(tags)}`;
  });
}

const read = (...parts: Parameters<typeof graphml>) => runSync(readGraphml(graphml(...parts)));

describe('OSMnx GraphML', () => {
  it('makes one way of both directions, with the shape; parallel streets stay apart', () => {
    const bend = 'LINESTRING (0 0, 0.0005 0.0002, 0.001 0)';
    const streets = read(
      [A, B, C],
      [
        { from: 'a', to: 'b', highway: 'residential', geometry: bend, oneway: 'False', reversed: 'False' },
        {
          from: 'b',
          to: 'a',
          highway: 'residential',
          geometry: 'LINESTRING (0.001 0, 0.0005 0.0002, 0 0)',
          reversed: 'True',
        },
        { from: 'a', to: 'b', highway: 'residential', oneway: 'True' },
        { from: 'c', to: 'b', highway: 'footway', oneway: 'True' },
        // Some tools leave the shape in the order of the opposite edge.
        { from: 'b', to: 'a', highway: 'path', geometry: bend },
      ],
    );
    expect(waysOf(streets)).toEqual([
      '0 0, 0.5 0.2, 1 0 {"highway":"residential"}',
      '0 0, 1 0 {"highway":"residential"}',
      '1 0, 1 1 {"highway":"footway"}',
      '0 0, 0.5 0.2, 1 0 {"highway":"path"}',
    ]);
    expect([...streets.nodeTags]).toEqual([[2, { barrier: 'gate' }]]);
    expect(streets.issues).toMatchObject([
      { code: 'graphml-edges-paired', values: { nodes: 3, edges: 5, streets: 4 } },
    ]);
  });

  it('keeps the sense of a one-way for people on foot', () => {
    const oneWay = { highway: 'footway', 'oneway:foot': 'yes' };
    const streets = read(
      [A, B],
      [
        { from: 'a', to: 'b', ...oneWay, reversed: 'True' },
        { from: 'b', to: 'a', ...oneWay, reversed: 'False' },
      ],
    );
    expect(waysOf(streets)).toEqual(['1 0, 0 0 {"highway":"footway","oneway:foot":"yes"}']);
  });

  it('takes the stricter of several values', () => {
    const streets = read(
      [A, B, C],
      [
        { from: 'a', to: 'b', highway: "['footway', 'steps']", name: `['南路', "Rue de l'Eau"]` },
        { from: 'b', to: 'c', highway: "['path', 'track']", foot: "['yes', 'no']" },
      ],
    );
    expect(streets.wayTags).toEqual([
      { highway: 'steps', name: "南路; Rue de l'Eau" },
      { highway: 'path', foot: 'no' },
    ]);
    expect(streets.issues.at(-1)).toMatchObject({ code: 'graphml-tags-merged', values: { count: 2 } });
  });

  it('brings a projected network back to degrees, and refuses unnamed metres', async () => {
    const [p, q] = [
      { id: 'a', x: '500000', y: '2500000' },
      { id: 'b', x: '500100', y: '2500000' },
    ];
    const streets = read([p, q], [{ from: 'a', to: 'b', highway: 'path' }], 'epsg:32650');
    expect(streets.lng[0]).toBeCloseTo(117, 9);
    expect(streets.lat[0]).toBeCloseTo(22.606, 2);
    const issue = await unusable(() => read([p, q], [{ from: 'a', to: 'b', highway: 'path' }]));
    expect(issue).toMatchObject({
      code: 'streets-projected',
      values: { west: 500_000, east: 500_100, south: 2_500_000, north: 2_500_000 },
    });
    expect((await unusable(() => read([p, q], [], 'epsg:1'))).code).toBe('crs-unknown');
  });

  it('says what is missing', async () => {
    expect(
      codes(
        read(
          [A, B],
          [
            { from: 'a', to: 'b' },
            { from: 'a', to: 'z' },
          ],
        ).issues,
      ),
    ).toEqual(['graphml-edges-paired', 'street-nodes-missing', 'streets-without-highway']);
    expect((await unusable(() => read([A], []))).code).toBe('streets-none');
    expect((await unusable(() => read([], []))).code).toBe('streets-none');
    expect((await unusable(() => read([{ id: 'a' }], []))).code).toBe('graphml-no-positions');
    const html = textFile('x.graphml', '<html></html>');
    expect((await unusable(() => runSync(readGraphml(html)))).code).toBe('graphml-not-graphml');
  });
});

/** The file's own nodes and edges, taken from its text without the reader, as OSM XML: every edge a way, both directions. */
function asOsmXml(text: string): string {
  const keyOf = (name: string) =>
    new RegExp(`<key id="(\\w+)"[^>]*attr.name="${name}"`).exec(text)?.[1] ?? '';
  const value = (body: string, name: string) =>
    new RegExp(`<data key="${keyOf(name)}">([^<]*)</data>`).exec(body)?.[1];
  const nodes = [...text.matchAll(/<node id="(\d+)">([\s\S]*?)<\/node>/g)].map(
    ([, id, body]) => `<node id="${id}" lon="${value(body, 'x')}" lat="${value(body, 'y')}"/>`,
  );
  let extra = 0;
  const ways = [...text.matchAll(/<edge source="(\d+)" target="(\d+)"[^>]*>([\s\S]*?)<\/edge>/g)].map(
    ([, source, target, body], i) => {
      const inner = (/\((.*)\)/.exec(value(body, 'geometry') ?? '')?.[1].split(', ') ?? []).slice(1, -1);
      const refs = inner.map((pair) => {
        const [lon, lat] = pair.split(' ');
        nodes.push(`<node id="${--extra}" lon="${lon}" lat="${lat}"/>`);
        return extra;
      });
      const highway = value(body, 'highway') ?? '';
      const tags = {
        highway: highway.includes("'steps'") ? 'steps' : highway.replace(/^\['(\w+)'.*$/, '$1'),
        access: value(body, 'access'),
      };
      const said = Object.entries(tags).filter(([, v]) => v !== undefined);
      return `<way id="${i + 1}">${[source, ...refs, target].map((ref) => `<nd ref="${ref}"/>`).join('')}${said
        .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
        .join('')}</way>`;
    },
  );
  return `<osm>${nodes.join('')}${ways.join('')}</osm>`;
}

describeWithData('Futian', 'shenzhen', (folder) => {
  const file = inputFile(`${folder}/futian_osmnx_all.graphml`);
  const streets = runSync(readGraphml(file));

  it('has 1,751 nodes and 4,009 edges', () => {
    expect(streets.issues[0]).toMatchObject({ values: { nodes: 1751, edges: 4009 } });
  });

  it('gives the same reach as the same streets in OSM XML, to the centimetre', () => {
    const xml = textFile('futian.osm', asOsmXml(new TextDecoder().decode(file.bytes)));
    const random = randomSource(7);
    const somewhere = (count: number) =>
      positions(Array.from({ length: count }, () => [114.0 + random() * 0.09, 22.51 + random() * 0.05]));
    const [places, facilities] = [somewhere(2000), somewhere(40)];
    for (const profile of ['adult', 'carer'] as const) {
      const [ours, theirs] = [streets, runSync(readOsmXml(xml))].map((read) => {
        const graph = runSync(buildGraph(read, profile));
        const [from, to] = [places, facilities].map((points) => runSync(snapToStreets(graph, points)));
        return runSync(networkNearest(graph, from, to, rowsOf(40))).meters;
      });
      expect(ours.filter(Number.isFinite).length).toBeGreaterThan(500);
      ours.forEach((meters, i) => {
        if (meters !== theirs[i]) expect(Math.abs(meters - theirs[i])).toBeLessThanOrEqual(0.0101);
      });
    }
  });
});
