import type { Demand } from '../dataset/demand.ts';
import { cellText } from './cell-index.ts';

/** How a place is named in tables and issues: its cell's index, or its number among the people, from 1. */
export function placeId(demand: Demand, i: number): string {
  return demand.kind === 'cells' ? cellText(demand.indexLow[i], demand.indexHigh[i]) : String(i + 1);
}
