import type { Task } from '../task.ts';
import { catchmentView, type StandardCatchment } from './catchment-view.ts';
import { type Evaluation, residentsOf, type StandardInput } from './input.ts';
import { evaluateByHand } from './kinds/by-hand.ts';
import { evaluateCatchmentPeople } from './kinds/catchment-people.ts';
import { evaluateCountPerDistrict } from './kinds/count-per-district.ts';
import { evaluateCoverage } from './kinds/coverage.ts';
import { evaluateCoverageOfAll } from './kinds/coverage-of-all.ts';
import { evaluateFacilitySize } from './kinds/facility-size.ts';
import { evaluateInequality } from './kinds/inequality.ts';
import { evaluateMobileVisits } from './kinds/mobile-visits.ts';
import { evaluateRatio } from './kinds/ratio.ts';
import { evaluateShare } from './kinds/share.ts';
import { evaluateShareOfDistricts } from './kinds/share-of-districts.ts';
import { evaluateTiers } from './kinds/tiers.ts';
import { evaluateTotal } from './kinds/total.ts';
import type { ResolvedStandard } from './resolved.ts';
import type { StandardRow } from './row.ts';
import type { Rule, RuleKind } from './rule.ts';
import { tally } from './tally.ts';
import { stepOf } from './yearly-step.ts';

export type { StandardCatchment } from './catchment-view.ts';
export type { StandardInput } from './input.ts';
export type { StandardRow } from './row.ts';

export interface StandardResult extends Evaluation {
  standard: ResolvedStandard;
  /** The project's version lets something pass that the library's does not. */
  weaker: boolean;
  /** Of a ratio: the same from where people live. */
  catchment?: StandardCatchment;
}

type Evaluator<K extends RuleKind> = (
  standard: ResolvedStandard<Extract<Rule, { kind: K }>>,
  input: StandardInput,
) => Task<Evaluation>;

/** One evaluator a kind of rule. Each judges every district of every level that its rule speaks of, and the whole area. */
const EVALUATORS: { [K in RuleKind]: Evaluator<K> } = {
  ratio: evaluateRatio,
  share: evaluateShare,
  'share-of-districts': evaluateShareOfDistricts,
  'count-per-district': evaluateCountPerDistrict,
  coverage: evaluateCoverage,
  'coverage-of-all': evaluateCoverageOfAll,
  total: evaluateTotal,
  'facility-size': evaluateFacilitySize,
  'catchment-people': evaluateCatchmentPeople,
  'mobile-visits': evaluateMobileVisits,
  inequality: evaluateInequality,
  tiers: evaluateTiers,
  entered: evaluateByHand,
  checked: evaluateByHand,
};

/** Holds one standard against every district, and, where land or places are shared, against where people live. */
export function* evaluateStandard(standard: ResolvedStandard, input: StandardInput): Task<StandardResult> {
  const evaluator = EVALUATORS[standard.rule.kind] as Evaluator<RuleKind>;
  const { rows, ...rest } = yield* evaluator(standard as Parameters<typeof evaluator>[0], input);
  const { rule } = standard;
  const residents = yield* residentsByDistrict(input);
  const catchment = rule.kind === 'ratio' ? yield* catchmentView({ ...standard, rule }, input) : undefined;
  return {
    standard,
    weaker: standard.departure === 'weaker',
    ...rest,
    rows: rows.map((row) => {
      const step = row.state === 'short' ? stepOf(row, input.year, standard.targetYear) : undefined;
      const known = { ...row, residents: residents(row) };
      return step === undefined ? known : { ...known, yearlyStep: step };
    }),
    ...(catchment ? { catchment } : {}),
  };
}

function* residentsByDistrict(input: StandardInput): Task<(row: StandardRow) => number> {
  const sums = yield* tally(input, { places: [residentsOf(input)], rows: new Int32Array(0), facilities: [] });
  const people = new Map(sums.map((at) => [`${at.level}:${at.district}`, at.places[0]]));
  return ({ level, district }) => people.get(`${level}:${district}`) ?? 0;
}
