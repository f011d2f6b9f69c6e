import type { Catchments } from '../analysis/catchments.ts';
import type { Demand } from '../dataset/demand.ts';
import type { Facilities } from '../dataset/facilities.ts';
import { placeId } from '../grid/place-id.ts';
import { type Cell, csvText } from './csv.ts';

/**
 * A reach matrix as a table `from,to,meters,minutes`: from a place (its cell, or its number when people are points) to
 * the id of a facility. Facilities in file order, places ascending within each.
 */
export function reachCsv(
  matrix: Catchments,
  demand: Demand,
  facilities: Facilities,
  metersPerSecond: number,
): string {
  function* rows(): Generator<Cell[]> {
    for (let f = 0; f < matrix.rows.length; f++) {
      for (let e = matrix.start[f]; e < matrix.start[f + 1]; e++) {
        const meters = matrix.meters[e];
        const minutes = meters / metersPerSecond / 60;
        yield [placeId(demand, matrix.place[e]), facilities.id[matrix.rows[f]], meters, minutes];
      }
    }
  }
  return csvText(['from', 'to', 'meters', 'minutes'], rows());
}
