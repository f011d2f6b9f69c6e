import type { CoverageRow } from '../../analysis/coverage.ts';
import type { ProjectResult } from '../../project/result.ts';
import type { Cell } from '../csv.ts';
import type { RowsTable } from '../report-table.ts';

/** `kindergarten_age_3_5_500m_network`: service, group, limit and method of three columns. */
function stemOf(service: string, group: string, row: CoverageRow): string {
  const limit = row.limitMinutes === undefined ? `${row.limitMeters}m` : `${row.limitMinutes}min`;
  return [service, group, limit, row.method].join('_');
}

/**
 * One row a district in the order of the file, for maps in other programs: who it is, and for each service with its own group the
 * total, the covered and the share under every limit and method. The numbers are those of `districts.csv`.
 */
export function districtShares({ coverages, districts }: ProjectResult): RowsTable {
  const count = districts?.count ?? 0;
  const columns = ['code', 'name', 'level', 'parent_code'];
  const rows = Array.from({ length: count }, (_, d): Cell[] => {
    const parent = districts?.parent[d] ?? -1;
    return [
      districts?.code[d],
      districts?.name[d],
      districts?.levels[districts.level[d]],
      parent < 0 ? undefined : districts?.code[parent],
    ];
  });
  const seen = new Set<string>();
  for (const { service, group, rows: figures } of coverages) {
    // The first coverage of a service is that of its own group.
    if (seen.has(service)) continue;
    seen.add(service);
    const stems = [...new Set(figures.map((row) => stemOf(service, group, row)))];
    const first = new Map(stems.map((stem, k) => [stem, columns.length + k * 3]));
    columns.push(...stems.flatMap((stem) => [`${stem}_total`, `${stem}_covered`, `${stem}_share`]));
    for (const row of figures) {
      const at = first.get(stemOf(service, group, row)) ?? 0;
      if (row.district >= 0)
        [row.total, row.covered, row.share].forEach((value, k) => {
          rows[row.district][at + k] = value;
        });
    }
  }
  // A district that a figure does not speak of has a gap there, not a shorter row.
  return { name: 'districts', columns, rows: rows.map((row) => columns.map((_, k) => row[k])) };
}
