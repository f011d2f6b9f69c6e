import type { Districts } from '../dataset/districts.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { hasPositionColumns, readPositions } from '../dataset/positions.ts';
import { RowIssues } from '../dataset/rows.ts';
import { type ServiceId, serviceFromWords } from '../dataset/services.ts';
import type { FeatureContent, TableContent } from '../formats/content.ts';
import type { FacilityMapping, PeopleMapping } from '../table/mapping.ts';
import { isBlank } from '../table/number.ts';
import { BLOCK, type Task } from '../task.ts';
import { type Area, areaOf } from './area.ts';
import { type DistrictNames, districtInAddress, districtNamed, districtNames } from './district-names.ts';
import { EXCLUSIONS, type Exclusion } from './exclusions.ts';
import { coreName } from './name-forms.ts';
import { type ReviewColumns, reviewColumns } from './row-columns.ts';

/** Rows that stand somewhere: facilities, or people as points. */
export type RowContent = TableContent | FeatureContent;
export type RowMapping = FacilityMapping | PeopleMapping;

/** What is loaded beside the file, to judge it by. All optional: what is absent is not judged. */
export interface ReviewContext {
  districts?: Districts;
  /** Where people live, WGS-84: the extent of the city when no districts are loaded. */
  people?: { lng: Float64Array; lat: Float64Array };
  /** Facilities of other sources. */
  existing?: Facilities;
  /** What a service is not; the list in `data/services/exclusions.json` unless the user has their own. */
  exclusions?: readonly Exclusion[];
}

/** The file under review: its rows as columns, row numbers as indices into `content.table.rows`. */
export interface ReviewSubject {
  content: RowContent;
  mapping: RowMapping;
  count: number;
  /** As a spreadsheet shows them. */
  rowNumbers: Int32Array;
  columns: ReviewColumns;
  /** WGS-84 degrees, NaN where the row has no usable position. */
  lng: Float64Array;
  lat: Float64Array;
  /** Code of what is wrong with the position (`coordinates-…`), '' when it can be used. */
  positionProblem: string[];
  service: ServiceId[];
  /** Names as they are compared, see `coreName`. */
  core: string[];
  /** Present name of the district the row says it is in, '' when it says none that is loaded. */
  statedDistrict: string[];
  names: DistrictNames | undefined;
  area: Area;
  /** Metres outside of the area, 0 inside, NaN without a position. */
  outside: Float64Array;
  context: ReviewContext;
  exclusions: readonly Exclusion[];
  /** Text of a cell, '' where the column is -1. */
  text(row: number, column: number): string;
}

/** Throws what `readPositions` throws, but for a table without position columns: there every position is missing. */
export function* reviewSubject(
  content: RowContent,
  mapping: RowMapping,
  context: ReviewContext,
): Task<ReviewSubject> {
  const { table } = content;
  const count = table.rows.length;
  const names = context.districts && districtNames(context.districts);
  const columns = reviewColumns(table, mapping, names);
  const { lng, lat, positionProblem } = yield* positionsOf(content, mapping);
  const text = (row: number, column: number) => (column === -1 ? '' : table.rows[row][column]);
  const area = areaOf(context, lng, lat);
  const outside = yield* eachRow(count, (row) => area.metersOutside(lng[row], lat[row]));
  const core = yield* eachRow(count, (row) => {
    const name = text(row, columns.name);
    // `NA` and `-` are no names, and no two of them are one place.
    return isBlank(name) ? '' : coreName(name);
  });
  const statedDistrict = names
    ? yield* eachRow(count, (row) => statedIn(names, columns, (column) => text(row, column)))
    : new Array<string>(count).fill('');
  return {
    ...{
      content,
      mapping,
      count,
      columns,
      lng,
      lat,
      positionProblem,
      names,
      context,
      text,
      core,
      statedDistrict,
    },
    rowNumbers: table.rowNumbers,
    service: servicesOfRows(content, mapping, columns),
    area,
    outside: Float64Array.from(outside),
    exclusions: context.exclusions ?? EXCLUSIONS,
  };
}

/** The smallest district that the row's own columns name, else the one in its address. */
export function statedIn(
  names: DistrictNames,
  columns: ReviewColumns,
  text: (column: number) => string,
): string {
  for (const column of columns.districts.toReversed()) {
    const name = districtNamed(names, text(column));
    if (name !== undefined) return name;
  }
  return districtInAddress(names, text(columns.address)) ?? '';
}

function* positionsOf(content: RowContent, mapping: RowMapping) {
  const { table } = content;
  const count = table.rows.length;
  if (content.kind === 'table' && !hasPositionColumns(mapping)) {
    return {
      lng: new Float64Array(count).fill(Number.NaN),
      lat: new Float64Array(count).fill(Number.NaN),
      positionProblem: new Array<string>(count).fill('coordinates-missing'),
    };
  }
  const found = new RowIssues(table);
  const { lng, lat } = yield* readPositions(content, mapping, found);
  const codes = new Map(found.issues.map((issue) => [issue.row ?? 0, issue.code]));
  const positionProblem = Array.from(table.rowNumbers, (number) => codes.get(number) ?? '');
  return { lng, lat, positionProblem };
}

/** The service of each row; what a file of people counts is no service. */
function servicesOfRows(content: RowContent, mapping: RowMapping, columns: ReviewColumns): ServiceId[] {
  const { rows, file } = content.table;
  if (mapping.role === 'people') return new Array<ServiceId>(rows.length).fill('');
  const { fixedService } = mapping;
  if (fixedService !== undefined) return new Array<ServiceId>(rows.length).fill(fixedService);
  const byFile = serviceFromWords(file.replace(/\.[^.]+$/, ''));
  const known = new Map<string, ServiceId>();
  return rows.map((row) => {
    const text = columns.type === -1 ? '' : row[columns.type];
    if (text.trim() === '') return byFile;
    const service = known.get(text) ?? serviceFromWords(text);
    known.set(text, service);
    return service;
  });
}

/** One value a row, with progress between blocks. */
export function* eachRow<T>(count: number, visit: (row: number) => T): Task<T[]> {
  const values: T[] = [];
  for (let row = 0; row < count; row++) {
    if (row % BLOCK === 0) yield { phase: 'review-rows', done: row, total: count };
    values.push(visit(row));
  }
  return values;
}
