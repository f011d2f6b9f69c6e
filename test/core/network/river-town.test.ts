import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/network/build-graph.ts';
import { networkCatchments } from '../../../src/core/network/network-catchments.ts';
import { networkNearest } from '../../../src/core/network/reach.ts';
import { shortestRoute } from '../../../src/core/network/route.ts';
import { snapToStreets } from '../../../src/core/network/snap.ts';
import type { WalkingProfile } from '../../../src/core/network/walking-rules.ts';
import { runSync } from '../../../src/core/task.ts';
import { positions, rowsOf } from '../../builders/positions.ts';
import { at, riverTown } from '../../worlds/river-town.ts';

/** Small parts of the town are islands, and here they are meant to be found. */
const SNAP = { maxMeters: 60, minComponentNodes: 1 };

function walk(
  from: string | [number, number],
  to: string | [number, number],
  profile: WalkingProfile = 'adult',
) {
  return shortestRoute(runSync(buildGraph(riverTown(), profile)), at(from), at(to), SNAP);
}

function steps(
  from: string | [number, number],
  to: string | [number, number],
  profile: WalkingProfile = 'adult',
) {
  return walk(from, to, profile).meters / 100;
}

describe('a town with a river, worked out by hand', () => {
  it('goes round by the bridge or the footbridge', () => {
    expect(steps('a', 'f')).toBeCloseTo(2, 3);
    expect(steps('d', 'g')).toBeCloseTo(2, 3);
    expect(walk('b', 'f').straightMeters).toBeCloseTo(100, 1);
    expect(steps('b', 'f')).toBeCloseTo(3, 3);
  });

  it('sends a pram round the steps', () => {
    expect(steps('d', 'h')).toBeCloseTo(1, 3);
    // d–c is open, c–b is one-way eastwards: a pram at d cannot get across at all, a pram at b can.
    expect(() => steps('d', 'h', 'carer')).toThrow('route-none');
    expect(steps('h', 'd', 'carer')).toBeCloseTo(3 + 1 + 3, 3);
  });

  it('keeps to one-ways for people on foot, and not to those for vehicles', () => {
    expect(steps('b', 'c')).toBeCloseTo(1, 3);
    expect(steps('c', 'b')).toBeCloseTo(1 + 1 + 3 + 1 + 1, 3);
    expect(steps('b', 'a')).toBeCloseTo(1, 3);
  });

  it('does not walk a private road, through a locked gate, or from one level to another', () => {
    // i lies on the private road only: nothing walkable within reach.
    expect(() => steps('a', 'i')).toThrow('route-unlinked');
    expect(() => steps('c', 'j')).toThrow('route-none');
    expect(() => steps('n', 'l')).toThrow('route-none');
    expect(steps('j', 'l')).toBeCloseTo(2, 3);
  });

  it('splits edges, adds the metres off street, and goes directly between two points of one edge', () => {
    const route = walk([0.25, 0.1], [0.75, -0.2]);
    expect(route.fromSnapMeters).toBeCloseTo(10, 2);
    expect(route.toSnapMeters).toBeCloseTo(20, 2);
    expect(route.meters).toBeCloseTo(10 + 50 + 20, 1);
    expect(route.path).toHaveLength(2);
  });

  it('draws a path as long as it says', () => {
    const { path } = walk([0.5, 0], [1.5, 1]);
    expect(
      path.map(([lng, lat]) => [Math.round((lng - 10) * 11119.5) / 10, Math.round(lat * 11119.5) / 10]),
    ).toEqual([
      [0.5, 0],
      [0, 0],
      [0, 1],
      [1, 1],
      [1.5, 1],
    ]);
  });

  it('finds the nearest facility of each place, as the routes say, and the same in catchments', () => {
    const graph = runSync(buildGraph(riverTown(), 'adult'));
    const places = (['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'l', 'o'] as const).map((name) => at(name));
    const facilities = [at('f'), at([2.5, 0]), at('j')];
    const placeLinks = runSync(snapToStreets(graph, positions(places), SNAP));
    const facilityLinks = runSync(snapToStreets(graph, positions(facilities), SNAP));
    const nearest = runSync(networkNearest(graph, placeLinks, facilityLinks, rowsOf(3)));
    expect([...nearest.facility]).toEqual([0, 1, 1, 1, 0, 0, 0, 1, 2, -1]);
    expect([...nearest.meters].map((m) => Math.round(m) / 100)).toEqual([
      2,
      1.5,
      0.5,
      0.5,
      1,
      0,
      1,
      1.5,
      2,
      Infinity,
    ]);
    const matrix = runSync(networkCatchments(graph, placeLinks, facilityLinks, rowsOf(3), 150.02));
    expect([...matrix.start]).toEqual([0, 3, 7, 7]);
    expect([...matrix.place.slice(0, 3)]).toEqual([4, 5, 6]);
    expect([...matrix.place.slice(3, 7)]).toEqual([1, 2, 3, 7]);
  });
});
