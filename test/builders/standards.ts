import type { Facilities } from '../../src/core/dataset/facilities.ts';
import { type ReachCache, standardsReach } from '../../src/core/project/standards-reach.ts';
import { evaluateStandard, type StandardResult } from '../../src/core/standards/evaluate.ts';
import type { StandardInput } from '../../src/core/standards/input.ts';
import { resolveStandard, type StandardOverride } from '../../src/core/standards/resolved.ts';
import type { Rule } from '../../src/core/standards/rule.ts';
import type { Standard } from '../../src/core/standards/standard.ts';
import { standardSchema } from '../../src/core/standards/standard-schema.ts';
import { runSync } from '../../src/core/task.ts';
import { settingsWith } from './analysis.ts';

/** A standard for a test: a rule and a number. */
export function standardWith(rule: Rule, change: Partial<Standard> = {}): Standard {
  return standardSchema.parse({
    id: 'test',
    zh: '试验标准',
    en: 'A standard for the test',
    operator: '>=',
    value: 1,
    source: { title: '试验文件', section: '第一条' },
    rule,
    ...change,
  });
}

type World = Pick<StandardInput, 'demand' | 'facilities' | 'facilityAssignment' | 'districts' | 'assignment'>;

/** What a world of a test is judged from: straight lines, unless the change says otherwise. */
export function inputOf(world: World, change: Partial<StandardInput> = {}): StandardInput {
  const loaded = { facilities: world.facilities, reach: undefined };
  const data = { loaded, demand: world.demand, network: undefined };
  const cache: ReachCache = new Map();
  return {
    ...world,
    reach: standardsReach(data as unknown as Parameters<typeof standardsReach>[0], settingsWith(), cache),
    crossBoundary: false,
    year: null,
    entered: [],
    ...change,
  };
}

export function judge(
  standard: Standard,
  input: StandardInput,
  override: Partial<StandardOverride> = {},
): StandardResult {
  return runSync(evaluateStandard(resolveStandard(standard, { id: standard.id, ...override }), input));
}

/** Facilities with attributes beyond those of every table. */
export function withAttributes(
  facilities: Facilities,
  attributes: { numbers?: Record<string, number[]>; texts?: Record<string, string[]> },
): Facilities {
  const numbers = Object.fromEntries(
    Object.entries(attributes.numbers ?? {}).map(([name, values]) => [name, Float64Array.from(values)]),
  );
  return { ...facilities, numbers, texts: attributes.texts ?? {} } as Facilities;
}
