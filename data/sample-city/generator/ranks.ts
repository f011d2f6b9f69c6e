import type { Lattice } from './lattice.ts';

/** How large the street along a column or row of the lattice is. */
export type Rank = 'primary' | 'secondary' | 'tertiary';

export function lineRank(lattice: Lattice, axis: 'column' | 'row', index: number): Rank {
  const offset = index - (axis === 'column' ? lattice.railColumn : lattice.riverRow);
  // Bank roads are secondary. Counted from there every fourth line is a main street, every eighth a large one.
  if (axis === 'row' && Math.abs(offset) === 1) return 'secondary';
  const step = ((Math.abs(offset) % 8) + 8) % 8;
  if (step === 4) return 'primary';
  if (step === 0 && offset !== 0) return 'secondary';
  if (axis === 'row' && step === 2) return 'secondary';
  return 'tertiary';
}
