import { OUTSIDE_DISTRICTS, WHOLE_AREA } from '../analysis/coverage.ts';
import type { Districts } from '../dataset/districts.ts';
import type { Issue } from '../issue.ts';
import type { ProjectResult } from '../project/result.ts';
import { cellsCsv } from './cells-table.ts';
import { type Cell, csvText } from './csv.ts';
import type { Say } from './say.ts';
import { shortfallSentence } from './shortfall-sentence.ts';
import { summaryOf } from './summary.ts';

/**
 * The result files, name → text: what the command line writes to its output folder and the page offers for download.
 * The same result gives the same bytes. Columns are documented in README.md beside this file.
 */
export function resultTables(result: ProjectResult, say: Say): Record<string, string> {
  return {
    'summary.json': `${JSON.stringify(summaryOf(result), null, 2)}\n`,
    'cells.csv': cellsCsv(result),
    'districts.csv': districtsCsv(result),
    'facilities.csv': facilitiesCsv(result),
    'shortfalls.csv': shortfallsCsv(result, say),
    'issues.csv': issuesCsv(result.issues, say),
  };
}

/** Code, name of a row's district; the whole area and the rest outside of all districts have none. */
/** Who a row is about: all that a table needs of the districts. */
type DistrictIds = Pick<Districts, 'code' | 'name'>;

function districtCells(districts: DistrictIds | undefined, district: number, say?: Say): [string, string] {
  if (district === WHOLE_AREA) return ['', say ? say('level.all') : ''];
  if (district === OUTSIDE_DISTRICTS) return ['', say ? say('outsideDistricts') : ''];
  return [districts?.code[district] ?? '', districts?.name[district] ?? ''];
}

function districtsCsv({ coverages, districts }: ProjectResult): string {
  const header =
    'district_code,district_name,level,service,group,method,limit,limit_unit,total,covered,share';
  // The speed stands beside a limit in minutes; without one there is no such column.
  const isTimed = coverages.some((one) => one.limits.some((limit) => limit.minutes !== undefined));
  function* rows(): Generator<Cell[]> {
    for (const { service, group, rows: figures, metersPerSecond } of coverages) {
      for (const row of figures) {
        const level = row.district === OUTSIDE_DISTRICTS ? `outside ${row.level}` : row.level;
        yield [
          ...districtCells(districts, row.district),
          level,
          service,
          group,
          row.method,
          row.limitMinutes ?? row.limitMeters,
          row.limitMinutes === undefined ? 'm' : 'min',
          row.total,
          row.covered,
          row.share,
          ...(isTimed ? [row.limitMinutes === undefined ? undefined : metersPerSecond] : []),
        ];
      }
    }
  }
  return csvText([...header.split(','), ...(isTimed ? ['meters_per_second'] : [])], rows());
}

function facilitiesCsv({ facilities }: ProjectResult): string {
  const header = 'id,name,service,lng,lat,status,capacity,land_m2,floor_m2,file,row';
  function* rows(): Generator<Cell[]> {
    for (let i = 0; i < facilities.count; i++) {
      yield [
        facilities.id[i],
        facilities.name[i],
        facilities.service[i],
        facilities.lng[i],
        facilities.lat[i],
        facilities.status[i],
        facilities.capacity[i],
        facilities.landArea[i],
        facilities.floorArea[i],
        facilities.file[i],
        facilities.row[i],
      ];
    }
  }
  return csvText(header.split(','), rows());
}

/** `shortfalls.csv`: every standard in every district, with the sentence to paste. */
export function shortfallsCsv(
  { standards, districts }: Pick<ProjectResult, 'standards'> & { districts: DistrictIds | undefined },
  say: Say,
): string {
  const header =
    'standard_id,level,district_code,district_name,state,value,target,operator,unit,shortfall,shortfall_unit,people,sentence';
  function* rows(): Generator<Cell[]> {
    for (const result of standards) {
      for (const row of result.rows) {
        const [code, name] = districtCells(districts, row.district, say);
        yield [
          result.standard.id,
          row.district === OUTSIDE_DISTRICTS ? `outside ${row.level}` : row.level,
          code,
          name,
          row.state,
          row.value,
          Array.isArray(row.target) ? row.target.join('..') : (row.target ?? undefined),
          row.operator,
          row.unit,
          row.shortfall,
          row.shortfallUnit,
          row.peopleConcerned,
          shortfallSentence(result, row, name, say),
        ];
      }
    }
  }
  return csvText(header.split(','), rows());
}

export function issuesCsv(issues: Issue[], say: Say): string {
  function* rows(): Generator<Cell[]> {
    for (const issue of issues) {
      yield [issue.file, issue.row, issue.column, issue.severity, issue.code, issueMessage(issue, say)];
    }
  }
  return csvText(['file', 'row', 'column', 'severity', 'code', 'message'], rows());
}

/** The sentence for an issue. */
export function issueMessage(issue: Issue, say: Say): string {
  return say(`issue.${issue.code}`, {
    file: issue.file ?? '',
    row: issue.row ?? '',
    column: issue.column ?? '',
    ...issue.values,
  });
}
