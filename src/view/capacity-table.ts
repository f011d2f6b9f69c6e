import type { LedgerRow } from '../core/analysis/ledger.ts';
import { ledgerParts } from './capacity-finding.ts';
import { type DistrictNames, districtName } from './names.ts';
import type { Say } from './words/index.ts';

/** A line of the ledger by district: whole people, and the three add up to the total. */
export interface CapacityLine {
  district: number;
  name: string;
  total: number;
  served: number;
  noPlace: number;
  outOfReach: number;
}

export function capacityLines(
  rows: readonly LedgerRow[],
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
): CapacityLine[] {
  return rows
    .filter((row) => row.level === level)
    .map((row) => ({
      district: row.district,
      name: districtName(row.district, districts, say),
      total: row.total,
      ...ledgerParts(row),
    }));
}
