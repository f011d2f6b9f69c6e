import type { PolygonSet } from './population.ts';

/**
 * Districts 统计单元: polygons that results are summed by, at one or several levels (区, 街道, 社区). In file order;
 * features that share level and code are one district. Where two of one level overlap, the lower row owns the place.
 */
export interface Districts {
  count: number;
  code: string[];
  name: string[];
  /** Index into `levels`. */
  level: Int32Array;
  /** Names of the levels, largest unit first, for example ['区', '街道', '社区']; ['district'] when the file names none. */
  levels: string[];
  /** Row of the parent district, -1 where there is none. */
  parent: Int32Array;
  shapes: PolygonSet;
}

/** The district row of every place, level by level; -1 where a place lies in none. */
export type DistrictAssignment = Int32Array[];
