import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METERS_PER_DEGREE } from '../../../src/core/analysis/distance.ts';
import { concatBarriers, toBarriers } from '../../../src/core/dataset/barriers.ts';
import { BarrierIndex } from '../../../src/core/network/barrier-index.ts';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import type { WalkingGraph } from '../../../src/core/network/graph.ts';
import { shortestRoute } from '../../../src/core/network/route.ts';
import { type SnapOptions, snapToStreets } from '../../../src/core/network/snap.ts';
import { runSync } from '../../../src/core/task.ts';
import { collection, feature, featureContent, unusable } from '../../builders/files.ts';
import { positions } from '../../builders/positions.ts';
import { at, riverTown } from '../../worlds/river-town.ts';

type Place = [x: number, y: number];

const polygon = (...rings: Place[][]) =>
  feature({ type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]].map(at)) });
const line = (places: Place[]) => feature({ type: 'LineString', coordinates: places.map(at) });
const box = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

async function barriersOf(...features: unknown[]) {
  return runSync(toBarriers(await featureContent(collection(features)))).value;
}

async function snapWith(...features: unknown[]): Promise<SnapOptions> {
  const barriers = new BarrierIndex(await barriersOf(...features));
  return { maxMeters: 90, minComponentNodes: 1, barriers };
}

function link(places: Place[], snap: SnapOptions) {
  const links = runSync(
    snapToStreets(runSync(buildGraph(riverTown(), 'adult')), positions(places.map(at)), snap),
  );
  return places.map((_, i) => {
    if (links.edge[i] < 0) return links.isCutOff[i] ? 'cut off' : 'no street';
    return [Math.round((links.lng[i] - 10) * 111195.08), Math.round(links.lat[i] * 111195.08)];
  });
}

describe('the town with its river as a polygon', () => {
  // Between y = 0.2 and y = 0.4, wider than the town; the south bank street is y = 0, the north bank y = 1.
  const river = polygon(box(-1, 0.2, 4, 0.4));

  it('links each bank to its own street, and nobody who lives in the river', async () => {
    const places: Place[] = [
      [1.5, 0.1],
      [1.5, 0.45],
      [1.5, 0.3],
      [1.5, 50],
    ];
    const open = { maxMeters: 90, minComponentNodes: 1 };
    expect(link(places, open)).toEqual([[150, 0], [150, 0], [150, 0], 'no street']);
    // 45 m to the south bank, but over the river: 55 m to the north bank instead.
    expect(link(places, await snapWith(river))).toEqual([[150, 0], [150, 100], 'cut off', 'no street']);
  });

  it('routes from the street that is linked', async () => {
    const graph = runSync(buildGraph(riverTown(), 'adult'));
    const route = shortestRoute(graph, at([1.5, 0.45]), at([0, 0]), await snapWith(river));
    expect(route.fromSnapMeters).toBeCloseTo(55, 1);
    expect(route.meters).toBeCloseTo(55 + 150 + 100, 1);
    await expect(
      snapWith(river).then((snap) => shortestRoute(graph, at([1.5, 0.3]), at([0, 0]), snap)),
    ).rejects.toThrow('route-unlinked');
  });

  it('keeps whoever is on the bridge, and links inside a hole of the polygon', async () => {
    const withIsland = polygon(box(-1, -0.5, 4, 0.8), box(0.5, -0.1, 1.5, 0.1));
    expect(link([[0, 0.3]], await snapWith(river))).toEqual([[0, 30]]);
    expect(link([[1, 0.05]], await snapWith(withIsland))).toEqual([[100, 0]]);
    expect(link([[1, 0.2]], await snapWith(withIsland))).toEqual(['cut off']);
    // Inside and inside: a walled compound has streets of its own.
    expect(link([[0.2, 0.6]], await snapWith(withIsland))).toEqual([[0, 60]]);
  });

  it('knows a wall as a line, and the gap in it', async () => {
    const [a, b, c, d] = box(1.4, 0.75, 1.6, 0.85);
    const closed = line([a, b, c, d, a]);
    const gap: Place = [1.52, 0.85];
    const open = line([[1.48, 0.85], d, a, b, c, gap]);
    expect(link([[1.5, 0.8]], await snapWith(closed))).toEqual(['cut off']);
    expect(link([[1.5, 0.8]], await snapWith(open))).toEqual([[150, 100]]);
  });

  it('does not slip through where two pieces meet, and may end on a bank along which the street runs', async () => {
    // The way from (1.5, 0.8) north passes exactly through the tip at (1.5, 0.9).
    const tip = polygon([
      [1.4, 0.9],
      [1.5, 0.9],
      [1.6, 0.9],
      [1.5, 0.95],
    ]);
    expect(link([[1.5, 0.8]], await snapWith(tip))).not.toEqual([[150, 100]]);
    const alongStreet = polygon(box(-1, 1, 4, 2));
    expect(link([[1.5, 0.8]], await snapWith(alongStreet))).toEqual([[150, 100]]);
  });
});

it('joins the barriers of several files, and refuses points', async () => {
  const [first, second] = [
    await barriersOf(polygon(box(0, 0, 1, 1))),
    await barriersOf(line(box(0, 0, 1, 1))),
  ];
  const both = concatBarriers([first, second]);
  expect(both.count).toBe(2);
  expect(both.pieces).toHaveLength((4 + 3) * 4);
  const points = await featureContent(collection([feature({ type: 'Point', coordinates: at([0, 0]) })]));
  const issue = await unusable(() => runSync(toBarriers(points)));
  expect(issue).toMatchObject({ code: 'barriers-need-shapes', values: { kind: 'point' } });
});

/** Straight from the definition: every piece of every street, every piece of every barrier. Metres to the best foot. */
function plainNearest(
  graph: WalkingGraph,
  [lng, lat]: [number, number],
  walls: Float64Array,
  most: number,
): number {
  const xScale = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const local = (x: number, y: number) => [(x - lng) * xScale, (y - lat) * METERS_PER_DEGREE];
  let best = Number.POSITIVE_INFINITY;
  for (let e = 0; e < graph.edgeCm.length; e++) {
    for (let p = graph.pointStart[e]; p + 1 < graph.pointStart[e + 1]; p++) {
      const [ax, ay] = local(graph.pointLng[p], graph.pointLat[p]);
      const [bx, by] = local(graph.pointLng[p + 1], graph.pointLat[p + 1]);
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
      const [x, y] = [ax + t * dx, ay + t * dy];
      if (Math.hypot(x, y) > most || crossesAny(x, y)) continue;
      best = Math.min(best, Math.hypot(x, y));
    }
  }
  return best;

  /** By solving for where the two meet. */
  function crossesAny(x: number, y: number): boolean {
    for (let w = 0; w < walls.length; w += 4) {
      const [ax, ay] = local(walls[w], walls[w + 1]);
      const [bx, by] = local(walls[w + 2], walls[w + 3]);
      const [dx, dy] = [bx - ax, by - ay];
      const determinant = x * dy - y * dx;
      if (determinant === 0) continue;
      const along = (ax * dy - ay * dx) / determinant;
      const over = (ax * y - ay * x) / determinant;
      if (along > 0 && along < 1 && over >= 0 && over <= 1) return true;
    }
    return false;
  }
}

it('links to the nearest street that no barrier hides, as a plain search finds it, and never across one', () => {
  const graph = runSync(buildGraph(riverTown(), 'adult'));
  const coordinate = fc.double({ min: -0.7, max: 3.7, noNaN: true });
  const spot = fc.tuple(
    coordinate,
    coordinate.map((y) => y - 1.2),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(spot, spot), { maxLength: 12 }),
      fc.array(spot, { maxLength: 20 }),
      (walls, spots) => {
        const pieces = Float64Array.from(walls.flatMap(([from, to]) => [...at(from), ...at(to)]));
        const barriers = new BarrierIndex({ pieces, count: walls.length, drawn: [] });
        const places = spots.map(at);
        const snap = { maxMeters: 120, minComponentNodes: 1, barriers };
        const links = runSync(snapToStreets(graph, positions(places), snap));
        places.forEach((place, i) => {
          const meters = plainNearest(graph, place, pieces, snap.maxMeters);
          if (links.edge[i] < 0) expect(meters).toBe(Number.POSITIVE_INFINITY);
          else expect(links.snapCm[i] / 100).toBeCloseTo(meters, 1);
          if (links.isCutOff[i]) expect(walls.length).toBeGreaterThan(0);
        });
      },
    ),
    { numRuns: 300, seed: 20260 },
  );
});
