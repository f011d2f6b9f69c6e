import type { DemandColumn } from '../dataset/demand.ts';
import { ageRangeOf } from '../dataset/groups.ts';
import { exactSum } from '../exact-sums.ts';
import type { Checked, Issue } from '../issue.ts';
import { bandsOf, partition } from './bands.ts';

/** Share of the people in an age band (0–1), by district; NaN where the table says nothing. */
export interface BandShares {
  /** Id of the band: `age_3_5`. */
  band: string;
  share: Float64Array;
}

/** Printed shares are rounded: this much off 1 is put down to that; more is worth a word. */
const ROUNDING = 0.01;

/**
 * People by age band as total × share of the district they live in. `district`: row of each place, −1 for none. Where the bands
 * are the whole of life, the shares of a district are scaled to 1, so that its bands sum to its people; a sum more
 * than 1 % off is a warning (`shares-not-whole`). Shares of some bands only are taken as they are. A place outside of the
 * districts, or in one without shares, is NaN, not surveyed, and counted (`shares-missing`).
 */
export function bandsFromShares(
  people: Float64Array,
  district: Int32Array,
  shares: BandShares[],
  names: readonly string[],
): Checked<DemandColumn[]> {
  const issues: Issue[] = [];
  const scale = new Float64Array(names.length).fill(1);
  if (isWholeLife(shares)) {
    for (let d = 0; d < names.length; d++) {
      const sum = exactSum(shares.map(({ share }) => share[d]));
      if (shares.some(({ share }) => Number.isNaN(share[d])) || !(sum > 0)) continue;
      scale[d] = 1 / sum;
      if (Math.abs(sum - 1) <= ROUNDING) continue;
      const values = { district: names[d], sum: Number((sum * 100).toFixed(1)) };
      issues.push({ severity: 'warning', code: 'shares-not-whole', values });
    }
  }
  const columns = shares.map(({ band, share }): DemandColumn => {
    const values = people.map((count, i) => {
      const d = district[i];
      return d < 0 ? Number.NaN : count * share[d] * scale[d];
    });
    return { id: band, unit: 'people', values };
  });
  const missing = people.reduce((count, one, i) => {
    return count + (one > 0 && columns.some(({ values }) => Number.isNaN(values[i])) ? 1 : 0);
  }, 0);
  if (missing > 0) issues.push({ severity: 'warning', code: 'shares-missing', values: { count: missing } });
  return { value: columns, issues };
}

function isWholeLife(shares: BandShares[]): boolean {
  const bands = bandsOf(shares.map(({ band, share }) => ({ id: band, unit: 'people', values: share })));
  const whole = partition(bands, 0, Number.POSITIVE_INFINITY);
  return whole !== undefined && whole.length === shares.filter(({ band }) => ageRangeOf(band)).length;
}
