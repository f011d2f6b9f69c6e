import type { Task } from '../../task.ts';
import { type Evaluation, residentsOf, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import type { ShareRule } from '../rule.ts';
import { attributeBlank, type Chosen, chooseSupply, standInOf } from '../supply.ts';
import { type Tally, tally } from '../tally.ts';
import { unitOfAttribute } from '../units-of-work.ts';
import { type Goal, verdictOn } from '../verdict.ts';

/**
 * Part ÷ whole × 100 over the facilities: nursing beds among beds. A facility whose whole is not known is left out of both;
 * one whose part is not known counts in the whole alone, so that the share is a lower bound, and said to be.
 */
export function* evaluateShare(
  standard: ResolvedStandard<ShareRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const whole = chooseSupply(rule.whole, input.facilities);
  const part = chooseSupply(rule.part, input.facilities);
  const wholeAt = new Map(Array.from(whole.rows, (row, i) => [row, whole.amounts[i]]));
  const known = {
    ...part,
    amounts: part.amounts.map((amount, i) => knownPart(amount, wholeAt.get(part.rows[i]))),
  };
  const columns = alignedColumns(whole, known);
  const sums = yield* tally(input, { places: [residentsOf(input)], ...columns });
  const missing = whole.missing ?? part.missing;
  const column = attributeBlank(part.amounts.every(Number.isNaN) ? part.lacking : whole.lacking);
  return {
    ...standInOf(part, rule.part.attribute),
    rows: sums.map((at) => shareRow(at, rule, standard, missing, column)),
  };
}

/** A part without its whole would raise the share above what it can be. */
function knownPart(part: number, whole: number | undefined): number {
  return whole !== undefined && Number.isNaN(whole) ? Number.NaN : part;
}

/** Part and whole over the facilities of both, by row: part, whole, one each, and one where either is not known. */
function alignedColumns(whole: Chosen, part: Chosen) {
  const rows = Int32Array.from([...new Set([...whole.rows, ...part.rows])].sort((a, b) => a - b));
  const at = (chosen: Chosen) => {
    const byRow = new Map(Array.from(chosen.rows, (row, i) => [row, chosen.amounts[i]]));
    return Float64Array.from(rows, (row) => byRow.get(row) ?? 0);
  };
  const parts = at(part);
  const wholes = at(whole);
  const unknown = parts.map((amount, i) => (Number.isNaN(amount) || Number.isNaN(wholes[i]) ? 1 : 0));
  return { rows, facilities: [parts, wholes, new Float64Array(rows.length).fill(1), unknown] };
}

function shareRow(
  at: Tally,
  rule: ShareRule,
  goal: Goal,
  missing: Missing | undefined,
  column: Missing,
): StandardRow {
  const { district, level } = at;
  const [numerator, denominator, facilities, unsurveyed] = at.facilities;
  const shortfallUnit = unitOfAttribute(rule.part.attribute);
  const { operator, value: target, unit } = goal;
  const head = { district, level, operator, target, unit, facilities, unsurveyed, shortfallUnit };
  if (missing) return rowWith({ ...head, state: 'not-surveyed', missing });
  if (facilities > 0 && unsurveyed === facilities) {
    return rowWith({ ...head, state: 'not-surveyed', missing: column });
  }
  if (!(denominator > 0)) {
    return rowWith({ ...head, state: 'not-computable', missing: { reason: 'none-here', values: {} } });
  }
  const value = (numerator * 100) / denominator;
  const amountAt = (share: number) => (share === value ? numerator : (share * denominator) / 100);
  const verdict = verdictOn(goal, value, amountAt);
  const peopleConcerned = verdict.state === 'short' ? at.places[0] : 0;
  return rowWith({ ...head, ...verdict, numerator, denominator, peopleConcerned });
}
