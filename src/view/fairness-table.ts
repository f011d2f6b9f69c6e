import { WHOLE_AREA } from '../core/analysis/coverage.ts';
import type { FairnessRow, FairnessState } from '../core/fairness/fairness.ts';
import type { FairnessAnswer } from '../core/project/fairness.ts';
import { type DistrictNames, districtName, groupName } from './names.ts';
import type { Say } from './words/index.ts';

/** A line of a table of fairness: a district of the group asked about, or a group of the whole area. */
export interface FairnessLine {
  district: number;
  name: string;
  state: FairnessState;
  people: number;
  mean: number;
  p10: number;
  p90: number;
  gini: number;
}

export function fairnessByDistrict(
  { fairness, question }: FairnessAnswer,
  level: string,
  districts: DistrictNames | undefined,
  say: Say,
): FairnessLine[] {
  return fairness.rows
    .filter((row) => row.group === question.group && row.level === level)
    .map((row) => lineOf(row, districtName(row.district, districts, say)));
}

/** The groups in order of the answer; `district` is the number of the group, so that every line has its own. */
export function fairnessByGroup({ fairness }: FairnessAnswer, say: Say): FairnessLine[] {
  return fairness.rows
    .filter((row) => row.district === WHOLE_AREA)
    .map((row, k) => ({ ...lineOf(row, groupName(row.group, say)), district: k }));
}

function lineOf(row: FairnessRow, name: string): FairnessLine {
  const { district, state, people, mean, p10, p90, gini } = row;
  return { district, name, state, people, mean, p10, p90, gini };
}
