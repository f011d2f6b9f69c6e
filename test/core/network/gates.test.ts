import { describe, expect, it } from 'vitest';
import { readStreets } from '../../../src/core/formats/read-streets.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { shortestRoute } from '../../../src/core/network/route.ts';
import type { WalkingProfile } from '../../../src/core/network/walking-rules.ts';
import { runSync } from '../../../src/core/task.ts';
import { codes, collection, feature, jsonFile } from '../../builders/files.ts';
import { at } from '../../worlds/river-town.ts';

type Place = [x: number, y: number];

const line = (places: Place[]) =>
  feature({ type: 'LineString', coordinates: places.map(at) }, { highway: 'footway' });
const point = (place: Place, properties: Record<string, unknown>) =>
  feature({ type: 'Point', coordinates: at(place) }, properties);

/** A street of 300 m, and a way round it 100 m to the north. A unit is 100 m. */
const STREET: Place[] = [
  [0, 0],
  [3, 0],
];
const ROUND: Place[] = [
  [0, 0],
  [0, 1],
  [3, 1],
  [3, 0],
];

function steps(features: unknown[], profile: WalkingProfile = 'adult', toleranceMeters = 1) {
  const read = readStreets([jsonFile('lines.geojson', collection(features))], { toleranceMeters });
  const { value: streets, issues } = runSync(read);
  const graph = runSync(buildGraph(streets, profile));
  const snap = { maxMeters: 60, minComponentNodes: 1 };
  return { steps: shortestRoute(graph, at([0.5, 0]), at([2.5, 0]), snap).meters / 100, issues };
}

describe('gates drawn as points', () => {
  it('close the street they stand on, within the tolerance', () => {
    const gate = point([1.5, 0.005], { barrier: 'gate', locked: 'yes' });
    expect(steps([line(STREET), line(ROUND)]).steps).toBeCloseTo(2, 3);
    const closed = steps([line(STREET), line(ROUND), gate]);
    expect(closed.steps).toBeCloseTo(0.5 + 1 + 3 + 1 + 0.5, 3);
    expect(closed.issues).toMatchObject([{ code: 'gates-placed', values: { count: 1, meters: 1 } }]);
    // 0.5 m off: with a tolerance of 0.2 m it stands beside the street, and is counted.
    const off = steps([line(STREET), line(ROUND), gate], 'adult', 0.2);
    expect(off.steps).toBeCloseTo(2, 3);
    expect(off.issues).toMatchObject([{ code: 'gates-off-streets', values: { count: 1, meters: 0.2 } }]);
  });

  it('let through by the rules of OpenStreetMap: an open gate, a kerb for all but wheels', () => {
    const through = (properties: Record<string, unknown>, profile?: WalkingProfile) =>
      steps([line(STREET), line(ROUND), point([1.5, 0], properties)], profile).steps;
    expect(through({ barrier: 'gate' })).toBeCloseTo(2, 3);
    expect(through({ barrier: 'gate', access: 'private' })).toBeCloseTo(6, 3);
    expect(through({ kerb: 'raised' })).toBeCloseTo(2, 3);
    expect(through({ kerb: 'raised' }, 'wheelchair')).toBeCloseTo(6, 3);
  });

  it('close both lines of a street drawn twice, in any order of the rows, and more points than lines', () => {
    const gates = [1, 1.5, 2].map((x) => point([x, 0], { barrier: 'wall' }));
    const twice: Place[] = [
      [3, 0],
      [0, 0],
    ];
    for (const features of [
      [line(STREET), line(twice), line(ROUND), ...gates],
      [...gates, line(ROUND), line(twice), line(STREET)],
    ]) {
      expect(steps(features).steps).toBeCloseTo(6, 3);
    }
  });

  it('are told from other points, which are counted', () => {
    const { issues } = steps([line(STREET), line(ROUND), point([1.5, 0], { name: 'bench' })]);
    expect(codes(issues)).toEqual(['points-not-gates']);
  });
});

it('joins ends as far apart as the tolerance says, and counts them', () => {
  const gap: Place[][] = [
    [
      [0, 0],
      [1.5, 0],
    ],
    [
      [1.515, 0],
      [3, 0],
    ],
  ];
  const ask = (tolerance: number) => steps([...gap.map(line), line(ROUND)], 'adult', tolerance);
  expect(ask(1).steps).toBeCloseTo(6, 3);
  expect(ask(2).steps).toBeCloseTo(2, 1);
  expect(ask(2).issues).toMatchObject([{ code: 'streets-ends-joined', values: { meters: 1.5 } }]);
});
