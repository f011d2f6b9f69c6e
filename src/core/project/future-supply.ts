import { supplyColumn } from '../dataset/attributes.ts';
import { ExactSums } from '../exact-sums.ts';
import type { PlannedSupply } from '../forecast/need.ts';
import type { ForecastSettings } from './forecast-settings.ts';
import type { FutureQuestion } from './future.ts';
import { type ForecastArea, rowFinder } from './future-area.ts';
import type { Prepared } from './workspace.ts';

/** Supply by row of a forecast, now and planned. */
export interface FutureSupply {
  /** NaN: there are facilities, and not one has a figure. */
  now: Float64Array;
  planned: PlannedSupply[];
  /** Open facilities, and those of them without a figure: `now` is then a lower bound. */
  open: number;
  unsurveyed: number;
  /** Planned facilities that have a figure and are counted, their supply, and planned ones without a figure. */
  plannedCounted: number;
  plannedAmount: number;
  plannedUnsurveyed: number;
  /** Supply of open facilities that stand in no row of the forecast. */
  elsewhere: number;
}

export function futureSupply(
  { loaded, facilityAssignment }: Pick<Prepared, 'loaded' | 'facilityAssignment'>,
  area: ForecastArea,
  { service, supply }: Pick<FutureQuestion, 'service' | 'supply'>,
  { withPlanned, openingYear }: ForecastSettings,
): FutureSupply {
  const { facilities } = loaded;
  const amounts = supplyColumn(facilities, supply);
  const rowOf = rowFinder(area);
  const count = area.district.length;
  // The last bin is for what stands nowhere in the forecast.
  const sums = new ExactSums(count + 1);
  const [known, all] = [new Uint32Array(count + 1), new Uint32Array(count + 1)];
  const planned: PlannedSupply[] = [];
  let plannedUnsurveyed = 0;
  for (let f = 0; f < facilities.count; f++) {
    const status = facilities.status[f];
    if (facilities.service[f] !== service || status === 'closed') continue;
    const found = rowOf(area.level < 0 ? 0 : facilityAssignment[area.level][f]);
    const row = found < 0 ? count : found;
    const isKnown = !Number.isNaN(amounts[f]);
    if (status === 'open') {
      all[row]++;
      if (!isKnown) continue;
      known[row]++;
      sums.add(row, amounts[f]);
    } else if (withPlanned && !isKnown) plannedUnsurveyed++;
    else if (withPlanned && row < count) planned.push({ row, fromYear: openingYear, amount: amounts[f] });
  }
  const supplied = sums.values();
  const total = (counts: Uint32Array) => counts.reduce((sum, one) => sum + one, 0);
  return {
    now: Float64Array.from({ length: count }, (_, row) =>
      all[row] > 0 && known[row] === 0 ? Number.NaN : supplied[row],
    ),
    planned,
    open: total(all),
    unsurveyed: total(all) - total(known),
    plannedCounted: planned.length,
    plannedAmount: planned.reduce((sum, one) => sum + one.amount, 0),
    plannedUnsurveyed,
    elsewhere: supplied[count],
  };
}
