import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import type { LedgerRow } from '../analysis/ledger.ts';
import type { Districts } from '../dataset/districts.ts';
import { type Cell, csvText } from './csv.ts';

/** The ledger of one service and the group it serves. */
export interface ServiceLedger {
  service: string;
  group: string;
  rows: LedgerRow[];
}

/**
 * `ledger.csv`: people served, in reach without a place, out of reach. `district_code` is `all` for the whole area and
 * `outside <level>` for those in no district of a level, so each level adds up to `all`.
 */
export function ledgerCsv(ledgers: ServiceLedger[], districts: Districts | undefined): string {
  function* rows(): Generator<Cell[]> {
    for (const { service, group, rows: figures } of ledgers) {
      for (const row of figures) {
        const code = codeOf(row, districts);
        yield [service, group, code, row.served, row.noPlace, row.outOfReach, row.total];
      }
    }
  }
  return csvText('service,group,district_code,served,no_place,out_of_reach,total'.split(','), rows());
}

function codeOf(row: LedgerRow, districts: Districts | undefined): string {
  if (row.district === WHOLE_AREA) return 'all';
  if (row.district === OUTSIDE_DISTRICTS) return `outside ${row.level}`;
  return districts?.code[row.district] ?? '';
}
