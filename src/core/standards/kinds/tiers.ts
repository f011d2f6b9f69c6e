import { WHOLE_AREA } from '../../analysis/coverage.ts';
import type { Task } from '../../task.ts';
import { supplyOfUnits } from '../counted-supply.ts';
import { type Evaluation, residentsOf, type StandardInput } from '../input.ts';
import type { ResolvedStandard } from '../resolved.ts';
import { type Missing, rowWith, type StandardRow } from '../row.ts';
import { EVERY_UNIT } from '../rows-above.ts';
import type { TiersRule } from '../rule.ts';
import { attributeBlank, chooseSupply } from '../supply.ts';
import { tally } from '../tally.ts';
import { ancestorOf, levelsOf, peopleIn } from '../units.ts';
import { verdictOn } from '../verdict.ts';

type Node = TiersRule['levels'][number];

/** A node of the system in one district: there, missing, or not known. */
interface NodeState {
  node: Node;
  district: number;
  levelIndex: number;
  isThere: boolean | undefined;
  facilities: number;
  reason: Missing;
}

/**
 * A system of levels: which node is missing where. A district is held against its own nodes and those of all districts
 * below it: the share that is there, in per cent, against all of them. Districts without people need none.
 */
export function* evaluateTiers(
  standard: ResolvedStandard<TiersRule>,
  input: StandardInput,
): Task<Evaluation> {
  const { rule } = standard;
  const { levels, missing } = levelsOf(
    input.districts,
    rule.levels.map(({ tier }) => tier),
  );
  const { operator, value: target, unit } = EVERY_UNIT;
  const head = { operator, target, unit, shortfallUnit: 'facilities' };
  if (levels.length === 0) {
    const row = { district: WHOLE_AREA, level: 'all', state: 'not-computable' as const, missing };
    return { rows: [rowWith({ ...row, ...head })] };
  }
  const nodes: NodeState[] = [];
  for (const node of rule.levels) nodes.push(...(yield* statesOf(node, standard, input)));
  const people = residentsOf(input);
  const sums = yield* tally(input, {
    places: [people, yield* concernedPlaces(nodes, input, people)],
    rows: new Int32Array(0),
    facilities: [],
  });
  const lowest = Math.max(...levels);
  const rows = sums
    .filter((at) => at.levelIndex <= lowest && (at.district >= 0 || at.levelIndex < 0))
    .map((at) => {
      const own = nodesUnder(at.district, at.levelIndex, nodes, input);
      const absent = at.levelIndex < 0 ? missing : undefined;
      return systemRow({ district: at.district, level: at.level, ...head }, own, at.places, absent);
    });
  return { rows };
}

function* statesOf(node: Node, standard: ResolvedStandard, input: StandardInput): Task<NodeState[]> {
  const { levels } = levelsOf(input.districts, [node.tier]);
  const supply = chooseSupply(node.supply, input.facilities);
  const counted = yield* supplyOfUnits(supply, levels, standard, input);
  const reason = supply.missing ?? attributeBlank(supply.lacking);
  return counted
    .filter(({ at }) => at.places[0] > 0)
    .map(({ at, amount, facilities, unsurveyed }) => {
      const isUnknown = supply.missing !== undefined || (amount === 0 && unsurveyed > 0);
      const isThere = isUnknown ? undefined : amount > 0;
      return { node, district: at.district, levelIndex: at.levelIndex, isThere, facilities, reason };
    });
}

/** The people of districts that miss a node of their own, by place. */
function* concernedPlaces(
  nodes: NodeState[],
  input: StandardInput,
  people: Float64Array,
): Task<Float64Array> {
  const short = nodes.filter(({ isThere }) => isThere === false);
  return peopleIn(
    input,
    short.map(({ district }) => rowWith({ district, level: '', state: 'short' })),
    people,
  );
}

function nodesUnder(
  district: number,
  levelIndex: number,
  nodes: NodeState[],
  input: StandardInput,
): NodeState[] {
  if (levelIndex < 0) return nodes;
  const ancestor = ancestorOf(input, levelIndex);
  return nodes.filter(
    (node) =>
      node.district === district || (node.levelIndex > levelIndex && ancestor(node.district) === district),
  );
}

function systemRow(
  head: Pick<StandardRow, 'district' | 'level'> & Partial<StandardRow>,
  nodes: NodeState[],
  [people, concerned]: number[],
  absent: Missing | undefined,
): StandardRow {
  const { district, level, operator, target, unit, shortfallUnit } = head;
  const facilities = nodes.reduce((sum, node) => sum + node.facilities, 0);
  const shown = { district, level, operator, target, unit, shortfallUnit, facilities };
  if (!(people > 0)) return rowWith({ ...shown, state: 'no-people' });
  const known = nodes.filter(({ isThere }) => isThere !== undefined);
  const reason = absent ?? nodes.find(({ isThere }) => isThere === undefined)?.reason;
  if (known.length === 0) {
    const state = absent || nodes.length === 0 ? 'not-computable' : 'not-surveyed';
    return rowWith({ ...shown, state, missing: reason ?? { reason: 'none-here', values: {} } });
  }
  const numerator = known.filter(({ isThere }) => isThere).length;
  const denominator = known.length;
  const value = (numerator * 100) / denominator;
  const lacking = uniqueNodes(known.filter(({ isThere }) => !isThere));
  const verdict = verdictOn(EVERY_UNIT, value, (share) => (share === value ? numerator : denominator));
  const row = rowWith({
    ...shown,
    ...verdict,
    numerator,
    denominator,
    ...(reason ? { missing: reason } : {}),
  });
  if (verdict.state === 'short') return { ...row, lacking, peopleConcerned: concerned };
  // All that is known is there, but a part of the system is not known.
  if (reason) return { ...row, state: absent ? 'not-computable' : 'not-surveyed', shortfall: Number.NaN };
  return row;
}

function uniqueNodes(nodes: NodeState[]): { zh: string; en: string }[] {
  return [...new Set(nodes.map(({ node }) => node))].map(({ zh, en }) => ({ zh, en }));
}
