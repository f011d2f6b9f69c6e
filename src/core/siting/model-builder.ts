import type { MixedIntegerModel } from './problem.ts';
import type { Rules } from './rules.ts';

/** Puts a mixed integer program together, column by column and row by row. */
export class ModelBuilder {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly column: number[] = [];
  private readonly value: number[] = [];

  addColumn(cost: number, lower: number, upper: number, whole: boolean): number {
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(whole ? 1 : 0);
    return this.cost.length - 1;
  }

  addRow(lower: number, upper: number, entries: [column: number, value: number][]): void {
    for (const [column, value] of entries) {
      this.column.push(column);
      this.value.push(value);
    }
    this.rowStart.push(this.column.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  build(sense: MixedIntegerModel['sense']): MixedIntegerModel {
    return {
      sense,
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      integer: Uint8Array.from(this.integer),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStart: Int32Array.from(this.rowStart),
      column: Int32Array.from(this.column),
      value: Float64Array.from(this.value),
    };
  }
}

/** One yes-or-no column a site (locked: yes, barred: no), numbered as the sites, and the rows of the rules. */
export function addSites(model: ModelBuilder, rules: Rules, costOf: (site: number) => number): void {
  for (let s = 0; s < rules.sites; s++) {
    model.addColumn(costOf(s), rules.locked[s], rules.locked[s] || !rules.barred[s] ? 1 : 0, true);
  }
  const free: number[] = [];
  for (let s = 0; s < rules.sites; s++) if (!rules.locked[s] && !rules.barred[s]) free.push(s);
  if (rules.most < free.length)
    model.addRow(
      0,
      rules.most,
      free.map((s) => [s, 1]),
    );
  if (Number.isFinite(rules.costLimit))
    model.addRow(
      0,
      rules.costLimit,
      free.map((s) => [s, rules.cost[s]]),
    );
  for (const s of free) {
    for (let e = rules.conflictStart[s]; e < rules.conflictStart[s + 1]; e++) {
      const other = rules.conflict[e];
      if (other > s && !rules.locked[other] && !rules.barred[other])
        model.addRow(0, 1, [
          [s, 1],
          [other, 1],
        ]);
    }
  }
}
