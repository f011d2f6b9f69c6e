import type { Streets, Tags } from '../../src/core/formats/streets.ts';

/**
 * A town by hand, on a grid of 100 m near the equator, where a degree is the same both ways. Columns x and rows y in
 * steps of 100 m; the river runs between y = 0 and y = 1.
 *
 * ```
 *  y=1   e ── f ── g ── h      north bank
 *        ║              │      e–a: bridge.  h–d: footbridge with steps
 *  y=0   a ── b ── c ── d      south bank; b–c is walked eastwards only
 *        │         │
 *  y=-1  i    k ── j           a–i: private.  c–j: a locked gate stands half-way (m)
 *             │
 *  y=-2       l                k–l crosses the street n–o (y = -1.5) a level higher: no junction
 * ```
 */
export const STEP = 100 / 111195.0797;

const NODES: Record<string, [x: number, y: number]> = {
  a: [0, 0],
  b: [1, 0],
  c: [2, 0],
  d: [3, 0],
  e: [0, 1],
  f: [1, 1],
  g: [2, 1],
  h: [3, 1],
  i: [0, -1],
  j: [2, -1],
  k: [1, -1],
  l: [1, -2],
  m: [2, -0.5],
  n: [0.5, -1.5],
  o: [1.5, -1.5],
};

const WAYS: [nodes: string, tags: Tags][] = [
  ['ab', { highway: 'residential', oneway: 'yes' }],
  ['bc', { highway: 'footway', 'oneway:foot': 'yes' }],
  ['cd', { highway: 'residential' }],
  ['efgh', { highway: 'residential' }],
  ['ea', { highway: 'tertiary', bridge: 'yes', layer: '1' }],
  ['hd', { highway: 'steps', bridge: 'yes', layer: '1' }],
  ['ai', { highway: 'service', access: 'private' }],
  ['cmj', { highway: 'service' }],
  ['jk', { highway: 'service' }],
  ['kl', { highway: 'footway', bridge: 'yes', layer: '1' }],
  ['no', { highway: 'residential' }],
];

const NODE_TAGS: Record<string, Tags> = { m: { barrier: 'gate', locked: 'yes' } };

const NAMES = Object.keys(NODES);

/** Position of a node, or of any x and y of the grid. */
export function at(place: string | [x: number, y: number]): [lng: number, lat: number] {
  const [x, y] = typeof place === 'string' ? NODES[place] : place;
  return [10 + x * STEP, y * STEP];
}

export function riverTown(): Streets {
  const refs = WAYS.map(([nodes]) => [...nodes].map((name) => NAMES.indexOf(name)));
  const wayStart = [0];
  for (const way of refs) wayStart.push(wayStart[wayStart.length - 1] + way.length);
  return {
    file: 'river-town',
    format: 'lines',
    topological: true,
    nodeCount: NAMES.length,
    lng: Float64Array.from(NAMES, (name) => at(name)[0]),
    lat: Float64Array.from(NAMES, (name) => at(name)[1]),
    wayStart: Uint32Array.from(wayStart),
    ref: Uint32Array.from(refs.flat()),
    wayTags: WAYS.map(([, tags]) => tags),
    nodeTags: new Map(Object.entries(NODE_TAGS).map(([name, tags]) => [NAMES.indexOf(name), tags])),
    issues: [],
  };
}
