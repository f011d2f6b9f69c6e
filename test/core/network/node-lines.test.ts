import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Streets, Tags } from '../../../src/core/formats/streets.ts';
import { type LineSet, nodeLines } from '../../../src/core/network/node-lines.ts';
import { runSync } from '../../../src/core/task.ts';
import { unusable } from '../../builders/files.ts';
import { randomSource } from '../../builders/random.ts';

/** A line in metres east and north of 10° E on the equator. */
interface Line {
  at: [x: number, y: number][];
  tags?: Tags;
}

const DEGREES_PER_METER = 1 / 111195.0797;

function lineSet(lines: Line[]): LineSet {
  const start = [0];
  for (const { at } of lines) start.push(start[start.length - 1] + at.length);
  const all = lines.flatMap(({ at }) => at);
  return {
    file: 'lines',
    start: Uint32Array.from(start),
    lng: Float64Array.from(all, ([x]) => 10 + x * DEGREES_PER_METER),
    lat: Float64Array.from(all, ([, y]) => y * DEGREES_PER_METER),
  };
}

function node(lines: Line[], toleranceMeters = 1) {
  const tags = lines.map((line) => line.tags ?? { highway: 'road' });
  return runSync(nodeLines(lineSet(lines), tags, { toleranceMeters }));
}

const line = (...at: [number, number][]): Line => ({ at });
const bridge = (...at: [number, number][]): Line => ({ at, tags: { highway: 'footway', bridge: 'yes' } });
const tunnel = (...at: [number, number][]): Line => ({ at, tags: { highway: 'footway', tunnel: 'yes' } });

/** Ways as positions in whole centimetres, sorted, for comparing whatever the numbering. */
function ways({ lng, lat, ref, wayStart, wayTags }: Streets): string[] {
  const at = (row: number) =>
    [(lng[row] - 10) / DEGREES_PER_METER, lat[row] / DEGREES_PER_METER]
      .map((meters) => Math.round(meters * 100) / 100 + 0)
      .join(' ');
  return wayTags
    .map((_, way) => Array.from(ref.slice(wayStart[way], wayStart[way + 1]), at).join(', '))
    .sort();
}

/** Nodes that more than one way passes. */
function sharedNodes({ ref, wayStart, wayTags, nodeCount }: Streets): number {
  const passing = Array.from({ length: nodeCount }, () => new Set<number>());
  wayTags.forEach((_, way) => {
    for (let r = wayStart[way]; r < wayStart[way + 1]; r++) passing[ref[r]].add(way);
  });
  return passing.filter((set) => set.size > 1).length;
}

const noted = (lines: Line[]) =>
  Object.fromEntries(node(lines).issues.map((issue) => [issue.code.slice('streets-'.length), issue.values]));

describe('lines without topology', () => {
  it('share the positions they share, and nothing is reported', () => {
    const { value, issues } = node([line([0, 0], [100, 0], [200, 0]), line([100, 0], [100, 50])]);
    expect(ways(value)).toEqual(['0 0, 100 0, 200 0', '100 0, 100 50']);
    expect(sharedNodes(value)).toBe(1);
    expect(issues).toEqual([]);
  });

  it('join ends within the tolerance, at the place with most lines', () => {
    const town = [line([0, 0], [100, 0]), line([100.6, 0], [200, 0]), line([100.6, 0], [100.6, 90])];
    expect(ways(node(town).value)).toEqual(['0 0, 100.6 0', '100.6 0, 100.6 90', '100.6 0, 200 0']);
    expect(noted(town)).toEqual({ 'ends-joined': { count: 1, meters: 0.6 } });
    expect(sharedNodes(node([line([0, 0], [100, 0]), line([101.2, 0], [200, 0])]).value)).toBe(0);
    expect(ways(node([line([0, 0], [50, 0], [50, 50], [0, 0.5])]).value)).toEqual(['0 0, 50 0, 50 50, 0 0']);
  });

  it('split where an end stops short of another line, on it, or beyond it', () => {
    for (const y of [-0.7, 0, 0.7]) {
      const town = [line([0, 0], [100, 0]), line([40, 50], [40, y])];
      expect(ways(node(town).value)).toEqual([`0 0, 40 ${y}, 100 0`, `40 50, 40 ${y}`]);
      expect(noted(town)).toEqual({ 't-junctions': { count: 1 } });
    }
  });

  it('split where they cross, also at a vertex of one', () => {
    const cross = [line([0, 0], [100, 0]), line([30, -50], [30, 50])];
    expect(ways(node(cross).value)).toEqual(['0 0, 30 0, 100 0', '30 -50, 30 0, 30 50']);
    expect(noted(cross)).toEqual({ 'crossings-split': { count: 1 } });
    const atVertex = [line([0, 0], [100, 0]), line([30, -50], [30, 0], [40, 50])];
    expect(ways(node(atVertex).value)).toEqual(['0 0, 30 0, 100 0', '30 -50, 30 0, 40 50']);
    expect(noted(atVertex)).toEqual({ 'crossings-split': { count: 1 } });
    const itself = [line([0, 0], [100, 0], [100, 50], [50, 50], [50, -50])];
    expect(ways(node(itself).value)).toEqual(['0 0, 50 0, 100 0, 100 50, 50 50, 50 0, 50 -50']);
  });

  it('keep bridges and tunnels apart from what they cross', () => {
    const street = line([0, 0], [100, 0]);
    const under = line([0, 0], [30, 0], [100, 0]);
    for (const way of [
      bridge([30, -50], [30, 50]),
      tunnel([30, -50], [30, 50]),
      bridge([30, -50], [30, 0], [30, 50]),
    ]) {
      expect(sharedNodes(node([street, way]).value)).toBe(0);
      expect(sharedNodes(node([under, way]).value)).toBe(0);
    }
    expect(sharedNodes(node([bridge([0, 0], [100, 0]), bridge([30, -50], [30, 50])]).value)).toBe(1);
    const high: Line = {
      at: [
        [30, -50],
        [30, 50],
      ],
      tags: { highway: 'path', bridge: 'yes', layer: '2' },
    };
    expect(sharedNodes(node([bridge([0, 0], [100, 0]), high]).value)).toBe(0);
  });

  it('let a bridge land on the streets at its ends', () => {
    const approach = line([30, 50.4], [30, 90]);
    expect(sharedNodes(node([bridge([30, -50], [30, 50]), approach]).value)).toBe(1);
    const middle = line([0, 50], [30, 50.4], [100, 50]);
    expect(sharedNodes(node([bridge([30, -50], [30, 50]), middle]).value)).toBe(1);
    const passing = line([0, 50.5], [100, 50.5]);
    expect(sharedNodes(node([bridge([30, -50], [30, 50]), passing]).value)).toBe(1);
  });

  it('do not take a cut in a bridge for its end', () => {
    const halves = [bridge([30, -50], [30, 0]), bridge([30, 0], [30, 50])];
    expect(sharedNodes(node([line([0, 0], [100, 0]), ...halves]).value)).toBe(1);
    expect(sharedNodes(node([line([0, 0], [30, 0], [100, 0]), ...halves]).value)).toBe(1);
    // Cut at every crossing whatever the level, as some programs leave lines: two nodes at one place.
    expect(sharedNodes(node([line([0, 0], [30, 0]), line([30, 0], [100, 0]), ...halves]).value)).toBe(2);
  });

  it('do not lift a dead end below a bridge onto it, but keep stairs drawn to the very place', () => {
    const deck = bridge([0, 0], [30, 0], [100, 0]);
    expect(sharedNodes(node([deck, line([30, -40], [30, -0.5])]).value)).toBe(0);
    expect(sharedNodes(node([deck, line([60, -40], [60, -0.5])]).value)).toBe(0);
    expect(sharedNodes(node([deck, line([30, -40], [30, 0])]).value)).toBe(1);
  });

  it('do not collapse where two are drawn finely side by side', () => {
    const fine = (y: number) =>
      line(...Array.from({ length: 101 }, (_, i): [number, number] => [i * 0.5, y]));
    const { value } = node([fine(0), fine(0.6)]);
    const xs = Array.from(value.lng);
    expect((Math.max(...xs) - Math.min(...xs)) / DEGREES_PER_METER).toBeGreaterThan(48);
    expect(value.nodeCount).toBeGreaterThan(90);
  });

  it('refuse metres, and nothing', async () => {
    const metres = { ...lineSet([line([0, 0], [1, 1])]), lng: Float64Array.of(500_000, 500_900) };
    const issue = await unusable(() => runSync(nodeLines(metres, [{ highway: 'road' }])));
    expect(issue).toMatchObject({ code: 'streets-projected', values: { west: 500_000, east: 500_900 } });
    expect((await unusable(() => node([]))).code).toBe('streets-none');
    expect((await unusable(() => node([line([0, 0])]))).code).toBe('streets-none');
  });
});

/** Streets that nearly meet, cross, and lie on several levels. */
function messyTown(seed: number): Line[] {
  const random = randomSource(seed);
  return Array.from({ length: 60 }, (): Line => {
    const at = Array.from({ length: 2 + Math.floor(random() * 3) }, (): [number, number] => [
      Math.floor(random() * 8) * 20 + random() * 0.8,
      Math.floor(random() * 8) * 20 + random() * 0.8,
    ]);
    return { at, tags: random() < 0.2 ? { highway: 'path', bridge: 'yes' } : { highway: 'road' } };
  });
}

type Segment = [from: [number, number], to: [number, number]];

/** Proper crossings between all pairs of segments of one level, by orientation. */
function crossingsByTrying(town: Line[]): number {
  const side = ([a, b]: Segment, [x, y]: [number, number]) =>
    Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]));
  const segments = town.flatMap(({ at, tags }) =>
    at.slice(1).map((to, i) => ({ ends: [at[i], to] as Segment, isBridge: tags?.bridge === 'yes' })),
  );
  let count = 0;
  segments.forEach((s, i) => {
    for (const r of segments.slice(i + 1)) {
      if (s.isBridge !== r.isBridge) continue;
      const apart = side(s.ends, r.ends[0]) * side(s.ends, r.ends[1]) < 0;
      if (apart && side(r.ends, s.ends[0]) * side(r.ends, s.ends[1]) < 0) count++;
    }
  });
  return count;
}

/** Nodes passed more than once, by one way or several. */
function sharedOrRepeated({ ref, nodeCount }: Streets): number {
  const passes = new Uint32Array(nodeCount);
  for (const row of ref) passes[row]++;
  return passes.filter((count) => count > 1).length;
}

describe('noding', () => {
  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        const town = messyTown(seed);
        const random = randomSource(order);
        const shuffled = town
          .map((one) => ({ one, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [expected, got] = [node(town), node(shuffled)];
        expect(ways(got.value)).toEqual(ways(expected.value));
        expect(got.value.nodeCount).toBe(expected.value.nodeCount);
        expect(got.issues).toEqual(expected.issues);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('splits every crossing of a level, and no other: as many as by trying every pair', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomSource(seed);
        // Wide enough that no vertex comes to lie on another line by chance.
        const somewhere = (): [number, number] => [random() * 90_000, random() * 90_000];
        const town = Array.from({ length: 40 }, () => {
          const at = Array.from({ length: 2 + Math.floor(random() * 4) }, somewhere);
          return random() < 0.3 ? bridge(...at) : line(...at);
        });
        const { value, issues } = node(town, 0);
        const crossings = issues.find((issue) => issue.code === 'streets-crossings-split');
        expect(crossings?.values?.count).toBe(crossingsByTrying(town));
        expect(sharedOrRepeated(value)).toBe(crossingsByTrying(town));
      }),
      { numRuns: 50, seed: 6 },
    );
  });

  it('takes a few seconds for 100,000 lines', () => {
    const side = 225;
    const random = randomSource(1);
    const town: Line[] = [];
    for (let x = 0; x < side; x++) {
      for (let y = 0; y < side; y++) {
        const [east, north] = [x * 100 + random() * 0.5, y * 100 + random() * 0.5];
        town.push(line([east, north], [x * 100 + 50, north + 5], [x * 100 + 100, north]));
        town.push(line([east, north], [east + 5, y * 100 + 50], [east, y * 100 + 100]));
      }
    }
    const began = performance.now();
    const { value } = node(town);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(value.wayTags).toHaveLength(town.length);
  });
});
