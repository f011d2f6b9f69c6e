import type { Districts } from '../dataset/districts.ts';
import type { ForecastYear } from '../forecast/forecast.ts';
import type { NeedRow } from '../forecast/need.ts';
import { groupOf } from '../forecast/pyramids.ts';
import type { Cell } from './csv.ts';
import { districtCells, type ReportTable } from './report-table.ts';

/**
 * `forecast.csv`: people by group in each year and district, and the account since the start: people = start + births −
 * deaths + moves. A group that the ages at hand do not make up is empty. `level`: that of the forecast's rows.
 */
export function forecastTable(
  years: ForecastYear[],
  groups: string[],
  district: Int32Array,
  level: string,
  districts: Districts | undefined,
): ReportTable {
  return {
    name: 'forecast',
    columns: 'year,level,district_code,district_name,group,people,births,deaths,moves,moves_not_taken'.split(
      ',',
    ),
    rows: years.flatMap((year) =>
      groups.flatMap((group) => {
        const people = groupOf(year.pyramids, group);
        return Array.from(district, (at, row): Cell[] => [
          year.year,
          level,
          ...districtCells(at, level, districts),
          group,
          people?.[row],
          // The account is of everybody, whatever the group.
          ...(group === 'people'
            ? [year.births[row], year.deaths[row], year.moves[row], year.movesNotTaken[row]]
            : [undefined, undefined, undefined, undefined]),
        ]);
      }),
    ),
  };
}

/** `need.csv`: need against supply by year, service and district, the whole area first; balance above 0 is a surplus. */
export function needTable(rows: NeedRow[], level: string, districts: Districts | undefined): ReportTable {
  const columns =
    'year,service,group,level,district_code,district_name,state,people,users,need,supply_now,supply,balance,unit';
  return {
    name: 'need',
    columns: columns.split(','),
    rows: rows.map((row) => [
      row.year,
      row.service,
      row.group,
      level,
      ...districtCells(row.district, level, districts),
      row.state,
      row.people,
      row.users,
      row.need,
      row.supplyNow,
      row.supply,
      row.balance,
      row.unit,
    ]),
  };
}
