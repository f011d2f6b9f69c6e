import { supplyColumn } from '../dataset/attributes.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { type ServiceId, serviceOf } from '../dataset/services.ts';
import { ExactSums } from '../exact-sums.ts';

/** What facilities can be counted in; the first of a service's is its own unit. */
export const SUPPLIES = ['places', 'beds', 'landArea', 'floorArea'] as const;

export type SupplyId = (typeof SUPPLIES)[number];

export interface SupplyChoice {
  id: SupplyId;
  unit: 'places' | 'beds' | 'm2';
  /** Open facilities of the service with a figure, and all of them. */
  known: number;
  facilities: number;
  /** What one person needs to begin with: 1, or the m² that a place has on average where both are known. */
  perPerson: number;
}

/** Supplies of a service that at least one open facility has a figure for; its own unit first, whether known or not. */
export function suppliesOf(facilities: Facilities, service: ServiceId): SupplyChoice[] {
  const own = serviceOf(service).capacityUnit;
  const order = [own, ...SUPPLIES.filter((id) => id !== own)];
  const capacity = supplyColumn(facilities, own);
  const isOpen = (row: number) => facilities.service[row] === service && facilities.status[row] === 'open';
  return order.flatMap((id): SupplyChoice[] => {
    const values = supplyColumn(facilities, id);
    const sums = new ExactSums(2);
    let [known, all] = [0, 0];
    for (let row = 0; row < facilities.count; row++) {
      if (!isOpen(row)) continue;
      all++;
      if (Number.isNaN(values[row])) continue;
      known++;
      if (!(capacity[row] > 0)) continue;
      sums.add(0, values[row]);
      sums.add(1, capacity[row]);
    }
    if (known === 0 && id !== own) return [];
    const isArea = id === 'landArea' || id === 'floorArea';
    const [area, places] = sums.values();
    const perPlace = area > 0 && places > 0 ? Math.round((area / places) * 10) / 10 : 1;
    return [{ id, unit: isArea ? 'm2' : id, known, facilities: all, perPerson: isArea ? perPlace || 1 : 1 }];
  });
}
