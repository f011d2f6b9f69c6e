import type { CapacityAnswer } from '../core/project/capacity.ts';
import { type CellClass, type CellClasses, classify } from './cell-classes.ts';
import { PALETTE } from './palette.ts';

/** Less than a thousandth of a person without a place is rounding, not a shortage. */
const NOBODY_LEFT = 1e-3;

/** Cells by the share of their people without a place; those whom no facility reaches have a look of their own. */
export function classifyWithout({
  values,
  allocation,
}: Pick<CapacityAnswer, 'values' | 'allocation'>): CellClasses {
  const classes: CellClass[] = [
    { kind: 'placeAll', colour: PALETTE.servedBest },
    { kind: 'placeSome', from: 0, to: 50, colour: PALETTE.beyond },
    { kind: 'placeFew', from: 50, to: 100, colour: PALETTE.farBeyond },
    { kind: 'placeOut', colour: PALETTE.unreached, outlined: true },
  ];
  const { noPlace, outOfReach } = allocation;
  return classify(classes, values, (i) => {
    if (outOfReach[i] > 0) return 3;
    if (noPlace[i] <= NOBODY_LEFT) return 0;
    return noPlace[i] / values[i] <= 0.5 ? 1 : 2;
  });
}

/**
 * Cells by supply per person, held against what one person needs: less than half, less than all, up to twice, more; those whom
 * nothing reaches have a look of their own.
 */
export function classifySupply(values: Float64Array, access: Float64Array, perPerson: number): CellClasses {
  const bounds = [0.5, 1, 2].map((times) => Math.round(times * perPerson * 100) / 100);
  const [half, one, two] = bounds;
  const classes: CellClass[] = [
    { kind: 'supplyOver', from: two, colour: PALETTE.servedLast },
    { kind: 'supplyBand', from: one, to: two, colour: PALETTE.servedBest },
    { kind: 'supplyBelow', from: half, to: one, colour: PALETTE.beyond },
    { kind: 'supplyBelow', from: 0, to: half, colour: PALETTE.farBeyond },
    { kind: 'supplyNone', colour: PALETTE.unreached, outlined: true },
  ];
  return classify(classes, values, (i) => {
    const amount = access[i];
    if (!Number.isFinite(amount) || amount <= 0) return 4;
    if (amount > two) return 0;
    if (amount >= one) return 1;
    return amount >= half ? 2 : 3;
  });
}
