import type { Districts } from '../dataset/districts.ts';
import type { Fairness } from '../fairness/fairness.ts';
import { districtCells, type ReportTable } from './report-table.ts';

/** Whose fairness: of which value per person, of which service. */
export interface FairnessSubject {
  service: string;
  /** Id of the value: `meters`, `places_per_person`, `m2_per_person`. */
  value: string;
}

/**
 * `fairness.csv`: a row for each group and district, the whole area first. Empty figures have a state that says why; `Infinity` in
 * `p90_p10` or `palma`: the lower end has nothing.
 */
export function fairnessTable(
  { service, value }: FairnessSubject,
  { rows }: Fairness,
  districts: Districts | undefined,
): ReportTable {
  const columns =
    'service,value,group,level,district_code,district_name,state,people,unsurveyed_people,unreachable_people,mean,p10,p90,p90_p10,gini,theil,palma';
  return {
    name: 'fairness',
    columns: columns.split(','),
    rows: rows.map((row) => [
      service,
      value,
      row.group,
      row.level,
      ...districtCells(row.district, row.level, districts),
      row.state,
      row.people,
      row.unsurveyedPeople,
      row.unreachablePeople,
      row.mean,
      row.p10,
      row.p90,
      row.p90p10,
      row.gini,
      row.theil,
      row.palma,
    ]),
  };
}

/**
 * `fairness-theil.csv`: Theil's T of each group and level, in all (`district_code` = `all`) and by district: the parts of a level
 * add up to its row of all, and `within + between = total` there.
 */
export function theilTable(
  { service, value }: FairnessSubject,
  { splits }: Fairness,
  districts: Districts | undefined,
): ReportTable {
  return {
    name: 'theil',
    columns: 'service,value,group,level,district_code,district_name,within,between,total'.split(','),
    rows: splits.flatMap(({ group, level, within, between, total, parts }) => [
      [service, value, group, level, 'all', '', within, between, total],
      ...parts.map((part) => [
        service,
        value,
        group,
        level,
        ...districtCells(part.district, level, districts),
        part.within,
        part.between,
        part.within + part.between,
      ]),
    ]),
  };
}

/** `fairness-lorenz.csv`: the points of each group's curve, shares of one. */
export function lorenzTable({ service, value }: FairnessSubject, { curves }: Fairness): ReportTable {
  return {
    name: 'lorenz',
    columns: 'service,value,group,people_share,value_share'.split(','),
    rows: curves.flatMap(({ group, points }) =>
      points.map(([people, amount]) => [service, value, group, people, amount]),
    ),
  };
}
