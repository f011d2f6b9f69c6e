import Flatbush from 'flatbush';
import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import type { Barriers } from '../dataset/barriers.ts';

/**
 * Asks whether the straight way from a place to its street crosses a barrier. Pieces near a place are looked up once, and
 * every candidate street is held against those alone: most places have none near.
 */
export class BarrierIndex {
  private readonly tree: Flatbush | undefined;

  constructor(private readonly barriers: Barriers) {
    const { pieces } = barriers;
    if (pieces.length === 0) return;
    const tree = new Flatbush(pieces.length / 4);
    for (let p = 0; p < pieces.length; p += 4) {
      tree.add(
        Math.min(pieces[p], pieces[p + 2]),
        Math.min(pieces[p + 1], pieces[p + 3]),
        Math.max(pieces[p], pieces[p + 2]),
        Math.max(pieces[p + 1], pieces[p + 3]),
      );
    }
    tree.finish();
    this.tree = tree;
  }

  /** Pieces that may lie within so many degrees of a place. */
  near(lng: number, lat: number, lngReach: number, latReach: number): readonly number[] {
    return this.tree?.search(lng - lngReach, lat - latReach, lng + lngReach, lat + latReach) ?? [];
  }

  /**
   * Whether the way from the place to `x` metres east and `y` metres north of it passes one of the pieces. To begin or end on
   * a barrier (a street drawn along the bank) is not to cross it; to pass through a corner where two pieces meet is.
   */
  isCrossed(
    near: readonly number[],
    lng: number,
    lat: number,
    xScale: number,
    x: number,
    y: number,
  ): boolean {
    const { pieces } = this.barriers;
    for (const piece of near) {
      const p = piece * 4;
      const ax = (pieces[p] - lng) * xScale;
      const ay = (pieces[p + 1] - lat) * METERS_PER_DEGREE;
      const bx = (pieces[p + 2] - lng) * xScale;
      const by = (pieces[p + 3] - lat) * METERS_PER_DEGREE;
      // An end exactly on the way counts as left of it, so that of two pieces that meet there exactly one is crossed.
      if (x * ay - y * ax >= 0 === x * by - y * bx >= 0) continue;
      const place = ax * by - ay * bx;
      const foot = (ax - x) * (by - y) - (ay - y) * (bx - x);
      if ((place > 0 && foot < 0) || (place < 0 && foot > 0)) return true;
    }
    return false;
  }
}
