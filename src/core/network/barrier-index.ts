import Flatbush from 'flatbush';
import { METERS_PER_DEGREE } from '../analysis/distance.ts';
import type { Barriers } from '../dataset/barriers.ts';

/**
 * Barriers by where they lie. Whether the straight way from a place to its street crosses one is asked in two steps: pieces near
 * the place are looked up once, and every candidate street is held against those alone. Most places have none near.
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

  /** A look around places, one after another. Each task of linking has its own: two may take turns. */
  look(): BarriersAround {
    return new BarriersAround(this, this.barriers.pieces);
  }
}

/** The pieces around the last place, in metres east and north of it. */
export class BarriersAround {
  private local = new Float64Array(256);
  private length = 0;

  constructor(
    private readonly index: BarrierIndex,
    private readonly pieces: Float64Array,
  ) {}

  /** Looks around a place, as far as the reach in degrees. `xScale`: metres a degree of longitude there. */
  turnTo(lng: number, lat: number, lngReach: number, latReach: number, xScale: number): void {
    const near = this.index.near(lng, lat, lngReach, latReach);
    const { pieces } = this;
    this.length = near.length * 4;
    if (this.local.length < this.length) this.local = new Float64Array(this.length * 2);
    const { local } = this;
    for (let k = 0; k < near.length; k++) {
      const p = near[k] * 4;
      local[k * 4] = (pieces[p] - lng) * xScale;
      local[k * 4 + 1] = (pieces[p + 1] - lat) * METERS_PER_DEGREE;
      local[k * 4 + 2] = (pieces[p + 2] - lng) * xScale;
      local[k * 4 + 3] = (pieces[p + 3] - lat) * METERS_PER_DEGREE;
    }
  }

  /**
   * Whether the way from the place to `x` metres east and `y` metres north of it passes one of the pieces. To begin or end on
   * a barrier (a street drawn along the bank) is not to cross it; to pass through a corner where two pieces meet is.
   */
  isCrossed(x: number, y: number): boolean {
    const { local, length } = this;
    for (let k = 0; k < length; k += 4) {
      const ax = local[k];
      const ay = local[k + 1];
      const bx = local[k + 2];
      const by = local[k + 3];
      // An end exactly on the way counts as left of it, so that of two pieces that meet there exactly one is crossed.
      if (x * ay - y * ax >= 0 === x * by - y * bx >= 0) continue;
      const place = ax * by - ay * bx;
      const foot = (ax - x) * (by - y) - (ay - y) * (bx - x);
      if ((place > 0 && foot < 0) || (place < 0 && foot > 0)) return true;
    }
    return false;
  }
}
